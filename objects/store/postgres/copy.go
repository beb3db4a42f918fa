package postgres

import (
	"bytes"
	"context"
	"encoding/binary"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/csshell/csshell/objects/cs"
)

// copier gathers rows and sends them into a table by COPY in the binary format
// (PostgreSQL, "COPY", file formats).
type copier struct {
	sql    string
	fields int
	buffer []byte
}

// copyChunk is the size in bytes at which rows are sent.
const copyChunk = 1 << 19

// copyHeader begins every file: a signature, no flags, no extension.
const copyHeader = "PGCOPY\n\xff\r\n\x00" + "\x00\x00\x00\x00" + "\x00\x00\x00\x00"

func newCopier(table string, columns ...string) *copier {
	return &copier{
		sql:    "COPY " + table + " (" + strings.Join(columns, ", ") + ") FROM STDIN (FORMAT binary)",
		fields: len(columns),
	}
}

// begin begins a row. All its fields must follow, in order.
func (c *copier) begin() {
	if len(c.buffer) == 0 {
		c.buffer = append(c.buffer, copyHeader...)
	}
	c.buffer = binary.BigEndian.AppendUint16(c.buffer, uint16(c.fields))
}

func (c *copier) null() { c.buffer = append(c.buffer, 0xff, 0xff, 0xff, 0xff) }

// text adds a text, or NULL where it is empty.
func (c *copier) text(text string) {
	if text == "" {
		c.null()
		return
	}
	c.buffer = binary.BigEndian.AppendUint32(c.buffer, uint32(len(text)))
	c.buffer = append(c.buffer, text...)
}

func (c *copier) bigint(n int64) {
	c.buffer = binary.BigEndian.AppendUint32(c.buffer, 8)
	c.buffer = binary.BigEndian.AppendUint64(c.buffer, uint64(n))
}

func (c *copier) integer(n int) {
	c.buffer = binary.BigEndian.AppendUint32(c.buffer, 4)
	c.buffer = binary.BigEndian.AppendUint32(c.buffer, uint32(n))
}

func (c *copier) smallint(n int16) {
	c.buffer = binary.BigEndian.AppendUint32(c.buffer, 2)
	c.buffer = binary.BigEndian.AppendUint16(c.buffer, uint16(n))
}

func (c *copier) boolean(b bool) {
	c.buffer = append(c.buffer, 0, 0, 0, 1, 0)
	if b {
		c.buffer[len(c.buffer)-1] = 1
	}
}

func (c *copier) bytes(b []byte) {
	c.buffer = binary.BigEndian.AppendUint32(c.buffer, uint32(len(b)))
	c.buffer = append(c.buffer, b...)
}

// copyProperty adds the value of p.
func copyProperty[T any](c *copier, p *cs.Property[T], object *T) {
	switch {
	case p.Text != nil:
		c.text(*p.Text(object))
	case p.Bool != nil && *p.Bool(object) != cs.NullBool:
		c.boolean(*p.Bool(object) == cs.True)
	case p.Time != nil && *p.Time(object) != 0:
		c.bigint(p.Time(object).Microseconds() - epoch)
	case p.GUID != nil && p.GUID(object).Valid:
		c.bytes(p.GUID(object).Bytes[:])
	default:
		c.null()
	}
}

// full reports whether it is time to send.
func (c *copier) full() bool { return len(c.buffer) >= copyChunk }

// send sends the rows that were gathered.
func (c *copier) send(ctx context.Context, conn *pgx.Conn) error {
	if len(c.buffer) == 0 {
		return nil
	}
	c.buffer = append(c.buffer, 0xff, 0xff) // the end of the file
	_, err := conn.PgConn().CopyFrom(ctx, bytes.NewReader(c.buffer), c.sql)
	c.buffer = c.buffer[:0]
	return err
}
