package core

import (
	"slices"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// NewModule makes a module in memory from a script block.
type NewModule struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ScriptBlock"`

	Name           string                  `param:"ParameterSetName=Name,Position=0,Mandatory,ValueFromPipeline"`
	ScriptBlock    *runtime.ScriptBlock    `param:"ParameterSetName=ScriptBlock,Position=0,Mandatory;ParameterSetName=Name,Position=1,Mandatory"`
	Function       []string                `param:"" validate:"NotNull"`
	Cmdlet         []string                `param:"" validate:"NotNull"`
	ReturnResult   runtime.SwitchParameter `param:""`
	AsCustomObject runtime.SwitchParameter `param:""`
	ArgumentList   []objects.Value         `param:"ValueFromRemainingArguments,Alias=Args"`
}

// ProcessRecord runs the block and imports what it exports.
func (c *NewModule) ProcessRecord(rt *runtime.CommandRuntime) error {
	name := c.Name
	if name == "" {
		name = runtime.DynamicModuleName()
	}
	m := rt.Session().NewModule(name, "")
	var results []objects.Value
	err := rt.RunModule(m, c.ScriptBlock, c.ArgumentList, func(v objects.Value) error {
		results = append(results, v)
		return nil
	})
	if err != nil {
		return err
	}
	exports := *m.Exports()
	exports.Keep(c.Function, nil, nil)
	*m.Exports() = exports
	if c.AsCustomObject {
		return rt.WriteObject(objects.Of(m.AsObject(rt.Session())))
	}
	m.Import(rt.Scope().Top(), exports, "")
	if !c.ReturnResult {
		return rt.WriteObject(objects.Of(m))
	}
	for _, v := range results {
		if err := rt.WriteObject(v); err != nil {
			return err
		}
	}
	return nil
}

// ExportModuleMember says what the running module exports.
type ExportModuleMember struct {
	Function []string `param:"Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName" allow:"EmptyCollection"`
	Cmdlet   []string `param:"ValueFromPipelineByPropertyName" allow:"EmptyCollection"`
	Variable []string `param:"ValueFromPipelineByPropertyName" validate:"NotNull"`
	Alias    []string `param:"ValueFromPipelineByPropertyName" validate:"NotNull"`
}

// ProcessRecord adds to the exports.
func (c *ExportModuleMember) ProcessRecord(rt *runtime.CommandRuntime) error {
	m := rt.Scope().ModuleOf()
	if m == nil {
		e := objects.NewException(objects.InvalidOperationException, "The Export-ModuleMember cmdlet can only be called from inside a module.")
		return runtime.NewErrorRecord(e, "Modules_CanOnlyExecuteExportModuleMemberInsideAModule", runtime.PermissionDenied, objects.Null)
	}
	m.ExportOnly()
	return m.Export(c.Function, c.Alias, c.Variable)
}

// RemoveModule takes modules and what they gave out of the session.
type RemoveModule struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`

	Name               []string                          `param:"ParameterSetName=name,Position=0,Mandatory,ValueFromPipeline" help:"Modules by name, with wildcards."`
	FullyQualifiedName []*automation.ModuleSpecification `param:"ParameterSetName=FullyQualifiedName,Position=0,Mandatory,ValueFromPipeline" help:"Modules by name and version."`
	ModuleInfo         []*runtime.ModuleInfo             `param:"ParameterSetName=ModuleInfo,Position=0,Mandatory,ValueFromPipeline" help:"The modules themselves."`
	Force              runtime.SwitchParameter           `param:"" help:"Also modules that are read-only."`

	removed bool
}

// ProcessRecord removes the modules.
func (c *RemoveModule) ProcessRecord(rt *runtime.CommandRuntime) error {
	list := slices.Clone(c.ModuleInfo)
	for _, name := range c.Name {
		w, err := wildcard.Compile(name, true)
		if err != nil {
			return err
		}
		list = append(list, loadedModules(rt, func(m *runtime.ModuleInfo) bool { return w.Match(m.Name) })...)
	}
	for _, wanted := range c.FullyQualifiedName {
		list = append(list, loadedModules(rt, func(m *runtime.ModuleInfo) bool {
			return objects.EqualFold(m.Name, wanted.Name) && wanted.Fits(m.Version)
		})...)
	}
	for _, m := range list {
		c.removed = true
		if yes, err := rt.ShouldProcess(m.Name+" (Path: '"+m.Path+"')", "Remove-Module"); !yes {
			if err != nil {
				return err
			}
			continue
		}
		rt.Session().RemoveModule(m)
	}
	return nil
}

// loadedModules are the modules of the session that fit.
func loadedModules(rt *runtime.CommandRuntime, is func(*runtime.ModuleInfo) bool) []*runtime.ModuleInfo {
	return slices.DeleteFunc(rt.Session().Loaded(), func(m *runtime.ModuleInfo) bool { return !is(m) })
}

// EndProcessing reports names that no module has.
func (c *RemoveModule) EndProcessing(rt *runtime.CommandRuntime) error {
	if c.removed || len(c.Name)+len(c.FullyQualifiedName) == 0 {
		return nil
	}
	for _, name := range c.Name {
		if wildcard.ContainsWildcards(name) {
			return nil
		}
	}
	e := objects.NewException(objects.InvalidOperationException, "No modules were removed. Verify that the specification of modules to remove is correct and those modules exist in the runspace.")
	return rt.WriteError(runtime.NewErrorRecord(e, "Modules_NoModulesRemoved", runtime.ResourceUnavailable, objects.Null))
}
