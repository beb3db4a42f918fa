package io

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/encoding"
	"github.com/csshell/csshell/objects/text"
	"github.com/csshell/csshell/objects/utf16"
)

// The types of writers.
var (
	TextWriterType   = class("System.IO.TextWriter", MarshalByRefType, objects.AbstractAttr, objects.DisposableType)
	StreamWriterType = class("System.IO.StreamWriter", TextWriterType, 0)
	StringWriterType = class("System.IO.StringWriter", TextWriterType, 0)
)

// Writer is a StreamWriter or StringWriter.
type Writer struct {
	typ       *objects.Type
	stream    *Stream             // of a StreamWriter
	builder   *text.StringBuilder // of a StringWriter
	code      *encoding.Encoding
	newLine   string
	autoFlush bool
	marked    bool // whether the byte order mark is written or not needed
	pending   []byte
	closed    bool
}

// Type is the writer's type.
func (w *Writer) Type() *objects.Type { return w.typ }

// Text is what a StringWriter holds, and the type's name of others.
func (w *Writer) Text() (string, error) {
	if w.builder != nil {
		return w.builder.Text()
	}
	return w.typ.FullName, nil
}

// NewStringWriter makes a writer into a text.
func NewStringWriter() *Writer {
	return &Writer{typ: StringWriterType, builder: text.NewStringBuilder(""), code: encoding.UTF16(false), newLine: "\n"}
}

// NewWriter makes a writer to a stream in an encoding.
func NewWriter(s *Stream, e *encoding.Encoding) *Writer {
	return &Writer{typ: StreamWriterType, stream: s, code: e, newLine: "\n"}
}

// NewProgramWriter makes a writer to a program, which gets each text at once.
func NewProgramWriter(s *Stream, e *encoding.Encoding) *Writer {
	w := NewWriter(s, e)
	w.autoFlush = true
	return w
}

// pendingLimit is how many bytes a StreamWriter gathers before it writes.
const pendingLimit = 8192

// WriteText writes a text.
func (w *Writer) WriteText(s string) error {
	switch {
	case w.closed && w.builder == nil:
		return disposed("Cannot write to a closed TextWriter.\nObject name: 'StreamWriter'.")
	case w.closed:
		return disposed("Cannot write to a closed TextWriter.")
	case w.builder != nil:
		return w.builder.AppendText(s)
	}
	if !w.marked {
		w.marked = true
		if n, err := w.stream.body.length(); err == nil && n == 0 {
			w.pending = append(w.pending, w.code.Preamble...)
		}
	}
	w.pending = w.code.Append(w.pending, s)
	if w.autoFlush || len(w.pending) > pendingLimit {
		return w.flush()
	}
	return nil
}

// Encoding is what the text is written in.
func (w *Writer) Encoding() *encoding.Encoding { return w.code }

// Flush passes on what is written.
func (w *Writer) Flush() error { return w.flush() }

// Close ends the writing.
func (w *Writer) Close() error { return w.close() }

func (w *Writer) flush() error {
	if w.stream == nil || len(w.pending) == 0 {
		return nil
	}
	_, err := w.stream.Write(w.pending)
	w.pending = w.pending[:0]
	return err
}

func (w *Writer) close() error {
	if w.closed {
		return nil
	}
	err := w.flush()
	w.closed = true
	if w.stream != nil {
		if closeErr := w.stream.Close(); err == nil {
			err = closeErr
		}
	}
	return err
}

// CreateText makes a writer of a new file.
func CreateText(path string, e *encoding.Encoding) (*Writer, error) {
	if err := needPath(path); err != nil {
		return nil, err
	}
	s, err := open(path, modeCreate, accessWrite)
	if err != nil {
		return nil, err
	}
	return NewWriter(s, e), nil
}

func writerOf(path string, mode int, e *encoding.Encoding) (value, error) {
	s, err := open(path, mode, accessWrite)
	if err != nil {
		return objects.Null, err
	}
	return objects.Of(NewWriter(s, e)), nil
}

func writerIn(v value) *Writer {
	if w, ok := objects.As[*Writer](v); ok {
		return w
	}
	return &Writer{typ: StringWriterType, closed: true}
}

func textWriterDeclaration() *objects.Declaration {
	closed := func(c *call) error { return writerIn(c.This).close() }
	d := &objects.Declaration{
		Type: TextWriterType,
		Properties: []objects.Property{
			reads("System.IFormatProvider FormatProvider {get;}", func(value) value { return objects.Null }),
			reads("System.Text.Encoding Encoding {get;}", func(this value) value {
				if e := writerIn(this).code; e != nil {
					return objects.Of(text.NewEncoding(e))
				}
				return objects.Null
			}),
			{
				Signature: "string NewLine {get;set;}",
				Get:       func(this value) (value, error) { return objects.String(writerIn(this).newLine), nil },
				Set:       func(this, v value) error { writerIn(this).newLine = str(v); return nil },
			},
		},
		Methods: []objects.Method{
			does("void Close()", closed),
			does("void Dispose()", closed),
			does("void Flush()", func(c *call) error { return writerIn(c.This).flush() }),
		},
	}
	d.Methods = append(d.Methods, writes("Write", "")...)
	d.Methods = append(d.Methods, writes("WriteLine", "\n")...)
	d.Methods = append(d.Methods, does("void WriteLine()", func(c *call) error { w := writerIn(c.This); return w.WriteText(w.newLine) }))
	return d
}

// writes are the overloads of Write or WriteLine.
func writes(name, end string) []objects.Method {
	put := func(c *call, s string) error {
		w := writerIn(c.This)
		if end != "" {
			s += w.newLine
		}
		return w.WriteText(s)
	}
	var methods []objects.Method
	for _, t := range [...]string{"char", "bool", "int", "uint", "long", "ulong", "float", "double", "decimal", "string", "System.Object", "System.Text.StringBuilder"} {
		methods = append(methods, does("void "+name+"("+t+" value)", func(c *call) error {
			s, err := c.Types.ToString(c.Args[0], "")
			if err != nil {
				return err
			}
			return put(c, s)
		}))
	}
	for _, params := range [...]string{"System.Object arg0", "System.Object arg0, System.Object arg1", "System.Object arg0, System.Object arg1, System.Object arg2"} {
		methods = append(methods, does("void "+name+"(string format, "+params+")", func(c *call) error {
			s, err := c.Types.Composite(c.Str(0), c.Args[1:])
			if err != nil {
				return err
			}
			return put(c, s)
		}))
	}
	return append(methods,
		does("void "+name+"(string format, Params System.Object[] arg)", func(c *call) error {
			s, err := c.Types.Composite(c.Str(0), c.Items(1))
			if err != nil {
				return err
			}
			return put(c, s)
		}),
		does("void "+name+"(char[] buffer)", func(c *call) error { return put(c, chars(c.Items(0))) }),
		does("void "+name+"(char[] buffer, int index, int count)", func(c *call) error {
			a, at, n, err := buffer(c)
			if err != nil {
				return err
			}
			return put(c, chars(a.Items()[at:at+n]))
		}))
}

func chars(items []value) string {
	units := make([]uint16, len(items))
	for i, c := range items {
		units[i] = uint16(c.Int64())
	}
	return utf16.Decode(units)
}

func streamWriterDeclaration() *objects.Declaration {
	file := func(c *call) (value, error) {
		mode := modeCreate
		if len(c.Args) > 1 && c.Bool(1) {
			mode = modeAppend
		}
		return writerOf(c.Str(0), mode, encodingIn(c, 2))
	}
	stream := func(c *call) (value, error) {
		if !c.Is(0) {
			return objects.Null, objects.NullArgument("stream")
		}
		return objects.Of(NewWriter(streamOf(c.Args[0]), encodingIn(c, 1))), nil
	}
	return &objects.Declaration{
		Type: StreamWriterType,
		Constructors: []objects.Method{
			partial("new(System.IO.Stream stream)", stream),
			partial("new(System.IO.Stream stream, System.Text.Encoding encoding)", stream),
			partial("new(string path)", file),
			partial("new(string path, bool append)", file),
			partial("new(string path, bool append, System.Text.Encoding encoding)", file),
			partial("new(string path, bool append, System.Text.Encoding encoding, int bufferSize)", file),
		},
		Properties: []objects.Property{
			{
				Signature: "bool AutoFlush {get;set;}",
				Get:       func(this value) (value, error) { return objects.Bool(writerIn(this).autoFlush), nil },
				Set: func(this, v value) error {
					w := writerIn(this)
					w.autoFlush = v.Bool()
					if w.autoFlush {
						return w.flush()
					}
					return nil
				},
			},
			reads("System.IO.Stream BaseStream {get;}", func(this value) value {
				if s := writerIn(this).stream; s != nil {
					return objects.Of(s)
				}
				return objects.Null
			}),
		},
	}
}

func stringWriterDeclaration() *objects.Declaration {
	over := func(c *call) value {
		w := NewStringWriter()
		if b, ok := objects.As[*text.StringBuilder](c.Args[0]); ok {
			w.builder = b
		}
		return objects.Of(w)
	}
	return &objects.Declaration{
		Type: StringWriterType,
		Constructors: []objects.Method{
			total("new()", func(*call) value { return objects.Of(NewStringWriter()) }),
			total("new(System.IFormatProvider formatProvider)", func(*call) value { return objects.Of(NewStringWriter()) }),
			total("new(System.Text.StringBuilder sb)", over),
		},
		Methods: []objects.Method{
			partial("string ToString()", func(c *call) (value, error) { s, err := writerIn(c.This).Text(); return objects.String(s), err }),
			total("System.Text.StringBuilder GetStringBuilder()", func(c *call) value {
				if b := writerIn(c.This).builder; b != nil {
					return objects.Of(b)
				}
				return objects.Null
			}),
		},
	}
}
