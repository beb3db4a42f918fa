package collections

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// StringComparerType is System.StringComparer; the objects are of types that
// derive from it.
var (
	EqualityComparerIface = &objects.Type{FullName: "System.Collections.IEqualityComparer", Kind: objects.KindObject, Attributes: objects.InterfaceAttr | objects.AbstractAttr}
	ComparerIface         = &objects.Type{FullName: "System.Collections.IComparer", Kind: objects.KindObject, Attributes: objects.InterfaceAttr | objects.AbstractAttr}
	EqualityComparerOpen  = &objects.Type{FullName: "System.Collections.Generic.IEqualityComparer`1", Kind: objects.KindObject, Attributes: objects.InterfaceAttr | objects.AbstractAttr | objects.GenericAttr}
	ComparerOpen          = &objects.Type{FullName: "System.Collections.Generic.IComparer`1", Kind: objects.KindObject, Attributes: objects.InterfaceAttr | objects.AbstractAttr | objects.GenericAttr}
	StringComparerType    = &objects.Type{FullName: "System.StringComparer", Kind: objects.KindObject, Attributes: objects.AbstractAttr, Interfaces: []*objects.Type{
		EqualityComparerIface, ComparerIface, objects.MakeGeneric(EqualityComparerOpen, objects.StringType), objects.MakeGeneric(ComparerOpen, objects.StringType)}}
	ordinalComparerType    = &objects.Type{FullName: "System.OrdinalCaseSensitiveComparer", Base: StringComparerType, Kind: objects.KindObject}
	ordinalFoldingType     = &objects.Type{FullName: "System.OrdinalIgnoreCaseComparer", Base: StringComparerType, Kind: objects.KindObject}
	cultureComparerType    = &objects.Type{FullName: "System.CultureAwareComparer", Base: StringComparerType, Kind: objects.KindObject}
	ReadOnlyCollectionType = &objects.Type{FullName: "System.Collections.ObjectModel.ReadOnlyCollection`1", Kind: objects.KindObject, Attributes: objects.GenericAttr, Interfaces: []*objects.Type{objects.ListOpenIface, objects.ListIface}}
)

// StringComparer compares text (System.StringComparer).
type StringComparer struct {
	Culture    bool
	IgnoreCase bool
}

// Type is the type for the kind of comparison.
func (s *StringComparer) Type() *objects.Type {
	switch {
	case s.Culture:
		return cultureComparerType
	case s.IgnoreCase:
		return ordinalFoldingType
	}
	return ordinalComparerType
}

// FoldsCase reports whether a comparer argument takes texts that differ in
// case only for equal.
func FoldsCase(comparer value) bool {
	s, ok := objects.As[*StringComparer](comparer)
	return ok && s.IgnoreCase
}

// Compare orders two texts.
func (s *StringComparer) Compare(a, b string) int {
	switch {
	case s.Culture:
		return objects.CompareCulture(a, b, s.IgnoreCase)
	case s.IgnoreCase:
		return strings.Compare(strings.ToUpper(a), strings.ToUpper(b))
	}
	return strings.Compare(a, b)
}

func comparerOf(v value) *StringComparer {
	if s, ok := objects.As[*StringComparer](v); ok {
		return s
	}
	return &StringComparer{}
}

func stringComparerDeclaration() *objects.Declaration {
	d := &objects.Declaration{Type: StringComparerType}
	for _, k := range [...]struct {
		name                string
		culture, ignoreCase bool
	}{
		{"CurrentCulture", true, false}, {"CurrentCultureIgnoreCase", true, true}, {"InvariantCulture", true, false},
		{"InvariantCultureIgnoreCase", true, true}, {"Ordinal", false, false}, {"OrdinalIgnoreCase", false, true},
	} {
		v := objects.Of(&StringComparer{k.culture, k.ignoreCase})
		d.Properties = append(d.Properties, reads("static System.StringComparer "+k.name+" {get;}", func(value) value { return v }))
	}
	for _, t := range [...]string{"System.Object", "string"} {
		d.Methods = append(d.Methods,
			total("int Compare("+t+" x, "+t+" y)", func(c *call) value { return objects.Int(comparerOf(c.This).Compare(c.Str(0), c.Str(1))) }),
			total("bool Equals("+t+" x, "+t+" y)", func(c *call) value { return objects.Bool(comparerOf(c.This).Compare(c.Str(0), c.Str(1)) == 0) }))
	}
	return d
}

// The comparers of items of any kind.
var (
	ItemComparerType    = &objects.Type{FullName: "System.Collections.Comparer", Kind: objects.KindObject, Attributes: objects.SealedAttr, Interfaces: []*objects.Type{ComparerIface}}
	foldingComparerType = &objects.Type{FullName: "System.Collections.CaseInsensitiveComparer", Kind: objects.KindObject, Interfaces: []*objects.Type{ComparerIface}}
)

// itemComparer compares texts as a culture does and other items by their own
// order (System.Collections.Comparer).
type itemComparer struct{ ignoreCase bool }

// Type is the comparer's class.
func (i itemComparer) Type() *objects.Type {
	if i.ignoreCase {
		return foldingComparerType
	}
	return ItemComparerType
}

// itemComparerDeclaration is that of both comparers; each has its own instances.
func itemComparerDeclaration() *objects.Declaration {
	made := func(c *call) value { return objects.Of(itemComparer{c.Type == foldingComparerType}) }
	instance := func(name string) objects.Property {
		return reads("static System.Collections.IComparer "+name+" {get;}", func(t value) value {
			r, _ := objects.As[objects.RuntimeType](t)
			return objects.Of(itemComparer{r.Target == foldingComparerType})
		})
	}
	return &objects.Declaration{
		Constructors: []objects.Method{total("new()", made), total("new(cultureinfo culture)", made)},
		Properties:   []objects.Property{instance("Default"), instance("DefaultInvariant")},
		Methods: []objects.Method{
			partial("int Compare(System.Object a, System.Object b)", func(c *call) (value, error) {
				i, _ := objects.As[itemComparer](c.This)
				a, ok := c.Args[0].Str()
				b, also := c.Args[1].Str()
				if ok && also {
					return objects.Int(objects.CompareCulture(a, b, i.ignoreCase)), nil
				}
				n, err := objects.CompareItems(c.Types, c.Args[0], c.Args[1])
				return objects.Int(n), err
			}),
		},
	}
}
