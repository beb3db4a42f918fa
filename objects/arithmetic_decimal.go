package objects

import (
	"github.com/csshell/csshell/objects/fault"
	"github.com/csshell/csshell/objects/number"
)

// toDecimal is a number as a Decimal. A Double outside its range is an
// OverflowException.
func toDecimal(v Value) (number.Decimal, error) {
	switch v.Kind() {
	case KindObject:
		return v.ref.(*Decimal).N, nil
	case KindUInt64:
		return number.DecimalFromUint64(v.num), nil
	case KindSingle:
		return number.DecimalFromFloat32(float32(v.Float()))
	case KindDouble:
		return number.DecimalFromFloat64(v.Float())
	}
	return number.DecimalFromInt64(int64(v.num)), nil
}

func inDecimals(op operator, a, b Value) (Value, error) {
	x, err := toDecimal(a)
	if err != nil {
		return Null, Raised(err)
	}
	y, err := toDecimal(b)
	if err != nil {
		return Null, Raised(err)
	}
	z, err := calculateDecimals(op, x, y)
	if err == nil {
		return DecimalOf(z), nil
	}
	if fault.Is(err, fault.DivideByZero) {
		return Null, divideByZero()
	}
	return Null, NewException(RuntimeException, err.Error()).WithID("RuntimeException").Because(Raised(err))
}

func calculateDecimals(op operator, x, y number.Decimal) (number.Decimal, error) {
	switch op {
	case opAdd:
		return x.Add(y)
	case opSubtract:
		return x.Sub(y)
	case opMultiply:
		return x.Mul(y)
	case opDivide:
		return x.Div(y)
	}
	return x.Rem(y)
}
