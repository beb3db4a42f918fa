package linq

import (
	"github.com/csshell/csshell/objects"
)

// pick is First, Last or Single: with a predicate, without, and with a value
// in the place of an error.
func pick(name string, choose func(items []value) (value, error)) []objects.Method {
	var methods []objects.Method
	for _, p := range [...]string{from + ")", predicate} {
		methods = append(methods,
			asks("TSource "+name+"[TSource]"+p, func(c *call, _ []value) (value, error) {
				items, err := chosen(c)
				switch {
				case err != nil:
					return objects.Null, err
				case len(items) == 0 && len(c.Args) > 1:
					return objects.Null, noMatch()
				case len(items) == 0:
					return objects.Null, empty()
				}
				return choose(items)
			}),
			asks("TSource "+name+"OrDefault[TSource]"+p, func(c *call, _ []value) (value, error) {
				items, err := chosen(c)
				if err != nil {
					return objects.Null, err
				}
				if len(items) == 0 {
					return objects.Default(element(c, 0)), nil
				}
				return choose(items)
			}))
	}
	return methods
}

// single are the methods that give one of the items, or the answer to a
// question about all.
func single() []objects.Method {
	methods := pick("First", func(items []value) (value, error) { return items[0], nil })
	methods = append(methods, pick("Last", func(items []value) (value, error) { return items[len(items)-1], nil })...)
	methods = append(methods, pick("Single", func(items []value) (value, error) {
		if len(items) > 1 {
			return objects.Null, objects.NewException(objects.InvalidOperationException, "Sequence contains more than one element")
		}
		return items[0], nil
	})...)
	counts := func(c *call, _ []value) (value, error) {
		items, err := chosen(c)
		return objects.Int(len(items)), err
	}
	any := func(c *call, _ []value) (value, error) {
		items, err := chosen(c)
		return objects.Bool(len(items) > 0), err
	}
	return append(methods,
		asks("int Count[TSource]"+from+")", counts), asks("int Count[TSource]"+predicate, counts),
		asks("bool Any[TSource]"+from+")", any), asks("bool Any[TSource]"+predicate, any),
		asks("bool All[TSource]"+predicate, func(c *call, items []value) (value, error) {
			kept, err := chosen(c)
			return objects.Bool(len(kept) == len(items)), err
		}),
		asks("TSource ElementAt[TSource]"+from+", int index)", func(c *call, items []value) (value, error) {
			if i := c.Int(1); i >= 0 && i < len(items) {
				return items[i], nil
			}
			return objects.Null, objects.IndexOutOfRange("index")
		}),
		asks("TSource ElementAtOrDefault[TSource]"+from+", int index)", func(c *call, items []value) (value, error) {
			if i := c.Int(1); i >= 0 && i < len(items) {
				return items[i], nil
			}
			return objects.Default(element(c, 0)), nil
		}),
		extreme("Min", -1), extreme("Max", 1))
}

// extreme is Min or Max.
func extreme(name string, sign int) objects.Method {
	return asks("TSource "+name+"[TSource]"+from+")", func(c *call, items []value) (value, error) {
		if len(items) == 0 {
			return objects.Null, empty()
		}
		best := items[0]
		for _, v := range items[1:] {
			n, err := objects.CompareItems(c.Types, v, best)
			if err != nil {
				return objects.Null, err
			}
			if n*sign > 0 {
				best = v
			}
		}
		return best, nil
	})
}

// numbers are Sum and Average, for each type of numbers.
func numbers() []objects.Method {
	var methods []objects.Method
	for _, n := range [...]struct {
		name    string
		average *objects.Type
	}{{"int", objects.DoubleType}, {"long", objects.DoubleType}, {"float", objects.SingleType}, {"double", objects.DoubleType}, {"decimal", objects.DecimalType}} {
		param := "(System.Collections.Generic.IEnumerable[" + n.name + "] source)"
		methods = append(methods,
			asks(n.name+" Sum"+param, func(c *call, items []value) (value, error) {
				total, err := sum(c, items)
				if err != nil {
					return objects.Null, err
				}
				exact, err := c.Types.Convert(total, element(c, 0))
				if err != nil {
					return objects.Null, objects.NewException(objects.OverflowException, "Arithmetic operation resulted in an overflow.")
				}
				return exact, nil
			}),
			asks("double Average"+param, func(c *call, items []value) (value, error) {
				if len(items) == 0 {
					return objects.Null, empty()
				}
				total, err := sum(c, items)
				if err != nil {
					return objects.Null, err
				}
				divided, err := c.Types.Divide(total, objects.Int(len(items)))
				if err != nil {
					return objects.Null, err
				}
				return c.Types.Convert(divided, n.average)
			}))
	}
	return methods
}

func sum(c *call, items []value) (value, error) {
	total := objects.Int(0)
	var err error
	for _, v := range items {
		if total, err = c.Types.Add(total, v); err != nil {
			return objects.Null, err
		}
	}
	return total, nil
}

// makes are the methods that make a sequence of nothing, or something else of
// a sequence.
func makes() []objects.Method {
	counted := func(n int, item func(i int) value) ([]value, error) {
		if n < 0 {
			return nil, objects.OutOfRange("Specified argument was out of the range of valid values.", "count")
		}
		items := make([]value, n)
		for i := range items {
			items[i] = item(i)
		}
		return items, nil
	}
	typed := func(name string, keep bool) objects.Method {
		return asks("System.Collections.Generic.IEnumerable[TResult] "+name+"[TResult](System.Collections.IEnumerable source)", func(c *call, items []value) (value, error) {
			t := objects.ObjectType
			if len(c.TypeArgs) > 0 {
				t = c.TypeArgs[0]
			}
			var kept []value
			for _, v := range items {
				switch is := v.Base().Type().DerivesFrom(t); {
				case is:
					kept = append(kept, v.Base())
				case !keep:
					return objects.Null, objects.NewException(objects.InvalidCastException, "Unable to cast object of type '"+v.Type().String()+"' to type '"+t.String()+"'.")
				}
			}
			return of(t, kept), nil
		})
	}
	return []objects.Method{
		objects.Partial("static System.Collections.Generic.IEnumerable[int] Range(int start, int count)", func(c *call) (value, error) {
			items, err := counted(c.Int(1), func(i int) value { return objects.Int(c.Int(0) + i) })
			return of(objects.Int32Type, items), err
		}),
		objects.Partial("static "+many+"Repeat[TSource](TSource element, int count)", func(c *call) (value, error) {
			t := c.Args[0].Type()
			if t == nil {
				t = objects.ObjectType
			}
			items, err := counted(c.Int(1), func(int) value { return c.Args[0] })
			return of(t, items), err
		}),
		objects.Total("static System.Collections.Generic.IEnumerable[TResult] Empty[TResult]()", func(c *call) value {
			t := objects.ObjectType
			if len(c.TypeArgs) > 0 {
				t = c.TypeArgs[0]
			}
			return of(t, nil)
		}),
		typed("OfType", true), typed("Cast", false),
		asks("TSource[] ToArray[TSource]"+from+")", func(c *call, items []value) (value, error) {
			return objects.Of(objects.NewArray(element(c, 0), append([]value(nil), items...))), nil
		}),
		asks("System.Collections.Generic.List[TSource] ToList[TSource]"+from+")", func(c *call, items []value) (value, error) {
			return objects.Of(objects.NewList(objects.MakeGeneric(objects.ListOpenType, element(c, 0)), append([]value(nil), items...))), nil
		}),
	}
}
