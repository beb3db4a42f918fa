package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// argument is one element of a command line after evaluation.
type argument struct {
	// name is the parameter's name as written, without dash and colon, for
	// -Name and -Name:value; "" for a value.
	name string
	// value is the argument, or the value after a colon.
	value objects.Value
	// hasValue reports whether value is there: always for a value, with -Name: for a name.
	hasValue bool
	// splat marks arguments that came from @variable: their names bind exactly
	// as from a hashtable, and a null may be passed over.
	splat bool
	// text is the source text of a number or bareword ("1kb", "007"), which a [string] parameter gets.
	text string
	// bare reports a bareword, whose wildcards a native command gets expanded.
	bare bool
	// spaced reports whether a value was separated from the colon by a blank, kept for native commands.
	spaced bool
	at     parser.Extent
}
