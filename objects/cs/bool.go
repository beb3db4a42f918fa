package cs

import (
	"fmt"
	"strings"
)

// Bool is a Boolean that may be missing. Enabled has all three values: True,
// False (temporarily disabled) and null (never enabled for the server).
type Bool uint8

// The values of a [Bool].
const (
	NullBool Bool = iota
	False
	True
)

// BoolOf returns v as a [Bool].
func BoolOf(v bool) Bool {
	if v {
		return True
	}
	return False
}

// ParseBool reads True or False in any case, as .NET's Boolean.Parse does,
// blanks around it included, and takes the empty text for null.
func ParseBool(text string) (Bool, error) {
	switch word := strings.TrimSpace(text); {
	case strings.EqualFold(word, "True"):
		return True, nil
	case strings.EqualFold(word, "False"):
		return False, nil
	case text == "":
		return NullBool, nil
	}
	return NullBool, fmt.Errorf("%q is neither True nor False", text)
}

// String returns True, False or the empty text.
func (b Bool) String() string {
	switch b {
	case True:
		return "True"
	case False:
		return "False"
	default:
		return ""
	}
}
