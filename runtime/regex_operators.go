package runtime

import (
	"errors"

	"github.com/csshell/csshell/objects"
)

var errNoRegex = errors.New("regular expressions are not here yet")

func matchOperator(ignoreCase, wanted bool) operator {
	return func(*frame, objects.Value, objects.Value) (objects.Value, error) { return objects.Null, errNoRegex }
}

func replaceOperator(ignoreCase bool) operator { return matchOperator(ignoreCase, true) }

func splitOperator(ignoreCase bool) operator { return matchOperator(ignoreCase, true) }

func splitOnBlanks(f *frame, v objects.Value) (objects.Value, error) { return objects.Null, errNoRegex }

func (f *frame) matchText(v, p objects.Value, ignoreCase bool) (bool, error) {
	return false, errNoRegex
}
