package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// Outlined is a command of a pipeline that does not run.
type Outlined struct {
	Text string // as it is written
	// Cmdlet and Runtime have the parameters of the command, which has begun; nil
	// where it was left alone.
	Cmdlet  Cmdlet
	Runtime *CommandRuntime
}

// Outline takes apart the one pipeline that a script block consists of. From the
// first command on, those that harmless knows have their parameters bound, for which
// their arguments are evaluated, and begin; the first one that it does not know and
// all behind that are left alone. Nothing is processed.
func (rt *CommandRuntime) Outline(b *ScriptBlock, harmless func(Cmdlet) bool) ([]Outlined, error) {
	p := lonePipeline(b.code.ast)
	if p == nil {
		e := objects.NewException(objects.PSArgumentException, "The script block must be one pipeline of commands.")
		return nil, NewErrorRecord(e, "NotOnePipeline", InvalidArgument, objects.Of(b))
	}
	f := *rt.callerFrame()
	cc := &compiler{source: b.code.source, layout: f.scope.layout, namespaces: b.code.allNamespaces()}
	list := make([]Outlined, len(p.Elements))
	var last *cmdletStage
	known := true
	for i, element := range p.Elements {
		list[i].Text = b.code.source.Slice(element.Span())
		command, ok := element.(*parser.Command)
		if known = known && ok && len(command.Redirections) == 0; !known {
			continue
		}
		made, err := cc.command(command)(&f, f.streams, pipelinePlace{i + 1, len(p.Elements), i > 0})
		if err != nil {
			return nil, err
		}
		st, ok := made.(*cmdletStage)
		if known = ok && harmless(st.command.entry.New()); !known {
			continue
		}
		if err := st.begin(); err != nil {
			return nil, err
		}
		list[i].Cmdlet, list[i].Runtime = st.cmdlet, st.rt
		if last != nil {
			last.next = st
		}
		last = st
	}
	return list, nil
}

// lonePipeline is the only statement of a script block, where that is a pipeline.
func lonePipeline(ast *parser.ScriptBlock) *parser.Pipeline {
	if ast == nil || ast.ParamBlock != nil || ast.Begin != nil || ast.Process != nil || ast.Clean != nil || ast.DynamicParam != nil || ast.End == nil {
		return nil
	}
	if len(ast.End.Statements) != 1 || len(ast.End.Traps) > 0 {
		return nil
	}
	p, _ := ast.End.Statements[0].(*parser.Pipeline)
	return p
}
