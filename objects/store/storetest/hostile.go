package storetest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
)

// hostileNames are texts that mean something to SQL, to patterns, to distinguished names
// or to a terminal, and that cultures fold or order in their own ways.
func hostileNames() []string {
	return []string{
		`'; DROP TABLE users; --`, `%`, `_`, `100%_real\`, `[a-z]*`, `?`, `$(Get-Date)`, "back`tick", `"quoted"`, `a\b\c`,
		"\u202Eevil", "zero\u200Dwidth", "line\nbreak", "\u0130stanbul", "istanbul", "e\u0301", "ﬁ", "ß", "ς", "NUL", "-1", "0x1", "null",
		strings.Repeat("long ", 13_000), "K\u0131m", "\x1b[31mred", " leading", "trailing ", "😀", "*", "**", `"; --`, "CN=a,OU=b", "a+b=c", "<#;>", `\2C`, "#05", "%s%n", "$1", "?1", "\u0131\u0130iI", "\ufeffbom", "\u2028", "tab\there", "x\r\ny", "..", "\u05d0\u202c\u05d1",
	}
}

// hostileIdentities looks up texts that mean something to SQL, to patterns or
// to a terminal. The store must find what the same text finds in memory.
func hostileIdentities(t *testing.T, f *fixture) {
	names := hostileNames()
	_, err := f.Import(f.ctx, newChange("Import"), func(batch store.Batch) error {
		for i, name := range names {
			err := batch.AddUser(i+2, &cs.User{Identity: "CN=" + strings.NewReplacer(`\`, `\\`, ",", `\,`).Replace(name) + ",DC=litwareinc,DC=com", Name: name, DisplayName: name, Enabled: cs.True})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	users := all(t, f.Users(f.ctx, store.UserQuery{}))
	texts := append(slices.Clone(names), "x\x00y", "\xff", `\`, `\\`, "%%", "__", "[*]", "*\n*", "*\x00*", "İSTANBUL", "É", "Σ", "SS", "KIM", "CN=_,DC=litwareinc,DC=com", "sip:%", "%@%")
	for _, text := range texts {
		id := cs.UserID(text)
		want := inMemory(users, id)
		got, err := keysOf(f, store.UserQuery{Identity: id})
		if err != nil && !(errors.Is(err, store.ErrNotFound) && len(want) == 0 && !id.IsWildcard()) {
			t.Errorf("%.60q: %v", text, err)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%.60q names %d, want %d", text, got, want)
		}
	}
}

// inMemory returns the keys of those users whom id names.
func inMemory(users []*cs.User, id cs.UserID) (keys []int64) {
	lookup := id.Lookup()
	if id == "" {
		return nil
	}
	if id.IsWildcard() {
		for _, u := range users {
			if cs.MatchesWildcard(lookup.Key, cs.Fold(u.DisplayName)) {
				keys = append(keys, u.Key)
			}
		}
		return keys
	}
	var found cs.NameForms
	for _, u := range users {
		found |= lookup.Matches(u)
	}
	for _, u := range users {
		if lookup.Matches(u)&cs.Winning(found) != 0 {
			keys = append(keys, u.Key)
		}
	}
	return keys
}

// hostileForms gives users such names in every form in which an identity can name one.
// Each is read as it was stored, and those that no two may share find the one user.
func hostileForms(t *testing.T, f *fixture) {
	var given []*cs.User
	for i, name := range hostileNames() {
		given = append(given, &cs.User{
			Identity: fmt.Sprintf("CN=%s %d,DC=litwareinc,DC=com", strings.NewReplacer(`\`, `\\`, ",", `\,`).Replace(name), i),
			Name:     name, DisplayName: name, SamAccountName: name + fmt.Sprint(i), NetBiosDomain: "litware", Enabled: cs.True,
			SipAddress: fmt.Sprintf("sip:%s.%d@litwareinc.com", name, i), UserPrincipalName: fmt.Sprintf("%s_%d@ad.litwareinc.com", name, i),
			Guid: cs.GUID{Bytes: [16]byte{15: byte(i + 1)}, Valid: true},
		})
	}
	_, err := f.Import(f.ctx, newChange("Import"), func(batch store.Batch) error {
		for i, user := range given {
			for _, refused := range []string{"\x00", "\xff"} {
				bad := *user
				bad.UserPrincipalName += refused
				var row *store.RowError
				if err := batch.AddUser(i+2, &bad); !errors.As(err, &row) || row.Column != "UserPrincipalName" {
					t.Errorf("%.60q is taken: %v", bad.UserPrincipalName, err)
				}
			}
			if err := batch.AddUser(i+2, user); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	users := all(t, f.Users(f.ctx, store.UserQuery{}))
	if len(users) != len(given) {
		t.Fatalf("%d users, want %d", len(users), len(given))
	}
	for i, user := range users {
		want := *given[i]
		want.Key = user.Key
		if *user != want {
			t.Errorf("%.60q is read as %.300v", want.Name, user)
		}
		for form, text := range []string{user.Identity, user.SipAddress, user.SipAddress[4:], user.UserPrincipalName, user.Guid.String(), `litware\` + user.SamAccountName, user.DisplayName, user.SamAccountName} {
			want := []int64{user.Key}
			if form > 4 || form > 1 && (strings.Contains(text, `\`) || cs.IsDN(text)) { // a text of another form
				want = inMemory(users, cs.UserID(text))
			}
			got, err := keysOf(f, store.UserQuery{Identity: cs.UserID(text)})
			if !slices.Equal(got, want) || err != nil && len(want) > 0 {
				t.Errorf("%.60q names %d, want %d, %v", text, got, want, err)
			}
		}
	}
}
