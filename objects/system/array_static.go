package system

import (
	"slices"
	"strconv"

	"github.com/csshell/csshell/objects"
)

func arrayStatic() []objects.Method {
	return []objects.Method{
		partial("static void Reverse(array array)", func(c *call) (value, error) { return reverse(c, 0, -1) }),
		partial("static void Reverse(array array, int index, int length)", func(c *call) (value, error) { return reverse(c, c.Int(1), c.Int(2)) }),
		partial("static void Sort(array array)", func(c *call) (value, error) { return sortArray(c, objects.Null) }),
		partial("static void Sort(array array, System.Collections.IComparer comparer)", func(c *call) (value, error) { return sortArray(c, c.Args[1]) }),
		partial("static void Sort(array keys, array items)", sortKeys),
		partial("static void Clear(array array)", func(c *call) (value, error) {
			if !c.Is(0) {
				return objects.Null, objects.NullArgument("array")
			}
			a := arrayOf(c.Args[0])
			clearItems(a, 0, a.Len())
			return objects.AutomationNull(), nil
		}),
		partial("static void Clear(array array, int index, int length)", func(c *call) (value, error) {
			a, err := window(c, c.Int(1), c.Int(2))
			if err == nil {
				clearItems(a, c.Int(1), c.Int(2))
			}
			return objects.AutomationNull(), err
		}),
		partial("static void Copy(array sourceArray, array destinationArray, int length)", func(c *call) (value, error) {
			return copyPart(c, 0, 0, c.Int(2), arrayOf(c.Args[1]))
		}),
		partial("static void Copy(array sourceArray, int sourceIndex, array destinationArray, int destinationIndex, int length)", func(c *call) (value, error) {
			return copyPart(c, c.Int(1), c.Int(3), c.Int(4), arrayOf(c.Args[2]))
		}),
		partial("static array CreateInstance(type elementType, int length)", createArray),
		partial("static array CreateInstance(type elementType, int length1, int length2)", createArray),
		partial("static array CreateInstance(type elementType, Params int[] lengths)", func(c *call) (value, error) {
			return makeArray(c.Args[0], c.Items(1))
		}),
		partial("static T[] Empty[T]()", func(c *call) (value, error) {
			return objects.Of(objects.NewArray(typeArgument(c), nil)), nil
		}),
		partial("static void Resize[T]([ref] T[] array, int newSize)", resize),
		total("static void Fill[T](T[] array, T value)", func(c *call) value {
			a := arrayOf(c.Args[0])
			for i := 0; i < a.Len(); i++ {
				a.Set(i, c.Args[1])
			}
			return objects.AutomationNull()
		}),
	}
}

// typeArgument is the explicit generic argument of the method, Object for none.
func typeArgument(c *call) *objects.Type {
	if len(c.TypeArgs) > 0 {
		return c.TypeArgs[0]
	}
	return objects.ObjectType
}

// window is the first argument, an array that has the range.
func window(c *call, start, count int) (*objects.Array, error) {
	if !c.Is(0) {
		return nil, objects.NullArgument("array")
	}
	a := arrayOf(c.Args[0])
	switch {
	case start < 0:
		return nil, objects.NegativeArgument("index", start)
	case count < 0:
		return nil, objects.NegativeArgument("length", count)
	case count > a.Len()-start:
		return nil, objects.NewException(objects.ArgumentException, "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.")
	}
	return a, nil
}

func reverse(c *call, start, count int) (value, error) {
	if !c.Is(0) {
		return objects.Null, objects.NullArgument("array")
	}
	if count < 0 && start == 0 && len(c.Args) == 1 {
		count = arrayOf(c.Args[0]).Len()
	}
	a, err := window(c, start, count)
	if err != nil {
		return objects.Null, err
	}
	for i, j := start, start+count-1; i < j; i, j = i+1, j-1 {
		x, y := a.At(i), a.At(j)
		a.Set(i, y)
		a.Set(j, x)
	}
	return objects.AutomationNull(), nil
}

func sortArray(c *call, comparer value) (value, error) {
	if !c.Is(0) {
		return objects.Null, objects.NullArgument("array")
	}
	a := arrayOf(c.Args[0])
	items := slices.Clone(a.Items())
	if err := objects.SortItems(c, items, comparer); err != nil {
		return objects.Null, err
	}
	for i, v := range items {
		a.Set(i, v)
	}
	return objects.AutomationNull(), nil
}

// sortKeys sorts an array, and another one alike.
func sortKeys(c *call) (value, error) {
	if !c.Is(0) {
		return objects.Null, objects.NullArgument("keys")
	}
	keys, items := arrayOf(c.Args[0]), arrayOf(c.Args[1])
	order := make([]value, keys.Len())
	for i := range order {
		order[i] = objects.Of(objects.ObjectArray(keys.At(i), items.At(i)))
	}
	var failed error
	slices.SortStableFunc(order, func(x, y value) int {
		n, err := objects.CompareItems(c.Types, arrayOf(x).At(0), arrayOf(y).At(0))
		if err != nil {
			failed = err
		}
		return n
	})
	if failed != nil {
		return objects.Null, failed
	}
	for i, pair := range order {
		keys.Set(i, arrayOf(pair).At(0))
		items.Set(i, arrayOf(pair).At(1))
	}
	return objects.AutomationNull(), nil
}

func copyPart(c *call, from, to, count int, into *objects.Array) (value, error) {
	source := arrayOf(c.Args[0])
	if source == nil || into == nil {
		return objects.Null, objects.NullArgument("sourceArray")
	}
	if from < 0 || count < 0 || count > source.Len()-from {
		return objects.Null, objects.BadArgument("Source array was not long enough. Check the source index, length, and the array's lower bounds.", "sourceArray")
	}
	return objects.AutomationNull(), copyItems(c, slices.Clone(source.Items()[from:from+count]), into, to)
}

func createArray(c *call) (value, error) { return makeArray(c.Args[0], c.Args[1:]) }

func makeArray(elem value, lengths []value) (value, error) {
	t, ok := objects.As[objects.RuntimeType](elem)
	if !ok {
		return objects.Null, objects.NullArgument("elementType")
	}
	dims := make([]int, len(lengths))
	for i, n := range lengths {
		if dims[i] = int(n.Int64()); dims[i] < 0 {
			return objects.Null, objects.NegativeArgument("length"+strconv.Itoa(i), dims[i])
		}
	}
	a, err := objects.MakeArray(t.Target, dims...)
	if err != nil {
		return objects.Null, err
	}
	return objects.Of(a), nil
}

func resize(c *call) (value, error) {
	r, _ := objects.As[objects.Reference](c.Args[0])
	n := c.Int(1)
	if n < 0 {
		return objects.Null, objects.NegativeArgument("newSize", n)
	}
	elem := objects.ObjectType
	var old []value
	if a := arrayOf(r.Value()); a != nil {
		elem, old = a.Elem(), a.Items()
	}
	a, err := objects.MakeArray(elem, n)
	if err != nil {
		return objects.Null, err
	}
	for i := 0; i < n && i < len(old); i++ {
		a.Set(i, old[i])
	}
	return objects.AutomationNull(), c.Assign(0, objects.Of(a))
}

// arraySearch are the static methods that look for elements.
func arraySearch() []objects.Method {
	find := func(last bool) func(c *call) (value, error) {
		return func(c *call) (value, error) {
			if !c.Is(0) {
				return objects.Null, objects.NullArgument("array")
			}
			items, from := arrayOf(c.Args[0]).Items(), 0
			if len(c.Args) > 2 {
				from = min(max(c.Int(2), 0), len(items))
			}
			if last {
				return objects.Int(lastIndexOf(items, c.Args[1])), nil
			}
			if at := indexOf(items[from:], c.Args[1]); at >= 0 {
				return objects.Int(from + at), nil
			}
			return objects.Int(-1), nil
		}
	}
	return []objects.Method{
		partial("static int IndexOf(array array, System.Object value)", find(false)),
		partial("static int IndexOf(array array, System.Object value, int startIndex)", find(false)),
		partial("static int LastIndexOf(array array, System.Object value)", find(true)),
		partial("static int BinarySearch(array array, System.Object value)", binarySearch),
		partial("static bool Exists[T](T[] array, System.Predicate[T] match)", func(c *call) (value, error) {
			at, err := findWhere(c, false)
			return objects.Bool(at >= 0), err
		}),
		partial("static int FindIndex[T](T[] array, System.Predicate[T] match)", func(c *call) (value, error) {
			at, err := findWhere(c, false)
			return objects.Int(at), err
		}),
		partial("static T Find[T](T[] array, System.Predicate[T] match)", func(c *call) (value, error) {
			at, err := findWhere(c, false)
			if at < 0 {
				return objects.Default(arrayOf(c.Args[0]).Elem()), err
			}
			return arrayOf(c.Args[0]).At(at), err
		}),
		partial("static T[] FindAll[T](T[] array, System.Predicate[T] match)", func(c *call) (value, error) {
			a := arrayOf(c.Args[0])
			kept, err := objects.Matching(c, a.Items(), c.Func(1))
			return objects.Of(objects.NewArray(a.Elem(), kept)), err
		}),
		partial("static T FindLast[T](T[] array, System.Predicate[T] match)", func(c *call) (value, error) {
			at, err := findWhere(c, true)
			if at < 0 {
				return objects.Default(arrayOf(c.Args[0]).Elem()), err
			}
			return arrayOf(c.Args[0]).At(at), err
		}),
		partial("static int FindLastIndex[T](T[] array, System.Predicate[T] match)", func(c *call) (value, error) {
			at, err := findWhere(c, true)
			return objects.Int(at), err
		}),
		partial("static bool TrueForAll[T](T[] array, System.Predicate[T] match)", func(c *call) (value, error) {
			kept, err := objects.Matching(c, arrayOf(c.Args[0]).Items(), c.Func(1))
			return objects.Bool(len(kept) == arrayOf(c.Args[0]).Len()), err
		}),
		partial("static TOutput[] ConvertAll[TInput, TOutput](TInput[] array, System.Converter[TInput,TOutput] converter)", convertAll),
		partial("static void ForEach[T](T[] array, System.Action[T] action)", func(c *call) (value, error) {
			for _, v := range arrayOf(c.Args[0]).Items() {
				if _, err := c.Func(1).CallWith(c.Context, objects.Null, []value{v}); err != nil {
					return objects.Null, err
				}
			}
			return objects.AutomationNull(), nil
		}),
	}
}

func lastIndexOf(items []value, sought value) int {
	for i := len(items) - 1; i >= 0; i-- {
		if objects.SameValue(items[i], sought) {
			return i
		}
	}
	return -1
}

func binarySearch(c *call) (value, error) {
	if !c.Is(0) {
		return objects.Null, objects.NullArgument("array")
	}
	at, err := objects.SearchSorted(c.Types, arrayOf(c.Args[0]).Items(), c.Args[1])
	return objects.Int(at), err
}

// findWhere is the place of the first element that the script block accepts.
func findWhere(c *call, last bool) (int, error) {
	items := arrayOf(c.Args[0]).Items()
	return objects.FindIndex(c, items, c.Func(1), last)
}

// convertAll makes an array of what a delegate says of each element.
func convertAll(c *call) (value, error) {
	items := arrayOf(c.Args[0]).Items()
	t := objects.ObjectType
	if f := c.Args[1].Base().Type(); f.Open == ConverterType {
		t = f.Args[1]
	}
	made := make([]value, len(items))
	for i, v := range items {
		x, err := c.Func(1).CallWith(c.Context, objects.Null, []value{v})
		if err == nil {
			x, err = c.Types.Convert(x, t)
		}
		if err != nil {
			return objects.Null, err
		}
		made[i] = x
	}
	return objects.Of(objects.NewArray(t, made)), nil
}
