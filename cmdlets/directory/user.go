package directory

import (
	"strings"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/cmdlets/cs/filter"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store/ldap"
)

// attribute is a property of the directory's users: the name that the module
// gives it and that of the attribute in LDAP, and what makes it, where no stored
// property is it.
type attribute struct {
	name, ldap string
	make       func(*cs.User) objects.Value
	always     bool // shown where no properties are asked for
}

// stored is the stored property that keeps the attribute; "" for none.
func (a *attribute) stored() string { return ldap.PropertyOf(a.ldap) }

// attributes are all properties of users, in the order in which they show.
var attributes = [...]attribute{
	{name: "DistinguishedName", ldap: "distinguishedName", always: true},
	{name: "Enabled", make: enabled, always: true},
	{name: "GivenName", ldap: "givenName", always: true},
	{name: "Name", ldap: "cn", always: true},
	{name: "ObjectClass", ldap: "objectClass", make: func(*cs.User) objects.Value { return objects.String("user") }, always: true},
	{name: "ObjectGUID", ldap: "objectGUID", always: true},
	{name: "SamAccountName", ldap: "sAMAccountName", always: true},
	{name: "SID", ldap: "objectSid", always: true},
	{name: "Surname", ldap: "sn", always: true},
	{name: "UserPrincipalName", ldap: "userPrincipalName", always: true},
	{name: "City", ldap: "l"},
	{name: "Company", ldap: "company"},
	{name: "Country", ldap: "c"},
	{name: "Department", ldap: "department"},
	{name: "DisplayName", ldap: "displayName"},
	{name: "EmailAddress", ldap: "mail"},
	{name: "Manager", ldap: "manager"},
	{name: "MobilePhone", ldap: "mobile"},
	{name: "Office", ldap: "physicalDeliveryOfficeName"},
	{name: "OfficePhone", ldap: "telephoneNumber"},
	{name: "State", ldap: "st"},
	{name: "Title", ldap: "title"},
	{name: "Created", ldap: "whenCreated"},
	{name: "Modified", ldap: "whenChanged"},
	{name: "userAccountControl", ldap: "userAccountControl", make: accountControl},
	{name: "msRTCSIP-PrimaryUserAddress", ldap: "msRTCSIP-PrimaryUserAddress"},
	{name: "msRTCSIP-UserEnabled", ldap: "msRTCSIP-UserEnabled"},
	{name: "msRTCSIP-Line", ldap: "msRTCSIP-Line"},
	{name: "msRTCSIP-PrivateLine", ldap: "msRTCSIP-PrivateLine"},
	{name: "msRTCSIP-PrimaryHomeServer", ldap: "msRTCSIP-PrimaryHomeServer"},
	{name: "msRTCSIP-DeploymentLocator", ldap: "msRTCSIP-DeploymentLocator"},
}

// find is the property of that name, in either spelling; nil for none.
func find(name string) *attribute {
	for i := range attributes {
		if a := &attributes[i]; objects.EqualFold(a.name, name) || objects.EqualFold(a.ldap, name) {
			return a
		}
	}
	return nil
}

// filterable is a property for filters.
func filterable(name string) (filter.Property, bool) {
	a := find(name)
	if a == nil {
		return filter.Property{}, false
	}
	return a.property(), true
}

func (a *attribute) property() filter.Property {
	if a.make != nil {
		return filter.Property{Value: a.make}
	}
	return filter.Stored(&cs.UserProperties[cs.UserProperties.Find(a.stored())])
}

// enabled reports whether the account may sign in to the directory.
func enabled(u *cs.User) objects.Value { return objects.Bool(!isDisabled(u)) }

func isDisabled(u *cs.User) bool {
	for flag := range strings.SplitSeq(u.UserAccountControl, ",") {
		if strings.EqualFold(strings.TrimSpace(flag), ldap.AccountDisabled) {
			return true
		}
	}
	return false
}

// accountControl is the number that the flags of an account make.
func accountControl(u *cs.User) objects.Value {
	return objects.Int32(int32(ldap.ControlNumber(u.UserAccountControl)))
}

// controlWith are the flags of an account, disabled or not.
func controlWith(u *cs.User, disabled bool) string {
	var flags []string
	if disabled {
		flags = append(flags, ldap.AccountDisabled)
	}
	for flag := range strings.SplitSeq(u.UserAccountControl, ",") {
		if flag = strings.TrimSpace(flag); flag != "" && !strings.EqualFold(flag, ldap.AccountDisabled) {
			flags = append(flags, flag)
		}
	}
	if len(flags) == 0 || disabled && len(flags) == 1 {
		flags = append(flags, "NormalAccount")
	}
	return strings.Join(flags, ", ")
}

// userType is the type of the directory's users.
const userType = "Microsoft.ActiveDirectory.Management.ADUser"

// record is a user with the properties that always show and those asked for.
func record(u *cs.User, more []string) objects.Value {
	var notes []access.Property
	all := len(more) == 1 && more[0] == "*"
	for i := range attributes {
		a := &attributes[i]
		name := a.name
		asked := all || a.always
		for _, m := range more {
			if objects.EqualFold(m, a.name) {
				asked = true
			} else if objects.EqualFold(m, a.ldap) {
				asked, name = true, a.ldap
			}
		}
		if asked {
			notes = append(notes, access.Note(name, a.property().Value(u)))
		}
	}
	return access.Object(userType, notes...)
}
