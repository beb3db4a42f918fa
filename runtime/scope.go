package runtime

import (
	"iter"
	"strings"

	"github.com/csshell/csshell/objects"
)

// Scope holds the variables, functions and aliases of one call ("about_Scopes").
// Look-ups go through the callers' scopes: PowerShell scopes dynamically.
//
// The variables that a block's own text names live in slots, numbered when the
// block is compiled; all others in a map by name.
type Scope struct {
	parent *Scope
	state  *SessionState
	layout *layout
	slots  []slot
	named  map[string]*Variable     // by folded name
	items  *scopeItems              // see [Scope.own]; nil until one is defined
	types  map[string]*objects.Type // classes and enums, by folded name; never changed

	call   *call // of the function or script that made the scope; nil for others
	strict strictMode
	script bool // the scope of a script file, a module or the session: $script:
}

// layout numbers the variables that a block's text names. It is shared by all
// scopes of one block and never changes after compilation.
type layout struct {
	names []string       // as first written
	index map[string]int // by folded name
	// marks has a bit for each name, so that most look-ups of names that are
	// not here end at once (see markOf).
	marks uint64
}

// markOf is a folded name's bit in [layout.marks].
func markOf(folded string) uint64 {
	h := uint32(len(folded))
	for i := 0; i < len(folded); i++ {
		h = h*31 + uint32(folded[i])
	}
	return 1 << (h % 64)
}

// adopt gives a scope that has kept all by name the slots of a block. Variables
// that are there keep what they are.
func (s *Scope) adopt(l *layout) {
	s.layout, s.slots = l, make([]slot, len(l.names))
	for folded, i := range l.index {
		if v, ok := s.named[folded]; ok {
			s.slots[i] = slot{state: boxed, cell: v}
			delete(s.named, folded)
		}
	}
}

// slot is a variable in a Scope's frame.
type slot struct {
	state slotState
	value objects.Value
	// cell takes over where the variable became more than a value.
	cell *Variable
}

type slotState uint8

const (
	unset slotState = iota
	plain
	boxed // the value is in cell
)

// The slots that every layout begins with.
const (
	slotUnderscore = iota // $_ and $PSItem
	slotThis
	slotArgs
	slotInput
	fixedSlots
)

// scopeItems are the functions and aliases defined in one scope.
type scopeItems struct {
	functions map[string]Command
	aliases   map[string]*Alias
}

// SessionState is the root of a chain of scopes: the session itself, or a module.
type SessionState struct {
	session *Session
	top     *Scope
	module  *ModuleInfo        // nil for the session's own
	builtin func() *scopeItems // makes what the outermost scope begins with; nil when done
	// called is the scope that last called code of another state and still
	// waits for it: where blocks of this state run meanwhile.
	called *Scope
	faces  map[*objects.Type]*stateView // what scripts hold of it, one object for each face
}

// own is the scope's functions and aliases; nil for none. Those that a session
// begins with are made when they are first asked for.
func (s *Scope) own() *scopeItems {
	if s.items == nil && s.state != nil && s.state.builtin != nil && s.state.top == s {
		s.items, s.state.builtin = s.state.builtin(), nil
	}
	return s.items
}

// Parent is the scope that called this one; nil for the outermost.
func (s *Scope) Parent() *Scope { return s.parent }

// Script is the nearest scope of a script file or module, else the outermost.
func (s *Scope) Script() *Scope { return s.scriptScope() }

// fold is a name as the tables of a session keep it.
func fold(name string) string {
	for i := 0; i < len(name); i++ {
		if c := name[i]; c >= 0x80 || 'A' <= c && c <= 'Z' {
			return strings.ToLower(name)
		}
	}
	return name
}

// local finds a variable of this very scope by its folded name.
func (s *Scope) local(name string) (objects.Value, bool) {
	if s.layout != nil {
		if i, ok := s.layout.index[name]; ok {
			switch sl := &s.slots[i]; sl.state {
			case plain:
				return sl.value, true
			case boxed:
				return sl.cell.Value(), true
			}
		}
	}
	if v, ok := s.named[name]; ok {
		return v.Value(), true
	}
	return objects.Null, false
}

// Get looks a variable up by name through this scope and its callers.
func (s *Scope) Get(name string) (objects.Value, bool) {
	name = fold(name)
	for c := s; c != nil; c = c.parent {
		if v, ok := c.local(name); ok && (c == s || !c.isPrivate(name)) {
			return v, true
		}
	}
	return objects.Null, false
}

func (s *Scope) isPrivate(name string) bool {
	v := s.cell(name)
	return v != nil && v.Options&PrivateOption != 0
}

// cell is the Variable of a name in this very scope, where it is one already.
func (s *Scope) cell(name string) *Variable {
	if s.layout != nil {
		if i, ok := s.layout.index[name]; ok && s.slots[i].state == boxed {
			return s.slots[i].cell
		}
	}
	return s.named[name]
}

// Variable is the variable of a name in this very scope, made to stand by
// itself so that [ref], Get-Variable and constraints can hold on to it; nil
// where the scope has none.
func (s *Scope) Variable(name string) *Variable {
	name = fold(name)
	if s.layout != nil {
		if i, ok := s.layout.index[name]; ok {
			switch sl := &s.slots[i]; sl.state {
			case boxed:
				return sl.cell
			case plain:
				sl.cell = &Variable{Name: s.layout.names[i], value: sl.value, local: true}
				sl.state, sl.value = boxed, objects.Null
				return sl.cell
			}
		}
	}
	return s.named[name]
}

// Find is the variable of a name in this scope or the nearest caller's that has it.
func (s *Scope) Find(name string) (*Variable, *Scope) {
	for c := s; c != nil; c = c.parent {
		if v := c.Variable(name); v != nil && (c == s || v.Options&PrivateOption == 0) {
			return v, c
		}
	}
	return nil, nil
}

// Set assigns a variable in this very scope, making it where it is missing.
func (s *Scope) Set(session *Session, name string, v objects.Value) error {
	folded := fold(name)
	if s.layout != nil {
		if i, ok := s.layout.index[folded]; ok {
			sl := &s.slots[i]
			if sl.state == boxed {
				return sl.cell.Assign(session, v)
			}
			if sl.state == unset && session.sharesVariables {
				if a := s.allScope(folded); a != nil {
					return a.Assign(session, v)
				}
			}
			sl.state, sl.value = plain, v
			return nil
		}
	}
	if c, ok := s.named[folded]; ok {
		return c.Assign(session, v)
	}
	if a := s.allScope(folded); a != nil {
		return a.Assign(session, v)
	}
	s.define(NewVariable(name, v))
	return nil
}

// allScope is the caller's variable of that name with the option AllScope.
func (s *Scope) allScope(name string) *Variable {
	for c := s.parent; c != nil; c = c.parent {
		if v := c.cell(name); v != nil && v.Options&AllScopeOption != 0 {
			return v
		}
	}
	return nil
}

// define puts a variable into this very scope, over any of its name.
func (s *Scope) define(v *Variable) {
	name := fold(v.Name)
	if s.layout != nil {
		if i, ok := s.layout.index[name]; ok {
			s.slots[i] = slot{state: boxed, cell: v}
			return
		}
	}
	if s.named == nil {
		s.named = make(map[string]*Variable)
	}
	s.named[name] = v
}

// Define puts a variable into this very scope, over any of its name.
func (s *Scope) Define(v *Variable) { s.define(v) }

// Remove drops a variable of this very scope and reports whether there was one.
func (s *Scope) Remove(name string) bool {
	name = fold(name)
	if s.layout != nil {
		if i, ok := s.layout.index[name]; ok && s.slots[i].state != unset {
			s.slots[i] = slot{}
			return true
		}
	}
	_, ok := s.named[name]
	delete(s.named, name)
	return ok
}

// Variables are the variables of this very scope, in no order.
func (s *Scope) Variables() iter.Seq[*Variable] {
	return func(yield func(*Variable) bool) {
		if s.layout != nil {
			for i := range s.slots {
				if s.slots[i].state != unset && i >= fixedSlots && !yield(s.Variable(s.layout.names[i])) {
					return
				}
			}
		}
		for _, v := range s.named {
			if !yield(v) {
				return
			}
		}
	}
}

// Shared is the variable of that name that the option AllScope puts into this
// scope as into all others; nil for none.
func (s *Scope) Shared(name string) *Variable { return s.allScope(fold(name)) }

// Optimized reports whether the code of this scope keeps the variable where only
// it can take it away.
func (s *Scope) Optimized(name string) bool {
	if s.layout == nil || s.call == nil || s.call.code == nil || changesVariablesByName(s.call.code.ast) {
		return false
	}
	i, ok := s.layout.index[fold(name)]
	return ok && s.slots[i].state != unset
}
