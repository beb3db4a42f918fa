package data

import (
	"context"
	"strings"
	"testing"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
)

// users is a table with a text, a number and a cell without a value.
func users(t *testing.T) *table {
	t.Helper()
	tt := objects.NewTypeTable(func() [][]objects.TypeEntry { return [][]objects.TypeEntry{system.Types(), Types()} })
	made := newTable(tt, text("users"))
	for _, c := range []*dataColumn{newColumn(text("Name"), objects.Null), newColumn(text("Age"), objects.TypeValue(objects.Int32Type))} {
		if err := made.addColumn(c); err != nil {
			t.Fatal(err)
		}
	}
	for _, r := range [][]value{{text("ken"), objects.Int(40)}, {text("Pilar"), objects.Int(31)}, {text("o'neil"), null()}} {
		if _, err := made.fill(r); err != nil {
			t.Fatal(err)
		}
	}
	return made
}

// TestQuery selects rows: the names found, or the error.
func TestQuery(t *testing.T) {
	made := users(t)
	for _, row := range [][3]string{
		{"Age > 30", "Age", "Pilar ken"},
		{"Age > 30 AND NOT Age = 40", "", "Pilar"},
		{"Age IS NULL", "", "o'neil"},
		{"Age IS NOT NULL", "Name DESC", "Pilar ken"},
		{"Name LIKE 'p%'", "", "Pilar"},
		{"Name LIKE '*n'", "", "ken"},
		{"Name = 'KEN' OR Name = 'o''neil'", "", "ken o'neil"},
		{"[Age] + 1 = 32", "", "Pilar"},
		{"Age IN (31, 40)", "Age DESC", "ken Pilar"},
		{"Name NOT IN ('ken')", "", "Pilar o'neil"},
		{"Len(Name) = 5", "", "Pilar"},
		{"IsNull(Age, 0) = 0", "", "o'neil"},
		{"IIF(Age > 35, 1, 2) = 2", "", "Pilar o'neil"},
		{"", "Age", "o'neil Pilar ken"},
		{"Nope = 1", "", "Cannot find column [Nope]."},
		{"Age =", "", "Syntax error: Missing operand after '=' operator."},
		{"Age ! 1", "", "The expression contains unsupported operator '!'."},
		{strings.Repeat("(", 1000), "", "Expression is too complex."},
		{"Foo(Age) = 1", "", "The expression contains undefined function call Foo()."},
	} {
		found, err := made.query(row[0], row[1])
		var names []string
		for _, r := range found {
			s, _ := r.get(0).Str()
			names = append(names, s)
		}
		got := strings.Join(names, " ")
		if err != nil {
			got = err.Error()
		}
		if got != row[2] {
			t.Errorf("%.40s: got %q, want %q", row[0], got, row[2])
		}
	}
}

// TestCompute works out aggregates.
func TestCompute(t *testing.T) {
	made := users(t)
	for _, row := range [][2]string{{"SUM(Age)", "71"}, {"MAX(Age)", "40"}, {"MIN(Name)", "ken"}, {"COUNT(Age)", "2"}, {"AVG(Age)", "36"}} {
		v, err := made.types.Invoke(context.Background(), objects.Of(made), objects.Invocation{Name: "Compute", Args: []value{text(row[0]), text("")}})
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := made.types.Text(v, " "); got != row[1] {
			t.Errorf("%s = %s, want %s", row[0], got, row[1])
		}
	}
}

// FuzzFilter looks for filters that are not survived.
func FuzzFilter(f *testing.F) {
	f.Add("Age > 30 AND Name LIKE 'k%'")
	f.Fuzz(func(t *testing.T, filter string) { _, _ = users(t).query(filter, "") })
}
