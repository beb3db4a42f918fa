package objects

import "strings"

// This file writes members as Get-Member's Definition column does.

// definition is the text of one overload with generic arguments filled in.
func (tt *TypeTable) definition(o *overload) string {
	text := o.method.Signature
	if o.owner.Open != nil {
		text = tt.substituted(text, o.owner, tt.info(o.owner).generic)
	}
	if strings.HasPrefix(text, "new(") { // a constructor names what it makes
		return tt.DisplayName(o.owner) + " " + text
	}
	return text
}

// substituted replaces the names of type parameters in a signature.
func (tt *TypeTable) substituted(text string, owner *Type, names []string) string {
	var out strings.Builder
	start := 0
	flush := func(end int) {
		word := text[start:end]
		for i, n := range names {
			if n == word && i < len(owner.Args) {
				word = tt.DisplayName(owner.Args[i])
			}
		}
		out.WriteString(word)
	}
	for i := 0; i < len(text); i++ {
		if strings.IndexByte(" ,()[]{};.&", text[i]) >= 0 {
			flush(i)
			out.WriteByte(text[i])
			start = i + 1
		}
	}
	flush(len(text))
	return out.String()
}

func (tt *TypeTable) groupDefinition(g *methodGroup) string {
	texts := make([]string, len(g.overloads))
	for i, o := range g.overloads {
		texts[i] = tt.definition(o)
	}
	return strings.Join(texts, ", ")
}

func (tt *TypeTable) propertyDefinition(p *property) string {
	if p.owner.Open == nil {
		return p.Signature
	}
	return tt.substituted(p.Signature, p.owner, p.info.generic)
}

// ownDefinition is the definition of a member that an object or type data adds.
func (tt *TypeTable) ownDefinition(m OwnMember) string {
	if m.Kind == NotePropertyMember {
		return tt.noteDefinition(m)
	}
	switch d := m.Value.ref.(type) {
	case *AliasMember:
		if d.Convert != nil {
			return m.Name + " = (" + tt.DisplayName(d.Convert) + ")" + d.Target
		}
		return m.Name + " = " + d.Target
	case *ScriptPropertyDef:
		return scriptDefinition(m.Name, d)
	case *CodePropertyDef:
		return codeDefinition(m.Name, d)
	case *ScriptMethodDef:
		return "System.Object " + m.Name + "();"
	case *CodeMethodDef:
		return d.Definition
	case *PropertySetDef:
		return m.Name + " {" + strings.Join(d.Names, ", ") + "}"
	case *MemberSetDef:
		names := make([]string, len(d.Members))
		for i, x := range d.Members {
			names[i] = x.Name
		}
		return m.Name + " {" + strings.Join(names, ", ") + "}"
	}
	return m.Name
}

// noteDefinition is "type name=value".
func (tt *TypeTable) noteDefinition(m OwnMember) string {
	if m.Value.IsNull() {
		return "object " + m.Name + "=null"
	}
	t := m.Value.Type()
	name := tt.DisplayName(t)
	if name == t.FullName || t.Elem != nil && tt.DisplayName(t.Elem) == t.Elem.FullName {
		name = shortName(t)
	}
	text, err := tt.Text(m.Value, " ")
	if a, ok := m.Value.Base().ref.(*Array); ok || err != nil {
		text = t.String()
		_ = a
	}
	return name + " " + m.Name + "=" + text
}

// shortName is the type's name without its namespace.
func shortName(t *Type) string {
	if t.Elem != nil {
		return shortName(t.Elem) + rankSuffix(t.Rank)
	}
	return t.Name()
}

func scriptDefinition(name string, d *ScriptPropertyDef) string {
	text := "System.Object " + name + " {"
	if d.Getter != nil {
		text += "get=" + codeText(d.Getter) + ";"
	}
	if d.Setter != nil {
		text += "set=" + codeText(d.Setter) + ";"
	}
	return text + "}"
}

func codeText(c Callable) string {
	if s, ok := c.(Stringer); ok {
		text, _ := s.Text()
		return text
	}
	return ""
}

func codeDefinition(name string, d *CodePropertyDef) string {
	if d.Script != "" {
		return "System.Object " + name + " {get=" + d.Script + ";}"
	}
	text := d.Result + " " + name + "{get="
	return text + ";}"
}
