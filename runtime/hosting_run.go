package runtime

import (
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/collections"
)

// hostedRun is one run of a pipeline: what BeginInvoke gives
// (System.Management.Automation.PowerShellAsyncResult).
type hostedRun struct {
	shell  *PowerShell
	input  []objects.Value
	piped  bool
	output *objects.List
	state  objects.Value // what the caller of BeginInvoke wants kept
	after  objects.Callable
	done   bool
	err    *objects.Exception
	ended  chan struct{} // closed at the end
	signal *hostedSignal
}

// Type is System.Management.Automation.PowerShellAsyncResult.
func (*hostedRun) Type() *objects.Type { return asyncResultType }

// newRun is a run with input that writes to a collection; nil makes one.
func (p *PowerShell) newRun(input []objects.Value, piped bool, output *objects.List) *hostedRun {
	if output == nil {
		output = collections.NewDataCollection(objects.PSObjectType)
	}
	r := &hostedRun{shell: p, input: input, piped: piped, output: output, state: objects.Null, ended: make(chan struct{})}
	r.signal = &hostedSignal{r}
	return r
}

// start begins the run as soon as a runspace is free.
func (p *PowerShell) start(caller *Session, r *hostedRun) error {
	if p.state == invocationRunning || p.state == invocationStopping {
		return objects.NewException(invalidPowerShellState, "The state of the current PowerShell instance is not valid for this operation.").WithID("InvalidPowerShellStateException")
	}
	if len(p.commands.commands) == 0 {
		return objects.NewException(objects.InvalidOperationException, "No commands are specified. The command cannot be run.")
	}
	if p.pool != nil {
		return p.pool.take(r)
	}
	space, err := p.space(caller)
	if err != nil {
		return err
	}
	if space.session == caller {
		p.begin(r)
		p.end(r, p.runIn(space, caller, r))
		return nil
	}
	if space.busy {
		return objects.NewException(objects.InvalidOperationException, "The pipeline was not run because a pipeline is already running. Pipelines cannot be run concurrently.")
	}
	p.begin(r)
	space.busy, space.current = true, p
	go p.work(space, r, func() { space.busy, space.current = false, nil })
	return nil
}

// space is the open runspace to run in; the pipeline makes its own where it has none.
func (p *PowerShell) space(caller *Session) (*Runspace, error) {
	if p.runspace == nil {
		p.runspace, p.owns = caller.newRunspace(nil), true
	}
	if p.owns && p.runspace.state == runspaceBeforeOpen {
		if err := p.runspace.open(); err != nil {
			return nil, err
		}
	}
	_, err := p.runspace.opened()
	return p.runspace, err
}

func (p *PowerShell) begin(r *hostedRun) {
	p.state, p.failed, p.reason, p.run = invocationRunning, false, nil, r
}

// work runs the pipeline on a goroutine of its own, in turn with other sessions.
func (p *PowerShell) work(space *Runspace, r *hostedRun, release func()) {
	s := space.session
	s.turn.take(s)
	err := p.runIn(space, s, r)
	s.stop.Store(false)
	release()
	p.end(r, err)
	if r.after != nil {
		// The callback of a delegate: its errors have nobody to go to.
		_, _ = r.after.CallWith(s.ctx, objects.Null, []objects.Value{objects.Of(r)})
	}
	s.turn.give()
	close(r.ended)
}

// end gives the pipeline its last state.
func (p *PowerShell) end(r *hostedRun, err error) {
	r.done, r.output.ReadOnly = true, collectsData(r.output)
	_, exits := ExitCode(err)
	switch {
	case p.state == invocationStopping || Stopped(err):
		p.state = invocationStopped
		r.err = objects.NewException(objects.PipelineStoppedException, "The pipeline has been stopped.").WithID("PipelineStopped")
	case err == nil || exits:
		p.state = invocationCompleted
	default:
		p.state, p.failed = invocationFailed, true
		r.err = endingException(asRecord(err, nil))
	}
	p.reason = r.err
}

// collectsData reports whether a list is closed when the pipeline has ended.
func collectsData(l *objects.List) bool { return l.Type().Open == collections.DataCollectionType }

// endingException is what the caller gets of the error that ended a pipeline.
func endingException(r *ErrorRecord) *objects.Exception {
	switch e := r.Exception; {
	case r.stop && !e.Type().DerivesFrom(objects.ActionPreferenceStop):
		return stopException(r)
	case e.Type().DerivesFrom(objects.RuntimeException):
		return e
	case r.command != "":
		return objects.NewException(objects.CmdletInvocationException, e.Message).Because(e)
	default:
		return objects.NewException(objects.RuntimeException, e.Message).Because(e)
	}
}

// runIn runs the statements in the session, one after the other. The error of one
// that is not the last goes to the error stream.
func (p *PowerShell) runIn(space *Runspace, s *Session, r *hostedRun) error {
	streams := p.sinks(space, r.output)
	writing, base, current := s.writing, s.base, s.current
	s.writing = &streams
	scope := s.current
	if space.session != p.owner {
		s.base, s.current, scope = streams, s.global, s.global
	}
	defer func() { s.writing, s.base, s.current = writing, base, current }()
	f := &frame{session: s, scope: scope, streams: &streams}
	statements := p.commands.statements()
	for i, commands := range statements {
		feed := r
		if i > 0 {
			feed = &hostedRun{}
		}
		err := s.guarded(func() error { return runHosted(f, commands, feed) })
		if err = withoutJump(err); err == nil {
			continue
		}
		if i == len(statements)-1 || isFlow(err) {
			if !isFlow(err) {
				s.remember(asRecord(err, nil))
			}
			return err
		}
		if err := f.report(asRecord(err, nil)); err != nil {
			return err
		}
	}
	return nil
}

// runHosted runs one pipeline.
func runHosted(f *frame, commands []*hostedCommand, r *hostedRun) error {
	makers := make([]stageMaker, len(commands))
	for i, c := range commands {
		var err error
		if makers[i], err = c.maker(f.session); err != nil {
			return err
		}
	}
	list, err := makeStages(f, makers, r.piped)
	if err != nil {
		return err
	}
	if !r.piped {
		return runStages(f.session, list, nil)
	}
	return runStages(f.session, list, func(sink Sink) error {
		for _, v := range r.input {
			if err := sink(v); err != nil {
				return err
			}
		}
		return nil
	})
}

// sinks keep what the pipeline writes; a runspace with a host shows it there, too.
func (p *PowerShell) sinks(space *Runspace, output *objects.List) Streams {
	var streams Streams
	streams[SuccessStream] = func(v objects.Value) error {
		output.Add(v)
		return nil
	}
	for stream := ErrorStream; stream < streamCount; stream++ {
		kept := p.streams.kept[stream]
		streams[stream] = func(v objects.Value) error {
			kept.Add(v)
			if stream == ErrorStream {
				p.failed = true
				return nil
			}
			if space.shown != nil {
				return space.shown.base[stream](v)
			}
			return nil
		}
	}
	return streams
}

// wait waits until the run has ended, or the limit is over unless that is negative.
func (r *hostedRun) wait(caller *Session, limit time.Duration) (bool, error) {
	begun := time.Now()
	for !r.done {
		if limit >= 0 && time.Since(begun) >= limit {
			return false, nil
		}
		caller.Aside(func() { waitFor(r.ended) })
		if err := caller.interrupted(); err != nil {
			return false, err
		}
	}
	return true, nil
}

// result waits for the run and gives what it has written, or the error that ended it.
func (r *hostedRun) result(caller *Session) (objects.Value, error) {
	if _, err := r.wait(caller, -1); err != nil {
		r.shell.halt()
		return objects.Null, err
	}
	if r.err != nil {
		return objects.Null, r.err
	}
	return objects.Of(r.output), nil
}

// halt tells the pipeline to stop.
func (p *PowerShell) halt() {
	if p.state != invocationRunning {
		return
	}
	p.state = invocationStopping
	switch {
	case p.pool != nil:
		p.pool.halt(p.run)
	case p.runspace != nil && p.runspace.session != nil:
		p.runspace.session.Interrupt()
	}
}

// stop ends the pipeline and waits until it has.
func (p *PowerShell) stop(caller *Session) error {
	p.halt()
	if p.state != invocationStopping {
		return nil
	}
	_, err := p.run.wait(caller, -1)
	return err
}

// dispose ends the pipeline and the runspace that it made.
func (p *PowerShell) dispose(caller *Session) error {
	if err := p.stop(caller); err != nil {
		return err
	}
	if p.owns && p.runspace.state == runspaceOpened {
		return p.runspace.close(caller)
	}
	return nil
}
