package system

import "github.com/csshell/csshell/objects"

// The enums of reflection and attributes.
var (
	memberTypesType = &objects.Type{FullName: "System.Reflection.MemberTypes", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags:  true,
		Names:  []string{"Constructor", "Event", "Field", "Method", "Property", "TypeInfo", "Custom", "NestedType", "All"},
		Values: []int64{1, 2, 4, 8, 16, 32, 64, 128, 191},
	}}
	attributeTargetsType = &objects.Type{FullName: "System.AttributeTargets", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags: true,
		Names: []string{"Assembly", "Module", "Class", "Struct", "Enum", "Constructor", "Method", "Property", "Field", "Event", "Interface", "Parameter", "Delegate",
			"ReturnValue", "GenericParameter", "All"},
		Values: []int64{1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32767},
	}}
)
