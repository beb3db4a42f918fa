package store_test

import (
	"encoding/hex"
	"iter"
	"slices"
	"testing"

	"github.com/csshell/csshell/objects/store"
)

// trail returns a sound audit trail of n entries.
func trail(n int) []*store.AuditEntry {
	var entries []*store.AuditEntry
	var last store.Hash
	for i := range n {
		entry := &store.AuditEntry{Number: int64(i + 1), Previous: last}
		entry.Operation = store.OperationID{15: byte(i)}
		entry.Step = 1
		entry.At = 638_427_276_000_000_000
		entry.Actor, entry.Action, entry.Command = "admin", "Revoke-CsClientCertificate", "Revoke-CsClientCertificate é"
		entry.Certificates = int64(i)
		entry.Hash = entry.Digest()
		last = entry.Hash
		entries = append(entries, entry)
	}
	return entries
}

func sequence(entries []*store.AuditEntry) iter.Seq2[*store.AuditEntry, error] {
	return func(yield func(*store.AuditEntry, error) bool) {
		for _, entry := range entries {
			if !yield(entry, nil) {
				return
			}
		}
	}
}

// The digest is part of what is stored: it must never change.
func TestDigest(t *testing.T) {
	const want = "41ec15f9df9bb85110e0bd31e8d5cd0ed70dbb0d9c81fd8f42447399ccc833c5"
	hash := trail(1)[0].Hash
	if got := hex.EncodeToString(hash[:]); got != want {
		t.Errorf("the digest is %s, want %s", got, want)
	}
}

func TestVerify(t *testing.T) {
	rehash := func(entry *store.AuditEntry) { entry.Hash = entry.Digest() }
	rows := []struct {
		name   string
		tamper func([]*store.AuditEntry) []*store.AuditEntry
		count  int64
		want   string
	}{
		{"sound", func(e []*store.AuditEntry) []*store.AuditEntry { return e }, 5, ""},
		{"empty", func(e []*store.AuditEntry) []*store.AuditEntry { return nil }, 0, ""},
		{"changed", func(e []*store.AuditEntry) []*store.AuditEntry { e[2].Actor = "other"; return e }, 2, "audit entry 3 was changed"},
		{"field moved", func(e []*store.AuditEntry) []*store.AuditEntry {
			e[2].Client, e[2].Actor = e[2].Actor, e[2].Client
			return e
		}, 2, "audit entry 3 was changed"},
		{"changed with its hash", func(e []*store.AuditEntry) []*store.AuditEntry { e[2].Users = 9; rehash(e[2]); return e }, 3, "audit entry 4 does not follow entry 3"},
		{"removed", func(e []*store.AuditEntry) []*store.AuditEntry { return slices.Delete(e, 1, 2) }, 1, "audit entry 2 is missing"},
		{"removed and numbered anew", func(e []*store.AuditEntry) []*store.AuditEntry {
			e = slices.Delete(e, 1, 2)
			e[1].Number = 2
			rehash(e[1])
			return e
		}, 1, "audit entry 2 does not follow entry 1"},
		{"swapped", func(e []*store.AuditEntry) []*store.AuditEntry { e[1], e[2] = e[2], e[1]; return e }, 1, "audit entry 2 is missing"},
	}
	for _, row := range rows {
		count, err := store.Verify(sequence(row.tamper(trail(5))))
		text := ""
		if err != nil {
			text = err.Error()
		}
		if count != row.count || text != row.want {
			t.Errorf("%s: %d, %q, want %d, %q", row.name, count, text, row.count, row.want)
		}
	}
}

func TestOperationIDs(t *testing.T) {
	seen := make(map[store.OperationID]bool)
	for range 1000 {
		id := store.NewOperationID()
		if seen[id] || id[6]>>4 != 4 || id[8]>>6 != 2 {
			t.Fatalf("%s is no random UUID of its own", id)
		}
		seen[id] = true
	}
}
