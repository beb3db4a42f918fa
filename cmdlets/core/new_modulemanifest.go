package core

import (
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// NewModuleManifest writes the data file that describes a module
// ("about_Module_Manifests").
type NewModuleManifest struct {
	_ struct{} `cmdlet:"SupportsShouldProcess,ConfirmImpact=Low,OutputType=System.String"`

	Path                       string                  `param:"Position=0,Mandatory" help:"The file."`
	NestedModules              []objects.Value         `param:"" allow:"EmptyCollection" help:"Modules to load into it."`
	Guid                       objects.Value           `param:"" type:"guid" help:"The id of the module."`
	Author                     string                  `param:"" allow:"EmptyString" help:"Who wrote it."`
	CompanyName                string                  `param:"" allow:"EmptyString" help:"Whose it is."`
	Copyright                  string                  `param:"" allow:"EmptyString" help:"The copyright."`
	RootModule                 string                  `param:"Alias=ModuleToProcess" allow:"EmptyString" help:"The file of its code."`
	ModuleVersion              objects.Value           `param:"" type:"version" validate:"NotNull" help:"Its version."`
	Description                string                  `param:"" allow:"EmptyString" help:"What it is for."`
	ProcessorArchitecture      string                  `param:"" type:"System.Reflection.ProcessorArchitecture" help:"The processor it needs."`
	PowerShellVersion          objects.Value           `param:"" type:"version" help:"The version of PowerShell it needs."`
	ClrVersion                 objects.Value           `param:"" type:"version" help:"The version of the runtime it needs."`
	DotNetFrameworkVersion     objects.Value           `param:"" type:"version" help:"The version of .NET it needs."`
	PowerShellHostName         string                  `param:"" help:"The host it needs."`
	PowerShellHostVersion      objects.Value           `param:"" type:"version" help:"The version of the host it needs."`
	RequiredModules            []objects.Value         `param:"" help:"Modules it needs."`
	TypesToProcess             []string                `param:"" allow:"EmptyCollection" help:"Files of type data."`
	FormatsToProcess           []string                `param:"" allow:"EmptyCollection" help:"Files of views."`
	ScriptsToProcess           []string                `param:"" allow:"EmptyCollection" help:"Scripts to run first."`
	RequiredAssemblies         []string                `param:"" allow:"EmptyCollection" help:"Assemblies it needs."`
	FileList                   []string                `param:"" allow:"EmptyCollection" help:"All its files."`
	ModuleList                 []objects.Value         `param:"" allow:"EmptyCollection" help:"All its modules."`
	FunctionsToExport          []string                `param:"" allow:"EmptyCollection" help:"Its functions."`
	AliasesToExport            []string                `param:"" allow:"EmptyCollection" help:"Its aliases."`
	VariablesToExport          []string                `param:"" allow:"EmptyCollection" help:"Its variables."`
	CmdletsToExport            []string                `param:"" allow:"EmptyCollection" help:"Its cmdlets."`
	DscResourcesToExport       []string                `param:"" allow:"EmptyCollection" help:"Its DSC resources."`
	CompatiblePSEditions       []string                `param:"" validate:"Set=Desktop|Core" allow:"EmptyCollection" help:"The editions it runs on."`
	PrivateData                objects.Value           `param:"" allow:"Null" help:"Data for its code."`
	Tags                       []string                `param:"" validate:"NotNullOrEmpty" help:"Words to find it by."`
	ProjectUri                 objects.Value           `param:"" type:"uri" validate:"NotNullOrEmpty" help:"Its site."`
	LicenseUri                 objects.Value           `param:"" type:"uri" validate:"NotNullOrEmpty" help:"Its licence."`
	IconUri                    objects.Value           `param:"" type:"uri" validate:"NotNullOrEmpty" help:"Its icon."`
	ReleaseNotes               string                  `param:"" validate:"NotNullOrEmpty" help:"What is new."`
	Prerelease                 string                  `param:"" validate:"NotNullOrEmpty" help:"The name of a version before the release."`
	RequireLicenseAcceptance   runtime.SwitchParameter `param:"" help:"The licence must be accepted."`
	ExternalModuleDependencies []string                `param:"" validate:"NotNullOrEmpty" help:"Modules that are not found where it is."`
	HelpInfoUri                string                  `param:"" allow:"Null" help:"Where its help is."`
	PassThru                   runtime.SwitchParameter `param:"" help:"Write the text too."`
	DefaultCommandPrefix       string                  `param:"" allow:"Null" help:"A prefix for its commands."`
}

// ProcessRecord writes the file.
func (c *NewModuleManifest) ProcessRecord(rt *runtime.CommandRuntime) error {
	path := rt.Session().FullPath(c.Path)
	if !strings.EqualFold(filepath.Ext(path), ".psd1") {
		e := objects.NewException(objects.InvalidOperationException, "The module manifest path '"+c.Path+"' is not valid. The value of the Path argument must resolve to a single file that has a '.psd1' file name extension. Change the value of the Path argument to point to a valid psd1 file, and then try again.")
		return runtime.NewErrorRecord(e, "Modules_InvalidModuleManifestPath", runtime.InvalidArgument, objects.String(c.Path))
	}
	if yes, err := rt.ShouldProcess(path, "Creating the PowerShell module manifest file"); !yes {
		return err
	}
	text, err := c.text(rt, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))
	if err != nil {
		return err
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		return runtime.NewErrorRecord(objects.NewException(objects.IOException, err.Error()), "FileOpenFailure", runtime.OpenError, objects.String(path))
	}
	if c.PassThru {
		return rt.WriteObject(objects.String(text))
	}
	return nil
}

// text is the manifest.
func (c *NewModuleManifest) text(rt *runtime.CommandRuntime, name string) (string, error) {
	who := c.Author
	if u, err := user.Current(); who == "" && err == nil {
		who = u.Username
	}
	company := orElse(c.CompanyName, "Unknown")
	w := &manifestWriter{types: rt.Types()}
	if c.Guid.IsNull() {
		made, err := rt.Types().InvokeStatic(rt.Context(), objects.GuidType, objects.Invocation{Name: "NewGuid"})
		if err != nil {
			return "", err
		}
		c.Guid = made
	}
	if c.ModuleVersion.IsNull() {
		c.ModuleVersion = objects.String("0.0.1")
	}
	w.line("#\n# Module manifest for module '" + name + "'\n#\n# Generated by: " + who + "\n#\n# Generated on: " + time.Now().Format("1/2/2006") + "\n#\n\n@{\n")
	w.entry("RootModule", "The file with the code of the module.", objects.String(c.RootModule), c.RootModule != "")
	w.entry("ModuleVersion", "The version of the module.", c.ModuleVersion, true)
	w.entry("CompatiblePSEditions", "The editions of PowerShell that it runs on.", listValue(c.CompatiblePSEditions), len(c.CompatiblePSEditions) > 0)
	w.entry("GUID", "The id that tells it from others.", c.Guid, true)
	w.entry("Author", "Who wrote it.", objects.String(who), true)
	w.entry("CompanyName", "Whose it is.", objects.String(company), true)
	w.entry("Copyright", "The copyright.", objects.String(orElse(c.Copyright, "(c) "+who+". All rights reserved.")), true)
	w.entry("Description", "What it is for.", objects.String(c.Description), c.Description != "")
	c.requirements(w)
	c.exports(w)
	w.line(c.privateData(w))
	w.entry("HelpInfoURI", "Where its help is.", objects.String(c.HelpInfoUri), c.HelpInfoUri != "")
	w.entry("DefaultCommandPrefix", "A prefix for the names of its commands.", objects.String(c.DefaultCommandPrefix), c.DefaultCommandPrefix != "")
	w.line("}\n")
	return w.out.String(), w.err
}

func orElse(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

func listValue(list []string) objects.Value { return objects.Of(objects.Strings(list)) }

func (c *NewModuleManifest) requirements(w *manifestWriter) {
	w.entry("PowerShellVersion", "The lowest version of PowerShell that it needs.", c.PowerShellVersion, !c.PowerShellVersion.IsNull())
	w.entry("PowerShellHostName", "The host that it needs.", objects.String(c.PowerShellHostName), c.PowerShellHostName != "")
	w.entry("PowerShellHostVersion", "The lowest version of the host.", c.PowerShellHostVersion, !c.PowerShellHostVersion.IsNull())
	w.entry("DotNetFrameworkVersion", "The lowest version of the .NET Framework.", c.DotNetFrameworkVersion, !c.DotNetFrameworkVersion.IsNull())
	w.entry("ClrVersion", "The lowest version of the runtime.", c.ClrVersion, !c.ClrVersion.IsNull())
	w.entry("ProcessorArchitecture", "The processor that it needs.", objects.String(c.ProcessorArchitecture), c.ProcessorArchitecture != "" && c.ProcessorArchitecture != "None")
	w.entry("RequiredModules", "Modules to import before it.", objects.ArrayValue(c.RequiredModules), len(c.RequiredModules) > 0)
	w.entry("RequiredAssemblies", "Assemblies to load before it.", listValue(c.RequiredAssemblies), len(c.RequiredAssemblies) > 0)
	w.entry("ScriptsToProcess", "Scripts to run in the caller's session before it is imported.", listValue(c.ScriptsToProcess), len(c.ScriptsToProcess) > 0)
	w.entry("TypesToProcess", "Files of type data to load with it.", listValue(c.TypesToProcess), len(c.TypesToProcess) > 0)
	w.entry("FormatsToProcess", "Files of views to load with it.", listValue(c.FormatsToProcess), len(c.FormatsToProcess) > 0)
	w.entry("NestedModules", "Modules that become a part of it.", objects.ArrayValue(c.NestedModules), len(c.NestedModules) > 0)
}

func (c *NewModuleManifest) exports(w *manifestWriter) {
	for _, e := range [...]struct {
		name, what string
		list       []string
		otherwise  objects.Value
	}{
		{"FunctionsToExport", "functions", c.FunctionsToExport, listValue(nil)}, {"CmdletsToExport", "cmdlets", c.CmdletsToExport, listValue(nil)},
		{"VariablesToExport", "variables", c.VariablesToExport, objects.String("*")}, {"AliasesToExport", "aliases", c.AliasesToExport, listValue(nil)},
	} {
		v := e.otherwise
		if e.list != nil {
			v = listValue(e.list)
		}
		w.entry(e.name, "The "+e.what+" that it exports.", v, true)
	}
	w.entry("DscResourcesToExport", "The DSC resources that it exports.", listValue(c.DscResourcesToExport), len(c.DscResourcesToExport) > 0)
	w.entry("ModuleList", "All modules that come with it.", objects.ArrayValue(c.ModuleList), len(c.ModuleList) > 0)
	w.entry("FileList", "All files that come with it.", listValue(c.FileList), len(c.FileList) > 0)
}

// privateData is the table of data for galleries, with the script's own beside it.
func (c *NewModuleManifest) privateData(w *manifestWriter) string {
	inner := &manifestWriter{types: w.types, indent: "        "}
	inner.entry("Tags", "Words to find it by.", listValue(c.Tags), len(c.Tags) > 0)
	inner.entry("LicenseUri", "Where the licence is.", c.LicenseUri, !c.LicenseUri.IsNull())
	inner.entry("ProjectUri", "Where the project is.", c.ProjectUri, !c.ProjectUri.IsNull())
	inner.entry("IconUri", "Where its icon is.", c.IconUri, !c.IconUri.IsNull())
	inner.entry("ReleaseNotes", "What is new.", objects.String(c.ReleaseNotes), c.ReleaseNotes != "")
	inner.entry("Prerelease", "The name of a version before the release.", objects.String(c.Prerelease), c.Prerelease != "")
	inner.entry("RequireLicenseAcceptance", "Whether the licence must be accepted.", objects.Bool(bool(c.RequireLicenseAcceptance)), bool(c.RequireLicenseAcceptance))
	inner.entry("ExternalModuleDependencies", "Modules that are not found where it is.", listValue(c.ExternalModuleDependencies), len(c.ExternalModuleDependencies) > 0)
	if inner.err != nil {
		w.err = inner.err
	}
	own := ""
	if h, ok := objects.As[*objects.Hashtable](c.PrivateData); ok {
		h.Each(func(k, v objects.Value) bool {
			name, _ := k.Str()
			own += "    " + name + " = " + w.literal(v) + "\n\n"
			return true
		})
	}
	return "# Data for the code of the module; PSData tells galleries about it.\nPrivateData = @{\n\n" + own + "    PSData = @{\n\n" + inner.out.String() + "    }\n\n}\n\n"
}
