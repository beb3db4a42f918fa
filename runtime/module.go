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

// Module is the module of that name that the session has: one that was
// imported, or one that is built in; nil where there is none.
func (s *Session) Module(name string) *ModuleInfo {
	if m := s.modules[fold(name)]; m != nil {
		return m
	}
	if s.Commands == nil {
		return nil
	}
	for _, m := range s.Commands.modules {
		if objects.EqualFold(m.Name, name) {
			return &ModuleInfo{Name: m.Name, Version: m.Version}
		}
	}
	return nil
}
