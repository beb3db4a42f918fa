package runtime

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
)

func declarePowerShell() *objects.Declaration {
	d := &objects.Declaration{Type: powerShellType, Properties: powerShellProperties()}
	d.Methods = append(buildMethods("powershell", func(p *PowerShell) *commandList { return p.commands }), invokeMethods()...)
	d.Methods = append(d.Methods,
		created("static powershell Create()", func(s *Session, _ *objects.Call) (*PowerShell, error) { return s.newPowerShell(), nil }),
		created("static powershell Create(System.Management.Automation.RunspaceMode runspace)", func(s *Session, c *objects.Call) (*PowerShell, error) {
			p := s.newPowerShell()
			if c.Int(0) == 0 {
				p.runspace, p.nested = s.runspace(), true
			}
			return p, nil
		}),
		created("static powershell Create(initialsessionstate initialSessionState)", func(s *Session, c *objects.Call) (*PowerShell, error) {
			p := s.newPowerShell()
			i, _ := objects.As[*InitialState](c.Args[0])
			p.runspace, p.owns = s.newRunspace(i), true
			return p, nil
		}),
		created("static powershell Create(runspace runspace)", func(s *Session, c *objects.Call) (*PowerShell, error) {
			p := s.newPowerShell()
			p.runspace, _ = objects.As[*Runspace](c.Args[0])
			return p, nil
		}))
	return d
}

func powerShellProperties() []objects.Property {
	return []objects.Property{
		assignable("System.Management.Automation.PSCommand Commands {get;set;}", func(p *PowerShell) objects.Value { return objects.Of(p.commands) },
			func(p *PowerShell, v objects.Value) error {
				if l, ok := objects.As[*commandList](v); ok {
					p.commands = l
				}
				return nil
			}),
		value("System.Management.Automation.PSDataStreams Streams {get;}", func(p *PowerShell) objects.Value { return objects.Of(p.streams) }),
		value("guid InstanceId {get;}", func(p *PowerShell) objects.Value { return objects.GuidOf(p.Instance) }),
		value("System.Management.Automation.PSInvocationStateInfo InvocationStateInfo {get;}", func(p *PowerShell) objects.Value { return objects.Of(&stateInfo{p.state, p.reason}) }),
		value("bool IsNested {get;}", func(p *PowerShell) objects.Value { return objects.Bool(p.nested) }),
		value("bool HadErrors {get;}", func(p *PowerShell) objects.Value { return objects.Bool(p.failed) }),
		assignable("runspace Runspace {get;set;}", (*PowerShell).shownRunspace, func(p *PowerShell, v objects.Value) error {
			p.runspace, _ = objects.As[*Runspace](v)
			p.owns, p.pool = false, nil
			return nil
		}),
		assignable("System.Management.Automation.Runspaces.RunspacePool RunspacePool {get;set;}", func(p *PowerShell) objects.Value { return orNull(p.pool) },
			func(p *PowerShell, v objects.Value) error {
				p.pool, _ = objects.As[*RunspacePool](v)
				p.runspace, p.owns = nil, false
				return nil
			}),
		value("bool IsRunspaceOwner {get;}", func(p *PowerShell) objects.Value { return objects.Bool(p.owns || p.runspace == nil && p.pool == nil) }),
		variable("string HistoryString {get;set;}", func(p *PowerShell) *objects.Value { return &p.History }),
	}
}

// shownRunspace is the runspace, which is made when it is asked for.
func (p *PowerShell) shownRunspace() objects.Value {
	if p.runspace == nil && p.pool == nil {
		p.runspace, p.owns = p.owner.newRunspace(nil), true
		if err := p.runspace.open(); err != nil {
			return objects.Null
		}
	}
	return orNull(p.runspace)
}

// buildMethods are those that add commands and arguments; each gives the object
// back, so that calls can be chained.
func buildMethods[T objects.Object](name string, list func(T) *commandList) []objects.Method {
	adds := func(signature string, add func(l *commandList, c *objects.Call) error) objects.Method {
		return method(name+" "+signature, func(o T, c *objects.Call) (objects.Value, error) { return objects.Of(o), add(list(o), c) })
	}
	command := func(script bool) func(l *commandList, c *objects.Call) error {
		return func(l *commandList, c *objects.Call) error {
			if !c.Is(0) {
				return objects.NullArgument("cmdlet")
			}
			l.add(&hostedCommand{text: c.Str(0), script: script, local: len(c.Args) > 1 && c.Bool(1)})
			return nil
		}
	}
	return []objects.Method{
		adds("AddCommand(string cmdlet)", command(false)),
		adds("AddCommand(string cmdlet, bool useLocalScope)", command(false)),
		adds("AddCommand(System.Management.Automation.CommandInfo commandInfo)", func(l *commandList, c *objects.Call) error {
			info, ok := objects.As[*CommandInfo](c.Args[0])
			if !ok {
				return objects.NullArgument("commandInfo")
			}
			l.add(&hostedCommand{text: info.Name(), resolved: info})
			return nil
		}),
		adds("AddScript(string script)", command(true)),
		adds("AddScript(string script, bool useLocalScope)", command(true)),
		adds("AddStatement()", func(l *commandList, _ *objects.Call) error {
			if n := len(l.commands); n > 0 {
				l.commands[n-1].last = true
			}
			return nil
		}),
		adds("AddArgument(System.Object value)", func(l *commandList, c *objects.Call) error {
			return l.addArgument(argument{value: c.Args[0], hasValue: true})
		}),
		adds("AddParameter(string parameterName)", func(l *commandList, c *objects.Call) error { return l.addArgument(namedArgument(c.Args[0])) }),
		adds("AddParameter(string parameterName, System.Object value)", func(l *commandList, c *objects.Call) error {
			return l.addArgument(namedArgument(c.Args[0], c.Args[1]))
		}),
		adds("AddParameters(System.Collections.IDictionary parameters)", func(l *commandList, c *objects.Call) error {
			h, ok := objects.As[*objects.Hashtable](c.Args[0])
			if !ok {
				return objects.NullArgument("parameters")
			}
			return l.addArguments(h)
		}),
		adds("AddParameters(System.Collections.IList parameters)", func(l *commandList, c *objects.Call) error {
			for _, v := range c.Items(0) {
				if err := l.addArgument(argument{value: v, hasValue: true}); err != nil {
					return err
				}
			}
			return nil
		}),
	}
}

// namedArgument is -Name, or -Name with a value.
func namedArgument(name objects.Value, value ...objects.Value) argument {
	text, _ := name.Str()
	a := argument{name: strings.TrimPrefix(text, "-")}
	if len(value) > 0 {
		a.value, a.hasValue = value[0], true
	}
	return a
}

func (l *commandList) addArgument(a argument) error {
	c, err := l.current()
	if err == nil {
		c.args = append(c.args, a)
	}
	return err
}

func (l *commandList) addArguments(h *objects.Hashtable) (err error) {
	h.Each(func(k, v objects.Value) bool {
		err = l.addArgument(namedArgument(k, v))
		return err == nil
	})
	return err
}

// invokeMethods run what has been built.
func invokeMethods() []objects.Method {
	stop := func(p *PowerShell, c *objects.Call) error { return p.stop(caller(c, p.owner)) }
	return []objects.Method{
		method("System.Collections.ObjectModel.Collection[psobject] Invoke()", (*PowerShell).invoke),
		method("System.Collections.ObjectModel.Collection[psobject] Invoke(System.Collections.IEnumerable input)", (*PowerShell).invoke),
		method("void Invoke[T](System.Collections.IEnumerable input, System.Collections.Generic.IList[T] output)", (*PowerShell).invokeInto),
		method("System.Collections.ObjectModel.Collection[T] Invoke[T]()", (*PowerShell).invoke),
		method("System.Collections.ObjectModel.Collection[T] Invoke[T](System.Collections.IEnumerable input)", (*PowerShell).invoke),
		method("System.IAsyncResult BeginInvoke()", (*PowerShell).beginInvoke),
		method("System.IAsyncResult BeginInvoke[T](System.Management.Automation.PSDataCollection[T] input)", (*PowerShell).beginInvoke),
		method("System.IAsyncResult BeginInvoke[T](System.Management.Automation.PSDataCollection[T] input, System.Object settings, System.AsyncCallback callback, System.Object state)", (*PowerShell).beginInvoke),
		method("System.IAsyncResult BeginInvoke[TInput, TOutput](System.Management.Automation.PSDataCollection[TInput] input, System.Management.Automation.PSDataCollection[TOutput] output)", (*PowerShell).beginInvoke),
		method("System.Management.Automation.PSDataCollection[psobject] EndInvoke(System.IAsyncResult asyncResult)", func(p *PowerShell, c *objects.Call) (objects.Value, error) {
			r, ok := objects.As[*hostedRun](c.Args[0])
			if !ok || r.shell != p {
				return objects.Null, objects.BadArgument("The asyncResult object was not created by calling BeginInvoke on this PowerShell instance.", "asyncResult")
			}
			return r.result(caller(c, p.owner))
		}),
		method("System.Threading.Tasks.Task[System.Management.Automation.PSDataCollection[psobject]] InvokeAsync()", func(p *PowerShell, c *objects.Call) (objects.Value, error) {
			r := p.newRun(nil, false, nil)
			if err := p.start(caller(c, p.owner), r); err != nil {
				return objects.Null, err
			}
			return objects.Of(system.NewTask(r.output.Type(), &hostedWork{r})), nil
		}),
		effect("void Stop()", stop),
		method("System.IAsyncResult BeginStop(System.AsyncCallback callback, System.Object state)", func(p *PowerShell, _ *objects.Call) (objects.Value, error) {
			p.halt()
			return orNull(p.run), nil
		}),
		effect("void EndStop(System.IAsyncResult asyncResult)", stop),
		effect("void Dispose()", func(p *PowerShell, c *objects.Call) error { return p.dispose(caller(c, p.owner)) }),
		created("powershell CreateNestedPowerShell()", func(s *Session, _ *objects.Call) (*PowerShell, error) {
			p := s.newPowerShell()
			p.runspace, p.nested = s.runspace(), true
			return p, nil
		}),
	}
}

// invoke is Invoke: it runs the pipeline and waits.
func (p *PowerShell) invoke(c *objects.Call) (objects.Value, error) {
	elem := objects.PSObjectType
	if len(c.TypeArgs) > 0 {
		elem = c.TypeArgs[0]
	}
	output := objects.NewList(objects.MakeGeneric(objects.CollectionOpenType, objects.PSObjectType), nil)
	v, err := p.invokeWith(c, output)
	if err != nil || elem == objects.PSObjectType {
		return v, err
	}
	typed := objects.NewList(objects.MakeGeneric(objects.CollectionOpenType, elem), nil)
	return objects.Of(typed), addConverted(c.Types, typed, output.Items())
}

func (p *PowerShell) invokeInto(c *objects.Call) (objects.Value, error) {
	to, ok := objects.As[*objects.List](c.Args[1])
	if !ok {
		return objects.Null, objects.NullArgument("output")
	}
	output := objects.NewList(objects.MakeGeneric(objects.CollectionOpenType, objects.PSObjectType), nil)
	if _, err := p.invokeWith(c, output); err != nil {
		return objects.Null, err
	}
	return none(), addConverted(c.Types, to, output.Items())
}

func (p *PowerShell) invokeWith(c *objects.Call, output *objects.List) (objects.Value, error) {
	var input []objects.Value
	if len(c.Args) > 0 {
		input = elements(c.Args[0])
	}
	s, r := caller(c, p.owner), p.newRun(input, len(c.Args) > 0 && c.Is(0), output)
	if err := p.start(s, r); err != nil {
		return objects.Null, err
	}
	return r.result(s)
}

// addConverted adds items to a list, as values of its type.
func addConverted(tt *objects.TypeTable, to *objects.List, items []objects.Value) error {
	for _, v := range items {
		v, err := tt.Convert(v, to.Elem())
		if err != nil {
			return err
		}
		to.Add(v)
	}
	return nil
}

func (p *PowerShell) beginInvoke(c *objects.Call) (objects.Value, error) {
	var input []objects.Value
	var output *objects.List
	if len(c.Args) > 0 {
		input = elements(c.Args[0])
	}
	if len(c.Args) == 2 {
		output, _ = objects.As[*objects.List](c.Args[1])
	}
	r := p.newRun(input, len(c.Args) > 0 && c.Is(0), output)
	if len(c.Args) == 4 {
		r.after, r.state = c.Func(2), c.Args[3]
	}
	return objects.Of(r), p.start(caller(c, p.owner), r)
}
