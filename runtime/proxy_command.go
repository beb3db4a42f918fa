package runtime

import (
	"fmt"
	"strings"

	"github.com/csshell/csshell/objects"
)

// proxyCommandType is System.Management.Automation.ProxyCommand: the text of a
// function that stands before a command and passes everything on.
var proxyCommandType = &objects.Type{FullName: namespace + "ProxyCommand", Kind: objects.KindObject, Attributes: objects.SealedAttr | objects.AbstractAttr}

func declareProxyCommand() *objects.Declaration {
	of := func(name string, write func(*commandMetadata) string) objects.Method {
		return objects.Method{Signature: "static string " + name + "(System.Management.Automation.CommandMetadata commandMetadata)", Call: func(c *objects.Call) (objects.Value, error) {
			m, ok := objects.As[*commandMetadata](c.Args[0])
			if !ok {
				return objects.Null, nullParameter("commandMetadata")
			}
			return objects.String(write(m)), nil
		}}
	}
	withHelp := func(c *objects.Call) (objects.Value, error) {
		m, ok := objects.As[*commandMetadata](c.Args[0])
		if !ok {
			return objects.Null, nullParameter("commandMetadata")
		}
		return objects.String(m.proxy(c.Str(1), len(c.Args) < 3 || c.Bool(2))), nil
	}
	return &objects.Declaration{Type: proxyCommandType, Methods: []objects.Method{
		of("Create", func(m *commandMetadata) string { return m.proxy(m.forwardedHelp(), true) }),
		{Signature: "static string Create(System.Management.Automation.CommandMetadata commandMetadata, string helpComment)", Call: withHelp},
		{Signature: "static string Create(System.Management.Automation.CommandMetadata commandMetadata, string helpComment, bool generateDynamicParameters)", Call: withHelp},
		of("GetCmdletBindingAttribute", (*commandMetadata).binding),
		of("GetParamBlock", (*commandMetadata).paramBlock),
		of("GetBegin", (*commandMetadata).proxyBegin),
		of("GetProcess", func(*commandMetadata) string { return passOn("Process($_)") }),
		of("GetEnd", func(*commandMetadata) string { return passOn("End()") }),
		of("GetClean", func(*commandMetadata) string {
			return "\n    if ($null -ne $steppablePipeline) {\n        $steppablePipeline.Clean()\n    }\n"
		}),
		of("GetDynamicParam", (*commandMetadata).proxyDynamic),
	}}
}

// binding is the CmdletBinding attribute of the proxy; "" for a plain function.
func (m *commandMetadata) binding() string {
	if !m.advanced {
		return ""
	}
	var parts []string
	add := func(is bool, part string) {
		if is {
			parts = append(parts, part)
		}
	}
	add(m.defaultSet != "", "DefaultParameterSetName="+quoted(m.defaultSet))
	if m.shouldProcess {
		add(true, "SupportsShouldProcess=$true")
		add(true, "ConfirmImpact="+quoted(ConfirmImpactType.Enum.Names[m.impact]))
	}
	add(m.paging, "SupportsPaging=$true")
	add(!m.positional, "PositionalBinding=$false")
	add(m.helpURI != "", "HelpUri="+quoted(m.helpURI))
	return "[CmdletBinding(" + strings.Join(parts, ", ") + ")]"
}

// quoted is a text in single quotes.
func quoted(text string) string { return "'" + escapeSingle(text) + "'" }

// paramBlock are the parameters of the proxy, without the keyword and its parentheses.
func (m *commandMetadata) paramBlock() string {
	var list []string
	m.parameters.Each(func(name, p objects.Value) bool {
		if meta, ok := objects.As[*parameterMetadata](p); ok {
			list = append(list, meta.declaration(m.types, textOf(name), m.advanced))
		}
		return true
	})
	return strings.Join(list, ",\n")
}

// declaration is the parameter as a param block has it: a line for each
// attribute, the type and the name.
func (m *parameterMetadata) declaration(types *objects.TypeTable, name string, advanced bool) string {
	var b strings.Builder
	line := func(text string) { b.WriteString("\n    " + text) }
	if advanced {
		m.setTable().Each(func(set, in objects.Value) bool {
			if meta, ok := objects.As[parameterSetMetadata](in); ok {
				if text := meta.attribute(textOf(set)); text != "" {
					line(text)
				}
			}
			return true
		})
	}
	if aliases := m.aliasList().Items(); len(aliases) > 0 {
		names := make([]string, len(aliases))
		for i, a := range aliases {
			names[i] = quoted(textOf(a))
		}
		line("[Alias(" + strings.Join(names, ",") + ")]")
	}
	for _, a := range m.Attributes {
		if text := attributeText(types, a); text != "" {
			line(text)
		}
	}
	switch {
	case m.IsSwitch:
		line("[switch]")
	case m.Parameter.Type != nil:
		t, _ := types.Text(objects.TypeValue(m.Parameter.Type), " ") // a type always has a text
		line("[" + t + "]")
	}
	line("${" + name + "}")
	return b.String()
}

// attribute is the Parameter attribute for one set; "" where it would say nothing.
func (m parameterSetMetadata) attribute(set string) string {
	var parts []string
	if set != AllParameterSets {
		parts = append(parts, "ParameterSetName="+quoted(set))
	}
	if m.Position != NoPosition {
		parts = append(parts, fmt.Sprintf("Position=%d", m.Position))
	}
	for _, flag := range [...]struct {
		name string
		set  bool
	}{
		{"Mandatory", m.Mandatory}, {"ValueFromPipeline", m.ValueFromPipeline},
		{"ValueFromPipelineByPropertyName", m.ValueFromPipelineByPropertyName}, {"ValueFromRemainingArguments", m.ValueFromRemainingArguments},
	} {
		if flag.set {
			parts = append(parts, flag.name+"=$true")
		}
	}
	if m.HelpMessage != "" {
		parts = append(parts, "HelpMessage="+quoted(m.HelpMessage))
	}
	if len(parts) == 0 {
		return ""
	}
	return "[Parameter(" + strings.Join(parts, ", ") + ")]"
}

// attributeText is a validation attribute as source; "" for attributes that a
// proxy does without.
func attributeText(types *objects.TypeTable, a objects.Object) string {
	switch a := a.(type) {
	case *ValidateLengthAttribute:
		return fmt.Sprintf("[ValidateLength(%d, %d)]", a.Min, a.Max)
	case *ValidateCountAttribute:
		return fmt.Sprintf("[ValidateCount(%d, %d)]", a.Min, a.Max)
	case *ValidateRangeAttribute:
		return a.source(types)
	case *ValidatePatternAttribute:
		return "[ValidatePattern(" + quoted(a.Pattern) + ")]"
	case *ValidateScriptAttribute:
		return "[ValidateScript({ " + a.Script.Source() + " })]"
	case *ValidateSetAttribute:
		names := make([]string, len(a.Values))
		for i, v := range a.Values {
			names[i] = quoted(v)
		}
		return "[ValidateSet(" + strings.Join(names, ",") + ")]"
	case *ValidateNotNullAttribute, *markerAttribute:
		switch t := a.Type(); t {
		case validateNotNullType, validateNotNullOrEmptyType, validateNotNullOrWhiteType, allowNullType, allowEmptyStringType, allowEmptyType:
			return "[" + strings.TrimSuffix(t.Name(), "Attribute") + "()]"
		}
	}
	return ""
}

// source is the attribute as a script would write it.
func (a *ValidateRangeAttribute) source(types *objects.TypeTable) string {
	if a.Kind != noRangeKind {
		return "[ValidateRange(" + quoted(validateRangeKindType.Enum.Names[a.Kind-positiveRange]) + ")]"
	}
	low, _ := types.Text(a.Min, " ") // numbers, dates and versions have a text
	high, _ := types.Text(a.Max, " ")
	return "[ValidateRange(" + low + ", " + high + ")]"
}

// commandName is the command with its module, so that the proxy does not call itself.
func (m *commandMetadata) commandName() string {
	if module := m.command.ModuleName(); module != "" {
		return module + "\\" + m.name
	}
	return m.name
}

// getCommand is the expression that finds the command again.
func (m *commandMetadata) getCommand(more string) string {
	return "$ExecutionContext.InvokeCommand.GetCommand(" + quoted(m.commandName()) + ", [System.Management.Automation.CommandTypes]::" + m.kindName() + more + ")"
}

func (m *commandMetadata) kindName() string {
	for i, v := range CommandTypesType.Enum.Values {
		if v == int64(m.command.CommandType()) {
			return CommandTypesType.Enum.Names[i]
		}
	}
	return "All"
}

// passOn is the body of a block that hands over to the pipeline.
func passOn(call string) string {
	return "\n    try {\n        $steppablePipeline." + call + "\n    } catch {\n        throw\n    }\n"
}

// proxyBegin makes and begins the pipeline.
func (m *commandMetadata) proxyBegin() string {
	return "\n    try {\n" +
		"        if ($PSBoundParameters.ContainsKey('OutBuffer')) { $PSBoundParameters['OutBuffer'] = 1 }\n" +
		"        $wrappedCmd = " + m.getCommand("") + "\n" +
		"        $scriptCmd = {& $wrappedCmd @PSBoundParameters }\n\n" +
		"        $steppablePipeline = $scriptCmd.GetSteppablePipeline($myInvocation.CommandOrigin)\n" +
		"        $steppablePipeline.Begin($PSCmdlet)\n" +
		"    } catch {\n        throw\n    }\n"
}

// proxyDynamic gives the proxy the dynamic parameters of the command.
func (m *commandMetadata) proxyDynamic() string {
	return "\n    try {\n" +
		"        $found = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new()\n" +
		"        foreach ($parameter in (" + m.getCommand(", $PSBoundParameters") + ").Parameters.Values) {\n" +
		"            if ($parameter.IsDynamic -and -not $MyInvocation.MyCommand.Parameters.ContainsKey($parameter.Name)) {\n" +
		"                $found.Add($parameter.Name, [System.Management.Automation.RuntimeDefinedParameter]::new($parameter.Name, $parameter.ParameterType, $parameter.Attributes))\n" +
		"            }\n        }\n        if ($found.Count) { return $found }\n" +
		"    } catch {\n        throw\n    }\n"
}

// forwardedHelp is the comment that sends Get-Help on to the command.
func (m *commandMetadata) forwardedHelp() string {
	return "\n.ForwardHelpTargetName " + m.commandName() + "\n.ForwardHelpCategory " + m.kindName() + "\n"
}

// proxy is the whole function body.
func (m *commandMetadata) proxy(help string, dynamic bool) string {
	var b strings.Builder
	b.WriteString(m.binding() + "\nparam(" + m.paramBlock() + ")\n\n")
	if dynamic {
		b.WriteString("dynamicparam\n{" + m.proxyDynamic() + "}\n\n")
	}
	b.WriteString("begin\n{" + m.proxyBegin() + "}\n\nprocess\n{" + passOn("Process($_)") + "}\n\nend\n{" + passOn("End()") + "}\n")
	if help != "" {
		b.WriteString("<#\n" + help + "\n#>\n")
	}
	return b.String()
}
