package proof

import (
	"bufio"
	"crypto/ed25519"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// GetCsAuditRecord writes the entries of the audit trail in order.
type GetCsAuditRecord struct {
	_ struct{} `cmdlet:""`

	OperationId string                  `param:"Position=0,ValueFromPipelineByPropertyName,Alias=Id" help:"Only the entries of that operation."`
	After       int64                   `param:"" help:"Only the entries after the one with that number."`
	Edits       runtime.SwitchParameter `param:"" help:"With the values that each entry changed."`

	source access.Source
}

// ProcessRecord writes the entries asked for.
func (c *GetCsAuditRecord) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, err := access.Open(rt, c.source)
	if err != nil {
		return err
	}
	if c.OperationId != "" {
		op, err := operation(rt, s, c.OperationId)
		if err != nil {
			return err
		}
		entries, err := entriesOf(rt, s, op)
		if err != nil {
			return err
		}
		for _, entry := range entries {
			if err := c.write(rt, s, entry); err != nil {
				return err
			}
		}
		return nil
	}
	for entry, err := range s.Audit(rt.Context(), c.After) {
		if err != nil {
			return access.StoreError(err)
		}
		if err := c.write(rt, s, entry); err != nil {
			return err
		}
	}
	return nil
}

func (c *GetCsAuditRecord) write(rt *runtime.CommandRuntime, s store.Store, e *store.AuditEntry) error {
	notes := []access.Property{
		access.Note("Number", objects.Int64(e.Number)), access.Note("At", e.At.Value()), access.Note("OperationId", objects.String(e.Operation.String())), access.Note("Step", objects.Int(e.Step)),
		access.Note("Action", objects.String(e.Action)), access.Note("Mode", objects.String(e.Mode)), access.Note("Actor", objects.String(e.Actor)), access.Note("Client", objects.String(e.Client)),
		access.Note("Command", objects.String(e.Command)), access.Note("Script", objects.String(e.Script)), access.Note("Line", objects.Int(e.Line)),
		access.Note("Users", objects.Int64(e.Users)), access.Note("Certificates", objects.Int64(e.Certificates)), access.Note("EditCount", objects.Int64(e.Edits)),
		access.Note("PreviousHash", objects.String(hex.EncodeToString(e.Previous[:]))), access.Note("Hash", objects.String(hex.EncodeToString(e.Hash[:]))),
	}
	if c.Edits {
		edits, err := s.Edits(rt.Context(), e.Number)
		if err != nil {
			return access.StoreError(err)
		}
		list := make([]objects.Value, len(edits))
		for i, edit := range edits {
			list[i] = access.Object("Csshell.Edit", access.Note("Kind", objects.String(edit.Kind)), access.Note("Key", objects.String(edit.Key)),
				access.Note("Property", objects.String(edit.Property)), access.Note("Before", objects.String(edit.Before)), access.Note("After", objects.String(edit.After)))
		}
		notes = append(notes, access.Note("Edits", objects.ArrayValue(list)))
	}
	return rt.WriteObject(access.Object("Csshell.AuditRecord", notes...))
}

// verifier is a script that checks a bundle without csshell.
//
//go:embed verify.py
var verifier []byte

// ExportCsAuditRecord writes the audit trail into a folder, signed with the user's
// key, with a script that verifies it by openssl and no csshell.
type ExportCsAuditRecord struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`

	Path string `param:"Position=0,Mandatory" validate:"NotNullOrEmpty" help:"The folder, which is made where it is missing."`

	source access.Source
}

// ProcessRecord writes the bundle.
func (c *ExportCsAuditRecord) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, err := access.Open(rt, c.source)
	if err != nil {
		return err
	}
	key, err := signingKey(rt)
	if err != nil {
		return err
	}
	folder := rt.Session().FullPath(c.Path)
	if yes, err := rt.ShouldProcess(folder, ""); !yes {
		return err
	}
	if err := c.export(rt, s, folder, key); err != nil {
		var failed *store.Error
		if errors.As(err, &failed) {
			return access.StoreError(err)
		}
		return runtime.NewErrorRecord(objects.NewException(objects.IOException, err.Error()), "AuditNotExported", runtime.WriteError, objects.String(folder))
	}
	return nil
}

func (c *ExportCsAuditRecord) export(rt *runtime.CommandRuntime, s store.Store, folder string, key ed25519.PrivateKey) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	records := filepath.Join(folder, "records.jsonl")
	if err := writeRecords(rt, s, records); err != nil {
		return err
	}
	text, err := os.ReadFile(records)
	if err != nil {
		return err
	}
	public, err := publicPEM(key)
	if err != nil {
		return err
	}
	for name, content := range map[string][]byte{"records.sig": ed25519.Sign(key, text), "key.pem": public, "verify.py": verifier} {
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// exported is an entry in a bundle: the fields of the hash in their order.
type exported struct {
	Previous, Hash string
	Fields         []string
	Edits          []store.Edit `json:",omitempty"`
}

func writeRecords(rt *runtime.CommandRuntime, s store.Store, path string) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(file)
	encoder := json.NewEncoder(w)
	for e, err := range s.Audit(rt.Context(), 0) {
		if err != nil {
			return errors.Join(err, file.Close())
		}
		record := exported{Previous: hex.EncodeToString(e.Previous[:]), Hash: hex.EncodeToString(e.Hash[:]), Fields: e.Fields()}
		if e.Edits > 0 {
			if record.Edits, err = s.Edits(rt.Context(), e.Number); err != nil {
				return errors.Join(err, file.Close())
			}
		}
		if err := encoder.Encode(&record); err != nil {
			return errors.Join(err, file.Close())
		}
	}
	return errors.Join(w.Flush(), file.Close())
}
