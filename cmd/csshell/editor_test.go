package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestKeys(t *testing.T) {
	rows := []struct {
		bytes string
		want  []keyPress
	}{
		{"a漢", []keyPress{{r: 'a'}, {r: '漢'}}},
		{"\x1b[A\x1bOB\x1b[1;5C\x1b[D", []keyPress{{kind: keyUp}, {kind: keyDown}, {kind: keyRight, modified: true}, {kind: keyLeft}}},
		{"\x1b[H\x1b[4~\x1b[3~", []keyPress{{kind: keyHome}, {kind: keyEnd}, {kind: keyDelete}}},
		{"\x1bb\x1b.\x1b\x7f", []keyPress{{kind: keyAlt, r: 'b'}, {kind: keyAlt, r: '.'}, {kind: keyBackspace, modified: true}}},
		{"\r\n\t\x1b[Z\x7f", []keyPress{{kind: keyEnter}, {kind: keyEnter}, {kind: keyTab}, {kind: keyBackTab}, {kind: keyBackspace}}},
		{"\x01\x1f", []keyPress{{kind: keyControl, r: 'A'}, {kind: keyControl, r: '_'}}},
		{"\x1b[200~Get-CsUser |\r\nRevoke\x1b[201~x", []keyPress{{kind: keyPaste, text: "Get-CsUser |\nRevoke"}, {r: 'x'}}},
		{"\x1b[99;1;2u", []keyPress{{kind: keyUnknown}}},
	}
	for _, r := range rows {
		k := keyReader{pending: []byte(r.bytes)}
		var got []keyPress
		for len(k.pending) > 0 {
			key, err := k.next()
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, key)
		}
		if !slices.Equal(got, r.want) {
			t.Errorf("%q: %+v, want %+v", r.bytes, got, r.want)
		}
	}
}

func TestEditBuffer(t *testing.T) {
	rows := []struct {
		name  string
		edits func(b *editBuffer)
		want  string
		at    int
	}{
		{"undo takes a run of characters", func(b *editBuffer) { b.insert("a", true); b.insert("b", true); b.back() }, "", 0},
		{"redo", func(b *editBuffer) { b.insert("ab", false); b.back(); b.forward() }, "ab", 2},
		{"cut and yank", func(b *editBuffer) {
			b.insert("one two", false)
			b.cutRange(b.wordLeft(), b.Pos())
			b.moveTo(0)
			b.yank()
		}, "twoone ", 3},
		{"the ring", func(b *editBuffer) {
			b.insert("one two", false)
			b.cutRange(4, 7)
			b.cutRange(0, 4)
			b.yank()
			b.yankPop()
		}, "two", 3},
		{"up keeps the column", func(b *editBuffer) { b.insert("abcd\nef\nghij", false); b.vertical(true); b.vertical(true) }, "abcd\nef\nghij", 2},
		{"ends of a line in several", func(b *editBuffer) { b.insert("ab\ncd", false); b.moveTo(b.lineStart()) }, "ab\ncd", 3},
		{"word right over signs", func(b *editBuffer) { b.insert("a | bc", false); b.moveTo(1); b.moveTo(b.wordRight()) }, "a | bc", 6},
	}
	for _, r := range rows {
		b := newEditBuffer()
		r.edits(b)
		if b.text() != r.want || b.Pos() != r.at {
			t.Errorf("%s: %q at %d, want %q at %d", r.name, b.text(), b.Pos(), r.want, r.at)
		}
	}
}

func TestLayout(t *testing.T) {
	rows := []struct {
		name, text  string
		at          int
		rows        int
		row, column int
	}{
		{"empty", "", 0, 1, 0, 4},
		{"plain", "abc", 2, 1, 0, 6},
		{"wide characters take two cells", "漢字", 1, 1, 0, 6},
		{"what combines takes none", "e\u0301x", 2, 1, 0, 5},
		{"the end of a full row is the next one", "abcdef", 6, 2, 1, 0},
		{"a wide character that does not fit", "abcde漢", 6, 2, 1, 2},
		{"lines begin behind the continuation", "a\nb", 3, 2, 1, 4},
	}
	for _, r := range rows {
		d := drawer{width: 10, offset: 4}
		var styled []styledRune
		for _, c := range r.text {
			styled = append(styled, styledRune{r: c})
		}
		p := d.layout(styled, r.at)
		if len(p.rows) != r.rows || p.row != r.row || p.column != r.column {
			t.Errorf("%s: %d rows, cursor %d,%d; want %d rows, %d,%d", r.name, len(p.rows), p.row, p.column, r.rows, r.row, r.column)
		}
	}
}

// Typing a long line writes little more than the characters themselves.
func TestDrawingIsFrugal(t *testing.T) {
	var out strings.Builder
	d := drawer{out: &out}
	if err := d.begin(0, "PS> ", 80); err != nil {
		t.Fatal(err)
	}
	var styled []styledRune
	for range 400 {
		styled = append(styled, styledRune{r: 'x'})
		if err := d.draw(d.layout(styled, len(styled))); err != nil {
			t.Fatal(err)
		}
	}
	if out.Len() > 4000 {
		t.Errorf("%d bytes for 400 keys", out.Len())
	}
}

func TestLineHistory(t *testing.T) {
	h := &lineHistory{path: filepath.Join(t.TempDir(), "data", "history.txt")}
	for _, line := range []string{"one", "two", "one", `a\n` + "\nb", "$password = 'x'", " hidden", "Get-CsUser -Pin 12 "} {
		h.add(line, true)
	}
	info, err := os.Stat(h.path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("mode %v, %v", info.Mode(), err)
	}
	again := &lineHistory{path: h.path}
	want := []string{`a\n` + "\nb", "one", "two"}
	if !slices.Equal(again.recent(), want) {
		t.Errorf("%q, want %q", again.recent(), want)
	}
	if s := again.suggest("o"); s != "one" {
		t.Errorf("suggestion %q", s)
	}
}

func TestOptions(t *testing.T) {
	rows := []struct {
		words []string
		want  options
		err   string
	}{
		{[]string{"-c", "1", "+", "1"}, options{command: "1 + 1", hasCommand: true}, ""},
		{[]string{"-nop", "-noni", "-f", "x.ps1", "-a"}, options{noProfile: true, nonInteractive: true, file: "x.ps1", args: []string{"-a"}}, ""},
		{[]string{"-cwa", "$args", "a"}, options{command: "$args", hasCommand: true, args: []string{"a"}}, ""},
		{[]string{"-no"}, options{}, "Invalid argument '-no', did you mean:\n\n  -noexit\n  -nologo\n  -noninteractive\n  -noprofile\n  -noprofileloadtime"},
		{[]string{"-xyz", "1"}, options{file: "-xyz", args: []string{"1"}}, ""},
		{[]string{"-EncodedCommand", "MQA="}, options{command: "1", hasCommand: true}, ""},
		{[]string{"-InputFormat", "Text", "-"}, options{promptStdin: true}, ""},
	}
	for _, r := range rows {
		o, err := parseOptions(r.words)
		message := ""
		if err != nil {
			message = err.Error()
		}
		if message != r.err {
			t.Errorf("%q: error %q, want %q", r.words, message, r.err)
		}
		if err == nil && (o.command != r.want.command || o.hasCommand != r.want.hasCommand || o.file != r.want.file || o.noProfile != r.want.noProfile ||
			o.nonInteractive != r.want.nonInteractive || o.promptStdin != r.want.promptStdin || !slices.Equal(o.args, r.want.args)) {
			t.Errorf("%q: %+v, want %+v", r.words, *o, r.want)
		}
	}
}
