package objects

import "context"

// MethodCache remembers, at one place of a program, the overload that was last
// called there for a type and the types of the arguments. The zero value is
// ready.
type MethodCache struct {
	typ    *Type
	of     *generation
	count  int
	types  [maxCachedArgs]*Type
	chosen candidate
	name   string
	ctor   bool
}

const maxCachedArgs = 4

// Invoke is [TypeTable.Invoke] through the cache.
func (c *MethodCache) Invoke(ctx context.Context, tt *TypeTable, v Value, call Invocation) (Value, error) {
	if _, wrapped := v.ref.(*PSObject); !wrapped && v.ref != nil {
		if t := v.Type(); c.hits(tt, t, call) && (t.Class == nil || extended(v) == v) {
			call.Name = c.name
			return tt.call(ctx, target{this: v, typ: t}, &c.chosen, call)
		}
		return tt.invoke(ctx, v, call, c)
	}
	return tt.invoke(ctx, v, call, nil)
}

// InvokeStatic is [TypeTable.InvokeStatic] through the cache.
func (c *MethodCache) InvokeStatic(ctx context.Context, tt *TypeTable, t *Type, call Invocation) (Value, error) {
	if c.hits(tt, t, call) {
		call.Name = c.name
		return tt.call(ctx, target{this: TypeValue(t), typ: t, constructor: c.ctor}, &c.chosen, call)
	}
	return tt.invokeStatic(ctx, t, call, c)
}

func (c *MethodCache) hits(tt *TypeTable, t *Type, call Invocation) bool {
	if t != c.typ || t == nil || len(call.Args) != c.count || call.Types != nil || c.of != tt.current.Load() {
		return false
	}
	for i, a := range call.Args {
		if a.Type() != c.types[i] {
			return false
		}
	}
	return true
}

// remember keeps the choice where it hangs on the types alone.
func (c *MethodCache) remember(tt *TypeTable, on target, chosen candidate, call Invocation) {
	if len(call.Args) > maxCachedArgs || call.Types != nil {
		return
	}
	for i, a := range call.Args {
		switch a.ref.(type) {
		case *PSObject, Reference, *Array: // looked into when overloads are compared
			return
		}
		c.types[i] = a.Type()
	}
	c.typ, c.of, c.count, c.chosen = on.typ, tt.current.Load(), len(call.Args), chosen
	c.name, c.ctor = call.Name, on.constructor
}
