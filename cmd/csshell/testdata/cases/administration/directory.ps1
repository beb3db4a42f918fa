# The cmdlets of the ActiveDirectory module over the same accounts.
Import-Module ActiveDirectory
Get-ADUser pilar
$dept = 'Finance'
Get-ADUser -Filter { Department -eq $dept -and Enabled -eq $true } -Properties mail, msRTCSIP-PrimaryUserAddress | Format-Table SamAccountName, mail, msRTCSIP-PrimaryUserAddress
(Get-ADUser -LDAPFilter '(&(department=Finance)(title=*))' -SearchBase 'OU=Finance,OU=North America,DC=litwareinc,DC=com').SamAccountName
@(Get-ADUser -Filter *).Count
Set-ADUser pilar -Title Director -Replace @{ department = 'Research' }
Get-ADUser pilar -Properties Title, Department | Format-List Title, Department
Disable-ADAccount pilar
"$((Get-ADUser pilar).Enabled) $((Get-CsAdUser pilar).UserAccountControl) $((Get-ADUser pilar -Properties *).userAccountControl)"
Get-ADUser pilar | Enable-ADAccount
(Get-ADUser pilar).Enabled
Add-ADGroupMember CsHelpDesk -Members pilar, 'kenmyer@litwareinc.com'
(Get-ADGroupMember CsHelpDesk).SamAccountName
(Get-ADPrincipalGroupMembership pilar).Name
Get-CsAdminRoleAssignment pilar
Remove-ADGroupMember CsHelpDesk -Members pilar -Confirm:$false
(Get-ADGroupMember CsHelpDesk).SamAccountName
New-ADGroup Leavers -PassThru | Format-Table Name, GroupScope
(Get-ADGroup -Filter "Name -like 'Le*'").Name
try { Get-ADUser nobody } catch [Microsoft.ActiveDirectory.Management.ADIdentityNotFoundException] { "$($_.Exception.Message)" }
