package main

import (
	"context"
	"io"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/clixml"
	"github.com/csshell/csshell/runtime"
)

// serial is a standard stream that another shell reads: objects as CLIXML, begun
// with the first of them (-OutputFormat XML, "about_Pwsh").
type serial struct {
	ctx    context.Context
	types  *objects.TypeTable
	out    io.Writer
	writer *clixml.Writer
}

// write writes an object of a stream.
func (s *serial) write(stream string, v objects.Value) error {
	if s.writer == nil {
		if _, err := io.WriteString(s.out, clixml.StreamMark+"\n"); err != nil {
			return err
		}
		s.writer = clixml.NewStreamWriter(s.ctx, s.types, func(text string) error {
			_, err := io.WriteString(s.out, text)
			return err
		})
	}
	return s.writer.WriteTo(stream, v)
}

// lines writes a text line by line, as a console would get it.
func (s *serial) lines(stream, text string) error {
	for line := range strings.Lines(text) {
		if stream == "Output" {
			line = strings.TrimSuffix(line, "\n")
		}
		if err := s.write(stream, objects.String(line)); err != nil {
			return err
		}
	}
	return nil
}

// close ends what was begun.
func (s *serial) close() error {
	if s == nil || s.writer == nil {
		return nil
	}
	return s.writer.Close()
}

// serialise makes CLIXML of the standard streams where the command line wants it:
// all of them under -OutputFormat XML; errors alone where an encoded command runs
// whose errors no terminal shows, which another shell is taken to have started.
func (sh *shell) serialise(ctx context.Context) {
	types := sh.session.Types
	if sh.options.outputFormat == "xml" {
		sh.host.objectsOut = &serial{ctx: ctx, types: types, out: sh.host.out}
	}
	if sh.options.outputFormat == "xml" || sh.options.outputFormat == "" && sh.options.encoded && !sh.options.noExit && !sh.host.shows(sh.process.stderr) {
		sh.host.objectsErr = &serial{ctx: ctx, types: types, out: sh.process.stderr}
	}
}

// provideObjects makes the objects of standard input the $input of the command
// (-InputFormat XML), and sets what -EncodedArguments brought.
func (sh *shell) provideObjects() error {
	if sh.options.encodedArgs != "" {
		for v, err := range clixml.Read(sh.session.Context(), sh.session.Types, sh.options.encodedArgs) {
			if err != nil {
				return err
			}
			if err := sh.session.Global().Set(sh.session, "args", v); err != nil {
				return err
			}
		}
	}
	if sh.options.inputFormat != "xml" || sh.host.shows(sh.process.stdin) {
		return nil
	}
	text, err := io.ReadAll(sh.process.stdin)
	if err != nil || len(text) == 0 {
		return err
	}
	_, document, _ := strings.Cut(string(text), "\n") // the first line is the mark
	var items []objects.Value
	for v, err := range clixml.Read(sh.session.Context(), sh.session.Types, document) {
		if err != nil {
			return err
		}
		items = append(items, v)
	}
	sh.session.SetInputObjects(items)
	return nil
}

// writeObject shows an object of the command's output, or hands it on.
func (sh *shell) writeObject(v objects.Value) error {
	if sh.host.objectsOut != nil {
		return sh.host.objectsOut.write("Output", v)
	}
	return sh.output.Write(v)
}

// ReceiveError writes an error as an object where the output is one of objects.
func (c *console) ReceiveError(r *runtime.ErrorRecord) (done bool, err error) {
	if c.objectsOut == nil {
		return false, nil
	}
	return true, c.objectsErr.write("Error", objects.Of(r))
}
