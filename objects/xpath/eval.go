package xpath

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects/markup"
)

// Nodes is a node-set in the order of the document.
type Nodes []*markup.Node

// context is what an expression is evaluated for.
type context struct {
	node           *markup.Node
	position, size int
	order          *order
}

// Evaluate gives the value of the expression for a node: Nodes, float64,
// string or bool.
func (e *Expr) Evaluate(n *markup.Node) (value any, err error) {
	defer func() {
		if r := recover(); r != nil {
			failed, ok := r.(*Error)
			if !ok {
				panic(r)
			}
			err = failed
		}
	}()
	return context{n, 1, 1, &order{}}.eval(e.root), nil
}

// Select gives the nodes of the expression; an error where it gives another
// value.
func (e *Expr) Select(n *markup.Node) (Nodes, error) {
	v, err := e.Evaluate(n)
	if err != nil {
		return nil, err
	}
	nodes, ok := v.(Nodes)
	if !ok {
		return nil, &Error{"Expression must evaluate to a node-set."}
	}
	return nodes, nil
}

func (c context) eval(e node) any {
	switch e := e.(type) {
	case number:
		return float64(e)
	case text:
		return string(e)
	case negated:
		return -toNumber(c.eval(e.of))
	case binary:
		return c.binary(e)
	case call:
		return c.call(e)
	case filtered:
		nodes := c.nodes(e.of)
		for _, p := range e.predicates {
			nodes = c.keep(nodes, p)
		}
		return nodes
	case path:
		return c.path(e)
	}
	return nil
}

func (c context) call(e call) any {
	args := make([]any, len(e.args))
	for i, a := range e.args {
		args[i] = c.eval(a)
	}
	return e.function.call(c, args)
}

func (c context) nodes(e node) Nodes { return nodesOf(c.eval(e)) }

func nodesOf(v any) Nodes {
	n, ok := v.(Nodes)
	if !ok {
		panic(&Error{"Expression must evaluate to a node-set."})
	}
	return n
}

// keep are the nodes for which a predicate holds: a number is a place.
func (c context) keep(nodes Nodes, predicate node) Nodes {
	var kept Nodes
	for i, n := range nodes {
		switch v := (context{n, i + 1, len(nodes), c.order}).eval(predicate).(type) {
		case float64:
			if v == float64(i+1) {
				kept = append(kept, n)
			}
		default:
			if toBool(v) {
				kept = append(kept, n)
			}
		}
	}
	return kept
}

func (c context) path(e path) Nodes {
	at := Nodes{c.node}
	switch {
	case e.from != nil:
		at = c.nodes(e.from)
	case e.absolute:
		at = Nodes{root(c.node)}
	}
	for _, s := range e.steps {
		at = c.step(at, s)
	}
	return at
}

func root(n *markup.Node) *markup.Node {
	for n.Parent != nil {
		n = n.Parent
	}
	return n
}

func (c context) step(from Nodes, s step) Nodes {
	var found Nodes
	seen := map[*markup.Node]bool{}
	for _, n := range from {
		var matched Nodes
		for _, x := range s.axis.nodes(n) {
			if s.test.matches(x, s.axis) {
				matched = append(matched, x)
			}
		}
		for _, p := range s.predicates {
			matched = c.keep(matched, p)
		}
		for _, x := range matched {
			if !seen[x] {
				seen[x] = true
				found = append(found, x)
			}
		}
	}
	if len(from) > 1 || s.axis >= ancestor && s.axis != attribute && s.axis != followingSibling {
		c.order.sort(found)
	}
	return found
}

// order sorts nodes as the document has them; the places are counted once.
type order struct{ places map[*markup.Node]int }

func (o *order) sort(nodes Nodes) {
	if len(nodes) < 2 {
		return
	}
	if o.places == nil {
		o.places = map[*markup.Node]int{}
		root(nodes[0]).Walk(func(n *markup.Node) bool {
			o.places[n] = len(o.places)
			for _, a := range n.Attributes {
				o.places[a] = len(o.places)
			}
			return true
		}, nil)
	}
	slices.SortStableFunc(nodes, func(a, b *markup.Node) int { return o.places[a] - o.places[b] })
}

func (c context) binary(e binary) any {
	switch e.op {
	case "or":
		return toBool(c.eval(e.left)) || toBool(c.eval(e.right))
	case "and":
		return toBool(c.eval(e.left)) && toBool(c.eval(e.right))
	case "|":
		return c.union(e)
	case "=", "!=", "<", "<=", ">", ">=":
		return compare(e.op, c.eval(e.left), c.eval(e.right))
	}
	a, b := toNumber(c.eval(e.left)), toNumber(c.eval(e.right))
	switch e.op {
	case "+":
		return a + b
	case "-":
		return a - b
	case "*":
		return a * b
	case "div":
		return a / b
	}
	return math.Mod(a, b)
}

func (c context) union(e binary) Nodes {
	both := slices.Clone(c.nodes(e.left))
	for _, n := range c.nodes(e.right) {
		if !slices.Contains(both, n) {
			both = append(both, n)
		}
	}
	c.order.sort(both)
	return both
}

// compare is a comparison; one with a node-set holds where it does for one of
// the nodes.
func compare(op string, a, b any) bool {
	if nodes, ok := a.(Nodes); ok {
		if _, is := b.(bool); is {
			return compareOne(op, len(nodes) > 0, b)
		}
		return slices.ContainsFunc(nodes, func(n *markup.Node) bool { return compare(op, stringValue(n), b) })
	}
	if nodes, ok := b.(Nodes); ok {
		if _, is := a.(bool); is {
			return compareOne(op, a, len(nodes) > 0)
		}
		return slices.ContainsFunc(nodes, func(n *markup.Node) bool { return compareOne(op, a, stringValue(n)) })
	}
	return compareOne(op, a, b)
}

func compareOne(op string, a, b any) bool {
	if op == "=" || op == "!=" {
		return equal(a, b) == (op == "=")
	}
	x, y := toNumber(a), toNumber(b)
	switch op {
	case "<":
		return x < y
	case "<=":
		return x <= y
	case ">":
		return x > y
	}
	return x >= y
}

func equal(a, b any) bool {
	_, p := a.(bool)
	_, q := b.(bool)
	if p || q {
		return toBool(a) == toBool(b)
	}
	_, p = a.(float64)
	_, q = b.(float64)
	if p || q {
		return toNumber(a) == toNumber(b)
	}
	return toString(a) == toString(b)
}

func stringValue(n *markup.Node) string { return n.InnerText() }

func toString(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case bool:
		return strconv.FormatBool(v)
	case float64:
		return numberText(v)
	case Nodes:
		if len(v) > 0 {
			return stringValue(v[0])
		}
	}
	return ""
}

func numberText(f float64) string {
	switch {
	case math.IsInf(f, 1):
		return "Infinity"
	case math.IsInf(f, -1):
		return "-Infinity"
	case f == 0:
		return "0"
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

func toNumber(v any) float64 {
	switch v := v.(type) {
	case float64:
		return v
	case bool:
		if v {
			return 1
		}
		return 0
	}
	s := strings.Trim(toString(v), " \t\r\n")
	if strings.Trim(s, "0123456789.-") != "" {
		return math.NaN()
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return math.NaN()
	}
	return f
}

func toBool(v any) bool {
	switch v := v.(type) {
	case bool:
		return v
	case float64:
		return v != 0 && !math.IsNaN(v)
	case string:
		return v != ""
	case Nodes:
		return len(v) > 0
	}
	return false
}
