package filesystem

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/io"
	"github.com/csshell/csshell/runtime"
)

// failure is the error of a copy or a move: what begins its id ("CopyFileInfoItem"),
// and the item at fault.
func failure(action string, err error, item runtime.Item) error {
	if err == nil {
		return nil
	}
	if record, ok := errors.AsType[*runtime.ErrorRecord](err); ok {
		return record
	}
	if e, ok := errors.AsType[*objects.Exception](err); ok && e.Type() == objects.UnauthorizedAccess {
		return runtime.NewErrorRecord(err, action+"UnauthorizedAccessError", runtime.PermissionDenied, item.Value)
	}
	return runtime.NewErrorRecord(err, action+"IOError", runtime.WriteError, item.Value)
}

func ioError(message string) error { return objects.NewException(objects.IOException, message) }

// noPart is the error of a file whose directory is missing.
func noPart(path string) error {
	return objects.NewException(objects.DirectoryNotFound, "Could not find a part of the path '"+path+"'.")
}

// into is where an item of that name goes: below the destination, where that is a
// directory.
func into(to, name string) string {
	if info, err := os.Stat(to); err == nil && info.IsDir() {
		return filepath.Join(to, name)
	}
	return to
}

func ask(rt *runtime.CommandRuntime, action, from, to string) (bool, error) {
	return rt.ShouldProcess("Item: "+from+" Destination: "+to, action)
}

// CopyItem copies a file, or a directory, with what it holds where that is asked
// for.
func (p Provider) CopyItem(rt *runtime.CommandRuntime, from, to string, o runtime.TransferOptions) error {
	from = strings.TrimSuffix(from, "/")
	found, err := os.Lstat(from)
	if err != nil {
		return runtime.PathNotFound(from)
	}
	item := itemOf(from, found)
	if !item.Container {
		return copyOne(rt, item, into(to, item.Name), o)
	}
	target := strings.TrimSuffix(into(to, item.Name), "/")
	if !o.Container {
		target = to
	}
	if yes, err := ask(rt, "Copy Directory", from, target); !yes {
		return err
	}
	return p.copyDirectory(rt, item, target, o)
}

func copyOne(rt *runtime.CommandRuntime, item runtime.Item, to string, o runtime.TransferOptions) error {
	if yes, err := ask(rt, "Copy File", item.Path, to); !yes {
		return err
	}
	if same(item.Path, to) {
		return runtime.NewErrorRecord(ioError("Cannot overwrite the item "+item.Path+" with itself."), "CopyError", runtime.WriteError, objects.String(item.Path))
	}
	if err := copyOver(item.Path, to, o.Force); err != nil {
		return failure("CopyFileInfoItem", err, item)
	}
	if o.Done != nil {
		return o.Done(to)
	}
	return nil
}

// copyOver copies a file over another; force overwrites a read-only one.
func copyOver(from, to string, force bool) error {
	if strings.HasSuffix(to, "/") {
		return objects.NewException(objects.UnauthorizedAccess, "Access to the path '"+to+"' is denied.")
	}
	if _, err := os.Stat(filepath.Dir(to)); err != nil {
		return noPart(to)
	}
	if old, err := os.Stat(to); err == nil && old.Mode().Perm()&0o222 == 0 {
		if !force {
			return objects.NewException(objects.UnauthorizedAccess, "Access to the path '"+to+"' is denied.")
		}
		if err := os.Chmod(to, old.Mode().Perm()|0o200); err != nil {
			return io.Failed(err, to)
		}
	}
	return io.CopyFile(from, to, true)
}

// same reports whether two paths are one file.
func same(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	two, err := os.Stat(b)
	return err == nil && os.SameFile(one, two)
}

// copyDirectory makes a directory and copies into it; a directory that is there
// already is an error without force, yet its files are copied.
func (p Provider) copyDirectory(rt *runtime.CommandRuntime, dir runtime.Item, to string, o runtime.TransferOptions) error {
	children, err := p.Children(rt.Session(), dir.Path, runtime.ItemOptions{Force: true})
	if err != nil {
		return err
	}
	if o.Container {
		if err := makeDirectory(to, o.Force); err != nil {
			if err := rt.WriteProviderError(err); err != nil {
				return err
			}
		} else if o.Done != nil {
			if err := o.Done(to); err != nil {
				return err
			}
		}
	}
	if !o.Recurse {
		return nil
	}
	for _, c := range children {
		target := filepath.Join(to, c.Name)
		switch {
		case same(c.Path, to): // a directory that is copied into itself
			continue
		case !c.Container:
			err = copyOne(rt, c, target, o)
		case o.Container:
			err = p.copyDirectory(rt, c, target, o)
		default:
			err = p.copyDirectory(rt, c, to, o)
		}
		if err := rt.WriteProviderError(err); err != nil {
			return err
		}
	}
	return nil
}

// MoveItem moves a file or directory; force replaces a file that is in the way.
func (p Provider) MoveItem(rt *runtime.CommandRuntime, from, to string, o runtime.TransferOptions) error {
	from = strings.TrimSuffix(from, "/")
	found, err := os.Lstat(from)
	if err != nil {
		return runtime.PathNotFound(from)
	}
	item := itemOf(from, found)
	action, id := "Move File", "MoveFileInfoItem"
	if found.IsDir() {
		action, id = "Move Directory", "MoveDirectoryItem"
	}
	to = into(to, item.Name)
	if yes, err := ask(rt, action, from, to); !yes {
		return err
	}
	if found.IsDir() {
		err = p.moveDirectory(rt, item, strings.TrimSuffix(to, "/"), o)
	} else {
		err = move(from, to, o.Force)
	}
	if err != nil {
		return failure(id, err, item)
	}
	if o.Done != nil {
		return o.Done(to)
	}
	return nil
}

func move(from, to string, force bool) error {
	if same(from, to) && from == to {
		return nil
	}
	if _, err := os.Stat(filepath.Dir(to)); err != nil || strings.HasSuffix(to, "/") {
		return noPart(to)
	}
	return io.MoveFile(from, to, force)
}

func (p Provider) moveDirectory(rt *runtime.CommandRuntime, dir runtime.Item, to string, o runtime.TransferOptions) error {
	if strings.HasPrefix(to+"/", dir.Path+"/") {
		return ioError("The process cannot access the file '" + to + "' because it is being used by another process.")
	}
	if _, err := os.Lstat(to); err == nil {
		return ioError("Cannot create '" + to + "' because a file or directory with the same name already exists.")
	}
	err := os.Rename(dir.Path, to)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return noPart(to)
	}
	if errors.Is(err, fs.ErrPermission) {
		return io.Failed(err, dir.Path)
	}
	// Another file system: copy, then delete.
	o.Done, o.Recurse, o.Container = nil, true, true
	if err := p.copyDirectory(rt, dir, to, o); err != nil {
		return err
	}
	return p.removeDirectory(rt, dir, true)
}

// RenameItem gives a file or directory another name within its directory.
func (p Provider) RenameItem(rt *runtime.CommandRuntime, path, name string, o runtime.TransferOptions) error {
	path = strings.TrimSuffix(path, "/")
	dir := filepath.Dir(path)
	name = runtime.Slashed(name)
	name = strings.TrimPrefix(strings.TrimPrefix(name, "./"), strings.TrimSuffix(dir, "/")+"/")
	if name == "" || strings.Contains(name, "/") {
		return objects.NewException(objects.PSArgumentException, "Cannot rename the specified target, because it represents a path or device name.").WithID("Argument")
	}
	found, err := os.Lstat(path)
	if err != nil {
		return runtime.PathNotFound(path)
	}
	to := filepath.Join(dir, name)
	action := "Rename File"
	if found.IsDir() {
		action = "Rename Directory"
	}
	if yes, err := ask(rt, action, path, to); !yes {
		return err
	}
	if path == to {
		err = ioError("Source and destination path must be different.")
	} else if found.IsDir() {
		err = p.moveDirectory(rt, itemOf(path, found), to, o)
	} else {
		err = io.MoveFile(path, to, false)
	}
	if err != nil {
		return runtime.NewErrorRecord(err, "RenameItemIOError", runtime.WriteError, objects.String(path))
	}
	if o.Done != nil {
		return o.Done(to)
	}
	return nil
}
