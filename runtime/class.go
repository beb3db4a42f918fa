package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// class is a class that a script defined ("about_Classes"). Its members are
// declared to the type table like those of a .NET type.
type class struct {
	typ     *objects.Type
	base    *class // the script class it derives from, or nil
	def     *parser.TypeDefinition
	source  *parser.Source
	session *Session
	scope   *Scope // where it was defined: methods see these variables
	fields  []*classField
	statics []*classField
	methods map[string]bool // folded names of its own methods
	first   int             // fields of the bases before its own
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

// Instance is an object of a script's class. Fields of base classes come first.
type Instance struct {
	class  *class
	fields []objects.Value
}

// Type is the class.
func (i *Instance) Type() *objects.Type { return i.class.typ }

// Text is what ToString() of the class gives, else the class's name.
func (i *Instance) Text() (string, error) {
	if !i.class.overrides("tostring") {
		return i.class.typ.FullName, nil
	}
	v, err := i.class.session.Types.Invoke(i.class.session.ctx, objects.Of(i), objects.Invocation{Name: "ToString"})
	if err != nil {
		return "", err
	}
	return i.class.session.Types.Text(v, " ")
}

// Equals is the class's Equals, else identity.
func (i *Instance) Equals(other objects.Value) bool {
	if !i.class.overrides("equals") {
		return objects.Same(objects.Of(i), other.Base())
	}
	v, err := i.class.session.Types.Invoke(i.class.session.ctx, objects.Of(i), objects.Invocation{Name: "Equals", Args: []objects.Value{other}})
	return err == nil && i.class.session.Types.Truth(v)
}

// CompareTo is the class's CompareTo.
func (i *Instance) CompareTo(other objects.Value) (int, error) {
	if !i.class.overrides("compareto") {
		return 0, objects.NewException(objects.ArgumentException, "At least one object must implement IComparable.")
	}
	v, err := i.class.session.Types.Invoke(i.class.session.ctx, objects.Of(i), objects.Invocation{Name: "CompareTo", Args: []objects.Value{other}})
	return int(v.Int64()), err
}

// overrides reports whether the class or one of its bases has a method of the
// folded name.
func (c *class) overrides(name string) bool {
	for k := c; k != nil; k = k.base {
		if k.methods[name] {
			return true
		}
	}
	return false
}

// typeDefinitions are the classes and enums anywhere in a script.
func typeDefinitions(ast *parser.ScriptBlock) []*parser.TypeDefinition {
	var list []*parser.TypeDefinition
	parser.Walk(ast, func(n parser.Node) bool {
		if d, ok := n.(*parser.TypeDefinition); ok {
			list = append(list, d)
			return false
		}
		_, leaf := n.(parser.Expression)
		_, block := n.(*parser.ScriptBlockExpression)
		return !leaf || block
	})
	return list
}

// typeDefinition does nothing where it stands: the script's types are defined
// before it runs.
func (cc *compiler) typeDefinition(*parser.TypeDefinition) statement {
	return func(*frame) error { return nil }
}

// defineTypes defines the types of a script: first their names, so that they
// can speak of each other, then their members.
func (f *frame) defineTypes(p *program) error {
	if len(p.types) == 0 {
		return nil
	}
	cc := &compiler{source: p.code.source, namespaces: usingNamespaces(p.code)}
	classes := make([]*class, 0, len(p.types))
	for _, d := range p.types {
		if d.Kind == parser.TokenEnum {
			if err := f.defineEnum(cc, d); err != nil {
				return err
			}
			continue
		}
		c := f.newClass(d, p.code.source)
		classes = append(classes, c)
		f.session.Types.DefineMembers(c.typ, c.declare)
	}
	for _, c := range classes {
		if err := c.inherit(f, cc); err != nil {
			return err
		}
	}
	for _, c := range classes {
		if err := c.complete(f, cc); err != nil {
			return err
		}
	}
	return nil
}

func (f *frame) newClass(d *parser.TypeDefinition, source *parser.Source) *class {
	c := &class{def: d, source: source, session: f.session, scope: f.scope, methods: map[string]bool{}}
	c.typ = &objects.Type{FullName: d.Name, Kind: objects.KindObject, Class: c}
	for _, m := range d.Members {
		if fn, ok := m.(*parser.FunctionMember); ok {
			c.methods[fold(fn.Name)] = true
		}
	}
	return c
}

// inherit finds the base class and the interfaces.
func (c *class) inherit(f *frame, cc *compiler) error {
	for i, b := range c.def.BaseTypes {
		t, err := cc.typeReference(b.TypeName)(f)
		if err != nil {
			return err
		}
		if t.Is(objects.InterfaceAttr) {
			c.typ.Interfaces = append(c.typ.Interfaces, t)
			continue
		}
		if i == 0 {
			c.typ.Base = t
			c.base, _ = t.Class.(*class)
			c.typ.Attributes |= t.Attributes & objects.ExceptionAttr
		}
	}
	return nil
}

// complete reads the properties; static ones get their values now.
func (c *class) complete(f *frame, cc *compiler) error {
	for b := c.base; b != nil; b = b.base {
		c.first += len(b.fields)
	}
	inner := *cc
	inner.class = c
	for _, m := range c.def.Members {
		p, ok := m.(*parser.PropertyMember)
		if !ok {
			continue
		}
		field, err := c.field(f, &inner, p)
		if err != nil {
			return err
		}
		if p.Modifiers&parser.ModifierStatic == 0 {
			c.fields = append(c.fields, field)
			continue
		}
		c.statics = append(c.statics, field)
	}
	return c.initializeStatics(f)
}

func (c *class) field(f *frame, cc *compiler, p *parser.PropertyMember) (*classField, error) {
	field := &classField{name: p.Name, hidden: p.Modifiers&parser.ModifierHidden != 0}
	if p.PropertyType != nil {
		t, err := cc.typeReference(p.PropertyType.TypeName)(f)
		if err != nil {
			return nil, err
		}
		field.typ = t
		field.constraints = append(field.constraints, typeConstraint{t})
	}
	for _, a := range p.Attributes {
		k, err := f.attributeConstraint(a, p.Name, cc)
		if err != nil {
			return nil, err
		}
		if k != nil {
			field.constraints = append(field.constraints, k)
		}
	}
	if p.InitialValue != nil {
		field.initial = cc.expression(p.InitialValue)
	}
	field.value = f.session.zeroValue(field.typ)
	return field, nil
}

func (c *class) initializeStatics(f *frame) error {
	for _, s := range c.statics {
		if s.initial == nil {
			continue
		}
		v, err := s.initial(f)
		if err != nil {
			return err
		}
		if s.value, err = s.accept(c.session, v); err != nil {
			return err
		}
	}
	return nil
}

// accept converts and checks a value for the property.
func (p *classField) accept(s *Session, v objects.Value) (objects.Value, error) {
	if v.IsAutomationNull() {
		v = objects.Null
	}
	for i, k := range p.constraints {
		if i == 0 && p.typ != nil {
			converted, err := s.convertMember(v, p.typ)
			if err != nil {
				return objects.Null, err
			}
			v = converted
			continue
		}
		checked, err := k.Apply(s, v)
		if err != nil {
			return objects.Null, err
		}
		v = checked
	}
	return v, nil
}

// convertMember converts to the type of a member; null text stays null.
func (s *Session) convertMember(v objects.Value, t *objects.Type) (objects.Value, error) {
	if v.IsNull() && !t.Is(objects.ValueTypeAttr) {
		return objects.Null, nil
	}
	return s.Types.Convert(v, t)
}

// zeroValue is what a property without a value holds: 0 for numbers, $null for
// references.
func (s *Session) zeroValue(t *objects.Type) objects.Value {
	if t == nil || !t.Is(objects.ValueTypeAttr) {
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
