package help

import (
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// generated makes the help object of a command that nothing is written about,
// from its declaration.
type generated struct {
	maker
	session *runtime.Session
	command runtime.Command
	name    string
	table   *runtime.ParameterTable
	aliases []string
}

func (h *generated) info() *objects.PSObject {
	h.kind = generatedName
	o := objects.NewCustomObject()
	o.SetTypeNames([]string{generatedName, cmdletName, baseName})
	h.fill(o, "details", h.details(), "Syntax", h.syntax())
	parameters, common := h.parameters()
	h.fill(o,
		"parameters", parameters,
		"inputTypes", h.inputs(),
		"relatedLinks", h.links(),
		"returnValues", h.outputs(),
		"aliases", h.aliasText(),
		"remarks", h.remarks())
	h.namespaces(o)
	category := categoryOf(h.command)
	h.fill(o, "alertSet", nil, "description", nil, "examples", nil, "Synopsis", h.session.CommandInfoOf(h.command).Syntax(),
		"ModuleName", h.command.ModuleName(), "nonTerminatingErrors", "", "Category", category, "Name", h.name,
		"CommonParameters", common, "Component", "", "Functionality", "", "Role", "")
	if category == "Cmdlet" {
		h.fill(o, "PSSnapIn", nil)
	}
	if h.table.HelpURI == "" {
		o.RemoveMember("relatedLinks")
	}
	return o
}

func (h *generated) details() objects.Value {
	verb, noun, _ := strings.Cut(h.name, "-")
	if noun == "" {
		verb = ""
	}
	return h.object("details", "name", h.name, "noun", noun, "verb", verb)
}

func (h *generated) syntax() objects.Value {
	var items []objects.Value
	for parameters, common := range h.table.DisplaySets {
		item := []any{"name", h.name, "CommonParameters", common}
		if len(parameters) > 0 {
			var list []objects.Value
			for _, p := range parameters {
				if !p.In.DontShow {
					list = append(list, h.object("parameter", h.facts(p, true)...))
				}
			}
			item = append(item, "parameter", objects.Of(objects.NewArray(objects.ObjectType, list)))
		}
		items = append(items, h.object("syntaxItem", item...))
	}
	return h.object("syntax", "syntaxItem", list(items))
}

// facts are the properties of a parameter in the syntax, where its values stand
// for its type, or in the list.
func (h *generated) facts(p runtime.InSet, brief bool) []any {
	facts := []any{
		"type", h.object("type", "name", p.TypeWord(h.session.Types)), "name", p.Name,
		"required", truth(p.In.Mandatory), "pipelineInput", pipelineInput(p.In), "position", position(p.In, 0, "Named"),
		"isDynamic", truth(p.Dynamic), "globbing", truth(p.SupportsWildcards),
		"parameterSetName", setNames(p.Parameter), "aliases", aliasNames(p.Parameter),
	}
	if p.In.HelpMessage != "" {
		facts = append(facts, "description", h.paragraphs(p.In.HelpMessage))
	}
	if values := p.Choices(h.session); brief && len(values) > 0 {
		var all []objects.Value
		for _, v := range values {
			all = append(all, objects.String(v))
		}
		facts = append(facts, "parameterValueGroup", h.object("parameterValueGroup", "parameterValue", list(all)))
	} else if !p.IsSwitch {
		facts = append(facts, "parameterValue", p.TypeWord(h.session.Types))
	}
	return facts
}

// setNames are the sets of a parameter as help shows them.
func setNames(p *runtime.Parameter) string {
	var names []string
	for i := range p.Sets {
		if p.Sets[i].Set == runtime.AllParameterSets {
			return "(All)"
		}
		names = append(names, p.Sets[i].Set)
	}
	return strings.Join(names, ", ")
}

func aliasNames(p *runtime.Parameter) string {
	if len(p.Aliases) == 0 {
		return "None"
	}
	return strings.Join(p.Aliases, ", ")
}

// parameters are the command's own by name; common reports that it has the
// common ones too.
func (h *generated) parameters() (v objects.Value, common bool) {
	var own []*runtime.Parameter
	for _, p := range h.table.Parameters {
		if p.IsCommon() {
			common = true
		} else {
			own = append(own, p)
		}
	}
	slices.SortFunc(own, func(a, b *runtime.Parameter) int { return strings.Compare(a.Name, b.Name) })
	var all []objects.Value
	for _, p := range own {
		all = append(all, h.object("parameter", h.facts(runtime.InSet{Parameter: p, In: &p.Sets[0]}, false)...))
	}
	return h.object("parameters", "parameter", list(all)), common
}

// inputs are the types of the parameters that the pipeline fills.
func (h *generated) inputs() objects.Value {
	var names []string
	for _, p := range h.table.Parameters {
		for i := range p.Sets {
			if in := &p.Sets[i]; (in.ValueFromPipeline || in.ValueFromPipelineByPropertyName) && !slices.Contains(names, p.Type.String()) {
				names = append(names, p.Type.String())
			}
		}
	}
	if len(names) == 0 {
		names = []string{"None"}
	}
	return h.typeList("inputTypes", "inputType", names)
}

func (h *generated) outputs() objects.Value {
	if len(h.table.OutputTypes) == 0 {
		return h.typeList("returnValues", "returnValue", []string{"System.Object"})
	}
	// Each of the types that a command declares ends its line itself.
	return h.typeList("returnValues", "returnValue", append(slices.Clone(h.table.OutputTypes), ""))
}

// typeList holds the names in one text, a line each.
func (h *generated) typeList(part, item string, names []string) objects.Value {
	text := strings.Join(names, "\n")
	return h.object(part, item, h.object(item, "type", h.object("type", "name", text+"\n")))
}

func (h *generated) links() objects.Value {
	return h.object("relatedLinks", "navigationLink", h.object("navigationLink", "uri", h.table.HelpURI))
}

func (h *generated) aliasText() string {
	if len(h.aliases) == 0 {
		return "None\n"
	}
	return strings.Join(h.aliases, "\n") + "\n"
}

// remarks say where help on a cmdlet could be had.
func (h *generated) remarks() string {
	if !strings.HasPrefix(h.command.ModuleName(), "Microsoft.PowerShell.") || categoryOf(h.command) != "Cmdlet" {
		return "None"
	}
	text := "Get-Help cannot find the Help files for this cmdlet on this computer. It is displaying only partial help.\n" +
		"    -- To download and install Help files for the module that includes this cmdlet, use Update-Help."
	if h.table.HelpURI == "" {
		return text
	}
	return text + "\n    -- To view the Help topic for this cmdlet online, type: \"Get-Help " + h.name + " -Online\" or\n" +
		"       go to " + h.table.HelpURI + "."
}
