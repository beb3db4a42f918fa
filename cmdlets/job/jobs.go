package job

import (
	"slices"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// GetJob lists the jobs of the session.
type GetJob struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=SessionIdParameterSet" output:"System.Management.Automation.Job"`

	IncludeChildJob runtime.SwitchParameter `param:"ParameterSetName=SessionIdParameterSet|InstanceIdParameterSet|NameParameterSet|StateParameterSet|CommandParameterSet" help:"Write the jobs inside the jobs too."`
	ChildJobState   runtime.Optional[int]   `param:"ParameterSetName=SessionIdParameterSet|InstanceIdParameterSet|NameParameterSet|StateParameterSet|CommandParameterSet" type:"System.Management.Automation.JobState" help:"The jobs inside, in that state."`
	HasMoreData     runtime.Optional[bool]  `param:"ParameterSetName=SessionIdParameterSet|InstanceIdParameterSet|NameParameterSet|StateParameterSet|CommandParameterSet" help:"Jobs with, or without, output to receive."`
	Before          objects.Value           `param:"ParameterSetName=SessionIdParameterSet|InstanceIdParameterSet|NameParameterSet|StateParameterSet|CommandParameterSet" type:"datetime" help:"Jobs that ended before that time."`
	After           objects.Value           `param:"ParameterSetName=SessionIdParameterSet|InstanceIdParameterSet|NameParameterSet|StateParameterSet|CommandParameterSet" type:"datetime" help:"Jobs that ended after that time."`
	Newest          int                     `param:"ParameterSetName=SessionIdParameterSet|InstanceIdParameterSet|NameParameterSet|StateParameterSet|CommandParameterSet" help:"The last ones started."`
	Id              []int                   `param:"ParameterSetName=SessionIdParameterSet,Position=0,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Jobs by number."`
	Name            []string                `param:"ParameterSetName=NameParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Jobs by name; wildcards may be used."`
	InstanceId      []objects.Value         `param:"ParameterSetName=InstanceIdParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName" type:"guid[]" validate:"NotNullOrEmpty" help:"Jobs by InstanceId."`
	State           objects.Value           `param:"ParameterSetName=StateParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName" type:"System.Management.Automation.JobState" help:"Jobs in that state."`
	Command         []string                `param:"ParameterSetName=CommandParameterSet,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Jobs by their script; wildcards may be used."`
	Filter          *objects.Hashtable      `param:"ParameterSetName=FilterParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Jobs with those values of properties."`
}

// ProcessRecord writes the jobs.
func (c *GetJob) ProcessRecord(rt *runtime.CommandRuntime) error {
	list, err := chosen{ID: c.Id, Name: c.Name, InstanceID: c.InstanceId, State: c.State, Command: c.Command, Filter: c.Filter}.jobs(rt)
	if err != nil {
		return err
	}
	if c.HasMoreData.Bound {
		list = only(list, func(j *runtime.Job) bool { return (j.HasOutput() || !j.Finished()) == c.HasMoreData.Value })
	}
	list = only(list, func(j *runtime.Job) bool { return c.inTime(rt, j) })
	if c.Newest > 0 && c.Newest < len(list) {
		list = list[len(list)-c.Newest:]
		slices.Reverse(list)
	}
	return write(rt, c.withChildren(list))
}

// inTime reports whether a job ended in the time asked for.
func (c *GetJob) inTime(rt *runtime.CommandRuntime, j *runtime.Job) bool {
	if c.Before.IsNull() && c.After.IsNull() {
		return true
	}
	ended, _ := objects.FromGo(j.Ended)
	order := func(limit objects.Value) int {
		n, _ := rt.Types().Compare(ended, limit, true) // two times compare
		return n
	}
	return !j.Ended.IsZero() && (c.Before.IsNull() || order(c.Before) < 0) && (c.After.IsNull() || order(c.After) > 0)
}

// withChildren adds the jobs inside the jobs, where they are asked for.
func (c *GetJob) withChildren(list []*runtime.Job) (all []*runtime.Job) {
	if !bool(c.IncludeChildJob) && !c.ChildJobState.Bound {
		return list
	}
	for _, j := range list {
		all = append(all, j)
		all = append(all, only(j.Children(), func(child *runtime.Job) bool {
			return !c.ChildJobState.Bound || int(child.State) == c.ChildJobState.Value
		})...)
	}
	return all
}

func write(rt *runtime.CommandRuntime, list []*runtime.Job) error {
	for _, j := range list {
		if err := rt.WriteObject(objects.Of(j)); err != nil {
			return err
		}
	}
	return nil
}

// ReceiveJob writes what jobs have written until now.
type ReceiveJob struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Location"`

	Job           []objects.Value         `param:"ParameterSetName=Location|ComputerName|Session,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"System.Management.Automation.Job[]" validate:"NotNullOrEmpty" help:"The jobs."`
	Location      []string                `param:"ParameterSetName=Location,Position=1" validate:"NotNullOrEmpty" help:"Jobs of those places alone."`
	ComputerName  []string                `param:"ParameterSetName=ComputerName,Position=1,ValueFromPipelineByPropertyName,Alias=Cn" validate:"NotNullOrEmpty" help:"Jobs of those computers alone."`
	Session       []objects.Value         `param:"ParameterSetName=Session,Position=1,ValueFromPipelineByPropertyName" type:"System.Management.Automation.Runspaces.PSSession[]" validate:"NotNull"`
	Name          []string                `param:"ParameterSetName=NameParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Jobs by name; wildcards may be used."`
	InstanceId    []objects.Value         `param:"ParameterSetName=InstanceIdParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName" type:"guid[]" validate:"NotNullOrEmpty" help:"Jobs by InstanceId."`
	Id            []int                   `param:"ParameterSetName=SessionIdParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Jobs by number."`
	Keep          runtime.SwitchParameter `param:"" help:"Leave what was written for the next time."`
	NoRecurse     runtime.SwitchParameter `param:"" help:"Only what the jobs themselves wrote, not the jobs inside them."`
	Force         runtime.SwitchParameter `param:"" help:"With -Wait: also for suspended jobs, of which there are none."`
	Wait          runtime.SwitchParameter `param:"" help:"Wait for the jobs to end."`
	AutoRemoveJob runtime.SwitchParameter `param:"" help:"With -Wait: remove the jobs then."`
	WriteEvents   runtime.SwitchParameter `param:"" refuse:"jobs raise no events when their state changes"`

	WriteJobInResults runtime.SwitchParameter `param:"" help:"With -Wait: write the jobs first."`
}

// ProcessRecord writes the output of the jobs.
func (c *ReceiveJob) ProcessRecord(rt *runtime.CommandRuntime) error {
	if bool(c.AutoRemoveJob) && !bool(c.Wait) {
		return runtime.NewErrorRecord(objects.NewException(objects.InvalidOperationException, "The AutoRemoveJob parameter cannot be used without the Wait parameter."),
			"ReceiveJobAutoRemoveJobWithoutWait", runtime.InvalidOperation, objects.Null)
	}
	list, err := chosen{Job: c.Job, ID: c.Id, Name: c.Name, InstanceID: c.InstanceId}.jobs(rt)
	if err != nil {
		return err
	}
	for _, j := range list {
		if len(c.Location)+len(c.ComputerName) > 0 && !likeAny(append(c.Location, c.ComputerName...), j.Location) {
			continue
		}
		if bool(c.NoRecurse) && len(j.Children()) > 0 {
			continue
		}
		if err := c.receive(rt, j); err != nil {
			return err
		}
	}
	return nil
}

func (c *ReceiveJob) receive(rt *runtime.CommandRuntime, j *runtime.Job) error {
	if bool(c.Wait) && bool(c.WriteJobInResults) {
		if err := rt.WriteObject(objects.Of(j)); err != nil {
			return err
		}
	}
	for bool(c.Wait) && !j.Finished() {
		news := func() bool { return j.Finished() || j.HasOutput() && !bool(c.Keep) }
		if err := rt.WaitJob(news, time.Time{}); err != nil {
			return err
		}
		if c.Keep {
			continue
		}
		if err := rt.ReceiveJob(j, false); err != nil {
			return err
		}
	}
	if err := rt.ReceiveJob(j, bool(c.Keep)); err != nil {
		return err
	}
	if c.AutoRemoveJob {
		rt.Session().RemoveJob(j)
	}
	return nil
}

// WaitJob waits until jobs have ended and writes them.
type WaitJob struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=SessionIdParameterSet" output:"System.Management.Automation.Job"`

	Job        []objects.Value         `param:"ParameterSetName=JobParameterSet,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"System.Management.Automation.Job[]" validate:"NotNullOrEmpty" help:"The jobs."`
	Any        runtime.SwitchParameter `param:"" help:"Wait for the first one to end."`
	Timeout    runtime.Optional[int]   `param:"Alias=TimeoutSec" validate:"Range=-1:2147483647" help:"Seconds to wait at most; -1 for any time."`
	Force      runtime.SwitchParameter `param:"" help:"Also for suspended jobs, of which there are none."`
	Id         []int                   `param:"ParameterSetName=SessionIdParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Jobs by number."`
	Name       []string                `param:"ParameterSetName=NameParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Jobs by name; wildcards may be used."`
	InstanceId []objects.Value         `param:"ParameterSetName=InstanceIdParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName" type:"guid[]" validate:"NotNullOrEmpty" help:"Jobs by InstanceId."`
	State      objects.Value           `param:"ParameterSetName=StateParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName" type:"System.Management.Automation.JobState" help:"Jobs in that state."`
	Filter     *objects.Hashtable      `param:"ParameterSetName=FilterParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Jobs with those values of properties."`

	list []*runtime.Job
}

// ProcessRecord gathers the jobs.
func (c *WaitJob) ProcessRecord(rt *runtime.CommandRuntime) error {
	list, err := chosen{Job: c.Job, ID: c.Id, Name: c.Name, InstanceID: c.InstanceId, State: c.State, Filter: c.Filter}.jobs(rt)
	c.list = append(c.list, list...)
	return err
}

// EndProcessing waits and writes those that have ended.
func (c *WaitJob) EndProcessing(rt *runtime.CommandRuntime) error {
	if len(c.list) == 0 {
		return nil
	}
	var deadline time.Time
	if c.Timeout.Bound && c.Timeout.Value >= 0 {
		deadline = time.Now().Add(time.Duration(c.Timeout.Value) * time.Second)
	}
	done := func() bool {
		running := func(j *runtime.Job) bool { return !j.Finished() }
		if bool(c.Any) {
			return slices.ContainsFunc(c.list, (*runtime.Job).Finished)
		}
		return !slices.ContainsFunc(c.list, running)
	}
	if err := rt.WaitJob(done, deadline); err != nil {
		return err
	}
	ended := only(c.list, func(j *runtime.Job) bool { return j.Finished() })
	if bool(c.Any) && len(ended) > 1 {
		ended = ended[:1]
	}
	return write(rt, ended)
}

// StopJob ends jobs that run.
type StopJob struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=SessionIdParameterSet,SupportsShouldProcess" output:"System.Management.Automation.Job"`

	Job        []objects.Value         `param:"ParameterSetName=JobParameterSet,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"System.Management.Automation.Job[]" validate:"NotNullOrEmpty" help:"The jobs."`
	PassThru   runtime.SwitchParameter `param:"" help:"Write the jobs."`
	Id         []int                   `param:"ParameterSetName=SessionIdParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Jobs by number."`
	Name       []string                `param:"ParameterSetName=NameParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Jobs by name; wildcards may be used."`
	InstanceId []objects.Value         `param:"ParameterSetName=InstanceIdParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName" type:"guid[]" validate:"NotNullOrEmpty" help:"Jobs by InstanceId."`
	State      objects.Value           `param:"ParameterSetName=StateParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName" type:"System.Management.Automation.JobState" help:"Jobs in that state."`
	Filter     *objects.Hashtable      `param:"ParameterSetName=FilterParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Jobs with those values of properties."`
}

// ProcessRecord stops the jobs.
func (c *StopJob) ProcessRecord(rt *runtime.CommandRuntime) error {
	list, err := chosen{Job: c.Job, ID: c.Id, Name: c.Name, InstanceID: c.InstanceId, State: c.State, Filter: c.Filter}.jobs(rt)
	if err != nil {
		return err
	}
	for _, j := range list {
		if yes, err := rt.ShouldProcess(target(j), "Stop-Job"); !yes {
			if err != nil {
				return err
			}
			continue
		}
		if err := rt.StopJob(j); err != nil {
			return err
		}
		if c.PassThru {
			if err := rt.WriteObject(objects.Of(j)); err != nil {
				return err
			}
		}
	}
	return nil
}
