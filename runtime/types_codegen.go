package runtime

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// codeGenerationType is System.Management.Automation.Language.CodeGeneration:
// text made safe for the place in a script where it goes.
var codeGenerationType = &objects.Type{FullName: namespace + "Language.CodeGeneration", Kind: objects.KindObject, Attributes: objects.SealedAttr | objects.AbstractAttr}

func declareCodeGeneration() *objects.Declaration {
	escape := func(name string, of func(string) string) objects.Method {
		return objects.Total("static string "+name+"(string value)", func(c *objects.Call) objects.Value { return objects.String(of(c.Str(0))) })
	}
	return &objects.Declaration{Type: codeGenerationType, Methods: []objects.Method{
		escape("EscapeSingleQuotedStringContent", escapeSingle),
		escape("EscapeBlockCommentContent", strings.NewReplacer("<#", "<`#", "#>", "#`>").Replace),
		escape("EscapeFormatStringContent", strings.NewReplacer("{", "{{", "}", "}}").Replace),
		escape("EscapeVariableName", strings.NewReplacer("`", "``", "{", "`{", "}", "`}").Replace),
	}}
}

// escapeSingle doubles what ends a string in single quotes: the apostrophe and
// the typographic quotes that PowerShell takes for it ("about_Quoting_Rules").
func escapeSingle(text string) string {
	return strings.NewReplacer("'", "''", "\u2018", "\u2018\u2018", "\u2019", "\u2019\u2019", "\u201a", "\u201a\u201a", "\u201b", "\u201b\u201b").Replace(text)
}

// The classes whose properties are the parameters that many commands share.
var (
	commonParametersType  = &objects.Type{FullName: namespace + "Internal.CommonParameters", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	processParametersType = &objects.Type{FullName: namespace + "Internal.ShouldProcessParameters", Kind: objects.KindObject, Attributes: objects.SealedAttr}
)

// automationNullType has the value that a pipeline without output gives.
var automationNullType = &objects.Type{FullName: namespace + "Internal.AutomationNull", Kind: objects.KindObject, Attributes: objects.SealedAttr | objects.AbstractAttr}

// declareShared has a property for each parameter.
func declareShared(t *objects.Type, signatures ...string) func() *objects.Declaration {
	return func() *objects.Declaration {
		d := &objects.Declaration{Type: t}
		for _, s := range signatures {
			d.Properties = append(d.Properties, objects.Reads(s+" {get;set;}", func(objects.Value) objects.Value { return objects.Null }))
		}
		return d
	}
}

func codeTypes() []objects.TypeEntry {
	preference := ActionPreferenceType.FullName
	return []objects.TypeEntry{
		{Type: automationNullType, Declare: func() *objects.Declaration {
			return &objects.Declaration{Type: automationNullType, Properties: []objects.Property{
				objects.Reads("static psobject Value {get;}", func(objects.Value) objects.Value { return objects.AutomationNull() }),
			}}
		}},
		{Type: codeGenerationType, Declare: declareCodeGeneration},
		{Type: commonParametersType, Declare: declareShared(commonParametersType, "switch Verbose", "switch Debug", preference+" ErrorAction", preference+" WarningAction",
			preference+" InformationAction", preference+" ProgressAction", "string ErrorVariable", "string WarningVariable", "string InformationVariable", "string OutVariable",
			"int OutBuffer", "string PipelineVariable")},
		{Type: processParametersType, Declare: declareShared(processParametersType, "switch WhatIf", "switch Confirm")},
	}
}
