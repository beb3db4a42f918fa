package storetest

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/sample"
)

// files returns CSV files with those texts.
func files(users, certificates string) store.Files {
	var files store.Files
	if users != "" {
		files.Users = store.File{Name: "u.csv", Content: strings.NewReader(users)}
	}
	if certificates != "" {
		files.Certificates = store.File{Name: "c.csv", Content: strings.NewReader(certificates)}
	}
	return files
}

// importTwice imports the same files again, after a revocation: nothing changes.
func importTwice(t *testing.T, f *fixture) {
	f.loadSample(t)
	before := all(t, f.Users(f.ctx, store.UserQuery{NeverEnabled: true}))
	if _, err := f.RevokeCertificatesOf(f.ctx, newChange("Revoke"), store.UserQuery{}); err != nil {
		t.Fatal(err)
	}
	report, err := store.Import(f.ctx, f, newChange("Import"), sample.Files())
	want := store.ImportCounts{UsersUnchanged: 27, CertificatesUnchanged: 32}
	if err != nil || report.ImportCounts != want || len(report.Ignored) != 0 {
		t.Errorf("imported again: %+v, %v, want %+v", report, err, want)
	}
	if diff := cmp.Diff(before, all(t, f.Users(f.ctx, store.UserQuery{NeverEnabled: true}))); diff != "" {
		t.Errorf("users (-before +after):\n%s", diff)
	}
	if n := f.inForce(t); n != 0 {
		t.Errorf("the import put %d certificates back into force", n)
	}
}

// importFineTimes imports times finer than stores keep, twice.
func importFineTimes(t *testing.T, f *fixture) {
	const text = "Identity,Enabled,WhenCreated\n\"CN=Ada,DC=x\",True,2024-02-05T09:00:00.1234567Z\n"
	for _, want := range []store.ImportCounts{{UsersAdded: 1}, {UsersUnchanged: 1}} {
		report, err := store.Import(f.ctx, f, newChange("Import"), files(text, ""))
		if err != nil || report.ImportCounts != want {
			t.Errorf("imported %+v, %v, want %+v", report, err, want)
		}
	}
	if got := f.user(t, "CN=Ada,DC=x").WhenCreated.String(); got != "2024-02-05T09:00:00.123456Z" {
		t.Errorf("the time is %s", got)
	}
}

// importReplaces changes the names of users by an import.
func importReplaces(t *testing.T, f *fixture) {
	f.loadSample(t)
	pilar := f.user(t, "pilar")
	const changed = "Identity,Guid,DisplayName,SipAddress,UserPrincipalName,Enabled,RegistrarPool\n" +
		`"CN=Pilar Pinilla,OU=Finance,OU=North America,DC=litwareinc,DC=com",7cadc221-cf80-5433-9e01-bb39d52b1991,Pilar Pinilla,sip:pinilla@litwareinc.com,pilar@litwareinc.com,True,atl-cs-001.litwareinc.com` + "\n" +
		`"cn=tim o'brien, ou=it,ou=north america,dc=litwareinc,dc=com",,Tim,sip:tim@litwareinc.com,,True,` + "\n"
	report, err := store.Import(f.ctx, f, newChange("Import"), files(changed, ""))
	if want := (store.ImportCounts{UsersReplaced: 2}); err != nil || report.ImportCounts != want {
		t.Fatalf("imported %+v, %v, want %+v", report, err, want)
	}
	for id, found := range map[cs.UserID]bool{
		"Pilar Pinilla": true, "sip:pinilla@litwareinc.com": true, "pilar@litwareinc.com": true, "7cadc221-cf80-5433-9e01-bb39d52b1991": true,
		"Pilar Ackerman": false, "sip:pilar@litwareinc.com": false, "pilar": false,
		"Tim": true, "CN=Tim O'Brien,OU=IT,OU=North America,DC=litwareinc,DC=com": true, "tobrien": false, "49685bfd-c195-59f1-96a8-03eb8a80d3c0": false,
	} {
		if _, err := f.User(f.ctx, id); (err == nil) != found {
			t.Errorf("%q: %v, want a user: %v", id, err, found)
		}
	}
	now := f.user(t, "Pilar Pinilla")
	if now.Key != pilar.Key || now.Department != "" {
		t.Errorf("the user is %+v", now)
	}
	for _, c := range all(t, f.Certificates(f.ctx, store.CertificateQuery{Users: []int64{now.Key}})) {
		if c.Identity != "sip:pinilla@litwareinc.com" {
			t.Errorf("a certificate is still of %s", c.Identity)
		}
	}
}

// importMistakes tries files with a mistake in them: the error says where, and
// nothing is stored.
func importMistakes(t *testing.T, f *fixture) {
	const header = "DistinguishedName,SipAddress,Guid,Enabled,WhenCreated\n"
	const ada = "\"CN=Ada,DC=x\",sip:ada@x,b2f1aa51-5d94-4d2f-a0a7-7d5b7c1c2f01,True,2026-05-04T10:11:12Z\n"
	const certHeader = "Identity,CertificateType,DeviceId,PublicationTime\n"
	rows := []struct{ name, users, certificates, want string }{
		{"empty file", "\n", "", "u.csv: line 1: the file is empty, even its header is missing"},
		{"no identity", "SipAddress\nsip:a@x\n", "", "u.csv: line 1, column DistinguishedName: the column is missing"},
		{"column twice", "Identity,Title,TITLE\n", "", "u.csv: line 1, column TITLE: the column occurs twice"},
		{"no Boolean", header + ada + "\"CN=B,DC=x\",,,yes,\n", "", `u.csv: line 3, column Enabled: "yes" is neither True nor False`},
		{"no time", header + "\"CN=B,DC=x\",,,,soon\n", "", `u.csv: line 2, column WhenCreated: "soon" is not a time such as 2026-05-04T10:11:12Z or 5/4/2026 10:11:12 AM`},
		{"no GUID", header + "\"CN=B,DC=x\",,42,,\n", "", `u.csv: line 2, column Guid: "42" is not a GUID`},
		{"no DN", header + "Ada,,,,\n", "", `u.csv: line 2, column DistinguishedName: "Ada" is not the distinguished name of an account (CN=…)`},
		{"no SIP address", header + "\"CN=B,DC=x\",b@x,,,\n", "", `u.csv: line 2, column SipAddress: "b@x" does not begin with sip:`},
		{"NUL", header + "\"CN=B\x00,DC=x\",,,,\n", "", "u.csv: line 2, column Identity: the text is not valid UTF-8, or has a NUL character"},
		{"too few fields", header + ada + "\"CN=B,DC=x\",\n", "", "u.csv: line 3: wrong number of fields"},
		{"open quote", header + ada + "\"CN=B\n", "", "u.csv: line 3: extraneous or missing \" in quoted-field"},
		{"two identities", "Identity,DistinguishedName\n\"CN=A,DC=x\",\"CN=B,DC=x\"\n", "", `u.csv: line 2, column DistinguishedName: "CN=B,DC=x" contradicts "CN=A,DC=x" in another column`},
		{"same DN", header + ada + "\"cn=ada, dc=X\",,,,\n", "", "u.csv: line 3, column DistinguishedName: another user has the same value: the change contradicts what is stored"},
		{"same SIP address", header + ada + "\"CN=B,DC=x\",SIP:ADA@x,,,\n", "", "u.csv: line 3, column SipAddress: another user has the same value: the change contradicts what is stored"},
		{"same GUID", header + ada + "\"CN=B,DC=x\",,{B2F1AA51-5D94-4D2F-A0A7-7D5B7C1C2F01},,\n", "", "u.csv: line 3, column Guid: another user has the same value: the change contradicts what is stored"},
		{"SIP address of the sample", header + "\"CN=B,DC=x\",sip:pilar@litwareinc.com,,,\n", "", "u.csv: line 2, column SipAddress: another user has the same value: the change contradicts what is stored"},
		{"no owner", header + ada, certHeader + "sip:b@x,,b2f1aa51-5d94-4d2f-a0a7-7d5b7c1c2f01,2026-05-04\n", `c.csv: line 2, column Identity: no user has the SIP address "sip:b@x": the change contradicts what is stored`},
		{"no device", header + ada, certHeader + "sip:ada@x,,,2026-05-04\n", "c.csv: line 2, column DeviceId: a value is missing"},
		{"no publication", header + ada, certHeader + "sip:ada@x,,b2f1aa51-5d94-4d2f-a0a7-7d5b7c1c2f01,\n", "c.csv: line 2, column PublicationTime: a value is missing"},
	}
	f.loadSample(t)
	for _, row := range rows {
		_, err := store.Import(f.ctx, f, newChange("Import"), files(row.users, row.certificates))
		if _, ok := errors.AsType[*store.RowError](err); !ok || err.Error() != row.want {
			t.Errorf("%s: %v, want %s", row.name, err, row.want)
		}
	}
	users := len(all(t, f.Users(f.ctx, store.UserQuery{NeverEnabled: true})))
	if entries := len(all(t, f.Audit(f.ctx, 0))); users != 27 || entries != 1 {
		t.Errorf("%d users and %d audit entries are left, want 27 and 1", users, entries)
	}
	if _, err := store.Import(f.ctx, f, newChange("Import"), files(header+ada, certHeader+"sip:ada@x,,b2f1aa51-5d94-4d2f-a0a7-7d5b7c1c2f01,2026-05-04\n")); err != nil {
		t.Errorf("without a mistake: %v", err)
	}
}

// exportAndImport writes a store to files and reads them into another.
func exportAndImport(t *testing.T, f *fixture) {
	f.loadSample(t)
	var users, certificates bytes.Buffer
	if err := errors.Join(store.ExportUsers(f.ctx, f, &users), store.ExportCertificates(f.ctx, f, &certificates)); err != nil {
		t.Fatal(err)
	}
	copied := newFixture(t, f.implementation)
	report, err := store.Import(copied.ctx, copied, newChange("Import"), files(users.String(), certificates.String()))
	if want := (store.ImportCounts{UsersAdded: 27, CertificatesAdded: 32}); err != nil || report.ImportCounts != want {
		t.Fatalf("imported %+v, %v, want %+v", report, err, want)
	}
	var again bytes.Buffer
	if err := store.ExportUsers(copied.ctx, copied, &again); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(users.String(), again.String()); diff != "" {
		t.Errorf("users (-first +second export):\n%s", diff)
	}
	again.Reset()
	if err := store.ExportCertificates(copied.ctx, copied, &again); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(certificates.String(), again.String()); diff != "" {
		t.Errorf("certificates (-first +second export):\n%s", diff)
	}
}
