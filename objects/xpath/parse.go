package xpath

import (
	"slices"
	"strconv"
	"strings"
)

// The tree of an expression.
type (
	node interface{}

	number float64
	text   string

	binary struct {
		op          string
		left, right node
	}
	negated struct{ of node }
	call    struct {
		function *function
		args     []node
	}
	// path is steps from the root, from the context node or from the result of
	// an expression.
	path struct {
		absolute bool
		from     node // nil for the context node
		steps    []step
	}
	filtered struct {
		of         node
		predicates []node
	}
	step struct {
		axis       axis
		test       test
		predicates []node
	}
)

// test is what a node must be to belong to a step.
type test struct {
	kind   string // "node", "text", "comment", "processing-instruction", or "name"
	prefix string
	name   string // "*" for any
	space  string // what the prefix stands for
}

// maxDepth bounds how deep an expression can be nested.
const maxDepth = 200

type parser struct {
	lexer
	token  token
	spaces func(prefix string) (string, bool) // nil where there is no namespace manager
	depth  int
}

// Expr is a compiled expression.
type Expr struct{ root node }

// Compile reads an expression. spaces tells what a prefix stands for; nil
// where no prefix is known.
func Compile(src string, spaces func(prefix string) (string, bool)) (expr *Expr, err error) {
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(*Error)
			if !ok {
				panic(r)
			}
			expr, err = nil, e
		}
	}()
	p := &parser{lexer: lexer{src: src}, spaces: spaces}
	p.advance()
	root := p.expression(0)
	if p.token.kind != tokenEnd {
		p.invalid()
	}
	return &Expr{root}, nil
}

func (p *parser) advance() {
	p.token = p.next()
	if p.token.kind == tokenBad {
		if p.token.text != "" {
			panic(&Error{p.token.text})
		}
		p.invalid()
	}
}

func (p *parser) invalid() { panic(&Error{"'" + p.src + "' has an invalid token."}) }

func (p *parser) is(symbol string) bool { return p.token.kind == tokenSymbol && p.token.text == symbol }

func (p *parser) accept(symbol string) bool {
	if p.is(symbol) {
		p.advance()
		return true
	}
	return false
}

func (p *parser) require(symbol string) {
	if !p.accept(symbol) {
		p.invalid()
	}
}

// levels are the binary operators, those that bind weakest first.
var levels = [...][]string{{"or"}, {"and"}, {"=", "!="}, {"<", "<=", ">", ">="}, {"+", "-"}, {"*", "div", "mod"}}

// expression = operand { operator operand }, by precedence.
func (p *parser) expression(level int) node {
	if level == len(levels) {
		return p.unary()
	}
	left := p.expression(level + 1)
	for p.operator(levels[level]) {
		op := p.token.text
		p.advance()
		left = binary{op, left, p.expression(level + 1)}
	}
	return left
}

func (p *parser) operator(among []string) bool {
	return (p.token.kind == tokenSymbol || p.token.kind == tokenName && p.token.prefix == "") && slices.Contains(among, p.token.text)
}

// unary = { "-" } union
func (p *parser) unary() node {
	minus := false
	for p.accept("-") {
		minus = !minus
	}
	left := p.pathExpression()
	for p.accept("|") {
		left = binary{"|", left, p.pathExpression()}
	}
	if minus {
		return negated{left}
	}
	return left
}

// pathExpression = location path | primary { predicate } [ ("/" | "//") relative path ]
func (p *parser) pathExpression() node {
	if p.depth++; p.depth > maxDepth {
		panic(&Error{"The XPath query is too complex."})
	}
	defer func() { p.depth-- }()
	if !p.primaryAhead() {
		return p.locationPath()
	}
	of := p.primary()
	if predicates := p.predicates(); predicates != nil {
		of = filtered{of, predicates}
	}
	if !p.is("/") && !p.is("//") {
		return of
	}
	return path{from: of, steps: p.slashed()}
}

func (p *parser) primaryAhead() bool {
	switch p.token.kind {
	case tokenNumber, tokenString:
		return true
	case tokenName:
		return p.token.function && !isNodeType(p.token)
	}
	return p.is("(") || p.is("$")
}

func isNodeType(t token) bool {
	if t.prefix != "" {
		return false
	}
	switch t.text {
	case "node", "text", "comment", "processing-instruction":
		return true
	}
	return false
}

func (p *parser) primary() node {
	t := p.token
	p.advance()
	switch {
	case t.kind == tokenNumber:
		n, err := strconv.ParseFloat(t.text, 64)
		if err != nil {
			p.invalid()
		}
		return number(n)
	case t.kind == tokenString:
		return text(t.text)
	case t.text == "(" && t.kind == tokenSymbol:
		inner := p.expression(0)
		p.require(")")
		return inner
	case t.text == "$" && t.kind == tokenSymbol:
		panic(needsContext())
	}
	return p.call(t)
}

func needsContext() *Error {
	return &Error{"Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function."}
}

func (p *parser) call(name token) node {
	p.require("(")
	var args []node
	if !p.is(")") {
		args = append(args, p.expression(0))
		for p.accept(",") {
			args = append(args, p.expression(0))
		}
	}
	p.require(")")
	f := functionNamed(name.text)
	if f == nil || name.prefix != "" {
		panic(needsContext())
	}
	if len(args) < f.least || f.most >= 0 && len(args) > f.most {
		panic(&Error{"Function '" + f.name + "' in '" + p.src + "' has an invalid number of arguments."})
	}
	return call{f, args}
}

func (p *parser) predicates() (list []node) {
	for p.accept("[") {
		list = append(list, p.expression(0))
		p.require("]")
	}
	return list
}

// locationPath = [ "/" | "//" ] [ relative path ]
func (p *parser) locationPath() node {
	switch {
	case p.is("//"):
		return path{absolute: true, steps: p.slashed()}
	case p.accept("/"):
		if !p.stepAhead() {
			return path{absolute: true}
		}
		return path{absolute: true, steps: append([]step{p.step()}, p.slashed()...)}
	}
	return path{steps: append([]step{p.step()}, p.slashed()...)}
}

func (p *parser) stepAhead() bool {
	return p.token.kind == tokenName || p.is("*") || p.is("@") || p.is(".") || p.is("..")
}

// slashed = { ("/" | "//") step }
func (p *parser) slashed() (steps []step) {
	for {
		switch {
		case p.accept("/"):
		case p.accept("//"):
			steps = append(steps, step{axis: descendantOrSelf, test: test{kind: "node"}})
		default:
			return steps
		}
		steps = append(steps, p.step())
	}
}

// step = "." | ".." | [ axis "::" | "@" ] test { predicate }
func (p *parser) step() step {
	switch {
	case p.accept("."):
		return step{axis: self, test: test{kind: "node"}}
	case p.accept(".."):
		return step{axis: parent, test: test{kind: "node"}}
	}
	s := step{axis: child}
	if p.accept("@") {
		s.axis = attribute
	} else if p.token.kind == tokenName && p.token.axis {
		a, ok := axisNamed(p.token.text)
		if !ok {
			p.invalid()
		}
		s.axis = a
		p.advance()
		p.require("::")
	}
	s.test = p.nodeTest()
	s.predicates = p.predicates()
	return s
}

func (p *parser) nodeTest() test {
	t := p.token
	switch {
	case p.accept("*"):
		return test{kind: "name", name: "*"}
	case t.kind != tokenName:
		panic(&Error{"Expression must evaluate to a node-set."})
	}
	p.advance()
	if t.function && isNodeType(t) {
		p.require("(")
		made := test{kind: t.text}
		if p.token.kind == tokenString && t.text == "processing-instruction" {
			made.name = p.token.text
			p.advance()
		}
		p.require(")")
		return made
	}
	made := test{kind: "name", prefix: t.prefix, name: t.text}
	if t.prefix != "" {
		made.space = p.space(t.prefix)
	}
	return made
}

func (p *parser) space(prefix string) string {
	if strings.EqualFold(prefix, "xml") {
		return "http://www.w3.org/XML/1998/namespace"
	}
	if p.spaces == nil {
		panic(needsContext())
	}
	space, ok := p.spaces(prefix)
	if !ok {
		panic(&Error{"Namespace prefix '" + prefix + "' is not defined."})
	}
	return space
}
