package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// using is $using:x: what x was for the code that sent the block to a job, another
// thread or another machine ("about_Remote_Variables"). It is an error in code that
// nobody has sent anywhere.
func (cc *compiler) using(e *parser.UsingExpression) expression {
	at := cc.extent(e)
	key := usingKey(e)
	return func(f *frame) (objects.Value, error) {
		for c := f.scope; c != nil; c = c.parent {
			if c.call != nil && c.call.sent != nil {
				return c.call.sent[key], nil
			}
		}
		r := newError(objects.RuntimeException, "UsingWithoutInvokeCommand", InvalidOperation, objects.Null,
			"A Using variable cannot be retrieved. A Using variable can be used only with Invoke-Command, Start-Job, or InlineScript in the script workflow. "+
				"When it is used with Invoke-Command, the Using variable is valid only if the script block is invoked on a remote computer.")
		r.Extent = at
		return objects.Null, r
	}
}

// usingKey tells the expressions behind $using: of one block apart.
func usingKey(e *parser.UsingExpression) parser.Expression { return e.Expression }
