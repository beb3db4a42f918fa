// Package globalization declares CultureInfo and what belongs to it.
package globalization

import (
	"strings"
	"unicode"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/culture"
)

type (
	call  = objects.Call
	value = objects.Value
)

// The makers of members, by short names.
var (
	total   = objects.Total
	partial = objects.Partial
	reads   = objects.Reads
)

func class(name string, interfaces ...*objects.Type) *objects.Type {
	return &objects.Type{FullName: name, Kind: objects.KindObject, Interfaces: interfaces}
}

// The types of cultures.
var (
	CultureInfoType    = class("System.Globalization.CultureInfo", objects.FormatProviderIface, objects.CloneableType)
	NumberFormatType   = class("System.Globalization.NumberFormatInfo", objects.FormatProviderIface, objects.CloneableType)
	DateTimeFormatType = class("System.Globalization.DateTimeFormatInfo", objects.FormatProviderIface, objects.CloneableType)
	TextInfoType       = class("System.Globalization.TextInfo", objects.CloneableType)
)

// info is a culture, or a part of one, as an object. A part shares the culture
// with the object that it was asked of, so that changes of it are seen there.
type info struct {
	typ *objects.Type
	of  *culture.Culture
}

// NewCultureInfo makes the object of a culture.
func NewCultureInfo(c *culture.Culture) objects.Object { return &info{CultureInfoType, c} }

// Type is the type of the object.
func (i *info) Type() *objects.Type { return i.typ }

// Culture is the culture.
func (i *info) Culture() *culture.Culture { return i.of }

// HashKey is equal for the same culture.
func (i *info) HashKey() any { return i.typ.FullName + i.of.Name }

// Equals compares cultures by name.
func (i *info) Equals(other value) bool {
	o, ok := objects.As[*info](other)
	return ok && o.typ == i.typ && (o.of == i.of || i.typ == CultureInfoType && o.of.Name == i.of.Name)
}

// Text is a culture's name.
func (i *info) Text() (string, error) {
	switch i.typ {
	case CultureInfoType:
		return i.of.Name, nil
	case TextInfoType:
		return "TextInfo - " + i.of.Name, nil
	}
	return i.typ.FullName, nil
}

func of(v value) *culture.Culture {
	if i, ok := objects.As[*info](v); ok {
		return i.of
	}
	return culture.Invariant()
}

// change gives the object a culture of its own that f changes.
func change(v value, f func(c *culture.Culture)) error {
	i, ok := objects.As[*info](v)
	if !ok {
		return nil
	}
	f(i.of)
	return nil
}

// copied is a culture that may be changed.
func copied(c *culture.Culture) *culture.Culture {
	own := *c
	return &own
}

func part(t *objects.Type, v value) value { return objects.Of(&info{t, of(v)}) }

func cultureInfoDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type:         CultureInfoType,
		Constructors: cultureConstructors(),
		Properties:   append(cultureNames(), cultureParts()...),
		Methods:      cultureMethods(),
	}
}

func named(c *call, at int) (value, error) {
	found, err := culture.Get(c.Str(at))
	if err != nil {
		return objects.Null, err
	}
	return objects.Of(&info{CultureInfoType, copied(found)}), nil
}

func numbered(c *call) (value, error) {
	found, err := culture.GetByLCID(c.Int(0))
	if err != nil {
		return objects.Null, err
	}
	return objects.Of(&info{CultureInfoType, copied(found)}), nil
}

func cultureConstructors() []objects.Method {
	byName := func(c *call) (value, error) { return named(c, 0) }
	return []objects.Method{
		partial("new(string name)", byName),
		partial("new(string name, bool useUserOverride)", byName),
		partial("new(int culture)", numbered),
		partial("new(int culture, bool useUserOverride)", numbered),
	}
}

func cultureNames() []objects.Property {
	name := func(name string, f func(c *culture.Culture) string) objects.Property {
		return reads("string "+name+" {get;}", func(this value) value { return objects.String(f(of(this))) })
	}
	current := func(name string) objects.Property {
		return objects.Property{
			Signature: "static cultureinfo " + name + " {get;set;}",
			GetIn: func(tt *objects.TypeTable, _ value) (value, error) {
				return objects.Of(&info{CultureInfoType, tt.Culture()}), nil
			},
			SetIn: func(tt *objects.TypeTable, _, v value) error {
				if v.IsNull() {
					return objects.NullArgument("value")
				}
				tt.SetCulture(of(v))
				return nil
			},
		}
	}
	return []objects.Property{
		current("CurrentCulture"), current("CurrentUICulture"), current("DefaultThreadCurrentCulture"), current("DefaultThreadCurrentUICulture"),
		reads("static cultureinfo InstalledUICulture {get;}", func(value) value { return invariant() }),
		reads("static cultureinfo InvariantCulture {get;}", func(value) value { return invariant() }),
		reads("cultureinfo Parent {get;}", func(this value) value {
			parent, err := culture.Get(of(this).ParentName())
			if err != nil {
				return invariant()
			}
			return objects.Of(&info{CultureInfoType, parent})
		}),
		reads("int LCID {get;}", func(this value) value { return objects.Int(of(this).LCID) }),
		reads("int KeyboardLayoutId {get;}", func(this value) value { return objects.Int(of(this).LCID) }),
		name("Name", func(c *culture.Culture) string { return c.Name }),
		name("IetfLanguageTag", func(c *culture.Culture) string { return c.Name }),
		name("DisplayName", (*culture.Culture).DisplayName),
		name("NativeName", func(c *culture.Culture) string { return c.NativeName }),
		name("EnglishName", func(c *culture.Culture) string { return c.EnglishName }),
		name("TwoLetterISOLanguageName", (*culture.Culture).ISO2),
		name("ThreeLetterISOLanguageName", func(c *culture.Culture) string { return c.ISO3 }),
		name("ThreeLetterWindowsLanguageName", func(c *culture.Culture) string { return strings.ToUpper(c.ISO3) }),
	}
}

func invariant() value { return objects.Of(&info{CultureInfoType, culture.Invariant()}) }

func cultureParts() []objects.Property {
	partOf := func(signature string, t *objects.Type, assign func(to, from *culture.Culture)) objects.Property {
		p := objects.Property{Signature: signature, Get: func(this value) (value, error) { return part(t, this), nil }}
		if assign != nil {
			p.Set = func(this, v value) error { return change(this, func(c *culture.Culture) { assign(c, of(v)) }) }
		}
		return p
	}
	return []objects.Property{
		partOf("System.Globalization.TextInfo TextInfo {get;}", TextInfoType, nil),
		reads("bool IsNeutralCulture {get;}", func(this value) value { return objects.Bool(of(this).Neutral) }),
		partOf("System.Globalization.NumberFormatInfo NumberFormat {get;set;}", NumberFormatType, func(to, from *culture.Culture) { to.Number = from.Number }),
		partOf("System.Globalization.DateTimeFormatInfo DateTimeFormat {get;set;}", DateTimeFormatType, func(to, from *culture.Culture) { to.DateTime = from.DateTime }),
		reads("System.Globalization.Calendar Calendar {get;}", func(value) value { return objects.Of(gregorian{}) }),
		reads("bool UseUserOverride {get;}", func(value) value { return objects.Bool(false) }),
		reads("bool IsReadOnly {get;}", func(this value) value { return objects.Bool(of(this) == culture.Invariant()) }),
	}
}

func cultureMethods() []objects.Method {
	return []objects.Method{
		total("System.Object Clone()", func(c *call) value { return objects.Of(&info{c.This.Type(), copied(of(c.This))}) }),
		total("string ToString()", func(c *call) value { return objects.String(of(c.This).Name) }),
		total("void ClearCachedData()", func(*call) value { return objects.AutomationNull() }),
		partial("static cultureinfo GetCultureInfo(string name)", func(c *call) (value, error) { return named(c, 0) }),
		partial("static cultureinfo GetCultureInfo(int culture)", numbered),
		partial("static cultureinfo CreateSpecificCulture(string name)", func(c *call) (value, error) {
			found, err := culture.Get(c.Str(0))
			if err != nil {
				return objects.Null, err
			}
			return objects.Of(&info{CultureInfoType, found.Specific()}), nil
		}),
		total("static cultureinfo ReadOnly(cultureinfo ci)", func(c *call) value { return c.Args[0] }),
		total("static cultureinfo[] GetCultures(System.Globalization.CultureTypes types)", func(c *call) value {
			var items []value
			for _, name := range culture.Names() {
				found, err := culture.Get(name)
				if err == nil && (c.Int(0)&1 != 0 && found.Neutral || c.Int(0)&2 != 0 && !found.Neutral) {
					items = append(items, objects.Of(&info{CultureInfoType, found}))
				}
			}
			return objects.Of(objects.NewArray(CultureInfoType, items))
		}),
	}
}

// textInfoDeclaration is what a culture says of letters.
func textInfoDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: TextInfoType,
		Properties: []objects.Property{
			reads("string CultureName {get;}", func(this value) value { return objects.String(of(this).Name) }),
			reads("int LCID {get;}", func(this value) value { return objects.Int(of(this).LCID) }),
			reads("string ListSeparator {get;}", func(this value) value { return objects.String(of(this).ListSeparator) }),
			reads("int ANSICodePage {get;}", func(value) value { return objects.Int(1252) }),
			reads("int OEMCodePage {get;}", func(value) value { return objects.Int(437) }),
			reads("bool IsRightToLeft {get;}", func(this value) value {
				switch of(this).ISO2() {
				case "ar", "he", "fa", "ur", "yi", "ps", "dv", "ug", "sd":
					return objects.Bool(true)
				}
				return objects.Bool(false)
			}),
		},
		Methods: []objects.Method{
			total("string ToLower(string str)", func(c *call) value { return objects.String(strings.ToLower(c.Str(0))) }),
			total("string ToUpper(string str)", func(c *call) value { return objects.String(strings.ToUpper(c.Str(0))) }),
			total("char ToLower(char c)", func(c *call) value { return objects.Char(uint16(unicode.ToLower(rune(c.Args[0].Int64())))) }),
			total("char ToUpper(char c)", func(c *call) value { return objects.Char(uint16(unicode.ToUpper(rune(c.Args[0].Int64())))) }),
			total("string ToTitleCase(string str)", func(c *call) value { return objects.String(titleCase(c.Str(0))) }),
			total("string ToString()", func(c *call) value { return objects.String("TextInfo - " + of(c.This).Name) }),
		},
	}
}

// titleCase raises the first letter of every word and lowers the others; a
// word all in capitals stays as it is.
func titleCase(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		start := strings.IndexFunc(s, unicode.IsLetter)
		if start < 0 {
			break
		}
		b.WriteString(s[:start])
		s = s[start:]
		end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && !unicode.IsDigit(r) })
		if end < 0 {
			end = len(s)
		}
		b.WriteString(titled(s[:end]))
		s = s[end:]
	}
	return b.String() + s
}

func titled(word string) string {
	runes := []rune(word)
	if len(runes) > 1 && strings.ToUpper(word) == word {
		return word
	}
	return string(unicode.ToTitle(runes[0])) + strings.ToLower(string(runes[1:]))
}
