package runtime

import (
	"context"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/io"
)

var (
	consoleType       = &objects.Type{FullName: "System.Console", Kind: objects.KindObject, Attributes: objects.StaticAttr | objects.AbstractAttr | objects.SealedAttr}
	consoleWriterType = &objects.Type{FullName: "System.IO.TextWriter+SyncTextWriter", Base: io.TextWriterType, Kind: objects.KindObject, Attributes: objects.SealedAttr}
	consoleReaderType = &objects.Type{FullName: "System.IO.TextReader+SyncTextReader", Base: io.TextReaderType, Kind: objects.KindObject, Attributes: objects.SealedAttr}
)

// consoleWriter is [Console]::Out or [Console]::Error: the host of the session
// that calls.
type consoleWriter struct{ failures bool }

// Type is the synchronized TextWriter of .NET's console.
func (*consoleWriter) Type() *objects.Type { return consoleWriterType }

// consoleReader is [Console]::In.
type consoleReader struct{}

// Type is the synchronized TextReader of .NET's console.
func (*consoleReader) Type() *objects.Type { return consoleReaderType }

func (w *consoleWriter) write(ctx context.Context, text string) error {
	s, ok := sessionOf(ctx)
	if !ok {
		return nil
	}
	if w.failures {
		return s.Host.WriteErrorText(text)
	}
	return s.Host.WriteOutput(text)
}

func declareConsole() *objects.Declaration {
	out, failures := &consoleWriter{}, &consoleWriter{failures: true}
	static := func(signature string, o objects.Object) objects.Property {
		return objects.Property{Signature: signature, Get: func(objects.Value) (objects.Value, error) { return objects.Of(o), nil }}
	}
	return &objects.Declaration{
		Type: consoleType,
		Properties: []objects.Property{
			static("static System.IO.TextWriter Out {get;}", out),
			static("static System.IO.TextWriter Error {get;}", failures),
			static("static System.IO.TextReader In {get;}", &consoleReader{}),
		},
		Methods: append(consoleWrites("static ", func(*objects.Call) *consoleWriter { return out }),
			objects.Method{Signature: "static string ReadLine()", Call: readConsole},
			objects.Method{Signature: "static System.IO.Stream OpenStandardOutput()", Call: openStandard(false)},
			objects.Method{Signature: "static System.IO.Stream OpenStandardError()", Call: openStandard(true)}),
	}
}

func declareConsoleWriter() *objects.Declaration {
	self := func(c *objects.Call) *consoleWriter {
		w, _ := objects.As[*consoleWriter](c.This)
		return w
	}
	return &objects.Declaration{Type: consoleWriterType, Methods: append(consoleWrites("", self), objects.Method{Signature: "void Flush()", Call: func(*objects.Call) (objects.Value, error) {
		return none(), nil
	}})}
}

// hostWriter writes bytes to the host of a session.
type hostWriter func(text string) error

// Write writes bytes as text.
func (w hostWriter) Write(b []byte) (int, error) {
	if err := w(string(b)); err != nil {
		return 0, err
	}
	return len(b), nil
}

// openStandard opens the standard output, or that of errors, as a stream.
func openStandard(failures bool) func(c *objects.Call) (objects.Value, error) {
	return func(c *objects.Call) (objects.Value, error) {
		s, ok := sessionOf(c.Context)
		if !ok {
			return objects.Null, nil
		}
		write := s.Host.WriteOutput
		if failures {
			write = s.Host.WriteErrorText
		}
		return objects.Of(io.NewOutputStream(hostWriter(write))), nil
	}
}

func declareConsoleReader() *objects.Declaration {
	return &objects.Declaration{Type: consoleReaderType, Methods: []objects.Method{{Signature: "string ReadLine()", Call: readConsole}}}
}

func readConsole(c *objects.Call) (objects.Value, error) {
	s, ok := sessionOf(c.Context)
	if !ok {
		return objects.Null, nil
	}
	read := func() (string, error) { return s.Host.ReadLine("", false) }
	if in, ok := s.Host.(InputReader); ok {
		read = in.ReadInput
	}
	var line string
	var err error
	s.Aside(func() { line, err = read() })
	if err != nil {
		return objects.Null, nil
	}
	return objects.String(line), nil
}

// consoleWrites are the overloads of Write and WriteLine.
func consoleWrites(prefix string, writer func(*objects.Call) *consoleWriter) []objects.Method {
	var list []objects.Method
	for _, m := range [...]struct{ name, end string }{{"Write", ""}, {"WriteLine", "\n"}} {
		list = append(list,
			objects.Method{Signature: prefix + "void " + m.name + "(string value)", Call: func(c *objects.Call) (objects.Value, error) {
				return none(), writer(c).write(c.Context, c.Str(0)+m.end)
			}},
			objects.Method{Signature: prefix + "void " + m.name + "(System.Object value)", Call: func(c *objects.Call) (objects.Value, error) {
				text, err := consoleText(c)
				if err != nil {
					return objects.Null, err
				}
				return none(), writer(c).write(c.Context, text+m.end)
			}},
			objects.Method{Signature: prefix + "void " + m.name + "(string format, Params System.Object[] arg)", Call: func(c *objects.Call) (objects.Value, error) {
				text, err := c.Types.Format(c.Str(0), c.Items(1))
				if err != nil {
					return objects.Null, err
				}
				return none(), writer(c).write(c.Context, text+m.end)
			}},
		)
	}
	return append(list, objects.Method{Signature: prefix + "void WriteLine()", Call: func(c *objects.Call) (objects.Value, error) {
		return none(), writer(c).write(c.Context, "\n")
	}})
}

func consoleText(c *objects.Call) (string, error) {
	if c.Args[0].IsNull() {
		return "", nil
	}
	return c.Types.ToString(c.Args[0], "")
}
