package system

import (
	"encoding/binary"
	"encoding/hex"
	"math"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/csshell/csshell/objects"
)

// The static classes of small things, and DBNull.
var (
	GCType           = staticClass("System.GC")
	BitConverterType = staticClass("System.BitConverter")
	ActivatorType    = staticClass("System.Activator")
	DBNullType       = &objects.Type{FullName: "System.DBNull", Kind: objects.KindObject, Attributes: objects.SealedAttr}
)

// dbNull is the absence of a value in a database.
type dbNull struct{}

// Type is System.DBNull.
func (dbNull) Type() *objects.Type { return DBNullType }

// Text is empty.
func (dbNull) Text() (string, error) { return "", nil }

// DBNull is [DBNull]::Value.
func DBNull() value { return objects.Of(dbNull{}) }

func dbNullDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type:       DBNullType,
		Properties: []objects.Property{reads("static System.DBNull Value {get;}", func(value) value { return DBNull() })},
		Methods: []objects.Method{
			total("System.TypeCode GetTypeCode()", func(*call) value { return objects.Word(TypeCodeType, 2) }),
			total("string ToString()", func(*call) value { return objects.String("") }),
			total("string ToString(System.IFormatProvider provider)", func(*call) value { return objects.String("") }),
		},
	}
}

func gcDeclaration() *objects.Declaration {
	collect := func(*call) value { debug.FreeOSMemory(); return objects.AutomationNull() }
	nothing := func(*call) value { return objects.AutomationNull() }
	return &objects.Declaration{
		Type:       GCType,
		Properties: []objects.Property{constant("static int MaxGeneration {get;}", objects.Int(2))},
		Methods: []objects.Method{
			total("static void Collect()", collect),
			total("static void Collect(int generation)", collect),
			total("static void WaitForPendingFinalizers()", nothing),
			total("static void SuppressFinalize(System.Object obj)", nothing),
			total("static void KeepAlive(System.Object obj)", nothing),
			total("static int CollectionCount(int generation)", func(*call) value {
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				return objects.Int(int(m.NumGC))
			}),
			total("static int GetGeneration(System.Object obj)", func(*call) value { return objects.Int(0) }),
			total("static long GetTotalMemory(bool forceFullCollection)", func(c *call) value {
				if c.Bool(0) {
					runtime.GC()
				}
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				return objects.Int64(int64(m.HeapAlloc))
			}),
			total("static long GetTotalAllocatedBytes(bool precise = False)", func(*call) value {
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				return objects.Int64(int64(m.TotalAlloc))
			}),
		},
	}
}

func activatorDeclaration() *objects.Declaration {
	create := func(c *call, t *objects.Type, args []value) (value, error) {
		if t == nil {
			return objects.Null, objects.NullArgument("type")
		}
		return c.Types.InvokeStatic(c.Context, t, objects.Invocation{Name: "new", Args: append([]value(nil), args...)})
	}
	return &objects.Declaration{
		Type: ActivatorType,
		Methods: []objects.Method{
			partial("static System.Object CreateInstance(type type)", func(c *call) (value, error) { return create(c, target(c.Args[0]), nil) }),
			partial("static System.Object CreateInstance(type type, Params System.Object[] args)", func(c *call) (value, error) {
				return create(c, target(c.Args[0]), c.Items(1))
			}),
			partial("static T CreateInstance[T]()", func(c *call) (value, error) { return create(c, typeArgument(c), nil) }),
		},
	}
}

func bitConverterDeclaration() *objects.Declaration {
	d := &objects.Declaration{
		Type:       BitConverterType,
		Properties: []objects.Property{constant("static bool IsLittleEndian {get;}", objects.Bool(true))},
		Methods: []objects.Method{
			total("static long DoubleToInt64Bits(double value)", func(c *call) value { return objects.Int64(int64(math.Float64bits(c.Float(0)))) }),
			total("static double Int64BitsToDouble(long value)", func(c *call) value { return objects.Double(math.Float64frombits(c.Args[0].Bits())) }),
			total("static int SingleToInt32Bits(float value)", func(c *call) value { return objects.Int32(int32(math.Float32bits(float32(c.Float(0))))) }),
			total("static float Int32BitsToSingle(int value)", func(c *call) value {
				return realOf(float64(math.Float32frombits(uint32(c.Args[0].Int64()))), objects.SingleType)
			}),
			partial("static string ToString(byte[] value)", hyphenated),
			partial("static string ToString(byte[] value, int startIndex)", hyphenated),
			partial("static string ToString(byte[] value, int startIndex, int length)", hyphenated),
		},
	}
	for _, n := range [...]struct {
		name string
		typ  *objects.Type
		size int
	}{
		{"bool", objects.BooleanType, 1}, {"char", objects.CharType, 2}, {"short", objects.Int16Type, 2}, {"int", objects.Int32Type, 4},
		{"long", objects.Int64Type, 8}, {"ushort", objects.UInt16Type, 2}, {"uint", objects.UInt32Type, 4}, {"ulong", objects.UInt64Type, 8},
		{"float", objects.SingleType, 4}, {"double", objects.DoubleType, 8},
	} {
		d.Methods = append(d.Methods,
			total("static byte[] GetBytes("+n.name+" value)", func(c *call) value {
				bits := c.Args[0].Bits()
				if n.typ == objects.SingleType {
					bits = uint64(math.Float32bits(float32(c.Float(0))))
				}
				return objects.ByteArray(binary.LittleEndian.AppendUint64(nil, bits)[:n.size])
			}),
			partial("static "+n.name+" To"+n.typ.Name()+"(byte[] value, int startIndex)", func(c *call) (value, error) {
				return fromBytes(objects.BytesOf(c.Args[0]), c.Int(1), n.typ, n.size)
			}))
	}
	return d
}

func fromBytes(b []byte, at int, t *objects.Type, size int) (value, error) {
	if at < 0 || at >= len(b) {
		return objects.Null, objects.OutOfRange("Index was out of range. Must be non-negative and less than the size of the collection.", "startIndex")
	}
	if size > len(b)-at {
		return objects.Null, objects.BadArgument("Destination array is not long enough to copy all the items in the collection. Check array index and length.", "value")
	}
	var eight [8]byte
	copy(eight[:], b[at:at+size])
	n := binary.LittleEndian.Uint64(eight[:])
	switch t {
	case objects.BooleanType:
		return objects.Bool(n != 0), nil
	case objects.SingleType:
		return realOf(float64(math.Float32frombits(uint32(n))), t), nil
	case objects.Int16Type, objects.Int32Type:
		shift := 64 - 8*size
		n = uint64(int64(n<<shift) >> shift)
	}
	return objects.Word(t, n), nil
}

// hyphenated is BitConverter.ToString: pairs of digits with hyphens between.
func hyphenated(c *call) (value, error) {
	if !c.Is(0) {
		return objects.Null, objects.NullArgument("value")
	}
	b := objects.BytesOf(c.Args[0])
	start, count := 0, len(b)
	if len(c.Args) > 1 {
		start = c.Int(1)
		count -= start
	}
	if len(c.Args) > 2 {
		count = c.Int(2)
	}
	if start < 0 || start > len(b) || count < 0 || start > len(b)-count {
		return objects.Null, objects.OutOfRange("Index was out of range. Must be non-negative and less than the size of the collection.", "startIndex")
	}
	pairs := make([]string, count)
	for i, x := range b[start : start+count] {
		pairs[i] = strings.ToUpper(hex.EncodeToString([]byte{x}))
	}
	return objects.String(strings.Join(pairs, "-")), nil
}
