package rows_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/internal/rows"
)

// What a person gives is a parameter, and never a part of a statement: whatever the
// values, conditions of one shape are one text.
func TestValuesAreBound(t *testing.T) {
	dialect := rows.Dialect{
		Parameter: func(n int) string { return "?" + strconv.Itoa(n) },
		Fold:      func(column string) string { return "lower(" + column + ")" },
		Odd:       func(column string) string { return "odd(" + column + ")" },
		IsNot:     " IS NOT ",
	}
	property := &cs.UserProperties[cs.UserProperties.Find("Department")]
	for _, operator := range []string{"eq", "ne", "like", "notlike"} {
		texts := map[string]bool{}
		for _, value := range []string{"Finance", "", "'; DROP TABLE users; --", `\`, "%", "_", "*", "?1", "$1", "1 OR 1=1", "a') OR ('' = '"} {
			one := &store.Condition{Operator: operator, Property: property, Text: value}
			sql, args := dialect.Where(&store.Condition{Operator: "and", Left: one, Right: one}, 3)
			texts[sql] = true
			if len(args) != 2 || !strings.Contains(sql, "?3") || !strings.Contains(sql, "?4") {
				t.Errorf("%s %q: %s with %d values", operator, value, sql, len(args))
			}
		}
		if len(texts) != 1 {
			t.Errorf("%s has the texts %v", operator, texts)
		}
	}
}
