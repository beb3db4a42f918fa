package format

import (
	"errors"

	"github.com/csshell/csshell/cmdlets/calculated"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
	"github.com/csshell/csshell/objects/view"
	"github.com/csshell/csshell/runtime"
)

// common are the parameters that all Format- cmdlets have.
type common struct {
	GroupBy      objects.Value           `param:"" type:"System.Object"`
	View         string                  `param:""`
	ShowError    runtime.SwitchParameter `param:""`
	DisplayError runtime.SwitchParameter `param:""`
	Force        runtime.SwitchParameter `param:""`
	Expand       string                  `param:"" validate:"Set=CoreOnly|EnumOnly|Both"`
	InputObject  objects.Value           `param:"ValueFromPipeline" type:"psobject"`
}

// formatting is the work that all Format- cmdlets share: they differ in what
// they ask of a [view.Formatter].
type formatting struct {
	views     *view.Set
	formatter *view.Formatter
}

// begin starts the formatter with the common parameters added to the request.
func (f *formatting) begin(rt *runtime.CommandRuntime, c *common, r view.Request) error {
	if len(r.Properties) > 0 && c.View != "" {
		return conflict("FormatCannotSpecifyViewAndProperty", "The Property and View parameters cannot be used together.")
	}
	if !c.GroupBy.IsNull() {
		groups, err := properties(rt, []objects.Value{c.GroupBy}, calculated.Label)
		if err != nil {
			return err
		}
		r.GroupBy = &groups[0]
	}
	r.View, r.Force = c.View, bool(c.Force)
	r.ShowError, r.DisplayError = bool(c.ShowError), bool(c.DisplayError)
	switch c.Expand {
	case "CoreOnly":
		r.Expand = view.CoreOnly
	case "Both":
		r.Expand = view.Both
	}
	f.formatter = view.NewFormatter(settings(rt.Session(), f.views, false), r, func(o objects.Object) error {
		return rt.WriteObject(objects.Of(o))
	})
	return nil
}

func (f *formatting) process(v objects.Value) error { return viewError(f.formatter.Process(v)) }

// EndProcessing ends the sequence of format objects.
func (f *formatting) EndProcessing(*runtime.CommandRuntime) error { return f.formatter.End() }

// switchGiven is a switch that a view may decide where it is not given.
func switchGiven(rt *runtime.CommandRuntime, name string, s runtime.SwitchParameter) view.Switch {
	switch {
	case bool(s):
		return view.On
	case rt.IsBound(name):
		return view.Off
	}
	return view.NotGiven
}

// properties turns -Property arguments into what views know.
func properties(rt *runtime.CommandRuntime, arguments []objects.Value, keys calculated.Keys) ([]view.Property, error) {
	list, err := calculated.Parse(arguments, keys)
	if err != nil {
		return nil, err
	}
	made := make([]view.Property, len(list))
	for i, p := range list {
		made[i] = view.Property{
			Name: p.Name, Label: p.Label, Format: p.Format, Width: p.Width, Align: alignment(p.Alignment), Depth: p.Depth,
		}
		if block := p.Block; block != nil {
			made[i].Source = block.Source()
			runner := rt.Runner(block)
			made[i].Value = func(_ *view.Context, v objects.Value) (objects.Value, error) { return runner.Evaluate(v) }
		}
	}
	return made, nil
}

func alignment(name string) view.Align {
	switch name {
	case "left":
		return view.Left
	case "center":
		return view.Center
	case "right":
		return view.Right
	}
	return view.Undefined
}

// conflict is the error of parameters that exclude each other.
func conflict(id, message string) error {
	r := runtime.NewErrorRecord(objects.NewException(system.InvalidDataException, "Found invalid data while decoding."), id, runtime.InvalidArgument, objects.Null)
	r.Details = &runtime.ErrorDetails{Message: message}
	return r
}

// viewError gives the errors of views their PowerShell form.
func viewError(err error) error {
	if missing, ok := errors.AsType[*view.ViewNotFound](err); ok {
		e := objects.NewException(objects.PipelineStoppedException, "The pipeline has been stopped.")
		r := runtime.NewErrorRecord(e, "FormatViewNotFound", runtime.ObjectNotFound, objects.String(missing.Name))
		r.Details = &runtime.ErrorDetails{Message: "View name " + missing.Name + " cannot be found."}
		return r
	}
	if out, ok := errors.AsType[*view.OutOfSequence](err); ok {
		e := objects.NewException(objects.InvalidOperationException, "Operation is not valid due to the current state of the object.")
		r := runtime.NewErrorRecord(e, "ConsoleLineOutputOutOfSequencePacket", runtime.InvalidData, objects.Null)
		r.Details = &runtime.ErrorDetails{Message: `The object of type "` + out.Type.FullName + `" is not valid or not in the correct sequence. ` +
			`This is likely caused by a user-specified "format-*" command which is conflicting with the default formatting.`}
		return r
	}
	return err
}
