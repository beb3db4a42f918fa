//go:build linux && (amd64 || arm64)

package sqlitetest

import (
	"fmt"
	"sync/atomic"
	"syscall"
	"unsafe"

	"modernc.org/libc"
	engine "modernc.org/sqlite/lib"
)

// Fault decides on a call that changes a file: the n-th, counted from 1. It fails
// with the error that the fault returns, and is made where that is zero. half makes
// the first half of it, where it is a write.
type Fault func(n int64, half func()) syscall.Errno

// The shapes of the calls, as SQLite makes them.
type (
	write    = func(tls *libc.TLS, file int32, from uintptr, size uint64, at int64) int64
	truncate = func(tls *libc.TLS, file int32, size int64) int32
	unlink   = func(tls *libc.TLS, path uintptr) int32
)

// Intercept lets fault decide on all calls of this process from now on, until
// restore is called: writes, changes of a length and removals.
func Intercept(fault Fault) (restore func()) {
	tls := libc.NewTLS()
	vfs := at[engine.Tsqlite3_vfs](engine.Xsqlite3_vfs_find(tls, 0))
	var calls atomic.Int64
	decide := func(tls *libc.TLS, half func()) bool {
		errno := fault(calls.Add(1), half)
		if errno != 0 {
			*at[int32](libc.X__errno_location(tls)) = int32(errno)
		}
		return errno == 0
	}
	s := &switchboard{tls: tls, vfs: vfs}
	s.replace("pwrite", func(original uintptr) uintptr {
		do := function[write](original)
		return keep(s, func(tls *libc.TLS, file int32, from uintptr, size uint64, at int64) int64 {
			if !decide(tls, func() { do(tls, file, from, size/2, at) }) {
				return -1
			}
			return do(tls, file, from, size, at)
		})
	})
	s.replace("ftruncate", func(original uintptr) uintptr {
		do := function[truncate](original)
		return keep(s, func(tls *libc.TLS, file int32, size int64) int32 {
			if !decide(tls, func() {}) {
				return -1
			}
			return do(tls, file, size)
		})
	})
	s.replace("unlink", func(original uintptr) uintptr {
		do := function[unlink](original)
		return keep(s, func(tls *libc.TLS, path uintptr) int32 {
			if !decide(tls, func() {}) {
				return -1
			}
			return do(tls, path)
		})
	})
	return s.restore
}

// switchboard replaces system calls of SQLite's own.
type switchboard struct {
	tls   *libc.TLS
	vfs   *engine.Tsqlite3_vfs
	names []uintptr
	kept  []any // the engine's pointers keep no function from the collector
}

// replace puts another call in the place of the one called name.
func (s *switchboard) replace(name string, make func(original uintptr) uintptr) {
	text, err := libc.CString(name)
	if err != nil {
		panic(err)
	}
	get := function[func(*libc.TLS, uintptr, uintptr) uintptr](s.vfs.FxGetSystemCall)
	original := get(s.tls, pointerTo(s.vfs), text)
	if original == 0 {
		panic(fmt.Sprintf("SQLite makes no call %s", name))
	}
	s.set(text, make(original))
	s.names = append(s.names, text)
}

func (s *switchboard) set(name, call uintptr) {
	set := function[func(*libc.TLS, uintptr, uintptr, uintptr) int32](s.vfs.FxSetSystemCall)
	if code := set(s.tls, pointerTo(s.vfs), name, call); code != engine.SQLITE_OK {
		panic(fmt.Sprintf("SQLite keeps its call: %d", code))
	}
}

// restore puts the calls of the system back.
func (s *switchboard) restore() {
	for _, name := range s.names {
		s.set(name, 0)
		libc.Xfree(s.tls, name)
	}
	s.tls.Close()
}

// at is what an address of the engine points to.
func at[T any](address uintptr) *T { return *(**T)(unsafe.Pointer(&address)) }

func pointerTo[T any](p *T) uintptr { return uintptr(unsafe.Pointer(p)) }

// function is the function behind a pointer of the engine's, and pointer the other way
// round: there, a pointer to a function is the Go function itself.
func function[F any](address uintptr) F { return *(*F)(unsafe.Pointer(&address)) }

func keep[F any](s *switchboard, f F) uintptr {
	s.kept = append(s.kept, f)
	return pointer(f)
}

func pointer[F any](f F) uintptr { return *(*uintptr)(unsafe.Pointer(&f)) }
