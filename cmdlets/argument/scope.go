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
	if err != nil || n < 0 {
		e := objects.NewException(objects.PSArgumentException, "Cannot process argument because the value of argument \"scopeID\" is not valid. Change the value of the \"scopeID\" argument and run the operation again.")
		return nil, runtime.NewErrorRecord(e, "Argument", runtime.InvalidArgument, objects.String(name))
	}
	for ; n > 0; n-- {
		if s = s.Parent(); s == nil {
			e := objects.NewException(objects.PSArgumentOutOfRange, "The scope number '"+name+"' exceeds the number of active scopes. (Parameter 'scopeID')")
			return nil, runtime.NewErrorRecord(e, "ScopeIDExceedsAvailableScopes", runtime.InvalidArgument, objects.String(name))
		}
	}
	return s, nil
}
