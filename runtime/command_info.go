package runtime

import (
	"sync"

	"github.com/csshell/csshell/objects"
)

// CommandInfo is a command as a value, what Get-Command writes
// (System.Management.Automation.CommandInfo).
type CommandInfo struct {
	Command
	session *Session
}

// CommandInfoOf makes the value of a command.
func (s *Session) CommandInfoOf(c Command) *CommandInfo { return &CommandInfo{c, s} }

// CommandInfoType is the base of the types below.
var CommandInfoType = &objects.Type{FullName: "System.Management.Automation.CommandInfo", Kind: objects.KindObject, Attributes: objects.AbstractAttr}

// The types of commands as values.
var (
	FunctionInfoType       = commandInfoType("FunctionInfo")
	FilterInfoType         = &objects.Type{FullName: "System.Management.Automation.FilterInfo", Base: FunctionInfoType, Kind: objects.KindObject}
	CmdletInfoType         = commandInfoType("CmdletInfo")
	scriptInfoType         = commandInfoType("ScriptInfo") // of a script block
	AliasInfoType          = commandInfoType("AliasInfo")
	ApplicationInfoType    = commandInfoType("ApplicationInfo")
	ExternalScriptInfoType = commandInfoType("ExternalScriptInfo")
)

func commandInfoType(name string) *objects.Type {
	return &objects.Type{FullName: "System.Management.Automation." + name, Base: CommandInfoType, Kind: objects.KindObject}
}

// Type is FunctionInfo, CmdletInfo, AliasInfo or their like.
func (c *CommandInfo) Type() *objects.Type {
	switch c.CommandType() {
	case AliasCommandType:
		return AliasInfoType
	case FunctionCommandType:
		return FunctionInfoType
	case FilterCommandType:
		return FilterInfoType
	case ScriptType:
		return scriptInfoType
	case CmdletCommandType:
		return CmdletInfoType
	case ExternalScriptType:
		return ExternalScriptInfoType
	case ApplicationType:
		return ApplicationInfoType
	}
	return CommandInfoType
}

// Text is the command's name.
func (c *CommandInfo) Text() (string, error) {
	if fn, ok := c.Command.(*Function); ok && fn.anonymous {
		return (&ScriptBlock{code: fn.code}).Source(), nil
	}
	return c.Name(), nil
}

// lazyFunction is a function of a module written in PowerShell, compiled at
// its first use.
type lazyFunction struct {
	entry  FunctionEntry
	module string
	once   sync.Once
	fn     *Function
	err    error
}

// Name is the function's name.
func (l *lazyFunction) Name() string { return l.entry.Name }

// CommandType is FunctionCommandType.
func (*lazyFunction) CommandType() CommandType { return FunctionCommandType }

// ModuleName is the module of the function.
func (l *lazyFunction) ModuleName() string { return l.module }

// Parameters are those of its param block.
func (l *lazyFunction) Parameters(s *Session) (*ParameterTable, error) {
	fn, err := l.function(s)
	if err != nil {
		return nil, err
	}
	return fn.Parameters(s)
}

// function compiles the body.
func (l *lazyFunction) function(s *Session) (*Function, error) {
	l.once.Do(func() {
		b, err := s.NewScriptBlock(l.entry.Body, "")
		if err != nil {
			l.err = err
			return
		}
		l.fn = &Function{name: l.entry.Name, code: b.code, state: s.state, module: l.module}
	})
	return l.fn, l.err
}
