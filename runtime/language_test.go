package runtime_test

import (
	"context"
	"strings"
	"testing"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/collections"
	"github.com/csshell/csshell/objects/system"
	"github.com/csshell/csshell/runtime"
)

// outputOf runs a program in a session of its own and gives the texts of what it
// writes, and the id of the error that ended it.
func outputOf(t *testing.T, text string) string {
	t.Helper()
	var out []string
	var s *runtime.Session
	s = runtime.NewSession(context.Background(), runtime.Options{
		Types: objects.NewTypeTable(func() [][]objects.TypeEntry {
			return [][]objects.TypeEntry{system.Types(), collections.Types(), runtime.Types()}
		}),
		Commands:    runtime.NewCommandTable(func() []runtime.Module { return nil }),
		Environment: runtime.NewEnvironment(nil),
		ErrorOutput: func(string) error { return nil },
		Output: func(v objects.Value) error {
			text, err := s.Types.Text(v, ",")
			out = append(out, text)
			return err
		},
	})
	if err := s.RunText("try { & {\n" + text + "\n} } catch { $_.FullyQualifiedErrorId }"); err != nil {
		t.Fatal(text, err)
	}
	return strings.Join(out, " ")
}

func TestClasses(t *testing.T) {
	for _, row := range []struct{ text, want string }{
		// A cast to a base calls the base's own method, however deep.
		{"class A { [string] M() { return 'a' } } class B : A { [string] M() { return 'b' + ([A]$this).M() } } class C : B { [string] M() { return 'c' + ([B]$this).M() } }; [C]::new().M()", "cba"},
		// Types are known in the scope of the block that defines them.
		{"function F { class In { $v = 1 } [In]::new().v }; F; try { [In]::new() } catch { $_.FullyQualifiedErrorId }", "1 TypeNotFound"},
		// An object keeps its methods where its class has no name any more.
		{"function F { class In { [int] M() { return [In]::N() } static [int] N() { return 5 } } [In]::new() }; (F).M()", "5"},
		// A block that runs twice defines its types once.
		{"1..2 | & { process { class S { static [int]$n = 0 } [S]::n++; [S]::n } }", "1 2"},
		// Static constructors, fields of lists, dictionaries as bases.
		{"class S { static [int]$n = 3; static S() { [S]::n += 4 } }; [S]::n", "7"},
		{"class L : System.Collections.Generic.List[int] { [int]$extra = 9; [int] Sum() { $s = 0; foreach ($x in $this) { $s += $x }; return $s } }; $l = [L]::new(); $l.Add(3); $l.Add(4); $l.Sum(); $l.extra; $l.Count", "7 9 2"},
		{"class H : hashtable { H([hashtable]$h) : base($h) { } }; $h = [H]::new(@{ a = 1 }); $h.a; $h.b = 2; $h.Count", "1 2"},
		// Interfaces of sequences.
		{"class E : System.Collections.IEnumerator { $i = 0; [bool] MoveNext() { $this.i++; return $this.i -le 3 } [object] get_Current() { return $this.i } [void] Reset() { } }; foreach ($x in [E]::new()) { $x }", "1 2 3"},
		// Equal objects are one key; others with the same hash code are not.
		{"class K { $v; K($v) { $this.v = $v } [bool] Equals([object]$o) { return $o.v -eq $this.v } [int] GetHashCode() { return 1 } }; $h = @{}; $h[[K]::new(1)] = 'x'; $h[[K]::new(2)] = 'y'; $h[[K]::new(1)] = 'z'; $h.Count; $h[[K]::new(1)]", "2 z"},
		// Attributes of parameters that are classes.
		{"class V : System.Management.Automation.ValidateEnumeratedArgumentsAttribute { [void] ValidateElement([object]$e) { if ($e -gt 2) { throw 'big' } } }; function F([V()]$x) { \"$x\" }; F 1, 2; F 1, 3", "1 2 ParameterArgumentValidationError,F"},
		{"class T : System.Management.Automation.ArgumentTransformationAttribute { [object] Transform([System.Management.Automation.EngineIntrinsics]$e, [object]$o) { return $o * 2 } }; function F([T()]$x) { $x }; F 4", "8"},
		// What a definition may not be.
		{"class A : A { }", "TypeNotFound"},
		{"enum E : byte { A = 256 }", "EnumeratorValueOutOfBounds"},
		{"class A { $x; $X }", "MemberAlreadyDefined"},
		{"class A : System.IDisposable { }", "TypeCreationError"},
	} {
		if got := outputOf(t, row.text); got != row.want {
			t.Errorf("%s\ngot  %s\nwant %s", row.text, got, row.want)
		}
	}
}

func TestScopes(t *testing.T) {
	for _, row := range []struct{ text, want string }{
		// Compound assignment in a scope of its own begins anew; ++ goes on.
		{"$x = 5; & { $x += 1; $x }; & { $x++; $x }; $x", "1 6 5"},
		{"$x = 5; 1 | & { process { . { $x += 1 }; $x } }", "6"},
		{"$x = 5; & { $x ??= 2; $x }", "2"},
		// Dot-sourced code has the caller's variables, and arguments of its own.
		{"function F($p) { $q = $p; $args.Count }; . F 1 2 3; \"$p$q\"", "2 11"},
		{"& { . { $args.Count } 7 8; $args.Count } 1", "2 1"},
		{"function F { $MyInvocation.InvocationName }; F; & F; . F", "F & ."},
		{"function private:P { 1 }; P; & { try { P } catch { 'hidden' } }", "1 hidden"},
		{"[int]$n = 1; try { $n = 'x' } catch { $_.FullyQualifiedErrorId }", "InvalidCastFromStringToInteger"},
		{"foreach ($i in 1..4) { if ($i -eq 2) { [void]$foreach.MoveNext() }; $i }", "1 2 4"},
		{"switch (1, 2, 3) { 1 { [void]$switch.MoveNext(); $switch.Current } 3 { 'three' } }", "2 three"},
		// switch compares texts.
		{"switch ('02') { 2 { 'number' } '02' { 'text' } }; switch ($true) { 1 { 'one' } True { 'yes' } }", "text yes"},
		{"switch ($null) { $null { 'null' } '' { 'empty' } }; switch ('') { $null { 'null' } '' { 'empty' } }", "null empty empty"},
		{"function F { $y = return 5; 6 }; F", "5"},
		{"function F { @($input).Count }; F; 1, 2 | F", "0 2"},
	} {
		if got := outputOf(t, row.text); got != row.want {
			t.Errorf("%s\ngot  %s\nwant %s", row.text, got, row.want)
		}
	}
}
