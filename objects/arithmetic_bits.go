package objects

// BitAnd is a -band b.
func (tt *TypeTable) BitAnd(a, b Value) (Value, error) { return tt.bitwise(opBitAnd, a, b) }

// BitOr is a -bor b.
func (tt *TypeTable) BitOr(a, b Value) (Value, error) { return tt.bitwise(opBitOr, a, b) }

// BitXor is a -bxor b.
func (tt *TypeTable) BitXor(a, b Value) (Value, error) { return tt.bitwise(opBitXor, a, b) }

func bitsOf(op operator, a, b uint64) uint64 {
	switch op {
	case opBitAnd:
		return a & b
	case opBitOr:
		return a | b
	}
	return a ^ b
}

func (tt *TypeTable) bitwise(op operator, a, b Value) (Value, error) {
	if a.ref == b.ref && (a.ref == Int32Type || a.ref == Int64Type) {
		return Value{a.ref, bitsOf(op, a.num, b.num)}, nil
	}
	left, right, err := tt.bitOperands(a.Base(), b.Base())
	if err != nil {
		return Null, err
	}
	if isReal(left) || isReal(right) {
		return tt.realBits(op, left, right)
	}
	if left.Kind() == KindEnum {
		return tt.enumBits(op, left, right)
	}
	x, ok := operandNumber(left)
	y, also := operandNumber(right)
	if !ok || !also {
		return tt.operatorMethod(op, left, right)
	}
	return integerBits(op, x, y), nil
}

// bitOperands are two operands with $null and strings as numbers.
func (tt *TypeTable) bitOperands(a, b Value) (left, right Value, err error) {
	if left, err = tt.bitOperand(a, numberTypeOf(b)); err != nil {
		return
	}
	right, err = tt.bitOperand(b, numberTypeOf(a))
	return
}

func (tt *TypeTable) bitOperand(v Value, beside *Type) (Value, error) {
	switch r := v.ref.(type) {
	case nil:
		return Int32(0), nil
	case string:
		return tt.numeral(r, beside)
	}
	return v, nil
}

// isReal reports whether v is a Single, Double or Decimal.
func isReal(v Value) bool {
	k := v.Kind()
	_, decimal := v.ref.(*Decimal)
	return decimal || k == KindSingle || k == KindDouble
}

// realBits rounds the operands to Int64 where one is negative, else to UInt64.
func (tt *TypeTable) realBits(op operator, left, right Value) (Value, error) {
	x, ok := operandNumber(left)
	y, also := operandNumber(right)
	if !ok || !also {
		if _, big := right.ref.(*BigInteger); big || !ok {
			return Null, NewException(NullReferenceException, "Object reference not set to an instance of an object.")
		}
		return tt.operatorMethod(op, left, right)
	}
	t := UInt64Type
	if signOf(x) < 0 || signOf(y) < 0 {
		t = Int64Type
	}
	m, err := tt.Convert(x, t)
	if err != nil {
		return Null, err
	}
	n, err := tt.Convert(y, t)
	return Word(t, bitsOf(op, m.num, n.num)), err
}

// enumBits combines with an enum on the left: the right operand is converted
// to it.
func (tt *TypeTable) enumBits(op operator, left, right Value) (Value, error) {
	y, ok := operandNumber(right)
	if !ok {
		return tt.operatorMethod(op, left, right)
	}
	t := left.Type()
	return Word(t, narrowed(underlyingType(t).Kind, bitsOf(op, left.num, y.num))), nil
}

func integerBits(op operator, x, y Value) Value {
	n := bitsOf(op, x.num, y.num)
	switch wide := max(x.Kind(), y.Kind()); {
	case wide <= KindInt32:
		return Word(Int32Type, n)
	case wide == KindUInt32 && (isNegative(x) || isNegative(y)), wide == KindInt64:
		return Word(Int64Type, n)
	case wide == KindUInt32:
		return Word(UInt32Type, n)
	}
	return Word(UInt64Type, n)
}

// narrowed is the lower part of n that an integer of the kind holds, extended
// to 64 bits again.
func narrowed(k Kind, n uint64) uint64 {
	switch k {
	case KindSByte:
		return uint64(int64(int8(n)))
	case KindByte:
		return uint64(uint8(n))
	case KindInt16:
		return uint64(int64(int16(n)))
	case KindUInt16:
		return uint64(uint16(n))
	case KindInt32:
		return uint64(int64(int32(n)))
	case KindUInt32:
		return uint64(uint32(n))
	}
	return n
}

// BitNot is -bnot a.
func (tt *TypeTable) BitNot(a Value) (Value, error) {
	v := a.Base()
	switch r := v.ref.(type) {
	case nil:
		v = Int32(0)
	case string:
		n, err := tt.numeral(r, Int32Type)
		if err != nil {
			return Null, err
		}
		v = n
	case *BigInteger:
		return r.complement(), nil
	}
	if k := v.Kind(); k == KindEnum {
		return Word(v.Type(), narrowed(underlyingType(v.Type()).Kind, ^v.num)), nil
	}
	n, err := tt.wholeNumber(v)
	if err != nil {
		return Null, err
	}
	return Word(n.Type(), narrowed(n.Kind(), ^n.num)), nil
}

// wholeNumber is v as the first of Int32, UInt32, Int64 and UInt64 that holds
// it, rounded; smaller integers become Int32.
func (tt *TypeTable) wholeNumber(v Value) (Value, error) {
	if k := v.Kind(); k == KindUInt32 || k == KindInt64 || k == KindUInt64 {
		return v, nil
	}
	n, err := tt.Convert(v, Int32Type)
	if err == nil || !isReal(v) {
		return n, err
	}
	for _, t := range [...]*Type{UInt32Type, Int64Type, UInt64Type} {
		if n, failed := tt.Convert(v, t); failed == nil {
			return n, nil
		}
	}
	return Null, err
}

// ShiftLeft is a -shl b.
func (tt *TypeTable) ShiftLeft(a, b Value) (Value, error) { return tt.shift(opShiftLeft, a, b) }

// ShiftRight is a -shr b.
func (tt *TypeTable) ShiftRight(a, b Value) (Value, error) { return tt.shift(opShiftRight, a, b) }

func (tt *TypeTable) shift(op operator, a, b Value) (Value, error) {
	left, right := a.Base(), b.Base()
	left, err := tt.bitOperand(left, Int32Type)
	if err != nil {
		return Null, err
	}
	enum := left.Kind() == KindEnum
	if !enum && !isNumber(left) {
		return tt.operatorMethod(op, left, right)
	}
	n, err := tt.Convert(right, Int32Type)
	if err != nil {
		return Null, err
	}
	if enum {
		return Null, NewException(InvalidOperationException, "The binary operator "+operators[op].node+
			" is not defined for the types '"+left.Type().FullName+"' and 'System.Int32'.")
	}
	if isReal(left) {
		if left, err = tt.wholeNumber(left); err != nil {
			return Null, err
		}
	}
	return shifted(op, left, uint(n.num)), nil
}

// shifted shifts an integer by the lower five bits of the count, or six for 64
// bits, as .NET does.
func shifted(op operator, v Value, count uint) Value {
	mask := uint(31)
	if k := v.Kind(); k >= KindInt64 {
		mask = 63
	}
	count &= mask
	n := v.num << count
	if op == opShiftRight {
		n = v.num >> count
		if isNegative(v) {
			n = uint64(int64(v.num) >> count)
		}
	}
	return Word(v.Type(), narrowed(v.Kind(), n))
}
