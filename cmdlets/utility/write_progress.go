package utility

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// WriteProgress shows how far a long command has come.
type WriteProgress struct {
	Activity         string                  `param:"Position=0"`
	Status           string                  `param:"Position=1" validate:"NotNullOrEmpty"`
	Id               int                     `param:"Position=2" validate:"Range=0:2147483647"`
	PercentComplete  runtime.Optional[int]   `param:"" validate:"Range=-1:100"`
	SecondsRemaining runtime.Optional[int]   `param:""`
	CurrentOperation string                  `param:""`
	ParentId         runtime.Optional[int]   `param:"Name=ParentId" validate:"Range=-1:2147483647"`
	Completed        runtime.SwitchParameter `param:""`
	SourceId         int                     `param:""`
}

// ProcessRecord shows the record.
func (c *WriteProgress) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.Activity == "" {
		e := objects.NewException(objects.ArgumentException, "Missing value for mandatory parameter. (Parameter 'Activity')")
		return runtime.NewErrorRecord(e, "MissingActivity", runtime.InvalidArgument, objects.Null)
	}
	r := &runtime.ProgressRecord{
		ActivityID: c.Id, ParentID: -1, Activity: c.Activity, Status: c.Status, CurrentOperation: c.CurrentOperation,
		PercentComplete: -1, SecondsRemaining: -1, Completed: bool(c.Completed),
	}
	if r.Status == "" {
		r.Status = "Processing"
	}
	for _, o := range [...]struct {
		to    *int
		given runtime.Optional[int]
	}{{&r.ParentID, c.ParentId}, {&r.PercentComplete, c.PercentComplete}, {&r.SecondsRemaining, c.SecondsRemaining}} {
		if o.given.Bound {
			*o.to = o.given.Value
		}
	}
	return rt.WriteProgress(r)
}
