package objects

import (
	"slices"
	"strings"
	"sync"
)

// signature is a member's declaration read from its text:
//
//	method   = [ "static " ] result " " [ interface "." ] name [ "[" T "]" ] "(" [ parameter { ", " parameter } ] ")" [ " {get;}" ]
//	property = [ "static " ] type " " name " {get;" [ "set;" ] "}"
//
// as Get-Member and OverloadDefinitions print it.
type signature struct {
	text     string
	static   bool
	result   string
	iface    string // of an explicit implementation: "ICollection"
	name     string
	generic  []string // names of a method's own type parameters
	params   []parameter
	settable bool
	indexer  bool // a parameterized property, called like a method
}

// parameter is one parameter of a method.
type parameter struct {
	name     string
	typ      *Type
	ref      bool  // [ref]: takes a reference to a variable
	open     bool  // the method's own type parameters stand in the type
	params   bool  // Params: takes any number of arguments
	optional bool  // may be left out
	standard Value // what it then is
}

// signatureName is the name in a signature, found without reading the rest.
func signatureName(text string) (name string, static bool) {
	text, static = strings.CutPrefix(text, "static ")
	head := text
	if i := strings.IndexByte(text, '('); i >= 0 {
		head = text[:i]
	} else if i := strings.Index(text, " {"); i >= 0 {
		head = text[:i]
	}
	head = lastWord(head)
	if i := strings.IndexByte(head, '['); i >= 0 {
		head = head[:i]
	}
	return head[strings.LastIndexByte(head, '.')+1:], static
}

// lastWord is what follows the last blank outside brackets.
func lastWord(s string) string {
	depth := 0
	for i := len(s) - 1; i >= 0; i-- {
		switch s[i] {
		case ']':
			depth++
		case '[':
			depth--
		case ' ':
			if depth == 0 {
				return s[i+1:]
			}
		}
	}
	return s
}

// overload is one method of a group; its signature is read at first use.
type overload struct {
	method *Method
	owner  *Type // the type that declares it, generic arguments filled in
	params func() *signature
}

func newOverload(tt *TypeTable, m *Method, owner *Type, names []string) *overload {
	o := &overload{method: m, owner: owner}
	o.params = sync.OnceValue(func() *signature { return tt.parseSignature(m.Signature, owner, names) })
	return o
}

// parseSignature reads a signature of a member of owner, whose own generic
// parameters have the names.
func (tt *TypeTable) parseSignature(text string, owner *Type, names []string) *signature {
	s := &signature{text: text}
	rest, static := strings.CutPrefix(text, "static ")
	s.static = static
	head, tail, call := cutHead(rest)
	s.settable = strings.Contains(tail, "set;")
	word := lastWord(head)
	s.result = strings.TrimSpace(strings.TrimSuffix(head, word))
	if i := strings.IndexByte(word, '['); i >= 0 {
		s.generic = strings.Split(strings.TrimSuffix(word[i+1:], "]"), ",")
		for j := range s.generic {
			s.generic[j] = strings.TrimSpace(s.generic[j])
		}
		word = word[:i]
	}
	if i := strings.LastIndexByte(word, '.'); i >= 0 {
		s.iface, word = word[:i], word[i+1:]
	}
	s.name = word
	if !call {
		return s
	}
	end := closing(tail)
	s.indexer = strings.Contains(tail[end:], "{get;")
	for _, p := range splitParameters(tail[1:end]) {
		s.params = append(s.params, tt.parseParameter(p, owner, names, s.generic))
	}
	return s
}

// cutHead splits a signature before "(" of a method or "{" of a property.
func cutHead(s string) (head, tail string, call bool) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '(':
			return s[:i], s[i:], true
		case '{':
			return strings.TrimSpace(s[:i]), s[i:], false
		}
	}
	return s, "", false
}

// closing is the place of the parenthesis that closes the one at 0.
func closing(s string) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(s)
}

// splitParameters splits at commas outside brackets.
func splitParameters(s string) (parts []string) {
	depth, start := 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[', '(':
			depth++
		case ']', ')':
			depth--
		case ',':
			if depth == 0 {
				parts = append(parts, strings.TrimSpace(s[start:i]))
				start = i + 1
			}
		}
	}
	if last := strings.TrimSpace(s[start:]); last != "" {
		parts = append(parts, last)
	}
	return parts
}

func (tt *TypeTable) parseParameter(text string, owner *Type, names, generic []string) parameter {
	var p parameter
	text, p.ref = strings.CutPrefix(text, "[ref] ")
	text, p.params = strings.CutPrefix(text, "Params ")
	text, standard, optional := strings.Cut(text, " = ")
	p.name = lastWord(text)
	typeText := strings.TrimSpace(strings.TrimSuffix(text, p.name))
	if typeText == "" { // "(int )": the array types' own methods
		typeText, p.name = p.name, ""
	}
	p.typ = tt.signatureType(typeText, owner, names, generic)
	p.open = mentions(typeText, generic)
	if p.optional = optional; optional {
		p.standard = tt.defaultValue(standard, p.typ)
	}
	return p
}

// mentions reports whether one of the names stands in the text of a type.
func mentions(text string, names []string) bool {
	words := strings.FieldsFunc(text, func(c rune) bool { return c == '[' || c == ']' || c == ',' || c == ' ' })
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(names, w) })
}

// signatureType finds a type that a signature names. A type that is not
// declared gets a name only, so that no value converts to it.
func (tt *TypeTable) signatureType(text string, owner *Type, names, generic []string) *Type {
	n, ok := parseTypeName(text)
	if !ok {
		return &Type{FullName: text, Kind: KindObject}
	}
	t, ok := tt.resolve(n, func(words string) (*Type, bool) {
		for i, name := range names {
			if name == words && i < len(owner.Args) {
				return owner.Args[i], true
			}
		}
		for _, name := range generic {
			if name == words {
				return ObjectType, true
			}
		}
		if c, ok := owner.Class.(TypeNamer); ok {
			if t, ok := c.TypeNamed(strings.ToLower(words)); ok {
				return t, true
			}
		}
		return tt.lookupWords(words, nil)
	})
	if !ok {
		return &Type{FullName: text, Kind: KindObject}
	}
	return t
}

// defaultValue is the value that "= text" in a signature gives.
func (tt *TypeTable) defaultValue(text string, t *Type) Value {
	switch {
	case text == "null" || text == "default":
		return Null
	case t == BooleanType:
		return Bool(strings.EqualFold(text, "true"))
	case t.Enum != nil:
		for i, name := range t.Enum.Names {
			if name == text {
				return Word(t, uint64(t.Enum.Values[i]))
			}
		}
		return Word(t, 0)
	}
	if t == StringType {
		return String(strings.Trim(text, `"`))
	}
	v, err := tt.Convert(String(text), t)
	if err != nil {
		return Null
	}
	return v
}
