package check

import (
	"cmp"
	"slices"

	"github.com/csshell/csshell/parser"
)

// Severity says how much a finding weighs.
type Severity uint8

// The severities: a Note is worth knowing, a Warning may go wrong, an Error will.
const (
	Note Severity = iota
	Warning
	Error
)

// String is the severity's name, which SARIF uses too.
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	}
	return "note"
}

// MarshalText is the name.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Finding is one remark on a script. Lines and columns count from 1, columns in
// UTF-16 units as PowerShell counts them; the end is exclusive.
type Finding struct {
	File      string   `json:"file"`
	Line      int      `json:"line"`
	Column    int      `json:"column"`
	EndLine   int      `json:"endLine"`
	EndColumn int      `json:"endColumn"`
	Severity  Severity `json:"severity"`
	Rule      string   `json:"rule"`
	ErrorID   string   `json:"errorId,omitempty"` // of a syntax error, as PowerShell has it
	Reason    string   `json:"reason"`
	Remedy    string   `json:"remedy"`
}

// rule is a kind of finding.
type rule struct{ id, what string }

// rules are all kinds of findings, in the order of their ids.
func rules() []rule {
	return []rule{
		{ambiguousParameter, "A shortened parameter name fits several parameters."},
		{doubtfulNull, "$null on the right of a comparison filters a list instead of comparing."},
		{missingFile, "A file that the script loads is not there."},
		{missingShouldProcess, "An advanced function changes data and has no -WhatIf."},
		{syntaxError, "The script cannot be parsed."},
		{unknownCommand, "No command has the name."},
		{unknownModule, "No module has the name."},
		{unknownParameter, "The command has no parameter of the name."},
		{unknownSource, "What is loaded is known only when the script runs."},
		{unknownType, "No type has the name."},
		{unreadableFile, "The file cannot be read."},
		{windowsOnly, "Only Windows has this."},
		{windowsPath, "The path is one of Windows."},
	}
}

const (
	ambiguousParameter   = "ambiguous-parameter"
	doubtfulNull         = "null-on-the-right"
	missingFile          = "missing-file"
	missingShouldProcess = "missing-should-process"
	syntaxError          = "syntax-error"
	unknownCommand       = "unknown-command"
	unknownModule        = "unknown-module"
	unknownParameter     = "unknown-parameter"
	unknownSource        = "unknown-source"
	unknownType          = "unknown-type"
	unreadableFile       = "unreadable-file"
	windowsOnly          = "windows-only"
	windowsPath          = "windows-path"
)

// maxFindings is how many findings a file may have; what follows adds nothing.
const maxFindings = 5000

// add notes a finding on a piece of the script.
func (s *script) add(at parser.Extent, severity Severity, rule, reason, remedy string) *Finding {
	if len(s.findings) == maxFindings {
		return &Finding{}
	}
	from, to := s.source.Position(at.Start), s.source.Position(at.End)
	s.findings = append(s.findings, Finding{
		File: s.file, Line: from.Line, Column: from.Column, EndLine: to.Line, EndColumn: to.Column,
		Severity: severity, Rule: rule, Reason: reason, Remedy: remedy,
	})
	return &s.findings[len(s.findings)-1]
}

// sorted are the findings in the order of the text.
func (s *script) sorted() []Finding {
	slices.SortStableFunc(s.findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return s.findings
}

// HasErrors reports whether one of the findings is an error.
func HasErrors(findings []Finding) bool {
	return slices.ContainsFunc(findings, func(f Finding) bool { return f.Severity == Error })
}
