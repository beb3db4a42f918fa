package csharp

import (
	"strings"
	"testing"
)

// TestTranslate compares what C# becomes with the PowerShell that it should.
func TestTranslate(t *testing.T) {
	known := func(full string) bool {
		switch full {
		case "System.Math", "System.ArgumentException", "System.Collections.Generic.List`1", "System.Console":
			return true
		}
		return false
	}
	for _, row := range [...]struct{ source, want string }{
		{"public enum E { A, B = 4 }", "enum E { A B = 4 }"},
		{"namespace N.M { [System.Flags] enum E : byte { A = 1, B = A | 2 } }", "[Flags()] enum N__M__E : byte { A = 1 B = (1) -bor 2 }"},
		{"class A { public int x; private string y = \"it's\"; }", "class A { [int] $x hidden [string] $y = 'it''s' }"},
		{"class A { int x; public int X { get { return x; } set { x = value; } } public int Twice() { return x * 2; } }",
			"class A { [int] $X [int] Twice() { return ($this.X * 2) } }"},
		{"using System; class A { static int F(int a, int b) => Math.Max(a, b) / b; }",
			"class A { static hidden [int] F([int] $a, [int] $b) { return ([System.Math]::Max($a, $b) / $b) } }"},
		{"class A { public int F(int a) { return a / 2; } }", "class A { [int] F([int] $a) { return ([int] [math]::Truncate([decimal] $a / 2)) } }"},
		{"class A { public bool F(object o) { return o == null || !(o is string); } }",
			"class A { [bool] F([object] $o) { return (($null -ceq $o) -or (-not ($o -is [string]))) } }"},
		{"using System.Collections.Generic; class A { public void F() { for (int i = 0; i < 3; i++) { G(i); } } void G(int i) { } }",
			"class A { [void] F() { [int] $i = 0 for (; ($i -clt 3); $i++) { $this.G($i) } } hidden [void] G([int] $i) { } }"},
		{"class A { public string F(int n) { return $\"{n:D3} of {{n}}\"; } }", "class A { [string] F([int] $n) { return ('{0:D3} of {{n}}' -f @($n)) } }"},
		{"class A { public A(int n) { } } class B : A { public B() : base(1) { } }", "class A { A([int] $n) { } } class B : A { B() : base(1) { } }"},
	} {
		got, _, err := Translate(row.source, known)
		if err != nil {
			t.Errorf("%s: %v", row.source, err)
			continue
		}
		if words := strings.Join(strings.Fields(got), " "); words != row.want {
			t.Errorf("%s:\n got %s\nwant %s", row.source, words, row.want)
		}
	}
}

// TestRefused lists what is refused, and where.
func TestRefused(t *testing.T) {
	for _, row := range [...]struct{ source, want string }{
		{"public interface I { }", "(1): error: csshell takes classes"},
		{"class A {\n int F() { return y; } }", "(2): error: The name 'y' does not exist"},
		{"class A { Missing m; }", "(1): error: The type or namespace name 'Missing'"},
		{"class A { int F(", "(1): error: ; expected"},
		{"class A { public int F(int a = 1) { return a; } }", "(1): error: csshell cannot make a method with optional"},
		{"class A { string s = \"", "(1): error: Newline in constant"},
		{"class A { int F() { return 1 } }", "(1): error: ; expected"},
		{"class A { int F() { return G<int>(1); } }", "(1): error: "},
		{"class A<T> { }", "(1): error: csshell cannot make the generic type"},
		{"class A { int x = " + strings.Repeat("(", 10_000) + strings.Repeat(")", 10_000) + "; }", "(1): error: An expression is too long"},
		{"class A { " + strings.Repeat("List<", 10_000), "(1): error: An expression is too long"},
		{"class A { void F() " + strings.Repeat("{", 10_000) + strings.Repeat("}", 10_000) + "}", "(1): error: An expression is too long"},
		{strings.Repeat("class A { ", 10_000), "(1): error: An expression is too long"},
		{strings.Repeat("class A { int x = ", 3) + "((((", "(1): error: "},
	} {
		_, _, err := Translate(row.source, func(string) bool { return false })
		if err == nil || !strings.HasPrefix(err.Error(), row.want) {
			t.Errorf("%.60q: %v, want %s", row.source, err, row.want)
		}
	}
}

// FuzzTranslate looks for source that makes the reader hang or fail.
func FuzzTranslate(f *testing.F) {
	f.Add("class A { int[] F(string s) { return new int[] { 1 }; } }")
	f.Add("enum E { A = 1 << 2, } class B : A { B() : base(x => 1) { switch (1) { case 2: break; default: goto a; } } }")
	f.Fuzz(func(_ *testing.T, source string) {
		_, _, _ = Translate(source, func(string) bool { return true })
	})
}
