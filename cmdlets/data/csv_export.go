package data

import (
	"bufio"
	"os"
	"slices"
	"strings"

	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/encoding"
	"github.com/csshell/csshell/runtime"
)

// csvWriter turns objects into lines of CSV; the first object decides the
// columns.
type csvWriter struct {
	delimiter string
	quotes    string // "", Always, AsNeeded or Never
	only      []string
	typeInfo  bool
	noHeader  bool

	started bool
	columns []csvColumn
	line    []byte // of the object at work, in UTF-8
}

// csvColumn is one property of the objects.
type csvColumn struct {
	name   string
	quoted bool // whatever the text is
	cache  objects.PropertyCache
}

// columnsOf are the properties of an object, or the keys of a dictionary.
func columnsOf(tt *objects.TypeTable, v objects.Value) ([]string, error) {
	h, ok := objects.As[*objects.Hashtable](v)
	if !ok {
		return tt.PropertyNames(v), nil
	}
	var names []string
	var err error
	h.Each(func(k, _ objects.Value) bool {
		var s string
		s, err = tt.Text(k, " ")
		names = append(names, s)
		return err == nil
	})
	return names, err
}

// start gives the lines before the first object.
func (w *csvWriter) start(rt *runtime.CommandRuntime, v objects.Value) (lines []string, err error) {
	if w.columns == nil {
		names, err := columnsOf(rt.Types(), v)
		if err != nil {
			return nil, err
		}
		w.choose(names)
		if w.typeInfo {
			lines = append(lines, "#TYPE "+objects.TypeNames(v)[0])
		}
		if !w.noHeader && len(w.columns) > 0 {
			lines = append(lines, w.header())
		}
	}
	w.started = true
	return lines, nil
}

// choose makes the columns.
func (w *csvWriter) choose(names []string) {
	w.columns = make([]csvColumn, len(names))
	for i, name := range names {
		w.columns[i].name, w.columns[i].quoted = name, w.alwaysQuotes(name)
	}
}

func (w *csvWriter) header() string {
	w.line = w.line[:0]
	for i := range w.columns {
		if i > 0 {
			w.line = append(w.line, w.delimiter...)
		}
		w.field(&w.columns[i], w.columns[i].name)
	}
	return string(w.line)
}

// row is the line of an object, until the next call.
func (w *csvWriter) row(rt *runtime.CommandRuntime, v objects.Value) ([]byte, error) {
	w.line = w.line[:0]
	tt := rt.Types()
	for i := range w.columns {
		column := &w.columns[i]
		if i > 0 {
			w.line = append(w.line, w.delimiter...)
		}
		if text, ok := column.cache.Plain(tt, v); ok {
			if text != "" {
				w.field(column, text)
			}
			continue
		}
		value, _, err := column.cache.Get(tt, v, column.name)
		if err != nil || value.IsNull() {
			continue // a property that fails or is not there leaves its place empty
		}
		text, err := tt.ToString(value, "")
		if err != nil {
			return nil, err
		}
		w.field(column, text)
	}
	return w.line, nil
}

func (w *csvWriter) field(column *csvColumn, text string) {
	if !column.quoted && !w.needsQuotes(text) {
		w.line = append(w.line, text...)
		return
	}
	w.line = append(w.line, '"')
	for {
		i := strings.IndexByte(text, '"')
		if i < 0 {
			break
		}
		w.line = append(append(w.line, text[:i+1]...), '"')
		text = text[i+1:]
	}
	w.line = append(append(w.line, text...), '"')
}

// alwaysQuotes reports whether the texts of a column have quotes, whatever they
// are.
func (w *csvWriter) alwaysQuotes(column string) bool {
	if w.only == nil {
		return w.quotes != "Never" && w.quotes != "AsNeeded"
	}
	return slices.ContainsFunc(w.only, func(name string) bool { return objects.EqualFold(name, column) })
}

// needsQuotes reports whether a text of a column that has none must have them.
func (w *csvWriter) needsQuotes(text string) bool {
	return w.only == nil && w.quotes == "AsNeeded" && (strings.ContainsAny(text, "\"\n") || strings.Contains(text, w.delimiter))
}

// csvForm are the parameters of the cmdlets that write CSV.
type csvForm struct {
	Delimiter              runtime.Optional[uint16] `param:"ParameterSetName=Delimiter,Position=1" type:"char" validate:"NotNull"`
	UseCulture             runtime.SwitchParameter  `param:"ParameterSetName=UseCulture"`
	IncludeTypeInformation runtime.SwitchParameter  `param:"Alias=ITI"`
	NoTypeInformation      runtime.SwitchParameter  `param:"DontShow,Alias=NTI"`
	QuoteFields            []string                 `param:"Alias=QF"`
	UseQuotes              string                   `param:"Alias=UQ" type:"Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind"`
	NoHeader               runtime.SwitchParameter  `param:""`
}

// check refuses parameters that contradict each other.
func (f *csvForm) check(rt *runtime.CommandRuntime) error {
	switch {
	case bool(f.IncludeTypeInformation && f.NoTypeInformation):
		return contradiction("IncludeTypeInformation", "NoTypeInformation", "CannotSpecifyIncludeTypeInformationAndNoTypeInformation")
	case rt.IsBound("QuoteFields") && rt.IsBound("UseQuotes"):
		return contradiction("UseQuotes", "QuoteFields", "CannotSpecifyQuoteFieldsAndUseQuotes")
	}
	return nil
}

func contradiction(first, second, id string) error {
	e := objects.NewException(objects.InvalidOperationException, "You must specify either the -"+first+" or -"+second+" parameters, but not both.")
	return runtime.NewErrorRecord(e, id, runtime.InvalidData, objects.Null)
}

func (f *csvForm) newWriter(rt *runtime.CommandRuntime) *csvWriter {
	separator := string(delimiter(rt, f.Delimiter, f.UseCulture))
	return &csvWriter{delimiter: separator, quotes: f.UseQuotes, only: f.QuoteFields, typeInfo: bool(f.IncludeTypeInformation), noHeader: bool(f.NoHeader)}
}

// ConvertToCsv turns objects into lines of CSV.
type ConvertToCsv struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Delimiter"`

	InputObject objects.Value `param:"Mandatory,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"psobject"`
	csvForm

	writer *csvWriter
}

// BeginProcessing checks the parameters.
func (c *ConvertToCsv) BeginProcessing(rt *runtime.CommandRuntime) error { return c.check(rt) }

// ProcessRecord writes the object's line, and the header before the first.
func (c *ConvertToCsv) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.InputObject.IsNull() {
		return nil
	}
	if c.writer == nil {
		c.writer = c.newWriter(rt)
		lines, err := c.writer.start(rt, c.InputObject)
		if err != nil {
			return err
		}
		for _, line := range lines {
			if err := rt.WriteObject(objects.String(line)); err != nil {
				return err
			}
		}
	}
	line, err := c.writer.row(rt, c.InputObject)
	if err != nil || len(line) == 0 {
		return err
	}
	return rt.WriteObject(objects.String(string(line)))
}

// ExportCsv writes objects to a CSV file.
type ExportCsv struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Delimiter,SupportsShouldProcess"`

	InputObject objects.Value           `param:"Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"psobject"`
	Path        string                  `param:"Position=0" validate:"NotNullOrEmpty"`
	LiteralPath string                  `param:"Alias=PSPath,Alias=LP" validate:"NotNullOrEmpty"`
	Force       runtime.SwitchParameter `param:""`
	NoClobber   runtime.SwitchParameter `param:"Alias=NoOverwrite"`
	Encoding    argument.Encoding       `param:"" type:"System.Text.Encoding" validate:"NotNullOrEmpty"`
	Append      runtime.SwitchParameter `param:""`
	csvForm

	writer *csvWriter
	file   *os.File
	out    *bufio.Writer

	encoding *encoding.Encoding // of the file
	bytes    []byte             // of the line at work
	skip     bool               // -WhatIf
}

// BeginProcessing opens the file.
func (c *ExportCsv) BeginProcessing(rt *runtime.CommandRuntime) error {
	if err := c.check(rt); err != nil {
		return err
	}
	name := c.Path
	if name == "" {
		name = c.LiteralPath
	}
	if name == "" {
		return contradiction("Path", "LiteralPath", "CannotSpecifyPathAndLiteralPath")
	}
	path, err := rt.Session().FilePath(name)
	if err != nil {
		return err
	}
	if yes, err := rt.ShouldProcess(name, ""); !yes {
		c.skip = true
		return err
	}
	c.writer = c.newWriter(rt)
	flags := os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	if c.Append {
		flags = os.O_WRONLY | os.O_CREATE | os.O_APPEND
		c.existingColumns(rt, path)
	} else if c.NoClobber {
		flags |= os.O_EXCL
	}
	file, err := os.OpenFile(path, flags, 0o644)
	if err != nil {
		return argument.OpenFailure(path, err)
	}
	c.file, c.out, c.encoding = file, bufio.NewWriterSize(file, 64<<10), c.Encoding.OrUTF8()
	return nil
}

// existingColumns takes the columns of the file that is appended to.
func (c *ExportCsv) existingColumns(rt *runtime.CommandRuntime, path string) {
	file, err := os.Open(path)
	if err != nil {
		return
	}
	defer file.Close()
	if names, err := newCSVReader(file, delimiter(rt, c.Delimiter, c.UseCulture)).read(); err == nil && len(names) > 0 {
		c.writer.choose(names)
	}
}

// ProcessRecord writes the object's line.
func (c *ExportCsv) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.skip || c.InputObject.IsNull() {
		return nil
	}
	if !c.writer.started {
		lines, err := c.writer.start(rt, c.InputObject)
		if err != nil {
			return err
		}
		for _, line := range lines {
			if err := c.write([]byte(line)); err != nil {
				return err
			}
		}
	}
	line, err := c.writer.row(rt, c.InputObject)
	if err != nil {
		return err
	}
	return c.write(line)
}

// write writes a line in the encoding of the file.
func (c *ExportCsv) write(line []byte) error {
	c.bytes = c.encoding.AppendBytes(c.bytes[:0], append(line, '\n'))
	_, err := c.out.Write(c.bytes)
	return err
}

// Close writes out what is held back.
func (c *ExportCsv) Close() error {
	if c.file == nil {
		return nil
	}
	err := c.out.Flush()
	if closing := c.file.Close(); err == nil {
		err = closing
	}
	return err
}
