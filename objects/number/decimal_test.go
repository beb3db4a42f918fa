package number

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/csshell/csshell/objects/fault"
)

func dec(t testing.TB, s string) Decimal {
	t.Helper()
	scale, neg, n := 0, false, new(big.Int)
	digits := ""
	for i, c := range s {
		switch c {
		case '-':
			neg = true
		case '.':
			scale = len(s) - i - 1
		default:
			digits += string(c)
		}
	}
	n.SetString(digits, 10)
	d, err := fitBig(n, scale, neg)
	if err != nil || scale > MaxScale {
		t.Fatalf("bad decimal %q in the test", s)
	}
	return d
}

func TestDecimalArithmetic(t *testing.T) {
	const maxText = "79228162514264337593543950335"
	for _, row := range []struct{ a, op, b, want string }{
		{"1.10", "+", "1.10", "2.20"},
		{"1.1", "+", "2.345", "3.445"},
		{"1", "-", "1.00", "0.00"},
		{"0.1", "+", "-0.3", "-0.2"},
		{maxText, "+", "0.4", maxText},
		{maxText, "+", "0.5", "overflow"},
		{maxText, "+", "1", "overflow"},
		{"-" + maxText, "-", "1", "overflow"},
		{"7922816251426433759354395033.5", "+", "0.05", "7922816251426433759354395034"},
		{"7922816251426433759354395033.4", "+", "0.05", "7922816251426433759354395033.4"},
		{"1.5", "*", "1.50", "2.250"},
		{"-2", "*", "0.5", "-1.0"},
		{maxText, "*", "2", "overflow"},
		{maxText, "*", "0.1", "7922816251426433759354395033.5"},
		{maxText, "*", "0.01", "792281625142643375935439503.35"},
		{maxText, "*", "1.1", "overflow"},
		{"0.0000000000000000000000000001", "*", "0.5", "0.0000000000000000000000000000"},
		{"0.0000000000000000000000000003", "*", "0.5", "0.0000000000000000000000000002"},
		{"0.0000000000000000000000000001", "*", "0.0000000000000000000000000001", "0"},
		{"1", "/", "3", "0.3333333333333333333333333333"},
		{"2", "/", "3", "0.6666666666666666666666666667"},
		{"10", "/", "4", "2.5"},
		{"1.00", "/", "2", "0.50"},
		{"4.00", "/", "0.8", "5.0"},
		{"1", "/", "0.0001", "10000"},
		{"1", "/", "8", "0.125"},
		{"100", "/", "3", "33.333333333333333333333333333"},
		{maxText, "/", "0.1", "overflow"},
		{maxText, "/", "3", "26409387504754779197847983445"},
		{maxText, "/", "7", "11318308930609191084791992905"},
		{"1", "/", maxText, "0"},
		{"1", "/", "0.00", "zero"},
		{"5.5", "%", "2", "1.5"},
		{"-5.5", "%", "2.00", "-1.50"},
		{"5.0", "%", "10.00", "5.0"},
		{"5", "%", "0", "zero"},
		{maxText, "%", "0.3", "0.0"},
	} {
		if got := apply(t, dec(t, row.a), row.op, dec(t, row.b)); got != row.want {
			t.Errorf("%s %s %s = %s, want %s", row.a, row.op, row.b, got, row.want)
		}
	}
}

func apply(t *testing.T, a Decimal, op string, b Decimal) string {
	t.Helper()
	f := map[string]func(Decimal, Decimal) (Decimal, error){
		"+": Decimal.Add, "-": Decimal.Sub, "*": Decimal.Mul, "/": Decimal.Div, "%": Decimal.Rem,
	}[op]
	d, err := f(a, b)
	switch {
	case err == nil:
		return d.String()
	case fault.Is(err, fault.Overflow):
		return "overflow"
	case fault.Is(err, fault.DivideByZero):
		return "zero"
	default:
		return err.Error()
	}
}

// TestDecimalAgainstRationals compares random operations with exact arithmetic.
func TestDecimalAgainstRationals(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		a, b := randomDecimal(random), randomDecimal(random)
		x, y := rational(a), rational(b)
		checkClose(t, a, "+", b, Decimal.Add, new(big.Rat).Add(x, y))
		checkClose(t, a, "-", b, Decimal.Sub, new(big.Rat).Sub(x, y))
		checkClose(t, a, "*", b, Decimal.Mul, new(big.Rat).Mul(x, y))
		if !b.IsZero() {
			checkClose(t, a, "/", b, Decimal.Div, new(big.Rat).Quo(x, y))
		}
		if got, want := a.Compare(b), x.Cmp(y); got != want {
			t.Fatalf("%v compare %v = %d, want %d", a, b, got, want)
		}
		if x.Cmp(rational(a.Canonical())) != 0 {
			t.Fatalf("%v canonical is %v", a, a.Canonical())
		}
	}
}

// checkClose accepts a result within half a unit of its last place, the unit
// being as small as the magnitude allows.
func checkClose(t *testing.T, a Decimal, op string, b Decimal, f func(Decimal, Decimal) (Decimal, error), want *big.Rat) {
	t.Helper()
	got, err := f(a, b)
	limit := new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), 96))
	if err != nil {
		if new(big.Rat).Abs(want).Cmp(new(big.Rat).Sub(limit, big.NewRat(1, 2))) < 0 {
			t.Fatalf("%v %s %v: %v, want %v", a, op, b, err, want.FloatString(30))
		}
		return
	}
	diff := new(big.Rat).Sub(rational(got), want)
	half := big.NewRat(1, 2)
	half.Quo(half, new(big.Rat).SetInt(bigPower(got.Scale())))
	if diff.Abs(diff).Cmp(half) > 0 {
		t.Fatalf("%v %s %v = %v, want %v", a, op, b, got, want.FloatString(30))
	}
	if diff.Sign() != 0 && got.Scale() < MaxScale && !got.IsZero() && rational(got.Abs()).Cmp(new(big.Rat).Quo(limit, new(big.Rat).SetInt(bigPower(got.Scale()+1)))) < 0 && op != "/" {
		t.Fatalf("%v %s %v = %v was rounded at too small a scale", a, op, b, got)
	}
}

func randomDecimal(r *rand.Rand) Decimal {
	d := Decimal{lo: r.Uint64() >> r.UintN(64), scale: uint8(r.UintN(MaxScale + 1)), neg: r.UintN(2) == 1}
	if r.UintN(2) == 1 {
		d.lo, d.hi = r.Uint64(), r.Uint32()>>r.UintN(32)
	}
	return d
}

func rational(d Decimal) *big.Rat {
	n := d.wide().big()
	if d.neg {
		n.Neg(n)
	}
	return new(big.Rat).SetFrac(n, bigPower(d.Scale()))
}

func TestDecimalRound(t *testing.T) {
	for _, row := range []struct {
		in     string
		digits int
		mode   Rounding
		want   string
	}{
		{"2.5", 0, ToEven, "2"}, {"3.5", 0, ToEven, "4"}, {"-2.5", 0, ToEven, "-2"},
		{"2.5", 0, AwayFromZero, "3"}, {"-2.5", 0, AwayFromZero, "-3"}, {"2.51", 0, ToEven, "3"},
		{"2.9", 0, ToZero, "2"}, {"-2.1", 0, ToNegativeInfinity, "-3"}, {"2.1", 0, ToPositiveInfinity, "3"},
		{"2.345", 2, ToEven, "2.34"}, {"2.355", 2, ToEven, "2.36"}, {"2.3450001", 2, ToEven, "2.35"}, {"1.5", 3, ToEven, "1.5"},
		{"-0.4", 0, ToEven, "0"},
	} {
		if got := dec(t, row.in).Round(row.digits, row.mode).String(); got != row.want {
			t.Errorf("Round(%s, %d, %v) = %s, want %s", row.in, row.digits, row.mode, got, row.want)
		}
	}
}

func TestDecimalFromFloat(t *testing.T) {
	for _, row := range []struct {
		in   float64
		want string
	}{
		{0.1, "0.1"}, {1.0 / 3, "0.333333333333333"}, {1e20, "100000000000000000000"}, {123456789.123456789, "123456789.123457"},
		{-2.50, "-2.5"}, {0, "0"}, {math.Copysign(0, -1), "0"}, {1e-28, "0.0000000000000000000000000001"}, {1e-29, "0"},
		{7.9e28, "79000000000000000000000000000"}, {1e29, "overflow"}, {math.NaN(), "overflow"}, {math.Inf(1), "overflow"},
		{1234567890123456, "1234567890123460"}, {0.1 + 0.2, "0.3"}, {1e15, "1000000000000000"}, {5e-324, "0"},
	} {
		d, err := DecimalFromFloat64(row.in)
		got := d.String()
		if err != nil {
			got = "overflow"
		}
		if got != row.want {
			t.Errorf("DecimalFromFloat64(%v) = %s, want %s", row.in, got, row.want)
		}
	}
	if d, _ := DecimalFromFloat32(1.1); d.String() != "1.1" {
		t.Errorf("DecimalFromFloat32(1.1) = %v", d)
	}
}

func TestDecimalToWhole(t *testing.T) {
	for _, row := range []struct {
		in     string
		signed int64
		ok     bool
	}{
		{"9223372036854775807.9", math.MaxInt64, true}, {"9223372036854775808", 0, false},
		{"-9223372036854775808", math.MinInt64, true}, {"-9223372036854775809", 0, false}, {"-1.9", -1, true},
		{"18446744073709551616", 0, false},
	} {
		got, ok := dec(t, row.in).Int64()
		if ok != row.ok || ok && got != row.signed {
			t.Errorf("Int64(%s) = %d, %v", row.in, got, ok)
		}
	}
	if got := dec(t, "-12345678901234567890123.9").BigInt().String(); got != "-12345678901234567890123" {
		t.Errorf("BigInt = %s", got)
	}
	if got := dec(t, "-1.25").Float64(); got != -1.25 {
		t.Errorf("Float64 = %v", got)
	}
	if got := dec(t, "-1.10").Bits(); got != [4]int32{110, 0, 0, -2147352576} {
		t.Errorf("Bits = %v", got)
	}
}

func BenchmarkDecimalAdd(b *testing.B) {
	x, y := dec(b, "1234567.89"), dec(b, "0.01")
	for b.Loop() {
		x.Add(y)
	}
}

func BenchmarkDecimalAddScales(b *testing.B) {
	x, y := dec(b, "1234567.89"), dec(b, "0.0001")
	for b.Loop() {
		x.Add(y)
	}
}

func BenchmarkDecimalDiv(b *testing.B) {
	x, y := dec(b, "10"), dec(b, "3")
	for b.Loop() {
		x.Div(y)
	}
}

func BenchmarkDecimalText(b *testing.B) {
	x, buf := dec(b, "1234567.89"), make([]byte, 0, 32)
	for b.Loop() {
		buf = x.AppendText(buf[:0], '.')
	}
}

// TestDecimalDivisionAlike compares the short cut with the general way.
func TestDecimalDivisionAlike(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 20000 {
		a, b := randomDecimal(random), randomDecimal(random)
		b.hi = 0
		if b.IsZero() {
			continue
		}
		got, err1 := a.Div(b)
		want, err2 := divideBig(a.wide().big(), b.wide().big(), a.Scale()-b.Scale(), a.neg != b.neg)
		if got != want || (err1 == nil) != (err2 == nil) {
			t.Fatalf("%v / %v = %v (%v), by big numbers %v (%v)", a, b, got, err1, want, err2)
		}
		rest, err := a.Rem(b)
		if err == nil && rest.Abs().Compare(b.Abs()) >= 0 {
			t.Fatalf("%v %% %v = %v", a, b, rest)
		}
	}
}
