package objects

import (
	"math/big"

	"github.com/csshell/csshell/objects/number"
)

// Equaler is an object with an Equals of its own (Object.Equals); others are
// equal only to themselves.
type Equaler interface {
	Equals(other Value) bool
}

// Comparer is an object that can be ordered (IComparable). The error is for a
// value of another type.
type Comparer interface {
	CompareTo(other Value) (int, error)
}

// wrongComparand is what CompareTo of a .NET type says of another type.
func wrongComparand(t *Type) error {
	return NewException(ArgumentException, "Object must be of type "+t.Name()+".")
}

// Decimal is a System.Decimal: too large to be held in place.
type Decimal struct{ N number.Decimal }

// DecimalOf makes a System.Decimal.
func DecimalOf(n number.Decimal) Value { return Of(&Decimal{n}) }

// Type is System.Decimal.
func (*Decimal) Type() *Type { return DecimalType }

// HashKey is equal for equal numbers, whatever their scale.
func (d *Decimal) HashKey() any { return d.N.Canonical() }

// Equals compares with another Decimal.
func (d *Decimal) Equals(other Value) bool {
	o, ok := other.ref.(*Decimal)
	return ok && d.N.Compare(o.N) == 0
}

// CompareTo orders two Decimals.
func (d *Decimal) CompareTo(other Value) (int, error) {
	if o, ok := other.ref.(*Decimal); ok {
		return d.N.Compare(o.N), nil
	}
	return 0, wrongComparand(DecimalType)
}

// Text is the number with all its digits, zeros at the end included.
func (d *Decimal) Text() (string, error) { return d.N.String(), nil }

// BigInteger is a System.Numerics.BigInteger; the number must not be changed.
type BigInteger struct{ N *big.Int }

// BigInt makes a System.Numerics.BigInteger of n, which it owns.
func BigInt(n *big.Int) Value { return Of(&BigInteger{n}) }

// Type is System.Numerics.BigInteger.
func (*BigInteger) Type() *Type { return BigIntegerType }

// HashKey is equal for equal numbers.
func (b *BigInteger) HashKey() any { return bigKey(b.N.String()) }

// bigKey keeps the keys of BigIntegers apart from those of other types.
type bigKey string

// Equals compares with another BigInteger.
func (b *BigInteger) Equals(other Value) bool {
	o, ok := other.ref.(*BigInteger)
	return ok && b.N.Cmp(o.N) == 0
}

// CompareTo orders two BigIntegers.
func (b *BigInteger) CompareTo(other Value) (int, error) {
	if o, ok := other.ref.(*BigInteger); ok {
		return b.N.Cmp(o.N), nil
	}
	return 0, wrongComparand(BigIntegerType)
}

// Text is the number in decimal digits.
func (b *BigInteger) Text() (string, error) { return b.N.String(), nil }
