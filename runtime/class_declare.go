package runtime

import (
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// declare is the class as the type table knows it.
func (c *class) declare() *objects.Declaration {
	d := &objects.Declaration{Type: c.typ}
	for i, p := range c.fields {
		d.Properties = append(d.Properties, c.property(c.first+i, p))
	}
	for _, p := range c.statics {
		d.Properties = append(d.Properties, c.static(p))
	}
	for _, m := range c.def.Members {
		fn, ok := m.(*parser.FunctionMember)
		switch {
		case !ok:
		case fn.Constructor && fn.Modifiers&parser.ModifierStatic == 0:
			d.Constructors = append(d.Constructors, c.constructor(fn))
		case !fn.Constructor:
			d.Methods = append(d.Methods, c.method(fn))
		}
	}
	if c.base == nil {
		d.Methods = append(d.Methods, objects.Method{Signature: "System.Object MemberwiseClone()", Hidden: true, Call: memberwiseClone})
	}
	if len(d.Constructors) == 0 {
		d.Constructors = []objects.Method{{Signature: c.typ.FullName + " new()", Script: true, Call: func(call *objects.Call) (objects.Value, error) {
			return c.construct(call, nil)
		}}}
	}
	return d
}

func (c *class) typeText(t *objects.Type) string {
	if t == nil {
		return "System.Object"
	}
	return c.session.Types.DisplayName(t)
}

func (c *class) property(slot int, p *classField) objects.Property {
	return objects.Property{
		Signature: c.typeText(p.typ) + " " + p.name + " {get;set;}",
		Hidden:    p.hidden,
		Get:       func(this objects.Value) (objects.Value, error) { return c.load(this, slot, p), nil },
		Set: func(this, v objects.Value) error {
			v, err := p.accept(c.session, v)
			if err != nil {
				return err
			}
			c.store(this, slot, p, v)
			return nil
		},
	}
}

// fieldsOf are the fields of an object of a class; nil for one that derives from
// a .NET exception, which keeps them by name.
func fieldsOf(this objects.Value) []objects.Value {
	if i, ok := instanceOf(this); ok {
		return i.fields
	}
	if d, ok := objects.As[objects.Derivable](this); ok {
		return d.Derived()
	}
	return nil
}

// memberwiseClone is Object.MemberwiseClone, which methods may call on $this.
func memberwiseClone(c *objects.Call) (objects.Value, error) {
	i, ok := instanceOf(c.This)
	if !ok {
		return c.This, nil
	}
	return i.class.newInstance(slices.Clone(i.fields)), nil
}

// load reads a property of an instance.
func (c *class) load(this objects.Value, slot int, p *classField) objects.Value {
	if fields := fieldsOf(this); slot < len(fields) {
		return fields[slot]
	}
	if e, ok := objects.As[*objects.Exception](this); ok {
		return e.Fields[p.name]
	}
	return objects.Null
}

func (c *class) store(this objects.Value, slot int, p *classField, v objects.Value) {
	if fields := fieldsOf(this); slot < len(fields) {
		fields[slot] = v
		return
	}
	if e, ok := objects.As[*objects.Exception](this); ok {
		if e.Fields == nil {
			e.Fields = map[string]objects.Value{}
		}
		e.Fields[p.name] = v
	}
}

func (c *class) static(p *classField) objects.Property {
	return objects.Property{
		Signature: "static " + c.typeText(p.typ) + " " + p.name + " {get;set;}",
		Hidden:    p.hidden,
		Get:       func(objects.Value) (objects.Value, error) { return p.value, nil },
		Set: func(_, v objects.Value) (err error) {
			v, err = p.accept(c.session, v)
			if err == nil {
				p.value = v
			}
			return err
		},
	}
}

// member is a compiled method or constructor.
type member struct {
	class *class
	code  *code
	types []*objects.Type // of the parameters; nil for any
	// constraints are what the types mean for the variables.
	constraints [][]Constraint
	returns     *objects.Type // nil for any
	void        bool
	name        string
}

func (c *class) member(fn *parser.FunctionMember) (*member, string) {
	code := newCode(fn.Body, c.source)
	code.params, code.class, code.method, code.namespaces = fn.Parameters, c, true, c.namespaces
	m := &member{class: c, code: code, void: true, name: fn.Name}
	cc := &compiler{source: c.source, namespaces: c.namespaces}
	f := c.memberFrame(c.memberScope())
	outer := c.session.current
	c.session.current = f.scope
	defer func() { c.session.current = outer }()
	var params []string
	for _, p := range fn.Parameters {
		t := f.declaredType(cc, p.Attributes)
		m.types = append(m.types, t)
		m.constraints = append(m.constraints, []Constraint{typeConstraint{typ: t}})
		params = append(params, c.typeText(t)+" "+p.Name.Name)
	}
	if fn.ReturnType != nil {
		t, err := cc.typeReference(fn.ReturnType.TypeName)(f)
		m.void = err == nil && t == objects.VoidType
		m.returns = t
	}
	return m, "(" + strings.Join(params, ", ") + ")"
}

// declaredType is the type written before a parameter, nil for any.
func (f *frame) declaredType(cc *compiler, attributes []parser.AttributeBase) *objects.Type {
	for _, a := range attributes {
		if k, ok := a.(*parser.TypeConstraint); ok {
			if t, err := cc.typeReference(k.TypeName)(f); err == nil {
				return t
			}
		}
	}
	return nil
}

func (c *class) method(fn *parser.FunctionMember) objects.Method {
	m, params := c.member(fn)
	result := "void"
	if fn.ReturnType != nil && !m.void {
		result = c.typeText(m.returns)
	}
	prefix := ""
	if fn.Modifiers&parser.ModifierStatic != 0 {
		prefix = "static "
	}
	hidden := fn.Modifiers&parser.ModifierHidden != 0
	return objects.Method{Signature: prefix + result + " " + fn.Name + params, Call: m.call, Script: true, Hidden: hidden}
}

func (c *class) constructor(fn *parser.FunctionMember) objects.Method {
	m, params := c.member(fn)
	return objects.Method{Signature: c.typ.FullName + " new" + params, Script: true, Call: func(call *objects.Call) (objects.Value, error) {
		return c.construct(call, m)
	}}
}

// construct makes an instance, or goes on with the one that a derived class
// has begun, and runs the constructor; without one, that of the base.
func (c *class) construct(call *objects.Call, m *member) (objects.Value, error) {
	this := call.This
	if _, bare := objects.As[objects.RuntimeType](this); bare {
		made, err := c.allocate()
		if err != nil {
			return objects.Null, err
		}
		this = made
	}
	if m == nil {
		if err := c.constructBase(this, nil); err != nil {
			return objects.Null, err
		}
		return this, nil
	}
	inner := *call
	inner.This = this
	_, err := m.call(&inner)
	return this, err
}

// allocate makes an instance whose properties have their initial values, those
// of the bases first.
func (c *class) allocate() (objects.Value, error) {
	var this objects.Value
	if c.typ.Is(objects.ExceptionAttr) {
		e := objects.NewException(c.typ, "Exception of type '"+c.typ.FullName+"' was thrown.")
		e.Fields = map[string]objects.Value{}
		this = objects.Of(e)
	} else {
		this = c.newObject(make([]objects.Value, c.first+len(c.fields)))
	}
	return this, c.initialize(this)
}

// newObject makes the object that the fields belong to: one of the .NET class
// that c derives from, where that can be derived from, else an Instance.
func (c *class) newObject(fields []objects.Value) objects.Value {
	native := c.root().typ.BaseType()
	if native != objects.ObjectType {
		made, err := c.session.Types.InvokeStatic(c.session.ctx, native, objects.Invocation{Name: "new"})
		if d, ok := objects.As[objects.Derivable](made); ok && err == nil {
			d.Derive(c.typ, fields)
			return made
		}
	}
	return c.newInstance(fields)
}

func (c *class) initialize(this objects.Value) error {
	if c.base != nil {
		if err := c.base.initialize(this); err != nil {
			return err
		}
	}
	var scope *Scope
	for i, p := range c.fields {
		v := p.value
		if p.initial != nil {
			if scope == nil {
				scope = c.memberScope()
				scope.define(NewVariable("this", this))
			}
			value, err := p.initial(c.memberFrame(scope))
			if err != nil {
				return err
			}
			if v, err = p.accept(c.session, value); err != nil {
				return err
			}
		}
		c.store(this, c.first+i, p, v)
	}
	return nil
}

// memberScope is a scope for code of the class. What it does not find there it
// finds in the scope that runs now, where that is of the same module, or else in
// the module's own.
func (c *class) memberScope() *Scope {
	scope := &Scope{}
	c.enterMember(scope, &call{})
	return scope
}

// enterMember makes scope that of a member's code.
func (c *class) enterMember(scope *Scope, call *call) {
	parent := c.session.current
	if parent == nil || parent.state != c.state {
		parent = c.state.innermost()
	}
	*scope = Scope{parent: parent, state: c.state, call: call, types: c.known}
}

func (c *class) memberFrame(scope *Scope) *frame {
	return &frame{session: c.session, scope: scope, streams: c.session.writing}
}

// constructBase runs the base class's constructor on an object under
// construction.
func (c *class) constructBase(this objects.Value, args []objects.Value) error {
	s := c.session
	if c.base == nil {
		return c.constructNative(this, args)
	}
	return s.Types.Construct(s.ctx, this, c.base.typ, args)
}

// constructNative takes over what a .NET base class's constructor makes: what a
// collection holds, the message and the inner exception.
func (c *class) constructNative(this objects.Value, args []objects.Value) error {
	e, exception := objects.As[*objects.Exception](this)
	d, derived := objects.As[objects.Derivable](this)
	if !exception && !derived || len(args) == 0 {
		return nil
	}
	made, err := c.session.Types.InvokeStatic(c.session.ctx, c.typ.BaseType(), objects.Invocation{Name: "new", Args: args})
	if err != nil {
		return err
	}
	if derived {
		d.TakeOver(made.Base().Ref().(objects.Object))
	} else if b, ok := objects.As[*objects.Exception](made); ok {
		e.Message, e.Inner = b.Message, b.Inner
	}
	return nil
}
