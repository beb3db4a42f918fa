package runtime

import (
	"github.com/csshell/csshell/objects"
)

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
