package runtime

import (
	"os"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// Code is where a function or script stands in its source, for those who read
// more of it than runs: help and completion.
type Code struct {
	Source     *parser.Source
	Definition *parser.FunctionDefinition // nil for scripts and script blocks
	Body       *parser.ScriptBlock
	Parameters []*parser.Parameter
}

// CodeOf is the code of a function or script; ok is false for other commands
// and for what cannot be read.
func (s *Session) CodeOf(c Command) (Code, bool) {
	switch c := c.(type) {
	case *lazyFunction:
		fn, err := c.function(s)
		if err != nil {
			return Code{}, false
		}
		return fn.code.public(), true
	case *Function:
		return c.code.public(), true
	case *Script:
		text, err := os.ReadFile(c.Path)
		if err != nil {
			return Code{}, false
		}
		ast, _ := parser.ParseSource(parser.DecodeSource(text, c.Path), parser.Environment{})
		return rootCode(ast).public(), true
	}
	return Code{}, false
}

func (c *code) public() Code {
	return Code{Source: c.source, Definition: c.def, Body: c.ast, Parameters: c.params}
}

// DefineFunction makes the function of a definition without giving the session
// its name, for those who ask what it would do.
func (s *Session) DefineFunction(def *parser.FunctionDefinition, source *parser.Source) Command {
	return &Function{name: def.Name, code: functionCode(def, source), state: s.state}
}

// NumberType is the type of a number in a script.
func NumberType(n parser.Number) *objects.Type { return numberValue(n).Type() }

// Parameters are the parameters that the script declares now.
func (c *Script) Parameters(s *Session) (*ParameterTable, error) {
	text, err := os.ReadFile(c.Path)
	if err != nil {
		return nil, err
	}
	ast, err := s.parse(parser.DecodeSource(text, c.Path))
	if err != nil {
		return nil, err
	}
	return (&Function{name: c.Path, code: rootCode(ast), state: s.state}).Parameters(s)
}
