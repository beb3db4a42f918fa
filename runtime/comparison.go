package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// Comparison is an operator of the language, for cmdlets that offer it as a
// parameter.
type Comparison func(a, b objects.Value) (objects.Value, error)

// Comparison is the operator as a script of the caller would run it.
func (rt *CommandRuntime) Comparison(kind parser.TokenKind) Comparison {
	f := &frame{session: rt.session, scope: rt.scope, streams: rt.streams}
	apply := binaryOperators()[kind]
	return func(a, b objects.Value) (objects.Value, error) { return apply(f, a, b) }
}
