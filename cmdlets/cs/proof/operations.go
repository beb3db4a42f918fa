package proof

import (
	"strconv"
	"strings"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// GetCsOperation writes the runs of commands that changed the store, from the
// newest to the oldest.
type GetCsOperation struct {
	_ struct{} `cmdlet:""`

	Id         string `param:"Position=0,ValueFromPipelineByPropertyName" help:"The operation."`
	Action     string `param:"" help:"Only operations of this cmdlet."`
	Actor      string `param:"" help:"Only operations of this account."`
	ResultSize int    `param:"Alias=First" help:"The greatest number of operations."`

	source access.Source
}

// ProcessRecord writes the operations asked for.
func (c *GetCsOperation) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, err := access.Open(rt, c.source)
	if err != nil {
		return err
	}
	if c.Id != "" {
		op, err := operation(rt, s, c.Id)
		if err != nil {
			return err
		}
		return rt.WriteObject(operationObject(op))
	}
	sent := 0
	for op, err := range s.Operations(rt.Context()) {
		if err != nil {
			return access.StoreError(err)
		}
		if c.Action != "" && !strings.EqualFold(c.Action, op.Action) || c.Actor != "" && !strings.EqualFold(c.Actor, op.Actor) {
			continue
		}
		if err := rt.WriteObject(operationObject(op)); err != nil {
			return err
		}
		if sent++; sent == c.ResultSize {
			return nil
		}
	}
	return nil
}

func operationObject(op *store.Operation) objects.Value {
	return access.Object("Csshell.Operation",
		access.Note("Id", objects.String(op.ID.String())), access.Note("Action", objects.String(op.Action)), access.Note("Mode", objects.String(op.Mode)),
		access.Note("Actor", objects.String(op.Actor)), access.Note("Client", objects.String(op.Client)), access.Note("At", op.At.Value()), access.Note("LastAt", op.LastAt.Value()),
		access.Note("Command", objects.String(op.Command)), access.Note("Script", objects.String(op.Script)), access.Note("Line", objects.Int(op.Line)),
		access.Note("Steps", objects.Int64(op.Steps)), access.Note("Users", objects.Int64(op.Users)), access.Note("Certificates", objects.Int64(op.Certificates)),
		access.Note("Edits", objects.Int64(op.Edits)))
}

// UndoCsOperation takes back what an operation did, and only that. Where one of
// the values was changed since, nothing happens. It is an operation itself.
type UndoCsOperation struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`

	Id string `param:"Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"The operation."`

	source access.Source
}

// ProcessRecord takes back one operation and writes the new one.
func (c *UndoCsOperation) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, err := access.Open(rt, c.source)
	if err != nil {
		return err
	}
	op, err := operation(rt, s, c.Id)
	if err != nil {
		return rt.WriteError(asRecord(err))
	}
	if strings.HasPrefix(op.Action, "Import") {
		return rt.WriteError(access.Record("The operation \""+c.Id+"\" is an import and cannot be undone.", "NotUndoable", runtime.InvalidOperation, objects.String(c.Id)))
	}
	work := store.Work{Undo: op.ID}
	if work.Edits, err = editsOf(rt, s, op); err != nil {
		return err
	}
	if yes, err := rt.ShouldProcess(op.Action+" "+op.ID.String(), ""); !yes {
		return err
	}
	change := access.NewChange(rt)
	change.Mode = "Undo " + op.ID.String()
	if _, err := s.Do(rt.Context(), change, work); err != nil {
		return rt.WriteError(asRecord(Refused(err)))
	}
	done, err := s.Operation(rt.Context(), change.Operation)
	if err != nil {
		return access.StoreError(err)
	}
	return rt.WriteObject(operationObject(done))
}

// editsOf are the edits that take those of an operation back. What waits to be
// resumed is dropped, and not put back.
func editsOf(rt *runtime.CommandRuntime, s store.Store, op *store.Operation) ([]store.Edit, error) {
	if op.Edits == 0 {
		return nil, nil
	}
	entries, err := entriesOf(rt, s, op)
	if err != nil {
		return nil, err
	}
	var done []store.Edit
	for _, entry := range entries {
		edits, err := s.Edits(rt.Context(), entry.Number)
		if err != nil {
			return nil, access.StoreError(err)
		}
		for _, e := range edits {
			if e.Kind != taskKind {
				done = append(done, e)
			}
		}
	}
	waiting, err := s.Items(rt.Context(), taskKind, op.ID.String()+"/")
	reversed := store.Reverse(done)
	for _, item := range waiting {
		reversed = append(reversed, store.Edit{Kind: taskKind, Key: item.Key, Before: item.Data})
	}
	return reversed, access.StoreError(err)
}

// asRecord is an error as a record.
func asRecord(err error) *runtime.ErrorRecord {
	if r, ok := err.(*runtime.ErrorRecord); ok {
		return r
	}
	return runtime.NewErrorRecord(err, "OperationFailed", runtime.NotSpecified, objects.Null)
}

// taskKind is the kind of items that hold the chunks of an operation that are
// still to be done: under its ID, a slash and the number of the step, a list of
// the keys of users.
const taskKind = "task"

// ResumeCsOperation does what is left of an operation that was begun with
// -ChunkSize.
type ResumeCsOperation struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`

	Id string `param:"Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"The operation."`

	source access.Source
}

// ProcessRecord resumes one operation and writes it.
func (c *ResumeCsOperation) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, err := access.Open(rt, c.source)
	if err != nil {
		return err
	}
	op, err := operation(rt, s, c.Id)
	if err != nil {
		return rt.WriteError(asRecord(err))
	}
	if yes, err := rt.ShouldProcess(op.Action+" "+op.ID.String(), ""); !yes {
		return err
	}
	change := store.Change{Operation: op.ID, Facts: op.Facts}
	change.At = access.FactsOf(rt, "").At
	if err := finishTasks(rt, s, change); err != nil {
		return Refused(err)
	}
	if op, err = s.Operation(rt.Context(), op.ID); err != nil {
		return access.StoreError(err)
	}
	return rt.WriteObject(operationObject(op))
}

// RevokeInChunks revokes the certificates of users a chunk at a time. The first
// step writes down what is to be done, each later one does a part and crosses it
// out, so that after any interruption [ResumeCsOperation] goes on where it stopped.
func RevokeInChunks(rt *runtime.CommandRuntime, s store.Store, users []int64, size int) error {
	change := access.NewChange(rt)
	var work store.Work
	for i := 0; i*size < len(users); i++ {
		keys := users[i*size : min((i+1)*size, len(users))]
		work.Edits = append(work.Edits, store.Edit{Kind: taskKind, Key: change.Operation.String() + "/" + taskNumber(i+2), After: joinKeys(keys)})
	}
	if _, err := s.Do(rt.Context(), change, work); err != nil {
		return err
	}
	return finishTasks(rt, s, change)
}

// finishTasks does the chunks of an operation that are left. Another process may
// do the same: who comes second finds the step made.
func finishTasks(rt *runtime.CommandRuntime, s store.Store, change store.Change) error {
	prefix := change.Operation.String() + "/"
	tasks, err := s.Items(rt.Context(), taskKind, prefix)
	if err != nil {
		return err
	}
	meter := access.NewMeter(rt, "Revoking certificates", 0)
	done := 0
	for i, task := range tasks {
		if change.Step, err = strconv.Atoi(strings.TrimLeft(task.Key[len(prefix):], "0")); err != nil {
			return err
		}
		keys, err := splitKeys(task.Data)
		if err != nil {
			return err
		}
		work := store.Work{Revoke: store.KeysOf(keys...), Edits: []store.Edit{{Kind: taskKind, Key: task.Key, Before: task.Data}}}
		if _, err := s.Do(rt.Context(), change, work); err != nil {
			return err
		}
		done += len(keys)
		if i+1 < len(tasks) { // a chunk has as many as the first one, but for the last
			meter.Total = max(done, done*len(tasks)/(i+1))
		}
		if err := meter.Show(done); err != nil {
			return err
		}
	}
	return meter.Close()
}

// taskNumber is a number with zeros before it, so that texts sort as numbers do.
func taskNumber(n int) string {
	text := strconv.Itoa(n)
	return strings.Repeat("0", max(0, 9-len(text))) + text
}

func joinKeys(keys []int64) string {
	var b []byte
	for i, key := range keys {
		if i > 0 {
			b = append(b, ' ')
		}
		b = strconv.AppendInt(b, key, 10)
	}
	return string(b)
}

func splitKeys(text string) ([]int64, error) {
	var keys []int64
	for word := range strings.FieldsSeq(text) {
		key, err := strconv.ParseInt(word, 10, 64)
		if err != nil {
			return nil, err
		}
		keys = append(keys, key)
	}
	return keys, nil
}
