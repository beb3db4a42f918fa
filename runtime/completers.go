package runtime

import (
	"iter"

	"github.com/csshell/csshell/objects"
)

// completerKey names what a registered completer completes: a parameter of a
// command, of every command, or the arguments of a program.
type completerKey struct{ command, parameter string }

// nativeParameter is the parameter of the completers of programs.
const nativeParameter = "\x00"

// RegisterCompleter keeps a script block that completes a parameter; command is
// "" for the parameter of that name of every command
// (Register-ArgumentCompleter).
func (s *Session) RegisterCompleter(command, parameter string, block objects.Value) {
	s.setCompleter(completerKey{fold(command), fold(parameter)}, block)
}

// RegisterNativeCompleter keeps a script block that completes the arguments of a
// program.
func (s *Session) RegisterNativeCompleter(program string, block objects.Value) {
	s.setCompleter(completerKey{fold(program), nativeParameter}, block)
}

func (s *Session) setCompleter(key completerKey, block objects.Value) {
	if s.completers == nil {
		s.completers = map[completerKey]objects.Value{}
	}
	s.completers[key] = block
}

// ArgumentCompleter is the block registered for a parameter; $null for none.
func (s *Session) ArgumentCompleter(command, parameter string) objects.Value {
	if block, ok := s.completers[completerKey{fold(command), fold(parameter)}]; ok {
		return block
	}
	return s.completers[completerKey{"", fold(parameter)}]
}

// NativeCompleter is the block registered for a program; $null for none.
func (s *Session) NativeCompleter(program string) objects.Value {
	return s.completers[completerKey{fold(program), nativeParameter}]
}

// CompletionScope is the scope that a completion sees: that of the code that runs
// now, or of the caller of TabExpansion2, whose own variables do not count.
func (s *Session) CompletionScope() *Scope {
	scope := s.Current()
	if call := scope.currentCall(); call.info != nil && call.info.Command != nil && call.info.Command.Name() == "TabExpansion2" && scope.parent != nil {
		return scope.parent
	}
	return scope
}

// Current is the scope of the code that runs now.
func (s *Session) Current() *Scope {
	if s.current != nil {
		return s.current
	}
	return s.global
}

// ModuleNames yields the modules that the session has, in no order.
func (s *Session) ModuleNames() iter.Seq[string] {
	return func(yield func(string) bool) {
		seen := map[string]bool{}
		for _, m := range s.modules {
			seen[fold(m.Name)] = true
			if !yield(m.Name) {
				return
			}
		}
		for _, m := range s.Commands.modules() {
			if !seen[fold(m.Name)] && !yield(m.Name) {
				return
			}
		}
	}
}

// AutomaticVariable is the value of an automatic variable in the scope that runs
// now; ok is false where there is none of that name.
func (s *Session) AutomaticVariable(name string) (v objects.Value, ok bool) {
	a, _, ok := automatic(fold(name))
	if !ok {
		return objects.Null, false
	}
	return a.get(s.Current().currentCall()), true
}

// Suggestion is an argument that a module suggests: what is inserted, what a list
// shows and what explains it.
type Suggestion struct{ Text, ListItem, ToolTip string }

// Suggest asks the module of a command for arguments that begin with a word.
func (s *Session) Suggest(command Command, p *Parameter, word string) []Suggestion {
	modules := s.Commands.modules()
	for i := range modules {
		if m := &modules[i]; m.Suggest != nil && m.Name == command.ModuleName() {
			return m.Suggest(s.ctx, p, word)
		}
	}
	return nil
}
