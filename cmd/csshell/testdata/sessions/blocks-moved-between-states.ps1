# A test framework runs a block in the scope of a module: it takes the module's
# state by reflection and gives it to the block.
$flags = [System.Reflection.BindingFlags]'Instance,NonPublic'
$module = New-Module -Name counted { $script:count = 5; function Get-Hidden { "hidden $count" }; Export-ModuleMember }
$block = { $count; Get-Hidden }
$state = [System.Management.Automation.SessionState].GetProperty('Internal', $flags).GetValue($module.SessionState, $null)
[scriptblock].GetProperty('SessionStateInternal', $flags).SetValue($block, $state, $null)
& $block
# What only reflection sees is neither a property nor a member.
$null -eq $block.SessionStateInternal
@($block | Get-Member -Name SessionState*).Count
$null -eq [scriptblock].GetProperty('SessionStateInternal')
# A block made of text belongs to no state: it runs where it is called.
$free = [scriptblock]::Create('Get-Hidden')
$null -eq [scriptblock].GetProperty('SessionStateInternal', $flags).GetValue($free, $null)
$module.Invoke({ param($b) & $b; $args }, @($free, 'rest'))
& ($module.NewBoundScriptBlock({ Get-Hidden }))
# A closure is a module of its own.
{ 1 }.GetNewClosure().Module.Name -match '^__DynamicModule_[a-f\d-]{36}$'
# A state is one object.
$ExecutionContext.SessionState -eq $ExecutionContext.SessionState
(& $module { $ExecutionContext.SessionState }) -eq $module.SessionState
$module.SessionState -eq $ExecutionContext.SessionState
# The provider cmdlets without cmdlets.
$item = $ExecutionContext.InvokeProvider.Item
$null = & $module { $ExecutionContext.InvokeProvider.Item.Set('Function:\script:Get-Made', { "made, $count" }, $true, $true) }
& $module { Get-Made }
$item.Exists('Function:\Get-Made')
$item.Exists('Alias:gci', $true, $true)
# Flags choose what reflection looks at.
[string].GetProperty('length')
[string].GetProperty('length', [System.Reflection.BindingFlags]'Instance,Public,IgnoreCase').Name
$null -eq [datetime].GetProperty('Now', [System.Reflection.BindingFlags]'Instance,Public')
[datetime].GetProperty('Now', [System.Reflection.BindingFlags]'Static,Public').PropertyType.Name
[string].GetMethod('ToUpperInvariant', [System.Reflection.BindingFlags]'Instance,Public').Name
[System.Collections.ArrayList].GetInterface('ilist', $true).FullName
[int]::MaxValue.GetType().GetProperties([System.Reflection.BindingFlags]::NonPublic).Count
# A method is a delegate where one is asked for.
class Numbers {
    [int] Twice([int] $n) { return 2 * $n }
    static [int] Add([int] $a, [int16] $b) { return $a + $b }
    static [int] Apply([int] $a, [int16] $b, [Func[int, int16, int]] $how) { return $how.Invoke($a, $b) }
}
([Func[int, int16, int]] [Numbers]::Add).Invoke(2, 6)
[Numbers]::Apply(3, 4, [Numbers]::Add)
([Func[int, int]] [Numbers]::new().Twice).Invoke(4)
try { [Func[int]] [Numbers]::Add } catch { $_.FullyQualifiedErrorId }
# A cast to Object asks Object's own method.
([object] 'abc').ToString()
([object] 'abc').ToString().Length
