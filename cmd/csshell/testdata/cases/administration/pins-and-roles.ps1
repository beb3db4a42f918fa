# PINs, administrator roles and what the topology tells.
$made = Set-CsClientPin pilar
"$($made.Identity) has a PIN of $($made.Pin.Length) digits"
try { Set-CsClientPin pilar -Pin 12ab -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
Lock-CsClientPin pilar
Get-CsClientPinInfo pilar | Select-Object Identity, IsPinSet, IsLockedOut | Format-List
Unlock-CsClientPin pilar
(Get-CsClientPinInfo pilar).IsLockedOut
@(Get-CsUser | Get-CsClientPinInfo -ErrorAction SilentlyContinue | Where-Object { -not $_.IsPinSet }).Count
New-CsAdminRole Night -Template CsHelpDesk -UserScopes 'OU:OU=IT,OU=North America,DC=litwareinc,DC=com' | Format-Table Identity, TemplateName, IsStandardRole
Set-CsAdminRole Night -Cmdlets @{ Add = 'Revoke-CsClientCertificate'; Remove = 'Get-CsPool' }
(Get-CsAdminRole Night).Cmdlets -match 'Revoke|Pool'
foreach ($bad in { Set-CsAdminRole CsHelpDesk -Cmdlets a -ErrorAction Stop }, { Get-CsAdminRole Nobody -ErrorAction Stop }, { New-CsAdminRole Night -Template CsHelpDesk }) {
    try { & $bad; 'not refused' } catch { $_.FullyQualifiedErrorId }
}
Remove-CsAdminRole Night -Confirm:$false
@(Get-CsAdminRole -Filter Night).Count
Get-CsPool | Format-Table Identity, Fqdn
(Get-CsService -Registrar).Identity
(Get-CsSipDomain).Name
(Get-CsEffectivePolicy pilar).ConferencingPolicy
(Get-CsUserPoolInfo pilar).PrimaryPoolFqdn
(Test-CsClientAuth -UserSipAddress sip:hchen@litwareinc.com).Error
@(Get-CsAnalogDevice -Filter { LineURI -ne $Null }).Count
