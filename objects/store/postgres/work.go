package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/internal/rows"
)

// Do does work. See [store.Worker].
func (s *Store) Do(ctx context.Context, change store.Change, work store.Work) (counts store.Counts, err error) {
	if len(work.Edits) == 0 && !work.Planned && work.Undo == (store.OperationID{}) {
		return s.RevokeCertificates(ctx, change, work.Revoke)
	}
	err = s.use(ctx, func(conn *pgx.Conn) error {
		return pgx.BeginFunc(ctx, conn, func(pgx.Tx) (err error) {
			counts, err = do(ctx, conn, change, work)
			return err
		})
	})
	return counts, err
}

// do does work in a transaction. The audit trail is locked first, so that no one
// else changes what is read here.
func do(ctx context.Context, conn *pgx.Conn, change store.Change, work store.Work) (store.Counts, error) {
	var entry *int64
	if err := conn.QueryRow(ctx, "SELECT csshell.begin_change($1, $2)", [16]byte(change.Operation), change.Step).Scan(&entry); err != nil {
		return store.Counts{}, err
	}
	if entry == nil {
		return doneBefore(ctx, conn, change)
	}
	args := newEditArgs(work.Edits)
	if err := args.addNames(ctx, conn, change, work.Edits); err != nil {
		return store.Counts{}, err
	}
	expect, undo := work.Expect, any(nil)
	if work.Planned {
		expect = append([]int64{}, expect...) // nil is NULL, which is no plan
	}
	if work.Undo != (store.OperationID{}) {
		undo = [16]byte(work.Undo)
	}
	var answer answer
	err := conn.QueryRow(ctx, "SELECT users, certificates, edits, conflict, now, drift, changed, changed_first FROM csshell.work("+
		"$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)",
		append(append(changeArgs(change), args.list()...), work.Revoke.List(), expect, undo)...).
		Scan(&answer.users, &answer.certificates, &answer.edits, &answer.conflict, &answer.now, &answer.drift, &answer.changed, &answer.first)
	if code(err) == "23505" { // unique violation: only the names of users can have one
		return store.Counts{}, args.taken()
	}
	if err != nil {
		return store.Counts{}, err
	}
	return answer.counts(work)
}

// doneBefore returns what a step did that was made already.
func doneBefore(ctx context.Context, conn *pgx.Conn, change store.Change) (counts store.Counts, err error) {
	err = conn.QueryRow(ctx, "SELECT users, certificates, edits FROM csshell.audit WHERE operation = $1 AND step = $2",
		[16]byte(change.Operation), change.Step).Scan(&counts.Users, &counts.Certificates, &counts.Edits)
	return counts, err
}

// answer is what the function work says.
type answer struct {
	users, certificates, edits *int64
	conflict                   *int64
	now                        *string
	drift                      []int64
	changed, first             *int64
}

// counts returns what was done, or what stood in the way.
func (a *answer) counts(work store.Work) (store.Counts, error) {
	switch {
	case a.conflict != nil:
		return store.Counts{}, &store.Conflict{Edit: work.Edits[*a.conflict-1], Now: *a.now}
	case len(a.drift) > 0:
		expect := make(map[int64]bool, len(work.Expect))
		for _, key := range work.Expect {
			expect[key] = true
		}
		if expect[a.drift[0]] {
			return store.Counts{}, rows.CheckPlan(a.drift[:1], nil)
		}
		return store.Counts{}, rows.CheckPlan(nil, a.drift[:1])
	case a.changed != nil && *a.changed > 0:
		certificates := make([]int64, *a.changed)
		certificates[0] = *a.first
		return store.Counts{}, rows.ChangedSince(certificates)
	}
	return store.Counts{Users: *a.users, Certificates: *a.certificates, Edits: *a.edits}, nil
}

// editArgs are the parameters of the function work for edits.
type editArgs struct {
	kinds, keys, properties, columns, befores, afters []string
	oldKeys                                           []string
	oldSlots                                          []int64
	newKeys                                           []string
	newSlots, newUsers                                []int64
	newForms                                          []int16
}

func newEditArgs(edits []store.Edit) *editArgs {
	// An empty list is no NULL.
	a := &editArgs{
		kinds: []string{}, keys: []string{}, properties: []string{}, columns: []string{}, befores: []string{}, afters: []string{},
		oldKeys: []string{}, oldSlots: []int64{}, newKeys: []string{}, newSlots: []int64{}, newUsers: []int64{}, newForms: []int16{},
	}
	for _, e := range edits {
		column := ""
		if i := cs.UserProperties.Find(e.Property); e.Kind == store.UserKind && i >= 0 {
			column = cs.UserProperties[i].Column
		}
		a.kinds, a.keys, a.properties = append(a.kinds, e.Kind), append(a.keys, e.Key), append(a.properties, e.Property)
		a.columns, a.befores, a.afters = append(a.columns, column), append(a.befores, e.Before), append(a.afters, e.After)
	}
	return a
}

func (a *editArgs) list() []any {
	return []any{a.kinds, a.keys, a.properties, a.columns, a.befores, a.afters, a.oldKeys, a.oldSlots, a.newKeys, a.newSlots, a.newUsers, a.newForms}
}

// addNames reads the users whom edits are about, and adds the names that change.
func (a *editArgs) addNames(ctx context.Context, conn *pgx.Conn, change store.Change, edits []store.Edit) error {
	keys, err := rows.EditedKeys(edits)
	if err != nil || len(keys) == 0 {
		return err
	}
	columns := rows.AllUsers()
	reader := rows.NewReader(columns)
	var users []*cs.User
	err = query(ctx, conn, "SELECT id"+columns.List("")+" FROM csshell.users WHERE id = ANY ($1) ORDER BY id", func(r row) error {
		user := &cs.User{Key: r.int(0)}
		reader.Read(r, 1, user)
		users = append(users, user)
		return nil
	}, keys)
	if err != nil {
		return err
	}
	edited, err := rows.EditUsers(users, edits, change.At)
	for _, e := range edited {
		for _, name := range e.Old {
			a.oldKeys, a.oldSlots = append(a.oldKeys, name.Key), append(a.oldSlots, rows.Slot(name, e.User.Key))
		}
		for _, name := range e.New {
			a.newKeys, a.newSlots = append(a.newKeys, name.Key), append(a.newSlots, rows.Slot(name, e.User.Key))
			a.newUsers, a.newForms = append(a.newUsers, e.User.Key), append(a.newForms, int16(name.Forms))
		}
	}
	return err
}

// taken says that one of the new names is another user's.
func (a *editArgs) taken() error {
	for i, key := range a.newKeys {
		if a.newSlots[i] == 0 {
			return rows.Taken(cs.Name{Key: key})
		}
	}
	return store.ErrConflict
}
