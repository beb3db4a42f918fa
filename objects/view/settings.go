package view

import (
	"github.com/csshell/csshell/objects"
)

// Settings are what showing objects asks of its session.
type Settings struct {
	Context
	Views *Set
	// SplitWords says that lines are broken between words, as PowerShell does
	// in the cultures of English, French, German, Italian, Portuguese and Spanish.
	SplitWords bool
	// Failed is told the error of an expression or a property, with the
	// expression's text. What it returns ends the output; nil goes on, with an
	// empty text. It may be nil.
	Failed func(err error, expression string, v objects.Value) error
	// ErrorRecord makes the record that -ShowError writes after the object.
	ErrorRecord func(err error, expression string, v objects.Value) objects.Value
}

// Property is an element of -Property and -GroupBy: a name, which may have
// wildcards, or an expression; the rest as a calculated property gives it.
type Property struct {
	Name   string     // "" for an expression
	Value  Expression // what a script block computes
	Source string     // the script block's text, which is the label of one without
	Label  string
	Format string
	Width  int
	Align  Align
	Depth  int // of Format-Custom; 0 for its own
}

// Request is what the parameters of a Format- cmdlet ask for. The zero value
// is what default output asks.
type Request struct {
	Shape        Shape
	Properties   []Property
	View         string    // -View
	GroupBy      *Property // -GroupBy
	AutoSize     Switch
	Wrap         Switch
	HideHeaders  bool
	RepeatHeader bool
	Columns      int // of Format-Wide; 0 for its own
	Depth        int // of Format-Custom
	Expand       Expansion
	Force        bool // objects that are their own text are taken apart, too
	ShowError    bool // errors of expressions are written after the object
	DisplayError bool // errors of expressions show as #ERR
}

// Switch is a switch parameter that may be left out: a view then decides.
type Switch uint8

// The states of a Switch.
const (
	NotGiven Switch = iota
	On
	Off
)

func (s Switch) or(otherwise bool) bool {
	if s == NotGiven {
		return otherwise
	}
	return s == On
}

// Expansion says what to show of a collection (-Expand).
type Expansion uint8

// The expansions: the elements, the collection itself, or both.
const (
	EnumOnly Expansion = iota
	CoreOnly
	Both
)
