package management

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// This file holds the cmdlets that make, move and remove properties: the items of
// no provider here have any but those they always have.

// noInterface is the error of a provider without some ability.
func noInterface(name string) error {
	e := objects.NewException(objects.PSNotSupportedException, "Cannot use interface. The "+name+" interface is not supported by this provider.")
	return runtime.NewErrorRecord(e, "NotSupported", runtime.NotImplemented, objects.Null)
}

// refuseProperties reports for each item that its provider has no properties to
// make or remove.
func (f *filters) refuseProperties(rt *runtime.CommandRuntime, path, literal []string) error {
	sel, err := f.selection(true)
	if err != nil {
		return err
	}
	return eachItem(rt, path, literal, sel, func(runtime.ItemPath) error { return noInterface("IDynamicPropertyCmdletProvider") })
}

// NewItemProperty makes a property of an item.
type NewItemProperty struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,SupportsShouldProcess"`

	Path         []string                `param:"ParameterSetName=Path,Mandatory,Position=0"`
	LiteralPath  []string                `param:"ParameterSetName=LiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
	Name         string                  `param:"Mandatory,Position=1,ValueFromPipelineByPropertyName,Alias=PSProperty"`
	PropertyType string                  `param:"ValueFromPipelineByPropertyName,Alias=Type"`
	Value        objects.Value           `param:"ValueFromPipelineByPropertyName"`
	Force        runtime.SwitchParameter `param:""`
	filters
	credential
}

// ProcessRecord refuses.
func (c *NewItemProperty) ProcessRecord(rt *runtime.CommandRuntime) error {
	return c.refuseProperties(rt, c.Path, c.LiteralPath)
}

// CopyItemProperty copies a property to another item.
type CopyItemProperty struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,SupportsShouldProcess"`
	paths
	Name        string                  `param:"Mandatory,Position=2,ValueFromPipelineByPropertyName,Alias=PSProperty"`
	Destination string                  `param:"Mandatory,Position=1,ValueFromPipelineByPropertyName"`
	PassThru    runtime.SwitchParameter `param:""`
	Force       runtime.SwitchParameter `param:""`
	filters
	credential
}

// ProcessRecord refuses.
func (c *CopyItemProperty) ProcessRecord(rt *runtime.CommandRuntime) error {
	return c.refuseProperties(rt, c.Path, c.LiteralPath)
}

// MoveItemProperty moves properties to another item.
type MoveItemProperty struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,SupportsShouldProcess"`
	paths
	Name        []string                `param:"Mandatory,Position=2,ValueFromPipelineByPropertyName,Alias=PSProperty"`
	Destination string                  `param:"Mandatory,Position=1,ValueFromPipelineByPropertyName"`
	PassThru    runtime.SwitchParameter `param:""`
	Force       runtime.SwitchParameter `param:""`
	filters
	credential
}

// ProcessRecord refuses.
func (c *MoveItemProperty) ProcessRecord(rt *runtime.CommandRuntime) error {
	return c.refuseProperties(rt, c.Path, c.LiteralPath)
}

// RemoveItemProperty removes properties.
type RemoveItemProperty struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,SupportsShouldProcess"`
	paths
	Name  []string                `param:"Mandatory,Position=1,ValueFromPipelineByPropertyName,Alias=PSProperty"`
	Force runtime.SwitchParameter `param:""`
	filters
	credential
}

// ProcessRecord refuses.
func (c *RemoveItemProperty) ProcessRecord(rt *runtime.CommandRuntime) error {
	return c.refuseProperties(rt, c.Path, c.LiteralPath)
}

// RenameItemProperty gives a property another name.
type RenameItemProperty struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,SupportsShouldProcess"`

	Path        string                  `param:"ParameterSetName=Path,Mandatory,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName"`
	LiteralPath string                  `param:"ParameterSetName=LiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
	Name        string                  `param:"Mandatory,Position=1,ValueFromPipelineByPropertyName,Alias=PSProperty"`
	NewName     string                  `param:"Mandatory,Position=2,ValueFromPipelineByPropertyName"`
	PassThru    runtime.SwitchParameter `param:""`
	Force       runtime.SwitchParameter `param:""`
	filters
	credential
}

// ProcessRecord refuses.
func (c *RenameItemProperty) ProcessRecord(rt *runtime.CommandRuntime) error {
	return c.refuseProperties(rt, single(c.Path), single(c.LiteralPath))
}
