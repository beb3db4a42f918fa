package automation

import "github.com/csshell/csshell/objects"

// SwitchOf makes a SwitchParameter.
func SwitchOf(on bool) value {
	if on {
		return objects.Word(objects.SwitchParameterType, 1)
	}
	return objects.Word(objects.SwitchParameterType, 0)
}

func switchDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: objects.SwitchParameterType,
		Constructors: []objects.Method{
			total("new()", func(*call) value { return SwitchOf(false) }),
			total("new(bool isPresent)", func(c *call) value { return SwitchOf(c.Bool(0)) }),
		},
		Properties: []objects.Property{
			reads("bool IsPresent {get;}", func(this value) value { return objects.Bool(this.Bool()) }),
			reads("static switch Present {get;}", func(value) value { return SwitchOf(true) }),
		},
		Methods: []objects.Method{
			total("bool ToBool()", func(c *call) value { return objects.Bool(c.This.Bool()) }),
			total("bool Equals(System.Object obj)", func(c *call) value {
				other := c.Args[0].Base()
				t := other.Type()
				return objects.Bool((t == objects.BooleanType || t == objects.SwitchParameterType) && other.Bool() == c.This.Bool())
			}),
			partial("string ToString()", func(c *call) (value, error) {
				s, err := c.Types.ToString(c.This, "")
				return objects.String(s), err
			}),
			total("static bool op_Implicit(switch switchParameter)", func(c *call) value { return objects.Bool(c.Bool(0)) }),
			total("static switch op_Implicit(bool value)", func(c *call) value { return SwitchOf(c.Bool(0)) }),
			total("static bool op_Equality(switch first, switch second)", func(c *call) value { return objects.Bool(c.Bool(0) == c.Bool(1)) }),
			total("static bool op_Inequality(switch first, switch second)", func(c *call) value { return objects.Bool(c.Bool(0) != c.Bool(1)) }),
		},
	}
}
