package data

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/markup"
	"github.com/csshell/csshell/objects/xml"
	"github.com/csshell/csshell/runtime"
)

// ConvertToXML describes objects as XML: an Object element for each, a Property element
// for each property.
type ConvertToXML struct {
	_ struct{} `cmdlet:"OutputType=System.Xml.XmlDocument,OutputType=System.String,Class=Microsoft.PowerShell.Commands.ConvertToXmlCommand"`

	Depth             runtime.Optional[int]   `param:"" validate:"Range=1:2147483647" help:"How deep properties of properties are described; one level where it is not given."`
	InputObject       objects.Value           `param:"Position=0,Mandatory,ValueFromPipeline" type:"psobject" allow:"Null" help:"The objects."`
	NoTypeInformation runtime.SwitchParameter `param:"" help:"Leave the types out."`
	As                string                  `param:"" validate:"NotNullOrEmpty,Set=Stream|String|Document" help:"One text, a text for each object, or a document."`

	text strings.Builder
	out  *markup.Writer
}

// xmlDeclaration is what stands before the objects.
const xmlDeclaration = `<?xml version="1.0" encoding="utf-8"?>`

// xmlNesting bounds lists in lists.
const xmlNesting = 100

// BeginProcessing begins the document.
func (c *ConvertToXML) BeginProcessing(rt *runtime.CommandRuntime) error {
	if c.As == "Stream" {
		return writeLines(rt, []string{xmlDeclaration, "<Objects>"})
	}
	c.begin(c.As == "String")
	c.out.StartDocument("")
	c.out.StartElement("", "Objects", "")
	return nil
}

func (c *ConvertToXML) begin(indent bool) {
	c.text.Reset()
	c.out = markup.NewWriter(markup.Format{Indent: indent, Encoding: "utf-8", KeepsLineBreaks: true}, func(s string) error {
		c.text.WriteString(s)
		return nil
	})
}

// ProcessRecord describes one object.
func (c *ConvertToXML) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.As == "Stream" {
		c.begin(true)
	}
	depth := 1
	if c.Depth.Bound {
		depth = c.Depth.Value
	}
	d := description{types: rt.Types(), out: c.out, withTypes: !bool(c.NoTypeInformation)}
	if err := d.value(c.InputObject, "Object", "", depth); err != nil {
		return err
	}
	if c.As == "Stream" {
		return writeLine(rt, c.text.String())
	}
	return nil
}

// EndProcessing writes the document, or its end.
func (c *ConvertToXML) EndProcessing(rt *runtime.CommandRuntime) error {
	if c.As == "Stream" {
		return writeLine(rt, "</Objects>")
	}
	c.out.EndElement(false)
	if c.As == "String" {
		return writeLine(rt, c.text.String())
	}
	document, err := xml.FromText(c.text.String())
	if err != nil {
		return err
	}
	return rt.WriteObject(document)
}

// description writes the elements of one object.
type description struct {
	types     *objects.TypeTable
	out       *markup.Writer
	withTypes bool
	nesting   int
}

func (d *description) start(element, name string, v objects.Value) {
	d.out.StartElement("", element, "")
	if name != "" {
		d.out.Attribute("", "Name", "", name)
	}
	if !d.withTypes {
		return
	}
	full := "System.Object"
	if t := v.Type(); t != nil {
		full = t.FullName
	}
	d.out.Attribute("", "Type", "", full)
}

// value describes a value; below the depth an object is its text, followed by what it
// has as notes.
func (d *description) value(v objects.Value, element, name string, depth int) error {
	d.nesting++
	defer func() { d.nesting-- }()
	d.start(element, name, v)
	if v.IsNull() {
		d.out.EndElement(false)
		return d.out.Err()
	}
	h, dictionary := objects.As[*objects.Hashtable](v)
	list, enumerable := objects.Enumeration(v)
	var err error
	switch {
	case d.nesting > xmlNesting || isPlain(v):
		return d.textOf(v)
	case dictionary:
		err = d.entries(h, depth)
	case enumerable:
		err = list.Enumerate(func(item objects.Value) error { return d.value(item, "Property", "", depth) })
	case depth == 0:
		return d.below(v)
	default:
		err = d.properties(v, depth-1)
	}
	d.out.EndElement(false)
	return err
}

// isPlain reports a value that is written as its text.
func isPlain(v objects.Value) bool {
	t := v.Base().Type()
	if t == nil {
		return false
	}
	switch t.FullName {
	case "System.String", "System.Decimal", "System.Guid", "System.Uri", "System.Version", "System.Management.Automation.ScriptBlock", "System.TimeSpan", "System.DateTime":
		return true
	}
	k := v.Base().Kind()
	return t.Enum != nil || k == objects.KindBoolean || k == objects.KindChar || k >= objects.KindSByte && k <= objects.KindDouble
}

func (d *description) textOf(v objects.Value) error {
	text, err := d.types.ToString(v, "")
	if err != nil {
		return err
	}
	d.out.Text(text)
	d.out.EndElement(true)
	return d.out.Err()
}

func (d *description) entries(h *objects.Hashtable, depth int) (err error) {
	h.Each(func(k, v objects.Value) bool {
		if err = d.value(k, "Property", "Key", depth); err == nil {
			err = d.value(v, "Property", "Value", depth)
		}
		return err == nil
	})
	return err
}

func (d *description) properties(v objects.Value, depth int) error {
	for _, name := range d.types.PropertyNames(v) {
		value, _, err := d.types.GetProperty(v, name)
		if err != nil {
			continue // a property that fails is left out
		}
		if err := d.value(value, "Property", name, depth); err != nil {
			return err
		}
	}
	return nil
}

// below writes an object that the depth does not reach.
func (d *description) below(v objects.Value) error {
	p, ok := v.Ref().(*objects.PSObject)
	if !ok || p.Shape().Len() == 0 {
		return d.textOf(v)
	}
	d.start("Property", "", objects.String(""))
	if err := d.textOf(v); err != nil {
		return err
	}
	for i := range p.Shape().Len() {
		if p.Shape().Kind(i) != objects.NotePropertyMember {
			continue
		}
		d.start("Property", p.Shape().Name(i), p.At(i))
		if p.At(i).IsNull() {
			d.out.EndElement(false)
			continue
		}
		if err := d.textOf(p.At(i)); err != nil {
			return err
		}
	}
	d.out.EndElement(false)
	return d.out.Err()
}
