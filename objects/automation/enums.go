package automation

import "github.com/csshell/csshell/objects"

// The enums of PowerShell that are not the running session's own.
var (
	ErrorViewType = &objects.Type{FullName: "System.Management.Automation.ErrorView", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"NormalView", "CategoryView", "ConciseView", "DetailedView"},
		Values: []int64{0, 1, 2, 3},
	}}
	CommandTypesType = &objects.Type{FullName: "System.Management.Automation.CommandTypes", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags:  true,
		Names:  []string{"Alias", "Function", "Filter", "Cmdlet", "ExternalScript", "Application", "Script", "Configuration", "All"},
		Values: []int64{1, 2, 4, 8, 16, 32, 64, 256, 383},
	}}
	PSMemberTypesType = &objects.Type{FullName: "System.Management.Automation.PSMemberTypes", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags: true,
		Names: []string{"AliasProperty", "CodeProperty", "Property", "NoteProperty", "ScriptProperty", "PropertySet", "Method", "CodeMethod", "ScriptMethod",
			"Methods", "ParameterizedProperty", "MemberSet", "Event", "Dynamic", "InferredProperty", "Properties", "All"},
		Values: []int64{1, 2, 4, 8, 16, 32, 64, 128, 256, 448, 512, 1024, 2048, 4096, 8192, 8223, 16383},
	}}
	ScopedItemOptionsType = &objects.Type{FullName: "System.Management.Automation.ScopedItemOptions", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags:  true,
		Names:  []string{"None", "ReadOnly", "Constant", "Private", "AllScope", "Unspecified"},
		Values: []int64{0, 1, 2, 4, 8, 16},
	}}
	OutputRenderingType = &objects.Type{FullName: "System.Management.Automation.OutputRendering", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Host", "PlainText", "Ansi"},
		Values: []int64{0, 1, 2},
	}}
	ProgressViewType = &objects.Type{FullName: "System.Management.Automation.ProgressView", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Minimal", "Classic"},
		Values: []int64{0, 1},
	}}
	PSLanguageModeType = &objects.Type{FullName: "System.Management.Automation.PSLanguageMode", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"FullLanguage", "RestrictedLanguage", "NoLanguage", "ConstrainedLanguage"},
		Values: []int64{0, 1, 2, 3},
	}}
	CompletionResultTypeType = &objects.Type{FullName: "System.Management.Automation.CompletionResultType", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names: []string{"Text", "History", "Command", "ProviderItem", "ProviderContainer", "Property", "Method", "ParameterName", "ParameterValue", "Variable",
			"Namespace", "Type", "Keyword", "DynamicKeyword"},
		Values: []int64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13},
	}}
	RollbackSeverityType = &objects.Type{FullName: "System.Management.Automation.RollbackSeverity", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Error", "TerminatingError", "Never"},
		Values: []int64{0, 1, 2},
	}}
	DebugModesType = &objects.Type{FullName: "System.Management.Automation.DebugModes", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags:  true,
		Names:  []string{"None", "Default", "LocalScript", "RemoteScript"},
		Values: []int64{0, 1, 2, 4},
	}}
	ShouldProcessReasonType = &objects.Type{FullName: "System.Management.Automation.ShouldProcessReason", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags:  true,
		Names:  []string{"None", "WhatIf"},
		Values: []int64{0, 1},
	}}
	ExecutionPolicyType = &objects.Type{FullName: "Microsoft.PowerShell.ExecutionPolicy", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Unrestricted", "RemoteSigned", "AllSigned", "Restricted", "Default", "Bypass", "Undefined"},
		Values: []int64{0, 1, 2, 3, 3, 4, 5},
	}}
	ExecutionPolicyScopeType = &objects.Type{FullName: "Microsoft.PowerShell.ExecutionPolicyScope", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Process", "CurrentUser", "LocalMachine", "UserPolicy", "MachinePolicy"},
		Values: []int64{0, 1, 2, 3, 4},
	}}
	TestPathTypeType = &objects.Type{FullName: "Microsoft.PowerShell.Commands.TestPathType", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Any", "Container", "Leaf"},
		Values: []int64{0, 1, 2},
	}}
	DisplayHintTypeType = &objects.Type{FullName: "Microsoft.PowerShell.Commands.DisplayHintType", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Date", "Time", "DateTime"},
		Values: []int64{0, 1, 2},
	}}
	WildcardOptionsType = &objects.Type{FullName: "System.Management.Automation.WildcardOptions", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags:  true,
		Names:  []string{"None", "Compiled", "IgnoreCase", "CultureInvariant"},
		Values: []int64{0, 1, 2, 4},
	}}
)

// enums are the entries of the types above.
func enums() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: ErrorViewType}, {Type: CommandTypesType}, {Type: PSMemberTypesType}, {Type: ScopedItemOptionsType}, {Type: OutputRenderingType},
		{Type: ProgressViewType}, {Type: PSLanguageModeType}, {Type: CompletionResultTypeType}, {Type: RollbackSeverityType}, {Type: DebugModesType},
		{Type: ShouldProcessReasonType}, {Type: ExecutionPolicyType}, {Type: ExecutionPolicyScopeType}, {Type: TestPathTypeType}, {Type: DisplayHintTypeType},
		{Type: WildcardOptionsType},
	}
}
