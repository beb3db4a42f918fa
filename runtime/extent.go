package runtime

import "github.com/csshell/csshell/parser"

// ScriptExtent is a piece of a script: what an error points at
// (System.Management.Automation.Language.IScriptExtent).
type ScriptExtent struct {
	Source *parser.Source
	parser.Extent
}

// Text is the text of the extent.
func (e *ScriptExtent) Text() (string, error) { return e.Slice(), nil }

// Slice is the text of the extent.
func (e *ScriptExtent) Slice() string { return e.Source.Slice(e.Extent) }
