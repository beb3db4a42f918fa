package utility

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestIntroSortSorts(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for n := range 200 {
		for _, values := range []int{1, 2, 5, 1000} {
			items := make([]int, n)
			for i := range items {
				items[i] = random.IntN(values)
			}
			want := slices.Sorted(slices.Values(items))
			introSort(items, func(a, b *int) int { return *a - *b })
			if !slices.Equal(items, want) {
				t.Fatalf("%d of %d values: %v", n, values, items)
			}
		}
	}
}

// Up to 16 items keep the order of equals; more do not.
func TestIntroSortOfEquals(t *testing.T) {
	for _, row := range []struct {
		n     int
		moved bool
	}{{2, false}, {3, false}, {16, false}, {17, true}, {40, true}} {
		items := make([]int, row.n)
		for i := range items {
			items[i] = i
		}
		introSort(items, func(*int, *int) int { return 0 })
		if moved := !slices.IsSorted(items); moved != row.moved {
			t.Errorf("%d equal items: %v", row.n, items)
		}
	}
}
