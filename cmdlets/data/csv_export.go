package data

import (
	"bufio"
	"os"
	"strings"

	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
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

	columns []string
	caches  []objects.PropertyCache
	line    strings.Builder
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
		if w.columns, err = columnsOf(rt.Types(), v); err != nil {
			return nil, err
		}
		if w.typeInfo {
			lines = append(lines, "#TYPE "+objects.TypeNames(v)[0])
		}
		if !w.noHeader && len(w.columns) > 0 {
			lines = append(lines, w.header())
		}
	}
	w.caches = make([]objects.PropertyCache, len(w.columns))
	return lines, nil
}

func (w *csvWriter) header() string {
	w.line.Reset()
	for i, name := range w.columns {
		if i > 0 {
			w.line.WriteString(w.delimiter)
		}
		w.field(name, name)
	}
	return w.line.String()
}

// row is the line of an object.
func (w *csvWriter) row(rt *runtime.CommandRuntime, v objects.Value) (string, error) {
	w.line.Reset()
	tt := rt.Types()
	for i, name := range w.columns {
		if i > 0 {
			w.line.WriteString(w.delimiter)
		}
		value, _, err := w.caches[i].Get(tt, v, name)
		if err != nil || value.IsNull() {
			continue // a property that fails or is not there leaves its place empty
		}
		text, err := tt.ToString(value, "")
		if err != nil {
			return "", err
		}
		w.field(name, text)
	}
	return w.line.String(), nil
}

func (w *csvWriter) field(column, text string) {
	if !w.needsQuotes(column, text) {
		w.line.WriteString(text)
		return
	}
	w.line.WriteByte('"')
	w.line.WriteString(strings.ReplaceAll(text, `"`, `""`))
	w.line.WriteByte('"')
}

func (w *csvWriter) needsQuotes(column, text string) bool {
	if w.only != nil {
		for _, name := range w.only {
			if objects.EqualFold(name, column) {
				return true
			}
		}
		return false
	}
	switch w.quotes {
	case "Never":
		return false
	case "AsNeeded":
		return strings.ContainsAny(text, "\"\n") || strings.Contains(text, w.delimiter)
	}
	return true
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
	if err != nil || line == "" {
		return err
	}
	return rt.WriteObject(objects.String(line))
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
	bytes  []byte
	skip   bool // -WhatIf
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
	if yes, err := rt.ShouldProcess(path, ""); !yes {
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
	c.file, c.out = file, bufio.NewWriterSize(file, 64<<10)
	return nil
}

// existingColumns takes the columns of the file that is appended to.
func (c *ExportCsv) existingColumns(rt *runtime.CommandRuntime, path string) {
	file, err := os.Open(path)
	if err != nil {
		return
	}
	defer file.Close()
	if names, err := newCSVReader(file, delimiter(rt, c.Delimiter, c.UseCulture)).read(); err == nil {
		c.writer.columns = append([]string(nil), names...)
	}
}

// ProcessRecord writes the object's line.
func (c *ExportCsv) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.skip || c.InputObject.IsNull() {
		return nil
	}
	if c.writer.caches == nil {
		lines, err := c.writer.start(rt, c.InputObject)
		if err != nil {
			return err
		}
		for _, line := range lines {
			if err := c.write(line); err != nil {
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

func (c *ExportCsv) write(line string) error {
	c.bytes = c.Encoding.OrUTF8().Append(c.bytes[:0], line+"\n")
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
