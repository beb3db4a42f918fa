package runtime

import (
	"strings"

	"github.com/csshell/csshell/parser"
)

// parse reads a program. The error is a ParseException with all mistakes, those
// among them that only a session can see: types that classes name and nobody has.
func (s *Session) parse(text, file string) (*parser.ScriptBlock, error) {
	ast, errs := parser.Parse(text, file)
	if len(errs) == 0 && mayDefineClass(text) {
		errs = s.unknownTypes(ast)
	}
	if len(errs) > 0 {
		return nil, parseFailure(ast.Source, errs)
	}
	return ast, nil
}

// mayDefineClass reports whether the word class stands anywhere in a text.
func mayDefineClass(text string) bool {
	for {
		i := strings.IndexAny(text, "lL")
		if i < 0 || i+4 > len(text) {
			return false
		}
		if i > 0 && strings.EqualFold(text[i-1:i+4], "class") {
			return true
		}
		text = text[i+1:]
	}
}

// unknownTypes are the types named by the bases and members of classes that
// neither the session has nor the script defines.
func (s *Session) unknownTypes(ast *parser.ScriptBlock) []parser.ParseError {
	c := typeChecker{session: s, own: map[string]bool{}}
	var classes []*parser.TypeDefinition
	parser.Walk(ast, func(n parser.Node) bool {
		switch n := n.(type) {
		case *parser.UsingStatement:
			c.open = c.open || n.Kind == parser.UsingModule
			if n.Kind == parser.UsingNamespace && n.Name != nil {
				c.namespaces = append(c.namespaces, n.Name.Value)
			}
		case *parser.TypeDefinition:
			c.own[fold(n.Name)] = true
			if n.Kind == parser.TokenClass {
				classes = append(classes, n)
			}
		}
		return true
	})
	if c.open {
		return nil
	}
	for _, d := range classes {
		c.definition(d)
	}
	return c.errs
}

// typeChecker looks for types that nobody knows.
type typeChecker struct {
	session    *Session
	own        map[string]bool // the types that the script defines, by folded name
	namespaces []string
	open       bool // a module may bring any type
	errs       []parser.ParseError
}

func (c *typeChecker) definition(d *parser.TypeDefinition) {
	for _, b := range d.BaseTypes {
		c.check(b.TypeName)
	}
	for _, m := range d.Members {
		switch m := m.(type) {
		case *parser.PropertyMember:
			if m.PropertyType != nil {
				c.check(m.PropertyType.TypeName)
			}
		case *parser.FunctionMember:
			if m.ReturnType != nil {
				c.check(m.ReturnType.TypeName)
			}
			for _, p := range m.Parameters {
				for _, a := range p.Attributes {
					if t, ok := a.(*parser.TypeConstraint); ok {
						c.check(t.TypeName)
					}
				}
			}
		}
	}
}

func (c *typeChecker) check(name parser.TypeReference) {
	if !c.known(name) {
		c.errs = append(c.errs, parser.ParseError{ID: "TypeNotFound", Message: "Unable to find type [" + name.String() + "].", Extent: name.Span()})
	}
}

func (c *typeChecker) known(name parser.TypeReference) bool {
	switch t := name.(type) {
	case *parser.ArrayTypeName:
		return c.known(t.Element)
	case *parser.GenericTypeName:
		for _, a := range t.Arguments {
			if !c.known(a) {
				return false
			}
			if simple, ok := a.(*parser.TypeName); ok && c.own[fold(simple.Name)] {
				return true
			}
		}
	case *parser.TypeName:
		if c.own[fold(t.Name)] {
			return true
		}
	}
	_, ok := c.session.Types.Lookup(name.String(), c.namespaces)
	return ok
}
