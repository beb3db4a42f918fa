package services

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// action is what is done to a service: systemctl's word, the error of its failure,
// and the words of messages.
type action struct{ verb, id, word, cmdlet string }

var (
	starting   = action{"start", "CouldNotStartService", "start", "Start-Service"}
	stopping   = action{"stop", "CouldNotStopService", "stop", "Stop-Service"}
	restarting = action{"restart", "CouldNotStartService", "restart", "Restart-Service"}
	suspending = action{"", "CouldNotSuspendServiceNotSupported", "suspend", "Suspend-Service"}
	resuming   = action{"", "CouldNotResumeServiceNotSupported", "resume", "Resume-Service"}
)

// ControlService starts services, or would suspend or resume them.
type ControlService struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=InputObject,SupportsShouldProcess,OutputType=System.ServiceProcess.ServiceController"`

	InputObject []*Service              `param:"ParameterSetName=InputObject,Position=0,Mandatory,ValueFromPipeline" validate:"NotNullOrEmpty" help:"The services themselves."`
	Name        []string                `param:"ParameterSetName=Default,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=ServiceName" help:"Services by name, with wildcards."`
	DisplayName []string                `param:"ParameterSetName=DisplayName,Mandatory" help:"Services by description, with wildcards."`
	Include     []string                `param:"" validate:"NotNullOrEmpty" help:"Only services with these names, with wildcards."`
	Exclude     []string                `param:"" validate:"NotNullOrEmpty" help:"No services with these names, with wildcards."`
	PassThru    runtime.SwitchParameter `param:"" help:"Write the services."`

	ctl    Control
	action action
	force  bool // also what needs the services
	noWait bool
}

// StopService stops services.
type StopService struct {
	Force  runtime.SwitchParameter `param:"" help:"Also the services that need them."`
	NoWait runtime.SwitchParameter `param:"" help:"Do not wait until they have stopped."`
	ControlService
}

// ProcessRecord stops the services.
func (c *StopService) ProcessRecord(rt *runtime.CommandRuntime) error {
	c.force, c.noWait = bool(c.Force), bool(c.NoWait)
	return c.ControlService.ProcessRecord(rt)
}

// RestartService stops services and starts them again.
type RestartService struct {
	Force runtime.SwitchParameter `param:"" help:"Also the services that need them."`
	ControlService
}

// ProcessRecord restarts the services.
func (c *RestartService) ProcessRecord(rt *runtime.CommandRuntime) error {
	c.force = bool(c.Force)
	return c.ControlService.ProcessRecord(rt)
}

// ProcessRecord does what the cmdlet is for to each service.
func (c *ControlService) ProcessRecord(rt *runtime.CommandRuntime) error {
	list, err := chosen{names: c.Name, displayNames: c.DisplayName, given: c.InputObject, include: c.Include, exclude: c.Exclude}.find(rt, c.ctl)
	if err != nil {
		return err
	}
	for _, s := range list {
		if yes, err := rt.ShouldProcess(s.title(), c.action.cmdlet); !yes {
			if err != nil {
				return err
			}
			continue
		}
		done, err := c.control(rt, s)
		if err == nil && done && bool(c.PassThru) {
			err = rt.WriteObject(objects.Of(s))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// control does it to one service; what fails is reported.
func (c *ControlService) control(rt *runtime.CommandRuntime, s *Service) (done bool, err error) {
	target := objects.Of(s)
	if c.action.verb == "" {
		message := "Service '" + s.title() + "' cannot be " + c.action.word + "ed because systemd pauses no services."
		if c.action.word == "resume" {
			message = "Service '" + s.title() + "' cannot be resumed because systemd pauses no services."
		}
		return false, rt.WriteError(failure(c.action.id, message, target, nil))
	}
	if needed := running(rt, c.ctl, s); c.action.verb == "stop" && !c.force && needed {
		return false, rt.WriteError(failure("ServiceHasDependentServices", "Cannot stop service '"+s.title()+"' because it has dependent services. It can only be stopped if the Force flag is set.", target, nil))
	}
	args := []string{c.action.verb}
	if c.noWait {
		args = append(args, "--no-block")
	}
	if _, err := c.ctl(rt.Context(), append(args, "--", s.fact("Id"))...); err != nil {
		return false, rt.WriteError(failure(c.action.id, "Failed to "+c.action.word+" service '"+s.title()+"'. "+firstLine(err.Error()), target, err))
	}
	found, err := services(rt.Context(), c.ctl, s.Name())
	if err == nil && len(found) == 1 {
		s.facts = found[0].facts
	}
	return true, err
}

// running reports whether a service that needs s runs.
func running(rt *runtime.CommandRuntime, ctl Control, s *Service) bool {
	for _, o := range s.others("RequiredBy") {
		if found, err := services(rt.Context(), ctl, o.Name()); err == nil && len(found) == 1 && found[0].status() != 1 {
			return true
		}
	}
	return false
}
