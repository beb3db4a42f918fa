package job

import (
	"fmt"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// RemoveJob forgets jobs that have ended, and others by force.
type RemoveJob struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=SessionIdParameterSet,SupportsShouldProcess" output:"System.Management.Automation.Job"`

	Job        []objects.Value         `param:"ParameterSetName=JobParameterSet,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"System.Management.Automation.Job[]" validate:"NotNullOrEmpty" help:"The jobs."`
	Force      runtime.SwitchParameter `param:"ParameterSetName=SessionIdParameterSet|JobParameterSet|InstanceIdParameterSet|NameParameterSet|FilterParameterSet,Alias=F" help:"Stop jobs that run."`
	Id         []int                   `param:"ParameterSetName=SessionIdParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Jobs by number."`
	Name       []string                `param:"ParameterSetName=NameParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Jobs by name; wildcards may be used."`
	InstanceId []objects.Value         `param:"ParameterSetName=InstanceIdParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName" type:"guid[]" validate:"NotNullOrEmpty" help:"Jobs by InstanceId."`
	State      objects.Value           `param:"ParameterSetName=StateParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName" type:"System.Management.Automation.JobState" help:"Jobs in that state."`
	Command    []string                `param:"ParameterSetName=CommandParameterSet,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Jobs by their script; wildcards may be used."`
	Filter     *objects.Hashtable      `param:"ParameterSetName=FilterParameterSet,Position=0,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Jobs with those values of properties."`
}

// ProcessRecord removes the jobs.
func (c *RemoveJob) ProcessRecord(rt *runtime.CommandRuntime) error {
	list, err := chosen{Job: c.Job, ID: c.Id, Name: c.Name, InstanceID: c.InstanceId, State: c.State, Command: c.Command, Filter: c.Filter}.jobs(rt)
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
	yes, err := rt.ShouldProcess(target(j), "Remove-Job")
	if !yes {
		return err
	}
	if !j.Finished() && !bool(c.Force) {
		message := fmt.Sprintf("The command cannot remove the job with the job ID %d because the job is not finished. To remove the job, first stop the job, or use the Force parameter.", j.ID)
		return rt.WriteError(runtime.NewErrorRecord(objects.NewException(objects.ArgumentException, message), "JobObjectNotFinishedCannotBeRemoved", runtime.InvalidOperation, objects.Of(j)))
	}
	if err := rt.StopJob(j); err != nil {
		return err
	}
	rt.Session().RemoveJob(j)
	return nil
}

// target is a job as -WhatIf names it.
func target(j *runtime.Job) string { return fmt.Sprintf("%d: %s", j.ID, j.Name) }
