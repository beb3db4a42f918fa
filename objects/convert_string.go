package objects

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects/fault"
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
	if f, ok := parseReal(s); ok && strings.Contains(s, ",") {
		if bits, failed := floatToInteger(f, to); failed == nil {
			return Word(to, bits), nil
		}
	}
	return Null, tt.cannotConvert("InvalidCastFromStringToInteger", String(s), to, err)
}

func (tt *TypeTable) stringToReal(s string, to *Type) (Value, error) {
	f, ok := parseReal(s)
	if !ok {
		return Null, tt.cannotConvert("InvalidCastFromStringToDoubleOrSingle", String(s), to, notCorrect(s))
	}
	if to.Kind == KindSingle {
		f = float64(float32(f))
	}
	return Word(to, math.Float64bits(f)), nil
}

func notCorrect(s string) error {
	return fault.New(fault.Format, "The input string '"+s+"' was not in a correct format.")
}

// parseInteger reads an integer of the kind as .NET's converters do: blanks
// around it, a sign, digits; or hexadecimal digits after 0x or #.
func parseInteger(k Kind, s string) (uint64, error) {
	text := strings.TrimSpace(s)
	if hex, ok := hexDigits(text); ok {
		n, err := strconv.ParseUint(hex, 16, 64)
		if err == nil && fitsHex(k, n) {
			return narrowed(k, n), nil
		}
		return 0, overflowOf(typeOfKind(k))
	}
	digits := strings.TrimPrefix(text, "+")
	if digits == text {
		digits = strings.TrimPrefix(text, "-")
	}
	if rest := strings.TrimLeft(digits, "0123456789"); digits == "" || rest != "" {
		return 0, notCorrect(s)
	}
	if k == KindUInt64 && text[0] != '-' {
		n, err := strconv.ParseUint(digits, 10, 64)
		if err == nil {
			return n, nil
		}
		return 0, overflowOf(UInt64Type)
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if errors.Is(err, strconv.ErrRange) {
		return 0, overflowOf(typeOfKind(k))
	}
	return signedToInteger(n, typeOfKind(k))
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

// fitsHex reports whether n fits the kind's bits, its sign bit included.
func fitsHex(k Kind, n uint64) bool {
	switch k {
	case KindSByte, KindByte:
		return n <= math.MaxUint8
	case KindInt16, KindUInt16:
		return n <= math.MaxUint16
	case KindInt32, KindUInt32:
		return n <= math.MaxUint32
	}
	return true
}

func typeOfKind(k Kind) *Type {
	switch k {
	case KindChar:
		return CharType
	case KindSByte:
		return SByteType
	case KindByte:
		return ByteType
	case KindInt16:
		return Int16Type
	case KindUInt16:
		return UInt16Type
	case KindUInt32:
		return UInt32Type
	case KindInt64:
		return Int64Type
	case KindUInt64:
		return UInt64Type
	}
	return Int32Type
}

// parseReal reads a Double as Double.Parse does under the invariant culture:
// blanks, sign, thousands, fraction, exponent, "NaN", "Infinity".
func parseReal(s string) (float64, bool) {
	text := strings.TrimSpace(s)
	switch strings.ToLower(strings.TrimPrefix(text, "+")) {
	case "nan", "-nan":
		return math.NaN(), true
	case "infinity":
		return math.Inf(1), true
	case "-infinity":
		return math.Inf(-1), true
	}
	digits, ok := withoutThousands(text)
	if !ok {
		return 0, false
	}
	f, err := strconv.ParseFloat(digits, 64)
	return f, err == nil || errors.Is(err, strconv.ErrRange)
}

// withoutThousands is a number's text without the commas between its whole
// digits; ok is false for what .NET does not read as a number.
func withoutThousands(s string) (string, bool) {
	body := strings.TrimLeft(s, "+-")
	if len(s)-len(body) > 1 || body == "" || body[0] == ',' {
		return "", false
	}
	whole, rest := spanOf(body, func(c byte) bool { return isDigit(c) || c == ',' })
	plain := strings.ReplaceAll(whole, ",", "") + rest
	digits, _, end := splitDecimal(plain)
	return s[:len(s)-len(body)] + digits, digits != "" && end == ""
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
	text := strings.TrimSpace(s)
	if text == "" {
		return tt.Convert(Int32(0), DecimalType)
	}
	if n, ok := ParseNumeral(s); ok {
		if v, err := tt.Convert(n, DecimalType); err == nil {
			return v, nil
		}
	}
	cause := notCorrect(s)
	digits, ok := withoutThousands(text)
	if ok && !strings.ContainsAny(digits, "eE") {
		cause = overflowOf(DecimalType)
		if d, ok := parseDecimalDigits(strings.TrimLeft(digits, "+-")); ok {
			if strings.HasPrefix(digits, "-") {
				d = d.Negate()
			}
			return DecimalOf(d), nil
		}
	}
	return Null, tt.cannotConvert("InvalidCastFromStringToDecimal", String(s), DecimalType, cause)
}

// parseDecimalDigits reads digits[.digits][e[+-]digits].
func parseDecimalDigits(s string) (d number.Decimal, ok bool) {
	mantissa, exponent := s, 0
	if e := strings.IndexAny(s, "eE"); e >= 0 {
		n, err := strconv.Atoi(s[e+1:])
		if err != nil || n > 1000 || n < -1000 {
			return d, false
		}
		mantissa, exponent = s[:e], n
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	return scaledDecimal(whole+fraction, len(fraction)-exponent)
}

// onlyChar is the one UTF-16 unit of a string.
func onlyChar(s string) (uint16, bool) {
	if utf16.Len(s) != 1 {
		return 0, false
	}
	return utf16.At(s, 0)
}
