package ldap

import (
	"context"
	"errors"
	"iter"
	"strings"

	"github.com/go-ldap/ldap/v3"
)

// ErrNotFound is what the directory does not have.
var ErrNotFound = errors.New("no such object")

// pageSize is how many entries the server gives at once; servers of Active Directory
// give 1,000 at the most.
const pageSize = 500

// Scope is how far below its base a search goes.
type Scope int

// The scopes.
const (
	Object   Scope = ldap.ScopeBaseObject
	OneLevel Scope = ldap.ScopeSingleLevel
	Subtree  Scope = ldap.ScopeWholeSubtree
)

// Search says what to look for.
type Search struct {
	Base       string // "" for the whole domain
	Scope      Scope
	Filter     string   // (department=Finance)
	Attributes []string // nil for all
}

// Search returns the entries that are found, page by page; while the body of the
// loop runs, the server may be asked other things. ErrNotFound says that the base is
// not there.
func (s *Server) Search(ctx context.Context, q Search) iter.Seq2[*Entry, error] {
	return func(yield func(*Entry, error) bool) {
		if q.Base == "" {
			base, err := s.Base(ctx)
			if err != nil {
				yield(nil, err)
				return
			}
			q.Base = base
		}
		paging := ldap.NewControlPaging(pageSize)
		for {
			page, err := s.page(ctx, q, paging)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, e := range page {
				if !yield(e, nil) {
					return
				}
			}
			if len(paging.Cookie) == 0 {
				return
			}
		}
	}
}

// page reads the next page.
func (s *Server) page(ctx context.Context, q Search, paging *ldap.ControlPaging) ([]*Entry, error) {
	request := ldap.NewSearchRequest(q.Base, int(q.Scope), ldap.NeverDerefAliases, 0, 0, false, q.Filter, q.Attributes, []ldap.Control{paging})
	var found []*Entry
	err := s.do(ctx, func(c *ldap.Conn) error {
		answer, err := c.Search(request)
		if err != nil {
			return err
		}
		for _, e := range answer.Entries {
			found = append(found, entryOf(e))
		}
		next, _ := ldap.FindControl(answer.Controls, ldap.ControlTypePaging).(*ldap.ControlPaging)
		if next == nil {
			paging.SetCookie(nil) // a server that gives no pages has given all
			return nil
		}
		paging.SetCookie(next.Cookie)
		return nil
	})
	if ldap.IsErrorWithCode(err, ldap.LDAPResultNoSuchObject) {
		return nil, s.failed(ErrNotFound)
	}
	return found, err
}

func entryOf(e *ldap.Entry) *Entry {
	made := &Entry{DN: e.DN, Attributes: make([]Attribute, len(e.Attributes))}
	for i, a := range e.Attributes {
		values := make([]string, len(a.ByteValues))
		for k, v := range a.ByteValues {
			values[k] = string(v)
		}
		made.Attributes[i] = Attribute{a.Name, values}
	}
	return made
}

// Set gives an account new values of properties; the empty text takes a value away.
func (s *Server) Set(ctx context.Context, dn string, values map[string]string) error {
	request := ldap.NewModifyRequest(dn, nil)
	for property, value := range values {
		a := ofProperty(property)
		if a == nil {
			return s.failed(errors.New("it does not keep " + property))
		}
		written, ok := a.write(value)
		switch {
		case !ok:
			return s.failed(errors.New(a.name + " cannot be changed"))
		case value == "":
			request.Replace(a.name, nil)
		default:
			request.Replace(a.name, []string{written})
		}
	}
	return s.do(ctx, func(c *ldap.Conn) error { return c.Modify(request) })
}

// SetMember puts the entry of a distinguished name into a group, or takes it out. It
// is no error where it is as asked for already.
func (s *Server) SetMember(ctx context.Context, group, member string, in bool) error {
	request := ldap.NewModifyRequest(group, nil)
	if in {
		request.Add("member", []string{member})
	} else {
		request.Delete("member", []string{member})
	}
	err := s.do(ctx, func(c *ldap.Conn) error { return c.Modify(request) })
	done := [...]uint16{ldap.LDAPResultEntryAlreadyExists, ldap.LDAPResultAttributeOrValueExists}
	if !in {
		done = [...]uint16{ldap.LDAPResultNoSuchAttribute, ldap.LDAPResultUnwillingToPerform}
	}
	if ldap.IsErrorAnyOf(err, done[:]...) {
		return nil
	}
	return err
}

// AddGroup makes a group for security, of universal scope, that holds nobody.
func (s *Server) AddGroup(ctx context.Context, dn, name string) error {
	if !strings.Contains(strings.ToUpper(dn), ",DC=") { // a path below the domain
		base, err := s.Base(ctx)
		if err != nil {
			return err
		}
		dn += "," + base
	}
	request := ldap.NewAddRequest(dn, nil)
	request.Attribute("objectClass", []string{"top", "group"})
	request.Attribute("cn", []string{name})
	request.Attribute("sAMAccountName", []string{name})
	request.Attribute("groupType", []string{"-2147483640"})
	return s.do(ctx, func(c *ldap.Conn) error { return c.Add(request) })
}
