package utility

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/regex"
	"github.com/csshell/csshell/objects/text"
	"github.com/csshell/csshell/objects/utf16"
	"github.com/csshell/csshell/runtime"
)

// ConvertFromStringData reads lines of name=value into a hashtable.
type ConvertFromStringData struct {
	StringData string        `param:"Position=0,Mandatory,ValueFromPipeline" allow:"EmptyString"`
	Delimiter  objects.Value `param:"Position=1" type:"char"`
}

// ProcessRecord writes the hashtable of one text.
func (c *ConvertFromStringData) ProcessRecord(rt *runtime.CommandRuntime) error {
	delimiter := "="
	if rt.IsBound("Delimiter") {
		delimiter = utf16.FromUnit(uint16(c.Delimiter.Base().Bits()))
	}
	table := objects.NewHashtable()
	for _, line := range strings.Split(c.StringData, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		name, value, ok := strings.Cut(line, delimiter)
		if !ok || name == "" {
			return invalidData("Data line '" + line + "' is not in 'name=value' format. ")
		}
		key := objects.String(strings.TrimSpace(name))
		if _, exists := table.Get(key); exists {
			return invalidData("Data item '" + strings.TrimSpace(name) + "' in line '" + line + "' is already defined. ")
		}
		plain, err := regex.Unescape(strings.TrimSpace(value))
		if err != nil {
			return text.RaisedRegex(err)
		}
		table.Set(key, objects.String(plain))
	}
	return rt.WriteObject(objects.Of(table))
}

func invalidData(message string) error {
	e := objects.NewException(objects.PSInvalidOperationException, message)
	return runtime.NewErrorRecord(e, "InvalidOperation", runtime.InvalidOperation, objects.Null)
}
