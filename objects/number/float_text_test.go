package number

import (
	"math"
	"testing"
)

func TestFormatFloat64(t *testing.T) {
	for _, row := range []struct {
		in   float64
		want string
	}{
		{0, "0"}, {math.Copysign(0, -1), "-0"}, {1, "1"}, {-7, "-7"}, {1.5, "1.5"}, {0.30000000000000004, "0.30000000000000004"},
		{1.0 / 3, "0.3333333333333333"}, {1e15, "1000000000000000"}, {1e16, "10000000000000000"}, {1e17, "1E+17"},
		{123456789012345678, "1.2345678901234568E+17"}, {0.0001, "0.0001"}, {0.00001, "1E-05"}, {0.00001234, "1.234E-05"},
		{1e100, "1E+100"}, {1e-300, "1E-300"}, {-math.MaxFloat64, "-1.7976931348623157E+308"}, {5e-324, "5E-324"},
		{math.NaN(), "NaN"}, {math.Inf(1), "Infinity"}, {math.Inf(-1), "-Infinity"}, {1234567.891, "1234567.891"},
	} {
		if got := FormatFloat64(row.in); got != row.want {
			t.Errorf("FormatFloat64(%g) = %s, want %s", row.in, got, row.want)
		}
	}
}

func TestFormatFloat32(t *testing.T) {
	for _, row := range []struct {
		in   float32
		want string
	}{
		{1.1, "1.1"}, {3.4e38, "3.4E+38"}, {16777216, "16777216"}, {1e8, "100000000"}, {1e9, "1E+09"}, {1.0 / 3, "0.33333334"}, {0.00001, "1E-05"},
	} {
		if got := FormatFloat32(row.in); got != row.want {
			t.Errorf("FormatFloat32(%g) = %s, want %s", row.in, got, row.want)
		}
	}
}

func BenchmarkFormatFloat64(b *testing.B) {
	buf := make([]byte, 0, 32)
	for b.Loop() {
		buf = AppendFloat64(buf[:0], 1234.5678)
	}
}
