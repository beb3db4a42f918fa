package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
)

// stateInfo is InvocationStateInfo.
type stateInfo struct {
	state  invocationState
	reason *objects.Exception
}

// Type is System.Management.Automation.PSInvocationStateInfo.
func (*stateInfo) Type() *objects.Type { return stateInfoType }

func declareStateInfo() *objects.Declaration {
	return &objects.Declaration{Type: stateInfoType, Properties: []objects.Property{
		value("System.Management.Automation.PSInvocationState State {get;}", func(i *stateInfo) objects.Value {
			return objects.Word(invocationStateType, uint64(i.state))
		}),
		value("System.Exception Reason {get;}", func(i *stateInfo) objects.Value { return orNull(i.reason) }),
	}}
}

func declarePSCommand() *objects.Declaration {
	methods := buildMethods("System.Management.Automation.PSCommand", func(l *commandList) *commandList { return l })
	return &objects.Declaration{
		Type:         psCommandType,
		Constructors: []objects.Method{objects.Total("new()", func(*objects.Call) objects.Value { return objects.Of(&commandList{}) })},
		Properties: []objects.Property{value("System.Management.Automation.Runspaces.CommandCollection Commands {get;}", func(l *commandList) objects.Value {
			items := make([]objects.Value, len(l.commands))
			for i, c := range l.commands {
				items[i] = objects.Of(c)
			}
			return objects.Of(objects.NewList(objects.MakeGeneric(objects.CollectionOpenType, hostedCommandType), items))
		})},
		Methods: append(methods,
			effect("void Clear()", func(l *commandList, _ *objects.Call) error { l.commands = nil; return nil }),
			method("System.Management.Automation.PSCommand Clone()", func(l *commandList, _ *objects.Call) (objects.Value, error) {
				return objects.Of(&commandList{append([]*hostedCommand(nil), l.commands...)}), nil
			}),
			method("System.Management.Automation.PSCommand AddCommand(System.Management.Automation.Runspaces.Command command)", func(l *commandList, c *objects.Call) (objects.Value, error) {
				if command, ok := objects.As[*hostedCommand](c.Args[0]); ok {
					l.add(command)
				}
				return objects.Of(l), nil
			})),
	}
}

func declareHostedCommand() *objects.Declaration {
	create := func(c *objects.Call) objects.Value {
		return objects.Of(&hostedCommand{text: c.Str(0), script: len(c.Args) > 1 && c.Bool(1), local: len(c.Args) > 2 && c.Bool(2)})
	}
	return &objects.Declaration{
		Type: hostedCommandType,
		Constructors: []objects.Method{
			objects.Total("new(string command)", create), objects.Total("new(string command, bool isScript)", create),
			objects.Total("new(string command, bool isScript, bool useLocalScope)", create),
		},
		Properties: []objects.Property{
			text("string CommandText {get;}", func(c *hostedCommand) string { return c.text }),
			value("bool IsScript {get;}", func(c *hostedCommand) objects.Value { return objects.Bool(c.script) }),
			value("bool UseLocalScope {get;}", func(c *hostedCommand) objects.Value { return objects.Bool(c.local) }),
			value("bool IsEndOfStatement {get;}", func(c *hostedCommand) objects.Value { return objects.Bool(c.last) }),
			value("System.Management.Automation.Runspaces.CommandParameterCollection Parameters {get;}", func(c *hostedCommand) objects.Value {
				items := make([]objects.Value, len(c.args))
				for i, a := range c.args {
					items[i] = objects.Of(&commandParameter{a})
				}
				return objects.Of(objects.NewList(objects.MakeGeneric(objects.CollectionOpenType, commandParameterType), items))
			}),
		},
	}
}

// commandParameter is an argument of a hosted command.
type commandParameter struct{ argument }

// Type is System.Management.Automation.Runspaces.CommandParameter.
func (*commandParameter) Type() *objects.Type { return commandParameterType }

func declareCommandParameter() *objects.Declaration {
	return &objects.Declaration{
		Type: commandParameterType,
		Constructors: []objects.Method{
			objects.Total("new(string name)", func(c *objects.Call) objects.Value { return objects.Of(&commandParameter{namedArgument(c.Args[0])}) }),
			objects.Total("new(string name, System.Object value)", func(c *objects.Call) objects.Value {
				return objects.Of(&commandParameter{namedArgument(c.Args[0], c.Args[1])})
			}),
		},
		Properties: []objects.Property{
			value("string Name {get;}", func(p *commandParameter) objects.Value {
				if p.name == "" {
					return objects.Null
				}
				return objects.String(p.name)
			}),
			value("System.Object Value {get;}", func(p *commandParameter) objects.Value { return p.value }),
		},
	}
}

func declareDataStreams() *objects.Declaration {
	stream := func(signature string, s Stream) objects.Property {
		return value("System.Management.Automation.PSDataCollection["+signature+" {get;set;}", func(st *hostedStreams) objects.Value { return objects.Of(st.kept[s]) })
	}
	return &objects.Declaration{
		Type: dataStreamsType,
		Properties: []objects.Property{
			stream("System.Management.Automation.ErrorRecord] Error", ErrorStream),
			value("System.Management.Automation.PSDataCollection[System.Management.Automation.ProgressRecord] Progress {get;set;}", func(st *hostedStreams) objects.Value {
				return objects.Of(st.progress)
			}),
			stream("System.Management.Automation.VerboseRecord] Verbose", VerboseStream),
			stream("System.Management.Automation.DebugRecord] Debug", DebugStream),
			stream("System.Management.Automation.WarningRecord] Warning", WarningStream),
			stream("System.Management.Automation.InformationRecord] Information", InformationStream),
		},
		Methods: []objects.Method{effect("void ClearStreams()", func(st *hostedStreams, _ *objects.Call) error { st.clear(); return nil })},
	}
}

func declareProgressRecord() *objects.Declaration {
	number := func(name string, of func(*progressObject) *int) objects.Property {
		return assignable("int "+name, func(p *progressObject) objects.Value { return objects.Int(*of(p)) },
			func(p *progressObject, v objects.Value) error { *of(p) = int(v.Int64()); return nil })
	}
	words := func(name string, of func(*progressObject) *string) objects.Property {
		return assignable("string "+name, func(p *progressObject) objects.Value { return objects.String(*of(p)) },
			func(p *progressObject, v objects.Value) error { *of(p), _ = v.Str(); return nil })
	}
	return &objects.Declaration{
		Type: progressRecordType,
		Constructors: []objects.Method{objects.Total("new(int activityId, string activity, string statusDescription)", func(c *objects.Call) objects.Value {
			return objects.Of(&progressObject{ProgressRecord{ActivityID: c.Int(0), ParentID: -1, Activity: c.Str(1), Status: c.Str(2), PercentComplete: -1, SecondsRemaining: -1}})
		})},
		Properties: []objects.Property{
			value("int ActivityId {get;}", func(p *progressObject) objects.Value { return objects.Int(p.ActivityID) }),
			number("ParentActivityId {get;set;}", func(p *progressObject) *int { return &p.ParentID }),
			words("Activity {get;set;}", func(p *progressObject) *string { return &p.Activity }),
			words("StatusDescription {get;set;}", func(p *progressObject) *string { return &p.Status }),
			words("CurrentOperation {get;set;}", func(p *progressObject) *string { return &p.CurrentOperation }),
			number("PercentComplete {get;set;}", func(p *progressObject) *int { return &p.PercentComplete }),
			number("SecondsRemaining {get;set;}", func(p *progressObject) *int { return &p.SecondsRemaining }),
			value("System.Management.Automation.ProgressRecordType RecordType {get;set;}", func(p *progressObject) objects.Value {
				if p.Completed {
					return objects.Word(progressKindType, 1)
				}
				return objects.Word(progressKindType, 0)
			}),
		},
	}
}

func declareAsyncResult() *objects.Declaration {
	return &objects.Declaration{Type: asyncResultType, Properties: []objects.Property{
		value("System.Object AsyncState {get;}", func(r *hostedRun) objects.Value { return r.state }),
		value("System.Threading.WaitHandle AsyncWaitHandle {get;}", func(r *hostedRun) objects.Value { return objects.Of(r.signal) }),
		value("bool CompletedSynchronously {get;}", func(*hostedRun) objects.Value { return objects.Bool(false) }),
		value("bool IsCompleted {get;}", func(r *hostedRun) objects.Value { return objects.Bool(r.done) }),
	}}
}

// hostedSignal is the handle that waits for the end of a run.
type hostedSignal struct{ run *hostedRun }

// Type is System.Threading.ManualResetEvent.
func (*hostedSignal) Type() *objects.Type { return system.ManualResetEventType }

// Acquire reports whether the run has ended.
func (s *hostedSignal) Acquire() bool { return s.run.done }

// hostedWork is a run as the work of a task.
type hostedWork struct{ run *hostedRun }

// Done reports whether the run has ended.
func (w *hostedWork) Done() bool { return w.run.done }

// Result is what the run has written, or its error.
func (w *hostedWork) Result() (objects.Value, error) {
	if w.run.err != nil {
		return objects.Null, w.run.err
	}
	return objects.Of(w.run.output), nil
}

func declareInitialState() *objects.Declaration {
	entries := func(name string, of func(*InitialState) *objects.List) objects.Property {
		return value("System.Management.Automation.Runspaces.InitialSessionStateEntryCollection["+name+" {get;}", func(i *InitialState) objects.Value { return objects.Of(of(i)) })
	}
	kept := func(signature, name string) objects.Property {
		return assignable(signature, func(i *InitialState) objects.Value { return i.properties[name] },
			func(i *InitialState, v objects.Value) error { i.properties[name] = v; return nil })
	}
	made := func(name string, empty bool) objects.Method {
		return objects.Total("static initialsessionstate "+name, func(*objects.Call) objects.Value { return objects.Of(newInitialState(empty)) })
	}
	return &objects.Declaration{
		Type: initialStateType,
		Properties: []objects.Property{
			entries("System.Management.Automation.Runspaces.SessionStateVariableEntry] Variables", func(i *InitialState) *objects.List { return i.variables }),
			entries("System.Management.Automation.Runspaces.SessionStateCommandEntry] Commands", func(i *InitialState) *objects.List { return i.commands }),
			entries("System.Management.Automation.Runspaces.SessionStateVariableEntry] EnvironmentVariables", func(i *InitialState) *objects.List { return i.environment }),
			value("System.Collections.Generic.HashSet[string] StartupScripts {get;}", func(i *InitialState) objects.Value { return objects.Of(i.scripts) }),
			value("System.Collections.ObjectModel.ReadOnlyCollection[string] Modules {get;}", func(i *InitialState) objects.Value { return objects.Of(objects.Strings(i.modules)) }),
			kept("System.Threading.ApartmentState ApartmentState {get;set;}", "apartment"),
			kept("System.Management.Automation.Runspaces.PSThreadOptions ThreadOptions {get;set;}", "threads"),
			kept("System.Management.Automation.PSLanguageMode LanguageMode {get;set;}", "language"),
			kept("System.Object ExecutionPolicy {get;set;}", "policy"),
			kept("bool ThrowOnRunspaceOpenError {get;set;}", "throws"),
		},
		Methods: []objects.Method{
			made("Create()", true), made("CreateDefault()", false), made("CreateDefault2()", false),
			effect("void ImportPSModule(string[] name)", func(i *InitialState, c *objects.Call) error { return i.addModules(c.Items(0)) }),
			effect("void ImportPSModulesFromPath(string path)", func(i *InitialState, c *objects.Call) error { return i.addModules(c.Args[:1]) }),
			method("initialsessionstate Clone()", func(i *InitialState, _ *objects.Call) (objects.Value, error) {
				clone := *i
				for _, l := range []**objects.List{&clone.variables, &clone.commands, &clone.environment, &clone.scripts} {
					*l = objects.NewList((*l).Type(), append([]objects.Value(nil), (*l).Items()...))
				}
				return objects.Of(&clone), nil
			}),
		},
	}
}

func (i *InitialState) addModules(names []objects.Value) error {
	for _, v := range names {
		name, _ := v.Str()
		i.modules = append(i.modules, name)
	}
	return nil
}

// declareStateEntries declares a list of entries, which has entries by name, too.
func declareStateEntries() *objects.Declaration {
	named := func(l *objects.List, name string) (list []objects.Value) {
		for _, v := range l.Items() {
			if e, ok := objects.As[*stateEntry](v); ok && objects.EqualFold(e.name, name) {
				list = append(list, v)
			}
		}
		return list
	}
	return &objects.Declaration{
		Type:       stateEntriesType,
		Properties: []objects.Property{value("int Count {get;}", func(l *objects.List) objects.Value { return objects.Int(l.Len()) })},
		Methods: []objects.Method{
			effect("void Add(T item)", func(l *objects.List, c *objects.Call) error { l.Add(c.Args[0]); return nil }),
			effect("void Add(System.Collections.Generic.IEnumerable[T] items)", func(l *objects.List, c *objects.Call) error {
				l.Replace(append(l.Items(), elements(c.Args[0])...))
				return nil
			}),
			effect("void Clear()", func(l *objects.List, _ *objects.Call) error { l.Replace(nil); return nil }),
			effect("void Reset()", func(l *objects.List, _ *objects.Call) error { l.Replace(nil); return nil }),
			effect("void RemoveItem(int index)", func(l *objects.List, c *objects.Call) error {
				if i := c.Int(0); i >= 0 && i < l.Len() {
					l.Replace(append(append([]objects.Value(nil), l.Items()[:i]...), l.Items()[i+1:]...))
				}
				return nil
			}),
			effect("void Remove(string name, System.Object type)", func(l *objects.List, c *objects.Call) error {
				var kept []objects.Value
				for _, v := range l.Items() {
					if e, ok := objects.As[*stateEntry](v); !ok || !objects.EqualFold(e.name, c.Str(0)) {
						kept = append(kept, v)
					}
				}
				l.Replace(kept)
				return nil
			}),
			method("T Item(int index) {get;}", func(l *objects.List, c *objects.Call) (objects.Value, error) {
				if i := c.Int(0); i >= 0 && i < l.Len() {
					return l.At(i), nil
				}
				return objects.Null, objects.IndexOutOfRange("index")
			}),
			method("System.Collections.ObjectModel.Collection[T] Item(string name) {get;}", func(l *objects.List, c *objects.Call) (objects.Value, error) {
				return objects.Of(objects.NewList(objects.MakeGeneric(objects.CollectionOpenType, l.Elem()), named(l, c.Str(0)))), nil
			}),
		},
	}
}

func declareStateEntry() *objects.Declaration {
	return &objects.Declaration{Type: stateEntryType, Properties: []objects.Property{
		text("string Name {get;}", func(e *stateEntry) string { return e.name }),
	}}
}

// declareStateVariable declares variables; the other entries differ in what they
// hold and how they are made.
func declareStateVariable() *objects.Declaration {
	create := func(c *objects.Call) objects.Value {
		e := &stateEntry{typ: stateVariableType, name: c.Str(0), value: c.Args[1], description: c.Str(2)}
		if len(c.Args) > 3 {
			e.options = VariableOptions(c.Int(3))
		}
		return objects.Of(e)
	}
	return &objects.Declaration{
		Type: stateVariableType,
		Constructors: []objects.Method{
			objects.Total("new(string name, System.Object value, string description)", create),
			objects.Total("new(string name, System.Object value, string description, System.Management.Automation.ScopedItemOptions options)", create),
			objects.Total("new(string name, System.Object value, string description, System.Management.Automation.ScopedItemOptions options, System.Attribute attribute)", create),
		},
		Properties: []objects.Property{
			value("System.Object Value {get;}", func(e *stateEntry) objects.Value { return e.value }),
			text("string Description {get;}", func(e *stateEntry) string { return e.description }),
			entryOptions(),
		},
	}
}

func entryOptions() objects.Property {
	return value("System.Management.Automation.ScopedItemOptions Options {get;}", func(e *stateEntry) objects.Value {
		return objects.Word(ScopedItemOptionsType, uint64(e.options))
	})
}

func newCommandEntry(t *objects.Type) func(c *objects.Call) objects.Value {
	return func(c *objects.Call) objects.Value {
		e := &stateEntry{typ: t, name: c.Str(0), definition: c.Str(1)}
		for i, v := range c.Args[2:] {
			if v.Type() == ScopedItemOptionsType {
				e.options = VariableOptions(v.Int64())
			} else if i == 0 {
				e.description = c.Str(2)
			}
		}
		return objects.Of(e)
	}
}

func definitionProperties() []objects.Property {
	return []objects.Property{text("string Definition {get;}", func(e *stateEntry) string { return e.definition }), entryOptions()}
}

func declareStateFunction() *objects.Declaration {
	create := newCommandEntry(stateFunctionType)
	return &objects.Declaration{Type: stateFunctionType, Properties: definitionProperties(), Constructors: []objects.Method{
		objects.Total("new(string name, string definition)", create), objects.Total("new(string name, string definition, string helpFile)", create),
		objects.Total("new(string name, string definition, System.Management.Automation.ScopedItemOptions options, string helpFile)", create),
	}}
}

func declareStateAlias() *objects.Declaration {
	create := newCommandEntry(stateAliasType)
	return &objects.Declaration{Type: stateAliasType, Properties: append(definitionProperties(), text("string Description {get;}", func(e *stateEntry) string { return e.description })), Constructors: []objects.Method{
		objects.Total("new(string name, string definition)", create), objects.Total("new(string name, string definition, string description)", create),
		objects.Total("new(string name, string definition, string description, System.Management.Automation.ScopedItemOptions options)", create),
	}}
}
