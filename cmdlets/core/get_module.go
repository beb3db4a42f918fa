package core

import (
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// GetModule writes the modules of the session, or those that could be imported.
type GetModule struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Loaded,OutputType=System.Management.Automation.PSModuleInfo"`

	Name               []string                          `param:"Position=0,ValueFromPipeline" validate:"NotNullOrEmpty" help:"Modules by name, with wildcards."`
	FullyQualifiedName []*automation.ModuleSpecification `param:"ValueFromPipelineByPropertyName" help:"Modules by name and version."`
	All                runtime.SwitchParameter           `param:"ParameterSetName=Loaded|Available" help:"Also nested modules, of which there are none."`
	ListAvailable      runtime.SwitchParameter           `param:"ParameterSetName=Available,Mandatory;ParameterSetName=PsSession|CimSession" help:"Those that could be imported."`
	PSEdition          string                            `param:"ParameterSetName=Available|PsSession" help:"Only modules of that edition; Core or Desktop."`
	SkipEditionCheck   runtime.SwitchParameter           `param:"ParameterSetName=Available|PsSession|CimSession" help:"Editions are not checked."`
	Refresh            runtime.SwitchParameter           `param:"ParameterSetName=Available|PsSession|CimSession" help:"Look again; nothing is remembered."`
	PSSession          objects.Value                     `param:"ParameterSetName=PsSession,Mandatory" type:"System.Management.Automation.Runspaces.PSSession" validate:"NotNull" refuse:"the commands of a session are known here; name the module alone"`
	CimSession         objects.Value                     `param:"ParameterSetName=CimSession,Mandatory" type:"CimSession" validate:"NotNull" refuse:"it speaks with no CIM servers"`
	CimResourceUri     objects.Value                     `param:"ParameterSetName=CimSession" type:"uri" validate:"NotNull" refuse:"it speaks with no CIM servers"`
	CimNamespace       string                            `param:"ParameterSetName=CimSession" validate:"NotNullOrEmpty" refuse:"it speaks with no CIM servers"`
}

// ProcessRecord writes the modules with fitting names.
func (c *GetModule) ProcessRecord(rt *runtime.CommandRuntime) error {
	names := slices.Clone(c.Name)
	for _, m := range c.FullyQualifiedName {
		names = append(names, m.Name)
	}
	if len(names) == 0 {
		names = []string{"*"}
	}
	all := known(rt, bool(c.ListAvailable))
	for _, name := range names {
		w, err := wildcard.Compile(name, true)
		if err != nil {
			return err
		}
		fitting := slices.DeleteFunc(slices.Clone(all), func(m *runtime.ModuleInfo) bool { return !w.Match(m.Name) })
		if m := rt.Session().Module(name); len(fitting) == 0 && m != nil {
			fitting = append(fitting, m) // by another of its names
		}
		for _, m := range fitting {
			if !c.takes(rt, m) {
				continue
			}
			if err := rt.WriteObject(objects.Of(m)); err != nil {
				return err
			}
		}
	}
	return nil
}

// takes reports whether a module's version and edition are those asked for.
func (c *GetModule) takes(rt *runtime.CommandRuntime, m *runtime.ModuleInfo) bool {
	unfit := func(wanted *automation.ModuleSpecification) bool {
		return objects.EqualFold(wanted.Name, m.Name) && !wanted.Fits(m.Version)
	}
	if slices.ContainsFunc(c.FullyQualifiedName, unfit) {
		return false
	}
	return c.PSEdition == "" || slices.ContainsFunc(editions(rt, m), func(e string) bool { return objects.EqualFold(e, c.PSEdition) })
}

// editions are the editions of PowerShell that a module is for: those of its
// manifest, or Desktop, the first one, for a module that says nothing.
func editions(rt *runtime.CommandRuntime, m *runtime.ModuleInfo) []string {
	if m.IsBuiltIn() {
		return []string{"Core"}
	}
	if strings.EqualFold(filepath.Ext(m.Path), ".psd1") {
		if table, err := readManifest(rt, m.Path); err == nil {
			if list := names(rt.Types(), table, "CompatiblePSEditions"); len(list) > 0 {
				return list
			}
		}
	}
	return []string{"Desktop"}
}

// known are the modules of the session and the built-in ones, by name; available
// adds the other names of these and the modules in the folders of
// $env:PSModulePath.
func known(rt *runtime.CommandRuntime, available bool) []*runtime.ModuleInfo {
	s := rt.Session()
	var all []*runtime.ModuleInfo
	if available {
		all = installed(rt)
	} else {
		all = s.Loaded()
	}
	for _, built := range s.Commands.Modules() {
		all = append(all, s.Module(built.Name))
		if !available {
			continue
		}
		for _, name := range built.OtherNames {
			all = append(all, s.Module(name))
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return objects.CompareCulture(all[i].Name, all[j].Name, true) < 0 })
	return all
}

// installed are the modules in the folders of $env:PSModulePath, as their
// manifests describe them; no code of theirs runs.
func installed(rt *runtime.CommandRuntime) (list []*runtime.ModuleInfo) {
	for _, dir := range modulePath(rt.Session()) {
		entries, _ := os.ReadDir(dir)
		for _, e := range entries {
			for _, path := range moduleFiles(filepath.Join(dir, e.Name())) {
				m := rt.Session().NewModule(moduleName(path), path)
				m.Version = moduleVersion(rt, path)
				if table, err := readManifest(rt, path); err == nil && m.Version != "0.0" {
					describe(rt.Types(), m, table)
				}
				list = append(list, m)
			}
		}
	}
	return list
}
