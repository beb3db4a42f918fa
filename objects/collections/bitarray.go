package collections

import "github.com/csshell/csshell/objects"

// BitArrayType is System.Collections.BitArray.
var BitArrayType = &objects.Type{FullName: "System.Collections.BitArray", Kind: objects.KindObject, Attributes: objects.SealedAttr, Interfaces: []*objects.Type{objects.CollectionIface, objects.CloneableType}}

// bitArray is a row of bits.
type bitArray struct{ bits []bool }

// Type is System.Collections.BitArray.
func (*bitArray) Type() *objects.Type { return BitArrayType }

// Len is the number of bits.
func (b *bitArray) Len() int { return len(b.bits) }

// At is a bit.
func (b *bitArray) At(i int) value { return objects.Bool(b.bits[i]) }

// Set changes a bit.
func (b *bitArray) Set(i int, v value) { b.bits[i] = v.Bool() }

// Elem is System.Boolean.
func (*bitArray) Elem() *objects.Type { return objects.BooleanType }

// Enumerate gives the bits.
func (b *bitArray) Enumerate(yield func(value) error) error {
	for _, bit := range b.bits {
		if err := yield(objects.Bool(bit)); err != nil {
			return err
		}
	}
	return nil
}

func bitsOf(v value) *bitArray {
	if b, ok := objects.As[*bitArray](v); ok {
		return b
	}
	return &bitArray{}
}

// maxBits bounds what a script asks for.
const maxBits = 1 << 30

func newBitArray(c *call) (value, error) {
	if b, ok := objects.As[*bitArray](c.Args[0]); ok {
		return objects.Of(&bitArray{append([]bool(nil), b.bits...)}), nil
	}
	a := arrayOf(c.Args[0])
	if a == nil {
		n := c.Int(0)
		if n < 0 || n > maxBits {
			return objects.Null, objects.OutOfRange("Non-negative number required.", "length")
		}
		b := &bitArray{make([]bool, n)}
		for i := range b.bits {
			b.bits[i] = len(c.Args) > 1 && c.Bool(1)
		}
		return objects.Of(b), nil
	}
	width := map[*objects.Type]int{objects.BooleanType: 1, objects.ByteType: 8, objects.Int32Type: 32}[a.Elem()]
	b := &bitArray{}
	for _, v := range a.Items() {
		for i := range width {
			b.bits = append(b.bits, v.Bits()>>i&1 == 1)
		}
	}
	return objects.Of(b), nil
}

func bitArrayDeclaration() *objects.Declaration {
	d := &objects.Declaration{
		Type: BitArrayType,
		Properties: []objects.Property{
			reads("int Count {get;}", func(v value) value { return objects.Int(bitsOf(v).Len()) }),
			whether("IsReadOnly", false),
			whether("IsSynchronized", false),
			{
				Signature: "int Length {get;set;}",
				Get:       func(v value) (value, error) { return objects.Int(bitsOf(v).Len()), nil },
				Set: func(this, v value) error {
					n := int(v.Int64())
					if n < 0 || n > maxBits {
						return objects.OutOfRange("Non-negative number required.", "value")
					}
					b := bitsOf(this)
					b.bits = append(append(make([]bool, 0, n), b.bits[:min(n, len(b.bits))]...), make([]bool, max(0, n-len(b.bits)))...)
					return nil
				},
			},
			this("System.Object SyncRoot {get;}"),
		},
		Methods: append(bitOperations(), bitReads()...),
	}
	for _, from := range [...]string{"int length", "int length, bool defaultValue", "bool[] values", "byte[] bytes", "int[] values", "System.Collections.BitArray bits"} {
		d.Constructors = append(d.Constructors, partial("new("+from+")", newBitArray))
	}
	return d
}

func bitReads() []objects.Method {
	at := func(c *call) (*bitArray, error) {
		b := bitsOf(c.This)
		if i := c.Int(0); i < 0 || i >= b.Len() {
			return nil, objects.IndexOutOfRange("index")
		}
		return b, nil
	}
	return []objects.Method{
		partial("bool Get(int index)", func(c *call) (value, error) {
			b, err := at(c)
			if err != nil {
				return objects.Null, err
			}
			return b.At(c.Int(0)), nil
		}),
		does("void Set(int index, bool value)", func(c *call) error {
			b, err := at(c)
			if err == nil {
				b.bits[c.Int(0)] = c.Bool(1)
			}
			return err
		}),
		does("void SetAll(bool value)", func(c *call) error {
			b := bitsOf(c.This)
			for i := range b.bits {
				b.bits[i] = c.Bool(0)
			}
			return nil
		}),
		total("bool HasAllSet()", func(c *call) value { return objects.Bool(allBits(bitsOf(c.This), true)) }),
		total("bool HasAnySet()", func(c *call) value { return objects.Bool(!allBits(bitsOf(c.This), false)) }),
		total("System.Object Clone()", func(c *call) value { return objects.Of(&bitArray{append([]bool(nil), bitsOf(c.This).bits...)}) }),
		does("void CopyTo(array array, int index)", func(c *call) error {
			a, b := arrayOf(c.Args[0]), bitsOf(c.This)
			if a == nil {
				return objects.NullArgument("array")
			}
			if c.Int(1) < 0 {
				return objects.NegativeArgument("index", c.Int(1))
			}
			if a.Elem() == objects.BooleanType {
				for i, bit := range b.bits {
					if c.Int(1)+i >= a.Len() {
						return objects.NewException(objects.ArgumentException, "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.")
					}
					a.Set(c.Int(1)+i, objects.Bool(bit))
				}
				return nil
			}
			return packBits(b, a, c.Int(1))
		}),
		total("System.Collections.IEnumerator GetEnumerator()", func(c *call) value {
			items, _ := objects.Collect(bitsOf(c.This))
			return objects.Of(objects.NewEnumerator(EnumeratorType, items))
		}),
	}
}

// packBits writes the bits into numbers, the lowest first.
func packBits(b *bitArray, a *objects.Array, at int) error {
	width := 32
	if a.Elem() == objects.ByteType {
		width = 8
	}
	if need := (b.Len() + width - 1) / width; need > a.Len()-at {
		return objects.NewException(objects.ArgumentException, "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.")
	}
	for i := 0; i < b.Len(); i += width {
		n := uint64(0)
		for j := i; j < min(i+width, b.Len()); j++ {
			if b.bits[j] {
				n |= 1 << (j - i)
			}
		}
		if width == 32 {
			n = uint64(int64(int32(uint32(n))))
		}
		a.Set(at+i/width, objects.Word(a.Elem(), n))
	}
	return nil
}

func allBits(b *bitArray, are bool) bool {
	for _, bit := range b.bits {
		if bit != are {
			return false
		}
	}
	return true
}

func bitOperations() []objects.Method {
	combine := func(name string, f func(x, y bool) bool) objects.Method {
		return partial("System.Collections.BitArray "+name+"(System.Collections.BitArray value)", func(c *call) (value, error) {
			a, b := bitsOf(c.This), bitsOf(c.Args[0])
			if a.Len() != b.Len() {
				return objects.Null, objects.NewException(objects.ArgumentException, "Array lengths must be the same.")
			}
			for i := range a.bits {
				a.bits[i] = f(a.bits[i], b.bits[i])
			}
			return c.This, nil
		})
	}
	shift := func(name string, sign int) objects.Method {
		return partial("System.Collections.BitArray "+name+"(int count)", func(c *call) (value, error) {
			n := c.Int(0)
			if n < 0 {
				return objects.Null, objects.OutOfRange("Non-negative number required.", "count")
			}
			b := bitsOf(c.This)
			moved := make([]bool, b.Len())
			for i, bit := range b.bits {
				if at := i + sign*n; at >= 0 && at < len(moved) {
					moved[at] = bit
				}
			}
			b.bits = moved
			return c.This, nil
		})
	}
	return []objects.Method{
		combine("And", func(x, y bool) bool { return x && y }),
		combine("Or", func(x, y bool) bool { return x || y }),
		combine("Xor", func(x, y bool) bool { return x != y }),
		total("System.Collections.BitArray Not()", func(c *call) value {
			b := bitsOf(c.This)
			for i := range b.bits {
				b.bits[i] = !b.bits[i]
			}
			return c.This
		}),
		shift("LeftShift", 1), shift("RightShift", -1),
	}
}
