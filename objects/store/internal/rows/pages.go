package rows

import (
	"iter"
	"slices"
	"strconv"
)

// firstPage and FullPage are the numbers of rows to fetch at once: few at
// first, so that the first object comes soon and a caller who wants only one
// pays little, then as many as fill the time that a statement takes.
const (
	firstPage = 16
	FullPage  = 256
)

// Limit returns a LIMIT clause. The number is part of the statement: PostgreSQL
// plans by it, and SQLite would prepare the statement anew for each value of a
// parameter.
func Limit(n int) string { return " LIMIT " + strconv.Itoa(n) }

// Pages returns the objects of page after page. fetch returns at most n of
// them that come after last, which is nil for the first page; it returns fewer
// only when there are no more. n takes a few values only, so that it may be
// part of the text of a statement. A limit of zero is none.
func Pages[T any](limit int, fetch func(last *T, n int) ([]*T, error)) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		var last *T
		left := limit
		readAhead(yield, func(n int) (objects []*T, more bool, err error) {
			objects, err = fetch(last, n)
			if err != nil || len(objects) == 0 {
				return nil, false, err
			}
			more = len(objects) == n
			if limit > 0 {
				objects = objects[:min(left, len(objects))]
				left -= len(objects)
				more = more && left > 0
			}
			last = objects[len(objects)-1]
			return objects, more, nil
		})
	}
}

// Chunks returns the objects that fetch returns for one part after the other of
// the keys that find finds. A limit of zero is none.
func Chunks[T any](find func() ([]int64, error), limit int, fetch func(keys []int64) ([]*T, error)) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		keys, err := find()
		if err != nil {
			yield(nil, err)
			return
		}
		left := limit
		readAhead(yield, func(n int) (objects []*T, more bool, err error) {
			n = min(n, len(keys))
			if n == 0 {
				return nil, false, nil
			}
			objects, err = fetch(keys[:n])
			keys = keys[n:]
			if limit > 0 {
				objects = objects[:min(left, len(objects))]
				left -= len(objects)
			}
			return objects, len(keys) > 0 && (limit == 0 || left > 0), err
		})
	}
}

// Given finds keys, in ascending order and each once.
func Given(keys []int64) func() ([]int64, error) {
	return func() ([]int64, error) { return slices.Compact(slices.Sorted(slices.Values(keys))), nil }
}

// page is what was read at once.
type page[T any] struct {
	objects  []*T
	err      error
	panicked any // what the reading goroutine panicked with
}

// readAhead yields the objects of the pages that next returns. The first page
// is read when it is needed. Whoever wants more than that wants all, as a rule:
// from then on, one page is read while the caller works on the one before.
func readAhead[T any](yield func(*T, error) bool, next func(n int) ([]*T, bool, error)) {
	objects, more, err := next(firstPage)
	if !yieldAll(objects, err, yield) || !more {
		return
	}
	stop := make(chan struct{})
	defer close(stop)
	pages := make(chan page[T])
	go readPages(next, pages, stop)
	for p := range pages {
		if p.panicked != nil {
			panic(p.panicked) // where someone may recover it
		}
		if !yieldAll(p.objects, p.err, yield) {
			return
		}
	}
}

// readPages sends page after page, until there are no more or stop is closed.
func readPages[T any](next func(n int) ([]*T, bool, error), pages chan<- page[T], stop <-chan struct{}) {
	defer close(pages)
	send := func(p page[T]) bool {
		select {
		case pages <- p:
			return true
		case <-stop:
			return false
		}
	}
	defer func() {
		if r := recover(); r != nil {
			send(page[T]{panicked: r})
		}
	}()
	size := firstPage
	for more := true; more; {
		size = min(size*4, FullPage)
		objects, next, err := next(size)
		if !send(page[T]{objects: objects, err: err}) {
			return
		}
		more = next && err == nil
	}
}

// yieldAll yields the objects of a page, or err. It reports whether the caller
// wants more.
func yieldAll[T any](objects []*T, err error, yield func(*T, error) bool) bool {
	if err != nil {
		yield(nil, err)
		return false
	}
	for i, object := range objects {
		objects[i] = nil // so that what the caller lets go of can be freed
		if !yield(object, nil) {
			return false
		}
	}
	return true
}
