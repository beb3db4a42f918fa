package system

import (
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
)

// The types of what code waits for.
var (
	AsyncResultType      = &objects.Type{FullName: "System.IAsyncResult", Kind: objects.KindObject, Attributes: objects.AbstractAttr | objects.InterfaceAttr}
	waitHandleType       = &objects.Type{FullName: "System.Threading.WaitHandle", Kind: objects.KindObject, Attributes: objects.AbstractAttr, Interfaces: []*objects.Type{objects.DisposableType}}
	eventHandleType      = &objects.Type{FullName: "System.Threading.EventWaitHandle", Base: waitHandleType, Kind: objects.KindObject}
	ManualResetEventType = &objects.Type{FullName: "System.Threading.ManualResetEvent", Base: eventHandleType, Kind: objects.KindObject, Attributes: objects.SealedAttr}
	autoResetEventType   = &objects.Type{FullName: "System.Threading.AutoResetEvent", Base: eventHandleType, Kind: objects.KindObject, Attributes: objects.SealedAttr}
	MutexType            = &objects.Type{FullName: "System.Threading.Mutex", Base: waitHandleType, Kind: objects.KindObject, Attributes: objects.SealedAttr}
	semaphoreType        = &objects.Type{FullName: "System.Threading.Semaphore", Base: waitHandleType, Kind: objects.KindObject, Attributes: objects.SealedAttr}
	semaphoreSlimType    = &objects.Type{FullName: "System.Threading.SemaphoreSlim", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.DisposableType}}
	semaphoreFullType    = &objects.Type{FullName: "System.Threading.SemaphoreFullException", Base: objects.SystemException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
)

// Waitable is what a thread can wait for: Acquire takes it, if it can be had now.
type Waitable interface {
	objects.Object
	Acquire() bool
}

// event is an EventWaitHandle; an automatic one is taken back by who has waited.
type event struct {
	typ       *objects.Type
	signalled bool
	automatic bool
}

// Type is ManualResetEvent or AutoResetEvent.
func (e *event) Type() *objects.Type { return e.typ }

// Acquire reports whether the event is set.
func (e *event) Acquire() bool {
	set := e.signalled
	if e.automatic {
		e.signalled = false
	}
	return set
}

// mutex is a lock that one session has, as often as it likes.
type mutex struct {
	held  int
	owner *objects.TypeTable // of the session that has it
}

// Type is System.Threading.Mutex.
func (*mutex) Type() *objects.Type { return MutexType }

// Acquire takes the lock where nobody has it.
func (m *mutex) Acquire() bool { return m.acquireFor(nil) }

func (m *mutex) acquireFor(tt *objects.TypeTable) bool {
	if m.held > 0 && m.owner != tt {
		return false
	}
	m.held, m.owner = m.held+1, tt
	return true
}

// semaphore lets so many have it at a time.
type semaphore struct {
	typ         *objects.Type
	count, most int
}

// Type is Semaphore or SemaphoreSlim.
func (s *semaphore) Type() *objects.Type { return s.typ }

// Acquire takes one of the places.
func (s *semaphore) Acquire() bool {
	if s.count == 0 {
		return false
	}
	s.count--
	return true
}

// acquire takes what a thread waits for, in the session of the call.
func acquire(c *call, w Waitable) bool {
	if m, ok := w.(*mutex); ok {
		return m.acquireFor(c.Types)
	}
	return w.Acquire()
}

// limitOf is the time-out that argument i says; -1 for none.
func limitOf(c *call, i int) time.Duration {
	if i >= len(c.Args) {
		return -1
	}
	if c.Args[i].IsInt32() {
		return time.Duration(c.Int(i)) * time.Millisecond
	}
	return time.Duration(c.Args[i].Int64()/datetime.TicksPerMicrosecond) * time.Microsecond
}

// waitOne is WaitOne and Wait.
func waitOne(c *call) (value, error) {
	w, ok := objects.As[Waitable](c.This)
	if !ok {
		return objects.Bool(true), nil
	}
	reached, err := c.Types.Await(func() bool { return acquire(c, w) }, limitOf(c, 0))
	return objects.Bool(reached), err
}

// waitMany is WaitAll, and WaitAny, which gives the place of the one that it got.
func waitMany(all bool) func(c *call) (value, error) {
	return func(c *call) (value, error) {
		handles := c.Items(0)
		got, first := make([]bool, len(handles)), -1
		reached, err := c.Types.Await(func() bool {
			left := len(handles)
			for i, h := range handles {
				w, ok := objects.As[Waitable](h)
				if got[i] = got[i] || !ok || acquire(c, w); !got[i] {
					continue
				}
				if left--; !all {
					first = i
					return true
				}
			}
			return left == 0
		}, limitOf(c, 1))
		if all {
			return objects.Bool(reached), err
		}
		if !reached {
			first = 258 // WaitHandle.WaitTimeout
		}
		return objects.Int(first), err
	}
}

func waitHandleDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type:       waitHandleType,
		Properties: []objects.Property{constant("static int WaitTimeout {get;}", objects.Int(258))},
		Methods: []objects.Method{
			partial("bool WaitOne()", waitOne), partial("bool WaitOne(int millisecondsTimeout)", waitOne), partial("bool WaitOne(timespan timeout)", waitOne),
			partial("bool WaitOne(int millisecondsTimeout, bool exitContext)", waitOne),
			does("void Close()", func(*call) error { return nil }), does("void Dispose()", func(*call) error { return nil }),
			partial("static bool WaitAll(System.Threading.WaitHandle[] waitHandles)", waitMany(true)),
			partial("static bool WaitAll(System.Threading.WaitHandle[] waitHandles, int millisecondsTimeout)", waitMany(true)),
			partial("static bool WaitAll(System.Threading.WaitHandle[] waitHandles, timespan timeout)", waitMany(true)),
			partial("static int WaitAny(System.Threading.WaitHandle[] waitHandles)", waitMany(false)),
			partial("static int WaitAny(System.Threading.WaitHandle[] waitHandles, int millisecondsTimeout)", waitMany(false)),
			partial("static int WaitAny(System.Threading.WaitHandle[] waitHandles, timespan timeout)", waitMany(false)),
		},
	}
}

func eventDeclaration() *objects.Declaration {
	set := func(to bool) func(c *call) value {
		return func(c *call) value {
			if e, ok := objects.As[*event](c.This); ok {
				e.signalled = to
			}
			return objects.Bool(true)
		}
	}
	return &objects.Declaration{Type: eventHandleType, Methods: []objects.Method{total("bool Set()", set(true)), total("bool Reset()", set(false))}}
}

// eventKind declares the constructor of a kind of event.
func eventKind(t *objects.Type) func() *objects.Declaration {
	return func() *objects.Declaration {
		return &objects.Declaration{Type: t, Constructors: []objects.Method{total("new(bool initialState)", func(c *call) value {
			return objects.Of(&event{t, c.Bool(0), t == autoResetEventType})
		})}}
	}
}

func mutexDeclaration() *objects.Declaration {
	create := func(c *call) (value, error) {
		m, found := &mutex{}, false
		if len(c.Args) > 1 && c.Str(1) != "" {
			var lock any
			lock, found = c.Types.Locks().Named(c.Str(1), func() any { return m })
			m = lock.(*mutex)
		}
		if len(c.Args) > 0 && c.Bool(0) {
			m.acquireFor(c.Types)
		}
		if len(c.Args) > 2 {
			return objects.Of(m), c.Assign(2, objects.Bool(!found))
		}
		return objects.Of(m), nil
	}
	return &objects.Declaration{
		Type: MutexType,
		Constructors: []objects.Method{
			partial("new()", create), partial("new(bool initiallyOwned)", create), partial("new(bool initiallyOwned, string name)", create),
			partial("new(bool initiallyOwned, string name, [ref] bool createdNew)", create),
		},
		Methods: []objects.Method{does("void ReleaseMutex()", func(c *call) error {
			m, ok := objects.As[*mutex](c.This)
			if !ok || m.held == 0 || m.owner != c.Types {
				return objects.NewException(objects.SystemException, "Object synchronization method was called from an unsynchronized block of code.")
			}
			m.held--
			return nil
		})},
	}
}

func semaphoreDeclaration(t *objects.Type) func() *objects.Declaration {
	create := func(c *call) value {
		s := &semaphore{t, c.Int(0), 1<<31 - 1}
		if len(c.Args) > 1 {
			s.most = c.Int(1)
		}
		return objects.Of(s)
	}
	release := func(c *call) (value, error) {
		s, ok := objects.As[*semaphore](c.This)
		if !ok {
			return objects.Null, nil
		}
		n := 1
		if len(c.Args) > 0 {
			n = c.Int(0)
		}
		if s.count+n > s.most {
			return objects.Null, objects.NewException(semaphoreFullType, "Adding the specified count to the semaphore would cause it to exceed its maximum count.")
		}
		before := s.count
		s.count += n
		return objects.Int(before), nil
	}
	return func() *objects.Declaration {
		d := &objects.Declaration{Type: t, Methods: []objects.Method{partial("int Release()", release), partial("int Release(int releaseCount)", release)}}
		if t == semaphoreType {
			d.Constructors = []objects.Method{total("new(int initialCount, int maximumCount)", create), total("new(int initialCount, int maximumCount, string name)", create)}
			return d
		}
		d.Constructors = []objects.Method{total("new(int initialCount)", create), total("new(int initialCount, int maxCount)", create)}
		d.Properties = []objects.Property{reads("int CurrentCount {get;}", func(v value) value {
			s, _ := objects.As[*semaphore](v)
			return objects.Int(s.count)
		})}
		d.Methods = append(d.Methods, partial("void Wait()", waited), partial("bool Wait(int millisecondsTimeout)", waitOne), partial("bool Wait(timespan timeout)", waitOne),
			does("void Dispose()", func(*call) error { return nil }))
		return d
	}
}

// waited is waitOne without a result.
func waited(c *call) (value, error) {
	_, err := waitOne(c)
	return objects.AutomationNull(), err
}

func waitEntries() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: waitHandleType, Declare: waitHandleDeclaration}, {Type: eventHandleType, Declare: eventDeclaration},
		{Type: ManualResetEventType, Declare: eventKind(ManualResetEventType)}, {Type: autoResetEventType, Declare: eventKind(autoResetEventType)},
		{Type: MutexType, Declare: mutexDeclaration}, {Type: semaphoreType, Declare: semaphoreDeclaration(semaphoreType)},
		{Type: semaphoreSlimType, Declare: semaphoreDeclaration(semaphoreSlimType)}, {Type: semaphoreFullType},
	}
}
