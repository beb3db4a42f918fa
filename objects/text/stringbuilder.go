package text

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/utf16"
)

// StringBuilderType is System.Text.StringBuilder.
var StringBuilderType = &objects.Type{FullName: "System.Text.StringBuilder", Kind: objects.KindObject, Attributes: objects.SealedAttr}

// StringBuilder is text that grows (System.Text.StringBuilder).
type StringBuilder struct {
	text     pieces
	units    int // its length in UTF-16 units
	capacity int
	limit    int // the greatest length
	objects.Extension
}

// Type is System.Text.StringBuilder.
func (*StringBuilder) Type() *objects.Type { return StringBuilderType }

// Text is the text so far.
func (b *StringBuilder) Text() (string, error) { return b.text.String(), nil }

const (
	standardCapacity = 16
	noLimit          = 1<<31 - 1
)

// NewStringBuilder makes a builder that begins with a text.
func NewStringBuilder(s string) *StringBuilder { return newBuilder(s) }

// AppendText adds text at the end; the error is that of a builder that is full.
func (b *StringBuilder) AppendText(s string) error { return b.append(s) }

func newBuilder(s string) *StringBuilder {
	b := &StringBuilder{capacity: standardCapacity, limit: noLimit}
	b.set(s)
	return b
}

func (b *StringBuilder) set(s string) {
	b.text.set(s)
	b.units = utf16.Len(s)
	b.grow()
}

func (b *StringBuilder) grow() {
	if b.units > b.capacity {
		b.capacity = min(max(2*b.capacity, b.units), b.limit)
	}
}

// append adds text at the end.
func (b *StringBuilder) append(s string) error {
	n := utf16.Len(s)
	if n > b.limit-b.units {
		return objects.OutOfRange("The length cannot be greater than the capacity.", "valueCount")
	}
	if b.text.size > 0 && len(s) > 1 && s[0] == 0xED && s[1] >= 0xB0 { // the second half of a surrogate pair
		b.set(utf16.Concat(b.text.String(), s))
		return nil
	}
	b.text.add(s)
	b.units += n
	b.grow()
	return nil
}

func builderOf(v value) *StringBuilder {
	if b, ok := objects.As[*StringBuilder](v); ok {
		return b
	}
	return newBuilder("")
}

func stringBuilderDeclaration() *objects.Declaration {
	d := &objects.Declaration{Type: StringBuilderType, Constructors: builderConstructors(), Properties: builderProperties()}
	d.Methods = append(d.Methods, builderAppend()...)
	d.Methods = append(d.Methods, builderInsert()...)
	d.Methods = append(d.Methods, builderEdit()...)
	return d
}

func builderConstructors() []objects.Method {
	sized := func(text, capacity, limit int) func(c *call) (value, error) {
		return func(c *call) (value, error) {
			b := newBuilder("")
			if limit >= 0 {
				if b.limit = c.Int(limit); b.limit < 1 {
					return objects.Null, objects.OutOfRange("The maximum capacity must be greater than zero.", "maxCapacity")
				}
			}
			if capacity >= 0 {
				n := c.Int(capacity)
				if n < 0 {
					return objects.Null, objects.NegativeArgument("capacity", n)
				}
				if n > b.limit {
					return objects.Null, objects.OutOfRange("Capacity exceeds maximum capacity.", "capacity")
				}
				if n > 0 {
					b.capacity = n
				}
			}
			if text >= 0 {
				b.set(c.Str(text))
			}
			return objects.Of(b), nil
		}
	}
	return []objects.Method{
		partial("new()", sized(-1, -1, -1)),
		partial("new(int capacity)", sized(-1, 0, -1)),
		partial("new(string value)", sized(0, -1, -1)),
		partial("new(string value, int capacity)", sized(0, 1, -1)),
		partial("new(string value, int startIndex, int length, int capacity)", func(c *call) (value, error) {
			b := newBuilder(utf16.Slice(c.Str(0), c.Int(1), c.Int(2)))
			return objects.Of(b), nil
		}),
		partial("new(int capacity, int maxCapacity)", sized(-1, 0, 1)),
	}
}

func builderProperties() []objects.Property {
	return []objects.Property{
		{
			Signature: "int Capacity {get;set;}",
			Get:       func(this value) (value, error) { return objects.Int(builderOf(this).capacity), nil },
			Set: func(this, v value) error {
				b, n := builderOf(this), int(v.Int64())
				switch {
				case n < 0:
					return objects.NegativeArgument("value", n)
				case n < b.units:
					return objects.OutOfRange("capacity was less than the current size.", "value")
				case n > b.limit:
					return objects.OutOfRange("Capacity exceeds maximum capacity.", "value")
				}
				b.capacity = n
				return nil
			},
		},
		reads("int MaxCapacity {get;}", func(this value) value { return objects.Int(builderOf(this).limit) }),
		{
			Signature: "int Length {get;set;}",
			Get:       func(this value) (value, error) { return objects.Int(builderOf(this).units), nil },
			Set: func(this, v value) error {
				b, n := builderOf(this), int(v.Int64())
				if n < 0 {
					return objects.NegativeArgument("value", n)
				}
				if n > b.limit {
					return objects.OutOfRange("capacity was less than the current size.", "value")
				}
				if n > b.units {
					return b.append(strings.Repeat("\x00", n-b.units))
				}
				b.set(utf16.Slice(b.text.String(), 0, n))
				return nil
			},
		},
	}
}

// built is a method that changes the builder and gives it back.
func built(signature string, f func(b *StringBuilder, c *call) error) objects.Method {
	return partial(signature, func(c *call) (value, error) { return c.This, f(builderOf(c.This), c) })
}

func builderAppend() []objects.Method {
	const result = "System.Text.StringBuilder "
	var methods []objects.Method
	for _, t := range [...]string{
		"string", "bool", "sbyte", "byte", "short", "int", "long", "float", "double", "decimal", "ushort", "uint", "ulong", "System.Object",
	} {
		methods = append(methods, built(result+"Append("+t+" value)", func(b *StringBuilder, c *call) error {
			s, err := c.Types.ToString(c.Args[0], "")
			if err != nil {
				return err
			}
			return b.append(s)
		}))
	}
	methods = append(methods,
		built(result+"Append(char value)", func(b *StringBuilder, c *call) error { return b.append(c.CharText(0)) }),
		built(result+"Append(char value, int repeatCount)", func(b *StringBuilder, c *call) error {
			n := c.Int(1)
			if n < 0 {
				return objects.NegativeArgument("repeatCount", n)
			}
			if n > 1<<28 {
				return objects.NewException(objects.OutOfMemoryException, "Insufficient memory to continue the execution of the program.")
			}
			return b.append(strings.Repeat(c.CharText(0), n))
		}),
		built(result+"Append(char[] value)", func(b *StringBuilder, c *call) error { return b.append(chars(c.Items(0))) }),
		built(result+"Append(string value, int startIndex, int count)", func(b *StringBuilder, c *call) error {
			return b.append(utf16.Slice(c.Str(0), c.Int(1), c.Int(2)))
		}),
		built(result+"Append(System.Text.StringBuilder value)", func(b *StringBuilder, c *call) error {
			return b.append(builderOf(c.Args[0]).text.String())
		}),
		built(result+"AppendLine()", func(b *StringBuilder, c *call) error { return b.append("\n") }),
		built(result+"AppendLine(string value)", func(b *StringBuilder, c *call) error { return b.append(c.Str(0) + "\n") }))
	methods = append(methods, builderFormat()...)
	return append(methods, builderJoin()...)
}

func chars(items []value) string {
	units := make([]uint16, len(items))
	for i, c := range items {
		units[i] = uint16(c.Int64())
	}
	return utf16.Decode(units)
}

func builderFormat() []objects.Method {
	add := func(b *StringBuilder, c *call, at int, args []value) error {
		in := c.Types.Culture()
		if at > 0 {
			in = c.Culture(0)
		}
		s, err := c.Types.CompositeIn(c.Str(at), args, in)
		if err != nil {
			return err
		}
		return b.append(s)
	}
	const result = "System.Text.StringBuilder AppendFormat("
	var methods []objects.Method
	for _, params := range [...]string{"System.Object arg0", "System.Object arg0, System.Object arg1", "System.Object arg0, System.Object arg1, System.Object arg2"} {
		methods = append(methods,
			built(result+"string format, "+params+")", func(b *StringBuilder, c *call) error { return add(b, c, 0, c.Args[1:]) }),
			built(result+"System.IFormatProvider provider, string format, "+params+")", func(b *StringBuilder, c *call) error {
				return add(b, c, 1, c.Args[2:])
			}))
	}
	return append(methods,
		built(result+"string format, Params System.Object[] args)", func(b *StringBuilder, c *call) error { return add(b, c, 0, c.Items(1)) }),
		built(result+"System.IFormatProvider provider, string format, Params System.Object[] args)", func(b *StringBuilder, c *call) error {
			return add(b, c, 1, c.Items(2))
		}))
}

func builderJoin() []objects.Method {
	var methods []objects.Method
	for _, separator := range [...]string{"string", "char"} {
		for _, t := range [...]string{"System.Object", "string"} {
			methods = append(methods, built("System.Text.StringBuilder AppendJoin("+separator+" separator, Params "+t+"[] values)", func(b *StringBuilder, c *call) error {
				sep := c.CharText
				for i, v := range c.Items(1) {
					if i > 0 {
						between := c.Str(0)
						if separator == "char" {
							between = sep(0)
						}
						if err := b.append(between); err != nil {
							return err
						}
					}
					s, err := c.Types.ToString(v, "")
					if err == nil {
						err = b.append(s)
					}
					if err != nil {
						return err
					}
				}
				return nil
			}))
		}
	}
	return methods
}

func (b *StringBuilder) insert(at int, s string) error {
	if at < 0 || at > b.units {
		return objects.OutOfRange("Index was out of range. Must be non-negative and less than or equal to the size of the collection.", "index")
	}
	text := b.text.String()
	b.set(utf16.Concat(utf16.Concat(utf16.Slice(text, 0, at), s), utf16.Slice(text, at, b.units-at)))
	return nil
}

func builderInsert() []objects.Method {
	const result = "System.Text.StringBuilder Insert(int index, "
	var methods []objects.Method
	for _, t := range [...]string{"string", "bool", "sbyte", "byte", "short", "int", "long", "float", "double", "decimal", "ushort", "uint", "ulong", "System.Object"} {
		methods = append(methods, built(result+t+" value)", func(b *StringBuilder, c *call) error {
			s, err := c.Types.ToString(c.Args[1], "")
			if err != nil {
				return err
			}
			return b.insert(c.Int(0), s)
		}))
	}
	return append(methods,
		built(result+"char value)", func(b *StringBuilder, c *call) error { return b.insert(c.Int(0), c.CharText(1)) }),
		built(result+"char[] value)", func(b *StringBuilder, c *call) error { return b.insert(c.Int(0), chars(c.Items(1))) }),
		built(result+"string value, int count)", func(b *StringBuilder, c *call) error {
			return b.insert(c.Int(0), strings.Repeat(c.Str(1), min(max(0, c.Int(2)), 1<<20)))
		}))
}

func builderEdit() []objects.Method {
	const result = "System.Text.StringBuilder "
	replace := func(b *StringBuilder, old, with string, start, count int) error {
		if old == "" {
			return objects.BadArgument("The value cannot be an empty string.", "oldValue")
		}
		if start < 0 || count < 0 || start > b.units-count {
			return objects.OutOfRange("Index was out of range. Must be non-negative and less than or equal to the size of the collection.", "startIndex")
		}
		text := b.text.String()
		middle := strings.ReplaceAll(utf16.Slice(text, start, count), old, with)
		b.set(utf16.Slice(text, 0, start) + middle + utf16.Slice(text, start+count, b.units-start-count))
		return nil
	}
	return []objects.Method{
		built(result+"Clear()", func(b *StringBuilder, c *call) error { b.set(""); return nil }),
		built(result+"Remove(int startIndex, int length)", func(b *StringBuilder, c *call) error {
			start, n := c.Int(0), c.Int(1)
			switch {
			case n < 0:
				return objects.NegativeArgument("length", n)
			case start < 0:
				return objects.NegativeArgument("startIndex", start)
			case n > b.units-start:
				return objects.OutOfRange("Index was out of range. Must be non-negative and less than or equal to the size of the collection.", "length")
			}
			text := b.text.String()
			b.set(utf16.Concat(utf16.Slice(text, 0, start), utf16.Slice(text, start+n, b.units-start-n)))
			return nil
		}),
		built(result+"Replace(string oldValue, string newValue)", func(b *StringBuilder, c *call) error {
			return replace(b, c.Str(0), c.Str(1), 0, b.units)
		}),
		built(result+"Replace(string oldValue, string newValue, int startIndex, int count)", func(b *StringBuilder, c *call) error {
			return replace(b, c.Str(0), c.Str(1), c.Int(2), c.Int(3))
		}),
		built(result+"Replace(char oldChar, char newChar)", func(b *StringBuilder, c *call) error {
			return replace(b, c.CharText(0), c.CharText(1), 0, b.units)
		}),
		total("int EnsureCapacity(int capacity)", func(c *call) value {
			b := builderOf(c.This)
			b.capacity = max(b.capacity, c.Int(0))
			return objects.Int(b.capacity)
		}),
		total("bool Equals(System.Text.StringBuilder sb)", func(c *call) value {
			return objects.Bool(builderOf(c.This).text.String() == builderOf(c.Args[0]).text.String())
		}),
		total("string ToString()", func(c *call) value { return objects.String(builderOf(c.This).text.String()) }),
		partial("string ToString(int startIndex, int length)", func(c *call) (value, error) {
			b, start, n := builderOf(c.This), c.Int(0), c.Int(1)
			switch {
			case start < 0:
				return objects.Null, objects.NegativeArgument("startIndex", start)
			case start > b.units:
				return objects.Null, objects.OutOfRange("startIndex cannot be larger than length of string.", "startIndex")
			case n < 0:
				return objects.Null, objects.NegativeArgument("length", n)
			case n > b.units-start:
				return objects.Null, objects.OutOfRange("Index and length must refer to a location within the string.", "length")
			}
			return objects.String(utf16.Slice(b.text.String(), start, n)), nil
		}),
		partial("char Chars(int index) {get;set;}", func(c *call) (value, error) {
			u, ok := utf16.At(builderOf(c.This).text.String(), c.Int(0))
			if !ok {
				return objects.Null, objects.NewException(objects.IndexOutOfRangeException, "Index was outside the bounds of the array.")
			}
			return objects.Char(u), nil
		}),
	}
}

// Item is $builder[i].
func (b *StringBuilder) Item(tt *objects.TypeTable, index []value) (value, bool, error) {
	n, err := tt.Convert(index[0], objects.Int32Type)
	if err != nil {
		return objects.Null, false, err
	}
	u, ok := utf16.At(b.text.String(), int(n.Int64()))
	if !ok {
		return objects.Null, false, nil
	}
	return objects.Char(u), true, nil
}

// SetItem is $builder[i] = c.
func (b *StringBuilder) SetItem(tt *objects.TypeTable, index []value, to value) error {
	n, err := tt.Convert(index[0], objects.Int32Type)
	if err != nil {
		return err
	}
	c, err := tt.Convert(to, objects.CharType)
	if err != nil {
		return err
	}
	units := utf16.Encode(b.text.String())
	i := int(n.Int64())
	if i < 0 || i >= len(units) {
		return objects.IndexOutOfRange("index")
	}
	units[i] = uint16(c.Int64())
	b.set(utf16.Decode(units))
	return nil
}
