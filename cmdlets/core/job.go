package core

import (
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// StartJob runs a block in the background with copies of what it is given.
type StartJob struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ComputerName"`

	ScriptBlock          *runtime.ScriptBlock `param:"ParameterSetName=ComputerName,Position=0,Mandatory,Alias=Command"`
	FilePath             string               `param:"ParameterSetName=FilePathComputerName,Position=0,Mandatory"`
	Name                 string               `param:"ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty"`
	InitializationScript *runtime.ScriptBlock `param:"Position=1"`
	WorkingDirectory     string               `param:"" validate:"NotNullOrEmpty"`
	InputObject          objects.Value        `param:"ValueFromPipeline" type:"psobject"`
	ArgumentList         []objects.Value      `param:"Alias=Args"`

	input []objects.Value
}

// ProcessRecord gathers the objects of the pipeline.
func (c *StartJob) ProcessRecord(rt *runtime.CommandRuntime) error {
	if rt.ExpectingInput() || rt.IsBound("InputObject") {
		c.input = append(c.input, c.InputObject)
	}
	return nil
}

// EndProcessing begins the job.
func (c *StartJob) EndProcessing(rt *runtime.CommandRuntime) error {
	return startJob(rt, runtime.JobRequest{Block: c.ScriptBlock, Name: c.Name, Args: c.ArgumentList, Input: c.input, Piped: c.input != nil}, c.FilePath)
}

// startJob begins a job of a block, or of the file where a path is given.
func startJob(rt *runtime.CommandRuntime, r runtime.JobRequest, path string) error {
	if path != "" {
		text, err := runtime.ReadScript(rt.Session().FullPath(path))
		if err != nil {
			return err
		}
		if r.Block, err = rt.Session().NewScriptBlock(text, ""); err != nil {
			return err
		}
	}
	j, err := rt.StartJob(r)
	if err != nil {
		return err
	}
	return rt.WriteObject(objects.Of(j))
}

// StartThreadJob runs a block on a thread of its own, which shares the objects that
// it is given.
type StartThreadJob struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ScriptBlock"`

	ScriptBlock          *runtime.ScriptBlock `param:"ParameterSetName=ScriptBlock,Position=0,Mandatory"`
	FilePath             string               `param:"ParameterSetName=FilePath,Position=0,Mandatory"`
	Name                 string               `param:"" validate:"NotNullOrEmpty"`
	InitializationScript *runtime.ScriptBlock `param:""`
	InputObject          objects.Value        `param:"ValueFromPipeline" type:"psobject"`
	ArgumentList         []objects.Value      `param:""`
	ThrottleLimit        int                  `param:"" validate:"Range=1:1000000"`

	input []objects.Value
}

// ProcessRecord gathers the objects of the pipeline.
func (c *StartThreadJob) ProcessRecord(rt *runtime.CommandRuntime) error {
	if rt.ExpectingInput() || rt.IsBound("InputObject") {
		c.input = append(c.input, c.InputObject)
	}
	return nil
}

// EndProcessing begins the job.
func (c *StartThreadJob) EndProcessing(rt *runtime.CommandRuntime) error {
	return startJob(rt, runtime.JobRequest{Block: c.ScriptBlock, Name: c.Name, Thread: true, Args: c.ArgumentList, Input: c.input, Piped: c.input != nil}, c.FilePath)
}

// choice is how commands name jobs.
type choice struct {
	jobs  []*runtime.Job
	ids   []int
	names []string
}

// chosen are the jobs that are meant; one that is missing is an error that is
// written.
func (c choice) chosen(rt *runtime.CommandRuntime) ([]*runtime.Job, error) {
	list := append([]*runtime.Job(nil), c.jobs...)
	for _, id := range c.ids {
		found := false
		for _, j := range rt.Session().Jobs() {
			if j.ID == id {
				list, found = append(list, j), true
			}
		}
		if !found {
			if err := rt.WriteError(jobNotFound("JobWithSpecifiedSessionIdNotFound", "The command cannot find a job with the job ID "+shownValue(rt, objects.Int(id))+". Verify the value of the Id parameter and then try the command again.", objects.Int(id))); err != nil {
				return nil, err
			}
		}
	}
	for _, name := range c.names {
		w, err := wildcard.Compile(name, true)
		if err != nil {
			return nil, err
		}
		found := false
		for _, j := range rt.Session().Jobs() {
			if w.Match(j.Name) {
				list, found = append(list, j), true
			}
		}
		if !found && !wildcard.ContainsWildcards(name) {
			if err := rt.WriteError(jobNotFound("JobWithSpecifiedNameNotFound", "The command cannot find the job because the job name "+name+" was not found. Verify the value of the Name parameter, and then try the command again.", objects.String(name))); err != nil {
				return nil, err
			}
		}
	}
	return list, nil
}

func shownValue(rt *runtime.CommandRuntime, v objects.Value) string {
	s, _ := rt.Types().Text(v, " ")
	return s
}

func jobNotFound(id, message string, target objects.Value) *runtime.ErrorRecord {
	return runtime.NewErrorRecord(objects.NewException(objects.PSArgumentException, message), id, runtime.ObjectNotFound, target)
}

// GetJob writes jobs.
type GetJob struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=SessionIdParameterSet"`

	Id      []int    `param:"ParameterSetName=SessionIdParameterSet,Position=0,ValueFromPipelineByPropertyName"`
	Name    []string `param:"ParameterSetName=NameParameterSet,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty"`
	State   string   `param:"ParameterSetName=StateParameterSet,Mandatory" type:"System.Management.Automation.JobState"`
	Command []string `param:"ParameterSetName=CommandParameterSet,Mandatory"`
	Newest  int      `param:""`
}

// ProcessRecord writes the jobs that are asked for, or all.
func (c *GetJob) ProcessRecord(rt *runtime.CommandRuntime) error {
	list, err := choice{ids: c.Id, names: c.Name}.chosen(rt)
	if err != nil {
		return err
	}
	if c.Id == nil && c.Name == nil {
		for _, j := range rt.Session().Jobs() {
			if c.State == "" || c.State == jobStates[j.State] {
				list = append(list, j)
			}
		}
	}
	for _, j := range list {
		if err := rt.WriteObject(objects.Of(j)); err != nil {
			return err
		}
	}
	return nil
}

var jobStates = [...]string{"NotStarted", "Running", "Completed", "Failed", "Stopped"}

// WaitJob waits until jobs have ended.
type WaitJob struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=SessionIdParameterSet"`

	Id      []int                   `param:"ParameterSetName=SessionIdParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName"`
	Job     []*runtime.Job          `param:"ParameterSetName=JobParameterSet,Position=0,Mandatory,ValueFromPipeline" type:"System.Management.Automation.Job[]"`
	Name    []string                `param:"ParameterSetName=NameParameterSet,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty"`
	Any     runtime.SwitchParameter `param:""`
	Timeout int                     `param:"Alias=TimeoutSec" validate:"Range=-1:2147483647"`
	Force   runtime.SwitchParameter `param:""`

	jobs []*runtime.Job
}

// ProcessRecord gathers the jobs.
func (c *WaitJob) ProcessRecord(rt *runtime.CommandRuntime) error {
	list, err := choice{c.Job, c.Id, c.Name}.chosen(rt)
	c.jobs = append(c.jobs, list...)
	return err
}

// EndProcessing waits and writes the jobs that have ended.
func (c *WaitJob) EndProcessing(rt *runtime.CommandRuntime) error {
	var deadline time.Time
	if rt.IsBound("Timeout") && c.Timeout >= 0 {
		deadline = time.Now().Add(time.Duration(c.Timeout) * time.Second)
	}
	err := rt.WaitJob(func() bool {
		done := 0
		for _, j := range c.jobs {
			if j.Finished() {
				done++
			}
		}
		return done == len(c.jobs) || bool(c.Any) && done > 0
	}, deadline)
	if err != nil {
		return err
	}
	for _, j := range c.jobs {
		if !j.Finished() {
			continue
		}
		if err := rt.WriteObject(objects.Of(j)); err != nil || bool(c.Any) {
			return err
		}
	}
	return nil
}

// ReceiveJob writes what jobs have written.
type ReceiveJob struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Location"`

	Job               []*runtime.Job          `param:"ParameterSetName=Location,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"System.Management.Automation.Job[]"`
	Id                []int                   `param:"ParameterSetName=SessionIdParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName"`
	Name              []string                `param:"ParameterSetName=NameParameterSet,Mandatory,ValueFromPipelineByPropertyName"`
	Keep              runtime.SwitchParameter `param:""`
	Wait              runtime.SwitchParameter `param:""`
	AutoRemoveJob     runtime.SwitchParameter `param:""`
	WriteEvents       runtime.SwitchParameter `param:""`
	WriteJobInResults runtime.SwitchParameter `param:""`
	NoRecurse         runtime.SwitchParameter `param:""`
	Force             runtime.SwitchParameter `param:""`
}

// ProcessRecord writes what is there; with -Wait all of it, as it comes.
func (c *ReceiveJob) ProcessRecord(rt *runtime.CommandRuntime) error {
	list, err := choice{c.Job, c.Id, c.Name}.chosen(rt)
	if err != nil {
		return err
	}
	for _, j := range list {
		if c.WriteJobInResults {
			if err := rt.WriteObject(objects.Of(j)); err != nil {
				return err
			}
		}
		if c.Wait {
			if err := rt.WaitJob(j.Finished, time.Time{}); err != nil {
				return err
			}
		}
		if err := rt.ReceiveJob(j, bool(c.Keep)); err != nil {
			return err
		}
		if c.AutoRemoveJob {
			rt.Session().RemoveJob(j)
		}
	}
	return nil
}

// StopJob ends jobs.
type StopJob struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=SessionIdParameterSet,SupportsShouldProcess"`

	Id       []int                   `param:"ParameterSetName=SessionIdParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName"`
	Job      []*runtime.Job          `param:"ParameterSetName=JobParameterSet,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"System.Management.Automation.Job[]"`
	Name     []string                `param:"ParameterSetName=NameParameterSet,Mandatory,ValueFromPipelineByPropertyName"`
	PassThru runtime.SwitchParameter `param:""`
}

// ProcessRecord ends the jobs.
func (c *StopJob) ProcessRecord(rt *runtime.CommandRuntime) error {
	list, err := choice{c.Job, c.Id, c.Name}.chosen(rt)
	if err != nil {
		return err
	}
	for _, j := range list {
		yes, err := rt.ShouldProcess("Command '"+j.Command+"' (Job"+shownValue(rt, objects.Int(j.ID))+")", "Stop")
		if yes {
			err = rt.StopJob(j)
		}
		if err == nil && bool(c.PassThru) {
			err = rt.WriteObject(objects.Of(j))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// RemoveJob drops jobs from the list.
type RemoveJob struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=SessionIdParameterSet,SupportsShouldProcess"`

	Id    []int                   `param:"ParameterSetName=SessionIdParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName"`
	Job   []*runtime.Job          `param:"ParameterSetName=JobParameterSet,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"System.Management.Automation.Job[]"`
	Name  []string                `param:"ParameterSetName=NameParameterSet,Mandatory,ValueFromPipelineByPropertyName"`
	Force runtime.SwitchParameter `param:"Alias=F"`
}

// ProcessRecord drops the jobs; one that runs is stopped with -Force only.
func (c *RemoveJob) ProcessRecord(rt *runtime.CommandRuntime) error {
	list, err := choice{c.Job, c.Id, c.Name}.chosen(rt)
	if err != nil {
		return err
	}
	for _, j := range list {
		if err := c.remove(rt, j); err != nil {
			return err
		}
	}
	return nil
}

func (c *RemoveJob) remove(rt *runtime.CommandRuntime, j *runtime.Job) error {
	if !j.Finished() && !bool(c.Force) {
		e := objects.NewException(objects.PSInvalidOperationException, "The command cannot remove the job with the job ID "+shownValue(rt, objects.Int(j.ID))+
			" because the job is not finished. To remove the job, first stop the job, or use the Force parameter.")
		return rt.WriteError(runtime.NewErrorRecord(e, "InvalidOperation", runtime.InvalidOperation, objects.Of(j)))
	}
	yes, err := rt.ShouldProcess("Command '"+j.Command+"' (Job"+shownValue(rt, objects.Int(j.ID))+")", "Remove")
	if !yes {
		return err
	}
	if err := rt.StopJob(j); err != nil {
		return err
	}
	rt.Session().RemoveJob(j)
	return nil
}
