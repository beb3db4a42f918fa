package runtime

import (
	"context"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// ScriptBlock is code as a value (System.Management.Automation.ScriptBlock). It
// belongs to the session, or the module, that it was made in.
type ScriptBlock struct {
	code    *code
	session *Session
	state   *SessionState // nil for a block that runs where it is called
	closure *Scope        // the captured variables of GetNewClosure, or nil
	dynamic *ModuleInfo   // the module that PowerShell makes of a closure, by name alone
}

// Type is System.Management.Automation.ScriptBlock.
func (*ScriptBlock) Type() *objects.Type { return objects.ScriptBlockType }

// Text is the source between the braces.
func (b *ScriptBlock) Text() (string, error) { return b.Source(), nil }

// Source is the text of the block, without braces.
func (b *ScriptBlock) Source() string {
	ast := b.code.ast
	text := b.code.source.Slice(ast.Extent)
	if n := len(text); n >= 2 && text[0] == '{' && text[n-1] == '}' {
		text = text[1 : n-1]
	}
	return b.code.namedParameters() + text
}

// namedParameters are the parameters that stand after the name of a function, as a
// param block; "" for none.
func (c *code) namedParameters() string {
	if len(c.params) == 0 || c.ast.ParamBlock != nil {
		return ""
	}
	list := make([]string, len(c.params))
	for i, p := range c.params {
		list[i] = c.source.Slice(p.Extent)
	}
	return "param(" + strings.Join(list, ", ") + ")\n"
}

// AST is the syntax tree of the block and its source.
func (b *ScriptBlock) AST() (*parser.ScriptBlock, *parser.Source) { return b.code.ast, b.code.source }

// NewScriptBlock compiles text to a script block of a session
// ([scriptblock]::Create). The error is a ParseException with all mistakes.
func (s *Session) NewScriptBlock(text, file string) (*ScriptBlock, error) {
	ast, err := s.parse(parser.NewSource(text, file))
	if err != nil {
		return nil, err
	}
	return &ScriptBlock{code: rootCode(ast), session: s, state: s.currentState()}, nil
}

// currentState is the session state of the scope that runs now.
func (s *Session) currentState() *SessionState {
	if s.current != nil {
		return s.current.state
	}
	return s.state
}

// runInScope runs the block in the scope of the frame, with $_ being v: what
// ForEach-Object and Where-Object do.
func (b *ScriptBlock) runInScope(f *frame, v objects.Value) error {
	restore := f.setUnderscore(v)
	defer restore()
	return b.runHere(f)
}

// runHere runs the block in the scope of the frame, $_ being what it is there.
func (b *ScriptBlock) runHere(f *frame) error {
	if b.elsewhere(f) || b.code.params != nil {
		return b.call(f, nil, objects.Null, false)
	}
	p := b.code.in(f.scope.layout)
	if err := f.defineTypes(p); err != nil {
		return err
	}
	for _, body := range [...]*block{p.begin, p.process, p.end} {
		if body == nil {
			continue
		}
		if err := body.run(f); err != nil && err != errReturn {
			return err
		}
	}
	return nil
}

// elsewhere reports whether the block's names are not those of the frame.
func (b *ScriptBlock) elsewhere(f *frame) bool {
	return b.closure != nil || b.state != nil && b.state != f.scope.state
}

// call runs the block in a scope of its own with arguments.
func (b *ScriptBlock) call(f *frame, args []argument, this objects.Value, hasThis bool) error {
	fn := &Function{code: b.code, state: b.state, closure: b.closure, anonymous: true}
	st := functionStage{fn: fn, caller: f, streams: f.streams, args: args}
	if hasThis {
		st.this = &this
	}
	return st.callOnce()
}

// CallWith calls the block with values as arguments and $this, and gives what
// it writes: what delegates, script properties and ForEach() methods do.
func (b *ScriptBlock) CallWith(ctx context.Context, this objects.Value, args []objects.Value) (objects.Value, error) {
	f := b.session.hostFrame()
	list := b.code.inOrder(args)
	return f.collect(func(inner *frame) error { return b.call(inner, list, this, !this.IsNull()) })
}
