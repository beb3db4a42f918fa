package sqlite

import (
	"context"
	"strings"

	"zombiezen.com/go/sqlite"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/internal/rows"
)

// Import loads an organisation. See [store.Importer].
func (s *Store) Import(ctx context.Context, change store.Change, fill func(store.Batch) error) (store.ImportCounts, error) {
	var b *batch
	_, err := s.change(ctx, change, func(conn *sqlite.Conn, entry *store.AuditEntry) (err error) {
		if err := execute(conn, importCache); err != nil {
			return err
		}
		defer func() { _ = execute(conn, readingCache) }() // it reads with any cache
		if b, err = newBatch(conn); err != nil {
			return err
		}
		if err = fill(b); err == nil {
			err = b.finish()
		}
		entry.Users = b.counts.UsersAdded + b.counts.UsersReplaced
		entry.Certificates = b.counts.CertificatesAdded
		return err
	})
	if b == nil {
		return store.ImportCounts{}, err
	}
	return b.counts, err
}

// batch is an import on its way.
//
// The keys of new users are kept aside and put into their index in order, at
// the first row that needs them: put there one by one, in no order, a million
// would read and write most of the index over and over again.
type batch struct {
	conn    *sqlite.Conn
	columns rows.Columns[cs.User]
	names   []cs.Name
	catalog rows.Catalog
	counts  store.ImportCounts

	anyUsers bool // before the import
	waiting  bool // new_names has rows
	nextKey  int64
	owner    cs.ClientCertificate // the last certificate's Identity and UserKey

	insertUser, updateUser, insertName, insertCertificate *sqlite.Stmt
}

func newBatch(conn *sqlite.Conn) (*batch, error) {
	b := &batch{conn: conn, columns: rows.AllUsers()}
	if err := execute(conn, "CREATE TEMP TABLE new_names (line INTEGER, key TEXT, forms INTEGER, user_id INTEGER)"); err != nil {
		return nil, err
	}
	last, err := queryKeys(conn, "SELECT max(id) FROM users")
	if err != nil {
		return nil, err
	}
	b.nextKey = last[0] + 1
	b.anyUsers = last[0] > 0
	certificates := certificateColumns()
	for _, s := range []struct {
		statement **sqlite.Stmt
		sql       string
	}{
		{&b.insertUser, "INSERT INTO users (id" + b.columns.List("") + ") VALUES (?1" + strings.Repeat(", ?", len(b.columns)) + ")"},
		{&b.updateUser, updateUserSQL(b.columns)},
		{&b.insertName, "INSERT INTO temp.new_names VALUES (?, ?, ?, ?)"},
		{&b.insertCertificate, "INSERT INTO certificates (user_id" + certificates.List("") + ") VALUES (?1" + strings.Repeat(", ?", len(certificates)) + ") ON CONFLICT DO NOTHING"},
	} {
		if *s.statement, err = conn.Prepare(s.sql); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// updateUserSQL replaces the row of a user, whose key is its first parameter.
func updateUserSQL(columns rows.Columns[cs.User]) string {
	return "UPDATE users SET (id" + columns.List("") + ") = (?1" + strings.Repeat(", ?", len(columns)) + ") WHERE id = ?1"
}

// AddUser adds or replaces a user. See [store.Batch].
func (b *batch) AddUser(line int, user *cs.User) error {
	if err := rows.CheckUser(line, user); err != nil {
		return err
	}
	b.catalog.Add(user)
	old, err := b.stored(user)
	if err != nil {
		return err
	}
	if old == nil {
		user.Key = b.nextKey
		b.nextKey++
		b.counts.UsersAdded++
		return b.write(line, user, b.insertUser)
	}
	user.Key = old.Key
	if *user == *old {
		b.counts.UsersUnchanged++
		return nil
	}
	b.counts.UsersReplaced++
	if err := removeNames(b.conn, old.Key, cs.AppendNames(nil, old)); err != nil {
		return err
	}
	return b.write(line, user, b.updateUser)
}

// stored returns the user who is to be replaced, or nil.
func (b *batch) stored(user *cs.User) (*cs.User, error) {
	if !b.anyUsers {
		return nil, nil
	}
	return rows.Stored(user, newNameReader(b.conn, store.UserQuery{NeverEnabled: true}).find)
}

// write writes user by a statement, and puts the keys aside.
func (b *batch) write(line int, user *cs.User, statement *sqlite.Stmt) error {
	statement.BindInt64(1, user.Key)
	bindProperties(statement, 2, b.columns, user)
	if err := run(statement, nil); err != nil {
		return err
	}
	b.names = cs.AppendNames(b.names[:0], user)
	for _, name := range b.names {
		b.insertName.BindInt64(1, int64(line))
		b.insertName.BindText(2, name.Key)
		b.insertName.BindInt64(3, int64(name.Forms))
		b.insertName.BindInt64(4, user.Key)
		if err := run(b.insertName, nil); err != nil {
			return err
		}
	}
	b.waiting = true
	return nil
}

func removeNames(conn *sqlite.Conn, user int64, names []cs.Name) error {
	for _, name := range names {
		if err := query(conn, "DELETE FROM user_names WHERE key = ?1 AND slot = ?2", nil, name.Key, rows.Slot(name, user)); err != nil {
			return err
		}
	}
	return nil
}

// Flush puts the keys of new users into their index. See [store.Batch].
func (b *batch) Flush() error {
	if !b.waiting {
		return nil
	}
	b.waiting = false
	err := query(b.conn, "INSERT INTO user_names (key, slot, user_id, forms)"+
		" SELECT key, iif(forms & ?1, 0, user_id) AS slot, user_id, forms FROM temp.new_names ORDER BY key, slot", nil, cs.UniqueNames)
	if sqlite.ErrCode(err).ToPrimary() == sqlite.ResultConstraint {
		return b.nameConflict(err)
	}
	if err != nil {
		return err
	}
	return query(b.conn, "DELETE FROM temp.new_names", nil)
}

// nameConflict finds the first row that has a name of another user.
func (b *batch) nameConflict(err error) error {
	conflict := err
	err = query(b.conn, "WITH claims AS ("+
		" SELECT key, line, forms, user_id FROM temp.new_names WHERE forms & ?1"+
		" UNION ALL SELECT o.key, 0, o.forms, o.user_id FROM user_names o JOIN temp.new_names n ON n.key = o.key AND o.slot = 0 WHERE n.forms & ?1"+
		") SELECT max(line), forms FROM claims GROUP BY key HAVING count(DISTINCT user_id) > 1 ORDER BY 1 LIMIT 1",
		func(r *sqlite.Stmt) error {
			conflict = rows.Conflict(r.ColumnInt(0), cs.NameForms(r.ColumnInt64(1)))
			return nil
		}, cs.UniqueNames)
	if err != nil {
		return err
	}
	return conflict
}

// AddCertificate adds a certificate. See [store.Batch].
func (b *batch) AddCertificate(line int, certificate *cs.ClientCertificate) error {
	if err := rows.CheckCertificate(line, certificate); err != nil {
		return err
	}
	if err := b.findOwner(line, certificate); err != nil {
		return err
	}
	b.insertCertificate.BindInt64(1, certificate.UserKey)
	bindProperties(b.insertCertificate, 2, certificateColumns(), certificate)
	if err := run(b.insertCertificate, nil); err != nil {
		return err
	}
	if b.conn.Changes() == 0 {
		b.counts.CertificatesUnchanged++
	} else {
		b.counts.CertificatesAdded++
	}
	return nil
}

// findOwner fills in the owner's key. The certificates of one user often
// follow one another.
func (b *batch) findOwner(line int, certificate *cs.ClientCertificate) error {
	if err := b.Flush(); err != nil {
		return err
	}
	if b.owner.Identity != certificate.Identity {
		lookup := cs.UserID(certificate.Identity).Lookup()
		keys, err := queryKeys(b.conn, "SELECT user_id FROM user_names WHERE key = ?1 AND slot = 0 AND forms & ?2", lookup.Key, lookup.Forms)
		if err != nil {
			return err
		}
		if len(keys) == 0 {
			return rows.NoOwner(line, certificate.Identity)
		}
		b.owner.Identity, b.owner.UserKey = strings.Clone(certificate.Identity), keys[0]
	}
	certificate.UserKey = b.owner.UserKey
	return nil
}

// AddRole adds or replaces a role. See [store.Batch].
func (b *batch) AddRole(role *cs.Role) error { return addRole(b.conn, role) }

// finish writes what has been put aside.
func (b *batch) finish() error {
	if err := b.Flush(); err != nil {
		return err
	}
	for _, pool := range b.catalog.Pools() {
		if err := query(b.conn, "INSERT INTO pools (identity) VALUES (?1) ON CONFLICT DO NOTHING", nil, pool); err != nil {
			return err
		}
	}
	for _, policy := range b.catalog.Policies() {
		if err := query(b.conn, "INSERT INTO policies (kind, name) VALUES (?1, ?2) ON CONFLICT DO NOTHING", nil, policy.Kind, policy.Name); err != nil {
			return err
		}
	}
	return execute(b.conn, "DROP TABLE temp.new_names")
}
