package objects

import (
	"math"

	"github.com/csshell/csshell/objects/utf16"
)

// Equal compares two values that are not collections as -eq does
// (LanguagePrimitives.Equals): the right operand is converted to the type of
// the left; strings compare by culture.
func (tt *TypeTable) Equal(a, b Value, ignoreCase bool) bool {
	if a.ref == b.ref && (a.ref == Int32Type || a.ref == Int64Type || a.ref == BooleanType) {
		return a.num == b.num
	}
	if s, ok := a.ref.(string); ok {
		if t, ok := b.ref.(string); ok {
			return equalText(s, t, ignoreCase)
		}
	}
	return tt.equal(a.Base(), b.Base(), ignoreCase)
}

// equal compares unwrapped values.
func (tt *TypeTable) equal(a, b Value, ignoreCase bool) bool {
	switch {
	case a.ref == nil || b.ref == nil:
		return a.ref == b.ref
	case isNumber(a) && isNumber(b):
		c, ordered := compareNumbers(a, b)
		return ordered && c == 0
	case a.ref == BooleanType:
		return a.Bool() == tt.Truth(b)
	case a.ref == CharType && b.ref == CharType:
		return equalText(charText(a), charText(b), ignoreCase)
	}
	if s, ok := textOperand(a, b); ok {
		t, err := tt.Text(b, tt.Separator())
		return err == nil && equalText(s, t, ignoreCase)
	}
	if tt.equalObjects(a, b) {
		return true
	}
	c, err := tt.comparand(a, b)
	if err != nil {
		return false
	}
	if isNumber(a) && isNumber(c) {
		n, ordered := compareNumbers(a, c)
		return ordered && n == 0
	}
	return tt.equalObjects(a, c)
}

// equalObjects is Object.Equals, that of a script's class included.
func (tt *TypeTable) equalObjects(a, b Value) bool {
	if sameObject(a, b) {
		return true
	}
	t := a.Type()
	if t.Class == nil || t.Kind == KindEnum || tt.info(t).methods["equals"] == nil {
		return false
	}
	v, err := tt.Invoke(background(), a, Invocation{Name: "Equals", Args: []Value{b}})
	return err == nil && tt.Truth(v)
}

// textOperand is the text of a left operand that compares as text: a string,
// or a Char beside a string.
func textOperand(a, b Value) (string, bool) {
	if s, ok := a.ref.(string); ok {
		return s, true
	}
	if _, ok := b.ref.(string); ok && a.ref == CharType {
		return charText(a), true
	}
	return "", false
}

func charText(v Value) string { return utf16.FromUnit(uint16(v.num)) }

// sameObject is Object.Equals.
func sameObject(a, b Value) bool {
	if a.ref == DateTimeType && b.ref == DateTimeType { // of any Kind
		return a.DateTime().Compare(b.DateTime()) == 0
	}
	if e, ok := a.ref.(Equaler); ok {
		return e.Equals(b)
	}
	return Same(a, b)
}

// comparand is b as the type of a; a string beside a number is the number it
// writes.
func (tt *TypeTable) comparand(a, b Value) (Value, error) {
	if s, ok := b.ref.(string); ok && isNumber(a) {
		if n, ok := ParseNumeral(s); ok {
			return n, nil
		}
	}
	return tt.Convert(b, typeOfValue(a))
}

// compareNumbers orders two numbers in the arithmetic that they have in
// common; ordered is false where one is NaN.
func compareNumbers(a, b Value) (c int, ordered bool) {
	switch arithmeticOf(a, b) {
	case inInt, inLong:
		return order(int64(a.num), int64(b.num)), true
	case inUInt, inULong:
		return order(a.num, b.num), true
	case inDouble:
		x, y := toFloat(a), toFloat(b)
		return order(x, y), !math.IsNaN(x) && !math.IsNaN(y)
	}
	x, errX := toDecimal(a)
	y, errY := toDecimal(b)
	if errX != nil || errY != nil { // a Double beyond the range of Decimal
		return order(decimalFloat(a), decimalFloat(b)), true
	}
	return x.Compare(y), true
}

// nanOrder makes NaN less than all numbers, as Double.CompareTo does.
func nanOrder(v Value) int {
	if isNaN(v) {
		return 0
	}
	return 1
}

func decimalFloat(v Value) float64 {
	if d, ok := v.ref.(*Decimal); ok {
		return d.N.Float64()
	}
	return toFloat(v)
}

func order[T int64 | uint64 | float64](a, b T) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Compare orders two values as -lt and Sort-Object do
// (LanguagePrimitives.Compare); an error where they cannot be ordered. NaN comes
// first, equal to itself: operators ask [TypeTable.Related].
func (tt *TypeTable) Compare(a, b Value, ignoreCase bool) (int, error) {
	if s, ok := a.ref.(*Type); ok {
		if t, ok := b.ref.(*Type); ok && s.Kind <= KindInt64 && t.Kind <= KindInt64 && isPlainNumber(s.Kind) && isPlainNumber(t.Kind) {
			return order(int64(a.num), int64(b.num)), nil
		}
		if s == DoubleType && b.ref == DoubleType && !isNaN(a) && !isNaN(b) {
			return order(a.Float(), b.Float()), nil
		}
	}
	if s, ok := a.ref.(string); ok {
		if t, ok := b.ref.(string); ok {
			return compareText(s, t, ignoreCase), nil
		}
	}
	return tt.compare(a.Base(), b.Base(), ignoreCase)
}

func (tt *TypeTable) compare(a, b Value, ignoreCase bool) (int, error) {
	switch {
	case a.ref == nil:
		return -compareWithNull(b), nil
	case b.ref == nil:
		return compareWithNull(a), nil
	case a.ref == BooleanType:
		return order(int64(a.num), int64(Bool(tt.Truth(b)).num)), nil
	case a.ref == CharType && b.ref == CharType:
		return order(a.num, b.num), nil
	}
	if s, ok := textOperand(a, b); ok {
		t, err := tt.Text(b, tt.Separator())
		return compareText(s, t, ignoreCase), err
	}
	if a.Kind() == KindObject && !isNumber(a) && !tt.hasOrder(a) {
		return tt.compareObjects(a, b)
	}
	if !isNumber(a) || !isNumber(b) {
		c, err := tt.comparand(a, b)
		if err != nil {
			return 0, tt.comparisonFailure(a, b, err)
		}
		b = c
	}
	if isNumber(a) && isNumber(b) {
		c, ordered := compareNumbers(a, b)
		if !ordered {
			return nanOrder(a) - nanOrder(b), nil
		}
		return c, nil
	}
	return tt.compareSame(a, b)
}

// compareWithNull orders v against $null: a negative number is less than it.
func compareWithNull(v Value) int {
	switch {
	case v.ref == nil:
		return 0
	case isNumber(v) && signOf(v) < 0:
		return -1
	}
	return 1
}

// signOf is the sign of a number.
func signOf(v Value) int {
	switch v.Kind() {
	case KindObject:
		return v.ref.(*Decimal).N.Sign()
	case KindSingle, KindDouble:
		return order(v.Float(), 0)
	case KindUInt64:
		return order(v.num, 0)
	}
	return order(int64(v.num), 0)
}

// compareSame orders two values of one type (IComparable.CompareTo).
func (tt *TypeTable) compareSame(a, b Value) (int, error) {
	switch k := a.Kind(); {
	case k == KindUInt64:
		return order(a.num, b.num), nil
	case k == KindDateTime:
		return a.DateTime().Compare(b.DateTime()), nil
	case k < KindString:
		return order(int64(a.num), int64(b.num)), nil
	}
	if c, ok := a.ref.(Comparer); ok {
		return c.CompareTo(b)
	}
	n, err := tt.Invoke(background(), a, Invocation{Name: "CompareTo", Args: []Value{b}})
	return int(n.Int64()), err
}

// hasOrder reports whether an object can be ordered: by itself, or by the
// CompareTo that its type declares (IComparable).
func (tt *TypeTable) hasOrder(v Value) bool {
	if _, ok := v.ref.(Comparer); ok {
		return true
	}
	t := v.Type()
	return t.DerivesFrom(ComparableType) && tt.info(t).group("compareto", false) != nil
}

// compareObjects is the order of objects without one: an error, unless they
// are the same.
func (tt *TypeTable) compareObjects(a, b Value) (int, error) {
	if p, ok := a.ref.(*PSObject); ok {
		return 0, tt.notSameType(Of(p), b)
	}
	if sameObject(a, b) {
		return 0, nil
	}
	return 0, NewException(RuntimeException, "Cannot compare \""+tt.plain(a)+"\" because it is not IComparable.").WithID("NotIcomparable")
}

func (tt *TypeTable) notSameType(a, b Value) error {
	text := tt.plain(a)
	return NewException(ExtendedTypeSystemException, "Cannot compare \""+text+"\" to \""+tt.plain(b)+
		"\" because the objects are not the same type or the object \""+text+"\" does not implement \"IComparable\".").
		WithID("PSObjectCompareTo")
}

// comparisonFailure is the error of an operand that cannot be converted.
func (tt *TypeTable) comparisonFailure(a, b Value, cause error) error {
	if _, text := b.ref.(string); a.Kind() == KindEnum || text && isNumber(a) {
		return cause
	}
	return NewException(RuntimeException, "Could not compare \""+tt.plain(a)+"\" to \""+tt.plain(b)+"\". Error: \""+cause.Error()+"\"").
		WithID("ComparisonFailure").inCategory(invalidOperation).Because(cause)
}

// plain is v as text in a message.
func (tt *TypeTable) plain(v Value) string {
	s, _ := tt.Text(v, tt.Separator())
	return s
}
