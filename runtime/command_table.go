package runtime

import (
	"io/fs"
	"iter"
	"sync"
)

// CommandTable knows the cmdlets of the modules that are built in. It is made
// once and may be shared by sessions.
type CommandTable struct {
	modules func() []Module
	byName  func() map[string]*CmdletCommand
}

// NewCommandTable makes a table of the modules' cmdlets. The modules are asked
// for when a command is first looked up.
func NewCommandTable(modules func() []Module) *CommandTable {
	t := &CommandTable{modules: sync.OnceValue(modules)}
	t.byName = sync.OnceValue(t.index)
	return t
}

func (t *CommandTable) index() map[string]*CmdletCommand {
	n := 0
	modules := t.modules()
	for i := range modules {
		n += len(modules[i].Cmdlets)
	}
	names := make(map[string]*CmdletCommand, n)
	commands := make([]CmdletCommand, 0, n)
	for i := range modules {
		for _, e := range modules[i].Cmdlets {
			commands = append(commands, CmdletCommand{entry: e, module: modules[i].Name, globalMessages: modules[i].GlobalMessages})
			names[fold(e.Name)] = &commands[len(commands)-1]
		}
	}
	return names
}

func (t *CommandTable) cmdlet(folded string) (*CmdletCommand, bool) {
	c, ok := t.byName()[folded]
	return c, ok
}

// Cmdlets are all cmdlets, in no order.
func (t *CommandTable) Cmdlets() iter.Seq[*CmdletCommand] {
	return func(yield func(*CmdletCommand) bool) {
		for _, c := range t.byName() {
			if !yield(c) {
				return
			}
		}
	}
}

// HelpText is the text on a cmdlet that its module holds; ok is false where
// there is none.
func (t *CommandTable) HelpText(c Command) (text string, ok bool) {
	modules := t.modules()
	for i := range modules {
		m := &modules[i]
		if m.Help == nil || m.Name != c.ModuleName() {
			continue
		}
		data, err := fs.ReadFile(m.Help, c.Name()+".txt")
		return string(data), err == nil
	}
	return "", false
}

// Modules are the built-in modules.
func (t *CommandTable) Modules() []Module { return t.modules() }
