package data

import (
	"bufio"
	"io"
	"strconv"
	"strings"
)

// csvReader reads the records of a CSV text as PowerShell does: a field may begin
// with a double quote and then holds anything up to the next one; blanks before a
// field are dropped, and those after it up to one. What follows the last delimiter of
// the text is a field only where there is something.
type csvReader struct {
	in        *bufio.Reader
	delimiter rune
	fields    []string
	text      strings.Builder
}

func newCSVReader(r io.Reader, delimiter rune) *csvReader {
	return &csvReader{in: bufio.NewReaderSize(r, 64<<10), delimiter: delimiter}
}

// read gives the next record that is not empty; the slice is valid until the next
// call. The error is io.EOF at the end.
func (r *csvReader) read() ([]string, error) {
	for {
		fields, err := r.record()
		if err != nil || len(fields) > 1 || fields[0] != "" {
			return fields, err
		}
	}
}

// record reads one line, or the several that a quoted field spans. An empty line is a
// record of one empty field.
func (r *csvReader) record() ([]string, error) {
	r.fields = r.fields[:0]
	r.text.Reset()
	for quoted := false; ; {
		c, _, err := r.in.ReadRune()
		switch {
		case err == io.EOF:
			return r.atEnd()
		case err != nil:
			return nil, err
		case quoted && c == '"':
			if r.next('"') {
				r.text.WriteByte('"')
				continue
			}
			quoted = false
			if end, err := r.rest(true); end || err != nil {
				return r.fields, err
			}
		case quoted:
			r.text.WriteRune(c)
		case c == '"' && r.text.Len() == 0:
			quoted = true
		case c == r.delimiter:
			r.add()
		case r.isNewLine(c):
			r.add()
			return r.fields, nil
		case (c == ' ' || c == '\t') && r.text.Len() == 0:
		case c == '"' || c == ' ' || c == '\t':
			r.text.WriteRune(c)
			if end, err := r.rest(c != '"'); end || err != nil {
				return r.fields, err
			}
		default:
			r.text.WriteRune(c)
		}
	}
}

// atEnd is the record that the end of the text leaves.
func (r *csvReader) atEnd() ([]string, error) {
	if r.text.Len() > 0 {
		r.add()
	}
	if len(r.fields) == 0 {
		return nil, io.EOF
	}
	return r.fields, nil
}

// add ends a field.
func (r *csvReader) add() {
	r.fields = append(r.fields, r.text.String())
	r.text.Reset()
}

// next passes over a character if it comes next.
func (r *csvReader) next(want rune) bool {
	c, _, err := r.in.ReadRune()
	if err == nil && c != want {
		_ = r.in.UnreadRune()
	}
	return err == nil && c == want
}

// isNewLine reports the end of a line, and passes over all of it.
func (r *csvReader) isNewLine(c rune) bool {
	if c == '\r' {
		r.next('\n')
		return true
	}
	return c == '\n'
}

// rest takes what is left of a field as it stands, but not if it is blank; end reports
// that the record ends with it.
func (r *csvReader) rest(dropBlanks bool) (end bool, err error) {
	var tail strings.Builder
	for {
		c, _, err := r.in.ReadRune()
		if err != nil && err != io.EOF {
			return false, err
		}
		end = err == io.EOF || c != r.delimiter && r.isNewLine(c)
		if end || c == r.delimiter {
			break
		}
		tail.WriteRune(c)
	}
	if !dropBlanks || strings.Trim(tail.String(), " \t") != "" {
		r.text.WriteString(tail.String())
	}
	r.add()
	return end, nil
}

// headers are column names with names for those that are missing: H1, H2.
func headers(names []string) (complete []string, missing bool) {
	complete = make([]string, len(names))
	n := 0
	for i, name := range names {
		if strings.TrimSpace(name) == "" {
			n++
			name = "H" + strconv.Itoa(n)
			missing = true
		}
		complete[i] = name
	}
	return complete, missing
}
