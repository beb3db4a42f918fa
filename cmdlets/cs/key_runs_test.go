package cs

import (
	"slices"
	"testing"
)

func TestKeyRuns(t *testing.T) {
	for _, c := range []struct {
		keys []int64
		runs int
	}{
		{nil, 0},
		{[]int64{7}, 1},
		{[]int64{1, 2, 3, 5, 6, 9}, 3},
		{[]int64{3, 2, 1}, 3},
		{[]int64{4, 4, 5, 4}, 3},
	} {
		var k keyRuns
		for _, key := range c.keys {
			k.add(key)
		}
		if got := k.list(); !slices.Equal(got, c.keys) || k.count != len(c.keys) || len(k.runs) != c.runs {
			t.Errorf("%v: got %v in %d runs, count %d", c.keys, got, len(k.runs), k.count)
		}
	}
}
