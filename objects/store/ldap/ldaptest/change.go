package ldaptest

import (
	"slices"
	"strings"

	ber "github.com/go-asn1-ber/asn1-ber"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store/ldap"
)

// The kinds of changes (RFC 4511 4.6).
const (
	addValues, deleteValues, replaceValues = 0, 1, 2
)

// Entry is a copy of an entry as it is now; nil for none.
func (s *Server) Entry(dn string) *ldap.Entry {
	s.mu.Lock()
	defer s.mu.Unlock()
	e := s.entry(dn)
	if e == nil {
		return nil
	}
	c := *e
	c.Attributes = slices.Clone(e.Attributes)
	return &c
}

func (s *Server) entry(dn string) *ldap.Entry {
	for _, e := range s.entries {
		if cs.DNKey(e.DN) == cs.DNKey(dn) {
			return e
		}
	}
	return nil
}

// modify changes an entry.
func (s *Server) modify(request *ber.Packet) (code int) {
	dn := text(request.Children[0])
	s.note("modify " + dn)
	s.mu.Lock()
	defer s.mu.Unlock()
	e := s.entry(dn)
	if e == nil {
		return noSuchObject
	}
	for _, change := range request.Children[1].Children {
		what := change.Children[1]
		if code := apply(e, change.Children[0].Value.(int64), text(what.Children[0]), texts(what.Children[1])); code != success {
			return code
		}
	}
	return success
}

func texts(set *ber.Packet) []string {
	var values []string
	for _, v := range set.Children {
		values = append(values, text(v))
	}
	return values
}

// apply makes one change.
func apply(e *ldap.Entry, kind int64, name string, values []string) (code int) {
	present := slices.Clone(e.Values(name))
	switch kind {
	case addValues:
		for _, v := range values {
			if contains(present, v) {
				return valueExists
			}
		}
		present = append(present, values...)
	case deleteValues:
		for _, v := range values {
			if !contains(present, v) {
				return noSuchAttribute
			}
		}
		present = slices.DeleteFunc(present, func(v string) bool { return contains(values, v) })
	case replaceValues:
		present = values
	}
	e.Attributes = slices.DeleteFunc(slices.Clone(e.Attributes), func(a ldap.Attribute) bool { return strings.EqualFold(a.Name, name) })
	if len(present) > 0 {
		e.Attributes = append(e.Attributes, ldap.Attribute{Name: name, Values: present})
	}
	return success
}

// add makes an entry.
func (s *Server) add(request *ber.Packet) (code int) {
	e := &ldap.Entry{DN: text(request.Children[0])}
	s.note("add " + e.DN)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.entry(e.DN) != nil {
		return entryExists
	}
	for _, a := range request.Children[1].Children {
		e.Attributes = append(e.Attributes, ldap.Attribute{Name: text(a.Children[0]), Values: texts(a.Children[1])})
	}
	s.entries = append(s.entries, e)
	return success
}
