package rows

import "iter"

// firstPage and fullPage are the numbers of rows to fetch at once: few at
// first, so that the first object comes soon and a caller who wants only one
// pays little, then as many as fill the time that a statement takes.
const (
	firstPage = 16
	fullPage  = 512
)

// Pages returns the objects of page after page. fetch returns at most n of
// them that come after last, which is nil for the first page; it returns fewer
// only when there are no more. A limit of zero is none.
func Pages[T any](limit int, fetch func(last *T, n int) ([]*T, error)) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		var last *T
		left := limit
		for size := firstPage; ; size = min(size*4, fullPage) {
			n := size
			if limit > 0 {
				n = min(n, left)
			}
			page, err := fetch(last, n)
			full := len(page) == n
			if full && n > 0 {
				last = page[n-1]
			}
			left -= n
			if !yieldAll(page, err, yield) || !full || limit > 0 && left == 0 {
				return
			}
		}
	}
}

// Chunks returns the objects that fetch returns for one part of keys after
// the other. A limit of zero is none.
func Chunks[T any](keys []int64, limit int, fetch func(keys []int64) ([]*T, error)) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		left := limit
		for size := firstPage; len(keys) > 0; size = min(size*4, fullPage) {
			n := min(size, len(keys))
			page, err := fetch(keys[:n])
			if limit > 0 {
				page = page[:min(left, len(page))]
				left -= len(page)
			}
			if !yieldAll(page, err, yield) || limit > 0 && left == 0 {
				return
			}
			keys = keys[n:]
		}
	}
}

// yieldAll yields the objects of page, or err. It reports whether the caller
// wants more.
func yieldAll[T any](page []*T, err error, yield func(*T, error) bool) bool {
	if err != nil {
		yield(nil, err)
		return false
	}
	for i, object := range page {
		page[i] = nil // so that what the caller lets go of can be freed
		if !yield(object, nil) {
			return false
		}
	}
	return true
}

// Failed is a sequence of nothing but err.
func Failed[T any](err error) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) { yield(nil, err) }
}
