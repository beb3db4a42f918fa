// Package filter reads the filters of cmdlets for users: -Filter in PowerShell's
// words and -LdapFilter in those of directories (RFC 4515).
package filter

import (
	"fmt"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/runtime"
)

// Test tells whether a user passes a filter.
type Test = func(*cs.User) (bool, error)

// Property is what a filter may name.
type Property struct {
	Value func(*cs.User) objects.Value
	// Stored is the stored property that has the value, unless it is made of
	// others.
	Stored *cs.Property[cs.User]
}

// Expression is a filter that was read: a comparison, or others put together.
type Expression struct {
	Operator    string      // eq, ne, gt, ge, lt, le, like, notlike; and, or, not
	Left, Right *Expression // of and, or; not has Left alone
	Property    Property    // of a comparison
	Value       objects.Value
}

// UserProperty is a property of users as scripts see it.
func UserProperty(name string) (Property, bool) {
	i := cs.UserProperties.Find(name)
	if i < 0 || cs.UserProperties[i].Internal {
		return Property{}, false
	}
	return Stored(&cs.UserProperties[i]), true
}

// Stored is a stored property.
func Stored(p *cs.Property[cs.User]) Property { return Property{Value: p.Value, Stored: p} }

// filterParser reads -Filter:
//
//	expression = term { ( "-and" | "-or" ) term }
//	term       = ( "-not" | "!" ) term | "(" expression ")" | name operator value
//	operator   = "-eq" | "-ne" | "-gt" | "-ge" | "-lt" | "-le" | "-like" | "-notlike"
//	value      = 'text' | "text" | $variable { "." name } | word
//
// -and and -or have one rank, left to right, as in PowerShell.
type filterParser struct {
	rt     *runtime.CommandRuntime
	find   func(name string) (Property, bool)
	tokens []filterToken
	at     int
	depth  int
}

// maxFilterDepth bounds the nesting of parentheses.
const maxFilterDepth = 200

// Parse reads a filter; find knows the properties. Variables are the caller's.
func Parse(rt *runtime.CommandRuntime, text string, find func(name string) (Property, bool)) (*Expression, error) {
	tokens, err := splitFilter(text)
	if err != nil {
		return nil, err
	}
	p := &filterParser{rt: rt, find: find, tokens: tokens}
	e, err := p.expression()
	if err == nil && p.at < len(p.tokens) {
		err = fmt.Errorf("unexpected %q", p.tokens[p.at].text)
	}
	return e, err
}

func (p *filterParser) expression() (*Expression, error) {
	left, err := p.term()
	for err == nil && p.at < len(p.tokens) && p.isOperator("and", "or") {
		operator := p.tokens[p.at].text
		p.at++
		var right *Expression
		if right, err = p.term(); err == nil {
			left = &Expression{Operator: operator, Left: left, Right: right}
		}
	}
	return left, err
}

func (p *filterParser) isOperator(names ...string) bool {
	t := p.tokens[p.at]
	for _, n := range names {
		if t.kind == operatorToken && t.text == n {
			return true
		}
	}
	return false
}

func (p *filterParser) term() (*Expression, error) {
	if p.at >= len(p.tokens) {
		return nil, fmt.Errorf("the filter ends too early")
	}
	if p.depth++; p.depth > maxFilterDepth {
		return nil, fmt.Errorf("the filter is nested too deeply")
	}
	defer func() { p.depth-- }()
	t := p.tokens[p.at]
	switch {
	case t.kind == markToken && t.text == "!" || p.isOperator("not"):
		p.at++
		inner, err := p.term()
		if err != nil {
			return nil, err
		}
		return &Expression{Operator: "not", Left: inner}, nil
	case t.kind == markToken && t.text == "(":
		p.at++
		inner, err := p.expression()
		if err == nil && (p.at >= len(p.tokens) || p.tokens[p.at].kind != markToken || p.tokens[p.at].text != ")") {
			err = fmt.Errorf("a closing parenthesis is missing")
		}
		p.at++
		return inner, err
	case t.kind != wordToken:
		return nil, fmt.Errorf("a property name was expected, not %q", t.text)
	}
	return p.comparison(t.text)
}

func (p *filterParser) comparison(name string) (*Expression, error) {
	property, ok := p.find(name)
	if !ok {
		return nil, fmt.Errorf("%q is not a filterable property", name)
	}
	if p.at+2 >= len(p.tokens) {
		return nil, fmt.Errorf("the filter ends too early")
	}
	operator := p.tokens[p.at+1]
	value, err := p.value(p.tokens[p.at+2])
	if operator.kind != operatorToken || !isComparison(operator.text) {
		return nil, fmt.Errorf("%q is not a filter operator", operator.text)
	}
	if err != nil {
		return nil, err
	}
	p.at += 3
	return &Expression{Operator: operator.text, Property: property, Value: value}, nil
}

func isComparison(word string) bool {
	switch word {
	case "eq", "ne", "gt", "ge", "lt", "le", "like", "notlike":
		return true
	}
	return false
}

// value is the right side of a comparison.
func (p *filterParser) value(t filterToken) (objects.Value, error) {
	switch t.kind {
	case textToken, wordToken:
		return objects.String(t.text), nil
	case variableToken:
		return p.variable(t.text)
	case expandableToken:
		return p.expanded(t.text)
	}
	return objects.Null, fmt.Errorf("a value was expected, not %q", t.text)
}

// variable is $name or $name.Property of the caller.
func (p *filterParser) variable(path string) (objects.Value, error) {
	switch strings.ToLower(path) {
	case "true":
		return objects.Bool(true), nil
	case "false":
		return objects.Bool(false), nil
	case "null":
		return objects.Null, nil
	}
	names := strings.Split(path, ".")
	v, _ := p.rt.Scope().Get(names[0])
	for _, n := range names[1:] {
		if v.IsNull() {
			break
		}
		var err error
		if v, _, err = p.rt.Types().GetProperty(v, n); err != nil {
			return objects.Null, err
		}
	}
	return v, nil
}

// expanded is a text in double quotes with its variables put in.
func (p *filterParser) expanded(text string) (objects.Value, error) {
	var b strings.Builder
	for {
		i := strings.IndexByte(text, '$')
		if i < 0 {
			b.WriteString(text)
			return objects.String(b.String()), nil
		}
		b.WriteString(text[:i])
		n := wordLength(text[i+1:])
		if n == 0 {
			b.WriteByte('$')
			text = text[i+1:]
			continue
		}
		v, err := p.variable(text[i+1 : i+1+n])
		if err != nil {
			return objects.Null, err
		}
		s, err := p.rt.Types().Text(v, " ")
		if err != nil {
			return objects.Null, err
		}
		b.WriteString(s)
		text = text[i+1+n:]
	}
}
