package utf16

import (
	"strings"
	"testing"
)

const high, low = "\xed\xa0\xbd", "\xed\xb8\x80" // the halves of U+1F600

func TestLen(t *testing.T) {
	for _, row := range []struct {
		s    string
		want int
	}{
		{"", 0}, {"abc", 3}, {"äöü", 3}, {"€", 1}, {"😀", 2}, {high, 1}, {"a😀b", 4},
	} {
		if got := Len(row.s); got != row.want {
			t.Errorf("Len(%q) = %d, want %d", row.s, got, row.want)
		}
		if got := len(Encode(row.s)); got != row.want {
			t.Errorf("len(Encode(%q)) = %d, want %d", row.s, got, row.want)
		}
	}
}

func TestSlice(t *testing.T) {
	for _, row := range []struct {
		s            string
		start, count int
		want         string
	}{
		{"hello", 1, 3, "ell"},
		{"häß", 1, 1, "ä"},
		{"a😀b", 0, 2, "a" + high},
		{"a😀b", 2, 2, low + "b"},
		{"a😀b", 1, 2, "😀"},
		{"a😀b", 2, 0, ""},
		{"a😀b", 1, 1, high},
		{"a😀b", 2, 1, low},
		{"😀😀", 1, 2, low + high},
		{"abc", 3, 0, ""},
	} {
		if got := Slice(row.s, row.start, row.count); got != row.want {
			t.Errorf("Slice(%q, %d, %d) = %q, want %q", row.s, row.start, row.count, got, row.want)
		}
	}
}

func TestAt(t *testing.T) {
	for _, row := range []struct {
		s    string
		unit int
		want uint16
		ok   bool
	}{
		{"abc", 1, 'b', true}, {"abc", 3, 0, false}, {"abc", -1, 0, false},
		{"😀x", 0, 0xD83D, true}, {"😀x", 1, 0xDE00, true}, {"😀x", 2, 'x', true}, {"ä", 1, 0, false},
	} {
		got, ok := At(row.s, row.unit)
		if got != row.want || ok != row.ok {
			t.Errorf("At(%q, %d) = %#x, %v, want %#x, %v", row.s, row.unit, got, ok, row.want, row.ok)
		}
	}
}

func TestIndex(t *testing.T) {
	for _, row := range []struct {
		s, sub string
		start  int
		want   int
	}{
		{"a😀b", "b", 0, 3}, {"abcabc", "c", 3, 5}, {"äbc", "c", 0, 2}, {"abc", "x", 0, -1}, {"abc", "", 1, 1}, {"😀a", "a", 1, 2},
	} {
		if got := Index(row.s, row.sub, row.start); got != row.want {
			t.Errorf("Index(%q, %q, %d) = %d, want %d", row.s, row.sub, row.start, got, row.want)
		}
	}
	if got := LastIndex("ä.b.c", "."); got != 3 {
		t.Errorf("LastIndex = %d, want 3", got)
	}
}

func TestSurrogates(t *testing.T) {
	if got := Concat("x"+high, low+"y"); got != "x😀y" {
		t.Errorf("Concat = %q", got)
	}
	if got := Concat(low, high); got != low+high {
		t.Errorf("Concat = %q", got)
	}
	if got := Decode([]uint16{0xD83D, 0xDE00, 0xD83D}); got != "😀"+high {
		t.Errorf("Decode = %q", got)
	}
	if r, size := DecodeLastRune("a" + low); r != 0xDE00 || size != 3 {
		t.Errorf("DecodeLastRune = %#x, %d", r, size)
	}
	for unit := range 0x10000 {
		s := FromUnit(uint16(unit))
		if got := Encode(s); len(got) != 1 || int(got[0]) != unit {
			t.Fatalf("FromUnit(%#x) = %q, which encodes to %#x", unit, s, got)
		}
	}
}

func TestCompare(t *testing.T) {
	for _, row := range []struct {
		a, b string
		want int
	}{
		{"a", "b", -1}, {"b", "a", 1}, {"a", "a", 0}, {"a", "ab", -1}, {"Z", "a", -1},
		{"\uffff", "😀", 1}, {"😀", "\ue000", -1}, {"\ud7ff", "😀", -1}, {"😀", "😁", -1}, {"ä", "z", 1},
	} {
		if got := Compare(row.a, row.b); got != row.want {
			t.Errorf("Compare(%q, %q) = %d, want %d", row.a, row.b, got, row.want)
		}
	}
}

func FuzzSlice(f *testing.F) {
	f.Add("a😀b", 1, 1)
	f.Fuzz(func(t *testing.T, s string, start, count int) {
		s = strings.ToValidUTF8(s, "?")
		units := Encode(s)
		if start < 0 || count < 0 || start > len(units) || count > len(units)-start {
			return
		}
		if got, want := Slice(s, start, count), Decode(units[start:start+count]); got != want {
			t.Errorf("Slice(%q, %d, %d) = %q, want %q", s, start, count, got, want)
		}
	})
}

func BenchmarkLen(b *testing.B) {
	s := strings.Repeat("pool01.contoso.com ", 8)
	for b.Loop() {
		Len(s)
	}
}

func TestAppend(t *testing.T) {
	high, low := FromUnit(0xD83D), FromUnit(0xDE00)
	for _, parts := range [][]string{{"a", "b"}, {high, low}, {"x" + high, low + "y"}, {high, high, low}, {low, high}, {"", high, "", low}} {
		var dst []byte
		want := ""
		for _, p := range parts {
			dst = Append(dst, p)
			want = Concat(want, p)
		}
		if string(dst) != want {
			t.Errorf("%q: %q, want %q", parts, dst, want)
		}
	}
}
