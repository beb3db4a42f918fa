package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/csshell/csshell/parser"
	"github.com/csshell/csshell/runtime/check"
)

func checkingShell(t *testing.T) *shell {
	t.Helper()
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { null.Close() })
	sh, err := newShell(context.Background(), &options{sample: true, noProfile: true}, &process{stdin: null, stdout: null, stderr: null})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := sh.close(); err != nil {
			t.Error(err)
		}
	})
	return sh
}

// Scripts and what is found in them, as line:column severity rule.
func TestCheck(t *testing.T) {
	sh := checkingShell(t)
	for _, r := range []struct{ script, want string }{
		{"", ""},
		{"Get-ChildItem -Filt *.txt -rec | % { $_.Name }", ""},
		{"if ($true) {", "1:12 error syntax-error"},
		{"1 +", "1:4 error syntax-error"},
		// commands
		{"Get-Nothing", "1:1 error unknown-command"},
		{"date; Microsoft.PowerShell.Utility\\Get-Date; & 'Get-Date'; & $x; . { Get-Date }", ""},
		{"a; function a { b }; function script:b { }; function global:c { }; c", ""},
		{"Set-Alias gc2 Get-Content; gc2 x -Tai 3; gc2 x -Nope", "1:48 error unknown-parameter"},
		{"Set-Alias x y; Set-Alias y x; x", "1:31 error unknown-command"},
		{"New-Item function:late -Value { 1 }; late; ${function:later} = { 2 }; later", ""},
		{"if (Get-Command Get-Odd -ErrorAction Ignore) { Get-Odd }", "1:48 note unknown-command"},
		{". $file; Get-Nothing; [No.Type]1", "1:3 note unknown-source 1:10 warning unknown-command 1:24 warning unknown-type"},
		{"Import-Module Lync, NoSuchModule", "1:21 warning unknown-module"},
		{"Import-Module Lync -Prefix Site; Get-SiteCsUser", "1:34 warning unknown-command"},
		{". ./nothing.ps1; .\\other.ps1 -x", "1:3 warning missing-file 1:18 warning missing-file"},
		{"Get-CsOnlineUser", "1:1 error unknown-command"},
		{"Get-WmiObject Win32_BIOS; cmd.exe /c dir", "1:1 error windows-only 1:27 error windows-only"},
		// parameters
		{"Get-CsUser -Filter { Enabled -eq $true } -ResultSize 5", ""},
		{"Get-CsUser -Nope 1", "1:12 error unknown-parameter"},
		{"Get-ChildItem -F x", "1:15 error ambiguous-parameter"},
		{"Get-ChildItem @more -ea 0 -ErrorAc Stop", ""},
		{"Write-Output -foo; Get-Date -foo", "1:29 error unknown-parameter"},
		{"function f([int]$Size) { }; f -Si 1; f -Other 2", "1:40 warning unknown-parameter"},
		{"function f([int]$Size) { $args }; f -Other 2", ""},
		{"function f { [CmdletBinding()] param($Size) }; f -Other 2; f -Verbose; f -WhatIf", "1:50 error unknown-parameter 1:74 error unknown-parameter"},
		{"function f { [CmdletBinding()] param() dynamicparam { throw 'runs' } end { } }; f -Other 2", ""},
		{"function f { [CmdletBinding()] param([No.Type]$x) }; f -Other 2", "1:39 error unknown-type"},
		{"function f { param([ValidateSet($(throw 'runs'))]$x) }; f -Other 2", "1:33 error syntax-error"},
		{"if (1) { function f([switch]$a) { } } else { function f([switch]$b) { } }; f -a; f -b", ""},
		{"ls -- -Nope", ""},
		{"Invoke-Expression 'function made { [CmdletBinding()] param() }'; made -Nope", "1:71 error unknown-parameter"},
		{"Invoke-Expression $text; made", "1:1 note unknown-source 1:26 warning unknown-command"},
		// types
		{"using namespace System.Collections.Generic\n[List[string]]::new(); [ordered]@{}; [int[]]$x = 1; [Dictionary[string,[No.Type]]]", "2:73 error unknown-type"},
		{"class A { [int]$n } enum E { x }; [A]::new(); [E]::x; [A[]]$list = @()", ""},
		{"[System.Collections.NoSuchList]::new()", "1:2 error unknown-type"},
		{"New-Object -TypeName No.Type; New-Object System.Collections.ArrayList; New-Object -Com WScript.Shell", "1:22 error unknown-type 1:83 error windows-only"},
		{"[adsi]'LDAP://x'", "1:2 error windows-only"},
		// Windows
		{"Test-Path C:\\Temp, 'd:/x', \"E:\\$name\"; 'C: is a letter'", "1:11 warning windows-path 1:20 warning windows-path 1:28 warning windows-path"},
		{"dir HKLM:\\Software; dir Cert:\\; 'Cert: none'; dir Env:", "1:5 warning windows-path 1:25 warning windows-path"},
		{"dir \\\\server\\share\\x; 'a' -match '\\\\d+\\w'; '\\\\'", "1:5 warning windows-path"},
		{"$env:windir + $env:PATH", "1:1 warning windows-only"},
		// habits
		{"$x -eq $null; $null -ne $x; 1 -eq $null; $x -eq $nulls; $x -cne $NULL", "1:1 warning null-on-the-right 1:57 warning null-on-the-right"},
		{"function Clear-Old { [CmdletBinding()] param($u) Revoke-CsClientCertificate $u }", "1:10 warning missing-should-process"},
		{"function Clear-Old { [CmdletBinding(SupportsShouldProcess)] param($u) Revoke-CsClientCertificate $u }", ""},
		{"function Clear-Old { param($u) Revoke-CsClientCertificate $u }", ""},
		{"function Show-Old { [CmdletBinding()] param($u) Get-CsClientCertificate $u }", ""},
		{"$global:ran = $true; throw 'runs'; exit 3", ""},
	} {
		var got []string
		for _, f := range check.Source(sh.session, parser.NewSource(r.script, ""), "x.ps1") {
			got = append(got, fmt.Sprintf("%d:%d %s %s", f.Line, f.Column, f.Severity, f.Rule))
			if f.Reason == "" || f.Remedy == "" || f.EndLine < f.Line {
				t.Errorf("%s: half a finding: %+v", r.script, f)
			}
		}
		if text := strings.Join(got, " "); text != r.want {
			t.Errorf("%s\n got %s\nwant %s", r.script, text, r.want)
		}
	}
}

// What a script loads by a path that can be known is read, not run.
func TestCheckFollowsFiles(t *testing.T) {
	sh := checkingShell(t)
	folder := t.TempDir()
	for name, text := range map[string]string{
		"lib.ps1":      ". \"$PSScriptRoot/sub/more.ps1\"\nfunction Get-One { }\n. $PSCommandPath; New-Item ran",
		"sub/more.ps1": ". $PSScriptRoot/../lib.ps1\nfunction Get-Two { [CmdletBinding()] param() }",
		"main.ps1":     ". (Join-Path $PSScriptRoot lib.ps1)\nGet-One; Get-Two -Nope",
	} {
		file := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	found := check.File(sh.session, filepath.Join(folder, "main.ps1"))
	if len(found) != 1 || found[0].Rule != "unknown-parameter" || found[0].Line != 2 {
		t.Errorf("got %v", found)
	}
	for _, name := range []string{"none.ps1", "sub"} {
		if found := check.File(sh.session, filepath.Join(folder, name)); len(found) != 1 || found[0].Rule != "unreadable-file" || !check.HasErrors(found) {
			t.Errorf("%s: got %v", name, found)
		}
	}
}

// A runbook of Windows. What csshell -Check writes in this folder is the record.
func TestCheckRunbook(t *testing.T) {
	sh := checkingShell(t)
	want, err := os.ReadFile("testdata/check/old-windows-only-preamble.txt")
	if err != nil {
		t.Fatal(err)
	}
	findings := check.File(sh.session, "testdata/cases/porting/old-windows-only-preamble.ps1")
	var text bytes.Buffer
	if err := check.Write(&text, "text", findings); err != nil {
		t.Fatal(err)
	}
	if text.String() != string(want) {
		t.Errorf("got\n%s", text.String())
	}
}

func TestCheckFormats(t *testing.T) {
	sh := checkingShell(t)
	findings := check.Source(sh.session, parser.NewSource("'é'; Get-Nothing\n$x -eq $null\nif (", ""), "my run.ps1")
	var out bytes.Buffer
	if err := check.Write(&out, "JSON", findings); err != nil {
		t.Fatal(err)
	}
	var document struct {
		Errors, Warnings, Notes int
		Findings                []map[string]any
	}
	if err := json.Unmarshal(out.Bytes(), &document); err != nil {
		t.Fatal(err)
	}
	first := document.Findings[0]
	if document.Errors != 2 || document.Warnings != 1 || document.Notes != 0 || first["line"] != 1.0 || first["column"] != 6.0 || first["severity"] != "error" || first["rule"] != "unknown-command" {
		t.Errorf("got %s", out.String())
	}
	out.Reset()
	if err := check.Write(&out, "sarif", findings); err != nil {
		t.Fatal(err)
	}
	var log struct {
		Version string
		Runs    []struct {
			Tool struct {
				Driver struct {
					Name  string
					Rules []struct{ ID string }
				}
			}
			Results []struct {
				RuleID    string
				RuleIndex int
				Level     string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn, EndColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(out.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	if log.Version != "2.1.0" || len(log.Runs) != 1 || len(log.Runs[0].Results) != len(findings) {
		t.Fatalf("got %s", out.String())
	}
	for i, r := range log.Runs[0].Results {
		at := r.Locations[0].PhysicalLocation
		if log.Runs[0].Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID || r.Level != findings[i].Severity.String() || r.Message.Text == "" ||
			at.ArtifactLocation.URI != "my%20run.ps1" || at.Region.StartLine != findings[i].Line || at.Region.StartColumn != findings[i].Column {
			t.Errorf("result %d: %+v", i, r)
		}
	}
	out.Reset()
	if err := check.Write(&out, "json", nil); err != nil || !strings.Contains(out.String(), `"findings": []`) {
		t.Errorf("nothing found: %s %v", out.String(), err)
	}
}

func TestCheckOptions(t *testing.T) {
	for _, r := range []struct{ line, files, format string }{
		{"-Check a.ps1 b.ps1", "a.ps1 b.ps1", ""},
		{"-CheckFormat json --check /a.ps1", "/a.ps1", "json"},
		{"-NoProfile -Check a.ps1 -CheckF SARIF b.ps1", "a.ps1 b.ps1", "SARIF"},
	} {
		o, err := parseOptions(strings.Fields(r.line))
		if err != nil || strings.Join(o.check, " ") != r.files || o.checkFormat != r.format {
			t.Errorf("%s: %+v %v", r.line, o, err)
		}
	}
	for _, line := range []string{"-Check", "-Check a.ps1 -CheckFormat", "-CheckFormat html -Check a.ps1", "-CheckFormat"} {
		if _, err := parseOptions(strings.Fields(line)); err == nil {
			t.Errorf("%s: no error", line)
		}
	}
}
