// Package services holds Get-Service and its siblings. The services are those of
// systemd, asked through systemctl; PowerShell has the cmdlets on Windows alone.
package services

import (
	"context"
	"errors"
	"os/exec"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// Cmdlets are the cmdlets of this package.
func Cmdlets() []runtime.CmdletEntry { return cmdletsOver(Systemctl) }

func cmdletsOver(ctl Control) []runtime.CmdletEntry {
	entry := func(name string, verb action) runtime.CmdletEntry {
		return runtime.CmdletEntry{Name: name, New: func() runtime.Cmdlet { return &ControlService{ctl: ctl, action: verb} }}
	}
	return []runtime.CmdletEntry{
		{Name: "Get-Service", New: func() runtime.Cmdlet { return &GetService{ctl: ctl} }},
		{Name: "Stop-Service", New: func() runtime.Cmdlet {
			return &StopService{ControlService: ControlService{ctl: ctl, action: stopping}}
		}},
		{Name: "Restart-Service", New: func() runtime.Cmdlet {
			return &RestartService{ControlService: ControlService{ctl: ctl, action: restarting}}
		}},
		entry("Start-Service", starting), entry("Suspend-Service", suspending), entry("Resume-Service", resuming),
		{Name: "Set-Service", New: func() runtime.Cmdlet { return &SetService{ctl: ctl} }},
	}
}

// Control runs systemctl with arguments and gives what it writes.
type Control func(ctx context.Context, args ...string) (string, error)

// Systemctl is the Control of this computer.
func Systemctl(ctx context.Context, args ...string) (string, error) {
	out, err := exec.CommandContext(ctx, "systemctl", args...).Output()
	if e, ok := errors.AsType[*exec.ExitError](err); ok {
		return string(out), errors.New(strings.TrimSpace(string(e.Stderr)))
	}
	return string(out), err
}

// factNames are what systemctl is asked of each unit.
var factNames = [...]string{"Id", "Description", "ActiveState", "UnitFileState", "LoadState", "FragmentPath", "User", "ExecStart", "Requires", "RequiredBy", "MainPID"}

// services are the services that fit a pattern of systemctl, such as * or ssh.
func services(ctx context.Context, ctl Control, pattern string) ([]*Service, error) {
	out, err := ctl(ctx, "show", "--no-pager", "--all", "--property="+strings.Join(factNames[:], ","), "--", pattern+".service")
	if err != nil {
		e := objects.NewException(ExceptionType, "Services are not available here: "+firstLine(err.Error())).Because(err)
		return nil, runtime.NewErrorRecord(e, "ServicesNotAvailable", runtime.ResourceUnavailable, objects.Null)
	}
	var list []*Service
	for _, block := range strings.Split(strings.TrimSpace(out), "\n\n") {
		if s := parse(block); s.fact("LoadState") != "not-found" && s.Name() != "" {
			s.ctl = ctl
			list = append(list, s)
		}
	}
	return list, nil
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return strings.TrimSuffix(line, ".") + "."
}

// parse reads the lines NAME=VALUE of one unit.
func parse(block string) *Service {
	s := &Service{facts: map[string]string{}}
	for line := range strings.Lines(block) {
		if name, value, ok := strings.Cut(strings.TrimRight(line, "\n"), "="); ok {
			s.facts[name] = value
		}
	}
	return s
}
