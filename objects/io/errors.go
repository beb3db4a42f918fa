package io

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/csshell/csshell/objects"
)

// needPath is the error of a path that is empty.
func needPath(path string) error {
	if path == "" {
		return objects.BadArgument("The value cannot be an empty string.", "path")
	}
	return nil
}

// Failed is the exception of .NET for an error of the system with a path.
func Failed(err error, path string) error {
	full, absErr := filepath.Abs(path)
	if absErr != nil {
		full = path
	}
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return notFound(full)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EISDIR):
		return objects.NewException(objects.UnauthorizedAccess, "Access to the path '"+full+"' is denied.")
	case errors.Is(err, fs.ErrExist):
		return objects.NewException(objects.IOException, "The file '"+full+"' already exists.")
	case errors.Is(err, syscall.ENOTEMPTY):
		return objects.NewException(objects.IOException, "Directory not empty : '"+full+"'")
	case errors.Is(err, syscall.ENOSPC):
		return objects.NewException(objects.IOException, "No space left on device : '"+full+"'")
	}
	var cause *fs.PathError
	if errors.As(err, &cause) {
		err = cause.Err
	}
	return objects.NewException(objects.IOException, err.Error()+" : '"+full+"'")
}

// notFound tells a file that is missing from a directory that is.
func notFound(full string) error {
	if _, err := os.Stat(filepath.Dir(full)); err != nil {
		return objects.NewException(objects.DirectoryNotFound, "Could not find a part of the path '"+full+"'.")
	}
	e := objects.NewException(objects.FileNotFoundException, "Could not find file '"+full+"'.")
	e.Fields = map[string]value{"FileName": objects.String(full)}
	return e
}

// noDirectory is the error of a directory that is missing.
func noDirectory(err error, path string) error {
	if errors.Is(err, fs.ErrNotExist) {
		full, _ := filepath.Abs(path)
		return objects.NewException(objects.DirectoryNotFound, "Could not find a part of the path '"+full+"'.")
	}
	return Failed(err, path)
}

// disposed is the error of a closed stream, reader or writer.
func disposed(message string) error {
	return objects.NewException(objects.ObjectDisposedException, message)
}
