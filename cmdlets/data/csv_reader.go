package data

import (
	"bufio"
	"io"
	"strconv"
	"strings"
)

// csvReader reads the records of a CSV text as PowerShell does: fields may
// stand in double quotes and then hold anything, others lose the blanks around
// them; empty lines are passed over.
type csvReader struct {
	in        *bufio.Reader
	delimiter rune
	fields    []string
	text      strings.Builder
}

func newCSVReader(r io.Reader, delimiter rune) *csvReader {
	return &csvReader{in: bufio.NewReaderSize(r, 64<<10), delimiter: delimiter}
}

// read gives the next record; the slice is valid until the next call. The error
// is io.EOF at the end.
func (r *csvReader) read() ([]string, error) {
	for {
		fields, err := r.record()
		if err != nil || len(fields) > 1 || len(fields) == 1 && fields[0] != "" {
			return fields, err
		}
	}
}

// record reads one line, or the several that a quoted field spans.
func (r *csvReader) record() ([]string, error) {
	r.fields = r.fields[:0]
	for {
		end, err := r.field()
		if err == io.EOF && len(r.fields) == 0 && r.text.Len() == 0 {
			return nil, io.EOF
		}
		if err != nil && err != io.EOF {
			return nil, err
		}
		r.fields = append(r.fields, r.text.String())
		if end {
			return r.fields, nil
		}
	}
}

// field reads one field into text; end reports that the record ends with it.
func (r *csvReader) field() (end bool, err error) {
	r.text.Reset()
	quoted, closed := false, false
	for {
		c, _, err := r.in.ReadRune()
		if err != nil {
			r.trim(quoted)
			return true, err
		}
		switch {
		case quoted && !closed:
			if c != '"' {
				r.text.WriteRune(c)
				continue
			}
			if next, _, err := r.in.ReadRune(); err == nil && next == '"' {
				r.text.WriteByte('"')
				continue
			} else if err == nil {
				_ = r.in.UnreadRune()
			}
			closed = true
		case c == r.delimiter:
			r.trim(quoted)
			return false, nil
		case c == '\n':
			r.trim(quoted)
			return true, nil
		case c == '\r':
			if next, _, err := r.in.ReadRune(); err == nil && next != '\n' {
				_ = r.in.UnreadRune()
			}
			r.trim(quoted)
			return true, nil
		case c == '"' && r.text.Len() == 0 && !quoted:
			quoted = true
		case r.text.Len() == 0 && !quoted && (c == ' ' || c == '\t'):
		case closed && (c == ' ' || c == '\t'):
		default:
			r.text.WriteRune(c)
		}
	}
}

// trim drops the blanks at the end of a field without quotes.
func (r *csvReader) trim(quoted bool) {
	if quoted {
		return
	}
	s := r.text.String()
	if t := strings.TrimRight(s, " \t"); len(t) < len(s) {
		r.text.Reset()
		r.text.WriteString(t)
	}
}

// headers are column names with names for those that are missing: H1, H2.
func headers(names []string) (complete []string, missing bool) {
	complete = make([]string, len(names))
	n := 0
	for i, name := range names {
		if strings.TrimSpace(name) == "" {
			n = i + 1
			name = "H" + strconv.Itoa(n)
			missing = true
		}
		complete[i] = name
	}
	return complete, missing
}
