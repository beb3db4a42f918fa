package parser

import (
	"slices"
	"strings"
)

// attributedValue reports an attribute before anything but a variable.
func (c *checker) attributedValue(e Expression) {
	a, ok := e.(*AttributedExpression)
	if !ok {
		return
	}
	for child := a.Child; child != nil; {
		switch n := child.(type) {
		case *VariableExpression:
			return
		case *ConvertExpression:
			child = n.Child
			continue
		case *AttributedExpression:
			child = n.Child
			continue
		}
		break
	}
	if attribute, ok := a.Attribute.(*Attribute); ok {
		c.report(attribute.Extent, unexpectedAttribute, attribute.TypeName)
	}
}

// parameterTypes reports [ordered] on a parameter and several types on a
// method's parameter.
func (c *checker) parameterTypes(n *Parameter) {
	_, method := c.parent(0).(*FunctionMember)
	typed := false
	for _, a := range n.Attributes {
		t, ok := a.(*TypeConstraint)
		switch {
		case !ok:
		case isNamed(t.TypeName, "ordered"):
			c.report(t.Extent, orderedOnlyOnHash)
		case method && typed:
			c.report(t.Extent, multipleParameterTypes)
		default:
			typed = true
		}
	}
}

// attributeTarget gives what an attribute of a class's declaration stands on,
// as .NET's AttributeTargets names it; empty outside classes.
func (c *checker) attributeTarget() string {
	switch n := c.parent(0).(type) {
	case *TypeDefinition:
		if n.Kind == TokenEnum {
			return "Enum"
		}
		return "Class"
	case *PropertyMember:
		return "Property, Field"
	case *FunctionMember:
		if n.Constructor {
			return "Constructor"
		}
		return "Method"
	case *Parameter:
		if _, ok := c.member().(*FunctionMember); ok {
			return "Parameter"
		}
	}
	return ""
}

func (c *checker) attributeArguments(a *Attribute) {
	use, wrong := constantArgument, attributeNeedsConstantOrBlock
	if target := c.attributeTarget(); target != "" {
		use, wrong = constantMember, attributeNeedsConstant
		c.attributeUsage(a, target)
	}
	for i, argument := range a.NamedArguments {
		if slices.ContainsFunc(a.NamedArguments[:i], func(o *NamedAttributeArgument) bool { return strings.EqualFold(o.Name, argument.Name) }) {
			c.report(argument.Extent, duplicateNamedArgument, argument.Name)
			continue
		}
		if argument.Argument != nil && !isConstant(argument.Argument, use) {
			c.report(argument.Argument.Span(), wrong)
		}
	}
	for _, argument := range a.PositionalArguments {
		if !isConstant(argument, use) {
			c.report(argument.Span(), wrong)
		}
	}
}

// attributeUsage reports an attribute that may not stand where it does, and
// properties that it does not have.
func (c *checker) attributeUsage(a *Attribute, target string) {
	info, ok := c.typeOf(a.TypeName, true, 0)
	if !ok {
		return
	}
	if info.ValidOn != "" && !sharesWord(info.ValidOn, target) {
		c.report(a.Extent, attributeNotAllowed, attributeText(a, info), info.ValidOn)
	}
	for _, argument := range a.NamedArguments {
		if info.Properties != nil && !containsFold(info.Properties, argument.Name) {
			c.report(argument.Extent, propertyNotFound, argument.Name, attributeText(a, info), strings.Join(info.Properties, ", "))
		}
	}
}

// attributeText names an attribute as PowerShell does: those that have a short
// name by that.
func attributeText(a *Attribute, info TypeInfo) string {
	if info.ShortName != "" {
		return info.ShortName
	}
	return info.FullName
}

// sharesWord reports whether two lists with commas have a word in common.
func sharesWord(a, b string) bool {
	for word := range strings.SplitSeq(a, ", ") {
		if contains(strings.Split(b, ", "), word) || word == "All" {
			return true
		}
	}
	return false
}
