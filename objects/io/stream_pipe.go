package io

import (
	"errors"
	stdio "io"

	"github.com/csshell/csshell/objects"
)

// pipe is the body of a stream that goes one way and has no place: that of a
// terminal or of a program.
type pipe struct {
	stdio.Reader
	stdio.Writer
	end stdio.Closer // closed with the stream; nil for what belongs to the shell
}

var errNoPlace = errors.New("the stream has no place")

// Seek fails: a pipe has no place.
func (pipe) Seek(int64, int) (int64, error) { return 0, errNoPlace }

// Truncate fails: a pipe has no length.
func (pipe) Truncate(int64) error { return errNoPlace }

func (pipe) length() (int64, error) { return 0, errNoPlace }

// Close closes the end that belongs to the stream; the terminal's stays open.
func (p pipe) Close() error {
	if p.end == nil {
		return nil
	}
	return p.end.Close()
}

// pipeType is the type of the streams of .NET's console.
var pipeType = class("System.ConsolePal+UnixConsoleStream", StreamType, objects.SealedAttr)

// NewOutputStream makes a stream that writes to w.
func NewOutputStream(w stdio.Writer) *Stream {
	return &Stream{typ: pipeType, body: pipe{Writer: w}, written: true}
}

// NewInputStream makes a stream that reads from r.
func NewInputStream(r stdio.Reader) *Stream {
	return &Stream{typ: pipeType, body: pipe{Reader: r}, read: true}
}

// NewProgramStream makes a stream of one end of a pipe to a program, which is
// closed with it.
func NewProgramStream(end stdio.ReadWriteCloser, writes bool) *Stream {
	return &Stream{typ: FileStreamType, body: pipe{end, end, end}, read: !writes, written: writes}
}
