package help

import (
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
	"github.com/csshell/csshell/runtime"
)

// commented makes the help object of a command whose comments or text beside it
// say something.
type commented struct {
	maker
	session *runtime.Session
	command runtime.Command
	name    string
	table   *runtime.ParameterTable
	code    runtime.Code // of a function or script
	comment *Comment
}

func (h *commented) info() *objects.PSObject {
	h.kind = commentName
	o := objects.NewCustomObject()
	o.SetTypeNames([]string{commentName, baseName})
	h.namespaces(o)
	c := h.comment
	h.fill(o,
		"details", h.object("details", "name", h.name, "description", h.paragraphs(c.Synopsis)),
		"description", h.paragraphs(c.Description),
		"syntax", h.syntax(),
		"parameters", h.parameters(),
		"inputTypes", h.types("inputTypes", "inputType", c.Inputs),
		"returnValues", h.types("returnValues", "returnValue", c.Outputs))
	if c.Notes != "" {
		h.fill(o, "alertSet", h.object("alertSet", "alert", h.paragraphs(c.Notes)))
	}
	if len(c.Examples) > 0 {
		h.fill(o, "examples", h.examples())
	}
	if len(c.Links) > 0 {
		h.fill(o, "relatedLinks", h.links())
	}
	h.fill(o, "Name", h.name, "Category", categoryOf(h.command), "Synopsis", paragraph(c.Synopsis),
		"Component", c.Component, "Role", c.Role, "Functionality", c.Functionality, "ModuleName", h.command.ModuleName())
	return o
}

// syntax has an item for each parameter set.
func (h *commented) syntax() objects.Value {
	var items []objects.Value
	for parameters := range h.table.DisplaySets {
		var list []objects.Value
		for _, p := range parameters {
			list = append(list, h.object("parameter", h.facts(p, p.In, true)...))
		}
		items = append(items, h.object("syntaxItem", "name", h.name, "parameter", objects.Of(objects.NewArray(objects.PSObjectType, list))))
	}
	return h.object("syntax", "syntaxItem", list(items))
}

// facts are the properties that a parameter has in the syntax and in the list.
func (h *commented) facts(p runtime.InSet, in *runtime.ParameterInSet, brief bool) []any {
	facts := []any{
		"required", truth(in.Mandatory), "globbing", truth(p.SupportsWildcards),
		"pipelineInput", pipelineInput(in), "position", position(in, 1, "named"), "name", p.Name,
	}
	switch {
	case p.Type.Kind == objects.KindEnum && brief:
		var values []objects.Value
		for _, name := range p.Type.Enum.Names {
			values = append(values, objects.String(name))
		}
		facts = append(facts, "parameterValueGroup", h.object("parameterValueGroup", "parameterValue", list(values)))
	case !p.IsSwitch || !brief:
		facts = append(facts, "parameterValue", p.Type.Name())
	}
	return facts
}

func (h *commented) parameters() objects.Value {
	var all []objects.Value
	for _, p := range h.table.Parameters {
		if p.IsCommon() {
			continue
		}
		in := h.table.InDefaultSet(p)
		facts := []any{}
		if text := h.describe(p); text != "" {
			facts = append(facts, "description", h.paragraphs(text))
		}
		facts = append(facts, "defaultValue", h.defaultValue(p))
		facts = append(facts, h.facts(runtime.InSet{Parameter: p, In: in}, in, false)...)
		facts = append(facts, "type", h.object("type", "name", p.Type.Name()))
		all = append(all, h.object("parameter", facts...))
	}
	return h.object("parameters", "parameter", list(all))
}

// describe is what the comment says of a parameter, else the comment beside it,
// else the help of its declaration.
func (h *commented) describe(p *runtime.Parameter) string {
	if text, ok := h.comment.Parameters[strings.ToUpper(p.Name)]; ok {
		return text
	}
	if node := h.node(p); node != nil {
		return parameterComment(h.code.Source, node)
	}
	return p.Help
}

// defaultValue is the text of a parameter's default: its value where that is
// known without running code, else its source, else what its type begins with.
func (h *commented) defaultValue(p *runtime.Parameter) string {
	node := h.node(p)
	switch {
	case node != nil && node.Default != nil:
		source := h.code.Source.Slice(node.Default.Span())
		if !parser.Constant(node.Default) {
			return source
		}
		return h.evaluated(source)
	case node == nil:
		return ""
	case p.IsSwitch || p.Type == objects.BooleanType:
		return "False"
	case p.Type.Kind == objects.KindEnum:
		return enumZero(p.Type)
	case p.Type.Kind >= objects.KindSByte && p.Type.Kind <= objects.KindDouble:
		return "0"
	}
	return ""
}

// node is the declaration of a function's parameter; nil for one that is not
// declared there.
func (h *commented) node(p *runtime.Parameter) *parser.Parameter {
	for _, node := range h.code.Parameters {
		if strings.EqualFold(node.Name.Name, p.Name) {
			return node
		}
	}
	return nil
}

func (h *commented) evaluated(source string) string {
	block, err := h.session.NewScriptBlock(source, "")
	if err != nil {
		return source
	}
	v, err := block.CallWith(h.session.Context(), objects.Null, nil)
	if err != nil {
		return source
	}
	text, err := h.session.Types.Text(v, " ")
	if err != nil {
		return source
	}
	return text
}

// enumZero is the name of an enum's zero, else the number.
func enumZero(t *objects.Type) string {
	for i, v := range t.Enum.Values {
		if v == 0 {
			return t.Enum.Names[i]
		}
	}
	return "0"
}

// types are the types that a command takes or gives.
func (h *commented) types(part, item string, sections []string) objects.Value {
	var all []objects.Value
	for _, s := range sections {
		all = append(all, h.object(item, "type", h.object("type", "name", paragraph(s))))
	}
	return h.object(part, item, list(all))
}

// blankRemarks is how many empty paragraphs follow the remarks of an example.
const blankRemarks = 4

func (h *commented) examples() objects.Value {
	var all []objects.Value
	for i, text := range h.comment.Examples {
		e := splitExample(text)
		remarks := []objects.Value{h.text(paragraph(e.remarks))}
		for range blankRemarks {
			remarks = append(remarks, h.text(""))
		}
		rule := strings.Repeat("-", 26)
		all = append(all, h.object("example",
			"title", rule+" EXAMPLE "+strconv.Itoa(i+1)+" "+rule,
			"introduction", objects.Of(objects.NewArray(objects.PSObjectType, []objects.Value{h.text(e.prompt)})),
			"code", paragraph(e.code),
			"remarks", objects.Of(objects.NewArray(objects.PSObjectType, remarks))))
	}
	return h.object("examples", "example", list(all))
}

func (h *commented) links() objects.Value {
	var all []objects.Value
	for _, link := range h.comment.Links {
		text, uri := link, ""
		if isURI(link) {
			text, uri = "", link
		}
		all = append(all, h.object("navigationLink", "linkText", text, "uri", uri))
	}
	return h.object("relatedLinks", "navigationLink", list(all))
}

// isURI reports whether a link is an address that a browser opens.
func isURI(s string) bool {
	s = strings.ToLower(s)
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// categoryOf is the category that Get-Help files a command under
// (System.Management.Automation.HelpCategory).
func categoryOf(c runtime.Command) string {
	switch c.CommandType() {
	case runtime.AliasCommandType:
		return "Alias"
	case runtime.FilterCommandType:
		return "Filter"
	case runtime.CmdletCommandType:
		return "Cmdlet"
	case runtime.ExternalScriptType:
		return "ExternalScript"
	}
	return "Function"
}
