package check

import (
	"strconv"
	"strings"

	"github.com/csshell/csshell/parser"
)

// typeName examines the name of a type, with its elements and arguments.
func (s *script) typeName(r parser.TypeReference, attribute bool) {
	switch r := r.(type) {
	case *parser.ArrayTypeName:
		s.typeName(r.Element, false)
	case *parser.GenericTypeName:
		if !s.hasType(r.Name.Name, false, len(r.Arguments)) {
			s.noType(r.Name.Extent, r.String())
		}
		for _, a := range r.Arguments {
			s.typeName(a, false)
		}
	case *parser.TypeName:
		if !s.hasType(r.Name, attribute, 0) {
			s.noType(r.Extent, r.Name)
		}
	}
}

// hasType reports whether the session or the script has a type. One that the
// parser takes for granted is not there.
func (s *script) hasType(name string, attribute bool, arguments int) bool {
	folded := strings.ToLower(name)
	if s.own.types[folded] || attribute && s.own.types[folded+"attribute"] || folded == "ordered" {
		return true
	}
	full := name
	if arguments > 0 {
		full += "`" + strconv.Itoa(arguments)
	}
	if _, ok := s.session.Types.Lookup(full, s.namespaces); ok {
		return true
	}
	if _, ok := s.session.Types.Lookup(full+"Attribute", s.namespaces); ok && attribute {
		return true
	}
	for _, namespace := range append([]string{"", "System."}, s.namespaces...) {
		if namespace != "" && !strings.HasSuffix(namespace, ".") {
			namespace += "."
		}
		if info, ok := s.types.Type(namespace+name, attribute, arguments); ok && !info.Assumed {
			return true
		}
	}
	return false
}

// noType tells of a type that is not there, unless the parser has.
func (s *script) noType(at parser.Extent, name string) {
	if s.misread[at.Start] {
		return
	}
	rule, severity, remedy := unknownType, Error, "Use a type that is there, or a cmdlet."
	if s.own.open {
		severity = Warning
	}
	if instead, ok := windowsType(name); ok {
		rule, remedy = windowsOnly, instead
	}
	s.add(at, severity, rule, "Unable to find type ["+name+"].", remedy)
}
