# Plans, operations, undoing, resuming, the audit trail and the check of the store.
$env:XDG_CONFIG_HOME = (Get-Location).Path
function Count { (Get-CsStore).Certificates }
Get-CsUser -OnModernServer -Filter { Department -eq 'Finance' } | Revoke-CsClientCertificate -PlanTo ./p.csplan
"planned: $(Count)"
$op = Invoke-CsPlan ./p.csplan
"$($op.Action): $($op.Users) users, $($op.Certificates) certificates; left $(Count)"
try { Invoke-CsPlan ./p.csplan } catch { $_.Exception.Message }
$null = Undo-CsOperation $op.Id
"undone: $(Count)"
try { Undo-CsOperation $op.Id -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
(Get-Content ./p.csplan -Raw).Replace('pilar@', 'mallory@') | Set-Content ./forged.csplan
try { Invoke-CsPlan ./forged.csplan } catch { $_.Exception.Message -replace '"[^"]*"' }
Get-CsUser -OnModernServer | Revoke-CsClientCertificate -ChunkSize 4
"in chunks: $(Count)"
$last = Get-CsOperation -First 1
"$($last.Action) in $($last.Steps) steps, $($last.Users) users, $($last.Certificates) certificates"
(Resume-CsOperation $last.Id).Steps -eq $last.Steps
"undone: $((Undo-CsOperation $last.Id).Certificates)"
Set-CsUser pilar -LineURI tel:+1
$first = Get-CsOperation -First 1
Set-CsUser pilar -LineURI tel:+2
Undo-CsOperation $first.Id -ErrorAction SilentlyContinue
(Get-CsUser pilar).LineURI
Get-CsOperation -First 1 | Undo-CsOperation | ForEach-Object { $_.Edits }
(Get-CsUser pilar).LineURI
Disable-CsUser jhaas
$null = Get-CsOperation -First 1 | Undo-CsOperation
"$((Get-CsUser jhaas).SipAddress) has $(@(Get-CsClientCertificate jhaas).Count)"
(Get-CsAuditRecord -OperationId $first.Id -Edits).Edits | Format-Table Kind, Property, After
Get-CsOperation | Format-Table Action, Users, Certificates, Edits
Test-CsStore | Format-Table Check, Passed
Export-CsAuditRecord ./bundle
(Get-ChildItem ./bundle).Name
Test-CsLeaver | Format-Table Reason, Identity, Certificates
Test-CsLeaver -Quiet
"$?"
