// Package numerics declares the types of .NET's System.Numerics.
package numerics

import (
	"math/big"
	"slices"

	"github.com/csshell/csshell/objects"
)

type (
	call  = objects.Call
	value = objects.Value
)

// Types are the types of this package for a TypeTable.
func Types() []objects.TypeEntry {
	return []objects.TypeEntry{{Type: objects.BigIntegerType, Accelerators: []string{"bigint"}, Declare: bigIntegerDeclaration}}
}

func bigIntegerDeclaration() *objects.Declaration {
	d := &objects.Declaration{Type: objects.BigIntegerType, Constructors: constructors(), Properties: properties(), Methods: instanceMethods()}
	for _, group := range [...][]objects.Method{arithmetic(), operators(), questions(), logarithms(), parsing()} {
		d.Methods = append(d.Methods, group...)
	}
	return d
}

// of is the number of a BigInteger; 0 for anything else.
func of(v value) *big.Int {
	if b, ok := objects.As[*objects.BigInteger](v); ok {
		return b.N
	}
	return new(big.Int)
}

func arg(c *call, i int) *big.Int { return of(c.Args[i]) }

// constructors take what a cast to BigInteger takes.
func constructors() []objects.Method {
	convert := func(c *call) (value, error) { return c.Types.Convert(c.Args[0], objects.BigIntegerType) }
	methods := []objects.Method{
		objects.Total("new()", func(*call) value { return objects.BigInt(new(big.Int)) }),
		objects.Total("new(byte[] value)", func(c *call) value { return objects.BigInt(fromBytes(c.Items(0))) }),
	}
	for _, t := range [...]string{"int", "uint", "long", "ulong", "float", "double", "decimal"} {
		methods = append(methods, objects.Partial("new("+t+" value)", convert))
	}
	return methods
}

// fromBytes reads two's complement, the lowest byte first.
func fromBytes(items []value) *big.Int {
	bytes := make([]byte, len(items))
	for i, b := range items {
		bytes[len(items)-1-i] = byte(b.Bits())
	}
	n := new(big.Int).SetBytes(bytes)
	if len(bytes) > 0 && bytes[0] >= 0x80 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(bytes))))
	}
	return n
}

// toBytes writes two's complement in as few bytes as hold the sign, the lowest
// first.
func toBytes(n *big.Int) []byte {
	size := bytesOf(n)
	if n.Sign() < 0 {
		n = new(big.Int).Add(n, new(big.Int).Lsh(big.NewInt(1), uint(8*size)))
	}
	bytes := n.FillBytes(make([]byte, size))
	slices.Reverse(bytes)
	return bytes
}

// bytesOf is the number of bytes that hold n with its sign.
func bytesOf(n *big.Int) int { return signedBits(n)/8 + 1 }

// signedBits is the length of n in two's complement without the sign.
func signedBits(n *big.Int) int {
	if n.Sign() < 0 {
		return new(big.Int).Not(n).BitLen()
	}
	return n.BitLen()
}

func properties() []objects.Property {
	constant := func(name string, n int64) objects.Property {
		v := objects.BigInt(big.NewInt(n))
		return objects.Reads("static bigint "+name+" {get;}", func(value) value { return v })
	}
	is := func(name string, test func(*big.Int) bool) objects.Property {
		return objects.Reads("bool "+name+" {get;}", func(this value) value { return objects.Bool(test(of(this))) })
	}
	return []objects.Property{
		constant("MinusOne", -1), constant("One", 1), constant("Zero", 0),
		is("IsEven", isEven), is("IsOne", func(n *big.Int) bool { return n.IsInt64() && n.Int64() == 1 }),
		is("IsPowerOfTwo", isPowerOfTwo), is("IsZero", func(n *big.Int) bool { return n.Sign() == 0 }),
		objects.Reads("int Sign {get;}", func(this value) value { return objects.Int(of(this).Sign()) }),
	}
}

func isEven(n *big.Int) bool { return n.Bit(0) == 0 }

func isPowerOfTwo(n *big.Int) bool {
	return n.Sign() > 0 && int(n.TrailingZeroBits()) == n.BitLen()-1
}

func instanceMethods() []objects.Method {
	write := func(format, provider int) func(c *call) (value, error) {
		return func(c *call) (value, error) {
			text, in := "", c.Types.Culture()
			if format >= 0 {
				text = c.Str(format)
			}
			if provider >= 0 {
				in = c.Culture(provider)
			}
			s, err := c.Types.ToStringIn(c.This, text, in)
			return objects.String(s), err
		}
	}
	return []objects.Method{
		objects.Partial("int CompareTo(System.Object obj)", compareToObject),
		objects.Total("int CompareTo(bigint other)", func(c *call) value { return objects.Int(of(c.This).Cmp(arg(c, 0))) }),
		objects.Total("bool Equals(bigint other)", func(c *call) value { return objects.Bool(of(c.This).Cmp(arg(c, 0)) == 0) }),
		objects.Total("long GetBitLength()", func(c *call) value { return objects.Int64(int64(signedBits(of(c.This)))) }),
		objects.Total("int GetByteCount(bool isUnsigned = False)", func(c *call) value {
			if c.Bool(0) {
				return objects.Int(max((of(c.This).BitLen()+7)/8, 1))
			}
			return objects.Int(bytesOf(of(c.This)))
		}),
		objects.Total("byte[] ToByteArray()", func(c *call) value { return objects.Of(objects.Bytes(toBytes(of(c.This)))) }),
		objects.Partial("string ToString()", write(-1, -1)),
		objects.Partial("string ToString(string format)", write(0, -1)),
		objects.Partial("string ToString(System.IFormatProvider provider)", write(-1, 0)),
		objects.Partial("string ToString(string format, System.IFormatProvider provider)", write(0, 1)),
	}
}

func compareToObject(c *call) (value, error) {
	if !c.Is(0) {
		return objects.Int(1), nil
	}
	b, ok := objects.As[*objects.BigInteger](c.Args[0])
	if !ok {
		return objects.Null, objects.BadArgument("The parameter must be a BigInteger.", "obj")
	}
	return objects.Int(of(c.This).Cmp(b.N)), nil
}
