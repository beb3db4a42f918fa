package automation

import "github.com/csshell/csshell/objects"

// LanguagePrimitivesType is System.Management.Automation.LanguagePrimitives:
// the language's comparisons and conversions as methods.
var LanguagePrimitivesType = &objects.Type{FullName: "System.Management.Automation.LanguagePrimitives", Kind: objects.KindObject, Attributes: objects.AbstractAttr | objects.SealedAttr}

func primitivesDeclaration() *objects.Declaration {
	ignoring := func(c *call) bool { return len(c.Args) > 2 && c.Bool(2) }
	equals := func(c *call) value { return objects.Bool(c.Types.Equal(c.Args[0], c.Args[1], ignoring(c))) }
	compare := func(c *call) (value, error) {
		n, err := c.Types.Compare(c.Args[0], c.Args[1], ignoring(c))
		return objects.Int(n), err
	}
	convert := func(c *call) (value, error) {
		t, ok := objects.As[objects.RuntimeType](c.Args[1])
		if !ok {
			return objects.Null, objects.NullArgument("resultType")
		}
		return c.Types.Convert(c.Args[0], t.Target)
	}
	return &objects.Declaration{
		Type: LanguagePrimitivesType,
		Methods: []objects.Method{
			total("static bool Equals(System.Object first, System.Object second)", equals),
			total("static bool Equals(System.Object first, System.Object second, bool ignoreCase)", equals),
			partial("static int Compare(System.Object first, System.Object second)", compare),
			partial("static int Compare(System.Object first, System.Object second, bool ignoreCase)", compare),
			partial("static System.Object ConvertTo(System.Object valueToConvert, type resultType)", convert),
			partial("static System.Object ConvertTo(System.Object valueToConvert, type resultType, System.IFormatProvider formatProvider)", convert),
			partial("static bool TryConvertTo(System.Object valueToConvert, type resultType, [ref] System.Object result)", func(c *call) (value, error) {
				v, err := convert(c)
				if err != nil {
					return objects.Bool(false), c.Assign(2, objects.Null)
				}
				return objects.Bool(true), c.Assign(2, v)
			}),
			total("static bool IsTrue(System.Object obj)", func(c *call) value { return objects.Bool(c.Types.Truth(c.Args[0])) }),
			total("static bool IsObjectEnumerable(System.Object obj)", func(c *call) value {
				_, ok := objects.Enumeration(c.Args[0])
				return objects.Bool(ok)
			}),
			total("static System.Collections.IEnumerable GetEnumerable(System.Object obj)", func(c *call) value {
				if _, ok := objects.Enumeration(c.Args[0]); ok {
					return c.Args[0]
				}
				return objects.Null
			}),
			total("static string ConvertTypeNameToPSTypeName(string typeName)", func(c *call) value {
				if t, ok := c.Types.Lookup(c.Str(0), nil); ok {
					return objects.String("[" + c.Types.DisplayName(t) + "]")
				}
				return objects.String("[" + c.Str(0) + "]")
			}),
		},
	}
}
