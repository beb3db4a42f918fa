// Package argument holds Go types of parameters that cmdlets of several
// modules have.
package argument

import (
	"errors"
	"strconv"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/encoding"
)

// Encoding is an -Encoding parameter: the name of an encoding, the number of a
// code page, or a System.Text.Encoding ("about_Character_Encoding").
type Encoding struct{ given *encoding.Encoding }

// Encoder is an object that is an encoding itself (System.Text.Encoding).
type Encoder interface {
	objects.Object
	Encoding() *encoding.Encoding
}

// BindArgument reads the argument.
func (e *Encoding) BindArgument(v objects.Value) error {
	v = v.Base()
	if own, ok := v.Ref().(Encoder); ok {
		e.given = own.Encoding()
		return nil
	}
	name, ok := v.Str()
	if v.Kind() == objects.KindInt32 {
		name, ok = strconv.FormatInt(v.Int64(), 10), true
	}
	if !ok {
		return errors.New("Cannot convert the value to an encoding.")
	}
	var err error
	e.given, err = encoding.Named(name)
	return err
}

// TransformsArgument tells that a name without an encoding is an error of the
// transformation.
func (*Encoding) TransformsArgument(objects.Value) bool { return true }

// OrUTF8 is the encoding, or UTF-8 without a byte order mark where none was
// given.
func (e *Encoding) OrUTF8() *encoding.Encoding {
	if e.given == nil {
		return encoding.UTF8(false)
	}
	return e.given
}

// Given is the encoding, or nil.
func (e *Encoding) Given() *encoding.Encoding { return e.given }
