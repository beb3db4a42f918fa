package runtime

import (
	"github.com/csshell/csshell/objects"
)

// automaticVariable is a variable that is no storage: a constant, or a fact of
// the call that is running ("about_Automatic_Variables"). Facts of the session
// ($PID, $Error, $?) are variables of its global scope instead.
type automaticVariable struct {
	name string
	get  func(c *call) objects.Value
}

// automaticTable is the one list of them.
var automaticTable = [...]automaticVariable{
	{"null", func(*call) objects.Value { return objects.Null }},
	{"true", func(*call) objects.Value { return objects.Bool(true) }},
	{"false", func(*call) objects.Value { return objects.Bool(false) }},
	{"myinvocation", (*call).invocation},
	{"psboundparameters", (*call).boundParameters},
	{"pscmdlet", (*call).cmdlet},
	{"psscriptroot", (*call).scriptRoot},
	{"pscommandpath", (*call).commandPath},
}

// constantVariables is how many of automaticTable are constants.
const constantVariables = 3

// automatic is the automatic variable of a folded name.
func automatic(name string) (v *automaticVariable, constant, ok bool) {
	for i := range automaticTable {
		if automaticTable[i].name == name {
			return &automaticTable[i], i < constantVariables, true
		}
	}
	return nil, false, false
}

// currentCall is the call that code in a scope belongs to.
func (s *Scope) currentCall() *call {
	for c := s; c != nil; c = c.parent {
		if c.call != nil {
			return c.call
		}
	}
	return &call{}
}

// everywhere reports whether a variable is the session's own in all scopes (the
// option AllScope): no scope keeps one of its name in a slot.
func everywhere(folded string) bool {
	switch folded {
	case "?", "executioncontext", "home", "host", "iscoreclr", "islinux", "ismacos", "iswindows", "pid", "psculture", "psedition", "pshome",
		"psstyle", "psuiculture", "psversiontable", "pwd", "shellid", "enabledexperimentalfeatures":
		return true
	}
	return false
}
