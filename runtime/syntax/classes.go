package syntax

import (
	"reflect"
	"sync"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
	"github.com/csshell/csshell/parser"
)

// classes is the table of all classes of nodes.
var classes = sync.OnceValue(func() *classTable {
	c := &classTable{byName: map[string]*objects.Type{}, byKind: map[reflect.Type]*objects.Type{}}
	ast := c.add("Ast", "", nil)
	ast.properties, ast.methods = astProperties(), astMethods()
	for _, abstract := range [][2]string{
		{"StatementAst", "Ast"}, {"PipelineBaseAst", "StatementAst"}, {"ChainableAst", "PipelineBaseAst"}, {"CommandBaseAst", "StatementAst"},
		{"LabeledStatementAst", "StatementAst"}, {"LoopStatementAst", "LabeledStatementAst"}, {"MemberAst", "Ast"}, {"AttributeBaseAst", "Ast"},
		{"CommandElementAst", "Ast"}, {"ExpressionAst", "CommandElementAst"}, {"RedirectionAst", "Ast"},
	} {
		c.add(abstract[0], abstract[1], nil)
	}
	blocks(c)
	definitions(c)
	statements(c)
	loops(c)
	commands(c)
	expressions(c)
	members(c)
	values(c)
	for _, one := range c.list {
		one.methods = append(one.methods, ownMethods(one.typ.Name())...)
	}
	return c
})

func blocks(c *classTable) {
	type S = *parser.ScriptBlock
	of(c, "ScriptBlockAst", "Ast",
		children("AttributeAst", "Attributes", func(n S) []*parser.Attribute {
			if n.ParamBlock == nil {
				return nil
			}
			return n.ParamBlock.Attributes
		}),
		children("UsingStatementAst", "UsingStatements", func(n S) []*parser.UsingStatement { return n.UsingStatements }),
		maybe("ParamBlockAst", "ParamBlock", func(n S) *parser.ParamBlock { return n.ParamBlock }),
		maybe("NamedBlockAst", "BeginBlock", func(n S) *parser.NamedBlock { return n.Begin }),
		maybe("NamedBlockAst", "ProcessBlock", func(n S) *parser.NamedBlock { return n.Process }),
		maybe("NamedBlockAst", "EndBlock", func(n S) *parser.NamedBlock { return n.End }),
		maybe("NamedBlockAst", "CleanBlock", func(n S) *parser.NamedBlock { return n.Clean }),
		maybe("NamedBlockAst", "DynamicParamBlock", func(n S) *parser.NamedBlock { return n.DynamicParam }),
	)
	of(c, "ParamBlockAst", "Ast",
		children("AttributeAst", "Attributes", func(n *parser.ParamBlock) []*parser.Attribute { return n.Attributes }),
		children("ParameterAst", "Parameters", func(n *parser.ParamBlock) []*parser.Parameter { return n.Parameters }))
	of(c, "NamedBlockAst", "Ast",
		boolean("Unnamed", func(n *parser.NamedBlock) bool { return n.Unnamed }),
		kind("BlockKind", func(n *parser.NamedBlock) parser.TokenKind { return n.Kind }),
		children("StatementAst", "Statements", func(n *parser.NamedBlock) []parser.Statement { return n.Statements }),
		children("TrapStatementAst", "Traps", func(n *parser.NamedBlock) []*parser.TrapStatement { return n.Traps }))
	of(c, "StatementBlockAst", "Ast",
		children("StatementAst", "Statements", func(n *parser.StatementBlock) []parser.Statement { return n.Statements }),
		children("TrapStatementAst", "Traps", func(n *parser.StatementBlock) []*parser.TrapStatement { return n.Traps }))
	of(c, "ParameterAst", "Ast",
		children("AttributeBaseAst", "Attributes", func(n *parser.Parameter) []parser.AttributeBase { return n.Attributes }),
		maybe("VariableExpressionAst", "Name", func(n *parser.Parameter) *parser.VariableExpression { return n.Name }),
		child("ExpressionAst", "DefaultValue", func(n *parser.Parameter) parser.Node { return n.Default }),
		staticType(func(n *parser.Parameter) any {
			for _, a := range n.Attributes {
				if constraint, ok := a.(*parser.TypeConstraint); ok {
					return constraint.TypeName
				}
			}
			return objects.ObjectType
		}))
	of(c, "AttributeAst", "AttributeBaseAst",
		typeNamed(func(n *parser.Attribute) parser.TypeReference { return n.TypeName }),
		children("ExpressionAst", "PositionalArguments", func(n *parser.Attribute) []parser.Expression { return n.PositionalArguments }),
		children("NamedAttributeArgumentAst", "NamedArguments", func(n *parser.Attribute) []*parser.NamedAttributeArgument { return n.NamedArguments }))
	of(c, "TypeConstraintAst", "AttributeBaseAst", typeNamed(func(n *parser.TypeConstraint) parser.TypeReference { return n.TypeName }))
	of(c, "NamedAttributeArgumentAst", "Ast",
		words("ArgumentName", func(n *parser.NamedAttributeArgument) string { return n.Name }),
		child("ExpressionAst", "Argument", func(n *parser.NamedAttributeArgument) parser.Node { return n.Argument }),
		boolean("ExpressionOmitted", func(n *parser.NamedAttributeArgument) bool { return n.Argument == nil }))
}

func definitions(c *classTable) {
	type F = *parser.FunctionDefinition
	of(c, "FunctionDefinitionAst", "StatementAst",
		boolean("IsFilter", func(n F) bool { return n.Kind == parser.TokenFilter }),
		boolean("IsWorkflow", func(n F) bool { return n.Kind == parser.TokenWorkflow }),
		words("Name", func(n F) string { return n.Name }),
		is("System.Collections.ObjectModel.ReadOnlyCollection["+namespace+"ParameterAst]", "Parameters", func(t *Tree, n F) objects.Value {
			if len(n.Parameters) == 0 {
				return objects.Null
			}
			return list(t, "ParameterAst", n.Parameters)
		}),
		maybe("ScriptBlockAst", "Body", func(n F) *parser.ScriptBlock { return n.Body }))
	type D = *parser.TypeDefinition
	of(c, "TypeDefinitionAst", "StatementAst",
		words("Name", func(n D) string { return n.Name }),
		children("AttributeAst", "Attributes", func(n D) []*parser.Attribute { return n.Attributes }),
		children("TypeConstraintAst", "BaseTypes", func(n D) []*parser.TypeConstraint { return n.BaseTypes }),
		children("MemberAst", "Members", func(n D) []parser.Member { return n.Members }),
		boolean("IsClass", func(n D) bool { return n.Kind == parser.TokenClass }),
		boolean("IsEnum", func(n D) bool { return n.Kind == parser.TokenEnum }),
		boolean("IsInterface", func(n D) bool { return n.Kind == parser.TokenInterface }))
	of(c, "PropertyMemberAst", "MemberAst", append(modifiers(func(n *parser.PropertyMember) parser.MemberModifiers { return n.Modifiers }),
		words("Name", func(n *parser.PropertyMember) string { return n.Name }),
		maybe("TypeConstraintAst", "PropertyType", func(n *parser.PropertyMember) *parser.TypeConstraint { return n.PropertyType }),
		children("AttributeAst", "Attributes", func(n *parser.PropertyMember) []*parser.Attribute { return n.Attributes }),
		child("ExpressionAst", "InitialValue", func(n *parser.PropertyMember) parser.Node { return n.InitialValue }))...)
	type M = *parser.FunctionMember
	of(c, "FunctionMemberAst", "MemberAst", append(modifiers(func(n M) parser.MemberModifiers { return n.Modifiers }),
		words("Name", func(n M) string { return n.Name }),
		children("AttributeAst", "Attributes", func(n M) []*parser.Attribute { return n.Attributes }),
		maybe("TypeConstraintAst", "ReturnType", func(n M) *parser.TypeConstraint { return n.ReturnType }),
		children("ParameterAst", "Parameters", func(n M) []*parser.Parameter { return n.Parameters }),
		maybe("ScriptBlockAst", "Body", func(n M) *parser.ScriptBlock { return n.Body }),
		boolean("IsConstructor", func(n M) bool { return n.Constructor }))...)
	of(c, "UsingStatementAst", "StatementAst",
		is(namespace+"UsingStatementKind", "UsingStatementKind", func(_ *Tree, n *parser.UsingStatement) objects.Value {
			return objects.Word(usingKindType, uint64(n.Kind))
		}),
		maybe("StringConstantExpressionAst", "Name", func(n *parser.UsingStatement) *parser.StringConstantExpression { return n.Name }),
		maybe("StringConstantExpressionAst", "Alias", func(n *parser.UsingStatement) *parser.StringConstantExpression { return n.Alias }),
		maybe("HashtableAst", "ModuleSpecification", func(n *parser.UsingStatement) *parser.Hashtable { return n.ModuleSpecification }))
}

// modifiers are the words before a member of a class.
func modifiers[N parser.Node](of func(N) parser.MemberModifiers) []property[N] {
	flag := func(name string, m parser.MemberModifiers) property[N] {
		return boolean(name, func(n N) bool { return of(n)&m != 0 })
	}
	return []property[N]{
		flag("IsPublic", parser.ModifierPublic), flag("IsPrivate", parser.ModifierPrivate), flag("IsStatic", parser.ModifierStatic), flag("IsHidden", parser.ModifierHidden),
	}
}

// pairs is a list of two nodes each, as tuples of two classes.
func pairs(t *Tree, first, second string, items []objects.Value) objects.Value {
	types := []*objects.Type{t.classes.byName[first], t.classes.byName[second]}
	list := make([]objects.Value, 0, len(items)/2)
	for i := 0; i+1 < len(items); i += 2 {
		list = append(list, system.NewTuple(types, items[i], items[i+1]))
	}
	return readOnly(system.NewTuple(types, objects.Null, objects.Null).Type(), list)
}

// pairedWith is a property that is such a list.
func pairedWith[N parser.Node](name, first, second string, items func(t *Tree, n N) []objects.Value) property[N] {
	return is("System.Collections.ObjectModel.ReadOnlyCollection[System.Tuple["+namespace+first+","+namespace+second+"]]", name, func(t *Tree, n N) objects.Value {
		return pairs(t, first, second, items(t, n))
	})
}
