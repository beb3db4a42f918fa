// Package pool shares a few connections among goroutines.
package pool

import "context"

// Pool keeps connections of type C, at most a fixed number. They are opened
// when they are first needed.
type Pool[C any] struct {
	kind Kind[C]
	idle chan C
	room chan struct{} // one for each connection that may still be opened
}

// Kind says how to treat connections.
type Kind[C any] struct {
	Open  func(context.Context) (C, error)
	Close func(C) error
	// Usable reports whether a connection can be used again.
	Usable func(C) bool
}

// New returns a pool of at most size connections.
func New[C any](size int, kind Kind[C]) *Pool[C] {
	p := &Pool[C]{kind: kind, idle: make(chan C, size), room: make(chan struct{}, size)}
	for range size {
		p.room <- struct{}{}
	}
	return p
}

// With calls use with a connection that no one else uses meanwhile. It waits
// for one until ctx is done.
func (p *Pool[C]) With(ctx context.Context, use func(C) error) error {
	conn, err := p.take(ctx)
	if err != nil {
		return err
	}
	defer p.put(conn)
	return use(conn)
}

func (p *Pool[C]) take(ctx context.Context) (conn C, err error) {
	if err := ctx.Err(); err != nil {
		return conn, err
	}
	select {
	case conn = <-p.idle:
		return conn, nil
	default:
	}
	select {
	case conn = <-p.idle:
	case <-p.room:
		if conn, err = p.kind.Open(ctx); err != nil {
			p.room <- struct{}{}
		}
	case <-ctx.Done():
		err = ctx.Err()
	}
	return conn, err
}

func (p *Pool[C]) put(conn C) {
	if p.kind.Usable(conn) {
		p.idle <- conn
		return
	}
	_ = p.kind.Close(conn) // it has failed already
	p.room <- struct{}{}
}

// Close waits until no connection is in use, and closes them all. The pool
// must not be used afterwards.
func (p *Pool[C]) Close() error {
	var first error
	for range cap(p.idle) {
		select {
		case conn := <-p.idle:
			if err := p.kind.Close(conn); err != nil && first == nil {
				first = err
			}
		case <-p.room:
		}
	}
	return first
}
