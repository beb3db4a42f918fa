package culture

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/csshell/csshell/objects/utf16"
)

// TestCollation compares with what ICU itself gives (ucol_strcoll at tertiary
// and at secondary strength).
func TestCollation(t *testing.T) {
	table, err := os.ReadFile("testdata/collation.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(table)) {
		if strings.HasPrefix(line, "# ") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		c := get(t, f[0])
		for i, options := range []CompareOptions{0, IgnoreCase} {
			if got := strconv.Itoa(c.Compare(f[1], f[2], options)); got != f[3+i] {
				t.Errorf("%s: %q, %q with options %d = %s, want %s", f[0], f[1], f[2], options, got, f[3+i])
			}
			back := strconv.Itoa(-c.Compare(f[2], f[1], options))
			if back != f[3+i] {
				t.Errorf("%s: %q, %q backwards = %s, want %s", f[0], f[1], f[2], back, f[3+i])
			}
		}
	}
}

func TestCompare(t *testing.T) {
	for _, row := range []struct {
		a, b        string
		cased, fold int
	}{
		{"a", "A", -1, 0}, {"A", "b", -1, -1}, {"Ab", "aB", 1, 0}, {"co-op", "coop", -1, -1}, {"a b", "ab", -1, -1}, {"_x", "-x", -1, -1}, {"é", "e", 1, 1}, {"é", "É", -1, 0}, {"é", "e\u0301", 0, 0},
		{"5:06\u202fPM", "5:06 PM", 1, 0}, {"a\x00b", "ab", 0, 0}, {"ab", "ab\x01", 0, 0}, {"", "\x00", 0, 0}, {"straße", "strasse", 1, 1}, {"日", "本", -1, -1}, {"가", "나", -1, -1}, {"가", "ㄱ", 1, 1},
		{"😀", "a", -1, -1}, {"😀", "😁", -1, -1}, {"\xed\xa0\xbd", "a", 1, 1}, {"z", "ä", 1, 1}, {"", "a", -1, -1}, {"Zebra", "apple", 1, 1}, {"a1", "a10", -1, -1}, {"a2", "a10", 1, 1}, {"$", "1", -1, -1}, {"#", "$", -1, -1},
		{"Ａ", "A", 1, 1}, {"１", "1", 1, 1}, {"ア", "あ", 1, 1}, {"ｱ", "ア", 1, 1}, {"ガ", "が", 1, 1}, {"ア", "い", -1, -1}, {"Ａ", "B", -1, -1}, {"𐐀", "𐐨", 1, 0},
	} {
		if got := Compare(row.a, row.b, false); got != row.cased {
			t.Errorf("Compare(%q, %q) = %d, want %d", row.a, row.b, got, row.cased)
		}
		if got := Compare(row.a, row.b, true); got != row.fold {
			t.Errorf("Compare(%q, %q) ignoring case = %d, want %d", row.a, row.b, got, row.fold)
		}
		if Equal(row.a, row.b, true) != (row.fold == 0) {
			t.Errorf("Equal(%q, %q)", row.a, row.b)
		}
	}
}

func TestOptions(t *testing.T) {
	inv := Invariant()
	for _, row := range []struct {
		a, b    string
		options CompareOptions
		want    int
	}{
		{"résumé", "RESUME", IgnoreCase | IgnoreNonSpace, 0}, {"résumé", "resume", IgnoreNonSpace, 0}, {"résumé", "Resume", IgnoreNonSpace, -1}, {"co-op", "coop", IgnoreSymbols, 0}, {"a $5", "a5", IgnoreSymbols, 0},
		{"ア", "あ", IgnoreCase | IgnoreKanaType, 0}, {"Ａ", "a", IgnoreCase | IgnoreWidth, 0}, {"a", "B", Ordinal, 1}, {"a", "A", OrdinalIgnoreCase, 0}, {"a", "_", OrdinalIgnoreCase, -1}, {"ı", "I", OrdinalIgnoreCase, 1}, {"\uffff", "😀", OrdinalIgnoreCase, 1},
	} {
		if got := inv.Compare(row.a, row.b, row.options); got != row.want {
			t.Errorf("Compare(%q, %q, %d) = %d, want %d", row.a, row.b, row.options, got, row.want)
		}
	}
}

func TestCasing(t *testing.T) {
	tr, us := get(t, "tr-TR"), get(t, "en-US")
	for _, row := range []struct{ what, got, want string }{
		{"upper", us.ToUpper("straße ı"), "STRAßE I"}, {"upper invariant", ToUpper("straße ı éǆ"), "STRAßE ı ÉǄ"}, {"lower invariant", ToLower("İIÉ"), "İié"}, {"lower", us.ToLower("İ"), "i"},
		{"turkish", tr.ToUpper("iı"), "İI"}, {"turkish", tr.ToLower("Iİ"), "ıi"}, {"surrogate", ToUpper("a\xed\xa0\xbd"), "A\xed\xa0\xbd"}, {"unchanged", ToLower("abc"), "abc"},
		{"title", us.ToTitleCase("ken myer OF litware"), "Ken Myer OF Litware"}, {"title", us.ToTitleCase("it's o'neil mcDonald éa x1a"), "It's O'neil Mcdonald Éa X1a"}, {"title", tr.ToTitleCase("ilk"), "İlk"}, {"title", us.ToTitleCase("a-b c_d 'q"), "A-B C_D 'Q"},
	} {
		if row.got != row.want {
			t.Errorf("%s: %q, want %q", row.what, row.got, row.want)
		}
	}
}

func TestSearch(t *testing.T) {
	inv := Invariant()
	for _, row := range []struct {
		s, sub     string
		options    CompareOptions
		at, length int
	}{
		{"resume", "é", IgnoreNonSpace, 1, 1}, {"résumé", "e", 0, -1, 0}, {"abcABC", "B", IgnoreCase, 1, 1}, {"abc", "", 0, 0, 0}, {"abc", "x", 0, -1, 0}, {"straße", "SS", IgnoreCase | IgnoreNonSpace, 4, 2}, {"re\u0301sume", "é", 0, 1, 3}, {"re\u0301sume", "e", 0, 8 - 1, 1},
	} {
		if at, length := inv.Index(row.s, row.sub, row.options); at != row.at || length != row.length {
			t.Errorf("Index(%q, %q, %d) = %d, %d, want %d, %d", row.s, row.sub, row.options, at, length, row.at, row.length)
		}
	}
	if at, _ := inv.LastIndex("abcabcé", "ABC", IgnoreCase); at != 3 {
		t.Errorf("LastIndex = %d", at)
	}
	if !inv.HasPrefix("Élan", "éL", IgnoreCase) || inv.HasPrefix("e\u0301lan", "e", 0) || !inv.HasPrefix("abc", "AB", IgnoreCase) || inv.HasPrefix("abc", "AB", 0) {
		t.Error("HasPrefix")
	}
	if !inv.HasSuffix("CAFÉ", "fé", IgnoreCase) || inv.HasSuffix("cafe", "fé", 0) || !inv.HasSuffix("abc", "C", IgnoreCase) {
		t.Error("HasSuffix")
	}
}

// FuzzCompare checks the short cut for ASCII against the tables, and that the
// order is one.
func FuzzCompare(f *testing.F) {
	f.Add("co-op", "Coop", "x\x00")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		for _, fold := range []bool{false, true} {
			options := CompareOptions(0)
			if fold {
				options = IgnoreCase
			}
			got := Compare(a, b, fold)
			if want := compareElements(a, b, rootTailoring, options); got != want {
				t.Errorf("Compare(%q, %q, %v) = %d, by the tables %d", a, b, fold, got, want)
			}
			if back := Compare(b, a, fold); back != -got {
				t.Errorf("Compare(%q, %q) = %d, backwards %d", a, b, got, back)
			}
			if got <= 0 && Compare(b, c, fold) <= 0 && Compare(a, c, fold) > 0 {
				t.Errorf("%q, %q, %q are in no order", a, b, c)
			}
		}
		if utf16.IsASCII(a + b) {
			if at, _ := Invariant().Index(a+b, a, 0); a != "" && at < 0 {
				t.Errorf("%q is not found in %q", a, a+b)
			}
		}
	})
}

func BenchmarkCompareASCII(b *testing.B) {
	for b.Loop() {
		Compare("pool01.contoso.com", "pool02.contoso.com", true)
	}
}

func BenchmarkEqualASCII(b *testing.B) {
	for b.Loop() {
		Equal("PendingReboot", "pendingreboot", true)
	}
}

func BenchmarkCompareLatin(b *testing.B) {
	for b.Loop() {
		Compare("Müller GmbH", "Müllner GmbH", true)
	}
}

func BenchmarkLoadCollation(b *testing.B) {
	for b.Loop() {
		readCollation()
	}
}
