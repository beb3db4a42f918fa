package collections_test

import (
	"context"
	"errors"
	"testing"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/collections"
	"github.com/csshell/csshell/objects/system"
)

func table() *objects.TypeTable {
	return objects.NewTypeTable(func() [][]objects.TypeEntry { return [][]objects.TypeEntry{system.Types(), collections.Types()} })
}

func vals(items ...any) []objects.Value {
	out := make([]objects.Value, len(items))
	for i, x := range items {
		switch x := x.(type) {
		case int:
			out[i] = objects.Int(x)
		case float64:
			out[i] = objects.Double(x)
		case string:
			out[i] = objects.String(x)
		case bool:
			out[i] = objects.Bool(x)
		case []int:
			out[i] = objects.ArrayValue(vals(anys(x)...))
		case objects.Value:
			out[i] = x
		case objects.Object:
			out[i] = objects.Of(x)
		case nil:
		}
	}
	return out
}

func anys[T any](xs []T) []any {
	out := make([]any, len(xs))
	for i, x := range xs {
		out[i] = x
	}
	return out
}

// outcome is a result as text with its type, or an error with its id.
func outcome(tt *objects.TypeTable, v objects.Value, err error) string {
	if e, ok := errors.AsType[*objects.Exception](err); ok {
		return "error " + e.ErrorID + " | " + e.Type().Name() + " | " + e.Message
	}
	if err != nil {
		return "error " + err.Error()
	}
	s, err := tt.Text(v, ",")
	if err != nil {
		return "text " + err.Error()
	}
	if v.Type() == nil {
		return "null"
	}
	return v.Type().Name() + " " + s
}

func TestStaticCalls(t *testing.T) {
	tt := table()
	for _, row := range []struct {
		typ, method string
		args        []any
		want        string
	}{
		{"math", "Max", []any{1, 2.5}, "Int32 2"},
		{"math", "Max", []any{1}, `error MethodCountCouldNotFindBest | MethodException | Cannot find an overload for "Max" and the argument count: "1".`},
		{"math", "Round", []any{2.5}, "Double 2"},
		{"math", "Round", []any{"x"}, `error MethodArgumentConversionInvalidCastArgument | MethodException | Cannot convert argument "a", with value: "x", for "Round" to type "System.Double": "Cannot convert value "x" to type "System.Double". Error: "The input string 'x' was not in a correct format.""`},
		{"math", "Round", []any{2.5, "ToZero"}, `error MethodArgumentConversionInvalidCastArgument | MethodException | Cannot convert argument "digits", with value: "ToZero", for "Round" to type "System.Int32": "Cannot convert value "ToZero" to type "System.Int32". Error: "The input string 'ToZero' was not in a correct format.""`},
		{"math", "Abs", nil, `error MethodCountCouldNotFindBest | MethodException | Cannot find an overload for "Abs" and the argument count: "0".`},
		{"math", "Sqrt", []any{16}, "Double 4"},
		{"string", "Join", []any{"-", []int{1, 2, 3}}, "String 1-2-3"},
		{"string", "Join", []any{"-", 1, "b"}, "String 1-b"},
		{"string", "IsNullOrEmpty", []any{nil}, "Boolean True"},
		{"int", "Parse", []any{"x"}, `error FormatException | MethodInvocationException | Exception calling "Parse" with "1" argument(s): "The input string 'x' was not in a correct format."`},
		{"string", "new", []any{"a", 3}, "String aaa"},
		{"datetime", "new", []any{2024, 13, 1}, `error ArgumentOutOfRangeException | MethodInvocationException | Exception calling ".ctor" with "3" argument(s): "Year, Month, and Day parameters describe an un-representable DateTime."`},
		{"datetime", "Nope", nil, "error MethodNotFound | RuntimeException | Method invocation failed because [System.DateTime] does not contain a method named 'Nope'."},
		{"int[]", "new", []any{3}, "Int32[] 0,0,0"},
		{"enum", "GetNames", []any{objects.TypeValue(system.DateTimeKindType)}, "String[] Unspecified,Utc,Local"},
		{"guid", "Parse", []any{"x"}, `error FormatException | MethodInvocationException | Exception calling "Parse" with "1" argument(s): "Unrecognized Guid format."`},
	} {
		typ, ok := tt.Lookup(row.typ, nil)
		if !ok {
			t.Errorf("no type %s", row.typ)
			continue
		}
		v, err := tt.InvokeStatic(context.Background(), typ, objects.Invocation{Name: row.method, Args: vals(row.args...)})
		if got := outcome(tt, v, err); got != row.want {
			t.Errorf("[%s]::%s(%v)\n got %s\nwant %s", row.typ, row.method, row.args, got, row.want)
		}
	}
}

func TestInstanceCalls(t *testing.T) {
	tt := table()
	for _, row := range []struct {
		this   any
		method string
		args   []any
		want   string
	}{
		{"abc", "Substring", []any{1}, "String bc"},
		{"abc", "Substring", []any{"1", "1"}, "String b"},
		{"abc", "Substring", []any{10}, `error ArgumentOutOfRangeException | MethodInvocationException | Exception calling "Substring" with "1" argument(s): "startIndex cannot be larger than length of string. (Parameter 'startIndex')"`},
		{"a,b,c", "Split", []any{","}, "String[] a,b,c"},
		{"a-b_c", "Split", []any{"-", "_"}, `error MethodArgumentConversionInvalidCastArgument | MethodException | Cannot convert argument "count", with value: "_", for "Split" to type "System.Int32": "Cannot convert value "_" to type "System.Int32". Error: "The input string '_' was not in a correct format.""`},
		{"abcc", "TrimEnd", []any{"c"}, "String ab"},
		{"abcb", "Trim", []any{"ab"}, "String c"},
		{"abc", "IndexOf", []any{"c"}, "Int32 2"},
		{"abc", "replace", []any{"b", "x"}, "String axc"},
		{"abc", "ToUpper", nil, "String ABC"},
		{5, "CompareTo", []any{"x"}, `error ArgumentException | MethodInvocationException | Exception calling "CompareTo" with "1" argument(s): "Object must be of type Int32."`},
		{5, "GetType", nil, "RuntimeType int"},
		{objects.ObjectArray(vals(1, 2)...), "Add", []any{3}, `error NotSupportedException | MethodInvocationException | Exception calling "Add" with "1" argument(s): "Collection was of a fixed size."`},
		{objects.ObjectArray(vals(1, 2)...), "Contains", []any{2}, "Boolean True"},
		{objects.NewHashtable(), "Add", []any{nil, 2}, `error ArgumentNullException | MethodInvocationException | Exception calling "Add" with "2" argument(s): "Value cannot be null. (Parameter 'key')"`},
		{objects.NewHashtable(), "ContainsKey", []any{"a"}, "Boolean False"},
		{objects.NewList(objects.ArrayListType, nil), "Add", []any{7}, "Int32 0"},
	} {
		this := vals(row.this)[0]
		v, err := tt.Invoke(context.Background(), this, objects.Invocation{Name: row.method, Args: vals(row.args...)})
		if got := outcome(tt, v, err); got != row.want {
			t.Errorf("(%v).%s(%v)\n got %s\nwant %s", row.this, row.method, row.args, got, row.want)
		}
	}
}

func TestLookup(t *testing.T) {
	tt := table()
	for _, row := range []struct{ name, want string }{
		{"int", "System.Int32"}, {"System.Int32", "System.Int32"}, {"String[]", "System.String[]"}, {"int[,]", "System.Int32[,]"},
		{"Collections.Generic.List[string]", "System.Collections.Generic.List`1[System.String]"},
		{"System.Collections.Generic.Dictionary[string,[int]]", "System.Collections.Generic.Dictionary`2[System.String,System.Int32]"},
		{"Environment+SpecialFolder", "System.Environment+SpecialFolder"},
		{"System.Collections.Generic.List`1[[System.Int32, mscorlib]]", "System.Collections.Generic.List`1[System.Int32]"},
		{"int[][]", "System.Int32[][]"}, {"nosuch", ""}, {"int[", ""}, {"", ""}, {"List[int]", "System.Collections.Generic.List`1[System.Int32]"},
	} {
		typ, ok := tt.Lookup(row.name, []string{"System.Collections.Generic"})
		got := ""
		if ok {
			got = typ.String()
		}
		if got != row.want {
			t.Errorf("%s: got %q, want %q", row.name, got, row.want)
		}
	}
}

func TestGenericList(t *testing.T) {
	tt := table()
	typ, _ := tt.Lookup("Collections.Generic.List[int]", nil)
	l, err := tt.InvokeStatic(context.Background(), typ, objects.Invocation{Name: "new"})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		method string
		args   []any
		want   string
	}{
		{"Add", []any{"5"}, "null"},
		{"Add", []any{"x"}, `error MethodArgumentConversionInvalidCastArgument | MethodException | Cannot convert argument "item", with value: "x", for "Add" to type "System.Int32": "Cannot convert value "x" to type "System.Int32". Error: "The input string 'x' was not in a correct format.""`},
		{"AddRange", []any{[]int{1}}, `error MethodArgumentConversionInvalidCastArgument | MethodException | Cannot convert argument "collection", with value: "System.Object[]", for "AddRange" to type "System.Collections.Generic.IEnumerable` + "`" + `1[System.Int32]": "Cannot convert the "System.Object[]" value of type "System.Object[]" to type "System.Collections.Generic.IEnumerable` + "`" + `1[System.Int32]"."`},
		{"ToArray", nil, "Int32[] 5"},
		{"RemoveAt", []any{5}, `error ArgumentOutOfRangeException | MethodInvocationException | Exception calling "RemoveAt" with "1" argument(s): "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')"`},
		{"Item", []any{3}, `error ExceptionWhenGetting | GetValueInvocationException | Exception getting "Item": "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')"`},
	} {
		v, err := tt.Invoke(context.Background(), l, objects.Invocation{Name: row.method, Args: vals(row.args...)})
		if got := outcome(tt, v, err); got != row.want {
			t.Errorf("%s(%v)\n got %s\nwant %s", row.method, row.args, got, row.want)
		}
	}
}

func BenchmarkSubstring(b *testing.B) {
	tt := table()
	var cache objects.MethodCache
	this, args := objects.String("hello world"), vals(1, 3)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := cache.Invoke(context.Background(), tt, this, objects.Invocation{Name: "Substring", Args: args}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkListAdd(b *testing.B) {
	tt := table()
	var cache objects.MethodCache
	l := objects.Of(objects.NewList(objects.ArrayListType, nil))
	args := vals(1)
	b.ReportAllocs()
	for b.Loop() {
		cache.Invoke(context.Background(), tt, l, objects.Invocation{Name: "Add", Args: args})
	}
}

func BenchmarkPropertyOfShape(b *testing.B) {
	tt := table()
	var cache objects.PropertyCache
	p := objects.Of(objects.NewShaped(objects.NewShape("Name", "Size"), vals("a", 5)))
	b.ReportAllocs()
	for b.Loop() {
		cache.Get(tt, p, "Size")
	}
}

func BenchmarkPropertyOfString(b *testing.B) {
	tt := table()
	var cache objects.PropertyCache
	s := objects.String("hello")
	b.ReportAllocs()
	for b.Loop() {
		cache.Get(tt, s, "Length")
	}
}
