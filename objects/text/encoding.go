package text

import (
	"slices"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/encoding"
	"github.com/csshell/csshell/objects/utf16"
)

// The types of encodings.
var (
	EncodingType      = &objects.Type{FullName: "System.Text.Encoding", Kind: objects.KindObject, Attributes: objects.AbstractAttr, Interfaces: []*objects.Type{objects.CloneableType}}
	UTF8EncodingType  = class("System.Text.UTF8Encoding", EncodingType)
	utf8SealedType    = class("System.Text.UTF8Encoding+UTF8EncodingSealed", UTF8EncodingType)
	UnicodeType       = class("System.Text.UnicodeEncoding", EncodingType)
	UTF32EncodingType = class("System.Text.UTF32Encoding", EncodingType)
	UTF7EncodingType  = class("System.Text.UTF7Encoding", EncodingType)
	ASCIIEncodingType = class("System.Text.ASCIIEncoding", EncodingType)
	asciiSealedType   = class("System.Text.ASCIIEncoding+ASCIIEncodingSealed", ASCIIEncodingType)
	latin1Type        = class("System.Text.Latin1Encoding", EncodingType)
	latin1SealedType  = class("System.Text.Latin1Encoding+Latin1EncodingSealed", latin1Type)
	singleByteType    = class("System.Text.SBCSCodePageEncoding", EncodingType)
)

// Encoding is a System.Text.Encoding.
type Encoding struct {
	*encoding.Encoding
	typ *objects.Type
}

// NewEncoding makes the object of an encoding, of the type that .NET's own
// instances have.
func NewEncoding(e *encoding.Encoding) *Encoding { return &Encoding{e, typeOf(e)} }

func typeOf(e *encoding.Encoding) *objects.Type {
	switch e.CodePage {
	case 65001:
		return utf8SealedType
	case 1200, 1201:
		return UnicodeType
	case 12000, 12001:
		return UTF32EncodingType
	case 65000:
		return UTF7EncodingType
	case 20127:
		return asciiSealedType
	case 28591:
		return latin1SealedType
	}
	return singleByteType
}

// Type is the type of the encoding.
func (e *Encoding) Type() *objects.Type { return e.typ }

// HashKey is equal for encodings of one code page.
func (e *Encoding) HashKey() any { return e.CodePage }

// Equals compares the code pages.
func (e *Encoding) Equals(other value) bool {
	o, ok := objects.As[*Encoding](other)
	return ok && o.CodePage == e.CodePage
}

// EncodingOf is the encoding that an argument gives; UTF-8 without a mark for
// none.
func EncodingOf(v value) *encoding.Encoding {
	if e, ok := objects.As[*Encoding](v); ok {
		return e.Encoding
	}
	return encoding.UTF8(false)
}

// displayNames are the names of encodings for people, by code page.
func displayName(e *encoding.Encoding) string {
	switch e.CodePage {
	case 65001:
		return "Unicode (UTF-8)"
	case 1200:
		return "Unicode"
	case 1201:
		return "Unicode (Big-Endian)"
	case 12000:
		return "Unicode (UTF-32)"
	case 12001:
		return "Unicode (UTF-32 Big-Endian)"
	case 65000:
		return "Unicode (UTF-7)"
	case 20127:
		return "US-ASCII"
	case 28591:
		return "Western European (ISO)"
	case 1252:
		return "Western European (Windows)"
	case 850:
		return "Western European (DOS)"
	}
	return e.Name
}

func encodingDeclaration() *objects.Declaration {
	d := &objects.Declaration{Type: EncodingType, Properties: encodingProperties()}
	d.Methods = append(d.Methods, encodingBytes()...)
	d.Methods = append(d.Methods, encodingTexts()...)
	d.Methods = append(d.Methods, encodingStatic()...)
	return d
}

func encodingProperties() []objects.Property {
	name := func(signature string, of func(e *encoding.Encoding) string) objects.Property {
		return reads(signature, func(this value) value { return objects.String(of(EncodingOf(this))) })
	}
	registered := func(e *encoding.Encoding) string { return e.Name }
	properties := []objects.Property{
		name("string BodyName {get;}", registered),
		name("string EncodingName {get;}", displayName),
		name("string HeaderName {get;}", registered),
		name("string WebName {get;}", registered),
		reads("int CodePage {get;}", func(this value) value { return objects.Int(EncodingOf(this).CodePage) }),
		reads("int WindowsCodePage {get;}", func(this value) value { return objects.Int(1200) }),
		reads("bool IsSingleByte {get;}", func(this value) value {
			page := EncodingOf(this).CodePage
			return objects.Bool(page < 1200 || page > 1201 && page < 12000 || page == 20127 || page == 28591)
		}),
		reads("bool IsReadOnly {get;}", func(value) value { return objects.Bool(true) }),
	}
	for _, e := range [...]struct {
		name string
		make func() *encoding.Encoding
	}{
		{"ASCII", encoding.ASCII}, {"BigEndianUnicode", func() *encoding.Encoding { return encoding.UTF16(true) }},
		{"Default", func() *encoding.Encoding { return encoding.UTF8(false) }}, {"Latin1", encoding.Latin1},
		{"UTF32", func() *encoding.Encoding { return encoding.UTF32(false) }}, {"UTF7", utf7},
		{"UTF8", func() *encoding.Encoding { return encoding.UTF8(true) }}, {"Unicode", func() *encoding.Encoding { return encoding.UTF16(false) }},
	} {
		properties = append(properties, reads("static System.Text.Encoding "+e.name+" {get;}", func(value) value { return objects.Of(NewEncoding(e.make())) }))
	}
	return properties
}

func utf7() *encoding.Encoding {
	e, err := encoding.Named("utf7")
	if err != nil {
		return encoding.UTF8(false)
	}
	return e
}

// part is a range of a byte[] or char[]; an error outside of it.
func part(items []value, index, count int) ([]value, error) {
	switch {
	case index < 0:
		return nil, objects.NegativeArgument("index", index)
	case count < 0:
		return nil, objects.NegativeArgument("count", count)
	case index > len(items)-count:
		return nil, objects.OutOfRange("Index and count must refer to a location within the buffer.", "bytes")
	}
	return items[index : index+count], nil
}

func bytes(items []value) []byte {
	b := make([]byte, len(items))
	for i, v := range items {
		b[i] = byte(v.Int64())
	}
	return b
}

func encodingBytes() []objects.Method {
	encode := func(c *call, s string) []byte { return EncodingOf(c.This).Append(nil, s) }
	slice := func(c *call) (string, error) {
		items, err := part(c.Items(0), c.Int(1), c.Int(2))
		return chars(items), err
	}
	into := func(s func(c *call) (string, error)) func(c *call) (value, error) {
		return func(c *call) (value, error) {
			text, err := s(c)
			if err != nil {
				return objects.Null, err
			}
			b := encode(c, text)
			target, _ := objects.As[*objects.Array](c.Args[3])
			if at := c.Int(4); target == nil || at < 0 || len(b) > target.Len()-at {
				return objects.Null, objects.BadArgument("The output byte buffer is too small to contain the encoded data, encoding codepage '"+EncodingOf(c.This).Name+"' and fallback 'System.Text.EncoderReplacementFallback'.", "bytes")
			}
			for i, x := range b {
				target.Set(c.Int(4)+i, objects.Word(objects.ByteType, uint64(x)))
			}
			return objects.Int(len(b)), nil
		}
	}
	return []objects.Method{
		partial("byte[] GetBytes(string s)", func(c *call) (value, error) { return objects.Of(objects.Bytes(encode(c, c.Str(0)))), nil }),
		partial("byte[] GetBytes(char[] chars)", func(c *call) (value, error) { return objects.Of(objects.Bytes(encode(c, chars(c.Items(0))))), nil }),
		partial("byte[] GetBytes(char[] chars, int index, int count)", func(c *call) (value, error) {
			s, err := slice(c)
			return objects.Of(objects.Bytes(encode(c, s))), err
		}),
		partial("byte[] GetBytes(string s, int index, int count)", func(c *call) (value, error) {
			return objects.Of(objects.Bytes(encode(c, utf16.Slice(c.Str(0), c.Int(1), c.Int(2))))), nil
		}),
		partial("int GetBytes(string s, int charIndex, int charCount, byte[] bytes, int byteIndex)", into(func(c *call) (string, error) {
			return utf16.Slice(c.Str(0), c.Int(1), c.Int(2)), nil
		})),
		partial("int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)", into(slice)),
		total("int GetByteCount(string s)", func(c *call) value { return objects.Int(len(encode(c, c.Str(0)))) }),
		total("int GetByteCount(char[] chars)", func(c *call) value { return objects.Int(len(encode(c, chars(c.Items(0))))) }),
		total("byte[] GetPreamble()", func(c *call) value { return objects.Of(objects.Bytes(EncodingOf(c.This).Preamble)) }),
		total("int GetMaxByteCount(int charCount)", func(c *call) value { return objects.Int((c.Int(0) + 1) * 3) }),
		total("int GetMaxCharCount(int byteCount)", func(c *call) value { return objects.Int(c.Int(0) + 1) }),
	}
}

func encodingTexts() []objects.Method {
	decode := func(c *call, items []value) string { return EncodingOf(c.This).Decode(bytes(items)) }
	return []objects.Method{
		partial("string GetString(byte[] bytes)", func(c *call) (value, error) {
			if !c.Is(0) {
				return objects.Null, objects.NullArgument("bytes")
			}
			return objects.String(decode(c, c.Items(0))), nil
		}),
		partial("string GetString(byte[] bytes, int index, int count)", func(c *call) (value, error) {
			items, err := part(c.Items(0), c.Int(1), c.Int(2))
			return objects.String(decode(c, items)), err
		}),
		total("char[] GetChars(byte[] bytes)", func(c *call) value { return charArray(decode(c, c.Items(0))) }),
		partial("char[] GetChars(byte[] bytes, int index, int count)", func(c *call) (value, error) {
			items, err := part(c.Items(0), c.Int(1), c.Int(2))
			return charArray(decode(c, items)), err
		}),
		total("int GetCharCount(byte[] bytes)", func(c *call) value { return objects.Int(utf16.Len(decode(c, c.Items(0)))) }),
		total("System.Object Clone()", func(c *call) value { e, _ := objects.As[*Encoding](c.This); copied := *e; return objects.Of(&copied) }),
		total("bool IsAlwaysNormalized()", func(c *call) value { return objects.Bool(EncodingOf(c.This).CodePage == 20127) }),
	}
}

func charArray(s string) value {
	units := utf16.Encode(s)
	items := make([]value, len(units))
	for i, u := range units {
		items[i] = objects.Char(u)
	}
	return objects.Of(objects.NewArray(objects.CharType, items))
}

func encodingStatic() []objects.Method {
	named := func(c *call) (value, error) {
		e, err := encoding.Registered(c.Str(0))
		if err != nil {
			return objects.Null, err
		}
		return objects.Of(NewEncoding(e)), nil
	}
	page := func(c *call) (value, error) {
		e, err := encoding.Page(c.Int(0))
		if err != nil {
			return objects.Null, err
		}
		return objects.Of(NewEncoding(e)), nil
	}
	return []objects.Method{
		partial("static System.Text.Encoding GetEncoding(string name)", named),
		partial("static System.Text.Encoding GetEncoding(int codepage)", page),
		partial("static byte[] Convert(System.Text.Encoding srcEncoding, System.Text.Encoding dstEncoding, byte[] bytes)", func(c *call) (value, error) {
			s := EncodingOf(c.Args[0]).Decode(bytes(c.Items(2)))
			return objects.Of(objects.Bytes(EncodingOf(c.Args[1]).Append(nil, s))), nil
		}),
	}
}

// encodingTypes are the classes of encodings with constructors.
func encodingTypes() []objects.TypeEntry {
	made := func(t *objects.Type, e func(c *call) *encoding.Encoding) func(c *call) value {
		return func(c *call) value { return objects.Of(&Encoding{e(c), t}) }
	}
	flag := func(c *call, i int) bool { return i < len(c.Args) && c.Bool(i) }
	type constructor struct {
		signature string
		make      func(c *call) *encoding.Encoding
	}
	var entries []objects.TypeEntry
	for _, k := range [...]struct {
		typ  *objects.Type
		made []constructor
	}{
		{UTF8EncodingType, []constructor{
			{"new()", func(*call) *encoding.Encoding { return encoding.UTF8(false) }},
			{"new(bool encoderShouldEmitUTF8Identifier)", func(c *call) *encoding.Encoding { return encoding.UTF8(flag(c, 0)) }},
			{"new(bool encoderShouldEmitUTF8Identifier, bool throwOnInvalidBytes)", func(c *call) *encoding.Encoding { return encoding.UTF8(flag(c, 0)) }},
		}},
		{UnicodeType, []constructor{
			{"new()", func(*call) *encoding.Encoding { return encoding.UTF16(false) }},
			{"new(bool bigEndian, bool byteOrderMark)", func(c *call) *encoding.Encoding { return marked(encoding.UTF16(flag(c, 0)), flag(c, 1)) }},
			{"new(bool bigEndian, bool byteOrderMark, bool throwOnInvalidBytes)", func(c *call) *encoding.Encoding {
				return marked(encoding.UTF16(flag(c, 0)), flag(c, 1))
			}},
		}},
		{UTF32EncodingType, []constructor{
			{"new()", func(*call) *encoding.Encoding { return encoding.UTF32(false) }},
			{"new(bool bigEndian, bool byteOrderMark)", func(c *call) *encoding.Encoding { return marked(encoding.UTF32(flag(c, 0)), flag(c, 1)) }},
		}},
		{ASCIIEncodingType, []constructor{{"new()", func(*call) *encoding.Encoding { return encoding.ASCII() }}}},
	} {
		entries = append(entries, objects.TypeEntry{Type: k.typ, Declare: func() *objects.Declaration {
			d := &objects.Declaration{Type: k.typ}
			for _, m := range k.made {
				d.Constructors = append(d.Constructors, total(m.signature, made(k.typ, m.make)))
			}
			return d
		}})
	}
	for _, t := range [...]*objects.Type{utf8SealedType, UTF7EncodingType, asciiSealedType, latin1Type, latin1SealedType, singleByteType} {
		entries = append(entries, objects.TypeEntry{Type: t})
	}
	return entries
}

// marked is the encoding with or without its byte order mark.
func marked(e *encoding.Encoding, mark bool) *encoding.Encoding {
	if !mark {
		e.Preamble = nil
	}
	return e
}

// Types are the types of this package for a TypeTable.
func Types() []objects.TypeEntry {
	entries := []objects.TypeEntry{
		{Type: StringBuilderType, Declare: stringBuilderDeclaration},
		{Type: EncodingType, Declare: encodingDeclaration},
		{Type: objects.RegexParseException, Declare: parseErrorDeclaration},
		{Type: jsonOptionsType, Declare: jsonOptionsDeclaration}, {Type: jsonEncoderType, Declare: jsonEncoderDeclaration},
		{Type: jsonSerializerType, Declare: jsonSerializerDeclaration},
		{Type: RegexType, Accelerators: []string{"regex"}, Declare: regexDeclaration},
		{Type: MatchEvaluatorType},
		{Type: CaptureType, Declare: captureDeclaration},
		{Type: GroupType, Declare: groupDeclaration},
		{Type: MatchType, Declare: matchDeclaration},
		{Type: CaptureCollectionType, Declare: listDeclaration(CaptureCollectionType, "i")},
		{Type: GroupCollectionType, Declare: listDeclaration(GroupCollectionType, "groupnum")},
		{Type: MatchCollectionType, Declare: listDeclaration(MatchCollectionType, "i")},
		{Type: enumeratorType, Declare: func() *objects.Declaration { return objects.EnumeratorDeclaration(enumeratorType) }},
	}
	return slices.Concat(entries, encodingTypes(), enums())
}
