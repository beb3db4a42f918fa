package utility

import (
	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// TeeObject passes objects on and keeps them in a file or a variable too.
type TeeObject struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=File"`

	InputObject objects.Value           `param:"ValueFromPipeline" type:"psobject"`
	FilePath    string                  `param:"ParameterSetName=File,Position=0,Mandatory,Alias=Path"`
	LiteralPath string                  `param:"ParameterSetName=LiteralFile,Mandatory,Alias=PSPath,Alias=LP"`
	Append      runtime.SwitchParameter `param:"ParameterSetName=File"`
	Encoding    argument.Encoding       `param:"ParameterSetName=File|LiteralFile" type:"System.Text.Encoding" validate:"NotNullOrEmpty" help:"The encoding of the file; UTF-8 where nothing is said."`
	Variable    string                  `param:"ParameterSetName=Variable,Mandatory"`

	file runtime.OutputFile
	kept []objects.Value
}

// BeginProcessing opens the file.
func (c *TeeObject) BeginProcessing(rt *runtime.CommandRuntime) (err error) {
	if path := c.FilePath + c.LiteralPath; path != "" {
		c.file, err = rt.Session().OpenOutput(runtime.OutputRequest{Path: path, Append: bool(c.Append), Encoding: c.Encoding.Given()})
	}
	return err
}

// ProcessRecord keeps the object and passes it on.
func (c *TeeObject) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.file != nil {
		if err := c.file.Write(c.InputObject); err != nil {
			return err
		}
	} else {
		c.kept = append(c.kept, c.InputObject)
	}
	return rt.WriteObject(c.InputObject)
}

// EndProcessing sets the variable; a pipeline that stops early leaves it alone.
func (c *TeeObject) EndProcessing(rt *runtime.CommandRuntime) error {
	if c.file != nil {
		return nil
	}
	var v objects.Value
	switch len(c.kept) {
	case 0:
	case 1:
		v = c.kept[0]
	default:
		v = objects.ArrayValue(c.kept)
	}
	return rt.Scope().Set(rt.Session(), c.Variable, v)
}

// Close ends the file.
func (c *TeeObject) Close() error {
	if c.file == nil {
		return nil
	}
	return c.file.Close()
}
