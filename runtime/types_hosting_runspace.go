package runtime

import (
	"github.com/csshell/csshell/objects"
)

func declareRunspace() *objects.Declaration {
	return &objects.Declaration{
		Type: runspaceType,
		Properties: []objects.Property{
			value("int Id {get;}", func(r *Runspace) objects.Value { return objects.Int(r.ID) }),
			assignable("string Name {get;set;}", func(r *Runspace) objects.Value { return objects.String(r.Name) }, func(r *Runspace, v objects.Value) error {
				r.Name, _ = v.Str()
				return nil
			}),
			value("guid InstanceId {get;}", func(r *Runspace) objects.Value { return objects.GuidOf(r.Instance) }),
			variable("System.Threading.ApartmentState ApartmentState {get;set;}", func(r *Runspace) *objects.Value { return &r.apartment }),
			variable("System.Management.Automation.Runspaces.PSThreadOptions ThreadOptions {get;set;}", func(r *Runspace) *objects.Value { return &r.threads }),
			value("System.Management.Automation.Runspaces.RunspaceStateInfo RunspaceStateInfo {get;}", func(r *Runspace) objects.Value { return objects.Of(&spaceInfo{r.state, spaceInfoType}) }),
			value("System.Management.Automation.Runspaces.RunspaceAvailability RunspaceAvailability {get;}", (*Runspace).availability),
			value("System.Management.Automation.Runspaces.SessionStateProxy SessionStateProxy {get;}", func(r *Runspace) objects.Value { return objects.Of(&stateProxy{r}) }),
			value("initialsessionstate InitialSessionState {get;}", func(r *Runspace) objects.Value { return orNull(r.initial) }),
			value("bool RunspaceIsRemote {get;}", func(*Runspace) objects.Value { return objects.Bool(false) }),
			{Signature: "static runspace DefaultRunspace {get;set;}", GetIn: defaultRunspace},
		},
		Methods: []objects.Method{
			effect("void Open()", func(r *Runspace, _ *objects.Call) error { return r.open() }),
			effect("void OpenAsync()", func(r *Runspace, _ *objects.Call) error { return r.open() }),
			effect("void Close()", func(r *Runspace, c *objects.Call) error { return r.close(caller(c, r.owner)) }),
			effect("void CloseAsync()", func(r *Runspace, c *objects.Call) error { return r.close(caller(c, r.owner)) }),
			effect("void Dispose()", func(r *Runspace, c *objects.Call) error { return r.close(caller(c, r.owner)) }),
			effect("void ResetRunspaceState()", func(r *Runspace, _ *objects.Call) error { return r.reset() }),
			method("powershell CreatePipeline(string command)", func(r *Runspace, c *objects.Call) (objects.Value, error) {
				p := caller(c, r.owner).newPowerShell()
				p.runspace = r
				p.commands.add(&hostedCommand{text: c.Str(0), script: true})
				return objects.Of(p), nil
			}),
			method("powershell CreatePipeline()", func(r *Runspace, c *objects.Call) (objects.Value, error) {
				p := caller(c, r.owner).newPowerShell()
				p.runspace = r
				return objects.Of(p), nil
			}),
		},
	}
}

// defaultRunspace is the runspace of the session whose code asks.
func defaultRunspace(tt *objects.TypeTable, _ objects.Value) (objects.Value, error) {
	s, ok := sessionOf(tt.Context())
	if !ok {
		return objects.Null, nil
	}
	return objects.Of(s.runspace()), nil
}

// reset drops the variables that code has made.
func (r *Runspace) reset() error {
	s, err := r.opened()
	if err != nil {
		return err
	}
	for v := range s.global.Variables() {
		if !v.Permanent() && v.Options&(ReadOnlyOption|ConstantOption) == 0 {
			s.global.Remove(v.Name)
		}
	}
	s.defineVariables()
	return r.initial.apply(s)
}

func (r *Runspace) availability() objects.Value {
	switch {
	case r.state != runspaceOpened:
		return objects.Word(availabilityType, runspaceUnavailable)
	case r.busy:
		return objects.Word(availabilityType, runspaceBusy)
	}
	return objects.Word(availabilityType, runspaceAvailable)
}

// spaceInfo is the state of a runspace or of a pool.
type spaceInfo struct {
	state runspaceState
	typ   *objects.Type
}

// Type is that for the kind.
func (i *spaceInfo) Type() *objects.Type { return i.typ }

// Text is the state's name.
func (i *spaceInfo) Text() (string, error) { return i.state.String(), nil }

func declareSpaceInfo(t, states *objects.Type) *objects.Declaration {
	return &objects.Declaration{Type: t, Properties: []objects.Property{
		value(states.FullName+" State {get;}", func(i *spaceInfo) objects.Value { return objects.Word(states, uint64(i.state)) }),
		value("System.Exception Reason {get;}", func(*spaceInfo) objects.Value { return objects.Null }),
	}}
}

// stateProxy is SessionStateProxy: the variables and paths of a runspace, as code
// outside of it sees them.
type stateProxy struct{ runspace *Runspace }

// Type is System.Management.Automation.Runspaces.SessionStateProxy.
func (*stateProxy) Type() *objects.Type { return stateProxyType }

func declareStateProxy() *objects.Declaration {
	face := func(name string, t *objects.Type) objects.Property {
		return objects.Property{Signature: t.FullName + " " + name + " {get;}", Get: func(this objects.Value) (objects.Value, error) {
			p, _ := objects.As[*stateProxy](this)
			s, err := p.runspace.opened()
			if err != nil {
				return objects.Null, err
			}
			return s.face(t, s.state), nil
		}}
	}
	return &objects.Declaration{
		Type: stateProxyType,
		Properties: []objects.Property{
			face("PSVariable", variableIntrinsicsType), face("Path", pathIntrinsicsType), face("InvokeCommand", invokeIntrinsicsType), face("InvokeProvider", providerIntrinsicsType),
			value("System.Management.Automation.PSLanguageMode LanguageMode {get;set;}", func(*stateProxy) objects.Value { return objects.Word(languageModeType, 0) }),
		},
		Methods: []objects.Method{
			effect("void SetVariable(string name, System.Object value)", func(p *stateProxy, c *objects.Call) error {
				s, err := p.runspace.opened()
				if err != nil {
					return err
				}
				return s.global.Set(s, c.Str(0), c.Args[1])
			}),
			method("System.Object GetVariable(string name)", func(p *stateProxy, c *objects.Call) (objects.Value, error) {
				s, err := p.runspace.opened()
				if err != nil {
					return objects.Null, err
				}
				v, _ := s.global.Get(c.Str(0))
				return v, nil
			}),
		},
	}
}

func declareRunspacePool() *objects.Declaration {
	limit := func(name string, of func(*RunspacePool) *int) []objects.Method {
		return []objects.Method{
			method("int Get"+name+"()", func(p *RunspacePool, _ *objects.Call) (objects.Value, error) { return objects.Int(*of(p)), nil }),
			method("bool Set"+name+"(int count)", func(p *RunspacePool, c *objects.Call) (objects.Value, error) {
				if c.Int(0) < 1 {
					return objects.Bool(false), nil
				}
				*of(p) = c.Int(0)
				return objects.Bool(true), p.fill()
			}),
		}
	}
	shut := func(p *RunspacePool, c *objects.Call) error { return p.close(caller(c, p.owner)) }
	d := &objects.Declaration{
		Type: runspacePoolType,
		Properties: []objects.Property{
			value("guid InstanceId {get;}", func(p *RunspacePool) objects.Value { return objects.GuidOf(p.Instance) }),
			value("bool IsDisposed {get;}", func(p *RunspacePool) objects.Value { return objects.Bool(p.state == runspaceClosed) }),
			value("System.Management.Automation.RunspacePoolStateInfo RunspacePoolStateInfo {get;}", func(p *RunspacePool) objects.Value { return objects.Of(&spaceInfo{p.state, poolInfoType}) }),
			value("initialsessionstate InitialSessionState {get;}", func(p *RunspacePool) objects.Value { return orNull(p.initial) }),
			variable("System.Threading.ApartmentState ApartmentState {get;set;}", func(p *RunspacePool) *objects.Value { return &p.apartment }),
			variable("System.Management.Automation.Runspaces.PSThreadOptions ThreadOptions {get;set;}", func(p *RunspacePool) *objects.Value { return &p.threads }),
			variable("timespan CleanupInterval {get;set;}", func(p *RunspacePool) *objects.Value { return &p.cleanup }),
		},
		Methods: []objects.Method{
			effect("void Open()", func(p *RunspacePool, _ *objects.Call) error { return p.open() }),
			effect("void Close()", shut), effect("void Dispose()", shut),
			method("int GetAvailableRunspaces()", func(p *RunspacePool, _ *objects.Call) (objects.Value, error) { return objects.Int(p.available()), nil }),
		},
	}
	d.Methods = append(d.Methods, limit("MinRunspaces", func(p *RunspacePool) *int { return &p.least })...)
	d.Methods = append(d.Methods, limit("MaxRunspaces", func(p *RunspacePool) *int { return &p.most })...)
	return d
}

// declareRunspaceFactory declares [runspacefactory]: runspaces and pools with the
// host and the initial state among the arguments.
func declareRunspaceFactory() *objects.Declaration {
	const host, state = "System.Management.Automation.Host.PSHost host", "initialsessionstate initialSessionState"
	space := func(params string) objects.Method {
		return created("static runspace CreateRunspace("+params+")", func(s *Session, c *objects.Call) (*Runspace, error) {
			initial, shown := hostingArguments(c.Args)
			r := s.newRunspace(initial)
			r.shown = shown
			return r, nil
		})
	}
	pool := func(params string) objects.Method {
		return created("static System.Management.Automation.Runspaces.RunspacePool CreateRunspacePool("+params+")", func(s *Session, c *objects.Call) (*RunspacePool, error) {
			var numbers []int
			for _, v := range c.Args {
				if v.IsInt32() {
					numbers = append(numbers, int(v.Int64()))
				}
			}
			if len(numbers) < 2 {
				numbers = []int{1, 1}
			}
			p, err := s.newRunspacePool(numbers[0], numbers[1])
			if err == nil {
				p.initial, p.shown = hostingArguments(c.Args)
			}
			return p, err
		})
	}
	const limits = "int minRunspaces, int maxRunspaces"
	return &objects.Declaration{Type: runspaceFactoryType, Methods: []objects.Method{
		space(""), space(host), space(state), space(host + ", " + state),
		pool(""), pool(limits), pool(state), pool(limits + ", " + host), pool(limits + ", " + state + ", " + host),
	}}
}

// hostingArguments are the initial state and the session whose host is named.
func hostingArguments(args []objects.Value) (initial *InitialState, shown *Session) {
	for _, v := range args {
		if i, ok := objects.As[*InitialState](v); ok {
			initial = i
		}
		if h, ok := objects.As[*hostObject](v); ok {
			shown = h.session
		}
	}
	return initial, shown
}
