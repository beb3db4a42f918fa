package io

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	stdstrings "strings"

	"github.com/csshell/csshell/objects"
)

// DirectoryType is System.IO.Directory.
var DirectoryType = staticClass("System.IO.Directory")

// entries says which entries of a directory are wanted.
type entries uint8

const (
	files entries = 1 << iota
	directories
	all = files | directories
)

// list is the paths of a directory's entries whose names fit the pattern, in
// the order of the names. Deep goes down into directories that are no links.
func list(path, pattern string, which entries, deep bool) ([]string, error) {
	if err := needPath(path); err != nil {
		return nil, err
	}
	found, err := os.ReadDir(path)
	if err != nil {
		return nil, noDirectory(err, path)
	}
	var paths, below []string
	for _, e := range found {
		full := combined([]string{path, e.Name()})
		is := files
		if isDirectory(e, full) {
			is = directories
			if deep && e.Type()&fs.ModeSymlink == 0 {
				below = append(below, full)
			}
		}
		if which&is != 0 && fits(pattern, e.Name()) {
			paths = append(paths, full)
		}
	}
	for _, dir := range below {
		more, err := list(dir, pattern, which, true)
		if err != nil {
			return nil, err
		}
		paths = append(paths, more...)
	}
	return paths, nil
}

func isDirectory(e fs.DirEntry, full string) bool {
	if e.Type()&fs.ModeSymlink == 0 {
		return e.IsDir()
	}
	info, err := os.Stat(full)
	return err == nil && info.IsDir()
}

// fits matches a search pattern: * and ? only, "*.*" means all.
func fits(pattern, name string) bool {
	if pattern == "*" || pattern == "*.*" {
		return true
	}
	pattern = stdstrings.NewReplacer("[", `\[`, "]", `\]`, `\`, `\\`).Replace(pattern)
	ok, err := filepath.Match(pattern, name)
	return ok && err == nil
}

const allDirectories = 1 // SearchOption

// searched reads the pattern and option of a call whose path is before them.
func searched(c *call, at int) (pattern string, deep bool) {
	pattern = "*"
	if len(c.Args) > at {
		pattern = c.Str(at)
	}
	return pattern, len(c.Args) > at+1 && c.Int(at+1) == allDirectories
}

// searches are the overloads of one search: without a pattern, with one, and
// with a search option.
func searches(head, first string, f func(c *call) (value, error)) []objects.Method {
	var methods []objects.Method
	for _, params := range [...]string{"", "string searchPattern", "string searchPattern, System.IO.SearchOption searchOption"} {
		all := stdstrings.Trim(first+", "+params, ", ")
		methods = append(methods, partial(head+"("+all+")", f))
	}
	return methods
}

func directoryDeclaration() *objects.Declaration {
	d := &objects.Declaration{Type: DirectoryType}
	for _, k := range [...]struct {
		name  string
		which entries
	}{{"Files", files}, {"Directories", directories}, {"FileSystemEntries", all}} {
		find := func(c *call) (value, error) {
			pattern, deep := searched(c, 1)
			paths, err := list(c.Str(0), pattern, k.which, deep)
			return strings(paths), err
		}
		d.Methods = append(d.Methods, searches("static string[] Get"+k.name, "string path", find)...)
		d.Methods = append(d.Methods, searches("static System.Collections.Generic.IEnumerable[string] Enumerate"+k.name, "string path", find)...)
	}
	d.Methods = append(d.Methods, directoryChanges()...)
	d.Methods = append(d.Methods, fileFacts("path", "Directory")...)
	return d
}

func deleteDirectory(path string, recursive bool) error {
	if err := needPath(path); err != nil {
		return err
	}
	info, err := os.Lstat(path)
	if err != nil {
		return noDirectory(err, path)
	}
	if !info.IsDir() && info.Mode()&fs.ModeSymlink == 0 {
		return objects.NewException(objects.IOException, "The directory name is invalid. : '"+fullPath(path)+"'")
	}
	if recursive && info.IsDir() {
		return Failed(os.RemoveAll(path), path)
	}
	return Failed(os.Remove(path), path)
}

func makeDirectory(path string) (value, error) {
	if err := needPath(path); err != nil {
		return objects.Null, err
	}
	if err := os.MkdirAll(path, 0o755); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return objects.Null, objects.NewException(objects.IOException, "The file '"+fullPath(path)+"' already exists.")
		}
		return objects.Null, Failed(err, path)
	}
	return objects.Of(NewInfo(path, true)), nil
}

func directoryChanges() []objects.Method {
	return []objects.Method{
		partial("static System.IO.DirectoryInfo CreateDirectory(string path)", func(c *call) (value, error) { return makeDirectory(c.Str(0)) }),
		does("static void Delete(string path)", func(c *call) error { return deleteDirectory(c.Str(0), false) }),
		does("static void Delete(string path, bool recursive)", func(c *call) error { return deleteDirectory(c.Str(0), c.Bool(1)) }),
		total("static bool Exists(string path)", func(c *call) value {
			info, err := os.Stat(c.Str(0))
			return objects.Bool(err == nil && info.IsDir())
		}),
		does("static void Move(string sourceDirName, string destDirName)", func(c *call) error {
			if _, err := os.Lstat(c.Str(0)); err != nil {
				return noDirectory(err, c.Str(0))
			}
			if _, err := os.Lstat(c.Str(1)); err == nil {
				return objects.NewException(objects.IOException, "Cannot create '"+fullPath(c.Str(1))+"' because a file or directory with the same name already exists.")
			}
			return Failed(os.Rename(c.Str(0), c.Str(1)), c.Str(1))
		}),
		partial("static string GetCurrentDirectory()", func(*call) (value, error) {
			dir, err := os.Getwd()
			return objects.String(dir), err
		}),
		does("static void SetCurrentDirectory(string path)", func(c *call) error { return noDirectory(os.Chdir(c.Str(0)), c.Str(0)) }),
		partial("static System.IO.DirectoryInfo GetParent(string path)", func(c *call) (value, error) {
			if err := needPath(c.Str(0)); err != nil {
				return objects.Null, err
			}
			dir, ok := directoryName(fullPath(c.Str(0)))
			if !ok {
				return objects.Null, nil
			}
			return objects.Of(NewInfo(dir, true)), nil
		}),
		gives("static string GetDirectoryRoot(string path)", func(*call) string { return "/" }),
		total("static string[] GetLogicalDrives()", func(*call) value { return strings([]string{"/"}) }),
		partial("static System.IO.DirectoryInfo CreateTempSubdirectory(string prefix = null)", func(c *call) (value, error) {
			dir, err := os.MkdirTemp("", c.Str(0)+"*")
			return objects.Of(NewInfo(dir, true)), Failed(err, os.TempDir())
		}),
	}
}

func directoryInfoDeclaration() *objects.Declaration {
	d := &objects.Declaration{
		Type: DirectoryInfoType,
		Constructors: []objects.Method{
			partial("new(string path)", func(c *call) (value, error) {
				if err := needPath(c.Str(0)); err != nil {
					return objects.Null, err
				}
				return objects.Of(NewInfo(c.Str(0), true)), nil
			}),
		},
		Properties: []objects.Property{
			reads("System.IO.DirectoryInfo Parent {get;}", func(this value) value {
				dir, ok := directoryName(infoOf(this).FullName())
				if !ok {
					return objects.Null
				}
				return objects.Of(NewInfo(dir, true))
			}),
			reads("System.IO.DirectoryInfo Root {get;}", func(value) value { return objects.Of(NewInfo("/", true)) }),
		},
		Methods: []objects.Method{
			does("void Create()", func(c *call) error {
				i := infoOf(c.This)
				i.Refresh()
				_, err := makeDirectory(i.FullName())
				return err
			}),
			partial("System.IO.DirectoryInfo CreateSubdirectory(string path)", func(c *call) (value, error) {
				return makeDirectory(combined([]string{infoOf(c.This).FullName(), c.Str(0)}))
			}),
			does("void Delete(bool recursive)", func(c *call) error { return deleteInfo(infoOf(c.This), c.Bool(0)) }),
			does("void MoveTo(string destDirName)", func(c *call) error {
				i := infoOf(c.This)
				err := os.Rename(i.FullName(), c.Str(0))
				if err == nil {
					*i = *NewInfo(c.Str(0), true)
				}
				return Failed(err, c.Str(0))
			}),
		},
		Data: directoryData(),
	}
	for _, k := range [...]struct {
		name  string
		which entries
		elem  *objects.Type
	}{{"Files", files, FileInfoType}, {"Directories", directories, DirectoryInfoType}, {"FileSystemInfos", all, FileSystemInfoType}} {
		find := func(c *call) (value, error) {
			pattern, deep := searched(c, 0)
			paths, err := list(infoOf(c.This).FullName(), pattern, k.which, deep)
			var items []value
			for _, p := range paths {
				info, statErr := os.Stat(p)
				items = append(items, objects.Of(NewInfo(p, statErr == nil && info.IsDir())))
			}
			return objects.Of(objects.NewArray(k.elem, items)), err
		}
		d.Methods = append(d.Methods, searches(k.elem.FullName+"[] Get"+k.name, "", find)...)
		d.Methods = append(d.Methods, searches("System.Collections.Generic.IEnumerable["+k.elem.FullName+"] Enumerate"+k.name, "", find)...)
	}
	return d
}
