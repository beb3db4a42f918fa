package cs

import (
	"fmt"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// userTest tells whether a user passes a filter.
type userTest = func(*cs.User) (bool, error)

// filterParser reads -Filter of Get-CsUser:
//
//	expression = term { ( "-and" | "-or" ) term }
//	term       = ( "-not" | "!" ) term | "(" expression ")" | name operator value
//	operator   = "-eq" | "-ne" | "-gt" | "-ge" | "-lt" | "-le" | "-like" | "-notlike"
//	value      = 'text' | "text" | $variable { "." name } | word
//
// -and and -or have one rank, left to right, as in PowerShell.
type filterParser struct {
	rt     *runtime.CommandRuntime
	tokens []filterToken
	at     int
	depth  int
}

// maxFilterDepth bounds the nesting of parentheses.
const maxFilterDepth = 200

// parseFilter makes the test of a filter. Variables are the caller's.
func parseFilter(rt *runtime.CommandRuntime, text string) (userTest, error) {
	tokens, err := splitFilter(text)
	if err != nil {
		return nil, err
	}
	p := &filterParser{rt: rt, tokens: tokens}
	test, err := p.expression()
	if err == nil && p.at < len(p.tokens) {
		err = fmt.Errorf("unexpected %q", p.tokens[p.at].text)
	}
	return test, err
}

func (p *filterParser) expression() (userTest, error) {
	left, err := p.term()
	for err == nil && p.at < len(p.tokens) && p.isOperator("and", "or") {
		and := p.tokens[p.at].text == "and"
		p.at++
		var right userTest
		if right, err = p.term(); err == nil {
			left = combined(left, right, and)
		}
	}
	return left, err
}

func combined(left, right userTest, and bool) userTest {
	return func(u *cs.User) (bool, error) {
		yes, err := left(u)
		if err != nil || yes != and {
			return yes, err
		}
		return right(u)
	}
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

func (p *filterParser) term() (userTest, error) {
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
		return func(u *cs.User) (bool, error) { yes, err := inner(u); return !yes, err }, nil
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

func (p *filterParser) comparison(name string) (userTest, error) {
	i := cs.UserProperties.Find(name)
	if i < 0 || cs.UserProperties[i].Internal {
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
	return p.compare(&cs.UserProperties[i], operator.text, value), nil
}

func isComparison(word string) bool {
	switch word {
	case "eq", "ne", "gt", "ge", "lt", "le", "like", "notlike":
		return true
	}
	return false
}

// compare makes the test of one comparison. $null as the value asks whether
// the property is there.
func (p *filterParser) compare(property *cs.Property[cs.User], operator string, value objects.Value) userTest {
	tt := p.rt.Types()
	if value.IsNull() {
		return func(u *cs.User) (bool, error) {
			missing := property.Value(u).IsNull()
			return operator == "eq" && missing || operator == "ne" && !missing, nil
		}
	}
	return func(u *cs.User) (bool, error) {
		actual := property.Value(u)
		if actual.IsNull() {
			return operator == "ne" || operator == "notlike", nil
		}
		wanted, err := wantedValue(tt, actual, value)
		if err != nil {
			return false, err
		}
		return holds(tt, operator, actual, wanted)
	}
}

// wantedValue is the value of a comparison in the type of the property.
func wantedValue(tt *objects.TypeTable, actual, value objects.Value) (objects.Value, error) {
	switch actual.Kind() {
	case objects.KindDateTime:
		return tt.Convert(value, objects.DateTimeType)
	case objects.KindBoolean:
		text, err := tt.Text(value, " ")
		return objects.Bool(strings.EqualFold(text, "True")), err
	}
	text, err := tt.Text(value, " ")
	return objects.String(text), err
}

func holds(tt *objects.TypeTable, operator string, a, b objects.Value) (bool, error) {
	switch operator {
	case "eq":
		return tt.Equal(a, b, true), nil
	case "ne":
		return !tt.Equal(a, b, true), nil
	case "like", "notlike":
		yes, err := isLike(tt, a, b)
		return yes == (operator == "like"), err
	}
	n, err := tt.Compare(a, b, true)
	switch operator {
	case "gt":
		return n > 0, err
	case "ge":
		return n >= 0, err
	case "lt":
		return n < 0, err
	}
	return n <= 0, err
}

func isLike(tt *objects.TypeTable, a, b objects.Value) (bool, error) {
	text, err := tt.Text(a, " ")
	if err != nil {
		return false, err
	}
	pattern, err := tt.Text(b, " ")
	if err != nil {
		return false, err
	}
	w, err := wildcard.Compile(pattern, true)
	if err != nil {
		return false, err
	}
	return w.Match(text), nil
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
