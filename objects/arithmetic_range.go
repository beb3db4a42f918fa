package objects

import (
	"github.com/csshell/csshell/objects/fault"
)

// Range is a..b: an object[] of Int32 or Char. foreach and pipelines use
// RangeBounds and never make the array.
func (tt *TypeTable) Range(a, b Value) (Value, error) {
	from, to, chars, err := tt.RangeBounds(a, b)
	if err != nil {
		return Null, err
	}
	t, step, n := Int32Type, int64(1), to-from+1
	if chars {
		t = CharType
	}
	if to < from {
		step, n = -1, from-to+1
	}
	if n > maxElements {
		return Null, outOfMemory()
	}
	items := make([]Value, n)
	for i := range items {
		items[i] = Word(t, uint64(from+int64(i)*step))
	}
	return ArrayValue(items), nil
}

// RangeBounds are the ends of a..b and whether they are characters. Two
// characters, or strings of one character that is no digit, give a range of
// characters; all else is converted to Int32 (Convert.ToInt32), whose errors
// are .NET's own.
func (tt *TypeTable) RangeBounds(a, b Value) (from, to int64, chars bool, err error) {
	a, b = a.Base(), b.Base()
	if c, ok := rangeChar(a); ok {
		if d, ok := rangeChar(b); ok {
			return int64(c), int64(d), true, nil
		}
	}
	if from, err = tt.rangeEnd(a); err != nil {
		return
	}
	to, err = tt.rangeEnd(b)
	return
}

func rangeChar(v Value) (uint16, bool) {
	if v.ref == CharType {
		return uint16(v.num), true
	}
	s, ok := v.ref.(string)
	if !ok {
		return 0, false
	}
	c, ok := onlyChar(s)
	return c, ok && (c < '0' || c > '9')
}

func (tt *TypeTable) rangeEnd(v Value) (int64, error) {
	switch r := v.ref.(type) {
	case nil:
		return 0, nil
	case string:
		n, err := parseInteger(KindInt32, r)
		return int64(n), Raised(err)
	case *Decimal:
	case Object:
		return 0, NewException(InvalidCastException,
			"Unable to cast object of type '"+r.Type().FullName+"' to type 'System.IConvertible'.")
	}
	n, err := numberBits(v, Int32Type)
	if fault.Is(err, fault.Overflow) {
		return 0, Raised(err)
	}
	return int64(n), err
}
