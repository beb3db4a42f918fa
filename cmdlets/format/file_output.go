package format

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/encoding"
	"github.com/csshell/csshell/objects/view"
	"github.com/csshell/csshell/runtime"
)

// fileRequest says how a file of text is opened.
type fileRequest struct {
	path      string // absolute
	encoding  *encoding.Encoding
	append    bool
	noClobber bool // an existing file is an error
	force     bool // a file that may not be written is written nevertheless
	noNewline bool
	width     int // 0 for the width of a file
}

// fileOutput shows objects in a file: Out-File and redirections.
type fileOutput struct {
	renderer *view.Renderer
	file     *os.File
	lines    *fileLines
	restore  func() // sets the file's mode back after -Force
}

// openFile opens a file for the objects of a session.
func openFile(s *runtime.Session, views *view.Set, r fileRequest) (*fileOutput, error) {
	o := &fileOutput{restore: func() {}}
	if err := o.open(r); err != nil {
		return nil, argument.OpenFailure(r.path, err)
	}
	lineEnd := "\n"
	if r.noNewline {
		lineEnd = ""
	}
	o.lines = &fileLines{w: bufio.NewWriter(o.file), encoding: r.encoding, lineEnd: lineEnd}
	if end, err := o.file.Seek(0, io.SeekEnd); err == nil && end == 0 {
		o.lines.w.Write(r.encoding.Preamble)
	}
	o.renderer = newRenderer(s, views, textPage(s, r.width), o.lines)
	return o, nil
}

func (o *fileOutput) open(r fileRequest) error {
	flags := os.O_WRONLY | os.O_CREATE
	switch {
	case r.append:
		flags |= os.O_APPEND
	case r.noClobber:
		flags |= os.O_EXCL
	default:
		flags |= os.O_TRUNC
	}
	file, err := os.OpenFile(r.path, flags, 0o644)
	if errors.Is(err, fs.ErrPermission) && r.force {
		file, err = o.forced(r.path, flags)
	}
	o.file = file
	return err
}

// forced opens a read-only file: it can be written while it is open.
func (o *fileOutput) forced(path string, flags int) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if err := os.Chmod(path, info.Mode()|0o200); err != nil {
		return nil, err
	}
	o.restore = func() { os.Chmod(path, info.Mode()) }
	return os.OpenFile(path, flags, 0o644)
}

// Write shows one object.
func (o *fileOutput) Write(v objects.Value) error { return viewError(o.renderer.Process(v)) }

// end shows what was held back.
func (o *fileOutput) end() error { return viewError(o.renderer.End()) }

// Close shows what was held back and closes the file; it may be called twice.
func (o *fileOutput) Close() error {
	if o.file == nil {
		return nil
	}
	err := o.end()
	if flushing := o.lines.w.Flush(); err == nil {
		err = flushing
	}
	if closing := o.file.Close(); err == nil {
		err = closing
	}
	o.file = nil
	o.restore()
	return err
}

// fileLines writes lines in an encoding.
type fileLines struct {
	w        *bufio.Writer
	encoding *encoding.Encoding
	lineEnd  string
	bytes    []byte
}

// WriteLine writes a line.
func (l *fileLines) WriteLine(line string) error {
	l.bytes = l.encoding.Append(l.bytes[:0], line)
	l.bytes = l.encoding.Append(l.bytes, l.lineEnd)
	_, err := l.w.Write(l.bytes)
	return err
}

// WriteText writes a text.
func (l *fileLines) WriteText(s string) error { return l.WriteLine(s) }
