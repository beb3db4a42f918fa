package utility

import (
	"github.com/csshell/csshell/cmdlets/calculated"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// CompareObject tells in what two lists of objects differ.
type CompareObject struct {
	ReferenceObject  []objects.Value         `param:"Position=0,Mandatory" type:"psobject[]" allow:"EmptyCollection"`
	DifferenceObject []objects.Value         `param:"Position=1,Mandatory,ValueFromPipeline" type:"psobject[]" allow:"EmptyCollection"`
	SyncWindow       runtime.Optional[int]   `param:"" validate:"Range=0:2147483647"`
	Property         []objects.Value         `param:""`
	ExcludeDifferent runtime.SwitchParameter `param:""`
	IncludeEqual     runtime.SwitchParameter `param:""`
	PassThru         runtime.SwitchParameter `param:""`
	Culture          string                  `param:""`
	CaseSensitive    runtime.SwitchParameter `param:""`

	getters []*calculated.Getter
	order   order
	window  int
	left    backlog // reference objects without a partner so far
	right   backlog // difference objects likewise
	next    int     // of ReferenceObject
}

// compared is an object with the keys that it is compared by.
type compared struct {
	value objects.Value
	keys  []sortKey
}

// backlog are the objects that wait for their partner.
type backlog []*compared

// The sides that an object is on.
const (
	sideBoth  = "=="
	sideLeft  = "<="
	sideRight = "=>"
)

// BeginProcessing reads -Property and -SyncWindow.
func (c *CompareObject) BeginProcessing(rt *runtime.CommandRuntime) error {
	properties, err := calculated.Parse(c.Property, 0)
	if err != nil {
		return err
	}
	c.getters = calculated.Getters(properties)
	if c.order, err = newOrder(rt, c.Culture, bool(c.CaseSensitive)); err != nil {
		return err
	}
	c.order.descending = make([]bool, max(1, len(properties)))
	c.window = 1<<31 - 1
	if c.SyncWindow.Bound {
		c.window = c.SyncWindow.Value
	}
	if bool(c.ExcludeDifferent) && !rt.IsBound("IncludeEqual") {
		c.IncludeEqual = true
	}
	return nil
}

// ProcessRecord walks both lists side by side.
func (c *CompareObject) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, v := range c.DifferenceObject {
		right, err := c.entry(rt, v)
		if err == nil {
			err = c.step(rt, right)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// EndProcessing walks the rest of the reference objects and writes what found
// no partner.
func (c *CompareObject) EndProcessing(rt *runtime.CommandRuntime) error {
	for c.next < len(c.ReferenceObject) {
		if err := c.step(rt, nil); err != nil {
			return err
		}
	}
	if err := c.writeAll(rt, c.right, sideRight); err != nil {
		return err
	}
	return c.writeAll(rt, c.left, sideLeft)
}

func (c *CompareObject) writeAll(rt *runtime.CommandRuntime, list backlog, side string) error {
	for _, e := range list {
		if err := c.write(rt, e, side); err != nil {
			return err
		}
	}
	return nil
}

func (c *CompareObject) entry(rt *runtime.CommandRuntime, v objects.Value) (*compared, error) {
	if len(c.getters) == 0 {
		return &compared{v, []sortKey{{value: v}}}, nil
	}
	keys := make([]sortKey, len(c.getters))
	for i, g := range c.getters {
		value, found, err := g.Value(rt, v)
		if err != nil {
			return nil, err
		}
		keys[i] = sortKey{value, !found}
	}
	return &compared{v, keys}, nil
}

// step compares a difference object, nil for none, with the next reference
// object, and both with those that still wait.
func (c *CompareObject) step(rt *runtime.CommandRuntime, right *compared) error {
	var left *compared
	if c.next < len(c.ReferenceObject) {
		e, err := c.entry(rt, c.ReferenceObject[c.next])
		if err != nil {
			return err
		}
		left = e
		c.next++
	}
	if left != nil && right != nil && c.order.compare(left.keys, right.keys) == 0 {
		return c.write(rt, left, sideBoth)
	}
	if match := c.left.take(&c.order, right); match != nil {
		if err := c.write(rt, match, sideBoth); err != nil {
			return err
		}
		right = nil
	}
	if c.right.take(&c.order, left) != nil {
		if err := c.write(rt, left, sideBoth); err != nil {
			return err
		}
		left = nil
	}
	if err := c.wait(rt, &c.right, right, sideRight); err != nil {
		return err
	}
	return c.wait(rt, &c.left, left, sideLeft)
}

// take removes the first object equal to e.
func (b *backlog) take(o *order, e *compared) *compared {
	if e == nil {
		return nil
	}
	for i, other := range *b {
		if o.compare(other.keys, e.keys) == 0 {
			*b = append((*b)[:i], (*b)[i+1:]...)
			return other
		}
	}
	return nil
}

// wait adds an object to those that wait; the oldest beyond the window are
// written.
func (c *CompareObject) wait(rt *runtime.CommandRuntime, b *backlog, e *compared, side string) error {
	if e == nil {
		return nil
	}
	if c.window == 0 {
		return c.write(rt, e, side)
	}
	for len(*b) >= c.window {
		if err := c.write(rt, (*b)[0], side); err != nil {
			return err
		}
		*b = (*b)[1:]
	}
	*b = append(*b, e)
	return nil
}

// write writes what an object is, and on which side.
func (c *CompareObject) write(rt *runtime.CommandRuntime, e *compared, side string) error {
	if side == sideBoth && !bool(c.IncludeEqual) || side != sideBoth && bool(c.ExcludeDifferent) {
		return nil
	}
	var o *objects.PSObject
	switch {
	case bool(c.PassThru):
		var ok bool
		if o, ok = e.value.Ref().(*objects.PSObject); !ok {
			o = objects.Wrap(e.value)
		}
	case len(c.getters) > 0:
		o = objects.NewCustomObject()
		for i, g := range c.getters {
			o.SetNote(g.Title(), e.keys[i].value)
		}
	default:
		o = objects.NewCustomObject()
		o.SetNote("InputObject", e.value)
	}
	o.SetNote("SideIndicator", objects.String(side))
	return rt.WriteObject(objects.Of(o))
}
