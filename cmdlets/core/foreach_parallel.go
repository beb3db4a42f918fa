package core

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// parallelRounds is how many rounds of ForEach-Object -Parallel run at a time
// without -ThrottleLimit.
const parallelRounds = 5

func (c *ForEachObject) limit() int {
	if c.ThrottleLimit.Bound {
		return c.ThrottleLimit.Value
	}
	return parallelRounds
}

func (c *ForEachObject) beginParallel(rt *runtime.CommandRuntime) (err error) {
	if c.AsJob {
		if rt.IsBound("TimeoutSeconds") {
			e := objects.NewException(objects.PSArgumentException, "The TimeoutSeconds parameter cannot be used with the AsJob parameter.")
			return runtime.NewErrorRecord(e, "ParallelCannotUseTimeoutWithJob", runtime.InvalidOperation, objects.Null)
		}
		c.inputs = []objects.Value{}
		return nil
	}
	c.rounds, err = rt.NewParallel(c.Parallel, c.limit(), c.TimeoutSeconds)
	return err
}

func (c *ForEachObject) processParallel() error {
	if c.AsJob {
		c.inputs = append(c.inputs, c.InputObject)
		return nil
	}
	return c.rounds.Add(c.InputObject)
}

func (c *ForEachObject) endParallel(rt *runtime.CommandRuntime) error {
	if !c.AsJob {
		return c.rounds.End()
	}
	j, err := rt.StartJob(runtime.JobRequest{Block: c.Parallel, Each: c.inputs, Limit: c.limit()})
	if err != nil {
		return err
	}
	return rt.WriteObject(objects.Of(j))
}

// Close stops rounds that still run.
func (c *ForEachObject) Close() error {
	if c.rounds == nil {
		return nil
	}
	return c.rounds.Close()
}
