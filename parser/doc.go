// Package parser turns PowerShell source text into a syntax tree.
//
// The tree has one Go type for each class of PowerShell's syntax tree, with
// PowerShell's names without the suffix Ast: [IfStatement], [Command],
// [BinaryExpression]. A parse always gives a whole tree; what could not be
// understood stands in it as [ErrorStatement] or [ErrorExpression], and each
// mistake is a [ParseError] with PowerShell's error id, text and position.
//
// The package knows nothing of objects or of execution: constants are kept as
// typed numbers ([Number]) and type names as they were written.
package parser
