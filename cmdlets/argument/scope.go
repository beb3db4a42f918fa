package argument

import (
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// ScopeOf is the scope that -Scope names: a word, or a number of callers
// upwards; "" is the caller's own.
func ScopeOf(rt *runtime.CommandRuntime, name string) (*runtime.Scope, error) {
	s := rt.Scope()
	switch strings.ToLower(name) {
	case "", "local", "private":
		return s, nil
	case "global":
		return rt.Session().Global(), nil
	case "script":
		return s.Script(), nil
	}
	n, err := strconv.Atoi(name)
	if err != nil {
		e := objects.NewException(objects.PSArgumentException, "Cannot process argument because the value of parameter \"Scope\" is not valid. "+
			"Valid values are \"Global\", \"Local\", or \"Script\", or a number relative to the current scope (0 through the number of scopes where 0 is the current scope and 1 is its parent). "+
			"Change the value of the \"Scope\" parameter and run the operation again.")
		return nil, runtime.NewErrorRecord(e, "Argument", runtime.InvalidArgument, objects.String(name))
	}
	if n < 0 {
		return nil, outOfRange("Cannot process argument because the value of argument \"Scope\" is out of range. Change argument \"Scope\" to a value that is within range.", name)
	}
	for ; n > 0; n-- {
		if s = s.Parent(); s == nil {
			return nil, outOfRange("The scope number '"+name+"' exceeds the number of active scopes.", name)
		}
	}
	return s, nil
}

func outOfRange(message, name string) error {
	e := objects.NewException(objects.PSArgumentOutOfRange, message+" (Parameter 'Scope')\nActual value was "+name+".")
	return runtime.NewErrorRecord(e, "ArgumentOutOfRange", runtime.InvalidArgument, objects.String(name))
}
