package runtime

import (
	"github.com/csshell/csshell/objects"
)

// InitialState is what a new session begins with
// (System.Management.Automation.Runspaces.InitialSessionState).
type InitialState struct {
	empty       bool // without the cmdlets, aliases and functions of the shell
	variables   *objects.List
	commands    *objects.List
	environment *objects.List
	scripts     *objects.List // that run when the session opens
	modules     []string
	properties  map[string]objects.Value // kept for their reader
}

// Type is System.Management.Automation.Runspaces.InitialSessionState.
func (*InitialState) Type() *objects.Type { return initialStateType }

func newInitialState(empty bool) *InitialState {
	entries := func(t *objects.Type) *objects.List {
		return objects.NewList(objects.MakeGeneric(stateEntriesType, t), nil)
	}
	return &InitialState{
		empty: empty, variables: entries(stateVariableType), commands: entries(stateCommandType), environment: entries(stateVariableType),
		scripts: objects.NewList(objects.MakeGeneric(hashSetType(), objects.StringType), nil), properties: map[string]objects.Value{},
	}
}

// stateEntry is a variable, function or alias of an initial state
// (System.Management.Automation.Runspaces.InitialSessionStateEntry).
type stateEntry struct {
	typ         *objects.Type
	name        string
	value       objects.Value // of a variable
	definition  string        // of a function or alias
	description string
	options     VariableOptions
}

// Type is the class for the kind of entry.
func (e *stateEntry) Type() *objects.Type { return e.typ }

// apply puts what the state has into a new session.
func (i *InitialState) apply(s *Session) error {
	if i == nil {
		return nil
	}
	if i.empty {
		s.Commands = NewCommandTable(func() []Module { return nil })
	}
	for _, v := range i.environment.Items() {
		if e, ok := objects.As[*stateEntry](v); ok {
			text, err := s.Types.Text(e.value, " ")
			if err != nil {
				return err
			}
			s.Environment.Set(e.name, text)
		}
	}
	for _, name := range i.modules {
		if err := s.call("Import-Module", objects.String(name)); err != nil {
			return err
		}
	}
	for _, v := range i.variables.Items() {
		if e, ok := objects.As[*stateEntry](v); ok {
			s.MakeVariable(s.global, &Variable{Name: e.name, Description: e.description, Options: e.options, value: e.value})
		}
	}
	for _, v := range i.commands.Items() {
		if e, ok := objects.As[*stateEntry](v); ok {
			if err := e.define(s); err != nil {
				return err
			}
		}
	}
	for _, v := range i.scripts.Items() {
		path, _ := v.Str()
		if err := s.RunFile(path, nil); err != nil {
			return err
		}
	}
	return nil
}

// define makes the command of the entry.
func (e *stateEntry) define(s *Session) error {
	switch e.typ {
	case stateAliasType:
		s.global.SetAlias(&Alias{name: e.name, Definition: e.definition, Options: e.options})
	case stateFunctionType:
		b, err := s.NewScriptBlock(e.definition, "")
		if err != nil {
			return err
		}
		s.global.setFunction(e.name, &Function{name: e.name, code: b.code, state: s.state, Options: e.options})
	}
	return nil
}

// call runs a command with one argument; what it writes is dropped.
func (s *Session) call(name string, arg objects.Value) error {
	l := &commandList{}
	l.add(&hostedCommand{text: name, args: valueArguments([]objects.Value{arg})})
	p := s.newPowerShell()
	p.commands, p.runspace = l, s.runspace()
	return p.runIn(p.runspace, s, p.newRun(nil, false, nil))
}
