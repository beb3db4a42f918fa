package style

import (
	"github.com/csshell/csshell/objects"
)

const name = "System.Management.Automation.PSStyle"

func partType(suffix string) *objects.Type {
	return &objects.Type{FullName: name + suffix, Kind: objects.KindObject, Attributes: objects.SealedAttr}
}

func enumType(name string, values ...string) *objects.Type {
	t := &objects.Type{FullName: "System.Management.Automation." + name, Kind: objects.KindEnum,
		Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{Names: values}}
	for i := range values {
		t.Enum.Values = append(t.Enum.Values, int64(i))
	}
	return t
}

// The types of $PSStyle and its parts.
var (
	Type           = partType("")
	formattingType = partType("+FormattingData")
	fileInfoType   = partType("+FileInfoFormatting")
	progressType   = partType("+ProgressConfiguration")
	foregroundType = partType("+ForegroundColor")
	backgroundType = partType("+BackgroundColor")
	extensionsType = &objects.Type{FullName: name + "+FileInfoFormatting+FileExtensionDictionary",
		Kind: objects.KindObject, Interfaces: []*objects.Type{objects.DictionaryIface}}
	renderingType = enumType("OutputRendering", "Host", "PlainText", "Ansi")
	viewType      = enumType("ProgressView", "Minimal", "Classic")
	decoratedType = &objects.Type{FullName: "System.Management.Automation.Internal.StringDecorated", Kind: objects.KindObject}
)

// Type is System.Management.Automation.PSStyle+ProgressConfiguration.
func (*Progress) Type() *objects.Type { return progressType }

// Types are the types of $PSStyle; instance is what [PSStyle]::Instance gives.
func Types(instance *Style) []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: Type, Declare: func() *objects.Declaration { return declaration(instance) }},
		{Type: formattingType, Declare: func() *objects.Declaration { return partDeclaration(formattingType, formattings(), true) }},
		{Type: fileInfoType, Declare: func() *objects.Declaration { return fileInfoDeclaration(instance) }},
		{Type: progressType, Declare: progressDeclaration},
		{Type: foregroundType, Declare: func() *objects.Declaration { return colourDeclaration(foregroundType, 30) }},
		{Type: backgroundType, Declare: func() *objects.Declaration { return colourDeclaration(backgroundType, 40) }},
		{Type: extensionsType}, {Type: renderingType}, {Type: viewType},
		{Type: decoratedType, Declare: decoratedDeclaration},
	}
}
