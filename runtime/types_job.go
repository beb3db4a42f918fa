package runtime

import (
	"time"

	"github.com/csshell/csshell/objects"
)

// The kinds of jobs.
var (
	jobType         = &objects.Type{FullName: namespace + "Job", Kind: objects.KindObject, Attributes: objects.AbstractAttr}
	remotingJobType = &objects.Type{FullName: namespace + "PSRemotingJob", Base: jobType, Kind: objects.KindObject}
	threadJobType   = &objects.Type{FullName: "Microsoft.PowerShell.ThreadJob.ThreadJob", Base: jobType, Kind: objects.KindObject}
	taskJobType     = &objects.Type{FullName: namespace + "PSTasks.PSTaskJob", Base: jobType, Kind: objects.KindObject}
)

// Type is that of the kind of job.
func (j *Job) Type() *objects.Type { return j.typ }

// jobTypes make jobs known to a TypeTable.
func jobTypes() []objects.TypeEntry {
	return []objects.TypeEntry{{Type: jobType, Declare: declareJob}, {Type: remotingJobType}, {Type: threadJobType}, {Type: taskJobType}}
}

func declareJob() *objects.Declaration {
	stream := func(name string, s Stream) objects.Property {
		return value("System.Management.Automation.PSDataCollection[psobject] "+name+" {get;}", func(j *Job) objects.Value {
			var items []objects.Value
			for _, w := range j.output {
				if w.stream == s {
					items = append(items, w.value)
				}
			}
			return objects.ArrayValue(items)
		})
	}
	return &objects.Declaration{Type: jobType, Properties: []objects.Property{
		value("int Id {get;}", func(j *Job) objects.Value { return objects.Int(j.ID) }),
		value("guid InstanceId {get;}", func(j *Job) objects.Value { return objects.GuidOf(j.Instance) }),
		text("string Name {get;set;}", func(j *Job) string { return j.Name }),
		text("string PSJobTypeName {get;}", func(j *Job) string { return j.Kind }),
		{Signature: "System.Management.Automation.JobState State {get;}", GetIn: jobState},
		value("bool HasMoreData {get;}", func(j *Job) objects.Value { return objects.Bool(len(j.output) > 0 || !j.Finished()) }),
		text("string Location {get;}", func(j *Job) string { return j.Location }),
		text("string Command {get;}", func(j *Job) string { return j.Command }),
		text("string StatusMessage {get;}", func(*Job) string { return "" }),
		value("System.Nullable[datetime] PSBeginTime {get;}", func(j *Job) objects.Value { return moment(j.Begun) }),
		value("System.Nullable[datetime] PSEndTime {get;}", func(j *Job) objects.Value { return moment(j.Ended) }),
		value("System.Collections.Generic.IList[System.Management.Automation.Job] ChildJobs {get;}", func(j *Job) objects.Value {
			var list []objects.Value
			for _, child := range j.Children() {
				list = append(list, objects.Of(child))
			}
			return objects.ArrayValue(list)
		}),
		stream("Output", SuccessStream), stream("Error", ErrorStream), stream("Warning", WarningStream),
		stream("Verbose", VerboseStream), stream("Debug", DebugStream), stream("Information", InformationStream),
	}}
}

func jobState(tt *objects.TypeTable, this objects.Value) (objects.Value, error) {
	j, _ := objects.As[*Job](this)
	if t, ok := tt.Lookup(namespace+"JobState", nil); ok {
		return objects.Word(t, uint64(j.State)), nil
	}
	return objects.Int(int(j.State)), nil
}

func moment(t time.Time) objects.Value {
	if t.IsZero() {
		return objects.Null
	}
	v, _ := objects.FromGo(t)
	return v
}
