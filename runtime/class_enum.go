package runtime

import (
	"errors"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// newEnum makes an enum: members count up from 0, or from the value that one is
// given ("about_Enum").
func (b *typeBuilder) newEnum(d *parser.TypeDefinition) *objects.Type {
	info := &objects.EnumInfo{Underlying: objects.Int32Type}
	if len(d.BaseTypes) > 0 {
		name := d.BaseTypes[0].TypeName
		t, err := b.compiler.typeReference(name)(b.frame)
		if err != nil {
			b.refuse("TypeNotFound", "Unable to find type ["+name.String()+"].", name.Span())
			t = objects.Int32Type
		}
		info.Underlying = t
	}
	for _, a := range d.Attributes {
		info.Flags = info.Flags || objects.EqualFold(a.TypeName.String(), "Flags") || objects.EqualFold(a.TypeName.String(), "System.FlagsAttribute")
	}
	next, seen := int64(0), map[string]bool{}
	for _, m := range d.Members {
		p, ok := m.(*parser.PropertyMember)
		if !ok {
			continue
		}
		if seen[fold(p.Name)] {
			b.refuse("MemberAlreadyDefined", "The member '"+p.Name+"' is already defined.", p.Extent)
			continue
		}
		seen[fold(p.Name)] = true
		if p.InitialValue != nil {
			next = b.enumValue(p, info.Underlying)
		}
		info.Names, info.Values = append(info.Names, p.Name), append(info.Values, next)
		next++
	}
	return &objects.Type{
		FullName: d.Name, Kind: objects.KindEnum,
		Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: info, Class: d,
	}
}

// enumValue is the number that a member is given.
func (b *typeBuilder) enumValue(p *parser.PropertyMember, underlying *objects.Type) int64 {
	types, at := b.frame.session.Types, p.InitialValue.Span()
	v, err := b.compiler.expression(p.InitialValue)(b.frame)
	if err == nil && v.Base().Kind() == objects.KindString {
		err = errNoNumber
	}
	if err != nil {
		b.refuse("CannotConvertValue", "Cannot convert the value to type \""+types.DisplayName(underlying)+"\".", at)
		return 0
	}
	n, err := types.Convert(v, underlying)
	if err != nil {
		b.refuse("EnumeratorValueOutOfBounds", "Enumerator value is either too large or too small for "+types.DisplayName(underlying)+".", at)
		return 0
	}
	return n.Int64()
}

var errNoNumber = errors.New("no number")
