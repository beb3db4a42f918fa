package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// The types behind $ExecutionContext and $PSCmdlet.SessionState.
var (
	engineIntrinsicsType   = &objects.Type{FullName: namespace + "EngineIntrinsics", Kind: objects.KindObject}
	sessionStateType       = &objects.Type{FullName: namespace + "SessionState", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	invokeIntrinsicsType   = &objects.Type{FullName: namespace + "CommandInvocationIntrinsics", Kind: objects.KindObject}
	variableIntrinsicsType = &objects.Type{FullName: namespace + "PSVariableIntrinsics", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	languageModeType       = &objects.Type{
		FullName: namespace + "PSLanguageMode", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr,
		Enum: &objects.EnumInfo{Names: []string{"FullLanguage", "RestrictedLanguage", "NoLanguage", "ConstrainedLanguage"}, Values: []int64{0, 1, 2, 3}},
	}
)

// stateView is one face of a session state: the variables, commands or paths of
// the session or of a module.
type stateView struct {
	typ     *objects.Type
	session *Session
	state   *SessionState
	closure *Scope      // captured variables that the code sees first; nil for none
	dynamic *ModuleInfo // the module of a closure
}

// Type is the face.
func (v *stateView) Type() *objects.Type { return v.typ }

// scope is where the code of the state runs now.
func (v *stateView) scope() *Scope {
	if c := v.session.current; c != nil && c.state == v.state {
		return c
	}
	return v.state.innermost()
}

func (v *stateView) face(t *objects.Type) objects.Value {
	return v.session.face(t, v.state)
}

// face is one face of a state: the same object whenever it is asked for, so
// that scripts can compare two.
func (s *Session) face(t *objects.Type, state *SessionState) objects.Value {
	v := state.faces[t]
	if v == nil {
		if state.faces == nil {
			state.faces = map[*objects.Type]*stateView{}
		}
		v = &stateView{typ: t, session: s, state: state}
		state.faces[t] = v
	}
	return objects.Of(v)
}

// engine is $ExecutionContext.
func (s *Session) engine() objects.Value {
	return s.face(engineIntrinsicsType, s.currentState())
}

func engineTypes() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: engineIntrinsicsType, Declare: declareEngine},
		{Type: sessionStateType, Declare: declareSessionState},
		{Type: invokeIntrinsicsType, Declare: declareInvokeIntrinsics},
		{Type: variableIntrinsicsType, Declare: declareVariableIntrinsics},
		{Type: pathIntrinsicsType, Declare: declarePathIntrinsics},
		{Type: languageModeType}, {Type: sessionStateInternalType, Declare: declareSessionStateInternal},
	}
}

// face is a property that shows another face of the state.
func face(name string, t *objects.Type) objects.Property {
	return value(t.FullName+" "+name+" {get;}", func(v *stateView) objects.Value { return v.face(t) })
}

func declareEngine() *objects.Declaration {
	return &objects.Declaration{Type: engineIntrinsicsType, Properties: []objects.Property{
		face("SessionState", sessionStateType),
		face("InvokeCommand", invokeIntrinsicsType),
		face("InvokeProvider", providerIntrinsicsType),
		value("System.Management.Automation.Host.PSHost Host {get;}", func(v *stateView) objects.Value {
			host, _ := v.session.global.Get("Host")
			return host
		}),
	}}
}

func declareSessionState() *objects.Declaration {
	return &objects.Declaration{
		Type: sessionStateType,
		Properties: []objects.Property{
			face("PSVariable", variableIntrinsicsType),
			face("Path", pathIntrinsicsType),
			face("InvokeCommand", invokeIntrinsicsType),
			face("InvokeProvider", providerIntrinsicsType),
			value("System.Management.Automation.PSLanguageMode LanguageMode {get;set;}", func(*stateView) objects.Value {
				return objects.Word(languageModeType, 0)
			}),
			value("psmoduleinfo Module {get;}", (*stateView).moduleValue),
		},
		Internals: []objects.Property{
			value(sessionStateInternalType.FullName+" Internal {get;}", func(v *stateView) objects.Value { return v.face(sessionStateInternalType) }),
		},
	}
}

func declareVariableIntrinsics() *objects.Declaration {
	return &objects.Declaration{Type: variableIntrinsicsType, Methods: leaving([]objects.Method{
		method("psvariable Get(string name)", func(v *stateView, c *objects.Call) (objects.Value, error) {
			found, _ := v.scope().Find(withoutScope(c.Str(0)))
			if found == nil {
				return objects.Null, nil
			}
			return objects.Of(v.session.PSVariableOf(found)), nil
		}),
		method("System.Object GetValue(string name)", (*stateView).variableValue),
		method("System.Object GetValue(string name, System.Object defaultValue)", (*stateView).variableValue),
		method("void Set(string name, System.Object value)", func(v *stateView, c *objects.Call) (objects.Value, error) {
			scope, name := v.scopeNamed(c.Str(0))
			return none(), scope.Set(v.session, name, c.Args[1])
		}),
		method("void Set(psvariable variable)", func(v *stateView, c *objects.Call) (objects.Value, error) {
			if made, ok := objects.As[*PSVariable](c.Args[0]); ok {
				v.scope().Define(made.Variable)
			}
			return none(), nil
		}),
		method("void Remove(string name)", func(v *stateView, c *objects.Call) (objects.Value, error) {
			scope, name := v.scopeNamed(c.Str(0))
			scope.Remove(name)
			return none(), nil
		}),
	})}
}

// scopeNamed splits global:name and its like.
func (v *stateView) scopeNamed(name string) (*Scope, string) {
	m, rest := functionScope(name)
	f := frame{session: v.session, scope: v.scope()}
	return f.scopeOf(m), rest
}

func withoutScope(name string) string {
	_, rest := functionScope(name)
	return rest
}

func (v *stateView) variableValue(c *objects.Call) (objects.Value, error) {
	scope, name := v.scopeNamed(c.Str(0))
	if found, ok := scope.Get(name); ok {
		return found, nil
	}
	if len(c.Args) > 1 {
		return c.Args[1], nil
	}
	return objects.Null, nil
}

func declareInvokeIntrinsics() *objects.Declaration {
	return &objects.Declaration{Type: invokeIntrinsicsType, Methods: []objects.Method{
		method("string ExpandString(string source)", func(v *stateView, c *objects.Call) (objects.Value, error) {
			return v.expand(c.Str(0))
		}),
		method("scriptblock NewScriptBlock(string scriptText)", func(v *stateView, c *objects.Call) (objects.Value, error) {
			return createScriptBlock(c)
		}),
		method("System.Collections.ObjectModel.Collection[psobject] InvokeScript(string script, Params System.Object[] args)", func(v *stateView, c *objects.Call) (objects.Value, error) {
			b, err := v.session.NewScriptBlock(c.Str(0), "")
			if err != nil {
				return objects.Null, err
			}
			return v.run(b, blockRun{args: c.Items(1)})
		}),
		method("System.Collections.ObjectModel.Collection[psobject] InvokeScript(bool useLocalScope, scriptblock scriptBlock, System.Collections.IList input, Params System.Object[] args)", func(v *stateView, c *objects.Call) (objects.Value, error) {
			b, _ := objects.As[*ScriptBlock](c.Args[1])
			return v.run(b, blockRun{args: c.Items(3), input: c.Items(2), here: !c.Bool(0)})
		}),
		method("System.Management.Automation.CommandInfo GetCommand(string commandName, System.Management.Automation.CommandTypes type)", (*stateView).commandNamed),
		method("System.Management.Automation.CommandInfo GetCommand(string commandName, System.Management.Automation.CommandTypes type, System.Object[] arguments)", (*stateView).commandNamed),
		method("System.Management.Automation.CmdletInfo GetCmdlet(string commandName)", func(v *stateView, c *objects.Call) (objects.Value, error) {
			found := v.session.Commands.Cmdlet(c.Str(0))
			if found == nil {
				return objects.Null, nil
			}
			return objects.Of(v.session.CommandInfoOf(found)), nil
		}),
	}}
}

// commandNamed is InvokeCommand.GetCommand.
func (v *stateView) commandNamed(c *objects.Call) (objects.Value, error) {
	found := v.session.FindCommand(v.scope(), c.Str(0))
	if found == nil || int64(found.CommandType())&c.Args[1].Int64() == 0 {
		return objects.Null, nil
	}
	return objects.Of(v.session.CommandInfoOf(found)), nil
}

// blockRun is how a method of the engine runs a block.
type blockRun struct {
	args, input []objects.Value
	here        bool // in the scope that runs now
}

// run runs a block and gives what it writes as a collection.
func (v *stateView) run(b *ScriptBlock, r blockRun) (objects.Value, error) {
	if b == nil {
		return objects.Null, objects.NullArgument("scriptBlock")
	}
	f := &frame{session: v.session, scope: v.scope(), streams: v.session.writing}
	var out collector
	streams := *f.streams
	streams[SuccessStream] = out.add
	fn := &Function{code: b.code, state: b.state, closure: b.closure, anonymous: true}
	st := functionStage{fn: fn, caller: f, streams: &streams, args: valueArguments(r.args), here: r.here, expectsInput: len(r.input) > 0}
	if err := st.callWith(r.input); err != nil {
		return objects.Null, err
	}
	t := objects.MakeGeneric(objects.CollectionOpenType, objects.PSObjectType)
	return objects.Of(objects.NewList(t, out.items)), nil
}

// expand replaces what a string in double quotes would: variables, $() and
// backquotes. The quotes themselves mean nothing.
func (v *stateView) expand(text string) (objects.Value, error) {
	ast, err := v.session.parse(parser.NewSource("@\"\n"+text+"\n\"@", ""))
	if err != nil {
		return objects.Null, err
	}
	s, ok := theExpression(ast)
	if !ok {
		return objects.String(text), nil
	}
	f := &frame{session: v.session, scope: v.scope(), streams: v.session.writing}
	cc := &compiler{source: ast.Source}
	return cc.expression(s)(f)
}

// theExpression is the expression that a script is, where it is no more.
func theExpression(ast *parser.ScriptBlock) (parser.Expression, bool) {
	if ast.End == nil || len(ast.End.Statements) != 1 {
		return nil, false
	}
	e := loneExpression(ast.End.Statements[0])
	return e, e != nil
}
