package regex

import (
	"strconv"

	"github.com/csshell/csshell/objects/utf16"
)

// ParseError tells what is wrong with a pattern (RegexParseException).
type ParseError struct {
	Pattern string
	Offset  int    // in UTF-16 units
	Code    string // the member of RegexParseError
	Detail  string // a sentence
}

// Error returns .NET's message.
func (e *ParseError) Error() string {
	return "Invalid pattern '" + e.Pattern + "' at offset " + strconv.Itoa(e.Offset) + ". " + e.Detail
}

func unitLen(s string) int { return utf16.Len(s) }

// problem is a kind of error: its code and sentence, % standing for a detail.
type problem struct{ code, sentence string }

func problemGroupName() problem {
	return problem{"CaptureGroupNameInvalid", "Invalid group name: Group names must begin with a word character."}
}

func problemGrouping() problem {
	return problem{"InvalidGroupingConstruct", "Unrecognized grouping construct."}
}

func problemReference(what, name string) problem {
	code := "UndefinedNumberedReference"
	if what == "name" {
		code, name = "UndefinedNamedReference", "'"+name+"'"
	}
	return problem{code, "Reference to undefined group " + what + " " + name + "."}
}

func problemProperty() problem {
	return problem{"InvalidUnicodePropertyEscape", "Incomplete \\p{X} character escape."}
}

func problemRange() problem {
	return problem{"ReversedCharacterRange", "[x-y] range in reverse order."}
}

func problemSubtraction() problem {
	return problem{"ExclusionGroupNotLast", "A subtraction must be the last element in a character class."}
}
