package postgres

import (
	"context"
	"encoding/binary"

	"github.com/jackc/pgx/v5"

	"github.com/csshell/csshell/objects/cs"
)

// row is the current row of a result in the binary format, as a rows.Row. A
// value that is NULL is empty.
type row [][]byte

// epoch is the first moment of the year 2000, from which PostgreSQL counts
// microseconds, in those of Unix.
const epoch = 946_684_800_000_000

// AppendText appends the text in column i to buffer.
func (r row) AppendText(buffer []byte, i int) []byte { return append(buffer, r[i]...) }

// Bool returns the Boolean in column i.
func (r row) Bool(i int) cs.Bool {
	if len(r[i]) == 0 {
		return cs.NullBool
	}
	return cs.BoolOf(r[i][0] != 0)
}

// Time returns the time in column i.
func (r row) Time(i int) cs.Ticks {
	if len(r[i]) == 0 {
		return 0
	}
	return cs.TicksOfMicroseconds(r.int(i) + epoch)
}

// GUID returns the GUID in column i.
func (r row) GUID(i int) cs.GUID {
	var guid cs.GUID
	guid.Valid = copy(guid.Bytes[:], r[i]) == len(guid.Bytes)
	return guid
}

// int returns the integer in column i, of any size.
func (r row) int(i int) int64 {
	switch value := r[i]; len(value) {
	case 8:
		return int64(binary.BigEndian.Uint64(value))
	case 4:
		return int64(int32(binary.BigEndian.Uint32(value)))
	case 2:
		return int64(int16(binary.BigEndian.Uint16(value)))
	default:
		return 0
	}
}

// text returns the text in column i.
func (r row) text(i int) string { return string(r[i]) }

// query calls each on every row of a query. The statement is kept for the next
// time. A row is gone when each returns.
func query(ctx context.Context, conn *pgx.Conn, sql string, each func(row) error, args ...any) error {
	result, err := conn.Query(ctx, sql, append([]any{pgx.QueryResultFormats{pgx.BinaryFormatCode}}, args...)...)
	if err != nil {
		return err
	}
	defer result.Close()
	for result.Next() {
		if err := each(result.RawValues()); err != nil {
			return err
		}
	}
	return result.Err()
}

// queryKeys returns the first column of a query.
func queryKeys(ctx context.Context, conn *pgx.Conn, sql string, args ...any) ([]int64, error) {
	var keys []int64
	err := query(ctx, conn, sql, func(r row) error {
		keys = append(keys, r.int(0))
		return nil
	}, args...)
	return keys, err
}
