package runtime

import (
	"strings"

	"github.com/csshell/csshell/parser"
)

// maxParseMessages is how many mistakes the message of a ParseException names.
const maxParseMessages = 10

// parseMessage is the message of a ParseException: place, line, marker and
// sentence of each mistake.
func parseMessage(source *parser.Source, errs []parser.ParseError) string {
	var b strings.Builder
	for i, e := range errs {
		if i == maxParseMessages {
			b.WriteString("\n\nNot all parse errors were reported.  Correct the reported errors and try again.")
			break
		}
		if i > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(positionMessage(&ScriptExtent{source, e.Extent}))
		b.WriteByte('\n')
		b.WriteString(e.Message)
	}
	return b.String()
}
