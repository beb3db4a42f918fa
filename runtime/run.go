package runtime

import (
	"os"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// RunText runs a program's text in the outermost scope, statement by statement,
// as at the prompt. The error is a jump ([ExitCode]) or one that nothing has
// caught; it is not yet reported.
func (s *Session) RunText(text string) error {
	defer s.EnterTurn()()
	ast, err := s.parse(parser.NewSource(text, ""))
	if err != nil {
		return err
	}
	s.current = s.global
	c := rootCode(ast)
	s.global.call = typedCall(c)
	return s.guarded(func() error { return runProgram(c, &frame{session: s, scope: s.global, streams: &s.base}) })
}

// typedCall is the call that a statement at the prompt stands for: of a block that
// has its text, as $MyInvocation shows it.
func typedCall(c *code) *call {
	fn := &Function{code: c, anonymous: true}
	return &call{info: &InvocationInfo{Command: fn}, code: c}
}

// RunNested runs a program's text in the scope that runs now, as a nested prompt
// does.
func (s *Session) RunNested(text string) error {
	defer s.EnterTurn()()
	ast, err := s.parse(parser.NewSource(text, ""))
	if err != nil {
		return err
	}
	return s.guarded(func() error { return runProgram(rootCode(ast), s.hostFrame()) })
}

// runProgram runs the blocks of a program in the scope of a frame.
func runProgram(c *code, f *frame) error {
	p := c.in(f.scope.layout)
	if err := f.defineTypes(p); err != nil {
		return err
	}
	for _, b := range [...]*block{p.begin, p.process, p.end} {
		if b == nil {
			continue
		}
		if err := b.run(f); err != nil {
			return withoutJump(err)
		}
	}
	return nil
}

// withoutJump is the error that ends a whole program: return, break and continue
// end it and are none.
func withoutJump(err error) error {
	if f, ok := err.(*flow); ok && f.kind <= returnFlow {
		return nil
	}
	return err
}

// RunFile runs a script file with arguments in a scope of its own.
func (s *Session) RunFile(path string, args []string) error {
	defer s.EnterTurn()()
	st, err := s.scriptStage(&Script{Path: path}, stageRequest{
		frame: s.hostFrame(), streams: &s.base, info: &InvocationInfo{InvocationName: path, CommandOrigin: "Runspace"}, args: commandLineArguments(args),
	})
	if err != nil {
		return err
	}
	script := st.(*functionStage)
	script.outermost = true
	return withoutJump(s.guarded(script.callOnce))
}

// commandLineArguments are the words after -File: -Name and -Name:value are
// parameters, all else is text. A word --% says only that what follows is text,
// which it is anyway ("about_Pwsh").
func commandLineArguments(words []string) []argument {
	args := make([]argument, 0, len(words))
	for i, w := range words {
		if w == "--%" && i == 0 {
			continue
		}
		name, ok := parameterName(objects.String(strings.Replace(w, "--", "-", 1)))
		if !ok || strings.HasPrefix(w, "---") || w == "--" {
			args = append(args, argument{value: objects.String(w), hasValue: true})
			continue
		}
		a := argument{name: name}
		if i := strings.IndexByte(name, ':'); i > 0 {
			a.name, a.value, a.hasValue = name[:i], switchText(name[i+1:]), true
			a.typed = true
		}
		args = append(args, a)
	}
	return args
}

// switchText turns $true and $false on a command line into what they mean.
func switchText(s string) objects.Value {
	switch strings.ToLower(s) {
	case "$true", "true":
		return objects.Bool(true)
	case "$false", "false":
		return objects.Bool(false)
	}
	return objects.String(s)
}

// parameterName is the name in "-Name"; ok is false for anything else, such as
// a negative number.
func parameterName(v objects.Value) (string, bool) {
	s, ok := v.Str()
	if !ok || len(s) < 2 || s[0] != '-' || s[1] >= '0' && s[1] <= '9' || s[1] == '.' || s[1] == '-' {
		return "", false
	}
	return s[1:], true
}

// ReadScript is the text of a script file, whatever its encoding.
func ReadScript(path string) (string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	return parser.DecodeSource(text, path).Text, nil
}

// scriptStage makes the stage of a script file.
func (s *Session) scriptStage(c *Script, r stageRequest) (stage, error) {
	text, err := os.ReadFile(c.Path)
	if err != nil {
		return nil, commandNotFound(c.Path)
	}
	ast, err := s.parse(parser.DecodeSource(text, c.sourceName()))
	if err != nil {
		return nil, err
	}
	if err := s.requirements(r.frame, ast, c.Name()); err != nil {
		return nil, err
	}
	r.info.Command = c
	r.info.PSCommandPath = c.Path
	if i := strings.LastIndexByte(c.Path, '/'); i >= 0 {
		r.info.PSScriptRoot = c.Path[:max(i, 1)]
	}
	state := r.frame.scope.state // a script has none of its own: one that a module runs belongs to the module
	if state == nil {
		state = s.state
	}
	fn := &Function{name: c.Name(), code: rootCode(ast), state: state, script: true}
	return &functionStage{fn: fn, caller: r.frame, streams: r.streams, args: r.args, info: r.info, here: r.here, expectsInput: r.place.expectsInput}, nil
}

// parseFailure is the error of a program with mistakes: a ParseException that
// names them all, at the first one's place.
func parseFailure(source *parser.Source, errs []parser.ParseError) error {
	t := objects.ParseExceptionType
	if errs[0].Incomplete {
		t = objects.IncompleteParseException
	}
	e := objects.NewException(t, parseMessage(source, errs))
	e.Fields = map[string]objects.Value{"Errors": parseErrorList(source, errs)}
	r := NewErrorRecord(e, errs[0].ID, ParserError, objects.Null)
	r.parse = &parseErrors{source, errs}
	r.Extent = &ScriptExtent{source, errs[0].Extent}
	r.thrown = true
	return r
}

// Incomplete reports whether err says that a program ends too early, so that more
// text could make it whole.
func Incomplete(err error) bool {
	r, ok := recordIn(err)
	return ok && r.parse != nil && r.parse.errs[0].Incomplete
}

// OfCommand is the error of a program that a command could not run: the
// command's error, and never a question for the rest of the input.
func (r *ErrorRecord) OfCommand() *ErrorRecord {
	c := *r
	c.Extent, c.thrown = nil, false
	if r.parse != nil {
		e := objects.NewException(objects.ParseExceptionType, r.Exception.Message)
		e.Fields = r.Exception.Fields
		c.Exception = e
	}
	return &c
}

// parseErrors are the mistakes of a program that could not be run.
type parseErrors struct {
	source *parser.Source
	errs   []parser.ParseError
}
