package syntax

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// astProperties are those of all nodes.
func astProperties() []objects.Property {
	reads := func(signature string, get func(n *Node) objects.Value) objects.Property {
		return objects.Reads(signature, func(this objects.Value) objects.Value {
			if n, ok := objects.As[*Node](this); ok {
				return get(n)
			}
			return objects.Null
		})
	}
	return []objects.Property{
		reads(namespace+"IScriptExtent Extent {get;}", func(n *Node) objects.Value { return n.tree.host.Extent(n.tree.source, n.node.Span()) }),
		reads(namespace+"Ast Parent {get;}", func(n *Node) objects.Value { return n.tree.optional(n.tree.parent(n.node)) }),
	}
}

// astMethods are those of all nodes. Those of some classes alone answer $null for
// the others.
func astMethods() []objects.Method {
	of := func(c *objects.Call) *Node { n, _ := objects.As[*Node](c.This); return n }
	return []objects.Method{
		objects.Partial(namespace+"Ast Find(System.Func["+namespace+"Ast,bool] predicate, bool searchNestedScriptBlocks)", func(c *objects.Call) (objects.Value, error) {
			found, err := of(c).search(c, true)
			if err != nil || len(found) == 0 {
				return objects.Null, err
			}
			return found[0], nil
		}),
		objects.Partial("System.Collections.Generic.IEnumerable["+namespace+"Ast] FindAll(System.Func["+namespace+"Ast,bool] predicate, bool searchNestedScriptBlocks)", func(c *objects.Call) (objects.Value, error) {
			found, err := of(c).search(c, false)
			return objects.Of(objects.NewList(objects.MakeGeneric(objects.ListOpenType, of(c).tree.classes.byName["Ast"]), found)), err
		}),
		objects.Total("string ToString()", func(c *objects.Call) objects.Value {
			text, _ := of(c).Text()
			return objects.String(text)
		}),
		objects.Partial("System.Object SafeGetValue()", func(c *objects.Call) (objects.Value, error) { return of(c).tree.safeValue(of(c).node) }),
		objects.Total(namespace+"Ast Copy()", func(c *objects.Call) objects.Value { return c.This }),
	}
}

// ownMethods are those that some classes have beside.
func ownMethods(class string) []objects.Method {
	of := func(c *objects.Call) *Node { n, _ := objects.As[*Node](c.This); return n }
	switch class {
	case "CommandAst":
		return []objects.Method{objects.Total("string GetCommandName()", func(c *objects.Call) objects.Value { return commandName(of(c).node) })}
	case "ScriptBlockAst":
		return []objects.Method{objects.Partial("scriptblock GetScriptBlock()", func(c *objects.Call) (objects.Value, error) { return of(c).scriptBlock(c) })}
	case "PipelineBaseAst":
		return []objects.Method{objects.Total(namespace+"ExpressionAst GetPureExpression()", func(c *objects.Call) objects.Value { return of(c).pureExpression() })}
	case "AssignmentStatementAst":
		return []objects.Method{objects.Total("System.Collections.Generic.IEnumerable["+namespace+"ExpressionAst] GetAssignmentTargets()", func(c *objects.Call) objects.Value {
			n := of(c)
			return list(n.tree, "ExpressionAst", assigned(n.node.(*parser.AssignmentStatement).Left))
		})}
	}
	return nil
}

// scriptBlock is the code of the node, to be run.
func (n *Node) scriptBlock(c *objects.Call) (objects.Value, error) {
	text, err := n.Text()
	if err != nil {
		return objects.Null, err
	}
	if len(text) > 1 && text[0] == '{' {
		text = text[1 : len(text)-1]
	}
	return n.tree.host.Block(c.Context, text)
}

// pureExpression is the expression that a pipeline is, if it is no more.
func (n *Node) pureExpression() objects.Value {
	if p, ok := n.node.(*parser.Pipeline); ok && len(p.Elements) == 1 {
		if e, ok := p.Elements[0].(*parser.CommandExpression); ok && len(e.Redirections) == 0 {
			return n.tree.optional(e.Expression)
		}
	}
	return objects.Null
}

// search finds the nodes that a predicate likes, or the first.
func (n *Node) search(c *objects.Call, first bool) (found []objects.Value, err error) {
	predicate := c.Func(0)
	if predicate == nil {
		return nil, objects.NullArgument("predicate")
	}
	err = n.tree.find(n.node, c.Bool(1), func(at *Node) (bool, error) {
		v, err := predicate.CallWith(c.Context, objects.Null, []objects.Value{objects.Of(at)})
		if err != nil {
			return false, err
		}
		if c.Types.Truth(v) {
			found = append(found, objects.Of(at))
			return !first, nil
		}
		return true, nil
	})
	return found, err
}

// commandName is the name of a command that is written as a word or a string.
func commandName(n parser.Node) objects.Value {
	if c, ok := n.(*parser.Command); ok && len(c.Elements) > 0 {
		if s, ok := c.Elements[0].(*parser.StringConstantExpression); ok {
			return objects.String(s.Value)
		}
	}
	return objects.Null
}

// assigned are the variables and members that an assignment changes.
func assigned(e parser.Expression) []parser.Expression {
	switch e := e.(type) {
	case *parser.ArrayLiteral:
		var all []parser.Expression
		for _, one := range e.Elements {
			all = append(all, assigned(one)...)
		}
		return all
	case *parser.ParenExpression:
		if p, ok := e.Pipeline.(*parser.Pipeline); ok && len(p.Elements) == 1 {
			if x, ok := p.Elements[0].(*parser.CommandExpression); ok {
				return assigned(x.Expression)
			}
		}
	}
	return []parser.Expression{e}
}

// safeValue is the value of a node that is made of constants alone.
func (t *Tree) safeValue(n parser.Node) (objects.Value, error) {
	switch n := n.(type) {
	case *parser.ConstantExpression:
		return t.host.Number(n.Value), nil
	case *parser.StringConstantExpression:
		return objects.String(n.Value), nil
	case *parser.VariableExpression:
		for i, name := range [...]string{"null", "true", "false"} {
			if objects.EqualFold(n.Path, name) {
				return [...]objects.Value{objects.Null, objects.Bool(true), objects.Bool(false)}[i], nil
			}
		}
	case *parser.ArrayLiteral:
		return t.safeItems(n.Elements)
	case *parser.ArrayExpression:
		return t.safeStatements(n.Body, true)
	case *parser.SubExpression:
		return t.safeStatements(n.Body, false)
	case *parser.ParenExpression:
		return t.safeValue(n.Pipeline)
	case *parser.Pipeline:
		if len(n.Elements) == 1 {
			return t.safeValue(n.Elements[0])
		}
	case *parser.CommandExpression:
		return t.safeValue(n.Expression)
	case *parser.Hashtable:
		return t.safeHashtable(n)
	}
	return objects.Null, objects.NewException(objects.InvalidOperationException, "Cannot generate a PowerShell object for a ScriptBlock evaluating dynamic expressions. Dynamic expression: "+t.source.Slice(n.Span())+".")
}

func (t *Tree) safeItems(list []parser.Expression) (objects.Value, error) {
	items := make([]objects.Value, len(list))
	for i, e := range list {
		var err error
		if items[i], err = t.safeValue(e); err != nil {
			return objects.Null, err
		}
	}
	return objects.ArrayValue(items), nil
}

func (t *Tree) safeStatements(b *parser.StatementBlock, array bool) (objects.Value, error) {
	var items []objects.Value
	for _, s := range b.Statements {
		v, err := t.safeValue(s)
		if err != nil {
			return objects.Null, err
		}
		if a, ok := objects.As[*objects.Array](v); ok {
			items = append(items, a.Items()...)
			continue
		}
		items = append(items, v)
	}
	if !array && len(items) == 1 {
		return items[0], nil
	}
	return objects.ArrayValue(items), nil
}

func (t *Tree) safeHashtable(n *parser.Hashtable) (objects.Value, error) {
	h := objects.NewHashtable()
	for _, e := range n.Entries {
		key, err := t.safeValue(e.Key)
		if err != nil {
			return objects.Null, err
		}
		v, err := t.safeValue(e.Value)
		if err != nil {
			return objects.Null, err
		}
		h.Set(key, v)
	}
	return objects.Of(h), nil
}
