package management

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// GetLocation writes the current location.
type GetLocation struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Location"`

	PSProvider []string                `param:"ParameterSetName=Location,ValueFromPipelineByPropertyName"`
	PSDrive    []string                `param:"ParameterSetName=Location,ValueFromPipelineByPropertyName"`
	Stack      runtime.SwitchParameter `param:"ParameterSetName=Stack"`
	StackName  []string                `param:"ParameterSetName=Stack,ValueFromPipelineByPropertyName"`
}

// ProcessRecord writes the location, that of drives, or a stack of locations.
func (c *GetLocation) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.Stack || len(c.StackName) > 0 {
		return c.stacks(rt)
	}
	if len(c.PSDrive)+len(c.PSProvider) == 0 {
		return c.write(rt, rt.Session().CurrentPath())
	}
	for _, name := range c.PSDrive {
		d, err := rt.Session().Drive(name)
		if err := rt.WriteProviderError(err); err != nil {
			return err
		}
		if err != nil {
			continue
		}
		if err := c.write(rt, rt.Session().PathOn(d)); err != nil {
			return err
		}
	}
	for _, name := range c.PSProvider {
		v, err := rt.Session().ProviderLocation(name)
		if err == nil {
			err = rt.WriteObject(v)
		}
		if err := rt.WriteProviderError(err); err != nil {
			return err
		}
	}
	return nil
}

func (c *GetLocation) write(rt *runtime.CommandRuntime, p runtime.ItemPath) error {
	return rt.WriteObject(objects.Of(rt.Session().PathInfoOf(p)))
}

func (c *GetLocation) stacks(rt *runtime.CommandRuntime) error {
	names := c.StackName
	if len(names) == 0 {
		names = []string{""}
	}
	for _, name := range names {
		stack, err := rt.Session().LocationStack(name)
		if err := rt.WriteProviderError(err); err != nil {
			return err
		}
		if err != nil {
			continue
		}
		if err := rt.WriteObject(objects.Of(runtime.NewPathStack(rt.Session(), name, stack))); err != nil {
			return err
		}
	}
	return nil
}

// SetLocation changes the current location.
type SetLocation struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path"`

	Path        string                  `param:"ParameterSetName=Path,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName"`
	LiteralPath string                  `param:"ParameterSetName=LiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
	PassThru    runtime.SwitchParameter `param:""`
	StackName   string                  `param:"ParameterSetName=Stack,ValueFromPipelineByPropertyName"`
}

// ProcessRecord changes it; without a path to the home folder, "-" and "+" go back
// and forth.
func (c *SetLocation) ProcessRecord(rt *runtime.CommandRuntime) error {
	s := rt.Session()
	var err error
	switch {
	case rt.IsBound("StackName"):
		err = s.SetDefaultStack(c.StackName)
	case c.LiteralPath != "":
		err = goTo(rt, c.LiteralPath, true)
	case c.Path == "-":
		err = s.GoBack()
	case c.Path == "+":
		err = s.GoForward()
	case c.Path == "":
		err = goTo(rt, "~", false)
	default:
		err = goTo(rt, c.Path, false)
	}
	if err != nil {
		return rt.WriteProviderError(err)
	}
	return passLocation(rt, c.PassThru)
}

func passLocation(rt *runtime.CommandRuntime, passThru runtime.SwitchParameter) error {
	if !passThru {
		return nil
	}
	return rt.WriteObject(objects.Of(rt.Session().PathInfoOf(rt.Session().CurrentPath())))
}

// goTo changes the location to the one container that a path stands for.
func goTo(rt *runtime.CommandRuntime, path string, literal bool) error {
	s := rt.Session()
	found, ok, err := s.Glob(path, runtime.Selection{Literal: literal, ItemOptions: runtime.ItemOptions{Force: true}})
	switch {
	case err != nil:
		return err
	case !ok:
		return runtime.PathNotFound(pathAt(rt, path, found))
	case len(found) == 0:
		return runtime.PathNotFound(path)
	case len(found) > 1:
		e := objects.NewException(objects.PSArgumentException, "Cannot set the location because path '"+path+"' resolved to multiple containers. You can only set the location to a single container at a time.")
		return runtime.NewErrorRecord(e, "Argument", runtime.InvalidArgument, objects.Null)
	}
	return s.GoTo(found[0], path)
}

// PushLocation puts the current location on a stack and goes elsewhere.
type PushLocation struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path"`

	Path        string                  `param:"ParameterSetName=Path,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName"`
	LiteralPath string                  `param:"ParameterSetName=LiteralPath,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
	PassThru    runtime.SwitchParameter `param:""`
	StackName   string                  `param:"ValueFromPipelineByPropertyName"`
}

// ProcessRecord pushes, then goes where the path leads, if there is one.
func (c *PushLocation) ProcessRecord(rt *runtime.CommandRuntime) error {
	rt.Session().PushLocation(c.StackName)
	if path := c.Path + c.LiteralPath; path != "" {
		if err := goTo(rt, path, c.LiteralPath != ""); err != nil {
			return rt.WriteProviderError(err)
		}
	}
	return passLocation(rt, c.PassThru)
}

// PopLocation goes back to the location on top of a stack.
type PopLocation struct {
	PassThru  runtime.SwitchParameter `param:""`
	StackName string                  `param:"ValueFromPipelineByPropertyName"`
}

// ProcessRecord pops.
func (c *PopLocation) ProcessRecord(rt *runtime.CommandRuntime) error {
	if err := rt.Session().PopLocation(c.StackName); err != nil {
		return rt.WriteProviderError(err)
	}
	return passLocation(rt, c.PassThru)
}
