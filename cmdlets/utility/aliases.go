package utility

import (
	"github.com/csshell/csshell/cmdlets/argument"
	"sort"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// SetAlias makes or changes an alias.
type SetAlias struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`

	Name        string                  `param:"Position=0,Mandatory,ValueFromPipelineByPropertyName"`
	Value       string                  `param:"Position=1,Mandatory,ValueFromPipelineByPropertyName"`
	Description string                  `param:""`
	Option      runtime.Optional[int]   `param:"" type:"System.Management.Automation.ScopedItemOptions"`
	PassThru    runtime.SwitchParameter `param:""`
	Scope       string                  `param:""`
	Force       runtime.SwitchParameter `param:""`
}

// ProcessRecord sets the alias.
func (c *SetAlias) ProcessRecord(rt *runtime.CommandRuntime) error {
	return c.define(rt, "Set Alias", false)
}

// define sets the alias in its scope; one of that name is an error where the
// alias is to be a new one.
func (c *SetAlias) define(rt *runtime.CommandRuntime, action string, fresh bool) error {
	scope, err := argument.ScopeOf(rt, c.Scope)
	if err != nil {
		return err
	}
	if yes, err := rt.ShouldProcess("Name: "+c.Name+" Value: "+c.Value, action); !yes {
		return err
	}
	old := scope.SharedAlias(c.Name)
	if old != nil && fresh && !bool(c.Force) {
		e := objects.NewException(objects.SessionStateException, "The alias is not allowed, because an alias with the name '"+c.Name+"' already exists.")
		return rt.WriteError(runtime.NewErrorRecord(e, "AliasAlreadyExists", runtime.ResourceExists, objects.String(c.Name)))
	}
	if old != nil && isFixed(old, bool(c.Force)) {
		e := objects.NewException(objects.SessionStateUnauthorized, "Alias is not writeable because alias "+c.Name+" is read-only or constant and cannot be written to.")
		return rt.WriteError(runtime.NewErrorRecord(e, "AliasNotWritable", runtime.WriteError, objects.String(c.Name)))
	}
	a := runtime.NewAlias(c.Name, c.Value)
	a.Description, a.Options = c.Description, runtime.VariableOptions(c.Option.Value)
	scope.SetAlias(a)
	if c.PassThru {
		return rt.WriteObject(objects.Of(rt.Session().CommandInfoOf(a)))
	}
	return nil
}

// isFixed reports whether an alias must not be changed.
func isFixed(a *runtime.Alias, force bool) bool {
	return a.Options&runtime.ConstantOption != 0 || a.Options&runtime.ReadOnlyOption != 0 && !force
}

// NewAlias makes an alias.
type NewAlias struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`

	Name        string                  `param:"Position=0,Mandatory,ValueFromPipelineByPropertyName"`
	Value       string                  `param:"Position=1,Mandatory,ValueFromPipelineByPropertyName"`
	Description string                  `param:""`
	Option      runtime.Optional[int]   `param:"" type:"System.Management.Automation.ScopedItemOptions"`
	PassThru    runtime.SwitchParameter `param:""`
	Scope       string                  `param:""`
	Force       runtime.SwitchParameter `param:""`
}

// ProcessRecord makes the alias.
func (c *NewAlias) ProcessRecord(rt *runtime.CommandRuntime) error {
	set := SetAlias{Name: c.Name, Value: c.Value, Description: c.Description, Option: c.Option, PassThru: c.PassThru, Scope: c.Scope, Force: c.Force}
	return set.define(rt, "New Alias", true)
}

// GetAlias writes aliases by their name or by what they stand for.
type GetAlias struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Default"`

	Name       []string `param:"ParameterSetName=Default,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty"`
	Exclude    []string `param:""`
	Scope      string   `param:""`
	Definition []string `param:"ParameterSetName=Definition" validate:"NotNullOrEmpty"`
}

// ProcessRecord writes the aliases that fit, by name.
func (c *GetAlias) ProcessRecord(rt *runtime.CommandRuntime) error {
	sought, byDefinition := c.Name, rt.ParameterSet() == "Definition"
	if byDefinition {
		sought = c.Definition
	}
	if len(sought) == 0 {
		sought = []string{"*"}
	}
	exclude, err := argument.Patterns(c.Exclude)
	if err != nil {
		return err
	}
	all, err := aliasesOf(rt, c.Scope)
	if err != nil {
		return err
	}
	for _, text := range sought {
		if err := writeAliases(rt, all, text, byDefinition, exclude); err != nil {
			return err
		}
	}
	return nil
}

func writeAliases(rt *runtime.CommandRuntime, all []*runtime.Alias, text string, byDefinition bool, exclude []*wildcard.Pattern) error {
	pattern, err := wildcard.Compile(text, true)
	if err != nil {
		return err
	}
	found := false
	for _, a := range all {
		key := a.Name()
		if byDefinition {
			key = a.Definition
		}
		if !pattern.Match(key) || wildcard.MatchAny(exclude, key) {
			continue
		}
		found = true
		if err := rt.WriteObject(objects.Of(rt.Session().CommandInfoOf(a))); err != nil {
			return err
		}
	}
	if found || wildcard.ContainsWildcards(text) {
		return nil
	}
	what := "name"
	if byDefinition {
		what = "definition"
	}
	return rt.WriteError(aliasNotFound(what, text))
}

func aliasNotFound(what, text string) *runtime.ErrorRecord {
	e := objects.NewException(objects.ItemNotFoundException, "This command cannot find a matching alias because an alias with the "+what+" '"+text+"' does not exist.")
	return runtime.NewErrorRecord(e, "ItemNotFoundException", runtime.ObjectNotFound, objects.String(text))
}

// aliasesOf are the aliases of one scope, or those that the caller sees, by name.
func aliasesOf(rt *runtime.CommandRuntime, scope string) ([]*runtime.Alias, error) {
	from, err := argument.ScopeOf(rt, scope)
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	var all []*runtime.Alias
	for s := from; s != nil; s = s.Parent() {
		for a := range s.Aliases() {
			if key := strings.ToLower(a.Name()); !seen[key] {
				seen[key] = true
				all = append(all, a)
			}
		}
		if scope != "" {
			break
		}
	}
	sort.Slice(all, func(i, j int) bool { return objects.CompareCulture(all[i].Name(), all[j].Name(), true) < 0 })
	return all, nil
}

// RemoveAlias drops aliases.
type RemoveAlias struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Default"`

	Name  []string                `param:"Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName"`
	Scope string                  `param:""`
	Force runtime.SwitchParameter `param:""`
}

// ProcessRecord drops the alias of each name from the nearest scope that has it.
func (c *RemoveAlias) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, name := range c.Name {
		if err := c.remove(rt, name); err != nil {
			return err
		}
	}
	return nil
}

func (c *RemoveAlias) remove(rt *runtime.CommandRuntime, name string) error {
	scope, err := argument.ScopeOf(rt, c.Scope)
	if err != nil {
		return err
	}
	for c.Scope == "" && scope.Alias(name) == nil && scope.Parent() != nil {
		scope = scope.Parent()
	}
	a := scope.Alias(name)
	if a == nil {
		return rt.WriteError(aliasNotFound("name", name))
	}
	if isFixed(a, bool(c.Force)) {
		e := objects.NewException(objects.SessionStateUnauthorized, "Alias was not removed because alias "+name+" is constant or read-only.")
		return rt.WriteError(runtime.NewErrorRecord(e, "AliasNotRemovable", runtime.WriteError, objects.String(name)))
	}
	scope.RemoveAlias(name)
	return nil
}
