package runtime

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// ValidateNotNullAttribute is [ValidateNotNull()] and its stricter kin
// [ValidateNotNullOrEmpty()] and [ValidateNotNullOrWhiteSpace()].
type ValidateNotNullAttribute struct{ Also emptiness }

// emptiness is what a ValidateNotNullAttribute refuses besides null.
type emptiness uint8

const (
	nothingElse emptiness = iota
	emptyToo
	whiteSpaceToo
)

// Type is the type of the attribute that was written.
func (a *ValidateNotNullAttribute) Type() *objects.Type {
	return [...]*objects.Type{validateNotNullType, validateNotNullOrEmptyType, validateNotNullOrWhiteType}[a.Also]
}

// Validate checks the value and, of a list, its elements.
func (a *ValidateNotNullAttribute) Validate(s *Session, v objects.Value) error {
	if v.IsNull() {
		return a.refused()
	}
	if text, ok := v.Str(); ok {
		if a.empty(text) {
			return a.refused()
		}
		return nil
	}
	if h, ok := objects.As[*objects.Hashtable](v); ok {
		if a.Also != nothingElse && h.Len() == 0 {
			return a.refusedElement()
		}
		return nil
	}
	list, ok := objects.Enumeration(v)
	if !ok {
		return nil
	}
	return a.validateList(list)
}

func (a *ValidateNotNullAttribute) validateList(list objects.Enumerable) error {
	any := false
	wrapped := isWrapped(list)
	err := list.Enumerate(func(v objects.Value) error {
		any = true
		text, isText := v.Str()
		isText = isText && !wrapped
		if v.IsNull() || isText && a.empty(text) {
			return a.refusedElement()
		}
		return nil
	})
	if err == nil && !any && a.Also != nothingElse {
		return a.refusedElement()
	}
	return err
}

// isWrapped reports whether the list is a PSObject[], in which the attribute sees no
// text: "" | ConvertFrom-Csv is no error.
func isWrapped(list objects.Enumerable) bool {
	a, ok := list.(*objects.Array)
	return ok && a.Type().Elem == objects.PSObjectType
}

func (a *ValidateNotNullAttribute) empty(text string) bool {
	return a.Also == emptyToo && text == "" || a.Also == whiteSpaceToo && strings.TrimSpace(text) == ""
}

// refused is the error for the argument itself.
func (a *ValidateNotNullAttribute) refused() error {
	return invalid("ArgumentIsNull", [...]string{
		"The argument is null. Provide a valid value for the argument, and then try running the command again.",
		"The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.",
		"The argument is null, empty, or consists of only white-space characters. Provide an argument that contains non white-space characters, and then try the command again.",
	}[a.Also])
}

// refusedElement is the error for an element of a list, or an empty list.
func (a *ValidateNotNullAttribute) refusedElement() error {
	return invalid("ArgumentIsEmpty", [...]string{
		"The argument has a null value, or an element of the argument collection contains a null value. Provide a collection that does not contain any null values, and then try the command again.",
		emptyElement,
		"An element of the argument collection is null, empty, or consists of only white-space characters. Supply a collection that does not contain any those values and then try the command again.",
	}[a.Also])
}

func declareNotNull(also emptiness) func() *objects.Declaration {
	return func() *objects.Declaration {
		return &objects.Declaration{
			Type: (&ValidateNotNullAttribute{also}).Type(),
			Constructors: []objects.Method{made("new()", func(*objects.Call) objects.Object {
				return &ValidateNotNullAttribute{also}
			})},
		}
	}
}
