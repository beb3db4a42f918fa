package system

import "github.com/csshell/csshell/objects"

// numberStatics are the static methods that a number type has of its own:
// those of Math, and questions about one number.
func numberStatics(n numeric) []objects.Method {
	asks := func(name string, is func(v value) bool) objects.Method {
		return total("static bool "+name+"("+n.name+" value)", func(c *call) value { return objects.Bool(is(c.Args[0])) })
	}
	below := func(v value) bool { return compareNumbers(v, objects.Word(objects.Int32Type, 0)) < 0 }
	methods := []objects.Method{
		partial("static "+n.name+" Clamp("+n.name+" value, "+n.name+" min, "+n.name+" max)", clamp),
	}
	methods = append(methods, numberChoices(n)...)
	whole := sizeOf(n.typ) > 0
	if whole {
		methods = append(methods,
			asks("IsEvenInteger", func(v value) bool { return v.Bits()&1 == 0 }),
			asks("IsOddInteger", func(v value) bool { return v.Bits()&1 == 1 }))
	}
	if n.signed() {
		methods = append(methods, partial("static "+n.name+" Abs("+n.name+" value)", func(c *call) (value, error) { return absolute(c.Args[0]) }))
	}
	if whole && n.signed() {
		methods = append(methods, asks("IsNegative", below), asks("IsPositive", func(v value) bool { return !below(v) }))
	}
	if whole {
		methods = append(methods, divides(n))
	}
	return methods
}

// divides is DivRem, which gives quotient and remainder together.
func divides(n numeric) objects.Method {
	return partial("static System.ValueTuple["+n.name+","+n.name+"] DivRem("+n.name+" left, "+n.name+" right)", func(c *call) (value, error) {
		left, right := c.Args[0], c.Args[1]
		switch {
		case right.Bits() == 0:
			return objects.Null, objects.NewException(objects.DivideByZeroException, "Attempted to divide by zero.")
		case !n.signed():
			return NewValueTuple(objects.Word(n.typ, left.Bits()/right.Bits()), objects.Word(n.typ, left.Bits()%right.Bits())), nil
		case right.Int64() == -1:
			if low, _ := limits(n.typ); left.Bits() == low.Bits() {
				return objects.Null, objects.NewException(objects.OverflowException, "Arithmetic operation resulted in an overflow.")
			}
			return NewValueTuple(objects.Word(n.typ, uint64(-left.Int64())), objects.Word(n.typ, 0)), nil
		}
		return NewValueTuple(objects.Word(n.typ, uint64(left.Int64()/right.Int64())), objects.Word(n.typ, uint64(left.Int64()%right.Int64()))), nil
	})
}
