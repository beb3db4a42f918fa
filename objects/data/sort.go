package data

import (
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
)

// sortKey is a column that rows are ordered by.
type sortKey struct {
	at   int
	down bool
}

// sortKeys reads "Column DESC, Other".
func (t *table) sortKeys(order string) ([]sortKey, error) {
	var keys []sortKey
	for part := range strings.SplitSeq(order, ",") {
		words := strings.Fields(part)
		if len(words) == 0 {
			continue
		}
		k := sortKey{at: t.place(strings.Trim(words[0], "[]"))}
		if k.at < 0 {
			return nil, objects.NewException(objects.IndexOutOfRangeException, "Cannot find column "+words[0]+".")
		}
		k.down = len(words) > 1 && strings.EqualFold(words[1], "DESC")
		keys = append(keys, k)
	}
	return keys, nil
}

// sort orders rows by keys; equal ones stay as they are.
func (t *table) sort(rows []*row, keys []sortKey) error {
	var failed error
	slices.SortStableFunc(rows, func(a, b *row) int {
		for _, k := range keys {
			n, err := compareValues(t.types, a.get(k.at), b.get(k.at))
			if err != nil {
				failed = err
			}
			if n != 0 && k.down {
				return -n
			}
			if n != 0 {
				return n
			}
		}
		return 0
	})
	return failed
}

// selected are the rows that DataTable.Select gives: .NET reads them from an index
// that it builds over the columns of the filter, behind those of the order.
func (t *table) selected(filter, order string) ([]*row, error) {
	found, err := t.query(filter, "")
	if err != nil {
		return nil, err
	}
	keys, err := t.sortKeys(order)
	if err != nil {
		return nil, err
	}
	e, err := parseFilter(t.types, filter)
	if err != nil {
		return nil, err
	}
	used := make([]bool, len(t.columns))
	t.markColumns(e, used)
	for at, in := range used {
		if in {
			keys = append(keys, sortKey{at: at})
		}
	}
	return found, t.sort(found, keys)
}

// markColumns marks the columns that an expression reads.
func (t *table) markColumns(e expr, used []bool) {
	switch e := e.(type) {
	case column:
		if at := t.place(e.name); at >= 0 {
			used[at] = true
		}
	case unary:
		t.markColumns(e.of, used)
	case binary:
		t.markColumns(e.left, used)
		t.markColumns(e.right, used)
	case among:
		t.markColumns(e.of, used)
	case isNull:
		t.markColumns(e.of, used)
	case funcCall:
		for _, a := range e.args {
			t.markColumns(a, used)
		}
	}
}
