package ldap_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/ldap"
	"github.com/csshell/csshell/objects/store/ldap/ldaptest"
)

// directory is a domain with a few accounts and a group.
const directory = `dn: DC=litwareinc,DC=com
objectClass: domainDNS

dn: OU=IT,DC=litwareinc,DC=com
objectClass: organizationalUnit

dn: CN=Ken Myer,OU=IT,DC=litwareinc,DC=com
objectClass: user
cn: Ken Myer
displayName: Ken Myer
sAMAccountName: kenmyer
userPrincipalName: kenmyer@litwareinc.com
userAccountControl: 512
department: IT
msRTCSIP-UserEnabled: TRUE
msRTCSIP-PrimaryUserAddress: sip:kenmyer@litwareinc.com

dn: CN=Pilar Ackerman,DC=litwareinc,DC=com
objectClass: user
cn: Pilar Ackerman
displayName: Pilar (Finance)
sAMAccountName: pilar
userAccountControl: 514

dn: CN=PC1,OU=IT,DC=litwareinc,DC=com
objectClass: user
objectClass: computer
cn: PC1

dn: CN=Phones,OU=IT,DC=litwareinc,DC=com
objectClass: group
cn: Phones
sAMAccountName: Phones
member: CN=Ken Myer,OU=IT,DC=litwareinc,DC=com
`

func connect(t *testing.T, s *ldaptest.Server) *ldap.Server {
	t.Helper()
	server, err := ldap.New(ldap.Options{URL: s.URL + "/" + ldaptest.Base, User: ldaptest.User, Password: ldaptest.Password, Authorities: s.Authority, Timeout: 10 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	return server
}

// found are the logon names that a query finds.
func found(t *testing.T, s *ldap.Server, q store.UserQuery) string {
	t.Helper()
	var names []string
	for u, err := range s.Users(t.Context(), q) {
		if err != nil {
			return "! " + err.Error()
		}
		names = append(names, u.SamAccountName)
	}
	return strings.Join(names, " ")
}

func TestUsers(t *testing.T) {
	for _, secure := range []bool{true, false} {
		s := connect(t, ldaptest.Start(t, directory, secure))
		department := &cs.UserProperties[cs.UserProperties.Find("Department")]
		for _, row := range []struct {
			query store.UserQuery
			want  string
		}{
			{store.UserQuery{NeverEnabled: true}, "kenmyer pilar"},
			{store.UserQuery{}, "kenmyer"},
			{store.UserQuery{NeverEnabled: true, OU: "OU=IT,DC=litwareinc,DC=com"}, "kenmyer"},
			{store.UserQuery{NeverEnabled: true, Identity: "pilar"}, "pilar"},
			{store.UserQuery{NeverEnabled: true, Identity: "Pilar (Finance)"}, "pilar"},
			{store.UserQuery{NeverEnabled: true, Identity: "*Myer"}, "kenmyer"},
			{store.UserQuery{NeverEnabled: true, Identity: `LITWARE\kenmyer`}, "kenmyer"},
			{store.UserQuery{NeverEnabled: true, Identity: "sip:kenmyer@litwareinc.com"}, "kenmyer"},
			{store.UserQuery{NeverEnabled: true, Identity: "KenMyer@litwareinc.com"}, "kenmyer"},
			{store.UserQuery{NeverEnabled: true, Identity: "CN=Ken Myer,OU=IT,DC=litwareinc,DC=com"}, "kenmyer"},
			{store.UserQuery{NeverEnabled: true, Identity: "*)(cn=*"}, ""},
			{store.UserQuery{NeverEnabled: true, Identity: "nobody"}, ""},
			{store.UserQuery{NeverEnabled: true, Where: &store.Condition{Operator: "eq", Property: department, Text: "it"}}, "kenmyer"},
			{store.UserQuery{NeverEnabled: true, Where: &store.Condition{Operator: "like", Property: department, Text: "I*"}}, "kenmyer"},
			{store.UserQuery{NeverEnabled: true, Where: &store.Condition{Operator: "missing", Property: department}}, "pilar"},
		} {
			if got := found(t, s, row.query); got != row.want {
				t.Errorf("%+v: got %q, want %q", row.query, got, row.want)
			}
		}
		for _, err := range s.Users(t.Context(), store.UserQuery{OU: "OU=None,DC=litwareinc,DC=com"}) {
			if !errors.Is(err, ldap.ErrNotFound) {
				t.Errorf("a unit that is not there: %v", err)
			}
		}
	}
}

func TestPages(t *testing.T) {
	var b strings.Builder
	b.WriteString("dn: DC=litwareinc,DC=com\nobjectClass: domainDNS\n\n")
	const all = 1234
	for i := range all {
		fmt.Fprintf(&b, "dn: CN=u%d,DC=litwareinc,DC=com\nobjectClass: user\nsAMAccountName: u%d\n\n", i, i)
	}
	running := ldaptest.Start(t, b.String(), false)
	s := connect(t, running)
	n := 0
	for u, err := range s.Users(t.Context(), store.UserQuery{NeverEnabled: true}) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n == 600 { // another request between two pages, and a lost connection
			if got := found(t, s, store.UserQuery{NeverEnabled: true, Identity: "u7"}); got != "u7" {
				t.Errorf("between pages: %s", got)
			}
		}
		if u.SamAccountName == "" {
			t.Fatalf("user %d has no name", n)
		}
	}
	if n != all {
		t.Errorf("%d users, want %d", n, all)
	}
	if got := len(running.Requests()); got != 5 { // a bind, three pages, a look-up
		t.Errorf("%d requests, want 5", got)
	}
}

func TestChanges(t *testing.T) {
	running := ldaptest.Start(t, directory, false)
	s := connect(t, running)
	const ken, phones = "CN=Ken Myer,OU=IT,DC=litwareinc,DC=com", "CN=Phones,OU=IT,DC=litwareinc,DC=com"
	ctx := t.Context()
	if err := s.Set(ctx, ken, map[string]string{"Department": "", "Title": "Manager", "UserAccountControl": "AccountDisabled, NormalAccount"}); err != nil {
		t.Fatal(err)
	}
	e := running.Entry(ken)
	if e.Get("department") != "" || e.Get("title") != "Manager" || e.Get("userAccountControl") != "514" {
		t.Errorf("after the change: %+v", e)
	}
	if err := s.Set(ctx, ken, map[string]string{"Guid": "1"}); err == nil {
		t.Error("a GUID was changed")
	}
	for _, in := range []bool{true, true, false, false} {
		if err := s.SetMember(ctx, phones, "CN=Pilar Ackerman,DC=litwareinc,DC=com", in); err != nil {
			t.Fatal(err)
		}
		if got := slices.Contains(running.Entry(phones).Values("member"), "CN=Pilar Ackerman,DC=litwareinc,DC=com"); got != in {
			t.Errorf("in the group: %v, want %v", got, in)
		}
	}
	if err := s.AddGroup(ctx, "CN=New,CN=Users", "New"); err != nil || running.Entry("CN=New,CN=Users,DC=litwareinc,DC=com") == nil {
		t.Errorf("the new group is not there: %v", err)
	}
}

func TestFailures(t *testing.T) {
	running := ldaptest.Start(t, directory, true)
	good := ldap.Options{URL: running.URL + "/" + ldaptest.Base, User: ldaptest.User, Password: ldaptest.Password, Authorities: running.Authority, Timeout: 5 * time.Second}
	host := strings.TrimPrefix(running.URL, "ldaps://")
	for _, row := range []struct {
		name   string
		change func(o *ldap.Options)
		want   string
	}{
		{"a wrong password", func(o *ldap.Options) { o.Password = "x" }, ldaptest.User + " may not sign in"},
		{"no password", func(o *ldap.Options) { o.Password = "" }, "has no password"},
		{"nobody signs in", func(o *ldap.Options) { o.User = "" }, "sign in first"},
		{"an unknown authority", func(o *ldap.Options) { o.Authorities = "" }, "certificate"},
		{"no such file", func(o *ldap.Options) { o.Authorities = "/no/such/file" }, "no such file"},
		{"nobody there", func(o *ldap.Options) { o.URL = "ldaps://127.0.0.1:1/" + ldaptest.Base }, "refused"},
	} {
		o := good
		row.change(&o)
		s, err := ldap.New(o)
		if err != nil {
			t.Fatal(err)
		}
		got := found(t, s, store.UserQuery{NeverEnabled: true})
		if !strings.Contains(got, row.want) || !strings.Contains(got, "ldaps://127.0.0.1:") {
			t.Errorf("%s: got %q, want %q", row.name, got, row.want)
		}
		s.Close()
	}
	for _, url := range []string{"", "litwareinc.com", "http://x", "ldap://", "ldaps://u:p@" + host} {
		if _, err := ldap.New(ldap.Options{URL: url}); err == nil {
			t.Errorf("%q names no server", url)
		}
	}
}

func TestInterrupted(t *testing.T) {
	running := ldaptest.Start(t, directory, false)
	s := connect(t, running)
	running.Delay(30 * time.Second)
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	begun := time.Now()
	for _, err := range s.Users(ctx, store.UserQuery{}) {
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
	}
	if took := time.Since(begun); took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
	running.Delay(0)
	if got := found(t, s, store.UserQuery{}); got != "kenmyer" {
		t.Errorf("afterwards: %s", got)
	}
}

func TestReconnects(t *testing.T) {
	running := ldaptest.Start(t, directory, false)
	s := connect(t, running)
	for range 3 {
		if got := found(t, s, store.UserQuery{}); got != "kenmyer" {
			t.Errorf("got %s", got)
		}
		running.Disconnect()
		time.Sleep(20 * time.Millisecond) // until the client has seen it
	}
}

func TestBase(t *testing.T) {
	running := ldaptest.Start(t, directory, false)
	s, err := ldap.New(ldap.Options{URL: running.URL, User: ldaptest.User, Password: ldaptest.Password})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if base, err := s.Base(t.Context()); base != ldaptest.Base || err != nil {
		t.Errorf("got %s, %v", base, err)
	}
}
