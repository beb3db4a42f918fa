# What the store leaves out is what the pipeline would have dropped: each filter with and without the store's help.
$all = @(Get-CsUser)
function Compare-Answers($label, $pushed, $plain) {
    $same = (@($pushed).SamAccountName -join ',') -ceq (@($plain).SamAccountName -join ',')
    '{0,-52} {1,3} {2}' -f $label, @($pushed).Count, $same
}
$blocks = { $_.Department -eq 'FINANCE' }, { $_.Department -ne 'finance' }, { $_.RegistrarPool -eq $null }, { $_.RegistrarPool -ne $null -and $_.Enabled -eq $true },
    { $_.Enabled -eq 'x' }, { $_.Enabled -eq $false }, { $_.DisplayName -like '*AN*' }, { $_.DisplayName -notlike '* *' }, { $_.DisplayName -like '[a-d]*' },
    { $_.LineURI -like 'tel:+1425*' -and ($_.VoicePolicy -eq $null) }, { $_.DisplayName -eq "Tim O'Brien" }, { $_.Title -gt 'M' }, { $_.Manager }, { -not $_.LineURI },
    { $_.City -eq 'redmond' -or $_.City -eq 'Dublin' }, { $_.DisplayName -eq '遠藤 裕一郎' }, { $_.Nothing -eq 1 }, { $_.Department -eq '100%' }, { $_.Title -like 'a_c*' }
foreach ($block in $blocks) { Compare-Answers "$block".Trim() (Get-CsUser | Where-Object $block) ($all | Where-Object $block) }
Compare-Answers 'short -eq' (Get-CsUser | Where-Object Department -eq it) ($all | Where-Object Department -eq it)
Compare-Answers 'short -like' (Get-CsUser | Where-Object SipAddress -like 'sip:k*') ($all | Where-Object SipAddress -like 'sip:k*')
Compare-Answers 'behind a count' (Get-CsUser | Select-Object -First 6 | Where-Object Department -eq Finance) ($all | Select-Object -First 6 | Where-Object Department -eq Finance)
Compare-Answers 'behind a size' (Get-CsUser -ResultSize 6 | Where-Object Department -eq Finance) ($all | Select-Object -First 6 | Where-Object Department -eq Finance)
foreach ($text in 'Department -eq "finance" -and Enabled -eq $true', 'RegistrarPool -ne $null', 'Department -ne "IT" -or Title -like "*man*"', '-not (City -eq "Redmond")', 'Enabled -eq "nonsense"') {
    Compare-Answers $text (Get-CsUser -Filter $text) ($all | Where-Object ([scriptblock]::Create(($text -replace '\b(Department|Enabled|RegistrarPool|Title|City)\b', '$$_.$1' -replace '"nonsense"', '$false'))))
}
Get-CsUser | Where-Object Department -eq Finance | Sort-Object SamAccountName | Select-Object -First 2 DisplayName, City
Get-CsUser | Measure-Object | Select-Object -ExpandProperty Count
$seen = $null
$few = Get-CsUser -OutVariable seen | Where-Object Department -eq Finance | Select-Object DisplayName
"$($seen.Count) seen, $($few.Count) left, $($seen[0].SipAddress)"
Get-CsUser -PipelineVariable u | Where-Object Department -eq Legal | ForEach-Object { "$($u.SamAccountName) $($_.Department)" }
Update-TypeData -TypeName Microsoft.Rtc.Management.ADConnect.Schema.ADUser -MemberType ScriptProperty -MemberName Region -Value { "$($this.City)/$($this.CountryAbbreviation)" } -Force
Get-CsUser | Where-Object Department -eq IT | Select-Object Region | Select-Object -First 1 -ExpandProperty Region
