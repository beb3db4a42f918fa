package core

import (
	"iter"
	"slices"
	"sort"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// GetCommand writes the commands that a name, a verb or a module has.
type GetCommand struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=CmdletSet"`

	Name                     []string                          `param:"ParameterSetName=AllCommandSet,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Commands by name, with wildcards."`
	Verb                     []string                          `param:"ParameterSetName=CmdletSet,ValueFromPipelineByPropertyName" help:"Commands with these verbs, with wildcards."`
	Noun                     []string                          `param:"ParameterSetName=CmdletSet,ValueFromPipelineByPropertyName" help:"Commands with these nouns, with wildcards."`
	Module                   []string                          `param:"ValueFromPipelineByPropertyName,Alias=PSSnapin" help:"Commands of these modules, with wildcards."`
	ExcludeModule            []string                          `param:"" help:"No commands of these modules."`
	FullyQualifiedModule     []*automation.ModuleSpecification `param:"ValueFromPipelineByPropertyName" help:"Commands of these modules, in these versions."`
	CommandType              runtime.Optional[int]             `param:"ParameterSetName=AllCommandSet,ValueFromPipelineByPropertyName,Alias=Type" type:"System.Management.Automation.CommandTypes" help:"Commands of these kinds."`
	TotalCount               runtime.Optional[int]             `param:"ValueFromPipelineByPropertyName" help:"How many at most."`
	Syntax                   runtime.SwitchParameter           `param:"ValueFromPipelineByPropertyName" help:"Write the syntax alone."`
	ShowCommandInfo          runtime.SwitchParameter           `param:"" help:"Write what a form for the command needs."`
	ArgumentList             []objects.Value                   `param:"Position=1,ValueFromRemainingArguments,Alias=Args" type:"System.Object[]" allow:"Null,EmptyCollection" help:"The arguments that dynamic parameters depend on."`
	All                      runtime.SwitchParameter           `param:"ValueFromPipelineByPropertyName" help:"Also commands that others of the same name hide."`
	ListImported             runtime.SwitchParameter           `param:"ValueFromPipelineByPropertyName" help:"Only commands of the session; all are."`
	ParameterName            []string                          `param:"" validate:"NotNullOrEmpty" help:"Commands with such parameters, with wildcards."`
	ParameterType            []*automation.PSTypeName          `param:"" validate:"NotNullOrEmpty" help:"Commands with parameters of these types."`
	UseFuzzyMatching         runtime.SwitchParameter           `param:"ParameterSetName=AllCommandSet" help:"Also names that are nearly the same."`
	FuzzyMinimumDistance     runtime.Optional[int]             `param:"ParameterSetName=AllCommandSet" type:"uint" help:"How many letters may be different; 5 where nothing is said."`
	UseAbbreviationExpansion runtime.SwitchParameter           `param:"ParameterSetName=AllCommandSet,ValueFromPipelineByPropertyName" help:"The capital letters of names, such as i-psdf."`

	filter  commandFilter
	asked   string // the name at work, "" for one with wildcards
	written int
}

// usualTypes are the kinds of commands that Get-Command lists by itself.
const usualTypes = runtime.AliasCommandType | runtime.FunctionCommandType | runtime.FilterCommandType | runtime.CmdletCommandType

// allTypes are the kinds that a name without wildcards may mean.
const allTypes = usualTypes | runtime.ExternalScriptType | runtime.ApplicationType | runtime.ScriptType

// commandFilter is what Get-Command's parameters ask of a command.
type commandFilter struct {
	verbs, nouns, modules, without, parameters []*wildcard.Pattern
	types                                      runtime.CommandType
	versions                                   []*automation.ModuleSpecification
	parameterTypes                             []*automation.PSTypeName
}

// BeginProcessing compiles the patterns.
func (c *GetCommand) BeginProcessing(*runtime.CommandRuntime) error {
	f := &c.filter
	f.versions, f.parameterTypes = c.FullyQualifiedModule, c.ParameterType
	for _, p := range [...]struct {
		to    *[]*wildcard.Pattern
		texts []string
	}{{&f.verbs, c.Verb}, {&f.nouns, c.Noun}, {&f.modules, c.Module}, {&f.without, c.ExcludeModule}, {&f.parameters, c.ParameterName}} {
		for _, t := range p.texts {
			w, err := wildcard.Compile(t, true)
			if err != nil {
				return err
			}
			*p.to = append(*p.to, w)
		}
	}
	return nil
}

// ProcessRecord writes the commands of each name, or all that fit.
func (c *GetCommand) ProcessRecord(rt *runtime.CommandRuntime) error {
	c.filter.types = allTypes
	if c.CommandType.Bound {
		c.filter.types = runtime.CommandType(c.CommandType.Value)
	}
	if rt.ParameterSet() != "AllCommandSet" || len(c.Name) == 0 {
		if !c.CommandType.Bound {
			c.filter.types = usualTypes
		}
		if !c.CommandType.Bound && len(c.Module) > 0 || len(c.Verb) > 0 || len(c.Noun) > 0 {
			c.filter.types &^= runtime.AliasCommandType
		}
		_, err := c.writePattern(rt, "*")
		return err
	}
	for _, name := range c.Name {
		if err := c.writeName(rt, name); err != nil {
			return err
		}
	}
	return nil
}

// writeName writes the commands that one name means, as the parameters read it.
func (c *GetCommand) writeName(rt *runtime.CommandRuntime, name string) error {
	switch {
	case bool(c.UseFuzzyMatching):
		return c.writeSimilar(rt, name)
	case bool(c.UseAbbreviationExpansion):
		return c.writeAbbreviated(rt, name)
	}
	return c.writeNamed(rt, name)
}

// writeNamed writes the commands of one name. A name without wildcards that
// nothing has is an error.
func (c *GetCommand) writeNamed(rt *runtime.CommandRuntime, name string) error {
	if wildcard.ContainsWildcards(name) {
		_, err := c.writePattern(rt, name)
		return err
	}
	c.asked = name
	defer func() { c.asked = "" }()
	found := false
	module, plain := "", name
	if m, n, ok := strings.Cut(name, "\\"); ok {
		module, plain = m, n
	}
	for command := range candidates(rt, plain) {
		if !c.filter.takes(rt, command) || module != "" && !objects.EqualFold(command.ModuleName(), module) {
			continue
		}
		found = true
		if err := c.write(rt, command); err != nil {
			return err
		}
		if !c.All {
			break
		}
	}
	if found {
		return nil
	}
	e := objects.NewException(objects.CommandNotFoundException, "The term '"+name+"' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.")
	e.Fields = map[string]objects.Value{"CommandName": objects.String(name)}
	return rt.WriteError(runtime.NewErrorRecord(e, "CommandNotFoundException", runtime.ObjectNotFound, objects.String(name)))
}

// candidates are what a name may mean, in the order of precedence.
func candidates(rt *runtime.CommandRuntime, name string) iter.Seq[runtime.Command] {
	return func(yield func(runtime.Command) bool) {
		for s := rt.Scope(); s != nil; s = s.Parent() {
			if a := s.Alias(name); a != nil && !yield(a) {
				return
			}
		}
		for s := rt.Scope(); s != nil; s = s.Parent() {
			if f := s.Function(name); f != nil && !yield(f) {
				return
			}
		}
		if cmdlet := rt.Session().Commands.Cmdlet(name); cmdlet != nil && !yield(cmdlet) {
			return
		}
		first := rt.Session().External(name)
		if first == nil || !yield(first) {
			return
		}
		for program := range rt.Session().Programs(name) {
			if program.Name() == name && program != first && !samePath(program, first) && !yield(program) {
				return
			}
		}
	}
}

// samePath reports whether two commands are one file.
func samePath(a, b runtime.Command) bool {
	return pathOf(a) != "" && pathOf(a) == pathOf(b)
}

func pathOf(c runtime.Command) string {
	switch c := c.(type) {
	case *runtime.Application:
		return c.Path
	case *runtime.Script:
		return c.Path
	}
	return ""
}

// writePattern writes the commands whose names fit, kind by kind, by name.
func (c *GetCommand) writePattern(rt *runtime.CommandRuntime, text string) (found bool, err error) {
	pattern, err := wildcard.Compile(text, true)
	if err != nil {
		return false, err
	}
	var list []runtime.Command
	for command := range c.all(rt, text) {
		if pattern.Match(command.Name()) && c.filter.takes(rt, command) {
			list = append(list, command)
		}
	}
	sort.SliceStable(list, func(i, j int) bool {
		if a, b := rank(list[i]), rank(list[j]); a != b {
			return a < b
		}
		return objects.CompareCulture(list[i].Name(), list[j].Name(), true) < 0
	})
	for _, command := range list {
		if err := c.write(rt, command); err != nil {
			return true, err
		}
	}
	return len(list) > 0, nil
}

// all are the commands that the caller sees, with the programs of $env:PATH where
// they are asked for; text is a pattern that their names must fit.
func (c *GetCommand) all(rt *runtime.CommandRuntime, text string) iter.Seq[runtime.Command] {
	return func(yield func(runtime.Command) bool) {
		for command := range visible(rt) {
			if !yield(command) {
				return
			}
		}
		if c.filter.types&(runtime.ApplicationType|runtime.ExternalScriptType) == 0 {
			return
		}
		start, _, _ := strings.Cut(text, "*")
		for program := range rt.Session().Programs(strings.TrimRight(start[:len(start)-len(wildcardTail(start))], "`")) {
			if !yield(program) {
				return
			}
		}
	}
}

// wildcardTail is what follows the first sign of a pattern in a text, with it.
func wildcardTail(text string) string {
	if i := strings.IndexAny(text, "?[`"); i >= 0 {
		return text[i:]
	}
	return ""
}

// rank is the place of a command's kind in a list of commands.
func rank(c runtime.Command) int {
	switch c.CommandType() {
	case runtime.AliasCommandType:
		return 0
	case runtime.FunctionCommandType, runtime.FilterCommandType:
		return 1
	case runtime.ApplicationType, runtime.ExternalScriptType:
		return 3
	}
	return 2
}

// visible are the commands that the caller sees, inner scopes hiding outer ones.
func visible(rt *runtime.CommandRuntime) iter.Seq[runtime.Command] {
	return func(yield func(runtime.Command) bool) {
		aliases, functions := map[string]bool{}, map[string]bool{}
		for s := rt.Scope(); s != nil; s = s.Parent() {
			for a := range s.Aliases() {
				if isNew(aliases, a.Name()) && rt.Session().FindCommand(rt.Scope(), a.Definition) != nil && !yield(a) {
					return
				}
			}
			for f := range s.Functions() {
				if isNew(functions, f.Name()) && !yield(f) {
					return
				}
			}
		}
		for cmdlet := range rt.Session().Commands.Cmdlets() {
			if !yield(cmdlet) {
				return
			}
		}
	}
}

func isNew(seen map[string]bool, name string) bool {
	key := strings.ToLower(name)
	old := seen[key]
	seen[key] = true
	return !old
}

// takes reports whether a command is one of those asked for.
func (f *commandFilter) takes(rt *runtime.CommandRuntime, c runtime.Command) bool {
	if c.CommandType()&f.types == 0 {
		return false
	}
	if len(f.modules) > 0 && !f.inModule(rt, c) || fits(f.without, c.ModuleName()) || !f.inVersion(rt, c) {
		return false
	}
	if len(f.verbs)+len(f.nouns) > 0 {
		verb, noun, _ := strings.Cut(c.Name(), "-")
		if len(f.verbs) > 0 && !fits(f.verbs, verb) || len(f.nouns) > 0 && !fits(f.nouns, noun) {
			return false
		}
	}
	if len(f.parameters)+len(f.parameterTypes) == 0 {
		return true
	}
	table := rt.Session().CommandInfoOf(c).Table()
	return table != nil && slices.ContainsFunc(table.Parameters, f.takesParameter)
}

// inModule reports whether the command's module has one of the names asked for.
func (f *commandFilter) inModule(rt *runtime.CommandRuntime, c runtime.Command) bool {
	return slices.ContainsFunc(rt.Session().Commands.ModuleNames(c.ModuleName()), func(name string) bool { return fits(f.modules, name) })
}

// inVersion reports whether the command is of one of the modules asked for, in
// that version.
func (f *commandFilter) inVersion(rt *runtime.CommandRuntime, c runtime.Command) bool {
	return len(f.versions) == 0 || slices.ContainsFunc(f.versions, func(wanted *automation.ModuleSpecification) bool {
		m := rt.Session().Module(c.ModuleName())
		return objects.EqualFold(wanted.Name, c.ModuleName()) && m != nil && wanted.Fits(m.Version)
	})
}

// takesParameter reports whether a parameter has the name and the type asked for.
func (f *commandFilter) takesParameter(p *runtime.Parameter) bool {
	isType := func(t *automation.PSTypeName) bool { return t.Is(p.Type) || objects.EqualFold(t.Name, p.TypeName) }
	return (len(f.parameters) == 0 || fits(f.parameters, p.Name) || slices.ContainsFunc(p.Aliases, func(a string) bool { return fits(f.parameters, a) })) &&
		(len(f.parameterTypes) == 0 || slices.ContainsFunc(f.parameterTypes, isType))
}

func fits(list []*wildcard.Pattern, text string) bool {
	return slices.ContainsFunc(list, func(w *wildcard.Pattern) bool { return w.Match(text) })
}

// write writes the command, or its syntax.
func (c *GetCommand) write(rt *runtime.CommandRuntime, command runtime.Command) error {
	if c.TotalCount.Bound && c.TotalCount.Value >= 0 && c.written >= c.TotalCount.Value {
		return nil
	}
	c.written++
	info := rt.Session().CommandInfoOf(command)
	switch {
	case bool(c.ShowCommandInfo):
		return rt.WriteObject(showInfo(rt, info))
	case bool(c.Syntax):
		return rt.WriteObject(objects.String(c.syntaxOf(rt, info)))
	}
	return rt.WriteObject(objects.Of(info))
}

// syntaxOf is the syntax of a command. That of an alias or a script is told
// under the name asked for, with what it stands for.
func (c *GetCommand) syntaxOf(rt *runtime.CommandRuntime, info *runtime.CommandInfo) string {
	target := ""
	switch command := info.Command.(type) {
	case *runtime.Alias:
		target = command.Definition
	case *runtime.Script:
		target = command.Path
	}
	table := info.Table()
	if target == "" || table == nil {
		return info.Syntax()
	}
	name := c.asked
	if name == "" {
		name = info.Name()
	}
	return name + " (alias) -> " + target + "\n\n" + strings.Join(table.Syntax(rt.Types(), name), "\n\n") + "\n"
}
