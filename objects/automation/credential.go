package automation

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// The types of credentials.
var (
	PSCredentialType      = &objects.Type{FullName: "System.Management.Automation.PSCredential", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	NetworkCredentialType = class("System.Net.NetworkCredential", objects.ObjectType)
)

// PSCredential is a user's name with a password.
type PSCredential struct {
	UserName string
	Password *SecureString
}

// Type is System.Management.Automation.PSCredential.
func (*PSCredential) Type() *objects.Type { return PSCredentialType }

// NetworkCredential is a name and password in plain text, with a domain
// (System.Net.NetworkCredential).
type NetworkCredential struct{ UserName, Password, Domain string }

// Type is System.Net.NetworkCredential.
func (*NetworkCredential) Type() *objects.Type { return NetworkCredentialType }

// Network is the credential in plain text, DOMAIN\user and user@domain taken
// apart as GetNetworkCredential does; user@domain.com is the name of a user.
func (p *PSCredential) Network() *NetworkCredential {
	n := &NetworkCredential{UserName: p.UserName, Password: p.Password.Plain()}
	if domain, user, ok := strings.Cut(p.UserName, `\`); ok {
		n.Domain, n.UserName = domain, user
	} else if i := strings.LastIndexByte(p.UserName, '@'); i >= 0 && (strings.LastIndexByte(p.UserName, '.') < i || strings.IndexByte(p.UserName, '@') != i) {
		n.UserName, n.Domain = p.UserName[:i], p.UserName[i+1:]
	}
	return n
}

func credentialOf(v value) *PSCredential {
	if p, ok := objects.As[*PSCredential](v); ok {
		return p
	}
	return &PSCredential{Password: &SecureString{}}
}

func badCredentialArgument(name string) error {
	return objects.NewException(objects.PSArgumentNullException, "Cannot process argument because the value of argument \""+name+"\" is null. Change the value of argument \""+name+"\" to a non-null value.").
		WithID("ArgumentNull")
}

func credentialDeclaration() *objects.Declaration {
	empty := objects.Of(&PSCredential{Password: &SecureString{}})
	return &objects.Declaration{
		Type: PSCredentialType,
		Constructors: []objects.Method{
			partial("new(string userName, securestring password)", func(c *call) (value, error) {
				if c.Str(0) == "" {
					return objects.Null, badCredentialArgument("userName")
				}
				if !c.Is(1) {
					return objects.Null, badCredentialArgument("password")
				}
				return objects.Of(&PSCredential{c.Str(0), secureOf(c.Args[1])}), nil
			}),
		},
		Properties: []objects.Property{
			text("string UserName {get;}", func(this value) string { return credentialOf(this).UserName }),
			reads("securestring Password {get;}", func(this value) value { return objects.Of(credentialOf(this).Password) }),
			reads("static pscredential Empty {get;}", func(value) value { return empty }),
		},
		Methods: []objects.Method{
			total("System.Net.NetworkCredential GetNetworkCredential()", func(c *call) value { return objects.Of(credentialOf(c.This).Network()) }),
		},
	}
}

func networkOf(v value) *NetworkCredential {
	if n, ok := objects.As[*NetworkCredential](v); ok {
		return n
	}
	return &NetworkCredential{}
}

func networkCredentialDeclaration() *objects.Declaration {
	field := func(name string, of func(n *NetworkCredential) *string) objects.Property {
		return objects.Property{
			Signature: "string " + name + " {get;set;}",
			Get:       func(this value) (value, error) { return objects.String(*of(networkOf(this))), nil },
			Set:       func(this, v value) error { *of(networkOf(this)), _ = v.Str(); return nil },
		}
	}
	made := func(c *call) value {
		n := &NetworkCredential{UserName: c.Str(0)}
		if s, ok := objects.As[*SecureString](c.Args[1]); ok {
			n.Password = s.Plain()
		} else {
			n.Password = c.Str(1)
		}
		if len(c.Args) > 2 {
			n.Domain = c.Str(2)
		}
		return objects.Of(n)
	}
	return &objects.Declaration{
		Type: NetworkCredentialType,
		Constructors: []objects.Method{
			total("new()", func(*call) value { return objects.Of(&NetworkCredential{}) }),
			total("new(string userName, string password)", made),
			total("new(string userName, string password, string domain)", made),
			total("new(string userName, securestring password)", made),
			total("new(string userName, securestring password, string domain)", made),
		},
		Properties: []objects.Property{
			field("UserName", func(n *NetworkCredential) *string { return &n.UserName }),
			field("Password", func(n *NetworkCredential) *string { return &n.Password }),
			{
				Signature: "securestring SecurePassword {get;set;}",
				Get:       func(this value) (value, error) { return objects.Of(NewSecureString(networkOf(this).Password)), nil },
				Set:       func(this, v value) error { networkOf(this).Password = secureOf(v).Plain(); return nil },
			},
			field("Domain", func(n *NetworkCredential) *string { return &n.Domain }),
		},
	}
}
