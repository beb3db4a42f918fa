package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/utf16"
	"github.com/csshell/csshell/parser"
	"slices"
)

// commandCall is a compiled command: what names it and its arguments.
type commandCall struct {
	ast        *parser.Command
	at         *ScriptExtent
	nameAt     *ScriptExtent
	name       string // of a bareword or quoted name
	folded     string
	callee     expression // where the name is computed: & $x
	dot        bool
	ampersand  bool
	args       []argumentMaker
	redirected []redirection
	asMethod   bool // name(…): what strict mode refuses
}

// argumentMaker appends what one element of a command gives.
type argumentMaker func(f *frame, args []argument) ([]argument, error)

func (cc *compiler) command(c *parser.Command) stageMaker {
	call := &commandCall{ast: c, at: cc.extent(c), dot: c.Invocation == parser.TokenDot, ampersand: c.Invocation == parser.TokenAmpersand}
	name := c.Elements[0]
	call.nameAt = cc.extent(name)
	if s, ok := name.(*parser.StringConstantExpression); ok && s.Value != "" {
		call.name, call.folded = s.Value, fold(s.Value)
	} else if x, ok := name.(parser.Expression); ok {
		call.callee = cc.expression(x)
	}
	for _, e := range c.Elements[1:] {
		call.args = append(call.args, cc.argument(e))
	}
	if len(c.Elements) == 2 {
		p, ok := c.Elements[1].(*parser.ParenExpression)
		call.asMethod = ok && p.Span().Start == name.Span().End
	}
	call.redirected = cc.redirections(c.Redirections)
	return call.stage
}

// argument compiles an element of a command line.
func (cc *compiler) argument(e parser.CommandElement) argumentMaker {
	switch e := e.(type) {
	case *parser.CommandParameter:
		return cc.parameterArgument(e)
	case *parser.VariableExpression:
		if e.Splatted {
			return cc.splatted(e)
		}
	case *parser.UsingExpression:
		if v, ok := e.Expression.(*parser.VariableExpression); ok && v.Splatted {
			return cc.splatted(v)
		}
	case *parser.ConstantExpression:
		a := argument{value: numberValue(e.Value), hasValue: true, text: e.Text, at: e.Extent}
		return func(_ *frame, args []argument) ([]argument, error) { return append(args, a), nil }
	case *parser.StringConstantExpression:
		a := argument{value: objects.String(e.Value), hasValue: true, bare: e.Kind == parser.BareWord, at: e.Extent}
		return func(_ *frame, args []argument) ([]argument, error) { return append(args, a), nil }
	}
	x := e.(parser.Expression)
	value, at, spaces := cc.expression(x), x.Span(), spacesAfterCommas(x)
	return func(f *frame, args []argument) ([]argument, error) {
		v, err := value(f)
		if err != nil {
			return args, err
		}
		return append(args, argument{value: v, hasValue: true, at: at, spaces: spaces}), nil
	}
}

// spacesAfterCommas says of each comma of a written list whether a blank follows
// it; nil for anything else.
func spacesAfterCommas(x parser.Expression) []bool {
	list, ok := x.(*parser.ArrayLiteral)
	if !ok || len(list.Elements) < 2 {
		return nil
	}
	spaces := make([]bool, len(list.Elements)-1)
	for i := range spaces {
		spaces[i] = list.Elements[i+1].Span().Start > list.Elements[i].Span().End+1
	}
	return spaces
}

func (cc *compiler) parameterArgument(e *parser.CommandParameter) argumentMaker {
	a := argument{name: e.Name, at: e.ErrorExtent}
	if e.Argument == nil {
		return func(_ *frame, args []argument) ([]argument, error) { return append(args, a), nil }
	}
	value := cc.expression(e.Argument)
	a.hasValue, a.valueAt = true, e.Argument.Span()
	a.spaced = e.Argument.Span().Start > e.ErrorExtent.End
	if c, ok := e.Argument.(*parser.ConstantExpression); ok {
		a.text = c.Text
	}
	return func(f *frame, args []argument) ([]argument, error) {
		v, err := value(f)
		if err != nil {
			return args, err
		}
		b := a
		b.value = v
		return append(args, b), nil
	}
}

// splatted is @variable: a dictionary gives named arguments, a list
// positional ones ("about_Splatting").
func (cc *compiler) splatted(e *parser.VariableExpression) argumentMaker {
	plain := *e
	plain.Splatted = false
	value := cc.variable(&plain)
	isArgs := objects.EqualFold(e.Path, "args")
	return func(f *frame, args []argument) ([]argument, error) {
		v, err := value(f)
		if err != nil || v.IsNull() {
			return args, err
		}
		if h, ok := objects.As[*objects.Hashtable](v); ok {
			h.Each(func(k, v objects.Value) bool {
				name, _ := f.session.Types.Text(k, " ")
				args = append(args, argument{name: name, value: v, hasValue: true, splat: true, at: e.Extent})
				return true
			})
			return args, nil
		}
		if isArgs {
			return f.splatArgs(args, elements(v)), nil
		}
		for _, item := range splatItems(v) {
			args = append(args, argument{value: item, hasValue: true, splat: true, at: e.Extent})
		}
		return args, nil
	}
}

// splatItems are the elements of a splatted list; of a string its characters.
func splatItems(v objects.Value) []objects.Value {
	text, ok := v.Str()
	if !ok {
		return elements(v)
	}
	items := make([]objects.Value, utf16.Len(text))
	for i := range items {
		unit, _ := utf16.At(text, i)
		items[i] = objects.Char(unit)
	}
	return items
}

// splatArgs passes $args on: what were parameter names there are so again.
func (f *frame) splatArgs(args []argument, values []objects.Value) []argument {
	for _, v := range values {
		if name, ok := parameterName(v); ok {
			args = append(args, argument{name: name, splat: true})
			continue
		}
		args = append(args, argument{value: v, hasValue: true, splat: true})
	}
	return args
}

// stage resolves the command and makes its stage for one run.
func (c *commandCall) stage(f *frame, streams *Streams, place pipelinePlace) (stage, error) {
	st, err := c.resolved(f, streams, place)
	if err != nil {
		return nil, placed(err, c.at)
	}
	return st, nil
}

func (c *commandCall) resolved(f *frame, streams *Streams, place pipelinePlace) (stage, error) {
	closer := (*redirected)(nil)
	if c.redirected != nil {
		r, err := f.redirect(c.redirected, streams)
		if err != nil {
			return nil, err
		}
		closer, streams = r, &r.streams
	}
	st, err := c.target(f, streams, place)
	if closer == nil || err != nil {
		return st, err
	}
	closer.stage = st
	return closer, nil
}

func (c *commandCall) target(f *frame, streams *Streams, place pipelinePlace) (stage, error) {
	if c.callee != nil {
		return c.computed(f, streams, place)
	}
	cmd, err := f.session.resolve(f.scope, c.name, c.folded)
	if err != nil {
		return nil, c.unknown(err, c.name)
	}
	return c.commandStage(f, streams, place, cmd, c.name)
}

// computed is & $x and . $x: a script block, a command object or a name.
func (c *commandCall) computed(f *frame, streams *Streams, place pipelinePlace) (stage, error) {
	v, err := c.callee(f)
	if err != nil {
		return nil, err
	}
	switch x := v.Base().Ref().(type) {
	case *ScriptBlock:
		fn := &Function{code: x.code, state: x.state, closure: x.closure, anonymous: true}
		return c.commandStage(f, streams, place, fn, "&")
	case *CommandInfo:
		return c.commandStage(f, streams, place, x.Command, x.Command.Name())
	case *ModuleInfo:
		return c.inModule(f, streams, place, x)
	}
	name, err := f.session.Types.Text(v, " ")
	if err != nil {
		return nil, err
	}
	if name == "" {
		return nil, c.noCommand()
	}
	cmd, err := f.session.resolve(f.scope, name, fold(name))
	if err != nil {
		return nil, c.unknown(err, name)
	}
	return c.commandStage(f, streams, place, cmd, name)
}

// unknown gives the error of a command that was not found the name and its place.
func (c *commandCall) unknown(err error, name string) error {
	r := asRecord(err, c.nameAt)
	if r.Invocation == nil {
		r.Invocation = &InvocationInfo{InvocationName: name, Extent: c.nameAt}
	}
	return r
}

// noCommand is the error of what can be no command's name.
func (c *commandCall) noCommand() error {
	return newError(objects.RuntimeException, "BadExpression", InvalidOperation, objects.Null,
		"The expression after '"+c.symbol()+"' in a pipeline element produced an object that was not valid. It must result in a command name, a script block, or a CommandInfo object.")
}

func (c *commandCall) symbol() string {
	if c.dot {
		return "."
	}
	return "&"
}

// inModule is & $module { … }: the block runs in the module's scope.
func (c *commandCall) inModule(f *frame, streams *Streams, place pipelinePlace, m *ModuleInfo) (stage, error) {
	args, err := c.arguments(f)
	if err != nil || len(args) == 0 {
		return nil, err
	}
	if b, ok := objects.As[*ScriptBlock](args[0].value); ok {
		fn := &Function{code: b.code, state: m.state, anonymous: true}
		return &functionStage{fn: fn, caller: f, streams: streams, args: args[1:], expectsInput: place.expectsInput}, nil
	}
	name, err := f.session.Types.Text(args[0].value, " ")
	if err != nil {
		return nil, err
	}
	cmd, err := f.session.resolve(m.state.top, name, fold(name))
	if err != nil {
		return nil, err
	}
	inner := *c
	inner.args = []argumentMaker{func(_ *frame, list []argument) ([]argument, error) { return append(list, args[1:]...), nil }}
	return inner.commandStage(f, streams, place, cmd, name)
}

// arguments evaluates the command line.
func (c *commandCall) arguments(f *frame) ([]argument, error) {
	if len(c.args) == 0 {
		return nil, nil
	}
	args := make([]argument, 0, len(c.args))
	var err error
	for _, arg := range c.args {
		if args, err = arg(f, args); err != nil {
			return nil, err
		}
	}
	return args, nil
}

// commandStage makes the stage of a command that was found.
func (c *commandCall) commandStage(f *frame, streams *Streams, place pipelinePlace, cmd Command, name string) (stage, error) {
	if _, native := cmd.(*Application); c.asMethod && !native && f.scope.strictness() >= strict2 {
		return nil, newError(objects.RuntimeException, "StrictModeFunctionCallWithParens", InvalidOperation, objects.Null,
			"The function or command was called as if it were a method. Parameters should be separated by spaces. For information about parameters, see the about_Parameters Help topic.")
	}
	args, err := c.arguments(f)
	if err != nil {
		return nil, err
	}
	if asksForHelp(args) {
		if help, ok := f.session.Commands.cmdlet("get-help"); ok {
			args = []argument{{name: "Name", value: objects.String(helpName(cmd)), hasValue: true}}
			cmd = help
		}
	}
	if c.dot || c.ampersand {
		name = c.symbol()
	}
	info := &InvocationInfo{
		Command: cmd, InvocationName: name, Extent: c.at, PipelineLength: place.length,
		PipelinePosition: place.position, ExpectingInput: place.expectsInput, ScriptName: c.at.Source.File,
	}
	return f.session.newStage(stageRequest{frame: f, streams: streams, command: cmd, args: args, info: info, here: c.dot, place: place})
}

// asksForHelp reports whether -? is among the arguments: the command is not run
// then, its help is shown.
func asksForHelp(args []argument) bool {
	return slices.ContainsFunc(args, func(a argument) bool { return a.name == "?" && !a.hasValue })
}

// helpName is what Get-Help knows a command by.
func helpName(c Command) string {
	if script, ok := c.(*Script); ok {
		return script.Path
	}
	return c.Name()
}

// stageRequest is all that a command's stage is made from.
type stageRequest struct {
	frame   *frame
	streams *Streams
	command Command
	args    []argument
	info    *InvocationInfo
	here    bool // dot-sourced
	place   pipelinePlace
}

// newStage makes the stage for the kind of command.
func (s *Session) newStage(r stageRequest) (stage, error) {
	switch c := r.command.(type) {
	case *lazyFunction:
		fn, err := c.function(s)
		if err != nil {
			return nil, err
		}
		r.command, r.info.Command = fn, fn
		return s.newStage(r)
	case *Function:
		return &functionStage{fn: c, caller: r.frame, streams: r.streams, args: r.args, info: r.info, here: r.here, expectsInput: r.place.expectsInput}, nil
	case *CmdletCommand:
		return newCmdletStage(c, r), nil
	case *Script:
		return s.scriptStage(c, r)
	case *Application:
		return newNativeStage(c, r), nil
	}
	return nil, commandNotFound(r.command.Name())
}
