package access

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// Kinds of items: a group, as JSON under its folded name, and a member of one,
// under the folded name of the group, a slash and the key of the user; its data
// is the name of the group.
const (
	GroupKind  = "group"
	MemberKind = "member"
)

// Group is a security group of the directory. Every role is one.
type Group struct {
	Name              string
	DistinguishedName string
	Sid               string `json:",omitempty"`
}

// Groups are all groups: those of the store, and the roles.
func Groups(rt *runtime.CommandRuntime, s store.Store) ([]Group, error) {
	items, err := s.Items(rt.Context(), GroupKind, "")
	if err != nil {
		return nil, StoreError(err)
	}
	groups := make([]Group, len(items))
	for i, item := range items {
		if err := json.Unmarshal([]byte(item.Data), &groups[i]); err != nil {
			return nil, err
		}
	}
	roles, err := s.Roles(rt.Context())
	for i := range roles {
		groups = append(groups, Group{Name: roles[i].Identity, DistinguishedName: "CN=" + roles[i].Identity + ",CN=Users", Sid: roles[i].Sid})
	}
	return groups, StoreError(err)
}

// FindGroup is the group that a name, a distinguished name or a SID names; nil
// for none.
func FindGroup(groups []Group, name string) *Group {
	dn := cs.DNKey(name)
	for i := range groups {
		g := &groups[i]
		if strings.EqualFold(g.Name, name) || strings.EqualFold(g.Sid, name) || cs.IsDN(name) && cs.DNKey(g.DistinguishedName) == dn {
			return g
		}
	}
	return nil
}

// Members are the keys of the users in a group.
func Members(rt *runtime.CommandRuntime, s store.Store, group string) ([]int64, error) {
	prefix := cs.Fold(group) + "/"
	items, err := s.Items(rt.Context(), MemberKind, prefix)
	keys := []int64{}
	for _, item := range items {
		if key, err := strconv.ParseInt(item.Key[len(prefix):], 10, 64); err == nil {
			keys = append(keys, key)
		}
	}
	return keys, StoreError(err)
}

// GroupsOf are the names of the groups that a user is in.
func GroupsOf(rt *runtime.CommandRuntime, s store.Store, user *cs.User) ([]string, error) {
	items, err := s.Items(rt.Context(), MemberKind, "")
	suffix := "/" + UserKey(user)
	var names []string
	for _, item := range items {
		if strings.HasSuffix(item.Key, suffix) {
			names = append(names, item.Data)
		}
	}
	return names, StoreError(err)
}

// MemberEdit puts a user into a group, or takes them out.
func MemberEdit(group *Group, user *cs.User, in bool) store.Edit {
	edit := store.Edit{Kind: MemberKind, Key: cs.Fold(group.Name) + "/" + UserKey(user)}
	if in {
		edit.After = group.Name
	} else {
		edit.Before = group.Name
	}
	return edit
}
