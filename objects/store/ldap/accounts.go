package ldap

import (
	"context"
	"iter"
	"strings"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/go-ldap/ldap/v3"
)

// accounts is the filter for users, which computers would pass by their class.
const accounts = "(objectClass=user)(!(objectClass=computer))"

// Users returns the accounts that query asks for, as [store.Users] does; Homing and
// Keys it does not know.
func (s *Server) Users(ctx context.Context, query store.UserQuery) iter.Seq2[*cs.User, error] {
	filter := conditionFilter(query.Where)
	if !query.NeverEnabled {
		filter += "(msRTCSIP-UserEnabled=*)"
	}
	if query.Identity != "" {
		filter += identityFilter(query.Identity)
	}
	return s.Accounts(ctx, Search{Base: query.OU, Scope: Subtree, Filter: filter}, nil)
}

// Accounts returns the accounts that a search finds; it says which attributes are
// asked for itself. The server may leave out those who do not meet where.
func (s *Server) Accounts(ctx context.Context, q Search, where *store.Condition) iter.Seq2[*cs.User, error] {
	if q.Filter != "" && q.Filter[0] != '(' {
		q.Filter = "(" + q.Filter + ")" // which the product's filters may leave out
	}
	q.Filter, q.Attributes = "(&"+accounts+q.Filter+conditionFilter(where)+")", names()
	return func(yield func(*cs.User, error) bool) {
		for e, err := range s.Search(ctx, q) {
			var u *cs.User
			if err == nil {
				if u, err = e.User(); err != nil {
					err = s.failed(err)
				}
			}
			if !yield(u, err) || err != nil {
				return
			}
		}
	}
}

// Entries returns the accounts below a unit, or all, with the attributes that csshell
// knows.
func (s *Server) Entries(ctx context.Context, base string) iter.Seq2[*Entry, error] {
	return s.Search(ctx, Search{Base: base, Scope: Subtree, Filter: "(&" + accounts + ")", Attributes: append(names(), "objectClass")})
}

// identityFilter is the filter for the accounts that an identity names.
func identityFilter(id cs.UserID) string {
	key := strings.TrimSpace(string(id))
	quoted := ldap.EscapeFilter(key)
	lookup := id.Lookup()
	switch {
	case lookup.Forms&cs.DNName != 0:
		return "(distinguishedName=" + quoted + ")"
	case lookup.Forms&cs.GUIDName != 0:
		g, err := cs.ParseGUID(key)
		if err != nil {
			return "(!(objectClass=*))"
		}
		return "(objectGUID=" + guidFilter(g) + ")"
	case lookup.Forms == cs.SIPName:
		return "(msRTCSIP-PrimaryUserAddress=" + quoted + ")"
	case lookup.Domain != "":
		return "(sAMAccountName=" + ldap.EscapeFilter(key[strings.LastIndexByte(key, '\\')+1:]) + ")"
	case lookup.Forms&cs.PrincipalName != 0:
		return "(|(userPrincipalName=" + quoted + ")(msRTCSIP-PrimaryUserAddress=sip:" + quoted + "))"
	case id.IsWildcard():
		return "(displayName=" + strings.ReplaceAll(quoted, `\2a`, "*") + ")"
	case strings.HasPrefix(key, "S-1-"):
		return "(objectSid=" + quoted + ")"
	}
	return "(|(sAMAccountName=" + quoted + ")(displayName=" + quoted + ")(cn=" + quoted + "))"
}

// conditionFilter is the filter for what users meet at the least; "" where there is
// nothing to say.
func conditionFilter(c *store.Condition) string {
	if c == nil {
		return ""
	}
	switch c.Operator {
	case "and":
		left, right := conditionFilter(c.Left), conditionFilter(c.Right)
		if left == "" || right == "" {
			return left + right
		}
		return "(&" + left + right + ")"
	case "or":
		left, right := conditionFilter(c.Left), conditionFilter(c.Right)
		if left == "" || right == "" {
			return ""
		}
		return "(|" + left + right + ")"
	}
	a := ofProperty(c.Property.Name)
	if a == nil || a.form != text && a.form != boolean || a.property == "Identity" {
		return ""
	}
	value := strings.ToUpper(c.Bool.String())
	if a.form == text {
		value = ldap.EscapeFilter(c.Text)
	}
	switch c.Operator {
	case "missing":
		return "(!(" + a.name + "=*))"
	case "present":
		return "(" + a.name + "=*)"
	case "eq":
		return "(" + a.name + "=" + value + ")"
	case "ne":
		return "(!(" + a.name + "=" + value + "))"
	case "like":
		return "(" + a.name + "=" + strings.ReplaceAll(value, `\2a`, "*") + ")"
	}
	return ""
}

// Group is a group of the directory.
type Group struct {
	Name, SamAccountName, DistinguishedName, Sid string
}

// Groups returns the groups whose entries pass a filter such as (cn=Cs*).
func (s *Server) Groups(ctx context.Context, filter string) iter.Seq2[*Group, error] {
	q := Search{Scope: Subtree, Filter: "(&(objectClass=group)" + filter + ")", Attributes: []string{"cn", "sAMAccountName", "objectSid"}}
	return func(yield func(*Group, error) bool) {
		for e, err := range s.Search(ctx, q) {
			var g *Group
			if err == nil {
				g = &Group{Name: e.Get("cn"), SamAccountName: e.Get("sAMAccountName"), DistinguishedName: e.DN}
				g.Sid, err = readSid(e.Get("objectSid"))
				if e.Get("objectSid") == "" {
					g.Sid, err = "", nil
				}
			}
			if !yield(g, err) || err != nil {
				return
			}
		}
	}
}

// Named is the filter for the group that a name, a distinguished name or a SID
// names.
func Named(name string) string {
	quoted := ldap.EscapeFilter(strings.TrimSpace(name))
	switch {
	case cs.IsDN(name):
		return "(distinguishedName=" + quoted + ")"
	case strings.HasPrefix(name, "S-1-"):
		return "(objectSid=" + quoted + ")"
	}
	return "(|(sAMAccountName=" + quoted + ")(cn=" + quoted + "))"
}

// Like is the filter for groups whose names fit a pattern with *.
func Like(pattern string) string {
	return "(cn=" + strings.ReplaceAll(ldap.EscapeFilter(pattern), `\2a`, "*") + ")"
}

// MembersOf is the search filter for those in a group; deep also counts those in the
// groups within it.
func MembersOf(group string, deep bool) string {
	if deep { // LDAP_MATCHING_RULE_IN_CHAIN
		return "(memberOf:1.2.840.113556.1.4.1941:=" + ldap.EscapeFilter(group) + ")"
	}
	return "(memberOf=" + ldap.EscapeFilter(group) + ")"
}

// Holding is the filter for the groups that an entry is in.
func Holding(member string) string { return "(member=" + ldap.EscapeFilter(member) + ")" }
