package number

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
	return d.wide().dropDigits(drop, mode, d.neg).decimal(digits, d.neg)
}

// Truncate takes off the digits after the point.
func (d Decimal) Truncate() Decimal { return d.Round(0, ToZero) }

// Floor rounds down to a whole number.
func (d Decimal) Floor() Decimal { return d.Round(0, ToNegativeInfinity) }

// Ceiling rounds up to a whole number.
func (d Decimal) Ceiling() Decimal { return d.Round(0, ToPositiveInfinity) }
