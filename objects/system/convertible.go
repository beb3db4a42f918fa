package system

import (
	"math/bits"

	"github.com/csshell/csshell/objects"
)

// convertibleMethods are the conversions of IConvertible, which numbers, truths,
// characters, text, dates and enums implement for themselves.
func convertibleMethods() []objects.Method {
	var methods []objects.Method
	add := func(name string, to *objects.Type) {
		methods = append(methods, partial(name+" IConvertible.To"+to.Name()+"(System.IFormatProvider provider)", func(c *call) (value, error) {
			return convertible(c.Types, c.This, to)
		}))
	}
	add("bool", objects.BooleanType)
	add("char", objects.CharType)
	for _, n := range numerics() {
		add(n.name, n.typ)
	}
	add("datetime", objects.DateTimeType)
	return append(methods, partial("System.Object IConvertible.ToType(type conversionType, System.IFormatProvider provider)", func(c *call) (value, error) {
		return convertible(c.Types, c.This, target(c.Args[0]))
	}))
}

// withConversions is a declaration with the conversions of IConvertible.
func withConversions(declare func() *objects.Declaration) func() *objects.Declaration {
	return func() *objects.Declaration {
		d := declare()
		d.Methods = append(d.Methods, convertibleMethods()...)
		return d
	}
}

// integerMethods are what whole numbers have from IBinaryInteger: the bytes that
// they take, and the bits that their value needs.
func integerMethods(t *objects.Type) []objects.Method {
	size := sizeOf(t)
	if size == 0 {
		return nil
	}
	signed := t.Kind == objects.KindSByte || t.Kind == objects.KindInt16 || t.Kind == objects.KindInt32 || t.Kind == objects.KindInt64
	return []objects.Method{
		total("int IBinaryInteger.GetByteCount()", func(*call) value { return objects.Int(size) }),
		total("int IBinaryInteger.GetShortestBitLength()", func(c *call) value {
			n := c.This.Int64()
			if !signed {
				return objects.Int(bits.Len64(c.This.Bits()))
			}
			if n < 0 {
				return objects.Int(bits.Len64(uint64(^n)) + 1)
			}
			return objects.Int(bits.Len64(uint64(n)))
		}),
	}
}

// sizeOf is the number of bytes of a whole number's type; 0 for others.
func sizeOf(t *objects.Type) int {
	switch t.Kind {
	case objects.KindSByte, objects.KindByte:
		return 1
	case objects.KindInt16, objects.KindUInt16:
		return 2
	case objects.KindInt32, objects.KindUInt32:
		return 4
	case objects.KindInt64, objects.KindUInt64:
		return 8
	}
	return 0
}
