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
	parser.Walk(b.code.ast, func(n parser.Node) bool {
		e, ok := n.(*parser.UsingExpression)
		if !ok || failed != nil {
			return failed == nil
		}
		v, err := cc.expression(e.Expression)(f)
		if err != nil {
			failed = err
		}
		values[usingKey(e)] = v
		return false
	})
	return values, failed
}
