package net

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// MailAddressType is System.Net.Mail.MailAddress.
var MailAddressType = &objects.Type{FullName: "System.Net.Mail.MailAddress", Kind: objects.KindObject}

// MailAddress is an address of electronic mail with the name it is shown by.
type MailAddress struct{ name, user, host string }

// Type is System.Net.Mail.MailAddress.
func (*MailAddress) Type() *objects.Type { return MailAddressType }

// Address is user@host.
func (a *MailAddress) Address() string { return a.user + "@" + a.host }

// Text is the address, behind the name where there is one.
func (a *MailAddress) Text() (string, error) {
	if a.name == "" {
		return a.Address(), nil
	}
	return `"` + a.name + `" <` + a.Address() + ">", nil
}

// Equals compares the texts without regard to case.
func (a *MailAddress) Equals(other value) bool {
	o, ok := objects.As[*MailAddress](other)
	return ok && strings.EqualFold(a.name, o.name) && strings.EqualFold(a.Address(), o.Address())
}

// HashKey is equal for equal addresses.
func (a *MailAddress) HashKey() any { return strings.ToLower(a.name + "<" + a.Address()) }

func badAddress() error {
	return objects.NewException(objects.FormatException, "The specified string is not in the form required for an e-mail address.")
}

func badMailChar(c rune) error {
	return objects.NewException(objects.FormatException, "An invalid character was found in the mail header: '"+string(c)+"'.")
}

// ParseMailAddress reads "user@host", "Name <user@host>" and "\"Name\" user@host"
// (RFC 5322 as System.Net.Mail takes it).
func ParseMailAddress(s string) (*MailAddress, error) {
	if s == "" {
		return nil, objects.BadArgument("The value cannot be an empty string.", "address")
	}
	trimmed := strings.TrimSpace(s)
	a := &MailAddress{}
	if head, ok := strings.CutSuffix(trimmed, ">"); ok {
		i := strings.LastIndexByte(head, '<')
		if i < 0 {
			return nil, badMailChar('>')
		}
		a.name, trimmed = unquoted(strings.TrimSpace(head[:i])), strings.TrimSpace(head[i+1:])
	} else if strings.HasPrefix(trimmed, `"`) {
		if end := strings.IndexByte(trimmed[1:], '"') + 1; end > 0 && !strings.HasPrefix(trimmed[end+1:], "@") {
			a.name, trimmed = trimmed[1:end], strings.TrimSpace(trimmed[end+1:])
		}
	}
	return a, a.split(trimmed)
}

func unquoted(s string) string {
	if len(s) > 1 && s[0] == '"' && s[len(s)-1] == '"' {
		return s[1 : len(s)-1]
	}
	return s
}

// split takes user and host apart.
func (a *MailAddress) split(s string) error {
	i := strings.LastIndexByte(s, '@')
	if i < 0 {
		return badAddress()
	}
	a.user, a.host = s[:i], s[i+1:]
	switch {
	case a.host == "", a.user == "":
		return badMailChar('@')
	case strings.Contains(a.user, "..") || strings.HasPrefix(a.user, ".") || strings.HasSuffix(a.user, "."):
		return badMailChar('.')
	case strings.HasPrefix(a.user, `"`) && strings.HasSuffix(a.user, `"`) && len(a.user) > 1:
		return hostError(a.host)
	}
	if i := strings.IndexFunc(a.user, func(c rune) bool { return c <= ' ' || strings.ContainsRune(`()<>@,;:\"[]`, c) }); i >= 0 {
		return badMailChar(rune(a.user[i]))
	}
	return hostError(a.host)
}

func hostError(host string) error {
	if i := strings.IndexFunc(host, func(c rune) bool { return c <= ' ' || strings.ContainsRune(`()<>@,;:\"`, c) }); i >= 0 {
		return badMailChar(rune(host[i]))
	}
	if strings.HasPrefix(host, ".") || strings.HasSuffix(host, ".") || strings.Contains(host, "..") {
		return badMailChar('.')
	}
	return nil
}

func mailOf(v value) *MailAddress {
	if a, ok := objects.As[*MailAddress](v); ok {
		return a
	}
	return &MailAddress{}
}

func newMailAddress(c *call) (value, error) {
	if !c.Is(0) {
		return objects.Null, objects.NullArgument("address")
	}
	a, err := ParseMailAddress(c.Str(0))
	if err != nil {
		return objects.Null, err
	}
	if len(c.Args) > 1 && c.Str(1) != "" {
		a.name = unquoted(c.Str(1))
	}
	return objects.Of(a), nil
}

func mailAddressDeclaration() *objects.Declaration {
	create := func(c *call) (value, error) {
		made, err := newMailAddress(c)
		return truth(err == nil), c.Assign(len(c.Args)-1, made)
	}
	return &objects.Declaration{
		Type: MailAddressType,
		Constructors: []objects.Method{
			partial("new(string address)", newMailAddress),
			partial("new(string address, string displayName)", newMailAddress),
			partial("new(string address, string displayName, System.Text.Encoding displayNameEncoding)", newMailAddress),
		},
		Properties: []objects.Property{
			reads("string Address {get;}", func(v value) value { return text(mailOf(v).Address()) }),
			reads("string DisplayName {get;}", func(v value) value { return text(mailOf(v).name) }),
			reads("string Host {get;}", func(v value) value { return text(mailOf(v).host) }),
			reads("string User {get;}", func(v value) value { return text(mailOf(v).user) }),
		},
		Methods: []objects.Method{
			total("bool Equals(System.Object value)", func(c *call) value { return truth(mailOf(c.This).Equals(c.Args[0])) }),
			partial("static bool TryCreate(string address, [ref] mailaddress result)", func(c *call) (value, error) {
				made, err := ParseMailAddress(c.Str(0))
				if err != nil {
					return truth(false), c.Assign(1, objects.Null)
				}
				return truth(true), c.Assign(1, objects.Of(made))
			}),
			partial("static bool TryCreate(string address, string displayName, [ref] mailaddress result)", create),
		},
	}
}
