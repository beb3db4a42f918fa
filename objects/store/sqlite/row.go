package sqlite

import (
	"fmt"

	"zombiezen.com/go/sqlite"

	"github.com/csshell/csshell/objects/cs"
)

// row is the current row of a statement, as a rows.Row.
type row struct{ *sqlite.Stmt }

// spare is the room for a text: most texts are shorter.
const spare = 128

// AppendText appends the text or the bytes in column i to buffer.
func (r row) AppendText(buffer []byte, i int) []byte {
	n := len(buffer)
	if cap(buffer)-n < spare {
		buffer = append(buffer, make([]byte, spare)...)[:n]
	}
	got := r.ColumnBytes(i, buffer[n:cap(buffer)])
	if n+got < cap(buffer) {
		return buffer[:n+got]
	}
	buffer = append(buffer, make([]byte, r.ColumnLen(i))...)
	return buffer[:n+r.ColumnBytes(i, buffer[n:])]
}

// Bool returns the Boolean in column i.
func (r row) Bool(i int) cs.Bool {
	if r.ColumnIsNull(i) {
		return cs.NullBool
	}
	return cs.BoolOf(r.ColumnBool(i))
}

// Time returns the time in column i.
func (r row) Time(i int) cs.Ticks {
	if r.ColumnIsNull(i) {
		return 0
	}
	return cs.TicksOfMicroseconds(r.ColumnInt64(i))
}

// GUID returns the GUID in column i.
func (r row) GUID(i int) cs.GUID {
	var guid cs.GUID
	guid.Valid = r.ColumnBytes(i, guid.Bytes[:]) == len(guid.Bytes)
	return guid
}

// bindText binds text, or NULL where it is empty.
func bindText(statement *sqlite.Stmt, param int, text string) {
	if text == "" {
		statement.BindNull(param)
	} else {
		statement.BindText(param, text)
	}
}

// bindProperty binds the value of p.
func bindProperty[T any](statement *sqlite.Stmt, param int, p *cs.Property[T], object *T) {
	switch {
	case p.Text != nil:
		bindText(statement, param, *p.Text(object))
	case p.Bool != nil && *p.Bool(object) != cs.NullBool:
		statement.BindBool(param, *p.Bool(object) == cs.True)
	case p.Time != nil && *p.Time(object) != 0:
		statement.BindInt64(param, p.Time(object).Microseconds())
	case p.GUID != nil && p.GUID(object).Valid:
		statement.BindBytes(param, p.GUID(object).Bytes[:])
	default:
		statement.BindNull(param)
	}
}

// bindProperties binds the values of columns from the parameter first on.
func bindProperties[T any](statement *sqlite.Stmt, first int, columns []*cs.Property[T], object *T) {
	for i, p := range columns {
		bindProperty(statement, first+i, p, object)
	}
}

// query runs a statement with args for its parameters (texts, bytes, numbers)
// and calls each on every row. The statement is kept for the next time.
func query(conn *sqlite.Conn, sql string, each func(*sqlite.Stmt) error, args ...any) error {
	statement, err := conn.Prepare(sql)
	if err != nil {
		return err
	}
	for i, arg := range args {
		switch arg := arg.(type) {
		case string:
			statement.BindText(i+1, arg)
		case []byte:
			statement.BindBytes(i+1, arg)
		case int:
			statement.BindInt64(i+1, int64(arg))
		case int64:
			statement.BindInt64(i+1, arg)
		case cs.NameForms:
			statement.BindInt64(i+1, int64(arg))
		default:
			panic(fmt.Sprintf("sqlite: a parameter of type %T", arg))
		}
	}
	return run(statement, each)
}

// queryKeys returns the first column of a query.
func queryKeys(conn *sqlite.Conn, sql string, args ...any) ([]int64, error) {
	var keys []int64
	err := query(conn, sql, func(r *sqlite.Stmt) error {
		keys = append(keys, r.ColumnInt64(0))
		return nil
	}, args...)
	return keys, err
}

// run steps through the rows of statement and calls each on every one, then
// resets it. A nil each is for statements without rows.
func run(statement *sqlite.Stmt, each func(*sqlite.Stmt) error) error {
	for {
		more, err := statement.Step()
		if err == nil && more {
			err = each(statement)
		}
		if err != nil {
			_ = statement.Reset() // the first error is the one to tell
			return err
		}
		if !more {
			return statement.Reset()
		}
	}
}
