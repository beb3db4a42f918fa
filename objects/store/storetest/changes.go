package storetest

import (
	"errors"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
)

func certificates(t *testing.T, f *fixture) {
	f.loadSample(t)
	ken := f.user(t, "sip:kenmyer@litwareinc.com")
	mine := all(t, f.Certificates(f.ctx, store.CertificateQuery{Users: []int64{ken.Key}}))
	var devices []string
	for _, c := range mine {
		devices = append(devices, c.DeviceId.String())
		if c.Identity != ken.SipAddress || c.UserKey != ken.Key || c.RevokedBy != 0 {
			t.Errorf("a certificate of %s is %+v", ken, c)
		}
	}
	want := []string{"5213e258-8618-57db-b2f2-1d2c4432f77a", "6a2bf618-851b-58a3-a223-977ccef412b6", "8fc67877-5e54-542e-8f95-eb6f4a366c30"}
	if diff := cmp.Diff(want, devices); diff != "" {
		t.Errorf("devices (-want +got):\n%s", diff)
	}
	first := *mine[0]
	first.Key, first.UserKey, first.DeviceId = 0, 0, cs.GUID{}
	whole := cs.ClientCertificate{
		Identity: "sip:kenmyer@litwareinc.com", CertificateType: "OcsSigned",
		PublicationTime: ticks(t, "2026-01-12T09:14:41Z"), ExpirationTime: ticks(t, "2026-07-11T08:59:38Z"),
		Subject: "CN=kenmyer@litwareinc.com", Issuer: "CN=Communications Server",
		SerialNumber: "4E08A4D787BE705E7AF5D736FB44AEC6", Thumbprint: "0B48CA46B641B4AC22FE33D6429980EF235173BB",
		NotBefore: ticks(t, "2026-01-12T08:59:38Z"), NotAfter: ticks(t, "2026-07-11T08:59:38Z"),
		DeviceDescription: "Skype for Business 2016 / WKS-0412",
	}
	if first != whole {
		t.Errorf("the first certificate is %+v", first)
	}
	inOrder(t, f)
}

// inOrder reads the certificates of several users, and of all.
func inOrder(t *testing.T, f *fixture) {
	pilar, ken, tim := f.user(t, "pilar"), f.user(t, "kenmyer@litwareinc.com"), f.user(t, "tobrien")
	got := all(t, f.Certificates(f.ctx, store.CertificateQuery{Users: []int64{tim.Key, pilar.Key, ken.Key, pilar.Key}}))
	list := all(t, f.Certificates(f.ctx, store.CertificateQuery{}))
	if len(list) != 32 {
		t.Errorf("%d certificates, want 32", len(list))
	}
	var want []*cs.ClientCertificate
	for i, c := range list {
		if c.UserKey == pilar.Key || c.UserKey == ken.Key || c.UserKey == tim.Key {
			want = append(want, c)
		}
		if i > 0 && (c.UserKey < list[i-1].UserKey || c.UserKey == list[i-1].UserKey && c.Key <= list[i-1].Key) {
			t.Errorf("certificate %d is out of order", i)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("certificates of three users (-want +got):\n%s", diff)
	}
	if none := all(t, f.Certificates(f.ctx, store.CertificateQuery{Users: []int64{}})); len(none) != 0 {
		t.Errorf("no users have %d certificates", len(none))
	}
}

func ticks(t *testing.T, text string) cs.Ticks {
	t.Helper()
	ticks, err := cs.ParseTicks(text)
	if err != nil {
		t.Fatal(err)
	}
	return ticks
}

func revoke(t *testing.T, f *fixture) {
	f.loadSample(t)
	ken, pilar, samantha := f.user(t, "kenmyer@litwareinc.com"), f.user(t, "pilar"), f.user(t, "ssmith")
	keys := []int64{ken.Key, pilar.Key, samantha.Key, pilar.Key, 1 << 40}
	change := newChange("Revoke-CsClientCertificate")
	counts, err := f.RevokeCertificates(f.ctx, change, store.KeysOf(keys...))
	if want := (store.Counts{Users: 2, Certificates: 5}); err != nil || counts != want {
		t.Fatalf("revoked %+v, %v, want %+v", counts, err, want)
	}
	if n := f.inForce(t); n != 27 {
		t.Errorf("%d certificates are in force, want 27", n)
	}
	if mine := all(t, f.Certificates(f.ctx, store.CertificateQuery{Users: keys})); len(mine) != 0 {
		t.Errorf("%d certificates survived", len(mine))
	}
	entries := all(t, f.Audit(f.ctx, 1))
	if len(entries) != 1 {
		t.Fatalf("%d audit entries after the import, want 1", len(entries))
	}
	for _, c := range all(t, f.Certificates(f.ctx, store.CertificateQuery{Users: keys, Revoked: true})) {
		if c.RevokedBy != entries[0].Number {
			t.Errorf("certificate %s was revoked by %d, want %d", c.DeviceId, c.RevokedBy, entries[0].Number)
		}
	}
	counts, err = f.RevokeCertificates(f.ctx, newChange("Revoke-CsClientCertificate"), store.KeysOf(keys...))
	if err != nil || counts != (store.Counts{}) {
		t.Errorf("revoked again: %+v, %v", counts, err)
	}
	if counts, err = f.RevokeCertificates(f.ctx, newChange("Revoke-CsClientCertificate"), store.Keys{}); err != nil || counts != (store.Counts{}) {
		t.Errorf("revoked for no one: %+v, %v", counts, err)
	}
}

func revokeByQuery(t *testing.T, f *fixture) {
	f.loadSample(t)
	rows := []struct {
		name  string
		query store.UserQuery
		want  store.Counts
		err   error
	}{
		{"two by name", store.UserQuery{Identity: "Ken Myer", OU: "OU=IT,OU=North America,DC=litwareinc,DC=com"}, store.Counts{Users: 1, Certificates: 3}, nil},
		{"no one", store.UserQuery{Identity: "nobody"}, store.Counts{}, store.ErrNotFound},
		{"without a pool", store.UserQuery{Homing: cs.Unassigned}, store.Counts{}, nil},
		{"two at most", store.UserQuery{Identity: "*", Limit: 2}, store.Counts{Users: 1, Certificates: 2}, nil},
		{"all others", store.UserQuery{}, store.Counts{Users: 17, Certificates: 27}, nil},
		{"all again", store.UserQuery{}, store.Counts{}, nil},
	}
	for _, row := range rows {
		counts, err := f.RevokeCertificatesOf(f.ctx, newChange("Revoke-CsClientCertificate"), row.query)
		if counts != row.want || !errors.Is(err, row.err) {
			t.Errorf("%s: %+v, %v, want %+v, %v", row.name, counts, err, row.want, row.err)
		}
	}
	if n := f.inForce(t); n != 0 {
		t.Errorf("%d certificates are in force", n)
	}
}

// repeatedStep repeats a step, as after a lost connection.
func repeatedStep(t *testing.T, f *fixture) {
	f.loadSample(t)
	pilar := f.user(t, "pilar")
	change := newChange("Revoke-CsClientCertificate")
	first, err := f.RevokeCertificates(f.ctx, change, store.KeysOf(pilar.Key))
	if err != nil || first.Certificates != 2 {
		t.Fatalf("revoked %+v, %v", first, err)
	}
	again, err := f.RevokeCertificates(f.ctx, change, store.KeysOf(pilar.Key))
	if err != nil || again != first {
		t.Errorf("repeated: %+v, %v, want %+v", again, err, first)
	}
	change.Step++
	next, err := f.RevokeCertificates(f.ctx, change, store.KeysOf(pilar.Key))
	if err != nil || next != (store.Counts{}) {
		t.Errorf("the next step: %+v, %v", next, err)
	}
	if n := len(all(t, f.Audit(f.ctx, 0))); n != 3 {
		t.Errorf("%d audit entries, want 3", n)
	}
	if _, err := f.Import(f.ctx, change, func(store.Batch) error { return errors.New("imported twice") }); err != nil {
		t.Errorf("an import that was made already: %v", err)
	}
}

func twoShells(t *testing.T, f *fixture) {
	other := f.open(t)
	f.loadSample(t)
	pilar, err := other.User(f.ctx, "sip:pilar@litwareinc.com")
	if err != nil {
		t.Fatalf("the other shell does not see the import: %v", err)
	}
	counts, err := other.RevokeCertificates(f.ctx, newChange("Revoke-CsClientCertificate"), store.KeysOf(pilar.Key))
	if err != nil || counts.Certificates != 2 {
		t.Fatalf("the other shell revoked %+v, %v", counts, err)
	}
	if n := f.inForce(t); n != 30 {
		t.Errorf("%d certificates are in force, want 30", n)
	}
}

// concurrentChanges lets two shells with several goroutines each revoke the
// certificates of the same users: each is revoked once, and the audit trail
// has it all.
func concurrentChanges(t *testing.T, f *fixture) {
	const users, workers, steps = 200, 4, 25
	if _, err := f.Import(f.ctx, newChange("Import"), func(batch store.Batch) error { return fill(batch, users) }); err != nil {
		t.Fatal(err)
	}
	var keys []int64
	for _, user := range all(t, f.Users(f.ctx, store.UserQuery{})) {
		keys = append(keys, user.Key)
	}
	shells := []store.Store{f, f.open(t)}
	var revoked atomic.Int64
	var group sync.WaitGroup
	for worker := range workers {
		group.Go(func() {
			change := newChange("Revoke-CsClientCertificate")
			for step := range steps {
				change.Step = step + 1
				part := (step*7 + worker) % steps * users / steps
				counts, err := shells[worker%len(shells)].RevokeCertificates(f.ctx, change, store.KeysOf(keys[part:part+users/steps]...))
				if err != nil {
					t.Errorf("worker %d, step %d: %v", worker, step, err)
				}
				revoked.Add(counts.Certificates)
			}
		})
	}
	group.Wait()
	if got := revoked.Load(); got != 2*users || f.inForce(t) != 0 {
		t.Errorf("%d certificates were revoked, want %d; %d are in force", got, 2*users, f.inForce(t))
	}
	if n, err := store.Verify(f.Audit(f.ctx, 0)); err != nil || n != 1+workers*steps {
		t.Errorf("the audit trail has %d entries, %v, want %d", n, err, 1+workers*steps)
	}
}
