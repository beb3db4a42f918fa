package runtime

// Alias is another name of a command ("about_Aliases").
type Alias struct {
	name        string
	Definition  string
	Description string
	Options     VariableOptions
	module      string
}

// NewAlias makes an alias that is not yet defined in a scope.
func NewAlias(name, definition string) *Alias { return &Alias{name: name, Definition: definition} }

// Name is the alias.
func (a *Alias) Name() string { return a.name }

// CommandType is AliasCommandType.
func (a *Alias) CommandType() CommandType { return AliasCommandType }

// ModuleName is the module that brought the alias.
func (a *Alias) ModuleName() string { return a.module }
