package filter

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects/cs"
)

// ldapAttributes are the attributes of the directory that filters may name,
// with the properties that hold them.
var ldapAttributes = [...][2]string{
	{"department", "Department"}, {"title", "Title"}, {"company", "Company"}, {"l", "City"}, {"st", "StateOrProvince"},
	{"c", "CountryAbbreviation"}, {"physicaldeliveryofficename", "Office"}, {"telephonenumber", "Phone"}, {"mobile", "MobilePhone"},
	{"manager", "Manager"}, {"mail", "WindowsEmailAddress"}, {"givenname", "FirstName"}, {"sn", "LastName"}, {"cn", "Name"}, {"name", "Name"},
	{"displayname", "DisplayName"}, {"samaccountname", "SamAccountName"}, {"userprincipalname", "UserPrincipalName"},
	{"distinguishedname", "Identity"}, {"msrtcsip-primaryuseraddress", "SipAddress"}, {"msrtcsip-userenabled", "Enabled"},
	{"msrtcsip-line", "LineURI"}, {"msrtcsip-primaryhomeserver", "HomeServer"},
}

// ldapParser reads -LdapFilter (RFC 4515, the outer parentheses may be left out):
//
//	filter = "(" body ")" | body
//	body   = ( "&" | "|" ) filter { filter } | "!" filter | attribute ( "=" | ">=" | "<=" ) value
type ldapParser struct {
	text  string
	at    int
	depth int
}

// ParseLdap makes the test of a filter.
func ParseLdap(text string) (Test, error) {
	p := &ldapParser{text: text}
	test, err := p.filter()
	p.blanks()
	if err == nil && p.at < len(p.text) {
		err = fmt.Errorf("unexpected %q", p.text[p.at:])
	}
	return test, err
}

func (p *ldapParser) blanks() {
	for p.at < len(p.text) && strings.IndexByte(" \t\r\n", p.text[p.at]) >= 0 {
		p.at++
	}
}

func (p *ldapParser) next(c byte) bool {
	p.blanks()
	if p.at < len(p.text) && p.text[p.at] == c {
		p.at++
		return true
	}
	return false
}

func (p *ldapParser) filter() (Test, error) {
	if p.depth++; p.depth > maxFilterDepth {
		return nil, fmt.Errorf("the filter is nested too deeply")
	}
	defer func() { p.depth-- }()
	if !p.next('(') {
		return p.body()
	}
	test, err := p.body()
	if err == nil && !p.next(')') {
		err = fmt.Errorf("a closing parenthesis is missing")
	}
	return test, err
}

func (p *ldapParser) body() (Test, error) {
	p.blanks()
	if p.at >= len(p.text) {
		return nil, fmt.Errorf("the filter ends too early")
	}
	switch c := p.text[p.at]; c {
	case '&', '|':
		p.at++
		return p.list(c)
	case '!':
		p.at++
		inner, err := p.filter()
		if err != nil {
			return nil, err
		}
		return func(u *cs.User) (bool, error) { yes, err := inner(u); return !yes, err }, nil
	}
	return p.comparison()
}

func (p *ldapParser) list(c byte) (Test, error) {
	var all Test
	for {
		p.blanks()
		if p.at >= len(p.text) || p.text[p.at] != '(' {
			break
		}
		one, err := p.filter()
		if err != nil {
			return nil, err
		}
		if all == nil {
			all = one
			continue
		}
		all = combined(all, one, c == '&')
	}
	if all == nil {
		return nil, fmt.Errorf("%q has nothing to combine", string(c))
	}
	return all, nil
}

func (p *ldapParser) comparison() (Test, error) {
	rest := p.text[p.at:]
	n := 0
	for n < len(rest) && (rest[n] == '-' || rest[n] >= '0' && rest[n] <= '9' || rest[n]|0x20 >= 'a' && rest[n]|0x20 <= 'z') {
		n++
	}
	after := strings.TrimLeft(rest[n:], " \t")
	operator := ""
	for _, o := range [...]string{">=", "<=", "="} {
		if strings.HasPrefix(after, o) {
			operator = o
			break
		}
	}
	if n == 0 || operator == "" {
		return nil, fmt.Errorf("no comparison at position %d", p.at+1)
	}
	value := after[len(operator):]
	if end := strings.IndexAny(value, "()"); end >= 0 {
		value = value[:end]
	}
	p.at += len(rest) - len(after) + len(operator) + len(value)
	return ldapTest(strings.ToLower(rest[:n]), operator, strings.TrimSpace(value)), nil
}

// ldapTest is one comparison; an attribute that is unknown or missing matches
// nothing.
func ldapTest(attribute, operator, value string) Test {
	if attribute == "objectclass" || attribute == "objectcategory" {
		yes := strings.EqualFold(value, "user") || strings.EqualFold(value, "person") || value == "*"
		return func(*cs.User) (bool, error) { return yes, nil }
	}
	property := ldapProperty(attribute)
	return func(u *cs.User) (bool, error) {
		if property == nil {
			return false, nil
		}
		actual := property.Get(u)
		if actual == "" {
			return false, nil
		}
		return ldapHolds(cs.Fold(actual), operator, value), nil
	}
}

func ldapProperty(attribute string) *cs.Property[cs.User] {
	for _, a := range ldapAttributes {
		if a[0] == attribute {
			return &cs.UserProperties[cs.UserProperties.Find(a[1])]
		}
	}
	return nil
}

func ldapHolds(actual, operator, value string) bool {
	switch operator {
	case ">=":
		return actual >= cs.Fold(unescapeLdap(value))
	case "<=":
		return actual <= cs.Fold(unescapeLdap(value))
	}
	pieces := strings.Split(value, "*")
	for i, piece := range pieces {
		pieces[i] = cs.Fold(unescapeLdap(piece))
	}
	return matchesPieces(actual, pieces)
}

// matchesPieces reports whether text is the pieces with anything between them.
func matchesPieces(text string, pieces []string) bool {
	first, last := pieces[0], pieces[len(pieces)-1]
	if len(pieces) == 1 {
		return text == first
	}
	if !strings.HasPrefix(text, first) || len(text) < len(first)+len(last) || !strings.HasSuffix(text, last) {
		return false
	}
	text = text[len(first) : len(text)-len(last)]
	for _, piece := range pieces[1 : len(pieces)-1] {
		i := strings.Index(text, piece)
		if i < 0 {
			return false
		}
		text = text[i+len(piece):]
	}
	return true
}

// unescapeLdap resolves \28 and its like.
func unescapeLdap(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+2 < len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				b.WriteByte(byte(n))
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
