package web

import (
	"strings"

	"github.com/csshell/csshell/cmdlets/data"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/markup"
	"github.com/csshell/csshell/objects/net"
	"github.com/csshell/csshell/objects/xml"
	"github.com/csshell/csshell/runtime"
)

// InvokeWebRequest sends a request and writes the answer.
type InvokeWebRequest struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=StandardMethod,OutputType=Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject"`

	parameters
}

// ProcessRecord sends one request.
func (c *InvokeWebRequest) ProcessRecord(rt *runtime.CommandRuntime) error {
	a, err := c.send(rt)
	if err != nil {
		return err
	}
	if c.OutFile != "" && !bool(c.PassThru) {
		return nil
	}
	t := webResponseType
	if a.isText() {
		t = htmlResponseType
	}
	return rt.WriteObject(objects.Of(&Response{a, t}))
}

// isText reports an answer that is no image, archive or the like.
func (a *answer) isText() bool {
	t := a.mediaType()
	return t == "" || strings.HasPrefix(t, "text/") || a.isXML() || a.isJSON() || t == "application/javascript" || t == "application/xhtml+xml"
}

func (a *answer) isJSON() bool {
	t := a.mediaType()
	return t == "application/json" || t == "text/json" || t == "application/x-javascript" || strings.HasSuffix(t, "+json")
}

func (a *answer) isXML() bool {
	t := a.mediaType()
	return t == "application/xml" || t == "text/xml" || strings.HasSuffix(t, "+xml")
}

// InvokeRestMethod sends a request and writes the objects that the answer describes.
type InvokeRestMethod struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=StandardMethod"`

	FollowRelLink           runtime.SwitchParameter `param:"Alias=FL" help:"Follow links to the next page."`
	MaximumFollowRelLink    int                     `param:"Alias=ML" validate:"Range=1:2147483647" help:"How many pages to follow."`
	ResponseHeadersVariable string                  `param:"Alias=RHV" help:"A variable for the headers of the answer."`
	StatusCodeVariable      string                  `param:"" help:"A variable for the status code of the answer."`
	parameters
}

// ProcessRecord sends a request, and further ones where the answer has more pages.
func (c *InvokeRestMethod) ProcessRecord(rt *runtime.CommandRuntime) error {
	for page := 1; ; page++ {
		a, err := c.send(rt)
		if err != nil {
			return err
		}
		if err := c.keep(rt, a); err != nil {
			return err
		}
		if c.OutFile == "" || bool(c.PassThru) {
			if err := writeContent(rt, a); err != nil {
				return err
			}
		}
		next := nextPage(a.Header.Get("Link"))
		if !c.FollowRelLink || next == "" || c.MaximumFollowRelLink > 0 && page > c.MaximumFollowRelLink {
			return nil
		}
		to, err := a.Request.URL.Parse(next)
		if err != nil {
			return err
		}
		v, err := rt.Types().Convert(objects.String(to.String()), c.Uri.Type())
		if err != nil {
			return err
		}
		c.Uri, _ = objects.As[*net.Uri](v)
	}
}

// keep sets the variables that were asked for.
func (c *InvokeRestMethod) keep(rt *runtime.CommandRuntime, a *answer) error {
	for _, v := range [...]struct {
		name  string
		value objects.Value
	}{{c.ResponseHeadersVariable, a.headerTable()}, {c.StatusCodeVariable, objects.Int(a.StatusCode)}} {
		if v.name == "" {
			continue
		}
		if err := rt.Scope().Set(rt.Session(), v.name, v.value); err != nil {
			return err
		}
	}
	return nil
}

// nextPage is the address of rel="next" in a Link header (RFC 8288); "" for none.
func nextPage(header string) string {
	for _, link := range strings.Split(header, ",") {
		address, options, ok := strings.Cut(strings.TrimSpace(link), ">")
		if ok && strings.Contains(strings.ReplaceAll(options, `"`, ""), "rel=next") {
			return strings.TrimPrefix(address, "<")
		}
	}
	return ""
}

// writeContent writes what the body describes: the objects of JSON, the items of a feed,
// a document of XML, else the text.
func writeContent(rt *runtime.CommandRuntime, a *answer) error {
	text := a.text()
	if a.isXML() || a.mediaType() == "" && strings.HasPrefix(strings.TrimSpace(text), "<?xml") {
		if document, err := xml.FromText(text); err == nil {
			return writeDocument(rt, document)
		}
	}
	if a.isJSON() || a.mediaType() == "" {
		if v, err := data.ParseJSON(text); err == nil {
			return rt.WriteObject(v)
		}
	}
	return rt.WriteObject(objects.String(text))
}

// writeDocument writes the entries of an RSS or Atom feed, or the document.
func writeDocument(rt *runtime.CommandRuntime, document objects.Value) error {
	root := xml.NodeOf(document).Root()
	if root == nil {
		return rt.WriteObject(document)
	}
	var entries []*markup.Node
	switch strings.ToLower(root.Local) {
	case "feed":
		entries = children(root, "entry")
	case "rss":
		for _, channel := range children(root, "channel") {
			entries = append(entries, children(channel, "item")...)
		}
	}
	if entries == nil {
		return rt.WriteObject(document)
	}
	for _, n := range entries {
		if err := rt.WriteObject(xml.ValueOf(n)); err != nil {
			return err
		}
	}
	return nil
}

func children(n *markup.Node, name string) (list []*markup.Node) {
	for _, c := range n.Children() {
		if c.Kind == markup.Element && c.Local == name {
			list = append(list, c)
		}
	}
	return list
}
