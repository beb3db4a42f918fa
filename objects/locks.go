package objects

import "reflect"

// Locks are what code of several sessions locks: by an object, or by a name. The
// sessions share one of these; who makes a lock says what it is.
type Locks struct{ held map[any]any }

// namedLock is the key of a lock that has a name.
type namedLock string

// Of is the lock of an object, made by create where there is none.
func (l *Locks) Of(v Value, create func() any) any { return l.get(lockKey(v), create) }

// Named is the lock of a name, made by create where there is none; found reports
// whether there was one.
func (l *Locks) Named(name string, create func() any) (lock any, found bool) {
	_, found = l.held[namedLock(name)]
	return l.get(namedLock(name), create), found
}

// Drop forgets the lock of an object.
func (l *Locks) Drop(v Value) { delete(l.held, lockKey(v)) }

func (l *Locks) get(key any, create func() any) any {
	lock, ok := l.held[key]
	if !ok {
		lock = create()
		l.held[key] = lock
	}
	return lock
}

// lockKey is what tells an object from others.
func lockKey(v Value) any {
	key := v.Base().Ref()
	if key == nil || !reflect.TypeOf(key).Comparable() {
		return nil
	}
	return key
}

// Locks are those of the session, and of all that it shares them with.
func (tt *TypeTable) Locks() *Locks {
	if tt.locks == nil {
		tt.locks = &Locks{held: map[any]any{}}
	}
	return tt.locks
}

// ShareLocks gives the table the locks of another.
func (tt *TypeTable) ShareLocks(with *TypeTable) { tt.locks = with.Locks() }
