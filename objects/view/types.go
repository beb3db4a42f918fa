package view

import (
	"github.com/csshell/csshell/objects"
)

// Types are the types of the format objects. What scripts see of one is that
// it is none of their data: a class id and properties without a use.
func Types() []objects.TypeEntry {
	return []objects.TypeEntry{
		formatEntry(FormatStartType, "033ecb2bc07a4d43b5ef94ed5a35d280", "pageHeaderEntry", "pageFooterEntry", "autosizeInfo", "shapeInfo", "groupingEntry"),
		formatEntry(GroupStartType, "9e210fe47d09416682b841769c78b8a3", "shapeInfo", "groupingEntry"),
		formatEntry(FormatEntryType, "27c87ef9bbda4f709f6b4002fa4af63c", "formatEntryInfo", "outOfBand", "writeStream", "isHelpObject"),
		formatEntry(GroupEndType, "4ec4f0187cb04f4cb6973460dfe252df", "groupingEntry"),
		formatEntry(FormatEndType, "cf522b78d86c486691226b40aa69e95c", "groupingEntry"),
	}
}

// classID is the property that tells format objects apart when they come back
// from a file.
const classID = "ClassId2e4f51ef21dd47e99d3c952918aff9cd"

func formatEntry(t *objects.Type, id string, properties ...string) objects.TypeEntry {
	return objects.TypeEntry{Type: t, Declare: func() *objects.Declaration {
		d := &objects.Declaration{Type: t, Properties: []objects.Property{
			objects.Reads("string "+classID+" {get;}", func(objects.Value) objects.Value { return objects.String(id) }),
		}}
		for _, name := range properties {
			d.Properties = append(d.Properties, objects.Reads("System.Object "+name+" {get;}", func(objects.Value) objects.Value { return objects.Null }))
		}
		return d
	}}
}
