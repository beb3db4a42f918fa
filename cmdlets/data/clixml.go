package data

import (
	"bufio"
	"os"
	"strings"

	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/clixml"
	"github.com/csshell/csshell/objects/xml"
	"github.com/csshell/csshell/runtime"
)

// clixmlDepth is how deep properties are kept where nobody says otherwise.
const clixmlDepth = 2

// ExportClixml keeps objects in a file, so that Import-Clixml can make them again.
type ExportClixml struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ByPath,SupportsShouldProcess"`

	Depth       runtime.Optional[int]   `param:"" validate:"Range=1:2147483647" help:"How deep properties of properties are kept."`
	Path        string                  `param:"ParameterSetName=ByPath,Position=0,Mandatory" help:"The file."`
	LiteralPath string                  `param:"ParameterSetName=ByLiteralPath,Mandatory,Alias=PSPath,Alias=LP" help:"The file, its name taken as it is."`
	InputObject objects.Value           `param:"Mandatory,ValueFromPipeline" type:"psobject" allow:"Null" help:"The objects."`
	Force       runtime.SwitchParameter `param:"" help:"Write over a file that is read-only."`
	NoClobber   runtime.SwitchParameter `param:"Alias=NoOverwrite" help:"Do not write over a file."`
	Encoding    argument.Encoding       `param:"" type:"System.Text.Encoding" validate:"NotNullOrEmpty" help:"The encoding of the file."`

	writer *clixml.Writer
	file   *os.File
	out    *bufio.Writer
	bytes  []byte
}

// BeginProcessing opens the file.
func (c *ExportClixml) BeginProcessing(rt *runtime.CommandRuntime) error {
	name := c.Path + c.LiteralPath
	path, err := rt.Session().FilePath(name)
	if err != nil {
		return err
	}
	if yes, err := rt.ShouldProcess(name, ""); !yes {
		return err
	}
	flags := os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	if c.NoClobber {
		flags |= os.O_EXCL
	}
	if c.Force {
		if info, err := os.Stat(path); err == nil && info.Mode().Perm()&0o200 == 0 {
			_ = os.Chmod(path, info.Mode().Perm()|0o200)
		}
	}
	file, err := os.OpenFile(path, flags, 0o644)
	if err != nil {
		return argument.OpenFailure(path, err)
	}
	c.file, c.out = file, bufio.NewWriterSize(file, 64<<10)
	if _, err := c.out.Write(c.Encoding.OrUTF8().Preamble); err != nil {
		return err
	}
	c.writer = clixml.NewWriter(rt.Context(), rt.Types(), depthOf(c.Depth), func(s string) error {
		c.bytes = c.Encoding.OrUTF8().Append(c.bytes[:0], s)
		_, err := c.out.Write(c.bytes)
		return err
	})
	return nil
}

func depthOf(given runtime.Optional[int]) int {
	if given.Bound {
		return given.Value
	}
	return clixmlDepth
}

// ProcessRecord writes one object.
func (c *ExportClixml) ProcessRecord(*runtime.CommandRuntime) error {
	if c.writer == nil {
		return nil
	}
	return c.writer.Write(c.InputObject)
}

// Close ends the document.
func (c *ExportClixml) Close() error {
	if c.file == nil {
		return nil
	}
	err := c.writer.Close()
	if flushing := c.out.Flush(); err == nil {
		err = flushing
	}
	if closing := c.file.Close(); err == nil {
		err = closing
	}
	return err
}

// ConvertToCliXML writes all objects as one text.
type ConvertToCliXML struct {
	_ struct{} `cmdlet:"OutputType=System.String,Class=Microsoft.PowerShell.Commands.ConvertToClixmlCommand"`

	InputObject objects.Value         `param:"Position=0,Mandatory,ValueFromPipeline" type:"psobject" help:"The objects."`
	Depth       runtime.Optional[int] `param:"" validate:"Range=1:2147483647" help:"How deep properties of properties are kept."`

	writer *clixml.Writer
	text   strings.Builder
}

// BeginProcessing begins the document.
func (c *ConvertToCliXML) BeginProcessing(rt *runtime.CommandRuntime) error {
	c.writer = clixml.NewWriter(rt.Context(), rt.Types(), depthOf(c.Depth), func(s string) error {
		c.text.WriteString(s)
		return nil
	})
	return nil
}

// ProcessRecord adds one object.
func (c *ConvertToCliXML) ProcessRecord(*runtime.CommandRuntime) error {
	return c.writer.Write(c.InputObject)
}

// EndProcessing writes the text.
func (c *ConvertToCliXML) EndProcessing(rt *runtime.CommandRuntime) error {
	if err := c.writer.Close(); err != nil {
		return err
	}
	return writeLine(rt, c.text.String())
}

// ImportClixml makes objects again of what Export-Clixml kept.
type ImportClixml struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ByPath,SupportsPaging"`

	Path        []string `param:"ParameterSetName=ByPath,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" help:"The files."`
	LiteralPath []string `param:"ParameterSetName=ByLiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP" help:"The files, their names taken as they are."`
}

// ProcessRecord reads the files, one after the other.
func (c *ImportClixml) ProcessRecord(rt *runtime.CommandRuntime) error {
	paths, err := filesNamed(rt, c.Path, c.LiteralPath)
	for _, path := range paths {
		if err == nil {
			err = importClixml(rt, path)
		}
	}
	return err
}

// filesNamed are the files that paths name, in full; wildcards may stand for several.
func filesNamed(rt *runtime.CommandRuntime, patterns, literal []string) (paths []string, err error) {
	for i, p := range append(append([]string(nil), patterns...), literal...) {
		found, err := argument.Files(rt, p, i >= len(patterns))
		if err != nil {
			return nil, err
		}
		paths = append(paths, found...)
	}
	return paths, nil
}

func importClixml(rt *runtime.CommandRuntime, path string) error {
	text, err := xml.ReadFile(path)
	if err != nil {
		return runtime.NewErrorRecord(err, "FileOpenFailure", runtime.OpenError, objects.String(path))
	}
	first, skip, total := rt.PagingParameters()
	if total {
		if err := rt.WriteObject(objects.String("Unknown total count")); err != nil {
			return err
		}
	}
	for v, err := range clixml.Read(rt.Context(), rt.Types(), text) {
		if err != nil {
			return err
		}
		if skip > 0 {
			skip--
			continue
		}
		if first == 0 {
			return nil
		}
		first--
		if err := rt.WriteObject(v); err != nil {
			return err
		}
	}
	return nil
}

// ConvertFromCliXML makes objects again of a text that ConvertTo-CliXml wrote.
type ConvertFromCliXML struct {
	_ struct{} `cmdlet:"Class=Microsoft.PowerShell.Commands.ConvertFromClixmlCommand"`

	InputObject string `param:"Position=0,Mandatory,ValueFromPipeline" help:"The text."`
}

// ProcessRecord writes the object of a text, or the array of them.
func (c *ConvertFromCliXML) ProcessRecord(rt *runtime.CommandRuntime) error {
	var all []objects.Value
	for v, err := range clixml.Read(rt.Context(), rt.Types(), c.InputObject) {
		if err != nil {
			return err
		}
		all = append(all, v)
	}
	if len(all) == 1 {
		return rt.WriteObject(all[0])
	}
	return rt.WriteObject(objects.Of(objects.NewArray(objects.ObjectType, all)))
}
