package management

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// TestPath tells whether paths lead to something.
type TestPath struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path"`

	Path        []string                `param:"ParameterSetName=Path,Mandatory,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName" allow:"Null,EmptyString,EmptyCollection"`
	LiteralPath []string                `param:"ParameterSetName=LiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP" allow:"Null,EmptyString,EmptyCollection"`
	Filter      string                  `param:""`
	Include     []string                `param:""`
	Exclude     []string                `param:""`
	PathType    string                  `param:"Alias=Type" validate:"Set=Any|Container|Leaf"`
	IsValid     runtime.SwitchParameter `param:""`
}

// ProcessRecord writes True or False for each path.
func (c *TestPath) ProcessRecord(rt *runtime.CommandRuntime) error {
	for i, path := range append(append([]string(nil), c.Path...), c.LiteralPath...) {
		yes, err := c.test(rt, path, i >= len(c.Path))
		if err != nil {
			return err
		}
		if err := rt.WriteObject(objects.Bool(yes)); err != nil {
			return err
		}
	}
	return nil
}

func (c *TestPath) test(rt *runtime.CommandRuntime, path string, literal bool) (bool, error) {
	if strings.TrimSpace(path) == "" {
		return false, nil
	}
	if name, ok := strings.CutPrefix(strings.ToLower(path), "env:"); ok {
		_, is := rt.Session().Environment.Get(strings.TrimLeft(path[len(path)-len(name):], `/\`))
		return is, nil
	}
	if name, ok := strings.CutPrefix(strings.ToLower(path), "variable:"); ok {
		_, is := rt.Scope().Get(strings.TrimLeft(name, `/\`))
		return is, nil
	}
	list, _, err := expand(rt.Session(), path, literal)
	if err != nil {
		return false, err
	}
	for _, full := range list {
		info, err := os.Stat(full)
		if err == nil && (c.PathType == "" || c.PathType == "Any" || info.IsDir() == (c.PathType == "Container")) {
			return true, nil
		}
	}
	return false, nil
}

// JoinPath joins the parts of paths.
type JoinPath struct {
	Path                []string                `param:"Mandatory,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=PSPath"`
	ChildPath           []string                `param:"Mandatory,Position=1,ValueFromPipelineByPropertyName" allow:"Null,EmptyString"`
	AdditionalChildPath []string                `param:"Position=2,ValueFromPipelineByPropertyName,ValueFromRemainingArguments" allow:"Null,EmptyString,EmptyCollection"`
	Resolve             runtime.SwitchParameter `param:""`
}

// ProcessRecord writes each path with the parts behind it.
func (c *JoinPath) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, path := range c.Path {
		for _, child := range append(append([]string(nil), c.ChildPath...), c.AdditionalChildPath...) {
			path = joined(path, child)
		}
		if !c.Resolve {
			if err := rt.WriteObject(objects.String(path)); err != nil {
				return err
			}
			continue
		}
		err := places{path: []string{path}}.each(rt, func(full string) error { return rt.WriteObject(objects.String(full)) })
		if err != nil {
			return err
		}
	}
	return nil
}

func joined(path, child string) string {
	path, child = slashed(path), slashed(child)
	switch {
	case path == "":
		return child
	case child == "":
		return strings.TrimRight(path, "/") + "/"
	}
	return strings.TrimRight(path, "/") + "/" + strings.TrimLeft(child, "/")
}

// SplitPath writes a part of paths.
type SplitPath struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ParentSet"`

	Path        []string                `param:"ParameterSetName=ParentSet|LeafSet|LeafBaseSet|ExtensionSet|QualifierSet|NoQualifierSet|IsAbsoluteSet,Mandatory,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName"`
	LiteralPath []string                `param:"ParameterSetName=LiteralPathSet,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
	Qualifier   runtime.SwitchParameter `param:"ParameterSetName=QualifierSet,Mandatory"`
	NoQualifier runtime.SwitchParameter `param:"ParameterSetName=NoQualifierSet,Mandatory"`
	Parent      runtime.SwitchParameter `param:"ParameterSetName=ParentSet"`
	Leaf        runtime.SwitchParameter `param:"ParameterSetName=LeafSet,Mandatory"`
	LeafBase    runtime.SwitchParameter `param:"ParameterSetName=LeafBaseSet,Mandatory"`
	Extension   runtime.SwitchParameter `param:"ParameterSetName=ExtensionSet,Mandatory"`
	IsAbsolute  runtime.SwitchParameter `param:"ParameterSetName=IsAbsoluteSet,Mandatory"`
	Resolve     runtime.SwitchParameter `param:""`
}

// ProcessRecord writes the part of each path.
func (c *SplitPath) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, path := range append(c.Path, c.LiteralPath...) {
		if err := rt.WriteObject(c.part(slashed(path))); err != nil {
			return err
		}
	}
	return nil
}

func (c *SplitPath) part(path string) objects.Value {
	trimmed := path
	if len(path) > 1 {
		trimmed = strings.TrimRight(path, "/")
	}
	leaf := trimmed[strings.LastIndexByte(trimmed, '/')+1:]
	switch {
	case bool(c.Leaf):
		return objects.String(leaf)
	case bool(c.LeafBase):
		return objects.String(strings.TrimSuffix(leaf, filepath.Ext(leaf)))
	case bool(c.Extension):
		return objects.String(filepath.Ext(leaf))
	case bool(c.IsAbsolute):
		return objects.Bool(strings.HasPrefix(path, "/"))
	case bool(c.NoQualifier):
		return objects.String(path)
	}
	i := strings.LastIndexByte(trimmed, '/')
	switch {
	case i < 0:
		return objects.String("")
	case i == 0:
		return objects.String("/")
	}
	return objects.String(trimmed[:i])
}

// ResolvePath writes the paths that wildcards stand for.
type ResolvePath struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path"`

	Path        []string                `param:"ParameterSetName=Path,Mandatory,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName"`
	LiteralPath []string                `param:"ParameterSetName=LiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
	Relative    runtime.SwitchParameter `param:""`
}

// ProcessRecord writes the paths found.
func (c *ResolvePath) ProcessRecord(rt *runtime.CommandRuntime) error {
	return places{c.Path, c.LiteralPath}.each(rt, func(full string) error {
		if !c.Relative {
			return rt.WriteObject(objects.Of(&PathInfo{path: full}))
		}
		rel, err := filepath.Rel(rt.Session().Location(), full)
		if err != nil {
			return err
		}
		if !strings.HasPrefix(rel, ".") {
			rel = "./" + rel
		}
		return rt.WriteObject(objects.String(rel))
	})
}

// ConvertPath writes the full paths of files.
type ConvertPath struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path"`

	Path        []string `param:"ParameterSetName=Path,Mandatory,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName"`
	LiteralPath []string `param:"ParameterSetName=LiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
}

// ProcessRecord writes the paths found.
func (c *ConvertPath) ProcessRecord(rt *runtime.CommandRuntime) error {
	return places{c.Path, c.LiteralPath}.each(rt, func(full string) error { return rt.WriteObject(objects.String(full)) })
}

// GetLocation writes the current directory.
type GetLocation struct{}

// ProcessRecord writes it.
func (*GetLocation) ProcessRecord(rt *runtime.CommandRuntime) error {
	return rt.WriteObject(objects.Of(&PathInfo{path: rt.Session().Location()}))
}

// SetLocation changes the current directory.
type SetLocation struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path"`

	Path        string                  `param:"ParameterSetName=Path,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName"`
	LiteralPath string                  `param:"ParameterSetName=LiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
	PassThru    runtime.SwitchParameter `param:""`
}

// ProcessRecord changes it; without a path to the home folder.
func (c *SetLocation) ProcessRecord(rt *runtime.CommandRuntime) error {
	path := c.Path + c.LiteralPath
	if path == "" {
		path = "~"
	}
	if err := rt.Session().SetLocation(slashed(path)); err != nil {
		return rt.WriteError(runtime.RecordOf(err))
	}
	if c.PassThru {
		return rt.WriteObject(objects.Of(&PathInfo{path: rt.Session().Location()}))
	}
	return nil
}

var pathInfoType = &objects.Type{FullName: "System.Management.Automation.PathInfo", Kind: objects.KindObject}

// PathInfo is a path that was resolved (System.Management.Automation.PathInfo).
type PathInfo struct{ path string }

// Type is System.Management.Automation.PathInfo.
func (*PathInfo) Type() *objects.Type { return pathInfoType }

// Text is the path.
func (p *PathInfo) Text() (string, error) { return p.path, nil }

// Types are the types of what the cmdlets of this package write.
func Types() []objects.TypeEntry {
	path := func(this objects.Value) (objects.Value, error) {
		p, _ := objects.As[*PathInfo](this)
		return objects.String(p.path), nil
	}
	return []objects.TypeEntry{{Type: pathInfoType, Declare: func() *objects.Declaration {
		return &objects.Declaration{Type: pathInfoType, Properties: []objects.Property{
			{Signature: "string Path {get;}", Get: path}, {Signature: "string ProviderPath {get;}", Get: path},
		}}
	}}}
}
