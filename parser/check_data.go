package parser

import "strings"

// dataSection checks the body of a data section, in which only a small part of
// the language may be used (about_Data_Sections). It visits all nodes of the
// body, nested script blocks too.
func (c *checker) dataSection(s *DataStatement) {
	d := dataChecker{parser: c.parser, commands: []string{"ConvertFrom-StringData"}, checked: true}
	for _, e := range s.CommandsAllowed {
		name, ok := e.(*StringConstantExpression)
		if !ok {
			d.checked = false // it is known when the script runs
			break
		}
		d.commands = append(d.commands, name.Value)
	}
	Walk(s.Body, func(n Node) bool {
		d.check(n)
		return true
	})
}

type dataChecker struct {
	*parser
	commands []string
	checked  bool // the names of commands are checked
}

func (d *dataChecker) check(n Node) {
	switch n := n.(type) {
	case Expression:
		d.expression(n)
	case Statement:
		d.statement(n)
	case *ScriptBlock:
		d.report(n.Extent, dataScriptBlock)
	case *ParamBlock:
		d.report(n.Extent, dataParameters)
	case *Attribute:
		d.report(n.Extent, dataAttribute)
	case *TypeConstraint:
		d.typeUse(n, n.TypeName)
	case Redirection:
		d.report(n.Span(), dataRedirection)
	}
}

func (d *dataChecker) statement(s Statement) {
	if what := forbiddenInData(s); what != "" {
		d.report(s.Span(), what)
	}
	if command, ok := s.(*Command); ok {
		d.command(command)
	}
}

// forbiddenInData gives the mistake that a statement is, or an empty one.
func forbiddenInData(s Statement) problem {
	switch s.(type) {
	case *FunctionDefinition:
		return dataFunction
	case *TrapStatement:
		return dataTrap
	case *SwitchStatement:
		return dataSwitch
	case *DataStatement:
		return dataData
	case *ForEachStatement:
		return dataForeach
	case *ForStatement, *WhileStatement:
		return dataForWhile
	case *DoWhileStatement, *DoUntilStatement:
		return dataDoWhile
	case *TryStatement:
		return dataTry
	case *BreakStatement, *ContinueStatement, *ReturnStatement, *ExitStatement, *ThrowStatement:
		return dataFlow
	case *AssignmentStatement:
		return dataAssignment
	case *BlockStatement:
		return dataBlock
	}
	return ""
}

func (d *dataChecker) command(n *Command) {
	if n.Invocation == TokenDot {
		d.report(n.Extent, dataDotSourcing)
		return
	}
	if !d.checked {
		return
	}
	name, ok := n.Elements[0].(*StringConstantExpression)
	switch {
	case !ok && n.Invocation == TokenAmpersand:
		d.report(n.Extent, dataOperator, "&")
	case !ok:
		d.report(n.Extent, dataCommand, d.source.Slice(n.Extent))
	case !containsFold(d.commands, name.Value):
		d.report(n.Extent, dataCommand, name.Value)
	}
}

func (d *dataChecker) expression(e Expression) {
	switch e := e.(type) {
	case *BinaryExpression:
		if e.Operator.has(flagRestricted) {
			d.report(e.ErrorExtent, dataOperator, e.Operator.canonical())
		}
	case *UnaryExpression:
		if e.Operator.has(flagRestricted) {
			d.report(e.Extent, dataOperator, e.Operator.canonical())
		}
	case *VariableExpression:
		if !containsFold([]string{"PSCulture", "PSUICulture", "true", "false", "null"}, e.Path) {
			d.report(e.Extent, dataVariable)
		}
	case *MemberExpression:
		d.report(e.Extent, dataProperty)
	case *InvokeMemberExpression:
		d.report(e.Extent, dataMethod)
	case *IndexExpression:
		d.report(e.Extent, dataIndex)
	case *AttributedExpression:
		d.report(e.Extent, dataAttribute)
	case *ScriptBlockExpression:
		d.report(e.Extent, dataScriptBlock)
	case *TypeExpression:
		d.typeUse(e, e.TypeName)
	}
}

// canonical gives an operator as .NET's table of tokens spells it: the form
// with the letter i, where there is one.
func (k TokenKind) canonical() string {
	if also := tokenTable[k].also; also != "" {
		return also
	}
	return k.Text()
}

// typeUse reports a type that is no simple one, or an array of a simple one.
func (d *dataChecker) typeUse(n Node, t TypeReference) {
	element := t
	if array, ok := t.(*ArrayTypeName); ok {
		element = array.Element
	}
	if name, ok := element.(*TypeName); !ok || !isSimpleType(name.Name) {
		d.report(n.Span(), dataType, t)
	}
}

// isSimpleType reports whether a type is a number, a text, a truth or a date.
func isSimpleType(name string) bool {
	switch strings.TrimPrefix(strings.ToLower(name), "system.") {
	case "bool", "boolean", "char", "sbyte", "byte", "int16", "short", "uint16", "ushort", "int", "int32", "uint", "uint32",
		"long", "int64", "ulong", "uint64", "float", "single", "double", "decimal", "datetime", "string":
		return true
	}
	return false
}
