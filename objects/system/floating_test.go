package system

import (
	"math"
	"testing"

	"github.com/csshell/csshell/objects"
)

// TestMagnitudes: the least integer has the greatest magnitude of all.
func TestMagnitudes(t *testing.T) {
	for _, row := range []struct {
		a, b int
		want int
	}{{-3, 2, 1}, {-2, 2, 0}, {1, -2, -1}, {math.MinInt32, math.MaxInt32, 1}, {math.MinInt32, math.MinInt32, 0}} {
		if got := compareMagnitudes(objects.Int(row.a), objects.Int(row.b)); got != row.want {
			t.Errorf("%d and %d: got %d, want %d", row.a, row.b, got, row.want)
		}
	}
}

func TestExponent(t *testing.T) {
	for f, want := range map[float64]int{1: 0, 1.5: 0, 2: 1, 0.5: -1, 0: -1023, -8: 3} {
		if got := exponentOf(objects.Double(f)); got != want {
			t.Errorf("%v: got %d, want %d", f, got, want)
		}
	}
}
