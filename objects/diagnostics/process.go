package diagnostics

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
	"github.com/csshell/csshell/objects/io"
)

// The types of processes.
var (
	ComponentType = &objects.Type{FullName: "System.ComponentModel.Component", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.DisposableType}}
	ProcessType   = &objects.Type{FullName: "System.Diagnostics.Process", Base: ComponentType, Kind: objects.KindObject}
)

// Process is a process of the machine, seen through /proc (proc(5)).
type Process struct {
	ID    int
	stat  []string // the fields of stat behind the name, read once
	name  string
	child *child // of a process that the session started

	info             *startInfo // nil before it is asked for
	input            *io.Writer // of redirected streams; nil for others
	output, failures *io.Reader
	raises           value // EnableRaisingEvents
}

// child is how a process that was started here ends.
type child struct {
	done chan struct{} // closed at the end
	code int           // valid then
	at   time.Time
}

// StartedProcess makes the object of a program that was just started, and waits for its
// end in the background.
func StartedProcess(cmd *exec.Cmd) *Process {
	p, _ := FindProcess(cmd.Process.Pid)
	p.child = &child{done: make(chan struct{})}
	if p.name == "" {
		p.name = filepath.Base(cmd.Path)
	}
	go func() {
		_ = cmd.Wait() // the state tells how it ended
		p.child.code, p.child.at = exitCode(cmd.ProcessState), time.Now()
		close(p.child.done)
	}()
	return p
}

// exitCode is the code a program ended with; 128 and the signal's number for one
// that a signal ended.
func exitCode(state *os.ProcessState) int {
	if status, ok := state.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		return 128 + int(status.Signal())
	}
	return state.ExitCode()
}

// ExitCode is the code the process ended with. The error is the
// InvalidOperationException of one that runs, or was not started here.
func (p *Process) ExitCode() (int, error) {
	switch {
	case p.child == nil:
		return 0, objects.NewException(objects.InvalidOperationException, "Process was not started by this object, so requested information cannot be determined.")
	case !p.Exited():
		return 0, objects.NewException(objects.InvalidOperationException, "Process must exit before requested information can be determined.")
	}
	return p.child.code, nil
}

// Kill ends the process at once; one that has ended is no error.
func (p *Process) Kill() error {
	err := syscall.Kill(p.ID, syscall.SIGKILL)
	if errors.Is(err, fs.ErrPermission) {
		return objects.NewException(objects.InvalidOperationException, "Operation not permitted")
	}
	return nil
}

// User is the name of the user who runs the process; "" where it is not known.
func (p *Process) User() string {
	info, err := os.Stat("/proc/" + strconv.Itoa(p.ID))
	if err != nil {
		return ""
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return ""
	}
	id := strconv.FormatUint(uint64(stat.Uid), 10)
	if u, err := user.LookupId(id); err == nil {
		return u.Username
	}
	return id
}

// Type is System.Diagnostics.Process.
func (*Process) Type() *objects.Type { return ProcessType }

// Text names the process as .NET does.
func (p *Process) Text() (string, error) {
	return "System.Diagnostics.Process (" + p.Name() + ")", nil
}

// FindProcess is a running process; ok is false where there is none.
func FindProcess(id int) (p *Process, ok bool) {
	p = &Process{ID: id}
	return p, p.read()
}

// Processes are all running processes in the order of their numbers.
func Processes() []*Process {
	found, err := os.ReadDir("/proc")
	if err != nil {
		return nil
	}
	var all []*Process
	for _, e := range found {
		if id, err := strconv.Atoi(e.Name()); err == nil {
			if p, ok := FindProcess(id); ok {
				all = append(all, p)
			}
		}
	}
	slices.SortFunc(all, func(a, b *Process) int { return a.ID - b.ID })
	return all
}

// read reads /proc/ID/stat: the name in parentheses, which may hold anything,
// then fields with blanks between.
func (p *Process) read() bool {
	b, err := os.ReadFile(p.path("stat"))
	if err != nil {
		return false
	}
	s := string(b)
	open, closing := strings.IndexByte(s, '('), strings.LastIndexByte(s, ')')
	if open < 0 || closing < open {
		return false
	}
	p.name, p.stat = s[open+1:closing], strings.Fields(s[closing+1:])
	return true
}

func (p *Process) path(file string) string {
	return filepath.Join("/proc", strconv.Itoa(p.ID), file)
}

// The places of fields in stat, counted from the state.
const (
	fieldSession   = 3
	fieldUserTime  = 11
	fieldKernel    = 12
	fieldNice      = 16
	fieldStarted   = 19
	fieldVirtual   = 20
	fieldResident  = 21
	ticksPerSecond = 100 // USER_HZ
)

func (p *Process) field(i int) int64 {
	if i >= len(p.stat) {
		return 0
	}
	n, _ := strconv.ParseInt(p.stat[i], 10, 64)
	return n
}

// Name is the process's name: that of its program where the kernel cut it.
func (p *Process) Name() string {
	const kernelLimit = 15
	if len(p.name) < kernelLimit {
		return p.name
	}
	if program := filepath.Base(p.Path()); strings.HasPrefix(program, p.name) {
		return program
	}
	return p.name
}

// Path is the file of the program; "" where it cannot be seen.
func (p *Process) Path() string {
	path, err := os.Readlink(p.path("exe"))
	if err != nil {
		return ""
	}
	return path
}

// CommandLine is the program with its arguments, blanks between.
func (p *Process) CommandLine() string {
	b, err := os.ReadFile(p.path("cmdline"))
	if err != nil {
		return ""
	}
	return strings.TrimSpace(strings.ReplaceAll(string(b), "\x00", " "))
}

// Started is when the process began.
func (p *Process) Started() time.Time {
	b, err := os.ReadFile("/proc/stat")
	if err != nil {
		return time.Time{}
	}
	_, rest, _ := strings.Cut(string(b), "btime ")
	line, _, _ := strings.Cut(rest, "\n")
	boot, _ := strconv.ParseInt(line, 10, 64)
	return time.Unix(boot, 0).Add(time.Duration(p.field(fieldStarted)) * time.Second / ticksPerSecond)
}

func (p *Process) processorTime(fields ...int) datetime.TimeSpan {
	var ticks int64
	for _, f := range fields {
		ticks += p.field(f)
	}
	return datetime.TimeSpan(ticks * datetime.TicksPerSecond / ticksPerSecond)
}

// memory is a line of /proc/ID/status in bytes.
func (p *Process) memory(name string) int64 {
	b, err := os.ReadFile(p.path("status"))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(b), name+":")
	line, _, _ := strings.Cut(rest, "\n")
	n, _ := strconv.ParseInt(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(line), "kB")), 10, 64)
	return n * 1024
}

// Exited reports whether the process has ended.
func (p *Process) Exited() bool {
	if p.child != nil {
		select {
		case <-p.child.done:
			return true
		default:
			return false
		}
	}
	again := &Process{ID: p.ID}
	return !again.read() || again.field(fieldStarted) != p.field(fieldStarted) || len(again.stat) > 0 && again.stat[0] == "Z"
}

func processOf(v value) *Process {
	if p, ok := objects.As[*Process](v); ok {
		return p
	}
	return &Process{}
}

func processDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: ProcessType, Properties: slices.Concat(processFacts(), processMemory(), processOfWindows(), startProperties()),
		Constructors: []objects.Method{total("new()", func(*call) value { return objects.Of(&Process{}) })},
		Methods: slices.Concat(processMethods(), processStatic(), startMethods(), objects.Unable(
			"void BeginErrorReadLine()", "void BeginOutputReadLine()", "void CancelErrorRead()", "void CancelOutputRead()", "bool CloseMainWindow()",
			"System.Object GetLifetimeService()", "System.Object InitializeLifetimeService()", "bool WaitForInputIdle()", "bool WaitForInputIdle(int milliseconds)",
			"static void EnterDebugMode()", "static void LeaveDebugMode()")),
		Data: processData(),
	}
}

func processFacts() []objects.Property {
	text := func(name string, of func(p *Process) string) objects.Property {
		return reads("string "+name+" {get;}", func(this value) value { return objects.String(of(processOf(this))) })
	}
	spanned := func(name string, fields ...int) objects.Property {
		return reads("timespan "+name+" {get;}", func(this value) value { return objects.TimeSpanOf(processOf(this).processorTime(fields...)) })
	}
	return []objects.Property{
		reads("int BasePriority {get;}", func(this value) value { return objects.Int(8 - int(processOf(this).field(fieldNice))/2) }),
		{Signature: "int ExitCode {get;}", Get: func(this value) (value, error) {
			code, err := processOf(this).ExitCode()
			return objects.Int(code), err
		}},
		{Signature: "datetime ExitTime {get;}", GetIn: func(tt *objects.TypeTable, this value) (value, error) {
			p := processOf(this)
			if _, err := p.ExitCode(); err != nil {
				return objects.Null, err
			}
			return objects.DateTimeOf(datetime.FromTime(p.child.at.In(tt.Zone()), datetime.Local)), nil
		}},
		reads("bool HasExited {get;}", func(this value) value { return objects.Bool(processOf(this).Exited()) }),
		{Signature: "datetime StartTime {get;}", GetIn: func(tt *objects.TypeTable, this value) (value, error) {
			return objects.DateTimeOf(datetime.FromTime(processOf(this).Started().In(tt.Zone()), datetime.Local)), nil
		}},
		reads("int Id {get;}", func(this value) value { return objects.Int(processOf(this).ID) }),
		text("MachineName", func(*Process) string { return "." }),
		text("ProcessName", (*Process).Name),
		reads("int SessionId {get;}", func(this value) value { return objects.Int(int(processOf(this).field(fieldSession))) }),
		reads("int HandleCount {get;}", func(this value) value {
			found, _ := os.ReadDir(processOf(this).path("fd"))
			return objects.Int(len(found))
		}),
		reads("bool Responding {get;}", func(value) value { return objects.Bool(true) }),
		text("MainWindowTitle", func(*Process) string { return "" }),
		spanned("PrivilegedProcessorTime", fieldKernel),
		spanned("TotalProcessorTime", fieldUserTime, fieldKernel),
		spanned("UserProcessorTime", fieldUserTime),
	}
}

// processOfWindows are facts that a process has elsewhere, or that belong to the one
// who started it.
func processOfWindows() []objects.Property {
	return append(objects.Nothing(
		"System.ComponentModel.IContainer Container {get;}", "System.ComponentModel.ISite Site {get;set;}", "System.ComponentModel.ISynchronizeInvoke SynchronizingObject {get;set;}",
		"System.Diagnostics.ProcessModule MainModule {get;}", "System.Diagnostics.ProcessModuleCollection Modules {get;}", "System.Diagnostics.ProcessThreadCollection Threads {get;}",
		"System.IntPtr Handle {get;}", "System.IntPtr MainWindowHandle {get;}", "System.IntPtr MaxWorkingSet {get;set;}", "System.IntPtr MinWorkingSet {get;set;}", "System.IntPtr ProcessorAffinity {get;set;}",
		"Microsoft.Win32.SafeHandles.SafeProcessHandle SafeHandle {get;}"),
		reads("bool PriorityBoostEnabled {get;set;}", func(value) value { return objects.Bool(false) }),
	)
}

func processMemory() []objects.Property {
	var properties []objects.Property
	page := int64(os.Getpagesize())
	for _, m := range [...]struct {
		name string
		of   func(p *Process) int64
	}{
		{"NonpagedSystemMemorySize64", func(*Process) int64 { return 0 }},
		{"PagedMemorySize64", func(p *Process) int64 { return p.memory("VmSwap") }},
		{"PagedSystemMemorySize64", func(*Process) int64 { return 0 }},
		{"PeakPagedMemorySize64", func(*Process) int64 { return 0 }},
		{"PeakVirtualMemorySize64", func(p *Process) int64 { return p.memory("VmPeak") }},
		{"PeakWorkingSet64", func(p *Process) int64 { return p.memory("VmHWM") }},
		{"PrivateMemorySize64", func(p *Process) int64 { return p.memory("VmData") }},
		{"VirtualMemorySize64", func(p *Process) int64 { return p.field(fieldVirtual) }},
		{"WorkingSet64", func(p *Process) int64 { return p.field(fieldResident) * page }},
	} {
		properties = append(properties,
			reads("long "+m.name+" {get;}", func(this value) value { return objects.Int64(m.of(processOf(this))) }),
			reads("int "+strings.TrimSuffix(m.name, "64")+" {get;}", func(this value) value { return objects.Int32(int32(m.of(processOf(this)))) }))
	}
	return properties
}

func processMethods() []objects.Method {
	kill := func(c *call) error { return processOf(c.This).Kill() }
	nothing := func(*call) value { return objects.AutomationNull() }
	return []objects.Method{
		total("void Close()", nothing),
		total("void Dispose()", nothing),
		does("void Kill()", kill),
		does("void Kill(bool entireProcessTree)", kill),
		total("void Refresh()", func(c *call) value { processOf(c.This).read(); return objects.AutomationNull() }),
		partial("string ToString()", func(c *call) (value, error) { s, err := processOf(c.This).Text(); return objects.String(s), err }),
		does("void WaitForExit()", func(c *call) error { _, err := waitFor(c, -1); return err }),
		partial("bool WaitForExit(int milliseconds)", func(c *call) (value, error) {
			ended, err := waitFor(c, time.Duration(c.Int(0))*time.Millisecond)
			return objects.Bool(ended), err
		}),
	}
}

// waitFor waits until the process ends, the time is up (never, where it is
// negative) or the command is cancelled.
func waitFor(c *call, limit time.Duration) (bool, error) {
	return c.Types.Await(processOf(c.This).Exited, limit)
}

func processStatic() []objects.Method {
	array := func(all []*Process) value {
		items := make([]value, len(all))
		for i, p := range all {
			items[i] = objects.Of(p)
		}
		return objects.Of(objects.NewArray(ProcessType, items))
	}
	return []objects.Method{
		total("static System.Diagnostics.Process GetCurrentProcess()", func(*call) value {
			p, _ := FindProcess(os.Getpid())
			return objects.Of(p)
		}),
		partial("static System.Diagnostics.Process GetProcessById(int processId)", func(c *call) (value, error) {
			p, ok := FindProcess(c.Int(0))
			if !ok {
				return objects.Null, objects.NewException(objects.ArgumentException, "Process with an Id of "+strconv.Itoa(c.Int(0))+" is not running.")
			}
			return objects.Of(p), nil
		}),
		total("static System.Diagnostics.Process[] GetProcesses()", func(*call) value { return array(Processes()) }),
		total("static System.Diagnostics.Process[] GetProcessesByName(string processName)", func(c *call) value {
			var named []*Process
			for _, p := range Processes() {
				if strings.EqualFold(p.Name(), c.Str(0)) {
					named = append(named, p)
				}
			}
			return array(named)
		}),
	}
}

// processData is what PowerShell adds to processes.
func processData() *objects.TypeData {
	alias := func(name, target string) objects.OwnMember {
		return objects.OwnMember{Name: name, Kind: objects.AliasPropertyMember, Value: objects.Of(&objects.AliasMember{Name: name, Target: target})}
	}
	script := func(name, code string, get func(p *Process) value) objects.OwnMember {
		return objects.OwnMember{Name: name, Kind: objects.ScriptPropertyMember, Value: objects.Of(&objects.CodePropertyDef{
			Name: name, Script: code,
			Getter: func(_ *objects.TypeTable, this value) (value, error) { return get(processOf(this)), nil },
		})}
	}
	return &objects.TypeData{
		TypeName: ProcessType.FullName, DefaultDisplayPropertySet: []string{"Id", "Handles", "CPU", "SI", "Name"},
		Members: []objects.OwnMember{
			{Name: "__NounName", Kind: objects.NotePropertyMember, Value: objects.String("Process")},
			alias("Name", "ProcessName"), alias("SI", "SessionId"), alias("Handles", "HandleCount"), alias("VM", "VirtualMemorySize64"),
			alias("WS", "WorkingSet64"), alias("PM", "PagedMemorySize64"), alias("NPM", "NonpagedSystemMemorySize64"),
			script("Path", "$this.MainModule.FileName", func(p *Process) value {
				if path := p.Path(); path != "" {
					return objects.String(path)
				}
				return objects.Null
			}),
			script("CommandLine", "$this.CommandLine", func(p *Process) value { return objects.String(p.CommandLine()) }),
			script("CPU", "$this.TotalProcessorTime.TotalSeconds", func(p *Process) value {
				return objects.Double(p.processorTime(fieldUserTime, fieldKernel).Total(datetime.TicksPerSecond))
			}),
		},
	}
}
