package number

import (
	"math"
	"math/big"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/fault"
)

// rows reads a table of testdata: tab-separated fields, # for comments.
func rows(t *testing.T, name string) [][]string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var table [][]string
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSuffix(line, "\n"); !strings.HasPrefix(line, "# ") {
			table = append(table, strings.Split(line, "\t"))
		}
	}
	return table
}

func numbers(t testing.TB, name string) *culture.NumberFormat {
	t.Helper()
	c, err := culture.Get(name)
	if err != nil {
		t.Fatal(err)
	}
	return &c.Number
}

// formatAs formats the text of a number as a type.
func formatAs(t *testing.T, typ, value, format string, nf *culture.NumberFormat) string {
	t.Helper()
	var got string
	var err error
	switch typ {
	case "double":
		v, _ := strconv.ParseFloat(value, 64)
		got, err = FormatDouble(v, format, nf)
	case "single":
		v, _ := strconv.ParseFloat(value, 32)
		got, err = FormatSingle(float32(v), format, nf)
	case "decimal":
		got, err = FormatDecimal(dec(t, value), format, nf)
	case "bigint":
		v, _ := new(big.Int).SetString(value, 10)
		got, err = FormatBig(v, format, nf)
	case "byte", "uint32":
		v, _ := strconv.ParseUint(value, 10, 64)
		got, err = FormatUint(v, format, nf)
	default:
		v, _ := strconv.ParseInt(value, 10, 64)
		size, _ := strconv.Atoi(strings.TrimPrefix(typ, "int"))
		got, err = FormatInt(v, size, format, nf)
	}
	if err != nil {
		return "!" + err.Error()
	}
	return got
}

func TestRecordedFormats(t *testing.T) {
	for _, row := range rows(t, "formats.tsv") {
		if got := formatAs(t, row[0], row[1], row[3], numbers(t, row[2])); got != row[4] {
			t.Errorf("%s %s as %q in %q = %q, want %q", row[0], row[1], row[3], row[2], got, row[4])
		}
	}
}

// TestFormats has what the recorded table does not.
func TestFormats(t *testing.T) {
	for _, row := range []struct{ typ, value, culture, format, want string }{
		{"int32", "-5", "", "X", "FFFFFFFB"}, {"int64", "-1", "", "B", strings.Repeat("1", 64)}, {"int32", "5", "", "b", "101"},
		{"bigint", "-1", "", "X", "F"}, {"bigint", "-256", "", "X", "F00"}, {"bigint", "-255", "", "X4", "FF01"}, {"bigint", "128", "", "x", "080"},
		{"bigint", "0", "", "X", "0"}, {"bigint", "5", "", "B", "0101"}, {"bigint", "-2", "", "B8", "11111110"}, {"bigint", "1234567", "", "G3", "1234567"},
		{"bigint", "12345678901234567890123", "", "E3", "1.235E+022"}, {"bigint", "-5", "", "0.0", "-5.0"},
		{"decimal", "0.00", "", "", "0.00"}, {"decimal", "-0.00", "", "", "0.00"}, {"decimal", "-0.00", "", "N1", "0.0"}, {"decimal", "100.00", "", "G0", "100"},
		{"decimal", "1.005", "", "F2", "1.01"}, {"decimal", "-1.5", "", "C", "(¤1.50)"}, {"decimal", "0.0001", "", "E2", "1.00E-004"},
		{"decimal", "0.00000001", "", "", "0.00000001"}, {"decimal", "0.00000001", "", "G5", "1E-08"},
		{"double", "1e17", "", "", "1E+17"}, {"double", "123456789012345680", "", "N0", "123,456,789,012,345,680"},
		{"double", "-1", "", "C", "(¤1.00)"}, {"double", "-0.5", "", "P0", "-50 %"}, {"double", "1234.5", "hi-IN", "N1", "1,234.5"}, {"int32", "123456789", "hi-IN", "N0", "12,34,56,789"},
		{"double", "-1234.5", "de-CH", "C", "CHF-1’234.50"}, {"double", "1e300", "", "G", "1E+300"}, {"double", "0", "", "E1", "0.0E+000"}, {"double", "-0.0", "", "#", ""},
		{"double", "1e-5", "", "R", "1E-05"}, {"double", "5e-324", "", "E3", "4.941E-324"}, {"double", "0.5", "", "G20", "0.5"}, {"double", "0.1", "", "G20", "0.10000000000000000555"},
		{"single", "16777216", "", "", "16777216"}, {"single", "0.1", "", "0.0000000000", "0.1000000000"}, {"single", "1.5", "", "N2", "1.50"}, {"single", "1e10", "", "R", "1E+10"},
		{"int32", "-5", "", ";", "-"}, {"int32", "5", "", "N999999999999", "!Format specifier was invalid."}, {"int32", "12345", "", "G2", "1.2E+04"},
		{"int32", "1234", "", "0,0,", "01"}, {"int32", "1234567890", "", "(###) ###-####", "(123) 456-7890"}, {"double", "0.00001", "", "0.00;-0.00;none", "none"},
		{"double", "12345.6", "", "##0.0E+0", "123.5E+2"}, {"double", "1.5", "", "\\0\\#0", "0#2"}, {"double", "86000", "", "0.###E-000", "8.6E004"},
		{"int32", "5", "", "ä0ö", "ä5ö"}, {"int32", "-1", "sv-SE", "", "\u22121"}, {"double", "-1e-7", "sv-SE", "", "\u22121E\u221207"},
		{"byte", "255", "", "X4", "00FF"}, {"int32", "-42", "", "D5", "-00042"}, {"int32", "0", "", "D", "0"}, {"int32", "0", "", "G5", "0"}, {"int32", "100", "", "R", "100"},
	} {
		if got := formatAs(t, row.typ, row.value, row.format, numbers(t, row.culture)); got != row.want {
			t.Errorf("%s %s as %q in %q = %q, want %q", row.typ, row.value, row.format, row.culture, got, row.want)
		}
	}
}

// FuzzFormat looks for panics, and checks that unknown formats fail alike for
// all types.
func FuzzFormat(f *testing.F) {
	for _, format := range []string{"#,##0.00;(0)", "0.0E+0", "N5", "'a'\\", "‰%,,", "G", "E\"", "0,0,.#"} {
		f.Add(format, 1234.5678)
	}
	f.Fuzz(func(t *testing.T, format string, v float64) {
		if len(format) > 6 && isLetter(format[0]) {
			return // long precisions make long texts
		}
		nf := numbers(t, "en-US")
		whole := math.Trunc(math.Min(math.Max(v, -1e9), 1e9))
		if math.IsNaN(v) {
			return
		}
		_, err := FormatDouble(v, format, nf)
		if err != nil && !fault.Is(err, fault.Format) {
			t.Errorf("%q: %v", format, err)
		}
		custom, _ := parseSpec(format)
		fromInt, err1 := FormatInt(int64(whole), 64, format, nf)
		fromBig, err2 := FormatBig(big.NewInt(int64(whole)), format, nf)
		if custom.letter == 0 && (fromInt != fromBig || (err1 == nil) != (err2 == nil)) {
			t.Errorf("%q of %v: %q as a long, %q as a BigInteger", format, whole, fromInt, fromBig)
		}
	})
}

func BenchmarkFormatInt(b *testing.B) {
	nf := numbers(b, "en-US")
	for b.Loop() {
		FormatInt(-12345, 32, "", nf)
	}
}

func BenchmarkFormatN2(b *testing.B) {
	nf := numbers(b, "en-US")
	for b.Loop() {
		FormatDouble(1234567.891, "N2", nf)
	}
}

func BenchmarkFormatCustom(b *testing.B) {
	nf := numbers(b, "en-US")
	for b.Loop() {
		FormatDouble(1234567.891, "#,##0.00", nf)
	}
}
