package runtime

import (
	"cmp"
	"context"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

func declareScriptBlock() *objects.Declaration {
	return &objects.Declaration{
		Type: objects.ScriptBlockType,
		Properties: []objects.Property{
			value("System.Management.Automation.Language.Ast Ast {get;}", (*ScriptBlock).tree),
			value("System.Management.Automation.PSToken StartPosition {get;}", (*ScriptBlock).start),
			text("string File {get;}", func(b *ScriptBlock) string { return b.code.source.File }),
			value("bool IsFilter {get;set;}", func(b *ScriptBlock) objects.Value {
				return objects.Bool(b.code.ast.Process != nil && b.code.ast.Process.Unnamed)
			}),
			value("psmoduleinfo Module {get;}", func(b *ScriptBlock) objects.Value {
				return b.internals().moduleValue()
			}),
		},
		Internals: []objects.Property{
			{Signature: sessionStateInternalType.FullName + " SessionStateInternal {get;set;}", Get: getBlockState(sessionStateInternalType), Set: setBlockState},
			{Signature: sessionStateType.FullName + " SessionState {get;set;}", Get: getBlockState(sessionStateType), Set: setBlockState},
		},
		Methods: []objects.Method{
			method("System.Collections.ObjectModel.Collection[psobject] Invoke(Params System.Object[] args)", invokeScriptBlock),
			method("System.Object InvokeReturnAsIs(Params System.Object[] args)", func(b *ScriptBlock, c *objects.Call) (objects.Value, error) {
				return b.CallWith(c.Context, objects.Null, c.Items(0))
			}),
			method("System.Collections.ObjectModel.Collection[psobject] InvokeWithContext(System.Collections.IDictionary functionsToDefine, System.Collections.Generic.List[psvariable] variablesToDefine, Params System.Object[] args)", (*ScriptBlock).invokeWithContext),
			oneVariable(method("System.Collections.ObjectModel.Collection[psobject] InvokeWithContext(System.Collections.IDictionary functionsToDefine, psvariable[] variablesToDefine, Params System.Object[] args)", (*ScriptBlock).invokeWithContext)),
			method("System.Management.Automation.SteppablePipeline GetSteppablePipeline(System.Management.Automation.CommandOrigin commandOrigin = null)", func(b *ScriptBlock, _ *objects.Call) (objects.Value, error) {
				p, err := b.steppable()
				if err != nil {
					return objects.Null, err
				}
				return objects.Of(p), nil
			}),
			method("scriptblock GetNewClosure()", func(b *ScriptBlock, _ *objects.Call) (objects.Value, error) {
				return objects.Of(b.newClosure()), nil
			}),
			method("string ToString()", func(b *ScriptBlock, _ *objects.Call) (objects.Value, error) {
				return objects.String(b.Source()), nil
			}),
			{Signature: "static scriptblock Create(string script)", Call: createScriptBlock},
		},
	}
}

// createScriptBlock is [scriptblock]::Create. It asks the session through the
// context, since a static method has no object.
func createScriptBlock(c *objects.Call) (objects.Value, error) {
	s, ok := sessionOf(c.Context)
	if !ok {
		return objects.Null, objects.NewException(objects.InvalidOperationException, "There is no session to make a script block in.")
	}
	b, err := s.NewScriptBlock(c.Str(0), "")
	if r, ok := recordIn(err); ok {
		return objects.Null, r.OfCommand().Exception
	}
	if err == nil {
		b.state = nil // it runs where it is called
	}
	return objects.Of(b), err
}

// SessionOf is the session whose pipeline a context belongs to; ok is false
// outside of one. Static methods of types reach their session through it.
func SessionOf(ctx context.Context) (s *Session, ok bool) { return sessionOf(ctx) }

type sessionKey struct{}

// sessionOf is the session whose pipeline a context belongs to.
func sessionOf(ctx context.Context) (*Session, bool) {
	if ctx == nil {
		return nil, false
	}
	s, ok := ctx.Value(sessionKey{}).(*Session)
	return s, ok
}

func invokeScriptBlock(b *ScriptBlock, c *objects.Call) (objects.Value, error) {
	v, err := b.CallWith(c.Context, objects.Null, c.Items(0))
	if err != nil {
		return objects.Null, err
	}
	var out collector
	if err := out.addElements(v); err != nil {
		return objects.Null, err
	}
	t := objects.MakeGeneric(objects.CollectionOpenType, objects.PSObjectType)
	return objects.Of(objects.NewList(t, out.items)), nil
}

// oneVariable hides the overload that takes a single variable for a list of them.
func oneVariable(m objects.Method) objects.Method {
	m.Hidden = true
	return m
}

// invokeWithContext calls the block with functions and variables of its own
// (ScriptBlock.InvokeWithContext).
func (b *ScriptBlock) invokeWithContext(c *objects.Call) (objects.Value, error) {
	inner := *b
	around := b.session.current
	if b.closure != nil {
		around = b.closure
	}
	inner.closure = &Scope{state: around.state, parent: around, named: map[string]*Variable{}, call: around.call}
	if h, ok := objects.As[*objects.Hashtable](c.Args[0]); ok {
		h.Each(func(name, code objects.Value) bool {
			text, _ := name.Str()
			if fn, ok := objects.As[*ScriptBlock](code); ok {
				inner.closure.setFunction(text, &Function{name: text, code: fn.code, state: fn.state, closure: fn.closure})
			}
			return true
		})
	}
	var args []objects.Value
	for _, v := range elements(c.Args[1]) {
		made, ok := objects.As[*PSVariable](v)
		switch {
		case ok && fold(made.Name) == "args":
			args = elements(made.Value())
		case ok:
			inner.closure.named[fold(made.Name)] = made.Variable
		}
	}
	call := *c
	call.Args = []objects.Value{objects.ArrayValue(append(args, c.Items(2)...))}
	return invokeScriptBlock(&inner, &call)
}

// newClosure is the block with the local variables of the running scope
// captured (ScriptBlock.GetNewClosure).
func (b *ScriptBlock) newClosure() *ScriptBlock {
	c := *b
	c.state = cmp.Or(b.state, b.session.currentState())
	c.dynamic = &ModuleInfo{Name: DynamicModuleName(), state: c.state}
	captured := &Scope{state: c.state, named: map[string]*Variable{}, script: true}
	from := b.session.current
	if from != nil {
		captured.parent = from.root()
		for v := range from.Variables() {
			copied := *v
			captured.named[fold(v.Name)] = &copied
		}
	}
	if b.closure != nil {
		for name, v := range b.closure.named {
			if _, ok := captured.named[name]; !ok {
				captured.named[name] = v
			}
		}
	}
	c.closure = captured
	return &c
}

// root is the outermost scope of a chain.
func (s *Scope) root() *Scope {
	for s.parent != nil {
		s = s.parent
	}
	return s
}

// CallItem runs the block for one item of a sequence, $_ being the item.
func (b *ScriptBlock) CallItem(_ context.Context, item objects.Value, args []objects.Value, write func(objects.Value) error) error {
	f := b.session.hostFrame()
	streams := *f.streams
	streams[SuccessStream] = write
	f.streams = &streams
	if len(args) == 0 {
		return b.runInScope(f, item)
	}
	restore := f.setUnderscore(item)
	defer restore()
	return b.call(f, valueArguments(args), objects.Null, false)
}

// inOrder are the arguments of code that .NET calls (Invoke, New-Module): the first
// goes to the first parameter and so on, switches and those with a position of
// their own among them.
func (c *code) inOrder(args []objects.Value) []argument {
	list := valueArguments(args)
	params := c.params
	if params == nil && c.ast.ParamBlock != nil {
		params = c.ast.ParamBlock.Parameters
	}
	for i := range min(len(list), len(params)) {
		if ownPlace(params[i]) {
			return named(list, params)
		}
	}
	return list
}

// named gives the arguments the names of the parameters at their places.
func named(list []argument, params []*parser.Parameter) []argument {
	for i := range min(len(list), len(params)) {
		list[i].name = params[i].Name.Name
	}
	return list
}

// ownPlace reports whether arguments may pass a parameter by: a switch, or one
// with a position of its own.
func ownPlace(p *parser.Parameter) bool {
	for _, a := range p.Attributes {
		switch a := a.(type) {
		case *parser.Attribute:
			if fold(a.TypeName.String()) == "parameter" {
				return true
			}
		case *parser.TypeConstraint:
			if n := fold(a.TypeName.String()); n == "switch" || n == "switchparameter" || n == fold(objects.SwitchParameterType.FullName) {
				return true
			}
		}
	}
	return false
}

func valueArguments(values []objects.Value) []argument {
	list := make([]argument, len(values))
	for i, v := range values {
		list[i] = argument{value: v, hasValue: true}
	}
	return list
}
