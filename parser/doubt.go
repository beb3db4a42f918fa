package parser

import "strings"

// The checks of a finished tree cost a walk over all of it, and most scripts
// have nothing in them that could be wrong. So the parser notes on its way
// whether there is anything to check; the functions here tell it what.

// doubt notes that the tree needs the checks.
func (p *parser) doubt(reason bool) { p.doubtful = p.doubtful || reason }

// needsChecks reports whether there is anything that the checks could find.
func (p *parser) needsChecks() bool {
	return p.doubtful || len(p.errors) > 0 || p.splats != 0
}

// isPlainTarget reports whether an expression can be assigned to without doubt.
func isPlainTarget(e Expression) bool {
	switch e := e.(type) {
	case *VariableExpression:
		return true
	case *MemberExpression:
		return !e.NullConditional
	case *IndexExpression:
		return !e.NullConditional
	case *ConvertExpression:
		v, ok := e.Child.(*VariableExpression)
		if !ok || isSpecialType(e.Type.TypeName) {
			return false
		}
		_, automatic := automaticType(v.Name)
		return !automatic
	}
	return false
}

// isSpecialType reports whether a type may not stand everywhere.
func isSpecialType(t TypeReference) bool {
	return isVoid(t) || isReference(t) || isNamed(t, "ordered")
}

// isPlainCast reports whether a type may stand before an operand without doubt.
func isPlainCast(e *ConvertExpression) bool {
	switch e.Child.(type) {
	case *Hashtable:
		return !isReference(e.Type.TypeName)
	case *ConvertExpression, *AttributedExpression:
		return false
	}
	return !isNamed(e.Type.TypeName, "ordered")
}

// isPlainAttribute reports whether an attribute's arguments are right.
func isPlainAttribute(a *Attribute) bool {
	for i, argument := range a.NamedArguments {
		if argument.Argument != nil && !isConstant(argument.Argument, constantArgument) {
			return false
		}
		for _, other := range a.NamedArguments[:i] {
			if strings.EqualFold(other.Name, argument.Name) {
				return false
			}
		}
	}
	return allConstant(a.PositionalArguments, constantArgument)
}

// arePlainParameters reports whether parameters have different names and types
// that can be.
func arePlainParameters(list []*Parameter) bool {
	for i, parameter := range list {
		for _, other := range list[:i] {
			if strings.EqualFold(other.Name.Path, parameter.Name.Path) {
				return false
			}
		}
		for _, a := range parameter.Attributes {
			if t, ok := a.(*TypeConstraint); ok && isSpecialType(t.TypeName) {
				return false
			}
		}
	}
	return true
}

// fewKeys is up to how many keys are compared with each other.
const fewKeys = 16

// arePlainKeys reports whether a hashtable's keys are different words.
func arePlainKeys(entries []HashtableEntry) bool {
	if len(entries) > fewKeys {
		return false
	}
	for i, entry := range entries {
		key, ok := entry.Key.(*StringConstantExpression)
		if !ok {
			return len(entries) < 2
		}
		for _, other := range entries[:i] {
			if strings.EqualFold(other.Key.(*StringConstantExpression).Value, key.Value) {
				return false
			}
		}
	}
	return true
}

// arePlainCatches reports whether each catch clause can run. Whether one type
// derives from another only the environment knows.
func (p *parser) arePlainCatches(list []*CatchClause) bool {
	if len(list) < 2 {
		return true
	}
	for _, clause := range list[:len(list)-1] {
		if len(clause.CatchTypes) == 0 {
			return false
		}
	}
	return p.environment.Type == nil
}
