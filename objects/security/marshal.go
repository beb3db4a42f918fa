package security

import (
	"encoding/binary"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/objects/utf16"
)

// MarshalType is System.Runtime.InteropServices.Marshal.
var MarshalType = &objects.Type{FullName: "System.Runtime.InteropServices.Marshal", Kind: objects.KindObject, Attributes: objects.AbstractAttr | objects.SealedAttr}

// heap is the memory that a script reaches by IntPtr: blocks of bytes under
// made-up addresses, since Go's memory moves to no one's order.
type heap struct {
	blocks sync.Map // int64 to []byte
	last   atomic.Int64
}

// addressStep keeps the addresses of blocks apart.
const addressStep = 1 << 24

func (h *heap) put(b []byte) value {
	at := h.last.Add(addressStep)
	h.blocks.Store(at, b)
	return objects.Word(objects.IntPtrType, uint64(at))
}

func (h *heap) at(p value) []byte {
	if b, ok := h.blocks.Load(p.Int64()); ok {
		return b.([]byte)
	}
	return nil
}

func (h *heap) free(p value) {
	if b, ok := h.blocks.LoadAndDelete(p.Int64()); ok {
		clear(b.([]byte))
	}
}

// wide are the UTF-16 bytes of a text, ended by a zero.
func wide(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode(s) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return append(b, 0, 0)
}

// wideText is the text of UTF-16 bytes, up to a zero or of a number of units.
func wideText(b []byte, count int) string {
	var units []uint16
	for i := 0; i+1 < len(b) && (count < 0 || i/2 < count); i += 2 {
		u := binary.LittleEndian.Uint16(b[i:])
		if count < 0 && u == 0 {
			break
		}
		units = append(units, u)
	}
	return utf16.Decode(units)
}

// narrowText is the text of bytes up to a zero.
func narrowText(b []byte, count int) string {
	for i, c := range b {
		if count >= 0 && i == count || count < 0 && c == 0 {
			return string(b[:i])
		}
	}
	return string(b)
}

func marshalDeclaration() *objects.Declaration {
	h := &heap{}
	secure := func(signature string) objects.Method {
		return partial(signature, func(c *call) (value, error) {
			s, ok := objects.As[*automation.SecureString](c.Args[0])
			if !ok {
				return objects.Null, objects.NullArgument("s")
			}
			return h.put(wide(s.Plain())), nil
		})
	}
	free := func(signature string) objects.Method {
		return does(signature, func(c *call) error { h.free(c.Args[0]); return nil })
	}
	read := func(signature string, text func(b []byte, count int) string) objects.Method {
		return total(signature, func(c *call) value {
			if c.Args[0].Int64() == 0 {
				return objects.Null
			}
			count := -1
			if len(c.Args) > 1 {
				count = c.Int(1)
			}
			return objects.String(text(h.at(c.Args[0]), count))
		})
	}
	auto := narrowText // a char is one byte of "ANSI" text outside Windows
	if runtime.GOOS == "windows" {
		auto = wideText
	}
	return &objects.Declaration{
		Type: MarshalType,
		Methods: append([]objects.Method{
			secure("static System.IntPtr SecureStringToBSTR(securestring s)"),
			secure("static System.IntPtr SecureStringToGlobalAllocUnicode(securestring s)"),
			secure("static System.IntPtr SecureStringToCoTaskMemUnicode(securestring s)"),
			partial("static System.IntPtr SecureStringToGlobalAllocAnsi(securestring s)", func(c *call) (value, error) {
				s, ok := objects.As[*automation.SecureString](c.Args[0])
				if !ok {
					return objects.Null, objects.NullArgument("s")
				}
				return h.put(append([]byte(s.Plain()), 0)), nil
			}),
			free("static void ZeroFreeBSTR(System.IntPtr s)"),
			free("static void ZeroFreeGlobalAllocUnicode(System.IntPtr s)"),
			free("static void ZeroFreeGlobalAllocAnsi(System.IntPtr s)"),
			free("static void ZeroFreeCoTaskMemUnicode(System.IntPtr s)"),
			free("static void FreeBSTR(System.IntPtr ptr)"),
			free("static void FreeHGlobal(System.IntPtr hglobal)"),
			free("static void FreeCoTaskMem(System.IntPtr ptr)"),
			read("static string PtrToStringBSTR(System.IntPtr ptr)", wideText),
			read("static string PtrToStringUni(System.IntPtr ptr)", wideText),
			read("static string PtrToStringUni(System.IntPtr ptr, int len)", wideText),
			read("static string PtrToStringAuto(System.IntPtr ptr)", auto),
			read("static string PtrToStringAuto(System.IntPtr ptr, int len)", auto),
			read("static string PtrToStringAnsi(System.IntPtr ptr)", narrowText),
			read("static string PtrToStringAnsi(System.IntPtr ptr, int len)", narrowText),
			read("static string PtrToStringUTF8(System.IntPtr ptr)", narrowText),
			read("static string PtrToStringUTF8(System.IntPtr ptr, int byteLen)", narrowText),
			total("static System.IntPtr StringToBSTR(string s)", func(c *call) value { return h.put(wide(c.Str(0))) }),
			total("static System.IntPtr StringToHGlobalUni(string s)", func(c *call) value { return h.put(wide(c.Str(0))) }),
			total("static System.IntPtr StringToHGlobalAnsi(string s)", func(c *call) value { return h.put(append([]byte(c.Str(0)), 0)) }),
			total("static System.IntPtr StringToCoTaskMemUni(string s)", func(c *call) value { return h.put(wide(c.Str(0))) }),
		}, h.blockMethods()...),
	}
}

// allocationLimit bounds one block that a script asks for.
const allocationLimit = 1 << 30

// blockMethods are those that take and fill blocks.
func (h *heap) blockMethods() []objects.Method {
	return []objects.Method{
		partial("static System.IntPtr AllocHGlobal(int cb)", func(c *call) (value, error) {
			if n := c.Int(0); n < 0 || n > allocationLimit {
				return objects.Null, objects.NewException(objects.OutOfMemoryException, "Insufficient memory to continue the execution of the program.")
			}
			return h.put(make([]byte, c.Int(0))), nil
		}),
		does("static void Copy(byte[] source, int startIndex, System.IntPtr destination, int length)", func(c *call) error {
			b, err := part(objects.BytesOf(c.Args[0]), c.Int(1), c.Int(3))
			if err == nil {
				copy(h.at(c.Args[2]), b)
			}
			return err
		}),
		does("static void Copy(System.IntPtr source, byte[] destination, int startIndex, int length)", func(c *call) error {
			a, ok := objects.As[*objects.Array](c.Args[1])
			if !ok || c.Int(2) < 0 || c.Int(3) < 0 || c.Int(3) > a.Len()-c.Int(2) {
				return objects.OutOfRange("Requested range extends past the end of the array.", "startIndex")
			}
			b := h.at(c.Args[0])
			for i := range min(c.Int(3), len(b)) {
				a.Set(c.Int(2)+i, objects.Word(objects.ByteType, uint64(b[i])))
			}
			return nil
		}),
		total("static byte ReadByte(System.IntPtr ptr, int ofs)", func(c *call) value {
			if b := h.at(c.Args[0]); c.Int(1) >= 0 && c.Int(1) < len(b) {
				return objects.Word(objects.ByteType, uint64(b[c.Int(1)]))
			}
			return objects.Word(objects.ByteType, 0)
		}),
	}
}
