package check

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/csshell/csshell/parser"
	"github.com/csshell/csshell/runtime"
)

// command examines the name and the parameters of a call.
func (s *script) command(c *parser.Command) {
	name, ok := constant(c.Elements[0])
	if !ok || name == "" || isWindowsPath(name) {
		return
	}
	name = s.meant(name)
	if s.own.made[plainName(name)] {
		return
	}
	if own := s.own.functions[plainName(unqualified(name))]; len(own) > 0 {
		s.ownParameters(c, name, own)
		return
	}
	found, err := s.session.Resolve(s.session.Global(), name)
	if err != nil {
		s.unknown(c, name, err)
		return
	}
	table := s.table(found)
	if table == nil {
		return
	}
	s.filter(c, table)
	if found.Name() == "New-Object" && s.newObject(c, table) {
		return
	}
	s.parameters(c, found.Name(), []*runtime.ParameterTable{table})
}

// meant follows the aliases that the script makes; they may go in circles.
func (s *script) meant(name string) string {
	for range len(s.own.aliases) {
		target, ok := s.own.aliases[strings.ToLower(name)]
		if !ok {
			break
		}
		name = target
	}
	return name
}

// unknown tells of a name that no command has. Where the script loads what cannot
// be followed, or asks for the command itself, that need not be wrong.
func (s *script) unknown(c *parser.Command, name string, err error) {
	at := c.Elements[0]
	if s.misread[at.Span().Start] {
		return
	}
	if isPath(unqualified(name)) {
		if c.Invocation == parser.TokenDot {
			return // told where it is loaded
		}
		beside := filepath.Join(s.folder(s.source), strings.ReplaceAll(name, `\`, "/"))
		if _, err := os.Stat(beside); err != nil {
			s.add(at.Span(), Warning, missingFile, "The file '"+name+"' is not there.", "Put it there, or correct the path.")
		}
		return
	}
	reason, remedy := err.Error(), "Define it, import its module, or take the call out."
	if r, ok := errors.AsType[*runtime.ErrorRecord](err); ok && r.Details != nil && r.Details.RecommendedAction != "" {
		remedy = r.Details.RecommendedAction
	}
	reason, _, _ = strings.Cut(reason, "\n")
	rule, severity := unknownCommand, Error
	if instead, ok := windowsCommand(name); ok {
		rule, remedy = windowsOnly, instead
	}
	switch {
	case s.own.asked[strings.ToLower(name)]:
		severity = Note
		remedy = "The script asks Get-Command for it; see that it goes on without."
	case s.own.open:
		severity = Warning
	}
	s.add(at.Span(), severity, rule, reason, remedy)
}

// table is the parameters of a command; nil for programs, and for functions whose
// dynamicparam block would have to run.
func (s *script) table(c runtime.Command) *runtime.ParameterTable {
	if cmdlet, ok := c.(*runtime.CmdletCommand); ok {
		return s.session.CommandInfoOf(cmdlet).Table()
	}
	if code, ok := s.session.CodeOf(c); ok && code.Body.DynamicParam != nil {
		return nil
	}
	p, ok := c.(runtime.Parameterized)
	if !ok {
		return nil
	}
	table, err := p.Parameters(s.session)
	if err != nil {
		return nil
	}
	return table
}

// ownTable is the parameters of a function of the script; nil where they are not
// known before it runs.
func (s *script) ownTable(d definition) *runtime.ParameterTable {
	if !d.sound {
		return nil
	}
	return s.table(s.session.DefineFunction(d.node, d.source))
}

// maxDefinitions is how often a script may define a function for its calls to be
// examined.
const maxDefinitions = 16

// ownParameters examines a call of a function of the script, which may define it
// more than once. The tables are made once for all calls.
func (s *script) ownParameters(c *parser.Command, name string, own []definition) {
	key := plainName(unqualified(name))
	tables, made := s.tables[key]
	if !made {
		tables = s.ownTables(own)
		s.tables[key] = tables
	}
	if tables != nil {
		s.parameters(c, name, tables)
	}
}

// ownTables are the parameters of all definitions of a function; nil where one of
// them takes any name, or is not known.
func (s *script) ownTables(own []definition) []*runtime.ParameterTable {
	if len(own) > maxDefinitions {
		return nil
	}
	var tables []*runtime.ParameterTable
	for _, d := range own {
		table := s.ownTable(d)
		if table == nil || !table.Advanced && usesArgs(d.node.Body) {
			return nil
		}
		tables = append(tables, table)
	}
	return tables
}

// usesArgs reports whether code reads $args, which takes what no parameter does.
func usesArgs(body *parser.ScriptBlock) (yes bool) {
	parser.Walk(body, func(n parser.Node) bool {
		v, ok := n.(*parser.VariableExpression)
		yes = yes || ok && strings.EqualFold(v.Name, "args")
		return !yes
	})
	return yes
}

// parameters examines the names of a call's parameters; one of the tables must
// have each ("about_Parameters").
func (s *script) parameters(c *parser.Command, name string, tables []*runtime.ParameterTable) {
	for _, e := range c.Elements[1:] {
		p, ok := e.(*parser.CommandParameter)
		if !ok {
			continue
		}
		if p.Name == "-" {
			return // what follows are arguments
		}
		s.parameter(p, name, tables)
	}
}

// filter is the block after -Filter: text in the language of filters, whose words
// are no commands.
func (s *script) filter(c *parser.Command, table *runtime.ParameterTable) {
	if block, ok := argument(c, table, "Filter").(*parser.ScriptBlockExpression); ok {
		s.filters[block] = true
	}
}

func (s *script) parameter(p *parser.CommandParameter, command string, tables []*runtime.ParameterTable) {
	var several []*runtime.Parameter
	for _, table := range tables {
		found := table.Matches(p.Name)
		if len(found) == 1 || len(found) == 0 && takesTheRest(table) {
			return
		}
		if len(found) > 1 {
			several = found
		}
	}
	if several != nil {
		var names []string
		for _, candidate := range several {
			names = append(names, "-"+candidate.Name)
		}
		s.add(p.ErrorExtent, Error, ambiguousParameter, "Parameter cannot be processed because the parameter name '"+p.Name+"' is ambiguous. Possible matches include: "+strings.Join(names, " ")+".", "Write the name in full.")
		return
	}
	if !tables[0].Advanced {
		s.add(p.ErrorExtent, Warning, unknownParameter, "The function '"+command+"' has no parameter '"+p.Name+"' and does not read $args, where it lands.", "Correct the name, or declare the parameter.")
		return
	}
	s.add(p.ErrorExtent, Error, unknownParameter, "A parameter cannot be found that matches parameter name '"+p.Name+"'.", "See Get-Command "+command+" -Syntax.")
}

// takesTheRest reports whether a parameter takes what no other does, names too.
func takesTheRest(table *runtime.ParameterTable) bool {
	return slices.ContainsFunc(table.Parameters, func(p *runtime.Parameter) bool {
		return slices.ContainsFunc(p.Sets, func(in runtime.ParameterInSet) bool { return in.ValueFromRemainingArguments })
	})
}

// newObject examines what New-Object makes; true says that it is told already that
// the call is one of Windows, where there is a parameter ComObject.
func (s *script) newObject(c *parser.Command, table *runtime.ParameterTable) bool {
	for _, e := range c.Elements[1:] {
		p, ok := e.(*parser.CommandParameter)
		if ok && len(p.Name) >= len("com") && strings.HasPrefix("comobject", strings.ToLower(p.Name)) {
			s.add(p.ErrorExtent, Error, windowsOnly, "COM objects are part of Windows.", "Use a cmdlet or a .NET type instead.")
			return true
		}
	}
	e := argument(c, table, "TypeName")
	if name, ok := constant(e); ok && !s.hasType(name, false, 0) {
		s.noType(e.Span(), name)
	}
	return false
}
