package runtime

// CommandType is the kind of a command (System.Management.Automation.CommandTypes).
type CommandType int

// The kinds, with .NET's numbers.
const (
	AliasCommandType    CommandType = 1
	FunctionCommandType CommandType = 2
	FilterCommandType   CommandType = 4
	CmdletCommandType   CommandType = 8
	ExternalScriptType  CommandType = 16
	ApplicationType     CommandType = 32
	ScriptType          CommandType = 64
)

// Command is something a name at the start of a command can mean.
type Command interface {
	Name() string
	CommandType() CommandType
	// ModuleName is the module the command comes from, or "".
	ModuleName() string
}

// Parameterized is a command whose parameters are known: cmdlets, functions,
// scripts.
type Parameterized interface {
	Command
	Parameters(s *Session) (*ParameterTable, error)
}
