package rows

import (
	"slices"
	"strings"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
)

// Finder finds the keys of users by their names. It takes NeverEnabled and
// nothing else from a query.
type Finder struct {
	// Named returns the users that lookup names.
	Named func(lookup cs.Lookup) ([]*cs.User, error)
	// Like returns the keys of the users whose folded display names fit
	// pattern, in which * stands for any text.
	Like func(pattern string) ([]int64, error)
	// Below returns the keys of all accounts below the unit ou.
	Below func(ou string) ([]int64, error)
}

// Select returns the keys of the users that the Identity and the OU of query
// name, in ascending order. What names nothing is an error, except for a
// wildcard.
func (f Finder) Select(query store.UserQuery) ([]int64, error) {
	keys, err := f.named(query.Identity)
	if err != nil || query.OU == "" {
		return keys, err
	}
	below, err := f.Below(query.OU)
	if err == nil && len(below) == 0 {
		err = NotFound(query.OU)
	}
	if err != nil {
		return nil, err
	}
	slices.Sort(below)
	if query.Identity == "" {
		return below, nil
	}
	return slices.DeleteFunc(keys, func(key int64) bool {
		_, found := slices.BinarySearch(below, key)
		return !found
	}), nil
}

func (f Finder) named(id cs.UserID) ([]int64, error) {
	switch {
	case id == "":
		return nil, nil
	case id.IsWildcard():
		if strings.ContainsRune(string(id), 0) { // no name has one, and patterns end there
			return nil, nil
		}
		keys, err := f.Like(id.Lookup().Key)
		slices.Sort(keys)
		return keys, err
	}
	users, err := f.Named(id.Lookup())
	if err == nil && len(users) == 0 {
		err = NotFound(string(id))
	}
	var keys []int64
	for _, user := range users {
		keys = append(keys, user.Key)
	}
	return keys, err
}
