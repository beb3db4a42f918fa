package number

import "github.com/csshell/csshell/objects/fault"

// Styles says what the text of a number may contain (NumberStyles).
type Styles uint16

// The members of NumberStyles.
const (
	AllowLeadingWhite Styles = 1 << iota
	AllowTrailingWhite
	AllowLeadingSign
	AllowTrailingSign
	AllowParentheses
	AllowDecimalPoint
	AllowThousands
	AllowExponent
	AllowCurrencySymbol
	AllowHexSpecifier
	AllowBinarySpecifier

	NoStyle   Styles = 0
	Integer          = AllowLeadingWhite | AllowTrailingWhite | AllowLeadingSign
	HexNumber        = AllowLeadingWhite | AllowTrailingWhite | AllowHexSpecifier
	BinNumber        = AllowLeadingWhite | AllowTrailingWhite | AllowBinarySpecifier
	Number           = Integer | AllowTrailingSign | AllowDecimalPoint | AllowThousands
	Float            = Integer | AllowDecimalPoint | AllowExponent
	Currency         = Number | AllowParentheses | AllowCurrencySymbol
	Any              = Currency | AllowExponent

	bases = AllowHexSpecifier | AllowBinarySpecifier
)

// Whole names an integer type of .NET.
type Whole uint8

// The integer types.
const (
	SByte Whole = iota
	Byte
	Int16
	UInt16
	Int32
	UInt32
	Int64
	UInt64
)

// Bits returns the width of the type.
func (w Whole) Bits() int { return 8 << (w / 2) }

// Signed reports whether the type has negative numbers.
func (w Whole) Signed() bool { return w%2 == 0 }

// OverflowError returns the exception of a value outside the type.
func (w Whole) OverflowError() error {
	name := [...]string{
		"a signed byte", "an unsigned byte", "an Int16", "a UInt16", "an Int32", "a UInt32", "an Int64", "a UInt64",
	}[w]
	return fault.New(fault.Overflow, "Value was either too large or too small for "+name+".")
}

func badNumber(s string) error {
	return fault.New(fault.Format, "The input string '"+s+"' was not in a correct format.")
}

// check rejects styles that the integer types do not know.
func (st Styles) check() error {
	const base = "the enum bit field, the only other valid bits that can be combined into the enum value must be a subset of those in "
	switch {
	case st&^(Any|bases) != 0:
		return fault.WithParam(fault.Argument, "An undefined NumberStyles value is being used.", "style")
	case st&AllowHexSpecifier != 0 && st&^HexNumber != 0:
		return fault.WithParam(fault.Argument, "With the AllowHexSpecifier bit set in "+base+"HexNumber.", "style")
	case st&AllowBinarySpecifier != 0 && st&^BinNumber != 0:
		return fault.WithParam(fault.Argument, "With the AllowBinarySpecifier bit set in "+base+"BinaryNumber.", "style")
	default:
		return nil
	}
}

// checkFloat rejects styles that the other types do not know.
func (st Styles) checkFloat() error {
	switch {
	case st&^(Any|bases) != 0:
		return fault.WithParam(fault.Argument, "An undefined NumberStyles value is being used.", "style")
	case st&bases != 0:
		return fault.WithParam(fault.Argument, "The number styles AllowHexSpecifier and AllowBinarySpecifier are not supported on floating point data types.", "style")
	default:
		return nil
	}
}
