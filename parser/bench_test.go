package parser_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/csshell/csshell/parser"
)

// largeScript is a script of a few hundred kilobytes with functions, pipelines,
// hashtables, strings and comments as they occur in real modules.
func largeScript() string {
	var b strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&b, `# Function number %[1]d
function Get-Thing%[1]d {
    [CmdletBinding()]
    param([Parameter(Mandatory)][string]$Name, [int]$Count = %[1]d, [switch]$Force)
    $items = @(1, 2, 3) + $Count
    foreach ($item in $items) {
        if ($item -gt 2 -and -not $Force) { Write-Verbose "item $item of $($items.Count)" }
        elseif ($item -eq 0) { continue } else { $table = @{ Name = $Name; Item = $item } }
    }
    try { Get-Item -Path $Name -ErrorAction Stop | Where-Object { $_.Length -gt 10kb } | Select-Object -First 5 }
    catch [System.IO.IOException] { throw "no $Name" }
    finally { $items = $null }
    return [pscustomobject]@{ Name = $Name.ToUpper(); Sum = ($items | Measure-Object -Sum).Sum }
}
`, i)
	}
	return b.String()
}

func BenchmarkParseLargeScript(b *testing.B) {
	script := largeScript()
	b.SetBytes(int64(len(script)))
	b.ReportAllocs()
	for b.Loop() {
		if _, errs := parser.Parse(script, ""); len(errs) > 0 {
			b.Fatal(errs[0])
		}
	}
}

func BenchmarkParsePrompt(b *testing.B) {
	const line = `Get-CsUser -Filter {Enabled -eq $true} | Select-Object DisplayName, SipAddress | Sort-Object DisplayName`
	b.SetBytes(int64(len(line)))
	b.ReportAllocs()
	for b.Loop() {
		if _, errs := parser.Parse(line, ""); len(errs) > 0 {
			b.Fatal(errs[0])
		}
	}
}

// BenchmarkFirstStatement shows what the first statement of a process costs:
// the productions of its keyword are built.
func BenchmarkFirstStatement(b *testing.B) {
	for _, script := range []string{"Get-Date", "if ($x) { 1 }", "function f { }"} {
		b.Run(strings.Fields(script)[0], func(b *testing.B) {
			for b.Loop() {
				parser.ParseFresh(script)
			}
		})
	}
}

// BenchmarkTokensOfScreen reads what an editor colours at each key: four
// kilobytes of script.
func BenchmarkTokensOfScreen(b *testing.B) {
	script := largeScript()[:4096]
	b.SetBytes(int64(len(script)))
	b.ReportAllocs()
	for b.Loop() {
		if len(parser.Tokens(parser.NewSource(script, ""))) == 0 {
			b.Fatal("no tokens")
		}
	}
}
