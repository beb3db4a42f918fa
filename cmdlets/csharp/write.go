package csharp

import (
	"fmt"
	"strings"
)

// write writes one type as PowerShell.
func (r *reader) write(b *strings.Builder, d *declared) {
	if d.kind == "enum" {
		r.writeEnum(b, d)
		return
	}
	fmt.Fprintf(b, "class %s", d.Name)
	for i, base := range d.bases {
		b.WriteString([...]string{" : ", ", "}[min(i, 1)] + r.typeName(base))
	}
	b.WriteString(" {\n")
	for _, f := range d.fields {
		if _, gone := d.renamed[f.name]; !gone {
			r.writeField(b, d, f)
		}
	}
	for _, f := range d.functions {
		r.writeFunction(b, d, f)
	}
	b.WriteString("}\n")
}

func (r *reader) writeEnum(b *strings.Builder, d *declared) {
	if d.flags {
		b.WriteString("[Flags()] ")
	}
	b.WriteString("enum " + d.Name)
	if len(d.bases) > 0 {
		b.WriteString(" : " + r.typeName(d.bases[0]))
	}
	b.WriteString(" {\n")
	values := map[string]string{}
	for _, v := range d.values {
		b.WriteString("    " + v.name)
		if v.value != "" {
			value := v.value
			for other, is := range values { // members of the enum itself are not known yet
				value = strings.ReplaceAll(value, "["+d.Name+"]::"+other+".value__", "("+is+")")
			}
			values[v.name] = value
			b.WriteString(" = " + value)
		}
		b.WriteString("\n")
	}
	b.WriteString("}\n")
}

func (r *reader) writeField(b *strings.Builder, d *declared, f *field) {
	value := f.value
	for from, to := range d.renamed {
		if backing := d.field(from); to == f.name && backing != nil && value == 0 {
			value = backing.value
		}
	}
	b.WriteString("    ")
	if f.static {
		b.WriteString("static ")
	}
	if f.hidden {
		b.WriteString("hidden ")
	}
	fmt.Fprintf(b, "[%s] $%s", r.typeName(f.typ), f.name)
	if value != 0 {
		w := &writer{reader: r, class: d, static: true}
		r.at = value
		b.WriteString(" = " + w.initializer(f.typ))
	}
	b.WriteString("\n")
}

func (r *reader) writeFunction(b *strings.Builder, d *declared, f *function) {
	w := &writer{reader: r, class: d, static: f.static, out: b}
	w.push()
	b.WriteString("    ")
	if f.static {
		b.WriteString("static ")
	}
	if f.hidden && !f.constructor {
		b.WriteString("hidden ")
	}
	called := f.name
	if f.constructor {
		called = d.Name
	} else {
		fmt.Fprintf(b, "[%s] ", r.typeName(f.result))
	}
	b.WriteString(called + "(")
	for i, p := range f.params {
		if i > 0 {
			b.WriteString(", ")
		}
		t := r.typeName(p.typ)
		fmt.Fprintf(b, "[%s] $%s", t, p.name)
		w.declare(p.name, t)
	}
	b.WriteString(")")
	if f.base != 0 {
		r.at = f.base
		r.expect("(")
		b.WriteString(" : base(" + w.arguments() + ")")
	}
	b.WriteString(" {\n")
	w.body(f)
	b.WriteString("    }\n")
}

// body writes the statements of a function.
func (w *writer) body(f *function) {
	switch r := w.reader; {
	case f.external != "":
		w.line("throw [System.DllNotFoundException]::new(" + single("Unable to load shared library '"+f.external+"' or one of its dependencies.") + ")")
	case f.body == 0:
		r.fail("csshell cannot make a method without a body: '" + f.name + "'")
	default:
		r.at = f.body
		if r.accept("=>") {
			e := w.expression()
			if f.constructor || f.result.name == "void" {
				w.line(e.text)
				return
			}
			w.line("return " + e.text)
			return
		}
		r.expect("{")
		w.block()
	}
}

// typeName is a type as PowerShell names it.
func (r *reader) typeName(t typeRef) string {
	s := r.resolved(t)
	if t.nullable && s != "string" && s != "object" {
		s = "Nullable[" + s + "]"
	}
	return s + strings.Repeat("[]", t.ranks)
}

func (r *reader) resolved(t typeRef) string {
	if w, ok := words[t.name]; ok {
		return w
	}
	found, ok := r.find(t.name, len(t.args))
	if !ok {
		if r.err == nil {
			r.err = &Error{t.line, "The type or namespace name '" + t.name + "' could not be found (are you missing a using directive or an assembly reference?)"}
		}
		return "object"
	}
	if len(t.args) == 0 {
		return found
	}
	args := make([]string, len(t.args))
	for i, a := range t.args {
		args[i] = r.typeName(a)
	}
	return found + "[" + strings.Join(args, ",") + "]"
}

// find looks for a type among those of the source and those that are known, in
// the namespaces of the using directives.
func (r *reader) find(n string, args int) (string, bool) {
	for _, d := range r.types {
		if d.FullName == n || strings.HasSuffix(d.FullName, "."+n) || strings.HasSuffix(d.FullName, "+"+n) {
			return d.Name, true
		}
	}
	arity := ""
	if args > 0 {
		arity = fmt.Sprintf("`%d", args)
	}
	if r.known(n + arity) {
		return n, true
	}
	for _, u := range r.usings {
		if full := u + "." + n; r.known(full + arity) {
			return full, true
		}
	}
	return "", false
}
