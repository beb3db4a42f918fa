package directory

import (
	"strings"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/cmdlets/cs/filter"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
)

// attribute is a property of the directory's users: the name that the module
// gives it and that of the attribute in LDAP, the stored property, or what makes
// it.
type attribute struct {
	name, ldap string
	stored     string
	make       func(*cs.User) objects.Value
	always     bool // shown where no properties are asked for
}

// attributes are all properties of users, in the order in which they show.
var attributes = [...]attribute{
	{name: "DistinguishedName", ldap: "distinguishedName", stored: "Identity", always: true},
	{name: "Enabled", make: enabled, always: true},
	{name: "GivenName", ldap: "givenName", stored: "FirstName", always: true},
	{name: "Name", ldap: "cn", stored: "Name", always: true},
	{name: "ObjectClass", ldap: "objectClass", make: func(*cs.User) objects.Value { return objects.String("user") }, always: true},
	{name: "ObjectGUID", ldap: "objectGUID", stored: "Guid", always: true},
	{name: "SamAccountName", ldap: "sAMAccountName", stored: "SamAccountName", always: true},
	{name: "SID", ldap: "objectSid", stored: "Sid", always: true},
	{name: "Surname", ldap: "sn", stored: "LastName", always: true},
	{name: "UserPrincipalName", ldap: "userPrincipalName", stored: "UserPrincipalName", always: true},
	{name: "City", ldap: "l", stored: "City"},
	{name: "Company", ldap: "company", stored: "Company"},
	{name: "Country", ldap: "c", stored: "CountryAbbreviation"},
	{name: "Department", ldap: "department", stored: "Department"},
	{name: "DisplayName", ldap: "displayName", stored: "DisplayName"},
	{name: "EmailAddress", ldap: "mail", stored: "WindowsEmailAddress"},
	{name: "Manager", ldap: "manager", stored: "Manager"},
	{name: "MobilePhone", ldap: "mobile", stored: "MobilePhone"},
	{name: "Office", ldap: "physicalDeliveryOfficeName", stored: "Office"},
	{name: "OfficePhone", ldap: "telephoneNumber", stored: "Phone"},
	{name: "State", ldap: "st", stored: "StateOrProvince"},
	{name: "Title", ldap: "title", stored: "Title"},
	{name: "Created", ldap: "whenCreated", stored: "WhenCreated"},
	{name: "Modified", ldap: "whenChanged", stored: "WhenChanged"},
	{name: "userAccountControl", ldap: "userAccountControl", make: accountControl},
	{name: "msRTCSIP-PrimaryUserAddress", ldap: "msRTCSIP-PrimaryUserAddress", stored: "SipAddress"},
	{name: "msRTCSIP-UserEnabled", ldap: "msRTCSIP-UserEnabled", stored: "Enabled"},
	{name: "msRTCSIP-Line", ldap: "msRTCSIP-Line", stored: "LineURI"},
	{name: "msRTCSIP-PrivateLine", ldap: "msRTCSIP-PrivateLine", stored: "PrivateLine"},
	{name: "msRTCSIP-PrimaryHomeServer", ldap: "msRTCSIP-PrimaryHomeServer", stored: "HomeServer"},
	{name: "msRTCSIP-DeploymentLocator", ldap: "msRTCSIP-DeploymentLocator", stored: "HostingProvider"},
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
	return filter.Stored(&cs.UserProperties[cs.UserProperties.Find(a.stored)])
}

// enabled reports whether the account may sign in to the directory.
func enabled(u *cs.User) objects.Value { return objects.Bool(!isDisabled(u)) }

const accountDisabled = "AccountDisabled"

func isDisabled(u *cs.User) bool {
	for flag := range strings.SplitSeq(u.UserAccountControl, ",") {
		if strings.EqualFold(strings.TrimSpace(flag), accountDisabled) {
			return true
		}
	}
	return false
}

// controlFlags are the flags of an account (ADS_USER_FLAG_ENUM).
var controlFlags = [...]struct {
	name string
	bit  int64
}{
	{accountDisabled, 0x2}, {"LockedOut", 0x10}, {"PasswordNotRequired", 0x20}, {"CanNotChangePassword", 0x40}, {"NormalAccount", 0x200},
	{"DoNotExpirePassword", 0x10000}, {"MnsLogonAccount", 0x20000}, {"SmartCardRequired", 0x40000}, {"PasswordExpired", 0x800000},
}

// accountControl is the number that the flags of an account make.
func accountControl(u *cs.User) objects.Value {
	n := int64(0)
	for flag := range strings.SplitSeq(u.UserAccountControl, ",") {
		for _, f := range controlFlags {
			if strings.EqualFold(strings.TrimSpace(flag), f.name) {
				n |= f.bit
			}
		}
	}
	return objects.Int32(int32(n))
}

// controlWith are the flags of an account, disabled or not.
func controlWith(u *cs.User, disabled bool) string {
	var flags []string
	if disabled {
		flags = append(flags, accountDisabled)
	}
	for flag := range strings.SplitSeq(u.UserAccountControl, ",") {
		if flag = strings.TrimSpace(flag); flag != "" && !strings.EqualFold(flag, accountDisabled) {
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
