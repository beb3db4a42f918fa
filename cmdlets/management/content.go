package management

import (
	"bufio"
	"errors"
	"io"
	"os"
	"strings"

	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// GetContent reads files line by line.
type GetContent struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path"`

	Path         []string                `param:"ParameterSetName=Path,Mandatory,Position=0,ValueFromPipelineByPropertyName"`
	LiteralPath  []string                `param:"ParameterSetName=LiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
	ReadCount    int64                   `param:"ValueFromPipelineByPropertyName"`
	TotalCount   runtime.Optional[int64] `param:"ValueFromPipelineByPropertyName,Alias=First,Alias=Head"`
	Tail         runtime.Optional[int]   `param:"ValueFromPipelineByPropertyName,Alias=Last"`
	Filter       string                  `param:""`
	Include      []string                `param:""`
	Exclude      []string                `param:""`
	Force        runtime.SwitchParameter `param:""`
	Delimiter    string                  `param:""`
	Wait         runtime.SwitchParameter `param:""`
	Raw          runtime.SwitchParameter `param:""`
	Encoding     argument.Encoding       `param:"" type:"System.Text.Encoding"`
	AsByteStream runtime.SwitchParameter `param:""`
}

// ProcessRecord reads each file as a stream.
func (c *GetContent) ProcessRecord(rt *runtime.CommandRuntime) error {
	return places{c.Path, c.LiteralPath}.each(rt, func(full string) error {
		file, err := os.Open(full)
		if err == nil {
			var info os.FileInfo
			if info, err = file.Stat(); err == nil && info.IsDir() {
				file.Close()
				err = os.ErrPermission
			}
		}
		if err != nil {
			return rt.WriteError(fileError(full, err, "GetContentReaderUnauthorizedAccessError", runtime.ReadError))
		}
		defer file.Close()
		return c.read(rt, file)
	})
}

func (c *GetContent) read(rt *runtime.CommandRuntime, file *os.File) error {
	if c.AsByteStream {
		return c.readBytes(rt, file)
	}
	text, err := c.Encoding.Reader(file)
	if err != nil {
		return err
	}
	if c.Raw {
		all, err := io.ReadAll(text)
		if err != nil {
			return err
		}
		return rt.WriteObject(objects.String(strings.ToValidUTF8(string(all), "\uFFFD")))
	}
	if c.Tail.Bound {
		return c.readTail(rt, text)
	}
	left := int64(-1)
	if c.TotalCount.Bound {
		left = c.TotalCount.Value
	}
	return c.lines(text, func(line string) error {
		if left == 0 {
			return errEnough
		}
		left--
		return rt.WriteObject(objects.String(line))
	})
}

// errEnough ends the reading of lines.
var errEnough = errors.New("enough lines")

// lines calls use for each line, or for each piece between delimiters.
func (c *GetContent) lines(text io.Reader, use func(string) error) error {
	if c.Delimiter != "" {
		return c.pieces(text, use)
	}
	r := bufio.NewReaderSize(text, 64<<10)
	for {
		line, err := r.ReadString('\n')
		if line != "" {
			line = strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
			if err := use(strings.ToValidUTF8(line, "\uFFFD")); err != nil {
				if errors.Is(err, errEnough) {
					return nil
				}
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func (c *GetContent) pieces(text io.Reader, use func(string) error) error {
	all, err := io.ReadAll(text)
	if err != nil {
		return err
	}
	for _, piece := range strings.Split(strings.TrimSuffix(string(all), c.Delimiter), c.Delimiter) {
		if err := use(piece); err != nil {
			if errors.Is(err, errEnough) {
				return nil
			}
			return err
		}
	}
	return nil
}

func (c *GetContent) readTail(rt *runtime.CommandRuntime, text io.Reader) error {
	var last []string
	err := c.lines(text, func(line string) error {
		last = append(last, line)
		if len(last) > c.Tail.Value {
			last = last[1:]
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, line := range last {
		if err := rt.WriteObject(objects.String(line)); err != nil {
			return err
		}
	}
	return nil
}

func (c *GetContent) readBytes(rt *runtime.CommandRuntime, file *os.File) error {
	if c.Raw {
		all, err := io.ReadAll(file)
		if err != nil {
			return err
		}
		items := make([]objects.Value, len(all))
		for i, b := range all {
			items[i] = objects.Word(objects.ByteType, uint64(b))
		}
		return rt.WriteObject(objects.Of(objects.NewArray(objects.ByteType, items)))
	}
	r := bufio.NewReader(file)
	for {
		b, err := r.ReadByte()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if err := rt.WriteObject(objects.Word(objects.ByteType, uint64(b))); err != nil {
			return err
		}
	}
}

// contentWriter are the parameters and the work of Set-Content and Add-Content.
type contentWriter struct {
	Path         []string                `param:"ParameterSetName=Path,Mandatory,Position=0,ValueFromPipelineByPropertyName"`
	LiteralPath  []string                `param:"ParameterSetName=LiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
	Value        []objects.Value         `param:"Mandatory,Position=1,ValueFromPipeline,ValueFromPipelineByPropertyName" allow:"Null,EmptyCollection"`
	PassThru     runtime.SwitchParameter `param:""`
	Filter       string                  `param:""`
	Include      []string                `param:""`
	Exclude      []string                `param:""`
	Force        runtime.SwitchParameter `param:""`
	NoNewline    runtime.SwitchParameter `param:""`
	Encoding     argument.Encoding       `param:"" type:"System.Text.Encoding"`
	AsByteStream runtime.SwitchParameter `param:""`

	files []*os.File
	outs  []*bufio.Writer
	bytes []byte
	open  bool
}

func (c *contentWriter) write(rt *runtime.CommandRuntime, flags int, action string) error {
	if !c.open {
		c.open = true
		if err := c.openAll(rt, flags, action); err != nil {
			return err
		}
	}
	for _, v := range c.Value {
		if v.IsNull() && len(c.Value) == 1 && flags&os.O_APPEND == 0 {
			continue
		}
		if err := c.writeValue(rt, v); err != nil {
			return err
		}
		if c.PassThru {
			if err := rt.WriteObject(v); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *contentWriter) openAll(rt *runtime.CommandRuntime, flags int, action string) error {
	for i, path := range append(append([]string(nil), c.Path...), c.LiteralPath...) {
		list, _, err := expand(rt.Session(), path, i >= len(c.Path))
		if err != nil {
			return err
		}
		if len(list) == 0 {
			list = []string{rt.Session().FullPath(slashed(path))}
		}
		for _, full := range list {
			if err := c.openOne(rt, full, flags, action); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *contentWriter) openOne(rt *runtime.CommandRuntime, full string, flags int, action string) error {
	if yes, err := rt.ShouldProcess("Path: "+full, action); !yes {
		return err
	}
	file, err := os.OpenFile(full, flags|os.O_WRONLY|os.O_CREATE, 0o644)
	if err != nil {
		id := "GetContentWriterDirectoryNotFoundError"
		if os.IsPermission(err) {
			id = "GetContentWriterUnauthorizedAccessError"
		}
		return rt.WriteError(fileError(full, err, id, runtime.ObjectNotFound))
	}
	c.files = append(c.files, file)
	out := bufio.NewWriterSize(file, 64<<10)
	if flags&os.O_APPEND == 0 {
		_, err = out.Write(c.Encoding.OrUTF8().Preamble)
	}
	c.outs = append(c.outs, out)
	return err
}

func (c *contentWriter) writeValue(rt *runtime.CommandRuntime, v objects.Value) error {
	if list, ok := objects.Enumeration(v); ok {
		return list.Enumerate(func(item objects.Value) error { return c.writeValue(rt, item) })
	}
	if c.AsByteStream {
		b, err := rt.Types().Convert(v, objects.ByteType)
		if err != nil {
			return err
		}
		c.bytes = append(c.bytes[:0], byte(b.Int64()))
		return c.writeBytes()
	}
	text, err := rt.Types().ToString(v, "")
	if err != nil {
		return err
	}
	if !c.NoNewline {
		text += "\n"
	}
	c.bytes = c.Encoding.OrUTF8().Append(c.bytes[:0], text)
	return c.writeBytes()
}

func (c *contentWriter) writeBytes() error {
	for _, out := range c.outs {
		if _, err := out.Write(c.bytes); err != nil {
			return err
		}
	}
	return nil
}

// Close writes out what is held back.
func (c *contentWriter) Close() error {
	var first error
	for i, file := range c.files {
		err := c.outs[i].Flush()
		if closing := file.Close(); err == nil {
			err = closing
		}
		if first == nil {
			first = err
		}
	}
	c.files, c.outs = nil, nil
	return first
}

// SetContent replaces what files hold.
type SetContent struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,SupportsShouldProcess"`
	contentWriter
}

// ProcessRecord writes the values.
func (c *SetContent) ProcessRecord(rt *runtime.CommandRuntime) error {
	return c.write(rt, os.O_TRUNC, "Set Content")
}

// AddContent appends to files.
type AddContent struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,SupportsShouldProcess"`
	contentWriter
}

// ProcessRecord writes the values.
func (c *AddContent) ProcessRecord(rt *runtime.CommandRuntime) error {
	return c.write(rt, os.O_APPEND, "Add Content")
}
