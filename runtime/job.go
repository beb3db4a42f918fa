package runtime

import (
	"slices"
	"strconv"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
)

// jobList are the jobs of a session, with the last number given.
type jobList struct {
	jobs []*Job
	last int
}

// Job is work in the background, with what it has written so far
// (System.Management.Automation.Job, "about_Jobs").
type Job struct {
	ID       int
	Name     string
	Kind     string // PSJobTypeName
	Command  string
	Location string
	State    JobState
	Begun    time.Time
	Ended    time.Time
	Reason   *ErrorRecord // why it failed
	Instance objects.Guid // InstanceId

	typ    *objects.Type
	tasks  []*task
	limit  int // of jobs with threads that run at a time; 0 for any number
	pool   *pool
	output []written
}

// JobState is System.Management.Automation.JobState.
type JobState int

// The states, with .NET's numbers.
const (
	JobNotStarted JobState = iota
	JobRunning
	JobCompleted
	JobFailed
	JobStopped
)

// JobRequest is what a job is made from.
type JobRequest struct {
	Block *ScriptBlock
	Name  string // "" for Job1, Job2, …
	// Thread makes a job that shares its objects with the session; others get copies.
	Thread bool
	Args   []objects.Value
	Input  []objects.Value
	Piped  bool
	Before *ScriptBlock // runs first; nil for none
	// Directory is where the job begins; "" for where the session is.
	Directory string
	// Limit is how many jobs with threads run at a time, or how many rounds of a
	// job with one round of Each for each object.
	Limit int
	Each  []objects.Value
}

// StartJob begins a job.
func (rt *CommandRuntime) StartJob(r JobRequest) (*Job, error) {
	t, err := rt.newTask(r.Block)
	if err != nil {
		return nil, err
	}
	t.args, t.input, t.piped, t.directory = r.Args, r.Input, r.Piped, r.Directory
	if r.Before != nil {
		t.before = r.Before.Source()
	}
	j := &Job{Name: r.Name, Kind: "BackgroundJob", typ: remotingJobType, Command: r.Block.Source()}
	switch {
	case r.Each != nil:
		j.Kind, j.typ = "PSTaskJob", taskJobType
	case r.Thread:
		j.Kind, j.typ = "ThreadJob", threadJobType
	default:
		t.isolated(rt.session)
	}
	tasks := []*task{t}
	if r.Each != nil {
		tasks = tasks[:0]
		for _, v := range r.Each {
			round := *t
			round.item = &v
			tasks = append(tasks, &round)
		}
	}
	return j, rt.session.startJob(j, tasks, r.Limit)
}

// startJob numbers a job and runs its tasks, as soon as fewer jobs with threads than
// the limit run where it is one.
func (s *Session) startJob(j *Job, tasks []*task, limit int) error {
	s.jobs.last++
	j.ID = s.jobs.last
	j.Instance = system.NewGuid()
	if j.typ != threadJobType {
		s.jobs.last++ // its child has a number too
	}
	if j.Name == "" {
		j.Name = "Job" + strconv.Itoa(j.ID)
	}
	j.Location = "localhost"
	if j.typ != remotingJobType {
		j.Location = "PowerShell"
	}
	j.tasks, j.limit, j.pool = tasks, limit, newPool(s, limit)
	s.jobs.jobs = append(s.jobs.jobs, j)
	return s.beginJobs()
}

// beginJobs begins the jobs that have waited for room.
func (s *Session) beginJobs() error {
	running := 0
	for _, j := range s.jobs.jobs {
		if j.State == JobRunning && j.typ == threadJobType {
			running++
		}
	}
	for _, j := range s.jobs.jobs {
		if j.State != JobNotStarted || j.typ == threadJobType && j.limit > 0 && running >= j.limit {
			continue
		}
		if j.typ == threadJobType {
			running++
		}
		if err := s.begin(j); err != nil {
			return err
		}
	}
	return nil
}

// begin runs the tasks of a job.
func (s *Session) begin(j *Job) error {
	j.State, j.Begun = JobRunning, time.Now()
	left := len(j.tasks)
	j.pool.write = func(w written) {
		if j.typ == remotingJobType {
			w.value = s.copied(w.value, 0)
		}
		j.output = append(j.output, w)
	}
	j.pool.ended = func(_ *task, err error) {
		if left--; err != nil && !isFlow(err) {
			j.Reason = asRecord(err, nil)
			j.output = append(j.output, written{ErrorStream, objects.Of(j.Reason)})
		}
		if left == 0 || j.State == JobStopped {
			j.finish(s)
		}
	}
	for _, t := range j.tasks {
		if err := j.pool.add(t); err != nil {
			return err
		}
	}
	if left == 0 {
		j.finish(s)
	}
	return nil
}

// finish gives the job its last state, and others its room.
func (j *Job) finish(s *Session) {
	j.Ended = time.Now()
	switch {
	case j.State == JobStopped:
	case j.Reason != nil:
		j.State = JobFailed
	default:
		j.State = JobCompleted
	}
	if err := s.beginJobs(); err != nil {
		s.remember(asRecord(err, nil))
	}
}

// Finished reports whether the job runs no more.
func (j *Job) Finished() bool { return j.State > JobRunning }

// HasOutput reports whether the job has written what nobody has received.
func (j *Job) HasOutput() bool { return len(j.output) > 0 }

// Children are the jobs inside the job, which do its work: one, numbered next, where
// it is that of a process of its own; none of a thread.
func (j *Job) Children() []*Job {
	if j.typ == threadJobType || j.typ == jobType {
		return nil
	}
	child := *j
	child.ID, child.typ = j.ID+1, jobType
	return []*Job{&child}
}

// Jobs are the jobs of the session, the oldest first.
func (s *Session) Jobs() []*Job { return slices.Clone(s.jobs.jobs) }

// RemoveJob drops a job from the list.
func (s *Session) RemoveJob(j *Job) {
	s.jobs.jobs = slices.DeleteFunc(s.jobs.jobs, func(o *Job) bool { return o == j })
}

// StopJob ends a job and waits until it has.
func (rt *CommandRuntime) StopJob(j *Job) error {
	if j.Finished() {
		return nil
	}
	j.State = JobStopped
	j.pool.stop()
	for !j.pool.idle() {
		if err := j.pool.wait(rt.session); err != nil {
			return err
		}
	}
	j.finish(rt.session)
	return nil
}

// WaitJob waits until done says so, or the deadline, unless that is zero, has passed.
func (rt *CommandRuntime) WaitJob(done func() bool, deadline time.Time) error {
	for !done() && (deadline.IsZero() || time.Now().Before(deadline)) {
		rt.session.Aside(func() { time.Sleep(time.Millisecond) })
		if err := rt.session.interrupted(); err != nil {
			return err
		}
	}
	return nil
}

// ReceiveJob writes what the job has written so far, which is then gone unless keep
// is set.
func (rt *CommandRuntime) ReceiveJob(j *Job, keep bool) error {
	items := j.output
	if !keep {
		j.output = nil
	}
	for _, w := range items {
		if err := rt.pass(w); err != nil {
			return err
		}
	}
	return nil
}
