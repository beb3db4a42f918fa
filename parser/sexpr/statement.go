package sexpr

import (
	"fmt"
	"strings"

	"github.com/csshell/csshell/parser"
)

func (p *printer) statement(s parser.Statement) {
	switch s := s.(type) {
	case *parser.Pipeline:
		p.open("Pipeline", s)
		p.flag(s.Background, "background")
		all(p, s.Elements)
	case *parser.PipelineChain:
		p.open("PipelineChain", s)
		p.atom(s.Operator.String())
		p.flag(s.Background, "background")
		p.node(s.Left)
		p.node(s.Right)
	case *parser.Command:
		p.open("Command", s)
		p.flag(s.Invocation != parser.TokenUnknown, s.Invocation.String())
		all(p, s.Elements)
		all(p, s.Redirections)
	case *parser.CommandExpression:
		p.open("CommandExpression", s)
		p.node(s.Expression)
		all(p, s.Redirections)
	case *parser.AssignmentStatement:
		p.open("AssignmentStatement", s)
		p.atom(s.Operator.String())
		p.node(s.Left)
		p.node(s.Right)
	case *parser.ErrorStatement:
		p.open("ErrorStatement", s)
		p.flag(s.Kind != parser.TokenUnknown, s.Kind.String())
		all(p, s.Nested)
	default:
		p.keywordStatement(s)
	}
}

func (p *printer) keywordStatement(s parser.Statement) {
	switch s := s.(type) {
	case *parser.IfStatement:
		p.open("IfStatement", s)
		for _, c := range s.Clauses {
			p.clause(c.Condition, c.Body)
		}
		p.labeled("else", s.Else)
	case *parser.SwitchStatement:
		p.switchStatement(s)
	case *parser.TryStatement:
		p.open("TryStatement", s)
		p.node(s.Body)
		all(p, s.CatchClauses)
		p.labeled("finally", s.Finally)
	case *parser.TrapStatement:
		p.open("TrapStatement", s)
		p.node(s.TrapType)
		p.node(s.Body)
	case *parser.BlockStatement:
		p.open("BlockStatement", s)
		p.atom(s.Kind.String())
		p.node(s.Body)
	case *parser.BreakStatement:
		p.open("BreakStatement", s)
		p.node(s.Label)
	case *parser.ContinueStatement:
		p.open("ContinueStatement", s)
		p.node(s.Label)
	case *parser.ReturnStatement:
		p.open("ReturnStatement", s)
		p.node(s.Pipeline)
	case *parser.ExitStatement:
		p.open("ExitStatement", s)
		p.node(s.Pipeline)
	case *parser.ThrowStatement:
		p.open("ThrowStatement", s)
		p.node(s.Pipeline)
	default:
		p.loop(s)
	}
}

func (p *printer) clause(condition parser.Node, body *parser.StatementBlock) {
	p.group("clause")
	p.node(condition)
	p.node(body)
	p.close()
}

func (p *printer) loop(s parser.Statement) {
	switch s := s.(type) {
	case *parser.WhileStatement:
		p.open("WhileStatement", s)
		p.label(s.Label)
		p.node(s.Condition)
		p.node(s.Body)
	case *parser.DoWhileStatement:
		p.open("DoWhileStatement", s)
		p.label(s.Label)
		p.node(s.Body)
		p.node(s.Condition)
	case *parser.DoUntilStatement:
		p.open("DoUntilStatement", s)
		p.label(s.Label)
		p.node(s.Body)
		p.node(s.Condition)
	case *parser.ForStatement:
		p.open("ForStatement", s)
		p.label(s.Label)
		p.labeled("initializer", s.Initializer)
		p.labeled("condition", s.Condition)
		p.labeled("iterator", s.Iterator)
		p.node(s.Body)
	case *parser.ForEachStatement:
		p.open("ForEachStatement", s)
		p.label(s.Label)
		p.flag(s.Parallel, "parallel")
		p.labeled("throttlelimit", s.ThrottleLimit)
		p.node(s.Variable)
		p.node(s.Condition)
		p.node(s.Body)
	default:
		p.definition(s)
	}
}

func (p *printer) definition(s parser.Statement) {
	switch s := s.(type) {
	case *parser.FunctionDefinition:
		p.open("FunctionDefinition", s)
		p.atom(s.Kind.Text())
		p.text(s.Name)
		if len(s.Parameters) > 0 {
			p.group("parameters")
			all(p, s.Parameters)
			p.close()
		}
		p.node(s.Body)
	case *parser.TypeDefinition:
		p.open("TypeDefinition", s)
		p.atom(strings.ToLower(s.Kind.String()))
		p.text(s.Name)
		all(p, s.Attributes)
		all(p, s.BaseTypes)
		all(p, s.Members)
	case *parser.UsingStatement:
		p.open("UsingStatement", s)
		p.atom(s.Kind.String())
		p.node(s.Name)
		p.labeled("alias", s.Alias)
		p.node(s.ModuleSpecification)
	case *parser.DataStatement:
		p.dataStatement(s)
	default:
		panic(fmt.Sprintf("sexpr: unknown statement %T", s))
	}
}

func (p *printer) dataStatement(s *parser.DataStatement) {
	p.open("DataStatement", s)
	if s.Variable != "" {
		p.text(s.Variable)
	}
	if len(s.CommandsAllowed) > 0 {
		p.group("supportedcommands")
		all(p, s.CommandsAllowed)
		p.close()
	}
	p.node(s.Body)
}

func (p *printer) switchStatement(s *parser.SwitchStatement) {
	p.open("SwitchStatement", s)
	p.label(s.Label)
	p.flag(s.Flags&parser.SwitchFile != 0, "File")
	p.flag(s.Flags&parser.SwitchRegex != 0, "Regex")
	p.flag(s.Flags&parser.SwitchWildcard != 0, "Wildcard")
	p.flag(s.Flags&parser.SwitchExact != 0, "Exact")
	p.flag(s.Flags&parser.SwitchCaseSensitive != 0, "CaseSensitive")
	p.flag(s.Flags&parser.SwitchParallel != 0, "Parallel")
	p.node(s.Condition)
	for _, c := range s.Clauses {
		p.clause(c.Pattern, c.Body)
	}
	p.labeled("default", s.Default)
}
