package csharp

// member reads one member of a class.
func (r *reader) member(d *declared, simple string) {
	marks := r.attributes()
	mods := r.modifiers()
	switch {
	case r.accept(";"):
		return
	case r.peek().is("class") || r.peek().is("struct") || r.peek().is("enum"):
		r.typeDeclaration(d.FullName+"+", marks.flags)
		return
	case r.peek().is(simple) && r.ahead(1).is("("):
		r.at++
		r.rest(d, &function{name: simple, constructor: true, static: mods["static"], hidden: mods["private"]})
		return
	}
	t := r.typeRef()
	if r.peek().is("operator") || r.peek().is("this") {
		r.fail("csshell cannot make operators and indexers")
	}
	n := r.word()
	switch {
	case r.peek().is("("):
		r.rest(d, &function{name: n, result: t, static: mods["static"], hidden: !mods["public"] && !mods["internal"], external: marks.library})
	case r.peek().is("<"):
		r.fail("csshell cannot make the generic method '" + n + "'")
	case r.peek().is("{") || r.peek().is("=>"):
		r.property(d, &field{name: n, typ: t, static: mods["static"], hidden: mods["private"]})
	default:
		r.fields(d, field{name: n, typ: t, static: mods["static"] || mods["const"], hidden: !mods["public"] && !mods["internal"]})
	}
}

// fields reads the rest of a field, and others that share its type.
func (r *reader) fields(d *declared, f field) {
	for {
		one := f
		if r.accept("=") {
			one.value = r.at
			r.passValue()
		}
		d.fields = append(d.fields, &one)
		if !r.accept(",") {
			break
		}
		f.name = r.word()
	}
	r.expect(";")
}

// pass goes to the first of the symbols that stands outside of brackets.
func (r *reader) pass(stops ...string) {
	for depth := 0; !r.done(); r.at++ {
		t := r.peek()
		if t.kind != symbol {
			continue
		}
		if depth == 0 {
			for _, s := range stops {
				if t.text == s {
					return
				}
			}
		}
		switch t.text {
		case "(", "[", "{":
			depth++
		case ")", "]", "}":
			depth--
		}
	}
}

// passValue goes to the end of a field's first value. A < opens the arguments of a
// generic type there.
func (r *reader) passValue() {
	for depth := 0; !r.done(); r.at++ {
		switch t := r.peek(); {
		case t.is("(") || t.is("[") || t.is("{") || t.is("<"):
			depth++
		case t.is(")") || t.is("]") || t.is("}") || t.is(">"):
			depth--
		case depth == 0 && (t.is(",") || t.is(";")):
			return
		}
	}
}

// property reads the accessors. One that only stands for a field takes that
// field's place.
func (r *reader) property(d *declared, f *field) {
	d.fields = append(d.fields, f)
	if r.peek().is("=>") {
		r.fail("csshell cannot make the computed property '" + f.name + "'")
		return
	}
	r.expect("{")
	for !r.done() && !r.accept("}") {
		r.attributes()
		r.modifiers()
		accessor := r.word()
		if r.accept(";") {
			continue
		}
		backing := r.backing(accessor)
		if backing == "" {
			r.fail("csshell cannot make the computed property '" + f.name + "'")
			return
		}
		d.renamed[backing] = f.name
	}
	if r.accept("=") {
		f.value = r.at
		r.pass(";")
		r.expect(";")
	}
}

// backing is the field that an accessor reads or writes and does no more with;
// "" for other code.
func (r *reader) backing(accessor string) string {
	words := []string{"{", "return", "", ";", "}"}
	if accessor != "get" {
		words = []string{"{", "", "=", "value", ";", "}"}
	}
	found := ""
	for _, w := range words {
		r.accept("this")
		r.accept(".")
		if w == "" {
			found = r.word()
		} else if !r.accept(w) {
			return ""
		}
	}
	return found
}

// rest reads the parameters and remembers the body of a function.
func (r *reader) rest(d *declared, f *function) {
	d.functions = append(d.functions, f)
	r.expect("(")
	for !r.done() && !r.accept(")") {
		r.attributes()
		switch w := r.peek().text; w {
		case "ref", "out", "in":
			if f.external == "" {
				r.fail("csshell cannot make a method with " + w + " parameters: '" + f.name + "'")
			}
			r.at++
		case "params", "this":
			r.fail("csshell cannot make a method with " + w + " parameters: '" + f.name + "'")
		}
		p := parameter{typ: r.typeRef(), name: r.word()}
		if r.peek().is("=") {
			r.fail("csshell cannot make a method with optional parameters: '" + f.name + "'")
		}
		f.params = append(f.params, p)
		r.accept(",")
	}
	if r.accept(":") {
		if !r.accept("base") {
			r.fail("csshell cannot make a constructor that calls another of its class")
		}
		f.base = r.at
		r.pass("{", "=>")
	}
	f.body = r.at
	switch {
	case r.accept("{"):
		r.pass("}")
		r.expect("}")
	case r.accept("=>"):
		r.pass(";")
		r.expect(";")
	default:
		f.body = 0
		r.expect(";")
	}
}

// typeRef reads the name of a type.
func (r *reader) typeRef() typeRef {
	defer r.deeper()()
	t := typeRef{line: r.peek().line, name: r.dotted()}
	if r.accept("<") {
		t.args = append(t.args, r.typeRef())
		for r.accept(",") {
			t.args = append(t.args, r.typeRef())
		}
		r.expect(">")
	}
	if r.peek().is("?") && !r.ahead(1).is("(") {
		t.nullable = r.accept("?")
	}
	for r.peek().is("[") && r.ahead(1).is("]") {
		r.at += 2
		t.ranks++
	}
	return t
}
