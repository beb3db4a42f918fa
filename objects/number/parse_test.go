package number

import (
	"math"
	"math/big"
	"strconv"
	"testing"

	"github.com/csshell/csshell/objects/fault"
)

func TestParseWhole(t *testing.T) {
	const bad = "bad"
	for _, row := range []struct {
		text    string
		w       Whole
		styles  Styles
		culture string
		want    string
	}{
		{"42", Int32, Integer, "", "42"}, {" -42 ", Int32, Integer, "", "-42"}, {"+7", Int32, Integer, "", "7"}, {"", Int32, Integer, "", bad},
		{"1,234", Int32, Integer, "", bad}, {"1,234", Int32, Integer | AllowThousands, "", "1234"}, {"1,2,3,", Int32, AllowThousands, "", "123"},
		{"1.234", Int32, AllowThousands, "de-DE", "1234"}, {"12.5", Int32, Integer, "", bad}, {"(5)", Int32, Number, "", bad}, {"(5)", Int32, Currency, "", "-5"},
		{"2147483648", Int32, Integer, "", "Value was either too large or too small for an Int32."}, {"-2147483648", Int32, Integer, "", "-2147483648"},
		{"256", Byte, Integer, "", "Value was either too large or too small for an unsigned byte."}, {"-1", Byte, Integer, "", "Value was either too large or too small for an unsigned byte."},
		{"-129", SByte, Integer, "", "Value was either too large or too small for a signed byte."}, {"-0", UInt32, Integer, "", "0"},
		{"9223372036854775808", Int64, Integer, "", "Value was either too large or too small for an Int64."}, {"18446744073709551615", UInt64, Integer, "", "18446744073709551615"},
		{"99999999999999999999999", UInt16, Integer, "", "Value was either too large or too small for a UInt16."}, {"00000000000000000000000007", Int32, Integer, "", "7"},
		{"7F", Int32, HexNumber, "", "127"}, {"ffffffff", Int32, HexNumber, "", "-1"}, {" FF ", Int16, HexNumber, "", "255"}, {"1FFFFFFFF", Int32, HexNumber, "", "Value was either too large or too small for an Int32."},
		{"-F", Int32, HexNumber, "", bad}, {"0x1F", Int32, HexNumber, "", bad}, {"GG", Int32, HexNumber, "", bad}, {"101", Int32, BinNumber, "", "5"}, {"121", Int32, BinNumber, "", bad},
		{"1e3", Int32, Float, "", "1000"}, {"1.5", Int32, Number, "", "Value was either too large or too small for an Int32."}, {"1.0", Int32, Number, "", "1"}, {"0e99", Int32, Any, "", "0"},
		{"15-", Int32, Number, "", "-15"}, {"- 5", Int32, Integer, "", bad}, {"$1,000", Int32, Currency, "en-US", "1000"}, {"-$5", Int32, Currency, "en-US", "-5"}, {"5\x00\x00", Int32, Integer, "", "5"},
		{"\u22125", Int32, Integer, "sv-SE", "-5"}, {"-5", Int32, Integer, "sv-SE", "-5"}, {"1\u00a0000", Int32, AllowThousands, "sv-SE", "1000"}, {"1 000", Int32, AllowThousands, "sv-SE", "1000"},
		{"5", Int32, HexNumber | AllowLeadingSign, "", "With the AllowHexSpecifier bit set in the enum bit field, the only other valid bits that can be combined into the enum value must be a subset of those in HexNumber. (Parameter 'style')"},
	} {
		want := row.want
		if want == bad {
			want = "The input string '" + row.text + "' was not in a correct format."
		}
		if got := parseText(t, row.text, row.w, row.styles, row.culture); got != want {
			t.Errorf("%q as %d in %q = %s, want %s", row.text, row.w, row.culture, got, want)
		}
	}
}

func parseText(t *testing.T, s string, w Whole, styles Styles, name string) string {
	t.Helper()
	var got string
	var err error
	if w.Signed() {
		var v int64
		v, err = ParseInt(s, w, styles, numbers(t, name))
		got = strconv.FormatInt(v, 10)
	} else {
		var v uint64
		v, err = ParseUint(s, w, styles, numbers(t, name))
		got = strconv.FormatUint(v, 10)
	}
	if err != nil {
		return err.Error()
	}
	return got
}

func TestParseDouble(t *testing.T) {
	const usual = Float | AllowThousands
	for _, row := range []struct {
		text    string
		styles  Styles
		culture string
		want    string
	}{
		{"1.5", usual, "en-US", "1.5"}, {"1.234,5", usual, "de-DE", "1234.5"}, {"1.234,5", usual, "en-US", "bad"}, {"(1.5)", Any, "en-US", "-1.5"},
		{"1e3", usual, "", "1000"}, {"1E+400", usual, "", "Infinity"}, {"-1e400", usual, "", "-Infinity"}, {"1e-400", usual, "", "0"}, {"-0", usual, "", "-0"}, {"-0.0", usual, "de-DE", "-0"},
		{".5", usual, "", "0.5"}, {"5.", usual, "", "5"}, {".", usual, "", "bad"}, {"1e", usual, "", "bad"}, {"1e+", usual, "", "bad"}, {"e5", usual, "", "bad"},
		{"NaN", usual, "", "NaN"}, {" nan ", usual, "", "NaN"}, {"Infinity", usual, "", "Infinity"}, {"Infinity", usual, "en-US", "bad"}, {"-∞", usual, "en-US", "-Infinity"}, {"+Infinity", usual, "", "Infinity"},
		{"1,234.5", usual, "", "1234.5"}, {"1.5d", usual, "", "bad"}, {"0x10", usual, "", "bad"}, {"1_000", usual, "", "bad"}, {"inf", usual, "", "bad"}, {"1 5", usual, "", "bad"},
		{"1e1000000000000", usual, "", "Infinity"}, {"0e1000000000000", usual, "", "0"}, {"123456789012345678901234567890", usual, "", "1.2345678901234568E+29"},
	} {
		v, err := ParseDouble(row.text, row.styles, numbers(t, row.culture))
		got := FormatFloat64(v)
		if err != nil {
			got = "bad"
		}
		if got != row.want {
			t.Errorf("%q in %q = %s, want %s", row.text, row.culture, got, row.want)
		}
	}
	if v, err := ParseSingle("0.1", usual, numbers(t, "")); v != 0.1 || err != nil {
		t.Errorf("ParseSingle = %v, %v", v, err)
	}
}

func TestParseDecimal(t *testing.T) {
	for _, row := range []struct {
		text    string
		styles  Styles
		culture string
		want    string
	}{
		{"1.50", Number, "", "1.50"}, {"$1,234.50", Currency, "en-US", "1234.50"}, {"1.234,50 €", Currency, "de-DE", "1234.50"}, {"($5.00)", Currency, "en-US", "-5.00"},
		{"79228162514264337593543950335", Number, "", "79228162514264337593543950335"}, {"79228162514264337593543950336", Number, "", "overflow"},
		{"79228162514264337593543950335.5", Number, "", "overflow"}, {"7922816251426433759354395033.55", Number, "", "7922816251426433759354395034"},
		{"7922816251426433759354395033.45", Number, "", "7922816251426433759354395033.4"}, {"0.33333333333333333333333333333333", Number, "", "0.3333333333333333333333333333"},
		{"0.00", Number, "", "0.00"}, {"1e-10", Float, "", "0.0000000001"}, {"1e5", Float, "", "100000"}, {"1.5e2", Float, "", "150"}, {"1e29", Float, "", "overflow"}, {"1e-40", Float, "", "0.0000000000000000000000000000"},
		{"0.00000000000000000000000000005", Number, "", "0.0000000000000000000000000000"}, {"0.00000000000000000000000000015", Number, "", "0.0000000000000000000000000002"},
		{"0.000000000000000000000000000051", Number, "", "0.0000000000000000000000000001"}, {"1e3", Number, "", "bad"}, {"x", Number, "", "bad"},
	} {
		d, err := ParseDecimal(row.text, row.styles, numbers(t, row.culture))
		got := d.String()
		switch {
		case fault.Is(err, fault.Overflow):
			got = "overflow"
		case err != nil:
			got = "bad"
		}
		if got != row.want {
			t.Errorf("%q in %q = %s, want %s", row.text, row.culture, got, row.want)
		}
	}
}

func TestParseBig(t *testing.T) {
	for _, row := range []struct {
		text   string
		styles Styles
		want   string
	}{
		{"123456789012345678901234567890", Integer, "123456789012345678901234567890"}, {"-5", Integer, "-5"}, {"0", Integer, "0"}, {"1e3", Any, "1000"}, {"1.50", Any, "bad"}, {"1.00", Any, "1"},
		{"abc", Integer, "bad"}, {"FF", HexNumber, "-1"}, {"0FF", HexNumber, "255"}, {"01", BinNumber, "1"}, {"11", BinNumber, "-1"}, {"", Integer, "bad"},
	} {
		v, err := ParseBig(row.text, row.styles, numbers(t, ""))
		got := "bad"
		if err == nil {
			got = v.String()
		}
		if got != row.want {
			t.Errorf("%q = %s, want %s", row.text, got, row.want)
		}
	}
}

// FuzzParse checks that what is formatted reads back as the same number.
func FuzzParse(f *testing.F) {
	f.Add("1,234.5", 1.5, int64(-7))
	f.Fuzz(func(t *testing.T, text string, v float64, n int64) {
		nf := numbers(t, "de-DE")
		if len(text) < 64 {
			ParseDecimal(text, Any, nf)
			ParseBig(text, Integer, nf)
			ParseInt(text, Int32, HexNumber, nf)
		}
		s, _ := FormatDouble(v, "R", nf)
		if back, err := ParseDouble(s, Float, nf); back != v && !math.IsNaN(v) || err != nil {
			t.Errorf("%v reads back from %q as %v, %v", v, s, back, err)
		}
		s, _ = FormatInt(n, 64, "C2", nf)
		if back, err := ParseInt(s, Int64, Currency, nf); back != n || err != nil {
			t.Errorf("%v reads back from %q as %v, %v", n, s, back, err)
		}
		b := new(big.Int).Mul(big.NewInt(n), big.NewInt(n))
		s, _ = FormatBig(b, "X", nf)
		if back, err := ParseBig(s, HexNumber, nf); err != nil || back.Cmp(b) != 0 {
			t.Errorf("%v reads back from %q as %v, %v", b, s, back, err)
		}
	})
}

func BenchmarkParseInt(b *testing.B) {
	nf := numbers(b, "")
	for b.Loop() {
		ParseInt("-12345", Int32, Integer, nf)
	}
}

func BenchmarkParseDouble(b *testing.B) {
	nf := numbers(b, "")
	for b.Loop() {
		ParseDouble("1234.5678", Float|AllowThousands, nf)
	}
}

func BenchmarkParseDecimal(b *testing.B) {
	nf := numbers(b, "")
	for b.Loop() {
		ParseDecimal("1234.5678", Number, nf)
	}
}
