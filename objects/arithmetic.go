package objects

import "github.com/csshell/csshell/objects/utf16"

// operator is a binary arithmetic operator ("about_Arithmetic_Operators").
type operator uint8

const (
	opAdd operator = iota
	opSubtract
	opMultiply
	opDivide
	opRemainder
	opBitAnd
	opBitOr
	opBitXor
	opShiftLeft
	opShiftRight
)

// operators tells how .NET names the method of each operator, how a message
// writes it, and how System.Linq.Expressions names it.
var operators = [...]struct{ method, sign, node string }{
	opAdd:        {"op_Addition", "+", "Add"},
	opSubtract:   {"op_Subtraction", "-", "Subtract"},
	opMultiply:   {"op_Multiply", "*", "Multiply"},
	opDivide:     {"op_Division", "/", "Divide"},
	opRemainder:  {"op_Modulus", "%", "Modulo"},
	opBitAnd:     {"op_BitwiseAnd", "-band", "And"},
	opBitOr:      {"op_BitwiseOr", "-bor", "Or"},
	opBitXor:     {"op_ExclusiveOr", "-bxor", "ExclusiveOr"},
	opShiftLeft:  {"op_LeftShift", "-shl", "LeftShift"},
	opShiftRight: {"op_RightShift", "-shr", "RightShift"},
}

// Add is a + b: numbers add, strings and characters join, collections are
// appended to, hashtables merge; other types have an op_Addition.
func (tt *TypeTable) Add(a, b Value) (Value, error) {
	if a.ref == Int32Type && b.ref == Int32Type {
		return intResult(int64(a.num) + int64(b.num)), nil
	}
	if a.ref == DoubleType && b.ref == DoubleType {
		return Double(a.Float() + b.Float()), nil
	}
	return tt.add(a, b)
}

// Subtract is a - b.
func (tt *TypeTable) Subtract(a, b Value) (Value, error) {
	if a.ref == Int32Type && b.ref == Int32Type {
		return intResult(int64(a.num) - int64(b.num)), nil
	}
	if a.ref == DoubleType && b.ref == DoubleType {
		return Double(a.Float() - b.Float()), nil
	}
	return tt.calculate(opSubtract, a, b)
}

// Multiply is a * b: numbers multiply, strings and arrays repeat.
func (tt *TypeTable) Multiply(a, b Value) (Value, error) {
	if a.ref == Int32Type && b.ref == Int32Type {
		return intResult(int64(a.num) * int64(b.num)), nil
	}
	if a.ref == DoubleType && b.ref == DoubleType {
		return Double(a.Float() * b.Float()), nil
	}
	return tt.multiply(a, b)
}

// Divide is a / b: an integer where the division of integers has no rest,
// else a Double.
func (tt *TypeTable) Divide(a, b Value) (Value, error) {
	if a.ref == DoubleType && b.ref == DoubleType {
		return Double(a.Float() / b.Float()), nil
	}
	if a.ref == Int32Type && b.ref == Int32Type {
		return inInts(opDivide, int64(a.num), int64(b.num))
	}
	return tt.calculate(opDivide, a, b)
}

// Remainder is a % b, with the sign of a.
func (tt *TypeTable) Remainder(a, b Value) (Value, error) {
	if a.ref == Int32Type && b.ref == Int32Type && int64(b.num) > 0 {
		return Int32(int32(int64(a.num) % int64(b.num))), nil
	}
	return tt.calculate(opRemainder, a, b)
}

// Negate is -a, which PowerShell defines as 0 - a.
func (tt *TypeTable) Negate(a Value) (Value, error) { return tt.Subtract(Int32(0), a) }

// Plus is +a, which PowerShell defines as 0 + a.
func (tt *TypeTable) Plus(a Value) (Value, error) { return tt.Add(Int32(0), a) }

// add is + for operands that are not both Int32 or both Double.
func (tt *TypeTable) add(a, b Value) (Value, error) {
	if v, ok, err := tt.numbers(opAdd, a, b); ok {
		return v, err
	}
	left, right := a.Base(), b.Base()
	switch r := left.ref.(type) {
	case nil:
		return b, nil
	case string:
		return tt.join(left, right)
	case *Hashtable:
		return r.merge(right)
	case Enumerable:
		return appended(r, b)
	}
	if left.ref == CharType {
		return tt.join(left, right)
	}
	return tt.converted(opAdd, left, right)
}

// join is the concatenation of the text of a and of b.
func (tt *TypeTable) join(a, b Value) (Value, error) {
	separator := tt.Separator()
	s, err := tt.Text(a, separator)
	if err != nil {
		return Null, err
	}
	t, err := tt.Text(b, separator)
	return String(utf16.Concat(s, t)), err
}

// merge is $h + $other: a new dictionary of h's type with the entries of both.
func (h *Hashtable) merge(other Value) (Value, error) {
	o, ok := other.ref.(*Hashtable)
	if !ok {
		return Null, NewException(RuntimeException, "A hash table can only be added to another hash table.").
			WithID("AddHashTableToNonHashTable")
	}
	sum := h.Clone()
	var err error
	o.Each(func(key, value Value) bool {
		if _, twice := sum.Get(key); twice {
			err = NewException(ArgumentException, "Item has already been added. Key in dictionary: '"+
				keyText(key)+"'  Key being added: '"+keyText(key)+"'")
			return false
		}
		sum.Set(key, value)
		return true
	})
	return Of(sum), err
}

// Clone is a shallow copy (Hashtable.Clone).
func (h *Hashtable) Clone() *Hashtable {
	c := NewDictionary(h.typ, h.FoldCase)
	h.Each(func(key, value Value) bool { c.Set(key, value); return true })
	return c
}

// appended is an object[] of the elements of list and then b's, or b itself
// where it is not a list.
func appended(list Enumerable, b Value) (Value, error) {
	more := []Value{b}
	if e, ok := Enumeration(b); ok {
		items, err := Collect(e)
		if err != nil {
			return Null, err
		}
		more = items
	}
	if array, ok := list.(*Array); ok {
		return Of(array.Append(more...)), nil
	}
	items, err := Collect(list)
	if err != nil {
		return Null, err
	}
	return ArrayValue(append(items[:len(items):len(items)], more...)), nil
}

// Collect gives all elements of e. The slice of an array or list is its own
// storage: to be read only.
func Collect(e Enumerable) ([]Value, error) {
	switch l := e.(type) {
	case *Array:
		return l.items, nil
	case *List:
		return l.items, nil
	}
	var items []Value
	err := e.Enumerate(func(v Value) error { items = append(items, v); return nil })
	return items, err
}

// multiply is * for operands that are not both Int32 or both Double.
func (tt *TypeTable) multiply(a, b Value) (Value, error) {
	if v, ok, err := tt.numbers(opMultiply, a, b); ok {
		return v, err
	}
	left, right := a.Base(), b.Base()
	switch r := left.ref.(type) {
	case nil:
		return Null, nil
	case string:
		return tt.repeatString(r, right)
	case *Hashtable:
	case Enumerable:
		return tt.repeatList(r, right)
	}
	if left.ref == CharType || left.ref == BooleanType {
		return tt.operatorMethod(opMultiply, left, right)
	}
	return tt.converted(opMultiply, left, right)
}
