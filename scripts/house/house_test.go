// Package house checks what ARCHITECTURE.md promises: which package may import which, how
// long files and functions are, what is documented, and what no package may do.
package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/csshell/csshell"

// rooms are the top-level folders that hold packages.
var rooms = []string{"cmd", "cmdlets", "objects", "parser", "runtime", "scripts"}

// A source is one Go file of the project.
type source struct {
	path string // from the project's folder, with slashes
	pkg  string // the folder of path
	test bool
	file *ast.File
	set  *token.FileSet
}

// lines returns how many lines the file has.
func (s source) lines() int { return s.set.File(s.file.FileStart).LineCount() }

// at returns the position of a node as FILE:LINE.
func (s source) at(node ast.Node) string {
	position := s.set.Position(node.Pos())
	position.Filename, position.Column = s.path, 0
	return position.String()
}

// top returns the folder of the project.
func top(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "go.mod")); err != nil {
		t.Fatal(err)
	}
	return dir
}

// files calls visit with every file of the project that is neither hidden nor test data.
func files(t *testing.T, visit func(path string)) {
	t.Helper()
	root := top(t)
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() {
			if path != root && (strings.HasPrefix(name, ".") || slices.Contains([]string{"testdata", "bin", "dist"}, name)) {
				return fs.SkipDir
			}
			return nil
		}
		if name == ".git" { // a worktree has a file of this name
			return nil
		}
		relative, err := filepath.Rel(root, path)
		visit(filepath.ToSlash(relative))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// sources parses every Go file of the project.
func sources(t *testing.T) []source {
	t.Helper()
	root := top(t)
	var all []source
	files(t, func(path string) {
		if !strings.HasSuffix(path, ".go") {
			return
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, filepath.Join(root, path), nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		pkg, _, found := cutLast(path, "/")
		if !found {
			pkg = "."
		}
		all = append(all, source{path: path, pkg: pkg, test: strings.HasSuffix(path, "_test.go"), file: file, set: set})
	})
	if len(all) == 0 {
		t.Fatal("no Go files")
	}
	return all
}

func cutLast(text, separator string) (before, after string, found bool) {
	i := strings.LastIndex(text, separator)
	if i < 0 {
		return text, "", false
	}
	return text[:i], text[i+len(separator):], true
}

func TestRoomsAreFixed(t *testing.T) {
	entries, err := os.ReadDir(top(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		name := entry.Name()
		if entry.IsDir() && !strings.HasPrefix(name, ".") && name != "bin" && name != "dist" && !slices.Contains(rooms, name) {
			t.Errorf("%s/: the project has only the folders %s", name, strings.Join(rooms, ", "))
		}
	}
	for _, s := range sources(t) {
		if room, _, _ := strings.Cut(s.path, "/"); !slices.Contains(rooms, room) {
			t.Errorf("%s: Go files belong into %s", s.path, strings.Join(rooms, ", "))
		}
	}
}
