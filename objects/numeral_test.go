package objects_test

import (
	"testing"

	. "github.com/csshell/csshell/objects"
)

// TestParseNumeral reads numbers as the language writes them
// ("about_Numeric_Literals").
func TestParseNumeral(t *testing.T) {
	tt := newTable()
	for _, row := range []struct{ text, want string }{
		{"5", "Int32 5"}, {" +5 ", "Int32 5"}, {"-2147483648", "Int32 -2147483648"}, {"2147483648", "Int64 2147483648"},
		{"9223372036854775808", "Decimal 9223372036854775808"}, {"99999999999999999999999999999999", "Double 9.999999999999999E+31"},
		{"1.50", "Double 1.5"}, {".5", "Double 0.5"}, {"5.", "Double 5"}, {"1e3", "Double 1000"}, {"1e400", "Double Infinity"},
		{"1.50d", "Decimal 1.50"}, {"1e3d", "Decimal 1000"}, {"1.5l", "Int64 2"}, {"2.5l", "Int64 2"}, {"1.5n", "BigInteger 2"}, {"1e400n", "none"},
		{"1kb", "Int32 1024"}, {"2gb", "Int64 2147483648"}, {"1.5kb", "Double 1536"}, {"1.5dkb", "Decimal 1536.0"}, {"1skb", "Int16 1024"}, {"1ykb", "none"},
		{"0x10", "Int32 16"}, {"0xFFFFFFFF", "Int32 -1"}, {"0x0FFFFFFFF", "Int64 4294967295"}, {"0xFFFFFFFFl", "Int64 4294967295"}, {"-0x80000000", "Int64 2147483648"},
		{"0xFFFFFFFFFFFFFFFF", "Int32 -1"}, {"0x10000000000000000", "none"}, {"0x80y", "SByte -128"}, {"0xFFuy", "Byte 255"}, {"0x8000s", "Int16 -32768"},
		{"0xFFn", "BigInteger 255"}, {"0x", "Int32 0"}, {"0xFd", "Int32 253"}, {"0b101", "Int32 5"}, {"0b11111111y", "SByte -1"}, {"0b", "none"}, {"0b2", "none"},
		{"255uy", "Byte 255"}, {"256uy", "none"}, {"-1u", "none"}, {"4294967296u", "UInt64 4294967296"}, {"5ul", "UInt64 5"}, {"5us", "UInt16 5"},
		{"", "none"}, {"-", "none"}, {"--5", "none"}, {"1,000", "none"}, {"1_000", "none"}, {"1kbkb", "none"}, {"５", "none"}, {"1e", "none"}, {"Infinity", "none"},
	} {
		got := "none"
		if v, ok := ParseNumeral(row.text); ok {
			got = shownValue(tt, v)
		}
		if got != row.want {
			t.Errorf("%q: %s, want %s", row.text, got, row.want)
		}
	}
}
