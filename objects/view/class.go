package view

import (
	"github.com/csshell/csshell/objects"
)

// class is what the values of one type and layout have in common for a
// Formatter.
type class struct {
	outOfBand *View // its view out of band
	text      bool  // it is shown as its own text
	fits      bool  // the view at work is one for it
}

// layout is the key of a class.
type layout struct {
	typ   *objects.Type
	shape *objects.Shape
	names *string // the first of its own type names
}

// maxClasses bounds what a Formatter remembers of objects that differ each
// from all others.
const maxClasses = 256

func layoutOf(v objects.Value) layout {
	p, ok := v.Ref().(*objects.PSObject)
	if !ok {
		return layout{typ: v.Type()}
	}
	l := layout{typ: p.Type(), shape: p.Shape()}
	if names := p.OwnTypeNames(); len(names) > 0 {
		l.names = &names[0]
	}
	return l
}

// classify tells the class of v; objects in a row are mostly of one.
func (f *Formatter) classify(v objects.Value) *class {
	l := layoutOf(v)
	if l == f.lastLayout && f.lastClass != nil {
		return f.lastClass
	}
	c := f.classes[l]
	if c == nil {
		c = f.newClass(v)
		if len(f.classes) >= maxClasses {
			clear(f.classes)
		}
		f.classes[l] = c
	}
	f.lastLayout, f.lastClass = l, c
	return c
}

func (f *Formatter) newClass(v objects.Value) *class {
	names := objects.TypeNames(v)
	c := &class{outOfBand: f.s.Views.FindOutOfBand(names)}
	if c.outOfBand == nil {
		c.text = isScalar(names) || len(f.s.Types.PropertyNames(v)) == 0
	}
	c.fits = f.view == nil || f.view.appliesTo(names)
	return c
}

// forget drops the classes, whose fits hangs on the view.
func (f *Formatter) forget() {
	clear(f.classes)
	f.lastClass = nil
}

// isScalar reports whether values of the type are shown as their own text:
// enums and the types below.
func isScalar(typeNames []string) bool {
	if len(typeNames) == 0 {
		return false
	}
	if len(typeNames) > 1 && liveName(typeNames[1]) == "System.Enum" {
		return true
	}
	switch liveName(typeNames[0]) {
	case "System.String", "System.SByte", "System.Byte", "System.Int16", "System.UInt16", "System.Int32",
		"System.UInt32", "System.Int64", "System.UInt64", "System.Char", "System.Single", "System.Double",
		"System.Boolean", "System.Decimal", "System.IntPtr", "System.Numerics.BigInteger",
		"System.Security.SecureString":
		return true
	}
	return false
}
