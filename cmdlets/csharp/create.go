package csharp

import "strings"

// creation is new with all that may follow it.
func (w *writer) creation() written {
	if w.accept("[") {
		w.expect("]")
		return plain(w.items("object[]"), "object[]")
	}
	if w.peek().is("{") {
		w.fail("csshell cannot make anonymous types")
		return written{}
	}
	ref := w.typeRef()
	if ref.ranks > 0 {
		t := w.typeName(ref)
		return plain(w.items(t), t)
	}
	t := w.typeName(ref)
	switch {
	case w.accept("["):
		return w.sized(t)
	case w.accept("("):
		made := "[" + t + "]::new(" + w.arguments() + ")"
		if w.peek().is("{") {
			w.fail("csshell cannot write an initializer after arguments")
		}
		return plain(made, t)
	case w.peek().is("{") && w.ahead(1).kind == name && w.ahead(2).is("="):
		return plain(w.properties(t), t)
	}
	return plain(w.items(t), t)
}

// sized is new T[n], and new T[n] { … }.
func (w *writer) sized(t string) written {
	size := w.indexes()
	for w.accept("[") {
		w.expect("]")
		t += "[]"
	}
	if w.peek().is("{") {
		return plain(w.items(t+"[]"), t+"[]")
	}
	return plain("(,"+"[System.Array]::CreateInstance(["+t+"], "+size+"))[0]", t+"[]")
}

// items is a list in braces as a list of the type.
func (w *writer) items(t string) string {
	w.expect("{")
	var list []string
	for !w.done() && !w.accept("}") {
		list = append(list, w.expression().text)
		w.accept(",")
	}
	if len(list) == 0 && !strings.HasSuffix(t, "[]") {
		return "[" + t + "]::new()"
	}
	return "([" + t + "] @(" + strings.Join(list, "; ") + "))"
}

// properties is an object initializer: { A = 1, B = 2 }.
func (w *writer) properties(t string) string {
	w.expect("{")
	var list []string
	for !w.done() && !w.accept("}") {
		n := w.word()
		w.expect("=")
		list = append(list, n+" = "+w.expression().text)
		w.accept(",")
	}
	return "([" + t + "] @{ " + strings.Join(list, "; ") + " })"
}

// initializer is the first value of a variable or field: arrays need no new.
func (w *writer) initializer(t typeRef) string {
	if t.ranks > 0 && w.peek().is("{") {
		return w.items(w.typeName(t))
	}
	return w.expression().text
}

// interpolated is $"…{x:N2}…" by means of -f.
func (w *writer) interpolated(raw string) written {
	l := &lexer{}
	var format strings.Builder
	var values []string
	for i := 0; i < len(raw); {
		switch c := raw[i]; {
		case (c == '{' || c == '}') && i+1 < len(raw) && raw[i+1] == c:
			format.WriteString(raw[i : i+2])
			i += 2
		case c == '{':
			end := i + until(raw[i:], "}")
			hole, spec := raw[i+1:min(end, len(raw))], ""
			if at := strings.IndexAny(hole, ":,"); at >= 0 && !strings.Contains(hole, "?") && !strings.Contains(hole, "(") {
				hole, spec = hole[:at], hole[at:]
			}
			format.WriteString("{" + itoa(len(values)) + spec + "}")
			values = append(values, w.hole(hole))
			i = end + 1
		default:
			next := i + 1
			for next < len(raw) && raw[next] != '{' && raw[next] != '}' {
				next++
			}
			format.WriteString(l.unescape(raw[i:next]))
			i = next
		}
	}
	if len(values) == 0 {
		return plain(single(strings.NewReplacer("{{", "{", "}}", "}").Replace(format.String())), "string")
	}
	return plain("("+single(format.String())+" -f @("+strings.Join(values, "; ")+"))", "string")
}

// hole is the expression in one pair of braces.
func (w *writer) hole(source string) string {
	list, bad := (&lexer{source: source}).tokens()
	if bad != nil {
		w.fail(bad.Message)
		return ""
	}
	inner := *w.reader
	inner.tokens, inner.at = list, 0
	ww := *w
	ww.reader = &inner
	e := ww.expression()
	if inner.err != nil {
		w.fail(inner.err.Message)
	}
	return e.text
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}
