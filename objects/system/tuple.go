package system

import (
	"strconv"
	"strings"
	"sync"

	"github.com/csshell/csshell/objects"
)

// maxTuple is how many items a tuple has at most.
const maxTuple = 7

// The static classes that make tuples.
var (
	TupleType      = &objects.Type{FullName: "System.Tuple", Kind: objects.KindObject, Attributes: objects.AbstractAttr | objects.SealedAttr}
	ValueTupleType = &objects.Type{FullName: "System.ValueTuple", Kind: objects.KindObject, Attributes: objects.ValueTypeAttr | objects.SealedAttr}
)

// tupleTypes are Tuple`1 to Tuple`7, then ValueTuple`1 to ValueTuple`7.
var tupleTypes = sync.OnceValue(func() []*objects.Type {
	var types []*objects.Type
	for _, name := range [...]string{"System.Tuple`", "System.ValueTuple`"} {
		for n := 1; n <= maxTuple; n++ {
			t := &objects.Type{FullName: name + strconv.Itoa(n), Kind: objects.KindObject, Attributes: objects.GenericAttr, Interfaces: []*objects.Type{objects.ComparableType}}
			if name == "System.ValueTuple`" {
				t.Attributes |= objects.ValueTypeAttr | objects.SealedAttr
			}
			types = append(types, t)
		}
	}
	return types
})

// tuple is a Tuple or a ValueTuple.
type tuple struct {
	typ   *objects.Type
	items []value
}

// NewValueTuple makes a tuple of values, each of its own type.
func NewValueTuple(items ...value) value { return newTuple(true, items) }

// NewTuple makes a Tuple whose items have the types.
func NewTuple(types []*objects.Type, items ...value) value {
	return objects.Of(&tuple{objects.MakeGeneric(tupleTypes()[len(items)-1], types...), items})
}

func newTuple(valued bool, items []value) value {
	place := len(items) - 1
	if valued {
		place += maxTuple
	}
	args := make([]*objects.Type, len(items))
	for i, v := range items {
		if args[i] = v.Type(); args[i] == nil {
			args[i] = objects.ObjectType
		}
	}
	return objects.Of(&tuple{objects.MakeGeneric(tupleTypes()[place], args...), append([]value(nil), items...)})
}

// Type is the closed type of the tuple.
func (t *tuple) Type() *objects.Type { return t.typ }

// TextIn is the items in parentheses.
func (t *tuple) TextIn(tt *objects.TypeTable) (string, error) {
	parts := make([]string, len(t.items))
	for i, v := range t.items {
		s, err := tt.ToString(v, "")
		if err != nil {
			return "", err
		}
		parts[i] = s
	}
	return "(" + strings.Join(parts, ", ") + ")", nil
}

// Equals compares the items.
func (t *tuple) Equals(other value) bool {
	o, ok := objects.As[*tuple](other)
	if !ok || o.typ != t.typ {
		return false
	}
	for i := range t.items {
		if !objects.SameValue(t.items[i], o.items[i]) {
			return false
		}
	}
	return true
}

func tupleDeclaration(t *objects.Type, n int) *objects.Declaration {
	d := &objects.Declaration{Type: t}
	var params []string
	for i := 1; i <= n; i++ {
		name := "T" + strconv.Itoa(i)
		d.Parameters = append(d.Parameters, name)
		params = append(params, name+" item"+strconv.Itoa(i))
		set := ""
		if t.Is(objects.ValueTypeAttr) {
			set = "set;"
		}
		p := objects.Property{
			Signature: name + " Item" + strconv.Itoa(i) + " {get;" + set + "}",
			Get: func(v value) (value, error) {
				if x, ok := objects.As[*tuple](v); ok {
					return x.items[i-1], nil
				}
				return objects.Null, nil
			},
		}
		if set != "" {
			p.Set = func(this, v value) error {
				if x, ok := objects.As[*tuple](this); ok {
					x.items[i-1] = v
				}
				return nil
			}
		}
		d.Properties = append(d.Properties, p)
	}
	d.Constructors = []objects.Method{total("new("+strings.Join(params, ", ")+")", func(c *call) value {
		return objects.Of(&tuple{c.Type, append([]value(nil), c.Args...)})
	})}
	d.Methods = []objects.Method{partial("string ToString()", toText)}
	return d
}

// creates are Tuple.Create or ValueTuple.Create of one item and more.
func creates(t *objects.Type, valued bool) *objects.Declaration {
	d := &objects.Declaration{Type: t}
	for n := 1; n <= maxTuple; n++ {
		var names, params []string
		for i := 1; i <= n; i++ {
			names = append(names, "T"+strconv.Itoa(i))
			params = append(params, "T"+strconv.Itoa(i)+" item"+strconv.Itoa(i))
		}
		args := strings.Join(names, ",")
		d.Methods = append(d.Methods, total("static "+t.FullName+"["+args+"] Create["+strings.Join(names, ", ")+"]("+strings.Join(params, ", ")+")",
			func(c *call) value { return newTuple(valued, c.Args) }))
	}
	return d
}

func tupleEntries() []objects.TypeEntry {
	entries := []objects.TypeEntry{
		{Type: TupleType, Declare: func() *objects.Declaration { return creates(TupleType, false) }},
		{Type: ValueTupleType, Declare: func() *objects.Declaration { return creates(ValueTupleType, true) }},
	}
	for i, t := range tupleTypes() {
		entries = append(entries, objects.TypeEntry{Type: t, Declare: func() *objects.Declaration { return tupleDeclaration(t, i%maxTuple+1) }})
	}
	return entries
}
