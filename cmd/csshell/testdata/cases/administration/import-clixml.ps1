# What Export-Clixml and Export-Csv write of the product's objects comes back through Import-CsStore; a mistake leaves the store as it is.
Get-CsAdUser | Export-Clixml users.xml
Get-CsUser | Where-Object RegistrarPool | Get-CsClientCertificate | Export-Clixml certificates.xml
Get-CsUser | Export-Csv users.csv -NoTypeInformation
Import-CsStore users.xml certificates.xml | Format-List
Set-CsUser pilar -LineURI 'tel:+1'
Import-CsStore users.xml | Format-List UsersAdded, UsersReplaced
"the number of before: $((Get-CsUser pilar).LineURI)"
Import-CsStore users.csv | Format-List UsersAdded
(Get-Content users.xml -Raw) -replace 'sip:pilar@litwareinc.com', 'sip:kenmyer@litwareinc.com' | Set-Content bad.xml
'<Objs><broken' | Set-Content broken.xml
foreach ($arguments in @('bad.xml'), @('broken.xml'), @('users.csv', 'certificates.xml'), @('none.xml')) {
    try { Import-CsStore @arguments } catch { "$($_.FullyQualifiedErrorId): $($_.Exception.Message -replace [regex]::Escape($PSScriptRoot), '.')" }
}
"users: $((Get-CsStore).Accounts), pilar: $((Get-CsUser pilar).SipAddress)"
