package utility

import (
	"github.com/csshell/csshell/cmdlets/argument"
	"sort"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// selection picks variables by -Name, -Include, -Exclude and -Scope.
type selection struct {
	include, exclude []*wildcard.Pattern
}

func newSelection(include, exclude []string) (s selection, err error) {
	if s.include, err = argument.Patterns(include); err == nil {
		s.exclude, err = argument.Patterns(exclude)
	}
	return s, err
}

func (s selection) takes(name string) bool {
	return (len(s.include) == 0 || wildcard.MatchAny(s.include, name)) && !wildcard.MatchAny(s.exclude, name)
}

// variables are those that a name stands for, sorted; found is false where a
// name without wildcards has none.
func variables(rt *runtime.CommandRuntime, name, scope string, pick selection) (list []*runtime.Variable, found bool, err error) {
	if !wildcard.ContainsWildcards(name) {
		v, err := oneVariable(rt, wildcard.Unescape(name), scope)
		if v == nil || err != nil {
			return nil, false, err
		}
		if !pick.takes(v.Name) {
			return nil, true, nil
		}
		return []*runtime.Variable{v}, true, nil
	}
	w, err := wildcard.Compile(name, true)
	if err != nil {
		return nil, false, err
	}
	s, err := argument.ScopeOf(rt, scope)
	if err != nil {
		return nil, false, err
	}
	seen := map[string]bool{}
	for c := s; c != nil; c = c.Parent() {
		for v := range c.Variables() {
			key := strings.ToLower(v.Name)
			if !seen[key] && w.Match(v.Name) && pick.takes(v.Name) {
				seen[key] = true
				list = append(list, v)
			}
		}
		if scope != "" {
			break
		}
	}
	sort.Slice(list, func(i, j int) bool { return strings.ToLower(list[i].Name) < strings.ToLower(list[j].Name) })
	return list, true, nil
}

func oneVariable(rt *runtime.CommandRuntime, name, scope string) (*runtime.Variable, error) {
	if i := strings.IndexByte(name, ':'); i > 0 && scope == "" {
		scope, name = name[:i], name[i+1:]
	}
	s, err := argument.ScopeOf(rt, scope)
	if err != nil {
		return nil, err
	}
	if scope == "" {
		v, _ := s.Find(name)
		return v, nil
	}
	if v := s.Variable(name); v != nil {
		return v, nil
	}
	return s.Shared(name), nil
}

func variableNotFound(name string) *runtime.ErrorRecord {
	e := objects.NewException(objects.ItemNotFoundException, "Cannot find a variable with the name '"+name+"'.")
	return runtime.NewErrorRecord(e, "VariableNotFound", runtime.ObjectNotFound, objects.String(name))
}

// GetVariable writes variables.
type GetVariable struct {
	Name      []string                `param:"Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty"`
	ValueOnly runtime.SwitchParameter `param:""`
	Include   []string                `param:""`
	Exclude   []string                `param:""`
	Scope     string                  `param:"" validate:"NotNullOrEmpty"`
}

// ProcessRecord writes the variables of each name.
func (c *GetVariable) ProcessRecord(rt *runtime.CommandRuntime) error {
	names := c.Name
	if len(names) == 0 {
		names = []string{"*"}
	}
	pick, err := newSelection(c.Include, c.Exclude)
	if err != nil {
		return err
	}
	for _, n := range names {
		list, found, err := variables(rt, n, c.Scope, pick)
		if err != nil {
			return err
		}
		if !found {
			if err := rt.WriteError(variableNotFound(n)); err != nil {
				return err
			}
		}
		for _, v := range list {
			out := objects.Of(rt.Session().PSVariableOf(v))
			if c.ValueOnly {
				out = v.Value()
			}
			if err := rt.WriteObject(out); err != nil {
				return err
			}
		}
	}
	return nil
}

// SetVariable sets variables, and makes those that are missing.
type SetVariable struct {
	_ struct{} `cmdlet:"SupportsShouldProcess,ConfirmImpact=Low"`

	Name        []string                `param:"Position=0,Mandatory,ValueFromPipelineByPropertyName"`
	Value       objects.Value           `param:"Position=1,ValueFromPipeline,ValueFromPipelineByPropertyName"`
	Include     []string                `param:""`
	Exclude     []string                `param:""`
	Description string                  `param:""`
	Option      runtime.Optional[int]   `param:"" type:"System.Management.Automation.ScopedItemOptions"`
	Force       runtime.SwitchParameter `param:""`
	Visibility  string                  `param:"" type:"System.Management.Automation.SessionStateEntryVisibility"`
	PassThru    runtime.SwitchParameter `param:""`
	Append      runtime.SwitchParameter `param:""`
	Scope       string                  `param:"" validate:"NotNullOrEmpty"`

	gathered []objects.Value
}

// ProcessRecord gathers the objects of a pipeline, or sets the value at once.
func (c *SetVariable) ProcessRecord(rt *runtime.CommandRuntime) error {
	if rt.ExpectingInput() {
		c.gathered = append(c.gathered, c.Value)
		return nil
	}
	return c.set(rt, c.Value)
}

// EndProcessing sets what the pipeline gave.
func (c *SetVariable) EndProcessing(rt *runtime.CommandRuntime) error {
	if !rt.ExpectingInput() {
		return nil
	}
	switch len(c.gathered) {
	case 0:
		return c.set(rt, objects.Null)
	case 1:
		return c.set(rt, c.gathered[0])
	}
	return c.set(rt, objects.ArrayValue(c.gathered))
}

func (c *SetVariable) set(rt *runtime.CommandRuntime, value objects.Value) error {
	for _, n := range c.Name {
		scope, name := c.Scope, n
		if i := strings.IndexByte(n, ':'); i > 0 && scope == "" {
			scope, name = n[:i], n[i+1:]
		}
		if yes, err := rt.ShouldProcess("Name: "+name+" Value: "+shownValue(rt, value), "Set variable"); !yes {
			if err != nil {
				return err
			}
			continue
		}
		if err := c.setOne(rt, scope, name, value); err != nil {
			return err
		}
	}
	return nil
}

func shownValue(rt *runtime.CommandRuntime, v objects.Value) string {
	s, _ := rt.Types().Text(v, " ")
	return s
}

func (c *SetVariable) setOne(rt *runtime.CommandRuntime, scope, name string, value objects.Value) error {
	s, err := argument.ScopeOf(rt, scope)
	if err != nil {
		return err
	}
	v := s.Variable(name)
	if v == nil {
		v = s.Shared(name)
	}
	if v == nil {
		return c.makeOne(rt, s, scope, runtime.NewVariable(name, value))
	}
	if !rt.IsBound("Value") && !rt.ExpectingInput() {
		// only its options change
	} else if err := v.SetForced(rt.Session(), value, bool(c.Force)); err != nil {
		if r := runtime.RecordOf(err); r.Exception.Type() == objects.SessionStateUnauthorized {
			return rt.WriteError(r)
		}
		return err
	}
	if strings.EqualFold(scope, "private") {
		v.Options |= runtime.PrivateOption
	}
	if rt.IsBound("Description") {
		v.Description = c.Description
	}
	if c.Option.Bound {
		if err := v.SetOptions(rt.Session(), runtime.VariableOptions(c.Option.Value), bool(c.Force)); err != nil {
			return rt.WriteError(runtime.RecordOf(err))
		}
	}
	if c.PassThru {
		return rt.WriteObject(objects.Of(rt.Session().PSVariableOf(v)))
	}
	return nil
}

// makeOne makes a variable, with its options.
func (c *SetVariable) makeOne(rt *runtime.CommandRuntime, s *runtime.Scope, scope string, v *runtime.Variable) error {
	v.Description, v.Options = c.Description, runtime.VariableOptions(c.Option.Value)
	if strings.EqualFold(scope, "private") {
		v.Options |= runtime.PrivateOption
	}
	rt.Session().MakeVariable(s, v)
	if c.PassThru {
		return rt.WriteObject(objects.Of(rt.Session().PSVariableOf(v)))
	}
	return nil
}

// NewVariable makes a variable.
type NewVariable struct {
	_ struct{} `cmdlet:"SupportsShouldProcess,ConfirmImpact=Low"`

	Name        string                  `param:"Position=0,Mandatory,ValueFromPipelineByPropertyName"`
	Value       objects.Value           `param:"Position=1,ValueFromPipeline,ValueFromPipelineByPropertyName"`
	Description string                  `param:""`
	Option      runtime.Optional[int]   `param:"" type:"System.Management.Automation.ScopedItemOptions"`
	Visibility  string                  `param:"" type:"System.Management.Automation.SessionStateEntryVisibility"`
	Force       runtime.SwitchParameter `param:""`
	PassThru    runtime.SwitchParameter `param:""`
	Scope       string                  `param:"" validate:"NotNullOrEmpty"`
}

// ProcessRecord makes the variable; one of its name is an error without -Force.
func (c *NewVariable) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, err := argument.ScopeOf(rt, c.Scope)
	if err != nil {
		return err
	}
	if yes, err := rt.ShouldProcess("Name: "+c.Name+" Value: "+shownValue(rt, c.Value), "New variable"); !yes {
		return err
	}
	if old := s.Variable(c.Name); old != nil {
		if err := c.mayReplace(old); err != nil {
			return rt.WriteError(err)
		}
	}
	v := runtime.NewVariable(c.Name, c.Value)
	v.Description = c.Description
	v.Options = runtime.VariableOptions(c.Option.Value)
	rt.Session().MakeVariable(s, v)
	if c.PassThru {
		return rt.WriteObject(objects.Of(rt.Session().PSVariableOf(v)))
	}
	return nil
}

func (c *NewVariable) mayReplace(old *runtime.Variable) *runtime.ErrorRecord {
	if old.Options&runtime.ConstantOption != 0 || old.Options&runtime.ReadOnlyOption != 0 && !bool(c.Force) {
		return runtime.NotWritable(old.Name)
	}
	if c.Force {
		return nil
	}
	e := objects.NewException(objects.SessionStateException, "A variable with name '"+c.Name+"' already exists.")
	return runtime.NewErrorRecord(e, "VariableAlreadyExists", runtime.ResourceExists, objects.String(c.Name))
}

// RemoveVariable drops variables.
type RemoveVariable struct {
	_ struct{} `cmdlet:"SupportsShouldProcess,ConfirmImpact=Low"`

	Name    []string                `param:"Position=0,Mandatory,ValueFromPipelineByPropertyName"`
	Include []string                `param:""`
	Exclude []string                `param:""`
	Force   runtime.SwitchParameter `param:""`
	Scope   string                  `param:"" validate:"NotNullOrEmpty"`
}

// ProcessRecord drops the variables of each name.
func (c *RemoveVariable) ProcessRecord(rt *runtime.CommandRuntime) error {
	scope := c.Scope
	if scope == "" {
		scope = "local"
	}
	return eachVariable(rt, c.Name, scope, c.Include, c.Exclude, "Remove variable", func(v *runtime.Variable) error {
		if v.Permanent() || v.Options&runtime.ConstantOption != 0 || v.Options&runtime.ReadOnlyOption != 0 && !bool(c.Force) {
			e := objects.NewException(objects.SessionStateUnauthorized, "Cannot remove variable "+v.Name+" because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option.")
			return rt.WriteError(runtime.NewErrorRecord(e, "VariableNotRemovable", runtime.WriteError, objects.String(v.Name)))
		}
		owner, err := argument.ScopeOf(rt, scope)
		if err != nil {
			return err
		}
		if owner.Variable(v.Name) != v { // one of all scopes
			owner = rt.Session().Global()
		}
		if owner.Optimized(v.Name) {
			e := objects.NewException(objects.SessionStateUnauthorized, "Cannot remove variable "+v.Name+" because the variable has been optimized and is not removable. "+
				"Try using the Remove-Variable cmdlet (without any aliases), or dot-sourcing the command that you are using to remove the variable.")
			return rt.WriteError(runtime.NewErrorRecord(e, "VariableNotRemovableRare", runtime.WriteError, objects.String(v.Name)))
		}
		owner.Remove(v.Name)
		return nil
	})
}

// eachVariable does something to the variables of some names, after asking.
func eachVariable(rt *runtime.CommandRuntime, names []string, scope string, include, exclude []string, action string, do func(v *runtime.Variable) error) error {
	pick, err := newSelection(include, exclude)
	if err != nil {
		return err
	}
	for _, n := range names {
		list, found, err := variables(rt, n, scope, pick)
		if err != nil {
			return err
		}
		if !found {
			if err := rt.WriteError(variableNotFound(n)); err != nil {
				return err
			}
		}
		for _, v := range list {
			yes, err := rt.ShouldProcess("Name: "+v.Name, action)
			if yes {
				err = do(v)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// ClearVariable sets variables to $null.
type ClearVariable struct {
	_ struct{} `cmdlet:"SupportsShouldProcess,ConfirmImpact=Low"`

	Name     []string                `param:"Position=0,Mandatory,ValueFromPipelineByPropertyName"`
	Include  []string                `param:""`
	Exclude  []string                `param:""`
	Force    runtime.SwitchParameter `param:""`
	PassThru runtime.SwitchParameter `param:""`
	Scope    string                  `param:"" validate:"NotNullOrEmpty"`
}

// ProcessRecord clears the variables of each name.
func (c *ClearVariable) ProcessRecord(rt *runtime.CommandRuntime) error {
	return eachVariable(rt, c.Name, c.Scope, c.Include, c.Exclude, "Clear variable", func(v *runtime.Variable) error {
		s, err := argument.ScopeOf(rt, c.Scope)
		if err != nil {
			return err
		}
		if s.Variable(v.Name) == nil && v.Options&(runtime.ReadOnlyOption|runtime.ConstantOption|runtime.AllScopeOption) == 0 {
			v = runtime.NewVariable(v.Name, objects.Null)
			s.Define(v)
		} else if err := v.SetForced(rt.Session(), objects.Null, bool(c.Force)); err != nil {
			return rt.WriteError(runtime.RecordOf(err))
		}
		if c.PassThru {
			return rt.WriteObject(objects.Of(rt.Session().PSVariableOf(v)))
		}
		return nil
	})
}
