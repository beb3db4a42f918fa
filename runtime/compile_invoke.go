package runtime

import (
	"errors"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// methodCall is a compiled list of method arguments.
type methodCall struct {
	name    string
	dynamic expression
	args    []expression
	casts   []func(f *frame) (*objects.Type, error) // nil without any cast
	types   []func(f *frame) (*objects.Type, error)
}

func (cc *compiler) methodCall(member parser.Expression, args []parser.Expression, types []parser.TypeReference) *methodCall {
	m := &methodCall{args: make([]expression, len(args))}
	m.name, m.dynamic = cc.memberName(member)
	for i, a := range args {
		m.args[i] = cc.expression(a)
		if c, ok := a.(*parser.ConvertExpression); ok && fold(c.Type.TypeName.String()) != "ref" {
			if m.casts == nil {
				m.casts = make([]func(f *frame) (*objects.Type, error), len(args))
			}
			m.casts[i] = cc.typeReference(c.Type.TypeName)
		}
	}
	for _, t := range types {
		m.types = append(m.types, cc.typeReference(t))
	}
	return m
}

// prepare evaluates the name and the arguments.
func (m *methodCall) prepare(f *frame) (objects.Invocation, error) {
	name, err := f.nameOf(m.name, m.dynamic)
	call := objects.Invocation{Name: name}
	if err != nil {
		return call, err
	}
	if len(m.args) > 0 {
		call.Args = make([]objects.Value, len(m.args))
	}
	for i, arg := range m.args {
		v, err := arg(f)
		if err != nil {
			return call, err
		}
		if v.IsAutomationNull() {
			v = objects.Null
		}
		call.Args[i] = v
	}
	if call.Types, err = f.types(m.types); err != nil {
		return call, err
	}
	call.Casts, err = f.types(m.casts)
	return call, err
}

func (f *frame) types(find []func(f *frame) (*objects.Type, error)) ([]*objects.Type, error) {
	if find == nil {
		return nil, nil
	}
	types := make([]*objects.Type, len(find))
	for i, one := range find {
		if one == nil {
			continue
		}
		t, err := one(f)
		if err != nil {
			return nil, err
		}
		types[i] = t
	}
	return types, nil
}

func (cc *compiler) invokeMember(e *parser.InvokeMemberExpression) expression {
	call := cc.methodCall(e.Member, e.Arguments, e.GenericArguments)
	cache := new(objects.MethodCache)
	if e.Static {
		owner := cc.staticOwner(e.Expression)
		return func(f *frame) (objects.Value, error) {
			t, err := owner(f)
			if err != nil {
				return objects.Null, err
			}
			c, err := call.prepare(f)
			if err != nil {
				return objects.Null, err
			}
			outer := f.session.writing
			f.session.writing = f.streams
			v, err := cache.InvokeStatic(f.session.ctx, f.session.Types, t, c)
			f.session.writing = outer
			return v, err
		}
	}
	object := cc.expression(e.Expression)
	as := cc.castOf(e.Expression)
	conditional := e.NullConditional
	return func(f *frame) (objects.Value, error) {
		v, err := object(f)
		if err != nil {
			return objects.Null, err
		}
		if conditional && v.IsNull() {
			return objects.Null, nil
		}
		c, err := call.prepare(f)
		if err != nil {
			return objects.Null, err
		}
		outer := f.session.writing
		f.session.writing = f.streams
		v, err = f.invokeAs(as, v, c, cache)
		f.session.writing = outer
		return v, err
	}
}

// invokeAs calls a method of v: the one of the type that v is cast to, where as
// names that and a script's class overrides the method.
func (f *frame) invokeAs(as func(f *frame) (*objects.Type, error), v objects.Value, call objects.Invocation, cache *objects.MethodCache) (objects.Value, error) {
	if as != nil {
		t, err := as(f)
		switch {
		case err != nil:
		case overridden(v, t):
			return f.session.Types.InvokeBase(f.session.ctx, v, t, call)
		case t == objects.ObjectType && len(call.Args) == 0 && objects.EqualFold(call.Name, "ToString") && isPlain(v):
			return objects.String(v.Type().String()), nil // Object's own method, whatever overrides it
		}
	}
	return f.invoke(v, call, cache)
}

// isPlain reports whether v is an object of .NET without members of a script's.
func isPlain(v objects.Value) bool {
	_, wrapped := objects.As[*objects.PSObject](v)
	return !v.IsNull() && !wrapped
}

// castOf finds the type that an object is cast to where a method of it is called;
// nil without a cast.
func (cc *compiler) castOf(e parser.Expression) func(f *frame) (*objects.Type, error) {
	for {
		switch x := e.(type) {
		case *parser.ParenExpression:
			if e = loneExpression(x.Pipeline); e != nil {
				continue
			}
		case *parser.ConvertExpression:
			return cc.typeReference(x.Type.TypeName)
		}
		return nil
	}
}

// overridden reports whether v is an object of a script's class cast to a base
// of that: the methods are then the base's own ("about_Classes_Inheritance").
func overridden(v objects.Value, t *objects.Type) bool {
	own := v.Base().Type()
	if own == nil || own == t || t.Is(objects.InterfaceAttr) {
		return false
	}
	_, ok := own.Class.(*class)
	return ok && own.DerivesFrom(t)
}

// invoke calls a method of v. A list that has no such method passes the call
// to its elements.
func (f *frame) invoke(v objects.Value, call objects.Invocation, cache *objects.MethodCache) (objects.Value, error) {
	if v.IsNull() && !objects.SequenceMethod(call.Name) {
		return objects.Null, newError(objects.RuntimeException, "InvokeMethodOnNull", InvalidOperation, objects.Null,
			"You cannot call a method on a null-valued expression.")
	}
	result, err := cache.Invoke(f.session.ctx, f.session.Types, v, call)
	if err == nil || !isMethodNotFound(err) {
		return result, err
	}
	list, ok := objects.Enumeration(v)
	if !ok {
		return result, err
	}
	var c collector
	any := false
	enumerated := list.Enumerate(func(item objects.Value) error {
		any = true
		r, err := f.invoke(item, call, cache)
		if err != nil {
			return err
		}
		return c.addElements(r)
	})
	if !any {
		return result, err
	}
	return c.value(), enumerated
}

// isMethodNotFound reports whether an object has no method of the name.
func isMethodNotFound(err error) bool {
	e, ok := errors.AsType[*objects.Exception](err)
	return ok && e.ErrorID == "MethodNotFound"
}
