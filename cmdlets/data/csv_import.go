package data

import (
	"io"
	"os"
	"slices"
	"strings"

	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// csvObjects turns records into objects that share one layout.
type csvObjects struct {
	names     []string       // of the header; nil before it is known
	shape     *objects.Shape // nil before the first row
	typeNames []string
}

// write writes an object for each record of the text, below a header of its own
// where no names are given.
func (o *csvObjects) write(rt *runtime.CommandRuntime, r *csvReader, names []string) error {
	record, err := o.first(r, names)
	for err == nil {
		if record != nil {
			err = o.writeRow(rt, record)
		}
		if err == nil {
			record, err = r.read()
		}
	}
	if err == io.EOF {
		return nil
	}
	return err
}

// first reads the header, unless it is known or names are given, after #TYPE and
// other lines that begin like it; it returns the first row where that had to be
// read.
func (o *csvObjects) first(r *csvReader, names []string) (row []string, err error) {
	if o.names != nil {
		return nil, nil
	}
	record, err := r.record()
	for err == nil && strings.HasPrefix(record[0], "#") {
		if name, ok := strings.CutPrefix(record[0], "#TYPE "); ok {
			o.typeNames = []string{name, "CSV:" + name}
		}
		record, err = r.record()
	}
	if err != nil {
		return nil, err
	}
	if names != nil {
		o.names = names
		return record, nil
	}
	o.names = slices.Clone(record) // the reader uses it again
	return nil, nil
}

// writeRow writes the object of a record. The first one shows what is wrong with
// the header.
func (o *csvObjects) writeRow(rt *runtime.CommandRuntime, record []string) error {
	if o.shape == nil {
		if err := o.columns(rt); err != nil {
			return err
		}
	}
	return rt.WriteObject(o.object(record))
}

func (o *csvObjects) columns(rt *runtime.CommandRuntime) error {
	complete, missing := headers(o.names)
	seen := map[string]bool{}
	for _, n := range complete {
		key := strings.ToLower(n)
		if seen[key] {
			e := objects.NewException(objects.ExtendedTypeSystemException, "The member \""+n+"\" is already present.")
			return runtime.NewErrorRecord(e, "AlreadyPresentPSMemberInfoInternalCollectionAdd", runtime.NotSpecified, objects.Null)
		}
		seen[key] = true
	}
	o.shape = objects.NewShape(complete...)
	if !missing {
		return nil
	}
	return rt.WriteWarning("One or more headers were not specified. Default names starting with \"H\" have been used in place of any missing headers.")
}

// object makes the object of a record; missing fields are $null.
func (o *csvObjects) object(record []string) objects.Value {
	slots := make([]objects.Value, len(o.names))
	for i := range slots {
		if i < len(record) {
			slots[i] = objects.String(record[i])
		}
	}
	p := objects.NewShaped(o.shape, slots)
	if o.typeNames != nil {
		p.SetTypeNames(o.typeNames)
	}
	return objects.Of(p)
}

// ImportCsv reads CSV files.
type ImportCsv struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=DelimiterPath"`

	Delimiter   runtime.Optional[uint16] `param:"ParameterSetName=DelimiterPath,Position=1;ParameterSetName=DelimiterLiteralPath,Position=1" type:"char" validate:"NotNull"`
	Path        []string                 `param:"ParameterSetName=DelimiterPath,Mandatory,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName;ParameterSetName=CulturePath,Mandatory,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty"`
	LiteralPath []string                 `param:"ParameterSetName=DelimiterLiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP;ParameterSetName=CultureLiteralPath,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty"`
	UseCulture  runtime.SwitchParameter  `param:"ParameterSetName=CulturePath,Mandatory;ParameterSetName=CultureLiteralPath,Mandatory" validate:"NotNull"`
	Header      []string                 `param:"" validate:"NotNullOrEmpty"`
	Encoding    argument.Encoding        `param:"" type:"System.Text.Encoding" validate:"NotNullOrEmpty"`
}

// ProcessRecord reads each file as a stream.
func (c *ImportCsv) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, name := range append(c.Path, c.LiteralPath...) {
		if err := c.file(rt, name); err != nil {
			return err
		}
	}
	return nil
}

func (c *ImportCsv) file(rt *runtime.CommandRuntime, name string) error {
	path, err := rt.Session().FilePath(name)
	if err != nil {
		return rt.WriteProviderError(err)
	}
	file, err := os.Open(path)
	if err != nil {
		e := objects.NewException(objects.FileNotFoundException, "Could not find file '"+path+"'.")
		return rt.WriteError(runtime.NewErrorRecord(e, "FileOpenFailure", runtime.OpenError, objects.String(name)))
	}
	defer file.Close()
	text, err := c.Encoding.Reader(file)
	if err != nil {
		return err
	}
	return new(csvObjects).write(rt, newCSVReader(text, delimiter(rt, c.Delimiter, c.UseCulture)), c.Header)
}

// delimiter is the character given, that of the culture, or a comma.
func delimiter(rt *runtime.CommandRuntime, given runtime.Optional[uint16], useCulture runtime.SwitchParameter) rune {
	switch {
	case bool(useCulture):
		for _, c := range rt.Types().Culture().ListSeparator {
			return c
		}
	case given.Bound:
		return rune(given.Value)
	}
	return ','
}

// ConvertFromCsv reads CSV text from the pipeline.
type ConvertFromCsv struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Delimiter"`

	Delimiter   runtime.Optional[uint16] `param:"ParameterSetName=Delimiter,Position=1" type:"char" validate:"NotNullOrEmpty"`
	UseCulture  runtime.SwitchParameter  `param:"ParameterSetName=UseCulture,Mandatory"`
	InputObject []objects.Value          `param:"Mandatory,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"psobject[]" validate:"NotNullOrEmpty"`
	Header      []string                 `param:"" validate:"NotNullOrEmpty"`

	objects csvObjects
}

// ProcessRecord reads the lines of each text; a record ends with its text.
func (c *ConvertFromCsv) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, v := range c.InputObject {
		text, err := rt.Types().ToString(v, "")
		if err != nil {
			return err
		}
		r := newCSVReader(strings.NewReader(text), delimiter(rt, c.Delimiter, c.UseCulture))
		if err := c.objects.write(rt, r, c.Header); err != nil {
			return err
		}
	}
	return nil
}
