package rows

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
)

// EditedKeys returns the keys of the users that edits are about, in ascending
// order.
func EditedKeys(edits []store.Edit) ([]int64, error) {
	var keys []int64
	for i := range edits {
		if edits[i].Kind != store.UserKind {
			continue
		}
		key, err := strconv.ParseInt(edits[i].Key, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("%q is not the key of a user", edits[i].Key)
		}
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return slices.Compact(keys), nil
}

// EditedUser is a user whom edits change.
type EditedUser struct {
	User     *cs.User
	Old, New []cs.Name // where the edits change them, the names before and after
}

// EditUsers makes the edits that are about users. Those are the users with the
// keys of [EditedKeys], in the same order. WhenChanged becomes at.
func EditUsers(users []*cs.User, edits []store.Edit, at cs.Ticks) ([]EditedUser, error) {
	edited := make([]EditedUser, len(users))
	places := make(map[string]int, len(users))
	for i, user := range users {
		edited[i] = EditedUser{User: user, Old: cs.AppendNames(nil, user)}
		places[strconv.FormatInt(user.Key, 10)] = i
	}
	for _, edit := range edits {
		if edit.Kind != store.UserKind {
			continue
		}
		i, found := places[edit.Key]
		if !found {
			return nil, &store.Conflict{Edit: edit}
		}
		if err := editUser(users[i], edit); err != nil {
			return nil, err
		}
	}
	for i := range edited {
		e := &edited[i]
		e.User.WhenChanged = at
		if err := CheckUser(0, e.User); err != nil {
			return nil, err
		}
		e.New = cs.AppendNames(nil, e.User)
		if slices.Equal(e.Old, e.New) {
			e.Old, e.New = nil, nil
		}
	}
	return edited, nil
}

func editUser(user *cs.User, edit store.Edit) error {
	i := cs.UserProperties.Find(edit.Property)
	if i < 0 {
		return fmt.Errorf("%q is not a property", edit.Property)
	}
	property := &cs.UserProperties[i]
	if now := property.Get(user); now != edit.Before {
		return &store.Conflict{Edit: edit, Now: now}
	}
	return property.Set(user, edit.After)
}

// Taken says that a name belongs to another user.
func Taken(name cs.Name) error {
	return fmt.Errorf("another user is called %q: %w", name.Key, store.ErrConflict)
}

// RoleItem returns role as an item.
func RoleItem(role *cs.Role) (store.Item, error) {
	kept := *role
	for _, list := range [...]*[]string{&kept.Cmdlets, &kept.ScriptModules, &kept.ConfigScopes, &kept.UserScopes} {
		*list = append([]string{}, *list...) // nil would be null
	}
	data, err := json.Marshal(&kept)
	return store.Item{Key: cs.Fold(role.Identity), Data: string(data)}, err
}

// Roles returns the roles that items hold.
func Roles(items []store.Item) ([]cs.Role, error) {
	roles := make([]cs.Role, len(items))
	for i, item := range items {
		if err := json.Unmarshal([]byte(item.Data), &roles[i]); err != nil {
			return nil, err
		}
	}
	return roles, nil
}

// CheckPlan compares the keys of the certificates in force with those that a
// change was planned for.
func CheckPlan(planned, found []int64) error {
	slices.Sort(found)
	wanted := slices.Sorted(slices.Values(planned))
	for i := range max(len(found), len(wanted)) {
		switch {
		case i >= len(wanted) || i < len(found) && found[i] < wanted[i]:
			return fmt.Errorf("certificate %d is in force and not in the plan: %w", found[i], store.ErrConflict)
		case i >= len(found) || found[i] > wanted[i]:
			return fmt.Errorf("certificate %d is in the plan and not in force: %w", wanted[i], store.ErrConflict)
		}
	}
	return nil
}

// ChangedSince says that certificates are not any more as an operation left
// them.
func ChangedSince(certificates []int64) error {
	return fmt.Errorf("%d certificates have been changed since, the first of them number %d: %w", len(certificates), certificates[0], store.ErrConflict)
}
