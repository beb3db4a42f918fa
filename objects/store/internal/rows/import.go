package rows

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
)

// Slot is the second part of the key of a name: zero for one that no other
// user may have, the user's own key otherwise.
func Slot(name cs.Name, user int64) int64 {
	if name.Forms&cs.UniqueNames != 0 {
		return 0
	}
	return user
}

// Stored returns the stored user whom user replaces, or nil: the one with the
// same GUID, or where either has none the one with the same distinguished name.
func Stored(user *cs.User, find func(cs.Lookup) ([]*cs.User, error)) (*cs.User, error) {
	if user.Guid.Valid {
		found, err := find(cs.Lookup{Forms: cs.GUIDName, Key: user.Guid.String()})
		if err != nil || len(found) > 0 {
			return first(found), err
		}
	}
	found, err := find(cs.UserID(user.Identity).Lookup())
	if old := first(found); old != nil && !(user.Guid.Valid && old.Guid.Valid) {
		return old, err
	}
	return nil, err
}

func first(users []*cs.User) *cs.User {
	if len(users) == 0 {
		return nil
	}
	return users[0]
}

// CheckUser refuses a user whom no store can keep, and cuts times to what
// stores keep.
func CheckUser(line int, user *cs.User) error {
	if !cs.IsDN(user.Identity) {
		return &store.RowError{Line: line, Column: "DistinguishedName", Err: fmt.Errorf("%q is not the distinguished name of an account (CN=…)", user.Identity)}
	}
	if user.SipAddress != "" && !hasSIPPrefix(user.SipAddress) {
		return &store.RowError{Line: line, Column: "SipAddress", Err: fmt.Errorf("%q does not begin with sip:", user.SipAddress)}
	}
	return fit(line, cs.UserProperties, user)
}

// CheckCertificate refuses a certificate that no store can keep, and cuts
// times to what stores keep.
func CheckCertificate(line int, certificate *cs.ClientCertificate) error {
	missing := func(column string) error {
		return &store.RowError{Line: line, Column: column, Err: errors.New("a value is missing")}
	}
	switch {
	case !hasSIPPrefix(certificate.Identity):
		return &store.RowError{Line: line, Column: "Identity", Err: fmt.Errorf("%q does not begin with sip:", certificate.Identity)}
	case !certificate.DeviceId.Valid:
		return missing("DeviceId")
	case certificate.PublicationTime == 0:
		return missing("PublicationTime")
	}
	return fit(line, cs.CertificateProperties, certificate)
}

func hasSIPPrefix(address string) bool {
	return len(address) > 4 && strings.EqualFold(address[:4], "sip:")
}

// fit refuses texts that one of the stores cannot keep as they are, and cuts
// times to microseconds.
func fit[T any](line int, properties cs.Properties[T], object *T) error {
	for i := range properties {
		p := &properties[i]
		switch {
		case p.Time != nil && *p.Time(object) != 0:
			*p.Time(object) = cs.TicksOfMicroseconds(p.Time(object).Microseconds())
		case p.Text != nil && !isStorable(*p.Text(object)):
			return &store.RowError{Line: line, Column: p.Name, Err: errors.New("the text is not valid UTF-8, or has a NUL character")}
		}
	}
	return nil
}

func isStorable(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsRune(text, 0)
}

// Conflict says that the user on a line has a name that is another's.
func Conflict(line int, forms cs.NameForms) error {
	column := "DistinguishedName"
	switch {
	case forms&cs.SIPName != 0:
		column = "SipAddress"
	case forms&cs.GUIDName != 0:
		column = "Guid"
	}
	return &store.RowError{Line: line, Column: column, Err: fmt.Errorf("another user has the same value: %w", store.ErrConflict)}
}

// NoOwner says that no user has the SIP address of the certificate on a line.
func NoOwner(line int, sipAddress string) error {
	return &store.RowError{Line: line, Column: "Identity", Err: fmt.Errorf("no user has the SIP address %q: %w", sipAddress, store.ErrConflict)}
}

// Catalog collects the pools and policies that users have.
type Catalog struct {
	pools    map[string]bool
	policies map[Policy]bool
}

// Policy is a per-user policy.
type Policy struct{ Kind, Name string }

// Add adds what user has.
func (c *Catalog) Add(user *cs.User) {
	if c.pools == nil {
		c.pools = make(map[string]bool)
		c.policies = make(map[Policy]bool)
	}
	if pool := user.RegistrarPool; pool != "" && !c.pools[pool] {
		c.pools[strings.Clone(pool)] = true
	}
	for i := range cs.UserProperties {
		p := &cs.UserProperties[i]
		if !p.Policy {
			continue
		}
		if policy := (Policy{p.Name, *p.Text(user)}); policy.Name != "" && !c.policies[policy] {
			policy.Name = strings.Clone(policy.Name)
			c.policies[policy] = true
		}
	}
}

// Pools returns the pools in order.
func (c *Catalog) Pools() []string { return slices.Sorted(maps.Keys(c.pools)) }

// Policies returns the policies in order.
func (c *Catalog) Policies() []Policy {
	return slices.SortedFunc(maps.Keys(c.policies), func(a, b Policy) int {
		return strings.Compare(a.Kind+"\x00"+a.Name, b.Kind+"\x00"+b.Name)
	})
}
