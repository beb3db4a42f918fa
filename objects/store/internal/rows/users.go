package rows

import (
	"fmt"
	"strings"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
)

// Enabled returns the condition for users who have a server account, where
// query asks for them alone, with an AND before it.
func Enabled(query store.UserQuery, prefix string) string {
	if query.NeverEnabled {
		return ""
	}
	return " AND " + prefix + "enabled IS NOT NULL"
}

// Few ends a query for keys by name where a few of them will do, the first by name.
func Few(query store.UserQuery) string {
	if !query.Few || query.Limit == 0 {
		return ""
	}
	return " ORDER BY n.key" + Limit(query.Limit)
}

// Conditions returns the conditions of query that a row of the users table
// meets by itself, each with an AND before it.
func Conditions(query store.UserQuery) string {
	enabled := Enabled(query, "")
	switch query.Homing {
	case cs.Homed:
		return enabled + " AND registrar_pool IS NOT NULL"
	case cs.Legacy:
		return enabled + " AND registrar_pool IS NULL AND home_server IS NOT NULL"
	case cs.Unassigned:
		return enabled + " AND registrar_pool IS NULL AND home_server IS NULL"
	default:
		return enabled
	}
}

// Found is a user who was found by a name of these kinds.
type Found struct {
	User  *cs.User
	Forms cs.NameForms
}

// Choose returns the users that lookup means out of those that its key found.
func Choose(lookup cs.Lookup, found []Found) []*cs.User {
	var all cs.NameForms
	for i := range found {
		if lookup.Domain != "" && cs.Fold(found[i].User.NetBiosDomain)+`\` != lookup.Domain {
			found[i].Forms = 0
		}
		found[i].Forms &= lookup.Forms
		all |= found[i].Forms
	}
	var users []*cs.User
	for _, f := range found {
		if f.Forms&cs.Winning(all) != 0 {
			users = append(users, f.User)
		}
	}
	return users
}

// One returns the only one of users.
func One(id cs.UserID, users []*cs.User) (*cs.User, error) {
	switch len(users) {
	case 0:
		return nil, NotFound(string(id))
	case 1:
		return users[0], nil
	default:
		return nil, &store.Ambiguous{Identity: id, Users: users}
	}
}

// NotFound says that no user or unit is called text.
func NotFound(text string) error {
	return fmt.Errorf("nothing is called %q: %w", text, store.ErrNotFound)
}

// Unit returns the keys between which the keys of all accounts below the unit
// ou lie.
func Unit(ou string) (from, to string) {
	key := cs.DNKey(ou)
	return key + ",", key + "-" // the character after the comma
}

// Prefix returns the keys between which all keys lie that begin as the pattern
// of a wildcard does before its first *. There is no end where to is empty.
func Prefix(pattern string) (from, to string) {
	from, _, _ = strings.Cut(pattern, "*")
	return from, from + "\U0010FFFF"
}
