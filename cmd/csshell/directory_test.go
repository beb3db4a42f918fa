package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/csshell/csshell/objects/store/ldap/ldaptest"
)

// accounts is a domain in which one account of the sample organisation has moved to
// another department, and one is new.
const accounts = `dn: DC=litwareinc,DC=com
objectClass: domainDNS

dn: CN=Users,DC=litwareinc,DC=com
objectClass: container

dn: OU=IT,OU=North America,DC=litwareinc,DC=com
objectClass: organizationalUnit

dn: CN=Ken Myer,OU=IT,OU=North America,DC=litwareinc,DC=com
objectClass: user
cn: Ken Myer
displayName: Ken Myer
givenName: Ken
sn: Myer
sAMAccountName: kenmyer
userPrincipalName: kenmyer@litwareinc.com
userAccountControl: 512
department: Operations
msRTCSIP-UserEnabled: TRUE
msRTCSIP-PrimaryUserAddress: sip:kenmyer@litwareinc.com

dn: CN=New Hire,OU=IT,OU=North America,DC=litwareinc,DC=com
objectClass: user
cn: New Hire
displayName: New Hire
sAMAccountName: newhire
userAccountControl: 512

dn: CN=Phones,CN=Users,DC=litwareinc,DC=com
objectClass: group
cn: Phones
sAMAccountName: Phones
member: CN=Ken Myer,OU=IT,OU=North America,DC=litwareinc,DC=com
`

// The cmdlets of the ActiveDirectory module, and Get-CsAdUser, work on the directory
// server that the shell is started with.
func TestDirectoryServer(t *testing.T) {
	server := ldaptest.Start(t, accounts, true)
	const ken = "CN=Ken Myer,OU=IT,OU=North America,DC=litwareinc,DC=com"
	run := directoryShell(t, server)
	for _, row := range []struct{ command, want string }{
		{"(Get-ADUser kenmyer).DistinguishedName", ken},
		{"Get-ADUser -Filter * | ForEach-Object SamAccountName", "kenmyer\nnewhire"},
		{"(Get-ADUser -Filter {Department -eq 'operations'} -Properties Department).Department", "Operations"},
		{"(Get-ADUser -Filter 'Name -like \"New*\"').Name", "New Hire"},
		{"(Get-ADUser -LDAPFilter '(department=*)').Name", "Ken Myer"},
		{"@(Get-ADUser -Filter * -SearchBase 'OU=IT,OU=North America,DC=litwareinc,DC=com' -SearchScope OneLevel).Count", "2"},
		{"try { Get-ADUser nobody } catch { $_.Exception.GetType().Name }", "ADIdentityNotFoundException"},
		{"try { Get-ADUser -Filter * -SearchBase 'OU=None,DC=litwareinc,DC=com' } catch { $_.Exception.GetType().Name }", "ADIdentityNotFoundException"},
		{"Get-CsAdUser | ForEach-Object SamAccountName", "kenmyer\nnewhire"},
		{"(Get-CsAdUser kenmyer | Get-CsUser).RegistrarPool", "atl-cs-001.litwareinc.com"},
		{"(Get-ADGroup Phones).DistinguishedName; (Get-ADGroup -Filter \"Name -like 'Ph*'\").Name", "CN=Phones,CN=Users,DC=litwareinc,DC=com\nPhones"},
		{"(Get-ADGroupMember Phones).SamAccountName; (Get-ADPrincipalGroupMembership kenmyer).Name", "kenmyer\nPhones"},
		{"Add-ADGroupMember Phones newhire; Remove-ADGroupMember Phones kenmyer -Confirm:$false; (Get-ADGroupMember Phones).SamAccountName", "newhire"},
		{"Add-ADGroupMember Phones newhire; @(Get-ADGroupMember Phones).Count", "1"},
		{"(New-ADGroup Pilots -PassThru).Name; (Get-ADGroup Pilots).Name", "Pilots\nPilots"},
		{"Disable-ADAccount kenmyer -WhatIf; (Get-ADUser kenmyer).Enabled", "What if: Performing the operation \"Disable-ADAccount\" on target \"" + ken + "\".\nTrue"},
		{"Disable-ADAccount kenmyer; (Get-ADUser kenmyer).Enabled; (Enable-ADAccount kenmyer -PassThru).Enabled", "False\nTrue"},
		{"Set-ADUser kenmyer -Title Manager -Clear department; Get-ADUser kenmyer -Properties Title, Department | ForEach-Object { $_.Title, ($null -eq $_.Department) }", "Manager\nTrue"},
		{"try { Get-ADUser kenmyer -Credential ([pscredential]::new('x', (ConvertTo-SecureString y -AsPlainText -Force))) } catch { $_.Exception.Message -replace ':\\d+', '' }",
			"the directory ldaps://127.0.0.1: x may not sign in: LDAP Result Code 49 \"Invalid Credentials\": "},
	} {
		if got := run(row.command); got != row.want {
			t.Errorf("%s\ngot  %s\nwant %s", row.command, got, row.want)
		}
	}
}

// Sync-CsDirectory brings what the directory has into the store, says what it changed,
// and changes nothing the second time.
func TestSyncCsDirectory(t *testing.T) {
	server := ldaptest.Start(t, accounts, true)
	file := filepath.Join(t.TempDir(), "export.ldif")
	if err := os.WriteFile(file, []byte(accounts), 0o600); err != nil {
		t.Fatal(err)
	}
	const shown = " | ForEach-Object { $_.Identity.Substring(3, 8) + ' ' + $_.Change + ' ' + $_.Property + ' ' + $_.Old + ' ' + $_.New }; "
	run := directoryShell(t, server)
	for _, row := range []struct{ command, want string }{
		{"Sync-CsDirectory '" + file + "'" + shown + "'again'; Sync-CsDirectory '" + file + "'", "New Hire Added\nKen Myer Changed Department IT Operations\nagain"},
		{"@(Sync-CsDirectory | Where-Object Property -eq Department)" + shown + "'again'; Sync-CsDirectory", "Ken Myer Changed Department IT Operations\nagain"},
		{"$null = Sync-CsDirectory; $null = Get-CsOperation | Select-Object -First 1 | Undo-CsOperation; (Get-CsUser kenmyer@litwareinc.com).Department", "IT"},
		{"(Sync-CsDirectory -WhatIf) -eq $null; (Get-CsUser kenmyer@litwareinc.com).Department; @(Get-CsOperation).Count",
			"What if: Performing the operation \"Add account\" on target \"CN=New Hire,OU=IT,OU=North America,DC=litwareinc,DC=com\".\nTrue\nIT\n1"},
		{"@(Sync-CsDirectory -SearchBase 'CN=Users,DC=litwareinc,DC=com').Count", "0"},
		{"try { Sync-CsDirectory /no/such/file } catch { $_.FullyQualifiedErrorId }", "PathNotFound,Sync-CsDirectory"},
	} {
		got := run(row.command)
		var lines []string
		for line := range strings.SplitSeq(got, "\n") {
			if !strings.Contains(line, "Change ") { // what a -WhatIf says of the many values that the small directory lacks
				lines = append(lines, strings.TrimRight(line, " "))
			}
		}
		if got = strings.Join(lines, "\n"); got != row.want {
			t.Errorf("%s\ngot  %s\nwant %s", row.command, got, row.want)
		}
	}
}

// directoryShell runs command lines on the sample organisation and a directory server.
func directoryShell(t *testing.T, server *ldaptest.Server) func(command string) string {
	t.Helper()
	password := filepath.Join(t.TempDir(), "password")
	if err := os.WriteFile(password, []byte(ldaptest.Password+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return func(text string) string {
		c := exec.CommandContext(t.Context(), shell, "-NoProfile", "-NonInteractive", "-Sample", "-Directory", server.URL+"/"+ldaptest.Base, "-Command", text)
		c.Env = append(os.Environ(), "NO_COLOR=1", "CSSHELL_DIRECTORY_USER="+ldaptest.User, "CSSHELL_DIRECTORY_PASSWORD_FILE="+password, "CSSHELL_DIRECTORY_CA="+server.Authority)
		out, err := c.CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v", text, err)
		}
		return strings.TrimRight(string(out), "\n")
	}
}
