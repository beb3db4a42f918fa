package io

import (
	"bufio"
	stdio "io"
	stdstrings "strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/encoding"
	"github.com/csshell/csshell/objects/text"
	"github.com/csshell/csshell/objects/utf16"
)

// The types of readers.
var (
	TextReaderType   = class("System.IO.TextReader", MarshalByRefType, objects.AbstractAttr, objects.DisposableType)
	StreamReaderType = class("System.IO.StreamReader", TextReaderType, 0)
	StringReaderType = class("System.IO.StringReader", TextReaderType, 0)
)

// Reader is a StreamReader or StringReader. UTF-8 is read as it comes; other
// encodings are read whole at first use, since their characters may lie across
// any border.
type Reader struct {
	typ    *objects.Type
	source *bufio.Reader // of UTF-8 text
	stream *Stream       // nil for a StringReader
	code   *encoding.Encoding
	begun  bool
	half   uint16 // the second half of a pair whose first Read gave
	closed bool
}

// Type is the reader's type.
func (r *Reader) Type() *objects.Type { return r.typ }

// NewStringReader makes a reader of a text.
func NewStringReader(s string) *Reader {
	return &Reader{typ: StringReaderType, source: bufio.NewReader(stdstrings.NewReader(s)), begun: true}
}

// NewReader makes a reader of a stream in an encoding.
func NewReader(s *Stream, e *encoding.Encoding) *Reader {
	return &Reader{typ: StreamReaderType, stream: s, code: e, source: bufio.NewReader(s)}
}

// begin finds the encoding by the byte order mark.
func (r *Reader) begin() error {
	if r.closed {
		if r.stream == nil {
			return disposed("Cannot read from a closed TextReader.")
		}
		return disposed("Cannot read from a closed TextReader.\nObject name: 'StreamReader'.")
	}
	if r.begun {
		return nil
	}
	r.begun = true
	head, _ := r.source.Peek(4)
	if found := encoding.Detect(head); found != nil {
		r.code = found
		r.source.Discard(len(found.Preamble))
	}
	if r.code.CodePage == 65001 {
		return nil
	}
	b, err := stdio.ReadAll(r.source)
	if err != nil {
		return err
	}
	r.source = bufio.NewReader(stdstrings.NewReader(r.code.Decode(b)))
	return nil
}

// unit reads or peeks at one UTF-16 unit; -1 at the end.
func (r *Reader) unit(keep bool) (int, error) {
	if err := r.begin(); err != nil {
		return -1, err
	}
	if r.half != 0 {
		u := int(r.half)
		if !keep {
			r.half = 0
		}
		return u, nil
	}
	c, _, err := r.source.ReadRune()
	if err == stdio.EOF {
		return -1, nil
	}
	if err != nil {
		return -1, err
	}
	units := utf16.Encode(string(c))
	if keep {
		r.source.UnreadRune()
	} else if len(units) == 2 {
		r.half = units[1]
	}
	return int(units[0]), nil
}

// line reads up to an end of line, which it leaves out.
func (r *Reader) line() (s string, ok bool, err error) {
	if err := r.begin(); err != nil {
		return "", false, err
	}
	var b stdstrings.Builder
	for {
		c, err := r.source.ReadByte()
		switch {
		case err == stdio.EOF:
			return b.String(), b.Len() > 0, nil
		case err != nil:
			return "", false, err
		case c == '\n':
			return b.String(), true, nil
		case c == '\r':
			if next, err := r.source.Peek(1); err == nil && next[0] == '\n' {
				r.source.Discard(1)
			}
			return b.String(), true, nil
		}
		b.WriteByte(c)
	}
}

// Rest is the text up to the end.
func (r *Reader) Rest() (string, error) {
	if err := r.begin(); err != nil {
		return "", err
	}
	b, err := stdio.ReadAll(r.source)
	return encoding.UTF8(false).Decode(b), err
}

func (r *Reader) close() error {
	r.closed = true
	if r.stream != nil {
		return r.stream.Close()
	}
	return nil
}

func readerOf(path string, e *encoding.Encoding) (value, error) {
	s, err := open(path, modeOpen, accessRead)
	if err != nil {
		return objects.Null, err
	}
	return objects.Of(NewReader(s, e)), nil
}

func readerIn(v value) *Reader {
	if r, ok := objects.As[*Reader](v); ok {
		return r
	}
	return &Reader{typ: StringReaderType, closed: true}
}

func textReaderDeclaration() *objects.Declaration {
	closed := func(c *call) error { return readerIn(c.This).close() }
	return &objects.Declaration{
		Type: TextReaderType,
		Methods: []objects.Method{
			does("void Close()", closed),
			does("void Dispose()", closed),
			partial("int Peek()", func(c *call) (value, error) { n, err := readerIn(c.This).unit(true); return objects.Int(n), err }),
			partial("int Read()", func(c *call) (value, error) { n, err := readerIn(c.This).unit(false); return objects.Int(n), err }),
			partial("int Read(char[] buffer, int index, int count)", readChars),
			partial("int ReadBlock(char[] buffer, int index, int count)", readChars),
			partial("string ReadLine()", func(c *call) (value, error) {
				s, ok, err := readerIn(c.This).line()
				if err != nil || !ok {
					return objects.Null, err
				}
				return objects.String(s), nil
			}),
			partial("string ReadToEnd()", func(c *call) (value, error) {
				s, err := readerIn(c.This).Rest()
				return objects.String(s), err
			}),
		},
	}
}

func readChars(c *call) (value, error) {
	a, at, n, err := buffer(c)
	if err != nil {
		return objects.Null, err
	}
	r := readerIn(c.This)
	for i := range n {
		u, err := r.unit(false)
		if err != nil {
			return objects.Null, err
		}
		if u < 0 {
			return objects.Int(i), nil
		}
		a.Set(at+i, objects.Char(uint16(u)))
	}
	return objects.Int(n), nil
}

func streamReaderDeclaration() *objects.Declaration {
	file := func(c *call) (value, error) { return readerOf(c.Str(0), encodingIn(c, 1)) }
	stream := func(c *call) (value, error) {
		if !c.Is(0) {
			return objects.Null, objects.NullArgument("stream")
		}
		return objects.Of(NewReader(streamOf(c.Args[0]), encodingIn(c, 1))), nil
	}
	const encoded, detect = ", System.Text.Encoding encoding", ", bool detectEncodingFromByteOrderMarks"
	d := &objects.Declaration{
		Type: StreamReaderType,
		Properties: []objects.Property{
			reads("System.IO.Stream BaseStream {get;}", func(this value) value {
				if s := readerIn(this).stream; s != nil {
					return objects.Of(s)
				}
				return objects.Null
			}),
			reads("System.Text.Encoding CurrentEncoding {get;}", func(this value) value {
				if e := readerIn(this).code; e != nil {
					return objects.Of(text.NewEncoding(e))
				}
				return objects.Null
			}),
			{Signature: "bool EndOfStream {get;}", Get: func(this value) (value, error) {
				u, err := readerIn(this).unit(true)
				return objects.Bool(u < 0), err
			}},
		},
	}
	for _, params := range [...]string{"", encoded, detect, encoded + detect, encoded + detect + ", int bufferSize"} {
		d.Constructors = append(d.Constructors, partial("new(string path"+params+")", file), partial("new(System.IO.Stream stream"+params+")", stream))
	}
	return d
}

// encodingIn is the encoding in argument i, if that is one.
func encodingIn(c *call, i int) *encoding.Encoding {
	if i < len(c.Args) {
		if e, ok := objects.As[*text.Encoding](c.Args[i]); ok {
			return e.Encoding
		}
	}
	return encoding.UTF8(false)
}

func stringReaderDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: StringReaderType,
		Constructors: []objects.Method{
			total("new(string s)", func(c *call) value { return objects.Of(NewStringReader(c.Str(0))) }),
		},
	}
}
