package core

import (
	"sort"

	"github.com/csshell/csshell/objects"
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

// GetModule writes the modules of the session.
type GetModule struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Loaded"`

	Name          []string                `param:"Position=0,ValueFromPipeline" validate:"NotNullOrEmpty"`
	All           runtime.SwitchParameter `param:""`
	ListAvailable runtime.SwitchParameter `param:"ParameterSetName=Available,Mandatory"`
}

// ProcessRecord writes the modules with fitting names: those imported and the
// built-in ones.
func (c *GetModule) ProcessRecord(rt *runtime.CommandRuntime) error {
	names := c.Name
	if len(names) == 0 {
		names = []string{"*"}
	}
	all := rt.Session().Loaded()
	for _, built := range rt.Session().Commands.Modules() {
		all = append(all, rt.Session().Module(built.Name))
		if !c.ListAvailable {
			continue
		}
		for _, name := range built.OtherNames {
			all = append(all, rt.Session().Module(name))
		}
	}
	sort.Slice(all, func(i, j int) bool { return objects.CompareCulture(all[i].Name, all[j].Name, true) < 0 })
	for _, name := range names {
		w, err := wildcard.Compile(name, true)
		if err != nil {
			return err
		}
		for _, m := range all {
			if !w.Match(m.Name) {
				continue
			}
			if err := rt.WriteObject(objects.Of(m)); err != nil {
				return err
			}
		}
	}
	return nil
}

// RemoveModule takes modules and what they gave out of the session.
type RemoveModule struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`

	Name       []string                `param:"ParameterSetName=name,Position=0,Mandatory,ValueFromPipeline"`
	ModuleInfo []*runtime.ModuleInfo   `param:"ParameterSetName=ModuleInfo,Position=0,Mandatory,ValueFromPipeline"`
	Force      runtime.SwitchParameter `param:""`

	removed bool
}

// ProcessRecord removes the modules.
func (c *RemoveModule) ProcessRecord(rt *runtime.CommandRuntime) error {
	list := c.ModuleInfo
	for _, name := range c.Name {
		w, err := wildcard.Compile(name, true)
		if err != nil {
			return err
		}
		for _, m := range rt.Session().Loaded() {
			if w.Match(m.Name) {
				list = append(list, m)
			}
		}
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

// EndProcessing reports names that no module has.
func (c *RemoveModule) EndProcessing(rt *runtime.CommandRuntime) error {
	if c.removed || len(c.Name) == 0 {
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
