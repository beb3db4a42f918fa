package management

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
	"github.com/csshell/csshell/objects/io"
	"github.com/csshell/csshell/runtime"
)

// TestPath tells whether paths lead to something.
type TestPath struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path"`

	Path        []string `param:"ParameterSetName=Path,Mandatory,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName" allow:"Null,EmptyString,EmptyCollection"`
	LiteralPath []string `param:"ParameterSetName=LiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP" allow:"Null,EmptyString,EmptyCollection"`
	filters
	PathType objects.Value           `param:"Alias=Type" type:"Microsoft.PowerShell.Commands.TestPathType"`
	IsValid  runtime.SwitchParameter `param:""`
	credential
	OlderThan runtime.Optional[objects.Value] `param:"Dynamic" type:"System.Nullable[System.DateTime]"`
	NewerThan runtime.Optional[objects.Value] `param:"Dynamic" type:"System.Nullable[System.DateTime]"`
}

// TestPathTypeType is Microsoft.PowerShell.Commands.TestPathType.
var TestPathTypeType = &objects.Type{FullName: "Microsoft.PowerShell.Commands.TestPathType", Kind: objects.KindEnum,
	Attributes: objects.ValueTypeAttr | objects.SealedAttr,
	Enum:       &objects.EnumInfo{Underlying: objects.Int32Type, Names: []string{"Any", "Container", "Leaf"}, Values: []int64{0, 1, 2}},
}

// The values of TestPathType beside Any.
const (
	containerPath = 1
	leafPath      = 2
)

// ProcessRecord writes True or False for each path.
func (c *TestPath) ProcessRecord(rt *runtime.CommandRuntime) error {
	if len(c.Path)+len(c.LiteralPath) == 0 {
		e := objects.NewException(objects.ArgumentNullException, "Value cannot be null. (Parameter 'The provided Path argument was null or an empty collection.')")
		return rt.WriteError(runtime.NewErrorRecord(e, "NullPathNotPermitted", runtime.InvalidArgument, objects.Null))
	}
	sel, err := c.selection(true)
	if err != nil {
		return err
	}
	for i, path := range list(c.Path, c.LiteralPath) {
		sel.Literal = i >= len(c.Path)
		yes, err := c.test(rt, path, sel)
		if err != nil {
			return err
		}
		if err := rt.WriteObject(objects.Bool(yes)); err != nil {
			return err
		}
	}
	return nil
}

// test looks for what a path stands for; a drive that is not there has nothing.
func (c *TestPath) test(rt *runtime.CommandRuntime, path string, sel runtime.Selection) (bool, error) {
	if strings.TrimSpace(path) == "" {
		return false, nil
	}
	if c.IsValid {
		_, err := rt.Session().ParsePath(path)
		return err == nil && !strings.ContainsRune(path, 0), nil
	}
	found, ok, err := rt.Session().Glob(path, sel)
	if record, is := err.(*runtime.ErrorRecord); is && record.Category.Category == runtime.ObjectNotFound || err == nil && !ok {
		return false, nil
	}
	for _, p := range found {
		item, err := p.Provider.Provider.Item(rt.Session(), p.Path, sel.ItemOptions)
		if err == nil && c.accepts(rt, item) {
			return true, nil
		}
	}
	return false, err
}

// accepts reports whether an item is of the kind and the age asked for.
func (c *TestPath) accepts(rt *runtime.CommandRuntime, item runtime.Item) bool {
	switch kind := c.PathType.Bits(); {
	case kind == containerPath && !item.Container, kind == leafPath && item.Container:
		return false
	}
	info, ok := objects.As[*io.Info](item.Value)
	if !ok || !c.OlderThan.Bound && !c.NewerThan.Bound || info.Stat() == nil {
		return true
	}
	written := datetime.FromTime(info.Stat().ModTime().In(rt.Types().Zone()), datetime.Local).Ticks()
	return (!c.OlderThan.Bound || written < c.OlderThan.Value.DateTime().Ticks()) &&
		(!c.NewerThan.Bound || written > c.NewerThan.Value.DateTime().Ticks())
}
