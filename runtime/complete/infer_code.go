package complete

import (
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// inferVariable is the type of a variable: what stands around says it of $_ and
// $this, assignments, loops and parameters of others, else the session.
func (c *completer) inferVariable(v *parser.VariableExpression) []inferred {
	switch strings.ToLower(v.Name) {
	case "_", "psitem":
		return c.inferUnderscore(v)
	case "this":
		return c.inferThis(v)
	case "args":
		return of(objects.ArrayOf(objects.ObjectType))
	}
	if found := c.inferAssigned(v); found != nil {
		return found
	}
	if value, ok := c.constant(v); ok {
		return typesOf(value)
	}
	return nil
}

// isLocal reports whether the text itself gives a variable its value.
func (c *completer) isLocal(v *parser.VariableExpression) bool {
	name := strings.ToLower(v.Name)
	return name == "_" || name == "psitem" || name == "this" || name == "args" || c.inferAssigned(v) != nil
}

// inferAssigned is the type that the text before a variable gives to it: the
// last assignment counts, unless a type stays with the variable.
func (c *completer) inferAssigned(v *parser.VariableExpression) (found []inferred) {
	if c.inferring >= maxInference {
		return nil
	}
	c.inferring++
	defer func() { c.inferring-- }()
	same := func(e parser.Expression) bool {
		t, ok := target(e).(*parser.VariableExpression)
		return ok && t != v && strings.EqualFold(t.Name, v.Name)
	}
	typed := false
	parser.Walk(c.tree, func(n parser.Node) bool {
		if n.Span().Start >= v.Start && n.Span() != (parser.Extent{}) {
			return false
		}
		switch n := n.(type) {
		case *parser.AssignmentStatement:
			if n.End > v.Start || !same(n.Left) || typed {
				break
			}
			if convert, ok := n.Left.(*parser.ConvertExpression); ok {
				found, typed = c.inferConvert(convert), true
			} else if types := c.inferStatement(n.Right); types != nil {
				found = types
			}
		case *parser.ForEachStatement:
			if n.Variable != nil && same(n.Variable) && n.Condition != nil {
				found = c.inferRounds(n.Condition)
			}
		case *parser.Parameter:
			if same(n.Name) {
				found = c.inferParameter(n)
			}
		}
		return true
	})
	return found
}

// inferParameter is the type of a parameter.
func (c *completer) inferParameter(p *parser.Parameter) []inferred {
	for _, a := range p.Attributes {
		if constraint, ok := a.(*parser.TypeConstraint); ok {
			if t, ok := c.typeOf(constraint.TypeName); ok {
				return of(t)
			}
			return c.ownClass(typeName(constraint.TypeName))
		}
	}
	if p.Default != nil {
		return c.infer(p.Default)
	}
	return nil
}

// inferThis is the class that a method belongs to.
func (c *completer) inferThis(v *parser.VariableExpression) []inferred {
	var found []inferred
	for _, n := range pathTo(c.tree, v.End) {
		if def, ok := n.(*parser.TypeDefinition); ok {
			found = classOf(def)
		}
	}
	return found
}

// ownClass is a class that the text itself defines.
func (c *completer) ownClass(name string) (found []inferred) {
	parser.Walk(c.tree, func(n parser.Node) bool {
		if def, ok := n.(*parser.TypeDefinition); ok && strings.EqualFold(def.Name, name) {
			found = classOf(def)
		}
		return true
	})
	return found
}

// classOf is a class of the text: what every object has, and its own members.
func classOf(def *parser.TypeDefinition) []inferred {
	made := inferred{t: objects.ObjectType, properties: []string{}}
	for _, m := range def.Members {
		switch m := m.(type) {
		case *parser.PropertyMember:
			if m.Modifiers&(parser.ModifierStatic|parser.ModifierHidden) == 0 {
				made.properties = append(made.properties, m.Name)
			}
		case *parser.FunctionMember:
			if m.Modifiers&(parser.ModifierStatic|parser.ModifierHidden) == 0 && !m.Constructor {
				made.methods = append(made.methods, m.Name)
			}
		}
	}
	return []inferred{made}
}

// inferUnderscore is what $_ is: the error in a catch block, else what comes
// through the pipeline into the innermost block that is an argument.
func (c *completer) inferUnderscore(v *parser.VariableExpression) []inferred {
	path := pathTo(c.tree, v.End)
	for i := len(path) - 1; i >= 0; i-- {
		switch n := path[i].(type) {
		case *parser.CatchClause:
			if t, ok := c.types.Lookup("System.Management.Automation.ErrorRecord", nil); ok {
				return of(t)
			}
		case *parser.SwitchStatement:
			if n.Condition != nil && n.Condition.Span().End < v.Start {
				return c.inferRounds(n.Condition)
			}
		case *parser.Command:
			return c.upstream(n)
		}
	}
	return nil
}

// upstream are the types of the objects that reach a command through its
// pipeline.
func (c *completer) upstream(command *parser.Command) []inferred {
	pipeline := c.pipelineOf(command)
	if pipeline == nil {
		return nil
	}
	i := slices.Index(pipeline.Elements, parser.CommandBase(command))
	if i <= 0 {
		return nil
	}
	return c.inferElement(pipeline.Elements[i-1])
}

// inferElement is what an element of a pipeline writes.
func (c *completer) inferElement(e parser.CommandBase) []inferred {
	switch e := e.(type) {
	case *parser.CommandExpression:
		return c.inferEnumerated(e.Expression)
	case *parser.Command:
		return c.inferCommand(e)
	}
	return nil
}

// inferEnumerated is what an expression writes into a pipeline: the elements of
// a list.
func (c *completer) inferEnumerated(e parser.Expression) []inferred {
	switch e := e.(type) {
	case *parser.ArrayLiteral:
		var found []inferred
		for _, item := range e.Elements {
			found = merge(found, c.infer(item))
		}
		return found
	case *parser.BinaryExpression:
		if e.Operator == parser.TokenDotDot {
			return of(objects.Int32Type)
		}
	case *parser.ParenExpression:
		if p, ok := e.Pipeline.(*parser.Pipeline); ok && len(p.Elements) > 0 {
			return c.inferElement(p.Elements[len(p.Elements)-1])
		}
	case *parser.ArrayExpression:
		return c.inferBlock(e.Body.Statements)
	}
	if v, ok := c.constant(e); ok {
		if list, ok := objects.Enumeration(v); ok {
			return inferItems(list)
		}
	}
	return elements(c.infer(e))
}

// inferRounds is what the variable of a loop over a statement's value is.
func (c *completer) inferRounds(s parser.Node) []inferred {
	if p, ok := s.(*parser.Pipeline); ok && len(p.Elements) == 1 {
		if e, ok := p.Elements[0].(*parser.CommandExpression); ok {
			return c.inferEnumerated(e.Expression)
		}
	}
	return elements(c.inferStatement(s))
}

// inferItems is the types of the first elements of a list.
func inferItems(list objects.Enumerable) (found []inferred) {
	const enough = 20
	n := 0
	_ = list.Enumerate(func(v objects.Value) error {
		if n++; n <= enough {
			found = merge(found, typesOf(v))
		}
		return nil
	})
	return found
}

// merge adds types that are not there yet.
func merge(found, more []inferred) []inferred {
	for _, m := range more {
		if m.properties != nil || !slices.ContainsFunc(found, func(f inferred) bool { return f.t == m.t }) {
			found = append(found, m)
		}
	}
	return found
}

// inferStatement is what a statement gives as a value.
func (c *completer) inferStatement(s parser.Node) []inferred {
	switch s := s.(type) {
	case *parser.Pipeline:
		if len(s.Elements) == 0 {
			return nil
		}
		if len(s.Elements) == 1 {
			if e, ok := s.Elements[0].(*parser.CommandExpression); ok {
				return c.infer(e.Expression)
			}
		}
		return c.inferElement(s.Elements[len(s.Elements)-1])
	case *parser.CommandExpression:
		return c.infer(s.Expression)
	case *parser.AssignmentStatement:
		return c.inferStatement(s.Right)
	case *parser.PipelineChain:
		return c.inferStatement(s.Right)
	}
	return nil
}

// inferBlock is what a list of statements writes.
func (c *completer) inferBlock(statements []parser.Statement) []inferred {
	var found []inferred
	for _, s := range statements {
		if p, ok := s.(*parser.Pipeline); ok && len(p.Elements) > 0 {
			found = merge(found, c.inferElement(p.Elements[len(p.Elements)-1]))
		}
	}
	return found
}
