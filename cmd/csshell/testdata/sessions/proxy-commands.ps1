# What ProxyCommand writes of a command, and a proxy that works.
$sort = [System.Management.Automation.CommandMetadata](Get-Command Get-Content)
[System.Management.Automation.ProxyCommand]::GetParamBlock($sort).Split("`n")[1..3]
function Set-Thing {
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'one')]
    param([Parameter(Mandatory, Position = 1)][Alias('Q')][ValidateSet('a', 'b')][string] $X, [ValidateRange(1, 3)][int] $Y, [ValidateNotNullOrEmpty()] $Z, [switch] $S)
    "$X $Y $S"
}
$thing = [System.Management.Automation.CommandMetadata]::new((Get-Command Set-Thing))
[System.Management.Automation.ProxyCommand]::GetCmdletBindingAttribute($thing)
[System.Management.Automation.ProxyCommand]::GetParamBlock($thing)
Set-Item function:Set-Wrapped ([scriptblock]::Create([System.Management.Automation.ProxyCommand]::Create($thing)))
Set-Wrapped a -Y 2 -S
(Get-Command Set-Wrapped).Parameters['X'].Aliases
try { Set-Wrapped c } catch { $_.FullyQualifiedErrorId }
# The description may be changed, the command stays what it is.
$x = $thing.Parameters['X']
$x.Name = '_X'
$x.Aliases.Add('X')
$null = $thing.Parameters.Remove('X')
$thing.Parameters.Add('_X', $x)
$thing.Parameters.Keys -join ','
(Get-Command Set-Thing).Parameters['X'].Name
$thing.DefaultParameterSetName = ''
[System.Management.Automation.ProxyCommand]::GetCmdletBindingAttribute($thing)
function plain($a, [int[]] $b) { }
$plain = [System.Management.Automation.CommandMetadata](Get-Command plain)
"<$([System.Management.Automation.ProxyCommand]::GetCmdletBindingAttribute($plain))>"
[System.Management.Automation.ProxyCommand]::GetParamBlock($plain)
'Verbose' -in $plain.Parameters.Keys
[System.Management.Automation.Internal.CommonParameters].GetProperty('Verbose').Name
[System.Management.Automation.Internal.ShouldProcessParameters].GetProperty('WhatIf').PropertyType.Name
[System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent("it's")
[System.Management.Automation.Language.CodeGeneration]::EscapeFormatStringContent('{0}')
