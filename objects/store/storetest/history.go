package storetest

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/sample"
)

func history(t *testing.T, f *fixture) {
	f.loadSample(t)
	pilar, ken := f.user(t, "pilar"), f.user(t, "kenmyer@litwareinc.com")
	change := newChange("Revoke-CsClientCertificate")
	change.Command = "evil\x00\xff 'text'"
	change.Mode = "Undo"
	for i, key := range []int64{pilar.Key, ken.Key} {
		change.Step = i + 1
		if _, err := f.RevokeCertificates(f.ctx, change, store.KeysOf(key)); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := store.Verify(f.Audit(f.ctx, 0)); err != nil || n != 3 {
		t.Errorf("the audit trail has %d entries, %v, want 3", n, err)
	}
	entry := all(t, f.Audit(f.ctx, 2))[0]
	want := store.AuditEntry{Number: 3, Change: change, Counts: store.Counts{Users: 1, Certificates: 3}, Previous: entry.Previous, Hash: entry.Hash}
	want.Command = "evil\uFFFD\uFFFD 'text'"
	want.Actor, want.At = entry.Actor, entry.At // the server's own, with some stores
	if diff := cmp.Diff(&want, entry); diff != "" {
		t.Errorf("audit entry (-want +got):\n%s", diff)
	}
	if age := time.Since(entry.At.Time()); entry.Actor == "" || age < -time.Minute || age > time.Minute {
		t.Errorf("%q did it %v ago", entry.Actor, age)
	}
	operation, err := f.Operation(f.ctx, change.Operation)
	if err != nil {
		t.Fatal(err)
	}
	if operation.Steps != 2 || operation.Counts != (store.Counts{Users: 2, Certificates: 5}) || operation.First != 2 || operation.LastAt != entry.At || operation.Mode != "Undo" {
		t.Errorf("the operation is %+v", operation)
	}
	operations := all(t, f.Operations(f.ctx))
	if len(operations) != 2 || *operations[0] != *operation || operations[1].Action != "Import" {
		t.Errorf("the operations are %+v", operations)
	}
	if _, err := f.Operation(f.ctx, store.NewOperationID()); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("an operation that never was: %v", err)
	}
}

func directory(t *testing.T, f *fixture) {
	roles, err := f.Roles(f.ctx)
	if err != nil || len(roles) != len(cs.StandardRoles()) {
		t.Errorf("a new store has %d roles, %v", len(roles), err)
	}
	f.loadSample(t)
	roles, err = f.Roles(f.ctx)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(sample.Roles(), roles, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("roles (-want +got):\n%s", diff)
	}
	pools, err := f.Pools(f.ctx)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, pool := range pools {
		names = append(names, pool.Identity)
	}
	if want := []string{"atl-cs-001.litwareinc.com", "dublin-cs-001.litwareinc.com", "redmond-cs-001.litwareinc.com"}; !slices.Equal(names, want) {
		t.Errorf("pools %v, want %v", names, want)
	}
	policies, err := f.Policies(f.ctx, "VoicePolicy")
	if want := []string{"DublinVoicePolicy", "RedmondVoicePolicy"}; err != nil || !slices.Equal(policies, want) {
		t.Errorf("voice policies %v, %v, want %v", policies, err, want)
	}
	if policies, err = f.Policies(f.ctx, "PresencePolicy"); err != nil || len(policies) != 0 {
		t.Errorf("presence policies %v, %v", policies, err)
	}
}

// cancel ends what is under way, and goes on with the same store.
func cancel(t *testing.T, f *fixture) {
	if _, err := f.Import(f.ctx, newChange("Import"), func(batch store.Batch) error { return fill(batch, 1500) }); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(f.ctx)
	defer stop()
	seen := 0
	var failed error
	for _, err := range f.Users(ctx, store.UserQuery{}) {
		if failed = err; err != nil {
			break
		}
		if seen++; seen == 10 {
			stop()
		}
	}
	if !errors.Is(failed, context.Canceled) || seen == 1500 {
		t.Errorf("after %d users a cancelled stream ends with %v", seen, failed)
	}
	if _, err := f.RevokeCertificatesOf(ctx, newChange("Revoke"), store.UserQuery{}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled change ends with %v", err)
	}
	ctx, stop = context.WithCancel(f.ctx)
	defer stop()
	_, err := f.Import(ctx, newChange("Import"), func(batch store.Batch) error {
		stop()
		return fill(batch, 3000)
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled import ends with %v", err)
	}
	if users, certificates := len(all(t, f.Users(f.ctx, store.UserQuery{}))), f.inForce(t); users != 1500 || certificates != 3000 {
		t.Errorf("%d users and %d certificates are left, want 1500 and 3000", users, certificates)
	}
}
