package house

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// below says which rooms the packages of a room may import, besides their own.
var below = map[string][]string{
	"parser":  {},
	"objects": {},
	"runtime": {"parser", "objects"},
	"cmdlets": {"runtime", "parser", "objects"},
	"cmd":     {"cmdlets", "runtime", "parser", "objects"},
	"scripts": {"cmd", "cmdlets", "runtime", "parser", "objects"},
}

// closed are packages that only some rooms or packages may import.
var closed = []struct {
	pkg    string
	except []string
}{
	// A module closes over its store; the engine never sees one.
	{module + "/objects/store", []string{"objects/store", "cmdlets", "cmd", "scripts"}},
	{"github.com/jackc/pgx", []string{"objects/store/postgres"}},
	{"github.com/go-ldap/ldap", []string{"objects/store/ldap"}},
	{"zombiezen.com/go/sqlite", []string{"objects/store/sqlite"}},
	{"github.com/chzyer/readline", []string{"cmd/csshell"}},
	{"github.com/alecthomas/participle", []string{"parser"}},
	{"github.com/creack/pty", []string{"scripts"}},
}

// within says whether pkg is folder or lies below it.
func within(pkg, folder string) bool { return pkg == folder || strings.HasPrefix(pkg, folder+"/") }

// roomOf returns the top-level folder of a package.
func roomOf(pkg string) string {
	room, _, _ := strings.Cut(pkg, "/")
	return room
}

func TestImportsPointDownwards(t *testing.T) {
	for _, s := range sources(t) {
		for _, spec := range s.file.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if ours, ok := strings.CutPrefix(path, module+"/"); ok && !mayImport(s, roomOf(ours)) {
				t.Errorf("%s: %s must not import %s", s.at(spec), s.pkg, ours)
			}
			if only := keepers(path); only != nil && !slices.ContainsFunc(only, func(folder string) bool { return within(s.pkg, folder) }) && !s.test {
				t.Errorf("%s: only %s may import %s", s.at(spec), strings.Join(only, ", "), path)
			}
		}
	}
}

// mayImport says whether the file may import packages of the room. Tests of the shell
// itself share the harness of scripts.
func mayImport(s source, room string) bool {
	own := roomOf(s.pkg)
	return own == room || slices.Contains(below[own], room) || s.test && own == "cmd" && room == "scripts"
}

// keepers returns the folders a closed package is left to, nil when it is open to all.
func keepers(path string) []string {
	for _, c := range closed {
		if within(path, c.pkg) {
			return c.except
		}
	}
	return nil
}
