//go:build linux && (amd64 || arm64)

package cs_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/postgres"
	"github.com/csshell/csshell/objects/store/postgres/pgtest"
	"github.com/csshell/csshell/objects/store/sqlite"
	"github.com/csshell/csshell/objects/store/sqlite/sqlitetest"
	"github.com/csshell/csshell/objects/store/storetest"
)

// mark is in every attack, and in no name of a user: what finds a user has got past the
// comparison, and a statement with it in it was made of a value.
const mark = "zq7x"

// attacks are whole ones, known from their kind; M stands for the mark.
var attacks = []string{
	`M' OR '1'='1`, `M' OR 1=1 --`, `M" OR ""="`, `M') OR ('1'='1`, `M' OR 1=1 #`, `M' OR 1=1/*`, `M'; DROP TABLE users; --`, `M'); DROP SCHEMA csshell CASCADE; --`,
	`M' UNION SELECT 1, 2, 3 --`, `M' UNION ALL SELECT sql FROM sqlite_master --`, `M' UNION SELECT usename, passwd FROM pg_shadow --`, `M' AND 1=(SELECT count(*) FROM audit) --`,
	`M' AND pg_sleep(10) --`, `M'; SELECT pg_sleep(10); --`, `M' || (SELECT hash FROM audit LIMIT 1) || '`, `M'; ATTACH DATABASE '/tmp/x' AS x; --`, `M'; PRAGMA writable_schema=1; --`,
	`M'; COPY csshell.users TO PROGRAM 'id'; --`, `M\' OR 1=1 --`, `M\\' OR 1=1 --`, `M%27 OR 1=1 --`, "M' OR 1=1 \x00 --", "M\x00' OR 1=1 --", "M' OR\n1=1\n--", "M\u02bc OR 1=1 --", "M\uff07 OR \uff11=\uff11 --",
	`M' OR display_name LIKE '%`, `M%`, `M_`, `%M%' ESCAPE '%`, `M$1`, `$1M`, `?1M`, `:nameM`, `@valueM`, `M$$ OR 1=1 $$`, `$M$ OR 1=1 $M$`, `E'M\x27 OR 1=1'`, `U&'M\0027 OR 1=1'`, `x'4d' M`,
	`*M*) OR 1=1`, `*)(|(cn=*M`, `M*)(objectClass=*`, `(|(cn=M)(cn=*))`, `(&(M=*)(|(1=1)))`, `M))(|(cn=*`, `\2a\28M\29`, `[M-z]*`, `?M?`, `{0}M`, `$(M)`, "`M`", `"M"`, `M -or $true`, `M' -or Enabled -eq $true -or City -eq 'M`,
	`sip:M' OR 1=1@x`, `M\' OR '1'='1`, `CN=M' OR 1=1,DC=x`, `OU=M,DC=x' OR '1'='1`, `DOMAIN\M' OR 1=1`, `M@x' OR '1'='1`, `{M-0000}`, `+1425M' OR 1=1`, `M; VACUUM INTO '/tmp/x'`, `M' OR load_extension('x') --`, `M'||randomblob(1e9)||'`,
}

// fragments make up the generated ones.
var fragments = []string{
	"'", `"`, "''", `\'`, `\`, "`", ";", "--", "/*", "*/", "#", "(", ")", "%", "_", "*", "?", "[", "]", "$1", "?1", ":a", "@a", "$$", "\x00", "\n", "\t", "\r\n", "\u2019", "\uff07", "\u02bc", "\xbf\x27", "\u202e", "İ", "ı",
	" OR ", " AND ", " 1=1 ", "'1'='1'", " UNION SELECT ", " NULL ", " LIKE ", " ESCAPE ", " IS NOT ", "DROP TABLE users", "DELETE FROM audit", "SELECT 1", "pg_sleep(9)", "sqlite_master", "csshell.users", "||", "0x27", "CHR(39)", "char(39)",
	"CN=", ",DC=x", "OU=", "sip:", "tel:", "@x", `x\`, "*)(", "(|", "(&", "(!", "=*", "\\2a", " -or ", " -eq ", "$null", "$true", " -like ",
}

func (c chance) attack() string {
	if c.IntN(4) == 0 {
		return strings.ReplaceAll(c.one(attacks...), "M", mark)
	}
	var b strings.Builder
	at, n := 0, 1+c.IntN(6)
	for at = c.IntN(n + 1); n >= 0; n-- {
		if n == at {
			b.WriteString(mark)
		}
		b.WriteString(c.one(fragments...))
	}
	if text := b.String(); strings.Contains(text, mark) {
		return text
	}
	return mark + b.String()
}

// doors are the ways in: {V} stands for the text in quotes, {F} for the text in the
// quotes of a filter. A closed one lets no user through, whatever the text.
var doors = []struct {
	program string
	closed  bool
}{
	{"Get-CsUser -Identity {V}", true}, {"Get-CsAdUser -Identity {V}", true}, {"Get-CsClientCertificate -Identity {V}", true}, {"Get-CsUser {V}", true},
	{"Get-CsUser -OU {V}", true}, {"Get-CsUser -OU ('OU=' + {V} + ',DC=x')", true}, {"Get-CsAdUser -OU {V} -Identity {V}", true},
	{"Get-CsUser -Filter ('Department -eq ''' + {F} + '''')", true}, {"Get-CsUser -Filter ('City -like ''' + {F} + '*''')", false}, {"Get-CsUser -Filter ('Title -eq ''' + {F} + ''' -and Enabled -eq $true')", true},
	{"Get-CsUser -Filter ('DisplayName -like ''*' + {F} + '*'' -or SipAddress -eq ''' + {F} + '''')", true}, {"Get-CsUser -Filter ('RegistrarPool -ne ''' + {F} + ''' -and LineURI -eq ''' + {F} + '''')", true},
	{"Get-CsUser -Filter {V}", false}, {"Get-CsUser -Filter ('Department -eq ' + {V})", false}, {"Get-CsUser -Filter ({V} + ' -eq 1')", false}, {"Get-CsUser -Filter ('Department ' + {V} + ' 1')", false},
	{"Get-CsUser -LdapFilter {V}", false}, {"Get-CsUser -LdapFilter ('department=' + {V})", false}, {"Get-CsUser -LdapFilter ('(&(enabled=TRUE)(cn=' + {V} + '))')", false},
	{"Get-CsUser | Where-Object Department -eq {V}", true}, {"Get-CsUser | Where-Object { $_.City -like {V} -and $_.Enabled }", false},
}

// own are the beginnings of the errors that an attack may get: none is a database's.
var own = []string{
	"Management object not found for identity", "Multiple management objects found for identity", "Invalid filter: ", "Cannot validate argument on parameter", "The specified wildcard character pattern is not valid",
}

// Whatever is given to Identity, OU, Filter and LdapFilter, the statements are the same,
// values are parameters, and no error is a database's own.
func TestInjection(t *testing.T) {
	attempts := storetest.Count(5000, 100_000) / 2
	statements := sqlitetest.Record(t)
	lite, err := sqlite.Create(t.Context(), filepath.Join(t.TempDir(), "store.db"))
	if err != nil {
		t.Fatal(err)
	}
	proxy := pgtest.Shared(t).StartProxy(t)
	big, err := postgres.Create(t.Context(), proxy.Through(pgtest.Start(t)))
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		name  string
		store store.Store
		sent  func() []string
	}{{"SQLite", lite, statements.Texts}, {"PostgreSQL", big, proxy.Statements}} {
		c := chance{rand.New(rand.NewPCG(17, 19))}
		load(t, row.store, c.users(60))
		sh := newShell(t.Context(), row.store)
		half := 0
		for i := range attempts {
			if i == attempts/2 {
				half = len(row.sent())
			}
			attack(t, row.name, sh, c)
		}
		sent := row.sent()
		if len(sent) != half || half == 0 {
			t.Errorf("%s: %d different statements after half of the attempts, %d after all", row.name, half, len(sent))
		}
		if i := slices.IndexFunc(sent, func(text string) bool { return strings.Contains(strings.ToLower(text), mark) }); i >= 0 {
			t.Errorf("%s: a value is in the statement %s", row.name, sent[i])
		}
		if got := sh.run("@(Get-CsAdUser).Count"); !slices.Equal(got, []string{"60"}) {
			t.Errorf("%s: in the end there are %q users", row.name, got)
		}
		if err := storetest.Sound(t.Context(), row.store); err != nil {
			t.Errorf("%s: %v", row.name, err)
		}
		t.Logf("%s: %d attempts, %d different statements", row.name, attempts, len(sent))
		if err := row.store.Close(); err != nil {
			t.Error(err)
		}
	}
}

// attack makes one attempt.
func attack(t *testing.T, name string, sh *shell, c chance) {
	t.Helper()
	text := c.attack()
	quoted := func(s string) string { return "'" + quote(s) + "'" }
	door := doors[c.IntN(len(doors))]
	program := strings.NewReplacer("{V}", quoted(text), "{F}", quoted(quote(text))).Replace(door.program)
	out := sh.run(program + " | ForEach-Object { 'found ' + $_.Identity }")
	for _, line := range out {
		message, failed := strings.CutPrefix(line, "error ")
		if _, rest, found := strings.Cut(message, ": "); found && (strings.HasPrefix(message, "Get-Cs") || strings.HasPrefix(message, "WildcardPatternException")) {
			message = rest
		}
		switch {
		case failed && !slices.ContainsFunc(own, func(begin string) bool { return strings.HasPrefix(message, begin) }):
			t.Errorf("%s: %.300q gives %.300q", name, program, line)
		case !failed && door.closed:
			t.Errorf("%s: %.300q gives %.300q", name, program, line)
		}
	}
}

// Filters of more comparisons than a database takes in a statement, or of longer
// patterns, are for the filters alone.
func TestLargeFilters(t *testing.T) {
	for name, s := range stores(t) {
		load(t, s, chance{rand.New(rand.NewPCG(3, 1))}.users(30))
		sh := newShell(t.Context(), s)
		for program, want := range map[string]string{
			`Get-CsUser -Filter ((1..3000 | ForEach-Object { "Phone -ne 'x$_'" }) -join ' -and ')`:                          "found",
			`Get-CsUser -Filter ((1..3000 | ForEach-Object { "Phone -eq 'x$_'" }) -join ' -or ')`:                           "",
			`Get-CsUser -Filter ("Department -like '*" + 'a' * 60000 + "*'")`:                                               "",
			`Get-CsUser -Filter ("Department -notlike '*" + 'a' * 60000 + "*'") | Group-Object City | ForEach-Object Count`: "found",
			`Get-CsUser -Identity ('*' + 'a' * 60000)`:                                                                      "",
		} {
			out := sh.run(program + " | Select-Object -First 1 | ForEach-Object { 'found' }")
			if got := strings.Join(out, "\n"); got != want {
				t.Errorf("%s: %s gives %.300q, want %q", name, program, got, want)
			}
		}
	}
}

// quote doubles what PowerShell takes for a quote in a text in single quotes.
func quote(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("'\u2018\u2019\u201a\u201b", r) {
			b.WriteRune(r)
		}
		fmt.Fprintf(&b, "%c", r)
	}
	return b.String()
}
