package globalization

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/culture"
)

func numberFormatDeclaration() *objects.Declaration {
	text := func(name string, field func(f *culture.NumberFormat) *string) objects.Property {
		return objects.Property{
			Signature: "string " + name + " {get;set;}",
			Get:       func(this value) (value, error) { return objects.String(*field(&of(this).Number)), nil },
			Set: func(this, v value) error {
				s, _ := v.Str()
				return change(this, func(c *culture.Culture) { *field(&c.Number) = s })
			},
		}
	}
	number := func(name string, field func(f *culture.NumberFormat) *int) objects.Property {
		return objects.Property{
			Signature: "int " + name + " {get;set;}",
			Get:       func(this value) (value, error) { return objects.Int(*field(&of(this).Number)), nil },
			Set: func(this, v value) error {
				return change(this, func(c *culture.Culture) { *field(&c.Number) = int(v.Int64()) })
			},
		}
	}
	sizes := func(name string, field func(f *culture.NumberFormat) *[]int) objects.Property {
		return objects.Property{
			Signature: "int[] " + name + " {get;set;}",
			Get:       func(this value) (value, error) { return ints(*field(&of(this).Number)), nil },
			Set: func(this, v value) error {
				return change(this, func(c *culture.Culture) { *field(&c.Number) = intsOf(v) })
			},
		}
	}
	return &objects.Declaration{
		Type: NumberFormatType,
		Constructors: []objects.Method{
			total("new()", func(*call) value { return objects.Of(&info{NumberFormatType, copied(culture.Invariant())}) }),
		},
		Properties: []objects.Property{
			number("CurrencyDecimalDigits", func(f *culture.NumberFormat) *int { return &f.CurrencyDecimalDigits }),
			text("CurrencyDecimalSeparator", func(f *culture.NumberFormat) *string { return &f.CurrencyDecimalSeparator }),
			reads("bool IsReadOnly {get;}", func(this value) value { return objects.Bool(false) }),
			sizes("CurrencyGroupSizes", func(f *culture.NumberFormat) *[]int { return &f.CurrencyGroupSizes }),
			sizes("NumberGroupSizes", func(f *culture.NumberFormat) *[]int { return &f.GroupSizes }),
			sizes("PercentGroupSizes", func(f *culture.NumberFormat) *[]int { return &f.PercentGroupSizes }),
			text("CurrencyGroupSeparator", func(f *culture.NumberFormat) *string { return &f.CurrencyGroupSeparator }),
			text("CurrencySymbol", func(f *culture.NumberFormat) *string { return &f.CurrencySymbol }),
			text("NaNSymbol", func(f *culture.NumberFormat) *string { return &f.NaN }),
			number("CurrencyNegativePattern", func(f *culture.NumberFormat) *int { return &f.CurrencyNegative }),
			number("NumberNegativePattern", func(f *culture.NumberFormat) *int { return &f.NegativePattern }),
			number("PercentPositivePattern", func(f *culture.NumberFormat) *int { return &f.PercentPositive }),
			number("PercentNegativePattern", func(f *culture.NumberFormat) *int { return &f.PercentNegative }),
			text("NegativeInfinitySymbol", func(f *culture.NumberFormat) *string { return &f.NegativeInfinity }),
			text("NegativeSign", func(f *culture.NumberFormat) *string { return &f.NegativeSign }),
			number("NumberDecimalDigits", func(f *culture.NumberFormat) *int { return &f.DecimalDigits }),
			text("NumberDecimalSeparator", func(f *culture.NumberFormat) *string { return &f.DecimalSeparator }),
			text("NumberGroupSeparator", func(f *culture.NumberFormat) *string { return &f.GroupSeparator }),
			number("CurrencyPositivePattern", func(f *culture.NumberFormat) *int { return &f.CurrencyPositive }),
			text("PositiveInfinitySymbol", func(f *culture.NumberFormat) *string { return &f.PositiveInfinity }),
			text("PositiveSign", func(f *culture.NumberFormat) *string { return &f.PositiveSign }),
			number("PercentDecimalDigits", func(f *culture.NumberFormat) *int { return &f.PercentDecimalDigits }),
			text("PercentDecimalSeparator", func(f *culture.NumberFormat) *string { return &f.PercentDecimalSeparator }),
			text("PercentGroupSeparator", func(f *culture.NumberFormat) *string { return &f.PercentGroupSeparator }),
			text("PercentSymbol", func(f *culture.NumberFormat) *string { return &f.PercentSymbol }),
			text("PerMilleSymbol", func(f *culture.NumberFormat) *string { return &f.PerMilleSymbol }),
			reads("string[] NativeDigits {get;}", func(value) value {
				return objects.Of(objects.Strings([]string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}))
			}),
			current("System.Globalization.NumberFormatInfo", NumberFormatType),
			reads("static System.Globalization.NumberFormatInfo InvariantInfo {get;}", func(value) value {
				return objects.Of(&info{NumberFormatType, culture.Invariant()})
			}),
		},
		Methods: []objects.Method{clone(), instance("System.Globalization.NumberFormatInfo", "formatProvider", NumberFormatType)},
	}
}

// current is the static property CurrentInfo.
func current(name string, t *objects.Type) objects.Property {
	return objects.Property{Signature: "static " + name + " CurrentInfo {get;}", GetIn: func(tt *objects.TypeTable, _ value) (value, error) {
		return objects.Of(&info{t, tt.Culture()}), nil
	}}
}

func instance(name, param string, t *objects.Type) objects.Method {
	return total("static "+name+" GetInstance(System.IFormatProvider "+param+")", func(c *call) value { return objects.Of(&info{t, c.Culture(0)}) })
}

func clone() objects.Method {
	return total("System.Object Clone()", func(c *call) value { return objects.Of(&info{c.This.Type(), copied(of(c.This))}) })
}

func ints(n []int) value {
	items := make([]value, len(n))
	for i, x := range n {
		items[i] = objects.Int(x)
	}
	return objects.Of(objects.NewArray(objects.Int32Type, items))
}

func intsOf(v value) []int {
	a, ok := objects.As[*objects.Array](v)
	if !ok {
		return nil
	}
	n := make([]int, a.Len())
	for i, x := range a.Items() {
		n[i] = int(x.Int64())
	}
	return n
}
