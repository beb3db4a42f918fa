package syntax

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/collections"
	"github.com/csshell/csshell/parser"
)

// The classes of tokens.
var (
	tokenType           = &objects.Type{FullName: namespace + "Token", Kind: objects.KindObject}
	stringTokenType     = &objects.Type{FullName: namespace + "StringToken", Base: tokenType, Kind: objects.KindObject, Attributes: objects.AbstractAttr}
	literalTokenType    = &objects.Type{FullName: namespace + "StringLiteralToken", Base: stringTokenType, Kind: objects.KindObject}
	expandableTokenType = &objects.Type{FullName: namespace + "StringExpandableToken", Base: stringTokenType, Kind: objects.KindObject}
	numberTokenType     = &objects.Type{FullName: namespace + "NumberToken", Base: tokenType, Kind: objects.KindObject}
	variableTokenType   = &objects.Type{FullName: namespace + "VariableToken", Base: tokenType, Kind: objects.KindObject}
	parameterTokenType  = &objects.Type{FullName: namespace + "ParameterToken", Base: tokenType, Kind: objects.KindObject}
	labelTokenType      = &objects.Type{FullName: namespace + "LabelToken", Base: tokenType, Kind: objects.KindObject}
)

// Token is a token of a script (System.Management.Automation.Language.Token).
type Token struct {
	host   Host
	source *parser.Source
	token  parser.Token
}

// Type is the class for the kind of token.
func (t *Token) Type() *objects.Type {
	switch t.token.Kind {
	case parser.TokenVariable, parser.TokenSplattedVariable:
		return variableTokenType
	case parser.TokenParameter:
		return parameterTokenType
	case parser.TokenNumber:
		return numberTokenType
	case parser.TokenLabel:
		return labelTokenType
	case parser.TokenGeneric, parser.TokenIdentifier:
		if len(t.token.Nested) > 0 {
			return expandableTokenType
		}
		return literalTokenType
	case parser.TokenStringLiteral, parser.TokenHereStringLiteral:
		return literalTokenType
	case parser.TokenStringExpandable, parser.TokenHereStringExpandable:
		return expandableTokenType
	}
	return tokenType
}

// Text is the token as it is written; that of the end of the input is not.
func (t *Token) Text() (string, error) { return t.text(), nil }

func (t *Token) text() string {
	if t.token.Kind == parser.TokenEndOfInput {
		return "<eof>"
	}
	return t.source.Slice(t.token.Extent)
}

// expression is the token read as an expression of its own; nil where it is none.
func (t *Token) expression() parser.Expression {
	ast, errs := parser.Parse(t.source.Slice(t.token.Extent), "")
	if len(errs) > 0 || ast.End == nil || len(ast.End.Statements) != 1 {
		return nil
	}
	p, ok := ast.End.Statements[0].(*parser.Pipeline)
	if !ok || len(p.Elements) != 1 {
		return nil
	}
	if e, ok := p.Elements[0].(*parser.CommandExpression); ok {
		return e.Expression
	}
	return nil
}

// value is the text of a string, or the number.
func (t *Token) value() objects.Value {
	switch e := t.expression().(type) {
	case *parser.StringConstantExpression:
		return objects.String(e.Value)
	case *parser.ExpandableStringExpression:
		return objects.String(e.Value)
	case *parser.ConstantExpression:
		return t.host.Number(e.Value)
	}
	return objects.String(t.text())
}

// name is the path of a variable, without its sign and braces.
func (t *Token) name() string {
	text := strings.TrimLeft(t.text(), "$@")
	if strings.HasPrefix(text, "{") {
		text = strings.TrimSuffix(text[1:], "}")
	}
	return text
}

// path is the variable as a VariablePath.
func (t *Token) path() objects.Value {
	v, ok := t.expression().(*parser.VariableExpression)
	if !ok {
		v = &parser.VariableExpression{Path: t.name(), Name: t.name()}
	}
	return objects.Of(&variablePath{v})
}

func tokenValues(h Host, source *parser.Source, list []parser.Token) []objects.Value {
	items := make([]objects.Value, len(list))
	for i, t := range list {
		items[i] = objects.Of(&Token{h, source, t})
	}
	return items
}

// part is a property of a token.
func part(signature string, get func(t *Token) objects.Value) objects.Property {
	return objects.Reads(signature, func(this objects.Value) objects.Value {
		if t, ok := objects.As[*Token](this); ok {
			return get(t)
		}
		return objects.Null
	})
}

func declareToken() *objects.Declaration {
	return &objects.Declaration{
		Type: tokenType,
		Properties: []objects.Property{
			part("string Text {get;}", func(t *Token) objects.Value { return objects.String(t.text()) }),
			part(namespace+"TokenFlags TokenFlags {get;}", func(t *Token) objects.Value { return tokenFlags(t.token.Flags) }),
			part(namespace+"TokenKind Kind {get;}", func(t *Token) objects.Value { return tokenKind(t.token.Kind) }),
			part("bool HasError {get;}", func(t *Token) objects.Value {
				return objects.Bool(strings.Contains(t.token.Flags.String(), "TokenInError"))
			}),
			part(namespace+"IScriptExtent Extent {get;}", func(t *Token) objects.Value { return t.host.Extent(t.source, t.token.Extent) }),
		},
		Methods: []objects.Method{objects.Total("string ToString()", func(c *objects.Call) objects.Value {
			t, _ := objects.As[*Token](c.This)
			return objects.String(t.text())
		})},
	}
}

func declareStringToken() *objects.Declaration {
	return &objects.Declaration{Type: stringTokenType, Properties: []objects.Property{part("string Value {get;}", (*Token).value)}}
}

func declareExpandableToken() *objects.Declaration {
	return &objects.Declaration{Type: expandableTokenType, Properties: []objects.Property{
		part("System.Collections.ObjectModel.ReadOnlyCollection["+namespace+"Token] NestedTokens {get;}", func(t *Token) objects.Value {
			if len(t.token.Nested) == 0 {
				return objects.Null
			}
			return objects.Of(objects.NewList(objects.MakeGeneric(collections.ReadOnlyCollectionType, tokenType), tokenValues(t.host, t.source, t.token.Nested)))
		}),
	}}
}

func declareNumberToken() *objects.Declaration {
	return &objects.Declaration{Type: numberTokenType, Properties: []objects.Property{part("System.Object Value {get;}", (*Token).value)}}
}

func declareVariableToken() *objects.Declaration {
	return &objects.Declaration{Type: variableTokenType, Properties: []objects.Property{
		part("string Name {get;}", func(t *Token) objects.Value { return objects.String(t.name()) }),
		part("System.Management.Automation.VariablePath VariablePath {get;}", (*Token).path),
	}}
}

func declareParameterToken() *objects.Declaration {
	return &objects.Declaration{Type: parameterTokenType, Properties: []objects.Property{
		part("string ParameterName {get;}", func(t *Token) objects.Value {
			return objects.String(strings.TrimRight(strings.TrimLeft(t.text(), "-–—―"), ":"))
		}),
		part("bool UsedColon {get;}", func(t *Token) objects.Value { return objects.Bool(strings.HasSuffix(t.text(), ":")) }),
	}}
}

func declareLabelToken() *objects.Declaration {
	return &objects.Declaration{Type: labelTokenType, Properties: []objects.Property{
		part("string LabelText {get;}", func(t *Token) objects.Value { return objects.String(strings.TrimPrefix(t.text(), ":")) }),
	}}
}
