package xml

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/markup"
)

// KindType is System.Xml.XmlNodeType.
var KindType = &objects.Type{FullName: "System.Xml.XmlNodeType", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
	Names:  []string{"None", "Element", "Attribute", "Text", "CDATA", "EntityReference", "Entity", "ProcessingInstruction", "Comment", "Document", "DocumentType", "DocumentFragment", "Notation", "Whitespace", "SignificantWhitespace", "EndElement", "EndEntity", "XmlDeclaration"},
	Values: []int64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17},
}}

func kindName(k markup.Kind) string { return KindType.Enum.Names[k] }

// kindNamed is the kind that CreateNode knows under a name: "element", "text".
func kindNamed(name string) markup.Kind {
	switch strings.ToLower(name) {
	case "cdatasection":
		return markup.CData
	case "documentfragment":
		return markup.Fragment
	}
	for i, n := range KindType.Enum.Names {
		if strings.EqualFold(n, name) {
			return markup.Kind(i)
		}
	}
	return markup.None
}
