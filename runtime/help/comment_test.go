package help

import (
	"strings"
	"testing"
)

func TestParseComment(t *testing.T) {
	rows := []struct {
		name, text string
		ok         bool
		synopsis   string
	}{
		{"plain", ".SYNOPSIS\nOne.", true, "One.\n"},
		{"lower case, indented", "\n   .synopsis\n     One.\n       Two.\n", true, "One.\n  Two.\n"},
		{"text before", "Words\n.SYNOPSIS\nOne.", false, ""},
		{"unknown keyword", ".SYNOPSIS\nOne.\n.SYNOPSYS\nTwo.", false, ""},
		{"argument where none goes", ".SYNOPSIS now\nOne.", false, ""},
		{"argument missing", ".PARAMETER\nOne.", false, ""},
		{"a dot in text", ".SYNOPSIS\n... and so on", true, "... and so on\n"},
		{"empty lines before the text", ".SYNOPSIS\n\n\nOne.\n", true, "One.\n\n"},
		{"nothing", " \n", false, ""},
	}
	for _, r := range rows {
		c, ok := ParseComment(strings.Split(r.text, "\n"))
		if ok != r.ok {
			t.Errorf("%s: ok %v, want %v", r.name, ok, r.ok)
			continue
		}
		if ok && strings.TrimRight(c.Synopsis, "\n") != strings.TrimRight(r.synopsis, "\n") {
			t.Errorf("%s: synopsis %q, want %q", r.name, c.Synopsis, r.synopsis)
		}
	}
}

func TestSplitExample(t *testing.T) {
	rows := []struct {
		text string
		want example
	}{
		{"Get-X\n", example{"PS > ", "Get-X", ""}},
		{"PS> Get-X\n\nWhat it shows.\n", example{"PS>", "Get-X", "What it shows.\n"}},
		{`C:\> Get-X` + "\nresult\n\nA\n\nB\n", example{`C:\>`, "Get-X\nresult", "A\n\nB\n"}},
		{"", example{"PS > ", "", ""}},
		{"Get-X |\nWhere-Object { $_ -gt 1 }\n", example{"PS > ", "Get-X |\nWhere-Object { $_ -gt 1 }", ""}},
	}
	for _, r := range rows {
		if got := splitExample(r.text); got != r.want {
			t.Errorf("%q: %+v, want %+v", r.text, got, r.want)
		}
	}
}

func TestParagraph(t *testing.T) {
	rows := [][2]string{
		{"\n\n one\n\ttwo\n\n", " one\n    two"}, {"", ""}, {" \n\t\n", ""}, {"a\n\nb", "a\n\nb"},
	}
	for _, r := range rows {
		if got := paragraph(r[0]); got != r[1] {
			t.Errorf("%q: %q, want %q", r[0], got, r[1])
		}
	}
}
