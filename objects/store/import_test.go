package store_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
)

// recorder keeps what is imported.
type recorder struct {
	users        []cs.User
	certificates []cs.ClientCertificate
	lines        []int
}

func (r *recorder) Import(_ context.Context, _ store.Change, fill func(store.Batch) error) (store.ImportCounts, error) {
	return store.ImportCounts{}, fill(r)
}

func (r *recorder) AddUser(line int, user *cs.User) error {
	r.users, r.lines = append(r.users, *user), append(r.lines, line)
	return nil
}

func (r *recorder) AddCertificate(line int, certificate *cs.ClientCertificate) error {
	r.certificates, r.lines = append(r.certificates, *certificate), append(r.lines, line)
	return nil
}

func (r *recorder) AddRole(*cs.Role) error { return nil }
func (r *recorder) Flush() error           { return nil }

func importText(t *testing.T, users, certificates string) (*recorder, store.ImportReport) {
	t.Helper()
	var r recorder
	report, err := store.Import(t.Context(), &r, store.Change{}, textFiles(users, certificates))
	if err != nil {
		t.Fatal(err)
	}
	return &r, report
}

func textFiles(users, certificates string) store.Files {
	var files store.Files
	if users != "" {
		files.Users = store.File{Name: "u.csv", Content: strings.NewReader(users)}
	}
	if certificates != "" {
		files.Certificates = store.File{Name: "c.csv", Content: strings.NewReader(certificates)}
	}
	return files
}

// utf16Text returns text in UTF-16 with a byte order mark.
func utf16Text(text string, bigEndian bool) string {
	var bytes []byte
	for _, unit := range utf16.Encode([]rune("\uFEFF" + text)) {
		high, low := byte(unit>>8), byte(unit)
		if bigEndian {
			bytes = append(bytes, high, low)
		} else {
			bytes = append(bytes, low, high)
		}
	}
	return string(bytes)
}

// Export-Csv of any edition, culture and encoding gives the same user.
func TestImportForms(t *testing.T) {
	const ilyina = "Identity,DisplayName,Enabled,WhenCreated\n\"CN=Julia Ilyina,DC=europe,DC=x\",Юлия Ильина,True,2024-02-05T09:00:00Z\n"
	forms := map[string]string{
		"plain":            ilyina,
		"no last newline":  strings.TrimSuffix(ilyina, "\n"),
		"CRLF":             strings.ReplaceAll(ilyina, "\n", "\r\n"),
		"UTF-8 mark":       "\uFEFF" + ilyina,
		"UTF-16":           utf16Text(ilyina, false),
		"UTF-16 BE":        utf16Text(ilyina, true),
		"type line":        "#TYPE Microsoft.Rtc.Management.ADConnect.Schema.OCSADUser\r\n" + ilyina,
		"quoted, en-US":    "\"displayname\",\"IDENTITY\",\"enabled\",\"WhenCreated\"\n\"Юлия Ильина\",\"CN=Julia Ilyina,DC=europe,DC=x\",\"true\",\"2/5/2024 9:00:00 AM\"\n",
		"narrow space":     strings.Replace(ilyina, "2024-02-05T09:00:00Z", "2/5/2024 9:00:00\u202fAM", 1),
		"both identities":  "DistinguishedName,Identity,DisplayName,Enabled,WhenCreated\n\"CN=Julia Ilyina,DC=europe,DC=x\",\"CN=Julia Ilyina,DC=europe,DC=x\",Юлия Ильина,True,2024-02-05 09:00:00Z\n",
		"semicolons":       "Identity;DisplayName;Enabled;WhenCreated\nCN=Julia Ilyina,DC=europe,DC=x;Юлия Ильина;True;2024-02-05\u002009:00:00\n",
		"tabs":             "Identity\tDisplayName\tEnabled\tWhenCreated\nCN=Julia Ilyina,DC=europe,DC=x\tЮлия Ильина\tTrue\t02/05/2024 09:00:00\n",
		"unknown columns":  "PSComputerName,Identity,ProxyAddresses,DisplayName,Enabled,WhenCreated\nlync01,\"CN=Julia Ilyina,DC=europe,DC=x\",\"a\nb\",Юлия Ильина,True,2024-02-05T09:00:00Z\n",
		"UTF-16 type line": utf16Text("#TYPE X\n"+ilyina, false),
	}
	created, err := cs.ParseTicks("2024-02-05T09:00:00Z")
	if err != nil {
		t.Fatal(err)
	}
	want := cs.User{Identity: "CN=Julia Ilyina,DC=europe,DC=x", NetBiosDomain: "europe", DisplayName: "Юлия Ильина", Enabled: cs.True, WhenCreated: created}
	for name, text := range forms {
		r, report := importText(t, text, "")
		if len(r.users) != 1 || r.users[0] != want {
			t.Errorf("%s: %+v", name, r.users)
		}
		var ignored []string
		if name == "unknown columns" {
			ignored = []string{"PSComputerName", "ProxyAddresses"}
		}
		if !slices.Equal(report.Ignored, ignored) {
			t.Errorf("%s: ignored %q, want %q", name, report.Ignored, ignored)
		}
	}
}

func TestImportLines(t *testing.T) {
	r, _ := importText(t, "#TYPE X\nIdentity,Title\n\"CN=A\",\"two\nlines\"\n\n\"CN=B\",\n", "")
	if want := []int{3, 6}; !slices.Equal(r.lines, want) {
		t.Errorf("the rows are on lines %v, want %v", r.lines, want)
	}
	_, err := store.Import(t.Context(), new(recorder), store.Change{}, textFiles("#TYPE X\nIdentity,Title,Enabled\n\"CN=A\",\"two\nlines\",maybe\n", ""))
	row, ok := errors.AsType[*store.RowError](err)
	if !ok || row.File != "u.csv" || row.Line != 4 || row.Column != "Enabled" {
		t.Errorf("a mistake in the second line of a row: %v", err)
	}
}

// A certificate as Get-CsClientCertificate | Export-Csv writes it.
func TestImportExportedCertificate(t *testing.T) {
	r, report := importText(t, "", "\"Identity\",\"CertificateType\",\"DeviceId\",\"PublicationTime\",\"ExpirationTime\"\r\n"+
		"\"sip:someone@example.com\",\"OcsSigned\",\"{18e7332f-d993-5a46-9bf5-07b7f8cc70fa}\",\"5/31/2017 2:24:41 PM\",\"11/27/2017 2:09:38 PM\"\r\n")
	if len(r.certificates) != 1 || len(report.Ignored) != 0 {
		t.Fatalf("imported %+v, ignored %v", r.certificates, report.Ignored)
	}
	var got []string
	for i := range cs.CertificateProperties[:5] {
		got = append(got, cs.CertificateProperties[i].Get(&r.certificates[0]))
	}
	want := []string{"sip:someone@example.com", "OcsSigned", "{18e7332f-d993-5a46-9bf5-07b7f8cc70fa}", "2017-05-31T14:24:41Z", "2017-11-27T14:09:38Z"}
	if !slices.Equal(got, want) {
		t.Errorf("the certificate is %q, want %q", got, want)
	}
}

func TestExportQuotes(t *testing.T) {
	users := []cs.User{{Identity: "CN=Ada,DC=x", DisplayName: "a \"b\"\nc", Title: "=1+1"}, {Identity: `CN=B\, C,DC=x`}}
	var text strings.Builder
	if err := store.ExportUsers(t.Context(), memory(users), &text); err != nil {
		t.Fatal(err)
	}
	r, _ := importText(t, text.String(), "")
	users[0].NetBiosDomain, users[1].NetBiosDomain = "x", "x"
	if !slices.Equal(r.users, users) {
		t.Errorf("exported and imported: %+v", r.users)
	}
}
