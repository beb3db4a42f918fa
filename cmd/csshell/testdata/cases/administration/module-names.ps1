# The product's module has two names, and commands of it others with -Prefix; policies and pools have a FriendlyName.
#requires -Modules Lync, @{ModuleName='SkypeForBusiness'; ModuleVersion='6.0'}
if (-not (Get-Module -Name Lync)) { Import-Module Lync }
"loaded: $((Get-Module Lync).Name) $((Get-Module SkypeForBusiness).Name) $((Get-Module NoSuchModule).Name)"
"wildcards: $((Get-Module Ly*).Name) and $((Get-Module -ListAvailable Ly*).Name -join ', ')"
"commands: $((Get-Command Get-CsUser -Module Lync).Name) $((Get-Command -Module Lync -Name Get-CsU*).Count -eq (Get-Command -Module SkypeForBusiness -Name Get-CsU*).Count)"
try { Get-Command Get-CsUser -Module ActiveDirectory -ErrorAction Stop } catch { "not of the other: $($_.FullyQualifiedErrorId)" }
Import-Module Lync -Prefix Old
"prefix: $((Get-OldCsUser pilar).DisplayName), and without: $((Get-CsUser pilar).DisplayName)"
Get-CsUser | Select-Object -First 1 | Get-OldCsClientCertificate | ForEach-Object CertificateType

$user = Get-CsUser pilar
"policy: $($user.VoicePolicy) = $($user.VoicePolicy.FriendlyName), pool $($user.RegistrarPool.FriendlyName), none [$($user.ClientPolicy.FriendlyName)]"
"as before: $($user.VoicePolicy -is [string]) $(@('x' | Get-Member FriendlyName).Count) $(@(Get-CsUser | Where-Object { $_.RegistrarPool.FriendlyName -like 'dublin*' }).Count)"

Get-CsUser pilar -DomainController dc1 -Verbose 4>&1 | ForEach-Object { "$_" }
Get-ADUser pilar -Server dc1 -Verbose 4>&1 | Select-Object -First 1 | ForEach-Object { "$_" }
