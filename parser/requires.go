package parser

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Mistakes in #requires lines (about_Requires).
const (
	requiresFormat           problem = "ScriptRequiresInvalidFormat Cannot process the #requires statement because it is not in the correct format.\nThe #requires statement must be in one of the following formats:\n \"#requires -shellid <shellID>\"\n \"#requires -version <major.minor>\"\n \"#requires -psedition <edition>\"\n \"#requires -pssnapin <psSnapInName> [-version <major.minor>]\"\n \"#requires -modules <ModuleSpecification>\"\n \"#requires -runasadministrator\""
	requiresNoArgument       problem = "ParameterCannotHaveArgument Parameter %s cannot have an argument."
	requiresArgument         problem = "ParameterRequiresArgument Parameter %s requires an argument."
	requiresConstant         problem = "RequiresArgumentMustBeConstant Argument must be constant."
	requiresString           problem = "RequiresInvalidStringArgument The argument for the %s parameter is not valid. Specify a valid string argument."
	requiresVersion          problem = "RequiresVersionInvalid The argument for the Version parameter is not valid. Specify a valid PowerShell version, in the format major.minor version."
	requiresEdition          problem = "RequiresPSEditionInvalid The argument for the psedition parameter is not valid. Specify a valid PowerShell edition."
	requiresEditionTwice     problem = "RequiresPSEditionValueIsAlreadySpecified The argument for the psedition parameter contains duplicate values. Do not specify duplicate PowerShell edition values."
	requiresModule           problem = "RequiresModuleInvalid The argument for the Module parameter is not valid. %s"
	requiresAlreadySpecified problem = "ParameterAlreadyBound Cannot bind parameter because parameter '%s' is specified more than once. To provide multiple values to parameters that can accept multiple values, use the array syntax. For example, \"-parameter value1,value2,value3\"."
)

// requirements reads the #requires lines that the lexer has found, wherever
// they stand; it gives nil when there are none.
func (p *parser) requirements() *ScriptRequirements {
	lines := p.lex.requires
	if len(lines) == 0 || p.stopped {
		return nil
	}
	r := requirementReader{parser: p, found: &ScriptRequirements{}}
	for _, line := range lines {
		r.line(line)
	}
	return r.found
}

// requirementReader reads #requires lines as commands.
type requirementReader struct {
	*parser
	found  *ScriptRequirements
	snapIn bool // the line is about a snap-in, and so is its version
}

func (r *requirementReader) line(comment Extent) {
	outer, record := r.lex, r.lex.record
	r.lex.text = r.source.Slice(Extent{comment.Start + 1, comment.End})
	r.lex.pos, r.lex.start, r.lex.adjust, r.lex.skips = 0, 0, int(comment.Start)+1, nil
	r.lex.record, r.lex.mode = nil, modeCommand
	r.hasUngot = false
	c := r.command()
	r.hasUngot = false
	r.lex.text, r.lex.pos, r.lex.start, r.lex.adjust, r.lex.record = outer.text, outer.pos, outer.start, outer.adjust, record
	if c == nil {
		return
	}
	if name, ok := c.Elements[0].(*StringConstantExpression); !ok || !strings.EqualFold(name.Value, "requires") {
		r.report(c.Extent, requiresFormat)
	}
	r.snapIn = false
	for _, e := range c.Elements[1:] {
		if parameter, ok := e.(*CommandParameter); ok && abbreviates(parameter, "pssnapin") {
			r.snapIn = true
		}
	}
	for rest := c.Elements[1:]; len(rest) > 0; {
		parameter, ok := rest[0].(*CommandParameter)
		if !ok {
			r.report(rest[0].Span(), requiresFormat)
			rest = rest[1:]
			continue
		}
		rest = rest[1:]
		var argument CommandElement
		if parameter.Argument != nil {
			argument = parameter.Argument
		} else if len(rest) > 0 {
			argument, rest = rest[0], rest[1:]
		}
		r.parameter(parameter, argument)
	}
}

// abbreviates reports whether a parameter's name is the beginning of a word.
func abbreviates(parameter *CommandParameter, word string) bool {
	n := len(parameter.Name)
	return n <= len(word) && strings.EqualFold(parameter.Name, word[:n])
}

func (r *requirementReader) parameter(parameter *CommandParameter, argument CommandElement) {
	if abbreviates(parameter, "runasadministrator") {
		r.found.Elevated = true
		if argument != nil {
			r.report(parameter.Extent, requiresNoArgument, parameter.Name)
		}
		return
	}
	if argument == nil {
		r.report(parameter.Extent, requiresArgument, parameter.Name)
		return
	}
	e, ok := argument.(Expression)
	if !ok || !isConstant(e, constantRequired) {
		r.report(argument.Span(), requiresConstant)
		return
	}
	value := r.constantValueOf(e)
	switch {
	case abbreviates(parameter, "shellid"):
		r.shellID(parameter, e, value)
	case abbreviates(parameter, "pssnapin"):
		if !value.plain {
			r.report(e.Span(), requiresString, "pssnapin")
		}
	case abbreviates(parameter, "psedition"):
		r.editions(parameter, e, value)
	case abbreviates(parameter, "version"):
		r.version(parameter, e, value)
	case abbreviates(parameter, "assembly"):
		r.assemblies(e, value)
	case abbreviates(parameter, "modules"):
		r.modules(e, value)
	default:
		r.report(parameter.Extent, requiresFormat)
	}
}

func (r *requirementReader) shellID(parameter *CommandParameter, e Expression, value constantValue) {
	switch {
	case r.found.ShellID != "":
		r.report(parameter.Extent, requiresAlreadySpecified, "shellid")
	case !value.plain:
		r.report(e.Span(), requiresString, "shellid")
	default:
		r.found.ShellID = value.text
	}
}

func (r *requirementReader) editions(parameter *CommandParameter, e Expression, value constantValue) {
	if r.found.PSEditions != nil {
		r.report(parameter.Extent, requiresAlreadySpecified, "psedition")
		return
	}
	r.found.PSEditions = []string{}
	for _, item := range value.items() {
		if !item.plain {
			r.report(e.Span(), requiresString, "psedition")
			continue
		}
		if !strings.EqualFold(item.text, "Core") && !strings.EqualFold(item.text, "Desktop") {
			r.report(e.Span(), requiresEdition)
		}
		if containsFold(r.found.PSEditions, item.text) {
			r.report(e.Span(), requiresEditionTwice)
			continue
		}
		r.found.PSEditions = append(r.found.PSEditions, item.text)
	}
}

func containsFold(list []string, s string) bool {
	for _, item := range list {
		if strings.EqualFold(item, s) {
			return true
		}
	}
	return false
}

func (r *requirementReader) version(parameter *CommandParameter, e Expression, value constantValue) {
	text := value.text
	if value.kind != constantText || !value.plain {
		text = r.source.Slice(e.Span())
	}
	if text != "" && !strings.Contains(text, ".") {
		text += ".0"
	}
	version, err := parseVersion(text)
	switch {
	case err != nil:
		r.report(e.Span(), requiresVersion)
	case r.snapIn:
	case r.found.Version != "" && r.found.Version != version:
		r.report(parameter.Extent, requiresAlreadySpecified, "version")
	default:
		r.found.Version = version
	}
}

// The ways a version can be wrong, in the words of .NET's Version.
var (
	errVersionParts  = errors.New("Version string portion was too short or too long. (Parameter 'input')")
	errVersionFormat = errors.New("The input string '%s' was not in a correct format.")
)

// parseVersion gives a version of two to four numbers as .NET's Version prints
// it.
func parseVersion(text string) (string, error) {
	parts := strings.Split(strings.TrimSpace(text), ".")
	if len(parts) < 2 || len(parts) > 4 {
		return "", errVersionParts
	}
	for i, part := range parts {
		n, err := strconv.ParseInt(strings.TrimSpace(part), 10, 32)
		if err != nil || n < 0 {
			return "", fmt.Errorf(errVersionFormat.Error(), part)
		}
		parts[i] = strconv.FormatInt(n, 10)
	}
	return strings.Join(parts, "."), nil
}

func (r *requirementReader) assemblies(e Expression, value constantValue) {
	for _, item := range value.items() {
		switch {
		case !item.plain:
			r.report(e.Span(), requiresString, "assembly")
		case !contains(r.found.Assemblies, item.text):
			r.found.Assemblies = append(r.found.Assemblies, item.text)
		}
	}
}

func contains(list []string, s string) bool {
	for _, item := range list {
		if item == s {
			return true
		}
	}
	return false
}

func (r *requirementReader) modules(e Expression, value constantValue) {
	for _, item := range value.items() {
		module, err := moduleSpecification(item)
		if err != nil {
			r.report(e.Span(), requiresModule, "Cannot convert value \"System.Collections.Hashtable\" to type \"Microsoft.PowerShell.Commands.ModuleSpecification\". Error: \""+err.Error()+"\"")
			return
		}
		r.found.Modules = append(r.found.Modules, module)
	}
}

// moduleSpecification gives the module that a name or a hashtable describes.
// Its errors are whole sentences for the user.
func moduleSpecification(value constantValue) (ModuleSpecification, error) {
	if value.kind != constantTable {
		return ModuleSpecification{Name: value.text}, nil
	}
	var m ModuleSpecification
	var unknown []string
	for _, entry := range value.table {
		known, err := m.set(entry.key.text, entry.value.text)
		if err != nil {
			return m, err
		}
		if !known {
			unknown = append(unknown, "'"+entry.key.text+"'")
		}
	}
	switch {
	case len(unknown) > 0:
		return m, fmt.Errorf("The hashtable describing a module contains one or more members that are not valid. The valid members are (ModuleName, ModuleVersion, RequiredVersion, GUID). Remove the members that are not valid (%s), then try again.", strings.Join(unknown, ","))
	case m.Name == "":
		return m, errors.New("The 'ModuleName' member does not exist in the hashtable that describes this module.")
	case m.Version == "" && m.MaximumVersion == "" && m.RequiredVersion == "":
		return m, errors.New("The 'ModuleVersion', 'MaximumVersion' and 'RequiredVersion' members do not exist in the hashtable that describes this module. One of these three members must exist, and be assigned a version number in the format 'n.n.n.n'.")
	}
	return m, nil
}

// set sets a member of the description and reports whether it is one.
func (m *ModuleSpecification) set(member, value string) (bool, error) {
	var err error
	switch strings.ToLower(member) {
	case "modulename":
		m.Name = value
	case "moduleversion":
		m.Version, err = moduleVersion(value)
	case "requiredversion":
		m.RequiredVersion, err = moduleVersion(value)
	case "maximumversion":
		m.MaximumVersion = value
	case "guid":
		m.GUID = strings.ToLower(strings.Trim(value, "{}"))
	default:
		return false, nil
	}
	return true, err
}

func moduleVersion(text string) (string, error) {
	version, err := parseVersion(text)
	if err != nil {
		return "", fmt.Errorf("Cannot convert value \"%s\" to type \"System.Version\". Error: \"%s\"", text, err)
	}
	return version, nil
}
