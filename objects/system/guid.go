package system

import (
	"crypto/rand"
	"strings"

	"github.com/csshell/csshell/objects"
)

// NewGuid makes a random Guid (RFC 9562, version 4).
func NewGuid() objects.Guid {
	var g objects.Guid
	rand.Read(g[:])
	g[6] = g[6]&0x0F | 0x40
	g[8] = g[8]&0x3F | 0x80
	return g
}

func guidOf(v value) *objects.Guid {
	if g, ok := objects.As[*objects.Guid](v); ok {
		return g
	}
	return &objects.Guid{}
}

// littleEndian swaps the first three fields, which .NET keeps as numbers.
func littleEndian(b [16]byte) [16]byte {
	b[0], b[1], b[2], b[3] = b[3], b[2], b[1], b[0]
	b[4], b[5] = b[5], b[4]
	b[6], b[7] = b[7], b[6]
	return b
}

func parsedGuid(c *call) (value, error) {
	g, err := objects.ParseGuid(c.Str(0))
	return objects.GuidOf(g), err
}

func guidDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: objects.GuidType,
		Data: &objects.TypeData{TypeName: objects.GuidType.FullName, Members: []objects.OwnMember{
			{Name: "Guid", Kind: objects.ScriptPropertyMember, Value: objects.Of(&objects.CodePropertyDef{
				Name: "Guid", Script: "$this.ToString()",
				Getter: func(tt *objects.TypeTable, this value) (value, error) {
					s, err := tt.ToString(this.Base(), "")
					return objects.String(s), err
				},
			})},
		}},
		Constructors: []objects.Method{
			total("new()", func(*call) value { return objects.GuidOf(objects.Guid{}) }),
			partial("new(byte[] b)", func(c *call) (value, error) {
				b := objects.BytesOf(c.Args[0])
				if len(b) != 16 {
					return objects.Null, objects.BadArgument("Byte array for Guid must be exactly 16 bytes long.", "b")
				}
				return objects.GuidOf(littleEndian([16]byte(b))), nil
			}),
			partial("new(string g)", parsedGuid),
		},
		Properties: []objects.Property{
			reads("int Variant {get;}", func(this value) value { return objects.Int(int(guidOf(this)[8] >> 4)) }),
			reads("int Version {get;}", func(this value) value { return objects.Int(int(guidOf(this)[6] >> 4)) }),
			constant("static guid Empty {get;}", objects.GuidOf(objects.Guid{})),
			reads("static guid AllBitsSet {get;}", func(value) value {
				var g objects.Guid
				for i := range g {
					g[i] = 0xFF
				}
				return objects.GuidOf(g)
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
			total("byte[] ToByteArray()", func(c *call) value { b := littleEndian(*guidOf(c.This)); return objects.ByteArray(b[:]) }),
			partial("string ToString()", toText),
			partial("string ToString(string format)", guidText),
			partial("string ToString(string format, System.IFormatProvider provider)", guidText),
			total("static guid NewGuid()", func(*call) value { return objects.GuidOf(NewGuid()) }),
			partial("static guid Parse(string input)", parsedGuid),
			partial("static guid ParseExact(string input, string format)", func(c *call) (value, error) {
				g, err := objects.ParseGuid(c.Str(0))
				if err != nil {
					return objects.Null, err
				}
				s, err := g.FormatAs(c.Str(1))
				if err == nil && !strings.EqualFold(s, strings.TrimSpace(c.Str(0))) {
					err = objects.NewException(objects.FormatException, "Unrecognized Guid format.")
				}
				return objects.GuidOf(g), err
			}),
			partial("static bool TryParse(string input, [ref] guid result)", func(c *call) (value, error) {
				g, err := objects.ParseGuid(c.Str(0))
				return objects.Bool(err == nil), c.Assign(1, objects.GuidOf(g))
			}),
			total("static bool op_Equality(guid a, guid b)", func(c *call) value { return objects.Bool(guidOf(c.Args[0]).Equals(c.Args[1])) }),
			total("static bool op_Inequality(guid a, guid b)", func(c *call) value { return objects.Bool(!guidOf(c.Args[0]).Equals(c.Args[1])) }),
		},
	}
}

func guidText(c *call) (value, error) {
	s, err := guidOf(c.This).FormatAs(c.Str(0))
	return objects.String(s), err
}
