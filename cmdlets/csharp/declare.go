package csharp

import "strings"

// reader reads declarations and remembers where bodies are: they are written
// once all types are known.
type reader struct {
	tokens []token
	at     int
	err    *Error
	usings []string
	types  []*declared
	known  func(fullName string) bool
	depth  int // of what is being read, within one another
}

// maxDepth is how deep expressions, statements and types may nest.
const maxDepth = 200

// deeper counts one level more; what it gives takes it back.
func (r *reader) deeper() func() {
	if r.depth++; r.depth > maxDepth {
		r.fail("An expression is too long or complex to compile")
	}
	return func() { r.depth-- }
}

// Translate writes the types of C# source as PowerShell. known says which types
// there are besides, by full name; generic ones with the number of their
// parameters ("System.Collections.Generic.List`1").
func Translate(source string, known func(fullName string) bool) (script string, types []Type, err error) {
	list, bad := (&lexer{source: source}).tokens()
	if bad != nil {
		return "", nil, bad
	}
	r := &reader{tokens: list, known: known}
	r.namespace("", false)
	var b strings.Builder
	for _, d := range r.types {
		r.write(&b, d)
		types = append(types, d.Type)
	}
	if r.err != nil {
		return "", nil, r.err
	}
	return b.String(), types, nil
}

func (r *reader) peek() token { return r.ahead(0) }

func (r *reader) ahead(n int) token {
	if r.at+n < len(r.tokens) {
		return r.tokens[r.at+n]
	}
	return r.tokens[len(r.tokens)-1]
}

func (r *reader) next() token {
	t := r.peek()
	if r.at < len(r.tokens)-1 {
		r.at++
	}
	return t
}

// accept passes over a word if it is next.
func (r *reader) accept(word string) bool {
	if r.err == nil && r.peek().is(word) {
		r.at++
		return true
	}
	return false
}

func (r *reader) expect(word string) {
	if !r.accept(word) {
		r.fail(word + " expected")
	}
}

// fail keeps the first mistake and goes to the end, where all loops end.
func (r *reader) fail(message string) {
	if r.err == nil {
		r.err = &Error{r.peek().line, message}
	}
	r.at = len(r.tokens) - 1
}

func (r *reader) done() bool { return r.err != nil || r.peek().kind == endOfText }

func (r *reader) word() string {
	t := r.peek()
	if t.kind != name {
		r.fail("Identifier expected")
		return ""
	}
	r.at++
	return t.text
}

// dotted is a name of several parts.
func (r *reader) dotted() string {
	s := r.word()
	for r.accept(".") {
		s += "." + r.word()
	}
	return s
}

// namespace reads what a file, or the braces of a namespace, hold.
func (r *reader) namespace(space string, braces bool) {
	for !r.done() {
		switch {
		case braces && r.accept("}"):
			return
		case r.accept("using"):
			r.accept("static")
			if n := r.dotted(); !r.peek().is("=") {
				r.usings = append(r.usings, n)
			}
			r.expect(";")
		case r.accept("namespace"):
			inner := join(space, r.dotted())
			if !r.accept(";") {
				r.expect("{")
				r.namespace(inner, true)
				continue
			}
			space = inner
		case r.accept(";"):
		default:
			flags := r.attributes()
			r.modifiers()
			r.typeDeclaration(join(space, ""), flags.flags)
		}
		if space != "" && (len(r.usings) == 0 || r.usings[len(r.usings)-1] != space) {
			r.usings = append(r.usings, space)
		}
	}
}

// join puts a name into a namespace; with "" it is the namespace and a point.
func join(space, n string) string {
	if space == "" {
		return n
	}
	return space + "." + n
}

// marks is what matters of the attributes before a declaration.
type marks struct {
	flags   bool
	library string // of DllImport
}

func (r *reader) attributes() (m marks) {
	for r.peek().is("[") {
		for depth := 0; !r.done(); {
			t := r.next()
			switch {
			case t.is("["):
				depth++
			case t.is("]"):
				depth--
			case t.is("Flags") || t.is("FlagsAttribute"):
				m.flags = true
			case t.is("DllImport"):
				m.library = r.ahead(1).text
			}
			if depth == 0 {
				break
			}
		}
	}
	return m
}

// modifier is a set of the words before a declaration.
type modifier map[string]bool

func (r *reader) modifiers() modifier {
	set := modifier{}
	for {
		switch w := r.peek().text; w {
		case "public", "private", "protected", "internal", "static", "readonly", "sealed", "abstract", "virtual", "override", "const", "extern", "unsafe", "partial", "new", "volatile":
			set[w] = true
			r.at++
			continue
		}
		return set
	}
}

// typeDeclaration reads a class, struct or enum.
func (r *reader) typeDeclaration(prefix string, flags bool) {
	defer r.deeper()()
	d := &declared{kind: r.peek().text, line: r.peek().line, flags: flags, renamed: map[string]string{}}
	switch d.kind {
	case "class", "struct", "enum":
		r.at++
	default:
		r.fail("csshell takes classes, structures and enumerations of C#, not this: '" + r.peek().text + "'")
		return
	}
	simple := r.word()
	if r.peek().is("<") {
		r.fail("csshell cannot make the generic type '" + simple + "'")
	}
	d.FullName = prefix + simple
	d.Name = strings.NewReplacer(".", "__", "+", "__").Replace(d.FullName)
	r.types = append(r.types, d)
	if r.accept(":") {
		d.bases = append(d.bases, r.typeRef())
		for r.accept(",") {
			d.bases = append(d.bases, r.typeRef())
		}
	}
	r.expect("{")
	if d.kind == "enum" {
		r.enumValues(d)
		return
	}
	for !r.done() && !r.accept("}") {
		r.member(d, simple)
	}
}

func (r *reader) enumValues(d *declared) {
	for !r.done() && !r.accept("}") {
		r.attributes()
		v := enumValue{name: r.word()}
		if r.accept("=") {
			v.value = r.constant(d)
		}
		d.values = append(d.values, v)
		if !r.accept(",") && !r.peek().is("}") {
			r.fail("} expected")
		}
	}
}

// constant is the value of an enum's member: numbers, other members and
// operators between them.
func (r *reader) constant(d *declared) string {
	var parts []string
	for !r.done() && !r.peek().is(",") && !r.peek().is("}") {
		t := r.next()
		switch {
		case t.kind == number:
			parts = append(parts, strings.TrimRight(strings.ReplaceAll(t.text, "_", ""), "uUlL"))
		case t.kind == name && !r.peek().is("."):
			for _, v := range d.values {
				if v.name == t.text {
					parts = append(parts, "["+d.Name+"]::"+v.name+".value__")
				}
			}
		case t.is("|"):
			parts = append(parts, "-bor")
		case t.is("<<"):
			parts = append(parts, "-shl")
		case t.is("-") || t.is("+") || t.is("(") || t.is(")"):
			parts = append(parts, t.text)
		}
	}
	return strings.Join(parts, " ")
}
