package objects

import "strings"

// calculate is an operator of numbers, - / %, whose operands are converted:
// $null counts as 0, a string as the number it writes.
func (tt *TypeTable) calculate(op operator, a, b Value) (Value, error) {
	if v, ok, err := tt.numbers(op, a, b); ok {
		return v, err
	}
	left, right := a.Base(), b.Base()
	switch r := left.ref.(type) {
	case nil:
		left = Int32(0)
	case string:
		n, err := tt.numeral(r, numberTypeOf(right))
		if err != nil {
			return Null, err
		}
		left = n
	}
	return tt.converted(op, left, right)
}

// converted calculates with the right operand converted to a number; left is
// neither $null nor a string. What is no number has an operator method.
func (tt *TypeTable) converted(op operator, left, right Value) (Value, error) {
	if left.Kind() == KindEnum {
		return tt.withEnum(op, left, right)
	}
	x, ok := operandNumber(left)
	if !ok {
		return tt.operatorMethod(op, left, right)
	}
	y, ok, err := tt.rightNumber(right, left.Type())
	if err != nil {
		return Null, err
	}
	if !ok {
		return tt.operatorMethod(op, left, y)
	}
	if _, decimal := y.ref.(*Decimal); decimal && left.ref == BooleanType {
		return Null, noCoercion(BooleanType, DecimalType)
	}
	return calculateNumbers(op, x, y)
}

// rightNumber is a right operand as a number, a string by the numeral it
// writes or converted to the left operand's type; ok is false for what is no
// number to calculate with.
func (tt *TypeTable) rightNumber(right Value, left *Type) (Value, bool, error) {
	switch r := right.ref.(type) {
	case nil:
		return Int32(0), true, nil
	case string:
		n, err := tt.numeral(r, numberOr32(left))
		if err != nil {
			return Null, false, err
		}
		right = n
	}
	if n, ok := operandNumber(right); ok {
		return n, true, nil
	}
	return right, false, nil
}

// operandNumber is the number that a number, Boolean, Char or enum counts as.
func operandNumber(v Value) (Value, bool) {
	switch k := v.Kind(); {
	case isNumber(v):
		return v, true
	case k == KindBoolean || k == KindChar:
		return Value{Int32Type, v.num}, true
	case k == KindEnum:
		return Value{underlyingType(v.Type()), v.num}, true
	}
	return Null, false
}

// underlyingType is the integer type that an enum's numbers have.
func underlyingType(t *Type) *Type {
	if t.Enum == nil {
		return Int32Type
	}
	return t.Enum.UnderlyingType()
}

// numberTypeOf is the type that a string beside v is converted to.
func numberTypeOf(v Value) *Type {
	if v.ref == nil {
		return Int32Type
	}
	return numberOr32(v.Type())
}

func numberOr32(t *Type) *Type {
	switch k := t.Kind; {
	case t == DecimalType || k == KindEnum:
		return t
	case KindSByte <= k && k <= KindDouble:
		return t
	}
	return Int32Type
}

// numeral is the number that a string writes, as the language writes numbers
// ("1kb", "0x10", "1.5"), or else the string converted to the type.
func (tt *TypeTable) numeral(s string, t *Type) (Value, error) {
	if n, ok := ParseNumeral(s); ok {
		return n, nil
	}
	if strings.TrimSpace(s) == "" {
		return Int32(0), nil
	}
	return tt.Convert(String(s), t)
}

// withEnum calculates with an enum on the left: the result is of the enum.
func (tt *TypeTable) withEnum(op operator, left, right Value) (Value, error) {
	t := left.Type()
	y, ok, err := tt.rightNumber(right, t)
	if err != nil {
		return Null, err
	}
	if !ok {
		return tt.operatorMethod(op, left, right)
	}
	switch y.Kind() {
	case KindSingle, KindDouble:
		return Null, unableToCast(t, DoubleType)
	case KindObject:
		return Null, noCoercion(t, DecimalType)
	}
	x, _ := operandNumber(left)
	z, err := calculateNumbers(op, x, y)
	if err != nil {
		return Null, err
	}
	if k := z.Kind(); k == KindDouble {
		return Null, unableToCast(DoubleType, t)
	}
	return Word(t, z.num), nil
}

// operatorMethod calls the operator that a type declares: the left operand's,
// or the right one's where the left is a primitive.
func (tt *TypeTable) operatorMethod(op operator, a, b Value) (Value, error) {
	t := operandType(a)
	if isPrimitive(t) {
		other := operandType(b)
		if other == nil || isPrimitive(other) {
			return Null, notDefined(op, t, other)
		}
		t = other
	}
	v, ok, err := tt.wideOperator(op, t, a, b)
	if !ok {
		v, err = tt.InvokeStatic(background(), t, Invocation{Name: operators[op].method, Args: []Value{a, b}})
	}
	return v, byOperatorMethod(err)
}

// operandType is the type whose operators serve v; nil for $null.
func operandType(v Value) *Type {
	if p, ok := v.ref.(*PSObject); ok && p.IsCustom() {
		return PSObjectType
	}
	return v.Type()
}

func isPrimitive(t *Type) bool { return t != nil && t.Is(PrimitiveAttr) }

func notDefined(op operator, left, right *Type) error {
	name := ""
	if right != nil {
		name = right.FullName
	}
	return NewException(RuntimeException, "The operation '["+left.FullName+"] "+operators[op].sign+" ["+name+"]' is not defined.").
		WithID("NotADefinedOperationForType")
}

func unableToCast(from, to *Type) error {
	return NewException(InvalidCastException,
		"Unable to cast object of type '"+from.FullName+"' to type '"+to.FullName+"'.")
}

func noCoercion(from, to *Type) error {
	return NewException(InvalidOperationException,
		"No coercion operator is defined between types '"+from.FullName+"' and '"+to.FullName+"'.")
}
