package linq_test

import (
	"context"
	"testing"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/collections"
	"github.com/csshell/csshell/objects/linq"
	"github.com/csshell/csshell/objects/system"
)

// TestEnumerable asks sequences of integers; the answer is written with blanks.
func TestEnumerable(t *testing.T) {
	tt := objects.NewTypeTable(func() [][]objects.TypeEntry {
		return [][]objects.TypeEntry{system.Types(), collections.Types(), linq.Types()}
	})
	ints := func(ns ...int) objects.Value {
		items := make([]objects.Value, len(ns))
		for i, n := range ns {
			items[i] = objects.Int(n)
		}
		return objects.Of(objects.NewArray(objects.Int32Type, items))
	}
	type args []objects.Value
	for _, row := range []struct {
		name string
		args args
		want string
	}{
		{"Sum", args{ints(1, 2, 3)}, "6"},
		{"Average", args{ints(1, 2)}, "1.5"},
		{"Max", args{ints(1, 5, 3)}, "5"},
		{"Distinct", args{ints(1, 2, 1)}, "1 2"},
		{"Reverse", args{ints(1, 2, 3)}, "3 2 1"},
		{"Skip", args{ints(1, 2, 3), objects.Int(2)}, "3"},
		{"Take", args{ints(1, 2, 3), objects.Int(9)}, "1 2 3"},
		{"Except", args{ints(1, 2, 3), ints(2)}, "1 3"},
		{"Union", args{ints(1, 2), ints(2, 3)}, "1 2 3"},
		{"Range", args{objects.Int(2), objects.Int(3)}, "2 3 4"},
		{"Contains", args{ints(1, 2), objects.Int(2)}, "True"},
		{"FirstOrDefault", args{ints()}, "0"},
		{"First", args{ints()}, `Exception calling "First" with "1" argument(s): "Sequence contains no elements"`},
		{"Sum", args{objects.ArrayValue([]objects.Value{objects.Int(1)})}, `Cannot find an overload for "Sum" and the argument count: "1".`},
	} {
		v, err := tt.InvokeStatic(context.Background(), linq.EnumerableType, objects.Invocation{Name: row.name, Args: row.args})
		got := ""
		if err != nil {
			got = err.Error()
		} else {
			got, err = tt.Text(v, " ")
			if err != nil {
				t.Fatal(err)
			}
		}
		if got != row.want {
			t.Errorf("%s: got %s, want %s", row.name, got, row.want)
		}
	}
}
