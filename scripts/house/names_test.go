package house

import (
	"go/ast"
	"regexp"
	"strings"
	"testing"
)

// vague matches names that do not say what a thing is.
var vague = regexp.MustCompile(`(Manager|Helper|Util|Utils|Utilities|Impl|Controller)$`)

func TestNamesSayWhatThingsAre(t *testing.T) {
	for _, s := range sources(t) {
		switch s.file.Name.Name {
		case "util", "utils", "helper", "helpers", "common", "misc":
			t.Errorf("%s: package %s could hold anything", s.path, s.file.Name.Name)
		}
		for _, decl := range s.file.Decls {
			general, ok := decl.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, spec := range general.Specs {
				if typ, ok := spec.(*ast.TypeSpec); ok && vague.MatchString(typ.Name.Name) {
					t.Errorf("%s: %s could be anything", s.at(typ), typ.Name.Name)
				}
			}
		}
	}
}

// unfinished matches what a comment says of work left for later.
var unfinished = regexp.MustCompile(`\b(` + strings.Join([]string{"TODO", "FIXME", "XXX", "HACK"}, "|") + `)\b`)

func TestNothingIsLeftForLater(t *testing.T) {
	for _, s := range sources(t) {
		for _, group := range s.file.Comments {
			for _, comment := range group.List {
				if unfinished.MatchString(comment.Text) {
					t.Errorf("%s: finish it, or leave it out: %s", s.at(comment), comment.Text)
				}
			}
		}
	}
}
