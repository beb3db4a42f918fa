package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// usingValues are the values behind the $using: expressions of a block, and of the
// blocks in it, for the code that sends it away ("about_Remote_Variables").
func (b *ScriptBlock) usingValues(f *frame) (map[parser.Expression]objects.Value, error) {
	values := map[parser.Expression]objects.Value{}
	var failed error
	cc := &compiler{source: b.code.source}
	eachUsing(b.code.ast, func(e *parser.UsingExpression) {
		if failed == nil {
			values[usingKey(e)], failed = cc.expression(e.Expression)(f)
		}
	})
	return values, failed
}
