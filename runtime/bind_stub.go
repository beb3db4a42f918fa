package runtime

import "github.com/csshell/csshell/objects"

type binder struct {
	table         *ParameterTable
	unbound       []objects.Value
	takesPipeline bool
	common        commonValues
}
type commonValues struct{}

func (commonValues) action(Stream) (ActionPreference, bool) { return 0, false }

type bindTarget interface {
	set(p *Parameter, v objects.Value) error
}
type cmdletType struct {
	table *ParameterTable
	class string
}

func (k *cmdletType) target(c Cmdlet) bindTarget { return nil }
func cmdletTable(e CmdletEntry) (*cmdletType, error) {
	return &cmdletType{}, nil
}
func newBinder(s *Session, scope *Scope, c Command, t *ParameterTable, target bindTarget, info *InvocationInfo) *binder {
	return &binder{table: t}
}
func (b *binder) commandLine(args []argument, expects bool) error { return nil }
func (b *binder) cmdletLine(rt *CommandRuntime, c Cmdlet, args []argument, expects bool) error {
	return nil
}
func (b *binder) pipelineObject(v objects.Value) error { return nil }
func (b *binder) isBound(p *Parameter) bool            { return false }
func (b *binder) isBoundName(string) bool              { return false }
func (b *binder) parameterSet() string                 { return "" }
func (b *binder) boundDictionary() *objects.Hashtable  { return nil }
func (b *binder) convertDefault(p *Parameter, v objects.Value) (objects.Value, error) {
	return v, nil
}
func zeroArgument(p *Parameter) objects.Value { return objects.Null }

type confirmState struct{ yesToAll, noToAll bool }

func (rt *CommandRuntime) ShouldContinue(q, c string) (bool, error) { return true, nil }
func (rt *CommandRuntime) applyCommon()                             {}
func (rt *CommandRuntime) finishVariables()                         {}
func (st *functionStage) setPreferences()                           {}

func (rt *CommandRuntime) ShouldProcess(target, action string) (bool, error) { return true, nil }
func (rt *CommandRuntime) ShouldProcessText(verbose, warning, caption string) (bool, error) {
	return true, nil
}

func (rt *CommandRuntime) WriteCallerError(r *ErrorRecord) error { return rt.WriteError(r) }
