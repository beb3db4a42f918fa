// Package rows is what the stores have in common: which columns a statement
// names, how the values of a row get into an object, and which of the users
// found for an identity it means.
package rows

import (
	"strings"
	"sync"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
)

// Columns are the properties of T that a statement reads or writes, one for
// each column.
type Columns[T any] []*cs.Property[T]

// Of returns the columns of the properties of list that are in set.
func Of[T any](list cs.Properties[T], set cs.PropertySet) Columns[T] {
	columns := make(Columns[T], 0, len(list))
	seen := make(map[string]bool, len(list))
	for i := range list {
		if p := &list[i]; set.Has(i) && !seen[p.Column] {
			seen[p.Column] = true
			columns = append(columns, p)
		}
	}
	return columns
}

// all are the columns of all properties.
var all struct {
	once         sync.Once
	users        Columns[cs.User]
	certificates Columns[cs.ClientCertificate]
}

func find() {
	all.users, all.certificates = Of(cs.UserProperties, 0), Of(cs.CertificateProperties, 0)
}

// AllUsers returns the columns of all properties of users.
func AllUsers() Columns[cs.User] {
	all.once.Do(find)
	return all.users
}

// AllCertificates returns the columns of all properties of certificates.
func AllCertificates() Columns[cs.ClientCertificate] {
	all.once.Do(find)
	return all.certificates
}

// UserColumns returns the columns that query asks for.
func UserColumns(query store.UserQuery) Columns[cs.User] {
	if query.Properties == 0 {
		return AllUsers()
	}
	return Of(cs.UserProperties, query.Properties)
}

// List returns the names of the columns, each with prefix before it, separated
// and preceded by commas.
func (columns Columns[T]) List(prefix string) string {
	var list strings.Builder
	for _, p := range columns {
		list.WriteString(", ")
		list.WriteString(prefix)
		list.WriteString(p.Column)
	}
	return list.String()
}

// Names returns the names of the columns.
func (columns Columns[T]) Names() []string {
	names := make([]string, len(columns))
	for i, p := range columns {
		names[i] = p.Column
	}
	return names
}

// Row is the current row of a result. Missing values come as zero values.
type Row interface {
	// AppendText appends the text in column i to buffer.
	AppendText(buffer []byte, i int) []byte
	Bool(i int) cs.Bool
	Time(i int) cs.Ticks
	GUID(i int) cs.GUID
}

// Reader fills objects from rows. The texts that belong to one object alone
// are one allocation, and those that many objects share are none, so that
// keeping one object never keeps others.
type Reader[T any] struct {
	columns Columns[T]
	shared  []*dictionary // by column, nil where texts are not shared
	read    int           // the number of rows so far
	buffer  []byte
	own     []ownText
}

// ownText is a text that is not yet cut out of the buffer.
type ownText struct {
	target *string
	start  int
}

// fewRows is the number of rows up to which sharing texts does not pay.
const fewRows = 8

// NewReader returns a Reader of columns.
func NewReader[T any](columns Columns[T]) *Reader[T] {
	return &Reader[T]{columns: columns, shared: make([]*dictionary, len(columns)), buffer: make([]byte, 0, 1024)}
}

// Read fills object from the columns of row, the first of which is at index
// first.
func (r *Reader[T]) Read(row Row, first int, object *T) {
	if r.read++; r.read == fewRows {
		r.share()
	}
	r.buffer, r.own = r.buffer[:0], r.own[:0]
	for i, p := range r.columns {
		switch {
		case p.Text != nil:
			start := len(r.buffer)
			if r.buffer = row.AppendText(r.buffer, first+i); len(r.buffer) > start {
				r.keepText(start, r.shared[i], p.Text(object))
			}
		case p.Bool != nil:
			*p.Bool(object) = row.Bool(first + i)
		case p.Time != nil:
			*p.Time(object) = row.Time(first + i)
		default:
			*p.GUID(object) = row.GUID(first + i)
		}
	}
	end := len(r.buffer)
	text := string(r.buffer)
	for i := len(r.own) - 1; i >= 0; i-- {
		*r.own[i].target = text[r.own[i].start:end]
		end = r.own[i].start
	}
}

// share begins to share texts.
func (r *Reader[T]) share() {
	for i, p := range r.columns {
		if p.Shared {
			r.shared[i] = new(dictionary)
		}
	}
}

// keepText keeps the text that the buffer has from start on for target.
func (r *Reader[T]) keepText(start int, shared *dictionary, target *string) {
	if shared == nil {
		r.own = append(r.own, ownText{target, start})
		return
	}
	*target = shared.text(r.buffer[start:])
	r.buffer = r.buffer[:start]
}

// dictionary keeps the texts it has seen last, one for each slot.
type dictionary [64]string

// text returns the bytes as a string, the same one as before where possible.
func (d *dictionary) text(bytes []byte) string {
	n := len(bytes)
	sum := uint(n) + uint(bytes[0])*3 + uint(bytes[n/2])*5 + uint(bytes[n/4])*7 + uint(bytes[n-1])*11
	slot := &d[sum%uint(len(d))]
	if *slot != string(bytes) {
		*slot = string(bytes)
	}
	return *slot
}
