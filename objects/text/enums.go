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
	// ParseErrorType says what is wrong with a pattern.
	ParseErrorType = &objects.Type{FullName: "System.Text.RegularExpressions.RegexParseError", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names: []string{"Unknown", "AlternationHasTooManyConditions", "AlternationHasMalformedCondition", "InvalidUnicodePropertyEscape", "MalformedUnicodePropertyEscape",
			"UnrecognizedEscape", "UnrecognizedControlCharacter", "MissingControlCharacter", "InsufficientOrInvalidHexDigits", "QuantifierOrCaptureGroupOutOfRange",
			"UndefinedNamedReference", "UndefinedNumberedReference", "MalformedNamedReference", "UnescapedEndingBackslash", "UnterminatedComment",
			"InvalidGroupingConstruct", "AlternationHasNamedCapture", "AlternationHasComment", "AlternationHasMalformedReference", "AlternationHasUndefinedReference",
			"CaptureGroupNameInvalid", "CaptureGroupOfZero", "UnterminatedBracket", "ExclusionGroupNotLast", "ReversedCharacterRange", "ShorthandClassInCharacterRange",
			"InsufficientClosingParentheses", "ReversedQuantifierRange", "NestedQuantifiersNotParenthesized", "QuantifierAfterNothing", "InsufficientOpeningParentheses"},
		Values: []int64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30},
	}}
)

// enums are the entries of the types above.
func enums() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: RegexOptionsType},
		{Type: ParseErrorType},
	}
}
