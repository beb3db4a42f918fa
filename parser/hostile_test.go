package parser_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/csshell/csshell/parser"
)

// hostileUnits are pieces of text that, repeated very often, nest deeply or are
// wrong each time.
var hostileUnits = []string{
	"{", "}", "(", ")", "[", "]", "@{", "@(", "$(", "${", "\"$(", "\"", "'", "@'\n", "@\"\n$(", "[int]", "[a[", "-",
	"!", "- not ", "++", "$a.", "$a[", "$a::", "a;", ",", "a,", "1,", "1+", "a|", "a&&", "&", "|", "=", "$a=", "$a ? ", "$a ?? ",
	"if(1){", "if(1){}elseif(1)", "while(", "for(;;){", "foreach($a in ", "switch(1){1{", "try{", "trap{", "catch{", "function f{",
	"class C{", "class C{[int]$a;", "enum E{", "param(", "[a(", "data{", ":l ", "#", "<#", "`", "``\n", ">", "2>&1 ", "-a:", "--%", "\x00",
	"\xff", "\u201c", "\u2013", "0x", "1kb", "using namespace a;", "@{a=", "a b ", "$x=1\n", "return ", "end{", "[Alias(", "$using:",
}

// TestHostile parses what no person writes: nothing may crash or take long.
func TestHostile(t *testing.T) {
	for _, unit := range hostileUnits {
		t.Run(fmt.Sprintf("%q", unit), func(t *testing.T) {
			t.Parallel()
			start := time.Now()
			source := parser.NewSource(strings.Repeat(unit, 5000), "")
			parser.ParseSource(source, parser.Environment{})
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

// TestNestingLimit wants an error of its own, not a crash, for a script that is
// nested more deeply than anybody could read.
func TestNestingLimit(t *testing.T) {
	for _, unit := range []string{"(", "{", "@{a=", "$(", "if(1){", "!"} {
		_, errs := parser.Parse(strings.Repeat(unit, 3000), "")
		if !slices.ContainsFunc(errs, func(e parser.ParseError) bool { return e.ID == "ScriptTooComplicated" }) {
			t.Errorf("%s: no error about the nesting", unit)
		}
	}
}

// TestDoubt proves that the parser never skips checks that would find
// something.
func TestDoubt(t *testing.T) {
	files, err := filepath.Glob("testdata/ast/snippets/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no snippets", err)
	}
	for _, file := range files {
		for _, program := range blocks(mustRead(file)) {
			_, errs := parser.ParseSource(parser.NewSource(program, ""), recordedEnvironment())
			_, all := parser.ParseDoubting(parser.NewSource(program, ""), recordedEnvironment())
			if !slices.Equal(errs, all) {
				t.Errorf("%s\n got %v\nwant %v", program, errs, all)
			}
		}
	}
}
