# Modules, snap-ins, sessions and names with a module or a prefix, as runbooks begin.
#requires -Modules Lync
Import-Module Lync
Import-Module 'C:\Program Files\Common Files\Microsoft Lync Server 2013\Modules\Lync\Lync.psd1'
(Get-Module -ListAvailable Lync).Name
(Lync\Get-CsUser pilar).DisplayName
(SkypeForBusiness\Get-CsUser pilar).DisplayName
if (-not (Get-PSSnapin Lync -ErrorAction SilentlyContinue)) { Add-PSSnapin Lync }
(Get-PSSnapin).Name
try { Add-PSSnapin Microsoft.Exchange.Management.PowerShell.E2010 -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
$session = New-PSSession -ConnectionUri https://atl-cs-001.litwareinc.com/OcsPowershell -SessionOption (New-PSSessionOption -SkipCACheck -SkipCNCheck)
$session | Format-Table Id, Name, ComputerName, State
$module = Import-PSSession $session -Prefix Site -AllowClobber -DisableNameChecking -CommandName *CsUser, *CsClientCertificate
(Get-Command Get-Site*).Name
(Get-SiteCsUser pilar | Get-SiteCsClientCertificate).Count
$who = 'jhaas'
Invoke-Command -Session $session -ScriptBlock { param($name) (Get-CsUser $name).DisplayName } -ArgumentList pilar
Invoke-Command -Session $session { (Get-CsUser $using:who).DisplayName }
Remove-PSSession $session
"$(@(Get-PSSession).Count) $([bool](Get-Command Get-SiteCsUser -ErrorAction SilentlyContinue))"
try { New-PSSession -ConnectionUri https://outlook.example.com/powershell-liveid/ -ErrorAction Stop } catch { $_.Exception.Message }
try { Get-CsOnlineUser } catch { $_.FullyQualifiedErrorId; $_.ErrorDetails.RecommendedAction }
