package number

import (
	"math/big"
	"math/bits"
)

// Decimal is .NET's System.Decimal: a sign, a 96-bit whole number and a scale
// of 0 to 28, the value being number / 10^scale. The scale is part of what a
// number looks like (1.10 stays "1.10") and no part of what it is worth: use
// [Decimal.Compare], or [Decimal.Canonical] for map keys, never ==.
//
// The zero Decimal is 0.
type Decimal struct {
	lo    uint64 // bits 0 to 63
	hi    uint32 // bits 64 to 95
	scale uint8
	neg   bool
}

const (
	// MaxScale is the highest number of digits after a Decimal's point.
	MaxScale = 28

	maxPower64 = 19 // the highest power of ten in a uint64
)

// MaxDecimal and MinDecimal return the ends of the range of Decimal.
func MaxDecimal() Decimal { return Decimal{lo: 1<<64 - 1, hi: 1<<32 - 1} }

// MinDecimal is the negation of [MaxDecimal].
func MinDecimal() Decimal { return MaxDecimal().Negate() }

// DecimalFromInt64 converts a whole number.
func DecimalFromInt64(v int64) Decimal {
	if v < 0 {
		return Decimal{lo: -uint64(v), neg: true}
	}
	return Decimal{lo: uint64(v)}
}

// DecimalFromUint64 converts a whole number.
func DecimalFromUint64(v uint64) Decimal { return Decimal{lo: v} }

// DecimalFromParts builds a Decimal as the constructor Decimal(lo, mid, hi,
// isNegative, scale) does; ok is false for a scale above [MaxScale].
func DecimalFromParts(lo, mid, hi uint32, neg bool, scale uint8) (d Decimal, ok bool) {
	if scale > MaxScale {
		return Decimal{}, false
	}
	return Decimal{lo: uint64(mid)<<32 | uint64(lo), hi: hi, scale: scale, neg: neg}, true
}

// Bits returns the four words of Decimal.GetBits: low, middle, high, and the
// flags that hold sign and scale.
func (d Decimal) Bits() [4]int32 {
	flags := uint32(d.scale) << 16
	if d.neg {
		flags |= 1 << 31
	}
	return [4]int32{int32(uint32(d.lo)), int32(uint32(d.lo >> 32)), int32(d.hi), int32(flags)}
}

// Scale returns the number of digits after the point.
func (d Decimal) Scale() int { return int(d.scale) }

// IsZero reports whether d is worth zero, at any scale.
func (d Decimal) IsZero() bool { return d.lo == 0 && d.hi == 0 }

// Sign returns -1, 0 or 1.
func (d Decimal) Sign() int {
	switch {
	case d.IsZero():
		return 0
	case d.neg:
		return -1
	default:
		return 1
	}
}

// Negate returns -d.
func (d Decimal) Negate() Decimal {
	d.neg = !d.neg
	return d
}

// Abs returns d without its sign.
func (d Decimal) Abs() Decimal {
	d.neg = false
	return d
}

// Canonical returns the value of d with the smallest scale and no negative
// zero: equal values have equal canonical forms.
func (d Decimal) Canonical() Decimal {
	if d.IsZero() {
		return Decimal{}
	}
	v, scale := d.wide().stripZeros(int(d.scale))
	return v.decimal(scale, d.neg)
}

// Compare returns -1, 0 or 1 as d is less than, equal to or greater than e.
func (d Decimal) Compare(e Decimal) int {
	ds, es := d.Sign(), e.Sign()
	if ds != es {
		if ds < es {
			return -1
		}
		return 1
	}
	c := d.compareMagnitude(e)
	if ds < 0 {
		return -c
	}
	return c
}

func (d Decimal) compareMagnitude(e Decimal) int {
	x, y := d.wide(), e.wide()
	switch {
	case d.scale < e.scale:
		x = x.mulPower(int(e.scale - d.scale))
	case d.scale > e.scale:
		y = y.mulPower(int(d.scale - e.scale))
	}
	return x.compare(y)
}

// Add returns d + e, or [fault.Overflow]. The result has the larger of the
// two scales, unless digits must be rounded away (to even) to fit 96 bits.
func (d Decimal) Add(e Decimal) (Decimal, error) {
	if d.scale == e.scale && d.neg == e.neg && d.hi == 0 && e.hi == 0 {
		lo, carry := bits.Add64(d.lo, e.lo, 0)
		return Decimal{lo: lo, hi: uint32(carry), scale: d.scale, neg: d.neg}, nil
	}
	return d.addAligned(e)
}

func (d Decimal) addAligned(e Decimal) (Decimal, error) {
	x, y, scale := d.wide(), e.wide(), d.scale
	switch {
	case d.scale < e.scale:
		x, scale = x.mulPower(int(e.scale-d.scale)), e.scale
	case d.scale > e.scale:
		y = y.mulPower(int(d.scale - e.scale))
	}
	if d.neg == e.neg {
		return x.add(y).fit(int(scale), d.neg)
	}
	if x.compare(y) < 0 {
		return y.sub(x).fit(int(scale), e.neg)
	}
	return x.sub(y).fit(int(scale), d.neg)
}

// Sub returns d - e, or [fault.Overflow].
func (d Decimal) Sub(e Decimal) (Decimal, error) { return d.Add(e.Negate()) }

// Mul returns d * e, or [fault.Overflow]. The scales add up; digits that do
// not fit 96 bits or 28 places are rounded away, to even.
func (d Decimal) Mul(e Decimal) (Decimal, error) {
	scale, neg := int(d.scale)+int(e.scale), d.neg != e.neg
	if d.hi == 0 && e.hi == 0 {
		hi, lo := bits.Mul64(d.lo, e.lo)
		if hi>>32 == 0 && scale <= MaxScale {
			return Decimal{lo: lo, hi: uint32(hi), scale: uint8(scale), neg: neg}, nil
		}
	}
	if scale > MaxScale+maxPower64 && d.lo>>32 == 0 && d.hi == 0 && e.lo>>32 == 0 && e.hi == 0 {
		return Decimal{}, nil // .NET gives the plain zero here
	}
	return d.wide().mul(e.wide()).fit(scale, neg)
}

// Rem returns the remainder of d / e with the sign of d, [fault.DivideByZero]
// or [fault.Overflow].
func (d Decimal) Rem(e Decimal) (Decimal, error) {
	if e.IsZero() {
		return Decimal{}, divideByZero()
	}
	if d.compareMagnitude(e) < 0 {
		return d, nil
	}
	scale := max(d.scale, e.scale)
	x, y := d.wide().mulPower(int(scale-d.scale)), e.wide().mulPower(int(scale-e.scale))
	if y[1]|y[2] == 0 {
		_, rem := x.divSmall(y[0])
		return Decimal{lo: rem, scale: scale, neg: d.neg}, nil
	}
	n := x.big()
	return wideFromBig(n.Rem(n, y.big())).decimal(int(scale), d.neg), nil
}

// Div returns d / e, [fault.DivideByZero] or [fault.Overflow]. An exact
// quotient has the fewest digits that express it, but no fewer than the
// difference of the scales; others are rounded to even at 96 bits or 28 places.
func (d Decimal) Div(e Decimal) (Decimal, error) {
	if e.IsZero() {
		return Decimal{}, divideByZero()
	}
	neg, scale := d.neg != e.neg, int(d.scale)-int(e.scale)
	if e.hi == 0 {
		if q, rem := d.wide().divSmall(e.lo); rem == 0 {
			return exactQuotient(q, scale, neg)
		}
		// 192 bits hold 10^28 times any dividend of 96 bits.
		if shift := MaxScale - scale; shift <= MaxScale || d.hi == 0 && shift <= 38 {
			return divideSmall(d.wide().mulPower(shift), e.lo, neg)
		}
	}
	return divideBig(d.wide().big(), e.wide().big(), scale, neg)
}

// exactQuotient gives a quotient without a rest its scale; a negative one
// becomes zeros.
func exactQuotient(q wide, scale int, neg bool) (Decimal, error) {
	if scale >= 0 {
		return q.decimal(scale, neg), nil
	}
	return q.mulPower(-scale).fit(0, neg)
}

// divideSmall divides a dividend that was multiplied up to all 28 places.
func divideSmall(n wide, divisor uint64, neg bool) (Decimal, error) {
	q, rem := n.divSmall(divisor)
	half := divisor - rem // rem compared with half compares twice the rest with the divisor
	if q.fits96() {
		if rem > half || rem == half && q[0]&1 == 1 {
			q = q.add(wide{1})
		}
		if q.fits96() {
			v, scale := q.stripZeros(MaxScale)
			return v.decimal(scale, neg), nil
		}
	}
	for drop := 1; drop <= MaxScale; drop++ {
		if v := q.dropDigits(drop, rem != 0, ToEven, neg); v.fits96() {
			v, scale := v.stripZeros(MaxScale - drop)
			return v.decimal(scale, neg), nil
		}
	}
	return Decimal{}, decimalOverflow()
}

// divideBig divides where 192 bits may not suffice.
func divideBig(num, den *big.Int, scale int, neg bool) (Decimal, error) {
	if quo, rem := new(big.Int).QuoRem(num, den, new(big.Int)); rem.Sign() == 0 {
		if scale < 0 {
			quo.Mul(quo, bigPower(-scale))
		}
		return fitBig(quo, max(scale, 0), neg)
	}
	// Start at the full 28 places and give digits up until 96 bits suffice.
	// Dividing once by the divisor of the final scale rounds once.
	n := num.Mul(num, bigPower(MaxScale-scale))
	drop := max(0, decimalDigits(new(big.Int).Quo(n, den))-MaxScale-1)
	for ; drop <= MaxScale; drop++ {
		q := roundedQuotient(n, new(big.Int).Mul(den, bigPower(drop)))
		if q.BitLen() <= 96 {
			v, scale := wideFromBig(q).stripZeros(MaxScale - drop)
			return v.decimal(scale, neg), nil
		}
	}
	return Decimal{}, decimalOverflow()
}
