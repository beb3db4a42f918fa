package objects

import (
	"math"
	"math/big"
	"math/bits"
)

// arithmetic is the type that two numbers are calculated in. Its order is the
// order of precedence.
type arithmetic uint8

const (
	noArithmetic arithmetic = iota
	inInt
	inUInt
	inLong
	inULong
	inDouble
	inDecimal
)

// isNumber reports whether v is one of .NET's number types, to which neither
// Boolean and Char nor enums belong.
func isNumber(v Value) bool {
	k := v.Kind()
	if k == KindObject {
		_, ok := v.ref.(*Decimal)
		return ok
	}
	return KindSByte <= k && k <= KindDouble
}

// IsNumber reports whether v is of one of .NET's number types, Decimal among
// them but not BigInteger; ++ and -- work on these alone.
func IsNumber(v Value) bool { return isNumber(v.Base()) }

// arithmeticOf chooses the arithmetic for two numbers: the wider type; where a
// negative number meets an unsigned one, Int64 or Double.
func arithmeticOf(a, b Value) arithmetic {
	ka, kb := a.Kind(), b.Kind()
	if ka == KindObject || kb == KindObject {
		return inDecimal
	}
	switch wide := max(ka, kb); {
	case wide <= KindInt32:
		return inInt
	case wide == KindUInt32:
		return unlessNegative(a, b, inUInt, inLong)
	case wide == KindInt64:
		return inLong
	case wide == KindUInt64:
		return unlessNegative(a, b, inULong, inDouble)
	}
	return inDouble
}

func unlessNegative(a, b Value, unsigned, signed arithmetic) arithmetic {
	if isNegative(a) || isNegative(b) {
		return signed
	}
	return unsigned
}

// isNegative reports whether v is a negative number of a signed integer type.
func isNegative(v Value) bool {
	switch v.Kind() {
	case KindSByte, KindInt16, KindInt32, KindInt64:
		return int64(v.num) < 0
	}
	return false
}

// numbers calculates where both operands are numbers; ok is false where one is
// not.
func (tt *TypeTable) numbers(op operator, a, b Value) (v Value, ok bool, err error) {
	s, inPlace := a.ref.(*Type)
	t, both := b.ref.(*Type)
	if inPlace && both && isPlainNumber(s.Kind) && isPlainNumber(t.Kind) {
		v, err = calculatePlain(op, max(s.Kind, t.Kind), a, b)
		return v, true, err
	}
	if !isNumber(a) || !isNumber(b) {
		return Null, false, nil
	}
	v, err = calculateNumbers(op, a, b)
	return v, true, err
}

// calculatePlain calculates with two numbers held in place, wide being the
// wider kind.
func calculatePlain(op operator, wide Kind, a, b Value) (Value, error) {
	switch {
	case wide <= KindInt32:
		return inInts(op, int64(a.num), int64(b.num))
	case wide == KindInt64:
		return inLongs(op, int64(a.num), int64(b.num))
	case wide >= KindSingle:
		return Double(inDoubles(op, toFloat(a), toFloat(b))), nil
	}
	return calculateNumbers(op, a, b)
}

func calculateNumbers(op operator, a, b Value) (Value, error) {
	switch arithmeticOf(a, b) {
	case inInt:
		return inInts(op, int64(a.num), int64(b.num))
	case inUInt:
		return inUInts(op, a.num, b.num)
	case inLong:
		return inLongs(op, int64(a.num), int64(b.num))
	case inULong:
		return inULongs(op, a.num, b.num)
	case inDouble:
		return Double(inDoubles(op, toFloat(a), toFloat(b))), nil
	default:
		return inDecimals(op, a, b)
	}
}

// toFloat is a number that is not a Decimal as a Double.
func toFloat(v Value) float64 {
	switch v.Kind() {
	case KindSingle, KindDouble:
		return v.Float()
	case KindUInt64:
		return float64(v.num)
	}
	return float64(int64(v.num))
}

// intResult is an Int32, or a Double where n does not fit.
func intResult(n int64) Value {
	if n == int64(int32(n)) {
		return Value{Int32Type, uint64(n)}
	}
	return Double(float64(n))
}

func inInts(op operator, a, b int64) (Value, error) {
	switch op {
	case opAdd:
		return intResult(a + b), nil
	case opSubtract:
		return intResult(a - b), nil
	case opMultiply:
		return intResult(a * b), nil
	}
	if b == 0 {
		return Null, divideByZero()
	}
	if op == opRemainder {
		return Int32(int32(a % b)), nil
	}
	if a%b == 0 {
		return intResult(a / b), nil
	}
	return Double(float64(a) / float64(b)), nil
}

// uintResult is a UInt32, or a Double where n does not fit.
func uintResult(n uint64) Value {
	if n <= math.MaxUint32 {
		return Value{UInt32Type, n}
	}
	return Double(float64(n))
}

func inUInts(op operator, a, b uint64) (Value, error) {
	switch op {
	case opAdd:
		return uintResult(a + b), nil
	case opSubtract:
		if a < b {
			return Double(float64(a) - float64(b)), nil
		}
		return uintResult(a - b), nil
	case opMultiply:
		return uintResult(a * b), nil
	}
	if b == 0 {
		return Null, divideByZero()
	}
	if op == opRemainder {
		return uintResult(a % b), nil
	}
	if a%b == 0 {
		return uintResult(a / b), nil
	}
	return Double(float64(a) / float64(b)), nil
}

func inLongs(op operator, a, b int64) (Value, error) {
	switch op {
	case opAdd:
		if sum := a + b; (sum > a) == (b > 0) {
			return Int64(sum), nil
		}
	case opSubtract:
		if difference := a - b; (difference < a) == (b > 0) {
			return Int64(difference), nil
		}
	case opMultiply:
		if product, ok := multiplyLongs(a, b); ok {
			return Int64(product), nil
		}
		return Double(bigFloat(new(big.Int).Mul(big.NewInt(a), big.NewInt(b)))), nil
	case opDivide, opRemainder:
		return divideLongs(op, a, b)
	}
	return Double(inDoubles(op, float64(a), float64(b))), nil
}

func multiplyLongs(a, b int64) (int64, bool) {
	if a == 0 || b == 0 {
		return 0, true
	}
	if a == math.MinInt64 && b == -1 || b == math.MinInt64 && a == -1 {
		return 0, false
	}
	product := a * b
	return product, product/b == a
}

func divideLongs(op operator, a, b int64) (Value, error) {
	switch {
	case b == 0:
		return Null, divideByZero()
	case op == opRemainder && b == -1: // the quotient of MinValue would not fit
		return Int64(0), nil
	case op == opRemainder:
		return Int64(a % b), nil
	case b == -1 && a == math.MinInt64 || a%b != 0:
		return Double(float64(a) / float64(b)), nil
	}
	return Int64(a / b), nil
}

func inULongs(op operator, a, b uint64) (Value, error) {
	switch op {
	case opAdd:
		if sum, carry := bits.Add64(a, b, 0); carry == 0 {
			return UInt64(sum), nil
		}
	case opSubtract:
		if a >= b {
			return UInt64(a - b), nil
		}
	case opMultiply:
		if high, low := bits.Mul64(a, b); high == 0 {
			return UInt64(low), nil
		}
	case opDivide, opRemainder:
		return divideULongs(op, a, b)
	}
	return Double(inDoubles(op, float64(a), float64(b))), nil
}

func divideULongs(op operator, a, b uint64) (Value, error) {
	switch {
	case b == 0:
		return Null, divideByZero()
	case op == opRemainder:
		return UInt64(a % b), nil
	case a%b != 0:
		return Double(float64(a) / float64(b)), nil
	}
	return UInt64(a / b), nil
}

func inDoubles(op operator, a, b float64) float64 {
	switch op {
	case opAdd:
		return a + b
	case opSubtract:
		return a - b
	case opMultiply:
		return a * b
	case opDivide:
		return a / b
	}
	return math.Mod(a, b)
}

// divideByZero is PowerShell's error for integers and decimals; catch clauses
// find the DivideByZeroException inside.
func divideByZero() error {
	const message = "Attempted to divide by zero."
	return NewException(RuntimeException, message).WithID("RuntimeException").
		Because(NewException(DivideByZeroException, message))
}
