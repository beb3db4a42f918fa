package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// defineEnum defines an enum: members count up from 0, or from the value that
// one is given ("about_Enum").
func (f *frame) defineEnum(cc *compiler, d *parser.TypeDefinition) error {
	info := &objects.EnumInfo{Underlying: objects.Int32Type}
	if len(d.BaseTypes) > 0 {
		t, err := cc.typeReference(d.BaseTypes[0].TypeName)(f)
		if err != nil {
			return err
		}
		info.Underlying = t
	}
	for _, a := range d.Attributes {
		info.Flags = info.Flags || objects.EqualFold(a.TypeName.String(), "Flags") || objects.EqualFold(a.TypeName.String(), "System.FlagsAttribute")
	}
	t := &objects.Type{FullName: d.Name, Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: info}
	next := int64(0)
	for _, m := range d.Members {
		p, ok := m.(*parser.PropertyMember)
		if !ok {
			continue
		}
		if p.InitialValue != nil {
			v, err := cc.expression(p.InitialValue)(f)
			if err != nil {
				return err
			}
			if v, err = f.session.Types.Convert(v, info.UnderlyingType()); err != nil {
				return err
			}
			next = v.Int64()
		}
		info.Names, info.Values = append(info.Names, p.Name), append(info.Values, next)
		next++
	}
	f.session.Types.Define(t)
	return nil
}
