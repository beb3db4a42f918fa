package runtime

import (
	"github.com/csshell/csshell/objects"
)

// The types behind $ExecutionContext.InvokeProvider: providers without cmdlets.
var (
	providerIntrinsicsType  = &objects.Type{FullName: namespace + "ProviderIntrinsics", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	itemIntrinsicsType      = &objects.Type{FullName: namespace + "ItemCmdletProviderIntrinsics", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	childItemIntrinsicsType = &objects.Type{FullName: namespace + "ChildItemCmdletProviderIntrinsics", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	contentIntrinsicsType   = &objects.Type{FullName: namespace + "ContentCmdletProviderIntrinsics", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	propertyIntrinsicsType  = &objects.Type{FullName: namespace + "PropertyCmdletProviderIntrinsics", Kind: objects.KindObject, Attributes: objects.SealedAttr}
)

func itemTypes() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: providerIntrinsicsType, Declare: func() *objects.Declaration {
			return &objects.Declaration{Type: providerIntrinsicsType, Properties: []objects.Property{
				face("Item", itemIntrinsicsType), face("ChildItem", childItemIntrinsicsType),
				face("Content", contentIntrinsicsType), face("Property", propertyIntrinsicsType),
			}}
		}},
		{Type: itemIntrinsicsType, Declare: func() *objects.Declaration {
			return &objects.Declaration{Type: itemIntrinsicsType, Methods: itemMethods()}
		}},
		{Type: childItemIntrinsicsType, Declare: func() *objects.Declaration {
			return &objects.Declaration{Type: childItemIntrinsicsType, Methods: childItemMethods()}
		}},
		{Type: contentIntrinsicsType, Declare: func() *objects.Declaration {
			return &objects.Declaration{Type: contentIntrinsicsType, Methods: []objects.Method{
				asCommand("void Clear(string path)", "Clear-Content", "Path"),
				asCommand("void Clear(string[] path, bool force, bool literalPath)", "Clear-Content", "Path", "Force", literalPath),
			}}
		}},
		{Type: propertyIntrinsicsType, Declare: func() *objects.Declaration {
			return &objects.Declaration{Type: propertyIntrinsicsType, Methods: []objects.Method{
				asCommand(manyItems+" Get(string path, System.Collections.ObjectModel.Collection[string] providerSpecificPickList)", "Get-ItemProperty", "Path", "Name"),
				asCommand("void Clear(string path, System.Collections.ObjectModel.Collection[string] propertyToClear)", "Clear-ItemProperty", "Path", "Name"),
			}}
		}},
	}
}

const (
	manyItems = "System.Collections.ObjectModel.Collection[psobject]"
	// literalPath stands for the argument that says whether a path is taken as it is.
	literalPath = "LiteralPath"
)

func itemMethods() []objects.Method {
	return []objects.Method{
		asCommand(manyItems+" Get(string path)", "Get-Item", "Path"),
		asCommand(manyItems+" Get(string[] path, bool force, bool literalPath)", "Get-Item", "Path", "Force", literalPath),
		asCommand(manyItems+" Set(string path, System.Object value)", "Set-Item", "Path", "Value"),
		asCommand(manyItems+" Set(string[] path, System.Object value, bool force, bool literalPath)", "Set-Item", "Path", "Value", "Force", literalPath),
		asCommand(manyItems+" Clear(string path)", "Clear-Item", "Path"),
		asCommand(manyItems+" Clear(string[] path, bool force, bool literalPath)", "Clear-Item", "Path", "Force", literalPath),
		asCommand("void Invoke(string path)", "Invoke-Item", "Path"),
		asCommand("void Invoke(string[] path, bool literalPath)", "Invoke-Item", "Path", literalPath),
		asCommand(manyItems+" Rename(string path, string newName)", "Rename-Item", "Path", "NewName"),
		asCommand(manyItems+" Rename(string path, string newName, bool force)", "Rename-Item", "Path", "NewName", "Force"),
		asCommand(manyItems+" New(string path, string name, string itemTypeName, System.Object content)", "New-Item", "Path", "Name", "ItemType", "Value"),
		asCommand(manyItems+" New(string[] path, string name, string itemTypeName, System.Object content, bool force)", "New-Item", "Path", "Name", "ItemType", "Value", "Force"),
		asCommand("void Remove(string path, bool recurse)", "Remove-Item", "Path", "Recurse"),
		asCommand("void Remove(string[] path, bool recurse, bool force, bool literalPath)", "Remove-Item", "Path", "Recurse", "Force", literalPath),
		asCommand(manyItems+" Move(string path, string destination)", "Move-Item", "Path", "Destination"),
		asCommand(manyItems+" Move(string[] path, string destination, bool force, bool literalPath)", "Move-Item", "Path", "Destination", "Force", literalPath),
		asCommand("bool Exists(string path)", "Test-Path", "Path"),
		asCommand("bool Exists(string path, bool force, bool literalPath)", "Test-Path", "Path", "", literalPath),
		asCommand("bool IsContainer(string path)", "Test-Path", "Path"),
	}
}

func childItemMethods() []objects.Method {
	return []objects.Method{
		asCommand(manyItems+" Get(string path, bool recurse)", "Get-ChildItem", "Path", "Recurse"),
		asCommand(manyItems+" Get(string[] path, bool recurse, bool force, bool literalPath)", "Get-ChildItem", "Path", "Recurse", "Force", literalPath),
		asCommand("bool HasChild(string path)", "Test-Path", "Path"),
	}
}

// asCommand is a method that does what a cmdlet does with its arguments, each
// given to the parameter at its place; "" is for an argument that says nothing
// here. The first error ends it.
func asCommand(signature, cmdlet string, parameters ...string) objects.Method {
	return method(signature, func(v *stateView, c *objects.Call) (objects.Value, error) {
		args := make([]argument, 0, len(parameters)+1)
		for i, name := range parameters {
			switch {
			case name == literalPath && c.Bool(i):
				args[0].name = literalPath
			case name == literalPath || name == "":
			default:
				args = append(args, argument{name: name, value: c.Args[i], hasValue: true})
			}
		}
		return v.command(cmdlet, append(args, argument{name: "ErrorAction", value: objects.String("Stop"), hasValue: true}))
	})
}

// command runs a cmdlet and gives what it writes: one object of a method that
// tells one, else a collection.
func (v *stateView) command(name string, args []argument) (objects.Value, error) {
	cmdlet, ok := v.session.Commands.cmdlet(fold(name))
	if !ok {
		return objects.Null, NotSupported()
	}
	var out collector
	streams := *v.session.writing
	streams[SuccessStream] = out.add
	st, err := v.session.newStage(stageRequest{
		frame:   &frame{session: v.session, scope: v.scope(), streams: &streams},
		streams: &streams, command: cmdlet, args: args, place: pipelinePlace{1, 1, false},
		info: &InvocationInfo{Command: cmdlet, InvocationName: name, PipelineLength: 1, PipelinePosition: 1},
	})
	if err == nil {
		err = runStages(v.session, []stage{st}, nil)
	}
	if err != nil {
		return objects.Null, err
	}
	if len(out.items) == 1 && out.items[0].Type() == objects.BooleanType {
		return out.items[0], nil
	}
	return collectionOf(objects.PSObjectType, out.items), nil
}
