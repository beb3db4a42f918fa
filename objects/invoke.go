package objects

import (
	"context"
	"strconv"
	"strings"
	"sync"
)

// Invocation is a method call by name: overloads are chosen by the number and
// the conversions of the arguments, as PowerShell does.
type Invocation struct {
	Name  string
	Args  []Value
	Types []*Type // explicit generic arguments, or nil
	// Casts are the types of arguments written as a cast ([int]$x), nil
	// elsewhere; overloads with exactly these are preferred.
	Casts []*Type
	// As is the name by which New-Object calls a constructor: that of the type.
	// Errors then speak of it, and of arguments by their place.
	As string
}

// shown is the name in the error of a call that no overload fits.
func (call Invocation) shown() string {
	if call.As != "" {
		return call.As
	}
	return call.Name
}

// Invoke calls an instance method of v: own script methods, type data, then
// the type's, last the methods that every value has (ForEach, Where). The
// error is a MethodException where no overload fits, a
// MethodInvocationException around what the method itself throws, and
// "MethodNotFound" where there is none ("about_Methods").
func (tt *TypeTable) Invoke(ctx context.Context, v Value, call Invocation) (Value, error) {
	return tt.invoke(ctx, v, call, nil)
}

func (tt *TypeTable) invoke(ctx context.Context, v Value, call Invocation, cache *MethodCache) (Value, error) {
	if m, ok := tt.ownMethod(v, call.Name); ok {
		return tt.invokeOwn(ctx, v, m, call)
	}
	base := v.Base()
	if b, ok := base.ref.(*BaseView); ok {
		base = b.of
	}
	if base.ref == nil {
		if SequenceMethod(call.Name) {
			return tt.invokeSequence(ctx, base, call)
		}
		return Null, nullInvoked()
	}
	t := base.Type()
	if g := tt.info(t).group(strings.ToLower(call.Name), false); g != nil {
		call.Name = g.name
		return tt.run(ctx, target{this: base, typ: t}, g, call, cache)
	}
	if SequenceMethod(call.Name) {
		return tt.invokeSequence(ctx, v, call)
	}
	if m, ok := base.ref.(*MethodValue); ok && strings.EqualFold(call.Name, "Invoke") {
		return m.Invoke(ctx, call.Args)
	}
	if result, ok, err := tt.invokeAccessor(base, t, call); ok {
		return result, err
	}
	return tt.invokeProperty(ctx, v, t, call)
}

// invokeProperty calls the value of a property: a script block or a method
// held in a note.
func (tt *TypeTable) invokeProperty(ctx context.Context, v Value, t *Type, call Invocation) (Value, error) {
	held, ok, err := tt.GetProperty(v, call.Name)
	if ok && err == nil {
		if m, ok := held.ref.(*MethodValue); ok {
			return m.Invoke(ctx, call.Args)
		}
	}
	if p, ok := v.ref.(*PSObject); ok && p.IsCustom() {
		t = PSCustomObjectType
	}
	return Null, methodNotFound(t, call.Name)
}

// InvokeStatic calls [type]::name(args); the name "new" makes an object.
func (tt *TypeTable) InvokeStatic(ctx context.Context, t *Type, call Invocation) (Value, error) {
	return tt.invokeStatic(ctx, t, call, nil)
}

func (tt *TypeTable) invokeStatic(ctx context.Context, t *Type, call Invocation, cache *MethodCache) (Value, error) {
	info := tt.info(t)
	if strings.EqualFold(call.Name, "new") {
		return tt.construct(ctx, info, call, cache)
	}
	if g := info.group(strings.ToLower(call.Name), true); g != nil {
		call.Name = g.name
		return tt.run(ctx, target{this: TypeValue(t), typ: t}, g, call, cache)
	}
	if result, ok, err := tt.staticAccessor(t, call); ok {
		return result, err
	}
	return Null, methodNotFound(t, call.Name)
}

// InvokeBase calls the method that v has as an object of t, a type it derives
// from: what overrides it is passed over.
func (tt *TypeTable) InvokeBase(ctx context.Context, v Value, t *Type, call Invocation) (Value, error) {
	g := tt.info(t).group(strings.ToLower(call.Name), false)
	if g == nil {
		return tt.Invoke(ctx, v, call)
	}
	call.Name = g.name
	return tt.run(ctx, target{this: v.Base(), typ: t}, g, call, nil)
}

// Construct runs a constructor of t on an object that a deriving class has made:
// the constructor finds it in [Call.This].
func (tt *TypeTable) Construct(ctx context.Context, this Value, t *Type, args []Value) error {
	call := Invocation{Name: "new", Args: args}
	g := tt.info(t).constructors
	if g == nil {
		return noOverload(call)
	}
	_, err := tt.run(ctx, target{this: this, typ: t, constructor: true}, g, call, nil)
	return err
}

// construct makes an object. A value type has a constructor without
// parameters even where none is declared.
func (tt *TypeTable) construct(ctx context.Context, info *typeInfo, call Invocation, cache *MethodCache) (Value, error) {
	t := info.typ
	call.Name = "new"
	if t.Elem != nil {
		return tt.constructArray(t, call)
	}
	if t.Is(ValueTypeAttr) && len(call.Args) == 0 && t.Kind != KindObject {
		return Word(t, 0), nil
	}
	if info.constructors == nil || t.Is(AbstractAttr) {
		return Null, noOverload(call)
	}
	return tt.run(ctx, target{this: TypeValue(t), typ: t, constructor: true}, info.constructors, call, cache)
}

// target is what a method runs on.
type target struct {
	this        Value
	typ         *Type
	constructor bool
}

// run chooses an overload and calls it.
func (tt *TypeTable) run(ctx context.Context, on target, g *methodGroup, call Invocation, cache *MethodCache) (Value, error) {
	c, err := tt.choose(g, call)
	if err != nil {
		return Null, err
	}
	if cache != nil {
		cache.remember(tt, on, c, call)
	}
	return tt.call(ctx, on, &c, call)
}

// calls are kept for reuse, so that a call of a method allocates nothing.
var calls = sync.Pool{New: func() any { return new(pooledCall) }}

type pooledCall struct {
	Call
	few [6]Value
}

// call converts the arguments and runs the method.
func (tt *TypeTable) call(ctx context.Context, on target, c *candidate, call Invocation) (Value, error) {
	p := calls.Get().(*pooledCall)
	defer p.release()
	p.Call = Call{This: on.this, Types: tt, Context: ctx, Type: on.typ, TypeArgs: call.Types, Args: p.few[:0]}
	name := call.Name
	if on.constructor {
		name = ".ctor"
	}
	of := callee{name, strings.HasPrefix(name, "op_"), c.method.Script} // operators number their operands
	if call.As != "" {
		of.name, of.numbered = call.As, true
	}
	if err := tt.arguments(&p.Call, c, of, call.Args); err != nil {
		return Null, err
	}
	v, err := c.method.Call(&p.Call)
	switch {
	case err == nil:
		return v, nil
	case c.method.Script:
		return Null, err
	case c.sig.indexer:
		return Null, gettingFailed(c.sig.name, Raised(err))
	}
	return Null, callFailed(name, len(call.Args), err)
}

func (p *pooledCall) release() {
	p.few = [6]Value{}
	p.Call = Call{}
	calls.Put(p)
}

// callee is a method in the errors of its arguments.
type callee struct {
	name     string
	numbered bool // speaks of arguments by their place
	script   bool // of a script's class, whose texts are never null
}

// arguments fills in the call's arguments: converted, defaults added, a Params
// array made.
func (tt *TypeTable) arguments(into *Call, c *candidate, of callee, args []Value) error {
	params := c.sig.params
	fixed := len(params)
	if c.expanded || takesMany(c.sig) && len(args) < fixed {
		fixed--
	}
	for i := 0; i < fixed; i++ {
		if i >= len(args) {
			into.Args = append(into.Args, params[i].standard)
			continue
		}
		v, err := tt.argument(&params[i], params[i].typ, i, of, args[i])
		if err != nil {
			return err
		}
		into.Args = append(into.Args, v)
	}
	if fixed == len(params) {
		return nil
	}
	p := &params[fixed]
	rest := make([]Value, 0, max(0, len(args)-fixed))
	for i := fixed; i < len(args); i++ {
		v, err := tt.argument(p, p.typ.Elem, i, of, args[i])
		if err != nil {
			return err
		}
		rest = append(rest, v)
	}
	into.Args = append(into.Args, Of(NewArray(p.typ.Elem, rest)))
	return nil
}

// argument converts one argument to the type of its parameter.
func (tt *TypeTable) argument(p *parameter, to *Type, i int, of callee, arg Value) (Value, error) {
	r, isRef := arg.Base().ref.(Reference)
	switch {
	case p.ref && !isRef:
		return Null, wantsReference(i)
	case p.ref:
		return Of(r), nil
	case isRef && to != PSReferenceType && to != ObjectType:
		return Null, wantsNoReference(i)
	}
	if p.open && rankOpen(arg.Base().Type(), to) == assignableRank {
		return arg.Base(), nil
	}
	v := arg
	if to != PSObjectType && to != ObjectType {
		v = arg.Base()
	}
	t := v.Type()
	switch {
	case t == to || to == ObjectType || to == PSObjectType:
		return v, nil
	case t == nil:
		if !to.Is(ValueTypeAttr) && to != StringType {
			return Null, nil
		}
	case t.DerivesFrom(to):
		return v, nil
	case t == ScriptBlockType && to.DerivesFrom(DelegateType):
		return v, nil
	}
	if t == nil && to == StringType { // .NET gets "" for $null
		return String(""), nil
	}
	if _, is := v.ref.(NullText); is && to == StringType && !of.script {
		return Null, nil
	}
	converted, err := tt.Convert(v, to)
	if err != nil {
		name := p.name
		if name == "" || of.numbered {
			name = strconv.Itoa(i)
		}
		return Null, tt.argumentFailed(of.name, name, v, to, err)
	}
	return converted, nil
}
