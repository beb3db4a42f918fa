package main

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/csshell/csshell/objects/utf16"
	"github.com/csshell/csshell/runtime/complete"
)

// Inputs that nobody recorded; the cursor is at the end, or where ‖
// stands. The answer is the first matches.
func TestCompletion(t *testing.T) {
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	sh, err := newShell(context.Background(), &options{sample: true, noProfile: true}, &process{stdin: null, stdout: null, stderr: null})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := sh.close(); err != nil {
			t.Error(err)
		}
	}()
	if err := sh.session.RunText("$list = [System.Collections.ArrayList]::new(); function Get-Tree { param([ValidateSet('oak', 'elm')]$Kind, [switch]$Deep) }"); err != nil {
		t.Fatal(err)
	}
	rows := []struct{ input, want string }{
		{"get-chi", "Get-ChildItem"},
		{"$x = @(Get-Chi", "Get-ChildItem"},
		{"Get-Tree -", "-Kind -Deep"},
		{"Get-Tree -Kind ", "elm oak"},
		{"Get-Tree -Kind oak -", "-Deep"},
		{"Get-Tree e", "elm"},
		{"Get-Tree -De‖ -Kind oak", "-Deep"},
		{"$list.AddR", "AddRange("},
		{"'a'.PadL", "PadLeft("},
		{"$d = [datetime]::Now; $d.AddHo", "AddHours("},
		{"1..3 | Where-Object { $_.CompareT", "CompareTo("},
		{"[pscustomobject]@{ Size = 1; Colour = 2 } | Sort-Object Col", "Colour"},
		{"foreach ($w in 'a', 'b') { $w.Substr", "Substring("},
		{"function f([timespan]$Span) { $Span.TotalMin", "TotalMinutes"},
		{"[System.IO.Path]::GetExt", "GetExtension("},
		{"Get-CsUser ken", "sip:kenmyer@litwareinc.com sip:ken.myer@litwareinc.com"},
		{"Get-CsUser -Identity 'ken", "'sip:kenmyer@litwareinc.com' 'sip:ken.myer@litwareinc.com'"},
		{"5 -shl 1 -b", "-band -bnot -bor -bxor"},
		{"switch -W", "-Wildcard"},
		{"[CmdletBinding(PositionalB", "PositionalBinding"},
		{"Sort-Object @{ Expression = 'a'; D", "Descending"},
		{"$env:NO_SUCH_VARI", ""},
		{"'unclosed [ch", ""},
		{"@'\ntext", ""},
		{"", ""},
	}
	for _, r := range rows {
		before, after, _ := strings.Cut(r.input, "‖")
		var got []string
		for _, m := range complete.Input(sh.session, before+after, utf16.Len(before)).Matches {
			got = append(got, m.Text)
		}
		if text := strings.Join(got, " "); text != r.want {
			t.Errorf("%q: %s, want %s", r.input, text, r.want)
		}
	}
}

// No text and no cursor may bring completion down.
func FuzzCompletion(f *testing.F) {
	for _, text := range []string{"Get-Chi", "$a.b[", "\"$(", "@{ a = ", "[a[b", "é|", "f -x:", "class A { [int"} {
		f.Add(text, len(text))
	}
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		f.Fatal(err)
	}
	sh, err := newShell(context.Background(), &options{sample: true, noProfile: true}, &process{stdin: null, stdout: null, stderr: null})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(_ *testing.T, text string, cursor int) {
		if len(text) < 200 {
			complete.Input(sh.session, text, cursor%(len(text)+1))
		}
	})
}
