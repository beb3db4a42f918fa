package management

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/io"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// item is the FileInfo or DirectoryInfo of a path.
func item(full string) (objects.Value, error) {
	info, err := os.Lstat(full)
	if err != nil {
		return objects.Null, err
	}
	if info.Mode()&os.ModeSymlink != 0 {
		if target, err := os.Stat(full); err == nil {
			info = target
		}
	}
	return objects.Of(io.InfoOf(full, info)), nil
}

func writeItem(rt *runtime.CommandRuntime, full string) error {
	v, err := item(full)
	if err != nil {
		return rt.WriteError(pathNotFound(full))
	}
	return rt.WriteObject(v)
}

// GetItem writes the files that paths lead to.
type GetItem struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path"`

	Path        []string                `param:"ParameterSetName=Path,Mandatory,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName"`
	LiteralPath []string                `param:"ParameterSetName=LiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
	Filter      string                  `param:""`
	Include     []string                `param:""`
	Exclude     []string                `param:""`
	Force       runtime.SwitchParameter `param:""`
}

// ProcessRecord writes each file, or variable of the environment.
func (c *GetItem) ProcessRecord(rt *runtime.CommandRuntime) error {
	return places{c.Path, c.LiteralPath}.each(rt, func(full string) error { return writeItem(rt, full) })
}

// GetChildItem lists folders.
type GetChildItem struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Items"`

	Path        []string                `param:"ParameterSetName=Items,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName"`
	LiteralPath []string                `param:"ParameterSetName=LiteralItems,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
	Filter      string                  `param:"Position=1"`
	Include     []string                `param:""`
	Exclude     []string                `param:""`
	Recurse     runtime.SwitchParameter `param:"Alias=s,Alias=r"`
	Depth       runtime.Optional[int]   `param:""`
	Force       runtime.SwitchParameter `param:""`
	Name        runtime.SwitchParameter `param:""`
	Directory   runtime.SwitchParameter `param:"Alias=ad"`
	File        runtime.SwitchParameter `param:"Alias=af"`
	Hidden      runtime.SwitchParameter `param:"Alias=ah,Alias=h"`

	filter           *wildcard.Pattern
	include, exclude []*wildcard.Pattern
}

// BeginProcessing reads the patterns.
func (c *GetChildItem) BeginProcessing(*runtime.CommandRuntime) (err error) {
	if c.Filter != "" {
		if c.filter, err = wildcard.Compile(c.Filter, true); err != nil {
			return err
		}
	}
	if c.include, err = patterns(c.Include); err == nil {
		c.exclude, err = patterns(c.Exclude)
	}
	return err
}

func patterns(texts []string) ([]*wildcard.Pattern, error) {
	var list []*wildcard.Pattern
	for _, t := range texts {
		w, err := wildcard.Compile(t, true)
		if err != nil {
			return nil, err
		}
		list = append(list, w)
	}
	return list, nil
}

// ProcessRecord lists each folder; a file lists itself.
func (c *GetChildItem) ProcessRecord(rt *runtime.CommandRuntime) error {
	path := c.Path
	if len(path) == 0 && len(c.LiteralPath) == 0 {
		path = []string{"."}
	}
	depth := 0
	if c.Recurse {
		depth = -1
	}
	if c.Depth.Bound {
		depth = c.Depth.Value
	}
	return places{path, c.LiteralPath}.each(rt, func(full string) error {
		info, err := os.Stat(full)
		if err != nil {
			return rt.WriteError(pathNotFound(full))
		}
		if !info.IsDir() {
			return c.write(rt, full, filepath.Base(full), info.IsDir())
		}
		return c.list(rt, full, "", depth)
	})
}

// list lists a folder: its files and folders by name, then what is below.
func (c *GetChildItem) list(rt *runtime.CommandRuntime, dir, prefix string, depth int) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return rt.WriteError(fileError(dir, err, "DirUnauthorizedAccessError", runtime.ReadError))
	}
	names := make([]string, len(entries))
	folders := map[string]bool{}
	for i, e := range entries {
		names[i] = e.Name()
		folders[e.Name()] = e.IsDir()
	}
	sortNames(names)
	for _, directories := range [...]bool{true, false} {
		for _, n := range names {
			if folders[n] == directories {
				if err := c.write(rt, filepath.Join(dir, n), prefix+n, directories); err != nil {
					return err
				}
			}
		}
	}
	if depth == 0 {
		return nil
	}
	for _, n := range names {
		if folders[n] && (bool(c.Force) || !strings.HasPrefix(n, ".")) {
			if err := c.list(rt, filepath.Join(dir, n), prefix+n+"/", depth-1); err != nil {
				return err
			}
		}
	}
	return nil
}

// write writes one file where the parameters ask for it.
func (c *GetChildItem) write(rt *runtime.CommandRuntime, full, shown string, folder bool) error {
	if !c.wanted(filepath.Base(full), folder) {
		return nil
	}
	if c.Name {
		return rt.WriteObject(objects.String(shown))
	}
	return writeItem(rt, full)
}

func (c *GetChildItem) wanted(name string, folder bool) bool {
	hidden := strings.HasPrefix(name, ".")
	switch {
	case hidden && !bool(c.Force) && !bool(c.Hidden), bool(c.Hidden) && !hidden:
		return false
	case bool(c.Directory) && !folder, bool(c.File) && folder:
		return false
	case c.filter != nil && !c.filter.Match(name):
		return false
	case len(c.include) > 0 && !matchesAny(c.include, name):
		return false
	}
	return !matchesAny(c.exclude, name)
}

func matchesAny(list []*wildcard.Pattern, name string) bool {
	for _, w := range list {
		if w.Match(name) {
			return true
		}
	}
	return false
}

// NewItem makes files and folders.
type NewItem struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=pathSet,SupportsShouldProcess"`

	Path     []string                `param:"ParameterSetName=pathSet,Mandatory,Position=0,ValueFromPipelineByPropertyName;ParameterSetName=nameSet,Position=0,ValueFromPipelineByPropertyName"`
	Name     string                  `param:"ParameterSetName=nameSet,Mandatory,ValueFromPipelineByPropertyName" allow:"Null,EmptyString"`
	ItemType string                  `param:"ValueFromPipelineByPropertyName,Alias=Type"`
	Value    objects.Value           `param:"ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=Target"`
	Force    runtime.SwitchParameter `param:""`
}

// ProcessRecord makes each item and writes it.
func (c *NewItem) ProcessRecord(rt *runtime.CommandRuntime) error {
	paths := c.Path
	if len(paths) == 0 {
		paths = []string{"."}
	}
	for _, p := range paths {
		if c.Name != "" {
			p = joined(p, c.Name)
		}
		if err := c.make(rt, rt.Session().FullPath(slashed(p))); err != nil {
			return err
		}
	}
	return nil
}

func (c *NewItem) make(rt *runtime.CommandRuntime, full string) error {
	kind := strings.ToLower(c.ItemType)
	directory := kind != "" && strings.HasPrefix("directory", kind)
	action := "Create File"
	if directory {
		action = "Create Directory"
	}
	if yes, err := rt.ShouldProcess("Destination: "+full, action); !yes {
		return err
	}
	var err error
	switch {
	case directory:
		err = c.directory(full)
	case kind == "symboliclink":
		target, _ := rt.Types().Text(c.Value, " ")
		err = os.Symlink(target, full)
	default:
		err = c.file(rt, full)
	}
	if err != nil {
		return rt.WriteError(c.failure(full, err, directory))
	}
	return writeItem(rt, full)
}

func (c *NewItem) directory(full string) error {
	if info, err := os.Stat(full); err == nil && info.IsDir() {
		if c.Force {
			return nil
		}
		return os.ErrExist
	}
	return os.MkdirAll(full, 0o755)
}

func (c *NewItem) file(rt *runtime.CommandRuntime, full string) error {
	flags := os.O_WRONLY | os.O_CREATE | os.O_EXCL
	if c.Force {
		flags = os.O_WRONLY | os.O_CREATE | os.O_TRUNC
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			return err
		}
	}
	file, err := os.OpenFile(full, flags, 0o644)
	if err != nil {
		return err
	}
	if !c.Value.IsNull() {
		text, _ := rt.Types().ToString(c.Value, "")
		_, err = file.WriteString(text)
	}
	return errors.Join(err, file.Close())
}

func (c *NewItem) failure(full string, err error, directory bool) *runtime.ErrorRecord {
	switch {
	case os.IsExist(err) && directory:
		e := objects.NewException(objects.IOException, "An item with the specified name "+full+" already exists.")
		return runtime.NewErrorRecord(e, "DirectoryExist", runtime.ResourceExists, objects.String(full))
	case os.IsExist(err):
		e := objects.NewException(objects.IOException, "The file '"+full+"' already exists.")
		return runtime.NewErrorRecord(e, "NewItemIOError", runtime.WriteError, objects.String(full))
	}
	return fileError(full, err, "NewItemIOError", runtime.WriteError)
}
