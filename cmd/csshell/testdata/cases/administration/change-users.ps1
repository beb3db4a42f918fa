# Set-, Enable-, Disable-, Move-CsUser and Grant-Cs*Policy: what they change, warn of and refuse.
Set-CsUser pilar -LineURI 'tel:+14255550000' -Enabled $false -PassThru | Format-List LineURI, Enabled
Set-CsUser pilar -LineURI 'tel:+14255550000' 3>&1 | ForEach-Object { "warned: $_" }
foreach ($bad in { Set-CsUser pilar -LineURI 'wrong' -ErrorAction Stop }, { Set-CsUser pilar -SipAddress sip:jhaas@litwareinc.com -ErrorAction Stop },
    { Move-CsUser pilar -Target nowhere -ErrorAction Stop }, { Grant-CsVoicePolicy pilar Nope -ErrorAction Stop }, { Set-CsUser nobody -Enabled $true -ErrorAction Stop }) {
    try { & $bad; 'not refused' } catch { $_.FullyQualifiedErrorId }
}
Set-CsUser pilar -LineURI $null -WhatIf
"[$((Get-CsUser pilar).LineURI)]"
Set-CsUser pilar -LineURI $null
"[$((Get-CsUser pilar).LineURI)]"
Get-CsUser -Filter { Department -eq 'Finance' } | Set-CsUser -EnterpriseVoiceEnabled $true -PassThru 3>$null | Format-Table SamAccountName, EnterpriseVoiceEnabled
Enable-CsUser wkahn -RegistrarPool REDMOND-cs-001.litwareinc.com -SipAddressType samaccountname -SipDomain litwareinc.com -PassThru | Format-Table SipAddress, RegistrarPool, Enabled
Disable-CsUser kakers
"kakers: found $(@(Get-CsUser kakers -ErrorAction SilentlyContinue).Count), enabled [$(@(Get-CsAdUser kakers)[0].Enabled)]"
Move-CsUser pilar -Target atl-cs-001.litwareinc.com
(Get-CsUser pilar).RegistrarPool
Grant-CsVoicePolicy pilar -PolicyName tag:dublinvoicepolicy
(Get-CsUser pilar).VoicePolicy
Grant-CsVoicePolicy pilar $null
"[$((Get-CsUser pilar).VoicePolicy)]"
(Get-CsVoicePolicy).Identity
(Get-CsVoicePolicy DublinVoicePolicy).Identity
$u = Get-CsUser jhaas
$u.Title = 'local only'
$u | Set-CsUser -PrivateLine 'tel:+1'
"$((Get-CsUser jhaas).PrivateLine) $((Get-CsUser jhaas).Title -eq 'local only')"
