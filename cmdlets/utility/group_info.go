package utility

import (
	"github.com/csshell/csshell/objects"
)

// GroupInfo is a group that Group-Object found
// (Microsoft.PowerShell.Commands.GroupInfo).
type GroupInfo struct {
	*group
	noElement bool
}

var (
	groupInfoType          = &objects.Type{FullName: "Microsoft.PowerShell.Commands.GroupInfo", Kind: objects.KindObject}
	groupInfoNoElementType = &objects.Type{FullName: "Microsoft.PowerShell.Commands.GroupInfoNoElement", Base: groupInfoType, Kind: objects.KindObject}
)

// Type is GroupInfo, or GroupInfoNoElement.
func (g *GroupInfo) Type() *objects.Type {
	if g.noElement {
		return groupInfoNoElementType
	}
	return groupInfoType
}

func declareGroupInfo() *objects.Declaration {
	return &objects.Declaration{
		Type: groupInfoType,
		Properties: []objects.Property{
			property("System.Collections.ArrayList Values {get;}", func(g *GroupInfo) objects.Value {
				values := make([]objects.Value, len(g.keys))
				for i, k := range g.keys {
					values[i] = k.value
				}
				return objects.Of(objects.NewList(objects.ArrayListType, values))
			}),
			property("int Count {get;}", func(g *GroupInfo) objects.Value { return objects.Int(g.count) }),
			property("System.Collections.ObjectModel.Collection[psobject] Group {get;}", func(g *GroupInfo) objects.Value {
				if g.noElement {
					return objects.Of(objects.NewList(objects.MakeGeneric(objects.CollectionOpenType, objects.PSObjectType), nil))
				}
				return objects.Of(g.list())
			}),
			property("string Name {get;}", func(g *GroupInfo) objects.Value { return objects.String(g.text) }),
		},
	}
}

// property is a read-only property of an object held as a Go type.
func property[T objects.Object](signature string, get func(T) objects.Value) objects.Property {
	return objects.Property{Signature: signature, Get: func(this objects.Value) (objects.Value, error) {
		o, ok := objects.As[T](this)
		if !ok {
			return objects.Null, nil
		}
		return get(o), nil
	}}
}

// Types are the types of what the cmdlets of this package write.
func Types() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: groupInfoType, Declare: declareGroupInfo},
		{Type: groupInfoNoElementType},
		{Type: memberDefinitionType, Declare: declareMemberDefinition},
		{Type: measureInfoType, Declare: declareMeasureInfo},
		{Type: genericMeasureInfoType, Declare: declareGenericMeasureInfo},
		{Type: measureObjectInfoType},
		{Type: textMeasureInfoType, Declare: declareTextMeasureInfo},
		{Type: typeDataType, Declare: declareTypeData},
		{Type: fileHashType, Declare: declareFileHash},
		{Type: verbInfoType, Declare: declareVerbInfo},
		{Type: matchInfoType, Declare: declareMatchInfo},
		{Type: matchContextType, Declare: declareMatchContext},
	}
}
