package objects

import (
	"math"
	"math/big"
	"strings"
)

// bigToNumber converts a BigInteger by its explicit operators.
func (tt *TypeTable) bigToNumber(b *BigInteger, to *Type) (Value, error) {
	if to.Kind == KindSingle || to.Kind == KindDouble {
		f := bigFloat(b.N)
		if to.Kind == KindSingle {
			f = float64(float32(f))
		}
		return Word(to, math.Float64bits(f)), nil
	}
	if to.Kind == KindChar {
		return Null, tt.cannotConvert("InvalidCastIConvertible", Of(b), to, NewException(InvalidCastException, "Object must implement IConvertible."))
	}
	if v, ok := bigToWord(b.N, to); ok {
		return v, nil
	}
	return Null, tt.cannotConvert("InvalidCastTargetInvocationExceptionop_Explicit", Of(b), to, overflowOf(to))
}

// bigFloat is i as a Double; digits that do not fit are cut off, not rounded, as
// .NET does.
func bigFloat(i *big.Int) float64 {
	f, _ := new(big.Float).SetPrec(53).SetMode(big.ToZero).SetInt(i).Float64()
	return f
}

// toBigInteger converts to a BigInteger: reals lose their fraction.
func (tt *TypeTable) toBigInteger(v Value) (Value, error) {
	switch r := v.ref.(type) {
	case string:
		return tt.stringToBigInteger(r)
	case *Decimal:
		return BigInt(r.N.Truncate().BigInt()), nil
	}
	n, ok := operandNumber(v)
	if !ok {
		return tt.toObject(v, v, BigIntegerType)
	}
	switch n.Kind() {
	case KindUInt64:
		return BigInt(new(big.Int).SetUint64(n.num)), nil
	case KindSingle, KindDouble:
		f := n.Float()
		if math.IsNaN(f) || math.IsInf(f, 0) {
			message := "The value is not a number."
			if math.IsInf(f, 0) {
				message = "BigInteger cannot represent infinity."
			}
			return Null, tt.cannotConvert("InvalidCastConstructorException", v, BigIntegerType, NewException(OverflowException, message))
		}
		i, _ := big.NewFloat(f).Int(nil)
		return BigInt(i), nil
	}
	return BigInt(big.NewInt(int64(n.num))), nil
}

// stringToBigInteger reads a number as the language writes it, so that one too
// long for a Decimal goes through a Double.
func (tt *TypeTable) stringToBigInteger(s string) (Value, error) {
	if strings.TrimSpace(s) == "" {
		return BigInt(new(big.Int)), nil
	}
	if n, ok := ParseNumeral(s); ok {
		return tt.Convert(n, BigIntegerType)
	}
	return Null, tt.cannotConvert("InvalidCastFromStringToInteger", String(s), BigIntegerType,
		NewException(FormatException, "The value could not be parsed."))
}

// complement is -bnot b.
func (b *BigInteger) complement() Value { return BigInt(new(big.Int).Not(b.N)) }
