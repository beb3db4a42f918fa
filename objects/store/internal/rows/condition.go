package rows

import (
	"strings"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
)

// Dialect is how a database says what conditions need.
type Dialect struct {
	// Parameter returns a parameter by its number.
	Parameter func(n int) string
	// Fold returns a column for comparison without regard to the case of ASCII.
	Fold func(column string) string
	// Odd returns the condition for a text that is not printable ASCII.
	Odd func(column string) string
	// IsNot compares a Boolean and takes NULL for a value.
	IsNot string
}

// Where returns the condition of query with an AND before it, and the values of its
// parameters, which are numbered from first on. Values never become part of the
// statement, so that there are as many statements as there are shapes of
// conditions.
func (d Dialect) Where(c *store.Condition, first int) (sql string, args []any) {
	if c == nil {
		return "", nil
	}
	w := where{dialect: d, next: first}
	w.write(c)
	return " AND (" + w.sql.String() + ")", w.args
}

// WhereOf returns the condition of query as Where does, without the users whom the
// database cannot decide on or, where query asks for them, of those alone.
func (d Dialect) WhereOf(q store.UserQuery, first int) (sql string, args []any) {
	sql, args = d.Where(q.Where, first)
	odd := d.odd(q.Where)
	switch {
	case q.Undecided && odd == "":
		return " AND FALSE", nil
	case q.Undecided:
		return sql + " AND (" + odd + ")", args
	}
	return sql, args
}

// Decided returns the condition that the database decides on c, with an AND before
// it.
func (d Dialect) Decided(c *store.Condition) string {
	odd := d.odd(c)
	if odd == "" {
		return ""
	}
	return " AND (" + odd + ") IS NOT TRUE"
}

// odd returns the condition that a text is not one that the database compares; there
// is none where c compares no texts.
func (d Dialect) odd(c *store.Condition) string {
	if c == nil {
		return ""
	}
	switch c.Operator {
	case "and", "or":
		left, right := d.odd(c.Left), d.odd(c.Right)
		if left == "" || right == "" {
			return left + right
		}
		return left + " OR " + right
	case "missing", "present":
		return ""
	}
	if c.Property.Bool != nil {
		return ""
	}
	return d.Odd(c.Property.Column)
}

type where struct {
	dialect Dialect
	next    int
	sql     strings.Builder
	args    []any
}

func (w *where) put(texts ...string) {
	for _, text := range texts {
		w.sql.WriteString(text)
	}
}

func (w *where) parameter(value any) string {
	w.args = append(w.args, value)
	w.next++
	return w.dialect.Parameter(w.next - 1)
}

func (w *where) write(c *store.Condition) {
	switch c.Operator {
	case "and", "or":
		w.put("(")
		w.write(c.Left)
		w.put(") ", c.Operator, " (")
		w.write(c.Right)
		w.put(")")
		return
	case "missing":
		w.put(c.Property.Column, " IS NULL")
		return
	case "present":
		w.put(c.Property.Column, " IS NOT NULL")
		return
	}
	if c.Property.Bool != nil {
		w.writeBool(c)
		return
	}
	w.writeText(c)
}

func (w *where) writeBool(c *store.Condition) {
	value := "FALSE"
	if c.Bool == cs.True {
		value = "TRUE"
	}
	operator := " = "
	if c.Operator == "ne" {
		operator = w.dialect.IsNot
	}
	w.put(c.Property.Column, operator, value)
}

func (w *where) writeText(c *store.Condition) {
	column := c.Property.Column
	operator, value, after := " = ", strings.ToLower(c.Text), ""
	if strings.HasSuffix(c.Operator, "like") {
		operator, after = " LIKE ", ` ESCAPE '\'`
		value = strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`, "*", "%").Replace(value)
	}
	comparison := w.dialect.Fold(column) + operator + w.parameter(value) + after
	switch c.Operator {
	case "eq", "like":
		w.put(comparison, " OR ", w.dialect.Odd(column))
	default:
		w.put("NOT (", comparison, ") OR ", column, " IS NULL OR ", w.dialect.Odd(column))
	}
}
