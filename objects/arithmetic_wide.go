package objects

import (
	"errors"
	"math/big"
)

// wideOperator is an operator method of Decimal or BigInteger, to which both
// operands are converted; ok is false for other types.
func (tt *TypeTable) wideOperator(op operator, t *Type, a, b Value) (v Value, ok bool, err error) {
	if t == DecimalType && op > opRemainder || t != DecimalType && t != BigIntegerType {
		return Null, false, nil
	}
	second := t
	if op == opShiftLeft || op == opShiftRight {
		second = Int32Type
	}
	method := operators[op].method
	x, err := tt.Convert(a, t)
	if err != nil {
		return Null, true, tt.argumentFailed(method, "0", a, t, err)
	}
	y, err := tt.Convert(b, second)
	if err != nil {
		return Null, true, tt.argumentFailed(method, "1", b, second, err)
	}
	if t == DecimalType {
		v, err = inDecimals(op, x, y)
	} else {
		v, err = inBigs(op, x.ref.(*BigInteger).N, y)
	}
	if err != nil {
		err = callFailed(method, 2, err)
	}
	return v, true, err
}

// maxShift bounds the bits of a BigInteger that a shift may make.
const maxShift = 1 << 31

func inBigs(op operator, x *big.Int, b Value) (Value, error) {
	z := new(big.Int)
	switch op {
	case opShiftLeft:
		return shiftBig(x, b.Int64())
	case opShiftRight:
		return shiftBig(x, -b.Int64())
	}
	y := b.ref.(*BigInteger).N
	switch op {
	case opAdd:
		z.Add(x, y)
	case opSubtract:
		z.Sub(x, y)
	case opMultiply:
		z.Mul(x, y)
	case opBitAnd:
		z.And(x, y)
	case opBitOr:
		z.Or(x, y)
	case opBitXor:
		z.Xor(x, y)
	default:
		return divideBig(op, x, y)
	}
	return BigInt(z), nil
}

func divideBig(op operator, x, y *big.Int) (Value, error) {
	if y.Sign() == 0 {
		return Null, NewException(DivideByZeroException, "Attempted to divide by zero.")
	}
	z := new(big.Int)
	if op == opDivide {
		return BigInt(z.Quo(x, y)), nil
	}
	return BigInt(z.Rem(x, y)), nil
}

func shiftBig(x *big.Int, n int64) (Value, error) {
	if n < 0 {
		return BigInt(new(big.Int).Rsh(x, uint(-n))), nil
	}
	if int64(x.BitLen())+n > maxShift {
		return Null, outOfMemory()
	}
	return BigInt(new(big.Int).Lsh(x, uint(n))), nil
}

// byOperatorMethod marks the error of a method that an operator called.
func byOperatorMethod(err error) error {
	if e, ok := errors.AsType[*Exception](err); ok && e.typ == MethodInvocationException {
		e.ErrorID = "DotNetMethodException"
	}
	return err
}
