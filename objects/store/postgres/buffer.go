package postgres

import (
	"bufio"
	"context"
	"net"

	"github.com/jackc/pgx/v5/pgconn"
)

// readBuffer is the number of bytes to read from the server at once. The 8 KiB
// that pgx reads hold a dozen users.
const readBuffer = 1 << 16

// bufferedConn is a connection that reads ahead.
type bufferedConn struct {
	net.Conn
	reader *bufio.Reader
}

// Read reads what is there already, or else as much as comes.
func (c *bufferedConn) Read(b []byte) (int, error) { return c.reader.Read(b) }

// buffered returns dial, with buffered connections.
func buffered(dial pgconn.DialFunc) pgconn.DialFunc {
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		conn, err := dial(ctx, network, address)
		if err != nil {
			return nil, err
		}
		return &bufferedConn{conn, bufio.NewReaderSize(conn, readBuffer)}, nil
	}
}
