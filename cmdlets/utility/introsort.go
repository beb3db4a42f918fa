package utility

import (
	"math/bits"
	"slices"
)

// introSort sorts as List<T>.Sort of .NET does. It is not stable: which of two
// equal items comes first depends on the algorithm, which scripts see. Up to 16
// items are inserted one by one; more are parted around the median of three, and by
// a heap where that goes too deep.
func introSort[T any](items []T, compare func(a, b *T) int) {
	s := introSorter[T]{items, compare}
	if n := len(items); n > 1 {
		s.sort(0, n, 2*bits.Len(uint(n)))
	}
}

// insertionLimit is the number of items that are not parted any more.
const insertionLimit = 16

type introSorter[T any] struct {
	items   []T
	compare func(a, b *T) int
}

// sort sorts the items from lo up to hi.
func (s introSorter[T]) sort(lo, hi, depth int) {
	for hi-lo > 1 {
		switch n := hi - lo; {
		case n == 2:
			s.order(lo, lo+1)
			return
		case n == 3:
			s.order(lo, lo+1)
			s.order(lo, lo+2)
			s.order(lo+1, lo+2)
			return
		case n <= insertionLimit:
			s.insert(lo, hi)
			return
		case depth == 0:
			s.heap(lo, hi)
			return
		}
		depth--
		pivot := s.part(lo, hi)
		s.sort(pivot+1, hi, depth)
		hi = pivot
	}
}

// order swaps two items where the first is the greater one.
func (s introSorter[T]) order(i, j int) {
	if s.compare(&s.items[i], &s.items[j]) > 0 {
		s.swap(i, j)
	}
}

func (s introSorter[T]) swap(i, j int) { s.items[i], s.items[j] = s.items[j], s.items[i] }

func (s introSorter[T]) insert(lo, hi int) {
	for i := lo; i < hi-1; i++ {
		item := s.items[i+1]
		j := i
		for ; j >= lo && s.compare(&item, &s.items[j]) < 0; j-- {
			s.items[j+1] = s.items[j]
		}
		s.items[j+1] = item
	}
}

// part puts the lesser items before the pivot and the greater ones behind it.
func (s introSorter[T]) part(lo, hi int) (pivot int) {
	last := hi - 1
	middle := lo + (last-lo)/2
	s.order(lo, middle)
	s.order(lo, last)
	s.order(middle, last)
	item := s.items[middle]
	s.swap(middle, last-1)
	left, right := lo, last-1
	for left < right {
		for left++; left < last && s.compare(&s.items[left], &item) < 0; left++ {
		}
		for right--; right > lo && s.compare(&item, &s.items[right]) < 0; right-- {
		}
		if left >= right {
			break
		}
		s.swap(left, right)
	}
	if left != last-1 {
		s.swap(left, last-1)
	}
	return left
}

// heap sorts where parting has gone wrong again and again, which data made for it
// alone bring about; equal items have no order then.
func (s introSorter[T]) heap(lo, hi int) {
	slices.SortFunc(s.items[lo:hi], func(a, b T) int { return s.compare(&a, &b) })
}
