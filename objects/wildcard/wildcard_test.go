package wildcard

import (
	"errors"
	"strings"
	"testing"
)

func TestMatch(t *testing.T) {
	const cased = true
	for _, row := range []struct {
		text, pattern string
		caseSensitive bool
		want          bool
	}{
		{"pool01.contoso.com", "*.com", false, true},
		{"pool01.contoso.com", "contoso", false, false},
		{"pool01.contoso.com", "*CONTOSO*", false, true},
		{"pool01", "POOL??", false, true},
		{"pool01", "POOL*", cased, false},
		{"pool01", "pool?", false, false},
		{"pool01", "pool??*", false, true},
		{"pool01", "pool01*", false, true},
		{"", "*", false, true}, {"", "?", false, false}, {"", "", false, true}, {"a", "", false, false},
		{"abcabc", "*abc", false, true},
		{"abcabd", "*abc", false, false},
		{"aXbXc", "a*X*c", false, true},
		{"abcbcd", "a*bcd", false, true},
		{"cat", "[bc]at", false, true},
		{"Cat", "[bc]at", cased, false},
		{"Cat", "[b-c]at", false, true},
		{"cat", "[B-C]AT", false, true},
		{"!at", "[!b]at", false, true}, {"hat", "[!b]at", false, false},
		{"a]b", "a[]]b", false, true},
		{"a]b", "a]b", false, true},
		{"a-b", "a[-x]b", false, true}, {"a-b", "a[x-]b", false, true},
		{"axb", "a[w`-z]b", false, false}, {"a-b", "a[w`-z]b", false, true},
		{"a]b", "a[x`]]b", false, true},
		{"a[1]b", "a`[1`]b", false, true},
		{"a*b", "a`*b", false, true}, {"axb", "a`*b", false, false}, {"a?b", "a`?b", false, true},
		{"a*b", "a[*]b", false, true}, {"axb", "a[*]b", false, false},
		{"a`b", "a``b", false, true},
		{"a\\b", "a\\b", false, true},
		{"a+b(c)$", "a+b(c)$", false, true},
		{"one\ntwo", "one*two", false, true},
		{"Ünïcode", "ünï*", false, true},
		{"straßE", "*ẞe", false, true},
		{"😀", "?", false, false}, {"😀", "??", false, true}, {"😀", "?*", false, true}, {"x😀y", "x??y", false, true}, {"x😀y", "x?y", false, false},
		{" a", "a", false, false},
		{"a`", "a`", false, true}, {"", "`", false, true},
		{"sip:ann@contoso.com", "sip:*@contoso.com", false, true},
		{"tel:+15551234;ext=99", "tel:+*;ext=*", false, true},
		{"K", "k", false, true}, {"İ", "i", false, false},
	} {
		p, err := Compile(row.pattern, !row.caseSensitive)
		if err != nil {
			t.Errorf("Compile(%q): %v", row.pattern, err)
			continue
		}
		if got := p.Match(row.text); got != row.want {
			t.Errorf("%q like %q = %v, want %v", row.text, row.pattern, got, row.want)
		}
	}
}

func TestBadPatterns(t *testing.T) {
	for _, pattern := range []string{"[", "a[b", "x[a-", "[]", "[m-a]at", "[a`]"} {
		var bad *PatternError
		if _, err := Compile(pattern, true); !errors.As(err, &bad) {
			t.Errorf("Compile(%q): error %v, want a PatternError", pattern, err)
		} else if want := "The specified wildcard character pattern is not valid: " + pattern; bad.Error() != want {
			t.Errorf("Compile(%q): %q, want %q", pattern, bad.Error(), want)
		}
	}
}

func TestEscape(t *testing.T) {
	for _, row := range []struct{ text, escaped string }{
		{"a*[b]", "a`*`[b`]"}, {"a[1]*?`b", "a`[1`]`*`?``b"}, {"plain", "plain"}, {"ä?", "ä`?"},
	} {
		if got := Escape(row.text, ""); got != row.escaped {
			t.Errorf("Escape(%q) = %q, want %q", row.text, got, row.escaped)
		}
		if got := Unescape(row.escaped); got != row.text {
			t.Errorf("Unescape(%q) = %q, want %q", row.escaped, got, row.text)
		}
	}
	if got := Escape("a*?", "*"); got != "a*`?" {
		t.Errorf("Escape with an exception = %q", got)
	}
	if got := Unescape("a`n`*`"); got != "a`n*`" {
		t.Errorf("Unescape = %q", got)
	}
}

func TestContainsWildcards(t *testing.T) {
	for text, want := range map[string]bool{"a[b": true, "a]": true, "a`*b": false, "a``*": true, "x": false, "?": true, "a`": false} {
		if got := ContainsWildcards(text); got != want {
			t.Errorf("ContainsWildcards(%q) = %v, want %v", text, got, want)
		}
	}
}

func TestPrefixAndLiteral(t *testing.T) {
	for _, row := range []struct {
		pattern, prefix, literal string
		ok                       bool
	}{
		{"abc", "abc", "abc", true}, {"a`*c", "a*c", "a*c", true}, {"ab*", "ab", "", false}, {"ab?d*", "ab", "", false}, {"*x", "", "", false},
	} {
		p, err := Compile(row.pattern, false)
		if err != nil {
			t.Fatal(err)
		}
		literal, ok := p.Literal()
		if p.Prefix() != row.prefix || ok != row.ok || ok && literal != row.literal {
			t.Errorf("%q: prefix %q, literal %q, %v", row.pattern, p.Prefix(), literal, ok)
		}
	}
}

// FuzzMatch checks that escaped text matches itself only, and that a general
// search agrees with the short cuts.
func FuzzMatch(f *testing.F) {
	f.Add("a[b]*", "a*b", "x")
	f.Fuzz(func(t *testing.T, text, pattern, other string) {
		text = strings.ToValidUTF8(text, "?")
		other = strings.ToValidUTF8(other, "?")
		p, err := Compile(Escape(text, ""), false)
		if err != nil || !p.Match(text) || p.Match(other) != (text == other) {
			t.Errorf("%q escaped: %v, matches itself %v", text, err, p.Match(text))
		}
		if p, err = Compile(strings.ToValidUTF8(pattern, "?"), true); err != nil {
			return
		}
		if p.steps == nil {
			return
		}
		general := *p
		general.shape = 0
		foldSteps(general.steps)
		if got, want := p.Match(text), general.search(text); got != want {
			t.Errorf("%q like %q: %v by its shape, %v by search", text, pattern, got, want)
		}
	})
}

func BenchmarkMatchPrefix(b *testing.B) { benchmarkMatch(b, "POOL*") }

func BenchmarkMatchContains(b *testing.B) { benchmarkMatch(b, "*contoso*") }

func BenchmarkMatchGeneral(b *testing.B) { benchmarkMatch(b, "pool??.*.c[oa]m") }

func benchmarkMatch(b *testing.B, pattern string) {
	p, err := Compile(pattern, true)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if !p.Match("pool01.contoso.com") {
			b.Fatal("no match")
		}
	}
}

func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		if _, err := Compile("pool*", true); err != nil {
			b.Fatal(err)
		}
	}
}
