package store_test

import (
	"strings"
	"testing"

	"github.com/csshell/csshell/objects/store"
)

func TestConditionFits(t *testing.T) {
	chain := func(n int, text string) (c *store.Condition) {
		for range n {
			c = store.Both(&store.Condition{Operator: "eq", Text: text}, store.Both(c, nil))
		}
		return c
	}
	for _, row := range []struct {
		name      string
		condition *store.Condition
		want      bool
	}{
		{"none", nil, true}, {"one", chain(1, "x"), true}, {"100", chain(100, "x"), true}, {"101", chain(101, "x"), false}, {"a million", chain(1_000_000, "x"), false},
		{"long", chain(1, strings.Repeat("x", 8000)), true}, {"longer", chain(1, strings.Repeat("x", 8001)), false}, {"longer at last", store.Both(chain(2, "x"), chain(1, strings.Repeat("x", 8001))), false},
	} {
		if got := row.condition.Fits(); got != row.want {
			t.Errorf("%s: %v, want %v", row.name, got, row.want)
		}
	}
}
