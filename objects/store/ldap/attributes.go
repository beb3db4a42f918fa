package ldap

import (
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/csshell/csshell/objects/cs"
)

// form says how an attribute writes the value of a property.
type form uint8

const (
	text    form = iota
	boolean      // TRUE and FALSE
	moment       // generalized time: 20260601120000.0Z
	guid         // 16 bytes, the first three groups with the low byte first
	sid          // a security identifier in bytes
	control      // a number of [controlFlags]
	option       // a bit of msRTCSIP-OptionFlags
)

// userAttribute is an attribute of an account and the property of users that it
// keeps.
type userAttribute struct {
	name     string
	property string
	form     form
	bit      int64 // of an option
}

// The attribute whose bits are options of the server account.
const optionFlags = "msRTCSIP-OptionFlags"

// userAttributes are the attributes of accounts that csshell knows.
var userAttributes = [...]userAttribute{
	{name: "distinguishedName", property: "Identity"},
	{name: "cn", property: "Name"},
	{name: "givenName", property: "FirstName"},
	{name: "sn", property: "LastName"},
	{name: "displayName", property: "DisplayName"},
	{name: "sAMAccountName", property: "SamAccountName"},
	{name: "userPrincipalName", property: "UserPrincipalName"},
	{name: "objectGUID", property: "Guid", form: guid},
	{name: "objectSid", property: "Sid", form: sid},
	{name: "l", property: "City"},
	{name: "company", property: "Company"},
	{name: "c", property: "CountryAbbreviation"},
	{name: "department", property: "Department"},
	{name: "mail", property: "WindowsEmailAddress"},
	{name: "manager", property: "Manager"},
	{name: "mobile", property: "MobilePhone"},
	{name: "physicalDeliveryOfficeName", property: "Office"},
	{name: "telephoneNumber", property: "Phone"},
	{name: "st", property: "StateOrProvince"},
	{name: "title", property: "Title"},
	{name: "whenCreated", property: "WhenCreated", form: moment},
	{name: "whenChanged", property: "WhenChanged", form: moment},
	{name: "userAccountControl", property: "UserAccountControl", form: control},
	{name: "msRTCSIP-PrimaryUserAddress", property: "SipAddress"},
	{name: "msRTCSIP-UserEnabled", property: "Enabled", form: boolean},
	{name: "msRTCSIP-Line", property: "LineURI"},
	{name: "msRTCSIP-LineServer", property: "LineServerURI"},
	{name: "msRTCSIP-PrivateLine", property: "PrivateLine"},
	{name: "msRTCSIP-PrimaryHomeServer", property: "HomeServer"},
	{name: "msRTCSIP-DeploymentLocator", property: "HostingProvider"},
	{name: optionFlags, property: "RemoteCallControlTelephonyEnabled", form: option, bit: 0x10},
	{name: optionFlags, property: "EnterpriseVoiceEnabled", form: option, bit: 0x80},
}

// PropertyOf is the property of users that an attribute keeps; "" for none.
func PropertyOf(attribute string) string {
	for i := range userAttributes {
		if strings.EqualFold(userAttributes[i].name, attribute) {
			return userAttributes[i].property
		}
	}
	return ""
}

// ofProperty is the attribute that keeps a property; nil for none.
func ofProperty(property string) *userAttribute {
	for i := range userAttributes {
		if userAttributes[i].property == property {
			return &userAttributes[i]
		}
	}
	return nil
}

// names are the attributes to ask a server for.
func names() []string {
	list := make([]string, len(userAttributes))
	for i := range userAttributes {
		list[i] = userAttributes[i].name
	}
	return list
}

// Properties calls yield with each property that accounts can have, and its text as
// the properties of users have it; given says that the entry has the attribute.
func (e *Entry) Properties(yield func(property, text string, given bool) error) error {
	for i := range userAttributes {
		a := &userAttributes[i]
		value := e.Get(a.name)
		if a.property == "Identity" {
			value = e.DN
		}
		read, err := a.read(value)
		if err != nil {
			return fmt.Errorf("%s: %s: %w", e.DN, a.name, err)
		}
		if err := yield(a.property, read, value != ""); err != nil {
			return err
		}
	}
	return nil
}

// User is the account that an entry describes.
func (e *Entry) User() (*cs.User, error) {
	u := new(cs.User)
	err := e.Properties(func(property, text string, _ bool) error {
		return cs.UserProperties[cs.UserProperties.Find(property)].Set(u, text)
	})
	return u, err
}

// IsAccount reports whether the entry is a user's: the directory keeps computers in
// the same class.
func (e *Entry) IsAccount() bool {
	user := false
	for _, class := range e.Values("objectClass") {
		if strings.EqualFold(class, "computer") {
			return false
		}
		user = user || strings.EqualFold(class, "user") || strings.EqualFold(class, "inetOrgPerson")
	}
	return user
}

// read makes the text of a property from an attribute's value.
func (a *userAttribute) read(value string) (string, error) {
	if value == "" {
		return "", nil
	}
	switch a.form {
	case moment:
		return readTime(value)
	case guid:
		return readGUID(value)
	case sid:
		return readSid(value)
	case control, option:
		n, err := strconv.ParseInt(value, 10, 64)
		if err != nil {
			return "", fmt.Errorf("%q is not a number", value)
		}
		if a.form == option {
			return cs.BoolOf(n&a.bit != 0).String(), nil
		}
		return controlText(n), nil
	case boolean:
		b, err := cs.ParseBool(value)
		return b.String(), err
	}
	return value, nil
}

// write makes an attribute's value from the text of a property; ok is false for
// those that the server keeps itself.
func (a *userAttribute) write(value string) (written string, ok bool) {
	switch a.form {
	case moment, guid, sid, option:
		return "", false
	case control:
		return strconv.FormatInt(ControlNumber(value), 10), true
	case boolean:
		return strings.ToUpper(value), true
	}
	return value, a.property != "Identity" && a.property != "Name"
}

// readTime reads a generalized time (RFC 4517 3.3.13).
func readTime(value string) (string, error) {
	t, err := time.Parse("20060102150405Z0700", strings.Replace(value, ".0Z", "Z", 1))
	if err != nil {
		return "", fmt.Errorf("%q is not a time", value)
	}
	return cs.TicksOf(t).String(), nil
}

// readGUID reads 16 bytes, or the text that some servers give.
func readGUID(value string) (string, error) {
	if len(value) != 16 {
		g, err := cs.ParseGUID(value)
		return g.String(), err
	}
	g := cs.GUID{Valid: true}
	for i, from := range [...]int{3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15} {
		g.Bytes[i] = value[from]
	}
	return g.String(), nil
}

// guidFilter writes a GUID for a filter: its bytes, escaped.
func guidFilter(g cs.GUID) string {
	var b strings.Builder
	for _, from := range [...]int{3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15} {
		fmt.Fprintf(&b, `\%02x`, g.Bytes[from])
	}
	return b.String()
}

// readSid reads a security identifier (MS-DTYP 2.4.2.2), or its text.
func readSid(value string) (string, error) {
	if strings.HasPrefix(value, "S-") {
		return value, nil
	}
	if len(value) < 8 || len(value) != 8+4*int(value[1]) {
		return "", fmt.Errorf("%q is not a security identifier", value)
	}
	b := []byte(value)
	authority := uint64(binary.BigEndian.Uint16(b[2:]))<<32 | uint64(binary.BigEndian.Uint32(b[4:]))
	s := fmt.Sprintf("S-%d-%d", b[0], authority)
	for at := 8; at < len(b); at += 4 {
		s += "-" + strconv.FormatUint(uint64(binary.LittleEndian.Uint32(b[at:])), 10)
	}
	return s, nil
}

// AccountDisabled is the flag of an account that may not sign in.
const AccountDisabled = "AccountDisabled"

// controlFlags are the flags of an account (ADS_USER_FLAG_ENUM).
var controlFlags = [...]struct {
	name string
	bit  int64
}{
	{AccountDisabled, 0x2}, {"LockedOut", 0x10}, {"PasswordNotRequired", 0x20}, {"CanNotChangePassword", 0x40}, {"NormalAccount", 0x200},
	{"DoNotExpirePassword", 0x10000}, {"MnsLogonAccount", 0x20000}, {"SmartCardRequired", 0x40000}, {"PasswordExpired", 0x800000},
}

// ControlNumber is the number that the flags of an account make.
func ControlNumber(flags string) int64 {
	n := int64(0)
	for flag := range strings.SplitSeq(flags, ",") {
		for _, f := range controlFlags {
			if strings.EqualFold(strings.TrimSpace(flag), f.name) {
				n |= f.bit
			}
		}
	}
	return n
}

// controlText are the flags that a number has.
func controlText(n int64) string {
	var flags []string
	for _, f := range controlFlags {
		if n&f.bit != 0 {
			flags = append(flags, f.name)
		}
	}
	return strings.Join(flags, ", ")
}
