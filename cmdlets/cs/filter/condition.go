package filter

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
)

// Condition is what users meet at the least who pass the filter, for a store to
// leave out the others; nil where there is nothing to say.
func (e *Expression) Condition(tt *objects.TypeTable) *store.Condition {
	switch e.Operator {
	case "and":
		return store.Both(e.Left.Condition(tt), e.Right.Condition(tt))
	case "or":
		left, right := e.Left.Condition(tt), e.Right.Condition(tt)
		if left == nil || right == nil {
			return nil
		}
		return &store.Condition{Operator: "or", Left: left, Right: right}
	case "not":
		return nil
	}
	value := e.Value
	if p := e.Property.Stored; p != nil && p.Bool != nil && !value.IsNull() {
		wanted, err := wantedValue(tt, objects.Bool(true), value)
		if err != nil {
			return nil
		}
		value = wanted
	} else if !value.IsNull() {
		text, err := tt.Text(value, " ")
		if err != nil {
			return nil
		}
		value = objects.String(text)
	}
	return Compared(e.Property.Stored, e.Operator, value)
}

// IsExact reports whether the condition of the filter holds for no one else, where
// the store can compare the texts that it reads.
func (e *Expression) IsExact(tt *objects.TypeTable) bool {
	if e.Operator == "and" || e.Operator == "or" {
		return e.Left.IsExact(tt) && e.Right.IsExact(tt)
	}
	return e.Condition(tt) != nil
}

// Properties are the names of the stored properties that the filter reads.
func (e *Expression) Properties() []string {
	switch {
	case e.Left != nil && e.Right != nil:
		return append(e.Left.Properties(), e.Right.Properties()...)
	case e.Left != nil:
		return e.Left.Properties()
	case e.Property.Stored != nil:
		return []string{e.Property.Stored.Name}
	}
	return nil
}

// Compared is the condition that one comparison makes: a text with a text, a
// Boolean with a Boolean, or anything with $null; nil for other values.
func Compared(p *cs.Property[cs.User], operator string, value objects.Value) *store.Condition {
	switch {
	case p == nil || p.Internal:
		return nil
	case value.IsNull() && operator == "eq":
		return &store.Condition{Operator: "missing", Property: p}
	case value.IsNull() && operator == "ne":
		return &store.Condition{Operator: "present", Property: p}
	case value.IsNull():
		return nil
	}
	text, isText := value.Str()
	switch operator {
	case "eq", "ne":
		if p.Bool != nil && value.Kind() == objects.KindBoolean {
			return &store.Condition{Operator: operator, Property: p, Bool: cs.BoolOf(value.Bool())}
		}
	case "like", "notlike":
		// To Where-Object, $null is like what the empty text is like.
		if strings.ContainsAny(text, "?[]`") || strings.Trim(text, "*") == "" {
			return nil
		}
	default:
		return nil
	}
	if p.Text == nil || !isText || !store.IsPlain(text) {
		return nil
	}
	return &store.Condition{Operator: operator, Property: p, Text: text}
}
