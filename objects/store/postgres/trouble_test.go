package postgres_test

import (
	"context"
	"errors"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/postgres"
	"github.com/csshell/csshell/objects/store/postgres/pgtest"
	"github.com/csshell/csshell/objects/store/sample"
	"github.com/csshell/csshell/objects/store/storetest"
)

// execute runs statements past the store.
func execute(t *testing.T, address string, statements ...string) error {
	t.Helper()
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, address)
	if err != nil {
		t.Fatal(err)
	}
	for _, statement := range statements {
		if _, err := conn.Exec(ctx, statement); err != nil {
			return errors.Join(err, conn.Close(ctx))
		}
	}
	return conn.Close(ctx)
}

func newChange() store.Change {
	return store.Change{Operation: store.NewOperationID(), Step: 1}
}

// newStore makes a store with the sample organisation and returns its URL.
func newStore(t *testing.T) string {
	t.Helper()
	address := pgtest.Start(t)
	s, err := postgres.Create(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(sample.Load(t.Context(), s, newChange()), s.Close()); err != nil {
		t.Fatal(err)
	}
	return address
}

// as returns address for another login or database.
func as(t *testing.T, address, login, database string) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	if login != "" {
		u.User = url.UserPassword(login, "secret")
	}
	if database != "" {
		u.Path = "/" + database
	}
	return u.String()
}

func TestTrouble(t *testing.T) {
	empty, existing, newer := pgtest.Start(t), newStore(t), newStore(t)
	if err := execute(t, newer, "UPDATE csshell.schema SET version = 999"); err != nil {
		t.Fatal(err)
	}
	trouble := func(address string, reason error, advice string) storetest.Trouble {
		shown, err := url.QueryUnescape(strings.ReplaceAll(address, ":secret@", "@"))
		if err != nil {
			t.Fatal(err)
		}
		return storetest.Trouble{Name: address, Shown: shown, Reason: reason, Advice: advice}
	}
	const (
		noStore  = "the database holds no store of csshell; check the name, or make the store with New-CsStore"
		noServer = "no server answers there; check the host and the port, and that the server runs"
		badName  = "the name of a store in PostgreSQL is postgres://USER@HOST:PORT/DATABASE"
	)
	storetest.CheckTrouble(t, postgres.Open, []storetest.Trouble{
		trouble(empty, store.ErrNotAStore, noStore),
		trouble(newer, store.ErrNewerSchema, "a newer csshell made it; install that version or a later one"),
		trouble(as(t, empty, "", "nowhere"), store.ErrMissing, "the server has no such database; check the name, or create the database first"),
		trouble(as(t, empty, "nobody", ""), store.ErrDenied, `the server says "role \"nobody\" does not exist"; check the name and the password of the login`),
		trouble("postgres://postgres:secret@127.0.0.1:1/x", store.ErrUnreachable, noServer),
		trouble("postgres://postgres@/x?host=/nowhere", store.ErrUnreachable, noServer),
		{Name: "postgres://postgres:secret@host:port/x", Shown: "postgres:…", Reason: store.ErrBadName, Advice: badName},
		{Name: "postgres://host/x?sslmode=secret", Shown: "postgres://host/x", Reason: store.ErrBadName, Advice: badName},
	})
	storetest.CheckTrouble(t, postgres.Create, []storetest.Trouble{
		trouble(existing, store.ErrExists, "the database holds a store already; choose another database"),
	})
}

// A store goes on when the server ends its connections, and repeats the step
// that was under way.
func TestLostConnections(t *testing.T) {
	address := newStore(t)
	s, err := postgres.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	terminate := func() {
		if err := execute(t, address, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'csshell' AND datname = current_database()"); err != nil {
			t.Fatal(err)
		}
		time.Sleep(20 * time.Millisecond)
	}
	terminate()
	seen := 0
	for _, err := range s.Users(t.Context(), store.UserQuery{}) {
		if err != nil {
			t.Fatal(err)
		}
		if seen++; seen == 5 {
			terminate()
		}
	}
	if seen != 25 {
		t.Errorf("%d users came, want 25", seen)
	}
	terminate()
	counts, err := s.RevokeCertificatesOf(t.Context(), newChange(), store.UserQuery{})
	if err != nil || counts.Certificates != 32 {
		t.Errorf("revoked %+v, %v", counts, err)
	}
}

// Whoever may call a function may make its change and no other, whatever he
// calls himself; nobody else may change anything.
func TestPrivileges(t *testing.T) {
	address := newStore(t)
	err := execute(t, address,
		"DROP ROLE IF EXISTS helpdesk", "CREATE ROLE helpdesk LOGIN",
		"GRANT USAGE ON SCHEMA csshell TO helpdesk",
		"GRANT SELECT ON ALL TABLES IN SCHEMA csshell TO helpdesk",
		"GRANT EXECUTE ON FUNCTION csshell.revoke_certificates TO helpdesk")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := execute(t, address, "DROP OWNED BY helpdesk", "DROP ROLE helpdesk"); err != nil {
			t.Error(err)
		}
	})
	login := as(t, address, "helpdesk", "")
	s, err := postgres.Open(t.Context(), login)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	pilar, err := s.User(t.Context(), "pilar")
	if err != nil {
		t.Fatal(err)
	}
	change := newChange()
	change.Actor = "the boss"
	counts, err := s.RevokeCertificates(t.Context(), change, store.KeysOf(pilar.Key))
	if err != nil || counts.Certificates != 2 {
		t.Errorf("revoked %+v, %v", counts, err)
	}
	for entry, err := range s.Audit(t.Context(), 1) {
		if err != nil || entry.Actor != "helpdesk" {
			t.Errorf("%q did it, %v", entry.Actor, err)
		}
	}
	if _, err := s.RevokeCertificatesOf(t.Context(), newChange(), store.UserQuery{}); !errors.Is(err, store.ErrDenied) {
		t.Errorf("revoked for everyone: %v", err)
	}
	for _, attack := range []string{
		"DELETE FROM csshell.revocations",
		"DELETE FROM csshell.audit",
		"SELECT csshell.end_change(gen_random_uuid(), 1, '', '', '', '', '', 0, 0, 0)",
		"SELECT csshell.begin_change(gen_random_uuid(), 1)",
		"COPY csshell.new_users FROM '/etc/passwd'",
		"CREATE FUNCTION csshell.field(text) RETURNS text LANGUAGE sql AS 'SELECT 1'",
		"SET ROLE postgres",
	} {
		if err := execute(t, login, attack); err == nil {
			t.Errorf("%s: done", attack)
		}
	}
	if err := execute(t, address, "UPDATE csshell.audit SET actor = 'other'"); err == nil {
		t.Error("the owner changed the audit trail")
	}
}

// Every function has a fixed search path, and none is for everyone.
func TestFunctionsAreSafe(t *testing.T) {
	address := newStore(t)
	conn, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	result, err := conn.Query(t.Context(), `SELECT proname::text,
		coalesce(array_to_string(proconfig, ' ') LIKE '%search_path=pg_catalog%pg_temp', false),
		EXISTS (SELECT 1 FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) WHERE grantee = 0)
		FROM pg_proc WHERE pronamespace = 'csshell'::regnamespace`)
	if err != nil {
		t.Fatal(err)
	}
	type function struct {
		Name              string
		FixedPath, Public bool
	}
	functions, err := pgx.CollectRows(result, pgx.RowToStructByPos[function])
	if err != nil || len(functions) < 8 {
		t.Fatalf("%d functions, %v", len(functions), err)
	}
	for _, f := range functions {
		if !f.FixedPath || f.Public {
			t.Errorf("%s: fixed search path %v, executable by everyone %v", f.Name, f.FixedPath, f.Public)
		}
	}
}
