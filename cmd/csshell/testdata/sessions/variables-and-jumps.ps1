# Automatic variables can be assigned; their scope has the value then.
& { $PSBoundParameters = 1; $PSBoundParameters }
& { [string] $PSScriptRoot = 'abc'; $PSScriptRoot; & { $PSScriptRoot.Length -ne 3 } }
function Show-Call { $MyInvocation = 'mine'; $MyInvocation }
Show-Call
foreach ($block in { $? = 1 }, { [datetime] $HOME = 1 }, { [int] $PID = 1 }) {
    try { & $block; 'assigned' } catch { $_.FullyQualifiedErrorId }
}
# A jump out of an assigned statement takes what it wrote with it; $( ) hands it on.
function Get-Nothing { $a = foreach ($i in 1) { 'one'; return } }
function Get-Less { $null = if ($true) { 'one'; return 'two' } }
function Get-Both { $a = $('one'; return 'two') }
@(Get-Nothing).Count; @(Get-Less).Count; @(Get-Both) -join ' '
$list = foreach ($i in 1..5) { if ($i -eq 3) { break }; $i }
"$list"
# The exception of an error that stops has the error's own record.
try { Get-ChildItem no-such-file-here -ErrorAction Stop -ErrorVariable kept } catch { }
$kept[0].GetType().Name; $kept[0].ErrorRecord.Exception.GetType().Name; $kept[0].ErrorRecord.FullyQualifiedErrorId
[System.Management.Automation.Internal.AutomationNull]::Value | ForEach-Object { 'nothing comes' }
$null -eq [System.Management.Automation.Internal.AutomationNull]::Value
[System.Text.Encoding]::GetEncoding('IBM437').WebName
# Classes of configurations, and generators of valid values.
[DscResource()]
class Setting {
    [DscProperty(Key)] [string] $Name = 'n'
    [DscProperty(NotConfigurable)] [int] $Size
    [bool] Test() { return $false }
    [Setting] Get() { return $this }
    [void] Set() { }
}
[Setting]::new().Get().Name
class NoValues : System.Management.Automation.IValidateSetValuesGenerator { [string[]] GetValidValues() { return [string[]] $null } }
function Test-Values([ValidateSet([NoValues])] $v) { $v }
try { Test-Values x } catch { $_.FullyQualifiedErrorId; $_.Exception.InnerException.ErrorRecord.FullyQualifiedErrorId }
class Sequence : System.Collections.IEnumerable { [System.Collections.IEnumerator] GetEnumerator() { return @(1, 2).GetEnumerator() } }
[Sequence].ImplementedInterfaces.FullName
[System.Reflection.MemberTypes] 'Method, Property'
# What .NET calls gets its arguments in the order of the parameters, switches too.
{ param([switch] $s, $x, [Parameter(Position = 0)] $y) "$s $x $y" }.Invoke($true, 5, 6)
(New-Module -AsCustomObject -ArgumentList $null, $true, 7 { param([string[]] $a, [switch] $s, [int] $n) $all = "$($null -eq $a) $s $n"; Export-ModuleMember -Variable all }).all
& { param([switch] $s, $x) "$s $x" } 5
