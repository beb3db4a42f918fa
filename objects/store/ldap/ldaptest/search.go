package ldaptest

import (
	"net"
	"slices"
	"strconv"
	"strings"
	"time"

	ber "github.com/go-asn1-ber/asn1-ber"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store/ldap"
)

// pagingControl is the control for results in pages (RFC 2696).
const pagingControl = "1.2.840.113556.1.4.319"

// maxPage is how many entries a page has at the most, and a search without pages.
const maxPage = 1000

// search answers a search. The cookie of a page is the number of entries before it.
func (s *Server) search(c net.Conn, id any, packet *ber.Packet) {
	request := packet.Children[1]
	base, scope := text(request.Children[0]), request.Children[1].Value.(int64)
	s.note("search " + shown(request.Children[6]))
	s.mu.Lock()
	delay := s.delay
	s.mu.Unlock()
	select {
	case <-time.After(delay):
	case <-s.ended:
	}

	found, code := s.find(base, scope, request.Children[6])
	size, from := paging(packet)
	end := min(from+size, len(found))
	for _, e := range found[min(from, end):end] {
		send(c, id, encoded(e, request.Children[7]), nil)
	}
	var controls *ber.Packet
	if size < maxPage {
		cookie := ""
		if end < len(found) {
			cookie = strconv.Itoa(end)
		}
		controls = pageControl(cookie)
	}
	send(c, id, result(searchDone, code, ""), controls)
}

// find are the entries of a search.
func (s *Server) find(base string, scope int64, filter *ber.Packet) (found []*ldap.Entry, code int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if base == "" {
		root := &ldap.Entry{Attributes: []ldap.Attribute{{Name: "defaultNamingContext", Values: []string{Base}}}}
		return []*ldap.Entry{root}, success
	}
	key := cs.DNKey(base)
	code = noSuchObject
	for _, e := range s.entries {
		below, ok := strings.CutPrefix(cs.DNKey(e.DN), key)
		if !ok {
			continue
		}
		code = success
		depth := strings.Count(below, ",")
		if (scope == int64(ldap.Subtree) || int64(depth) == scope) && s.holds(e, filter) {
			found = append(found, e)
		}
	}
	return found, code
}

// The kinds of filters (RFC 4511 4.5.1).
const (
	and, or, not, equal, substrings, present, extensible = 0, 1, 2, 3, 4, 7, 9
)

// holds reports whether an entry passes a filter.
func (s *Server) holds(e *ldap.Entry, filter *ber.Packet) bool {
	passes := func(f *ber.Packet) bool { return s.holds(e, f) }
	switch filter.Tag {
	case and:
		return !slices.ContainsFunc(filter.Children, func(f *ber.Packet) bool { return !passes(f) })
	case or:
		return slices.ContainsFunc(filter.Children, passes)
	case not:
		return !passes(filter.Children[0])
	case equal:
		return contains(s.values(e, text(filter.Children[0])), text(filter.Children[1]))
	case present:
		return len(s.values(e, text(filter))) > 0
	case substrings:
		return slices.ContainsFunc(s.values(e, text(filter.Children[0])), func(v string) bool { return fits(strings.ToLower(v), filter.Children[1].Children) })
	case extensible: // the chain of groups, for one level is enough here
		return contains(s.values(e, "memberOf"), text(filter.Children[2]))
	}
	return false
}

func contains(values []string, wanted string) bool {
	return slices.ContainsFunc(values, func(v string) bool { return strings.EqualFold(v, wanted) })
}

// fits reports whether a text has the parts of a pattern in their order.
func fits(v string, parts []*ber.Packet) bool {
	const initial, final = 0, 2
	for _, p := range parts {
		part := strings.ToLower(text(p))
		at := strings.Index(v, part)
		if at < 0 || p.Tag == initial && at > 0 || p.Tag == final && !strings.HasSuffix(v, part) {
			return false
		}
		v = v[at+len(part):]
	}
	return true
}

// values are those of an attribute, the ones that the server makes itself included.
func (s *Server) values(e *ldap.Entry, name string) []string {
	switch strings.ToLower(name) {
	case "distinguishedname":
		return []string{e.DN}
	case "memberof":
		var groups []string
		for _, g := range s.entries {
			if contains(g.Values("member"), e.DN) {
				groups = append(groups, g.DN)
			}
		}
		return groups
	}
	return e.Values(name)
}

func encoded(e *ldap.Entry, wanted *ber.Packet) *ber.Packet {
	p := ber.Encode(ber.ClassApplication, ber.TypeConstructed, searchEntry, nil, "")
	p.AppendChild(octets(e.DN))
	list := ber.Encode(ber.ClassUniversal, ber.TypeConstructed, ber.TagSequence, nil, "")
	for _, a := range e.Attributes {
		asked := len(wanted.Children) == 0 || slices.ContainsFunc(wanted.Children, func(w *ber.Packet) bool { return strings.EqualFold(text(w), a.Name) })
		if !asked {
			continue
		}
		one := ber.Encode(ber.ClassUniversal, ber.TypeConstructed, ber.TagSequence, nil, "")
		one.AppendChild(octets(a.Name))
		set := ber.Encode(ber.ClassUniversal, ber.TypeConstructed, ber.TagSet, nil, "")
		for _, v := range a.Values {
			set.AppendChild(octets(v))
		}
		one.AppendChild(set)
		list.AppendChild(one)
	}
	p.AppendChild(list)
	return p
}

// paging is the size of the page that a search asks for and the entries before it.
func paging(packet *ber.Packet) (size, from int) {
	if len(packet.Children) < 3 {
		return maxPage, 0
	}
	for _, control := range packet.Children[2].Children {
		if text(control.Children[0]) != pagingControl {
			continue
		}
		value := ber.DecodePacket(control.Children[len(control.Children)-1].Data.Bytes())
		from, _ = strconv.Atoi(text(value.Children[1]))
		return int(value.Children[0].Value.(int64)), from
	}
	return maxPage, 0
}

func pageControl(cookie string) *ber.Packet {
	value := ber.Encode(ber.ClassUniversal, ber.TypeConstructed, ber.TagSequence, nil, "")
	value.AppendChild(ber.NewInteger(ber.ClassUniversal, ber.TypePrimitive, ber.TagInteger, 0, ""))
	value.AppendChild(octets(cookie))
	control := ber.Encode(ber.ClassUniversal, ber.TypeConstructed, ber.TagSequence, nil, "")
	control.AppendChild(octets(pagingControl))
	control.AppendChild(octets(string(value.Bytes())))
	list := ber.Encode(ber.ClassContext, ber.TypeConstructed, 0, nil, "")
	list.AppendChild(control)
	return list
}

// shown writes a filter as text.
func shown(f *ber.Packet) string {
	var b strings.Builder
	b.WriteByte('(')
	switch f.Tag {
	case and, or, not:
		b.WriteByte("&|!"[f.Tag])
		for _, c := range f.Children {
			b.WriteString(shown(c))
		}
	case equal:
		b.WriteString(text(f.Children[0]) + "=" + text(f.Children[1]))
	case present:
		b.WriteString(text(f) + "=*")
	case substrings:
		b.WriteString(text(f.Children[0]) + "=")
		for i, p := range f.Children[1].Children {
			if i > 0 || p.Tag != 0 {
				b.WriteByte('*')
			}
			b.WriteString(text(p))
		}
	default:
		b.WriteString("...")
	}
	b.WriteByte(')')
	return b.String()
}
