package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/internal/rows"
)

// Import loads an organisation. See [store.Importer].
func (s *Store) Import(ctx context.Context, change store.Change, fill func(store.Batch) error) (store.ImportCounts, error) {
	var b *batch
	err := s.once(ctx, func(conn *pgx.Conn) error {
		return pgx.BeginFunc(ctx, conn, func(pgx.Tx) (err error) {
			if b, err = newBatch(ctx, conn, change); b == nil || err != nil {
				return err
			}
			if err := fill(b); err != nil {
				return err
			}
			return b.finish(change)
		})
	})
	if b == nil {
		return store.ImportCounts{}, err
	}
	return b.counts, err
}

// batch is an import on its way. Rows go into tables of their own, from where
// functions put them into the store, all at once.
type batch struct {
	ctx     context.Context // that of the import, which is all the life of a batch
	conn    *pgx.Conn
	columns rows.Columns[cs.User]
	names   []cs.Name
	catalog rows.Catalog
	counts  store.ImportCounts
	base    int64 // the greatest key in the store
	waiting int64 // the number of users not yet put in

	newUsers, newLines, newNames, newCertificates *copier
}

// newBatch begins an import. It returns nil where the step was made already.
func newBatch(ctx context.Context, conn *pgx.Conn, change store.Change) (*batch, error) {
	var base *int64
	if err := conn.QueryRow(ctx, "SELECT csshell.begin_import($1, $2)", [16]byte(change.Operation), change.Step).Scan(&base); base == nil {
		return nil, err
	}
	b := &batch{ctx: ctx, conn: conn, base: *base, columns: rows.AllUsers()}
	b.newUsers = newCopier("csshell.new_users", append([]string{"id"}, b.columns.Names()...)...)
	b.newLines = newCopier("csshell.new_lines", "id", "line")
	b.newNames = newCopier("csshell.new_names", "key", "user_id", "forms")
	b.newCertificates = newCopier("csshell.new_certificates", append([]string{"line", "owner"}, rows.AllCertificates().Names()...)...)
	return b, nil
}

// AddUser adds or replaces a user. See [store.Batch].
func (b *batch) AddUser(line int, user *cs.User) error {
	if err := rows.CheckUser(line, user); err != nil {
		return err
	}
	b.catalog.Add(user)
	b.waiting++
	id := b.base + b.waiting
	b.newUsers.begin()
	b.newUsers.bigint(id)
	for _, p := range b.columns {
		copyProperty(b.newUsers, p, user)
	}
	b.newLines.begin()
	b.newLines.bigint(id)
	b.newLines.integer(line)
	b.names = cs.AppendNames(b.names[:0], user)
	for _, name := range b.names {
		b.newNames.begin()
		b.newNames.text(name.Key)
		b.newNames.bigint(id)
		b.newNames.smallint(int16(name.Forms))
	}
	return b.sendFull(b.newUsers, b.newLines, b.newNames)
}

// AddCertificate adds a certificate. See [store.Batch].
func (b *batch) AddCertificate(line int, certificate *cs.ClientCertificate) error {
	if err := rows.CheckCertificate(line, certificate); err != nil {
		return err
	}
	c := b.newCertificates
	c.begin()
	c.integer(line)
	c.text(cs.UserID(certificate.Identity).Lookup().Key)
	for i := range cs.CertificateProperties {
		copyProperty(c, &cs.CertificateProperties[i], certificate)
	}
	return b.sendFull(c)
}

// AddRole adds or replaces a role. See [store.Batch].
func (b *batch) AddRole(role *cs.Role) error { return putRole(b.ctx, b.conn, role) }

func (b *batch) sendFull(copiers ...*copier) error {
	for _, c := range copiers {
		if c.full() {
			if err := c.send(b.ctx, b.conn); err != nil {
				return err
			}
		}
	}
	return nil
}

// Flush puts what was added into the store. See [store.Batch].
func (b *batch) Flush() error {
	for _, c := range []*copier{b.newUsers, b.newLines, b.newNames, b.newCertificates} {
		if err := c.send(b.ctx, b.conn); err != nil {
			return err
		}
	}
	if err := b.putUsers(); err != nil {
		return err
	}
	return b.putCertificates()
}

func (b *batch) putUsers() error {
	if b.waiting == 0 {
		return nil
	}
	var added, replaced, unchanged int64
	var line, forms *int
	err := b.conn.QueryRow(b.ctx, "SELECT added, replaced, unchanged, conflict_line, conflict_forms FROM csshell.import_users()").
		Scan(&added, &replaced, &unchanged, &line, &forms)
	if err != nil {
		return err
	}
	if line != nil {
		return rows.Conflict(*line, cs.NameForms(*forms))
	}
	b.counts.UsersAdded += added
	b.counts.UsersReplaced += replaced
	b.counts.UsersUnchanged += unchanged
	b.base += b.waiting
	b.waiting = 0
	return nil
}

func (b *batch) putCertificates() error {
	var added, unchanged int64
	var line *int
	var owner *string
	err := b.conn.QueryRow(b.ctx, "SELECT added, unchanged, missing_line, missing_owner FROM csshell.import_certificates()").
		Scan(&added, &unchanged, &line, &owner)
	if err != nil {
		return err
	}
	if line != nil {
		return rows.NoOwner(*line, *owner)
	}
	b.counts.CertificatesAdded += added
	b.counts.CertificatesUnchanged += unchanged
	return nil
}

// finish puts in what is left, and writes the audit entry.
func (b *batch) finish(change store.Change) error {
	if err := b.Flush(); err != nil {
		return err
	}
	var kinds, names []string
	for _, policy := range b.catalog.Policies() {
		kinds, names = append(kinds, policy.Kind), append(names, policy.Name)
	}
	if _, err := b.conn.Exec(b.ctx, "SELECT csshell.add_catalog($1, $2, $3)", b.catalog.Pools(), kinds, names); err != nil {
		return err
	}
	_, err := b.conn.Exec(b.ctx, "SELECT csshell.end_change($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
		append(changeArgs(change), b.counts.UsersAdded+b.counts.UsersReplaced, b.counts.CertificatesAdded)...)
	return err
}
