package management

import (
	"os"

	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// GetContent reads what items hold: files line by line.
type GetContent struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path"`

	ReadCount   runtime.Optional[int64] `param:"ValueFromPipelineByPropertyName"`
	TotalCount  runtime.Optional[int64] `param:"ValueFromPipelineByPropertyName,Alias=First,Alias=Head" validate:"Range=0:9223372036854775807"`
	Tail        runtime.Optional[int]   `param:"ValueFromPipelineByPropertyName,Alias=Last" validate:"Range=0:2147483647"`
	Path        []string                `param:"ParameterSetName=Path,Mandatory,Position=0,ValueFromPipelineByPropertyName"`
	LiteralPath []string                `param:"ParameterSetName=LiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
	filters
	Force runtime.SwitchParameter `param:""`
	credential
	Delimiter    string                  `param:"Dynamic"`
	Wait         runtime.SwitchParameter `param:"Dynamic"`
	Raw          runtime.SwitchParameter `param:"Dynamic"`
	Encoding     argument.Encoding       `param:"Dynamic" type:"System.Text.Encoding"`
	AsByteStream runtime.SwitchParameter `param:"Dynamic"`
}

// ProcessRecord reads each item as a stream.
func (c *GetContent) ProcessRecord(rt *runtime.CommandRuntime) error {
	if stop, err := c.check(rt); stop || err != nil {
		return err
	}
	sel, err := c.selection(c.Force)
	if err != nil {
		return err
	}
	for i, text := range list(c.Path, c.LiteralPath) {
		sel.Literal = i >= len(c.Path)
		if err := rt.WriteProviderError(c.item(rt, text, sel)); err != nil {
			return err
		}
	}
	return nil
}

// check refuses parameters that exclude each other.
func (c *GetContent) check(rt *runtime.CommandRuntime) (stop bool, err error) {
	together := func(a, b string) error {
		e := objects.NewException(objects.PSInvalidOperationException, "The '"+a+"' and '"+b+"' parameters cannot be specified in the same command.")
		return runtime.NewErrorRecord(e, "InvalidOperation", runtime.InvalidOperation, objects.Null)
	}
	switch {
	case c.TotalCount.Bound && c.Tail.Bound:
		e := objects.NewException(objects.InvalidOperationException, "The parameters TotalCount and Tail cannot be used together. Please specify only one parameter.")
		return true, rt.WriteError(runtime.NewErrorRecord(e, "TailAndHeadCannotCoexist", runtime.InvalidOperation, objects.Null))
	case bool(c.Raw) && c.Tail.Bound:
		return true, together("Raw", "Tail")
	case bool(c.Raw && c.Wait):
		return true, together("Raw", "Wait")
	case bool(c.Raw) && c.Delimiter != "":
		return true, together("Raw", "Delimiter")
	case bool(c.AsByteStream) && c.Delimiter != "":
		e := objects.NewException(objects.PSArgumentException, "A delimiter cannot be specified when reading the stream one byte at a time.")
		return true, runtime.NewErrorRecord(e, "GetContentReaderArgumentError", runtime.InvalidArgument, objects.Null)
	case bool(c.AsByteStream) && c.Encoding.Given() != nil:
		return false, rt.WriteWarning("Encoding not used when '-AsByteStream' specified.")
	}
	return false, nil
}

// item reads the items that a path stands for.
func (c *GetContent) item(rt *runtime.CommandRuntime, text string, sel runtime.Selection) error {
	found, ok, err := rt.Session().Glob(text, sel)
	switch {
	case err != nil:
		return err
	case !ok:
		return runtime.PathNotFound(pathAt(rt, text, found))
	case len(found) == 0:
		e := objects.NewException(objects.ExceptionType, "An object at the specified path "+text+" does not exist, or has been filtered by the -Include or -Exclude parameter.")
		return runtime.NewErrorRecord(e, "ItemNotFound", runtime.ObjectNotFound, objects.String(text))
	}
	for _, p := range found {
		if err := rt.WriteProviderError(c.read(rt, p)); err != nil {
			return err
		}
	}
	return nil
}

func (c *GetContent) read(rt *runtime.CommandRuntime, p runtime.ItemPath) error {
	source, ok := p.Provider.Provider.(runtime.ContentSource)
	if !ok {
		return noInterface("IContentCmdletProvider")
	}
	if !p.Provider.Navigation {
		v, err := source.ReadContent(rt.Session(), p.Path)
		if err != nil {
			return err
		}
		return rt.WriteEnumerated(v)
	}
	file, err := os.Open(p.Path)
	if err != nil {
		return contentFailed("GetContentReader", p.Path, err, runtime.ReadError)
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil && info.IsDir() {
		e := objects.NewException(objects.InvalidOperationException, "Unable to get content because it is a directory: '"+p.Path+"'. Please use 'Get-ChildItem' instead.")
		return runtime.NewErrorRecord(e, "GetContainerContentException", runtime.InvalidOperation, objects.Null)
	}
	return c.file(rt, p, file)
}
