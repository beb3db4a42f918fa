package system

import (
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
)

// The types of threads that scripts meet: the one they run on, and what
// belongs together with it.
var (
	ThreadType         = &objects.Type{FullName: "System.Threading.Thread", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	threadPriorityType = &objects.Type{FullName: "System.Threading.ThreadPriority", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names: []string{"Lowest", "BelowNormal", "Normal", "AboveNormal", "Highest"}, Values: []int64{0, 1, 2, 3, 4}}}
	apartmentType = &objects.Type{FullName: "System.Threading.ApartmentState", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names: []string{"STA", "MTA", "Unknown"}, Values: []int64{0, 1, 2}}}
	waitHandleType = &objects.Type{FullName: "System.Threading.WaitHandle", Base: nil, Kind: objects.KindObject, Attributes: objects.AbstractAttr, Interfaces: []*objects.Type{objects.DisposableType}}
	MutexType      = &objects.Type{FullName: "System.Threading.Mutex", Base: waitHandleType, Kind: objects.KindObject, Attributes: objects.SealedAttr}
	TaskType       = &objects.Type{FullName: "System.Threading.Tasks.Task", Kind: objects.KindObject}
	taskOpenType   = &objects.Type{FullName: "System.Threading.Tasks.Task`1", Base: TaskType, Kind: objects.KindObject, Attributes: objects.GenericAttr}
)

// thread is the one thread of a script.
type thread struct{ name, background value }

// Type is System.Threading.Thread.
func (*thread) Type() *objects.Type { return ThreadType }

// sleep waits, unless Ctrl+C comes first.
func sleep(c *call, d time.Duration) error {
	if d < 0 {
		return objects.OutOfRange("Number must be either non-negative and less than or equal to Int32.MaxValue or -1.", "millisecondsTimeout")
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-c.Context.Done():
		return c.Context.Err()
	}
}

func threadDeclaration() *objects.Declaration {
	current := &thread{name: objects.Null, background: objects.Bool(false)}
	culture := func(name string) objects.Property {
		of := func(tt *objects.TypeTable) (*objects.Type, bool) {
			return tt.Lookup("System.Globalization.CultureInfo", nil)
		}
		return objects.Property{
			Signature: "cultureinfo " + name + " {get;set;}",
			GetIn: func(tt *objects.TypeTable, _ value) (value, error) {
				t, ok := of(tt)
				if !ok {
					return objects.Null, nil
				}
				v, _, err := tt.StaticProperty(t, name)
				return v, err
			},
			SetIn: func(tt *objects.TypeTable, _, v value) error {
				t, ok := of(tt)
				if !ok {
					return nil
				}
				return tt.SetStaticProperty(t, name, v)
			},
		}
	}
	return &objects.Declaration{
		Type: ThreadType,
		Properties: []objects.Property{
			constant("System.Threading.ApartmentState ApartmentState {get;set;}", objects.Word(apartmentType, 1)),
			culture("CurrentCulture"),
			culture("CurrentUICulture"),
			constant("bool IsAlive {get;}", objects.Bool(true)),
			objects.Slot("bool IsBackground {get;set;}", func(t *thread) *value { return &t.background }),
			constant("bool IsThreadPoolThread {get;}", objects.Bool(false)),
			constant("int ManagedThreadId {get;}", objects.Int(1)),
			objects.Slot("string Name {get;set;}", func(t *thread) *value { return &t.name }),
			constant("System.Threading.ThreadPriority Priority {get;set;}", objects.Word(threadPriorityType, 2)),
			constant("static System.Threading.Thread CurrentThread {get;}", objects.Of(current)),
		},
		Methods: []objects.Method{
			does("static void Sleep(int millisecondsTimeout)", func(c *call) error { return sleep(c, time.Duration(c.Int(0))*time.Millisecond) }),
			does("static void Sleep(timespan timeout)", func(c *call) error {
				return sleep(c, time.Duration(c.Args[0].Int64()/datetime.TicksPerMicrosecond)*time.Microsecond)
			}),
			total("static bool Yield()", func(*call) value { return objects.Bool(false) }),
			total("System.Threading.ApartmentState GetApartmentState()", func(*call) value { return objects.Word(apartmentType, 1) }),
		},
	}
}

// mutex is a lock that nobody else can hold, since a script runs on one thread.
type mutex struct{ held int }

// Type is System.Threading.Mutex.
func (*mutex) Type() *objects.Type { return MutexType }

func mutexDeclaration() *objects.Declaration {
	create := func(c *call) (value, error) {
		m := &mutex{}
		if len(c.Args) > 0 && c.Bool(0) {
			m.held = 1
		}
		if len(c.Args) > 2 {
			return objects.Of(m), c.Assign(2, objects.Bool(true))
		}
		return objects.Of(m), nil
	}
	wait := func(c *call) value {
		if m, ok := objects.As[*mutex](c.This); ok {
			m.held++
		}
		return objects.Bool(true)
	}
	return &objects.Declaration{
		Type: MutexType,
		Constructors: []objects.Method{
			partial("new()", create), partial("new(bool initiallyOwned)", create), partial("new(bool initiallyOwned, string name)", create),
			partial("new(bool initiallyOwned, string name, [ref] bool createdNew)", create),
		},
		Methods: []objects.Method{
			total("bool WaitOne()", wait), total("bool WaitOne(int millisecondsTimeout)", wait), total("bool WaitOne(timespan timeout)", wait),
			does("void ReleaseMutex()", func(c *call) error {
				m, ok := objects.As[*mutex](c.This)
				if !ok || m.held == 0 {
					return objects.NewException(objects.SystemException, "Object synchronization method was called from an unsynchronized block of code.")
				}
				m.held--
				return nil
			}),
			does("void Close()", func(*call) error { return nil }),
			does("void Dispose()", func(*call) error { return nil }),
		},
	}
}

// task is work that is done already.
type task struct {
	typ    *objects.Type
	result value
}

// Type is the task's type.
func (t *task) Type() *objects.Type { return t.typ }

func taskEntries() []objects.TypeEntry {
	done := func(name string, is bool) objects.Property { return constant("bool "+name+" {get;}", objects.Bool(is)) }
	return []objects.TypeEntry{
		{Type: TaskType, Declare: func() *objects.Declaration {
			return &objects.Declaration{
				Type:       TaskType,
				Properties: []objects.Property{done("IsCompleted", true), done("IsCanceled", false), done("IsFaulted", false), done("IsCompletedSuccessfully", true), constant("static System.Threading.Tasks.Task CompletedTask {get;}", objects.Of(&task{typ: TaskType}))},
				Methods: []objects.Method{
					total("static System.Threading.Tasks.Task[TResult] FromResult[TResult](TResult result)", func(c *call) value {
						t := c.Args[0].Type()
						if t == nil {
							t = objects.ObjectType
						}
						return objects.Of(&task{objects.MakeGeneric(taskOpenType, t), c.Args[0]})
					}),
					does("void Wait()", func(*call) error { return nil }),
					does("void Dispose()", func(*call) error { return nil }),
				},
			}
		}},
		{Type: taskOpenType, Declare: func() *objects.Declaration {
			return &objects.Declaration{Type: taskOpenType, Parameters: []string{"TResult"}, Properties: []objects.Property{
				reads("TResult Result {get;}", func(v value) value {
					if t, ok := objects.As[*task](v); ok {
						return t.result
					}
					return objects.Null
				}),
			}}
		}},
	}
}

func threadingEntries() []objects.TypeEntry {
	return append([]objects.TypeEntry{
		{Type: ThreadType, Declare: threadDeclaration}, {Type: threadPriorityType}, {Type: apartmentType}, {Type: waitHandleType},
		{Type: MutexType, Declare: mutexDeclaration},
	}, taskEntries()...)
}
