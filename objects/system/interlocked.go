package system

import "github.com/csshell/csshell/objects"

// The types that keep threads apart. Sessions run code one at a time, so a lock
// only says who has it.
var (
	interlockedType = &objects.Type{FullName: "System.Threading.Interlocked", Kind: objects.KindObject, Attributes: objects.AbstractAttr | objects.SealedAttr}
	monitorType     = &objects.Type{FullName: "System.Threading.Monitor", Kind: objects.KindObject, Attributes: objects.AbstractAttr | objects.SealedAttr}
)

func interlockedDeclaration() *objects.Declaration {
	d := &objects.Declaration{Type: interlockedType}
	change := func(signature string, to func(c *call, old value) value, before bool) {
		d.Methods = append(d.Methods, partial(signature, func(c *call) (value, error) {
			r, ok := objects.As[objects.Reference](c.Args[0])
			if !ok {
				return objects.Null, objects.NullArgument("location")
			}
			old := r.Value()
			now := to(c, old)
			if before {
				return old, r.SetValue(now)
			}
			return now, r.SetValue(now)
		}))
	}
	integers := []struct {
		name string
		make func(n int64) value
	}{{"int", func(n int64) value { return objects.Int32(int32(n)) }}, {"long", objects.Int64}}
	for _, kind := range integers {
		by := func(n int64) func(*call, value) value {
			return func(_ *call, old value) value { return kind.make(old.Int64() + n) }
		}
		change("static "+kind.name+" Increment([ref] "+kind.name+" location)", by(1), false)
		change("static "+kind.name+" Decrement([ref] "+kind.name+" location)", by(-1), false)
		change("static "+kind.name+" Add([ref] "+kind.name+" location1, "+kind.name+" value)", func(c *call, old value) value {
			return kind.make(old.Int64() + c.Args[1].Int64())
		}, false)
	}
	for _, kind := range []string{"int", "long", "double", "System.Object"} {
		change("static "+kind+" Exchange([ref] "+kind+" location1, "+kind+" value)", func(c *call, _ value) value { return c.Args[1] }, true)
		change("static "+kind+" CompareExchange([ref] "+kind+" location1, "+kind+" value, "+kind+" comparand)", func(c *call, old value) value {
			if objects.SameValue(old, c.Args[2]) {
				return c.Args[1]
			}
			return old
		}, true)
	}
	return d
}

// monitor is the lock that code takes by an object.
func monitor(c *call) *mutex {
	return c.Types.Locks().Of(c.Args[0], func() any { return &mutex{} }).(*mutex)
}

func monitorDeclaration() *objects.Declaration {
	enter := func(c *call) (bool, error) {
		if !c.Is(0) {
			return false, objects.NullArgument("obj")
		}
		lock := monitor(c)
		return c.Types.Await(func() bool { return lock.acquireFor(c.Types) }, limitOf(c, 1))
	}
	try := func(c *call) (value, error) {
		if len(c.Args) == 1 {
			c.Args = append(c.Args, objects.Int(0))
		}
		got, err := enter(c)
		return objects.Bool(got), err
	}
	return &objects.Declaration{Type: monitorType, Methods: []objects.Method{
		does("static void Enter(System.Object obj)", func(c *call) error { _, err := enter(c); return err }),
		does("static void Enter(System.Object obj, [ref] bool lockTaken)", func(c *call) error {
			taken := c.Args[1]
			c.Args = c.Args[:1]
			if _, err := enter(c); err != nil {
				return err
			}
			if r, ok := objects.As[objects.Reference](taken); ok {
				return r.SetValue(objects.Bool(true))
			}
			return nil
		}),
		partial("static bool TryEnter(System.Object obj)", try), partial("static bool TryEnter(System.Object obj, int millisecondsTimeout)", try),
		partial("static bool TryEnter(System.Object obj, timespan timeout)", try),
		total("static bool IsEntered(System.Object obj)", func(c *call) value { return objects.Bool(monitor(c).held > 0) }),
		does("static void Exit(System.Object obj)", func(c *call) error {
			lock := monitor(c)
			if lock.held == 0 || lock.owner != c.Types {
				return objects.NewException(objects.SystemException, "Object synchronization method was called from an unsynchronized block of code.")
			}
			if lock.held--; lock.held == 0 {
				c.Types.Locks().Drop(c.Args[0])
			}
			return nil
		}),
	}}
}

func interlockedEntries() []objects.TypeEntry {
	return []objects.TypeEntry{{Type: interlockedType, Declare: interlockedDeclaration}, {Type: monitorType, Declare: monitorDeclaration}}
}
