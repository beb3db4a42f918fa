package main

import (
	"context"
	"errors"
	"path/filepath"
	"sync"
	"time"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/open"
	"github.com/csshell/csshell/runtime"
)

// lazyStore is the store of a shell, opened when the first cmdlet asks for it.
type lazyStore struct {
	name   string // as the command line names it; "" for the sample
	sample bool
	create bool // the default store is made where it is missing

	mu    sync.Mutex
	store store.Store
}

// newStore chooses the store: -Sample, -Store, CSSHELL_STORE, or a file in the
// user's data folder.
func newStore(o *options, env *runtime.Environment) *lazyStore {
	if o.sample {
		return &lazyStore{sample: true}
	}
	if o.store != "" {
		return &lazyStore{name: o.store}
	}
	if name, ok := env.Get("CSSHELL_STORE"); ok && name != "" {
		return &lazyStore{name: name}
	}
	data, ok := env.Get("XDG_DATA_HOME")
	if !ok || data == "" {
		home, _ := env.Get("HOME")
		data = filepath.Join(home, ".local", "share")
	}
	return &lazyStore{name: "sqlite:" + filepath.Join(data, "csshell", "store.db"), create: true}
}

// Name is the store as it is named on the command line.
func (l *lazyStore) Name() string {
	if l.sample {
		return "the sample organisation"
	}
	return l.name
}

// Store opens the store at its first use.
func (l *lazyStore) Store(ctx context.Context) (store.Store, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.store != nil {
		return l.store, nil
	}
	s, err := l.open(ctx)
	if err != nil {
		return nil, err
	}
	l.store = s
	return s, nil
}

func (l *lazyStore) open(ctx context.Context) (store.Store, error) {
	if l.sample {
		return open.Sample(ctx, store.Facts{At: cs.TicksOf(time.Now()), Action: "Import-CsStore", Actor: "sample"})
	}
	s, err := open.Store(ctx, l.name)
	if l.create && errors.Is(err, store.ErrMissing) {
		return open.Create(ctx, l.name)
	}
	return s, err
}

// close closes the store where it was opened.
func (l *lazyStore) close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.store == nil {
		return nil
	}
	return l.store.Close()
}
