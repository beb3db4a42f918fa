package parser

import (
	"slices"
	"testing"
)

// TestListBuilder builds lists within lists and appends to one that is whole:
// no list may run into another.
func TestListBuilder(t *testing.T) {
	var l listBuilder[int]
	outer := l.begin()
	l.add(1)
	inner := l.begin()
	l.add(10)
	l.add(11)
	first := l.end(inner)
	l.add(2)
	empty := l.end(l.begin())
	second := l.end(outer)
	longer := append(first, 12)
	if !slices.Equal(first, []int{10, 11}) || !slices.Equal(second, []int{1, 2}) || !slices.Equal(longer, []int{10, 11, 12}) {
		t.Errorf("got %v, %v and %v", first, second, longer)
	}
	if empty != nil || l.begin() != 0 {
		t.Errorf("an empty list is %v, %d items are left", empty, l.begin())
	}
}

// TestSlab hands out more nodes than a piece has: each keeps its own value.
func TestSlab(t *testing.T) {
	var s slab[int]
	var nodes []*int
	for i := range 3 * mostNodes {
		nodes = append(nodes, s.keep(i))
	}
	for i, n := range nodes {
		if *n != i {
			t.Fatalf("node %d holds %d", i, *n)
		}
	}
}
