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

// EndProcessing reads each line alone where the first is a value itself that is not
// null, else the lines together.
func (c *ConvertFromJSON) EndProcessing(rt *runtime.CommandRuntime) error {
	if len(c.lines) == 0 {
		return nil
	}
	first, err := c.reader(c.lines[0]).document()
	if len(c.lines) == 1 && err != nil {
		return err
	}
	if err == nil {
		if err := c.write(rt, first); err != nil || len(c.lines) == 1 {
			return err
		}
	}
	rest := c.lines[1:]
	if first.IsNull() {
		rest = []string{strings.Join(c.lines, "\n")}
	}
	for _, text := range rest {
		v, err := c.reader(text).document()
		if err != nil {
			return err
		}
		if err := c.write(rt, v); err != nil {
			return err
		}
	}
	return nil
}

func (c *ConvertFromJSON) reader(text string) *jsonReader {
	depth := jsonDepth
	if c.Depth.Bound {
		depth = c.Depth.Value
	}
	return &jsonReader{text: text, maxDepth: depth, tables: bool(c.AsHashtable), dates: jsonDates(c.DateKind)}
}

func (c *ConvertFromJSON) write(rt *runtime.CommandRuntime, v objects.Value) error {
	if c.NoEnumerate {
		return rt.WriteObject(v)
	}
	return rt.WriteEnumerated(v)
}

// jsonDepth is how deep containers may be nested unless -Depth says otherwise.
const jsonDepth = 1024

// ParseJSON gives the objects that a JSON text describes.
func ParseJSON(text string) (objects.Value, error) {
	return (&jsonReader{text: text, maxDepth: jsonDepth}).document()
}

// jsonFailure is the error of a text that is no JSON.
func jsonFailure(message string) error {
	e := objects.NewException(objects.ArgumentException, "Conversion from JSON failed with error: "+message)
	return runtime.NewErrorRecord(e, "System.ArgumentException", runtime.NotSpecified, objects.Null)
}

// jsonKeyFailure is the error of a name that an object cannot have.
func jsonKeyFailure(message, id string) error {
	e := objects.NewException(objects.InvalidOperationException, message)
	return runtime.NewErrorRecord(e, id, runtime.InvalidOperation, objects.Null)
}

// jsonObject collects the members of an object.
type jsonObject struct {
	reader *jsonReader
	notes  *objects.PSObject
	table  *objects.Hashtable
}

func (o *jsonObject) value() objects.Value {
	o.begin()
	if o.reader.tables {
		return objects.Of(o.table)
	}
	return objects.Of(o.notes)
}

func (o *jsonObject) begin() {
	switch {
	case o.notes != nil || o.table != nil:
	case o.reader.tables:
		o.table = objects.NewDictionary(orderedHashtableType, false)
	default:
		o.notes = objects.NewCustomObject()
	}
}

// set adds a member; the last of one name counts.
func (o *jsonObject) set(name string, v objects.Value) {
	o.begin()
	if o.reader.tables {
		o.table.Set(objects.String(name), v)
		return
	}
	shape := o.notes.Shape()
	switch i := shape.Slot(name); {
	case name == "":
		o.refuse("The provided JSON includes a property whose name is an empty string, this is only supported using the -AsHashTable switch.", "EmptyKeyInJsonString")
	case i >= 0 && shape.Name(i) != name:
		o.refuse("Cannot convert the JSON string because it contains keys with different casing. Please use the -AsHashTable switch instead. The key that was attempted to be added to the existing key '"+shape.Name(i)+"' was '"+name+"'.", "KeysWithDifferentCasingInJsonString")
	default:
		o.notes.SetNote(name, v)
	}
}

func (o *jsonObject) refuse(message, id string) {
	if o.reader.badName == nil {
		o.reader.badName = jsonKeyFailure(message, id)
	}
}

// orderedHashtableType is the type of what -AsHashtable gives: a hashtable that keeps the
// order of its keys and tells large letters from small ones.
var orderedHashtableType = &objects.Type{FullName: "System.Management.Automation.OrderedHashtable", Base: objects.HashtableType, Kind: objects.KindObject}
