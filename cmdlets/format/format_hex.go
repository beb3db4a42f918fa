package format

import (
	"bufio"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"math"
	"os"

	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// FormatHex shows bytes in hexadecimal: of files, text and numbers.
type FormatHex struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,Class=Microsoft.PowerShell.Commands.FormatHex"`

	Path        []string                `param:"ParameterSetName=Path,Position=0,Mandatory,SupportsWildcards" validate:"NotNullOrEmpty" help:"Files."`
	LiteralPath []string                `param:"ParameterSetName=LiteralPath,Mandatory,Alias=PSPath,Alias=LP" validate:"NotNullOrEmpty" help:"Files, without wildcards."`
	InputObject objects.Value           `param:"ParameterSetName=ByInputObject,Mandatory,ValueFromPipeline" type:"psobject" help:"Text, numbers, or lists of them."`
	Encoding    argument.Encoding       `param:"ParameterSetName=ByInputObject" type:"System.Text.Encoding" help:"The encoding of text; UTF-8 where it is not given."`
	Count       runtime.Optional[int64] `param:"" validate:"Range=Positive" help:"How many bytes to show."`
	Offset      int64                   `param:"" validate:"Range=NonNegative" help:"How many bytes to leave out before."`
	Raw         runtime.SwitchParameter `param:"ParameterSetName=ByInputObject,DontShow"`

	numbers    []byte        // of numbers of one type in a row
	numberType *objects.Type // their type
	label      string
}

// ProcessRecord shows files, or one object of the pipeline.
func (c *FormatHex) ProcessRecord(rt *runtime.CommandRuntime) error {
	switch rt.ParameterSet() {
	case "Path":
		return c.files(rt, c.Path, false)
	case "LiteralPath":
		return c.files(rt, c.LiteralPath, true)
	}
	return c.object(rt, c.InputObject)
}

// EndProcessing shows the numbers that came last.
func (c *FormatHex) EndProcessing(rt *runtime.CommandRuntime) error { return c.flush(rt) }

// files shows the files that paths stand for.
func (c *FormatHex) files(rt *runtime.CommandRuntime, paths []string, literal bool) error {
	for _, path := range paths {
		files, err := argument.Files(rt, path, literal)
		if err := rt.WriteProviderError(err); err != nil {
			return err
		}
		for _, file := range files {
			if err := c.file(rt, file); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *FormatHex) file(rt *runtime.CommandRuntime, path string) error {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		e := objects.NewException(objects.ItemNotFoundException, "Cannot find path '"+path+"' because it does not exist.")
		return rt.WriteError(runtime.NewErrorRecord(e, "FileNotFound", runtime.ObjectNotFound, objects.String(path)))
	}
	if err != nil {
		e := objects.NewException(objects.UnauthorizedAccess, "Access to the path '"+path+"' is denied.")
		return rt.WriteError(runtime.NewErrorRecord(e, "FormatHexIOError", runtime.WriteError, objects.String(path)))
	}
	defer file.Close()
	if _, err := io.CopyN(io.Discard, file, c.Offset); err != nil {
		return nil // the file ends before
	}
	return c.write(rt, file, ByteCollection{Offset: uint64(c.Offset), Path: path, Label: path})
}

// object shows one object: text by itself, numbers of one type together.
func (c *FormatHex) object(rt *runtime.CommandRuntime, v objects.Value) error {
	v = v.Base()
	bytes, ok := objectBytes(v, &c.Encoding)
	if !ok {
		return rt.WriteError(notHexadecimal(v))
	}
	t := v.Type()
	if t != c.numberType || t == objects.StringType || t.Elem != nil {
		if err := c.flush(rt); err != nil {
			return err
		}
		c.numberType, c.label = t, hexLabel(t, bytes)
	}
	c.numbers = append(c.numbers, bytes...)
	return nil
}

// flush shows the objects that were put together.
func (c *FormatHex) flush(rt *runtime.CommandRuntime) error {
	b := c.numbers
	c.numbers, c.numberType = nil, nil
	if c.Offset >= int64(len(b)) {
		return nil
	}
	return c.write(rt, &sliceReader{b[c.Offset:]}, ByteCollection{Label: c.label})
}

// write writes the bytes of r, up to -Count, in lines like first.
func (c *FormatHex) write(rt *runtime.CommandRuntime, r io.Reader, first ByteCollection) error {
	count := int64(math.MaxInt64)
	if c.Count.Bound {
		count = c.Count.Value
	}
	in := bufio.NewReader(io.LimitReader(r, count))
	for offset := first.Offset; ; offset += bytesPerLine {
		line := make([]byte, bytesPerLine)
		n, err := io.ReadFull(in, line)
		if n > 0 {
			b := &ByteCollection{Offset: offset, Bytes: line[:n], Path: first.Path, Label: first.Label}
			if err := rt.WriteObject(objects.Of(b)); err != nil {
				return err
			}
		}
		if err != nil {
			return nil
		}
	}
}

// sliceReader reads a slice once.
type sliceReader struct{ rest []byte }

// Read takes the next bytes.
func (s *sliceReader) Read(p []byte) (int, error) {
	if len(s.rest) == 0 {
		return 0, io.EOF
	}
	n := copy(p, s.rest)
	s.rest = s.rest[n:]
	return n, nil
}

// hexLabel names input that is no file: its type, and a number that tells it
// from other input of the type.
func hexLabel(t *objects.Type, b []byte) string {
	h := fnv.New32a()
	h.Write(b)
	return fmt.Sprintf("%s (%s) <%08X>", t.Name(), t.FullName, h.Sum32())
}

func notHexadecimal(v objects.Value) *runtime.ErrorRecord {
	name := "null"
	if t := v.Type(); t != nil {
		name = t.FullName
	}
	e := objects.NewException(objects.ArgumentException, "Cannot convert input of type '"+name+"' to hexadecimal. To view the hexadecimal "+
		"formatting of its string representation, pipe it to the Out-String cmdlet before piping it to Format-Hex.")
	return runtime.NewErrorRecord(e, "FormatHexTypeNotSupported", runtime.InvalidArgument, objects.Null)
}
