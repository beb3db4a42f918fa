package objects

import "strings"

// fromDictionary makes an object by its constructor without parameters and
// assigns the entries to its properties ("about_Hash_Tables", "Creating objects
// from hash tables"); ok is false where the type has no such constructor.
func (tt *TypeTable) fromDictionary(h *Hashtable, to *Type) (Value, bool, error) {
	made, ok := tt.constructEmpty(to)
	if !ok {
		return Null, false, nil
	}
	var failed error
	h.Each(func(key, value Value) bool {
		failed = tt.assignEntry1(made, to, key, value)
		return failed == nil
	})
	if failed != nil {
		message := "Cannot create object of type \"" + to.String() + "\". " + failed.Error()
		return Null, true, NewException(PSInvalidCastException, message).WithID("ObjectCreationError").Because(failed)
	}
	return made, true, nil
}

// constructEmpty makes an object without arguments.
func (tt *TypeTable) constructEmpty(t *Type) (Value, bool) {
	if t.Is(AbstractAttr) || t.Is(InterfaceAttr) {
		return Null, false
	}
	if t.Is(ValueTypeAttr) && t.Kind != KindObject || t.Kind == KindEnum {
		return Word(t, 0), true
	}
	if g := tt.info(t).constructors; g != nil {
		for _, o := range g.overloads {
			if len(o.params().params) == 0 {
				v, err := tt.InvokeStatic(background(), t, Invocation{Name: "new"})
				return v, err == nil
			}
		}
	}
	return Null, t.Is(ValueTypeAttr)
}

// assignEntry1 assigns one entry; the error is the sentence that tells why it
// does not fit.
func (tt *TypeTable) assignEntry1(made Value, to *Type, key, value Value) error {
	name, err := tt.Text(key, tt.Separator())
	if err != nil {
		return err
	}
	p := tt.info(to).property(strings.ToLower(name))
	switch {
	case p == nil:
		return NewException(RuntimeException, "The property '"+name+"' was not found for the '"+to.QualifiedName()+
			"' object. "+tt.settable(to))
	case p.Set == nil:
		return NewException(RuntimeException, "\""+p.name+"\" is a ReadOnly property.")
	}
	if err := tt.SetProperty(made, name, value); err != nil {
		return thrownBySetting(err)
	}
	return nil
}

// thrownBySetting is the error inside the one that tells of the assignment.
func thrownBySetting(err error) error {
	if e, ok := err.(*Exception); ok && e.typ.DerivesFrom(SetValueException) && e.Inner != nil {
		return e.Inner
	}
	return err
}

// settable is the sentence that names the properties which can be assigned.
func (tt *TypeTable) settable(t *Type) string {
	var names []string
	if t.Enum != nil {
		names = append(names, "[value__ <"+underlyingType(t).FullName+">]")
	}
	for i := tt.info(t); i != nil; i = i.base {
		if i.declaration == nil {
			continue
		}
		for n := range i.declaration.Properties {
			p := &i.declaration.Properties[n]
			if name, static := signatureName(p.Signature); p.Set != nil && !static {
				s := tt.parseSignature(p.Signature, i.typ, i.generic)
				names = append(names, "["+name+" <"+tt.signatureType(s.result, i.typ, i.generic, nil).String()+">]")
			}
		}
	}
	if len(names) == 0 {
		return "There is no settable property available."
	}
	return "The settable properties are: " + strings.Join(names, ", ") + "."
}

// fromCustomObject assigns the properties of a custom object to a new object
// of the type; all must be there.
func (tt *TypeTable) fromCustomObject(p *PSObject, to *Type) (Value, bool, error) {
	v := Of(p)
	if c, ok, err := tt.construct1(v, to); ok {
		return c, true, err
	}
	made, ok := tt.constructEmpty(to)
	if !ok {
		return tt.fromScalar(v, to)
	}
	for i, name := range p.shape.names {
		if err := tt.assignEntry1(made, to, String(name), p.slots[i]); err != nil {
			return Null, true, tt.cannotConvert("InvalidCastConstructorException", v, to, tt.noConversion(v, to))
		}
	}
	return made, true, nil
}
