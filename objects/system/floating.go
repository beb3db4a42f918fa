package system

import (
	"math"
	"math/bits"

	"github.com/csshell/csshell/objects"
)

// floatingMethods are what binary fractions have from IFloatingPoint: the bytes
// and bits of exponent and significand (IEEE 754).
func floatingMethods(n numeric) []objects.Method {
	exponentBytes, size, significand := 2, 8, 53
	if n.typ == objects.SingleType {
		exponentBytes, size, significand = 1, 4, 24
	}
	number := func(name string, of func(v value) int) objects.Method {
		return total("int IFloatingPoint."+name+"()", func(c *call) value { return objects.Int(of(c.This)) })
	}
	return []objects.Method{
		number("GetExponentByteCount", func(value) int { return exponentBytes }),
		number("GetExponentShortestBitLength", func(v value) int {
			e := exponentOf(v)
			if e >= 0 {
				return bits.Len(uint(e))
			}
			return bits.Len(uint(^e)) + 1
		}),
		number("GetSignificandBitLength", func(value) int { return significand }),
		number("GetSignificandByteCount", func(value) int { return size }),
	}
}

// exponentOf is the exponent that a fraction is stored with, without the bias.
func exponentOf(v value) int {
	if v.Kind() == objects.KindSingle {
		return int(math.Float32bits(float32(v.Float()))>>23&0xff) - 127
	}
	return int(math.Float64bits(v.Float())>>52&0x7ff) - 1023
}

// numberChoices are the greater and the smaller of two numbers, by their values
// and by their magnitudes.
func numberChoices(n numeric) []objects.Method {
	choice := func(name string, of func(a, b value) value) objects.Method {
		return total("static "+n.name+" "+name+"("+n.name+" x, "+n.name+" y)", func(c *call) value { return of(c.Args[0], c.Args[1]) })
	}
	methods := []objects.Method{choice("Max", greater), choice("Min", smaller)}
	if !n.signed() {
		return methods
	}
	return append(methods,
		choice("MaxMagnitude", func(a, b value) value {
			if order := compareMagnitudes(a, b); order > 0 || order == 0 && compareNumbers(a, b) > 0 || isNaN(a) {
				return a
			}
			return b
		}),
		choice("MinMagnitude", func(a, b value) value {
			if order := compareMagnitudes(a, b); order < 0 || order == 0 && compareNumbers(a, b) < 0 || isNaN(a) {
				return a
			}
			return b
		}))
}

// compareMagnitudes orders two numbers without their signs. The magnitude of the
// least integer, which has none of its type, is the greatest.
func compareMagnitudes(a, b value) int {
	x, errX := absolute(a)
	y, errY := absolute(b)
	switch {
	case errX != nil && errY != nil:
		return 0
	case errX != nil:
		return 1
	case errY != nil:
		return -1
	}
	return compareNumbers(x, y)
}
