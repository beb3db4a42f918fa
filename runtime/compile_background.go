package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// backgroundJob is a pipeline that ends in &: a job of its text, which has copies of
// the variables that it names ("about_Operators", background operator &).
func (cc *compiler) backgroundJob(p parser.PipelineBase) statement {
	text := backgroundText(cc.source.Slice(p.Span()))
	names := variablesIn(p)
	return func(f *frame) error {
		t := &task{text: text}
		for _, name := range names {
			if v, ok := f.scope.Get(name); ok {
				t.named = append(t.named, NewVariable(name, v))
			}
		}
		j := &Job{Kind: "BackgroundJob", typ: remotingJobType, Command: text}
		if err := f.session.startJob(j, []*task{t.isolated(f.session)}, 1); err != nil {
			return err
		}
		return f.emit(objects.Of(j))
	}
}

// backgroundText is the text of a pipeline without the & at its end.
func backgroundText(text string) string {
	for i := len(text) - 1; i >= 0; i-- {
		if text[i] == '&' {
			return text[:i]
		}
	}
	return text
}

// variablesIn are the variables that code names, but for those that every session
// has itself.
func variablesIn(n parser.Node) []string {
	var names []string
	seen := map[string]bool{}
	parser.Walk(n, func(n parser.Node) bool {
		v, ok := n.(*parser.VariableExpression)
		if !ok || v.Scope == parser.ScopeDrive {
			return true
		}
		folded := fold(v.Name)
		if _, _, automatic := automatic(folded); !automatic && !everywhere(folded) && !seen[folded] && folded != "_" && folded != "psitem" {
			seen[folded] = true
			names = append(names, v.Name)
		}
		return true
	})
	return names
}
