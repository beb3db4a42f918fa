package parser

import "strings"

// increment reports ++ and -- of what cannot be assigned to.
func (c *checker) increment(e *UnaryExpression) {
	switch e.Operator {
	case TokenPlusPlus, TokenMinusMinus, TokenPostfixPlusPlus, TokenPostfixMinusMinus:
		c.assignmentTarget(e.Child, false, func(n Node) { c.report(n.Span(), operatorRequiresVariable, e.Operator.Text()) })
	}
}

// assignmentTarget calls wrong for each part of a target that cannot be
// assigned to. Only = can assign to several targets at once.
func (c *checker) assignmentTarget(e Expression, simple bool, wrong func(Node)) {
	switch e := e.(type) {
	case *ArrayLiteral:
		if !simple {
			wrong(e)
			return
		}
		for _, element := range e.Elements {
			c.assignmentTarget(element, true, wrong)
		}
	case *ParenExpression:
		if inner := loneExpression(e.Pipeline); inner != nil {
			c.assignmentTarget(inner, simple, wrong)
			return
		}
		wrong(e.Pipeline)
	case *VariableExpression, *InvokeMemberExpression:
	case *MemberExpression:
		if e.NullConditional {
			wrong(e)
		}
	case *IndexExpression:
		if e.NullConditional {
			wrong(e)
		}
	case *ConvertExpression, *AttributedExpression:
		c.typedTarget(e, simple, wrong)
	default:
		wrong(e)
	}
}

// typedTarget checks the types before a target: [ref] stands alone, [void]
// stands nowhere, and automatic variables have types of their own.
func (c *checker) typedTarget(e Expression, simple bool, wrong func(Node)) {
	types := 0
	var last TypeReference
	var reference *TypeConstraint
	inner := e
	for inner != nil {
		switch n := inner.(type) {
		case *ConvertExpression:
			types++
			last = n.Type.TypeName
			if isReference(last) {
				reference = n.Type
			} else if isVoid(last) {
				c.report(n.Type.Extent, voidConstraint)
			}
			inner = n.Child
			continue
		case *AttributedExpression:
			inner = n.Child
			continue
		}
		break
	}
	if reference != nil && types > 1 {
		c.report(reference.Extent, referenceByItself)
		return
	}
	if v, ok := inner.(*VariableExpression); ok && isAnyLocal(v) {
		if want, automatic := automaticType(v.Name); automatic && !isNamed(last, automaticNames(want)...) && !isArrayNamed(last, want) {
			c.report(e.Span(), assignmentToAutomatic, v.Name, want)
		}
	}
	c.assignmentTarget(inner, simple, wrong)
}

// isAnyLocal reports whether a variable belongs to the present scope.
func isAnyLocal(v *VariableExpression) bool {
	switch v.Scope {
	case ScopeNone, ScopeLocal, ScopePrivate, ScopeVariable:
		return true
	}
	return false
}

// automaticType gives the type of a variable that PowerShell sets by itself
// (about_Automatic_Variables).
func automaticType(name string) (string, bool) {
	switch strings.ToLower(name) {
	case "_", "this", "input":
		return "System.Object", true
	case "args":
		return "System.Object[]", true
	case "pscmdlet":
		return "System.Management.Automation.PSScriptCmdlet", true
	case "psboundparameters":
		return "System.Management.Automation.PSBoundParametersDictionary", true
	case "myinvocation":
		return "System.Management.Automation.InvocationInfo", true
	case "psscriptroot", "pscommandpath":
		return "System.String", true
	}
	return "", false
}

// automaticNames gives the names by which a script can write such a type.
func automaticNames(full string) []string {
	switch full {
	case "System.Object":
		return []string{full, "object"}
	case "System.String":
		return []string{full, "string"}
	}
	return []string{full, strings.TrimPrefix(full, "System.")}
}

func isArrayNamed(t TypeReference, full string) bool {
	array, ok := t.(*ArrayTypeName)
	element, isArray := strings.CutSuffix(full, "[]")
	return ok && isArray && array.Rank == 1 && isNamed(array.Element, automaticNames(element)...)
}

// conversion checks [ordered], which is for hashtables, and [ref].
func (c *checker) conversion(e *ConvertExpression) {
	if isNamed(e.Type.TypeName, "ordered") {
		if _, ok := e.Child.(*Hashtable); !ok {
			c.report(e.Extent, orderedOnlyOnHash)
		}
	}
	if isReference(e.Type.TypeName) {
		c.reference(e)
	}
	c.attributedValue(e)
}

// reference reports [ref] with another [ref] below it, and behind another type.
func (c *checker) reference(e *ConvertExpression) {
	several := false
	for child := e.Child; child != nil; {
		switch n := child.(type) {
		case *ConvertExpression:
			if isReference(n.Type.TypeName) {
				several = true
				c.report(n.Type.Extent, referenceInSequence)
			}
			child = n.Child
			continue
		case *AttributedExpression:
			child = n.Child
			continue
		}
		break
	}
	outer, ok := c.parent(0).(*ConvertExpression)
	if !ok || several || isReference(outer.Type.TypeName) || c.inAssignmentTarget() {
		return
	}
	c.report(e.Type.Extent, referenceLast)
}

// inAssignmentTarget reports whether the visited node is part of the left side
// of an assignment, which has its own message.
func (c *checker) inAssignmentTarget() bool {
	for i := len(c.ancestors) - 1; i > 0; i-- {
		if a, ok := c.ancestors[i-1].(*AssignmentStatement); ok {
			return Node(a.Left) == c.ancestors[i]
		}
		if _, ok := c.ancestors[i].(*CommandExpression); ok {
			return false
		}
	}
	return false
}
