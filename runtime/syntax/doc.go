// Package syntax shows the tree of the parser to scripts, with the names that .NET
// gives its nodes and their properties (System.Management.Automation.Language). One
// table maps the one to the other.
package syntax

import (
	"context"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

const namespace = "System.Management.Automation.Language."

// Host is what a session does for the tree.
type Host struct {
	// Number is the value of a number in a script.
	Number func(parser.Number) objects.Value
	// Extent is a place in a script as an object.
	Extent func(*parser.Source, parser.Extent) objects.Value
	// Errors are the mistakes of a script as an array of ParseError.
	Errors func(*parser.Source, []parser.ParseError) objects.Value
	// Parse reads a script with the types of the session that asks.
	Parse func(ctx context.Context, source *parser.Source) (*parser.ScriptBlock, []parser.ParseError)
	// Block makes a script block of text.
	Block func(ctx context.Context, text string) (objects.Value, error)
}

// Types are the types of nodes, tokens and of the parser for a TypeTable.
func Types(host Host) []objects.TypeEntry {
	entries := []objects.TypeEntry{
		{Type: parserType, Declare: host.declareParser},
		{Type: variablePathType, Declare: declareVariablePath},
		{Type: tokenType, Declare: declareToken}, {Type: stringTokenType, Declare: declareStringToken},
		{Type: literalTokenType}, {Type: expandableTokenType, Declare: declareExpandableToken},
		{Type: numberTokenType, Declare: declareNumberToken}, {Type: variableTokenType, Declare: declareVariableToken},
		{Type: parameterTokenType, Declare: declareParameterToken}, {Type: labelTokenType, Declare: declareLabelToken},
		{Type: oldParserType, Declare: host.declareOldParser}, {Type: oldTokenType, Declare: declareOldToken}, {Type: oldErrorType, Declare: declareOldError},
		{Type: oldKindType}, {Type: tokenKindType()}, {Type: tokenFlagsType},
		{Type: stringKindType}, {Type: usingKindType}, {Type: streamType}, {Type: switchFlagsType},
	}
	entries = append(entries, typeNameEntries()...)
	for _, c := range classes().list {
		entries = append(entries, objects.TypeEntry{Type: c.typ, Declare: c.declare})
	}
	return entries
}
