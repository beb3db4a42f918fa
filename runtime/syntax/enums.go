package syntax

import (
	"strings"
	"sync"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// The enumerations of the tree, in the order of the parser's.
var (
	stringKindType = objects.ValuedEnum(namespace+"StringConstantType", []int64{0, 1, 2, 3, 4}, "BareWord", "SingleQuoted", "DoubleQuoted", "SingleQuotedHereString", "DoubleQuotedHereString")
	usingKindType  = objects.ValuedEnum(namespace+"UsingStatementKind", []int64{0, 1, 2, 3, 4}, "Assembly", "Command", "Module", "Namespace", "Type")
	streamType     = objects.ValuedEnum(namespace+"RedirectionStream", []int64{0, 1, 2, 3, 4, 5, 6}, "All", "Output", "Error", "Warning", "Verbose", "Debug", "Information")

	switchFlagsType = flagsEnum(namespace+"SwitchFlags", []int64{0, 1, 2, 4, 8, 16, 32}, "None", "File", "Regex", "Wildcard", "Exact", "CaseSensitive", "Parallel")
	tokenFlagsType  = flagsEnum(namespace+"TokenFlags",
		[]int64{0, 2, 3, 5, 7, 9, 10, 12, 13, 15, 0x10, 0x20, 0x100, 0x200, 0x400, 0x800, 0x1000, 0x2000, 0x8000, 0x10000, 0x20000, 0x40000, 0x80000, 0x100000, 0x200000, 0x400000, 0x800000, 0x1000000},
		"None", "BinaryPrecedenceLogical", "BinaryPrecedenceBitwise", "BinaryPrecedenceComparison", "BinaryPrecedenceCoalesce", "BinaryPrecedenceAdd", "BinaryPrecedenceMultiply", "BinaryPrecedenceFormat", "BinaryPrecedenceRange", "BinaryPrecedenceMask",
		"Keyword", "ScriptBlockBlockName", "BinaryOperator", "UnaryOperator", "CaseSensitiveOperator", "TernaryOperator", "SpecialOperator", "AssignmentOperator",
		"ParseModeInvariant", "TokenInError", "DisallowedInRestrictedMode", "PrefixOrPostfixOperator", "CommandName", "MemberName", "TypeName", "AttributeName",
		"CanConstantFold", "StatementDoesntSupportAttributes")
)

func flagsEnum(name string, values []int64, names ...string) *objects.Type {
	t := objects.ValuedEnum(name, values, names...)
	t.Enum.Flags = true
	return t
}

// firstKeyword is the number of the first keyword among .NET's kinds of tokens; the
// parser numbers without gaps.
const firstKeyword = 119

// kindNumber is .NET's number of a kind of token.
func kindNumber(k parser.TokenKind) int64 {
	if k >= parser.TokenBegin {
		return int64(k-parser.TokenBegin) + firstKeyword
	}
	return int64(k)
}

// tokenKindType is System.Management.Automation.Language.TokenKind.
var tokenKindType = sync.OnceValue(func() *objects.Type {
	var names []string
	var values []int64
	for k := parser.TokenUnknown; k <= parser.TokenClean; k++ {
		names, values = append(names, k.String()), append(values, kindNumber(k))
	}
	return objects.ValuedEnum(namespace+"TokenKind", values, names...)
})

func tokenKind(k parser.TokenKind) objects.Value {
	return objects.Word(tokenKindType(), uint64(kindNumber(k)))
}

// tokenFlags are .NET's flags of a token, which have the parser's names.
func tokenFlags(f parser.TokenFlags) objects.Value {
	bits := int64(f & 0xf)
	for name := range strings.SplitSeq(f.String(), ",") {
		for i, known := range tokenFlagsType.Enum.Names {
			if strings.TrimSpace(name) == known {
				bits |= tokenFlagsType.Enum.Values[i]
			}
		}
	}
	return objects.Word(tokenFlagsType, uint64(bits))
}
