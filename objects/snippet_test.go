package objects_test

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	. "github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/dotnet"
)

// snippet evaluates the simple expressions that the recorded tables are full
// of: literals, casts, lists, hashtables and operators. What it does not know
// panics with unknown, and the row is passed over.
type snippet struct {
	tt   *TypeTable
	text string
	at   int
}

type unknown struct{}

// evalSnippet gives the value of text; known is false where the text is
// beyond what the tests understand.
func evalSnippet(tt *TypeTable, text string) (v Value, known bool, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case unknown:
			known = false
		case failure:
			known, err = true, r.err
		default:
			panic(r)
		}
	}()
	if strings.ContainsAny(text, "|;`") {
		return Null, false, nil
	}
	s := &snippet{tt: tt, text: text}
	v = s.expression(0)
	s.blanks()
	if s.at < len(text) {
		panic(unknown{})
	}
	return v, true, nil
}

type failure struct{ err error }

func must(v Value, err error) Value {
	if err != nil {
		panic(failure{err})
	}
	return v
}

func (s *snippet) blanks() {
	for s.at < len(s.text) && s.text[s.at] == ' ' {
		s.at++
	}
}

func (s *snippet) take(token string) bool {
	s.blanks()
	if !hasFold(s.text[s.at:], token) {
		return false
	}
	end := s.at + len(token)
	if last := token[len(token)-1]; 'a' <= last && last <= 'z' && end < len(s.text) && s.text[end] != ' ' {
		return false
	}
	s.at = end
	return true
}

// binary are the operators by precedence, the weakest first.
var binary = [][]string{
	{"-band", "-bor", "-bxor", "-shl", "-shr"},
	{"-eq", "-ne", "-lt", "-gt", "-le", "-ge", "-ceq", "-cne", "-ieq", "-clt", "-cgt", "-cle", "-cge", "-ilt", "-igt", "-ige", "-ile", "-as"},
	{"+", "-"}, {"*", "/", "%"}, {"-f"}, {".."}, {","},
}

func (s *snippet) expression(level int) Value {
	if level == len(binary) {
		return s.unary()
	}
	left := s.expression(level + 1)
	if binary[level][0] == "," {
		return s.list(left)
	}
	for {
		op, ok := s.operator(level)
		if !ok {
			return left
		}
		left = s.apply(op, left, s.expression(level+1))
	}
}

func (s *snippet) operator(level int) (string, bool) {
	for _, op := range binary[level] {
		start := s.at
		if s.take(op) {
			if op == "-" && s.at < len(s.text) && s.text[s.at] >= 'a' {
				s.at = start
				continue
			}
			return op, true
		}
	}
	return "", false
}

func (s *snippet) list(first Value) Value {
	items := []Value{first}
	for s.take(",") {
		items = append(items, s.unary())
	}
	if len(items) == 1 {
		return first
	}
	return ArrayValue(items)
}

func (s *snippet) apply(op string, a, b Value) Value {
	tt := s.tt
	arithmetic := map[string]func(a, b Value) (Value, error){
		"+": tt.Add, "-": tt.Subtract, "*": tt.Multiply, "/": tt.Divide, "%": tt.Remainder, "..": tt.Range,
		"-band": tt.BitAnd, "-bor": tt.BitOr, "-bxor": tt.BitXor, "-shl": tt.ShiftLeft, "-shr": tt.ShiftRight,
	}
	if f, ok := arithmetic[op]; ok {
		return must(f(a, b))
	}
	switch op {
	case "-f":
		args := []Value{b}
		if list, ok := Enumeration(b); ok {
			args, _ = Collect(list)
		}
		text := must(String(""), nil)
		format, err := tt.Text(a, " ")
		if err == nil {
			var out string
			out, err = tt.Format(format, args)
			text = String(out)
		}
		return must(text, err)
	case "-as":
		t, ok := b.Ref().(RuntimeType)
		if !ok {
			panic(unknown{})
		}
		v, err := tt.ConvertAs(a, t.Target)
		if err != nil {
			return Null
		}
		return v
	}
	if _, list := Enumeration(a); list {
		panic(unknown{})
	}
	ignoreCase := op[1] != 'c'
	relation := strings.TrimLeft(op, "-")
	if len(relation) == 3 {
		relation = relation[1:]
	}
	ok, err := tt.Related(relationOf(relation), a, b, ignoreCase)
	return must(Bool(ok), err)
}

func relationOf(name string) Relation {
	switch name {
	case "eq":
		return IsEqual
	case "ne":
		return NotEqual
	case "lt":
		return LessThan
	case "gt":
		return GreaterThan
	case "le":
		return LessOrEqual
	}
	return GreaterOrEqual
}

func (s *snippet) unary() Value {
	switch {
	case s.take("-bnot"):
		return must(s.tt.BitNot(s.unary()))
	case s.take("-not"), s.take("!"):
		return Bool(!s.tt.Truth(s.unary()))
	case s.take(","):
		return ArrayValue([]Value{s.unary()})
	}
	s.blanks()
	if n, ok := s.number(); ok {
		return n
	}
	switch {
	case s.take("-"):
		return must(s.tt.Negate(s.unary()))
	case s.take("+"):
		return must(s.tt.Plus(s.unary()))
	}
	return s.primary()
}

func (s *snippet) number() (Value, bool) {
	end := s.at
	for end < len(s.text) && strings.IndexByte("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.+-", s.text[end]) >= 0 {
		if end+1 < len(s.text) && s.text[end:end+2] == ".." {
			break
		}
		end++
	}
	for ; end > s.at; end-- {
		if n, ok := ParseNumeral(s.text[s.at:end]); ok {
			s.at = end
			return n, true
		}
	}
	return Null, false
}

func (s *snippet) primary() Value {
	rest := s.text[s.at:]
	switch {
	case strings.HasPrefix(rest, "'"):
		text := s.quoted()
		if s.at < len(s.text) && (s.text[s.at] == '[' || s.text[s.at] == '.' && !strings.HasPrefix(s.text[s.at:], "..")) {
			panic(unknown{})
		}
		return String(text)
	case strings.HasPrefix(rest, "["):
		return s.bracket()
	case s.take("$null"):
		return Null
	case s.take("$true"), hasFold(rest, "$true)") && s.skip(5):
		return Bool(true)
	case s.take("$false"), hasFold(rest, "$false)") && s.skip(6):
		return Bool(false)
	case s.take("@("):
		return s.closed(true)
	case s.take("@{"):
		return Of(s.hash())
	case s.take("("):
		return s.closed(false)
	}
	panic(unknown{})
}

func (s *snippet) skip(n int) bool { s.at += n; return true }

func (s *snippet) quoted() string {
	var b strings.Builder
	for i := s.at + 1; i < len(s.text); i++ {
		if s.text[i] != '\'' {
			b.WriteByte(s.text[i])
			continue
		}
		if i+1 < len(s.text) && s.text[i+1] == '\'' {
			b.WriteByte('\'')
			i++
			continue
		}
		s.at = i + 1
		return b.String()
	}
	panic(unknown{})
}

// closed is what stands up to the closing parenthesis.
func (s *snippet) closed(array bool) Value {
	if s.take(")") {
		return ArrayValue(nil)
	}
	v := s.expression(0)
	if !s.take(")") || s.at < len(s.text) && (s.text[s.at] == '.' && s.text[s.at+1] != '.' || s.text[s.at] == '[') {
		panic(unknown{})
	}
	if array {
		if _, list := Enumeration(v); !list {
			return ArrayValue([]Value{v})
		}
	}
	return v
}

func (s *snippet) hash() *Hashtable {
	h := NewHashtable()
	for !s.take("}") {
		s.blanks()
		name, rest := letters(s.text[s.at:])
		if name == "" || rest == "" {
			panic(unknown{})
		}
		s.at += len(name)
		if !s.take("=") {
			panic(unknown{})
		}
		h.Set(String(name), s.expression(0))
		s.take(";")
	}
	return h
}

// bracket is a type, its cast or its MaxValue.
func (s *snippet) bracket() Value {
	end := strings.IndexByte(s.text[s.at:], ']')
	for end >= 0 && strings.Count(s.text[s.at:s.at+end+1], "[") > strings.Count(s.text[s.at:s.at+end+1], "]") {
		next := strings.IndexByte(s.text[s.at+end+1:], ']')
		if next < 0 {
			panic(unknown{})
		}
		end += next + 1
	}
	if end < 0 {
		panic(unknown{})
	}
	name := s.text[s.at+1 : s.at+end]
	s.at += end + 1
	if strings.EqualFold(name, "ordered") && s.take("@{") {
		h := NewOrdered()
		s.hash().Each(func(k, v Value) bool { h.Set(k, v); return true })
		return Of(h)
	}
	t, ok := s.tt.Lookup(name, nil)
	if !ok {
		panic(unknown{})
	}
	if strings.HasPrefix(s.text[s.at:], "::") {
		return s.static(t)
	}
	s.blanks()
	if s.at == len(s.text) || strings.IndexByte(")+*/%,", s.text[s.at]) >= 0 || s.text[s.at] == '-' && s.at+1 < len(s.text) && s.text[s.at+1]|0x20 >= 'a' {
		return TypeValue(t)
	}
	if strings.EqualFold(name, "pscustomobject") {
		t = PSCustomObjectType
	}
	return must(s.tt.Convert(s.unary(), t))
}

func (s *snippet) static(t *Type) Value {
	s.at += 2
	name, _ := letters(s.text[s.at:])
	s.at += len(name)
	if s.at < len(s.text) && strings.IndexByte("(.[", s.text[s.at]) >= 0 {
		panic(unknown{})
	}
	v, ok, err := s.tt.StaticProperty(t, name)
	if !ok {
		if t.Enum == nil {
			panic(unknown{})
		}
		return Null
	}
	return must(v, err)
}

// newTable is a table of the types of .NET's core.
func newTable() *TypeTable { return NewTypeTable(dotnet.Sources) }

func hasFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// letters takes the letters from the front of s.
func letters(s string) (word, rest string) {
	i := 0
	for i < len(s) && s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' {
		i++
	}
	return s[:i], s[i:]
}

func names(s *Shape) []string {
	list := make([]string, s.Len())
	for i := range list {
		list[i] = s.Name(i)
	}
	return list
}

// shownResult is a result as the recorded tables write it.
func shownResult(tt *TypeTable, v Value, err error) string {
	if err != nil {
		return shownError(ScriptError(err))
	}
	list, ok := Enumeration(v)
	if !ok {
		return shownValue(tt, v)
	}
	items, _ := Collect(list)
	switch len(items) {
	case 0:
		return "none"
	case 1:
		return shownValue(tt, items[0])
	}
	return "stream [" + shownItems(tt, items) + "]"
}

func shownItems(tt *TypeTable, items []Value) string {
	parts := make([]string, len(items))
	for i, item := range items {
		parts[i] = shownValue(tt, item)
	}
	return strings.Join(parts, ", ")
}

func shownError(err error) string {
	e, ok := errors.AsType[*Exception](err)
	if !ok {
		return "error " + err.Error()
	}
	id := e.ErrorID
	if id == "" {
		id = e.Type().FullName
	}
	return fmt.Sprintf("error %s | %s | %s", id, e.Type().Name(), quotedText(e.Message))
}

func shownValue(tt *TypeTable, v Value) string {
	text, _ := tt.ToStringIn(v, "", culture.Invariant())
	base := v.Base()
	switch k := base.Kind(); {
	case k == KindNull:
		return "null"
	case k == KindString || k == KindChar:
		return base.Type().Name() + " " + quotedText(text)
	case k == KindEnum:
		return base.Type().FullName + " " + text
	case k == KindDateTime:
		text, _ = tt.ToStringIn(v, "o", culture.Invariant())
		return "DateTime " + text + " " + base.DateTime().Kind().String()
	case k <= KindDouble || base.Type().Is(PrimitiveAttr) || base.Type() == DecimalType || base.Type() == BigIntegerType || k == KindTimeSpan:
		return base.Type().Name() + " " + text
	}
	switch r := base.Ref().(type) {
	case *Hashtable:
		var parts []string
		r.Each(func(key, value Value) bool {
			parts = append(parts, shownValue(tt, key)+" = "+shownValue(tt, value))
			return true
		})
		return base.Type().Name() + " {" + strings.Join(parts, "; ") + "}"
	case Indexed:
		items, _ := Collect(r.(Enumerable))
		return base.Type().Name() + " [" + shownItems(tt, items) + "]"
	case *PSObject:
		var parts []string
		for i, name := range names(r.Shape()) {
			parts = append(parts, name+" = "+shownValue(tt, r.At(i)))
		}
		return "PSCustomObject @{" + strings.Join(parts, "; ") + "}"
	}
	return base.Type().FullName + " " + quotedText(text)
}

func quotedText(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < 32 || r == 127:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	b.WriteByte('"')
	return b.String()
}
