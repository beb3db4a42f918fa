package runtime

import (
	"github.com/csshell/csshell/objects"
)

// InvocationInfo tells how a command was called ($MyInvocation,
// System.Management.Automation.InvocationInfo).
type InvocationInfo struct {
	Command          Command
	InvocationName   string // as written: alias or path
	Extent           *ScriptExtent
	BoundParameters  *objects.Hashtable
	binder           *binder // knows the bound parameters while the command runs
	call             *call   // knows them where no binder was made
	UnboundArguments []objects.Value
	PipelineLength   int
	PipelinePosition int // from 1
	ExpectingInput   bool
	CommandOrigin    string // "Runspace" for the script that the shell was started with
	ScriptName       string
	PSScriptRoot     string
	PSCommandPath    string
}

// ofError is the invocation as an error keeps it: with the place at fault, without
// that in the pipeline.
func (i *InvocationInfo) ofError(at *ScriptExtent) *InvocationInfo {
	c := *i
	c.Extent, c.PipelineLength, c.PipelinePosition, c.ExpectingInput = at, 0, 0, false
	return &c
}

// InvocationInfoType is System.Management.Automation.InvocationInfo.
var InvocationInfoType = &objects.Type{FullName: "System.Management.Automation.InvocationInfo", Kind: objects.KindObject}

// Type is System.Management.Automation.InvocationInfo.
func (*InvocationInfo) Type() *objects.Type { return InvocationInfoType }
