package number

import "testing"

func TestRoundFloat(t *testing.T) {
	for _, row := range []struct {
		v      float64
		digits int
		mode   Rounding
		want   float64
	}{
		{2.5, 0, ToEven, 2}, {3.5, 0, ToEven, 4}, {-2.5, 0, ToEven, -2}, {-2.5, 0, AwayFromZero, -3}, {2.7, 0, ToZero, 2}, {-2.1, 0, ToNegativeInfinity, -3}, {2.1, 0, ToPositiveInfinity, 3},
		{2.345, 2, ToEven, 2.35}, {2.355, 2, ToEven, 2.36}, {1.005, 2, ToEven, 1}, {99.995, 2, ToEven, 100}, {1234.5678, 1, ToEven, 1234.6}, {1e20, 2, ToEven, 1e20}, {0.49999999999999994, 0, AwayFromZero, 0},
	} {
		if got, err := RoundFloat(row.v, row.digits, row.mode); got != row.want || err != nil {
			t.Errorf("RoundFloat(%v, %d, %v) = %v, %v, want %v", row.v, row.digits, row.mode, got, err, row.want)
		}
	}
	if _, err := RoundFloat(1, 16, ToEven); err == nil || err.Error() != "Rounding digits must be between 0 and 15, inclusive. (Parameter 'digits')" {
		t.Errorf("RoundFloat: %v", err)
	}
}
