package core

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// SetPSDebug sets strict mode the old way. Tracing and stepping are refused: there is no
// debugger.
type SetPSDebug struct {
	Trace  runtime.Optional[int]   `param:"ParameterSetName=on" validate:"Range=0:2" help:"How much to trace; only 0 is possible."`
	Step   runtime.SwitchParameter `param:"ParameterSetName=on" help:"Stop before each line; not possible."`
	Strict runtime.SwitchParameter `param:"ParameterSetName=on" help:"Variables must be set before they are read."`
	Off    runtime.SwitchParameter `param:"ParameterSetName=off" help:"Turn all off."`
}

// BeginProcessing sets the mode of all scopes that have none of their own.
func (c *SetPSDebug) BeginProcessing(rt *runtime.CommandRuntime) error {
	if c.Trace.Value > 0 || bool(c.Step) {
		e := objects.NewException(objects.PSNotSupportedException, "Scripts cannot be traced or run step by step: there is no debugger.")
		return runtime.NewErrorRecord(e, "DebuggerNotAvailable", runtime.NotImplemented, objects.Null)
	}
	switch {
	case bool(c.Strict):
		rt.Session().Global().SetStrict(1)
	case bool(c.Off):
		rt.Session().Global().SetStrict(0)
	}
	return nil
}

// ProcessRecord has nothing to do.
func (*SetPSDebug) ProcessRecord(*runtime.CommandRuntime) error { return nil }

// GetExperimentalFeature writes the features that are still tried out: there are none.
type GetExperimentalFeature struct {
	_ struct{} `cmdlet:"OutputType=System.Management.Automation.ExperimentalFeature"`

	Name []string `param:"Position=0,ValueFromPipeline" validate:"NotNullOrEmpty" help:"The names of features."`
}

// ProcessRecord reports the names that no feature has.
func (c *GetExperimentalFeature) ProcessRecord(rt *runtime.CommandRuntime) error {
	return noFeatures(rt, c.Name)
}

// noFeatures reports names without wildcards: there are no features.
func noFeatures(rt *runtime.CommandRuntime, names []string) error {
	for _, name := range names {
		if wildcard.ContainsWildcards(name) {
			continue
		}
		e := objects.NewException(objects.ItemNotFoundException, "Cannot find an experimental feature matching the name '"+name+"'.")
		if err := rt.WriteError(runtime.NewErrorRecord(e, "ItemNotFoundException", runtime.ObjectNotFound, objects.String(name))); err != nil {
			return err
		}
	}
	return nil
}

// EnableExperimentalFeature reports that there is no such feature.
type EnableExperimentalFeature struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`
	featureChange
}

// DisableExperimentalFeature reports that there is no such feature.
type DisableExperimentalFeature struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`
	featureChange
}

// featureChange are the parameters of both.
type featureChange struct {
	Name  []string `param:"Position=0,Mandatory,ValueFromPipelineByPropertyName" help:"The names of features."`
	Scope int      `param:"" type:"System.Management.Automation.Configuration.ConfigScope" help:"Whose configuration to change."`
}

// ProcessRecord reports the names.
func (c *featureChange) ProcessRecord(rt *runtime.CommandRuntime) error {
	return noFeatures(rt, c.Name)
}
