package runtime

import (
	"strconv"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
)

// Runspace is a session that code holds as an object
// (System.Management.Automation.Runspaces.Runspace). Its pipelines run one at a
// time, in turn with all other sessions.
type Runspace struct {
	ID       int
	Name     string
	Instance objects.Guid

	owner   *Session // that made it
	session *Session // nil before it is open
	initial *InitialState
	shown   *Session // whose host shows what its pipelines write; nil for none
	state   runspaceState
	busy    bool
	current *PowerShell // that runs in it; nil for none
	// apartment, threads are properties that change nothing here.
	apartment, threads, thrown objects.Value
}

// Type is LocalRunspace.
func (*Runspace) Type() *objects.Type { return localRunspaceType }

// runspaceState is System.Management.Automation.Runspaces.RunspaceState; those of a
// pool have the same first numbers.
type runspaceState int

const (
	runspaceBeforeOpen runspaceState = iota
	runspaceOpening
	runspaceOpened
	runspaceClosed
)

func (s runspaceState) String() string {
	return [...]string{"BeforeOpen", "Opening", "Opened", "Closed"}[s]
}

// runspaceAvailability gives the numbers of RunspaceAvailability.
const (
	runspaceUnavailable = 0
	runspaceAvailable   = 1
	runspaceBusy        = 3
)

// newRunspace is a runspace that is not open yet.
func (s *Session) newRunspace(initial *InitialState) *Runspace {
	s.hosted.last++
	return &Runspace{
		ID: s.hosted.last + 1, Name: "Runspace" + strconv.Itoa(s.hosted.last+1), Instance: system.NewGuid(), owner: s, initial: initial,
		apartment: objects.Word(apartmentType, 2), threads: objects.Word(threadOptionsType, 0),
	}
}

// hostedState is what a session knows of runspaces.
type hostedState struct {
	last    int       // number given
	own     *Runspace // the session as a runspace; nil before it was asked for
	nesting int       // sessions around it that wait for it
}

// maxHostedNesting bounds sessions that make sessions that make sessions.
const maxHostedNesting = 50

// runspace is the session itself as a runspace ([runspace]::DefaultRunspace).
func (s *Session) runspace() *Runspace {
	if s.hosted.own == nil {
		r := s.newRunspace(nil)
		r.ID, r.Name, r.session, r.state, r.busy = 1, "Runspace1", s, runspaceOpened, true
		s.hosted.own = r
	}
	return s.hosted.own
}

// open makes the session, with what the initial state has in it.
func (r *Runspace) open() error {
	if r.state != runspaceBeforeOpen {
		return runspaceStateError("Cannot open the runspace because the runspace is not in the BeforeOpen state. Current state of Runspace is '" + r.state.String() + "'.")
	}
	if r.owner.hosted.nesting >= maxHostedNesting {
		return objects.NewException(objects.InvalidOperationException, "Sessions are nested too deeply.")
	}
	s := r.owner.spawned(r.owner.ctx, nil)
	if s == nil {
		return objects.NewException(objects.NotSupportedException, "This host has no other sessions.")
	}
	s.hosted.own, s.hosted.nesting = r, r.owner.hosted.nesting+1
	s.Host = &hostedHost{Host: s.Host, runspace: r}
	r.session, r.state = s, runspaceOpened
	if err := r.initial.apply(s); err != nil {
		return err
	}
	return nil
}

// close ends what runs in it and lets go of the session.
func (r *Runspace) close(caller *Session) error {
	if r.session == r.owner {
		return runspaceStateError("The runspace cannot be closed because it is the one of the shell.")
	}
	if r.current != nil {
		if err := r.current.stop(caller); err != nil {
			return err
		}
	}
	r.state, r.session = runspaceClosed, nil
	return nil
}

// opened is the session of an open runspace.
func (r *Runspace) opened() (*Session, error) {
	if r.state != runspaceOpened || r.session == nil {
		return nil, runspaceStateError("Cannot perform the operation because the runspace is not in the 'Opened' state. The current state of the runspace is '" + r.state.String() + "'.")
	}
	return r.session, nil
}

func runspaceStateError(message string) error {
	return objects.NewException(invalidRunspaceState, message)
}

// hostedHost is the host of a runspace: nobody answers there, and progress is kept
// with the other streams.
type hostedHost struct {
	Host
	runspace *Runspace
}

// WriteProgress keeps the record with the streams of the pipeline that runs.
func (h *hostedHost) WriteProgress(r *ProgressRecord) error {
	if p := h.runspace.current; p != nil {
		p.streams.progress.Add(objects.Of(&progressObject{*r}))
	}
	if h.runspace.shown != nil {
		return h.Host.WriteProgress(r)
	}
	return nil
}

// progressObject is a record of Write-Progress as a value
// (System.Management.Automation.ProgressRecord).
type progressObject struct{ ProgressRecord }

// Type is System.Management.Automation.ProgressRecord.
func (*progressObject) Type() *objects.Type { return progressRecordType }

// Text is the record in a line.
func (p *progressObject) Text() (string, error) {
	return "parent = " + strconv.Itoa(p.ParentID) + " id = " + strconv.Itoa(p.ActivityID) + " act = " + p.Activity + " stat = " + p.Status +
		" cur = " + p.CurrentOperation + " pct = " + strconv.Itoa(p.PercentComplete) + " sec = " + strconv.Itoa(p.SecondsRemaining) +
		" type = " + map[bool]string{true: "Completed", false: "Processing"}[p.Completed], nil
}
