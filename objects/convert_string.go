package objects

import (
	"math"
	"strings"

	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/number"
	"github.com/csshell/csshell/objects/utf16"
)

// stringToNumber reads a string as a number type: as the language writes
// numbers, else as .NET's converter does, else with thousands and a fraction
// that is rounded away. The error is that of the converter.
func (tt *TypeTable) stringToNumber(s string, to *Type) (Value, error) {
	if strings.TrimSpace(s) == "" {
		return Word(to, 0), nil
	}
	if n, ok := ParseNumeral(s); ok {
		if v, err := tt.Convert(n, to); err == nil {
			return v, nil
		}
	}
	if to.Kind == KindSingle || to.Kind == KindDouble {
		return tt.stringToReal(s, to)
	}
	bits, err := parseInteger(to.Kind, s)
	if err == nil {
		return Word(to, bits), nil
	}
	if f, failed := parseReal(s); failed == nil && strings.Contains(s, ",") {
		if bits, failed := floatToInteger(f, to); failed == nil {
			return Word(to, bits), nil
		}
	}
	return Null, tt.cannotConvert("InvalidCastFromStringToInteger", String(s), to, err)
}

func (tt *TypeTable) stringToReal(s string, to *Type) (Value, error) {
	f, err := parseReal(s)
	if err != nil {
		return Null, tt.cannotConvert("InvalidCastFromStringToDoubleOrSingle", String(s), to, err)
	}
	if to.Kind == KindSingle {
		f = float64(float32(f))
	}
	return Word(to, math.Float64bits(f)), nil
}

// parseInteger reads an integer of the kind as .NET's converters do: blanks
// around it, a sign, digits; or hexadecimal digits after 0x, &h or #.
func parseInteger(k Kind, s string) (uint64, error) {
	whole, text, styles := number.Whole(k-KindSByte), s, number.Integer
	if digits, ok := hexDigits(strings.TrimSpace(s)); ok {
		text, styles = digits, number.HexNumber
	}
	invariant := &culture.Invariant().Number
	if whole.Signed() {
		n, err := number.ParseInt(text, whole, styles, invariant)
		return uint64(n), err
	}
	return number.ParseUint(text, whole, styles, invariant)
}

// hexDigits are the digits behind 0x, &h or #.
func hexDigits(s string) (string, bool) {
	for _, prefix := range [...]string{"0x", "&h", "#"} {
		if hasPrefixFold(s, prefix) {
			digits := s[len(prefix):]
			_, rest := spanOf(digits, isHexDigit)
			return digits, digits != "" && rest == ""
		}
	}
	return "", false
}

// parseReal reads a Double as PowerShell's conversions do, in the invariant
// culture and with thousands.
func parseReal(s string) (float64, error) {
	return number.ParseDouble(s, number.Float|number.AllowThousands, &culture.Invariant().Number)
}

// toDecimal converts to a Decimal.
func (tt *TypeTable) toDecimal(v Value) (Value, error) {
	switch r := v.ref.(type) {
	case string:
		return tt.stringToDecimal(r)
	case *BigInteger:
		d, err := number.DecimalFromBigInt(r.N)
		if err != nil {
			return Null, tt.cannotConvert("InvalidCastTargetInvocationExceptionop_Explicit", v, DecimalType, err)
		}
		return DecimalOf(d), nil
	case *Type:
		if n, ok := operandNumber(v); ok {
			d, err := toDecimal(n)
			if err != nil {
				return Null, tt.cannotConvert("InvalidCastIConvertible", v, DecimalType, err)
			}
			return DecimalOf(d), nil
		}
		if r.Kind == KindDateTime {
			return Null, tt.cannotConvert("InvalidCastIConvertible", v, DecimalType, invalidCast(r, DecimalType))
		}
	}
	return tt.toObject(v, v, DecimalType)
}

func (tt *TypeTable) stringToDecimal(s string) (Value, error) {
	if strings.TrimSpace(s) == "" {
		return tt.Convert(Int32(0), DecimalType)
	}
	if n, ok := ParseNumeral(s); ok {
		if v, err := tt.Convert(n, DecimalType); err == nil {
			return v, nil
		}
	}
	d, err := number.ParseDecimal(s, number.Number, &culture.Invariant().Number)
	if err != nil {
		return Null, tt.cannotConvert("InvalidCastFromStringToDecimal", String(s), DecimalType, err)
	}
	return DecimalOf(d), nil
}

// onlyChar is the one UTF-16 unit of a string.
func onlyChar(s string) (uint16, bool) {
	if utf16.Len(s) != 1 {
		return 0, false
	}
	return utf16.At(s, 0)
}
