package system

import (
	"math"
	"math/rand/v2"

	"github.com/csshell/csshell/objects"
)

// RandomType is System.Random.
var RandomType = &objects.Type{FullName: "System.Random", Kind: objects.KindObject}

// source is where random numbers come from.
type source interface {
	// next is a number of [0, MaxInt32).
	next() int32
	// float is a number of [0, 1).
	float() float64
}

// Random is a System.Random.
type Random struct{ source }

// Type is System.Random.
func (*Random) Type() *objects.Type { return RandomType }

// unseeded draws from the process's own source.
type unseeded struct{}

func (unseeded) next() int32    { return rand.Int32N(math.MaxInt32) }
func (unseeded) float() float64 { return rand.Float64() }

// seeded is Knuth's subtractive generator, which .NET keeps for Random(seed)
// so that a seed always gives the same numbers.
type seeded struct {
	state  [56]int32
	at, to int
}

func newSeeded(seed int32) *seeded {
	s := &seeded{to: 21}
	subtraction := seed
	switch {
	case seed == math.MinInt32:
		subtraction = math.MaxInt32
	case seed < 0:
		subtraction = -seed
	}
	j := int32(161803398) - subtraction
	s.state[55] = j
	k := int32(1)
	place := 0
	for i := 1; i < 55; i++ {
		if place += 21; place >= 55 {
			place -= 55
		}
		s.state[place] = k
		if k = j - k; k < 0 {
			k += math.MaxInt32
		}
		j = s.state[place]
	}
	for range 4 {
		for i := 1; i < 56; i++ {
			n := i + 30
			if n >= 55 {
				n -= 55
			}
			s.state[i] -= s.state[1+n]
			if s.state[i] < 0 {
				s.state[i] += math.MaxInt32
			}
		}
	}
	return s
}

func (s *seeded) next() int32 {
	if s.at++; s.at >= 56 {
		s.at = 1
	}
	if s.to++; s.to >= 56 {
		s.to = 1
	}
	n := s.state[s.at] - s.state[s.to]
	if n == math.MaxInt32 {
		n--
	}
	if n < 0 {
		n += math.MaxInt32
	}
	s.state[s.at] = n
	return n
}

func (s *seeded) float() float64 { return float64(s.next()) * (1.0 / math.MaxInt32) }

// large is a number of [-1, 1) for ranges that a float of next cannot fill.
func (s *seeded) large() float64 {
	n := s.next()
	if s.next()%2 == 0 {
		n = -n
	}
	return (float64(n) + (math.MaxInt32 - 1)) / (2*float64(math.MaxInt32) - 1)
}

func randomOf(v value) *Random {
	if r, ok := objects.As[*Random](v); ok {
		return r
	}
	return &Random{unseeded{}}
}

// between is a number of [low, high).
func (r *Random) between(low, high int64) int64 {
	width := high - low
	if s, ok := r.source.(*seeded); ok && width > math.MaxInt32 {
		return int64(s.large()*float64(width)) + low
	}
	if _, ok := r.source.(unseeded); ok && width > 0 {
		return low + rand.Int64N(width)
	}
	return int64(r.float()*float64(width)) + low
}

func randomDeclaration() *objects.Declaration {
	shared := objects.Of(&Random{unseeded{}})
	return &objects.Declaration{
		Type: RandomType,
		Constructors: []objects.Method{
			total("new()", func(*call) value { return objects.Of(&Random{unseeded{}}) }),
			total("new(int Seed)", func(c *call) value { return objects.Of(&Random{newSeeded(int32(c.Int(0)))}) }),
		},
		Properties: []objects.Property{reads("static System.Random Shared {get;}", func(value) value { return shared })},
		Methods: []objects.Method{
			total("int Next()", func(c *call) value { return objects.Int32(randomOf(c.This).next()) }),
			partial("int Next(int maxValue)", func(c *call) (value, error) {
				if c.Int(0) < 0 {
					return objects.Null, objects.NegativeArgument("maxValue", c.Int(0))
				}
				return objects.Int(int(randomOf(c.This).between(0, int64(c.Int(0))))), nil
			}),
			partial("int Next(int minValue, int maxValue)", func(c *call) (value, error) {
				if c.Int(0) > c.Int(1) {
					return objects.Null, objects.OutOfRange("'minValue' cannot be greater than maxValue.", "minValue")
				}
				return objects.Int(int(randomOf(c.This).between(int64(c.Int(0)), int64(c.Int(1))))), nil
			}),
			total("long NextInt64()", func(c *call) value { return objects.Int64(rand.Int64()) }),
			partial("long NextInt64(long minValue, long maxValue)", func(c *call) (value, error) {
				low, high := c.Args[0].Int64(), c.Args[1].Int64()
				if low > high {
					return objects.Null, objects.OutOfRange("'minValue' cannot be greater than maxValue.", "minValue")
				}
				return objects.Int64(randomOf(c.This).between(low, high)), nil
			}),
			total("double NextDouble()", func(c *call) value { return objects.Double(randomOf(c.This).float()) }),
			total("float NextSingle()", func(c *call) value { return realOf(randomOf(c.This).float(), objects.SingleType) }),
			total("void NextBytes(byte[] buffer)", func(c *call) value {
				a := arrayOf(c.Args[0])
				for i := 0; a != nil && i < a.Len(); i++ {
					a.Set(i, objects.Word(objects.ByteType, uint64(byte(randomOf(c.This).next()))))
				}
				return objects.AutomationNull()
			}),
			total("void Shuffle[T](T[] values)", func(c *call) value {
				a := arrayOf(c.Args[0])
				for i := 0; a != nil && i < a.Len()-1; i++ {
					j := int(randomOf(c.This).between(int64(i), int64(a.Len())))
					x, y := a.At(i), a.At(j)
					a.Set(i, y)
					a.Set(j, x)
				}
				return objects.AutomationNull()
			}),
		},
	}
}
