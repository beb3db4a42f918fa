package runtime

import (
	"github.com/csshell/csshell/objects"
)

// moduleTypeType is System.Management.Automation.ModuleType.
var moduleTypeType = &objects.Type{
	FullName: "System.Management.Automation.ModuleType", Kind: objects.KindEnum,
	Attributes: objects.ValueTypeAttr | objects.SealedAttr,
	Enum: &objects.EnumInfo{
		Names: []string{"Script", "Binary", "Manifest", "Cim", "Workflow"}, Values: []int64{0, 1, 2, 3, 4}},
}

// exported is one of the dictionaries of what a module exports.
func exported(what string, of *objects.Type, fill func(m *ModuleInfo, add func(name string, v objects.Value))) objects.Property {
	t := objects.MakeGeneric(objects.DictionaryOpenType, objects.StringType, of)
	return value("System.Collections.Generic.Dictionary[string,"+of.FullName+"] Exported"+what+" {get;}", func(m *ModuleInfo) objects.Value {
		h := objects.NewDictionary(t, true)
		fill(m, func(name string, v objects.Value) { h.Set(objects.String(name), v) })
		return objects.Of(h)
	})
}

func declareModuleInfo() *objects.Declaration {
	return &objects.Declaration{
		Type: ModuleInfoType,
		Properties: append(moduleOrigins(),
			text("string Name {get;}", func(m *ModuleInfo) string { return m.Name }),
			value("version Version {get;}", (*ModuleInfo).version),
			value("System.Management.Automation.ModuleType ModuleType {get;}", func(m *ModuleInfo) objects.Value {
				return objects.Word(moduleTypeType, uint64(m.kind()))
			}),
			text("string Description {get;set;}", func(m *ModuleInfo) string { return m.Description }),
			text("string Author {get;}", func(m *ModuleInfo) string { return m.Author }),
			text("string CompanyName {get;}", func(m *ModuleInfo) string { return m.CompanyName }),
			text("string Copyright {get;}", func(m *ModuleInfo) string { return m.Copyright }),
			value("System.Object PrivateData {get;set;}", func(m *ModuleInfo) objects.Value { return m.PrivateData }),
			value(sessionStateType.FullName+" SessionState {get;set;}", func(m *ModuleInfo) objects.Value {
				if m.state == nil {
					return objects.Null
				}
				return m.state.session.face(sessionStateType, m.state)
			}),
			text("string Path {get;}", func(m *ModuleInfo) string { return m.Path }),
			text("string ModuleBase {get;}", func(m *ModuleInfo) string { return folderOf(m.Path) }),
			exported("Functions", FunctionInfoType, func(m *ModuleInfo, add func(string, objects.Value)) {
				for _, fn := range m.exports.Functions {
					add(fn.name, objects.Of(&CommandInfo{Command: fn}))
				}
			}),
			exported("Aliases", AliasInfoType, func(m *ModuleInfo, add func(string, objects.Value)) {
				for _, a := range m.exports.Aliases {
					add(a.name, objects.Of(&CommandInfo{Command: a}))
				}
			}),
			exported("Variables", PSVariableType, func(m *ModuleInfo, add func(string, objects.Value)) {
				for _, v := range m.exports.Variables {
					add(v.Name, objects.Of(&PSVariable{Variable: v}))
				}
			}),
			exported("Cmdlets", CmdletInfoType, func(*ModuleInfo, func(string, objects.Value)) {}),
			exported("Commands", CommandInfoType, func(m *ModuleInfo, add func(string, objects.Value)) {
				for _, fn := range m.exports.Functions {
					add(fn.name, objects.Of(&CommandInfo{Command: fn}))
				}
				for _, a := range m.exports.Aliases {
					add(a.name, objects.Of(&CommandInfo{Command: a}))
				}
			}),
		),
		Methods: []objects.Method{
			method("System.Object Invoke(scriptblock scriptBlock, Params System.Object[] args)", invokeInModule),
			method("scriptblock NewBoundScriptBlock(scriptblock scriptBlockToBind)", func(m *ModuleInfo, c *objects.Call) (objects.Value, error) {
				b, err := m.bound(c)
				if err != nil {
					return objects.Null, err
				}
				return objects.Of(b), nil
			}),
			method("psobject AsCustomObject()", func(m *ModuleInfo, c *objects.Call) (objects.Value, error) {
				s, ok := sessionOf(c.Context)
				if !ok || m.state == nil {
					return objects.Null, objects.NewException(objects.InvalidOperationException, "The AsCustomObject method can only be called on a script module.")
				}
				return objects.Of(m.AsObject(s)), nil
			}),
			method("string ToString()", func(m *ModuleInfo, _ *objects.Call) (objects.Value, error) {
				return objects.String(m.Name), nil
			}),
		},
	}
}

// moduleOrigins are facts of modules that come from galleries, assemblies and other
// hosts, of which there are none.
func moduleOrigins() []objects.Property {
	none := func(signature string) objects.Property {
		return value(signature, func(*ModuleInfo) objects.Value { return objects.ArrayValue(nil) })
	}
	return append(objects.Nothing(
		"version ClrVersion {get;}", "version DotNetFrameworkVersion {get;}", "string HelpInfoUri {get;}", "uri IconUri {get;}", "System.Reflection.Assembly ImplementingAssembly {get;}",
		"uri LicenseUri {get;}", "scriptblock OnRemove {get;set;}", "string PowerShellHostName {get;}", "version PowerShellHostVersion {get;}", "version PowerShellVersion {get;}",
		"string Prefix {get;}", "uri ProjectUri {get;}", "string ReleaseNotes {get;}", "uri RepositorySourceLocation {get;}", "string RootModule {get;}"),
		none("System.Collections.Generic.IEnumerable[string] CompatiblePSEditions {get;}"), none("System.Collections.Generic.IEnumerable[ExperimentalFeature] ExperimentalFeatures {get;}"),
		none("System.Collections.ObjectModel.ReadOnlyCollection[string] ExportedDscResources {get;}"), none("System.Collections.ObjectModel.ReadOnlyCollection[string] ExportedFormatFiles {get;}"),
		none("System.Collections.ObjectModel.ReadOnlyCollection[string] ExportedTypeFiles {get;}"), none("System.Collections.Generic.IEnumerable[string] FileList {get;}"),
		none("System.Collections.Generic.IEnumerable[System.Object] ModuleList {get;}"), none("System.Collections.ObjectModel.ReadOnlyCollection[psmoduleinfo] NestedModules {get;}"),
		none("System.Collections.Generic.IEnumerable[string] RequiredAssemblies {get;}"), none("System.Collections.ObjectModel.ReadOnlyCollection[psmoduleinfo] RequiredModules {get;}"),
		none("System.Collections.Generic.IEnumerable[string] Scripts {get;}"), none("System.Collections.Generic.IEnumerable[string] Tags {get;}"),
		value("System.Management.Automation.ModuleAccessMode AccessMode {get;set;}", func(*ModuleInfo) objects.Value { return objects.String("ReadWrite") }),
		value("guid Guid {get;}", func(*ModuleInfo) objects.Value { return objects.GuidOf(objects.Guid{}) }),
		value("bool LogPipelineExecutionDetails {get;set;}", func(*ModuleInfo) objects.Value { return objects.Bool(false) }),
		text("string Definition {get;}", func(*ModuleInfo) string { return "" }),
		text("System.Reflection.ProcessorArchitecture ProcessorArchitecture {get;}", func(*ModuleInfo) string { return "None" }),
	)
}

// bound is a copy of the block in the call's first argument that runs in the module.
func (m *ModuleInfo) bound(c *objects.Call) (*ScriptBlock, error) {
	b, ok := objects.As[*ScriptBlock](c.Args[0])
	switch {
	case !ok:
		return nil, objects.NullArgument("scriptBlock")
	case m.state == nil:
		return nil, objects.NewException(objects.InvalidOperationException, "Cannot use a script block with the module '"+m.Name+"' because it is not a script module.")
	}
	in := *b
	in.state, in.closure, in.dynamic = m.state, nil, nil
	return &in, nil
}

// invokeInModule is PSModuleInfo.Invoke: what & $module { … } does.
func invokeInModule(m *ModuleInfo, c *objects.Call) (objects.Value, error) {
	b, err := m.bound(c)
	if err != nil {
		return objects.Null, err
	}
	return b.CallWith(c.Context, objects.Null, c.Items(1))
}
