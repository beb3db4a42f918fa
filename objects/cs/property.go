package cs

import (
	"fmt"
	"strings"
)

// A Property is one named property of T. Exactly one of its four accessors is
// set, and says the type of the property; it points at the field of an object.
type Property[T any] struct {
	// Name is the property in PowerShell's spelling.
	Name string
	// Column is its column in a store. Two properties may share a column.
	Column string
	// Shared says that many objects have the same text, so that a reader
	// should keep one copy of it.
	Shared bool
	// Policy says that the text is the name of a per-user policy.
	Policy bool
	// Server says that the server keeps it, and the directory does not: it goes
	// with the server account.
	Server bool
	// Internal says that the property is stored and is a column of CSV files,
	// but that scripts do not see it.
	Internal bool
	// Braces says that a GUID is written in braces.
	Braces bool

	Text func(*T) *string // empty stands for $null
	Bool func(*T) *Bool
	Time func(*T) *Ticks
	GUID func(*T) *GUID
}

// Get returns the value of p as text: empty for $null, True or False, a time
// in ISO 8601, a GUID in lower case.
func (p *Property[T]) Get(object *T) string {
	switch {
	case p.Text != nil:
		return *p.Text(object)
	case p.Bool != nil:
		return p.Bool(object).String()
	case p.Time != nil:
		return p.Time(object).String()
	case p.Braces && p.GUID(object).Valid:
		return "{" + p.GUID(object).String() + "}"
	default:
		return p.GUID(object).String()
	}
}

// Set parses text into p. The empty text is $null for every type. Besides the
// forms of [Property.Get] it takes what Export-Csv writes: see [ParseTicks]
// and [ParseGUID].
func (p *Property[T]) Set(object *T, text string) (err error) {
	switch {
	case p.Text != nil:
		*p.Text(object) = text
	case p.Bool != nil:
		*p.Bool(object), err = ParseBool(text)
	case p.Time != nil:
		*p.Time(object), err = ParseTicks(text)
	case text == "":
		*p.GUID(object) = GUID{}
	default:
		*p.GUID(object), err = ParseGUID(text)
	}
	return err
}

// Properties lists the properties of T, in the order in which PowerShell
// shows them.
type Properties[T any] []Property[T]

// Find returns the index of the property called name in any case, or -1.
func (list Properties[T]) Find(name string) int {
	for i := range list {
		if strings.EqualFold(list[i].Name, name) {
			return i
		}
	}
	return -1
}

// Set returns the set of the properties called names. An unknown name is an
// error that says it.
func (list Properties[T]) Set(names ...string) (PropertySet, error) {
	var set PropertySet
	for _, name := range names {
		i := list.Find(name)
		if i < 0 {
			return 0, fmt.Errorf("%q is not a property", name)
		}
		set = set.With(i)
	}
	return set, nil
}

// PropertySet is a set of indexes into a list of properties. The empty set
// stands for all of them where a store is asked for properties.
type PropertySet uint64

// With returns set and the property at index i.
func (set PropertySet) With(i int) PropertySet { return set | 1<<i }

// Has reports whether the property at index i is asked for.
func (set PropertySet) Has(i int) bool { return set == 0 || set&(1<<i) != 0 }
