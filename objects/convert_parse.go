package objects

import "github.com/csshell/csshell/objects/fault"

// parseValue reads a value type that is held in place, or boxed, from a string
// in the invariant culture; ok is false for other types.
func parseValue(s string, to *Type) (v Value, ok bool, err error) {
	switch to {
	case GuidType:
		g, err := ParseGuid(s)
		return GuidOf(g), true, err
	}
	return Null, false, nil
}

var _ = fault.Format
