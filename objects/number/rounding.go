package number

import (
	"math"

	"github.com/csshell/csshell/objects/fault"
)

// Rounding says where a value between two candidates goes. The values are
// those of .NET's MidpointRounding.
type Rounding uint8

// The modes of MidpointRounding. The first two decide ties only.
const (
	ToEven Rounding = iota
	AwayFromZero
	ToZero
	ToNegativeInfinity
	ToPositiveInfinity
)

// String returns the name of the enumeration's member.
func (m Rounding) String() string {
	return [...]string{"ToEven", "AwayFromZero", "ToZero", "ToNegativeInfinity", "ToPositiveInfinity"}[m]
}

// up decides whether a magnitude whose dropped digits begin with last is
// rounded away from zero; sticky tells of digits other than 0 behind it.
func (m Rounding) up(last uint64, sticky, odd, neg bool) bool {
	inexact := last != 0 || sticky
	switch m {
	case ToEven:
		return last > 5 || last == 5 && (sticky || odd)
	case AwayFromZero:
		return last >= 5
	case ToNegativeInfinity:
		return inexact && neg
	case ToPositiveInfinity:
		return inexact && !neg
	default:
		return false
	}
}

// Round rounds d to a number of digits after the point (Decimal.Round). A
// value with no more digits than that is returned unchanged.
func (d Decimal) Round(digits int, mode Rounding) Decimal {
	drop := int(d.scale) - digits
	if drop <= 0 {
		return d
	}
	return d.wide().dropDigits(drop, false, mode, d.neg).decimal(digits, d.neg)
}

// Truncate takes off the digits after the point.
func (d Decimal) Truncate() Decimal { return d.Round(0, ToZero) }

// Floor rounds down to a whole number.
func (d Decimal) Floor() Decimal { return d.Round(0, ToNegativeInfinity) }

// Ceiling rounds up to a whole number.
func (d Decimal) Ceiling() Decimal { return d.Round(0, ToPositiveInfinity) }

// RoundFloat rounds a double to a number of digits after the point, by the
// arithmetic of Math.Round: the product with the power of ten is rounded, not
// the exact value. It fails with [fault.OutOfRange] for digits outside 0 to 15.
func RoundFloat(v float64, digits int, mode Rounding) (float64, error) {
	if digits < 0 || digits > doubleDigits {
		return 0, fault.WithParam(fault.OutOfRange, "Rounding digits must be between 0 and 15, inclusive.", "digits")
	}
	if !(math.Abs(v) < 1e16) { // no digits after the point, or not a number
		return v, nil
	}
	power := floatPower(digits)
	return roundWhole(v*power, mode) / power, nil
}

func roundWhole(v float64, mode Rounding) float64 {
	switch mode {
	case ToEven:
		return math.RoundToEven(v)
	case AwayFromZero:
		// Half, less the last bit: it must not carry the number below a half over.
		return math.Trunc(v + math.Copysign(0.49999999999999994, v))
	case ToNegativeInfinity:
		return math.Floor(v)
	case ToPositiveInfinity:
		return math.Ceil(v)
	default:
		return math.Trunc(v)
	}
}

// RoundDecimal is [Decimal.Round] with Math.Round's check of the digits.
func RoundDecimal(d Decimal, digits int, mode Rounding) (Decimal, error) {
	if digits < 0 || digits > MaxScale {
		return Decimal{}, fault.WithParam(fault.OutOfRange, "Decimal can only round to between 0 and 28 digits of precision.", "decimals")
	}
	return d.Round(digits, mode), nil
}
