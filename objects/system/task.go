package system

import (
	"errors"
	"time"

	"github.com/csshell/csshell/objects"
)

// The types of tasks.
var (
	TaskType         = &objects.Type{FullName: "System.Threading.Tasks.Task", Kind: objects.KindObject, Interfaces: []*objects.Type{AsyncResultType, objects.DisposableType}}
	taskOpenType     = &objects.Type{FullName: "System.Threading.Tasks.Task`1", Base: TaskType, Kind: objects.KindObject, Attributes: objects.GenericAttr}
	taskStatusType   = objects.ValuedEnum("System.Threading.Tasks.TaskStatus", []int64{0, 1, 2, 3, 4, 5, 6, 7}, "Created", "WaitingForActivation", "WaitingToRun", "Running", "WaitingForChildrenToComplete", "RanToCompletion", "Canceled", "Faulted")
	awaiterType      = &objects.Type{FullName: "System.Runtime.CompilerServices.TaskAwaiter", Kind: objects.KindObject, Attributes: objects.ValueTypeAttr}
	cancelSourceType = &objects.Type{FullName: "System.Threading.CancellationTokenSource", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.DisposableType}}
	cancelTokenType  = &objects.Type{FullName: "System.Threading.CancellationToken", Kind: objects.KindObject, Attributes: objects.ValueTypeAttr}
)

// Work is what a task does: it ends some time, with a result or an error.
type Work interface {
	Done() bool
	Result() (objects.Value, error)
}

// Task is System.Threading.Tasks.Task.
type Task struct {
	typ  *objects.Type
	work Work
}

// NewTask is a task with a result of the type.
func NewTask(result *objects.Type, w Work) *Task {
	return &Task{objects.MakeGeneric(taskOpenType, result), w}
}

// Type is the task's type.
func (t *Task) Type() *objects.Type { return t.typ }

// Acquire reports whether the task has ended.
func (t *Task) Acquire() bool { return t.work.Done() }

// finished is work that is done already.
type finished struct {
	result value
	err    error
}

// Done is true.
func (*finished) Done() bool { return true }

// Result is what it was made with.
func (f *finished) Result() (value, error) { return f.result, f.err }

// delay is work that is done at a time.
type delay struct{ until time.Time }

// Done reports whether the time has come.
func (d *delay) Done() bool { return !time.Now().Before(d.until) }

// Result is none.
func (*delay) Result() (value, error) { return objects.Null, nil }

// together is done when all of its tasks are, or the first.
type together struct {
	tasks []*Task
	first bool
}

// Done reports whether all tasks have ended, or one where that is enough.
func (t *together) Done() bool {
	for _, one := range t.tasks {
		if one.work.Done() == t.first {
			return t.first
		}
	}
	return !t.first
}

// Result is what the tasks have given, or the first that has ended.
func (t *together) Result() (value, error) {
	items := make([]value, len(t.tasks))
	for i, one := range t.tasks {
		if t.first {
			if one.work.Done() {
				return objects.Of(one), nil
			}
			continue
		}
		v, err := one.work.Result()
		if err != nil {
			return objects.Null, err
		}
		items[i] = v
	}
	return objects.ArrayValue(items), nil
}

func taskOf(v value) *Task {
	if t, ok := objects.As[*Task](v); ok {
		return t
	}
	return &Task{TaskType, &finished{result: objects.Null}}
}

// failure is the error that ended the task; nil while it runs.
func (t *Task) failure() error {
	if !t.work.Done() {
		return nil
	}
	_, err := t.work.Result()
	return err
}

// status is the TaskStatus: waiting, done or failed.
func (t *Task) status() int64 {
	switch {
	case !t.work.Done():
		return 1
	case t.failure() != nil:
		return 7
	}
	return 5
}

// aggregated is the error of Wait and Result: an AggregateException around it.
func aggregated(err error) error {
	if err == nil {
		return nil
	}
	return objects.NewException(AggregateException, "One or more errors occurred. ("+err.Error()+")").Because(err)
}

// waitTask waits for a task; argument i may be a time-out.
func waitTask(c *call, t *Task, i int) (bool, error) {
	done, err := c.Types.Await(t.work.Done, limitOf(c, i))
	if err == nil && done {
		err = aggregated(t.failure())
	}
	return done, err
}

func taskDeclaration() *objects.Declaration {
	state := func(name string, is func(t *Task) bool) objects.Property {
		return reads("bool "+name+" {get;}", func(v value) value { return objects.Bool(is(taskOf(v))) })
	}
	waits := func(c *call) (value, error) {
		done, err := waitTask(c, taskOf(c.This), 0)
		return objects.Bool(done), err
	}
	return &objects.Declaration{
		Type: TaskType,
		Properties: []objects.Property{
			state("IsCompleted", func(t *Task) bool { return t.work.Done() }),
			state("IsCanceled", func(*Task) bool { return false }),
			state("IsFaulted", func(t *Task) bool { return t.failure() != nil }),
			state("IsCompletedSuccessfully", func(t *Task) bool { return t.work.Done() && t.failure() == nil }),
			reads("System.Threading.Tasks.TaskStatus Status {get;}", func(v value) value { return objects.Word(taskStatusType, uint64(taskOf(v).status())) }),
			reads("System.AggregateException Exception {get;}", func(v value) value {
				e, ok := errors.AsType[*objects.Exception](aggregated(taskOf(v).failure()))
				if !ok {
					return objects.Null
				}
				return objects.Of(e)
			}),
			constant("static System.Threading.Tasks.Task CompletedTask {get;}", objects.Of(&Task{TaskType, &finished{result: objects.Null}})),
		},
		Methods: append([]objects.Method{
			does("void Wait()", func(c *call) error { _, err := waits(c); return err }),
			partial("bool Wait(int millisecondsTimeout)", waits), partial("bool Wait(timespan timeout)", waits),
			total("System.Runtime.CompilerServices.TaskAwaiter GetAwaiter()", func(c *call) value { return objects.Of(&awaiter{taskOf(c.This)}) }),
			total("System.Threading.Tasks.Task ConfigureAwait(bool continueOnCapturedContext)", func(c *call) value { return c.This }),
			does("void Dispose()", func(*call) error { return nil }),
		}, taskStatics()...),
	}
}

func taskStatics() []objects.Method {
	tasks := func(c *call) []*Task {
		list := make([]*Task, len(c.Items(0)))
		for i, v := range c.Items(0) {
			list[i] = taskOf(v)
		}
		return list
	}
	later := func(c *call) value { return objects.Of(&Task{TaskType, &delay{time.Now().Add(limitOf(c, 0))}}) }
	waitAll := func(c *call) (value, error) {
		done, err := waitTask(c, &Task{TaskType, &together{tasks: tasks(c)}}, 1)
		return objects.Bool(done), err
	}
	return []objects.Method{
		total("static System.Threading.Tasks.Task[TResult] FromResult[TResult](TResult result)", func(c *call) value {
			t := c.Args[0].Type()
			if len(c.TypeArgs) > 0 {
				t = c.TypeArgs[0]
			}
			if t == nil {
				t = objects.ObjectType
			}
			return objects.Of(NewTask(t, &finished{result: c.Args[0]}))
		}),
		total("static System.Threading.Tasks.Task Delay(int millisecondsDelay)", later),
		total("static System.Threading.Tasks.Task Delay(timespan delay)", later),
		total("static System.Threading.Tasks.Task WhenAll(Params System.Threading.Tasks.Task[] tasks)", func(c *call) value {
			return objects.Of(NewTask(objects.ArrayOf(objects.ObjectType), &together{tasks: tasks(c)}))
		}),
		total("static System.Threading.Tasks.Task[System.Threading.Tasks.Task] WhenAny(Params System.Threading.Tasks.Task[] tasks)", func(c *call) value {
			return objects.Of(NewTask(TaskType, &together{tasks(c), true}))
		}),
		does("static void WaitAll(Params System.Threading.Tasks.Task[] tasks)", func(c *call) error { c.Args = c.Args[:1]; _, err := waitAll(c); return err }),
		partial("static bool WaitAll(System.Threading.Tasks.Task[] tasks, int millisecondsTimeout)", waitAll),
		partial("static int WaitAny(Params System.Threading.Tasks.Task[] tasks)", waitMany(false)),
	}
}

// awaiter is what await works with: GetResult throws the error itself.
type awaiter struct{ task *Task }

// Type is System.Runtime.CompilerServices.TaskAwaiter.
func (*awaiter) Type() *objects.Type { return awaiterType }

func awaiterDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: awaiterType,
		Properties: []objects.Property{reads("bool IsCompleted {get;}", func(v value) value {
			a, _ := objects.As[*awaiter](v)
			return objects.Bool(a.task.work.Done())
		})},
		Methods: []objects.Method{partial("System.Object GetResult()", func(c *call) (value, error) {
			a, _ := objects.As[*awaiter](c.This)
			if _, err := c.Types.Await(a.task.work.Done, -1); err != nil {
				return objects.Null, err
			}
			v, err := a.task.work.Result()
			if a.task.typ == TaskType {
				v = objects.AutomationNull()
			}
			return v, err
		})},
	}
}

// cancellation is a CancellationTokenSource and its token.
type cancellation struct {
	typ       *objects.Type
	cancelled *bool
	until     *time.Time
}

// Type is CancellationTokenSource or CancellationToken.
func (c *cancellation) Type() *objects.Type { return c.typ }

func (c *cancellation) requested() bool {
	return c.cancelled != nil && (*c.cancelled || !c.until.IsZero() && !time.Now().Before(*c.until))
}

func cancellationOf(v value) *cancellation {
	if c, ok := objects.As[*cancellation](v); ok {
		return c
	}
	return &cancellation{typ: cancelTokenType}
}

func cancellationDeclaration() *objects.Declaration {
	create := func(c *call) value {
		s := &cancellation{cancelSourceType, new(bool), new(time.Time)}
		if len(c.Args) > 0 {
			*s.until = time.Now().Add(limitOf(c, 0))
		}
		return objects.Of(s)
	}
	after := func(c *call) error {
		*cancellationOf(c.This).until = time.Now().Add(limitOf(c, 0))
		return nil
	}
	return &objects.Declaration{
		Type:         cancelSourceType,
		Constructors: []objects.Method{total("new()", create), total("new(int millisecondsDelay)", create), total("new(timespan delay)", create)},
		Properties: []objects.Property{
			reads("bool IsCancellationRequested {get;}", func(v value) value { return objects.Bool(cancellationOf(v).requested()) }),
			reads("System.Threading.CancellationToken Token {get;}", func(v value) value {
				token := *cancellationOf(v)
				token.typ = cancelTokenType
				return objects.Of(&token)
			}),
		},
		Methods: []objects.Method{
			does("void Cancel()", func(c *call) error { *cancellationOf(c.This).cancelled = true; return nil }),
			does("void CancelAfter(int millisecondsDelay)", after), does("void CancelAfter(timespan delay)", after),
			does("void Dispose()", func(*call) error { return nil }),
		},
	}
}

func cancelTokenDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: cancelTokenType,
		Properties: []objects.Property{
			reads("bool IsCancellationRequested {get;}", func(v value) value { return objects.Bool(cancellationOf(v).requested()) }),
			reads("bool CanBeCanceled {get;}", func(v value) value { return objects.Bool(cancellationOf(v).cancelled != nil) }),
			constant("static System.Threading.CancellationToken None {get;}", objects.Of(&cancellation{typ: cancelTokenType})),
		},
		Methods: []objects.Method{does("void ThrowIfCancellationRequested()", func(c *call) error {
			if cancellationOf(c.This).requested() {
				return objects.NewException(objects.OperationCanceled, "The operation was canceled.")
			}
			return nil
		})},
	}
}

func taskEntries() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: TaskType, Declare: taskDeclaration}, {Type: taskStatusType}, {Type: awaiterType, Declare: awaiterDeclaration},
		{Type: cancelSourceType, Declare: cancellationDeclaration}, {Type: cancelTokenType, Declare: cancelTokenDeclaration},
		{Type: taskOpenType, Declare: func() *objects.Declaration {
			return &objects.Declaration{Type: taskOpenType, Parameters: []string{"TResult"}, Properties: []objects.Property{{
				Signature: "TResult Result {get;}", GetIn: func(tt *objects.TypeTable, this value) (value, error) {
					t := taskOf(this)
					if _, err := tt.Await(t.work.Done, -1); err != nil {
						return objects.Null, err
					}
					v, err := t.work.Result()
					return v, aggregated(err)
				},
			}}}
		}},
	}
}
