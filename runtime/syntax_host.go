package runtime

import (
	"context"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
	"github.com/csshell/csshell/runtime/syntax"
)

// syntaxHost is what the objects of syntax trees need of sessions.
func syntaxHost() syntax.Host {
	return syntax.Host{
		Number: numberValue,
		Extent: func(source *parser.Source, at parser.Extent) objects.Value {
			return objects.Of(&ScriptExtent{source, at})
		},
		Errors: parseErrorList,
		Parse: func(ctx context.Context, source *parser.Source) (*parser.ScriptBlock, []parser.ParseError) {
			if s, ok := sessionOf(ctx); ok {
				return parser.ParseSource(source, ParseEnvironment(s.Types, nil, nil))
			}
			return parser.ParseSource(source, parser.Environment{})
		},
		Block: func(ctx context.Context, text string) (objects.Value, error) {
			s, ok := sessionOf(ctx)
			if !ok {
				return objects.Null, objects.NewException(objects.InvalidOperationException, "There is no session to make a script block in.")
			}
			b, err := s.NewScriptBlock(text, "")
			if err != nil {
				return objects.Null, err
			}
			return objects.Of(b), nil
		},
	}
}

// tree is the node of the block in the tree of its whole script. The tree of the
// script that was asked about last is kept.
func (b *ScriptBlock) tree() objects.Value {
	s, source := b.session, b.code.source
	if s == nil || source == nil {
		return objects.Null
	}
	if s.lastTree == nil || s.lastTree.Source() != source {
		root := b.code.ast
		if whole, errs := syntaxHost().Parse(s.ctx, source); len(errs) == 0 {
			root = whole
		}
		s.lastTree = syntax.NewTree(syntaxHost(), root)
	}
	return s.lastTree.Block(b.code.ast.Extent)
}

// start is the first token of the block.
func (b *ScriptBlock) start() objects.Value {
	if b.code.source == nil {
		return objects.Null
	}
	return syntax.First(syntaxHost(), b.code.source, b.code.ast.Start)
}
