package management

import (
	"path/filepath"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// JoinPath joins the parts of paths.
type JoinPath struct {
	Path                []string                `param:"Mandatory,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=PSPath"`
	ChildPath           []string                `param:"Mandatory,Position=1,ValueFromPipelineByPropertyName" allow:"Null,EmptyString,EmptyCollection"`
	AdditionalChildPath []string                `param:"Position=2,ValueFromPipelineByPropertyName,ValueFromRemainingArguments" allow:"Null,EmptyString,EmptyCollection"`
	Resolve             runtime.SwitchParameter `param:""`
	credential
}

// ProcessRecord writes each path with the parts behind it; the drive of the path
// must be there.
func (c *JoinPath) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, path := range c.Path {
		if _, err := rt.Session().ParsePath(path); err != nil {
			if err := rt.WriteProviderError(err); err != nil {
				return err
			}
			continue
		}
		for _, child := range list(c.ChildPath, c.AdditionalChildPath) {
			path = joined(path, child)
		}
		if !c.Resolve {
			if err := rt.WriteObject(objects.String(path)); err != nil {
				return err
			}
			continue
		}
		err := eachItem(rt, []string{path}, nil, runtime.Selection{}, func(p runtime.ItemPath) error { return rt.WriteObject(objects.String(p.String())) })
		if err != nil {
			return err
		}
	}
	return nil
}

func joined(path, child string) string {
	path, child = runtime.Slashed(path), runtime.Slashed(child)
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
	Qualifier   runtime.SwitchParameter `param:"ParameterSetName=QualifierSet,Mandatory,ValueFromPipelineByPropertyName"`
	NoQualifier runtime.SwitchParameter `param:"ParameterSetName=NoQualifierSet,Mandatory,ValueFromPipelineByPropertyName"`
	Parent      runtime.SwitchParameter `param:"ParameterSetName=ParentSet,ValueFromPipelineByPropertyName"`
	Leaf        runtime.SwitchParameter `param:"ParameterSetName=LeafSet,Mandatory,ValueFromPipelineByPropertyName"`
	LeafBase    runtime.SwitchParameter `param:"ParameterSetName=LeafBaseSet,Mandatory,ValueFromPipelineByPropertyName"`
	Extension   runtime.SwitchParameter `param:"ParameterSetName=ExtensionSet,Mandatory,ValueFromPipelineByPropertyName"`
	Resolve     runtime.SwitchParameter `param:""`
	IsAbsolute  runtime.SwitchParameter `param:"ParameterSetName=IsAbsoluteSet,Mandatory"`
	credential
}

// ProcessRecord writes the part of each path.
func (c *SplitPath) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.Resolve {
		return eachItem(rt, c.Path, c.LiteralPath, runtime.Selection{}, func(p runtime.ItemPath) error { return c.write(rt, p.String()) })
	}
	for _, path := range list(c.Path, c.LiteralPath) {
		if err := rt.WriteProviderError(c.write(rt, path)); err != nil {
			return err
		}
	}
	return nil
}

func (c *SplitPath) write(rt *runtime.CommandRuntime, path string) error {
	v, err := c.part(path)
	if err != nil {
		return err
	}
	return rt.WriteObject(v)
}

func (c *SplitPath) part(path string) (objects.Value, error) {
	drive, rest, named := runtime.SplitDrive(path)
	switch {
	case bool(c.Qualifier):
		if !named {
			return objects.Null, noQualifier(path)
		}
		return objects.String(drive + ":"), nil
	case bool(c.NoQualifier):
		return objects.String(runtime.Slashed(rest)), nil
	case bool(c.IsAbsolute):
		return objects.Bool(named || strings.HasPrefix(runtime.Slashed(path), "/")), nil
	}
	dir, leaf := splitLeaf(path)
	switch {
	case bool(c.Leaf):
		return objects.String(leaf), nil
	case bool(c.LeafBase):
		return objects.String(strings.TrimSuffix(leaf, extension(leaf))), nil
	case bool(c.Extension):
		return objects.String(extension(leaf)), nil
	}
	if leaf == "" {
		e := objects.NewException(objects.PSArgumentException, "Cannot process argument because the value of argument \"path\" is not valid. Change the value of the \"path\" argument and run the operation again.")
		return objects.Null, runtime.NewErrorRecord(e, "Argument", runtime.InvalidArgument, objects.Null)
	}
	return objects.String(dir), nil
}

// splitLeaf cuts a path into its parent and its last part. The parent of what lies
// at a root is empty, that of "drive:/x" the drive's root.
func splitLeaf(path string) (dir, leaf string) {
	drive, rest, named := runtime.SplitDrive(path)
	rest = runtime.Slashed(rest)
	trimmed := strings.TrimRight(rest, "/")
	i := strings.LastIndexByte(trimmed, '/')
	leaf, dir = trimmed[i+1:], strings.TrimRight(trimmed[:max(i, 0)], "/")
	if !named {
		return dir, leaf
	}
	if i == 0 || dir == "" && i >= 0 {
		dir = "/"
	}
	return drive + ":" + dir, leaf
}

// extension is what stands behind the last dot of a name; a dot at its end is none.
func extension(name string) string {
	ext := filepath.Ext(name)
	if ext == "." {
		return ""
	}
	return ext
}

func noQualifier(path string) error {
	e := objects.NewException(objects.FormatException, "Cannot parse path because path '"+path+"' does not have a qualifier specified.")
	return runtime.NewErrorRecord(e, "ParsePathFormatError", runtime.InvalidArgument, objects.String(path))
}
