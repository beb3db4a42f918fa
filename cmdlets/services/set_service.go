package services

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// SetService changes whether a service starts with the computer, and its status.
type SetService struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Name,SupportsShouldProcess,OutputType=System.ServiceProcess.ServiceController"`

	Name        string                  `param:"ParameterSetName=Name,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=ServiceName,Alias=SN" help:"The service."`
	InputObject *Service                `param:"ParameterSetName=InputObject,Position=0,Mandatory,ValueFromPipeline" help:"The service itself."`
	DisplayName string                  `param:"Alias=DN" validate:"NotNullOrEmpty" refuse:"the description of a service stands in the file of its unit"`
	Description string                  `param:"" refuse:"the description of a service stands in the file of its unit"`
	Credential  objects.Value           `param:"" type:"pscredential" refuse:"the user of a service stands in the file of its unit"`
	StartupType string                  `param:"Alias=StartMode,Alias=SM,Alias=ST,Alias=StartType" type:"Microsoft.PowerShell.Commands.ServiceStartupType" help:"Automatic with the computer, Manual, or Disabled, so that nobody can start it."`
	Status      string                  `param:"" validate:"Set=Running|Stopped|Paused" help:"Start it or stop it."`
	Force       runtime.SwitchParameter `param:"" help:"With -Status Stopped: also the services that need it."`
	PassThru    runtime.SwitchParameter `param:"" help:"Write the service."`

	ctl Control
}

// ProcessRecord changes the service.
func (c *SetService) ProcessRecord(rt *runtime.CommandRuntime) error {
	wanted := chosen{}
	if c.InputObject != nil {
		wanted.given = []*Service{c.InputObject}
	} else {
		wanted.names = []string{c.Name}
	}
	list, err := wanted.find(rt, c.ctl)
	if err != nil {
		return err
	}
	for _, s := range list {
		if yes, err := rt.ShouldProcess(s.title(), "Set-Service"); !yes {
			return err
		}
		if err := c.change(rt, s); err != nil {
			return err
		}
	}
	return nil
}

func (c *SetService) change(rt *runtime.CommandRuntime, s *Service) error {
	for _, verb := range startup(c.StartupType) {
		if _, err := c.ctl(rt.Context(), verb, "--", s.fact("Id")); err != nil {
			return rt.WriteError(failure("CouldNotSetService", "Service '"+s.title()+"' cannot be configured due to the following error: "+firstLine(err.Error()), objects.Of(s), err))
		}
	}
	control := ControlService{ctl: c.ctl, force: bool(c.Force)}
	switch strings.ToLower(c.Status) {
	case "running":
		control.action = starting
	case "stopped":
		control.action = stopping
	case "paused":
		control.action = suspending
	}
	if control.action.cmdlet != "" {
		if done, err := control.control(rt, s); err != nil || !done {
			return err
		}
	}
	if !c.PassThru {
		return nil
	}
	found, err := services(rt.Context(), c.ctl, s.Name())
	if err != nil || len(found) != 1 {
		return err
	}
	return rt.WriteObject(objects.Of(found[0]))
}

// startup are the words for systemctl that make a startup type.
func startup(kind string) []string {
	switch strings.ToLower(kind) {
	case "automatic", "automaticdelayedstart":
		return []string{"unmask", "enable"}
	case "manual":
		return []string{"unmask", "disable"}
	case "disabled":
		return []string{"disable", "mask"}
	}
	return nil
}
