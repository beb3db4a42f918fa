package runtime

import (
	"github.com/csshell/csshell/objects"
)

// ModuleInfo is a module as the session knows it
// (System.Management.Automation.PSModuleInfo).
type ModuleInfo struct {
	Name    string
	Version string
	Path    string

	state *SessionState
}

// ModuleInfoType is System.Management.Automation.PSModuleInfo.
var ModuleInfoType = &objects.Type{FullName: "System.Management.Automation.PSModuleInfo", Base: objects.ObjectType, Kind: objects.KindObject}

// Type is System.Management.Automation.PSModuleInfo.
func (*ModuleInfo) Type() *objects.Type { return ModuleInfoType }
