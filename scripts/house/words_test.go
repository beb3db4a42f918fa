package house

import (
	"go/ast"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestExportedNamesAreDocumented(t *testing.T) {
	commented := map[string]bool{}
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		commented[s.pkg] = commented[s.pkg] || s.file.Doc != nil
		for _, decl := range s.file.Decls {
			if general, ok := decl.(*ast.GenDecl); ok && len(general.Specs) == 0 {
				continue
			}
			for _, node := range undocumented(decl) {
				t.Errorf("%s: %s has no doc comment", s.at(node), node.Name)
			}
		}
	}
	for pkg, ok := range commented {
		if !ok {
			t.Errorf("%s: the package has no comment", pkg)
		}
	}
}

// undocumented returns the exported names of a declaration that no comment explains. One
// comment may serve a whole block of constants or variables.
func undocumented(decl ast.Decl) []*ast.Ident {
	var names []*ast.Ident
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if d.Doc == nil && d.Name.IsExported() && exportedReceiver(d) {
			names = append(names, d.Name)
		}
	case *ast.GenDecl:
		first, _ := d.Specs[0].(*ast.ValueSpec)
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				if spec.Doc == nil && d.Doc == nil && spec.Name.IsExported() {
					names = append(names, spec.Name)
				}
			case *ast.ValueSpec:
				counted := len(spec.Values) == 0 && first.Doc != nil // iota goes on
				if spec.Doc == nil && spec.Comment == nil && d.Doc == nil && !counted {
					names = append(names, slices.DeleteFunc(slices.Clone(spec.Names), func(n *ast.Ident) bool { return !n.IsExported() })...)
				}
			}
		}
	}
	return names
}

// exportedReceiver says whether f is a function, or a method of an exported type.
func exportedReceiver(f *ast.FuncDecl) bool {
	if f.Recv == nil || len(f.Recv.List) == 0 {
		return true
	}
	at := f.Recv.List[0].Type
	for {
		switch t := at.(type) {
		case *ast.StarExpr:
			at = t.X
		case *ast.IndexExpr:
			at = t.X
		case *ast.IndexListExpr:
			at = t.X
		case *ast.Ident:
			return t.IsExported()
		default:
			return true
		}
	}
}

// TestTextsSpeakOfTheProjectAlone: no path of one machine stands in a file.
func TestTextsSpeakOfTheProjectAlone(t *testing.T) {
	root := top(t)
	// The slash stands apart so that this file does not name what it forbids.
	machine := regexp.MustCompile(`(^|[^\w.>])(/` + `work/|/` + `root/|/home/\w+/src)`)
	files(t, func(path string) {
		text, err := os.ReadFile(filepath.Join(root, path))
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(text), "\n") {
			if machine.MatchString(line) {
				t.Errorf("%s:%d: names a folder of one machine", path, i+1)
			}
		}
	})
}

// codeSpan matches text between backticks.
var codeSpan = regexp.MustCompile("`([^`]+)`")

// TestArchitectureNamesWhatExists: every folder and every package.Name of the map is there.
func TestArchitectureNamesWhatExists(t *testing.T) {
	root := top(t)
	text, err := os.ReadFile(filepath.Join(root, "ARCHITECTURE.md"))
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(text), "\n"); n > 150 {
		t.Errorf("ARCHITECTURE.md has %d lines, at most 150", n)
	}
	folder := regexp.MustCompile(`^(?:` + strings.Join(rooms, "|") + `)(?:/[\w.*-]+)*/?$`)
	name := regexp.MustCompile(`^([a-z]\w*)\.([A-Z]\w*)$`)
	exported := exportedNames(t)
	for _, span := range codeSpan.FindAllStringSubmatch(string(text), -1) {
		if folder.MatchString(span[1]) {
			if found, _ := filepath.Glob(filepath.Join(root, span[1])); len(found) == 0 {
				t.Errorf("ARCHITECTURE.md: there is no %s", span[1])
			}
		}
		if part := name.FindStringSubmatch(span[1]); part != nil && exported[part[1]] != nil && !exported[part[1]][part[2]] {
			t.Errorf("ARCHITECTURE.md: there is no %s", span[1])
		}
	}
}

// exportedNames returns the exported package-level names of our packages, by package name.
func exportedNames(t *testing.T) map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for _, s := range sources(t) {
		pkg := s.file.Name.Name
		if s.test || pkg == "main" {
			continue
		}
		if all[pkg] == nil {
			all[pkg] = map[string]bool{}
		}
		for _, decl := range s.file.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				all[pkg][d.Name.Name] = all[pkg][d.Name.Name] || d.Recv == nil
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					switch spec := spec.(type) {
					case *ast.TypeSpec:
						all[pkg][spec.Name.Name] = true
					case *ast.ValueSpec:
						for _, n := range spec.Names {
							all[pkg][n.Name] = true
						}
					}
				}
			}
		}
	}
	return all
}
