package system

import (
	"github.com/csshell/csshell/objects"
)

func arrayDeclaration() *objects.Declaration {
	d := &objects.Declaration{
		Type: objects.ArrayType,
		Properties: []objects.Property{
			reads("int Length {get;}", func(this value) value { return objects.Int(arrayOf(this).Len()) }),
			reads("long LongLength {get;}", func(this value) value { return objects.Int64(int64(arrayOf(this).Len())) }),
			reads("int Rank {get;}", func(this value) value { return objects.Int(arrayOf(this).Type().Rank) }),
			reads("System.Object SyncRoot {get;}", func(this value) value { return this }),
			reads("bool IsReadOnly {get;}", func(value) value { return objects.Bool(false) }),
			reads("bool IsFixedSize {get;}", func(value) value { return objects.Bool(true) }),
			reads("bool IsSynchronized {get;}", func(value) value { return objects.Bool(false) }),
			reads("int Count {get;}", func(this value) value { return objects.Int(arrayOf(this).Len()) }),
			constant("static int MaxLength {get;}", objects.Int32(0x7FFFFFC7)),
		},
	}
	d.Methods = append(d.Methods, arrayCells()...)
	d.Methods = append(d.Methods, arrayList()...)
	d.Methods = append(d.Methods, arrayStatic()...)
	d.Methods = append(d.Methods, arraySearch()...)
	return d
}

func arrayOf(v value) *objects.Array { a, _ := objects.As[*objects.Array](v); return a }

// dimension is the length of one dimension.
func dimension(a *objects.Array, i int) (int, error) {
	dims := a.Dims()
	if dims == nil {
		dims = []int{a.Len()}
	}
	if i < 0 || i >= len(dims) {
		return 0, objects.NewException(objects.IndexOutOfRangeException, "Index was outside the bounds of the array.")
	}
	return dims[i], nil
}

// arrayCells are the methods that look at the dimensions and single elements.
func arrayCells() []objects.Method {
	length := func(of func(n int) value) func(c *call) (value, error) {
		return func(c *call) (value, error) {
			n, err := dimension(arrayOf(c.This), c.Int(0))
			return of(n), err
		}
	}
	methods := []objects.Method{
		partial("int GetLength(int dimension)", length(func(n int) value { return objects.Int(n) })),
		partial("long GetLongLength(int dimension)", length(func(n int) value { return objects.Int64(int64(n)) })),
		partial("int GetLowerBound(int dimension)", length(func(int) value { return objects.Int(0) })),
		partial("int GetUpperBound(int dimension)", length(func(n int) value { return objects.Int(n - 1) })),
		partial("System.Object& Address(int )", func(*call) (value, error) {
			return objects.Null, objects.NewException(objects.NotSupportedException, "A method that gives the place of an element cannot be called.")
		}),
		partial("System.Object Get(int )", func(c *call) (value, error) { return cell(c, c.Args) }),
		partial("void Set(int , System.Object )", func(c *call) (value, error) { return setCell(c, c.Args[1], c.Args[:1]) }),
	}
	return append(methods, valueMethods()...)
}

// valueMethods are GetValue and SetValue with one to three or any number of
// indexes, of Int32 and of Int64.
func valueMethods() (methods []objects.Method) {
	each := func(c *call) (value, error) { return cell(c, c.Args) }
	setEach := func(c *call) (value, error) { return setCell(c, c.Args[0], c.Args[1:]) }
	for _, t := range [...]string{"int", "long"} {
		for _, list := range [...]string{t + " index", t + " index1, " + t + " index2", t + " index1, " + t + " index2, " + t + " index3"} {
			methods = append(methods,
				partial("System.Object GetValue("+list+")", each),
				partial("void SetValue(System.Object value, "+list+")", setEach))
		}
		methods = append(methods,
			partial("System.Object GetValue(Params "+t+"[] indices)", func(c *call) (value, error) { return cell(c, c.Items(0)) }),
			partial("void SetValue(System.Object value, Params "+t+"[] indices)", func(c *call) (value, error) { return setCell(c, c.Args[0], c.Items(1)) }))
	}
	return append(methods, partial("System.Object IList.Item(int index) {get;set;}", each))
}

// cellPlace is the place of an element among all of a's.
func cellPlace(a *objects.Array, index []value) (int, error) {
	dims := a.Dims()
	if dims == nil {
		dims = []int{a.Len()}
	}
	if len(index) != len(dims) {
		return 0, objects.NewException(objects.ArgumentException, "Array was not a one-dimensional array.")
	}
	at := 0
	for i, n := range dims {
		x := int(index[i].Int64())
		if x < 0 || x >= n {
			return 0, objects.NewException(objects.IndexOutOfRangeException, "Index was outside the bounds of the array.")
		}
		at = at*n + x
	}
	return at, nil
}

func cell(c *call, index []value) (value, error) {
	a := arrayOf(c.This)
	at, err := cellPlace(a, index)
	if err != nil {
		return objects.Null, err
	}
	return a.At(at), nil
}

func setCell(c *call, v value, index []value) (value, error) {
	a := arrayOf(c.This)
	at, err := cellPlace(a, index)
	if err == nil {
		v, err = element(c, a.Elem(), v)
	}
	if err == nil {
		a.Set(at, v)
	}
	return objects.AutomationNull(), err
}

// element is v as an element of the type.
func element(c *call, t *objects.Type, v value) (value, error) {
	if t == objects.ObjectType || v.Type() == t {
		return v, nil
	}
	return c.Types.Convert(v, t)
}

// compareArrays orders two arrays of one length by their first elements that differ.
func compareArrays(c *call) (value, error) {
	if !c.Is(0) {
		return objects.Int(1), nil
	}
	a := arrayOf(c.This)
	b, ok := objects.As[*objects.Array](c.Args[0])
	if !ok || a.Len() != b.Len() {
		return objects.Null, objects.BadArgument("Object is not a array with the same number of elements as the array to compare it to.", "other")
	}
	for i, v := range a.Items() {
		if n, err := objects.CompareBy(c, c.Args[1], v, b.At(i)); n != 0 || err != nil {
			return objects.Int(n), err
		}
	}
	return objects.Int(0), nil
}

func fixedSize(*call) (value, error) {
	return objects.Null, objects.NewException(objects.NotSupportedException, "Collection was of a fixed size.")
}

// arrayList are the methods of the interfaces that an array implements.
func arrayList() []objects.Method {
	return []objects.Method{
		total("System.Object Clone()", func(c *call) value { return objects.Of(cloneArray(arrayOf(c.This))) }),
		partial("void CopyTo(array array, int index)", func(c *call) (value, error) {
			from := arrayOf(c.This)
			if !c.Is(0) {
				return objects.Null, objects.NullArgument("destinationArray")
			}
			return objects.AutomationNull(), copyItems(c, from.Items(), arrayOf(c.Args[0]), c.Int(1))
		}),
		total("System.Collections.IEnumerator GetEnumerator()", func(c *call) value {
			return objects.Of(objects.NewEnumerator(ArrayEnumeratorType, arrayOf(c.This).Items()))
		}),
		total("void Initialize()", func(*call) value { return objects.AutomationNull() }),
		partial("int IList.Add(System.Object value)", fixedSize),
		partial("int IStructuralComparable.CompareTo(System.Object other, System.Collections.IComparer comparer)", compareArrays),
		partial("void IList.Insert(int index, System.Object value)", fixedSize),
		partial("void IList.Remove(System.Object value)", fixedSize),
		partial("void IList.RemoveAt(int index)", fixedSize),
		total("bool IList.Contains(System.Object value)", func(c *call) value {
			return objects.Bool(indexOf(arrayOf(c.This).Items(), c.Args[0]) >= 0)
		}),
		total("int IList.IndexOf(System.Object value)", func(c *call) value {
			return objects.Int(indexOf(arrayOf(c.This).Items(), c.Args[0]))
		}),
		total("void IList.Clear()", func(c *call) value {
			clearItems(arrayOf(c.This), 0, arrayOf(c.This).Len())
			return objects.AutomationNull()
		}),
	}
}

// ArrayEnumeratorType is what Array.GetEnumerator gives.
var ArrayEnumeratorType = &objects.Type{FullName: "System.ArrayEnumerator", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.EnumeratorType}}

func cloneArray(a *objects.Array) *objects.Array {
	b, err := objects.MakeArray(a.Elem(), lengths(a)...)
	if err != nil {
		return a
	}
	for i, v := range a.Items() {
		b.Set(i, v)
	}
	return b
}

func lengths(a *objects.Array) []int {
	if a.Dims() != nil {
		return a.Dims()
	}
	return []int{a.Len()}
}

// indexOf is the place of the first equal item (Object.Equals); -1 for none.
func indexOf(items []value, sought value) int {
	for i, v := range items {
		if objects.SameValue(v, sought) {
			return i
		}
	}
	return -1
}

func clearItems(a *objects.Array, start, count int) {
	zero := objects.Default(a.Elem())
	for i := start; i < start+count; i++ {
		a.Set(i, zero)
	}
}

// copyItems puts the items into an array from a place on.
func copyItems(c *call, items []value, to *objects.Array, at int) error {
	if at < 0 || len(items) > to.Len()-at {
		return objects.BadArgument("Destination array was not long enough. Check the destination index, length, and the array's lower bounds.", "destinationArray")
	}
	for i, v := range items {
		v, err := element(c, to.Elem(), v)
		if err != nil {
			return objects.NewException(objects.InvalidCastException, "At least one element in the source array could not be cast down to the destination array type.")
		}
		to.Set(at+i, v)
	}
	return nil
}
