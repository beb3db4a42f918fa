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

// kind is what New-Item makes.
type kind int

const (
	fileKind kind = iota
	directoryKind
	symbolicLink
	hardLink
)

// kindOf reads -ItemType, of which the beginning is enough; none is a file.
func kindOf(text string) (kind, error) {
	folded := strings.ToLower(text)
	for _, k := range [...]struct {
		name string
		kind kind
	}{{"file", fileKind}, {"leaf", fileKind}, {"directory", directoryKind}, {"container", directoryKind},
		{"symboliclink", symbolicLink}, {"junction", symbolicLink}, {"hardlink", hardLink}} {
		if strings.HasPrefix(k.name, folded) {
			return k.kind, nil
		}
	}
	return 0, objects.NewException(objects.PSArgumentException, "The type is not a known type for the file system. Only \"file\",\"directory\" or \"symboliclink\" can be specified.").WithID("Argument")
}

// NewItem makes a file, a directory or a link. Force makes the directories above a
// file, and replaces a file that is there.
func (p Provider) NewItem(rt *runtime.CommandRuntime, at runtime.ItemPath, o runtime.NewItemOptions) error {
	k, err := kindOf(o.Type)
	if err != nil {
		return err
	}
	path := strings.TrimSuffix(at.Path, "/")
	if k == symbolicLink || k == hardLink {
		return p.newLink(rt, at.At(path), k, o)
	}
	action := "Create File"
	if k == directoryKind {
		action = "Create Directory"
	}
	if yes, err := rt.ShouldProcess("Destination: "+path, action); !yes {
		return err
	}
	if k == directoryKind {
		err = makeDirectory(path, o.Force)
	} else {
		err = newFile(rt, path, o)
	}
	if err != nil {
		return err
	}
	return rt.WriteItemAt(at.At(path))
}

// makeDirectory makes a directory and those above it; one that is there is an
// error without force.
func makeDirectory(path string, force bool) error {
	if _, err := os.Stat(path); err == nil && !force {
		e := objects.NewException(objects.IOException, "An item with the specified name "+path+" already exists.")
		return runtime.NewErrorRecord(e, "DirectoryExist", runtime.ResourceExists, objects.String(path))
	}
	err := os.MkdirAll(path, 0o777)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrPermission):
		return runtime.NewErrorRecord(io.Failed(err, path), "CreateDirectoryUnauthorizedAccessError", runtime.PermissionDenied, objects.String(path))
	}
	if info, found := os.Stat(path); found == nil && !info.IsDir() {
		err = fs.ErrExist
	}
	return runtime.NewErrorRecord(io.Failed(err, path), "CreateDirectoryIOError", runtime.WriteError, objects.String(path))
}

func newFile(rt *runtime.CommandRuntime, path string, o runtime.NewItemOptions) error {
	flags := os.O_WRONLY | os.O_CREATE | os.O_EXCL
	if o.Force {
		flags = os.O_WRONLY | os.O_CREATE | os.O_TRUNC
		if err := makeDirectory(filepath.Dir(path), true); err != nil {
			return err
		}
	}
	file, err := os.OpenFile(path, flags, 0o666)
	if err != nil {
		return newItemFailed(path, err)
	}
	if !o.Value.IsNull() {
		var text string
		if text, err = rt.Types().Text(o.Value, " "); err == nil {
			_, err = file.WriteString(text)
		}
	}
	return newItemFailed(path, errors.Join(err, file.Close()))
}

// newItemFailed is the error of a file that could not be made.
func newItemFailed(path string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrPermission):
		return runtime.NewErrorRecord(io.Failed(err, path), "NewItemUnauthorizedAccessError", runtime.PermissionDenied, objects.String(path))
	}
	return runtime.NewErrorRecord(io.Failed(err, path), "NewItemIOError", runtime.WriteError, objects.String(path))
}

// newLink makes a link to the value of New-Item, its target.
func (Provider) newLink(rt *runtime.CommandRuntime, at runtime.ItemPath, k kind, o runtime.NewItemOptions) error {
	target, err := rt.Types().Text(o.Value, " ")
	if err != nil {
		return err
	}
	if target == "" {
		return objects.NewException(objects.PSArgumentException, "Cannot process argument because the value of argument \"content\" is not valid. Change the value of the \"content\" argument and run the operation again.").WithID("Argument")
	}
	target = runtime.Slashed(target)
	action := "Create Symbolic Link"
	if k == hardLink {
		action = "Create Hard Link"
	}
	if yes, err := rt.ShouldProcess("Destination: "+at.Path, action); !yes {
		return err
	}
	full := target
	if k == hardLink || !filepath.IsAbs(target) {
		if full, err = rt.Session().FilePath(target); err != nil {
			return err
		}
	}
	if _, err := os.Stat(full); err != nil && k == hardLink {
		return runtime.PathNotFound(full)
	}
	if _, err := os.Lstat(at.Path); err == nil {
		if !o.Force {
			e := objects.NewException(objects.IOException, "An item with the specified name "+at.Path+" already exists.")
			return runtime.NewErrorRecord(e, "SymLinkExists", runtime.ResourceExists, objects.String(at.Path))
		}
		if err := os.Remove(at.Path); err != nil {
			return newItemFailed(at.Path, err)
		}
	}
	if k == hardLink {
		err = os.Link(full, at.Path)
	} else {
		err = os.Symlink(target, at.Path)
	}
	if err != nil {
		return newItemFailed(at.Path, err)
	}
	return rt.WriteItemAt(at)
}

// RemoveItem deletes a file, a directory with all that it holds, or a link. What
// is hidden or read-only stays without force, and so do the directories above it.
func (p Provider) RemoveItem(rt *runtime.CommandRuntime, at runtime.ItemPath, recurse, force bool) error {
	path := strings.TrimSuffix(at.Path, "/")
	found, err := os.Lstat(path)
	if err != nil {
		return runtime.PathNotFound(at.String())
	}
	if !found.IsDir() {
		if yes, err := rt.ShouldProcess(path, "Remove File"); !yes {
			return err
		}
		return remove(itemOf(path, found), force)
	}
	if yes, err := rt.ShouldProcess(path, "Remove Directory"); !yes {
		return err
	}
	return p.removeDirectory(rt, itemOf(path, found), force)
}

func (p Provider) removeDirectory(rt *runtime.CommandRuntime, dir runtime.Item, force bool) error {
	children, err := p.Children(rt.Session(), dir.Path, runtime.ItemOptions{Force: true})
	if err != nil {
		return err
	}
	left := false
	for _, c := range children {
		if found := info(c).Stat(); found != nil && found.IsDir() {
			err = p.removeDirectory(rt, c, force)
		} else {
			err = remove(c, force)
		}
		if err != nil {
			left = true
			if err := rt.WriteProviderError(err); err != nil {
				return err
			}
		}
	}
	if left {
		e := objects.NewException(objects.IOException, "Directory "+dir.Path+" cannot be removed because it is not empty.")
		return runtime.NewErrorRecord(e, "DirectoryNotEmpty", runtime.WriteError, dir.Value)
	}
	return remove(dir, force)
}

// remove deletes a file, a link or an empty directory.
func remove(item runtime.Item, force bool) error {
	attributes := info(item).Attributes()
	link := attributes&io.ReparseAttribute != 0
	if !force && !link && attributes&(io.HiddenAttribute|io.ReadOnlyAttribute) != 0 {
		e := objects.NewException(objects.IOException, "You do not have sufficient access rights to perform this operation or the item is hidden, system, or read only.")
		return runtime.NewErrorRecord(e, "RemoveFileSystemItemUnAuthorizedAccess", runtime.PermissionDenied, item.Value)
	}
	err := os.Remove(item.Path)
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	id, category := "RemoveFileSystemItemIOError", runtime.WriteError
	if errors.Is(err, fs.ErrPermission) {
		id, category = "RemoveFileSystemItemUnAuthorizedAccess", runtime.PermissionDenied
	}
	cause := io.Failed(err, item.Path)
	e := objects.NewException(objects.IOException, "Cannot remove item "+item.Path+": "+cause.Error()).Because(cause)
	return runtime.NewErrorRecord(e, id, category, item.Value)
}
