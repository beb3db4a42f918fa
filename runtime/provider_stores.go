package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// flatDrive is the drive that a provider without hierarchy begins with.
func flatDrive(name, provider, what, class string) ProviderDescription {
	return ProviderDescription{Name: provider, Class: class, Drives: []DriveInfo{
		{Name: name, Description: "Drive that contains a view of the " + what},
	}}
}

// environmentItems are the variables of the environment ("about_Environment_Provider").
type environmentItems struct{}

func (environmentItems) describe() ProviderDescription {
	return flatDrive("Env", "Environment", "environment variables for the process", "EnvironmentProvider")
}

func (environmentItems) names(s *Session) []string { return s.Environment.Names() }

func (environmentItems) item(s *Session, name string) (objects.Value, bool) {
	text, ok := s.Environment.Get(name)
	if !ok {
		return objects.Null, false
	}
	return objects.Of(&objects.DictionaryEntry{Key: objects.String(name), Value: objects.String(text)}), true
}

func (environmentItems) value(s *Session, name string) (objects.Value, bool) {
	text, ok := s.Environment.Get(name)
	return objects.String(text), ok
}

// set gives a variable the text of a value; $null removes it, an empty text stays.
func (environmentItems) set(s *Session, name string, v objects.Value, _ bool) error {
	if v.IsNull() {
		s.Environment.Remove(name)
		return nil
	}
	text, err := s.Types.Text(v, " ")
	if err == nil {
		s.Environment.Set(name, text)
	}
	return err
}

func (environmentItems) remove(s *Session, name string, _ bool) error {
	s.Environment.Remove(name)
	return nil
}

// variableItems are the variables in sight ("about_Variable_Provider").
type variableItems struct{}

func (variableItems) describe() ProviderDescription {
	return flatDrive("Variable", "Variable", "those variables stored in a session state", "VariableProvider")
}

func (variableItems) names(s *Session) []string {
	return inSight(s, func(c *Scope, yield func(string)) {
		for v := range c.Variables() {
			if c == s.current || v.Options&PrivateOption == 0 {
				yield(v.Name)
			}
		}
	})
}

// inSight gathers the names that a scope and its callers have, each once.
func inSight(s *Session, of func(c *Scope, yield func(string))) []string {
	var names []string
	seen := map[string]bool{}
	for c := s.current; c != nil; c = c.parent {
		of(c, func(name string) {
			if folded := fold(name); !seen[folded] {
				seen[folded] = true
				names = append(names, name)
			}
		})
	}
	return names
}

// scoped cuts a scope before a name ("global:x") and gives the scope meant; the
// current one where the name has none.
func scoped(s *Session, name string) (scope *Scope, rest string, named bool) {
	switch m, rest := functionScope(name); m {
	case parser.ScopeGlobal:
		return s.global, rest, true
	case parser.ScopeScript:
		return s.current.scriptScope(), rest, true
	case parser.ScopeLocal, parser.ScopePrivate:
		return s.current, rest, true
	}
	return s.current, name, false
}

func (variableItems) find(s *Session, name string) *Variable {
	scope, name, named := scoped(s, name)
	if named {
		return scope.Variable(name)
	}
	v, _ := scope.Find(name)
	return v
}

func (i variableItems) item(s *Session, name string) (objects.Value, bool) {
	if v := i.find(s, name); v != nil {
		return objects.Of(s.PSVariableOf(v)), true
	}
	return objects.Null, false
}

func (i variableItems) value(s *Session, name string) (objects.Value, bool) {
	if v := i.find(s, name); v != nil {
		return v.Value(), true
	}
	return objects.Null, false
}

func (i variableItems) set(s *Session, name string, v objects.Value, force bool) error {
	scope, rest, _ := scoped(s, name)
	if old := scope.Variable(rest); old != nil {
		return old.SetForced(s, v, force)
	}
	return scope.Set(s, rest, v)
}

func (i variableItems) remove(s *Session, name string, force bool) error {
	scope, rest, named := scoped(s, name)
	v, owner := scope.Find(rest)
	if v == nil || named && owner != scope {
		return PathNotFound(name)
	}
	if v.Options&ConstantOption != 0 || v.Options&ReadOnlyOption != 0 && !force {
		return newError(objects.SessionStateUnauthorized, "VariableNotRemovable", WriteError, objects.String(rest),
			"Cannot remove variable "+rest+" because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option.")
	}
	owner.Remove(rest)
	return nil
}

// aliasItems are the aliases in sight ("about_Alias_Provider").
type aliasItems struct{}

func (aliasItems) describe() ProviderDescription {
	return flatDrive("Alias", "Alias", "aliases stored in a session state", "AliasProvider")
}

func (aliasItems) names(s *Session) []string {
	return inSight(s, func(c *Scope, yield func(string)) {
		for a := range c.Aliases() {
			yield(a.Name())
		}
	})
}

// find is the nearest alias of a name, with its scope.
func (aliasItems) find(s *Session, name string) (*Alias, *Scope) {
	scope, name, named := scoped(s, name)
	for c := scope; c != nil; c = c.parent {
		if a := c.Alias(name); a != nil {
			return a, c
		}
		if named {
			break
		}
	}
	return nil, nil
}

func (i aliasItems) item(s *Session, name string) (objects.Value, bool) {
	if a, _ := i.find(s, name); a != nil {
		return objects.Of(s.CommandInfoOf(a)), true
	}
	return objects.Null, false
}

func (i aliasItems) value(s *Session, name string) (objects.Value, bool) {
	if a, _ := i.find(s, name); a != nil {
		return objects.String(a.Definition), true
	}
	return objects.Null, false
}

func (i aliasItems) set(s *Session, name string, v objects.Value, force bool) error {
	if v.IsNull() {
		return i.remove(s, name, force)
	}
	text, err := s.Types.Text(v, " ")
	if err != nil {
		return err
	}
	scope, rest, _ := scoped(s, name)
	if old := scope.Alias(rest); old != nil && old.Options&(ReadOnlyOption|ConstantOption) != 0 && (!force || old.Options&ConstantOption != 0) {
		return newError(objects.SessionStateUnauthorized, "AliasNotWritable", WriteError, objects.String(rest),
			"Alias is not writeable because alias "+rest+" is read-only or constant and cannot be written to.")
	}
	scope.SetAlias(NewAlias(rest, text))
	return nil
}

func (i aliasItems) remove(s *Session, name string, force bool) error {
	a, owner := i.find(s, name)
	if a == nil {
		return PathNotFound(name)
	}
	if a.Options&ConstantOption != 0 || a.Options&ReadOnlyOption != 0 && !force {
		return newError(objects.SessionStateUnauthorized, "AliasNotRemovable", WriteError, objects.String(a.Name()),
			"Alias was not removed because alias "+a.Name()+" is constant or read-only.")
	}
	owner.RemoveAlias(a.Name())
	return nil
}

func (i aliasItems) setOptions(s *Session, name string, o VariableOptions) {
	if a, _ := i.find(s, name); a != nil {
		a.Options = o
	}
}

// functionItems are the functions in sight ("about_Function_Provider").
type functionItems struct{}

func (functionItems) describe() ProviderDescription {
	return flatDrive("Function", "Function", "functions stored in a session state", "FunctionProvider")
}

func (functionItems) names(s *Session) []string {
	return inSight(s, func(c *Scope, yield func(string)) {
		for fn := range c.Functions() {
			yield(fn.Name())
		}
	})
}

// find is the nearest function of a name, with its scope.
func (functionItems) find(s *Session, name string) (Command, *Scope) {
	scope, name, named := scoped(s, name)
	for c := scope; c != nil; c = c.parent {
		if fn := c.Function(name); fn != nil {
			return fn, c
		}
		if named {
			break
		}
	}
	return nil, nil
}

func (i functionItems) item(s *Session, name string) (objects.Value, bool) {
	fn, _ := i.find(s, name)
	if fn == nil {
		return objects.Null, false
	}
	if l, ok := fn.(*lazyFunction); ok {
		if made, err := l.function(s); err == nil {
			fn = made
		}
	}
	return objects.Of(s.CommandInfoOf(fn)), true
}

func (i functionItems) value(s *Session, name string) (objects.Value, bool) {
	fn, _ := i.find(s, name)
	if fn == nil {
		return objects.Null, false
	}
	v, err := s.functionValue(fn)
	return v, err == nil
}

// set defines a function; $null removes it.
func (i functionItems) set(s *Session, name string, v objects.Value, force bool) error {
	scope, rest, _ := scoped(s, name)
	if old, ok := scope.Function(rest).(*Function); ok && old.Options&(ReadOnlyOption|ConstantOption) != 0 && (!force || old.Options&ConstantOption != 0) {
		return newError(objects.SessionStateUnauthorized, "FunctionNotWritable", WriteError, objects.String(rest),
			"Cannot write to function "+rest+" because it is read-only or constant.")
	}
	return s.setFunctionValue(scope, rest, v)
}

func (i functionItems) remove(s *Session, name string, force bool) error {
	fn, owner := i.find(s, name)
	if fn == nil {
		return PathNotFound(name)
	}
	if f, ok := fn.(*Function); ok && (f.Options&ConstantOption != 0 || f.Options&ReadOnlyOption != 0 && !force) {
		return newError(objects.SessionStateUnauthorized, "FunctionNotRemovable", WriteError, objects.String(fn.Name()),
			"Cannot remove function "+fn.Name()+" because it is constant.")
	}
	return s.setFunctionValue(owner, fn.Name(), objects.Null)
}

func (i functionItems) setOptions(s *Session, name string, o VariableOptions) {
	found, _ := i.find(s, name)
	if fn, ok := found.(*Function); ok {
		fn.Options = o
	}
}

// driveValue is $function:name, $alias:name, ${work:f.txt}: what an item of a
// drive holds, $null where there is none ("about_Providers").
func (s *Session) driveValue(drive, name string) (objects.Value, error) {
	d, err := s.Drive(drive)
	if err != nil {
		return objects.Null, nil // "$x:1" in a text names no drive, and is no error
	}
	source, ok := d.Provider.Provider.(ContentSource)
	if !ok {
		return objects.Null, nil
	}
	v, err := source.ReadContent(s, s.itemOn(d, name))
	if record, is := err.(*ErrorRecord); is && record.ID == "PathNotFound" {
		return objects.Null, nil
	}
	return v, err
}

// setDriveValue assigns an item of a drive.
func (s *Session) setDriveValue(drive, name string, v objects.Value) error {
	d, err := s.Drive(drive)
	if err != nil {
		return err
	}
	path := s.itemOn(d, name)
	if p, ok := d.Provider.Provider.(flatProvider); ok {
		return p.items.set(s, path, v, false)
	}
	if p, ok := d.Provider.Provider.(ContentSource); ok {
		return p.WriteContent(s, path, []objects.Value{v}, false)
	}
	return NotSupported()
}

// itemOn is the provider's path of a name on a drive.
func (s *Session) itemOn(d *DriveInfo, name string) string {
	return s.onDrive(d, Slashed(name), func(text string) string { return text }).Path
}
