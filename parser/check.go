package parser

import "strings"

// checker reports what is wrong in a tree that is grammatically right, or was
// made so by the recovery from errors. Types are resolved before.
type checker struct {
	*parser
	ancestors []Node
	members   []Node // the member of a class that is being checked, nil in a script block of its own
	flow      map[*VariableExpression]bool
}

// check runs all checks over the finished tree.
func (p *parser) check(tree *ScriptBlock) {
	if p.stopped || !p.needsChecks() {
		return
	}
	p.resolve(tree)
	c := &checker{parser: p, members: []Node{nil}}
	c.visit(tree)
}

// parent gives an ancestor of the node that is being visited: 0 is the parent,
// 1 the parent's parent.
func (c *checker) parent(level int) Node {
	if i := len(c.ancestors) - 1 - level; i >= 0 {
		return c.ancestors[i]
	}
	return nil
}

func (c *checker) visit(n Node) {
	c.checkNode(n)
	members := len(c.members)
	switch n := n.(type) {
	case *ScriptBlock:
		if _, method := c.parent(0).(*FunctionMember); !method {
			c.members = append(c.members, nil)
		}
	case *PropertyMember, *FunctionMember:
		c.members = append(c.members, n)
	}
	c.ancestors = append(c.ancestors, n)
	children(n, c.visit)
	c.ancestors = c.ancestors[:len(c.ancestors)-1]
	c.members = c.members[:members]
}

// member gives the property or method that the visited node belongs to, or nil.
func (c *checker) member() Node { return c.members[len(c.members)-1] }

func (c *checker) checkNode(n Node) {
	switch n := n.(type) {
	case Expression:
		c.checkExpression(n)
	case Statement:
		c.checkStatement(n)
	case *ParamBlock:
		c.duplicateParameters(n.Parameters)
	case *Parameter:
		c.parameterTypes(n)
	case *Attribute:
		c.attributeArguments(n)
	case *PropertyMember:
		c.propertyType(n)
	case *FunctionMember:
		c.method(n)
	}
}

func (c *checker) checkExpression(e Expression) {
	switch e := e.(type) {
	case *VariableExpression:
		c.variableUse(e)
	case *UnaryExpression:
		c.increment(e)
	case *ConvertExpression:
		c.conversion(e)
	case *AttributedExpression:
		c.attributedValue(e)
	case *Hashtable:
		c.duplicateKeys(e)
	case *UsingExpression:
		c.usingValue(e)
	}
}

func (c *checker) checkStatement(s Statement) {
	switch s := s.(type) {
	case *AssignmentStatement:
		c.assignmentTarget(s.Left, s.Operator == TokenEquals, func(n Node) { c.report(n.Span(), invalidLeftHandSide) })
	case *FunctionDefinition:
		c.function(s)
	case *DataStatement:
		c.dataSection(s)
	case *TryStatement:
		c.catchOrder(s)
	case *BreakStatement:
		c.jump(s, s.Label)
	case *ContinueStatement:
		c.jump(s, s.Label)
	case *ReturnStatement:
		c.leavesFinally(s, "", false)
		c.returnValue(s)
	case *SwitchStatement:
		if s.Flags&SwitchParallel != 0 {
			c.report(s.Extent, reservedParameter, "switch", "parallel")
		}
	case *ForEachStatement:
		c.foreachParameters(s)
	case *BlockStatement:
		c.workflowBlockUse(s)
	case *UsingStatement:
		if s.Alias != nil || s.Kind == UsingType || s.Kind == UsingCommand {
			c.report(s.Extent, usingNotSupported)
		}
	}
}

func (c *checker) foreachParameters(s *ForEachStatement) {
	if s.Parallel {
		c.report(s.Extent, reservedParameter, "foreach", "parallel")
	}
	if s.ThrottleLimit == nil {
		return
	}
	c.report(s.Extent, reservedParameter, "foreach", "throttlelimit")
	if !s.Parallel {
		c.report(s.Extent, throttleNeedsParallel)
	}
}

func (c *checker) workflowBlockUse(s *BlockStatement) {
	for _, n := range c.ancestors {
		if f, ok := n.(*FunctionDefinition); ok && f.Kind == TokenWorkflow {
			return
		}
	}
	at := Extent{s.Start, s.Start + uint32(len(s.Kind.Text()))}
	c.report(at, unexpectedKeyword, c.source.Slice(at))
}

func (c *checker) function(f *FunctionDefinition) {
	if f.Parameters != nil && f.Body.ParamBlock != nil {
		c.report(f.Body.ParamBlock.Extent, onlyOneParameterList)
	} else {
		c.duplicateParameters(f.Parameters)
	}
	if f.Kind == TokenWorkflow {
		c.report(f.Extent, workflowNotSupported)
	}
}

func (c *checker) duplicateParameters(list []*Parameter) {
	for i, parameter := range list {
		for _, other := range list[:i] {
			if strings.EqualFold(other.Name.Path, parameter.Name.Path) {
				c.report(parameter.Name.Extent, duplicateFormalParameter, parameter.Name.Path)
				break
			}
		}
		for _, a := range parameter.Attributes {
			if t, ok := a.(*TypeConstraint); ok && isVoid(t.TypeName) {
				c.report(t.Extent, voidConstraint)
				break
			}
		}
	}
}

// isNamed reports whether a type is written by one of these names.
func isNamed(t TypeReference, names ...string) bool {
	name, ok := t.(*TypeName)
	return ok && containsFold(names, name.Name)
}

func isVoid(t TypeReference) bool { return isNamed(t, "void", "System.Void") }

func isReference(t TypeReference) bool {
	return isNamed(t, "ref", "System.Management.Automation.PSReference", "psreference")
}

// duplicateKeys reports keys of a hashtable literal that are the same text.
func (c *checker) duplicateKeys(h *Hashtable) {
	if len(h.Entries) < 2 {
		return
	}
	seen := make(map[string]bool, len(h.Entries))
	for _, entry := range h.Entries {
		var key string
		switch k := entry.Key.(type) {
		case *StringConstantExpression:
			key = k.Value
		case *ConstantExpression:
			key = k.Value.String()
		default:
			continue
		}
		folded := strings.ToUpper(key)
		if seen[folded] {
			c.report(entry.Key.Span(), duplicateHashKey, key)
		}
		seen[folded] = true
	}
}

// variableUse reports splatted variables that are no arguments, and variables
// that a method may not see.
func (c *checker) variableUse(v *VariableExpression) {
	if v.Splatted {
		c.splatted(v)
	}
	if c.flow[v] {
		c.report(v.Extent, variableNotLocal)
	}
	if strings.EqualFold(v.Path, "this") && isStaticMember(c.member()) {
		c.report(v.Extent, nonStaticInStatic, v.Path)
	}
}

func (c *checker) splatted(v *VariableExpression) {
	switch c.parent(0).(type) {
	case *Command, *UsingExpression:
		return
	case *ArrayLiteral:
		if _, ok := c.parent(1).(*Command); ok {
			c.report(v.Extent, splattingNotPermittedInList, v.Path)
			return
		}
	}
	c.report(v.Extent, splattingNotPermitted, v.Path, v.Path)
}

func isStaticMember(n Node) bool {
	switch n := n.(type) {
	case *FunctionMember:
		return n.Modifiers&ModifierStatic != 0
	case *PropertyMember:
		return n.Modifiers&ModifierStatic != 0
	}
	return false
}

// usingValue reports what can be in no using expression: only members and
// constant indexes of a variable can.
func (c *checker) usingValue(u *UsingExpression) {
	for e := u.Expression; ; {
		switch n := e.(type) {
		case *VariableExpression:
			return
		case *MemberExpression:
			if _, named := n.Member.(*StringConstantExpression); named {
				e = n.Expression
				continue
			}
		case *IndexExpression:
			if isConstant(n.Index, constantArgument) {
				e = n.Target
				continue
			}
			e = n.Index
		}
		c.report(e.Span(), invalidUsingExpression)
		return
	}
}
