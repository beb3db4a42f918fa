package runtime

import (
	"weak"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/parser"
)

// class is a class that a script defined ("about_Classes"). Its members are
// declared to the type table like those of a .NET type.
type class struct {
	typ        *objects.Type
	base       *class // the script class it derives from, or nil
	def        *parser.TypeDefinition
	source     *parser.Source
	namespaces []string // of the script's using statements
	session    *Session
	state      *SessionState
	known      map[string]*objects.Type // the types that its members may name, by folded name
	fields     []*classField
	statics    []*classField
	methods    map[string]bool // its own methods: folded name, / and number of parameters
	first      int             // fields of the bases before its own
	keys       keyTable
}

// TypeNamed finds a type that the class knows.
func (c *class) TypeNamed(folded string) (*objects.Type, bool) {
	t, ok := c.known[folded]
	return t, ok
}

// Instance is an object of a script's class. Fields of base classes come first.
type Instance struct {
	class  *class
	fields []objects.Value
	own    *objects.PSObject // the members that were added to it; nil for none
	list   *sequence         // the object where it can be enumerated
}

// newInstance makes an object of the class.
func (c *class) newInstance(fields []objects.Value) objects.Value {
	i := &Instance{class: c, fields: fields}
	if c.typ.DerivesFrom(objects.EnumerableType) || c.typ.DerivesFrom(objects.EnumeratorType) {
		i.list = &sequence{i}
	}
	return i.value()
}

// value is the object as scripts see it.
func (i *Instance) value() objects.Value {
	if i.list != nil {
		return objects.Of(i.list)
	}
	return objects.Of(i)
}

// instanceOf is the object of a script's class that v is.
func instanceOf(v objects.Value) (*Instance, bool) {
	switch o := v.Base().Ref().(type) {
	case *Instance:
		return o, true
	case *sequence:
		return o.Instance, true
	}
	return nil, false
}

// Type is the class.
func (i *Instance) Type() *objects.Type { return i.class.typ }

// Text is what ToString() of the class gives, else the class's name.
func (i *Instance) Text() (string, error) {
	if !i.class.overrides("tostring/0") {
		return i.class.typ.FullName, nil
	}
	v, err := i.invoke("ToString")
	if err != nil {
		return "", err
	}
	return i.class.session.Types.Text(v, " ")
}

func (i *Instance) invoke(name string, args ...objects.Value) (objects.Value, error) {
	return i.class.session.Types.Invoke(i.class.session.ctx, i.value(), objects.Invocation{Name: name, Args: args})
}

// Format is the class's ToString(format, provider) where it implements
// IFormattable.
func (i *Instance) Format(format string, c *culture.Culture) (string, error) {
	if !i.class.typ.DerivesFrom(objects.FormattableType) {
		return i.Text()
	}
	v, err := i.invoke("ToString", objects.String(format), objects.Null)
	if err != nil {
		return "", err
	}
	return i.class.session.Types.Text(v, " ")
}

// Equals is the class's Equals, else identity.
func (i *Instance) Equals(other objects.Value) bool {
	if !i.class.overrides("equals/1") {
		return objects.Same(i.value(), other.Base())
	}
	v, err := i.invoke("Equals", other)
	return err == nil && i.class.session.Types.Truth(v)
}

// HashKey is the object that stands in dictionaries for all that are equal to
// this one: itself, unless the class has an Equals and a GetHashCode of its own.
func (i *Instance) HashKey() any {
	if !i.class.overrides("equals/1") || !i.class.overrides("gethashcode/0") {
		return i
	}
	v, err := i.invoke("GetHashCode")
	if err != nil {
		return i
	}
	return i.class.root().keys.representative(i, v.Int64())
}

// keyTable remembers by hash code the objects that have served as keys, for as
// long as they are alive.
type keyTable map[int64][]weak.Pointer[Instance]

// representative is the first living object that is equal to i.
func (t *keyTable) representative(i *Instance, hash int64) *Instance {
	if *t == nil {
		*t = keyTable{}
	}
	alive := (*t)[hash][:0]
	var found *Instance
	for _, w := range (*t)[hash] {
		other := w.Value()
		if other == nil {
			continue
		}
		alive = append(alive, w)
		if found == nil && (other == i || other.Equals(i.value())) {
			found = other
		}
	}
	if found == nil {
		found = i
		alive = append(alive, weak.Make(i))
	}
	(*t)[hash] = alive
	return found
}

// root is the outermost script class that c derives from.
func (c *class) root() *class {
	for c.base != nil {
		c = c.base
	}
	return c
}

// OwnMembers is what carries the members that were added to the object.
func (i *Instance) OwnMembers() **objects.PSObject { return &i.own }

// overrides reports whether the class or one of its bases has a method: its
// folded name, / and the number of its parameters.
func (c *class) overrides(name string) bool {
	for k := c; k != nil; k = k.base {
		if k.methods[name] {
			return true
		}
	}
	return false
}

// classField is a property of a class.
type classField struct {
	name        string
	typ         *objects.Type // nil for any
	constraints []Constraint
	initial     expression // nil without one
	value       objects.Value
	hidden      bool
}

// accept converts and checks a value for the property.
func (p *classField) accept(s *Session, v objects.Value) (objects.Value, error) {
	if v.IsAutomationNull() {
		v = objects.Null
	}
	if p.typ != nil {
		converted, err := s.convertMember(v, p.typ)
		if err != nil {
			return objects.Null, err
		}
		v = converted
	}
	for _, k := range p.constraints {
		checked, err := k.Apply(s, v)
		if err != nil {
			return objects.Null, err
		}
		v = checked
	}
	return v, nil
}

// convertMember converts to the type of a property or of what a method gives;
// a reference that is no text may be null.
func (s *Session) convertMember(v objects.Value, t *objects.Type) (objects.Value, error) {
	if v.IsNull() && t != objects.StringType && !t.Is(objects.ValueTypeAttr) {
		return objects.Null, nil
	}
	return s.Types.Convert(v, t)
}

// zeroValue is what a property without a value holds: 0 for numbers, $null for
// references.
func (s *Session) zeroValue(t *objects.Type) objects.Value {
	if t == nil || !t.Is(objects.ValueTypeAttr) || t.Open == objects.NullableOpenType {
		return objects.Null
	}
	if t.Kind < objects.KindString {
		return objects.Word(t, 0)
	}
	v, err := s.Types.Convert(objects.Int32(0), t)
	if err != nil {
		return objects.Null
	}
	return v
}
