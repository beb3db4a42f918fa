package store

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"

	"github.com/csshell/csshell/objects/cs"
)

// csvReader reads the objects of a CSV file: a header of property names in any
// order, and one row for each object. It takes what Export-Csv writes, in any
// edition: with or without a #TYPE line, with commas, semicolons or tabs, in
// UTF-8 or UTF-16.
type csvReader[T any] struct {
	file    string
	rows    *csv.Reader
	skipped int               // lines before the header
	fields  []*cs.Property[T] // by column, nil for a column that is no property
	ignored []string          // the names of the latter
}

// newCSVReader reads the header. One of each list of required properties must
// be there.
func newCSVReader[T any](file File, properties cs.Properties[T], required ...[]string) (*csvReader[T], error) {
	r := &csvReader[T]{file: file.Name}
	text := bufio.NewReader(decode(bufio.NewReader(file.Content)))
	if start, _ := text.Peek(5); string(start) == "#TYPE" {
		_, _ = text.ReadString('\n') // an error shows at the header
		r.skipped = 1
	}
	start, _ := text.Peek(text.Size()) // an error shows at the header
	r.rows = csv.NewReader(text)
	r.rows.ReuseRecord = true
	r.rows.Comma = separator(start)
	header, err := r.rows.Read()
	if errors.Is(err, io.EOF) {
		err = errors.New("the file is empty, even its header is missing")
	}
	if err != nil {
		return nil, r.failed(err)
	}
	return r, r.readHeader(header, properties, required)
}

func (r *csvReader[T]) readHeader(header []string, properties cs.Properties[T], required [][]string) error {
	found := make(map[string]bool)
	for _, name := range header {
		i := properties.Find(name)
		if i < 0 {
			r.fields = append(r.fields, nil)
			r.ignored = append(r.ignored, strings.Clone(name))
			continue
		}
		if found[properties[i].Name] {
			return r.rowError(1, name, errors.New("the column occurs twice"))
		}
		found[properties[i].Name] = true
		r.fields = append(r.fields, &properties[i])
	}
	for _, names := range required {
		if !found[names[0]] && !found[names[len(names)-1]] {
			return r.rowError(1, names[0], errors.New("the column is missing"))
		}
	}
	return nil
}

// next reads the next object into object, which must be empty, and returns the
// line on which its row begins. The error after the last row is io.EOF.
func (r *csvReader[T]) next(object *T) (line int, err error) {
	record, err := r.rows.Read()
	if errors.Is(err, io.EOF) {
		return 0, io.EOF
	}
	if err != nil {
		return 0, r.failed(err)
	}
	for i, text := range record {
		p := r.fields[i]
		if p == nil || text == "" {
			continue
		}
		// Identity and DistinguishedName are the same property.
		before := p.Get(object)
		if err = p.Set(object, text); err == nil && before != "" && before != p.Get(object) {
			err = fmt.Errorf("%q contradicts %q in another column", text, before)
		}
		if err != nil {
			at, _ := r.rows.FieldPos(i)
			return 0, r.rowError(at, p.Name, err)
		}
	}
	line, _ = r.rows.FieldPos(0)
	return line + r.skipped, nil
}

// failed is the error of a row that is no CSV.
func (r *csvReader[T]) failed(err error) error {
	line := 1
	if parse, ok := errors.AsType[*csv.ParseError](err); ok {
		line = parse.Line
		err = parse.Err
	}
	return r.rowError(line, "", err)
}

func (r *csvReader[T]) rowError(line int, column string, err error) error {
	return &RowError{File: r.file, Line: line + r.skipped, Column: strings.Clone(column), Err: err}
}

// decode returns the text of r as UTF-8 without a byte order mark.
func decode(r *bufio.Reader) io.Reader {
	mark, _ := r.Peek(3) // a short file has no mark
	switch {
	case bytes.HasPrefix(mark, []byte{0xff, 0xfe}), bytes.HasPrefix(mark, []byte{0xfe, 0xff}):
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Reader(r)
	case bytes.HasPrefix(mark, []byte{0xef, 0xbb, 0xbf}):
		_, _ = r.Discard(3) // they were just seen
	}
	return r
}

// separator returns what separates the columns of a header.
func separator(start []byte) rune {
	header, _, _ := bytes.Cut(start, []byte{'\n'})
	for _, candidate := range []rune{',', ';', '\t'} {
		if bytes.ContainsRune(header, candidate) {
			return candidate
		}
	}
	return ','
}

// csvWriter writes objects as a CSV file.
type csvWriter[T any] struct {
	rows       *csv.Writer
	properties []*cs.Property[T]
	record     []string
}

// newCSVWriter writes the header: the properties in order, those that share a
// column once.
func newCSVWriter[T any](w io.Writer, properties cs.Properties[T]) (*csvWriter[T], error) {
	c := &csvWriter[T]{rows: csv.NewWriter(w)}
	columns := make(map[string]bool)
	for i := range properties {
		if p := &properties[i]; !columns[p.Column] {
			columns[p.Column] = true
			c.properties = append(c.properties, p)
			c.record = append(c.record, p.Name)
		}
	}
	return c, c.rows.Write(c.record)
}

func (c *csvWriter[T]) write(object *T) error {
	for i, p := range c.properties {
		c.record[i] = p.Get(object)
	}
	return c.rows.Write(c.record)
}

func (c *csvWriter[T]) flush() error {
	c.rows.Flush()
	return c.rows.Error()
}
