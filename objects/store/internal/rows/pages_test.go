package rows_test

import (
	"errors"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/csshell/csshell/objects/store/internal/rows"
)

// numbers returns the numbers after last, up to max, n at most.
func numbers(last *int, n, max int) []*int {
	from := 1
	if last != nil {
		from = *last + 1
	}
	var page []*int
	for i := from; i <= max && len(page) < n; i++ {
		page = append(page, &i)
	}
	return page
}

func TestPages(t *testing.T) {
	for _, total := range []int{0, 1, 15, 16, 17, 80, 81, 2000, 5000} {
		for _, limit := range []int{0, 1, 16, 17, 80, 1999, 5000} {
			sequence := rows.Pages(limit, func(last *int, n int) ([]*int, error) { return numbers(last, n, total), nil })
			want := total
			if limit > 0 {
				want = min(limit, total)
			}
			for range 2 { // a sequence can be read again
				got := 0
				for i, err := range sequence {
					if got++; err != nil || *i != got {
						t.Fatalf("%d of %d: number %d is %d, %v", limit, total, got, *i, err)
					}
				}
				if got != want {
					t.Errorf("%d of %d: %d came", limit, total, got)
				}
			}
		}
	}
}

func TestChunks(t *testing.T) {
	keys := make([]int64, 3000)
	for i := range keys {
		keys[i] = int64(i)
	}
	even := func(keys []int64) (page []*int64, err error) {
		for _, key := range keys {
			if key%2 == 0 {
				page = append(page, &key)
			}
		}
		return page, nil
	}
	for _, limit := range []int{0, 1, 8, 9, 1000, 1500, 1600} {
		var got []int64
		for key, err := range rows.Chunks(rows.Given(keys), limit, even) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, *key)
		}
		want := 1500
		if limit > 0 {
			want = min(limit, want)
		}
		if len(got) != want || !slices.IsSorted(got) || slices.Contains(got, 3) {
			t.Errorf("limit %d: %d keys", limit, len(got))
		}
	}
}

// A caller who wants one object costs one page.
func TestPagesReadNoMoreThanNeeded(t *testing.T) {
	var pages atomic.Int32
	for range rows.Pages(0, func(last *int, n int) ([]*int, error) {
		pages.Add(1)
		return numbers(last, n, 5000), nil
	}) {
		break
	}
	if n := pages.Load(); n != 1 {
		t.Errorf("%d pages were read", n)
	}
}

func TestPagesFail(t *testing.T) {
	failure := errors.New("failure")
	got := 0
	var failed error
	for i, err := range rows.Pages(0, func(last *int, n int) ([]*int, error) {
		if last != nil && *last >= 1000 {
			return nil, failure
		}
		return numbers(last, n, 5000), nil
	}) {
		if err != nil {
			failed = err
		} else {
			got = *i
		}
	}
	if failed != failure || got < 1000 {
		t.Errorf("after %d the error is %v", got, failed)
	}
}

// What panics while reading ahead panics in the loop, where it is recovered.
func TestPagesPanic(t *testing.T) {
	defer func() {
		if r := recover(); r != "panic" {
			t.Errorf("recovered %v", r)
		}
	}()
	for range rows.Pages(0, func(last *int, n int) ([]*int, error) {
		if last != nil {
			panic("panic")
		}
		return numbers(last, n, 5000), nil
	}) {
	}
	t.Error("nothing panicked")
}
