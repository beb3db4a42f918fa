package numerics_test

import (
	"context"
	"testing"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/dotnet"
)

// TestBigInteger calls static methods with numbers as scripts write them; the
// results are .NET's.
func TestBigInteger(t *testing.T) {
	tt := objects.NewTypeTable(dotnet.Sources)
	for _, row := range []struct {
		method string
		args   []string
		want   string
	}{
		{"Pow", []string{"2", "100"}, "1267650600228229401496703205376"},
		{"Pow", []string{"2", "-1"}, "ArgumentOutOfRangeException"},
		{"Pow", []string{"10", "2000000000"}, "OutOfMemoryException"},
		{"Pow", []string{"-1", "2000000001"}, "-1"},
		{"Remainder", []string{"-7", "3"}, "-1"},
		{"Divide", []string{"-7", "2"}, "-3"},
		{"Divide", []string{"1", "0"}, "DivideByZeroException"},
		{"ModPow", []string{"3", "4", "5"}, "1"},
		{"ModPow", []string{"-3", "3", "5"}, "-2"},
		{"GreatestCommonDivisor", []string{"-12", "18"}, "6"},
		{"Max", []string{"3", "5"}, "5"},
		{"Min", []string{"3", "5"}, "3"},
		{"Log10", []string{"1000"}, "2.9999999999999996"},
		{"IsPow2", []string{"1024"}, "True"},
		{"op_LeftShift", []string{"1", "70"}, "1180591620717411303424"},
		{"Compare", []string{"1", "2"}, "-1"},
	} {
		args := make([]objects.Value, len(row.args))
		for i, a := range row.args {
			args[i], _ = objects.ParseNumeral(a)
		}
		v, err := tt.InvokeStatic(context.Background(), objects.BigIntegerType, objects.Invocation{Name: row.method, Args: args})
		got, _ := tt.ToString(v, "")
		if e, ok := err.(*objects.Exception); ok {
			got = e.ErrorID
		}
		if got != row.want {
			t.Errorf("%s%v: %s, want %s", row.method, row.args, got, row.want)
		}
	}
}

// TestBytes takes numbers apart and puts them together again.
func TestBytes(t *testing.T) {
	tt := objects.NewTypeTable(dotnet.Sources)
	for _, row := range []struct {
		number string
		bytes  int
	}{{"0n", 1}, {"127n", 1}, {"128n", 2}, {"-128n", 1}, {"-129n", 2}, {"255n", 2}, {"-1n", 1}, {"123456789012345678901234567890n", 13}} {
		n, _ := objects.ParseNumeral(row.number)
		bytes, err := tt.Invoke(context.Background(), n, objects.Invocation{Name: "ToByteArray"})
		if err != nil {
			t.Fatal(err)
		}
		if got := bytes.Ref().(*objects.Array).Len(); got != row.bytes {
			t.Errorf("%s: %d bytes, want %d", row.number, got, row.bytes)
		}
		back, err := tt.InvokeStatic(context.Background(), objects.BigIntegerType, objects.Invocation{Name: "new", Args: []objects.Value{bytes}})
		if err != nil || !tt.Equal(back, n, false) {
			t.Errorf("%s comes back as another number: %v", row.number, err)
		}
	}
}
