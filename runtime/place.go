package runtime

import "github.com/csshell/csshell/objects"

// place is a target whose parts are known: the object and the index of
// $a[f()].x += 1 are evaluated once, before it is read and then assigned.
type place struct {
	kind   placeKind
	target target                 // itself, where it has no parts
	object objects.Value          // what has the item or the property
	index  objects.Value          // of an item
	many   []objects.Value        // of several items
	name   string                 // of a property
	cache  *objects.PropertyCache // of a property
}

type placeKind uint8

const (
	targetPlace placeKind = iota
	itemPlace
	itemsPlace
	propertyPlace
)

// parted is a target with parts.
type parted interface {
	place(f *frame) (place, error)
}

// placeOf evaluates the parts of a target.
func placeOf(f *frame, t target) (place, error) {
	if p, ok := t.(parted); ok {
		return p.place(f)
	}
	return place{target: t}, nil
}

// before is the value that a compound assignment begins with.
func (p *place) before(f *frame) (objects.Value, error) {
	if p.kind == targetPlace {
		return before(f, p.target)
	}
	return p.get(f)
}

func (p *place) get(f *frame) (objects.Value, error) {
	switch p.kind {
	case itemPlace:
		return f.session.Types.Item(p.object, p.index)
	case itemsPlace:
		return f.session.Types.Index(p.object, p.many)
	case propertyPlace:
		return f.property(p.object, p.name, p.cache)
	}
	return p.target.get(f)
}

func (p *place) set(f *frame, to objects.Value) error {
	if p.kind == targetPlace {
		return p.target.set(f, to)
	}
	if to.IsAutomationNull() {
		to = objects.Null
	}
	switch p.kind {
	case itemPlace:
		return f.session.Types.SetItem(p.object, p.index, to)
	case itemsPlace:
		return f.session.Types.SetIndex(p.object, p.many, to)
	}
	return p.cache.Set(f.session.Types, p.object, p.name, to)
}
