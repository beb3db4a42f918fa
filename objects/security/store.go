package security

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// distinguishedName is an X.500 name.
type distinguishedName struct{ name string }

// Type is X500DistinguishedName.
func (distinguishedName) Type() *objects.Type { return distinguishedType }

// parseDistinguished reads "cn=Ken, o=Litware" and writes it as .NET does.
func parseDistinguished(s string) (value, error) {
	var parts []string
	for _, p := range strings.FieldsFunc(s, func(c rune) bool { return c == ',' || c == ';' }) {
		key, v, found := strings.Cut(strings.TrimSpace(p), "=")
		if !found || key == "" {
			return objects.Null, objects.NewException(cryptographic, "The string contains an invalid X500 name attribute key, oid, value or delimiter.")
		}
		parts = append(parts, strings.ToUpper(strings.TrimSpace(key))+"="+strings.TrimSpace(v))
	}
	return objects.Of(distinguishedName{strings.Join(parts, ", ")}), nil
}

func distinguishedDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type:         distinguishedType,
		Constructors: []objects.Method{partial("new(string distinguishedName)", func(c *call) (value, error) { return parseDistinguished(c.Str(0)) })},
		Properties: []objects.Property{reads("string Name {get;}", func(v value) value {
			n, _ := objects.As[distinguishedName](v)
			return text(n.name)
		})},
	}
}

// oid is an object identifier with the name people give it.
type oid struct{ id, name value }

// Type is System.Security.Cryptography.Oid.
func (*oid) Type() *objects.Type { return OidType }

// knownOids are the identifiers that scripts about certificates meet.
var knownOids = [...][2]string{
	{"1.3.6.1.5.5.7.3.1", "TLS Web Server Authentication"}, {"1.3.6.1.5.5.7.3.2", "TLS Web Client Authentication"}, {"1.3.6.1.5.5.7.3.3", "Code Signing"},
	{"1.3.6.1.5.5.7.3.4", "E-mail Protection"}, {"1.3.6.1.5.5.7.3.8", "Time Stamping"}, {"1.3.6.1.5.5.7.3.9", "OCSP Signing"},
	{"1.2.840.113549.1.1.1", "RSA"}, {"1.2.840.113549.1.1.5", "sha1RSA"}, {"1.2.840.113549.1.1.11", "sha256RSA"}, {"1.2.840.10045.2.1", "ECC"},
	{"1.3.14.3.2.26", "sha1"}, {"2.16.840.1.101.3.4.2.1", "sha256"}, {"2.16.840.1.101.3.4.2.2", "sha384"}, {"2.16.840.1.101.3.4.2.3", "sha512"},
	{"2.5.4.3", "CN"}, {"2.5.4.6", "C"}, {"2.5.4.10", "O"}, {"2.5.4.11", "OU"}, {"2.5.29.15", "X509v3 Key Usage"}, {"2.5.29.17", "X509v3 Subject Alternative Name"},
	{"2.5.29.19", "X509v3 Basic Constraints"}, {"2.5.29.37", "X509v3 Extended Key Usage"},
}

func newOid(c *call) value {
	o := &oid{}
	if len(c.Args) == 0 {
		return objects.Of(o)
	}
	o.id = c.Args[0]
	if len(c.Args) > 1 {
		o.name = c.Args[1]
		return objects.Of(o)
	}
	for _, k := range knownOids {
		switch s := c.Str(0); {
		case k[0] == s:
			o.name = text(k[1])
		case strings.EqualFold(k[1], s):
			o.id, o.name = text(k[0]), text(k[1])
		}
	}
	return objects.Of(o)
}

func oidDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: OidType,
		Constructors: []objects.Method{
			total("new()", newOid), total("new(string oid)", newOid), total("new(string value, string friendlyName)", newOid),
		},
		Properties: []objects.Property{
			objects.Slot("string FriendlyName {get;set;}", func(o *oid) *value { return &o.name }),
			objects.Slot("string Value {get;set;}", func(o *oid) *value { return &o.id }),
		},
	}
}

// store is a store of certificates, which holds none.
type store struct {
	name     string
	location value
	open     bool
}

// Type is X509Store.
func (*store) Type() *objects.Type { return StoreType }

func newStore(c *call) value {
	s := &store{name: "My", location: objects.Word(storeLocationType, 1)}
	for _, a := range c.Args {
		switch {
		case a.Type() == storeLocationType:
			s.location = a
		case a.Type() == storeNameType:
			s.name, _ = c.Types.ToString(a, "")
		default:
			s.name, _ = a.Str()
		}
	}
	return objects.Of(s)
}

func storeOf(v value) *store {
	if s, ok := objects.As[*store](v); ok {
		return s
	}
	return &store{}
}

func storeDeclaration() *objects.Declaration {
	const location, flags = certificates + "StoreLocation storeLocation", certificates + "OpenFlags flags"
	return &objects.Declaration{
		Type: StoreType,
		Constructors: []objects.Method{
			total("new()", newStore), total("new(string storeName)", newStore), total("new("+certificates+"StoreName storeName)", newStore),
			total("new("+location+")", newStore), total("new(string storeName, "+location+")", newStore),
			total("new("+certificates+"StoreName storeName, "+location+")", newStore),
		},
		Properties: []objects.Property{
			{Signature: "System.Object[] Certificates {get;}", Get: func(v value) (value, error) {
				if !storeOf(v).open {
					return objects.Null, objects.NewException(cryptographic, "The X509 certificate store has not been opened.")
				}
				return objects.ArrayValue(nil), nil
			}},
			reads("bool IsOpen {get;}", func(v value) value { return truth(storeOf(v).open) }),
			reads(certificates+"StoreLocation Location {get;}", func(v value) value { return storeOf(v).location }),
			reads("string Name {get;}", func(v value) value { return text(storeOf(v).name) }),
		},
		Methods: []objects.Method{
			does("void Open("+flags+")", func(c *call) error { storeOf(c.This).open = true; return nil }),
			does("void Close()", func(c *call) error { storeOf(c.This).open = false; return nil }),
			does("void Dispose()", func(c *call) error { storeOf(c.This).open = false; return nil }),
		},
	}
}

// certificateEntries are the types of certificates and their stores.
func certificateEntries() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: CertificateType, Accelerators: []string{"X509Certificate"}},
		{Type: Certificate2Type, Declare: certificateDeclaration},
		{Type: StoreType, Declare: storeDeclaration},
		{Type: distinguishedType, Accelerators: []string{"X500DistinguishedName"}, Declare: distinguishedDeclaration},
		{Type: OidType, Declare: oidDeclaration},
		{Type: openFlagsType}, {Type: storeLocationType}, {Type: storeNameType}, {Type: findTypeType}, {Type: contentType},
		{Type: cryptographic},
	}
}
