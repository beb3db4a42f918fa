package csharp

import (
	"strings"
)

// primary is a literal, a name, new, or an expression in parentheses.
func (w *writer) primary() written {
	t := w.next()
	switch t.kind {
	case number:
		return numeral(t.text)
	case text:
		return plain(single(t.text), "string")
	case interpolate:
		return w.interpolated(t.text)
	case character:
		return plain("[char] "+single(t.text), "char").inParens()
	case name:
		return w.nameOrWord(t.text)
	}
	if t.is("(") {
		e := w.expression()
		w.expect(")")
		e.text = "(" + e.bare + ")"
		return e
	}
	w.at--
	w.fail("Invalid expression term '" + t.text + "'")
	return written{}
}

func (e written) inParens() written {
	e.text = "(" + e.text + ")"
	return e
}

// numeral is a number with its suffix as a cast.
func numeral(s string) written {
	s = strings.ToLower(strings.ReplaceAll(s, "_", ""))
	if strings.HasPrefix(s, "0x") {
		return plain(strings.TrimRight(s, "ul"), "int")
	}
	digits := strings.TrimRight(s, "ulfdm")
	switch suffix := s[len(digits):]; suffix {
	case "f":
		return wrapped("[float] "+digits, "float")
	case "d":
		return wrapped("[double] "+digits, "double")
	case "m":
		return plain(digits+"d", "decimal")
	case "l":
		return plain(digits+"l", "long")
	case "u":
		return wrapped("[uint32] "+digits, "uint32")
	case "ul", "lu":
		return wrapped("[uint64] "+digits, "uint64")
	}
	if strings.ContainsAny(digits, ".e") {
		return plain(digits, "double")
	}
	return plain(digits, "int")
}

// nameOrWord is what a word stands for at the start of an operand.
func (w *writer) nameOrWord(word string) written {
	switch word {
	case "true", "false":
		return plain("$"+word, "bool")
	case "null":
		return plain("$null", "")
	case "this":
		return plain("$this", w.class.Name)
	case "base":
		if len(w.class.bases) > 0 {
			return plain("(["+w.typeName(w.class.bases[0])+"] $this)", "")
		}
		return plain("([object] $this)", "")
	case "new":
		return w.creation()
	case "typeof":
		w.expect("(")
		t := w.typeName(w.typeRef())
		w.expect(")")
		return plain("["+t+"]", "")
	case "nameof":
		w.expect("(")
		n := w.dotted()
		w.expect(")")
		return plain(single(n[strings.LastIndexByte(n, '.')+1:]), "string")
	case "default", "stackalloc", "await", "checked", "unchecked", "delegate", "async", "sizeof":
		w.at--
		w.fail("csshell cannot write '" + word + "'")
		return written{}
	}
	if w.peek().is("=>") {
		w.fail("csshell cannot write lambda expressions")
		return written{}
	}
	return w.identifier(word)
}

// identifier is a variable, a member of the class or its bases, or a type.
func (w *writer) identifier(word string) written {
	if t, ok := w.local(word); ok {
		return plain("$"+word, t)
	}
	for d := w.class; d != nil; d = w.baseOf(d) {
		if f := d.function(word); f != nil && w.peek().is("(") {
			return plain(w.owner(d, f.static)+word, w.typeName(f.result))
		}
		if f := d.field(word); f != nil {
			if to, ok := d.renamed[word]; ok {
				word = to
			}
			return plain(w.owner(d, f.static)+word, w.typeName(f.typ))
		}
	}
	if w, ok := words[word]; ok {
		return written{text: "[" + w + "]", bare: "[" + w + "]", named: true}
	}
	if e, ok := w.typeChain(word); ok {
		return e
	}
	if len(w.class.bases) > 0 && !w.static { // inherited of .NET
		return plain("$this."+word, "")
	}
	w.at--
	w.fail("The name '" + word + "' does not exist in the current context")
	return written{}
}

// owner is what stands before a member of a class.
func (w *writer) owner(d *declared, static bool) string {
	if static {
		return "[" + d.Name + "]::"
	}
	return "$this."
}

// baseOf is the class of the source that a class derives from; nil for none.
func (w *writer) baseOf(d *declared) *declared {
	if len(d.bases) == 0 {
		return nil
	}
	for _, other := range w.types {
		if n, ok := w.find(d.bases[0].name, 0); ok && other.Name == n && other != d {
			return other
		}
	}
	return nil
}

// typeChain is the longest name of a type that begins with the word.
func (w *writer) typeChain(word string) (written, bool) {
	at, full := w.at, word
	for {
		w.at = at
		if found, ok := w.find(full, 0); ok {
			return written{text: "[" + found + "]", bare: "[" + found + "]", named: true}, true
		}
		if !w.ahead(0).is(".") || w.ahead(1).kind != name {
			break
		}
		full += "." + w.ahead(1).text
		at += 2
	}
	w.at -= 2 * strings.Count(full, ".")
	if w.peek().is("<") { // a generic type: List<int>.Enumerator is not asked for
		w.at = at
	}
	return written{}, false
}

// postfix reads members, calls, indexes and steps after an operand.
func (w *writer) postfix(e written) written {
	for !w.done() {
		switch {
		case w.accept("."):
			e = w.member(e, ".")
		case w.accept("?."):
			e = w.member(e, "?.")
		case w.accept("("):
			e = plain(e.text+"("+w.arguments()+")", e.typ)
		case w.accept("["):
			e = plain(e.text+"["+w.indexes()+"]", element(e.typ))
		case w.peek().is("++") || w.peek().is("--"):
			e = wrapped(e.text+w.next().text, e.typ)
		case w.peek().is("!") && w.ahead(1).is("."): // "not null" means nothing here
			w.at++
		default:
			return e
		}
	}
	return e
}

// element is the type of an array's elements, or a text's characters.
func element(t string) string {
	if t == "string" {
		return "char"
	}
	if of, ok := strings.CutSuffix(t, "[]"); ok {
		return of
	}
	return ""
}

// results are the types of members that many types have.
var results = map[string]string{
	"Length": "int", "Count": "int", "IndexOf": "int", "ToString": "string", "Substring": "string", "Trim": "string", "ToUpper": "string", "ToLower": "string",
	"Replace": "string", "Join": "string", "Format": "string", "Concat": "string", "PadLeft": "string", "PadRight": "string", "Name": "string", "Message": "string",
}

func (w *writer) member(e written, point string) written {
	n := w.word()
	if w.peek().is("<") && w.ahead(2).is(">") {
		w.fail("csshell cannot call the generic method '" + n + "'")
	}
	typ := results[n]
	for _, d := range w.types {
		if e.typ == d.Name || e.text == "["+d.Name+"]" {
			if f := d.field(n); f != nil {
				typ = w.typeName(f.typ)
			}
			if f := d.function(n); f != nil {
				typ = w.typeName(f.result)
			}
		}
	}
	if e.named {
		return plain(e.text+"::"+n, typ)
	}
	if point == "?." && strings.HasPrefix(e.text, "$") && !strings.ContainsAny(e.text, ".(") {
		return plain("${"+e.text[1:]+"}?."+n, typ)
	}
	return plain(e.text+point+n, typ)
}

// arguments reads the arguments of a call up to the closing parenthesis.
func (w *writer) arguments() string {
	var list []string
	for !w.done() && !w.accept(")") {
		reference := w.accept("ref")
		if w.peek().is("out") || w.ahead(1).is(":") && w.peek().kind == name {
			w.fail("csshell cannot write out and named arguments")
		}
		e := w.expression()
		if reference {
			e.bare = "[ref] " + e.text
		}
		list = append(list, e.bare)
		w.accept(",")
	}
	return strings.Join(list, ", ")
}

func (w *writer) indexes() string {
	var list []string
	for !w.done() && !w.accept("]") {
		list = append(list, w.expression().text)
		w.accept(",")
	}
	return strings.Join(list, ", ")
}
