package data

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// ConvertFromJSON reads JSON.
type ConvertFromJSON struct {
	_ struct{} `cmdlet:"Class=Microsoft.PowerShell.Commands.ConvertFromJsonCommand"`

	InputObject string                  `param:"Mandatory,Position=0,ValueFromPipeline" allow:"EmptyString"`
	AsHashtable runtime.SwitchParameter `param:""`
	Depth       runtime.Optional[int]   `param:"" validate:"Range=Positive"`
	NoEnumerate runtime.SwitchParameter `param:""`
	DateKind    string                  `param:"" type:"Microsoft.PowerShell.Commands.JsonDateKind"`

	lines []string
}

// ProcessRecord keeps the text: a value may span several lines.
func (c *ConvertFromJSON) ProcessRecord(*runtime.CommandRuntime) error {
	c.lines = append(c.lines, c.InputObject)
	return nil
}

// EndProcessing reads the lines together, or each alone where the first is a
// value itself.
func (c *ConvertFromJSON) EndProcessing(rt *runtime.CommandRuntime) error {
	if len(c.lines) > 1 {
		if _, err := c.parser(c.lines[0]).document(); err == nil && strings.TrimSpace(c.lines[0]) != "" {
			for _, line := range c.lines {
				if err := c.write(rt, line); err != nil {
					return err
				}
			}
			return nil
		}
	}
	return c.write(rt, strings.Join(c.lines, "\n"))
}

func (c *ConvertFromJSON) parser(text string) *jsonParser {
	depth := 1024
	if c.Depth.Bound {
		depth = c.Depth.Value
	}
	return &jsonParser{text: text, maxDepth: depth, tables: bool(c.AsHashtable), dates: c.DateKind != "String"}
}

func (c *ConvertFromJSON) write(rt *runtime.CommandRuntime, text string) error {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	v, err := c.parser(text).document()
	if err != nil {
		return err
	}
	if c.NoEnumerate {
		return rt.WriteObject(v)
	}
	return rt.WriteEnumerated(v)
}

// jsonFailure is the error of a text that is no JSON.
func jsonFailure(message string) error {
	e := objects.NewException(objects.ArgumentException, "Conversion from JSON failed with error: "+message)
	return runtime.NewErrorRecord(e, "System.ArgumentException", runtime.NotSpecified, objects.Null)
}

// ParseJSON gives the objects that a JSON text describes.
func ParseJSON(text string) (objects.Value, error) {
	return (&jsonParser{text: text, maxDepth: 1024, dates: true}).document()
}

// orderedHashtableType is the type of what -AsHashtable gives: a hashtable that keeps the
// order of its keys and tells large letters from small ones.
var orderedHashtableType = &objects.Type{FullName: "System.Management.Automation.OrderedHashtable", Base: objects.HashtableType, Kind: objects.KindObject}
