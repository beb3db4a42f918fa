package system

import (
	"slices"
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
	ApartmentStateType = &objects.Type{FullName: "System.Threading.ApartmentState", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names: []string{"STA", "MTA", "Unknown"}, Values: []int64{0, 1, 2}}}
)

// thread is the one thread of a script.
type thread struct{ name, background value }

// Type is System.Threading.Thread.
func (*thread) Type() *objects.Type { return ThreadType }

// sleep waits, unless Ctrl+C comes first; other sessions may run meanwhile.
func sleep(c *call, d time.Duration) error {
	if d < -time.Millisecond {
		return objects.OutOfRange("Number must be either non-negative and less than or equal to Int32.MaxValue or -1.", "millisecondsTimeout")
	}
	if d < 0 {
		_, err := c.Types.Await(func() bool { return false }, d)
		return err
	}
	return c.Types.Pause(d)
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
			constant("System.Threading.ApartmentState ApartmentState {get;set;}", objects.Word(ApartmentStateType, 1)),
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
			total("System.Threading.ApartmentState GetApartmentState()", func(*call) value { return objects.Word(ApartmentStateType, 1) }),
		},
	}
}

func threadingEntries() []objects.TypeEntry {
	return slices.Concat([]objects.TypeEntry{
		{Type: ThreadType, Declare: threadDeclaration}, {Type: threadPriorityType}, {Type: ApartmentStateType}, {Type: AsyncResultType},
	}, waitEntries(), taskEntries(), interlockedEntries())
}
