package ldap

import (
	"strings"
	"testing"
)

func TestReadLDIF(t *testing.T) {
	for _, row := range []struct{ name, text, want string }{
		{"two entries", "dn: CN=a,DC=x\ncn: a\n\ndn: CN=b,DC=x\ncn: b\n", "1 CN=a,DC=x cn=a / 4 CN=b,DC=x cn=b"},
		{"no line at the end", "dn: CN=a\ncn: a", "1 CN=a cn=a"},
		{"lines of Windows and a mark", "\ufeffdn: CN=a\r\ncn: a\r\n\r\n\r\ndn: CN=b\r\n", "1 CN=a cn=a / 5 CN=b"},
		{"version and comments", "version: 1\n# of the\n  export\ndn: CN=a\n# inside\ncn: a\n", "4 CN=a cn=a"},
		{"folded", "dn: CN=a,\n DC=x\ndescription: one \n two\n  three\n", "1 CN=a,DC=x description=one two three"},
		{"base64", "dn:: Q049RnJhbsOnb2lz\ncn:: RnJhbsOnb2lz\n", "1 CN=François cn=François"},
		{"folded base64", "dn: CN=a\ncn:: RnJh\n bsOnb2lz\n", "1 CN=a cn=François"},
		{"several values, any case", "dn: CN=a\nmember: b\nMember: c\nuserCertificate;binary:: AAE=\n", "1 CN=a member=b|c userCertificate=\x00\x01"},
		{"an empty value", "dn: CN=a\ncn:\n", "1 CN=a cn="},
		{"a colon in the value", "dn: CN=a\nline: tel:+1\n", "1 CN=a line=tel:+1"},
		{"a URL", "dn: CN=a\njpegPhoto:< file:///etc/passwd\n\ndn: CN=b\n",
			"! line 2: the value of jpegPhoto is at another place (file:///etc/passwd); values have to be in the file / 4 CN=b"},
		{"a change", "dn: CN=a\nchangetype: delete\n\ndn: CN=b\n", "! line 2: this is a record of a change; a file of entries is wanted / 4 CN=b"},
		{"no dn", "cn: a\nsn: b\n\ndn: CN=b\n", "! line 1: an entry begins with dn:, not with cn: / 4 CN=b"},
		{"another version", "version: 2\n\ndn: CN=a\n", "! line 1: version 2 of LDIF is not known / 3 CN=a"},
		{"no colon", "dn: CN=a\nnonsense\n\n", "! line 2: it is not of the form name: value"},
		{"bad base64", "dn: CN=a\ncn:: ?\n", "! line 2: the value of cn is not base64"},
		{"another encoding", "dn: CN=a\ncn: Fran\xe7ois\n", "! line 2: the value of cn is not UTF-8"},
		{"nothing", "", ""},
	} {
		var got []string
		for e, err := range ReadLDIF(strings.NewReader(row.text)) {
			if err != nil {
				got = append(got, "! "+err.Error())
				continue
			}
			got = append(got, shown(e))
		}
		if s := strings.Join(got, " / "); s != row.want {
			t.Errorf("%s:\ngot  %q\nwant %q", row.name, s, row.want)
		}
	}
}

// shown writes an entry on a line.
func shown(e *Entry) string {
	s := string(rune('0'+e.Line)) + " " + e.DN
	for _, a := range e.Attributes {
		s += " " + a.Name + "=" + strings.Join(a.Values, "|")
	}
	return s
}

func TestUser(t *testing.T) {
	e := &Entry{DN: "CN=Pilar,DC=x", Attributes: []Attribute{
		{"cn", []string{"Pilar"}},
		{"objectGUID", []string{"\x78\x56\x34\x12\x34\x12\x78\x56\x12\x34\x56\x78\x12\x34\x56\x78"}},
		{"objectSid", []string{"\x01\x05\x00\x00\x00\x00\x00\x05\x15\x00\x00\x00\x01\x00\x00\x00\x02\x00\x00\x00\x03\x00\x00\x00\x50\x04\x00\x00"}},
		{"whenCreated", []string{"20260601120000.0Z"}},
		{"userAccountControl", []string{"66050"}},
		{"msRTCSIP-UserEnabled", []string{"TRUE"}},
		{"msRTCSIP-OptionFlags", []string{"385"}},
	}}
	u, err := e.User()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range [][2]string{
		{u.Identity, "CN=Pilar,DC=x"},
		{u.Guid.String(), "12345678-1234-5678-1234-567812345678"},
		{u.Sid, "S-1-5-21-1-2-3-1104"},
		{u.WhenCreated.String(), "2026-06-01T12:00:00Z"},
		{u.UserAccountControl, "AccountDisabled, NormalAccount, DoNotExpirePassword"},
		{u.Enabled.String(), "True"},
		{u.EnterpriseVoiceEnabled.String(), "True"},
		{u.RemoteCallControlTelephonyEnabled.String(), "False"},
	} {
		if row[0] != row[1] {
			t.Errorf("got %s, want %s", row[0], row[1])
		}
	}
}

func FuzzReadLDIF(f *testing.F) {
	f.Add("version: 1\ndn: CN=a\ncn:: YQ==\n more\n\n# end")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for e, err := range ReadLDIF(strings.NewReader(text)) {
			if err == nil && e.Line < last {
				t.Fatalf("line %d after %d", e.Line, last)
			} else if err == nil {
				last = e.Line
			}
		}
	})
}
