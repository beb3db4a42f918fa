package system

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

func booleanDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: objects.BooleanType,
		Properties: []objects.Property{
			constant("static string FalseString {get;}", objects.String("False")),
			constant("static string TrueString {get;}", objects.String("True")),
		},
		Methods: []objects.Method{
			partial("int CompareTo(System.Object obj)", func(c *call) (value, error) {
				if c.Is(0) && c.Args[0].Base().Type() != objects.BooleanType {
					return objects.Null, objects.NewException(objects.ArgumentException, "Object must be of type Boolean.")
				}
				if !c.Is(0) {
					return objects.Int(1), nil
				}
				return objects.Int(int(c.This.Int64() - c.Args[0].Base().Int64())), nil
			}),
			total("int CompareTo(bool value)", func(c *call) value { return objects.Int(int(c.This.Int64() - c.Args[0].Int64())) }),
			total("bool Equals(bool obj)", func(c *call) value { return objects.Bool(c.This.Bool() == c.Bool(0)) }),
			total("System.TypeCode GetTypeCode()", func(*call) value { return objects.Word(TypeCodeType, typeCodeOf(objects.BooleanType)) }),
			partial("string ToString()", toText),
			partial("string ToString(System.IFormatProvider provider)", toText),
			partial("static bool Parse(string value)", func(c *call) (value, error) {
				b, ok := parseBool(c.Str(0))
				if !ok {
					return objects.Null, badBool(c.Str(0))
				}
				return objects.Bool(b), nil
			}),
			partial("static bool TryParse(string value, [ref] bool result)", func(c *call) (value, error) {
				b, ok := parseBool(c.Str(0))
				return objects.Bool(ok), c.Assign(1, objects.Bool(b && ok))
			}),
		},
	}
}

func badBool(s string) error {
	return objects.NewException(objects.FormatException, "String '"+s+"' was not recognized as a valid Boolean.")
}

func parseBool(s string) (b, ok bool) {
	s = strings.Trim(s, " \t\r\n\v\f\x00")
	b = strings.EqualFold(s, "True")
	return b, b || strings.EqualFold(s, "False")
}
