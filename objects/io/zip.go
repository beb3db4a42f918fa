package io

import (
	"archive/zip"
	"errors"
	stdio "io"
	"io/fs"
	"os"
	"path/filepath"
	stdstrings "strings"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
)

// ZipEntry is a file or folder in an archive, not written yet.
type ZipEntry struct {
	Name   string // with slashes; a folder's ends with one
	Source string // the file that it is read from; "" for a folder
}

// ZipEntries are the entries for a file or folder and all below it, named from root
// on.
func ZipEntries(root, path string) ([]ZipEntry, error) {
	var entries []ZipEntry
	err := filepath.WalkDir(path, func(full string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, full)
		if err != nil || name == "." {
			return err
		}
		name = filepath.ToSlash(name)
		if !isDirectory(d, full) {
			entries = append(entries, ZipEntry{name, full})
			return nil
		}
		inside, err := os.ReadDir(full)
		if err == nil && len(inside) == 0 {
			entries = append(entries, ZipEntry{Name: name + "/"})
		}
		return err
	})
	return entries, err
}

// WriteZip writes an archive to a new file; level is .NET's CompressionLevel, 2 for
// none. A file that there is already is an error, and one that fails leaves nothing.
func WriteZip(path string, entries []ZipEntry, level int) (err error) {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return Failed(err, path)
	}
	defer func() {
		if closing := file.Close(); err == nil {
			err = closing
		}
		if err != nil {
			_ = os.Remove(path)
		}
	}()
	w := zip.NewWriter(file)
	for _, e := range entries {
		if err := e.write(w, level); err != nil {
			return err
		}
	}
	return w.Close()
}

// noCompression is CompressionLevel.NoCompression.
const noCompression = 2

func zipMethod(level int) uint16 {
	if level == noCompression {
		return zip.Store
	}
	return zip.Deflate
}

func (e ZipEntry) write(w *zip.Writer, level int) error {
	header := &zip.FileHeader{Name: e.Name, Method: zipMethod(level), Modified: time.Now()}
	if e.Source == "" {
		header.Method = zip.Store
		_, err := w.CreateHeader(header)
		return err
	}
	in, err := os.Open(e.Source)
	if err != nil {
		return Failed(err, e.Source)
	}
	defer in.Close()
	if info, err := in.Stat(); err == nil {
		header.Modified = info.ModTime()
		header.SetMode(info.Mode())
	}
	out, err := w.CreateHeader(header)
	if err != nil {
		return err
	}
	_, err = stdio.Copy(out, in)
	return err
}

// ExtractZip unpacks an archive to a folder and gives the files it has written. A file
// that is there already is an error, unless overwrite is set.
func ExtractZip(r *zip.Reader, folder string, overwrite bool) (written []string, err error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, Failed(err, folder)
	}
	for _, f := range r.File {
		name := stdstrings.ReplaceAll(f.Name, "\\", "/")
		to := filepath.Join(folder, filepath.FromSlash(name))
		if to != filepath.Clean(folder) && !stdstrings.HasPrefix(to, filepath.Clean(folder)+string(filepath.Separator)) {
			return written, objects.NewException(objects.IOException, "Extracting Zip entry would have resulted in a file outside the specified destination directory.")
		}
		if stdstrings.HasSuffix(name, "/") {
			if err := os.MkdirAll(to, 0o755); err != nil {
				return written, Failed(err, to)
			}
			continue
		}
		if err := extract(f, to, overwrite); err != nil {
			return written, err
		}
		written = append(written, to)
	}
	return written, nil
}

// extract writes one entry to a file.
func extract(f *zip.File, to string, overwrite bool) (err error) {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return Failed(err, to)
	}
	flags := os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	if !overwrite {
		flags |= os.O_EXCL
	}
	mode := f.Mode().Perm()
	if mode == 0 {
		mode = 0o644
	}
	in, err := f.Open()
	if err != nil {
		return badZip(err)
	}
	defer in.Close()
	out, err := os.OpenFile(to, flags, mode)
	if err != nil {
		return Failed(err, to)
	}
	defer func() {
		if closing := out.Close(); err == nil {
			err = closing
		}
		if err == nil {
			err = os.Chtimes(to, f.Modified, f.Modified)
		}
	}()
	if _, err = stdio.Copy(out, in); err != nil {
		return badZip(err)
	}
	return nil
}

// badZip is the error of a file that is no archive, or a broken one.
func badZip(err error) error {
	if errors.Is(err, zip.ErrFormat) {
		return objects.NewException(system.InvalidDataException, "End of Central Directory record could not be found.")
	}
	return objects.NewException(system.InvalidDataException, err.Error())
}

// OpenZip opens an archive to read; the caller closes it.
func OpenZip(path string) (*zip.ReadCloser, error) {
	r, err := zip.OpenReader(path)
	var cause *fs.PathError
	switch {
	case errors.As(err, &cause):
		return nil, Failed(err, path)
	case err != nil:
		return nil, badZip(err)
	}
	return r, nil
}
