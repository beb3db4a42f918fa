package store_test

import (
	"slices"
	"testing"

	"github.com/csshell/csshell/objects/store"
)

func TestKeys(t *testing.T) {
	for _, c := range []struct {
		keys, ascending []int64
	}{
		{[]int64{}, nil},
		{[]int64{7}, []int64{7}},
		{[]int64{1, 2, 3, 5, 6, 9}, []int64{1, 2, 3, 5, 6, 9}},
		{[]int64{3, 2, 1}, []int64{1, 2, 3}},
		{[]int64{4, 4, 5, 4}, []int64{4, 5}},
		{[]int64{5, 6, 7, 1, 2, 3, 6}, []int64{1, 2, 3, 5, 6, 7}},
	} {
		k := store.KeysOf(c.keys...)
		if got := k.List(); !slices.Equal(got, c.keys) || k.Count() != len(c.keys) {
			t.Errorf("%v: got %v, count %d", c.keys, got, k.Count())
		}
		for most := 1; most < 8; most++ {
			var all []int64
			for part := range k.Chunks(most) {
				before := len(all)
				for _, span := range part {
					for key := span.First; key <= span.Last; key++ {
						all = append(all, key)
					}
				}
				if n := len(all) - before; n > most || n == 0 {
					t.Errorf("%v in parts of %d: a part has %d", c.keys, most, n)
				}
			}
			if !slices.Equal(all, c.ascending) {
				t.Errorf("%v in parts of %d: got %v", c.keys, most, all)
			}
		}
	}
}
