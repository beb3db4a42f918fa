package rows

import (
	"fmt"
	"strings"

	"github.com/csshell/csshell/objects/cs"
)

// Literals are the values of parameters as they would stand in a statement.
func Literals(args []any) []string {
	list := make([]string, len(args))
	for i, arg := range args {
		switch arg := arg.(type) {
		case string:
			list[i] = "'" + strings.ReplaceAll(arg, "'", "''") + "'"
		case cs.NameForms:
			list[i] = fmt.Sprint(uint(arg))
		default:
			list[i] = fmt.Sprint(arg)
		}
	}
	return list
}
