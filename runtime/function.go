package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// Function is a function, filter or script: code with a name.
type Function struct {
	name        string
	code        *code
	state       *SessionState
	closure     *Scope
	module      string
	Description string
	Options     VariableOptions
	anonymous   bool // a script block
	script      bool // a script file: its scope is $script:
}

// Name is the function's name.
func (fn *Function) Name() string { return fn.name }

// CommandType is FunctionCommandType or FilterCommandType.
func (fn *Function) CommandType() CommandType {
	switch {
	case fn.anonymous:
		return ScriptType
	case fn.code.kind == parser.TokenFilter:
		return FilterCommandType
	}
	return FunctionCommandType
}

// ModuleName is the module that exports the function.
func (fn *Function) ModuleName() string { return fn.module }

// Block is the function's body as a script block.
func (fn *Function) Block(s *Session) *ScriptBlock {
	return &ScriptBlock{code: fn.code, session: s, state: fn.state}
}

// definition is the body as Get-Command shows it.
func (fn *Function) definition(s *Session) string { return fn.Block(s).Source() }

// Parameters are the parameters that the param block declares.
func (fn *Function) Parameters(s *Session) (*ParameterTable, error) {
	if t := fn.code.table.Load(); t != nil && t.session == s {
		return t.table, nil
	}
	var attributes []*parser.Attribute
	if pb := fn.code.ast.ParamBlock; pb != nil {
		attributes = pb.Attributes
	}
	table, err := functionTable(s, fn.code, attributes)
	if err != nil {
		return nil, err
	}
	fn.code.table.Store(&sessionTable{s, table})
	return table, nil
}

// sessionTable is a parameter table with the session whose types it names.
type sessionTable struct {
	session *Session
	table   *ParameterTable
}

// functionScope splits global:name, script:name and their like.
func functionScope(name string) (scope parser.VariableScope, rest string) {
	for i := 0; i < len(name); i++ {
		if name[i] != ':' {
			continue
		}
		switch fold(name[:i]) {
		case "global":
			return parser.ScopeGlobal, name[i+1:]
		case "script":
			return parser.ScopeScript, name[i+1:]
		case "local":
			return parser.ScopeLocal, name[i+1:]
		case "private":
			return parser.ScopePrivate, name[i+1:]
		}
		break
	}
	return parser.ScopeNone, name
}

// defineFunction puts a function into the scope that its name says.
func (f *frame) defineFunction(m parser.VariableScope, name string, fn *Function) error {
	s := f.scopeOf(m)
	if old, ok := s.function(fold(name)); ok {
		if o, is := old.(*Function); is && o.Options&(ReadOnlyOption|ConstantOption) != 0 {
			return newError(objects.SessionStateUnauthorized, "FunctionNotWritable", WriteError, objects.String(name),
				"Cannot write to function "+name+" because it is read-only or constant.")
		}
	}
	if s.state != nil && s.state.module != nil {
		fn.module = s.state.module.Name
	}
	if m == parser.ScopePrivate {
		fn.Options |= PrivateOption
	}
	s.setFunction(name, fn)
	return nil
}

// function finds a function of this very scope by its folded name.
func (s *Scope) function(folded string) (Command, bool) {
	items := s.own()
	if items == nil {
		return nil, false
	}
	c, ok := items.functions[folded]
	return c, ok
}

func (s *Scope) setFunction(name string, c Command) {
	if s.own() == nil {
		s.items = &scopeItems{}
	}
	if s.items.functions == nil {
		s.items.functions = make(map[string]Command)
	}
	s.items.functions[fold(name)] = c
}

// alias finds an alias of this very scope by its folded name.
func (s *Scope) alias(folded string) (*Alias, bool) {
	items := s.own()
	if items == nil {
		return nil, false
	}
	a, ok := items.aliases[folded]
	return a, ok
}

// SetAlias defines an alias in this very scope.
func (s *Scope) SetAlias(a *Alias) {
	if s.own() == nil {
		s.items = &scopeItems{}
	}
	if s.items.aliases == nil {
		s.items.aliases = make(map[string]*Alias)
	}
	s.items.aliases[fold(a.name)] = a
}
