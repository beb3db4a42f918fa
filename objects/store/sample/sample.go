// Package sample is a small organisation to try things on: the 27 accounts, 32
// client certificates and 13 administrator roles of Litware, Inc. All of it is
// made up.
package sample

import (
	"context"
	_ "embed"
	"fmt"
	"strings"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
)

//go:embed users.csv
var users string

//go:embed certificates.csv
var certificates string

// Files returns the accounts and the certificates.
func Files() store.Files {
	return store.Files{
		Users:        store.File{Name: "users.csv", Content: strings.NewReader(users)},
		Certificates: store.File{Name: "certificates.csv", Content: strings.NewReader(certificates)},
	}
}

// Load puts the organisation into a store.
func Load(ctx context.Context, to store.Importer, change store.Change) error {
	_, err := store.Import(ctx, withRoles{to}, change, Files())
	return err
}

// withRoles imports the roles before all else.
type withRoles struct{ store.Importer }

// Import fills the store with the roles, then with what fill adds ([store.Importer]).
func (r withRoles) Import(ctx context.Context, change store.Change, fill func(store.Batch) error) (store.ImportCounts, error) {
	return r.Importer.Import(ctx, change, func(batch store.Batch) error {
		for _, role := range Roles() {
			if err := batch.AddRole(&role); err != nil {
				return err
			}
		}
		return fill(batch)
	})
}

// domainSID is the SID of the domain that holds the roles.
const domainSID = "S-1-5-21-1573807623-1597889489-1765977225"

// Roles returns the standard roles and two that were made of them.
func Roles() []cs.Role {
	roles := cs.StandardRoles()
	for i := range roles {
		roles[i].Sid = fmt.Sprintf("%s-%d", domainSID, 1131+i)
	}
	helpDesk := cs.NewRole("RedmondHelpDesk", roles[5], "Revoke-CsClientCertificate")
	helpDesk.Sid = domainSID + "-1162"
	helpDesk.ConfigScopes = []string{"site:Redmond"}
	helpDesk.UserScopes = []string{"OU:OU=IT,OU=North America,DC=litwareinc,DC=com", "OU:OU=Finance,OU=North America,DC=litwareinc,DC=com"}
	dublin := cs.NewRole("DublinUserAdministrator", roles[2])
	dublin.Sid = domainSID + "-1163"
	dublin.ConfigScopes = []string{"site:Dublin"}
	dublin.UserScopes = []string{"OU:OU=Sales,DC=europe,DC=litwareinc,DC=com"}
	return append(roles, helpDesk, dublin)
}
