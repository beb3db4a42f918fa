package system

import (
	"runtime"
	"strings"

	"github.com/csshell/csshell/objects"
)

// Small types that scripts ask a question or two.
var (
	BufferType          = staticClass("System.Buffer")
	WeakReferenceType   = &objects.Type{FullName: "System.WeakReference", Kind: objects.KindObject}
	SecurityElementType = &objects.Type{FullName: "System.Security.SecurityElement", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	OSPlatformType      = &objects.Type{FullName: "System.Runtime.InteropServices.OSPlatform", Kind: objects.KindObject, Attributes: objects.ValueTypeAttr | objects.SealedAttr}
	RuntimeInfoType     = staticClass("System.Runtime.InteropServices.RuntimeInformation")
)

// weakReference keeps its object: Go collects only what nobody can ask for.
type weakReference struct{ target value }

// Type is System.WeakReference.
func (*weakReference) Type() *objects.Type { return WeakReferenceType }

// platform is an OSPlatform.
type platform struct{ name string }

// Type is OSPlatform.
func (platform) Type() *objects.Type { return OSPlatformType }

// Text is the name.
func (p platform) Text() (string, error) { return p.name, nil }

// Equals compares the names without regard to case.
func (p platform) Equals(other value) bool {
	o, ok := objects.As[platform](other)
	return ok && strings.EqualFold(o.name, p.name)
}

func smallEntries() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: BufferType, Declare: bufferDeclaration},
		{Type: WeakReferenceType, Declare: func() *objects.Declaration {
			return &objects.Declaration{
				Type:         WeakReferenceType,
				Constructors: []objects.Method{total("new(System.Object target)", func(c *call) value { return objects.Of(&weakReference{c.Args[0]}) })},
				Properties: []objects.Property{
					reads("bool IsAlive {get;}", func(v value) value {
						w, ok := objects.As[*weakReference](v)
						return objects.Bool(ok && !w.target.IsNull())
					}),
					objects.Slot("System.Object Target {get;set;}", func(w *weakReference) *value { return &w.target }),
				},
			}
		}},
		{Type: SecurityElementType, Declare: func() *objects.Declaration {
			return &objects.Declaration{Type: SecurityElementType, Methods: []objects.Method{
				total("static string Escape(string str)", func(c *call) value {
					if !c.Is(0) {
						return objects.Null
					}
					return objects.String(strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&apos;").Replace(c.Str(0)))
				}),
			}}
		}},
		{Type: OSPlatformType, Declare: platformDeclaration},
		{Type: RuntimeInfoType, Declare: runtimeInfoDeclaration},
	}
}

// bytesOfArray are the bytes of an array of simple values, as memory holds them.
func bytesOfArray(a *objects.Array) ([]byte, int) {
	size := map[objects.Kind]int{objects.KindBoolean: 1, objects.KindByte: 1, objects.KindSByte: 1, objects.KindChar: 2, objects.KindInt16: 2, objects.KindUInt16: 2,
		objects.KindInt32: 4, objects.KindUInt32: 4, objects.KindInt64: 8, objects.KindUInt64: 8, objects.KindDouble: 8}[a.Elem().Kind]
	var b []byte
	for _, v := range a.Items() {
		for i := range size {
			b = append(b, byte(v.Bits()>>(8*i)))
		}
	}
	return b, size
}

func bufferDeclaration() *objects.Declaration {
	return &objects.Declaration{Type: BufferType, Methods: []objects.Method{
		partial("static int ByteLength(array array)", func(c *call) (value, error) {
			a := arrayOf(c.Args[0])
			if a == nil {
				return objects.Null, objects.NullArgument("array")
			}
			b, size := bytesOfArray(a)
			if size == 0 {
				return objects.Null, objects.BadArgument("Object must be an array of primitives.", "array")
			}
			return objects.Int(len(b)), nil
		}),
		does("static void BlockCopy(array src, int srcOffset, array dst, int dstOffset, int count)", blockCopy),
	}}
}

func blockCopy(c *call) error {
	from, to := arrayOf(c.Args[0]), arrayOf(c.Args[2])
	if from == nil || to == nil {
		return objects.NullArgument("src")
	}
	source, n := bytesOfArray(from)
	dest, size := bytesOfArray(to)
	start, at, count := c.Int(1), c.Int(3), c.Int(4)
	switch {
	case n == 0 || size == 0:
		return objects.BadArgument("Object must be an array of primitives.", "src")
	case start < 0 || at < 0 || count < 0 || count > len(source)-start || count > len(dest)-at:
		return objects.NewException(objects.ArgumentException, "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.")
	}
	copy(dest[at:], source[start:start+count])
	for i := range to.Len() {
		bits := uint64(0)
		for j := range size {
			bits |= uint64(dest[i*size+j]) << (8 * j)
		}
		switch to.Elem() {
		case objects.SByteType, objects.Int16Type, objects.Int32Type:
			shift := 64 - 8*size
			bits = uint64(int64(bits<<shift) >> shift)
		}
		to.Set(i, objects.Word(to.Elem(), bits))
	}
	return nil
}

func platformDeclaration() *objects.Declaration {
	d := &objects.Declaration{Type: OSPlatformType, Methods: []objects.Method{
		total("static System.Runtime.InteropServices.OSPlatform Create(string osPlatform)", func(c *call) value { return objects.Of(platform{c.Str(0)}) }),
		partial("string ToString()", toText),
	}}
	for _, name := range [...]string{"FreeBSD", "Linux", "OSX", "Windows"} {
		d.Properties = append(d.Properties, constant("static System.Runtime.InteropServices.OSPlatform "+name+" {get;}", objects.Of(platform{strings.ToUpper(name)})))
	}
	return d
}

func runtimeInfoDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: RuntimeInfoType,
		Properties: []objects.Property{
			constant("static string FrameworkDescription {get;}", objects.String(".NET 10.0.0")),
			constant("static string OSDescription {get;}", objects.String(strings.ToUpper(runtime.GOOS[:1])+runtime.GOOS[1:])),
			constant("static string RuntimeIdentifier {get;}", objects.String(runtime.GOOS+"-"+map[string]string{"amd64": "x64", "386": "x86"}[runtime.GOARCH])),
		},
		Methods: []objects.Method{
			total("static bool IsOSPlatform(System.Runtime.InteropServices.OSPlatform osPlatform)", func(c *call) value {
				p, _ := objects.As[platform](c.Args[0])
				names := map[string]string{"linux": "LINUX", "darwin": "OSX", "windows": "WINDOWS", "freebsd": "FREEBSD"}
				return objects.Bool(strings.EqualFold(p.name, names[runtime.GOOS]))
			}),
		},
	}
}
