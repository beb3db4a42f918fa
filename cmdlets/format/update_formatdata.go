package format

import (
	"os"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/view"
	"github.com/csshell/csshell/runtime"
)

// UpdateFormatData adds the views of formatting files to the session.
type UpdateFormatData struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=FileSet,SupportsShouldProcess,ConfirmImpact=Low,Class=Microsoft.PowerShell.Commands.UpdateFormatDataCommand"`

	AppendPath  []string `param:"Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=Path" validate:"NotNull" help:"Files whose views come after those there are."`
	PrependPath []string `param:"" validate:"NotNull" help:"Files whose views come before those there are."`

	views *view.Set
}

// ProcessRecord reads the files.
func (c *UpdateFormatData) ProcessRecord(rt *runtime.CommandRuntime) error {
	for i := len(c.PrependPath) - 1; i >= 0; i-- {
		if err := c.update(rt, c.PrependPath[i], c.views.AddFirst); err != nil {
			return err
		}
	}
	for _, path := range c.AppendPath {
		if err := c.update(rt, path, c.views.Add); err != nil {
			return err
		}
	}
	return nil
}

func (c *UpdateFormatData) update(rt *runtime.CommandRuntime, path string, add func([]view.View)) error {
	path = rt.Session().FullPath(path)
	if ok, err := rt.ShouldProcess(path, "Update FormatData"); !ok || err != nil {
		return err
	}
	file, err := os.Open(path)
	if err != nil {
		e := objects.NewException(objects.ItemNotFoundException, "Cannot find path '"+path+"' because it does not exist.")
		return rt.WriteError(runtime.NewErrorRecord(e, "PathNotFound", runtime.ObjectNotFound, objects.String(path)))
	}
	defer file.Close()
	views, err := view.Definitions(file, func(script string) (view.Expression, error) { return compile(rt.Session(), script) })
	if err != nil {
		e := objects.NewException(objects.RuntimeException, "Error in format data: "+path+": "+err.Error()+".")
		return rt.WriteError(runtime.NewErrorRecord(e, "FormatXmlUpdateException", runtime.InvalidOperation, objects.Null))
	}
	add(views)
	return nil
}

// compile makes the expression of a script block in a view.
func compile(s *runtime.Session, script string) (view.Expression, error) {
	block, err := s.NewScriptBlock(script, "")
	if err != nil {
		return nil, err
	}
	return func(_ *view.Context, v objects.Value) (objects.Value, error) { return s.Evaluate(block, v) }, nil
}
