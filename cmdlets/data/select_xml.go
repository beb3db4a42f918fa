package data

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/markup"
	"github.com/csshell/csshell/objects/xml"
	"github.com/csshell/csshell/runtime"
)

// SelectXML finds nodes of XML files, texts and documents by XPath expressions.
type SelectXML struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Xml,OutputType=Microsoft.PowerShell.Commands.SelectXmlInfo,Class=Microsoft.PowerShell.Commands.SelectXmlCommand"`

	Path        []string           `param:"ParameterSetName=Path,Position=1,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"XML files."`
	LiteralPath []string           `param:"ParameterSetName=LiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP" validate:"NotNullOrEmpty" help:"XML files, their names taken as they are."`
	Xml         objects.Value      `param:"ParameterSetName=Xml,Position=1,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=Node" type:"System.Xml.XmlNode[]" validate:"NotNullOrEmpty" help:"Nodes to search."`
	Content     []string           `param:"ParameterSetName=Content,Mandatory,ValueFromPipeline" validate:"NotNullOrEmpty" help:"XML texts."`
	XPath       string             `param:"Position=0,Mandatory" validate:"NotNullOrEmpty" help:"The expression."`
	Namespace   *objects.Hashtable `param:"" validate:"NotNullOrEmpty" help:"The namespaces of the prefixes in the expression."`
}

// SelectedNode is a node that Select-Xml found
// (Microsoft.PowerShell.Commands.SelectXmlInfo).
type SelectedNode struct {
	node          *markup.Node
	path, pattern string
}

var selectedNodeType = &objects.Type{FullName: "Microsoft.PowerShell.Commands.SelectXmlInfo", Kind: objects.KindObject}

// Type is Microsoft.PowerShell.Commands.SelectXmlInfo.
func (*SelectedNode) Type() *objects.Type { return selectedNodeType }

// Text is the text of the node.
func (n *SelectedNode) Text() (string, error) { return n.node.InnerText(), nil }

// Types are the types of what the cmdlets of this package write.
func Types() []objects.TypeEntry {
	return []objects.TypeEntry{{Type: selectedNodeType, Declare: declareSelectedNode}, {Type: orderedHashtableType}}
}

func declareSelectedNode() *objects.Declaration {
	of := func(signature string, get func(n *SelectedNode) objects.Value) objects.Property {
		return objects.Property{Signature: signature, Get: func(this objects.Value) (objects.Value, error) {
			n, ok := objects.As[*SelectedNode](this)
			if !ok {
				return objects.Null, nil
			}
			return get(n), nil
		}}
	}
	return &objects.Declaration{Type: selectedNodeType, Properties: []objects.Property{
		of("System.Xml.XmlNode Node {get;set;}", func(n *SelectedNode) objects.Value { return xml.ValueOf(n.node) }),
		of("string Path {get;set;}", func(n *SelectedNode) objects.Value { return objects.String(n.path) }),
		of("string Pattern {get;set;}", func(n *SelectedNode) objects.Value { return objects.String(n.pattern) }),
	}}
}

// inputStream is the path of what does not come from a file.
const inputStream = "InputStream"

// ProcessRecord searches the files, the texts or the nodes.
func (c *SelectXML) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, text := range c.Content {
		if err := c.searchText(rt, text, inputStream); err != nil {
			return err
		}
	}
	if list, ok := objects.Enumeration(c.Xml); ok {
		if err := list.Enumerate(func(v objects.Value) error { return c.search(rt, xml.NodeOf(v), inputStream) }); err != nil {
			return err
		}
	}
	paths, err := filesNamed(rt, c.Path, c.LiteralPath)
	if err != nil {
		return err
	}
	for _, path := range paths {
		text, err := xml.ReadFile(path)
		if err != nil {
			err = rt.WriteError(runtime.NewErrorRecord(err, "ProcessingFile", runtime.OpenError, objects.String(path)))
		} else {
			err = c.searchText(rt, text, path)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (c *SelectXML) searchText(rt *runtime.CommandRuntime, text, path string) error {
	document, err := xml.FromText(text)
	if err != nil {
		return rt.WriteError(runtime.NewErrorRecord(err, "ProcessingFile", runtime.InvalidData, objects.String(path)))
	}
	return c.search(rt, xml.NodeOf(document), path)
}

func (c *SelectXML) search(rt *runtime.CommandRuntime, from *markup.Node, path string) error {
	if from == nil {
		return nil
	}
	found, err := xml.Select(from, c.XPath, c.namespace(rt))
	if err != nil {
		return err
	}
	for _, n := range found {
		if err := rt.WriteObject(objects.Of(&SelectedNode{n, path, c.XPath})); err != nil {
			return err
		}
	}
	return nil
}

// namespace looks a prefix up in -Namespace; nil where there is none.
func (c *SelectXML) namespace(rt *runtime.CommandRuntime) func(prefix string) (string, bool) {
	if c.Namespace == nil {
		return nil
	}
	return func(prefix string) (space string, ok bool) {
		c.Namespace.Each(func(k, v objects.Value) bool {
			if name, _ := rt.Types().Text(k, " "); name == prefix {
				space, _ = rt.Types().Text(v, " ")
				ok = true
			}
			return !ok
		})
		return space, ok
	}
}
