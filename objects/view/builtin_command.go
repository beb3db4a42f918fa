package view

import (
	"github.com/csshell/csshell/objects"
)

// commandViews are the views of commands, their members and their calls.
func commandViews() []View {
	const commands = "Microsoft.PowerShell.Commands."
	all := of(automation+"AliasInfo", automation+"ApplicationInfo", automation+"CmdletInfo", automation+"ExternalScriptInfo",
		automation+"FilterInfo", automation+"FunctionInfo", automation+"ScriptInfo")
	return []View{
		{Name: "CommandInfo", Types: of(automation + "CommandInfo"), Body: table("CommandType:15", "Name")},
		{Name: "CommandInfo", Types: all, Body: Table{Columns: []Column{
			column("CommandType=CommandType:15", nil), column("Name:50", commandName), column("Version=Version:10", nil), column("Source=Source", nil),
		}}},
		{Name: "ApplicationInfo", Types: of(automation + "ApplicationInfo"), Body: table("CommandType:15", "Name", "Path")},
		{Types: of(automation + "ApplicationInfo"), Body: list("Name", "CommandType", "Definition", "Extension", "Path", "FileVersionInfo")},
		{Name: "ScriptInfo", Types: of(automation + "ScriptInfo"), Body: table("CommandType:15", "Name", "Definition")},
		{Types: of(automation + "ScriptInfo"), Body: list("Name", "CommandType", "Definition", "Path")},
		{Name: "ExternalScriptInfo", Types: of(automation + "ExternalScriptInfo"), Body: table("CommandType:15", "Name", "Path")},
		{Name: "FunctionInfo", Types: of(automation + "FunctionInfo"), Body: table("CommandType:15", "Name", "Function")},
		{Name: "FilterInfo", Types: of(automation + "FilterInfo"), Body: table("CommandType:15", "Name", "Filter")},
		{Name: "AliasInfo", Types: of(automation + "AliasInfo"), Body: table("CommandType:15", "DisplayName")},
		{Types: of(automation + "AliasInfo"), Body: list("DisplayName", "CommandType", "Definition", "ReferencedCommand", "ResolvedCommand")},
		{Types: of(automation + "CmdletInfo"), Body: list("Name", "CommandType", "Definition", "Path", "DLL", "HelpFile",
			"ParameterSets", "ImplementingType", "Verb", "Noun")},
		{Types: of(automation+"FilterInfo", automation+"FunctionInfo"), Name: automation + "CommandInfo",
			Body: list("Name", "CommandType", "Definition")},
		{Types: of(automation + "PSMethod"), Body: Table{Wrap: true, Columns: []Column{column("OverloadDefinitions", overloads)}}},
		{Types: of(commands + "MemberDefinition"), Group: &Group{Property: "TypeName"},
			Body: Table{AutoSize: true, Columns: []Column{{Property: "Name"}, {Property: "MemberType"}, {Property: "Definition"}}}},
		{Name: "history", Types: of(commands + "HistoryInfo"), Body: Table{Columns: []Column{
			column("Id:4>", nil), column("Duration:12>", duration), column("CommandLine", nil),
		}}},
		{Name: "history", Types: of(commands + "HistoryInfo"), Body: Wide{Property: "CommandLine"}},
	}
}

// commandName is the name of a command; an alias shows what it stands for.
func commandName(c *Context, v objects.Value) (objects.Value, error) {
	kind, err := c.Property(v, "CommandType")
	if err != nil {
		return objects.Null, err
	}
	if s, _ := c.text(kind); s == "Alias" {
		return c.Property(v, "DisplayName")
	}
	return c.Property(v, "Name")
}

// overloads are the signatures of a method, one a line.
func overloads(c *Context, v objects.Value) (objects.Value, error) {
	list, err := c.Property(v, "OverloadDefinitions")
	if err != nil {
		return objects.Null, err
	}
	s, err := c.Types.Text(list, "\n")
	return objects.String(s + "\n"), err
}

// duration is how long a command ran, in hours, minutes and seconds as needed.
func duration(c *Context, v objects.Value) (objects.Value, error) {
	span, err := c.Property(v, "Duration")
	if err != nil || span.Kind() != objects.KindTimeSpan {
		return objects.Null, err
	}
	const second = 10_000_000 // ticks
	format := `s\.fff`
	switch ticks := span.Int64(); {
	case ticks >= 10*3600*second:
		hours := objects.Int64((ticks + 1800*second) / (3600 * second))
		s, err := c.Types.Format("{0}:{1:mm}:{1:ss}.{1:fff}", []objects.Value{hours, span})
		return objects.String(s), err
	case ticks >= 3600*second:
		format = `h\:mm\:ss\.fff`
	case ticks >= 60*second:
		format = `m\:ss\.fff`
	}
	s, err := c.Types.ToString(span, format)
	return objects.String(s), err
}
