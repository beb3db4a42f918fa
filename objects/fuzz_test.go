package objects_test

import (
	"errors"
	"testing"

	. "github.com/csshell/csshell/objects"
)

// FuzzConvert converts texts to all simple types: no panic, errors that are
// exceptions, and a result that converts to itself and survives as text.
func FuzzConvert(f *testing.F) {
	for _, s := range []string{"", "5", " -5 ", "1,000", "1.5e3", "0xFF", "0b101", "1kb", "5l", "1.5d", "1n", "NaN", "-∞", "Monday", "Mon, Tue",
		"2024-03-05T14:07:09+02:00", "1.02:03:04", "{12345678-90ab-cdef-1234-567890abcdef}", "1e400", "0x", "99999999999999999999", "\x00", "é"} {
		f.Add(s)
	}
	tt := newTable()
	dayOfWeek, _ := tt.Lookup("System.DayOfWeek", nil)
	types := []*Type{BooleanType, CharType, SByteType, ByteType, Int16Type, UInt16Type, Int32Type, UInt32Type, Int64Type, UInt64Type, SingleType, DoubleType,
		DecimalType, BigIntegerType, DateTimeType, TimeSpanType, GuidType, dayOfWeek, TypeType, ArrayOf(Int32Type), ArrayOf(CharType), HashtableType}
	f.Fuzz(func(t *testing.T, s string) {
		for _, to := range types {
			v, err := tt.Convert(String(s), to)
			if err != nil {
				if _, ok := errors.AsType[*Exception](err); !ok {
					t.Fatalf("[%s]%q: %T", to.FullName, s, err)
				}
				continue
			}
			again, err := tt.Convert(v, to)
			if err != nil || to.Elem == nil && to != HashtableType && !tt.Equal(v, again, false) && !isNaN(v) {
				t.Fatalf("[%s]%q does not convert to itself: %v", to.FullName, s, err)
			}
			if _, err := tt.Text(v, " "); err != nil {
				t.Fatalf("text of [%s]%q: %v", to.FullName, s, err)
			}
		}
	})
}

func isNaN(v Value) bool { f, ok := v.AsFloat(); return ok && f != f }

// FuzzFormat writes values of every kind under any format: no panic, and an
// error that is a FormatException or too large a result.
func FuzzFormat(f *testing.F) {
	for _, s := range []string{"{0}", "{0,10}|{1,-5:N2}", "{0:X8}", "{{", "}", "{0:#,##0.00;(0)}", "{0:yyyy-MM-dd}", "{9}", "{0", "{0:D99}", "{ 0}", "{0,}"} {
		f.Add(s)
	}
	tt := newTable()
	dayOfWeek, _ := tt.Lookup("System.DayOfWeek", nil)
	one, _ := ParseNumeral("1.50d")
	big, _ := ParseNumeral("123456789012345678901234567890n")
	args := []Value{Int32(-42), Double(1234.5678), String("text"), Null, Bool(true), one, big, Word(dayOfWeek, 1), DateTimeOf(638_452_000_000_000_000),
		TimeSpanOf(123456789), GuidOf(Guid{1}), ArrayValue(nil), Of(NewHashtable()), Char('x'), UInt64(1 << 63), Word(SingleType, Double(0.1).Bits())}
	f.Fuzz(func(t *testing.T, format string) {
		if len(format) > 200 {
			return
		}
		if _, err := tt.Format(format, args); err != nil {
			if _, ok := errors.AsType[*Exception](err); !ok {
				t.Fatalf("%q: %T %v", format, err, err)
			}
		}
		for _, v := range args {
			if _, err := tt.ToString(v, format); err != nil {
				if _, ok := errors.AsType[*Exception](err); !ok {
					t.Fatalf("%q: %T %v", format, err, err)
				}
			}
		}
	})
}

// FuzzOperators applies every operator to texts on both sides.
func FuzzOperators(f *testing.F) {
	for _, s := range [][2]string{{"1", "2"}, {"1kb", "x"}, {"", " "}, {"0x10", "1n"}, {"1e400", "0"}, {"99999999999999999999", "-1"}, {"a", "c"}} {
		f.Add(s[0], s[1])
	}
	tt := newTable()
	operators := []func(a, b Value) (Value, error){tt.Add, tt.Subtract, tt.Divide, tt.Remainder, tt.BitAnd, tt.BitOr, tt.BitXor, tt.ShiftRight}
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, left := range []Value{String(a), Int32(7), Null, Bool(true), Double(2.5), Char('c')} {
			for _, apply := range operators {
				if _, err := apply(left, String(b)); err != nil {
					if _, ok := errors.AsType[*Exception](err); !ok {
						t.Fatalf("%q, %q: %T", a, b, err)
					}
				}
			}
			tt.Equal(left, String(b), true)
			_, _ = tt.Compare(left, String(b), false)
			_, _, _, _ = tt.RangeBounds(left, String(b))
		}
	})
}
