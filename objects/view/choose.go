package view

import (
	"github.com/csshell/csshell/objects"
)

// ViewNotFound is the error of a view asked for by name that the object's type
// does not have ("FormatViewNotFound").
type ViewNotFound struct {
	Name  string
	Shape Shape
	Types []string // the type names of the object
}

// Error says which view is missing.
func (e *ViewNotFound) Error() string { return "view " + e.Name + " was not found" }

// maxTableProperties is the number of properties up to which an object without
// a view is shown as a table rather than a list.
const maxTableProperties = 4

// choose picks the view that the first object v is shown with, or makes one of
// its properties.
func (f *Formatter) choose(v objects.Value) error {
	names := objects.TypeNames(v)
	r := &f.request
	if len(r.Properties) == 0 {
		f.view = f.s.Views.Find(names, r.Shape, r.View)
		if f.view != nil {
			f.make = f.fromView(f.view)
			return nil
		}
		if r.View != "" {
			return &ViewNotFound{Name: r.View, Shape: r.Shape, Types: names}
		}
	}
	shape := r.Shape
	if shape == AnyShape {
		shape = ListShape
		if len(defaultFields(f.s.Types, v)) <= maxTableProperties {
			shape = TableShape
		}
	}
	f.make = f.fromProperties(shape)
	return nil
}

// fromView makes the generator of a view.
func (f *Formatter) fromView(v *View) generator {
	switch body := v.Body.(type) {
	case Table:
		return newTableView(&f.eval, body)
	case List:
		return newListView(&f.eval, body)
	case Wide:
		return newWideView(&f.eval, body)
	case Custom:
		return &customView{evaluator: &f.eval, body: body}
	default:
		panic("view: unknown body of " + v.Title())
	}
}

// fromProperties makes the generator of a shape for objects without a view.
func (f *Formatter) fromProperties(shape Shape) generator {
	switch shape {
	case TableShape:
		return &tableGenerator{evaluator: &f.eval}
	case WideShape:
		return &wideGenerator{evaluator: &f.eval}
	case CustomShape:
		return &browser{evaluator: &f.eval}
	default:
		return &listGenerator{evaluator: &f.eval}
	}
}
