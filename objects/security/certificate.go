package security

import (
	"crypto/sha1"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/hex"
	"encoding/pem"
	"strings"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
	"github.com/csshell/csshell/objects/io"
)

// The types of certificates.
var (
	CertificateType   = &objects.Type{FullName: certificates + "X509Certificate", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.DisposableType}}
	Certificate2Type  = &objects.Type{FullName: certificates + "X509Certificate2", Base: CertificateType, Kind: objects.KindObject}
	StoreType         = &objects.Type{FullName: certificates + "X509Store", Kind: objects.KindObject, Attributes: objects.SealedAttr, Interfaces: []*objects.Type{objects.DisposableType}}
	distinguishedType = &objects.Type{FullName: certificates + "X500DistinguishedName", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	OidType           = &objects.Type{FullName: crypto + "Oid", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	openFlagsType     = &objects.Type{FullName: "System.Security.Cryptography.X509Certificates.OpenFlags", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{Flags: true, Names: []string{"ReadOnly", "ReadWrite", "MaxAllowed", "OpenExistingOnly", "IncludeArchived"}, Values: []int64{0, 1, 2, 4, 8}}}
	storeLocationType = &objects.Type{FullName: "System.Security.Cryptography.X509Certificates.StoreLocation", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{Names: []string{"CurrentUser", "LocalMachine"}, Values: []int64{1, 2}}}
	storeNameType     = &objects.Type{FullName: "System.Security.Cryptography.X509Certificates.StoreName", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{Names: []string{"AddressBook", "AuthRoot", "CertificateAuthority", "Disallowed", "My", "Root", "TrustedPeople", "TrustedPublisher"}, Values: []int64{1, 2, 3, 4, 5, 6, 7, 8}}}
	findTypeType      = &objects.Type{FullName: "System.Security.Cryptography.X509Certificates.X509FindType", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{Names: []string{"FindByThumbprint", "FindBySubjectName", "FindBySubjectDistinguishedName", "FindByIssuerName", "FindByIssuerDistinguishedName", "FindBySerialNumber", "FindByTimeValid", "FindByTimeNotYetValid", "FindByTimeExpired", "FindByTemplateName", "FindByApplicationPolicy", "FindByCertificatePolicy", "FindByExtension", "FindByKeyUsage", "FindBySubjectKeyIdentifier"}, Values: []int64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14}}}
	contentType       = &objects.Type{FullName: "System.Security.Cryptography.X509Certificates.X509ContentType", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{Names: []string{"Unknown", "Cert", "SerializedCert", "Pfx", "Pkcs12", "SerializedStore", "Pkcs7", "Authenticode"}, Values: []int64{0, 1, 2, 3, 3, 4, 5, 6}}}
)

const certificates = "System.Security.Cryptography.X509Certificates."

// cryptographic is System.Security.Cryptography.CryptographicException.
var cryptographic = &objects.Type{FullName: crypto + "CryptographicException", Base: objects.SystemException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}

// Certificate is an X509Certificate2.
type Certificate struct {
	*x509.Certificate
	friendly value
}

// Type is X509Certificate2.
func (*Certificate) Type() *objects.Type { return Certificate2Type }

// NewCertificate makes the value of the bytes of a certificate, in DER or PEM.
func NewCertificate(b []byte) (*Certificate, error) {
	if block, _ := pem.Decode(b); block != nil {
		b = block.Bytes
	}
	c, err := x509.ParseCertificate(b)
	if err != nil {
		return nil, objects.NewException(cryptographic, "Cannot find the requested object.")
	}
	return &Certificate{c, text("")}, nil
}

// Text is what ToString() gives: the parts of the certificate, one below the
// other.
func (c *Certificate) Text() (string, error) {
	return "[Subject]\n  " + distinguished(c.Subject) + "\n\n[Issuer]\n  " + distinguished(c.Issuer) + "\n\n[Serial Number]\n  " + c.serial() +
		"\n\n[Not Before]\n  " + c.NotBefore.Format("1/2/2006 3:04:05 PM") + "\n\n[Not After]\n  " + c.NotAfter.Format("1/2/2006 3:04:05 PM") +
		"\n\n[Thumbprint]\n  " + c.thumbprint() + "\n", nil
}

func (c *Certificate) serial() string {
	s := strings.ToUpper(hex.EncodeToString(c.SerialNumber.Bytes()))
	if s == "" {
		return "00"
	}
	return s
}

func (c *Certificate) thumbprint() string {
	sum := sha1.Sum(c.Raw)
	return strings.ToUpper(hex.EncodeToString(sum[:]))
}

// distinguished is a name as .NET writes it: the most special part first.
func distinguished(n pkix.Name) string {
	var parts []string
	for i := len(n.Names) - 1; i >= 0; i-- {
		key := n.Names[i].Type.String()
		for _, known := range [...][2]string{{"2.5.4.3", "CN"}, {"2.5.4.6", "C"}, {"2.5.4.7", "L"}, {"2.5.4.8", "S"}, {"2.5.4.10", "O"}, {"2.5.4.11", "OU"},
			{"2.5.4.9", "STREET"}, {"2.5.4.5", "SERIALNUMBER"}, {"1.2.840.113549.1.9.1", "E"}, {"0.9.2342.19200300.100.1.25", "DC"}} {
			if known[0] == key {
				key = known[1]
			}
		}
		if strings.Contains(key, ".") {
			key = "OID." + key
		}
		s, _ := n.Names[i].Value.(string)
		if strings.ContainsAny(s, `,+="<>#;`) {
			s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
		}
		parts = append(parts, key+"="+s)
	}
	return strings.Join(parts, ", ")
}

func certificateOf(v value) *Certificate {
	if c, ok := objects.As[*Certificate](v); ok {
		return c
	}
	return &Certificate{Certificate: &x509.Certificate{}}
}

func certificateDeclaration() *objects.Declaration {
	s := func(name string, of func(c *Certificate) string) objects.Property {
		return reads("string "+name+" {get;}", func(v value) value { return text(of(certificateOf(v))) })
	}
	date := func(name string, of func(c *Certificate) time.Time) objects.Property {
		return objects.Property{Signature: "datetime " + name + " {get;}", GetIn: func(tt *objects.TypeTable, v value) (value, error) {
			return objects.DateTimeOf(datetime.FromTime(of(certificateOf(v)).In(tt.Zone()), datetime.Local)), nil
		}}
	}
	name := func(name string, of func(c *Certificate) pkix.Name) objects.Property {
		return reads("X500DistinguishedName "+name+" {get;}", func(v value) value { return objects.Of(distinguishedName{distinguished(of(certificateOf(v)))}) })
	}
	load := func(c *call) (value, error) {
		b := objects.BytesOf(c.Args[0])
		if s, ok := c.Args[0].Str(); ok {
			var err error
			if b, err = io.ReadFile(s); err != nil {
				return objects.Null, err
			}
		}
		made, err := NewCertificate(b)
		if err != nil {
			return objects.Null, err
		}
		return objects.Of(made), nil
	}
	return &objects.Declaration{
		Type:         Certificate2Type,
		Constructors: []objects.Method{partial("new(byte[] rawData)", load), partial("new(string fileName)", load), partial("new(string fileName, string password)", load)},
		Properties: []objects.Property{
			objects.Slot("string FriendlyName {get;set;}", func(c *Certificate) *value { return &c.friendly }),
			reads("bool HasPrivateKey {get;}", func(value) value { return truth(false) }),
			s("Issuer", func(c *Certificate) string { return distinguished(c.Issuer) }),
			name("IssuerName", func(c *Certificate) pkix.Name { return c.Issuer }),
			date("NotAfter", func(c *Certificate) time.Time { return c.NotAfter }),
			date("NotBefore", func(c *Certificate) time.Time { return c.NotBefore }),
			reads("byte[] RawData {get;}", func(v value) value { return objects.ByteArray(certificateOf(v).Raw) }),
			s("SerialNumber", (*Certificate).serial),
			s("Subject", func(c *Certificate) string { return distinguished(c.Subject) }),
			name("SubjectName", func(c *Certificate) pkix.Name { return c.Subject }),
			s("Thumbprint", (*Certificate).thumbprint),
			reads("int Version {get;}", func(v value) value { return objects.Int(certificateOf(v).Version) }),
		},
		Methods: []objects.Method{
			total("byte[] GetRawCertData()", func(c *call) value { return objects.ByteArray(certificateOf(c.This).Raw) }),
			total("string GetCertHashString()", func(c *call) value { return text(certificateOf(c.This).thumbprint()) }),
			total("string GetSerialNumberString()", func(c *call) value { return text(certificateOf(c.This).serial()) }),
			does("void Dispose()", func(*call) error { return nil }),
		},
	}
}
