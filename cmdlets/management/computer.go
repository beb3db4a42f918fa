package management

import (
	"os/exec"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// StopComputer shuts the machine down.
type StopComputer struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`
}

// ProcessRecord asks the system to power off.
func (*StopComputer) ProcessRecord(rt *runtime.CommandRuntime) error {
	return shutDown(rt, "Stop-Computer", "-P")
}

// RestartComputer starts the machine anew.
type RestartComputer struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`
}

// ProcessRecord asks the system to start anew.
func (*RestartComputer) ProcessRecord(rt *runtime.CommandRuntime) error {
	return shutDown(rt, "Restart-Computer", "-r")
}

// shutDown asks shutdown(8) to end the system now. Unlike PowerShell's, which goes
// ahead, it wants -Confirm: a shell for administrators of servers is no place for a
// slip.
func shutDown(rt *runtime.CommandRuntime, action, how string) error {
	if yes, err := rt.ShouldProcess("localhost", action); !yes {
		return err
	}
	if !rt.IsBound("Confirm") {
		e := objects.NewException(objects.PSInvalidOperationException, action+" runs with -Confirm alone, or with -Confirm:$false where nobody is to be asked.")
		return runtime.NewErrorRecord(e, "ConfirmationRequired", runtime.InvalidOperation, objects.String("localhost"))
	}
	cmd := exec.CommandContext(rt.Context(), "/sbin/shutdown", how, "now")
	cmd.Env = rt.Session().Environment.Pairs()
	if out, err := cmd.CombinedOutput(); err != nil {
		e := objects.NewException(objects.InvalidOperationException, "Command returned: "+string(out)+err.Error())
		return runtime.NewErrorRecord(e, "CommandFailed", runtime.OperationStopped, objects.String("localhost"))
	}
	return nil
}
