package runtime

import (
	"slices"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
)

// ModuleInfo is a module as the session knows it
// (System.Management.Automation.PSModuleInfo).
type ModuleInfo struct {
	Name    string
	Version string
	Path    string
	// Description is what a manifest says of the module.
	Description string
	// Author, CompanyName and Copyright are a manifest's too.
	Author, CompanyName, Copyright string
	// PrivateData is what a manifest keeps for the module's own use.
	PrivateData objects.Value

	state    *SessionState // nil for a module that is built in
	exports  ModuleExports
	explicit bool // Export-ModuleMember has run
	imported []importedItem
}

// DynamicModuleName is the name of a module that was given none.
func DynamicModuleName() string {
	id := system.NewGuid()
	name, _ := id.Text() // never fails
	return "__DynamicModule_" + name
}

// IsBuiltIn reports whether the module's cmdlets are part of the program.
func (m *ModuleInfo) IsBuiltIn() bool { return m.state == nil }

// Text is the module's name.
func (m *ModuleInfo) Text() (string, error) { return m.Name, nil }

// ModuleInfoType is System.Management.Automation.PSModuleInfo.
var ModuleInfoType = &objects.Type{FullName: "System.Management.Automation.PSModuleInfo", Kind: objects.KindObject}

// Type is System.Management.Automation.PSModuleInfo.
func (*ModuleInfo) Type() *objects.Type { return ModuleInfoType }

// gives reports whether code of the scope may call a function of the module by
// its name: the module's own may, and others where an import has not given it
// another ("Import-Module", -Prefix).
func (m *ModuleInfo) gives(scope *Scope, folded string) bool {
	if scope.state == m.state || len(m.imported) == 0 {
		return true
	}
	return slices.ContainsFunc(m.imported, func(i importedItem) bool { return fold(i.name) == folded })
}

// Module is the module of that name that the session has: one that was
// imported, or one that is built in; nil where there is none.
func (s *Session) Module(name string) *ModuleInfo {
	if m := s.modules[fold(name)]; m != nil {
		return m
	}
	if s.Commands == nil {
		return nil
	}
	list := s.Commands.modules()
	for i := range list {
		for _, known := range list[i].names() {
			if objects.EqualFold(known, name) {
				return &ModuleInfo{Name: known, Version: list[i].Version}
			}
		}
	}
	return nil
}

// names are all names of a module that is built in.
func (m *Module) names() []string { return append([]string{m.Name}, m.OtherNames...) }

// ModuleNames are all names of the module that has one of them: those under which
// scripts import a built-in one, or that one alone.
func (t *CommandTable) ModuleNames(name string) []string {
	list := t.modules()
	for i := range list {
		if names := list[i].names(); containsFold(names, name) {
			return names
		}
	}
	return []string{name}
}
