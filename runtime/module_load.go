package runtime

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
)

// ModuleExports are the names that a module gives away.
type ModuleExports struct {
	Functions []*Function
	Aliases   []*Alias
	Variables []*Variable
}

// importedItem is something that an import put into a scope.
type importedItem struct {
	scope *Scope
	name  string
	item  any // *Function, *Alias or *Variable
}

// NewModule makes an empty module; path is "" for a dynamic one
// ("about_Modules", New-Module).
func (s *Session) NewModule(name, path string) *ModuleInfo {
	m := &ModuleInfo{Name: name, Path: path, Version: "0.0"}
	m.state = &SessionState{session: s, module: m}
	m.state.top = &Scope{parent: s.global, state: m.state, script: true, call: &call{}}
	return m
}

// RunModule runs the code of a module in its own scope and exports what it has
// not exported itself: all functions and aliases. What the code writes goes to
// the sink.
func (rt *CommandRuntime) RunModule(m *ModuleInfo, b *ScriptBlock, args []objects.Value, sink Sink) error {
	streams := *rt.streams
	streams[SuccessStream] = sink
	m.state.top.call.code = b.code
	f := &frame{session: rt.session, scope: m.state.top, streams: &streams}
	fn := &Function{code: b.code, state: m.state, anonymous: true}
	st := functionStage{fn: fn, caller: f, streams: &streams, args: b.code.inOrder(args), here: true}
	if err := st.callOnce(); err != nil {
		return err
	}
	if m.explicit {
		return nil
	}
	all := []string{"*"}
	return m.Export(all, all, nil)
}

// ModuleOf is the module whose code the scope belongs to; nil outside modules.
func (s *Scope) ModuleOf() *ModuleInfo {
	if s.state == nil {
		return nil
	}
	return s.state.module
}

// Top is the scope that imports from here go to: that of the session or of the
// module that runs.
func (s *Scope) Top() *Scope { return s.state.top }

// ExportOnly makes the module export what [ModuleInfo.Export] names and nothing
// else (Export-ModuleMember).
func (m *ModuleInfo) ExportOnly() { m.explicit = true }

// Export adds the functions, aliases and variables of the module whose names
// match the patterns to its exports.
func (m *ModuleInfo) Export(functions, aliases, variables []string) error {
	top := m.state.top
	err := eachMatch(functions, func(w *wildcard.Pattern) {
		for c := range top.Functions() {
			if fn, ok := c.(*Function); ok && w.Match(fn.name) {
				m.exports.Functions = appendNew(m.exports.Functions, fn)
			}
		}
	})
	if err == nil {
		err = eachMatch(aliases, func(w *wildcard.Pattern) {
			for a := range top.Aliases() {
				if w.Match(a.name) {
					a.module = m.Name
					m.exports.Aliases = appendNew(m.exports.Aliases, a)
				}
			}
		})
	}
	if err != nil {
		return err
	}
	return eachMatch(variables, func(w *wildcard.Pattern) {
		for v := range top.Variables() {
			if w.Match(v.Name) {
				m.exports.Variables = appendNew(m.exports.Variables, v)
			}
		}
	})
}

func eachMatch(patterns []string, do func(w *wildcard.Pattern)) error {
	for _, p := range patterns {
		w, err := wildcard.Compile(p, true)
		if err != nil {
			return err
		}
		do(w)
	}
	return nil
}

func appendNew[T comparable](list []T, item T) []T {
	for _, old := range list {
		if old == item {
			return list
		}
	}
	return append(list, item)
}

// Exports are what the module gives away.
func (m *ModuleInfo) Exports() *ModuleExports { return &m.exports }

// Keep limits the exports to names that match, as a manifest and the parameters
// of Import-Module do; nil keeps all.
func (e *ModuleExports) Keep(functions, aliases, variables []string) {
	e.Functions = kept(e.Functions, functions, func(f *Function) string { return f.name })
	e.Aliases = kept(e.Aliases, aliases, func(a *Alias) string { return a.name })
	e.Variables = kept(e.Variables, variables, func(v *Variable) string { return v.Name })
}

func kept[T any](list []T, patterns []string, name func(T) string) []T {
	if patterns == nil {
		return list
	}
	var out []T
	for _, item := range list {
		for _, p := range patterns {
			if w, err := wildcard.Compile(p, true); err == nil && w.Match(name(item)) {
				out = append(out, item)
				break
			}
		}
	}
	return out
}

// Import puts exports of a module into a scope; the nouns of functions get the
// prefix.
func (m *ModuleInfo) Import(to *Scope, e ModuleExports, prefix string) {
	for _, fn := range e.Functions {
		if prefix != "" {
			renamed := *fn
			renamed.name = prefixed(fn.name, prefix)
			fn = &renamed
		}
		to.setFunction(fn.name, fn)
		m.imported = append(m.imported, importedItem{to, fn.name, fn})
	}
	for _, a := range e.Aliases {
		to.SetAlias(a)
		m.imported = append(m.imported, importedItem{to, a.name, a})
	}
	for _, v := range e.Variables {
		to.Define(v)
		m.imported = append(m.imported, importedItem{to, v.Name, v})
	}
}

// prefixed puts a prefix before the noun of a command's name.
func prefixed(name, prefix string) string {
	if verb, noun, ok := strings.Cut(name, "-"); ok {
		return verb + "-" + prefix + noun
	}
	return prefix + name
}

// AddModule lists a module in the session (Get-Module).
func (s *Session) AddModule(m *ModuleInfo) { s.modules[fold(m.Name)] = m }

// Loaded are the modules that were imported, in no order.
func (s *Session) Loaded() []*ModuleInfo {
	list := make([]*ModuleInfo, 0, len(s.modules))
	for _, m := range s.modules {
		list = append(list, m)
	}
	return list
}

// RemoveModule takes back what imports of the module put into scopes, and drops
// it from the list.
func (s *Session) RemoveModule(m *ModuleInfo) {
	for _, i := range m.imported {
		key := fold(i.name)
		switch item := i.item.(type) {
		case *Function:
			if c, ok := i.scope.function(key); ok && c == Command(item) {
				delete(i.scope.items.functions, key)
			}
		case *Alias:
			if a, ok := i.scope.alias(key); ok && a == item {
				delete(i.scope.items.aliases, key)
			}
		case *Variable:
			if i.scope.Variable(i.name) == item {
				i.scope.Remove(i.name)
			}
		}
	}
	m.imported = nil
	if s.modules[fold(m.Name)] == m {
		delete(s.modules, fold(m.Name))
	}
}

// AsObject is a custom object with the functions of the module as methods and
// its exported variables as properties (New-Module -AsCustomObject).
func (m *ModuleInfo) AsObject(s *Session) *objects.PSObject {
	o := objects.NewCustomObject()
	for _, v := range m.exports.Variables {
		o.SetMember(v.Name, objects.ScriptPropertyMember, objects.Of(&objects.CodePropertyDef{
			Name: v.Name, Result: "System.Object",
			Getter: func(*objects.TypeTable, objects.Value) (objects.Value, error) { return v.Value(), nil },
			Setter: func(_ *objects.TypeTable, _, to objects.Value) error { return v.Assign(s, to) },
		}))
	}
	for _, fn := range m.exports.Functions {
		o.SetMember(fn.name, objects.ScriptMethodMember, objects.Of(&objects.ScriptMethodDef{Name: fn.name, Body: fn.Block(s)}))
	}
	return o
}

// EvaluateData gives the value of the text of a data file, which may hold
// nothing but data: the rules are those of a data section
// ("about_Data_Sections").
func (rt *CommandRuntime) EvaluateData(text string) (objects.Value, error) {
	b, err := rt.session.NewScriptBlock("data {\n"+text+"\n}", "")
	if err != nil {
		return objects.Null, err
	}
	var c collector
	err = rt.Output(b, BlockCall{}, c.add)
	return c.value(), err
}
