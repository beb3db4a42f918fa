// Package check tells what in a script will not work in this shell, before
// anything of it runs: it reads the tree and asks the session's tables of
// commands, parameters and types.
package check

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/csshell/csshell/parser"
	"github.com/csshell/csshell/runtime"
)

// maxBytes is the largest script that is read.
const maxBytes = 8 << 20

// script is a script under examination.
type script struct {
	session    *runtime.Session
	types      parser.Environment
	source     *parser.Source
	file       string // as it was named
	namespaces []string
	own        *declarations
	tables     map[string][]*runtime.ParameterTable // of the script's functions that were called
	misread    map[uint32]bool                      // where syntax errors begin
	patterns   map[parser.Expression]bool           // regular expressions, which are no paths
	filters    map[parser.Node]bool                 // blocks of filters, which are no code
	findings   []Finding
}

// File examines a script file as the session would run it. What cannot be read
// is a finding too. Nothing of the script runs.
func File(session *runtime.Session, path string) []Finding {
	full := session.FullPath(path)
	data, err := read(full)
	if err != nil {
		return []Finding{{File: path, Line: 1, Column: 1, EndLine: 1, EndColumn: 1, Severity: Error, Rule: unreadableFile,
			Reason: err.Error(), Remedy: "Name a script file of at most 8 MB."}}
	}
	return Source(session, parser.DecodeSource(data, full), path)
}

// Source examines a script that has been read; file is what findings call it.
func Source(session *runtime.Session, source *parser.Source, file string) []Finding {
	s := &script{
		session: session, types: runtime.ParseEnvironment(session.Types, nil, nil), source: source, file: file,
		tables: map[string][]*runtime.ParameterTable{}, misread: map[uint32]bool{}, patterns: map[parser.Expression]bool{}, filters: map[parser.Node]bool{},
	}
	tree, mistakes := parser.ParseSource(source, s.types)
	for _, m := range mistakes {
		s.misread[m.Extent.Start] = true
		s.add(m.Extent, Error, syntaxError, m.Message, "Correct the syntax.").ErrorID = m.ID
	}
	for _, u := range tree.UsingStatements {
		if u.Kind == parser.UsingNamespace && u.Name != nil {
			s.namespaces = append(s.namespaces, u.Name.Value)
		}
	}
	s.own = newDeclarations(s, tree, len(mistakes) == 0)
	parser.Walk(tree, s.visit)
	return s.sorted()
}

// visit looks at one node; the others follow.
func (s *script) visit(n parser.Node) bool {
	switch n := n.(type) {
	case *parser.Command:
		if len(n.Elements) > 0 {
			s.command(n)
		}
	case *parser.FunctionDefinition:
		s.function(n)
	case *parser.TypeConstraint:
		s.typeName(n.TypeName, false)
	case *parser.TypeExpression:
		s.typeName(n.TypeName, false)
	case *parser.Attribute:
		s.typeName(n.TypeName, true)
	case *parser.BinaryExpression:
		s.comparison(n)
	case *parser.StringConstantExpression:
		s.text(n, n.Value)
	case *parser.ExpandableStringExpression:
		s.text(n, n.Value)
	case *parser.VariableExpression:
		s.variable(n)
	}
	return !s.filters[n]
}

// read is the content of a plain file that is not too large.
func read(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, unwrapped(err)
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("it is no file")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, unwrapped(err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxBytes+1))
	if err == nil && len(data) > maxBytes {
		err = errors.New("the file is too large")
	}
	return data, err
}

// unwrapped is the reason of an error on a file, without the file's name.
func unwrapped(err error) error {
	if e, ok := errors.AsType[*os.PathError](err); ok {
		return e.Err
	}
	return err
}

// folder is where a script stands; that of text is the session's location.
func (s *script) folder(source *parser.Source) string {
	if source.File == "" {
		return s.session.Location()
	}
	return filepath.Dir(source.File)
}
