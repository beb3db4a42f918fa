package security

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/objects/system"
	"github.com/csshell/csshell/runtime"
)

// GetExecutionPolicy tells which scripts may run: all of them, as everywhere but on
// Windows ("about_Execution_Policies").
type GetExecutionPolicy struct {
	_ struct{} `cmdlet:"OutputType=Microsoft.PowerShell.ExecutionPolicy"`

	Scope runtime.Optional[int]   `param:"Position=0,ValueFromPipelineByPropertyName" type:"Microsoft.PowerShell.ExecutionPolicyScope" help:"The scope to tell of."`
	List  runtime.SwitchParameter `param:"" help:"Tell of all scopes."`
}

// ProcessRecord writes Unrestricted, or it for each scope.
func (c *GetExecutionPolicy) ProcessRecord(rt *runtime.CommandRuntime) error {
	unrestricted := objects.Word(automation.ExecutionPolicyType, 0)
	if !c.List {
		return rt.WriteObject(unrestricted)
	}
	if c.Scope.Bound {
		e := objects.NewException(objects.InvalidOperationException, "You cannot specify both the -List and -Scope parameters.")
		return runtime.NewErrorRecord(e, "ListAndScopeSpecified", runtime.InvalidOperation, objects.Null)
	}
	shape := objects.NewShape("Scope", "ExecutionPolicy")
	for _, scope := range [...]uint64{4, 3, 0, 1, 2} { // the order of precedence
		row := []objects.Value{objects.Word(automation.ExecutionPolicyScopeType, scope), unrestricted}
		if err := rt.WriteObject(objects.Of(objects.NewShaped(shape, row))); err != nil {
			return err
		}
	}
	return nil
}

// SetExecutionPolicy refuses: policies are a matter of Windows.
type SetExecutionPolicy struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`

	ExecutionPolicy int                     `param:"Position=0,Mandatory,ValueFromPipeline" type:"Microsoft.PowerShell.ExecutionPolicy" help:"The policy."`
	Scope           int                     `param:"Position=1,ValueFromPipelineByPropertyName" type:"Microsoft.PowerShell.ExecutionPolicyScope" help:"Where it is to hold."`
	Force           runtime.SwitchParameter `param:"" help:"Do not ask."`
}

// ProcessRecord is the error that PowerShell gives on Linux.
func (*SetExecutionPolicy) ProcessRecord(*runtime.CommandRuntime) error {
	return objects.NewException(system.PlatformNotSupportedException, "Operation is not supported on this platform.")
}
