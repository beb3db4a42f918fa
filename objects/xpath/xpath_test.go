package xpath

import (
	"fmt"
	"strings"
	"testing"

	"github.com/csshell/csshell/objects/markup"
)

const sample = `<r xml:lang="en-US"><u n="1" a="x"><m>5</m></u><u n="2"><m>7</m><!--c--></u><v>a  b</v></r>`

// TestEvaluate evaluates expressions on a document: nodes are shown by name
// and text.
func TestEvaluate(t *testing.T) {
	d, err := markup.Parse(sample, markup.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range [][2]string{
		{"//u", "u:5 u:7"},
		{"/r/u[@n=2]/m", "m:7"},
		{"//u[1]", "u:5"},
		{"//u[last()]/@n", "n:2"},
		{"//m/ancestor::*[1]", "u:5 u:7"},
		{"//m[. > 5]/..", "u:7"},
		{"(//m)[2]", "m:7"},
		{"//v/preceding-sibling::u[1]/@n", "n:2"},
		{"//u[@a]|//v", "u:5 v:a  b"},
		{"//comment()", "#comment:c"},
		{"//*[local-name()='m' and position()=1]", "m:5 m:7"},
		{"count(//m) * 2 - 1", "3"},
		{"sum(//m) div 2", "6"},
		{"7 mod 4", "3"},
		{"-(1 + 1)", "-2"},
		{"string(//v)", "a  b"},
		{"normalize-space(//v)", "a b"},
		{"concat('a', \"b\", 1 = 1)", "abtrue"},
		{"substring('12345', 1.5, 2.6)", "234"},
		{"translate('bar', 'abc', 'AB')", "BAr"},
		{"substring-after('a=b', '=')", "b"},
		{"boolean(//zzz)", "false"},
		{"//m = 7", "true"},
		{"//u[lang('en')]/@n", "n:1 n:2"},
		{"round(2.5)", "3"},
		{"[bad", "Expression must evaluate to a node-set."},
		{"//u[1", "'//u[1' has an invalid token."},
		{"//u)", "'//u)' has an invalid token."},
		{"//p:u", "Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function."},
		{"contains('a')", "Function 'contains' in 'contains('a')' has an invalid number of arguments."},
		{"'open", "This is an unclosed string."},
		{strings.Repeat("(", 1000), "The XPath query is too complex."},
	} {
		if got := shown(d, row[0]); got != row[1] {
			t.Errorf("%.60s: got %q, want %q", row[0], got, row[1])
		}
	}
}

func shown(d *markup.Node, expression string) string {
	e, err := Compile(expression, nil)
	if err != nil {
		return err.Error()
	}
	v, err := e.Evaluate(d)
	if err != nil {
		return err.Error()
	}
	nodes, ok := v.(Nodes)
	if !ok {
		return toString(v)
	}
	var parts []string
	for _, n := range nodes {
		parts = append(parts, fmt.Sprintf("%s:%s", n.Name(), n.InnerText()))
	}
	return strings.Join(parts, " ")
}

// FuzzEvaluate looks for expressions that are not survived.
func FuzzEvaluate(f *testing.F) {
	f.Add("//u[@n=2]/m | id('x')")
	f.Add("sum(1)")
	f.Fuzz(func(t *testing.T, expression string) {
		d, err := markup.Parse(sample, markup.Options{})
		if err != nil {
			t.Fatal(err)
		}
		_ = shown(d, expression)
	})
}
