package core

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/objects/system"
	"github.com/csshell/csshell/runtime"
)

func isModuleFile(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".psm1", ".psd1", ".ps1":
		return true
	}
	return false
}

// moduleFile is the file that a path means: itself, with an extension, or the
// one of its own name inside the folder; "" for none.
func moduleFile(path string) string {
	base := filepath.Base(path)
	for _, p := range [...]string{path, path + ".psd1", path + ".psm1", filepath.Join(path, base+".psd1"), filepath.Join(path, base+".psm1")} {
		if info, err := os.Stat(p); err == nil && !info.IsDir() && isModuleFile(p) {
			return p
		}
	}
	return ""
}

// moduleName is the name of the module of a file.
func moduleName(path string) string {
	return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
}

// modulePath are the folders of $env:PSModulePath.
func modulePath(s *runtime.Session) []string {
	path, _ := s.Environment.Get("PSModulePath")
	return slices.DeleteFunc(filepath.SplitList(path), func(dir string) bool { return dir == "" })
}

// searchModule looks for a module in the folders of $env:PSModulePath, whose folder
// there may hold one for each version, the highest first.
func searchModule(rt *runtime.CommandRuntime, wanted *automation.ModuleSpecification) string {
	for _, dir := range modulePath(rt.Session()) {
		for _, path := range moduleFiles(filepath.Join(dir, wanted.Name)) {
			if wanted.Fits(moduleVersion(rt, path)) {
				return path
			}
		}
	}
	return ""
}

// moduleFiles are the files of a module by its folder: those of the versions, the
// highest first, else that of the folder itself.
func moduleFiles(folder string) (files []string) {
	name := filepath.Base(folder)
	entries, _ := os.ReadDir(folder)
	var versions []*system.Version
	for _, e := range entries {
		if v, err := system.ParseVersion(e.Name()); err == nil && e.IsDir() {
			versions = append(versions, v)
		}
	}
	slices.SortFunc(versions, func(a, b *system.Version) int { return slices.Compare(b.Parts[:], a.Parts[:]) })
	for _, v := range versions {
		if path := moduleFile(filepath.Join(folder, textOf(v), name)); path != "" {
			files = append(files, path)
		}
	}
	if path := moduleFile(folder); path != "" {
		files = append(files, path)
	}
	return files
}

// loadFile runs a module's file; of a manifest, that of its root module.
func loadFile(rt *runtime.CommandRuntime, path, name string, args []objects.Value) (*runtime.ModuleInfo, error) {
	m := rt.Session().NewModule(name, path)
	if !strings.EqualFold(filepath.Ext(path), ".psd1") {
		return m, runFile(rt, m, path, args)
	}
	table, err := readManifest(rt, path)
	if err != nil {
		return nil, err
	}
	return m, manifest(rt, m, table, args)
}

// readManifest evaluates the file of a manifest.
func readManifest(rt *runtime.CommandRuntime, path string) (*objects.Hashtable, error) {
	text, err := runtime.ReadScript(path)
	if err != nil {
		return nil, err
	}
	data, err := rt.EvaluateData(text)
	if err != nil {
		return nil, err
	}
	table, ok := objects.As[*objects.Hashtable](data)
	if !ok {
		e := objects.NewException(objects.InvalidOperationException, "The module manifest '"+path+"' does not hold a hashtable.")
		return nil, runtime.NewErrorRecord(e, "Modules_InvalidManifest", runtime.ResourceUnavailable, objects.String(path))
	}
	return table, nil
}

// moduleVersion is the version that a module's file says it has, without running
// its code; 0.0 for one that says none.
func moduleVersion(rt *runtime.CommandRuntime, path string) string {
	if !strings.EqualFold(filepath.Ext(path), ".psd1") {
		return "0.0"
	}
	table, err := readManifest(rt, path)
	if err != nil {
		return "0.0"
	}
	v, _ := table.GetString("ModuleVersion")
	text, err := rt.Types().Text(v, " ")
	if err != nil || text == "" {
		return "0.0"
	}
	return text
}

// manifest loads the root module of a manifest and limits what it exports.
func manifest(rt *runtime.CommandRuntime, m *runtime.ModuleInfo, table *objects.Hashtable, args []objects.Value) error {
	tt := rt.Types()
	if v, ok := table.GetString("ModuleVersion"); ok {
		m.Version, _ = tt.Text(v, " ")
	}
	describe(tt, m, table)
	root, ok := table.GetString("RootModule")
	if !ok {
		root, ok = table.GetString("ModuleToProcess")
	}
	if !ok {
		return nil
	}
	file, err := tt.Text(root, " ")
	if err != nil || file == "" {
		return err
	}
	path := moduleFile(filepath.Join(filepath.Dir(m.Path), file))
	if path == "" {
		e := objects.NewException(objects.FileNotFoundException, "The specified module '"+file+"' was not loaded because no valid module file was found in any module directory.")
		return runtime.NewErrorRecord(e, "Modules_ModuleFileNotFound", runtime.ResourceUnavailable, objects.String(file))
	}
	if err := runFile(rt, m, path, args); err != nil {
		return err
	}
	m.Exports().Keep(names(tt, table, "FunctionsToExport"), names(tt, table, "AliasesToExport"), names(tt, table, "VariablesToExport"))
	return nil
}

// describe takes over what a manifest says of its module.
func describe(tt *objects.TypeTable, m *runtime.ModuleInfo, table *objects.Hashtable) {
	m.PrivateData, _ = table.GetString("PrivateData")
	for _, x := range [...]struct {
		key string
		to  *string
	}{{"Description", &m.Description}, {"Author", &m.Author}, {"CompanyName", &m.CompanyName}, {"Copyright", &m.Copyright}} {
		if v, ok := table.GetString(x.key); ok {
			*x.to, _ = tt.Text(v, " ")
		}
	}
}

// names are the texts of an entry of a manifest; nil where it has no such entry.
func names(tt *objects.TypeTable, table *objects.Hashtable, key string) []string {
	v, ok := table.GetString(key)
	if !ok || v.IsNull() {
		return nil
	}
	list := []string{}
	items := []objects.Value{v}
	if e, is := objects.Enumeration(v); is {
		items, _ = objects.Collect(e)
	}
	for _, item := range items {
		if s, err := tt.Text(item, " "); err == nil {
			list = append(list, s)
		}
	}
	return list
}

// runFile runs a script module; what it writes goes down the pipeline.
func runFile(rt *runtime.CommandRuntime, m *runtime.ModuleInfo, path string, args []objects.Value) error {
	text, err := runtime.ReadScript(path)
	if err != nil {
		return err
	}
	block, err := rt.Session().NewScriptBlock(text, path)
	if err != nil {
		return err
	}
	return rt.RunModule(m, block, args, func(objects.Value) error { return nil })
}
