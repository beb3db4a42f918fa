package csharp

import "strings"

// written is an expression of PowerShell.
type written struct {
	text string
	bare string // without the parentheses that it needs inside others
	typ  string // what is known of its type; "" for nothing
	// named reports a type, whose members are static.
	named bool
}

func plain(text, typ string) written { return written{text: text, bare: text, typ: typ} }

// wrapped is an expression that others must put parentheses around.
func wrapped(text, typ string) written {
	return written{text: "(" + text + ")", bare: text, typ: typ}
}

// expression is any expression, assignments among them.
func (w *writer) expression() written { return w.assignment() }

func (w *writer) assignment() written {
	defer w.deeper()()
	left := w.choice()
	t := w.peek()
	if t.kind != symbol {
		return left
	}
	switch t.text {
	case "=", "+=", "-=", "*=", "%=", "??=":
		w.at++
		return wrapped(left.text+" "+t.text+" "+w.assignment().text, left.typ)
	case "/=", "&=", "|=", "^=", "<<=", ">>=":
		w.at++
		op := strings.TrimSuffix(t.text, "=")
		return wrapped(left.text+" = "+w.binary(op, left, w.assignment()).text, left.typ)
	}
	return left
}

// choice is a ? b : c.
func (w *writer) choice() written {
	condition := w.operation(0)
	if !w.accept("?") {
		return condition
	}
	yes := w.assignment()
	w.expect(":")
	no := w.assignment()
	typ := yes.typ
	if typ == "" {
		typ = no.typ
	}
	return wrapped(condition.text+" ? "+yes.text+" : "+no.text, typ)
}

// levels are the binary operators, the loosest first.
var levels = [...][]string{{"??"}, {"||"}, {"&&"}, {"|"}, {"^"}, {"&"}, {"==", "!="}, {"<", ">", "<=", ">=", "is", "as"}, {"<<", ">>"}, {"+", "-"}, {"*", "/", "%"}}

// operation is a chain of operators of one level and of tighter ones.
func (w *writer) operation(level int) written {
	if level == len(levels) {
		return w.unary()
	}
	left := w.operation(level + 1)
	for !w.done() {
		op := w.operator(levels[level])
		if op == "" {
			return left
		}
		if op == "is" || op == "as" {
			left = w.typeTest(op, left)
			continue
		}
		left = w.binary(op, left, w.operation(level+1))
	}
	return left
}

// operator passes over one of the operators; "" where none comes.
func (w *writer) operator(of []string) string {
	t := w.peek()
	for _, op := range of {
		switch {
		case op == ">>" && t.is(">") && w.ahead(1).is(">"):
			w.at += 2
			return op
		case t.is(op) && (op != ">" || !w.ahead(1).is(">")):
			w.at++
			return op
		}
	}
	return ""
}

func (w *writer) typeTest(op string, left written) written {
	if op == "is" && w.accept("null") {
		return wrapped("$null -eq "+left.text, "bool")
	}
	t := w.typeName(w.typeRef())
	if op == "is" {
		return wrapped(left.text+" -is ["+t+"]", "bool")
	}
	return wrapped(left.text+" -as ["+t+"]", t)
}

// operators are the operators that PowerShell has another word for.
var operators = map[string]string{
	"||": "-or", "&&": "-and", "|": "-bor", "^": "-bxor", "&": "-band", "==": "-ceq", "!=": "-cne", "<": "-clt", ">": "-cgt", "<=": "-cle", ">=": "-cge", "<<": "-shl", ">>": "-shr",
}

func (w *writer) binary(op string, a, b written) written {
	if strings.Contains("+-*/%", op) && a.typ != "string" && b.typ != "string" {
		a, b = a.asNumber(), b.asNumber()
	}
	typ := a.typ
	switch op {
	case "==", "!=", "<", ">", "<=", ">=", "&&", "||":
		typ = "bool"
	case "+":
		if a.typ == "string" || b.typ == "string" {
			return plain("[string]::Concat("+a.bare+", "+b.bare+")", "string")
		}
		typ = wider(a.typ, b.typ)
	case "-", "*", "%":
		typ = wider(a.typ, b.typ)
	case "/":
		typ = wider(a.typ, b.typ)
		if isWhole(a.typ) && isWhole(b.typ) {
			return plain("(["+typ+"] [math]::Truncate([decimal] "+a.text+" / "+b.text+"))", typ)
		}
	}
	if (op == "==" || op == "!=") && b.text == "$null" {
		a, b = b, a // a list before -eq would be searched
	}
	if word, ok := operators[op]; ok {
		op = word
	}
	return wrapped(a.text+" "+op+" "+b.text, typ)
}

// asNumber is a character as the number that C# counts with.
func (e written) asNumber() written {
	if e.typ == "char" {
		return wrapped("[int] "+e.text, "int")
	}
	return e
}

// wider is the type of an operation on two numbers.
func wider(a, b string) string {
	for _, t := range [...]string{"", "double", "decimal", "float", "uint64", "long", "uint32"} {
		if a == t || b == t {
			return t
		}
	}
	return "int"
}

func (w *writer) unary() written {
	defer w.deeper()()
	t := w.peek()
	switch {
	case w.accept("!"):
		return wrapped("-not "+w.unary().text, "bool")
	case w.accept("~"):
		e := w.unary()
		return wrapped("-bnot "+e.text, e.typ)
	case w.accept("+"):
		return w.unary()
	case w.accept("-"):
		e := w.unary()
		return wrapped("-"+e.text, e.typ)
	case w.accept("++"), w.accept("--"):
		e := w.unary()
		return wrapped(t.text+e.text, e.typ)
	case t.is("("):
		if e, ok := w.cast(); ok {
			return e
		}
	}
	return w.postfix(w.primary())
}

// cast is (T)x; ok is false for an expression in parentheses.
func (w *writer) cast() (e written, ok bool) {
	at, err := w.at, w.err
	w.expect("(")
	ref := w.typeRef()
	_, isWord := words[ref.name]
	_, found := w.find(ref.name, len(ref.args))
	if w.err != nil || !w.accept(")") || !isWord && (!found || !w.operand()) {
		w.at, w.err = at, err
		return e, false
	}
	t, x := w.typeName(ref), w.unary()
	if isWhole(t) && !isWhole(x.typ) && (x.typ == "double" || x.typ == "float" || x.typ == "decimal") {
		return plain("(["+t+"] [math]::Truncate("+x.bare+"))", t), true
	}
	return wrapped("["+t+"] "+x.text, t), true
}

// operand reports whether what comes can only be an operand.
func (w *writer) operand() bool {
	t := w.peek()
	return t.kind != symbol && t.kind != endOfText && !t.is("is") && !t.is("as") || t.is("(") || t.is("!") || t.is("~")
}
