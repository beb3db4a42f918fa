package syntax

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// The classes of the older way to look at tokens.
var (
	oldParserType = &objects.Type{FullName: "System.Management.Automation.PSParser", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	oldTokenType  = &objects.Type{FullName: "System.Management.Automation.PSToken", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	oldErrorType  = &objects.Type{FullName: "System.Management.Automation.PSParseError", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	oldKindType   = objects.ValuedEnum("System.Management.Automation.PSTokenType", []int64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20},
		"Unknown", "Command", "CommandParameter", "CommandArgument", "Number", "String", "Variable", "Member", "LoopLabel", "Attribute", "Type", "Operator",
		"GroupStart", "GroupEnd", "Keyword", "Comment", "StatementSeparator", "NewLine", "LineContinuation", "Position")
)

// oldToken is a token as Windows PowerShell 2 showed it
// (System.Management.Automation.PSToken).
type oldToken struct {
	Token
	kind    string // PSTokenType
	content string
}

// Type is System.Management.Automation.PSToken.
func (*oldToken) Type() *objects.Type { return oldTokenType }

func newOldToken(h Host, source *parser.Source, t parser.Token) *oldToken {
	o := &oldToken{Token: Token{h, source, t}}
	o.kind, o.content = oldKind(t), o.text()
	switch o.kind {
	case "Variable":
		o.content = o.name()
	case "String":
		o.content, _ = o.value().Str()
	case "LoopLabel":
		o.content = strings.TrimPrefix(o.content, ":")
	}
	return o
}

// oldKind is the PSTokenType of a token: what part it plays, else what it is.
func oldKind(t parser.Token) string {
	for _, flag := range [...]string{"CommandName", "MemberName", "AttributeName", "TypeName"} {
		if strings.Contains(", "+strings.ReplaceAll(t.Flags.String(), ",", ", ")+",", " "+flag+",") {
			return strings.TrimSuffix(flag, "Name")
		}
	}
	switch t.Kind {
	case parser.TokenUnknown, parser.TokenEndOfInput:
		return "Unknown"
	case parser.TokenVariable, parser.TokenSplattedVariable:
		return "Variable"
	case parser.TokenParameter:
		return "CommandParameter"
	case parser.TokenNumber:
		return "Number"
	case parser.TokenLabel:
		return "LoopLabel"
	case parser.TokenIdentifier, parser.TokenGeneric:
		return "CommandArgument"
	case parser.TokenNewLine:
		return "NewLine"
	case parser.TokenLineContinuation:
		return "LineContinuation"
	case parser.TokenComment:
		return "Comment"
	case parser.TokenStringLiteral, parser.TokenStringExpandable, parser.TokenHereStringLiteral, parser.TokenHereStringExpandable:
		return "String"
	case parser.TokenLParen, parser.TokenLCurly, parser.TokenAtParen, parser.TokenAtCurly, parser.TokenDollarParen:
		return "GroupStart"
	case parser.TokenRParen, parser.TokenRCurly:
		return "GroupEnd"
	case parser.TokenSemi:
		return "StatementSeparator"
	}
	if t.Kind >= parser.TokenBegin {
		return "Keyword"
	}
	return "Operator"
}

// First is the first token of a script, as the old parser shows it; $null for none.
func First(h Host, source *parser.Source, from uint32) objects.Value {
	for _, t := range parser.Tokens(source) {
		if t.Start >= from && t.Kind != parser.TokenEndOfInput {
			return objects.Of(newOldToken(h, source, t))
		}
	}
	return objects.Null
}

func declareOldToken() *objects.Declaration {
	read := func(signature string, get func(o *oldToken) objects.Value) objects.Property {
		return objects.Reads(signature, func(this objects.Value) objects.Value {
			o, ok := objects.As[*oldToken](this)
			if !ok {
				return objects.Null
			}
			return get(o)
		})
	}
	number := func(name string, get func(start, end parser.Position) int) objects.Property {
		return read("int "+name+" {get;}", func(o *oldToken) objects.Value {
			return objects.Int(get(o.source.Position(o.token.Start), o.source.Position(o.token.End)))
		})
	}
	return &objects.Declaration{Type: oldTokenType, Properties: []objects.Property{
		read("string Content {get;}", func(o *oldToken) objects.Value { return objects.String(o.content) }),
		read("System.Management.Automation.PSTokenType Type {get;}", func(o *oldToken) objects.Value {
			for i, name := range oldKindType.Enum.Names {
				if name == o.kind {
					return objects.Word(oldKindType, uint64(i))
				}
			}
			return objects.Word(oldKindType, 0)
		}),
		number("Start", func(start, _ parser.Position) int { return start.Offset }),
		number("Length", func(start, end parser.Position) int { return end.Offset - start.Offset }),
		number("StartLine", func(start, _ parser.Position) int { return start.Line }),
		number("StartColumn", func(start, _ parser.Position) int { return start.Column }),
		number("EndLine", func(_, end parser.Position) int { return end.Line }),
		number("EndColumn", func(_, end parser.Position) int { return end.Column }),
	}}
}

// oldError is a mistake with the token that it is at
// (System.Management.Automation.PSParseError).
type oldError struct {
	token   *oldToken
	message string
}

// Type is System.Management.Automation.PSParseError.
func (*oldError) Type() *objects.Type { return oldErrorType }

func declareOldError() *objects.Declaration {
	return &objects.Declaration{Type: oldErrorType, Properties: []objects.Property{
		objects.Reads("System.Management.Automation.PSToken Token {get;}", func(this objects.Value) objects.Value {
			e, _ := objects.As[*oldError](this)
			return objects.Of(e.token)
		}),
		objects.Reads("string Message {get;}", func(this objects.Value) objects.Value {
			e, _ := objects.As[*oldError](this)
			return objects.String(e.message)
		}),
	}}
}

func (h Host) declareOldParser() *objects.Declaration {
	tokenize := func(c *objects.Call) (objects.Value, error) {
		if !c.Is(0) {
			return objects.Null, objects.NullArgument("script")
		}
		text, ok := c.Args[0].Str()
		if !ok {
			lines := make([]string, len(c.Items(0)))
			for i, line := range c.Items(0) {
				var err error
				if lines[i], err = c.Types.Text(line, " "); err != nil {
					return objects.Null, err
				}
			}
			text = strings.Join(lines, "\n")
		}
		source := parser.NewSource(text, "")
		var tokens, mistakes []objects.Value
		for _, t := range parser.Tokens(source) {
			if t.Kind != parser.TokenEndOfInput {
				tokens = append(tokens, objects.Of(newOldToken(h, source, t)))
			}
		}
		_, errs := h.Parse(c.Context, source)
		for _, e := range errs {
			at := newOldToken(h, source, parser.Token{Extent: e.Extent})
			at.kind = "Position"
			mistakes = append(mistakes, objects.Of(&oldError{at, e.Message}))
		}
		err := c.Assign(1, objects.Of(objects.NewList(objects.MakeGeneric(objects.CollectionOpenType, oldErrorType), mistakes)))
		return objects.Of(objects.NewList(objects.MakeGeneric(objects.CollectionOpenType, oldTokenType), tokens)), err
	}
	const signature = "static System.Collections.ObjectModel.Collection[System.Management.Automation.PSToken] Tokenize("
	const errors = ", [ref] System.Collections.ObjectModel.Collection[System.Management.Automation.PSParseError] errors)"
	return &objects.Declaration{Type: oldParserType, Methods: []objects.Method{
		objects.Partial(signature+"string script"+errors, tokenize), objects.Partial(signature+"System.Object[] script"+errors, tokenize),
	}}
}
