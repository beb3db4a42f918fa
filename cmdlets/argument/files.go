package argument

import (
	"errors"
	"io/fs"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/io"
	"github.com/csshell/csshell/runtime"
)

// Files are the files that a path stands for, in full. One without wildcards need
// not be there. The errors are DriveNotFound and that of a path which is no file's.
func Files(rt *runtime.CommandRuntime, path string, literal bool) ([]string, error) {
	found, _, err := rt.Session().Glob(path, runtime.Selection{Literal: literal})
	if err != nil {
		return nil, err
	}
	files := make([]string, len(found))
	for i, p := range found {
		if !p.Provider.Navigation {
			return nil, runtime.NotFileSystem(p)
		}
		files[i] = p.Path
	}
	return files, nil
}

// OpenFailure is the error of a file that cannot be opened, with .NET's message.
func OpenFailure(path string, err error) *runtime.ErrorRecord {
	cause := io.Failed(err, path)
	if errors.Is(err, fs.ErrExist) {
		return runtime.NewErrorRecord(cause, "NoClobber", runtime.ResourceExists, objects.String(path))
	}
	return runtime.NewErrorRecord(cause, "FileOpenFailure", runtime.OpenError, objects.Null)
}
