package runtime

import (
	"time"

	"github.com/csshell/csshell/objects"
)

// waitFor waits until something comes, or long enough to look at Ctrl+C.
func waitFor(wake <-chan struct{}) {
	timer := time.NewTimer(interruptInterval)
	defer timer.Stop()
	select {
	case <-wake:
	case <-timer.C:
	}
}

// Parallel runs a block for many objects at once, each round in a session of its
// own (ForEach-Object -Parallel). Objects are passed as references; the sessions
// take turns, so that no two of them use one at once.
type Parallel struct {
	rt      *CommandRuntime
	block   *task
	pool    *pool
	arrived []written
	timer   *time.Timer
	timeout int
}

// NewParallel makes one with so many rounds at a time; after timeout seconds, unless
// that is 0, all that runs is stopped.
func (rt *CommandRuntime) NewParallel(b *ScriptBlock, limit, timeout int) (*Parallel, error) {
	t, err := rt.newTask(b)
	if err != nil {
		return nil, err
	}
	p := &Parallel{rt: rt, block: t, pool: newPool(rt.session, limit), timeout: timeout}
	p.pool.write = func(w written) { p.arrived = append(p.arrived, w) }
	p.pool.ended = func(_ *task, err error) {
		if err != nil && !isFlow(err) {
			p.arrived = append(p.arrived, written{ErrorStream, objects.Of(asRecord(err, nil))})
		}
	}
	if timeout > 0 {
		p.timer = time.AfterFunc(time.Duration(timeout)*time.Second, p.pool.cancel)
	}
	return p, nil
}

// Add begins the round of an object, as soon as there is room, and writes what other
// rounds have written meanwhile.
func (p *Parallel) Add(v objects.Value) error {
	round := *p.block
	round.item = &v
	if err := p.pool.add(&round); err != nil {
		return err
	}
	for len(p.pool.queue) > 0 {
		if err := p.step(); err != nil {
			return err
		}
	}
	return p.pass()
}

// End waits for all rounds.
func (p *Parallel) End() error {
	for !p.pool.idle() {
		if err := p.step(); err != nil {
			return err
		}
	}
	return p.pass()
}

// Close stops what still runs.
func (p *Parallel) Close() error {
	if p.timer != nil {
		p.timer.Stop()
	}
	p.pool.stop()
	return nil
}

func (p *Parallel) step() error {
	if err := p.pass(); err != nil {
		return err
	}
	if p.pool.ctx.Err() != nil {
		p.pool.stop()
	}
	return p.pool.wait(p.rt.session)
}

// pass writes what has arrived.
func (p *Parallel) pass() error {
	for len(p.arrived) > 0 {
		w := p.arrived[0]
		p.arrived = p.arrived[1:]
		if err := p.rt.pass(w); err != nil {
			return err
		}
	}
	return nil
}

// pass writes what a task wrote as the command's own.
func (rt *CommandRuntime) pass(w written) error {
	if r, ok := objects.As[*ErrorRecord](w.value); ok && w.stream == ErrorStream {
		copied := *r
		return rt.WriteError(&copied)
	}
	if w.stream == SuccessStream {
		return rt.WriteObject(w.value)
	}
	return rt.streams[w.stream](w.value)
}
