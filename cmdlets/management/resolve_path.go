package management

import (
	"path/filepath"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// ResolvePath writes the paths that wildcards stand for.
type ResolvePath struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path"`
	paths
	Relative         runtime.SwitchParameter `param:""`
	RelativeBasePath string                  `param:""`
	Force            runtime.SwitchParameter `param:""`
	credential
}

// ProcessRecord writes the paths found, relative ones as text.
func (c *ResolvePath) ProcessRecord(rt *runtime.CommandRuntime) error {
	s := rt.Session()
	base := s.CurrentPath()
	if c.RelativeBasePath != "" {
		var err error
		if base, err = s.ParsePath(c.RelativeBasePath); err != nil {
			return err
		}
	}
	sel := runtime.Selection{ItemOptions: runtime.ItemOptions{Force: bool(c.Force)}}
	path, literal := c.Path, c.LiteralPath
	if c.RelativeBasePath != "" {
		path, literal = below(c.RelativeBasePath, path), below(c.RelativeBasePath, literal)
	}
	return eachItem(rt, path, literal, sel, func(p runtime.ItemPath) error {
		if !c.Relative {
			return rt.WriteObject(objects.Of(s.PathInfoOf(p)))
		}
		return rt.WriteObject(objects.String(relative(base, p)))
	})
}

// below are paths from a base; those that are absolute stay.
func below(base string, list []string) []string {
	out := make([]string, len(list))
	for i, p := range list {
		out[i] = p
		if _, _, named := runtime.SplitDrive(p); !named && !strings.HasPrefix(runtime.Slashed(p), "/") {
			out[i] = joined(base, p)
		}
	}
	return out
}

// relative is a path from a base: "./x" below it, "../x" beside it. The base
// itself is named from its parent.
func relative(base, p runtime.ItemPath) string {
	if base.Provider != p.Provider || !p.Provider.Navigation {
		return p.String()
	}
	path := strings.TrimSuffix(p.Path, "/")
	if path == strings.TrimSuffix(base.Path, "/") {
		if path == "" {
			return "./"
		}
		return "../" + filepath.Base(path)
	}
	rel, err := filepath.Rel(base.Path, p.Path)
	if err != nil {
		return p.String()
	}
	if rel != ".." && !strings.HasPrefix(rel, "../") {
		rel = "./" + rel
	}
	return rel
}

// ConvertPath writes the paths of items as their providers know them.
type ConvertPath struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path"`
	paths
	Force runtime.SwitchParameter `param:""`
}

// ProcessRecord writes the paths found.
func (c *ConvertPath) ProcessRecord(rt *runtime.CommandRuntime) error {
	sel := runtime.Selection{ItemOptions: runtime.ItemOptions{Force: bool(c.Force)}}
	return eachItem(rt, c.Path, c.LiteralPath, sel, func(p runtime.ItemPath) error { return rt.WriteObject(objects.String(p.Path)) })
}
