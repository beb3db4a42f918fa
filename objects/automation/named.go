package automation

import "github.com/csshell/csshell/objects"

// namedTypes are types of PowerShell that scripts name without making one:
// attributes of modules that Linux has no use for, and classes of CIM.
func namedTypes() []objects.TypeEntry {
	const cim, own = "Microsoft.Management.Infrastructure.", "System.Management.Automation."
	entries := []objects.TypeEntry{
		{Type: experimentActionType, Accelerators: []string{"ExperimentAction"}},
		{Type: NullStringType, Accelerators: []string{"NullString"}, Declare: nullStringDeclaration},
	}
	for _, t := range [...]struct{ name, accelerator string }{
		{cim + "CimClass", "cimclass"}, {cim + "CimConverter", "cimconverter"}, {cim + "CimInstance", "ciminstance"}, {cim + "CimSession", "CimSession"},
		{cim + "CimType", "cimtype"}, {own + "DscLocalConfigurationManagerAttribute", "DscLocalConfigurationManager"}, {own + "DscPropertyAttribute", "DscProperty"},
		{own + "DscResourceAttribute", "DscResource"}, {own + "ExperimentalAttribute", "Experimental"}, {own + "ExperimentalFeature", "ExperimentalFeature"},
		{own + "Language.NoRunspaceAffinityAttribute", "NoRunspaceAffinity"}, {own + "PSListModifier", "pslistmodifier"}, {own + "PSPrimitiveDictionary", "psprimitivedictionary"},
		{"Microsoft.PowerShell.Commands.PSPropertyExpression", "pspropertyexpression"}, {own + "PSVariableProperty", "psvariableproperty"},
	} {
		entries = append(entries, objects.TypeEntry{Type: class(t.name, nil), Accelerators: []string{t.accelerator}})
	}
	for _, name := range [...]string{own + "Breakpoint", own + "CmsMessageRecipient", own + "ExtendedTypeDefinition", "Microsoft.PowerShell.Commands.PSHostProcessInfo"} {
		entries = append(entries, objects.TypeEntry{Type: class(name, nil)})
	}
	return entries
}

var experimentActionType = &objects.Type{FullName: "System.Management.Automation.ExperimentAction", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr,
	Enum: &objects.EnumInfo{Names: []string{"None", "Hide", "Show"}, Values: []int64{0, 1, 2}}}

// NullStringType is the type of [NullString]::Value, which is null for a
// parameter of type String.
var NullStringType = &objects.Type{FullName: "System.Management.Automation.Language.NullString", Kind: objects.KindObject}

type nullString struct{}

// Type is NullString.
func (nullString) Type() *objects.Type { return NullStringType }

// NullText marks it for methods that take a text.
func (nullString) NullText() {}

// Text is empty.
func (nullString) Text() (string, error) { return "", nil }

func nullStringDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type:       NullStringType,
		Properties: []objects.Property{objects.Constant("static System.Management.Automation.Language.NullString Value {get;}", objects.Of(nullString{}))},
	}
}
