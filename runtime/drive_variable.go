package runtime

import (
	"github.com/csshell/csshell/objects"
)

// driveValue is $function:name, $alias:name, $variable:name or $env:name;
// $null where there is no such item ("about_Providers").
func (s *Session) driveValue(scope *Scope, drive, name string) (objects.Value, error) {
	folded := fold(name)
	switch fold(drive) {
	case "variable":
		v, _ := scope.Get(name)
		return v, nil
	case "function":
		for c := scope; c != nil; c = c.parent {
			if fn, ok := c.function(folded); ok {
				return s.functionValue(fn)
			}
		}
		return objects.Null, nil
	case "alias":
		for c := scope; c != nil; c = c.parent {
			if a, ok := c.alias(folded); ok {
				return objects.String(a.Definition), nil
			}
		}
		return objects.Null, nil
	}
	return objects.Null, nil // "$x:1" in a text names no drive, and is no error
}

// functionValue is the script block of a function.
func (s *Session) functionValue(c Command) (objects.Value, error) {
	if l, ok := c.(*lazyFunction); ok {
		fn, err := l.function(s)
		if err != nil {
			return objects.Null, err
		}
		c = fn
	}
	if fn, ok := c.(*Function); ok {
		return objects.Of(fn.Block(s)), nil
	}
	return objects.Null, nil
}

// setDriveValue assigns an item of a drive; $null removes it.
func (s *Session) setDriveValue(scope *Scope, drive, name string, v objects.Value) error {
	switch fold(drive) {
	case "env":
		return s.setEnvironment(name, v)
	case "variable":
		return scope.Set(s, name, v)
	case "function":
		return s.setFunctionValue(scope, name, v)
	case "alias":
		text, err := s.Types.Text(v, " ")
		if err == nil {
			scope.SetAlias(NewAlias(name, text))
		}
		return err
	}
	return s.noDrive(drive)
}

func (s *Session) setEnvironment(name string, v objects.Value) error {
	text, err := s.Types.Text(v, " ")
	if err != nil {
		return err
	}
	if v.IsNull() || text == "" {
		s.Environment.Remove(name)
		return nil
	}
	s.Environment.Set(name, text)
	return nil
}

// setFunctionValue defines a function from a script block, or from its text.
func (s *Session) setFunctionValue(scope *Scope, name string, v objects.Value) error {
	if v.IsNull() {
		if scope.own() != nil {
			delete(scope.items.functions, fold(name))
		}
		return nil
	}
	b, ok := objects.As[*ScriptBlock](v)
	if !ok {
		text, err := s.Types.Text(v, " ")
		if err != nil {
			return err
		}
		if b, err = s.NewScriptBlock(text, ""); err != nil {
			return err
		}
	}
	scope.setFunction(name, &Function{name: name, code: b.code, state: b.state, closure: b.closure})
	return nil
}

// noDrive is the error of a drive that is not there.
func (s *Session) noDrive(drive string) error {
	return newError(objects.DriveNotFoundException, "DriveNotFound", ObjectNotFound, objects.String(drive),
		"Cannot find drive. A drive with the name '"+drive+"' does not exist.")
}
