package core

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// ImportModule loads a script module or a manifest from a file, or makes the
// commands of a module known that was made in memory.
type ImportModule struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Name"`

	Name                []string                `param:"ParameterSetName=Name,Position=0,Mandatory,ValueFromPipeline"`
	ModuleInfo          []*runtime.ModuleInfo   `param:"ParameterSetName=ModuleInfo,Position=0,Mandatory,ValueFromPipeline"`
	Global              runtime.SwitchParameter `param:""`
	Prefix              string                  `param:"" validate:"NotNull"`
	Function            []string                `param:"" validate:"NotNull"`
	Cmdlet              []string                `param:"" validate:"NotNull"`
	Variable            []string                `param:"" validate:"NotNull"`
	Alias               []string                `param:"" validate:"NotNull"`
	Force               runtime.SwitchParameter `param:""`
	SkipEditionCheck    runtime.SwitchParameter `param:""`
	PassThru            runtime.SwitchParameter `param:""`
	AsCustomObject      runtime.SwitchParameter `param:""`
	ArgumentList        []objects.Value         `param:"Alias=Args"`
	DisableNameChecking runtime.SwitchParameter `param:""`
	Scope               string                  `param:"" validate:"Set=Local|Global"`
}

// ProcessRecord imports each module.
func (c *ImportModule) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, m := range c.ModuleInfo {
		if err := c.add(rt, m); err != nil {
			return err
		}
	}
	for _, name := range c.Name {
		m, err := c.load(rt, name)
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

// add lists the module and imports what it exports, less what the parameters
// leave out.
func (c *ImportModule) add(rt *runtime.CommandRuntime, m *runtime.ModuleInfo) error {
	if m.IsBuiltIn() {
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
	to := rt.Scope().Top()
	switch {
	case bool(c.Global) || strings.EqualFold(c.Scope, "Global"):
		to = rt.Session().Global()
	case strings.EqualFold(c.Scope, "Local"):
		to = rt.Scope()
	}
	m.Import(to, exports, c.Prefix)
	return c.pass(rt, m)
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
func (c *ImportModule) load(rt *runtime.CommandRuntime, name string) (*runtime.ModuleInfo, error) {
	s := rt.Session()
	isPath := strings.ContainsAny(name, "/\\") || isModuleFile(name)
	if !isPath {
		if m := s.Module(name); m != nil && (m.IsBuiltIn() || !bool(c.Force)) {
			return m, nil
		}
	}
	path := ""
	if isPath {
		path = moduleFile(s.FullPath(strings.ReplaceAll(name, "\\", "/")))
	} else {
		path = searchModule(s, name)
	}
	if path == "" && isPath { // a runbook may know where the product had its own module
		base := name[strings.LastIndexAny(name, "/\\")+1:]
		if m := s.Module(strings.TrimSuffix(base, filepath.Ext(base))); m != nil && m.IsBuiltIn() {
			return m, nil
		}
	}
	if path == "" {
		e := objects.NewException(objects.FileNotFoundException, "The specified module '"+name+"' was not loaded because no valid module file was found in any module directory.")
		return nil, rt.WriteError(runtime.NewErrorRecord(e, "Modules_ModuleNotFound", runtime.ResourceUnavailable, objects.String(name)))
	}
	short := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	if old := s.Module(short); old != nil && old.Path == path {
		if !c.Force {
			return old, nil
		}
		s.RemoveModule(old)
	}
	return loadFile(rt, path, short, c.ArgumentList)
}

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

// searchModule looks for a module in the folders of $env:PSModulePath.
func searchModule(s *runtime.Session, name string) string {
	path, _ := s.Environment.Get("PSModulePath")
	for _, dir := range filepath.SplitList(path) {
		if dir == "" {
			continue
		}
		if found := moduleFile(filepath.Join(dir, name)); found != "" {
			return found
		}
	}
	return ""
}

// loadFile runs a module's file; of a manifest, that of its root module.
func loadFile(rt *runtime.CommandRuntime, path, name string, args []objects.Value) (*runtime.ModuleInfo, error) {
	m := rt.Session().NewModule(name, path)
	if !strings.EqualFold(filepath.Ext(path), ".psd1") {
		return m, runFile(rt, m, path, args)
	}
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
	return m, manifest(rt, m, table, args)
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
