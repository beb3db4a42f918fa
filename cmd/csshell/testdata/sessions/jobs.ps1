# Jobs run beside the session: what they share, what they copy, how they end.
1..3 | ForEach-Object -Parallel { $_ * 2 } | Sort-Object
$k = 5
1..2 | ForEach-Object -Parallel { $using:k + $_ } | Sort-Object
"unseen: $(@(1 | ForEach-Object -Parallel { $k }).Count)"

$watch = [Diagnostics.Stopwatch]::StartNew()
1..10 | ForEach-Object -Parallel { Start-Sleep -Milliseconds 300 } -ThrottleLimit 10
"waiting overlaps: $($watch.ElapsedMilliseconds -lt 2500)"

$job = Start-Job { 1 + 1; [pscustomobject]@{ A = 1 }; Get-Item / }
$result = $job | Wait-Job | Receive-Job
"$($result[0]) $($result[1].A) $($result[2].PSTypeNames[0])"
"$($job.Name) $($job.PSJobTypeName) $($job.State) $($job.HasMoreData)"

Start-ThreadJob { param($a) $a + $using:k } -ArgumentList 10 | Receive-Job -Wait -AutoRemoveJob

$failed = Start-Job { throw 'boom' }
$null = Wait-Job $failed
try { Receive-Job $failed -ErrorAction Stop } catch { "$($failed.State): $_" }

$endless = Start-ThreadJob { while ($true) { $i++ } }
Start-Sleep -Milliseconds 50
Stop-Job $endless
"endless: $($endless.State)"
Remove-Job -Name *
"left: $(@(Get-Job).Count)"

$b = 1..3 | ForEach-Object { $_ * $k } &
$b | Receive-Job -Wait

$bag = [System.Collections.Concurrent.ConcurrentBag[int]]::new()
1..4 | ForEach-Object -Parallel { ($using:bag).Add($_ * $_) }
($bag | Sort-Object) -join ','

$table = @{}
1..200 | ForEach-Object -Parallel { $t = $using:table; $t[[string]$_] = $_ }
"kept: $($table.Count)"

1, 0 | ForEach-Object -Parallel { 10 / $_ } 2>&1 | ForEach-Object { "$_" } | Sort-Object
Get-Job -Name nobody -ErrorAction SilentlyContinue
$Error[0].FullyQualifiedErrorId
