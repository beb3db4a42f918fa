package core

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/objects/system"
	"github.com/csshell/csshell/runtime"
)

// ImportModule loads a script module or a manifest from a file, or makes the
// commands of a module known that was made in memory.
type ImportModule struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Name"`

	Global               runtime.SwitchParameter           `param:"" help:"Import into the global scope."`
	Prefix               string                            `param:"" validate:"NotNull" help:"What stands before the nouns of the imported functions."`
	Name                 []string                          `param:"ParameterSetName=Name|PSSession|CimSession|WinCompat,Position=0,Mandatory,ValueFromPipeline" help:"Modules by name, or the files of modules."`
	FullyQualifiedName   []*automation.ModuleSpecification `param:"ParameterSetName=FullyQualifiedName|FullyQualifiedNameAndPSSession|FullyQualifiedNameAndWinCompat,Position=0,Mandatory,ValueFromPipeline" help:"Modules by name and version."`
	Assembly             []objects.Value                   `param:"ParameterSetName=Assembly,Position=0,Mandatory,ValueFromPipeline" type:"System.Reflection.Assembly[]" refuse:"its cmdlets are its own and no .NET assembly can add to them"`
	Function             []string                          `param:"" validate:"NotNull" help:"Only these functions, with wildcards."`
	Cmdlet               []string                          `param:"" validate:"NotNull" help:"Only these cmdlets, with wildcards."`
	Variable             []string                          `param:"" validate:"NotNull" help:"Only these variables, with wildcards."`
	Alias                []string                          `param:"" validate:"NotNull" help:"Only these aliases, with wildcards."`
	Force                runtime.SwitchParameter           `param:"" help:"Load the module again."`
	SkipEditionCheck     runtime.SwitchParameter           `param:"ParameterSetName=Name|PSSession|CimSession|FullyQualifiedName|FullyQualifiedNameAndPSSession|Assembly|ModuleInfo" help:"Editions are not checked."`
	PassThru             runtime.SwitchParameter           `param:"" help:"Write the modules."`
	AsCustomObject       runtime.SwitchParameter           `param:"" help:"Write an object with the functions as methods instead of importing."`
	MinimumVersion       *system.Version                   `param:"ParameterSetName=Name|PSSession|CimSession|WinCompat,Alias=Version" help:"The lowest version that will do."`
	MaximumVersion       string                            `param:"ParameterSetName=Name|PSSession|CimSession|WinCompat" help:"The highest version that will do."`
	RequiredVersion      *system.Version                   `param:"ParameterSetName=Name|PSSession|CimSession|WinCompat" help:"The only version that will do."`
	ModuleInfo           []*runtime.ModuleInfo             `param:"ParameterSetName=ModuleInfo,Position=0,Mandatory,ValueFromPipeline" help:"The modules themselves."`
	ArgumentList         []objects.Value                   `param:"Alias=Args" type:"System.Object[]" help:"The arguments of the module."`
	DisableNameChecking  runtime.SwitchParameter           `param:"" help:"Warn of no names."`
	NoClobber            runtime.SwitchParameter           `param:"Alias=NoOverwrite" help:"Leave out commands whose names mean something already."`
	Scope                string                            `param:"" validate:"Set=Local|Global" help:"Where to import: into the scope of the caller, or the global one."`
	PSSession            objects.Value                     `param:"ParameterSetName=PSSession|FullyQualifiedNameAndPSSession,Mandatory" type:"System.Management.Automation.Runspaces.PSSession" validate:"NotNull" refuse:"the commands of a session are known here; name the module alone"`
	CimSession           objects.Value                     `param:"ParameterSetName=CimSession,Mandatory" type:"CimSession" validate:"NotNull" refuse:"it speaks with no CIM servers"`
	CimResourceUri       objects.Value                     `param:"ParameterSetName=CimSession" type:"uri" validate:"NotNull" refuse:"it speaks with no CIM servers"`
	CimNamespace         string                            `param:"ParameterSetName=CimSession" validate:"NotNullOrEmpty" refuse:"it speaks with no CIM servers"`
	UseWindowsPowerShell runtime.SwitchParameter           `param:"ParameterSetName=WinCompat|FullyQualifiedNameAndWinCompat,Mandatory,Alias=UseWinPS" refuse:"there is no Windows PowerShell beside it"`

	approved func(verb string) bool
}

// ProcessRecord imports each module.
func (c *ImportModule) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, m := range c.ModuleInfo {
		if err := c.add(rt, m); err != nil {
			return err
		}
	}
	for _, wanted := range c.wanted() {
		m, err := c.load(rt, wanted)
		if err != nil {
			return err
		}
		if m == nil {
			continue
		}
		if err := c.add(rt, m); err != nil {
			return err
		}
	}
	return nil
}

// wanted are the modules that the parameters name.
func (c *ImportModule) wanted() []*automation.ModuleSpecification {
	list := slices.Clone(c.FullyQualifiedName)
	for _, name := range c.Name {
		list = append(list, &automation.ModuleSpecification{Name: name, Version: c.MinimumVersion, Required: c.RequiredVersion, Maximum: c.MaximumVersion})
	}
	return list
}

// add lists the module and imports what it exports, less what the parameters
// leave out.
func (c *ImportModule) add(rt *runtime.CommandRuntime, m *runtime.ModuleInfo) error {
	if m.IsBuiltIn() {
		c.addPrefixed(rt, m)
		return c.pass(rt, m)
	}
	rt.Session().AddModule(m)
	if c.AsCustomObject {
		return rt.WriteObject(objects.Of(m.AsObject(rt.Session())))
	}
	exports := *m.Exports()
	if c.Function != nil || c.Cmdlet != nil || c.Alias != nil || c.Variable != nil {
		exports.Keep(named(c.Function), named(c.Alias), named(c.Variable))
	}
	if c.NoClobber {
		exports.Functions = slices.DeleteFunc(slices.Clone(exports.Functions), func(f *runtime.Function) bool {
			return rt.Session().FindCommand(rt.Scope(), f.Name()) != nil
		})
	}
	m.Import(c.target(rt), exports, c.Prefix)
	if err := c.warnOfVerbs(rt, m, exports); err != nil {
		return err
	}
	return c.pass(rt, m)
}

// target is the scope that the module's commands come into.
func (c *ImportModule) target(rt *runtime.CommandRuntime) *runtime.Scope {
	switch {
	case bool(c.Global) || strings.EqualFold(c.Scope, "Global"):
		return rt.Session().Global()
	case strings.EqualFold(c.Scope, "Local"):
		return rt.Scope()
	}
	return rt.Scope().Top()
}

// addPrefixed gives the cmdlets of a built-in module their names with -Prefix, besides
// those that they have always.
func (c *ImportModule) addPrefixed(rt *runtime.CommandRuntime, m *runtime.ModuleInfo) {
	if c.Prefix == "" {
		return
	}
	commands, to := rt.Session().Commands, c.target(rt)
	names := commands.ModuleNames(m.Name)
	for cmdlet := range commands.Cmdlets() {
		verb, noun, ok := strings.Cut(cmdlet.Name(), "-")
		if ok && slices.Contains(names, cmdlet.ModuleName()) {
			to.SetAlias(runtime.NewAlias(verb+"-"+c.Prefix+noun, cmdlet.ModuleName()+`\`+cmdlet.Name()))
		}
	}
}

// warnOfVerbs warns of functions with verbs that nobody would look for.
func (c *ImportModule) warnOfVerbs(rt *runtime.CommandRuntime, m *runtime.ModuleInfo, exports runtime.ModuleExports) error {
	odd := slices.ContainsFunc(exports.Functions, func(f *runtime.Function) bool {
		verb, _, ok := strings.Cut(f.Name(), "-")
		return ok && verb != "" && !c.approved(verb)
	})
	if !odd || bool(c.DisableNameChecking) {
		return nil
	}
	return rt.WriteWarning("The names of some imported commands from the module '" + m.Name + "' include unapproved verbs that might make them less discoverable. " +
		"To find the commands with unapproved verbs, run the Import-Module command again with the Verbose parameter. For a list of approved verbs, type Get-Verb.")
}

// named are names that limit what is imported: none where another parameter
// limits it.
func named(names []string) []string {
	if names == nil {
		return []string{}
	}
	return names
}

func (c *ImportModule) pass(rt *runtime.CommandRuntime, m *runtime.ModuleInfo) error {
	if !c.PassThru {
		return nil
	}
	return rt.WriteObject(objects.Of(m))
}

// load finds and runs a module; one that is loaded already is taken as it is
// without -Force. nil after an error that was reported.
func (c *ImportModule) load(rt *runtime.CommandRuntime, wanted *automation.ModuleSpecification) (*runtime.ModuleInfo, error) {
	s, name := rt.Session(), wanted.Name
	isPath := strings.ContainsAny(name, "/\\") || isModuleFile(name)
	if !isPath {
		if m := s.Module(name); m != nil && wanted.Fits(m.Version) && (m.IsBuiltIn() || !bool(c.Force)) {
			return m, nil
		}
	}
	path := ""
	if isPath {
		path = moduleFile(s.FullPath(strings.ReplaceAll(name, "\\", "/")))
	} else {
		path = searchModule(rt, wanted)
	}
	if path == "" && isPath { // a runbook may know where the product had its own module
		base := name[strings.LastIndexAny(name, "/\\")+1:]
		if m := s.Module(strings.TrimSuffix(base, filepath.Ext(base))); m != nil && m.IsBuiltIn() {
			return m, nil
		}
	}
	if path == "" || isPath && !wanted.Fits(moduleVersion(rt, path)) {
		return nil, rt.WriteError(notLoaded(wanted))
	}
	short := moduleName(path)
	if old := s.Module(short); old != nil && old.Path == path {
		if !c.Force {
			return old, nil
		}
		s.RemoveModule(old)
	}
	return loadFile(rt, path, short, c.ArgumentList)
}

// notLoaded is the error of a module that is not there, or not in that version.
func notLoaded(wanted *automation.ModuleSpecification) *runtime.ErrorRecord {
	version, id := "", "Modules_ModuleNotFound"
	for _, v := range [...]string{wanted.Maximum, textOf(wanted.Version), textOf(wanted.Required)} {
		if v != "" {
			version, id = " with version '"+v+"'", "Modules_ModuleWithVersionNotFound"
		}
	}
	e := objects.NewException(objects.FileNotFoundException, "The specified module '"+wanted.Name+"'"+version+" was not loaded because no valid module file was found in any module directory.")
	return runtime.NewErrorRecord(e, id, runtime.ResourceUnavailable, objects.String(wanted.Name))
}

func textOf(v *system.Version) string {
	if v == nil {
		return ""
	}
	text, _ := v.Text() // never fails
	return text
}
