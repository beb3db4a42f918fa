package sexpr

import (
	"bufio"
	"fmt"
	"strconv"

	"github.com/csshell/csshell/parser"
)

// printer prints the nodes of one tree.
type printer struct {
	out     *bufio.Writer
	source  *parser.Source
	extents bool
	started bool
}

func (p *printer) open(name string, n parser.Node) {
	if p.started {
		p.out.WriteByte(' ')
	}
	p.started = true
	p.out.WriteByte('(')
	p.out.WriteString(name)
	if p.extents {
		e := n.Span()
		fmt.Fprintf(p.out, "@%d-%d", p.source.Position(e.Start).Offset, p.source.Position(e.End).Offset)
	}
}

func (p *printer) close() { p.out.WriteByte(')') }

func (p *printer) group(name string) {
	p.out.WriteString(" (")
	p.out.WriteString(name)
}

func (p *printer) atom(s string) {
	p.out.WriteByte(' ')
	p.out.WriteString(s)
}

func (p *printer) flag(set bool, name string) {
	if set {
		p.atom(name)
	}
}

func (p *printer) text(s string) { p.atom(quote(s)) }

// labeled prints a node in a group of its own, and nothing for a missing one.
func (p *printer) labeled(name string, n parser.Node) {
	if isNil(n) {
		return
	}
	p.group(name)
	p.node(n)
	p.close()
}

func (p *printer) label(s string) {
	if s != "" {
		p.group("label")
		p.text(s)
		p.close()
	}
}

// isNil reports whether a node is missing: a nil interface, or a nil pointer of
// one of the fields that need not be there.
func isNil(n parser.Node) bool {
	switch n := n.(type) {
	case nil:
		return true
	case *parser.ParamBlock:
		return n == nil
	case *parser.NamedBlock:
		return n == nil
	case *parser.StatementBlock:
		return n == nil
	case *parser.TypeConstraint:
		return n == nil
	case *parser.StringConstantExpression:
		return n == nil
	case *parser.Hashtable:
		return n == nil
	}
	return false
}

// all prints a list of nodes.
func all[N parser.Node](p *printer, list []N) {
	for _, n := range list {
		p.node(n)
	}
}

// node prints a node and all below it; a missing one prints nothing.
func (p *printer) node(n parser.Node) {
	if isNil(n) {
		return
	}
	switch n := n.(type) {
	case parser.Expression:
		p.expression(n)
	case parser.Statement:
		p.statement(n)
	default:
		p.part(n)
	}
	p.close()
}

// part prints a node that is neither a statement nor an expression.
func (p *printer) part(n parser.Node) {
	switch n := n.(type) {
	case *parser.ScriptBlock:
		p.scriptBlock(n)
	case *parser.ParamBlock:
		p.open("ParamBlock", n)
		all(p, n.Attributes)
		all(p, n.Parameters)
	case *parser.Parameter:
		p.open("Parameter", n)
		all(p, n.Attributes)
		p.node(n.Name)
		p.node(n.Default)
	case *parser.NamedBlock:
		p.open("NamedBlock", n)
		p.atom(n.Kind.String())
		p.flag(n.Unnamed, "unnamed")
		all(p, n.Traps)
		all(p, n.Statements)
	case *parser.StatementBlock:
		p.open("StatementBlock", n)
		all(p, n.Traps)
		all(p, n.Statements)
	case *parser.Attribute:
		p.open("Attribute", n)
		p.typeName(n.TypeName)
		all(p, n.PositionalArguments)
		all(p, n.NamedArguments)
	case *parser.NamedAttributeArgument:
		p.open("NamedAttributeArgument", n)
		p.text(n.Name)
		p.node(n.Argument)
	case *parser.TypeConstraint:
		p.open("TypeConstraint", n)
		p.typeName(n.TypeName)
	default:
		p.commandPart(n)
	}
}

func (p *printer) commandPart(n parser.Node) {
	switch n := n.(type) {
	case *parser.CommandParameter:
		p.open("CommandParameter", n)
		p.text(n.Name)
		p.node(n.Argument)
	case *parser.FileRedirection:
		p.open("FileRedirection", n)
		p.atom(n.From.String())
		p.flag(n.Append, "append")
		p.node(n.Location)
	case *parser.MergingRedirection:
		p.open("MergingRedirection", n)
		p.atom(n.From.String())
		p.atom(n.To.String())
	case *parser.CatchClause:
		p.open("CatchClause", n)
		all(p, n.CatchTypes)
		p.node(n.Body)
	case *parser.PropertyMember:
		p.propertyMember(n)
	case *parser.FunctionMember:
		p.functionMember(n)
	default:
		panic(fmt.Sprintf("sexpr: unknown node %T", n))
	}
}

func (p *printer) scriptBlock(n *parser.ScriptBlock) {
	p.open("ScriptBlock", n)
	p.requirements(n.Requirements)
	all(p, n.UsingStatements)
	p.node(n.ParamBlock)
	all(p, n.Blocks())
}

func (p *printer) requirements(r *parser.ScriptRequirements) {
	if r == nil {
		return
	}
	p.group("requires")
	p.requirement("shellid", r.ShellID)
	p.requirement("version", r.Version)
	for _, e := range r.PSEditions {
		p.requirement("psedition", e)
	}
	for _, m := range r.Modules {
		p.group("module")
		p.text(m.Name)
		p.requirement("guid", m.GUID)
		p.requirement("minimum", m.Version)
		p.requirement("maximum", m.MaximumVersion)
		p.requirement("required", m.RequiredVersion)
		p.close()
	}
	for _, a := range r.Assemblies {
		p.requirement("assembly", a)
	}
	p.flag(r.Elevated, "elevated")
	p.close()
}

func (p *printer) requirement(name, value string) {
	if value != "" {
		p.group(name)
		p.text(value)
		p.close()
	}
}

func (p *printer) modifiers(m parser.MemberModifiers) {
	p.flag(m&parser.ModifierPublic != 0, "Public")
	p.flag(m&parser.ModifierPrivate != 0, "Private")
	p.flag(m&parser.ModifierStatic != 0, "Static")
	p.flag(m&parser.ModifierLiteral != 0, "Literal")
	p.flag(m&parser.ModifierHidden != 0, "Hidden")
}

func (p *printer) propertyMember(n *parser.PropertyMember) {
	p.open("PropertyMember", n)
	p.text(n.Name)
	p.modifiers(n.Modifiers)
	all(p, n.Attributes)
	p.node(n.PropertyType)
	p.node(n.InitialValue)
}

func (p *printer) functionMember(n *parser.FunctionMember) {
	p.open("FunctionMember", n)
	p.text(n.Name)
	p.modifiers(n.Modifiers)
	p.flag(n.Constructor, "constructor")
	all(p, n.Attributes)
	p.node(n.ReturnType)
	p.group("parameters")
	all(p, n.Parameters)
	p.close()
	p.node(n.Body)
}

func (p *printer) typeName(t parser.TypeReference) {
	switch t := t.(type) {
	case *parser.TypeName:
		p.group("TypeName")
		p.text(t.Name)
		if t.Assembly != "" {
			p.text(t.Assembly)
		}
	case *parser.GenericTypeName:
		p.group("GenericTypeName")
		p.typeName(t.Name)
		for _, a := range t.Arguments {
			p.typeName(a)
		}
	case *parser.ArrayTypeName:
		p.group("ArrayTypeName")
		p.atom(strconv.Itoa(t.Rank))
		p.typeName(t.Element)
	}
	p.close()
}
