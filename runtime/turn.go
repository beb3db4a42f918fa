package runtime

import (
	"sync/atomic"
	"time"
)

// turn lets the sessions of one process run code one at a time: objects may go from
// one to the other as references, and no two sessions ever touch one at once. A
// session gives its turn away while it waits (Start-Sleep, a program, a job), and
// in its loops when another has waited for a while.
type turn struct {
	token  chan struct{}
	holder atomic.Pointer[Session]
}

// turnSlice is how long a session waits before it asks the one that runs to yield.
const turnSlice = 5 * time.Millisecond

// newTurn makes a turn that the session has.
func newTurn(s *Session) *turn {
	t := &turn{token: make(chan struct{}, 1)}
	t.holder.Store(s)
	return t
}

// take waits for the turn.
func (t *turn) take(s *Session) {
	timer := time.NewTimer(turnSlice)
	defer timer.Stop()
	for {
		select {
		case <-t.token:
			t.holder.Store(s)
			return
		case <-timer.C:
			if h := t.holder.Load(); h != nil {
				h.stop.askToYield()
			}
			timer.Reset(turnSlice)
		}
	}
}

func (t *turn) give() {
	t.holder.Store(nil)
	t.token <- struct{}{}
}

// Aside runs what waits for something outside the session; others may run code
// meanwhile.
func (s *Session) Aside(wait func()) {
	if s.turn == nil {
		wait()
		return
	}
	s.turn.give()
	wait()
	s.turn.take(s)
}

// EnterTurn takes the turn for what a host has a session run, where the session has
// it not already; leave gives it away again.
func (s *Session) EnterTurn() (leave func()) {
	if s.inTurn {
		return func() {}
	}
	s.inTurn = true
	if s.turn != nil {
		s.turn.take(s)
	}
	return func() {
		s.inTurn = false
		if s.turn != nil {
			s.turn.give()
		}
	}
}

// stopFlag says that the pipeline is to stop, or that another session waits for its
// turn; loops look at it.
type stopFlag struct {
	bits  atomic.Uint32
	yield func() // gives the turn away and takes it again
}

const (
	stopBit  = 1
	yieldBit = 2
)

// Load reports whether the pipeline is to stop. Only the session's own code calls
// it: it may let others run first.
func (f *stopFlag) Load() bool {
	b := f.bits.Load()
	return b != 0 && f.attend(b)
}

func (f *stopFlag) attend(b uint32) bool {
	if b&yieldBit != 0 {
		f.bits.And(^uint32(yieldBit))
		f.yield()
	}
	return f.isSet()
}

// isSet is Load for any goroutine.
func (f *stopFlag) isSet() bool { return f.bits.Load()&stopBit != 0 }

// Store sets or clears the flag.
func (f *stopFlag) Store(stop bool) {
	if stop {
		f.bits.Or(stopBit)
		return
	}
	f.bits.And(^uint32(stopBit))
}

// Swap is Store and gives what was set before.
func (f *stopFlag) Swap(stop bool) bool {
	old := f.isSet()
	f.Store(stop)
	return old
}

func (f *stopFlag) askToYield() { f.bits.Or(yieldBit) }
