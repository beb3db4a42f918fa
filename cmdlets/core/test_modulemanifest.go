package core

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// TestModuleManifest checks a manifest, and tells what it says of its module.
type TestModuleManifest struct {
	_ struct{} `cmdlet:"OutputType=System.Management.Automation.PSModuleInfo"`

	Path string `param:"Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" help:"The manifest."`
}

// ProcessRecord writes the module, whose code does not run.
func (c *TestModuleManifest) ProcessRecord(rt *runtime.CommandRuntime) error {
	path := rt.Session().FullPath(c.Path)
	if _, err := os.Stat(path); err != nil {
		return rt.WriteError(runtime.PathNotFound(path))
	}
	if !strings.EqualFold(filepath.Ext(path), ".psd1") {
		return rt.WriteError(badManifest("Modules_InvalidModuleManifestPath", "The file '"+path+"' is no module manifest: its name does not end with '.psd1'.", path))
	}
	text, err := runtime.ReadScript(path)
	if err != nil {
		return err
	}
	data, err := rt.EvaluateData(text)
	table, ok := objects.As[*objects.Hashtable](data)
	if err != nil || !ok {
		return rt.WriteError(badManifest("Modules_InvalidManifest", "The module manifest '"+path+"' could not be processed because it is not a valid PowerShell module manifest file.", path))
	}
	m := rt.Session().NewModule(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), path)
	version, ok := table.GetString("ModuleVersion")
	if !ok {
		return rt.WriteError(badManifest("Modules_InvalidManifest", "The module manifest '"+path+"' has no ModuleVersion.", path))
	}
	if m.Version, err = rt.Types().Text(version, " "); err != nil {
		return err
	}
	describe(rt.Types(), m, table)
	for _, key := range [...]string{"RootModule", "ModuleToProcess"} {
		for _, file := range names(rt.Types(), table, key) {
			if file != "" && moduleFile(filepath.Join(filepath.Dir(path), file)) == "" {
				return rt.WriteError(badManifest("Modules_InvalidRootModuleInModuleManifest", "The member '"+key+"' in the module manifest '"+path+"' is not valid: there is no file '"+file+"'.", path))
			}
		}
	}
	return rt.WriteObject(objects.Of(m))
}

func badManifest(id, message, path string) *runtime.ErrorRecord {
	return runtime.NewErrorRecord(objects.NewException(objects.InvalidOperationException, message), id, runtime.ResourceUnavailable, objects.String(path))
}
