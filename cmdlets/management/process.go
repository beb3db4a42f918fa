package management

import (
	"slices"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/diagnostics"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// ProcessCommandExceptionType is Microsoft.PowerShell.Commands.ProcessCommandException.
var ProcessCommandExceptionType = &objects.Type{
	FullName: "Microsoft.PowerShell.Commands.ProcessCommandException", Base: objects.SystemException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr,
}

// Types are the types of what the cmdlets of this package write.
func Types() []objects.TypeEntry {
	return []objects.TypeEntry{{Type: ProcessCommandExceptionType, Declare: func() *objects.Declaration {
		return &objects.Declaration{Type: ProcessCommandExceptionType, Properties: []objects.Property{
			{Signature: "string ProcessName {get;set;}", Get: func(this objects.Value) (objects.Value, error) {
				e, _ := objects.As[*objects.Exception](this)
				return e.Fields["ProcessName"], nil
			}},
		}}
	}}, {Type: TestPathTypeType}, {Type: ipStatusType}, {Type: pingExceptionType}}
}

// processError is the error of a process.
func processError(id string, category runtime.ErrorCategory, message string, target objects.Value) *runtime.ErrorRecord {
	return runtime.NewErrorRecord(objects.NewException(ProcessCommandExceptionType, message), id, category, target)
}

// named is a process as messages name it.
func named(p *diagnostics.Process) string { return p.Name() + " (" + strconv.Itoa(p.ID) + ")" }

// chosen are the processes that a cmdlet works on: by name, which may have
// wildcards, by number, or objects.
type chosen struct {
	names   []string
	ids     []int
	objects []objects.Value
}

// find gives the processes; a name or a number that none has is an error each.
func (c chosen) find(rt *runtime.CommandRuntime) ([]*diagnostics.Process, error) {
	var found []*diagnostics.Process
	for _, v := range c.objects {
		if p, ok := objects.As[*diagnostics.Process](v); ok {
			found = append(found, p)
		}
	}
	for _, id := range c.ids {
		p, ok := diagnostics.FindProcess(id)
		if ok {
			found = append(found, p)
			continue
		}
		number := strconv.Itoa(id)
		if err := rt.WriteError(processError("NoProcessFoundForGivenId", runtime.ObjectNotFound, "Cannot find a process with the process identifier "+number+".", objects.Int(id))); err != nil {
			return nil, err
		}
	}
	if len(c.names) == 0 {
		return found, nil
	}
	all := byName(diagnostics.Processes())
	for _, name := range c.names {
		w, err := wildcard.Compile(name, true)
		if err != nil {
			return nil, err
		}
		before := len(found)
		for _, p := range all {
			if w.Match(p.Name()) {
				found = append(found, p)
			}
		}
		if len(found) > before || wildcard.ContainsWildcards(name) {
			continue
		}
		if err := rt.WriteError(processError("NoProcessFoundForGivenName", runtime.ObjectNotFound,
			"Cannot find a process with the name \""+name+"\". Verify the process name and call the cmdlet again.", objects.String(name))); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// byName orders processes by name, then by number.
func byName(list []*diagnostics.Process) []*diagnostics.Process {
	slices.SortStableFunc(list, func(a, b *diagnostics.Process) int {
		if n := strings.Compare(strings.ToLower(a.Name()), strings.ToLower(b.Name())); n != 0 {
			return n
		}
		return a.ID - b.ID
	})
	return list
}

// GetProcess writes processes.
type GetProcess struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Name"`

	Name            []string                `param:"ParameterSetName=Name|NameWithUserName,Position=0,ValueFromPipelineByPropertyName,Alias=ProcessName" validate:"NotNullOrEmpty"`
	Id              []int                   `param:"ParameterSetName=Id|IdWithUserName,Mandatory,ValueFromPipelineByPropertyName,Alias=PID"`
	InputObject     []objects.Value         `param:"ParameterSetName=InputObject|InputObjectWithUserName,Mandatory,ValueFromPipeline" type:"System.Diagnostics.Process[]"`
	IncludeUserName runtime.SwitchParameter `param:"ParameterSetName=NameWithUserName|IdWithUserName|InputObjectWithUserName,Mandatory"`
	Module          runtime.SwitchParameter `param:"ParameterSetName=Name|Id|InputObject" validate:"NotNull"`
	FileVersionInfo runtime.SwitchParameter `param:"ParameterSetName=Name|Id|InputObject,Alias=FV,Alias=FVI" validate:"NotNull"`
}

// ProcessRecord writes the processes chosen, all without a choice.
func (c *GetProcess) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.Module || c.FileVersionInfo {
		e := objects.NewException(objects.PSNotSupportedException, "Programs on Linux carry no version resources and no list of modules.")
		return runtime.NewErrorRecord(e, "NotSupported", runtime.NotImplemented, objects.Null)
	}
	names := c.Name
	if len(names)+len(c.Id)+len(c.InputObject) == 0 {
		names = []string{"*"}
	}
	found, err := chosen{names, c.Id, c.InputObject}.find(rt)
	if err != nil {
		return err
	}
	for _, p := range found {
		v := objects.Of(p)
		if c.IncludeUserName {
			o := objects.Wrap(v)
			o.SetNote("UserName", objects.String(p.User()))
			o.SetTypeNames(append([]string{"System.Diagnostics.Process#IncludeUserName"}, objects.TypeNames(v)...))
			v = objects.Of(o)
		}
		if err := rt.WriteObject(v); err != nil {
			return err
		}
	}
	return nil
}

// StopProcess ends processes.
type StopProcess struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Id,SupportsShouldProcess"`

	Name        []string                `param:"ParameterSetName=Name,Mandatory,ValueFromPipelineByPropertyName,Alias=ProcessName"`
	Id          []int                   `param:"ParameterSetName=Id,Mandatory,Position=0,ValueFromPipelineByPropertyName"`
	InputObject []objects.Value         `param:"ParameterSetName=InputObject,Mandatory,Position=0,ValueFromPipeline" type:"System.Diagnostics.Process[]"`
	PassThru    runtime.SwitchParameter `param:""`
	Force       runtime.SwitchParameter `param:"" validate:"NotNullOrEmpty"`
}

// ProcessRecord ends each process.
func (c *StopProcess) ProcessRecord(rt *runtime.CommandRuntime) error {
	found, err := chosen{c.Name, c.Id, c.InputObject}.find(rt)
	if err != nil {
		return err
	}
	for _, p := range found {
		yes, err := rt.ShouldProcess(named(p), "Stop-Process")
		if err != nil {
			return err
		}
		if !yes {
			continue
		}
		if err := p.Kill(); err != nil {
			r := processError("CouldNotStopProcess", runtime.CloseError, "Cannot stop process \""+named(p)+"\" because of the following error: "+err.Error(), objects.Of(p))
			if err := rt.WriteError(r); err != nil {
				return err
			}
			continue
		}
		if c.PassThru {
			if err := rt.WriteObject(objects.Of(p)); err != nil {
				return err
			}
		}
	}
	return nil
}

// DebugProcess stands for a debugger that there is not.
type DebugProcess struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Name,SupportsShouldProcess"`

	Name        []string        `param:"ParameterSetName=Name,Mandatory,Position=0,ValueFromPipelineByPropertyName,Alias=ProcessName"`
	Id          []int           `param:"ParameterSetName=Id,Mandatory,Position=0,ValueFromPipelineByPropertyName,Alias=PID,Alias=ProcessId" validate:"NotNullOrEmpty"`
	InputObject []objects.Value `param:"ParameterSetName=InputObject,Mandatory,ValueFromPipeline" type:"System.Diagnostics.Process[]"`
}

// ProcessRecord tells for each process that no debugger can be attached.
func (c *DebugProcess) ProcessRecord(rt *runtime.CommandRuntime) error {
	found, err := chosen{c.Name, c.Id, c.InputObject}.find(rt)
	if err != nil {
		return err
	}
	for _, p := range found {
		yes, err := rt.ShouldProcess(named(p), "Debug-Process")
		if yes {
			err = rt.WriteError(processError("NoDebuggerFound", runtime.ResourceUnavailable, "Cannot debug process \""+named(p)+"\" because no debugger is available.", objects.Of(p)))
		}
		if err != nil {
			return err
		}
	}
	return nil
}
