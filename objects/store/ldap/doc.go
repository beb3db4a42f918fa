// Package ldap reads and changes the accounts and groups of a directory server
// (RFC 4511), and reads files that such a server exports (RFC 2849). It is the only
// user of the go-ldap library.
package ldap

import "strings"

// Entry is an object of the directory.
type Entry struct {
	DN         string
	Attributes []Attribute
	// Line is where the entry begins in its file; 0 for one from a server.
	Line int
}

// Attribute is an attribute of an entry with its values.
type Attribute struct {
	Name   string
	Values []string // bytes as they are; see [Value]
}

// Get is the first value of an attribute, whose name may have any case; "" where it
// has none.
func (e *Entry) Get(name string) string {
	if values := e.Values(name); len(values) > 0 {
		return values[0]
	}
	return ""
}

// Values are the values of an attribute, whose name may have any case.
func (e *Entry) Values(name string) []string {
	for i := range e.Attributes {
		if strings.EqualFold(e.Attributes[i].Name, name) {
			return e.Attributes[i].Values
		}
	}
	return nil
}

// add adds a value to an attribute.
func (e *Entry) add(name, value string) {
	for i := range e.Attributes {
		if a := &e.Attributes[i]; strings.EqualFold(a.Name, name) {
			a.Values = append(a.Values, value)
			return
		}
	}
	e.Attributes = append(e.Attributes, Attribute{name, []string{value}})
}
