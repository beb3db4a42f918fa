package job

import (
	"fmt"
	"slices"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// chosen are the jobs that a command means: those of -Job, or those of the session
// with an id, a name, a state or other facts. An id or a name that no job has is an
// error, and the others still count.
type chosen struct {
	Job        []objects.Value
	ID         []int
	Name       []string
	InstanceID []objects.Value
	State      objects.Value
	Filter     *objects.Hashtable
	Command    []string
}

func (c chosen) jobs(rt *runtime.CommandRuntime) ([]*runtime.Job, error) {
	all := rt.Session().Jobs()
	switch rt.ParameterSet() {
	case "NameParameterSet":
		return c.named(rt, all)
	case "InstanceIdParameterSet":
		return c.instances(rt, all)
	case "StateParameterSet":
		return only(all, func(j *runtime.Job) bool { return int64(j.State) == c.State.Int64() }), nil
	case "CommandParameterSet":
		if len(c.Command) == 0 {
			return all, nil
		}
		return only(all, func(j *runtime.Job) bool { return likeAny(c.Command, j.Command) }), nil
	case "FilterParameterSet":
		return c.filtered(rt, all)
	case "SessionIdParameterSet":
		return c.numbered(rt, all)
	}
	var list []*runtime.Job
	for _, v := range c.Job {
		if j, ok := objects.As[*runtime.Job](v); ok {
			list = append(list, j)
		}
	}
	return list, nil
}

func only(list []*runtime.Job, keep func(*runtime.Job) bool) []*runtime.Job {
	return slices.DeleteFunc(list, func(j *runtime.Job) bool { return !keep(j) })
}

func likeAny(patterns []string, text string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		w, err := wildcard.Compile(p, true)
		return err == nil && w.Match(text)
	})
}

func (c chosen) named(rt *runtime.CommandRuntime, all []*runtime.Job) (list []*runtime.Job, err error) {
	for _, name := range c.Name {
		found := only(slices.Clone(all), func(j *runtime.Job) bool { return likeAny([]string{name}, j.Name) })
		if list = append(list, found...); len(found) > 0 || wildcard.ContainsWildcards(name) {
			continue
		}
		if err := missing(rt, "name", name, "JobWithSpecifiedNameNotFound", objects.String(name)); err != nil {
			return nil, err
		}
	}
	return list, nil
}

func (c chosen) numbered(rt *runtime.CommandRuntime, all []*runtime.Job) (list []*runtime.Job, err error) {
	if !rt.IsBound("Id") {
		return all, nil
	}
	for _, id := range c.ID {
		i := slices.IndexFunc(all, func(j *runtime.Job) bool { return j.ID == id })
		if i >= 0 {
			list = append(list, all[i])
			continue
		}
		if err := missing(rt, "ID", fmt.Sprint(id), "JobWithSpecifiedSessionNotFound", objects.Int(id)); err != nil {
			return nil, err
		}
	}
	return list, nil
}

func (c chosen) instances(rt *runtime.CommandRuntime, all []*runtime.Job) (list []*runtime.Job, err error) {
	for _, id := range c.InstanceID {
		i := slices.IndexFunc(all, func(j *runtime.Job) bool { return rt.Types().Equal(objects.GuidOf(j.Instance), id, true) })
		if i >= 0 {
			list = append(list, all[i])
			continue
		}
		text, err := rt.Types().Text(id, "")
		if err != nil {
			return nil, err
		}
		if err := missing(rt, "instance ID", text, "JobWithSpecifiedInstanceIdNotFound", id); err != nil {
			return nil, err
		}
	}
	return list, nil
}

func (c chosen) filtered(rt *runtime.CommandRuntime, all []*runtime.Job) ([]*runtime.Job, error) {
	types := rt.Types()
	var failed error
	list := only(all, func(j *runtime.Job) bool {
		fits := true
		c.Filter.Each(func(key, want objects.Value) bool {
			name, _ := types.Text(key, "")
			got, _, err := types.GetProperty(objects.Of(j), name)
			if err != nil {
				failed = err
			}
			fits = fits && types.Equal(got, want, true)
			return fits
		})
		return fits
	})
	return list, failed
}

// missing reports a job that the session has not.
func missing(rt *runtime.CommandRuntime, fact, text, id string, target objects.Value) error {
	message := fmt.Sprintf("The command cannot find a job with the %s %s. Verify the value of the %s parameter and then try the command again.", fact, text, parameters[fact])
	return rt.WriteError(runtime.NewErrorRecord(objects.NewException(objects.PSArgumentException, message), id, runtime.ObjectNotFound, target))
}

var parameters = map[string]string{"name": "Name", "ID": "Id", "instance ID": "InstanceId"}
