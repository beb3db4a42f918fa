package core

import "github.com/csshell/csshell/runtime"

// Functions are the functions that every session begins with.
func Functions() []runtime.FunctionEntry {
	return []runtime.FunctionEntry{
		{Name: "prompt", Body: promptBody},
		{Name: "help", Body: helpBody},
		{Name: "TabExpansion2", Body: tabExpansionBody},
		{Name: "cd..", Body: "Set-Location .."},
		{Name: `cd\`, Body: "Set-Location /"},
		{Name: "cd~", Body: "Set-Location ~"},
		{Name: "Pause", Body: "$null = Read-Host 'Press Enter to continue...'"},
		{Name: "Clear-Host", Body: clearBody},
		{Name: "oss", Body: ossBody},
		{Name: "Out-GridView", Body: gridViewBody},
		{Name: "Install-Module", Body: installBody},
	}
}

// clearBody empties the terminal, and what can be scrolled back to.
const clearBody = "[Console]::Write(\"`e[H`e[2J`e[3J\")"

// ossBody shows objects as text, line by line.
const ossBody = `
[CmdletBinding()]
param(
    [ValidateRange(2, 2147483647)]
    [int]
    $Width,

    [Parameter(ValueFromPipeline)]
    [psobject]
    $InputObject
)
begin { $objects = [System.Collections.Generic.List[object]]::new() }
process { $objects.Add($InputObject) }
end {
    $null = $PSBoundParameters.Remove('InputObject')
    $objects | Out-String -Stream @PSBoundParameters
}
`

// promptBody is the prompt: PS, the place, and a > for each nested level.
const promptBody = `
"PS $PWD$('>' * ($NestedPromptLevel + 1)) "
# .Link
# https://go.microsoft.com/fwlink/?LinkID=225750
`

// helpBody shows help page by page where a person reads it, and all of it when
// no view is asked for.
const helpBody = `
<#
.FORWARDHELPTARGETNAME Get-Help
.FORWARDHELPCATEGORY Cmdlet
#>
[CmdletBinding(DefaultParameterSetName = 'AllUsersView', HelpUri = 'https://go.microsoft.com/fwlink/?LinkID=2096483')]
param(
    [Parameter(Position = 0, ValueFromPipelineByPropertyName)]
    [string]
    $Name,

    [string]
    $Path,

    [ValidateSet('Alias', 'Cmdlet', 'Provider', 'General', 'FAQ', 'Glossary', 'HelpFile', 'ScriptCommand', 'Function', 'Filter', 'ExternalScript', 'All', 'DefaultHelp', 'DscResource', 'Class', 'Configuration')]
    [string[]]
    $Category,

    [Parameter(ParameterSetName = 'DetailedView', Mandatory)]
    [switch]
    $Detailed,

    [Parameter(ParameterSetName = 'AllUsersView')]
    [switch]
    $Full,

    [Parameter(ParameterSetName = 'Examples', Mandatory)]
    [switch]
    $Examples,

    [Parameter(ParameterSetName = 'Parameters', Mandatory)]
    [string[]]
    $Parameter,

    [string[]]
    $Component,

    [string[]]
    $Functionality,

    [string[]]
    $Role,

    [Parameter(ParameterSetName = 'Online', Mandatory)]
    [switch]
    $Online
)
process {
    if ($PSCmdlet.ParameterSetName -eq 'AllUsersView' -and -not $Full) {
        $PSBoundParameters['Full'] = $true
    }
    $found = Get-Help @PSBoundParameters
    $width = [Math]::Max(20, $Host.UI.RawUI.WindowSize.Width) - 1
    if (-not $found) { return }
    $text = $found | Out-String -Stream -Width $width
    $pager = Get-Command less -CommandType Application -ErrorAction Ignore | Select-Object -First 1
    if ($pager) { $text | & $pager -s -F -R -X } else { $text }
}
`

// tabExpansionBody completes text at a cursor.
const tabExpansionBody = `
[CmdletBinding(DefaultParameterSetName = 'ScriptInputSet')]
[OutputType([System.Management.Automation.CommandCompletion])]
param(
    [Parameter(ParameterSetName = 'ScriptInputSet', Mandatory, Position = 0)]
    [AllowEmptyString()]
    [string]
    $inputScript,

    [Parameter(ParameterSetName = 'ScriptInputSet', Position = 1)]
    [int]
    $cursorColumn = $inputScript.Length,

    [Parameter(ParameterSetName = 'ScriptInputSet', Position = 2)]
    [hashtable]
    $options = $null
)
[System.Management.Automation.CommandCompletion]::CompleteInput($inputScript, $cursorColumn, $options)
`

// gridViewBody shows objects as a table of text, for there are no windows. -PassThru and
// -OutputMode pass all of them on, Single the first.
const gridViewBody = `
[CmdletBinding(DefaultParameterSetName = 'PassThru')]
param(
    [Parameter(ValueFromPipeline)]
    [psobject]
    $InputObject,

    [ValidateNotNullOrEmpty()]
    [string]
    $Title,

    [Parameter(ParameterSetName = 'Wait')]
    [switch]
    $Wait,

    [Parameter(ParameterSetName = 'OutputMode')]
    [ValidateSet('None', 'Single', 'Multiple')]
    [string]
    $OutputMode,

    [Parameter(ParameterSetName = 'PassThru')]
    [switch]
    $PassThru
)
begin { $objects = [System.Collections.Generic.List[object]]::new() }
process { $objects.Add($InputObject) }
end {
    if ($Title) { Write-Host $Title }
    $objects | Format-Table | Out-Host
    if ($PassThru -or $OutputMode -eq 'Multiple') { $objects }
    elseif ($OutputMode -eq 'Single') { $objects | Select-Object -First 1 }
}
`

// installBody refuses to download modules.
const installBody = `
[CmdletBinding()]
param([Parameter(Position = 0)] [string[]] $Name, [Parameter(ValueFromRemainingArguments)] $Rest)
$message = "The module '$Name' cannot be installed: csshell downloads no modules. Copy its folder into a folder of " + '$env:PSModulePath, then use Import-Module.'
$PSCmdlet.ThrowTerminatingError([System.Management.Automation.ErrorRecord]::new([System.NotSupportedException]::new($message), 'InstallNotSupported', 'NotImplemented', $Name))
`
