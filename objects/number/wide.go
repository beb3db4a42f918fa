package number

import (
	"math/big"
	"math/bits"
)

// wide is the unsigned 192-bit number that exact results of Decimal's
// operations are computed in; word 0 is the lowest.
type wide [3]uint64

func (d Decimal) wide() wide { return wide{d.lo, uint64(d.hi), 0} }

// decimal narrows a value that is known to fit.
func (w wide) decimal(scale int, neg bool) Decimal {
	return Decimal{lo: w[0], hi: uint32(w[1]), scale: uint8(scale), neg: neg}
}

func (w wide) fits96() bool { return w[1]>>32 == 0 && w[2] == 0 }

func (w wide) compare(v wide) int {
	for i := len(w) - 1; i >= 0; i-- {
		if w[i] != v[i] {
			if w[i] < v[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

func (w wide) add(v wide) wide {
	var c uint64
	for i := range w {
		w[i], c = bits.Add64(w[i], v[i], c)
	}
	return w
}

func (w wide) sub(v wide) wide {
	var b uint64
	for i := range w {
		w[i], b = bits.Sub64(w[i], v[i], b)
	}
	return w
}

// mul multiplies two values of at most 96 bits.
func (w wide) mul(v wide) wide {
	h0, l0 := bits.Mul64(w[0], v[0])
	h1, l1 := bits.Mul64(w[0], v[1])
	h2, l2 := bits.Mul64(w[1], v[0])
	top := w[1] * v[1]
	mid, c1 := bits.Add64(h0, l1, 0)
	mid, c2 := bits.Add64(mid, l2, 0)
	return wide{l0, mid, top + h1 + h2 + c1 + c2}
}

func (w wide) mulSmall(m uint64) wide {
	h0, l0 := bits.Mul64(w[0], m)
	h1, l1 := bits.Mul64(w[1], m)
	mid, c := bits.Add64(l1, h0, 0)
	return wide{l0, mid, w[2]*m + h1 + c}
}

// mulPower multiplies by 10^n. The callers keep the result below 2^192: 96
// bits times 10^28.
func (w wide) mulPower(n int) wide {
	for n > maxPower64 {
		w, n = w.mulSmall(power10(maxPower64)), n-maxPower64
	}
	return w.mulSmall(power10(n))
}

func (w wide) divSmall(d uint64) (quo wide, rem uint64) {
	quo[2], rem = bits.Div64(0, w[2], d)
	quo[1], rem = bits.Div64(rem, w[1], d)
	quo[0], rem = bits.Div64(rem, w[0], d)
	return quo, rem
}

// stripZeros divides by ten while nothing is lost and the scale allows.
func (w wide) stripZeros(scale int) (wide, int) {
	for scale > 0 && w[0]&1 == 0 {
		quo, rem := w.divSmall(10)
		if rem != 0 {
			break
		}
		w, scale = quo, scale-1
	}
	return w, scale
}

// dropDigits divides by 10^n, rounding as mode says; sticky tells of digits
// that were dropped before.
func (w wide) dropDigits(n int, sticky bool, mode Rounding, neg bool) wide {
	for ; n > 1; n-- {
		var rem uint64
		w, rem = w.divSmall(10)
		sticky = sticky || rem != 0
	}
	w, last := w.divSmall(10)
	if mode.up(last, sticky, w[0]&1 == 1, neg) {
		w = w.add(wide{1})
	}
	return w
}

// fit rounds w / 10^scale to even, as far as needed, so that 96 bits and
// [MaxScale] places hold it.
func (w wide) fit(scale int, neg bool) (Decimal, error) {
	if w.fits96() && scale <= MaxScale {
		return w.decimal(scale, neg), nil
	}
	for drop := max(1, scale-MaxScale); drop <= scale; drop++ {
		if v := w.dropDigits(drop, false, ToEven, neg); v.fits96() {
			return v.decimal(scale-drop, neg), nil
		}
	}
	return Decimal{}, decimalOverflow()
}

func (w wide) big() *big.Int {
	var buf [24]byte
	for i, word := range w {
		for j := range 8 {
			buf[23-8*i-j] = byte(word >> (8 * j))
		}
	}
	return new(big.Int).SetBytes(buf[:])
}

// wideFromBig takes the low 192 bits of a number that is not negative.
func wideFromBig(v *big.Int) (w wide) {
	var buf [24]byte
	for i, b := range v.FillBytes(buf[:]) {
		at := 23 - i
		w[at/8] |= uint64(b) << (8 * (at % 8))
	}
	return w
}

// fitBig narrows a whole number of any size; only the scale 0 is tried.
func fitBig(v *big.Int, scale int, neg bool) (Decimal, error) {
	if v.BitLen() > 96 {
		return Decimal{}, decimalOverflow()
	}
	return wideFromBig(v).decimal(scale, neg), nil
}

// roundedQuotient returns n / d rounded to even.
func roundedQuotient(n, d *big.Int) *big.Int {
	quo, rem := new(big.Int).QuoRem(n, d, new(big.Int))
	switch c := rem.Lsh(rem, 1).Cmp(d); {
	case c > 0, c == 0 && quo.Bit(0) == 1:
		return quo.Add(quo, big.NewInt(1))
	default:
		return quo
	}
}

func bigPower(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

// decimalDigits estimates, never above the truth, the digits of v.
func decimalDigits(v *big.Int) int {
	return (v.BitLen() - 1) * 1233 >> 12
}

// power10 returns 10^n for n up to 19.
func power10(n int) uint64 { return powers64[n] }

var powers64 = [maxPower64 + 1]uint64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
}
