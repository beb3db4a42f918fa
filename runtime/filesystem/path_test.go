package filesystem

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// newSession is a session whose current directory is a new folder.
func newSession(t *testing.T) (s *runtime.Session, dir string) {
	dir = t.TempDir()
	s = runtime.NewSession(context.Background(), runtime.Options{
		Types:       objects.NewTypeTable(func() [][]objects.TypeEntry { return [][]objects.TypeEntry{runtime.Types()} }),
		Commands:    runtime.NewCommandTable(func() []runtime.Module { return nil }),
		Environment: runtime.NewEnvironment([]string{"HOME=/home/ken", "GREETING=hello"}),
		Providers:   []runtime.Provider{Provider{}},
		Location:    dir,
		ErrorOutput: func(string) error { return nil },
	})
	return s, dir
}

func TestParsePath(t *testing.T) {
	s, _ := newSession(t)
	if err := s.SetLocation("/usr/bin"); err != nil {
		t.Fatal(err)
	}
	if err := s.AddDrive(&runtime.DriveInfo{Name: "work", Root: "/usr", Provider: s.CurrentDrive().Provider}, nil); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ path, shown, provider, own string }{
		{".", "/usr/bin", "FileSystem", "/usr/bin"},
		{"x", "/usr/bin/x", "FileSystem", "/usr/bin/x"},
		{`sub\x.txt`, "/usr/bin/sub/x.txt", "FileSystem", "/usr/bin/sub/x.txt"},
		{"../lib/./x", "/usr/lib/x", "FileSystem", "/usr/lib/x"},
		{"../../../..", "/", "FileSystem", "/"},
		{"/etc/", "/etc/", "FileSystem", "/etc/"},
		{"/", "/", "FileSystem", "/"},
		{"~/x", "/home/ken/x", "FileSystem", "/home/ken/x"},
		{"~x", "/usr/bin/~x", "FileSystem", "/usr/bin/~x"},
		{"env:GREETING", "Env:/GREETING", "Environment", "GREETING"},
		{`ENV:\GREETING`, "Env:/GREETING", "Environment", "GREETING"},
		{"variable:", "Variable:/", "Variable", ""},
		{"work:/bin/x", "work:/bin/x", "FileSystem", "/usr/bin/x"},
		{"work:bin", "work:/bin", "FileSystem", "/usr/bin"},
		{"work:/../../etc", "work:/etc", "FileSystem", "/usr/etc"},
		{"FileSystem::/etc/x", `Microsoft.PowerShell.Core\FileSystem::/etc/x`, "FileSystem", "/etc/x"},
		{`Microsoft.PowerShell.Core\Environment::PATH`, `Microsoft.PowerShell.Core\Environment::PATH`, "Environment", "PATH"},
		{"//server/share", `Microsoft.PowerShell.Core\FileSystem:://server/share`, "FileSystem", "//server/share"},
	} {
		p, err := s.ParsePath(c.path)
		if err != nil {
			t.Errorf("%s: %v", c.path, err)
			continue
		}
		if p.String() != c.shown || p.Provider.Name != c.provider || p.Path != c.own {
			t.Errorf("%s: %s, %s, %s; want %s, %s, %s", c.path, p, p.Provider.Name, p.Path, c.shown, c.provider, c.own)
		}
	}
	for path, want := range map[string]string{
		`C:\Temp`: "Cannot find drive. A drive with the name 'C' does not exist.",
		"nope::x": "Cannot find a provider with the name 'nope'.",
	} {
		if _, err := s.ParsePath(path); err == nil || err.Error() != want {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestGlob(t *testing.T) {
	s, dir := newSession(t)
	if err := os.MkdirAll(filepath.Join(dir, "d[1]", "sub"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"b.txt", "A.TXT", "c.log", ".hidden.txt", "d[1]/e.txt", "d[1]/sub/f.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	pattern := func(text string) []*wildcard.Pattern {
		w, err := wildcard.Compile(text, true)
		if err != nil {
			t.Fatal(err)
		}
		return []*wildcard.Pattern{w}
	}
	check := func(path string, o runtime.Selection, found bool, want ...string) {
		t.Helper()
		list, ok, err := s.Glob(path, o)
		if err != nil {
			t.Errorf("%s: %v", path, err)
		}
		var got []string
		for _, p := range list {
			rel, _ := filepath.Rel(s.Location(), p.Path)
			got = append(got, rel)
		}
		if ok != found || !slices.Equal(got, want) {
			t.Errorf("%s: %v %q, want %v %q", path, ok, got, found, want)
		}
	}
	check("*.txt", runtime.Selection{}, true, "A.TXT", "b.txt")
	check("*.txt", runtime.Selection{ItemOptions: runtime.ItemOptions{Force: true}}, true, ".hidden.txt", "A.TXT", "b.txt")
	check("*", runtime.Selection{Exclude: pattern("*.txt")}, true, "d[1]", "c.log")
	check("b.txt", runtime.Selection{Include: pattern("c*")}, true)
	check("b?txt", runtime.Selection{}, true)
	check("[ab].txt", runtime.Selection{}, true, "A.TXT", "b.txt")
	check("d`[1`]", runtime.Selection{}, true, "d[1]")
	check("d[1]", runtime.Selection{Literal: true}, true, "d[1]")
	check("d[1]", runtime.Selection{}, true)
	check("d*/*/f.txt", runtime.Selection{}, true, "d[1]/sub/f.txt")
	check("none*", runtime.Selection{}, true)
	check("none", runtime.Selection{}, false, "none")
	if list, _, err := s.Glob("env:G*", runtime.Selection{}); err != nil || len(list) != 1 || list[0].Path != "GREETING" {
		t.Errorf("env:G*: %v %v", list, err)
	}
	if err := s.GoTo(mustParse(t, s, "d[1]"), "d[1]"); err != nil {
		t.Fatal(err)
	}
	check("*.txt", runtime.Selection{}, true, "e.txt")
}

func mustParse(t *testing.T, s *runtime.Session, path string) runtime.ItemPath {
	t.Helper()
	p, err := s.ParsePath(path)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestLocations(t *testing.T) {
	s, dir := newSession(t)
	if err := os.Mkdir(filepath.Join(dir, "d"), 0o755); err != nil {
		t.Fatal(err)
	}
	step := func(err error, want string) {
		t.Helper()
		if err != nil {
			t.Error(err)
		}
		if got := s.CurrentPath().String(); got != want {
			t.Errorf("at %s, want %s", got, want)
		}
	}
	s.PushLocation("")
	step(s.SetLocation("d"), dir+"/d")
	step(s.SetLocation("env:"), "Env:/")
	step(s.GoBack(), dir+"/d")
	step(s.GoBack(), dir)
	step(s.GoForward(), dir+"/d")
	step(s.SetLocation("/"), "/")
	step(s.PopLocation(""), dir)
	step(s.PopLocation(""), dir)
	if err := s.PopLocation("none"); err == nil {
		t.Error("a stack that nobody pushed to has nothing to pop")
	}
	if err := s.SetLocation("nowhere"); err == nil || s.Location() != dir {
		t.Errorf("%v, at %s", err, s.Location())
	}
}
