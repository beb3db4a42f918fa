# Blocks of a script run by functions of a module see the script's scope.
$module = New-Module {
	function Run([scriptblock]$b) { & $b }
	function RunHere([scriptblock]$b) { . $b }
	function RunDeep([scriptblock]$b) { $x = 'module'; Run $b }
}
$x = 'script'
Run { "called: $x" }
RunHere { $y = 'dotted' }
"after: $y"
RunDeep { "deep: $x" }
RunHere { RunHere { $z = 'nested' } }
"nested: $z"
function Local { $x = 'local'; RunHere { $x = 'changed' }; $x }
Local

# Jumps out of $() keep what was written; assignments have the variable's value.
function Jump { $v = $('first'; return 'second'); 'never' }
Jump
([int]$n = '5').GetType().Name

# A clean block runs when another block has run, writes nothing, and keeps its error.
function Idle { clean { Write-Warning 'idle' } }
function Busy { end { 'busy' } clean { 'dropped'; Write-Warning 'cleaned' } }
Idle 3>&1
Busy 3>&1 | ForEach-Object { "$_" }
Write-Information 'told' 6>&1
