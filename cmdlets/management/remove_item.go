package management

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// RemoveItem deletes files and folders.
type RemoveItem struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,SupportsShouldProcess"`

	Path        []string                `param:"ParameterSetName=Path,Mandatory,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName"`
	LiteralPath []string                `param:"ParameterSetName=LiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
	Filter      string                  `param:""`
	Include     []string                `param:""`
	Exclude     []string                `param:""`
	Recurse     runtime.SwitchParameter `param:""`
	Force       runtime.SwitchParameter `param:""`
}

// ProcessRecord deletes what each path leads to. A folder that is not empty is
// asked for without -Recurse.
func (c *RemoveItem) ProcessRecord(rt *runtime.CommandRuntime) error {
	exclude, err := patterns(c.Exclude)
	if err != nil {
		return err
	}
	include, err := patterns(c.Include)
	if err != nil {
		return err
	}
	return places{c.Path, c.LiteralPath}.each(rt, func(full string) error {
		name := filepath.Base(full)
		if matchesAny(exclude, name) || len(include) > 0 && !matchesAny(include, name) {
			return nil
		}
		return c.remove(rt, full)
	})
}

func (c *RemoveItem) remove(rt *runtime.CommandRuntime, full string) error {
	info, err := os.Lstat(full)
	if err != nil {
		return rt.WriteError(pathNotFound(full))
	}
	action := "Remove File"
	if info.IsDir() {
		action = "Remove Directory"
		if yes, err := c.mayEmpty(rt, full); !yes {
			return err
		}
	}
	if yes, err := rt.ShouldProcess(full, action); !yes {
		return err
	}
	if err := os.RemoveAll(full); err != nil {
		return rt.WriteError(fileError(full, err, "RemoveItemUnauthorizedAccessError", runtime.PermissionDenied))
	}
	return nil
}

// mayEmpty asks before a folder with content goes.
func (c *RemoveItem) mayEmpty(rt *runtime.CommandRuntime, full string) (bool, error) {
	if c.Recurse {
		return true, nil
	}
	if entries, err := os.ReadDir(full); err != nil || len(entries) == 0 {
		return true, nil
	}
	return rt.ShouldContinue("The item at "+full+" has children and the Recurse parameter was not specified. If you continue, all children will be removed with the item. Are you sure you want to continue?", "Confirm")
}

// transfer are the parameters of Copy-Item and Move-Item.
type transfer struct {
	Path        []string                `param:"ParameterSetName=Path,Mandatory,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName"`
	LiteralPath []string                `param:"ParameterSetName=LiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
	Destination string                  `param:"Position=1,ValueFromPipelineByPropertyName"`
	Filter      string                  `param:""`
	Include     []string                `param:""`
	Exclude     []string                `param:""`
	Force       runtime.SwitchParameter `param:""`
	PassThru    runtime.SwitchParameter `param:""`
}

// target is where an item goes: into the destination, where that is a folder.
func (t *transfer) target(rt *runtime.CommandRuntime, full string) string {
	to := rt.Session().FullPath(slashed(t.Destination))
	if info, err := os.Stat(to); err == nil && info.IsDir() {
		return filepath.Join(to, filepath.Base(full))
	}
	return to
}

// each moves or copies every item.
func (t *transfer) each(rt *runtime.CommandRuntime, what string, do func(from, to string) error) error {
	return places{t.Path, t.LiteralPath}.each(rt, func(full string) error {
		to := t.target(rt, full)
		kind := "File"
		if info, err := os.Stat(full); err == nil && info.IsDir() {
			kind = "Directory"
		}
		if yes, err := rt.ShouldProcess("Item: "+full+" Destination: "+to, what+" "+kind); !yes {
			return err
		}
		if err := do(full, to); err != nil {
			return rt.WriteError(fileError(full, err, what+kind+"InfoItemIOError", runtime.WriteError))
		}
		if t.PassThru {
			return writeItem(rt, to)
		}
		return nil
	})
}

// CopyItem copies files and folders.
type CopyItem struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,SupportsShouldProcess"`
	transfer
	Container runtime.SwitchParameter `param:""`
	Recurse   runtime.SwitchParameter `param:""`
}

// ProcessRecord copies each item; a folder with what it holds with -Recurse.
func (c *CopyItem) ProcessRecord(rt *runtime.CommandRuntime) error {
	return c.each(rt, "Copy", func(from, to string) error {
		info, err := os.Stat(from)
		if err != nil {
			return err
		}
		if info.IsDir() {
			return c.folder(from, to)
		}
		return copyFile(from, to, info.Mode())
	})
}

func (c *CopyItem) folder(from, to string) error {
	if !c.Recurse {
		return os.MkdirAll(to, 0o755)
	}
	return filepath.WalkDir(from, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := to + strings.TrimPrefix(path, from)
		if d.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		return copyFile(path, target, info.Mode())
	})
}

func copyFile(from, to string, mode os.FileMode) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode.Perm())
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// MoveItem moves files and folders.
type MoveItem struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,SupportsShouldProcess"`
	transfer
}

// ProcessRecord moves each item. What is in the way is an error without -Force.
func (c *MoveItem) ProcessRecord(rt *runtime.CommandRuntime) error {
	return c.each(rt, "Move", func(from, to string) error {
		if _, err := os.Lstat(to); err == nil && !bool(c.Force) {
			return objects.NewException(objects.IOException, "Cannot create a file when that file already exists.")
		}
		return os.Rename(from, to)
	})
}

// RenameItem gives a file another name.
type RenameItem struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ByPath,SupportsShouldProcess"`

	Path        string                  `param:"ParameterSetName=ByPath,Mandatory,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName"`
	LiteralPath string                  `param:"ParameterSetName=ByLiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
	NewName     string                  `param:"Mandatory,Position=1,ValueFromPipelineByPropertyName"`
	Force       runtime.SwitchParameter `param:""`
	PassThru    runtime.SwitchParameter `param:""`
}

// ProcessRecord renames the item within its folder.
func (c *RenameItem) ProcessRecord(rt *runtime.CommandRuntime) error {
	from := rt.Session().FullPath(slashed(c.Path + c.LiteralPath))
	to := filepath.Join(filepath.Dir(from), c.NewName)
	if _, err := os.Lstat(from); err != nil {
		e := objects.NewException(objects.PSInvalidOperationException, "Cannot rename because item at '"+c.Path+c.LiteralPath+"' does not exist.")
		return rt.WriteError(runtime.NewErrorRecord(e, "InvalidOperation", runtime.InvalidOperation, objects.String(c.Path+c.LiteralPath)))
	}
	if yes, err := rt.ShouldProcess("Item: "+from+" Destination: "+to, "Rename File"); !yes {
		return err
	}
	if _, err := os.Lstat(to); err == nil {
		e := objects.NewException(objects.IOException, "Cannot create a file when that file already exists.")
		return rt.WriteError(runtime.NewErrorRecord(e, "RenameItemIOError", runtime.WriteError, objects.String(from)))
	}
	if err := os.Rename(from, to); err != nil {
		return rt.WriteError(fileError(from, err, "RenameItemIOError", runtime.WriteError))
	}
	if c.PassThru {
		return writeItem(rt, to)
	}
	return nil
}
