package objects

import "strings"

// Reflected is a method, constructor or property of a type as reflection shows
// it (System.Reflection).
type Reflected struct {
	Name     string
	Owner    *Type
	Result   *Type // of a property its type; nil for a constructor
	Params   []*Type
	Names    []string // of the parameters
	Static   bool
	Property bool
	Settable bool
	Explicit bool // implements an interface that must be named

	internal *Property // of a property that only reflection sees
}

// IsPublic reports whether others than reflection see the member.
func (r *Reflected) IsPublic() bool { return r.internal == nil }

// Get is the value of the property in an object.
func (r *Reflected) Get(tt *TypeTable, this Value) (Value, error) {
	if r.internal != nil {
		return r.internal.read(tt, this)
	}
	if r.Static {
		v, _, err := tt.StaticProperty(r.Owner, r.Name)
		return v, err
	}
	v, _, err := tt.GetProperty(this, r.Name)
	return v, err
}

// Set assigns the property of an object.
func (r *Reflected) Set(tt *TypeTable, this, v Value) error {
	if r.internal != nil {
		return r.internal.write(tt, this, v)
	}
	if r.Static {
		return tt.SetStaticProperty(r.Owner, r.Name, v)
	}
	return tt.SetProperty(this, r.Name, v)
}

// ReflectInternals lists the properties of a type that only reflection sees.
func (tt *TypeTable) ReflectInternals(t *Type) []Reflected {
	var list []Reflected
	for c := tt.info(t); c != nil; c = c.base {
		if c.declaration == nil {
			continue
		}
		for i := range c.declaration.Internals {
			list = append(list, tt.reflectedProperty(&c.declaration.Internals[i], c))
			list[len(list)-1].internal = &c.declaration.Internals[i]
		}
	}
	return list
}

func (tt *TypeTable) reflectedProperty(p *Property, c *typeInfo) Reflected {
	s := tt.parseSignature(p.Signature, c.typ, c.generic)
	return Reflected{Name: s.name, Owner: c.typ, Result: tt.signatureType(s.result, c.typ, c.generic, nil), Static: s.static, Property: true, Settable: s.settable}
}

// Reflect lists the public methods and properties of a type, its own first,
// then those it inherits and does not override.
func (tt *TypeTable) Reflect(t *Type) []Reflected {
	var list []Reflected
	seen := map[string]bool{}
	for c := tt.info(t); c != nil; c = c.base {
		if c.declaration == nil {
			continue
		}
		for i := range c.declaration.Properties {
			r := tt.reflectedProperty(&c.declaration.Properties[i], c)
			if key := "." + strings.ToLower(r.Name); !seen[key] {
				seen[key] = true
				list = append(list, r)
			}
		}
		for _, groups := range [...]map[string]*methodGroup{c.methods, c.functions} {
			for key, g := range groups {
				for _, o := range g.overloads {
					r, text := tt.reflected(o)
					if !seen[key+text] {
						seen[key+text] = true
						list = append(list, r)
					}
				}
			}
		}
	}
	return list
}

// reflected is one overload, and its parameters as text.
func (tt *TypeTable) reflected(o *overload) (Reflected, string) {
	s := o.params()
	r := Reflected{Name: s.name, Owner: o.owner, Result: tt.signatureType(s.result, o.owner, tt.info(o.owner).generic, s.generic), Static: s.static, Explicit: s.iface != ""}
	text := "("
	for i := range s.params {
		r.Params, r.Names = append(r.Params, s.params[i].typ), append(r.Names, s.params[i].name)
		text += s.params[i].typ.FullName + ","
	}
	return r, text
}

// Constructors lists the constructors of a type.
func (tt *TypeTable) Constructors(t *Type) []Reflected {
	g := tt.info(t).constructors
	if g == nil {
		return nil
	}
	var list []Reflected
	for _, o := range g.overloads {
		r, _ := tt.reflected(o)
		r.Name, r.Result = ".ctor", nil
		list = append(list, r)
	}
	return list
}
