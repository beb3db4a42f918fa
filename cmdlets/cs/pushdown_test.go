package cs_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/csshell/csshell/cmdlets/core"
	cscmdlets "github.com/csshell/csshell/cmdlets/cs"
	"github.com/csshell/csshell/cmdlets/utility"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/dotnet"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/postgres"
	"github.com/csshell/csshell/objects/store/postgres/pgtest"
	"github.com/csshell/csshell/objects/store/sqlite"
	"github.com/csshell/csshell/runtime"
)

// values are those of properties and comparisons: case, accents, what cultures
// ignore, what patterns and SQL take for special, nothing.
var values = []string{
	"", "Finance", "FINANCE", "finance", "Fin\u00adance", "co-op", "coop", "Straße", "STRASSE", "I", "i", "İ", "ı", "é", "e\u0301", "É",
	"a'b", `a"b`, "100%", "a_b", `a\b`, "[x]", "a?b", "a b", "x\ty", "遠藤", "Юлия", "юлия", "K", "ſ", "s", "--", "naïve", "NAIVE", "~",
	"Sales", "sales", "IT", "Legal", "Research", "R&D", "Sales", "IT", "Legal",
}

type chance struct{ *rand.Rand }

func (c chance) one(list ...string) string { return list[c.IntN(len(list))] }

func (c chance) property() string {
	return c.one("Department", "Title", "City", "RegistrarPool", "Enabled", "EnterpriseVoiceEnabled", "SamAccountName")
}

func (c chance) users(n int) []*cs.User {
	list := make([]*cs.User, n)
	for i := range list {
		list[i] = &cs.User{
			Identity: fmt.Sprintf("CN=User %d,DC=x", i), SamAccountName: fmt.Sprintf("user%d", i),
			Department: c.one(values...), Title: c.one(values...) + c.one(values...), City: strings.ToUpper(c.one(values...)), RegistrarPool: c.one(values...),
			Enabled: cs.Bool(c.IntN(3)), EnterpriseVoiceEnabled: cs.Bool(c.IntN(3)),
		}
	}
	return list
}

// comparison is Property -operator value.
func (c chance) comparison() string {
	value := c.one(values...)
	switch c.IntN(8) {
	case 0:
		return c.property() + " " + c.one("-eq", "-ne") + " " + c.one("$null", "$true", "$false")
	case 1:
		value = "*" + value + "*"
	case 2:
		value = value[:min(1, len(value))] + "*"
		value = strings.ToValidUTF8(value, "?")
	}
	return c.property() + " " + c.one("-eq", "-ne", "-like", "-notlike", "-eq", "-gt", "-ceq") + " '" + strings.ReplaceAll(value, "'", "''") + "'"
}

// where is a Where-Object with one to three comparisons.
func (c chance) where() string {
	if c.IntN(3) == 0 {
		return " | Where-Object " + c.comparison()
	}
	block := "$_." + c.comparison()
	for range c.IntN(3) {
		block += c.one(" -and ", " -and ", " -or ") + "$_." + c.comparison()
	}
	return " | Where-Object { " + block + " }"
}

// rest is a pipeline behind the users, which ends in texts.
func (c chance) rest() string {
	var b strings.Builder
	for range c.IntN(3) {
		b.WriteString(c.where())
	}
	first := fmt.Sprint(" | Select-Object -First ", c.IntN(40))
	b.WriteString(c.one(
		" | Measure-Object | ForEach-Object Count",
		" | Group-Object "+c.property()+" -NoElement | ForEach-Object { \"$($_.Count) $($_.Name)\" }",
		" | Group-Object "+c.property()+", "+c.property()+" -NoElement -CaseSensitive | ForEach-Object { \"$($_.Count) $($_.Name)\" }",
		" | Group-Object "+c.property()+" | ForEach-Object { \"$($_.Name) $($_.Group[0].Title)\" }",
		" | Sort-Object "+c.property()+first+" | ForEach-Object SamAccountName",
		" | Sort-Object "+c.property()+", SamAccountName -Descending"+first+" -Skip 2 | ForEach-Object Title",
		first+" | ForEach-Object { \"$($_.SamAccountName) $($_.City) $($_.Enabled)\" }",
		first+" -Skip 3"+c.where()+" | Measure-Object | ForEach-Object Count",
		" | Select-Object SamAccountName, "+c.property()+" | ForEach-Object { \"$_\" }",
		" | Select-Object -Last 5 | ForEach-Object SamAccountName",
		" | Measure-Object Title -Maximum | ForEach-Object Maximum",
	))
	return b.String()
}

// given is a store that is open.
type given struct{ opened store.Store }

func (g given) Store(context.Context) (store.Store, error) { return g.opened, nil }

func (g given) Name() string { return "given" }

// nobody is a host at which nobody can be asked, and that shows nothing.
type nobody struct{ runtime.Host }

func (nobody) Interactive() bool { return false }

func (nobody) Colors() (output, errors bool) { return false, false }

func (nobody) WriteStream(runtime.Stream, string) error { return nil }

func (nobody) WriteProgress(*runtime.ProgressRecord) error { return nil }

// shell runs programs over a store.
type shell struct {
	*runtime.Session
	output []string
}

func newShell(ctx context.Context, s store.Store) *shell {
	var sh shell
	commands := runtime.NewCommandTable(func() []runtime.Module {
		return []runtime.Module{
			{Name: "Microsoft.PowerShell.Core", Cmdlets: core.Cmdlets(utility.IsApprovedVerb)},
			{Name: "Microsoft.PowerShell.Utility", Cmdlets: utility.Cmdlets()},
			cscmdlets.Module(given{s}, nil),
		}
	})
	sh.Session = runtime.NewSession(ctx, runtime.Options{
		Host: nobody{}, Commands: commands, Environment: runtime.NewEnvironment(nil), ErrorOutput: func(text string) error { sh.output = append(sh.output, "error "+text); return nil },
		Types: objects.NewTypeTable(func() [][]objects.TypeEntry { return append(dotnet.Sources(), runtime.Types(), cs.Types()) }),
		Output: func(v objects.Value) error {
			text, err := sh.Types.Text(v, ",")
			sh.output = append(sh.output, text)
			return err
		},
	})
	return &sh
}

func (sh *shell) run(program string) []string {
	sh.output = nil
	if err := sh.RunText(program); err != nil {
		sh.output = append(sh.output, "error "+err.Error())
	}
	return sh.output
}

// What a pipeline answers with the help of a store, it answers without: behind users
// who are there already, nothing can be asked of the store. 250 pipelines over 2,000
// users are half a million pairs of a pipeline and a user on each store.
func TestPipelinesAnswerAlikeInTheStoreAndInMemory(t *testing.T) {
	const users, pipelines = 2000, 250
	for name, s := range stores(t) {
		c := chance{rand.New(rand.NewPCG(7, 11))}
		load(t, s, c.users(users))
		sh := newShell(t.Context(), s)
		if out := sh.run("$all = @(Get-CsUser); $all.Count -gt 1000"); !slices.Equal(out, []string{"True"}) {
			t.Fatal(name, out)
		}
		answered := 0
		for range pipelines {
			rest := c.rest()
			want := sh.run("$all" + rest)
			got := sh.run("Get-CsUser" + rest)
			if !slices.Equal(got, want) {
				t.Errorf("%s: %s\n got %.300q\nwant %.300q", name, rest, got, want)
			}
			if len(want) > 0 && want[0] != "0" {
				answered++
			}
		}
		if answered < pipelines/2 {
			t.Errorf("%s: only %d pipelines had an answer", name, answered)
		}
	}
}

// The plan of a pipeline says what the store is asked, and runs nothing.
func TestShowCsPlan(t *testing.T) {
	for name, s := range stores(t) {
		load(t, s, chance{rand.New(rand.NewPCG(1, 1))}.users(10))
		sh := newShell(t.Context(), s)
		for _, row := range []struct{ pipeline, property, want string }{
			{"Get-CsUser | Where-Object Department -eq Sales | Select-Object City", "Statement", "WHERE id > ? AND (department = ? OR "},
			{"Get-CsUser | Where-Object Department -eq Sales | Select-Object City", "Parameters", "0, 'sales'"},
			{"Get-CsUser | Where-Object Department -eq Sales | Select-Object City", "InStore", "columns: SamAccountName, Department, City"},
			{"Get-CsUser | Where-Object { $_.City.Length -gt 3 }", "InMemory", "Where-Object { $_.City.Length -gt 3 }"},
			{"Get-CsUser | Group-Object City -NoElement", "Statement", "count(*), city FROM "},
			{"Get-CsUser | Sort-Object City | Revoke-CsClientCertificate", "InMemory", "Sort-Object City"},
			{"Get-CsUser pilar", "Statement", "user_names"},
			{"Get-CsUser | Measure-Object", "DatabasePlan", "users"},
		} {
			out := strings.Join(sh.run("(Show-CsPlan { "+row.pipeline+" })."+row.property), "\n")
			plain := strings.NewReplacer("?1", "?", "?2", "?", "$1", "?", "$2", "?", " COLLATE NOCASE", "", "lower(department COLLATE \"C\")", "department").Replace(out)
			if !strings.Contains(plain, row.want) {
				t.Errorf("%s: %s of %s is %s", name, row.property, row.pipeline, out)
			}
		}
		if out := sh.run("try { Show-CsPlan { 1, 2 | Sort-Object } } catch { $_.Exception.Message }"); len(out) != 1 || !strings.Contains(out[0], "does not begin with Get-CsUser") {
			t.Error(name, out)
		}
	}
}

func load(t *testing.T, s store.Store, users []*cs.User) {
	t.Helper()
	change := store.Change{Operation: store.NewOperationID(), Step: 1, Facts: store.Facts{At: cs.TicksOf(time.Now()), Action: "Import"}}
	_, err := s.Import(t.Context(), change, func(b store.Batch) error {
		for i, u := range users {
			if err := b.AddUser(i+1, u); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func stores(t *testing.T) map[string]store.Store {
	lite, err := sqlite.Temporary(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	big, err := postgres.Create(t.Context(), pgtest.Start(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := lite.Close(); err != nil {
			t.Error(err)
		}
		if err := big.Close(); err != nil {
			t.Error(err)
		}
	})
	return map[string]store.Store{"SQLite": lite, "PostgreSQL": big}
}
