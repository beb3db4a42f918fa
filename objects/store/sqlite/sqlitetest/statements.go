//go:build linux && (amd64 || arm64)

package sqlitetest

import (
	"maps"
	"slices"
	"sync"
	"testing"

	"modernc.org/libc"
	engine "modernc.org/sqlite/lib"
)

// Statements writes down the different statements that are sent to connections which
// the test opens.
type Statements struct {
	mu    sync.Mutex
	texts map[string]bool
	trace func(tls *libc.TLS, event uint32, context, statement, text uintptr) int32
	begin func(tls *libc.TLS, connection, message, api uintptr) int32
}

// Record starts one, until the test ends. Stores must be closed by then.
func Record(t testing.TB) *Statements {
	s := &Statements{texts: make(map[string]bool)}
	s.trace = func(tls *libc.TLS, _ uint32, _, statement, _ uintptr) int32 {
		text := libc.GoString(engine.Xsqlite3_sql(tls, statement))
		s.mu.Lock()
		defer s.mu.Unlock()
		s.texts[text] = true
		return 0
	}
	s.begin = func(tls *libc.TLS, connection, _, _ uintptr) int32 {
		return engine.Xsqlite3_trace_v2(tls, connection, engine.SQLITE_TRACE_STMT, pointer(s.trace), 0)
	}
	tls := libc.NewTLS()
	engine.Xsqlite3_auto_extension(tls, pointer(s.begin))
	t.Cleanup(func() {
		engine.Xsqlite3_cancel_auto_extension(tls, pointer(s.begin))
		tls.Close()
	})
	return s
}

// Texts returns the statements in alphabetical order.
func (s *Statements) Texts() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Sorted(maps.Keys(s.texts))
}
