package filter_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/csshell/csshell/cmdlets/cs/filter"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/dotnet"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/postgres"
	"github.com/csshell/csshell/objects/store/postgres/pgtest"
	"github.com/csshell/csshell/objects/store/sqlite"
)

// texts are values of properties and of comparisons: case, accents, what cultures
// ignore, what patterns and SQL take for special.
var texts = []string{
	"", "Finance", "FINANCE", "finance", "Fin\u00adance", "co-op", "coop", "Straße", "STRASSE", "I", "i", "İ", "ı", "é", "e\u0301", "É",
	"a'b", `a"b`, "100%", "a_b", "a\\b", "[x]", "a?b", "a*b", "a b", " a b ", "x\ty", "遠藤", "Юлия", "юлия", "K", "K", "ſ", "s", "--", "'; DROP TABLE users; --",
	"redmond-cs-001.litwareinc.com", "\u200d", "ﬁnance", "naïve", "NAIVE", "~", "`a",
}

var properties = [...]string{"Department", "Title", "City", "RegistrarPool", "Enabled", "EnterpriseVoiceEnabled"}

type generator struct{ *rand.Rand }

func (g generator) text() string { return texts[g.IntN(len(texts))] }

func (g generator) user(i int) *cs.User {
	return &cs.User{
		Identity: fmt.Sprintf("CN=User %d,DC=x", i), SamAccountName: fmt.Sprintf("user%d", i),
		Department: g.text(), Title: g.text() + g.text(), City: strings.ToUpper(g.text()), RegistrarPool: g.text(),
		Enabled: cs.Bool(g.IntN(3)), EnterpriseVoiceEnabled: cs.Bool(g.IntN(3)),
	}
}

func (g generator) value() objects.Value {
	switch g.IntN(8) {
	case 0:
		return objects.Null
	case 1:
		return objects.Bool(g.IntN(2) == 0)
	case 2:
		return objects.String("*" + g.text() + "*")
	case 3:
		return objects.String(strings.ReplaceAll(g.text(), "a", "?"))
	}
	return objects.String(g.text())
}

func (g generator) expression(depth int) *filter.Expression {
	if depth > 0 && g.IntN(2) == 0 {
		e := &filter.Expression{Operator: [...]string{"and", "or", "not"}[g.IntN(3)], Left: g.expression(depth - 1)}
		if e.Operator != "not" {
			e.Right = g.expression(depth - 1)
		}
		return e
	}
	p, _ := filter.UserProperty(properties[g.IntN(len(properties))])
	operators := [...]string{"eq", "ne", "like", "notlike", "gt", "le"}
	return &filter.Expression{Operator: operators[g.IntN(len(operators))], Property: p, Value: g.value()}
}

// A store may return more than the users who pass a filter, and never fewer: what a
// filter finds in memory, it finds in both stores. Where the store says that it decides,
// it finds no one else. Up to 1,000 filters over 500 users are half a million pairs on each store.
func TestConditionLosesNoOne(t *testing.T) {
	const users, filters = 500, 1000
	g := generator{rand.New(rand.NewPCG(1, 2))}
	all := make([]*cs.User, users)
	for i := range all {
		all[i] = g.user(i)
	}
	tt := objects.NewTypeTable(func() [][]objects.TypeEntry { return dotnet.Sources() })
	for name, s := range stores(t) {
		change := store.Change{Operation: store.NewOperationID(), Step: 1, Facts: store.Facts{At: cs.TicksOf(time.Now()), Action: "Import"}}
		_, err := s.Import(t.Context(), change, func(b store.Batch) error {
			for i, u := range all {
				copied := *u
				if err := b.AddUser(i+1, &copied); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(name, err)
		}
		saved, pushed, exact := 0, 0, 0
		for range filters {
			e := g.expression(3)
			condition := e.Condition(tt)
			if condition == nil {
				continue
			}
			pushed++
			found := map[string]bool{}
			for u, err := range s.Users(t.Context(), store.UserQuery{NeverEnabled: true, Where: condition}) {
				if err != nil {
					t.Fatal(name, err)
				}
				found[u.SamAccountName] = true
			}
			saved += users - len(found)
			test := e.Test(tt)
			passed := 0
			for _, u := range all {
				yes, err := test(u)
				if err == nil && yes && !found[u.SamAccountName] {
					t.Fatalf("%s loses %+v with %+v", name, u, condition)
				}
				if yes {
					passed++
				}
			}
			if e.IsExact(tt) {
				exact++
				if n := counted(t, s, condition, test); n != passed {
					t.Fatalf("%s counts %d users and not %d with %+v", name, n, passed, condition)
				}
			}
		}
		if exact < filters/8 {
			t.Errorf("%s: %d conditions are exact", name, exact)
		}
		if pushed < filters/4 || saved < pushed*users/4 {
			t.Errorf("%s: %d conditions of %d leave out %d users", name, pushed, filters, saved)
		}
	}
}

// counted is how many users the store counts with a condition, and those that it leaves
// undecided and that pass the test.
func counted(t *testing.T, s store.Store, condition *store.Condition, test filter.Test) int {
	query := store.UserQuery{NeverEnabled: true, Where: condition}
	counts, err := s.CountUsers(t.Context(), query, 0, 1)
	if err != nil || len(counts) != 1 {
		t.Fatal(counts, err)
	}
	n := counts[0].Count
	query.Undecided = true
	for u, err := range s.Users(t.Context(), query) {
		if err != nil {
			t.Fatal(err)
		}
		if yes, err := test(u); err == nil && yes {
			n++
		}
	}
	return n
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
