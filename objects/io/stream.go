package io

import (
	"errors"
	stdio "io"
	"io/fs"
	"os"

	"github.com/csshell/csshell/objects"
)

// The types of streams.
var (
	StreamType       = class("System.IO.Stream", MarshalByRefType, objects.AbstractAttr, objects.DisposableType)
	FileStreamType   = class("System.IO.FileStream", StreamType, 0)
	MemoryStreamType = class("System.IO.MemoryStream", StreamType, 0)
)

// Stream is a System.IO.Stream: bytes that are read and written at a place.
type Stream struct {
	typ           *objects.Type
	name          string // of a file
	body          body
	read, written bool // what it allows
	closed        bool
}

// body is where the bytes of a stream lie.
type body interface {
	stdio.ReadWriteSeeker
	stdio.Closer
	Truncate(size int64) error
	length() (int64, error)
}

// Type is the stream's type.
func (s *Stream) Type() *objects.Type { return s.typ }

// Read reads bytes (io.Reader).
func (s *Stream) Read(b []byte) (int, error) {
	switch {
	case s.closed:
		return 0, disposed("Cannot access a closed " + s.kind() + ".")
	case !s.read:
		return 0, objects.NewException(objects.NotSupportedException, "Stream does not support reading.")
	}
	return s.body.Read(b)
}

// Write writes bytes (io.Writer).
func (s *Stream) Write(b []byte) (int, error) {
	switch {
	case s.closed:
		return 0, disposed("Cannot access a closed " + s.kind() + ".")
	case !s.written:
		return 0, objects.NewException(objects.NotSupportedException, "Stream does not support writing.")
	}
	return s.body.Write(b)
}

// ReadAll is what is left of a stream.
func ReadAll(s *Stream) ([]byte, error) {
	var all []byte
	for b := make([]byte, 32<<10); ; {
		n, err := s.Read(b)
		all = append(all, b[:n]...)
		switch {
		case err == stdio.EOF, err == nil && n == 0:
			return all, nil
		case err != nil:
			return all, err
		}
	}
}

func (s *Stream) kind() string {
	if s.typ == FileStreamType {
		return "file"
	}
	return "Stream"
}

// Close closes the stream; a second time does nothing.
func (s *Stream) Close() error {
	if s.closed {
		return nil
	}
	s.closed = true
	return s.body.Close()
}

// fileBody is a file.
type fileBody struct{ *os.File }

func (f fileBody) length() (int64, error) {
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

// memory is the body of a MemoryStream.
type memory struct {
	bytes []byte
	at    int64
	fixed bool // of a given array: it does not grow
}

func (m *memory) length() (int64, error) { return int64(len(m.bytes)), nil }

// Close leaves the bytes: ToArray works on a closed stream.
func (m *memory) Close() error { return nil }

// Read reads bytes from the place on.
func (m *memory) Read(b []byte) (int, error) {
	if m.at >= int64(len(m.bytes)) {
		return 0, stdio.EOF
	}
	n := copy(b, m.bytes[m.at:])
	m.at += int64(n)
	return n, nil
}

// Write puts bytes at the place.
func (m *memory) Write(b []byte) (int, error) {
	if end := m.at + int64(len(b)); end > int64(len(m.bytes)) {
		if err := m.Truncate(end); err != nil {
			return 0, err
		}
	}
	n := copy(m.bytes[m.at:], b)
	m.at += int64(n)
	return n, nil
}

// Seek moves the place.
func (m *memory) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case stdio.SeekCurrent:
		offset += m.at
	case stdio.SeekEnd:
		offset += int64(len(m.bytes))
	}
	if offset < 0 {
		return 0, objects.NewException(objects.IOException, "An attempt was made to move the position before the beginning of the stream.")
	}
	m.at = offset
	return offset, nil
}

// maxMemory is the greatest length of a MemoryStream, as of .NET's arrays.
const maxMemory = 1<<31 - 57

// Truncate sets the length.
func (m *memory) Truncate(size int64) error {
	switch {
	case size > int64(len(m.bytes)) && m.fixed:
		return objects.NewException(objects.NotSupportedException, "Memory stream is not expandable.")
	case size > maxMemory:
		return objects.OutOfRange("Stream length must be non-negative and less than 2^31 - 1 - origin.", "value")
	case size <= int64(len(m.bytes)):
		m.bytes = m.bytes[:size]
	default:
		m.bytes = append(m.bytes, make([]byte, size-int64(len(m.bytes)))...)
	}
	return nil
}

// The numbers of FileMode and FileAccess.
const (
	modeCreateNew    = 1
	modeCreate       = 2
	modeOpen         = 3
	modeOpenOrCreate = 4
	modeTruncate     = 5
	modeAppend       = 6

	accessRead      = 1
	accessWrite     = 2
	accessReadWrite = 3
)

// open is a FileStream.
func open(path string, mode, access int) (*Stream, error) {
	if err := needPath(path); err != nil {
		return nil, err
	}
	if mode == modeAppend {
		access = accessWrite
	}
	flag := [...]int{0, os.O_RDONLY, os.O_WRONLY, os.O_RDWR}[access&3]
	switch mode {
	case modeCreateNew:
		flag |= os.O_CREATE | os.O_EXCL
	case modeCreate:
		flag |= os.O_CREATE | os.O_TRUNC
	case modeOpenOrCreate:
		flag |= os.O_CREATE
	case modeTruncate:
		flag |= os.O_TRUNC
	case modeAppend:
		flag |= os.O_CREATE | os.O_APPEND
	}
	if access == accessRead && flag&(os.O_TRUNC|os.O_CREATE) != 0 {
		flag |= os.O_RDWR
	}
	f, err := os.OpenFile(path, flag, 0o644)
	if err != nil {
		return nil, Failed(err, path)
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, Failed(fs.ErrPermission, path)
	}
	return &Stream{typ: FileStreamType, name: fullPath(path), body: fileBody{f}, read: access&accessRead != 0, written: access&accessWrite != 0}, nil
}

func opened(path string, mode, access int) (value, error) {
	s, err := open(path, mode, access)
	if err != nil {
		return objects.Null, err
	}
	return objects.Of(s), nil
}

// NewMemoryStream makes a MemoryStream over bytes.
func NewMemoryStream(b []byte) *Stream {
	return &Stream{typ: MemoryStreamType, body: &memory{bytes: b}, read: true, written: true}
}

func streamOf(v value) *Stream {
	if s, ok := objects.As[*Stream](v); ok {
		return s
	}
	s := NewMemoryStream(nil)
	s.closed = true
	return s
}

func streamDeclaration() *objects.Declaration {
	return &objects.Declaration{Type: StreamType, Properties: streamProperties(), Methods: append(streamBytes(), streamControl()...), Constructors: []objects.Method{}}
}

func streamProperties() []objects.Property {
	able := func(name string, of func(s *Stream) bool) objects.Property {
		return reads("bool "+name+" {get;}", func(this value) value { s := streamOf(this); return objects.Bool(!s.closed && of(s)) })
	}
	return []objects.Property{
		able("CanRead", func(s *Stream) bool { return s.read }),
		able("CanWrite", func(s *Stream) bool { return s.written }),
		able("CanSeek", func(*Stream) bool { return true }),
		able("CanTimeout", func(*Stream) bool { return false }),
		{Signature: "long Length {get;}", Get: func(this value) (value, error) {
			s := streamOf(this)
			if s.closed {
				return objects.Null, disposed("Cannot access a closed " + s.kind() + ".")
			}
			n, err := s.body.length()
			return objects.Int64(n), err
		}},
		{
			Signature: "long Position {get;set;}",
			Get: func(this value) (value, error) {
				n, err := streamOf(this).body.Seek(0, stdio.SeekCurrent)
				return objects.Int64(n), err
			},
			Set: func(this, v value) error {
				_, err := streamOf(this).body.Seek(v.Int64(), stdio.SeekStart)
				return err
			},
		},
	}
}

// buffer is the part of a byte[] argument that a call names.
func buffer(c *call) (a *objects.Array, at, n int, err error) {
	a, _ = objects.As[*objects.Array](c.Args[0])
	if a == nil {
		return nil, 0, 0, objects.NullArgument("buffer")
	}
	at, n = c.Int(1), c.Int(2)
	switch {
	case at < 0:
		err = objects.NegativeArgument("offset", at)
	case n < 0 || n > a.Len()-at:
		err = objects.NewException(objects.ArgumentException, "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.")
	}
	return a, at, n, err
}

func streamBytes() []objects.Method {
	return []objects.Method{
		partial("int Read(byte[] buffer, int offset, int count)", func(c *call) (value, error) {
			a, at, n, err := buffer(c)
			if err != nil {
				return objects.Null, err
			}
			b := make([]byte, n)
			n, err = streamOf(c.This).Read(b)
			for i := range n {
				a.Set(at+i, objects.Word(objects.ByteType, uint64(b[i])))
			}
			if errors.Is(err, stdio.EOF) {
				err = nil
			}
			return objects.Int(n), err
		}),
		partial("int ReadByte()", func(c *call) (value, error) {
			var b [1]byte
			n, err := streamOf(c.This).Read(b[:])
			if errors.Is(err, stdio.EOF) || err == nil && n == 0 {
				return objects.Int(-1), nil
			}
			return objects.Int(int(b[0])), err
		}),
		does("void Write(byte[] buffer, int offset, int count)", func(c *call) error {
			a, at, n, err := buffer(c)
			if err != nil {
				return err
			}
			b := make([]byte, n)
			for i := range b {
				b[i] = byte(a.At(at + i).Int64())
			}
			_, err = streamOf(c.This).Write(b)
			return err
		}),
		does("void WriteByte(byte value)", func(c *call) error {
			_, err := streamOf(c.This).Write([]byte{byte(c.Int(0))})
			return err
		}),
		does("void CopyTo(System.IO.Stream destination)", func(c *call) error {
			_, err := stdio.Copy(streamOf(c.Args[0]), streamOf(c.This))
			return err
		}),
	}
}

func streamControl() []objects.Method {
	closed := func(c *call) error { return streamOf(c.This).Close() }
	return []objects.Method{
		does("void Close()", closed),
		does("void Dispose()", closed),
		total("void Flush()", func(*call) value { return objects.AutomationNull() }),
		partial("long Seek(long offset, System.IO.SeekOrigin origin)", func(c *call) (value, error) {
			s := streamOf(c.This)
			if s.closed {
				return objects.Null, disposed("Cannot access a closed " + s.kind() + ".")
			}
			n, err := s.body.Seek(c.Args[0].Int64(), c.Int(1))
			return objects.Int64(n), err
		}),
		does("void SetLength(long value)", func(c *call) error {
			if c.Args[0].Int64() < 0 {
				return objects.NegativeArgument("value", int(c.Args[0].Int64()))
			}
			return streamOf(c.This).body.Truncate(c.Args[0].Int64())
		}),
	}
}

func fileStreamDeclaration() *objects.Declaration {
	made := func(c *call) (value, error) {
		mode, access := c.Int(1), accessReadWrite
		if len(c.Args) > 2 {
			access = c.Int(2)
		}
		return opened(c.Str(0), mode, access)
	}
	const head = "new(string path, System.IO.FileMode mode"
	return &objects.Declaration{
		Type: FileStreamType,
		Constructors: []objects.Method{
			partial(head+")", made),
			partial(head+", System.IO.FileAccess access)", made),
			partial(head+", System.IO.FileAccess access, System.IO.FileShare share)", made),
			partial(head+", System.IO.FileAccess access, System.IO.FileShare share, int bufferSize)", made),
		},
		Properties: []objects.Property{reads("string Name {get;}", func(this value) value { return objects.String(streamOf(this).name) })},
		Methods: []objects.Method{
			does("void Flush(bool flushToDisk)", func(c *call) error {
				if f, ok := streamOf(c.This).body.(fileBody); ok && c.Bool(0) {
					return f.Sync()
				}
				return nil
			}),
		},
	}
}

func memoryStreamDeclaration() *objects.Declaration {
	bytesOf := func(v value) []byte {
		if m, ok := streamOf(v).body.(*memory); ok {
			return m.bytes
		}
		return nil
	}
	over := func(c *call) (value, error) {
		if !c.Is(0) {
			return objects.Null, objects.NullArgument("buffer")
		}
		b := make([]byte, len(c.Items(0)))
		for i, v := range c.Items(0) {
			b[i] = byte(v.Int64())
		}
		s := NewMemoryStream(b)
		s.body.(*memory).fixed = true
		s.written = len(c.Args) < 2 || c.Bool(1)
		return objects.Of(s), nil
	}
	return &objects.Declaration{
		Type: MemoryStreamType,
		Constructors: []objects.Method{
			total("new()", func(*call) value { return objects.Of(NewMemoryStream(nil)) }),
			total("new(int capacity)", func(*call) value { return objects.Of(NewMemoryStream(nil)) }),
			partial("new(byte[] buffer)", over),
			partial("new(byte[] buffer, bool writable)", over),
		},
		Properties: []objects.Property{reads("int Capacity {get;}", func(this value) value { return objects.Int(cap(bytesOf(this))) })},
		Methods: []objects.Method{
			total("byte[] ToArray()", func(c *call) value { return objects.Of(objects.Bytes(bytesOf(c.This))) }),
			total("byte[] GetBuffer()", func(c *call) value { return objects.Of(objects.Bytes(bytesOf(c.This))) }),
			does("void WriteTo(System.IO.Stream stream)", func(c *call) error {
				_, err := streamOf(c.Args[0]).Write(bytesOf(c.This))
				return err
			}),
		},
	}
}

func fileStreams() []objects.Method {
	path := func(c *call) string { return c.Str(0) }
	return []objects.Method{
		partial("static System.IO.FileStream Create(string path)", func(c *call) (value, error) { return opened(path(c), modeCreate, accessReadWrite) }),
		partial("static System.IO.FileStream Open(string path, System.IO.FileMode mode)", func(c *call) (value, error) {
			return opened(path(c), c.Int(1), accessReadWrite)
		}),
		partial("static System.IO.FileStream Open(string path, System.IO.FileMode mode, System.IO.FileAccess access)", func(c *call) (value, error) {
			return opened(path(c), c.Int(1), c.Int(2))
		}),
		partial("static System.IO.FileStream Open(string path, System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share)", func(c *call) (value, error) {
			return opened(path(c), c.Int(1), c.Int(2))
		}),
		partial("static System.IO.FileStream OpenRead(string path)", func(c *call) (value, error) { return opened(path(c), modeOpen, accessRead) }),
		partial("static System.IO.FileStream OpenWrite(string path)", func(c *call) (value, error) { return opened(path(c), modeOpenOrCreate, accessWrite) }),
		partial("static System.IO.StreamReader OpenText(string path)", func(c *call) (value, error) { return readerOf(path(c), encodingAt(c, 1)) }),
		partial("static System.IO.StreamWriter CreateText(string path)", func(c *call) (value, error) { return writerOf(path(c), modeCreate, encodingAt(c, 1)) }),
		partial("static System.IO.StreamWriter AppendText(string path)", func(c *call) (value, error) { return writerOf(path(c), modeAppend, encodingAt(c, 1)) }),
	}
}
