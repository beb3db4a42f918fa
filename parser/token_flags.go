package parser

import (
	"strconv"
	"strings"
)

// TokenFlags says what a token is and what part it plays where it stands. The
// low four bits hold the precedence of a binary operator.
type TokenFlags uint32

const flagPrecedence TokenFlags = 0xf

// The flags, in ascending order of PowerShell's values.
const (
	flagKeyword TokenFlags = 0x10 << iota
	flagBlockName
	flagBinary
	flagUnary
	flagCase
	flagTernary
	_
	_
	flagSpecial
	flagAssign
	flagInvariant
	flagInError
	flagRestricted
	flagPrefixPostfix
	flagCommandName
	flagMemberName
	flagTypeName
	flagAttributeName
	flagFold
	flagNoAttributes
)

// The flags that tell what part a word plays: the name of a command, a type, a
// member, or a keyword.
const (
	CommandNameFlag = flagCommandName
	KeywordFlag     = flagKeyword
	TypeNameFlag    = flagTypeName
	MemberNameFlag  = flagMemberName
)

// Has reports whether all the given flags are set.
func (f TokenFlags) Has(flags TokenFlags) bool { return f&flags == flags }

// flagNames are the names of the flags from bit 4 on; an empty one is unused.
var flagNames = [...]string{"Keyword", "ScriptBlockBlockName", "BinaryOperator", "UnaryOperator", "CaseSensitiveOperator",
	"TernaryOperator", "", "", "SpecialOperator", "AssignmentOperator", "ParseModeInvariant", "TokenInError",
	"DisallowedInRestrictedMode", "PrefixOrPostfixOperator", "CommandName", "MemberName", "TypeName", "AttributeName",
	"CanConstantFold", "StatementDoesntSupportAttributes"}

// String gives the names of the flags, joined by commas; a precedence comes
// first as PrecedenceN.
func (f TokenFlags) String() string {
	var names []string
	if p := f & flagPrecedence; p != 0 {
		names = append(names, "Precedence"+strconv.Itoa(int(p)))
	}
	for i, name := range flagNames {
		if name != "" && f&(0x10<<i) != 0 {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return "None"
	}
	return strings.Join(names, ",")
}
