package linq

import (
	"slices"

	"github.com/csshell/csshell/objects"
)

// parts are the methods that leave items out, order or change them.
func parts() []objects.Method {
	counted := func(name string, cut func(items []value, n int) []value) objects.Method {
		return sequences(name+"[TSource]"+from+", int count)", func(c *call, items []value) ([]value, error) {
			return cut(items, min(max(c.Int(1), 0), len(items))), nil
		})
	}
	while := func(name string, cut func(items []value, n int) []value) objects.Method {
		return sequences(name+"[TSource]"+predicate, func(c *call, items []value) ([]value, error) {
			for i, v := range items {
				yes, err := holds(c, 1, v)
				if err != nil || !yes {
					return cut(items, i), err
				}
			}
			return cut(items, len(items)), nil
		})
	}
	first := func(items []value, n int) []value { return items[:n] }
	rest := func(items []value, n int) []value { return items[n:] }
	return []objects.Method{
		sequences("Where[TSource]"+predicate, func(c *call, _ []value) ([]value, error) { return chosen(c) }),
		counted("Take", first), counted("Skip", rest), while("TakeWhile", first), while("SkipWhile", rest),
		counted("TakeLast", func(items []value, n int) []value { return items[len(items)-n:] }),
		counted("SkipLast", func(items []value, n int) []value { return items[:len(items)-n] }),
		sequences("Reverse[TSource]"+from+")", func(_ *call, items []value) ([]value, error) {
			items = slices.Clone(items)
			slices.Reverse(items)
			return items, nil
		}),
		sequences("Append[TSource]"+from+", TSource element)", func(c *call, items []value) ([]value, error) {
			return append(slices.Clone(items), c.Args[1]), nil
		}),
		sequences("Prepend[TSource]"+from+", TSource element)", func(c *call, items []value) ([]value, error) {
			return append([]value{c.Args[1]}, items...), nil
		}),
		ordered("OrderBy", false), ordered("OrderByDescending", true),
		sequences("Order[TSource]"+from+")", func(c *call, items []value) ([]value, error) {
			items = slices.Clone(items)
			return items, objects.SortItems(c, items, objects.Null)
		}),
		projected("Select[TSource, TResult]"+selector, false),
		projected("SelectMany[TSource, TResult]"+from+", System.Func[TSource,System.Collections.Generic.IEnumerable[TResult]] selector)", true),
		sequences("DefaultIfEmpty[TSource]"+from+", TSource defaultValue)", func(c *call, items []value) ([]value, error) {
			if len(items) == 0 {
				return []value{c.Args[1]}, nil
			}
			return items, nil
		}),
	}
}

// ordered sorts by what a delegate says of each item.
func ordered(name string, down bool) objects.Method {
	return sequences(name+"[TSource, TKey]"+keys, func(c *call, items []value) ([]value, error) {
		found := make([]value, len(items))
		for i, v := range items {
			k, err := ask(c, 1, v)
			if err != nil {
				return nil, err
			}
			found[i] = k
		}
		order := make([]int, len(items))
		for i := range order {
			order[i] = i
		}
		var failed error
		slices.SortStableFunc(order, func(a, b int) int {
			n, err := objects.CompareItems(c.Types, found[a], found[b])
			if err != nil {
				failed = err
			}
			if down {
				return -n
			}
			return n
		})
		sorted := make([]value, len(items))
		for i, at := range order {
			sorted[i] = items[at]
		}
		return sorted, failed
	})
}

// projected gives what a delegate says of each item, or all that it says.
func projected(signature string, flat bool) objects.Method {
	return objects.Partial("static System.Collections.Generic.IEnumerable[TResult] "+signature, func(c *call) (value, error) {
		items, err := source(c, 0)
		if err != nil {
			return objects.Null, err
		}
		var results []value
		for _, v := range items {
			r, err := ask(c, 1, v)
			if err != nil {
				return objects.Null, err
			}
			if list, ok := objects.Enumeration(r); flat && ok {
				inner, err := objects.Collect(list)
				if err != nil {
					return objects.Null, err
				}
				results = append(results, inner...)
				continue
			}
			results = append(results, r)
		}
		t := objects.ObjectType
		if f := c.Args[1].Base().Type(); len(f.Args) > 0 && !flat {
			t = f.Args[len(f.Args)-1]
		}
		return of(t, results), nil
	})
}

func contains(items []value, v value) bool {
	return slices.ContainsFunc(items, func(x value) bool { return objects.SameValue(x, v) })
}

// distinct are the items without those that came before.
func distinct(items []value) []value {
	var kept []value
	seen := objects.NewDictionary(objects.HashtableType, false)
	for _, v := range items {
		if v.IsNull() {
			if !contains(kept, v) {
				kept = append(kept, v)
			}
			continue
		}
		if _, ok := seen.Get(v); !ok {
			seen.Set(v, v)
			kept = append(kept, v)
		}
	}
	return kept
}

// sets are the methods that look at the items as a set, or at two sequences.
func sets() []objects.Method {
	two := func(name string, f func(a, b []value) []value) objects.Method {
		return sequences(name+"[TSource]"+both, func(c *call, items []value) ([]value, error) {
			other, err := source(c, 1)
			return f(items, other), err
		})
	}
	return []objects.Method{
		sequences("Distinct[TSource]"+from+")", func(_ *call, items []value) ([]value, error) { return distinct(items), nil }),
		two("Concat", func(a, b []value) []value { return slices.Concat(a, b) }),
		two("Union", func(a, b []value) []value { return distinct(slices.Concat(a, b)) }),
		two("Except", func(a, b []value) []value {
			return distinct(slices.DeleteFunc(slices.Clone(a), func(v value) bool { return contains(b, v) }))
		}),
		two("Intersect", func(a, b []value) []value {
			return distinct(slices.DeleteFunc(slices.Clone(a), func(v value) bool { return !contains(b, v) }))
		}),
		asks("bool SequenceEqual[TSource]"+both, func(c *call, items []value) (value, error) {
			other, err := source(c, 1)
			return objects.Bool(slices.EqualFunc(items, other, objects.SameValue)), err
		}),
		asks("bool Contains[TSource]"+from+", TSource value)", func(c *call, items []value) (value, error) {
			return objects.Bool(contains(items, c.Args[1])), nil
		}),
		asks("System.Collections.Generic.IEnumerable[TResult] Zip[TSource, TSecond, TResult](System.Collections.Generic.IEnumerable[TSource] first, System.Collections.Generic.IEnumerable[TSecond] second, System.Func[TSource,TSecond,TResult] resultSelector)",
			func(c *call, items []value) (value, error) {
				other, err := source(c, 1)
				if err != nil {
					return objects.Null, err
				}
				var pairs []value
				for i := range min(len(items), len(other)) {
					v, err := ask(c, 2, items[i], other[i])
					if err != nil {
						return objects.Null, err
					}
					pairs = append(pairs, v)
				}
				return of(objects.ObjectType, pairs), nil
			}),
	}
}
