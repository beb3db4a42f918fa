package runtime

import (
	"slices"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
)

// RunspacePool is a number of runspaces that pipelines share; those for which
// there is no room wait (System.Management.Automation.Runspaces.RunspacePool).
type RunspacePool struct {
	Instance objects.Guid

	owner      *Session
	least      int
	most       int
	initial    *InitialState
	shown      *Session
	state      runspaceState
	idle       []*Runspace
	running    map[*hostedRun]*Runspace
	waiting    []*hostedRun
	apartment  objects.Value
	threads    objects.Value
	cleanup    objects.Value
	everOpened int
}

// Type is System.Management.Automation.Runspaces.RunspacePool.
func (*RunspacePool) Type() *objects.Type { return runspacePoolType }

func (s *Session) newRunspacePool(least, most int) (*RunspacePool, error) {
	if least < 1 {
		return nil, objects.BadArgument("Minimum runspaces in pool cannot be less than 1.", "minRunspaces")
	}
	if most < least {
		return nil, objects.BadArgument("The maximum runspaces in the pool cannot be less than the minimum.", "maxRunspaces")
	}
	return &RunspacePool{
		Instance: system.NewGuid(), owner: s, least: least, most: most, running: map[*hostedRun]*Runspace{},
		apartment: objects.Word(apartmentType, 2), threads: objects.Word(threadOptionsType, 0), cleanup: objects.Null,
	}, nil
}

func (p *RunspacePool) open() error {
	if p.state != runspaceBeforeOpen {
		return runspacePoolError("Cannot open the runspace pool because it is not in the 'BeforeOpen' state. The current state is '" + p.state.String() + "'.")
	}
	p.state = runspaceOpened
	return nil
}

func runspacePoolError(message string) error {
	return objects.NewException(invalidPoolState, message)
}

// close ends what runs and what waits.
func (p *RunspacePool) close(caller *Session) error {
	if p.state == runspaceClosed {
		return nil
	}
	p.state = runspaceClosed
	for _, r := range slices.Clone(p.waiting) {
		r.shell.halt()
	}
	for r := range p.running {
		if err := r.shell.stop(caller); err != nil {
			return err
		}
	}
	p.idle = nil
	return nil
}

// available is how many pipelines could begin at once.
func (p *RunspacePool) available() int { return p.most - len(p.running) }

// take begins a run now or as soon as a runspace is free.
func (p *RunspacePool) take(r *hostedRun) error {
	if p.state != runspaceOpened {
		return runspacePoolError("Cannot perform the operation because the runspace pool is not in the 'Opened' state. The current state is '" + p.state.String() + "'.")
	}
	r.shell.begin(r)
	p.waiting = append(p.waiting, r)
	return p.fill()
}

// fill begins what waits, while there is room.
func (p *RunspacePool) fill() error {
	for len(p.waiting) > 0 && len(p.running) < p.most && p.state == runspaceOpened {
		space, err := p.free()
		if err != nil {
			return err
		}
		r := p.waiting[0]
		p.waiting = p.waiting[1:]
		p.running[r] = space
		space.current = r.shell
		go r.shell.work(space, r, func() { p.release(r) })
	}
	return nil
}

// free is a runspace that nothing runs in.
func (p *RunspacePool) free() (*Runspace, error) {
	if n := len(p.idle); n > 0 {
		space := p.idle[n-1]
		p.idle = p.idle[:n-1]
		return space, nil
	}
	space := p.owner.newRunspace(p.initial)
	space.shown = p.shown
	p.everOpened++
	return space, space.open()
}

func (p *RunspacePool) release(r *hostedRun) {
	space := p.running[r]
	delete(p.running, r)
	space.current = nil
	p.idle = append(p.idle, space)
	if err := p.fill(); err != nil {
		for _, w := range p.waiting {
			w.shell.end(w, err)
			close(w.ended)
		}
		p.waiting = nil
	}
}

// halt stops a run, or takes it out of those that wait.
func (p *RunspacePool) halt(r *hostedRun) {
	if space := p.running[r]; space != nil {
		space.session.Interrupt()
		return
	}
	if i := slices.Index(p.waiting, r); i >= 0 {
		p.waiting = slices.Delete(p.waiting, i, i+1)
		r.shell.end(r, errStopped)
		close(r.ended)
	}
}
