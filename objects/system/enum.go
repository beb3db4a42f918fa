package system

import (
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
)

func enumOf(t *objects.Type, param string) (*objects.EnumInfo, error) {
	if t == nil {
		return nil, objects.NullArgument(param)
	}
	if t.Enum == nil {
		return nil, objects.BadArgument("Type provided must be an Enum.", param)
	}
	return t.Enum, nil
}

func enumDeclaration() *objects.Declaration {
	d := &objects.Declaration{
		Type: objects.EnumType,
		Properties: []objects.Property{
			{Signature: "int value__ {get;}", Get: func(this value) (value, error) {
				return objects.Word(this.Type().Enum.UnderlyingType(), this.Bits()), nil
			}, Hidden: true},
		},
		Methods: []objects.Method{
			partial("int CompareTo(System.Object target)", compareEnums),
			total("bool Equals(System.Object obj)", func(c *call) value { return objects.Bool(objects.Same(c.This, c.Args[0].Base())) }),
			total("System.TypeCode GetTypeCode()", func(c *call) value {
				return objects.Word(TypeCodeType, typeCodeOf(c.This.Type().Enum.UnderlyingType()))
			}),
			partial("bool HasFlag(System.Enum flag)", func(c *call) (value, error) {
				if c.Args[0].Type() != c.This.Type() {
					return objects.Null, objects.NewException(objects.ArgumentException, "The argument type, '"+c.Args[0].Type().String()+"', is not the same as the enum type '"+c.This.Type().String()+"'.")
				}
				return objects.Bool(c.This.Bits()&c.Args[0].Bits() == c.Args[0].Bits()), nil
			}),
			partial("string ToString()", toText),
			partial("string ToString(string format)", toFormat),
			partial("string ToString(System.IFormatProvider provider)", toText),
			partial("string ToString(string format, System.IFormatProvider provider)", toFormat),
		},
	}
	d.Methods = append(d.Methods, enumStatic()...)
	d.Methods = append(d.Methods, enumParse()...)
	return d
}

func compareEnums(c *call) (value, error) {
	if !c.Is(0) {
		return objects.Int(1), nil
	}
	other := c.Args[0].Base()
	if other.Type() != c.This.Type() {
		return objects.Null, objects.NewException(objects.ArgumentException, "Object must be the same type as the enum. The type passed in was '"+other.Type().String()+"'; the enum type was '"+c.This.Type().String()+"'.")
	}
	return objects.Int(order(c.This.Int64(), other.Int64())), nil
}

// byUnsigned gives the members ordered by their value as an unsigned number,
// as Enum.GetNames and GetValues do.
func byUnsigned(e *objects.EnumInfo) []int {
	places := make([]int, len(e.Values))
	for i := range places {
		places[i] = i
	}
	for i := 1; i < len(places); i++ { // few, and nearly always in order
		for j := i; j > 0 && uint64(e.Values[places[j]]) < uint64(e.Values[places[j-1]]); j-- {
			places[j], places[j-1] = places[j-1], places[j]
		}
	}
	return places
}

func enumNames(t *objects.Type) (value, error) {
	e, err := enumOf(t, "enumType")
	if err != nil {
		return objects.Null, err
	}
	names := make([]string, 0, len(e.Names))
	for _, i := range byUnsigned(e) {
		names = append(names, e.Names[i])
	}
	return objects.Of(objects.Strings(names)), nil
}

func enumValues(t *objects.Type) (value, error) {
	e, err := enumOf(t, "enumType")
	if err != nil {
		return objects.Null, err
	}
	items := make([]value, 0, len(e.Values))
	for _, i := range byUnsigned(e) {
		items = append(items, objects.Word(t, uint64(e.Values[i])))
	}
	return objects.Of(objects.NewArray(t, items)), nil
}

// underlyingValues are an enumeration's values as the numbers that they are.
func underlyingValues(t *objects.Type) (value, error) {
	e, err := enumOf(t, "enumType")
	if err != nil {
		return objects.Null, err
	}
	number := e.UnderlyingType()
	items := make([]value, 0, len(e.Values))
	for _, i := range byUnsigned(e) {
		items = append(items, objects.Word(number, uint64(e.Values[i])))
	}
	return objects.Of(objects.NewArray(number, items)), nil
}

func enumStatic() []objects.Method {
	return []objects.Method{
		partial("static string[] GetNames(type enumType)", func(c *call) (value, error) { return enumNames(target(c.Args[0])) }),
		partial("static string[] GetNames[TEnum]()", func(c *call) (value, error) { return enumNames(typeArgument(c)) }),
		partial("static array GetValues(type enumType)", func(c *call) (value, error) { return enumValues(target(c.Args[0])) }),
		partial("static TEnum[] GetValues[TEnum]()", func(c *call) (value, error) { return enumValues(typeArgument(c)) }),
		partial("static array GetValuesAsUnderlyingType(type enumType)", func(c *call) (value, error) { return underlyingValues(target(c.Args[0])) }),
		partial("static array GetValuesAsUnderlyingType[TEnum]()", func(c *call) (value, error) { return underlyingValues(typeArgument(c)) }),
		partial("static string GetName(type enumType, System.Object value)", func(c *call) (value, error) {
			e, err := enumOf(target(c.Args[0]), "enumType")
			if err != nil {
				return objects.Null, err
			}
			n, err := c.Types.Convert(c.Args[1], objects.Int64Type)
			for i, x := range e.Values {
				if err == nil && x == n.Int64() {
					return objects.String(e.Names[i]), nil
				}
			}
			return objects.Null, err
		}),
		partial("static type GetUnderlyingType(type enumType)", func(c *call) (value, error) {
			e, err := enumOf(target(c.Args[0]), "enumType")
			if err != nil {
				return objects.Null, err
			}
			return objects.TypeValue(e.UnderlyingType()), nil
		}),
		partial("static bool IsDefined(type enumType, System.Object value)", isDefined),
		partial("static System.Object ToObject(type enumType, System.Object value)", toEnumObject),
		partial("static System.Object ToObject(type enumType, int value)", toEnumObject),
		partial("static System.Object ToObject(type enumType, long value)", toEnumObject),
		partial("static string Format(type enumType, System.Object value, string format)", func(c *call) (value, error) {
			if _, err := enumOf(target(c.Args[0]), "enumType"); err != nil {
				return objects.Null, err
			}
			v, err := toEnumObject(c)
			if err != nil {
				return objects.Null, err
			}
			s, err := c.Types.ToString(v, c.Str(2))
			return objects.String(s), err
		}),
	}
}

func toEnumObject(c *call) (value, error) {
	t := target(c.Args[0])
	if _, err := enumOf(t, "enumType"); err != nil {
		return objects.Null, err
	}
	n, err := c.Types.Convert(c.Args[1], objects.Int64Type)
	return objects.Word(t, n.Bits()), err
}

func isDefined(c *call) (value, error) {
	e, err := enumOf(target(c.Args[0]), "enumType")
	if err != nil {
		return objects.Null, err
	}
	if !c.Is(1) {
		return objects.Null, objects.NullArgument("value")
	}
	if s, ok := c.Args[1].Str(); ok {
		_, found := memberNamed(e, s, false)
		return objects.Bool(found), nil
	}
	n, err := c.Types.Convert(c.Args[1], objects.Int64Type)
	for _, x := range e.Values {
		if err == nil && x == n.Int64() {
			return objects.Bool(true), nil
		}
	}
	return objects.Bool(false), err
}

func memberNamed(e *objects.EnumInfo, name string, ignoreCase bool) (int64, bool) {
	for i, n := range e.Names {
		if n == name || ignoreCase && strings.EqualFold(n, name) {
			return e.Values[i], true
		}
	}
	return 0, false
}

func enumParse() []objects.Method {
	parse := func(at int, ignore int) func(c *call) (value, error) {
		return func(c *call) (value, error) {
			t := typeArgument(c)
			if at > 0 {
				t = target(c.Args[0])
			}
			if _, err := enumOf(t, "enumType"); err != nil {
				return objects.Null, err
			}
			return parseEnum(t, c.Str(at), ignore >= 0 && c.Bool(ignore))
		}
	}
	try := func(at, ignore, result int) func(c *call) (value, error) {
		return func(c *call) (value, error) {
			t := typeArgument(c)
			if at > 0 {
				t = target(c.Args[0])
			} else if r, ok := objects.As[objects.Reference](c.Args[result]); ok && t.Enum == nil && !r.Value().IsNull() {
				t = r.Value().Type() // TEnum is what the variable holds
			}
			if _, err := enumOf(t, "enumType"); err != nil {
				return objects.Null, err
			}
			v, err := parseEnum(t, c.Str(at), ignore >= 0 && c.Bool(ignore))
			if err != nil {
				if v = objects.Null; at == 0 {
					v = objects.Word(t, 0)
				}
			}
			return objects.Bool(err == nil), c.Assign(result, v)
		}
	}
	return []objects.Method{
		partial("static System.Object Parse(type enumType, string value)", parse(1, -1)),
		partial("static System.Object Parse(type enumType, string value, bool ignoreCase)", parse(1, 2)),
		partial("static TEnum Parse[TEnum](string value)", parse(0, -1)),
		partial("static TEnum Parse[TEnum](string value, bool ignoreCase)", parse(0, 1)),
		partial("static bool TryParse(type enumType, string value, [ref] System.Object result)", try(1, -1, 2)),
		partial("static bool TryParse(type enumType, string value, bool ignoreCase, [ref] System.Object result)", try(1, 2, 3)),
		partial("static bool TryParse[TEnum](string value, [ref] TEnum result)", try(0, -1, 1)),
		partial("static bool TryParse[TEnum](string value, bool ignoreCase, [ref] TEnum result)", try(0, 1, 2)),
	}
}

// parseEnum is Enum.Parse: a number, or names with commas between.
func parseEnum(t *objects.Type, s string, ignoreCase bool) (value, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return objects.Null, objects.BadArgument("Must specify valid information for parsing in the string.", "value")
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return objects.Word(t, uint64(n)), nil
	}
	var bits uint64
	for _, name := range strings.Split(s, ",") {
		n, ok := memberNamed(t.Enum, strings.TrimSpace(name), ignoreCase)
		if !ok {
			return objects.Null, objects.NewException(objects.ArgumentException, "Requested value '"+s+"' was not found.")
		}
		bits |= uint64(n)
	}
	return objects.Word(t, bits), nil
}
