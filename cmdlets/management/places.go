package management

import (
	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// paths are the -Path and -LiteralPath of cmdlets that take items from the pipeline.
type paths struct {
	Path        []string `param:"ParameterSetName=Path,Mandatory,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName"`
	LiteralPath []string `param:"ParameterSetName=LiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
}

// filters narrow what paths stand for.
type filters struct {
	Filter  string   `param:""`
	Include []string `param:""`
	Exclude []string `param:""`
}

// credential is the -Credential that no provider here can use.
type credential struct {
	Credential objects.Value `param:"ValueFromPipelineByPropertyName" type:"System.Management.Automation.PSCredential"`
}

// BeginProcessing refuses a credential that was given.
func (c *credential) BeginProcessing(*runtime.CommandRuntime) error {
	if c.Credential.IsNull() {
		return nil
	}
	e := objects.NewException(objects.PSNotSupportedException, "The FileSystem provider supports credentials only on the New-PSDrive cmdlet. Perform the operation again without specifying credentials.")
	return runtime.NewErrorRecord(e, "NotSupported", runtime.NotImplemented, objects.Null)
}

// selection is what the filters say.
func (f *filters) selection(force runtime.SwitchParameter) (runtime.Selection, error) {
	sel := runtime.Selection{ItemOptions: runtime.ItemOptions{Filter: f.Filter, Force: bool(force)}}
	var err error
	if sel.Include, err = argument.Patterns(f.Include); err == nil {
		sel.Exclude, err = argument.Patterns(f.Exclude)
	}
	return sel, err
}

// eachItem calls use for each item that the paths of a cmdlet stand for. A path
// that leads nowhere is an error, and the next follows; so is what use says.
func eachItem(rt *runtime.CommandRuntime, path, literal []string, sel runtime.Selection, use func(p runtime.ItemPath) error) error {
	for i, text := range list(path, literal) {
		sel.Literal = i >= len(path)
		found, ok, err := rt.Session().Glob(text, sel)
		if err == nil && !ok {
			err = runtime.PathNotFound(pathAt(rt, text, found))
		}
		if err != nil {
			if err := rt.WriteProviderError(err); err != nil {
				return err
			}
			continue
		}
		for _, p := range found {
			if err := rt.WriteProviderError(use(p)); err != nil {
				return err
			}
		}
	}
	return nil
}

// pathAt is the path that an error names: made absolute where it can be.
func pathAt(rt *runtime.CommandRuntime, text string, found []runtime.ItemPath) string {
	if len(found) > 0 {
		return found[0].String()
	}
	if p, err := rt.Session().ParsePath(text); err == nil {
		return p.String()
	}
	return text
}

// list are all paths of a cmdlet, the literal ones last.
func list(path, literal []string) []string {
	if len(literal) == 0 {
		return path
	}
	return append(path[:len(path):len(path)], literal...)
}
