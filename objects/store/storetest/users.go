package storetest

import (
	"encoding/csv"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/sample"
)

// usersAreAsImported compares every property of every account with the text in
// the file, which it reads by other means.
func usersAreAsImported(t *testing.T, f *fixture) {
	f.loadSample(t)
	users := all(t, f.Users(f.ctx, store.UserQuery{NeverEnabled: true}))
	records, err := csv.NewReader(sample.Files().Users.Content).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	header, records := records[0], records[1:]
	if len(users) != len(records) {
		t.Fatalf("%d accounts, want %d", len(users), len(records))
	}
	for i, record := range records {
		for column, want := range record {
			p := &cs.UserProperties[cs.UserProperties.Find(header[column])]
			if got := p.Get(users[i]); got != want {
				t.Errorf("%s of %s is %q, want %q", p.Name, users[i], got, want)
			}
		}
		if i > 0 && users[i].Key <= users[i-1].Key {
			t.Errorf("the key of %s does not follow that of the account before it", users[i])
		}
	}
	if n := len(all(t, f.Users(f.ctx, store.UserQuery{}))); n != 25 {
		t.Errorf("%d users have a server account, want 25", n)
	}
}

// identities looks up what names exactly one, several or no users.
func identities(t *testing.T, f *fixture) {
	f.loadSample(t)
	rows := []struct {
		id  cs.UserID
		dn  string // of the only user, or empty
		err error
	}{
		{"sip:pilar@litwareinc.com", "CN=Pilar Ackerman,OU=Finance,OU=North America,DC=litwareinc,DC=com", nil},
		{"SIP:PILAR@litwareinc.COM", "CN=Pilar Ackerman,OU=Finance,OU=North America,DC=litwareinc,DC=com", nil},
		{"kabercrombie@litwareinc.com", `CN=Abercrombie\, Kim,OU=AccountsReceivable,OU=Finance,OU=North America,DC=litwareinc,DC=com`, nil},
		{"kim.abercrombie@litwareinc.com", `CN=Abercrombie\, Kim,OU=AccountsReceivable,OU=Finance,OU=North America,DC=litwareinc,DC=com`, nil},
		{`cn=abercrombie\, kim, ou=accountsreceivable, ou=finance, ou=north america, dc=litwareinc, dc=com`, `CN=Abercrombie\, Kim,OU=AccountsReceivable,OU=Finance,OU=North America,DC=litwareinc,DC=com`, nil},
		{"Abercrombie, Kim", `CN=Abercrombie\, Kim,OU=AccountsReceivable,OU=Finance,OU=North America,DC=litwareinc,DC=com`, nil},
		{"{13102FB0-7E72-5B7F-A058-53BDEE1B22EE}", "CN=Yuichiro Endo,OU=Research,OU=North America,DC=litwareinc,DC=com", nil},
		{"遠藤 裕一郎", "CN=Yuichiro Endo,OU=Research,OU=North America,DC=litwareinc,DC=com", nil},
		{"юлия ИЛЬИНА", "CN=Julia Ilyina,OU=Research,DC=europe,DC=litwareinc,DC=com", nil},
		{`europe\kenmyer`, "CN=Ken Myer,OU=Sales,DC=europe,DC=litwareinc,DC=com", nil},
		{`LITWAREINC\kenmyer`, "CN=Ken Myer,OU=IT,OU=North America,DC=litwareinc,DC=com", nil},
		{"tobrien", "CN=Tim O'Brien,OU=IT,OU=North America,DC=litwareinc,DC=com", nil},
		{"Tim O'Brien", "CN=Tim O'Brien,OU=IT,OU=North America,DC=litwareinc,DC=com", nil},
		{"Ken Myer", "", store.ErrAmbiguous},
		{"kenmyer", "", store.ErrAmbiguous},
		{"Jeff Hay", "", store.ErrAmbiguous},
		{"Wendy Kahn", "", store.ErrNotFound}, // never enabled
		{"wkahn@litwareinc.com", "", store.ErrNotFound},
		{"Pilar*", "", store.ErrNotFound},
		{"sip:nobody@litwareinc.com", "", store.ErrNotFound},
		{"", "", store.ErrNotFound},
	}
	for _, row := range rows {
		user, err := f.User(f.ctx, row.id)
		if !errors.Is(err, row.err) {
			t.Errorf("%q: error %v, want %v", row.id, err, row.err)
		} else if err == nil && user.Identity != row.dn {
			t.Errorf("%q names %s, want %s", row.id, user, row.dn)
		}
	}
}

func keysOf(f *fixture, query store.UserQuery) (keys []int64, err error) {
	for user, err := range f.Users(f.ctx, query) {
		if err != nil {
			return nil, err
		}
		keys = append(keys, user.Key)
	}
	return keys, nil
}

func manyIdentities(t *testing.T, f *fixture) {
	f.loadSample(t)
	ids := []cs.UserID{"Ken Myer", "nobody", "sip:pilar@litwareinc.com", "Pilar*", "Ken Myer", `europe\kenmyer`}
	found, err := f.FindUsers(f.ctx, ids)
	if err != nil {
		t.Fatal(err)
	}
	var got [][]string
	for _, users := range found {
		var names []string
		for _, user := range users {
			names = append(names, user.UserPrincipalName)
		}
		got = append(got, names)
	}
	both := []string{"kenmyer@litwareinc.com", "kenmyer@europe.litwareinc.com"}
	want := [][]string{both, nil, {"pilar@litwareinc.com"}, nil, both, {"kenmyer@europe.litwareinc.com"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("found (-want +got):\n%s", diff)
	}
	if found, err := f.FindUsers(f.ctx, nil); err != nil || len(found) != 0 {
		t.Errorf("no identities find %v, %v", found, err)
	}
}

func userQueries(t *testing.T, f *fixture) {
	f.loadSample(t)
	rows := []struct {
		name  string
		query store.UserQuery
		want  string // logon names
		err   error
	}{
		{"wildcard", store.UserQuery{Identity: "* smith"}, "bsmith ssmith", nil},
		{"wildcard in the middle", store.UserQuery{Identity: "k*er*"}, "kenmyer kakers kabercrombie kenmyer", nil},
		{"wildcard without hit", store.UserQuery{Identity: "x*"}, "", nil},
		{"name of two", store.UserQuery{Identity: "Ken Myer"}, "kenmyer kenmyer", nil},
		{"name of none", store.UserQuery{Identity: "Kenny"}, "", store.ErrNotFound},
		{"never enabled", store.UserQuery{Identity: "Wendy Kahn"}, "", store.ErrNotFound},
		{"never enabled, asked for", store.UserQuery{Identity: "Wendy Kahn", NeverEnabled: true}, "wkahn", nil},
		{"unit and those below", store.UserQuery{OU: "ou=Finance, OU=North America,DC=litwareinc,DC=com"}, "pilar jhaas kakers kabercrombie bsmith", nil},
		{"container", store.UserQuery{OU: "CN=Users,DC=litwareinc,DC=com"}, "nanderson kjordan", nil},
		{"unit that begins as another", store.UserQuery{OU: "OU=Fin,OU=North America,DC=litwareinc,DC=com"}, "", store.ErrNotFound},
		{"unit of no one", store.UserQuery{OU: "OU=Nowhere,DC=litwareinc,DC=com"}, "", store.ErrNotFound},
		{"legacy", store.UserQuery{Homing: cs.Legacy}, "hjensen", nil},
		{"unassigned", store.UserQuery{Homing: cs.Unassigned}, "hchen kjordan", nil},
		{"name in a unit", store.UserQuery{Identity: "Ken Myer", OU: "DC=europe,DC=litwareinc,DC=com"}, "kenmyer", nil},
		{"name elsewhere", store.UserQuery{Identity: "tobrien", OU: "DC=europe,DC=litwareinc,DC=com"}, "", nil},
		{"wildcard, unit, homing", store.UserQuery{Identity: "*", OU: "OU=Sales,DC=europe,DC=litwareinc,DC=com", Homing: cs.Homed}, "kenmyer jsaraiva", nil},
		{"limit", store.UserQuery{Limit: 3}, "kenmyer pilar jhaas", nil},
		{"limit and wildcard", store.UserQuery{Identity: "*", Limit: 2}, "kenmyer pilar", nil},
		{"few of two", store.UserQuery{Identity: "* smith", Limit: 1, Few: true}, "bsmith", nil},
		{"few and none", store.UserQuery{Identity: "x*", Limit: 5, Few: true}, "", nil},
		{"few that are all", store.UserQuery{Identity: "* smith", Limit: 5, Few: true}, "bsmith ssmith", nil},
		{"limit and condition", store.UserQuery{OU: "CN=Users,DC=litwareinc,DC=com", Homing: cs.Unassigned, Limit: 1}, "kjordan", nil},
	}
	for _, row := range rows {
		var names []string
		var failed error
		for user, err := range f.Users(f.ctx, row.query) {
			if failed = err; err == nil {
				names = append(names, user.SamAccountName)
			}
		}
		if got := strings.Join(names, " "); got != row.want || !errors.Is(failed, row.err) {
			t.Errorf("%s: %q, %v, want %q, %v", row.name, got, failed, row.want, row.err)
		}
	}
}

func userProperties(t *testing.T, f *fixture) {
	f.loadSample(t)
	set, err := cs.UserProperties.Set("SipAddress", "Enabled", "Guid", "WhenChanged")
	if err != nil {
		t.Fatal(err)
	}
	for _, query := range []store.UserQuery{{}, {Identity: "Pilar*"}, {Identity: "sip:pilar@litwareinc.com"}} {
		whole := all(t, f.Users(f.ctx, query))
		query.Properties = set
		for i, user := range all(t, f.Users(f.ctx, query)) {
			full := whole[i]
			want := cs.User{Key: full.Key, SipAddress: full.SipAddress, Enabled: full.Enabled, Guid: full.Guid, WhenChanged: full.WhenChanged}
			if *user != want {
				t.Errorf("%s has other properties than asked for: %+v", full, user)
			}
		}
	}
}

// streams uses the store inside a loop over it, and leaves a loop early.
func streams(t *testing.T, f *fixture) {
	const n = 1500 // several pages
	_, err := f.Import(f.ctx, newChange("Import"), func(batch store.Batch) error { return fill(batch, n) })
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for user, err := range f.Users(f.ctx, store.UserQuery{}) {
		if err != nil {
			t.Fatal(err)
		}
		seen++
		if seen%100 != 0 {
			continue
		}
		counts, err := f.RevokeCertificates(f.ctx, newChange("Revoke"), store.KeysOf(user.Key))
		if err != nil || counts.Certificates != 2 {
			t.Fatalf("revoked %+v inside the loop, %v", counts, err)
		}
	}
	if seen != n {
		t.Errorf("%d users, want %d", seen, n)
	}
	for range f.Users(f.ctx, store.UserQuery{}) {
		break
	}
	if left := f.inForce(t); left != 2*n-2*n/100 {
		t.Errorf("%d certificates are in force, want %d", left, 2*n-2*n/100)
	}
}

// fill adds n users with two certificates each.
func fill(batch store.Batch, n int) error {
	for i, user := range sample.Users(n) {
		if err := batch.AddUser(i+2, user); err != nil {
			return err
		}
	}
	for i, certificate := range sample.Certificates(n, 2) {
		if err := batch.AddCertificate(i+2, certificate); err != nil {
			return err
		}
	}
	return nil
}
