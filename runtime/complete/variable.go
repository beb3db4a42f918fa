package complete

import (
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// variables completes a variable; sigil is $ or @.
func (c *completer) variables(typed, sigil string) []Match {
	name := strings.TrimPrefix(typed, sigil)
	braced := strings.HasPrefix(name, "{")
	name = strings.TrimSuffix(strings.TrimPrefix(name, "{"), "}")
	v := variableWriter{sigil: sigil, braced: braced}
	if braced && name == "" {
		return nil
	}
	if scope, rest, ok := strings.Cut(name, ":"); ok {
		return c.scopedVariables(v, scope, rest)
	}
	for _, own := range c.assigned() {
		v.add(own, name)
	}
	for _, known := range append([]string{"$", "?", "args"}, c.variableNames()...) {
		v.add(known, name)
	}
	for _, special := range specialVariables() {
		v.add(special, name)
	}
	if sigil == "$" && strings.EqualFold(name, "env") {
		for _, e := range c.environment() {
			v.addScoped("env", e)
		}
	}
	for _, drive := range [...]string{"Alias:", "Env:", "Function:", "Temp:", "Variable:"} {
		v.addPrefix(drive, name)
	}
	for _, scope := range [...]string{"Global:", "Local:", "Script:", "Private:", "Using:"} {
		v.addPrefix(scope, name)
	}
	return v.found
}

// specialVariables are variables that are there only at certain places
// ("about_Automatic_Variables").
func specialVariables() []string {
	return []string{
		"$", "^", "?", "_", "args", "ConsoleFileName", "ConfirmPreference", "DebugPreference", "Error", "ErrorActionPreference",
		"ErrorView", "ExecutionContext", "false", "foreach", "HOME", "Host", "input", "InformationPreference", "LASTEXITCODE",
		"LogCommandHealthEvent", "LogCommandLifecycleEvent", "LogEngineHealthEvent", "LogEngineLifecycleEvent", "LogProviderHealthEvent",
		"LogProviderLifecycleEvent", "Matches", "MyInvocation", "null", "OFS", "OutputEncoding", "PID", "PROFILE", "ProgressPreference",
		"PSBoundParameters", "PSCmdlet", "PSCommandPath", "PSCulture", "PSDebugContext", "PSDefaultParameterValues", "PSEmailServer",
		"PSItem", "PSModuleAutoLoadingPreference", "PSNativeCommandArgumentPassing", "PSNativeCommandUseErrorActionPreference", "PSScriptRoot",
		"PSSenderInfo", "PSSessionApplicationName", "PSSessionConfigurationName", "PSStyle", "PSUICulture", "PSVersionTable", "PWD", "ReportErrorShowExceptionClass",
		"ReportErrorShowInnerException", "ReportErrorShowSource", "ReportErrorShowStackTrace", "ShellId", "StackTrace", "switch", "this",
		"true", "VerboseHelpErrors", "VerbosePreference", "WarningPreference", "WhatIfPreference",
	}
}

// scopedVariables completes what follows a scope or a drive.
func (c *completer) scopedVariables(v variableWriter, scope, name string) []Match {
	var names []string
	switch strings.ToLower(scope) {
	case "env":
		names = c.environment()
	case "alias":
		for s := c.scope; s != nil; s = s.Parent() {
			for a := range s.Aliases() {
				names = append(names, a.Name())
			}
		}
		slices.SortFunc(names, func(a, b string) int { return objects.CompareCulture(a, b, true) })
	case "function":
		for s := c.scope; s != nil; s = s.Parent() {
			for f := range s.Functions() {
				names = append(names, f.Name())
			}
		}
		slices.SortFunc(names, func(a, b string) int { return objects.CompareCulture(a, b, true) })
	case "global", "script", "local", "private", "variable", "using":
		names = append([]string{"_", "?", "^", "$", "args"}, c.variableNames()...)
	default:
		return nil
	}
	for _, n := range names {
		if hasPrefixFold(n, name) {
			v.addScoped(scope, n)
		}
	}
	return v.found
}

// environment are the names of $env:, by name.
func (c *completer) environment() []string {
	names := slices.Clone(c.session.Environment.Names())
	slices.SortFunc(names, func(a, b string) int { return objects.CompareCulture(a, b, true) })
	return names
}

// variableNames are the variables that the scope sees, by name.
func (c *completer) variableNames() []string {
	seen := map[string]bool{}
	var names []string
	add := func(name string) {
		if !seen[strings.ToLower(name)] {
			seen[strings.ToLower(name)] = true
			names = append(names, name)
		}
	}
	for s := c.scope; s != nil; s = s.Parent() {
		for v := range s.Variables() {
			add(v.Name)
		}
	}
	for _, name := range [...]string{"false", "MyInvocation", "null", "PSBoundParameters", "PSCommandPath", "PSScriptRoot", "true"} {
		add(name)
	}
	slices.SortFunc(names, func(a, b string) int { return objects.CompareCulture(a, b, true) })
	return names
}

// assigned are the variables that the text before the cursor makes: by
// assignments, loops and parameters, in its order.
func (c *completer) assigned() []string {
	var names []string
	add := func(e parser.Expression) {
		v, ok := target(e).(*parser.VariableExpression)
		if ok && v.Scope == parser.ScopeNone && v.End < c.at && !slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, v.Name) }) {
			names = append(names, v.Name)
		}
	}
	parser.Walk(c.tree, func(n parser.Node) bool {
		switch n := n.(type) {
		case *parser.AssignmentStatement:
			add(n.Left)
		case *parser.ForEachStatement:
			if n.Variable != nil {
				add(n.Variable)
			}
		case *parser.Parameter:
			add(n.Name)
		case *parser.ScriptBlock:
			return n.Span() == (parser.Extent{}) || n == c.tree || covers(n.Span(), c.here())
		}
		return true
	})
	return names
}

// target is the variable that an assignment goes to, without its types.
func target(e parser.Expression) parser.Expression {
	for {
		switch n := e.(type) {
		case *parser.ConvertExpression:
			e = n.Child
		case *parser.AttributedExpression:
			e = n.Child
		default:
			return e
		}
	}
}

// variableWriter gathers variables in the form that is typed.
type variableWriter struct {
	sigil  string
	braced bool
	found  []Match
}

func (v *variableWriter) add(name, prefix string) {
	if hasPrefixFold(name, prefix) {
		v.addText(name, name)
	}
}

func (v *variableWriter) addScoped(scope, name string) { v.addText(scope+":"+name, name) }

func (v *variableWriter) addText(path, name string) {
	text := v.sigil + path
	if v.sigil == "$" && (v.braced || needsBraces(name)) {
		text = "${" + path + "}"
	}
	if !slices.ContainsFunc(v.found, func(m Match) bool { return strings.EqualFold(m.Text, text) }) {
		v.found = append(v.found, Match{Text: text, ListItem: name, ToolTip: text, Kind: VariableKind})
	}
}

// addPrefix adds a scope or a drive.
func (v *variableWriter) addPrefix(name, prefix string) {
	if hasPrefixFold(name, prefix) {
		v.found = append(v.found, Match{Text: v.sigil + name, ListItem: name, ToolTip: v.sigil + name, Kind: VariableKind})
	}
}

// needsBraces reports whether a name is no plain word.
func needsBraces(name string) bool {
	if name == "?" || name == "_" {
		return false
	}
	for _, r := range name {
		if r != '_' && !('0' <= r && r <= '9') && !('a' <= r|0x20 && r|0x20 <= 'z') && r < 0x80 {
			return true
		}
	}
	return name == ""
}
