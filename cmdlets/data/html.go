package data

import (
	"strconv"
	"strings"

	"github.com/csshell/csshell/cmdlets/calculated"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/net"
	"github.com/csshell/csshell/runtime"
)

// ConvertToHTML shows objects as a table or list of HTML, in a page or by itself.
type ConvertToHTML struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Page,OutputType=System.String,Class=Microsoft.PowerShell.Commands.ConvertToHtmlCommand"`

	InputObject  objects.Value           `param:"ValueFromPipeline" type:"psobject" help:"The objects."`
	Property     []objects.Value         `param:"Position=0" help:"The properties to show, also calculated ones."`
	Body         []string                `param:"ParameterSetName=Page,Position=3" help:"Text after the body tag."`
	Head         []string                `param:"ParameterSetName=Page,Position=1" help:"What the head holds instead of a title."`
	Title        string                  `param:"ParameterSetName=Page,Position=2" validate:"NotNullOrEmpty" help:"The title of the page."`
	As           string                  `param:"" validate:"NotNullOrEmpty,Set=Table|List" help:"Table, a row for each object, or List, a row for each property."`
	CssUri       objects.Value           `param:"ParameterSetName=Page,Alias=cu,Alias=uri" type:"uri" validate:"NotNullOrEmpty" help:"Where the style sheet is."`
	Fragment     runtime.SwitchParameter `param:"ParameterSetName=Fragment" validate:"NotNullOrEmpty" help:"The table alone."`
	PostContent  []string                `param:"" validate:"NotNullOrEmpty" help:"Text after the table."`
	PreContent   []string                `param:"" validate:"NotNullOrEmpty" help:"Text before the table."`
	Meta         *objects.Hashtable      `param:"ParameterSetName=Page" validate:"NotNullOrEmpty" help:"Names and contents of meta tags."`
	Charset      string                  `param:"ParameterSetName=Page" validate:"NotNullOrEmpty,Pattern=^[A-Za-z0-9]\\w+\\S+[A-Za-z0-9]$" help:"The page's encoding."`
	Transitional runtime.SwitchParameter `param:"ParameterSetName=Page" validate:"NotNullOrEmpty" help:"Declare transitional instead of strict XHTML."`

	asked   []calculated.Property
	columns []*calculated.Getter
	known   bool // what the columns are
	written int  // objects
}

// BeginProcessing writes what stands before the rows.
func (c *ConvertToHTML) BeginProcessing(rt *runtime.CommandRuntime) (err error) {
	if c.asked, err = calculated.Parse(c.Property, calculated.Label|calculated.Width|calculated.Alignment); err != nil {
		return err
	}
	if !c.Fragment {
		if err := c.writeHead(rt); err != nil {
			return err
		}
	}
	if err := writeLines(rt, c.PreContent); err != nil {
		return err
	}
	return writeLine(rt, "<table>")
}

func (c *ConvertToHTML) writeHead(rt *runtime.CommandRuntime) error {
	kind := "Strict"
	if c.Transitional {
		kind = "Transitional"
	}
	lines := []string{
		`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 ` + kind + `//EN"  "http://www.w3.org/TR/xhtml1/DTD/xhtml1-` + strings.ToLower(kind) + `.dtd">`,
		`<html xmlns="http://www.w3.org/1999/xhtml">`, "<head>",
	}
	if c.Charset != "" {
		lines = append(lines, `<meta charset="`+c.Charset+`">`)
	}
	meta, err := c.metaTags(rt)
	if err != nil {
		return err
	}
	lines = append(lines, meta...)
	switch {
	case c.Head != nil:
		lines = append(lines, c.Head...)
	case c.Title != "":
		lines = append(lines, "<title>"+c.Title+"</title>")
	default:
		lines = append(lines, "<title>HTML TABLE</title>")
	}
	if !c.CssUri.IsNull() {
		href, err := rt.Types().Text(c.CssUri, " ")
		if err != nil {
			return err
		}
		lines = append(lines, `<link rel="stylesheet" type="text/css" href="`+href+`" />`)
	}
	return writeLines(rt, append(append(lines, "</head><body>"), c.Body...))
}

// metaTags are the tags of -Meta; a name that HTML does not know brings a warning.
func (c *ConvertToHTML) metaTags(rt *runtime.CommandRuntime) (lines []string, err error) {
	if c.Meta == nil {
		return nil, nil
	}
	c.Meta.Each(func(k, v objects.Value) bool {
		name, _ := rt.Types().Text(k, " ")
		content, _ := rt.Types().Text(v, " ")
		attribute := "name"
		switch strings.ToLower(name) {
		case "content-type", "default-style", "x-ua-compatible":
			attribute = "http-equiv"
		case "application-name", "author", "description", "generator", "keywords", "viewport":
		default:
			err = rt.WriteWarning("Accepted meta properties are content-type, default-style, application-name, author, description, generator, keywords, x-ua-compatible, and viewport. The meta pair: " +
				name + " and " + content + " may not function correctly.")
		}
		lines = append(lines, "<meta "+attribute+`="`+name+`" content="`+content+`">`)
		return err == nil
	})
	return lines, err
}

// ProcessRecord writes the rows of one object.
func (c *ConvertToHTML) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.InputObject.IsNull() {
		return nil
	}
	if !c.known {
		c.known = true
		if err := c.findColumns(rt); err != nil {
			return err
		}
	}
	if len(c.columns) == 0 {
		return nil
	}
	c.written++
	if c.As == "List" {
		return c.writeList(rt)
	}
	if c.written == 1 {
		if err := c.writeHeader(rt); err != nil {
			return err
		}
	}
	var row strings.Builder
	row.WriteString("<tr>")
	for _, g := range c.columns {
		text, err := c.cell(rt, g)
		if err != nil {
			return err
		}
		row.WriteString("<td>" + text + "</td>")
	}
	return writeLine(rt, row.String()+"</tr>")
}

// findColumns looks up at the first object which properties there are; those that it
// does not have are left out.
func (c *ConvertToHTML) findColumns(rt *runtime.CommandRuntime) error {
	asked := c.asked
	if _, dictionary := objects.As[*objects.Hashtable](c.InputObject); dictionary && len(asked) == 0 {
		keys, err := columnsOf(rt.Types(), c.InputObject)
		for _, key := range keys {
			c.columns = append(c.columns, &calculated.Getter{Property: calculated.Property{Name: key}})
		}
		return err
	}
	if len(asked) == 0 {
		asked = []calculated.Property{{Name: "*"}}
	}
	for _, p := range asked {
		names := []string{p.Name}
		switch {
		case p.IsPattern():
			found, err := p.Matching(rt.Types(), c.InputObject)
			if err != nil {
				return err
			}
			names = found
		case p.Block == nil:
			_, found, err := (&calculated.Getter{Property: p}).Value(rt, c.InputObject)
			if err != nil {
				return err
			}
			if !found {
				continue
			}
		}
		for _, name := range names {
			column := p
			column.Name = name
			c.columns = append(c.columns, &calculated.Getter{Property: column})
		}
	}
	return nil
}

func (c *ConvertToHTML) writeHeader(rt *runtime.CommandRuntime) error {
	var layout, names strings.Builder
	for _, g := range c.columns {
		layout.WriteString("<col")
		if g.Width > 0 {
			layout.WriteString(` width = "` + strconv.Itoa(g.Width) + `"`)
		}
		if g.Alignment != "" {
			layout.WriteString(` align = "` + g.Alignment + `"`)
		}
		layout.WriteString("/>")
		names.WriteString("<th>" + g.Title() + "</th>")
	}
	return writeLines(rt, []string{"<colgroup>" + layout.String() + "</colgroup>", "<tr>" + names.String() + "</tr>"})
}

func (c *ConvertToHTML) writeList(rt *runtime.CommandRuntime) error {
	if c.written > 1 {
		if err := writeLine(rt, "<tr><td><hr></td></tr>"); err != nil {
			return err
		}
	}
	for _, g := range c.columns {
		text, err := c.cell(rt, g)
		if err == nil {
			err = writeLine(rt, "<tr><td>"+g.Title()+":</td><td>"+text+"</td></tr>")
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// cell is the text of a property, with the characters of HTML written out.
func (c *ConvertToHTML) cell(rt *runtime.CommandRuntime, g *calculated.Getter) (string, error) {
	v, _, err := g.Value(rt, c.InputObject)
	if err != nil || v.IsNull() {
		return "", err
	}
	text, err := rt.Types().ToString(v, "")
	if err != nil {
		return "", err
	}
	return net.HTMLEncode(text), nil
}

// EndProcessing closes the table and the page.
func (c *ConvertToHTML) EndProcessing(rt *runtime.CommandRuntime) error {
	lines := append([]string{"</table>"}, c.PostContent...)
	if !c.Fragment {
		lines = append(lines, "</body></html>")
	}
	return writeLines(rt, lines)
}

func writeLine(rt *runtime.CommandRuntime, text string) error {
	return rt.WriteObject(objects.String(text))
}

func writeLines(rt *runtime.CommandRuntime, lines []string) error {
	for _, line := range lines {
		if err := writeLine(rt, line); err != nil {
			return err
		}
	}
	return nil
}
