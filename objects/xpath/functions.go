package xpath

import (
	"math"
	"strings"

	"github.com/csshell/csshell/objects/markup"
	"github.com/csshell/csshell/objects/utf16"
)

// function is a function of the core library with the number of its arguments;
// most is -1 for any.
type function struct {
	name        string
	least, most int
	call        func(c context, args []any) any
}

func functionNamed(name string) *function {
	for _, f := range library() {
		if f.name == name {
			return &f
		}
	}
	return nil
}

func library() []function {
	return append([]function{
		{"last", 0, 0, func(c context, _ []any) any { return float64(c.size) }},
		{"position", 0, 0, func(c context, _ []any) any { return float64(c.position) }},
		{"count", 1, 1, func(_ context, a []any) any { return float64(len(nodesOf(a[0]))) }},
		{"id", 1, 1, identified},
		{"local-name", 0, 1, func(c context, a []any) any { return named(c, a, func(n *markup.Node) string { return n.Local }) }},
		{"namespace-uri", 0, 1, func(c context, a []any) any { return named(c, a, func(n *markup.Node) string { return n.Space }) }},
		{"name", 0, 1, func(c context, a []any) any { return named(c, a, (*markup.Node).Name) }},
		{"boolean", 1, 1, func(_ context, a []any) any { return toBool(a[0]) }},
		{"not", 1, 1, func(_ context, a []any) any { return !toBool(a[0]) }},
		{"true", 0, 0, func(context, []any) any { return true }},
		{"false", 0, 0, func(context, []any) any { return false }},
		{"lang", 1, 1, func(c context, a []any) any { return speaks(c.node, toString(a[0])) }},
		{"number", 0, 1, func(c context, a []any) any { return toNumber(orSelf(c, a)) }},
		{"sum", 1, 1, func(_ context, a []any) any {
			sum := 0.0
			for _, n := range nodesOf(a[0]) {
				sum += toNumber(stringValue(n))
			}
			return sum
		}},
		{"floor", 1, 1, func(_ context, a []any) any { return math.Floor(toNumber(a[0])) }},
		{"ceiling", 1, 1, func(_ context, a []any) any { return math.Ceil(toNumber(a[0])) }},
		{"round", 1, 1, func(_ context, a []any) any { return math.Floor(toNumber(a[0]) + 0.5) }},
	}, texts()...)
}

func texts() []function {
	return []function{
		{"string", 0, 1, func(c context, a []any) any { return toString(orSelf(c, a)) }},
		{"concat", 2, -1, func(_ context, a []any) any {
			var b strings.Builder
			for _, x := range a {
				b.WriteString(toString(x))
			}
			return b.String()
		}},
		{"starts-with", 2, 2, func(_ context, a []any) any { return strings.HasPrefix(toString(a[0]), toString(a[1])) }},
		{"contains", 2, 2, func(_ context, a []any) any { return strings.Contains(toString(a[0]), toString(a[1])) }},
		{"substring-before", 2, 2, func(_ context, a []any) any {
			before, _, found := strings.Cut(toString(a[0]), toString(a[1]))
			if !found {
				return ""
			}
			return before
		}},
		{"substring-after", 2, 2, func(_ context, a []any) any {
			_, after, _ := strings.Cut(toString(a[0]), toString(a[1]))
			return after
		}},
		{"substring", 2, 3, substring},
		{"string-length", 0, 1, func(c context, a []any) any { return float64(utf16.Len(toString(orSelf(c, a)))) }},
		{"normalize-space", 0, 1, func(c context, a []any) any { return strings.Join(strings.Fields(toString(orSelf(c, a))), " ") }},
		{"translate", 3, 3, translate},
	}
}

// orSelf is the argument, or the context node where there is none.
func orSelf(c context, args []any) any {
	if len(args) > 0 {
		return args[0]
	}
	return Nodes{c.node}
}

// named is a name of the first node; a node without a name gives "".
func named(c context, args []any, name func(*markup.Node) string) any {
	nodes := nodesOf(orSelf(c, args))
	if len(nodes) == 0 || nodes[0].Local == "" {
		return ""
	}
	return name(nodes[0])
}

func substring(_ context, a []any) any {
	var out strings.Builder
	first, end := math.Floor(toNumber(a[1])+0.5), math.Inf(1)
	if len(a) > 2 {
		end = first + math.Floor(toNumber(a[2])+0.5)
	}
	place := 0.0
	for _, c := range toString(a[0]) {
		if place++; place >= first && place < end {
			out.WriteRune(c)
		}
	}
	return out.String()
}

func translate(_ context, a []any) any {
	from, to := []rune(toString(a[1])), []rune(toString(a[2]))
	return strings.Map(func(c rune) rune {
		for i, f := range from {
			switch {
			case f != c:
			case i < len(to):
				return to[i]
			default:
				return -1
			}
		}
		return c
	}, toString(a[0]))
}

// identified are the elements with an id. Without a schema there are none.
func identified(context, []any) any { return Nodes(nil) }

// speaks reports whether xml:lang is the language or one of its kinds.
func speaks(n *markup.Node, language string) bool {
	for e := n; e != nil; e = e.Parent {
		if a := e.Attr("xml:lang"); a != nil {
			spoken, language := strings.ToLower(a.Data), strings.ToLower(language)
			return spoken == language || strings.HasPrefix(spoken, language+"-")
		}
	}
	return false
}
