package system

import (
	"crypto/rand"
	"encoding/hex"
	"strings"

	"github.com/csshell/csshell/objects"
)

// Guid is a System.Guid: its bytes in the order they are written in.
type Guid [16]byte

// GuidOf makes a System.Guid.
func GuidOf(g Guid) value { return objects.Of(&g) }

// Type is System.Guid.
func (*Guid) Type() *objects.Type { return objects.GuidType }

// HashKey is equal for equal Guids.
func (g *Guid) HashKey() any { return *g }

// Equals compares with another Guid.
func (g *Guid) Equals(other value) bool {
	o, ok := objects.As[*Guid](other)
	return ok && *o == *g
}

// CompareTo orders two Guids.
func (g *Guid) CompareTo(other value) (int, error) {
	o, ok := objects.As[*Guid](other)
	if !ok {
		return 0, objects.NewException(objects.ArgumentException, "Object must be of type GUID.")
	}
	return strings.Compare(string(g[:]), string(o[:])), nil
}

// Text is the Guid with hyphens.
func (g *Guid) Text() (string, error) { return g.hyphened(), nil }

func (g *Guid) hyphened() string {
	s := hex.EncodeToString(g[:])
	return s[:8] + "-" + s[8:12] + "-" + s[12:16] + "-" + s[16:20] + "-" + s[20:]
}

// Format is the Guid in one of .NET's formats D, N, B, P, X.
func (g *Guid) Format(format string) (string, error) {
	switch strings.ToUpper(format) {
	case "", "D":
		return g.hyphened(), nil
	case "N":
		return hex.EncodeToString(g[:]), nil
	case "B":
		return "{" + g.hyphened() + "}", nil
	case "P":
		return "(" + g.hyphened() + ")", nil
	case "X":
		s := hex.EncodeToString(g[:])
		text := "{0x" + s[:8] + ",0x" + s[8:12] + ",0x" + s[12:16] + ",{"
		for i := 16; i < 32; i += 2 {
			if i > 16 {
				text += ","
			}
			text += "0x" + s[i:i+2]
		}
		return text + "}}", nil
	}
	return "", objects.NewException(objects.FormatException, `Format string can be only "D", "d", "N", "n", "P", "p", "B", "b", "X" or "x".`)
}

// ParseGuid reads a Guid in one of the formats D, N, B, P.
func ParseGuid(s string) (g Guid, ok bool) {
	s = strings.TrimSpace(s)
	for _, pair := range [...]string{"{}", "()"} {
		if len(s) == 38 && s[0] == pair[0] && s[37] == pair[1] {
			s = s[1:37]
		}
	}
	if len(s) == 36 {
		if s[8] != '-' || s[13] != '-' || s[18] != '-' || s[23] != '-' {
			return g, false
		}
		s = s[:8] + s[9:13] + s[14:18] + s[19:23] + s[24:]
	}
	if len(s) != 32 {
		return g, false
	}
	b, err := hex.DecodeString(s)
	if err != nil {
		return g, false
	}
	return Guid(b), true
}

// NewGuid makes a random Guid (RFC 9562, version 4).
func NewGuid() Guid {
	var g Guid
	rand.Read(g[:])
	g[6] = g[6]&0x0F | 0x40
	g[8] = g[8]&0x3F | 0x80
	return g
}

func badGuid() error {
	return objects.NewException(objects.FormatException, "Unrecognized Guid format.")
}

func guidOf(v value) *Guid {
	if g, ok := objects.As[*Guid](v); ok {
		return g
	}
	return &Guid{}
}

// littleEndian swaps the first three fields, which .NET keeps as numbers.
func littleEndian(b [16]byte) [16]byte {
	b[0], b[1], b[2], b[3] = b[3], b[2], b[1], b[0]
	b[4], b[5] = b[5], b[4]
	b[6], b[7] = b[7], b[6]
	return b
}

func parsedGuid(c *call) (value, error) {
	g, ok := ParseGuid(c.Str(0))
	if !ok {
		return objects.Null, badGuid()
	}
	return GuidOf(g), nil
}

func guidDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: objects.GuidType,
		Constructors: []objects.Method{
			total("new()", func(*call) value { return GuidOf(Guid{}) }),
			partial("new(byte[] b)", func(c *call) (value, error) {
				b := bytesOf(c.Args[0])
				if len(b) != 16 {
					return objects.Null, objects.BadArgument("Byte array for Guid must be exactly 16 bytes long.", "b")
				}
				return GuidOf(littleEndian([16]byte(b))), nil
			}),
			partial("new(string g)", parsedGuid),
		},
		Properties: []objects.Property{
			reads("int Variant {get;}", func(this value) value { return objects.Int(int(guidOf(this)[8] >> 4)) }),
			reads("int Version {get;}", func(this value) value { return objects.Int(int(guidOf(this)[6] >> 4)) }),
			constant("static guid Empty {get;}", GuidOf(Guid{})),
			reads("static guid AllBitsSet {get;}", func(value) value {
				var g Guid
				for i := range g {
					g[i] = 0xFF
				}
				return GuidOf(g)
			}),
		},
		Methods: []objects.Method{
			partial("int CompareTo(System.Object value)", func(c *call) (value, error) {
				if !c.Is(0) {
					return objects.Int(1), nil
				}
				n, err := guidOf(c.This).CompareTo(c.Args[0])
				return objects.Int(n), err
			}),
			partial("int CompareTo(guid value)", func(c *call) (value, error) {
				n, err := guidOf(c.This).CompareTo(c.Args[0])
				return objects.Int(n), err
			}),
			total("bool Equals(guid g)", func(c *call) value { return objects.Bool(guidOf(c.This).Equals(c.Args[0])) }),
			total("byte[] ToByteArray()", func(c *call) value { b := littleEndian(*guidOf(c.This)); return byteArray(b[:]) }),
			partial("string ToString()", toText),
			partial("string ToString(string format)", guidText),
			partial("string ToString(string format, System.IFormatProvider provider)", guidText),
			total("static guid NewGuid()", func(*call) value { return GuidOf(NewGuid()) }),
			partial("static guid Parse(string input)", parsedGuid),
			partial("static guid ParseExact(string input, string format)", func(c *call) (value, error) {
				g, ok := ParseGuid(c.Str(0))
				if s, err := g.Format(c.Str(1)); err != nil || !ok || !strings.EqualFold(s, strings.TrimSpace(c.Str(0))) {
					return objects.Null, badGuid()
				}
				return GuidOf(g), nil
			}),
			partial("static bool TryParse(string input, [ref] guid result)", func(c *call) (value, error) {
				g, ok := ParseGuid(c.Str(0))
				return objects.Bool(ok), c.Assign(1, GuidOf(g))
			}),
			total("static bool op_Equality(guid a, guid b)", func(c *call) value { return objects.Bool(guidOf(c.Args[0]).Equals(c.Args[1])) }),
			total("static bool op_Inequality(guid a, guid b)", func(c *call) value { return objects.Bool(!guidOf(c.Args[0]).Equals(c.Args[1])) }),
		},
	}
}

func guidText(c *call) (value, error) {
	s, err := guidOf(c.This).Format(c.Str(0))
	return objects.String(s), err
}

// bytesOf are the bytes of an array of Byte.
func bytesOf(v value) []byte {
	a := arrayOf(v)
	if a == nil {
		return nil
	}
	b := make([]byte, a.Len())
	for i, v := range a.Items() {
		b[i] = byte(v.Int64())
	}
	return b
}

// byteArray makes a byte[].
func byteArray(b []byte) value {
	items := make([]value, len(b))
	for i, x := range b {
		items[i] = objects.Word(objects.ByteType, uint64(x))
	}
	return objects.Of(objects.NewArray(objects.ByteType, items))
}
