package house

import (
	"go/ast"
	"slices"
	"testing"
)

// The budget: what is longer wants to be two things.
const (
	fileLines     = 500
	functionLines = 80
	mapEntries    = 16 // of a map that is built when the program starts
)

func TestSizes(t *testing.T) {
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		if n := s.lines(); n > fileLines {
			t.Errorf("%s: %d lines, at most %d", s.path, n, fileLines)
		}
		for _, decl := range s.file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok {
				continue
			}
			n := s.set.Position(f.End()).Line - s.set.Position(f.Pos()).Line + 1
			if n > functionLines {
				t.Errorf("%s: %s has %d lines, at most %d", s.at(f), f.Name.Name, n, functionLines)
			}
		}
	}
}

// TestNothingRunsAtStart keeps the time from exec to prompt short, and its order plain.
func TestNothingRunsAtStart(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || roomOf(s.pkg) == "scripts" {
			continue
		}
		for _, decl := range s.file.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if d.Name.Name == "init" && d.Recv == nil {
					t.Errorf("%s: init runs at start, in an order nobody sees", s.at(d))
				}
			case *ast.GenDecl:
				startWork(t, s, d)
			}
		}
	}
}

// startWork reports package variables whose initial value costs work.
func startWork(t *testing.T, s source, decl *ast.GenDecl) {
	for _, spec := range decl.Specs {
		values, ok := spec.(*ast.ValueSpec)
		if !ok {
			continue
		}
		for _, value := range values.Values {
			ast.Inspect(value, func(node ast.Node) bool {
				switch node := node.(type) {
				case *ast.FuncLit:
					return false // runs when called
				case *ast.CallExpr:
					if name, bad := costly(node); bad {
						t.Errorf("%s: %s runs at start: put it behind sync.OnceValue", s.at(node), name)
					}
				case *ast.CompositeLit:
					if _, isMap := node.Type.(*ast.MapType); isMap && len(node.Elts) > mapEntries {
						t.Errorf("%s: a map of %d entries is built at start: put it behind sync.OnceValue", s.at(node), len(node.Elts))
					}
				}
				return true
			})
		}
	}
}

// costly names calls that compile or parse something.
func costly(call *ast.CallExpr) (string, bool) {
	selector, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return "", false
	}
	pkg, ok := selector.X.(*ast.Ident)
	if !ok {
		return "", false
	}
	switch pkg.Name {
	case "regexp", "regexp2", "participle", "template", "json", "time", "reflect", "strings":
		name := pkg.Name + "." + selector.Sel.Name
		return name, !slices.Contains([]string{"time.Date", "time.Duration", "reflect.TypeFor", "reflect.TypeOf", "strings.NewReplacer"}, name)
	}
	return "", false
}

// TestOnlyMainTouchesTheProcess: arguments and standard streams come in as values, so that
// every package can be tested and embedded.
func TestOnlyMainTouchesTheProcess(t *testing.T) {
	theirs := map[string]bool{"Args": true, "Exit": true, "Stdin": true, "Stdout": true, "Stderr": true}
	for _, s := range sources(t) {
		if s.test || s.file.Name.Name == "main" {
			continue
		}
		ast.Inspect(s.file, func(node ast.Node) bool {
			selector, ok := node.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if pkg, ok := selector.X.(*ast.Ident); ok && pkg.Name == "os" && theirs[selector.Sel.Name] {
				t.Errorf("%s: only main touches os.%s", s.at(node), selector.Sel.Name)
			}
			return true
		})
	}
}
