package format

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/csshell/csshell/objects"
)

// ByteCollection is up to 16 bytes of what Format-Hex shows
// (Microsoft.PowerShell.Commands.ByteCollection).
type ByteCollection struct {
	Offset uint64
	Bytes  []byte
	Path   string // of the file; "" for other input
	Label  string
}

// bytesPerLine is the number of bytes in a full ByteCollection.
const bytesPerLine = 16

var byteCollectionType = &objects.Type{
	FullName: "Microsoft.PowerShell.Commands.ByteCollection", Kind: objects.KindObject,
}

// Type is Microsoft.PowerShell.Commands.ByteCollection.
func (*ByteCollection) Type() *objects.Type { return byteCollectionType }

// HexBytes are the bytes in hexadecimal, with blanks between.
func (b *ByteCollection) HexBytes() string {
	return strings.ToUpper(fmt.Sprintf("% x", b.Bytes))
}

// ASCII are the bytes as characters of Latin-1: a blank for 0, a mark for the
// other control characters.
func (b *ByteCollection) ASCII() string {
	text := make([]byte, 0, len(b.Bytes))
	for _, c := range b.Bytes {
		r := rune(c)
		switch {
		case c == 0:
			r = ' '
		case c < 0x20 || c >= 0x7f && c < 0xa0:
			r = utf8.RuneError
		}
		text = utf8.AppendRune(text, r)
	}
	return string(text)
}

// HexOffset is the place of the first byte, in hexadecimal.
func (b *ByteCollection) HexOffset() string { return fmt.Sprintf("%016X", b.Offset) }

// Text is the line as text.
func (b *ByteCollection) Text() (string, error) {
	return fmt.Sprintf("%s %-48s%s", b.HexOffset(), b.HexBytes(), b.ASCII()), nil
}

// Types are the types of what the formatting cmdlets write.
func Types() []objects.TypeEntry {
	return []objects.TypeEntry{{Type: byteCollectionType, Declare: byteCollectionDeclaration}}
}

func byteCollectionDeclaration() *objects.Declaration {
	own := func(v objects.Value) *ByteCollection { b, _ := objects.As[*ByteCollection](v); return b }
	text := func(signature string, get func(*ByteCollection) string) objects.Property {
		return objects.Reads(signature, func(this objects.Value) objects.Value { return objects.String(get(own(this))) })
	}
	return &objects.Declaration{
		Type: byteCollectionType,
		Properties: []objects.Property{
			objects.Reads("uint Offset {get;}", func(this objects.Value) objects.Value {
				return objects.Word(objects.UInt32Type, own(this).Offset&(1<<32-1))
			}),
			objects.Reads("ulong Offset64 {get;}", func(this objects.Value) objects.Value { return objects.UInt64(own(this).Offset) }),
			objects.Reads("byte[] Bytes {get;}", func(this objects.Value) objects.Value { return bytesValue(own(this).Bytes) }),
			text("string HexBytes {get;}", (*ByteCollection).HexBytes),
			text("string HexOffset {get;}", (*ByteCollection).HexOffset),
			text("string Ascii {get;}", (*ByteCollection).ASCII),
			text("string Path {get;}", func(b *ByteCollection) string { return b.Path }),
			text("string Label {get;}", func(b *ByteCollection) string { return b.Label }),
		},
		Methods: []objects.Method{objects.Partial("string ToString()", func(c *objects.Call) (objects.Value, error) {
			s, err := own(c.This).Text()
			return objects.String(s), err
		})},
	}
}

func bytesValue(b []byte) objects.Value {
	items := make([]objects.Value, len(b))
	for i, c := range b {
		items[i] = objects.Word(objects.ByteType, uint64(c))
	}
	return objects.Of(objects.NewArray(objects.ByteType, items))
}
