package objects

import (
	"math"

	"github.com/csshell/csshell/objects/fault"
	"github.com/csshell/csshell/objects/number"
)

// numberBits is a number, Boolean, Char or enum as the bits of another number
// type or Char, with the range checks, the rounding to even and the messages
// of .NET's System.Convert.
func numberBits(v Value, to *Type) (uint64, error) {
	from := v.Kind()
	switch {
	case from == KindDateTime || from == KindTimeSpan || from == KindString || from == KindNull:
		return 0, invalidCast(v.Type(), to)
	case to.Kind == KindChar && (from == KindBoolean || from == KindSingle || from == KindDouble || from == KindObject):
		return 0, invalidCast(v.Type(), to)
	}
	if to.Kind == KindSingle || to.Kind == KindDouble {
		return floatBits(v, to.Kind), nil
	}
	switch from {
	case KindObject:
		return decimalToInteger(v.ref.(*Decimal).N, to)
	case KindSingle, KindDouble:
		return floatToInteger(v.Float(), to)
	case KindUInt64:
		return unsignedToInteger(v.num, to)
	}
	return signedToInteger(int64(v.num), to)
}

func invalidCast(from, to *Type) error {
	return fault.New(invalidCastFault, "Invalid cast from '"+from.Name()+"' to '"+to.Name()+"'.")
}

const invalidCastFault fault.Type = "System.InvalidCastException"

func floatBits(v Value, k Kind) uint64 {
	if d, ok := v.ref.(*Decimal); ok {
		return math.Float64bits(d.N.Float64())
	}
	f := toFloat(v)
	if k == KindSingle {
		f = float64(float32(f))
	}
	return math.Float64bits(f)
}

func signedToInteger(n int64, to *Type) (uint64, error) {
	bits := uint64(n)
	if to.Kind == KindUInt64 && n < 0 || to.Kind != KindUInt64 && narrowedChar(to.Kind, bits) != bits {
		return 0, overflowOf(to)
	}
	return bits, nil
}

// narrowedChar is narrowed for integers and Char.
func narrowedChar(k Kind, n uint64) uint64 {
	if k == KindChar {
		k = KindUInt16
	}
	return narrowed(k, n)
}

func unsignedToInteger(n uint64, to *Type) (uint64, error) {
	if to.Kind == KindUInt64 {
		return n, nil
	}
	if n > math.MaxInt64 {
		return 0, overflowOf(to)
	}
	return signedToInteger(int64(n), to)
}

func floatToInteger(f float64, to *Type) (uint64, error) {
	f = math.RoundToEven(f)
	switch to.Kind {
	case KindInt64:
		if f >= -(1<<63) && f < 1<<63 {
			return uint64(int64(f)), nil
		}
		return 0, fault.New(fault.Overflow, "Arithmetic operation resulted in an overflow.")
	case KindUInt64:
		if f >= 0 && f < 1<<64 {
			return uint64(f), nil
		}
		return 0, fault.New(fault.Overflow, "Arithmetic operation resulted in an overflow.")
	}
	if !(math.Abs(f) < 1<<40) { // NaN too
		return 0, overflowOf(to)
	}
	return signedToInteger(int64(f), to)
}

func decimalToInteger(d number.Decimal, to *Type) (uint64, error) {
	d = d.Round(0, number.ToEven)
	if to.Kind == KindUInt64 {
		if n, ok := d.Uint64(); ok {
			return n, nil
		}
		return 0, overflowOf(to)
	}
	if n, ok := d.Int64(); ok {
		return signedToInteger(n, to)
	}
	return 0, overflowOf(to)
}

// overflowOf is .NET's error for a number outside the range of the type.
func overflowOf(t *Type) error {
	switch {
	case t.Kind == KindChar:
		return fault.New(fault.Overflow, "Value was either too large or too small for a character.")
	case t == DecimalType:
		return fault.New(fault.Overflow, "Value was either too large or too small for a Decimal.")
	}
	return number.Whole(t.Kind - KindSByte).OverflowError()
}
