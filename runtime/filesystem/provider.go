// Package filesystem is the FileSystem provider: files and directories as items
// ("about_FileSystem_Provider").
package filesystem

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"syscall"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/io"
	"github.com/csshell/csshell/runtime"
)

// Provider is the FileSystem provider.
type Provider struct{}

// Describe tells the provider's name and the drives it begins with: the root, and
// Temp for temporary files.
func (Provider) Describe() runtime.ProviderDescription {
	return runtime.ProviderDescription{
		Name: "FileSystem", Class: "FileSystemProvider", Navigation: true,
		Capabilities: runtime.FilterCapability | runtime.ShouldProcessCapability | runtime.CredentialsCapability,
		Drives: []runtime.DriveInfo{
			{Name: "/", Root: "/"},
			{Name: "Temp", Root: strings.TrimSuffix(os.TempDir(), "/") + "/", Description: "Drive that maps to the temporary directory path for the current user"},
		},
	}
}

// Exists reports whether there is a file, a directory or a link.
func (Provider) Exists(_ *runtime.Session, path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// Item is a file or directory; a hidden one is found with Force alone.
func (Provider) Item(_ *runtime.Session, path string, o runtime.ItemOptions) (runtime.Item, error) {
	found, err := os.Lstat(path)
	if err != nil {
		return runtime.Item{}, runtime.PathNotFound(path)
	}
	item := itemOf(path, found)
	if !o.Force && !item.Container && hidden(item.Name) {
		e := objects.NewException(objects.IOException, "Could not find item "+path+".")
		return item, runtime.NewErrorRecord(e, "ItemNotFound", runtime.ObjectNotFound, objects.String(path))
	}
	return item, nil
}

// itemOf is the item of a path that was looked up.
func itemOf(path string, found fs.FileInfo) runtime.Item {
	directory := found.IsDir()
	if found.Mode()&fs.ModeSymlink != 0 {
		to, err := os.Stat(path)
		directory = err == nil && to.IsDir()
	}
	return runtime.Item{Name: filepath.Base(path), Path: path, Container: directory, Value: objects.Of(io.InfoFound(path, found, directory))}
}

// hidden reports whether a file of the name is not shown without Force.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") && name != "." && name != ".."
}

// Children are the directories of a directory, then its files, each by name as
// the current culture orders them.
func (Provider) Children(_ *runtime.Session, path string, o runtime.ItemOptions) ([]runtime.Item, error) {
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, listingFailed(path, err)
	}
	filter := newFilter(o.Filter)
	list := make([]runtime.Item, 0, len(entries))
	for _, e := range entries {
		name := e.Name()
		if !o.Force && hidden(name) || !filter.match(name) {
			continue
		}
		item := child(path, e)
		if o.Accept == nil || o.Accept(item) {
			list = append(list, item)
		}
	}
	sort.SliceStable(list, func(i, j int) bool {
		if list[i].Container != list[j].Container {
			return list[i].Container
		}
		return culture.Compare(list[i].Name, list[j].Name, true) < 0
	})
	return list, nil
}

// child is the item of an entry of a directory; only a link needs a look at what
// it leads to.
func child(dir string, e fs.DirEntry) runtime.Item {
	path := filepath.Join(dir, e.Name())
	directory := e.IsDir()
	if e.Type()&fs.ModeSymlink != 0 {
		to, err := os.Stat(path)
		directory = err == nil && to.IsDir()
	}
	return runtime.Item{Name: e.Name(), Path: path, Container: directory, Value: objects.Of(io.NewInfo(path, directory))}
}

// listingFailed is the error of a directory that cannot be read.
func listingFailed(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return runtime.NewErrorRecord(io.Failed(err, path), "DirUnauthorizedAccessError", runtime.PermissionDenied, objects.String(path))
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return runtime.PathNotFound(path)
	}
	return runtime.NewErrorRecord(io.Failed(err, path), "DirIOError", runtime.ReadError, objects.String(path))
}

// NewDrive checks that the root of a new drive is a directory.
func (Provider) NewDrive(s *runtime.Session, d *runtime.DriveInfo) error {
	root, err := s.FilePath(d.Root)
	if err != nil {
		return err
	}
	if info, err := os.Stat(root); err != nil || !info.IsDir() {
		e := objects.NewException(objects.IOException, "The specified drive root \""+d.Root+"\" either does not exist, or it is not a folder.")
		return runtime.NewErrorRecord(e, "DriveRootError", runtime.ReadError, objects.Of(d))
	}
	d.Root = root
	return nil
}

// Space is the size of the file system that a directory lies on.
func (Provider) Space(root string) (total, free int64, err error) {
	var stat syscall.Statfs_t
	if err := syscall.Statfs(root, &stat); err != nil {
		return 0, 0, err
	}
	return int64(stat.Blocks) * stat.Bsize, int64(stat.Bavail) * stat.Bsize, nil
}

// info is the object of an item.
func info(item runtime.Item) *io.Info {
	i, _ := objects.As[*io.Info](item.Value)
	return i
}
