package io

import (
	"crypto/rand"
	"os"
	"path/filepath"
	stdstrings "strings"

	"github.com/csshell/csshell/objects"
)

// PathType is System.IO.Path.
var PathType = staticClass("System.IO.Path")

func pathDeclaration() *objects.Declaration {
	char := func(name string, c rune) objects.Property {
		v := objects.Char(uint16(c))
		return reads("static char "+name+" {get;}", func(value) value { return v })
	}
	d := &objects.Declaration{
		Type: PathType,
		Properties: []objects.Property{
			char("DirectorySeparatorChar", '/'), char("AltDirectorySeparatorChar", '/'), char("VolumeSeparatorChar", '/'), char("PathSeparator", ':'),
		},
	}
	d.Methods = append(d.Methods, pathParts()...)
	d.Methods = append(d.Methods, pathMade()...)
	d.Methods = append(d.Methods, pathPlaces()...)
	return d
}

// fileName is what follows the last slash.
func fileName(path string) string { return path[stdstrings.LastIndexByte(path, '/')+1:] }

// extension is the end of a file's name with its dot; "" where nothing follows.
func extension(path string) string {
	name := fileName(path)
	i := stdstrings.LastIndexByte(name, '.')
	if i < 0 || i == len(name)-1 {
		return ""
	}
	return name[i:]
}

// directoryName is what stands before the file's name; ok is false for a root.
func directoryName(path string) (dir string, ok bool) {
	if path == "" || stdstrings.Trim(path, "/") == "" {
		return "", false
	}
	dir = path[:stdstrings.LastIndexByte(path, '/')+1]
	if trimmed := stdstrings.TrimRight(dir, "/"); trimmed != "" || dir == "" {
		dir = trimmed
	} else {
		dir = "/"
	}
	return squeezed(dir), true
}

// squeezed has one slash for several.
func squeezed(path string) string {
	for stdstrings.Contains(path, "//") {
		path = stdstrings.ReplaceAll(path, "//", "/")
	}
	return path
}

func pathParts() []objects.Method {
	return []objects.Method{
		gives("static string GetFileName(string path)", func(c *call) string { return fileName(c.Str(0)) }),
		gives("static string GetFileNameWithoutExtension(string path)", func(c *call) string {
			name := fileName(c.Str(0))
			if i := stdstrings.LastIndexByte(name, '.'); i >= 0 {
				return name[:i]
			}
			return name
		}),
		gives("static string GetExtension(string path)", func(c *call) string { return extension(c.Str(0)) }),
		total("static bool HasExtension(string path)", func(c *call) value { return objects.Bool(extension(c.Str(0)) != "") }),
		total("static string GetDirectoryName(string path)", func(c *call) value {
			dir, ok := directoryName(c.Str(0))
			if !ok {
				return objects.Null
			}
			return objects.String(dir)
		}),
		gives("static string GetPathRoot(string path)", func(c *call) string {
			if stdstrings.HasPrefix(c.Str(0), "/") {
				return "/"
			}
			return ""
		}),
		total("static bool IsPathRooted(string path)", func(c *call) value { return objects.Bool(stdstrings.HasPrefix(c.Str(0), "/")) }),
		total("static bool IsPathFullyQualified(string path)", func(c *call) value { return objects.Bool(stdstrings.HasPrefix(c.Str(0), "/")) }),
		total("static bool EndsInDirectorySeparator(string path)", func(c *call) value { return objects.Bool(stdstrings.HasSuffix(c.Str(0), "/")) }),
		gives("static string TrimEndingDirectorySeparator(string path)", func(c *call) string {
			if s := c.Str(0); len(s) > 1 {
				return stdstrings.TrimSuffix(s, "/")
			}
			return c.Str(0)
		}),
		gives("static string ChangeExtension(string path, string extension)", func(c *call) string {
			path, ext := c.Str(0), c.Str(1)
			if path == "" {
				return ""
			}
			if i := stdstrings.LastIndexByte(path, '.'); i > stdstrings.LastIndexByte(path, '/') {
				path = path[:i]
			}
			if !stdstrings.HasPrefix(ext, ".") {
				ext = "." + ext
			}
			return path + ext
		}),
	}
}

// combined is Path.Combine: a later rooted path replaces what is before it.
func combined(parts []string) string {
	path := ""
	for _, p := range parts {
		switch {
		case p == "":
		case path == "" || stdstrings.HasPrefix(p, "/"):
			path = p
		case stdstrings.HasSuffix(path, "/"):
			path += p
		default:
			path += "/" + p
		}
	}
	return path
}

// joined is Path.Join: all parts with a slash between.
func joined(parts []string) string {
	path := ""
	for _, p := range parts {
		switch {
		case p == "":
		case path == "" || stdstrings.HasSuffix(path, "/") || stdstrings.HasPrefix(p, "/"):
			path += p
		default:
			path += "/" + p
		}
	}
	return path
}

func textsOf(items []value) []string {
	all := make([]string, len(items))
	for i, v := range items {
		all[i] = str(v)
	}
	return all
}

func pathMade() []objects.Method {
	var methods []objects.Method
	for _, f := range [...]struct {
		name string
		make func(parts []string) string
	}{{"Combine", combined}, {"Join", joined}} {
		for _, params := range [...]string{"string path1, string path2", "string path1, string path2, string path3", "string path1, string path2, string path3, string path4"} {
			methods = append(methods, gives("static string "+f.name+"("+params+")", func(c *call) string { return f.make(textsOf(c.Args)) }))
		}
		methods = append(methods, gives("static string "+f.name+"(Params string[] paths)", func(c *call) string { return f.make(textsOf(c.Items(0))) }))
	}
	return append(methods,
		partial("static string GetFullPath(string path)", func(c *call) (value, error) {
			if err := needPath(c.Str(0)); err != nil {
				return objects.Null, err
			}
			return objects.String(fullPath(c.Str(0))), nil
		}),
		gives("static string GetFullPath(string path, string basePath)", func(c *call) string { return fullPath(combined([]string{c.Str(1), c.Str(0)})) }),
		gives("static string GetRelativePath(string relativeTo, string path)", func(c *call) string {
			path, err := filepath.Rel(fullPath(c.Str(0)), fullPath(c.Str(1)))
			if err != nil {
				return c.Str(1)
			}
			return path
		}))
}

// fullPath is the path from the root, a slash at its end kept.
func fullPath(path string) string {
	full, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	if stdstrings.HasSuffix(path, "/") && full != "/" {
		full += "/"
	}
	return full
}

func pathPlaces() []objects.Method {
	chars := func(units ...uint16) func(c *call) value {
		return func(*call) value {
			items := make([]value, len(units))
			for i, u := range units {
				items[i] = objects.Char(u)
			}
			return objects.Of(objects.NewArray(objects.CharType, items))
		}
	}
	return []objects.Method{
		total("static char[] GetInvalidFileNameChars()", chars(0, '/')),
		total("static char[] GetInvalidPathChars()", chars(0)),
		total("static bool Exists(string path)", func(c *call) value {
			_, err := os.Stat(c.Str(0))
			return objects.Bool(err == nil)
		}),
		gives("static string GetTempPath()", func(*call) string { return stdstrings.TrimSuffix(os.TempDir(), "/") + "/" }),
		partial("static string GetTempFileName()", func(*call) (value, error) {
			f, err := os.CreateTemp("", "tmp*.tmp")
			if err != nil {
				return objects.Null, Failed(err, os.TempDir())
			}
			defer f.Close()
			return objects.String(f.Name()), nil
		}),
		gives("static string GetRandomFileName()", func(*call) string {
			const letters = "abcdefghijklmnopqrstuvwxyz012345"
			var b [11]byte
			rand.Read(b[:])
			for i := range b {
				b[i] = letters[b[i]%32]
			}
			return string(b[:8]) + "." + string(b[8:])
		}),
	}
}
