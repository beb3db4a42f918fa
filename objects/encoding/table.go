package encoding

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/csshell/csshell/objects/utf16"
)

// tablePages are the encodings of one byte a character, by code page.
func tablePages() []struct {
	page  int
	name  string
	table *charmap.Charmap
} {
	return []struct {
		page  int
		name  string
		table *charmap.Charmap
	}{
		{437, "ibm437", charmap.CodePage437}, {850, "ibm850", charmap.CodePage850}, {852, "ibm852", charmap.CodePage852},
		{855, "IBM855", charmap.CodePage855}, {858, "IBM00858", charmap.CodePage858}, {860, "IBM860", charmap.CodePage860},
		{862, "DOS-862", charmap.CodePage862}, {863, "IBM863", charmap.CodePage863}, {865, "IBM865", charmap.CodePage865},
		{866, "cp866", charmap.CodePage866}, {874, "windows-874", charmap.Windows874}, {1250, "windows-1250", charmap.Windows1250},
		{1251, "windows-1251", charmap.Windows1251}, {1252, "windows-1252", charmap.Windows1252},
		{1253, "windows-1253", charmap.Windows1253}, {1254, "windows-1254", charmap.Windows1254},
		{1255, "windows-1255", charmap.Windows1255}, {1256, "windows-1256", charmap.Windows1256},
		{1257, "windows-1257", charmap.Windows1257}, {1258, "windows-1258", charmap.Windows1258},
		{10000, "macintosh", charmap.Macintosh}, {20866, "koi8-r", charmap.KOI8R}, {21866, "koi8-u", charmap.KOI8U},
		{28592, "iso-8859-2", charmap.ISO8859_2}, {28593, "iso-8859-3", charmap.ISO8859_3}, {28594, "iso-8859-4", charmap.ISO8859_4},
		{28595, "iso-8859-5", charmap.ISO8859_5}, {28596, "iso-8859-6", charmap.ISO8859_6}, {28597, "iso-8859-7", charmap.ISO8859_7},
		{28598, "iso-8859-8", charmap.ISO8859_8}, {28599, "iso-8859-9", charmap.ISO8859_9}, {28603, "iso-8859-13", charmap.ISO8859_13},
		{28605, "iso-8859-15", charmap.ISO8859_15},
	}
}

func tablePage(page int) *Encoding {
	for _, p := range tablePages() {
		if p.page == page {
			return &Encoding{Name: p.name, CodePage: page, codec: tableCodec{p.table}}
		}
	}
	return nil
}

func tableNamed(name string) *Encoding {
	for _, p := range tablePages() {
		if strings.EqualFold(p.name, name) {
			return tablePage(p.page)
		}
	}
	return nil
}

// tableCodec is an encoding of one byte a character.
type tableCodec struct{ table *charmap.Charmap }

func (c tableCodec) encode(dst []byte, s string) []byte {
	for len(s) > 0 {
		r, size := utf16.DecodeRune(s)
		s = s[size:]
		b, ok := c.table.EncodeRune(r)
		if !ok {
			b = '?'
		}
		if dst = append(dst, b); r >= 0x10000 {
			dst = append(dst, '?')
		}
	}
	return dst
}

func (c tableCodec) decode(b []byte) string {
	out := make([]byte, 0, len(b))
	for _, one := range b {
		out = utf8.AppendRune(out, c.table.DecodeByte(one))
	}
	return string(out)
}
