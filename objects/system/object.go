package system

import (
	"fmt"

	"github.com/csshell/csshell/objects"
)

// objectDeclaration is what every value has.
func objectDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: objects.ObjectType,
		Constructors: []objects.Method{
			total("new()", func(*call) value { return objects.Of(&bareObject{}) }),
		},
		Methods: []objects.Method{
			total("bool Equals(System.Object obj)", func(c *call) value { return objects.Bool(objects.SameValue(c.This, c.Args[0])) }),
			total("int GetHashCode()", func(c *call) value { return objects.Int32(hashOf(c.This)) }),
			total("type GetType()", func(c *call) value { return objects.TypeValue(objects.NetType(c.This)) }),
			partial("string ToString()", toText),
			total("static bool Equals(System.Object objA, System.Object objB)", func(c *call) value {
				return objects.Bool(objects.SameValue(c.Args[0], c.Args[1]))
			}),
			total("static bool ReferenceEquals(System.Object objA, System.Object objB)", func(c *call) value {
				a, b := c.Args[0].Base(), c.Args[1].Base()
				return objects.Bool(a.Kind() >= objects.KindString && objects.Same(a, b) || a.IsNull() && b.IsNull())
			}),
		},
	}
}

// bareObject is a System.Object.
type bareObject struct{ objects.Extension } // with a size, so that each has an address of its own

// Type is System.Object.
func (*bareObject) Type() *objects.Type { return objects.ObjectType }

// toText is ToString() in the culture of the session.
func toText(c *call) (value, error) {
	s, err := c.Types.ToString(c.This, "")
	return objects.String(s), err
}

// toFormat is ToString(format).
func toFormat(c *call) (value, error) {
	s, err := c.Types.ToString(c.This, c.Str(0))
	return objects.String(s), err
}

// hashOf is a hash that equal values share; .NET's differ from run to run for
// many types.
func hashOf(v value) int32 {
	v = v.Base()
	if s, ok := v.Str(); ok {
		return textHash(s)
	}
	if v.Kind() < objects.KindString {
		n := v.Int64()
		return int32(n) ^ int32(n>>32)
	}
	if k, ok := v.Ref().(objects.KeyHasher); ok {
		return textHash(fmt.Sprint(k.HashKey()))
	}
	return textHash(fmt.Sprintf("%p", v.Ref()))
}
