package runtime

import (
	"github.com/csshell/csshell/objects"
)

// itemNotes are the properties that say where an item comes from, in the order
// PowerShell adds them; a provider without hierarchy has no parents to tell of.
func (p *ProviderInfo) itemNotes() (item, content *objects.Shape) {
	if p.notes != nil {
		return p.notes, p.noted
	}
	names := []string{"PSPath", "PSDrive", "PSProvider"}
	if p.Navigation {
		names = []string{"PSPath", "PSParentPath", "PSChildName", "PSDrive", "PSProvider"}
	}
	p.notes = objects.NewShape(append(names[:len(names):len(names)], "PSIsContainer")...)
	p.noted = objects.NewShape(append(names[:len(names):len(names)], "ReadCount")...)
	return p.notes, p.noted
}

// noteValues are the values of [ProviderInfo.itemNotes], with last for the last.
func (p ItemPath) noteValues(last objects.Value) []objects.Value {
	drive, parent := objects.Null, objects.String("")
	if p.Drive != nil {
		drive = objects.Of(p.Drive)
	}
	if !p.Provider.Navigation {
		return []objects.Value{objects.String(p.PSPath()), drive, objects.Of(p.Provider), last}
	}
	if up := p.Parent(); up != "" {
		parent = objects.String(p.At(up).PSPath())
	}
	return []objects.Value{objects.String(p.PSPath()), parent, objects.String(p.Leaf()), drive, objects.Of(p.Provider), last}
}

// Noted is the value of an item with the properties that say where it comes from.
func (p ItemPath) Noted(item Item) objects.Value {
	shape, _ := p.Provider.itemNotes()
	return objects.Of(objects.WrapShaped(item.Value, shape, p.noteValues(objects.Bool(item.Container))))
}

// AddNotes adds to an object the properties that say which item it tells of.
func (p ItemPath) AddNotes(o *objects.PSObject) *objects.PSObject {
	shape, _ := p.Provider.itemNotes()
	for i, v := range p.noteValues(objects.Null) {
		if i < shape.Len()-1 {
			o.SetNote(shape.Name(i), v)
		}
	}
	return o
}

// ContentNotes make values of an item's content, each with the properties that
// say where it comes from and how many were read.
type ContentNotes struct {
	shape  *objects.Shape
	values []objects.Value
}

// ContentNotes are the notes of what is read from an item.
func (p ItemPath) ContentNotes() *ContentNotes {
	_, shape := p.Provider.itemNotes()
	return &ContentNotes{shape, p.noteValues(objects.Null)}
}

// Noted is a value read from the item, which count were read with.
func (n *ContentNotes) Noted(v objects.Value, count int64) objects.Value {
	values := append([]objects.Value(nil), n.values...)
	values[len(values)-1] = objects.Int64(count)
	return objects.Of(objects.WrapShaped(v, n.shape, values))
}

// WriteItem writes an item of a provider.
func (rt *CommandRuntime) WriteItem(p ItemPath, item Item) error {
	return rt.WriteObject(p.Noted(item))
}

// WriteItemAt writes the item that a path leads to.
func (rt *CommandRuntime) WriteItemAt(p ItemPath) error {
	item, err := p.Provider.Provider.Item(rt.session, p.Path, ItemOptions{Force: true})
	if err != nil {
		return rt.WriteProviderError(err)
	}
	return rt.WriteItem(p, item)
}

// WriteProviderError reports an error of a provider and goes on. One that is no
// record, such as that of a bad argument, ends the command.
func (rt *CommandRuntime) WriteProviderError(err error) error {
	if err == nil {
		return nil
	}
	r, ok := err.(*ErrorRecord)
	if !ok || r.stop {
		return err
	}
	return rt.WriteError(r)
}
