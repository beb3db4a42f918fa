package format

import (
	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/encoding"
	"github.com/csshell/csshell/objects/view"
	"github.com/csshell/csshell/runtime"
)

// OutFile writes to a file what objects are shown as.
type OutFile struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ByPath,SupportsShouldProcess,Class=Microsoft.PowerShell.Commands.OutFileCommand"`

	FilePath    string                  `param:"ParameterSetName=ByPath,Position=0,Mandatory,Alias=Path" help:"The file."`
	LiteralPath string                  `param:"ParameterSetName=ByLiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP" help:"The file, without wildcards."`
	Encoding    argument.Encoding       `param:"Position=1" type:"System.Text.Encoding" validate:"NotNullOrEmpty" help:"UTF-8 without a mark where it is not given."`
	Append      runtime.SwitchParameter `param:"" help:"Adds to the file."`
	Force       runtime.SwitchParameter `param:"" help:"Also writes read-only files."`
	NoClobber   runtime.SwitchParameter `param:"Alias=NoOverwrite" help:"Leaves an existing file alone."`
	Width       int                     `param:"" validate:"Range=2:2147483647" help:"The number of characters in a line."`
	NoNewline   runtime.SwitchParameter `param:"" help:"No line ends."`
	InputObject objects.Value           `param:"ValueFromPipeline" type:"psobject"`

	views  *view.Set
	output *fileOutput // nil where the user did not want it
}

// BeginProcessing opens the file.
func (c *OutFile) BeginProcessing(rt *runtime.CommandRuntime) error {
	path := c.FilePath
	if path == "" {
		path = c.LiteralPath
	}
	if ok, err := rt.ShouldProcess(path, "Output to File"); !ok || err != nil {
		return err
	}
	path, err := rt.Session().FilePath(path)
	if err != nil {
		return err
	}
	c.output, err = openFile(rt.Session(), c.views, fileRequest{
		path: path, encoding: c.Encoding.OrUTF8(), append: bool(c.Append), noClobber: bool(c.NoClobber && !c.Append),
		force: bool(c.Force), noNewline: bool(c.NoNewline), width: c.Width,
	})
	return err
}

// ProcessRecord writes one object.
func (c *OutFile) ProcessRecord(*runtime.CommandRuntime) error {
	if c.output == nil {
		return nil
	}
	return c.output.Write(c.InputObject)
}

// EndProcessing writes what was held back.
func (c *OutFile) EndProcessing(*runtime.CommandRuntime) error {
	if c.output == nil {
		return nil
	}
	return c.output.end()
}

// Close closes the file.
func (c *OutFile) Close() error {
	if c.output == nil {
		return nil
	}
	return c.output.Close()
}

// Redirect opens the files of redirections ("about_Redirection"), for
// [runtime.Options].
func Redirect(views *view.Set) func(s *runtime.Session, f runtime.OutputRequest) (runtime.OutputFile, error) {
	return func(s *runtime.Session, f runtime.OutputRequest) (runtime.OutputFile, error) {
		path, err := s.FilePath(f.Path)
		if err != nil {
			return nil, asOutFile(err)
		}
		if f.Encoding == nil {
			f.Encoding = encoding.UTF8(false)
		}
		o, err := openFile(s, views, fileRequest{path: path, encoding: f.Encoding, append: f.Append})
		if err != nil {
			return nil, asOutFile(err)
		}
		return o, nil
	}
}

// asOutFile names Out-File in the id of an error, as a redirection does.
func asOutFile(err error) error {
	if r, ok := err.(*runtime.ErrorRecord); ok {
		r.ID += ",Microsoft.PowerShell.Commands.OutFileCommand"
	}
	return err
}
