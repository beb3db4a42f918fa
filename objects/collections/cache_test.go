package collections_test

import (
	"testing"

	"github.com/csshell/csshell/objects"
)

// One place of a program sees wrappers, wrappers with members of their own, and
// type data that comes later.
func TestPropertyCacheOfWrappers(t *testing.T) {
	tt := table()
	var cache objects.PropertyCache
	text := func(s string) *objects.PSObject { return objects.Wrap(objects.String(s)) }
	noted := text("four")
	noted.SetNote("Length", objects.Int(99))
	other := text("five5")
	other.SetNote("Colour", objects.String("red"))
	renamed := text("six")
	renamed.SetTypeNames([]string{"Ruler"})
	list := objects.Wrap(objects.Of(objects.NewList(objects.ArrayListType, vals(1, 2))))

	if err := tt.AddTypeData(&objects.TypeData{TypeName: "Ruler", Members: []objects.OwnMember{{Name: "Length", Kind: objects.NotePropertyMember, Value: objects.Int(30)}}}, false); err != nil {
		t.Fatal(err)
	}
	check := func(of *objects.PSObject, want int, found bool) {
		t.Helper()
		for range 3 { // to learn, to use, and once more
			got, ok, err := cache.Get(tt, objects.Of(of), "Length")
			if err != nil || ok != found || ok && got.Int64() != int64(want) {
				t.Errorf("got %v %v %v, want %d %v", got.Int64(), ok, err, want, found)
			}
		}
	}
	for range 2 {
		check(text("hello"), 5, true)
		check(noted, 99, true)
		check(other, 5, true)
		check(renamed, 30, true)
		check(list, 0, false)
		check(text("a"), 1, true)
	}
	if err := tt.AddTypeData(&objects.TypeData{TypeName: "System.String", Members: []objects.OwnMember{{Name: "Length", Kind: objects.NotePropertyMember, Value: objects.Int(7)}}}, true); err != nil {
		t.Fatal(err)
	}
	check(text("hello"), 7, true)
	check(noted, 99, true)
}

func BenchmarkPropertyOfWrapper(b *testing.B) {
	tt := table()
	var cache objects.PropertyCache
	s := objects.Of(objects.Wrap(objects.String("hello")))
	b.ReportAllocs()
	for b.Loop() {
		cache.Get(tt, s, "Length")
	}
}

// One place of a program serves two sessions in turn: each has type data of its own.
func TestPropertyCacheOfTwoSessions(t *testing.T) {
	var cache objects.PropertyCache
	first, second := table(), table()
	for i, tt := range []*objects.TypeTable{first, second} {
		data := &objects.TypeData{TypeName: "System.String", Members: []objects.OwnMember{{Name: "Length", Kind: objects.NotePropertyMember, Value: objects.Int(i)}}}
		if err := tt.AddTypeData(data, true); err != nil {
			t.Fatal(err)
		}
	}
	for range 3 {
		for i, tt := range []*objects.TypeTable{first, second} {
			if got, _, err := cache.Get(tt, objects.String("text"), "Length"); err != nil || got.Int64() != int64(i) {
				t.Errorf("session %d: %d, %v", i, got.Int64(), err)
			}
		}
	}
}
