package runtime

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
)

func declareCommandInfo() *objects.Declaration {
	return &objects.Declaration{
		Type: CommandInfoType,
		Properties: append(parameterProperties(),
			text("string Name {get;}", func(c *CommandInfo) string { return c.Name() }),
			value("System.Management.Automation.CommandTypes CommandType {get;}", func(c *CommandInfo) objects.Value {
				return objects.Word(CommandTypesType, uint64(c.CommandType()))
			}),
			text("string ModuleName {get;}", func(c *CommandInfo) string { return c.ModuleName() }),
			text("string Source {get;}", func(c *CommandInfo) string { return c.source() }),
			text("string Definition {get;}", func(c *CommandInfo) string { return c.definition() }),
			value("version Version {get;}", (*CommandInfo).version),
			value("psmoduleinfo Module {get;}", (*CommandInfo).module),
		),
		Methods: []objects.Method{
			method("System.Management.Automation.ParameterMetadata ResolveParameter(string name)", resolveParameter),
			method("string ToString()", func(c *CommandInfo, _ *objects.Call) (objects.Value, error) {
				return objects.String(c.Name()), nil
			}),
		},
	}
}

func (c *CommandInfo) source() string {
	switch x := c.Command.(type) {
	case *Application:
		return x.Path
	case *Script:
		return x.Path
	}
	return c.ModuleName()
}

func (c *CommandInfo) definition() string {
	switch x := c.Command.(type) {
	case *Function:
		return x.definition(c.session)
	case *Alias:
		return x.Definition
	case *Application:
		return x.Path
	case *Script:
		return x.Path
	}
	if table := c.Table(); table != nil {
		return c.syntaxText(table)
	}
	return c.Name()
}

// version is that of the command's module; $null for a command without one.
func (c *CommandInfo) version() objects.Value {
	if m := c.moduleInfo(); m != nil {
		return m.version()
	}
	return objects.Null
}

// version is the module's version as a System.Version.
func (m *ModuleInfo) version() objects.Value {
	v, err := system.ParseVersion(m.Version)
	if err != nil {
		return objects.String(m.Version)
	}
	return objects.Of(v)
}

// kind is the number of the module's ModuleType.
func (m *ModuleInfo) kind() int {
	switch {
	case m.state == nil:
		return 1
	case strings.HasSuffix(strings.ToLower(m.Path), ".psd1"):
		return 2
	}
	return 0
}

// module is the module that the command comes from.
func (c *CommandInfo) module() objects.Value {
	if m := c.moduleInfo(); m != nil {
		return objects.Of(m)
	}
	return objects.Null
}

func (c *CommandInfo) moduleInfo() *ModuleInfo {
	if c.session == nil || c.ModuleName() == "" {
		return nil
	}
	return c.session.Module(c.ModuleName())
}

// verbAndNoun are the halves of a command's name.
func verbAndNoun() []objects.Property {
	part := func(signature string, noun bool) objects.Property {
		return text(signature, func(c *CommandInfo) string {
			verb, rest, ok := strings.Cut(c.Name(), "-")
			if noun {
				return rest
			}
			if !ok {
				return ""
			}
			return verb
		})
	}
	return []objects.Property{part("string Verb {get;}", false), part("string Noun {get;}", true)}
}

func declareCmdletInfo() *objects.Declaration {
	return &objects.Declaration{Type: CmdletInfoType, Properties: verbAndNoun()}
}

func declareFunctionInfo() *objects.Declaration {
	return &objects.Declaration{
		Type: FunctionInfoType,
		Properties: append(verbAndNoun(), []objects.Property{
			value("System.Management.Automation.ScopedItemOptions Options {get;set;}", func(c *CommandInfo) objects.Value {
				if fn, ok := c.Command.(*Function); ok {
					return objects.Word(ScopedItemOptionsType, uint64(fn.Options))
				}
				return objects.Word(ScopedItemOptionsType, 0)
			}),
			value("scriptblock ScriptBlock {get;}", func(c *CommandInfo) objects.Value {
				if fn, ok := c.Command.(*Function); ok {
					return objects.Of(fn.Block(c.session))
				}
				return objects.Null
			}),
			text("string Description {get;set;}", func(c *CommandInfo) string {
				if fn, ok := c.Command.(*Function); ok {
					return fn.Description
				}
				return ""
			}),
		}...),
	}
}

func declareAliasInfo() *objects.Declaration {
	return &objects.Declaration{
		Type: AliasInfoType,
		Properties: []objects.Property{
			text("string DisplayName {get;}", func(c *CommandInfo) string { return c.Name() + " -> " + c.definition() }),
			text("string Description {get;set;}", func(c *CommandInfo) string { return c.Command.(*Alias).Description }),
			value("System.Management.Automation.ScopedItemOptions Options {get;set;}", func(c *CommandInfo) objects.Value {
				return objects.Word(ScopedItemOptionsType, uint64(c.Command.(*Alias).Options))
			}),
			value("System.Management.Automation.CommandInfo ResolvedCommand {get;}", (*CommandInfo).resolved),
			value("string ResolvedCommandName {get;}", func(c *CommandInfo) objects.Value {
				if r, ok := objects.As[*CommandInfo](c.resolved()); ok {
					return objects.String(r.Name())
				}
				return objects.Null
			}),
			value("System.Management.Automation.CommandInfo ReferencedCommand {get;}", (*CommandInfo).resolved),
		},
	}
}

func (c *CommandInfo) resolved() objects.Value {
	if c.session == nil {
		return objects.Null
	}
	found, err := c.session.resolve(c.session.current, c.definition(), fold(c.definition()))
	if err != nil {
		return objects.Null
	}
	return objects.Of(&CommandInfo{found, c.session})
}

func declareScriptInfo() *objects.Declaration {
	return &objects.Declaration{
		Type: scriptInfoType,
		Properties: []objects.Property{
			value("scriptblock ScriptBlock {get;}", func(c *CommandInfo) objects.Value {
				return objects.Of(c.Command.(*Function).Block(c.session))
			}),
		},
	}
}

func declareExternalScriptInfo() *objects.Declaration {
	return &objects.Declaration{
		Type: ExternalScriptInfoType,
		Properties: []objects.Property{
			text("string Path {get;}", func(c *CommandInfo) string { return c.source() }),
		},
	}
}

// CommandTypesType is System.Management.Automation.CommandTypes.
var CommandTypesType = &objects.Type{
	FullName: "System.Management.Automation.CommandTypes", Kind: objects.KindEnum,
	Attributes: objects.ValueTypeAttr | objects.SealedAttr,
	Enum: &objects.EnumInfo{Flags: true,
		Names:  []string{"Alias", "Function", "Filter", "Cmdlet", "ExternalScript", "Application", "Script", "Configuration", "All"},
		Values: []int64{1, 2, 4, 8, 16, 32, 64, 256, 383}},
}
