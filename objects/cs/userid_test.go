package cs_test

import (
	"testing"

	"github.com/csshell/csshell/objects/cs"
)

// organisation has the accounts that make identities hard.
var organisation = []*cs.User{
	{Identity: "CN=Ken Myer,OU=IT,OU=North America,DC=litwareinc,DC=com", NetBiosDomain: "litwareinc", Name: "Ken Myer", DisplayName: "Ken Myer", SamAccountName: "kenmyer", UserPrincipalName: "kenmyer@litwareinc.com", SipAddress: "sip:kenmyer@litwareinc.com"},
	{Identity: "CN=Ken Myer,OU=Sales,DC=europe,DC=litwareinc,DC=com", NetBiosDomain: "europe", Name: "Ken Myer", DisplayName: "Ken Myer", SamAccountName: "kenmyer", UserPrincipalName: "kenmyer@europe.litwareinc.com", SipAddress: "sip:ken.myer@litwareinc.com"},
	{Identity: `CN=Abercrombie\, Kim,OU=AccountsReceivable,DC=litwareinc,DC=com`, NetBiosDomain: "litwareinc", Name: "Abercrombie, Kim", DisplayName: "Kim Abercrombie", SamAccountName: "kabercrombie", UserPrincipalName: "kabercrombie@litwareinc.com", SipAddress: "sip:kim.abercrombie@litwareinc.com"},
	{Identity: "CN=Pilar Ackerman,OU=Finance,DC=litwareinc,DC=com", NetBiosDomain: "litwareinc", Name: "Pilar Ackerman", DisplayName: "Pilar Ackerman", SamAccountName: "pilar", UserPrincipalName: "pilar@litwareinc.com", SipAddress: "sip:pilar@litwareinc.com", Guid: guid("7cadc221-cf80-5433-9e01-bb39d52b1991")},
	{Identity: "CN=François Ajenstat,DC=europe,DC=litwareinc,DC=com", NetBiosDomain: "europe", Name: "François Ajenstat", DisplayName: "François Ajenstat", SamAccountName: "fajenstat", UserPrincipalName: "fajenstat@europe.litwareinc.com", SipAddress: "sip:fajenstat@litwareinc.com"},
	{Identity: "CN=pilar,OU=Sales,DC=litwareinc,DC=com", NetBiosDomain: "litwareinc", Name: "pilar", DisplayName: "Terry Adams (Contractor)", SamAccountName: "tadams", UserPrincipalName: "tadams@litwareinc.com", SipAddress: "sip:tadams@litwareinc.com"},
	{Identity: "CN=Wendy Kahn,DC=litwareinc,DC=com", NetBiosDomain: "litwareinc", Name: "Wendy Kahn", DisplayName: "kabercrombie", SamAccountName: "wkahn", UserPrincipalName: "wkahn@litwareinc.com"},
}

func guid(text string) cs.GUID {
	g, err := cs.ParseGUID(text)
	if err != nil {
		panic(err)
	}
	return g
}

// find is the rule of the reference over users in memory.
func find(id cs.UserID) (indexes []int) {
	lookup := id.Lookup()
	var all cs.NameForms
	for _, u := range organisation {
		all |= lookup.Matches(u)
	}
	for i, u := range organisation {
		if lookup.Matches(u)&cs.Winning(all) != 0 {
			indexes = append(indexes, i)
		}
	}
	return indexes
}

func TestUserIDFinds(t *testing.T) {
	rows := []struct {
		id   cs.UserID
		want []int
	}{
		{"CN=Ken Myer,OU=IT,OU=North America,DC=litwareinc,DC=com", []int{0}},
		{" cn = ken myer , ou=IT,  OU=North America,dc=LITWAREINC,DC=com", []int{0}},
		{"CN=Ken Myer,OU=IT", nil},
		{`CN=Abercrombie\, Kim,OU=AccountsReceivable,DC=litwareinc,DC=com`, []int{2}},
		{"7cadc221-cf80-5433-9e01-bb39d52b1991", []int{3}},
		{" {7CADC221-CF80-5433-9E01-BB39D52B1991} ", []int{3}},
		{"7cadc221cf8054339e01bb39d52b1991", []int{3}},
		{"00000000-0000-0000-0000-000000000000", nil},
		{"sip:kenmyer@litwareinc.com", []int{0}},
		{"SIP:KenMyer@LitwareInc.com", []int{0}},
		{"sip:kenmyer@europe.litwareinc.com", nil},
		{"sip:", nil},
		{`litwareinc\kenmyer`, []int{0}},
		{`EUROPE\KenMyer`, []int{1}},
		{`\kenmyer`, nil},
		{`nowhere\kenmyer`, nil},
		{"kenmyer@litwareinc.com", []int{0}},
		{"ken.myer@litwareinc.com", []int{1}},
		{"kenmyer@europe.litwareinc.com", []int{1}},
		{"*@litwareinc.com", nil},
		{"Ken Myer", []int{0, 1}},
		{"ken myer", []int{0, 1}},
		{" Ken Myer", nil},
		{"kenmyer", []int{0, 1}},
		{"pilar", []int{3}}, // a logon name hides a directory name
		{"Abercrombie, Kim", []int{2}},
		{"kabercrombie", []int{6}}, // a display name hides a logon name
		{"FRANÇOIS ajenstat", []int{4}},
		{"Franc\u0327ois Ajenstat", []int{4}},
		{"Francois Ajenstat", nil},
		{"Pilar*", nil},
		{"\u212Aen Myer", []int{0, 1}}, // the Kelvin sign is a K to Unicode
		{"p\u0131lar", nil},            // a dotless i is no i
		{"K\xffen", nil},
		{"", nil},
	}
	for _, row := range rows {
		got := find(row.id)
		if len(got) != len(row.want) {
			t.Errorf("%q names %v, want %v", row.id, got, row.want)
			continue
		}
		for i := range got {
			if got[i] != row.want[i] {
				t.Errorf("%q names %v, want %v", row.id, got, row.want)
			}
		}
	}
}

func TestUserIDWildcard(t *testing.T) {
	rows := map[cs.UserID]bool{
		"Pilar*":               true,
		"* Smith":              true,
		"*":                    true,
		"Pilar":                false,
		"Pilar?":               false,
		"*@litwareinc.com":     false,
		`litwareinc\*`:         false,
		"sip:*":                false,
		"CN=*,DC=litware":      false,
		"ou = *":               false,
		"DC=*,DC=litwareinc":   true, // not one of the two beginnings
		"{*}":                  true,
		"Terry * (Contractor)": true,
	}
	for id, want := range rows {
		if got := id.IsWildcard(); got != want {
			t.Errorf("%q is a wildcard: %v, want %v", id, got, want)
		}
	}
}

func TestMatchesWildcard(t *testing.T) {
	rows := []struct {
		pattern, key string
		want         bool
	}{
		{"*", "", true},
		{"*", "ken myer", true},
		{"ken*", "ken myer", true},
		{"ken*", "aken", false},
		{"* myer", "ken myer", true},
		{"* myer", "ken myer jr", false},
		{"k*n*r", "ken myer", true},
		{"k*y*n*", "ken myer", false},
		{"ab*ba", "aba", false},
		{"a**a", "aa", true},
		{"?en*", "ken", false},
		{"[k]*", "ken", false},
		{"ken", "ken", true},
	}
	for _, row := range rows {
		if got := cs.MatchesWildcard(row.pattern, row.key); got != row.want {
			t.Errorf("%q fits %q: %v, want %v", row.key, row.pattern, got, row.want)
		}
	}
}

func TestDNKey(t *testing.T) {
	rows := map[string]string{
		"CN=Ken Myer,OU=IT,DC=com":     "dc=com,ou=it,cn=ken myer",
		" CN = Ken Myer , OU = IT":     "ou=it,cn=ken myer",
		`CN=Abercrombie\, Kim,DC=com`:  `dc=com,cn=abercrombie\, kim`,
		`CN=Back\\,DC=com`:             `dc=com,cn=back\\`,
		`CN=open\`:                     `cn=open\`,
		"CN=Юлия Ильина,DC=litwareinc": "dc=litwareinc,cn=юлия ильина",
		"":                             "",
	}
	for dn, want := range rows {
		if got := cs.DNKey(dn); got != want {
			t.Errorf("DNKey(%q) = %q, want %q", dn, got, want)
		}
	}
}
