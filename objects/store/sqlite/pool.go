package sqlite

import (
	"context"

	"zombiezen.com/go/sqlite"
)

// pool keeps the connections to one database. They are opened when they are
// first needed.
type pool struct {
	open func() (*sqlite.Conn, error)
	idle chan *sqlite.Conn
	room chan struct{} // one for each connection that may still be opened
}

func newPool(size int, open func() (*sqlite.Conn, error)) *pool {
	p := &pool{open: open, idle: make(chan *sqlite.Conn, size), room: make(chan struct{}, size)}
	for range size {
		p.room <- struct{}{}
	}
	return p
}

// with calls use with a connection that no one else uses meanwhile. SQLite
// gives up what it does when ctx is done.
func (p *pool) with(ctx context.Context, use func(*sqlite.Conn) error) error {
	conn, err := p.take(ctx)
	if err != nil {
		return err
	}
	conn.SetInterrupt(ctx.Done())
	defer func() {
		conn.SetInterrupt(nil)
		p.idle <- conn
	}()
	return use(conn)
}

func (p *pool) take(ctx context.Context) (*sqlite.Conn, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	select {
	case conn := <-p.idle:
		return conn, nil
	default:
	}
	select {
	case conn := <-p.idle:
		return conn, nil
	case <-p.room:
		return p.add()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (p *pool) add() (*sqlite.Conn, error) {
	conn, err := p.open()
	if err != nil {
		p.room <- struct{}{}
	}
	return conn, err
}

// close waits until all connections are idle, and closes them.
func (p *pool) close() error {
	var first error
	for range cap(p.idle) {
		select {
		case conn := <-p.idle:
			if err := conn.Close(); err != nil && first == nil {
				first = err
			}
		case <-p.room:
		}
	}
	return first
}
