package syntax

import (
	"os"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// parserType is System.Management.Automation.Language.Parser.
var parserType = &objects.Type{FullName: namespace + "Parser", Kind: objects.KindObject, Attributes: objects.AbstractAttr | objects.SealedAttr}

func (h Host) declareParser() *objects.Declaration {
	const out = ", [ref] " + namespace + "Token[] tokens, [ref] " + namespace + "ParseError[] errors)"
	result := "static " + namespace + "ScriptBlockAst "
	return &objects.Declaration{Type: parserType, Methods: []objects.Method{
		objects.Partial(result+"ParseInput(string input"+out, func(c *objects.Call) (objects.Value, error) {
			return h.parsed(c, parser.NewSource(c.Str(0), ""), 1)
		}),
		objects.Partial(result+"ParseInput(string input, string fileName"+out, func(c *objects.Call) (objects.Value, error) {
			return h.parsed(c, parser.NewSource(c.Str(0), c.Str(1)), 2)
		}),
		objects.Partial(result+"ParseFile(string fileName"+out, func(c *objects.Call) (objects.Value, error) {
			path := c.Str(0)
			data, err := os.ReadFile(path)
			if err != nil {
				return objects.Null, objects.NewException(objects.FileNotFoundException, "Could not find file '"+path+"'.")
			}
			return h.parsed(c, parser.DecodeSource(data, path), 1)
		}),
	}}
}

// parsed reads a program and gives tokens and errors to the references from argument
// i on.
func (h Host) parsed(c *objects.Call, source *parser.Source, i int) (objects.Value, error) {
	ast, errs := h.Parse(c.Context, source)
	tokens := objects.Of(objects.NewArray(tokenType, tokenValues(h, source, parser.Tokens(source))))
	if err := c.Assign(i, tokens); err != nil {
		return objects.Null, err
	}
	if err := c.Assign(i+1, h.Errors(source, errs)); err != nil {
		return objects.Null, err
	}
	return NewTree(h, ast).Root(), nil
}
