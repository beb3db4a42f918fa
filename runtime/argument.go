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
	// splat marks arguments that came from a hashtable in @variable: what is
	// written out wins over them.
	splat bool
	// text is the source text of a number ("1kb", "007"), which a [string] parameter gets.
	text string
	// bare reports a bareword, whose wildcards a native command gets expanded.
	bare bool
	// spaced reports whether a value was separated from the colon by a blank, kept for native commands.
	spaced bool
	// spaces says of each comma between the elements of a written list whether a
	// blank follows it, for native commands.
	spaces []bool
	// parameter is what the name means, once it was looked up.
	parameter *Parameter
	// typed marks an argument of the command line of the shell, whose colon is lost
	// among loose arguments.
	typed bool
	// at is the place of the name, or of a value without one.
	at parser.Extent
	// valueAt is the place of the value after a colon.
	valueAt parser.Extent
}

// named reports whether the argument is -Name or -Name:value.
func (a *argument) named() bool { return a.name != "" }

// written is a named argument as $args and remaining arguments keep it: "-Name",
// or "-Name:" where a value follows the colon.
func (a *argument) written() string {
	if a.hasValue && !a.typed {
		return "-" + a.name + ":"
	}
	return "-" + a.name
}

// place is what an error about the argument points at: its value, or its name.
func (a *argument) place() parser.Extent {
	if a.valueAt.Len() > 0 {
		return a.valueAt
	}
	return a.at
}
