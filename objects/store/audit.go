package store

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"iter"
	"strconv"
)

// Hash is a SHA-256 sum.
type Hash [sha256.Size]byte

// AuditEntry is one entry of the audit trail: one step of an operation.
// Entries are numbered from 1 without gaps, and each contains the hash of the
// one before it, so that no entry can be changed, removed or moved without
// changing all that follow.
type AuditEntry struct {
	Number int64
	Change
	Counts
	Detail   []byte // see [Detail]
	Previous Hash
	Hash     Hash
}

// Digest returns the hash that e must have: the SHA-256 sum of the hash of its
// predecessor and of its [AuditEntry.Fields] in order, each written as its length
// in bytes, a colon, the field and a comma. Stores that compute it themselves
// follow the same rule.
func (e *AuditEntry) Digest() Hash {
	sum := sha256.New()
	sum.Write(e.Previous[:])
	for _, text := range e.Fields() {
		writeField(sum, text)
	}
	return Hash(sum.Sum(nil))
}

// Fields returns what the hash is made of, numbers in decimal. The number of edits
// and their sum in hexadecimal are fields of entries with edits alone.
func (e *AuditEntry) Fields() []string {
	number := func(n int64) string { return strconv.FormatInt(n, 10) }
	fields := []string{
		number(e.Number), number(e.At.Microseconds()), e.Operation.String(), number(int64(e.Step)),
		e.Action, e.Mode, e.Actor, e.Client, e.Command, e.Script, number(int64(e.Line)),
		number(e.Users), number(e.Certificates),
	}
	if e.Edits > 0 {
		fields = append(fields, number(e.Edits), hex.EncodeToString(e.Detail))
	}
	return fields
}

func writeField(sum hash.Hash, text string) {
	// A hash.Hash never returns an error.
	_, _ = io.WriteString(sum, strconv.Itoa(len(text)))
	_, _ = io.WriteString(sum, ":")
	_, _ = io.WriteString(sum, text)
	_, _ = io.WriteString(sum, ",")
}

// Verify reads a whole audit trail and returns its number of entries. The
// error names the first entry that is missing or is not as it was written.
func Verify(entries iter.Seq2[*AuditEntry, error]) (int64, error) {
	var last AuditEntry
	for entry, err := range entries {
		if err != nil {
			return last.Number, err
		}
		switch {
		case entry.Number != last.Number+1:
			return last.Number, fmt.Errorf("audit entry %d is missing", last.Number+1)
		case entry.Previous != last.Hash:
			return last.Number, fmt.Errorf("audit entry %d does not follow entry %d", entry.Number, last.Number)
		case entry.Hash != entry.Digest():
			return last.Number, fmt.Errorf("audit entry %d was changed", entry.Number)
		}
		last = *entry
	}
	return last.Number, nil
}
