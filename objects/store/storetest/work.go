package storetest

import (
	"errors"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
)

// edit returns an edit of a user.
func edit(user *cs.User, property, before, after string) store.Edit {
	return store.Edit{Kind: store.UserKind, Key: strconv.FormatInt(user.Key, 10), Property: property, Before: before, After: after}
}

func edits(t *testing.T, f *fixture) {
	f.loadSample(t)
	pilar, ken := f.user(t, "pilar"), f.user(t, "kenmyer@litwareinc.com")
	list := []store.Edit{
		edit(pilar, "SipAddress", pilar.SipAddress, "sip:pilar2@litwareinc.com"),
		edit(pilar, "Enabled", "True", "False"),
		edit(ken, "LineURI", ken.LineURI, ""),
		{Kind: "note", Key: "a'b", After: "first\n\"ü\""},
	}
	counts, err := f.Do(f.ctx, newChange("Set-CsUser"), store.Work{Edits: list, Revoke: store.KeysOf(ken.Key)})
	if want := (store.Counts{Users: 2, Certificates: 3, Edits: 4}); err != nil || counts != want {
		t.Fatalf("did %+v, %v, want %+v", counts, err, want)
	}
	changed := f.user(t, "sip:pilar2@litwareinc.com")
	if changed.Key != pilar.Key || changed.Enabled != cs.False || changed.WhenChanged == pilar.WhenChanged {
		t.Errorf("pilar is %+v", changed)
	}
	if _, err := f.User(f.ctx, cs.UserID(pilar.SipAddress)); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("the old name: %v", err)
	}
	if byKey := all(t, f.Users(f.ctx, store.UserQuery{Keys: []int64{ken.Key, pilar.Key}})); len(byKey) != 2 {
		t.Errorf("%d users by their keys", len(byKey))
	}
	entry := all(t, f.Audit(f.ctx, 1))[0]
	stored, err := f.Edits(f.ctx, entry.Number)
	if diff := cmp.Diff(list, stored); diff != "" || err != nil {
		t.Errorf("journal (-want +got):\n%s%v", diff, err)
	}
	if diff := cmp.Diff(store.Detail(list), entry.Detail); diff != "" {
		t.Errorf("detail (-want +got):\n%s", diff)
	}
	if _, err := store.Verify(f.Audit(f.ctx, 0)); err != nil {
		t.Error(err)
	}
}

// refusedWork has in each row something that stands in the way: nothing of it
// happens.
func refusedWork(t *testing.T, f *fixture) {
	f.loadSample(t)
	pilar, ken := f.user(t, "pilar"), f.user(t, "kenmyer@litwareinc.com")
	mine := all(t, f.Certificates(f.ctx, store.CertificateQuery{Users: []int64{ken.Key}}))
	good := edit(pilar, "Enabled", "True", "False")
	rows := []struct {
		name string
		work store.Work
	}{
		{"another value", store.Work{Edits: []store.Edit{good, edit(ken, "LineURI", "tel:+1", "tel:+2")}}},
		{"another item", store.Work{Edits: []store.Edit{good, {Kind: "note", Key: "a", Before: "b", After: "c"}}}},
		{"no such user", store.Work{Edits: []store.Edit{good, {Kind: store.UserKind, Key: "999999", Property: "LineURI", After: "tel:+1"}}}},
		{"a name that is taken", store.Work{Edits: []store.Edit{good, edit(ken, "SipAddress", ken.SipAddress, "sip:jhaas@litwareinc.com")}}},
		{"a plan for too few", store.Work{Edits: []store.Edit{good}, Revoke: store.KeysOf(ken.Key), Planned: true, Expect: []int64{mine[0].Key}}},
		{"a plan for no one", store.Work{Revoke: store.KeysOf(ken.Key), Planned: true}},
		{"a plan for too many", store.Work{Revoke: store.KeysOf(ken.Key), Planned: true, Expect: []int64{mine[0].Key, mine[1].Key, mine[2].Key, 1 << 40}}},
	}
	for _, row := range rows {
		if counts, err := f.Do(f.ctx, newChange("Set-CsUser"), row.work); !errors.Is(err, store.ErrConflict) || counts != (store.Counts{}) {
			t.Errorf("%s: %+v, %v", row.name, counts, err)
		}
	}
	if *f.user(t, "pilar") != *pilar || f.inForce(t) != 32 || len(all(t, f.Audit(f.ctx, 0))) != 1 {
		t.Error("a refused change left something behind")
	}
	work := store.Work{Revoke: store.KeysOf(ken.Key), Planned: true, Expect: []int64{mine[2].Key, mine[0].Key, mine[1].Key}}
	if counts, err := f.Do(f.ctx, newChange("Invoke-CsPlan"), work); err != nil || counts.Certificates != 3 {
		t.Errorf("a plan that holds: %+v, %v", counts, err)
	}
}

func undo(t *testing.T, f *fixture) {
	f.loadSample(t)
	ken := f.user(t, "kenmyer@litwareinc.com")
	first := newChange("Disable-CsUser")
	list := []store.Edit{edit(ken, "Enabled", "True", "")}
	if _, err := f.Do(f.ctx, first, store.Work{Edits: list, Revoke: store.KeysOf(ken.Key)}); err != nil {
		t.Fatal(err)
	}
	back, again := newChange("Undo-CsOperation"), newChange("Undo-CsOperation")
	want := store.Counts{Users: 1, Certificates: 3, Edits: 1}
	if counts, err := f.Do(f.ctx, back, store.Work{Edits: store.Reverse(list), Undo: first.Operation}); err != nil || counts != want {
		t.Fatalf("undone: %+v, %v, want %+v", counts, err, want)
	}
	if n := f.inForce(t); n != 32 {
		t.Errorf("%d certificates are in force, want 32", n)
	}
	if _, err := f.Do(f.ctx, newChange("Undo-CsOperation"), store.Work{Undo: first.Operation}); !errors.Is(err, store.ErrConflict) {
		t.Errorf("undone twice: %v", err)
	}
	if counts, err := f.Do(f.ctx, again, store.Work{Edits: list, Undo: back.Operation}); err != nil || counts != want {
		t.Errorf("the undoing undone: %+v, %v, want %+v", counts, err, want)
	}
	if n := f.inForce(t); n != 29 {
		t.Errorf("%d certificates are in force, want 29", n)
	}
}

func items(t *testing.T, f *fixture) {
	do := func(edits ...store.Edit) {
		t.Helper()
		if _, err := f.Do(f.ctx, newChange("Set-Note"), store.Work{Edits: edits}); err != nil {
			t.Fatal(err)
		}
	}
	do(store.Edit{Kind: "note", Key: "b1", After: "1"}, store.Edit{Kind: "note", Key: "a1", After: "2"}, store.Edit{Kind: "other", Key: "b1", After: "3"})
	do(store.Edit{Kind: "note", Key: "b1", Before: "1", After: "4"}, store.Edit{Kind: "note", Key: "b2", After: "5"})
	rows := []struct {
		prefix string
		want   []store.Item
	}{
		{"", []store.Item{{Key: "b1", Data: "4"}, {Key: "a1", Data: "2"}, {Key: "b2", Data: "5"}}},
		{"b", []store.Item{{Key: "b1", Data: "4"}, {Key: "b2", Data: "5"}}},
		{"%", nil},
	}
	for _, row := range rows {
		got, err := f.Items(f.ctx, "note", row.prefix)
		if len(got) == 0 {
			got = nil
		}
		if diff := cmp.Diff(row.want, got); diff != "" || err != nil {
			t.Errorf("%q (-want +got):\n%s%v", row.prefix, diff, err)
		}
	}
	do(store.Edit{Kind: "note", Key: "b1", Before: "4"})
	if got, _ := f.Items(f.ctx, "note", "b1"); len(got) != 0 {
		t.Errorf("a removed item is %v", got)
	}
}
