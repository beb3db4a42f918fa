package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/csshell/csshell/objects/store/postgres/pgtest"
)

// whatIfCalls runs every cmdlet of the store that knows -WhatIf, with arguments that
// would change something, in all ways in which scripts pass -WhatIf on. It writes the
// names of cmdlets that it has no arguments for, and of calls that -WhatIf did not
// reach.
const whatIfCalls = `
$ErrorActionPreference = 'Stop'
$who = 'kenmyer@litwareinc.com'
$operation = (Get-CsOperation | Select-Object -First 1).Id
Set-Content accounts.ldif "dn: CN=New Hire,DC=litwareinc,DC=com` + "`n" + `objectClass: user"
$arguments = @{
	'Add-ADGroupMember' = @{ Identity = 'CsHelpDesk'; Members = 'pilar' }; 'Remove-ADGroupMember' = @{ Identity = 'CsHelpDesk'; Members = 'kenmyer@litwareinc.com' }
	'Enable-CsUser' = @{ Identity = 'wkahn'; RegistrarPool = 'atl-cs-001.litwareinc.com'; SipAddress = 'sip:new@litwareinc.com' }
	'Import-CsStore' = @{ Sample = $true }; 'New-ADGroup' = @{ Name = 'New' }; 'Move-CsUser' = @{ Identity = $who; Target = 'redmond-cs-001.litwareinc.com' }
	'New-CsAdminRole' = @{ Identity = 'NewRole'; Template = 'CsHelpDesk' }; 'Remove-CsAdminRole' = @{ Identity = 'RedmondHelpDesk' }
	'Set-ADUser' = @{ Identity = $who; Title = 'x' }; 'Set-CsAdminRole' = @{ Identity = 'RedmondHelpDesk'; ConfigScopes = 'Global' }
	'Set-CsClientPin' = @{ Identity = $who; Pin = '194728' }; 'Set-CsUser' = @{ Identity = $who; Enabled = $false; LineURI = 'tel:+1' }
	'Sync-CsDirectory' = @{ Path = (Resolve-Path accounts.ldif).Path }; 'Undo-CsOperation' = @{ Id = $operation }; 'Resume-CsOperation' = @{ Id = $operation }
}
$alone = 'Disable-ADAccount', 'Enable-ADAccount', 'Disable-CsUser', 'Revoke-CsClientCertificate', 'Lock-CsClientPin', 'Unlock-CsClientPin', 'Get-CsClientCertificate', 'Get-CsClientPinInfo'
$files = 'Export-CsAuditRecord', 'Export-CsStore', 'Invoke-CsPlan', 'New-CsStore' # which work on files of their own
$calls = [ordered]@{}
foreach ($c in Get-Command -Module SkypeForBusiness, ActiveDirectory -CommandType Cmdlet) {
	if (!$c.Parameters.ContainsKey('WhatIf') -or $c.Name -in $files) { continue }
	if ($arguments[$c.Name]) { $calls[$c.Name] = $arguments[$c.Name] }
	elseif ($c.Name -in $alone) { $calls[$c.Name] = @{ Identity = $who } }
	elseif ($c.Name -like 'Grant-*') { $calls[$c.Name] = @{ Identity = $who; PolicyName = $null } }
	else { "no arguments for $($c.Name)" }
}
function Inner { [CmdletBinding(SupportsShouldProcess)] param($Name, $With) & $Name @With }
function Outer { [CmdletBinding(SupportsShouldProcess)] param($Name, $With) 1 | ForEach-Object { . { Inner -Name $Name -With $With } } }
$null = New-Module -Name Changes { function Invoke-Change { [CmdletBinding(SupportsShouldProcess)] param($Name, $With) & $Name @With }; Export-ModuleMember -Function * } | Import-Module
function Plain { param($Name, $With) & $Name @With }
$ways = [ordered]@{
	'parameter' = { param($n, $a) & $n @a -WhatIf }
	'splat' = { param($n, $a) $b = $a.Clone(); $b.WhatIf = $true; & $n @b }
	'preference' = { param($n, $a) $WhatIfPreference = $true; & $n @a }
	'preference through a function' = { param($n, $a) $WhatIfPreference = $true; Plain $n $a }
	'functions' = { param($n, $a) Outer -Name $n -With $a -WhatIf }
	'module' = { param($n, $a) Invoke-Change -Name $n -With $a -WhatIf }
	'default' = { param($n, $a) $PSDefaultParameterValues = @{ "${n}:WhatIf" = $true }; & $n @a }
	'text' = { param($n, $a) $WhatIfPreference = $true; Invoke-Expression '& $n @a' }
	'Invoke-Command' = { param($n, $a) $WhatIfPreference = $true; Invoke-Command { param($m, $b) & $m @b } -ArgumentList $n, $a }
	'try and finally' = { param($n, $a) try { & $n @a -WhatIf } finally { & $n @a -WhatIf } }
}
foreach ($way in $ways.Keys) {
	foreach ($name in $calls.Keys) {
		if ($name -in 'Resume-CsOperation') { continue } # nothing waits
		try { $null = & $ways[$way] $name $calls[$name] } catch { "$way $name $($_.Exception.Message)" }
	}
}
$names = @($calls.Keys | Where-Object { $_ -ne 'Resume-CsOperation' })
$all = { param($names, $calls) foreach ($n in $names) { $a = $calls[$n]; & $n @a -WhatIf } }
$null = Start-Job -ScriptBlock $all -ArgumentList $names, $calls | Receive-Job -Wait -AutoRemoveJob
$null = Start-ThreadJob -ScriptBlock $all -ArgumentList $names, $calls | Receive-Job -Wait -AutoRemoveJob
$null = $names | ForEach-Object -Parallel { $a = ($using:calls)[$_]; & $_ @a -WhatIf } -ThrottleLimit 4
$null = Get-CsUser | Where-Object RegistrarPool | Revoke-CsClientCertificate -WhatIf
$null = Get-CsUser | Disable-CsUser -WhatIf
$null = Get-CsUser | ForEach-Object { $_ | Set-CsUser -Enabled $false -WhatIf }
"$($calls.Count) cmdlets"
`

// Under -WhatIf not one byte of a store changes, whatever the script passes it through.
func TestWhatIfChangesNothing(t *testing.T) {
	file := filepath.Join(t.TempDir(), "store.db")
	database := pgtest.Start(t)
	for _, store := range []struct {
		name    string
		content func() string
	}{
		{"sqlite:" + file, func() string {
			all, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			rest, _ := os.ReadFile(file + "-wal") // none is there where nothing waits
			return string(all) + string(rest)
		}},
		{database, func() string { return pgtest.Contents(t, database) }},
	} {
		output(t, store.name, "New-CsStore")
		output(t, store.name, "Import-CsStore -Sample; Set-CsClientPin kenmyer@litwareinc.com -Pin 582714; Add-ADGroupMember CsHelpDesk -Members kenmyer@litwareinc.com; Set-CsUser kenmyer@litwareinc.com -LineURI 'tel:+14255550000'; Grant-CsVoicePolicy kenmyer@litwareinc.com -PolicyName $null")
		before := store.content()
		script := filepath.Join(t.TempDir(), "whatif.ps1")
		if err := os.WriteFile(script, []byte(whatIfCalls), 0o600); err != nil {
			t.Fatal(err)
		}
		c := exec.CommandContext(t.Context(), shell, "-NoProfile", "-NonInteractive", "-Store", store.name, "-File", script)
		c.Dir = t.TempDir()
		out, err := c.CombinedOutput()
		kind, _, _ := strings.Cut(store.name, ":")
		var told []string
		whatIfs := 0
		for line := range strings.Lines(string(out)) {
			switch {
			case strings.HasPrefix(line, "What if: "):
				whatIfs++
			case !strings.HasPrefix(line, "WARNING: ") && strings.TrimSpace(line) != "":
				told = append(told, line)
			}
		}
		if err != nil || len(told) != 1 || !strings.HasSuffix(told[0], " cmdlets\n") {
			t.Errorf("%s: %v\n%s", kind, err, strings.Join(told, ""))
		}
		if whatIfs < 400 {
			t.Errorf("%s: -WhatIf was said %d times", kind, whatIfs)
		}
		if store.content() != before {
			t.Errorf("%s: the store has changed; operations: %s", kind, output(t, store.name, "(Get-CsOperation).Action"))
		}
	}
}
