package csharp

import "strings"

// writer writes the code of one function.
type writer struct {
	*reader
	class  *declared
	static bool
	out    *strings.Builder
	scopes []map[string]string // types of local variables by name, innermost last
}

func (w *writer) push()               { w.scopes = append(w.scopes, map[string]string{}) }
func (w *writer) pop()                { w.scopes = w.scopes[:len(w.scopes)-1] }
func (w *writer) declare(n, t string) { w.scopes[len(w.scopes)-1][n] = t }
func (w *writer) line(text string)    { w.out.WriteString("        " + text + "\n") }
func (w *writer) local(n string) (string, bool) {
	for i := len(w.scopes) - 1; i >= 0; i-- {
		if t, ok := w.scopes[i][n]; ok {
			return t, true
		}
	}
	return "", false
}

// block writes statements up to the closing brace.
func (w *writer) block() {
	w.push()
	for !w.done() && !w.accept("}") {
		w.statement()
	}
	w.pop()
}

// braces writes a statement, or a block, between braces.
func (w *writer) braces(head string) {
	w.line(head + " {")
	w.push()
	if w.accept("{") {
		w.block()
	} else {
		w.statement()
	}
	w.pop()
	w.line("}")
}

func (w *writer) condition() string {
	w.expect("(")
	e := w.expression()
	w.expect(")")
	return e.text
}

// statement writes one statement.
func (w *writer) statement() {
	defer w.deeper()()
	switch t := w.peek(); {
	case w.accept(";"):
	case w.accept("{"):
		w.block()
	case w.accept("if"):
		w.ifStatement()
	case w.accept("while"):
		w.braces("while (" + w.condition() + ")")
	case w.accept("do"):
		w.doStatement()
	case w.accept("for"):
		w.forStatement()
	case w.accept("foreach"):
		w.foreachStatement()
	case w.accept("switch"):
		w.switchStatement()
	case w.accept("return"), w.accept("throw"):
		w.leave(t.text)
	case w.accept("break"), w.accept("continue"):
		w.line(t.text)
		w.expect(";")
	case w.accept("try"):
		w.tryStatement()
	case w.accept("using"):
		w.usingStatement()
	case w.accept("lock"):
		w.condition()
		w.statement()
	case t.is("yield") || t.is("goto") || t.is("unsafe") || t.is("fixed"):
		w.fail("csshell cannot write the statement '" + t.text + "'")
	default:
		w.simple()
		w.expect(";")
	}
}

// leave is return or throw.
func (w *writer) leave(word string) {
	if !w.accept(";") {
		word += " " + w.expression().text
		w.expect(";")
	}
	w.line(word)
}

func (w *writer) ifStatement() {
	w.braces("if (" + w.condition() + ")")
	if w.accept("else") {
		w.braces("else")
	}
}

func (w *writer) doStatement() {
	w.braces("do")
	w.expect("while")
	w.line("while (" + w.condition() + ")")
	w.expect(";")
}

// forStatement writes the first part before the loop, so that it may declare.
func (w *writer) forStatement() {
	w.expect("(")
	w.push()
	for !w.done() && !w.accept(";") {
		w.simple()
		w.accept(",")
	}
	until := "$true"
	if !w.peek().is(";") {
		until = w.expression().text
	}
	w.expect(";")
	var steps []string
	for !w.done() && !w.accept(")") {
		steps = append(steps, w.assignment().bare)
		w.accept(",")
	}
	w.braces("for (; " + until + "; " + strings.Join(steps, ", ") + ")")
	w.pop()
}

func (w *writer) foreachStatement() {
	w.expect("(")
	t := w.variableType()
	n := w.word()
	w.expect("in")
	list := w.expression()
	w.expect(")")
	w.push()
	w.declare(n, t)
	w.braces("foreach ($" + n + " in " + list.text + ")")
	w.pop()
}

// variableType reads the type of a local variable; "" for var.
func (w *writer) variableType() string {
	if w.accept("var") {
		return ""
	}
	return w.typeName(w.typeRef())
}

// simple writes a declaration of variables or an expression.
func (w *writer) simple() {
	w.accept("const")
	if !w.declares() {
		w.line(w.assignment().bare)
		return
	}
	isVar := w.peek().is("var")
	var ref typeRef
	t := ""
	if isVar {
		w.at++
	} else {
		ref = w.typeRef()
		t = w.typeName(ref)
	}
	for {
		n, of := w.word(), t
		switch {
		case w.accept("=") && isVar:
			e := w.expression()
			of = e.typ
			w.line("$" + n + " = " + e.text)
		case isVar:
			w.fail("Implicitly-typed variables must be initialized")
		case w.tokens[w.at-1].is("="):
			w.line("[" + t + "] $" + n + " = " + w.initializer(ref))
		default:
			w.line("[" + t + "] $" + n + " = [" + t + "] $null")
		}
		w.declare(n, of)
		if !w.accept(",") || w.done() {
			return
		}
	}
}

// declares reports whether a declaration of a variable comes: a type and a name.
func (w *writer) declares() bool {
	t := w.peek()
	if t.kind != name || t.is("new") || t.is("this") || t.is("await") || t.is("throw") {
		return false
	}
	at, err := w.at, w.err
	w.typeRef()
	is := w.err == nil && w.peek().kind == name && !w.peek().is("is") && !w.peek().is("as") && !w.peek().is("in") &&
		(w.ahead(1).is("=") || w.ahead(1).is(";") || w.ahead(1).is(",") || w.ahead(1).is("in"))
	w.at, w.err = at, err
	return is
}

// switchStatement becomes a chain of conditions: a break only ends its section.
func (w *writer) switchStatement() {
	value := "$switched" + strings.Repeat("_", len(w.scopes))
	w.line(value + " = " + w.condition())
	w.expect("{")
	head := "if"
	for !w.done() && !w.accept("}") {
		var tests []string
		isDefault := false
		for !w.done() {
			if w.accept("default") {
				isDefault = true
			} else if w.accept("case") {
				tests = append(tests, value+" -ceq "+w.expression().text)
			} else {
				break
			}
			w.expect(":")
		}
		if isDefault {
			w.line("else {")
			if head == "if" {
				w.fail("csshell takes a switch whose default stands last")
			}
		} else {
			w.line(head + " (" + strings.Join(tests, " -or ") + ") {")
			head = "elseif"
		}
		w.section()
		w.line("}")
	}
}

// section writes the statements up to the break, or to the next label.
func (w *writer) section() {
	w.push()
	for !w.done() && !w.peek().is("case") && !w.peek().is("default") && !w.peek().is("}") {
		if w.accept("break") {
			w.expect(";")
			break
		}
		w.statement()
	}
	w.pop()
}

func (w *writer) tryStatement() {
	w.braces("try")
	for w.accept("catch") {
		w.push()
		head, caught := "catch", ""
		if w.accept("(") {
			t := w.typeName(w.typeRef())
			head += " [" + t + "]"
			if !w.peek().is(")") {
				caught = w.word()
				w.declare(caught, t)
			}
			w.expect(")")
		}
		w.line(head + " {")
		if caught != "" {
			w.line("$" + caught + " = $_.Exception")
		}
		w.expect("{")
		w.block()
		w.line("}")
		w.pop()
	}
	if w.accept("finally") {
		w.braces("finally")
	}
}

// usingStatement disposes of a variable at the end of its block.
func (w *writer) usingStatement() {
	w.expect("(")
	w.push()
	t := w.variableType()
	n := w.word()
	w.expect("=")
	w.declare(n, t)
	w.line("$" + n + " = " + w.expression().text)
	w.expect(")")
	w.braces("try")
	w.line("finally { if ($null -ne $" + n + ") { $" + n + ".Dispose() } }")
	w.pop()
}
