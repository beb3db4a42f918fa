package ldap

import (
	"bufio"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"
)

// maxLine bounds a line of an LDIF file with its continuations, so that a file of
// another kind does not fill the memory.
const maxLine = 16 << 20

// LineError is a mistake in a file.
type LineError struct {
	Line int
	Err  error
}

// Error is the message with the line.
func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap is the mistake.
func (e *LineError) Unwrap() error { return e.Err }

// ReadLDIF reads the entries of a file in the LDAP Data Interchange Format (RFC 2849)
// one by one. A mistake is a *LineError and spoils its entry alone. Values at other
// places (attr:< URL) and records of changes are such mistakes: a file of content is
// wanted.
func ReadLDIF(file io.Reader) iter.Seq2[*Entry, error] {
	return func(yield func(*Entry, error) bool) {
		r := &ldifReader{in: bufio.NewReaderSize(file, 64<<10)}
		for {
			e, err := r.entry()
			if err == io.EOF {
				return
			}
			var mistake *LineError
			spoiled := errors.As(err, &mistake)
			if spoiled && r.skip() != nil {
				yield(nil, err)
				return
			}
			if !yield(e, err) || err != nil && !spoiled {
				return
			}
		}
	}
}

// ldifReader reads the lines of a file with their continuations.
type ldifReader struct {
	in   *bufio.Reader
	line int // the last physical line that was read
	from int // where the last logical line began
	// ended says that the last logical line was the blank one behind an entry.
	ended bool
}

// entry reads the next entry; io.EOF is the end of the file.
func (r *ldifReader) entry() (*Entry, error) {
	var e *Entry
	for {
		line, err := r.logical()
		if err == io.EOF && e != nil {
			return e, nil
		}
		if err != nil {
			return nil, err
		}
		r.ended = line == ""
		switch {
		case line == "" && e != nil:
			return e, nil
		case line == "" || line[0] == '#':
			continue
		}
		name, value, err := attribute(line)
		switch {
		case err != nil:
			return nil, &LineError{r.from, err}
		case e == nil && strings.EqualFold(name, "version"):
			if value != "1" {
				return nil, &LineError{r.from, fmt.Errorf("version %s of LDIF is not known", value)}
			}
		case e == nil && !strings.EqualFold(name, "dn"):
			return nil, &LineError{r.from, fmt.Errorf("an entry begins with dn:, not with %s:", name)}
		case e == nil:
			e = &Entry{DN: value, Line: r.from}
		case strings.EqualFold(name, "changetype"):
			return nil, &LineError{r.from, errors.New("this is a record of a change; a file of entries is wanted")}
		default:
			e.add(name, value)
		}
	}
}

// skip passes over the rest of an entry.
func (r *ldifReader) skip() error {
	for !r.ended {
		line, err := r.logical()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		r.ended = line == ""
	}
	return nil
}

// logical reads a line with the lines behind it that begin with a blank and so
// continue it.
func (r *ldifReader) logical() (string, error) {
	line, err := r.physical()
	if err != nil {
		return "", err
	}
	r.from = r.line
	for line != "" {
		next, err := r.in.Peek(1)
		if err != nil || next[0] != ' ' {
			break
		}
		more, err := r.physical()
		if err != nil {
			return "", err
		}
		if line += more[1:]; len(line) > maxLine {
			return "", &LineError{r.from, errors.New("the line is too long")}
		}
	}
	return line, nil
}

func (r *ldifReader) physical() (string, error) {
	var line []byte
	for {
		part, err := r.in.ReadSlice('\n')
		line = append(line, part...)
		switch {
		case err == bufio.ErrBufferFull && len(line) <= maxLine:
			continue
		case err == bufio.ErrBufferFull:
			return "", &LineError{r.line + 1, errors.New("the line is too long")}
		case err == io.EOF && len(line) > 0, err == nil:
			r.line++
			if r.line == 1 {
				line = []byte(strings.TrimPrefix(string(line), "\ufeff"))
			}
			return strings.TrimRight(string(line), "\r\n"), nil
		default:
			return "", err
		}
	}
}

// attribute reads "name: value" and "name:: base64".
func attribute(line string) (name, value string, err error) {
	name, value, ok := strings.Cut(line, ":")
	if !ok || name == "" {
		return "", "", errors.New("it is not of the form name: value")
	}
	name, _, _ = strings.Cut(name, ";") // options such as ;binary
	switch {
	case strings.HasPrefix(value, ":"):
		data, err := base64.StdEncoding.DecodeString(strings.TrimSpace(value[1:]))
		if err != nil {
			return "", "", fmt.Errorf("the value of %s is not base64", name)
		}
		return name, string(data), nil
	case strings.HasPrefix(value, "<"):
		return "", "", fmt.Errorf("the value of %s is at another place (%s); values have to be in the file", name, strings.TrimSpace(value[1:]))
	case !utf8.ValidString(value):
		return "", "", fmt.Errorf("the value of %s is not UTF-8", name)
	}
	return name, strings.TrimLeft(value, " "), nil
}
