// Package proof holds the cmdlets that tell what was changed, prove it, plan it
// and take it back: operations, the audit trail, plans and the check of the store.
package proof

import (
	"errors"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// Cmdlets are the cmdlets over a store.
func Cmdlets(source access.Source) []runtime.CmdletEntry {
	return []runtime.CmdletEntry{
		{Name: "Get-CsOperation", New: func() runtime.Cmdlet { return &GetCsOperation{source: source} }},
		{Name: "Undo-CsOperation", New: func() runtime.Cmdlet { return &UndoCsOperation{source: source} }},
		{Name: "Resume-CsOperation", New: func() runtime.Cmdlet { return &ResumeCsOperation{source: source} }},
		{Name: "Invoke-CsPlan", New: func() runtime.Cmdlet { return &InvokeCsPlan{source: source} }},
		{Name: "Get-CsAuditRecord", New: func() runtime.Cmdlet { return &GetCsAuditRecord{source: source} }},
		{Name: "Export-CsAuditRecord", New: func() runtime.Cmdlet { return &ExportCsAuditRecord{source: source} }},
		{Name: "Test-CsStore", New: func() runtime.Cmdlet { return &TestCsStore{source: source} }},
		{Name: "Test-CsLeaver", New: func() runtime.Cmdlet { return &TestCsLeaver{source: source} }},
	}
}

// operationID reads the ID of an operation; the error is a record.
func operationID(text string) (store.OperationID, error) {
	guid, err := cs.ParseGUID(text)
	if err != nil {
		return store.OperationID{}, access.Record("\""+text+"\" is not the ID of an operation.", "InvalidOperationId", runtime.InvalidArgument, objects.String(text))
	}
	return store.OperationID(guid.Bytes), nil
}

// operation is the operation with that ID; the error is a record.
func operation(rt *runtime.CommandRuntime, s store.Store, text string) (*store.Operation, error) {
	id, err := operationID(text)
	if err != nil {
		return nil, err
	}
	op, err := s.Operation(rt.Context(), id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, access.Record("There is no operation \""+text+"\".", "OperationNotFound", runtime.ObjectNotFound, objects.String(text))
	}
	return op, access.StoreError(err)
}

// entriesOf are the audit entries of an operation.
func entriesOf(rt *runtime.CommandRuntime, s store.Store, op *store.Operation) ([]*store.AuditEntry, error) {
	var entries []*store.AuditEntry
	for entry, err := range s.Audit(rt.Context(), op.First-1) {
		if err != nil {
			return nil, access.StoreError(err)
		}
		if entry.Operation != op.ID {
			continue
		}
		if entries = append(entries, entry); int64(len(entries)) == op.Steps {
			break
		}
	}
	return entries, nil
}

// Refused is the error of a change that what is stored contradicts.
func Refused(err error) error {
	if !errors.Is(err, store.ErrConflict) {
		return access.StoreError(err)
	}
	return access.Record("Nothing was changed: "+err.Error()+".", "StoreChanged", runtime.InvalidOperation, objects.Null)
}
