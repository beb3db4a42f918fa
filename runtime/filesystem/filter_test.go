package filesystem

import "testing"

func TestFilter(t *testing.T) {
	for _, c := range []struct {
		pattern, name string
		want          bool
	}{
		{"", "a.txt", true},
		{"*", "noext", true},
		{"*.*", "noext", true},
		{"*.", "noext", true},
		{"*.", "a.txt", false},
		{"*.txt", "A.TXT", true},
		{"*.txt", "a.txt1", false},
		{"a?.txt", "ab.txt", true},
		{"a?.txt", "abc.txt", false},
		{"a??", "a", true},
		{"app.*", "app.log", true},
		{"app.*", "app", true},
		{"f?txt", "f.txt", false},
		{"f?.txt", "f.txt", true},
		{"a.?", "a.bc", false},
		{"a*.", "a.b.c", false},
		{"app.*", "apple.log", false},
		{"*a*b*", "xxaYYbzz", true},
		{"*a*b*", "xxbYYazz", false},
		{"[a].txt", "[a].txt", true},
		{"é?.log", "éß.log", true},
	} {
		if got := newFilter(c.pattern).match(c.name); got != c.want {
			t.Errorf("%q with %q: %v", c.pattern, c.name, got)
		}
	}
}
