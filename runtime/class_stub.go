package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// classCode is the compiled class that methods belong to.
type classCode struct{}

func (cc *compiler) typeDefinition(s *parser.TypeDefinition) statement {
	return func(*frame) error { return nil }
}

func (cc *compiler) baseConstructor(e *parser.BaseCtorInvokeMemberExpression) expression {
	return constant(objects.Null)
}
