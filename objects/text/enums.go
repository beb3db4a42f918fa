package text

import "github.com/csshell/csshell/objects"

// The enums of regular expressions.
var (
	RegexOptionsType = &objects.Type{FullName: "System.Text.RegularExpressions.RegexOptions", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags: true,
		Names: []string{"None", "IgnoreCase", "Multiline", "ExplicitCapture", "Compiled", "Singleline", "IgnorePatternWhitespace", "RightToLeft", "ECMAScript",
			"CultureInvariant", "NonBacktracking"},
		Values: []int64{0, 1, 2, 4, 8, 16, 32, 64, 256, 512, 1024},
	}}
)

// enums are the entries of the types above.
func enums() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: RegexOptionsType},
	}
}
