package management

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/io"
	"github.com/csshell/csshell/runtime"
)

// isLink reports whether an item is a link.
func isLink(item runtime.Item) bool {
	info, ok := objects.As[*io.Info](item.Value)
	return ok && info.IsLink()
}

// within reports whether a path of files lies below another, or is the same.
func within(path, dir string) bool {
	return strings.HasPrefix(strings.TrimSuffix(path, "/")+"/", strings.TrimSuffix(dir, "/")+"/")
}

// CopyItem copies items.
type CopyItem struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,SupportsShouldProcess"`
	paths
	Destination string                                    `param:"Position=1,ValueFromPipelineByPropertyName"`
	Container   runtime.Optional[runtime.SwitchParameter] `param:""`
	Force       runtime.SwitchParameter                   `param:""`
	filters
	Recurse  runtime.SwitchParameter `param:""`
	PassThru runtime.SwitchParameter `param:""`
	credential
	FromSession objects.Value `param:"Dynamic" type:"System.Management.Automation.Runspaces.PSSession" validate:"NotNullOrEmpty"`
	ToSession   objects.Value `param:"Dynamic" type:"System.Management.Automation.Runspaces.PSSession" validate:"NotNullOrEmpty"`
}

// ProcessRecord copies each item; a container with what it holds with -Recurse.
func (c *CopyItem) ProcessRecord(rt *runtime.CommandRuntime) error {
	if !c.FromSession.IsNull() || !c.ToSession.IsNull() {
		e := objects.NewException(objects.PSNotSupportedException, "Items cannot be copied between sessions: all sessions of this shell see the same files.")
		return runtime.NewErrorRecord(e, "NotSupported", runtime.NotImplemented, objects.Null)
	}
	o := runtime.TransferOptions{Recurse: bool(c.Recurse), Force: bool(c.Force), Container: !c.Container.Bound || bool(c.Container.Value)}
	return c.transfer(rt, transfer{&c.paths, c.Destination, c.Force, c.PassThru, o}, func(from runtime.ItemPath, to string, o runtime.TransferOptions) error {
		copier, ok := from.Provider.Provider.(runtime.ItemCopier)
		if !ok {
			return runtime.NotSupported()
		}
		return copier.CopyItem(rt, from.Path, to, o)
	})
}

// transfer is what Copy-Item and Move-Item are asked for.
type transfer struct {
	paths       *paths
	destination string
	force       runtime.SwitchParameter
	passThru    runtime.SwitchParameter
	options     runtime.TransferOptions
}

// transfer copies or moves each item.
func (f *filters) transfer(rt *runtime.CommandRuntime, t transfer, do func(from runtime.ItemPath, to string, o runtime.TransferOptions) error) error {
	sel, err := f.selection(t.force)
	if err != nil {
		return err
	}
	if t.destination == "" {
		t.destination = "."
	}
	return eachItem(rt, t.paths.Path, t.paths.LiteralPath, sel, func(p runtime.ItemPath) error {
		to, err := rt.Session().ParsePath(t.destination)
		if err != nil {
			return err
		}
		if to.Provider != p.Provider {
			return otherProvider()
		}
		o := t.options
		if t.passThru {
			o.Done = func(path string) error { return rt.WriteItemAt(to.At(path)) }
		}
		return do(p, to.Path, o)
	})
}

// otherProvider is the error of a source and a destination that have nothing in
// common.
func otherProvider() error {
	e := objects.NewException(objects.PSArgumentException, "Source and destination path did not resolve to the same provider.")
	return runtime.NewErrorRecord(e, "Argument", runtime.InvalidArgument, objects.Null)
}

// MoveItem moves items.
type MoveItem struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,SupportsShouldProcess"`
	paths
	Destination string                  `param:"Position=1,ValueFromPipelineByPropertyName"`
	Force       runtime.SwitchParameter `param:""`
	filters
	PassThru runtime.SwitchParameter `param:""`
	credential
}

// ProcessRecord moves each item. What is in the way is an error without -Force.
func (c *MoveItem) ProcessRecord(rt *runtime.CommandRuntime) error {
	o := runtime.TransferOptions{Force: bool(c.Force)}
	return c.transfer(rt, transfer{&c.paths, c.Destination, c.Force, c.PassThru, o}, func(from runtime.ItemPath, to string, o runtime.TransferOptions) error {
		mover, ok := from.Provider.Provider.(runtime.ItemMover)
		if !ok {
			return runtime.NotSupported()
		}
		return mover.MoveItem(rt, from.Path, to, o)
	})
}

// RenameItem gives an item another name.
type RenameItem struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ByPath,SupportsShouldProcess"`

	Path        string                  `param:"ParameterSetName=ByPath,Mandatory,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName"`
	LiteralPath string                  `param:"ParameterSetName=ByLiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
	NewName     string                  `param:"Mandatory,Position=1,ValueFromPipelineByPropertyName"`
	Force       runtime.SwitchParameter `param:""`
	PassThru    runtime.SwitchParameter `param:""`
	credential
}

// ProcessRecord renames the item that the path leads to.
func (c *RenameItem) ProcessRecord(rt *runtime.CommandRuntime) error {
	path, literal := single(c.Path), single(c.LiteralPath)
	sel := runtime.Selection{ItemOptions: runtime.ItemOptions{Force: true}}
	return eachItem(rt, path, literal, sel, func(p runtime.ItemPath) error {
		renamer, ok := p.Provider.Provider.(runtime.ItemRenamer)
		if !ok {
			return runtime.NotSupported()
		}
		o := runtime.TransferOptions{Force: bool(c.Force)}
		if c.PassThru {
			o.Done = func(path string) error { return rt.WriteItemAt(p.At(path)) }
		}
		return renamer.RenameItem(rt, p.Path, c.NewName, o)
	})
}

// single is a list of one path; none of an empty one.
func single(path string) []string {
	if path == "" {
		return nil
	}
	return []string{path}
}
