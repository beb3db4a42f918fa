package filter

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/wildcard"
)

// Test makes the test of a filter.
func (e *Expression) Test(tt *objects.TypeTable) Test {
	switch e.Operator {
	case "and", "or":
		return combined(e.Left.Test(tt), e.Right.Test(tt), e.Operator == "and")
	case "not":
		inner := e.Left.Test(tt)
		return func(u *cs.User) (bool, error) { yes, err := inner(u); return !yes, err }
	}
	return e.compare(tt)
}

func combined(left, right Test, and bool) Test {
	return func(u *cs.User) (bool, error) {
		yes, err := left(u)
		if err != nil || yes != and {
			return yes, err
		}
		return right(u)
	}
}

// compare makes the test of one comparison. $null as the value asks whether the
// property is there.
func (e *Expression) compare(tt *objects.TypeTable) Test {
	if e.Value.IsNull() {
		return func(u *cs.User) (bool, error) {
			missing := e.Property.Value(u).IsNull()
			return e.Operator == "eq" && missing || e.Operator == "ne" && !missing, nil
		}
	}
	c := comparer{tt: tt, operator: e.Operator, given: e.Value}
	return func(u *cs.User) (bool, error) {
		actual := e.Property.Value(u)
		if actual.IsNull() {
			return e.Operator == "ne" || e.Operator == "notlike", nil
		}
		return c.holds(actual)
	}
}

// comparer compares the values of a property with one value, which it converts
// once.
type comparer struct {
	tt       *objects.TypeTable
	operator string
	given    objects.Value

	kind    objects.Kind  // of the values, all of which are of one type
	wanted  objects.Value // given in that type
	pattern *wildcard.Pattern
	ready   bool
}

func (c *comparer) holds(actual objects.Value) (bool, error) {
	if !c.ready || c.kind != actual.Kind() {
		if err := c.prepare(actual); err != nil {
			return false, err
		}
	}
	switch c.operator {
	case "eq":
		return c.tt.Equal(actual, c.wanted, true), nil
	case "ne":
		return !c.tt.Equal(actual, c.wanted, true), nil
	case "like", "notlike":
		text, err := c.tt.Text(actual, " ")
		return c.pattern.Match(text) == (c.operator == "like"), err
	}
	n, err := c.tt.Compare(actual, c.wanted, true)
	switch c.operator {
	case "gt":
		return n > 0, err
	case "ge":
		return n >= 0, err
	case "lt":
		return n < 0, err
	}
	return n <= 0, err
}

func (c *comparer) prepare(actual objects.Value) (err error) {
	if c.wanted, err = wantedValue(c.tt, actual, c.given); err != nil {
		return err
	}
	if strings.HasSuffix(c.operator, "like") {
		text, err := c.tt.Text(c.wanted, " ")
		if err != nil {
			return err
		}
		if c.pattern, err = wildcard.Compile(text, true); err != nil {
			return err
		}
	}
	c.kind, c.ready = actual.Kind(), true
	return nil
}

// wantedValue is the value of a comparison in the type of the property.
func wantedValue(tt *objects.TypeTable, actual, value objects.Value) (objects.Value, error) {
	switch actual.Kind() {
	case objects.KindDateTime:
		return tt.Convert(value, objects.DateTimeType)
	case objects.KindBoolean:
		text, err := tt.Text(value, " ")
		return objects.Bool(strings.EqualFold(text, "True")), err
	}
	text, err := tt.Text(value, " ")
	return objects.String(text), err
}
