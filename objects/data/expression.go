package data

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/csshell/csshell/objects"
)

// The tree of a filter: what DataTable.Select and RowFilter take
// (DataColumn.Expression).
type (
	expr    interface{}
	literal struct{ v value }
	column  struct{ name string }
	unary   struct {
		op string
		of expr
	}
	binary struct {
		op          string
		left, right expr
	}
	among struct { // left IN (list)
		of   expr
		list []expr
		not  bool
	}
	isNull struct {
		of  expr
		not bool
	}
	funcCall struct {
		name string
		args []expr
	}
)

// maxNesting bounds how deep a filter can be nested.
const maxNesting = 200

// filterParser reads a filter by precedence climbing.
type filterParser struct {
	src   string
	at    int
	token string // folded for words; "'" + text for a text, "[" + name for a column
	kind  byte   // 'w' word, 'n' number, 's' text, 'd' date, 'c' column, 'o' operator, 0 end
	depth int
	types *objects.TypeTable
}

type syntaxError struct{ message string }

func (p *filterParser) fail(message string) { panic(syntaxError{message}) }

// parseFilter reads an expression; nil for a blank one.
func parseFilter(tt *objects.TypeTable, src string) (e expr, err error) {
	if strings.TrimSpace(src) == "" {
		return nil, nil
	}
	defer func() {
		if r := recover(); r != nil {
			f, ok := r.(syntaxError)
			if !ok {
				panic(r)
			}
			e, err = nil, objects.NewException(SyntaxErrorType, f.message)
		}
	}()
	p := &filterParser{src: src, types: tt}
	p.next()
	e = p.or()
	if p.kind != 0 {
		p.fail("Syntax error: Missing operand before '" + p.token + "' operator.")
	}
	return e, nil
}

func (p *filterParser) next() {
	p.at += len(p.src[p.at:]) - len(strings.TrimLeft(p.src[p.at:], " \t\r\n"))
	if p.at >= len(p.src) {
		p.kind, p.token = 0, ""
		return
	}
	switch c := p.src[p.at]; {
	case c == '\'':
		p.kind, p.token = 's', p.until('\'', "The expression contains an invalid string constant: ")
	case c == '#':
		p.kind, p.token = 'd', p.until('#', "The expression contains invalid date constant '")
	case c == '[':
		p.kind, p.token = 'c', p.until(']', "The expression contains unsupported operator '")
	case c >= '0' && c <= '9' || c == '.' && p.at+1 < len(p.src) && p.src[p.at+1] >= '0' && p.src[p.at+1] <= '9':
		p.kind, p.token = 'n', p.run(func(c rune) bool { return unicode.IsDigit(c) || c == '.' || c == 'e' || c == 'E' })
	case c == '_' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= 0x80:
		p.kind, p.token = 'w', p.run(func(c rune) bool { return c == '_' || c == '.' || unicode.IsLetter(c) || unicode.IsDigit(c) })
	default:
		p.kind, p.token = 'o', p.operator()
	}
}

func (p *filterParser) operator() string {
	for _, op := range [...]string{"<>", "<=", ">=", "!="} {
		if strings.HasPrefix(p.src[p.at:], op) {
			p.at += 2
			return op
		}
	}
	c := p.src[p.at : p.at+1]
	if !strings.Contains("=<>+-*/%(),", c) {
		p.fail("The expression contains unsupported operator '" + c + "'.")
	}
	p.at++
	return c
}

func (p *filterParser) run(in func(c rune) bool) string {
	rest := p.src[p.at:]
	n := strings.IndexFunc(rest, func(c rune) bool { return !in(c) })
	if n < 0 {
		n = len(rest)
	}
	p.at += n
	return rest[:n]
}

// until is a text up to its closing mark, which stands twice within.
func (p *filterParser) until(mark byte, message string) string {
	var b strings.Builder
	for i := p.at + 1; i < len(p.src); i++ {
		if p.src[i] != mark {
			b.WriteByte(p.src[i])
			continue
		}
		if mark == '\'' && i+1 < len(p.src) && p.src[i+1] == mark {
			b.WriteByte(mark)
			i++
			continue
		}
		p.at = i + 1
		return b.String()
	}
	p.fail(message + p.src[p.at:] + "'.")
	return ""
}

// word takes a keyword.
func (p *filterParser) word(w string) bool {
	if p.kind == 'w' && strings.EqualFold(p.token, w) {
		p.next()
		return true
	}
	return false
}

func (p *filterParser) sign(s string) bool {
	if p.kind == 'o' && p.token == s {
		p.next()
		return true
	}
	return false
}

func (p *filterParser) or() expr {
	left := p.and()
	for p.word("or") {
		left = binary{"or", left, p.and()}
	}
	return left
}

func (p *filterParser) and() expr {
	left := p.not()
	for p.word("and") {
		left = binary{"and", left, p.not()}
	}
	return left
}

func (p *filterParser) not() expr {
	if p.depth++; p.depth > maxNesting {
		p.fail("Expression is too complex.")
	}
	defer func() { p.depth-- }()
	if p.word("not") {
		return unary{"not", p.not()}
	}
	return p.comparison()
}

func (p *filterParser) comparison() expr {
	left := p.sum()
	for {
		switch {
		case p.word("is"):
			not := p.word("not")
			if !p.word("null") {
				p.fail("Syntax error: Invalid usage of 'Is' operator. Correct syntax: <expression> Is [Not] Null.")
			}
			return isNull{left, not}
		case p.word("like"):
			return binary{"like", left, p.sum()}
		case p.word("in"):
			return p.list(left, false)
		case p.word("not"):
			if p.word("like") {
				return unary{"not", binary{"like", left, p.sum()}}
			}
			if !p.word("in") {
				p.fail("Syntax error: Missing operand before 'Not' operator.")
			}
			return p.list(left, true)
		}
		op := p.token
		if p.kind != 'o' || !strings.Contains("= <> < > <= >= !=", op) || op == "(" {
			return left
		}
		p.next()
		left = binary{op, left, p.sum()}
	}
}

func (p *filterParser) list(of expr, not bool) expr {
	if !p.sign("(") {
		p.fail("Syntax error: The IN keyword must be followed by a non-empty list of expressions separated by commas, and also must be enclosed in parentheses.")
	}
	a := among{of: of, not: not}
	for {
		a.list = append(a.list, p.sum())
		if !p.sign(",") {
			break
		}
	}
	p.close()
	return a
}

func (p *filterParser) close() {
	if !p.sign(")") {
		p.fail("The expression is missing the closing parenthesis.")
	}
}

func (p *filterParser) sum() expr {
	left := p.product()
	for p.kind == 'o' && (p.token == "+" || p.token == "-") {
		op := p.token
		p.next()
		left = binary{op, left, p.product()}
	}
	return left
}

func (p *filterParser) product() expr {
	left := p.operand()
	for p.kind == 'o' && strings.Contains("*/%", p.token) {
		op := p.token
		p.next()
		left = binary{op, left, p.operand()}
	}
	return left
}

func (p *filterParser) operand() expr {
	kind, token := p.kind, p.token
	switch {
	case kind == 0:
		p.fail("Syntax error: Missing operand after '" + strings.TrimSpace(lastWord(p.src)) + "' operator.")
	case p.sign("("):
		if p.depth++; p.depth > maxNesting {
			p.fail("Expression is too complex.")
		}
		inner := p.or()
		p.depth--
		p.close()
		return inner
	case p.sign("-"):
		return unary{"-", p.operand()}
	case p.sign("+"):
		return p.operand()
	case kind == 'o':
		p.fail("Syntax error: Missing operand before '" + token + "' operator.")
	}
	p.next()
	switch kind {
	case 'n':
		return literal{p.number(token)}
	case 's':
		return literal{text(token)}
	case 'd':
		v, err := p.types.Convert(text(token), objects.DateTimeType)
		if err != nil {
			p.fail("The expression contains invalid date constant '#" + token + "#'.")
		}
		return literal{v}
	case 'c':
		return column{token}
	}
	return p.named(token)
}

func lastWord(s string) string {
	words := strings.Fields(s)
	return words[len(words)-1]
}

func (p *filterParser) number(s string) value {
	if n, err := strconv.ParseInt(s, 10, 32); err == nil {
		return objects.Int32(int32(n))
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return objects.Int64(n)
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		p.fail("The expression contains invalid numeric constant '" + s + "'.")
	}
	return objects.Double(f)
}

// named is a word: a constant, a call or a column.
func (p *filterParser) named(token string) expr {
	switch strings.ToLower(token) {
	case "true":
		return literal{truth(true)}
	case "false":
		return literal{truth(false)}
	case "null":
		return literal{null()}
	}
	if !p.sign("(") {
		return column{token}
	}
	f := funcCall{name: strings.ToLower(token)}
	for p.kind != 'o' || p.token != ")" {
		f.args = append(f.args, p.or())
		if !p.sign(",") {
			break
		}
	}
	p.close()
	if !knownFunction(f.name) {
		panic(syntaxError{"The expression contains undefined function call " + token + "()."})
	}
	return f
}
