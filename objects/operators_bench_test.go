package objects_test

import (
	"testing"

	. "github.com/csshell/csshell/objects"
)

// BenchmarkOperators times what every loop of a script does. Nothing here may
// allocate, which TestHotPathsDoNotAllocate proves.
func BenchmarkOperators(b *testing.B) {
	for _, h := range hotPaths() {
		b.Run(h.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				h.run()
			}
		})
	}
}

// TestHotPathsDoNotAllocate keeps the operators of loops off the heap.
func TestHotPathsDoNotAllocate(t *testing.T) {
	for _, h := range hotPaths() {
		if n := testing.AllocsPerRun(100, h.run); n > 0 {
			t.Errorf("%s: %v allocations", h.name, n)
		}
	}
}

type hotPath struct {
	name string
	run  func()
}

var sink Value

func hotPaths() []hotPath {
	tt := newTable()
	i, j := Int32(7), Int32(35)
	l, m := Int64(7_000_000_000), Int64(3)
	x, y := Double(1.5), Double(2.5)
	s, u := String("Contoso"), String("CONTOSO")
	array := Of(ObjectArray(i, j, x, s))
	table := NewHashtable()
	table.Set(String("name"), i)
	hash, name := Of(table), String("name")
	number := String("12")
	first := []Value{Int32(1)}
	key := []Value{name}
	keep := func(v Value, err error) { sink = v }
	return []hotPath{
		{"int+int", func() { keep(tt.Add(i, j)) }},
		{"int-int", func() { keep(tt.Subtract(i, j)) }},
		{"int*int", func() { keep(tt.Multiply(i, j)) }},
		{"int/int", func() { keep(tt.Divide(j, i)) }},
		{"int%int", func() { keep(tt.Remainder(j, i)) }},
		{"long+long", func() { keep(tt.Add(l, m)) }},
		{"long*int", func() { keep(tt.Multiply(l, i)) }},
		{"double+double", func() { keep(tt.Add(x, y)) }},
		{"double*int", func() { keep(tt.Multiply(x, i)) }},
		{"int-band-int", func() { keep(tt.BitAnd(i, j)) }},
		{"int-eq-int", func() { sink = Bool(tt.Equal(i, j, true)) }},
		{"double-eq-int", func() { sink = Bool(tt.Equal(x, i, true)) }},
		{"string-eq-string", func() { sink = Bool(tt.Equal(s, u, true)) }},
		{"string-ceq-string", func() { sink = Bool(tt.Equal(s, u, false)) }},
		{"int-lt-int", func() { n, _ := tt.Compare(i, j, true); sink = Int(n) }},
		{"long-lt-int", func() { n, _ := tt.Compare(l, j, true); sink = Int(n) }},
		{"double-lt-double", func() { n, _ := tt.Compare(x, y, true); sink = Int(n) }},
		{"truth-of-int", func() { sink = Bool(tt.Truth(i)) }},
		{"truth-of-string", func() { sink = Bool(tt.Truth(s)) }},
		{"truth-of-array", func() { sink = Bool(tt.Truth(array)) }},
		{"text-of-string", func() { t, _ := tt.Text(s, " "); sink = Bool(t == "") }},
		{"text-of-small-int", func() { t, _ := tt.Text(i, " "); sink = Bool(t == "") }},
		{"array[int]", func() { keep(tt.Index(array, first)) }},
		{"hashtable[name]", func() { keep(tt.Index(hash, key)) }},
		{"[int]int", func() { keep(tt.Convert(i, Int32Type)) }},
		{"[long]int", func() { keep(tt.Convert(i, Int64Type)) }},
		{"[int]double", func() { keep(tt.Convert(x, Int32Type)) }},
		{"[int]string", func() { keep(tt.Convert(number, Int32Type)) }},
	}
}
