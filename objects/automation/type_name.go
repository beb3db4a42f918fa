package automation

import "github.com/csshell/csshell/objects"

// PSTypeNameType is System.Management.Automation.PSTypeName.
var PSTypeNameType = class("System.Management.Automation.PSTypeName", objects.ObjectType)

// PSTypeName is the name of a type, which need not be known.
type PSTypeName struct {
	Name string
	// Known is the type of that name; nil for none.
	Known *objects.Type
}

// Type is System.Management.Automation.PSTypeName.
func (*PSTypeName) Type() *objects.Type { return PSTypeNameType }

// Text is the name.
func (n *PSTypeName) Text() (string, error) { return n.Name, nil }

// Is reports whether the name means a type.
func (n *PSTypeName) Is(t *objects.Type) bool {
	return n.Known == t || n.Known == nil && (objects.EqualFold(n.Name, t.FullName) || objects.EqualFold(n.Name, t.Name()))
}

func typeNameDeclaration() *objects.Declaration {
	of := func(this value) *PSTypeName {
		n, _ := objects.As[*PSTypeName](this)
		return n
	}
	return &objects.Declaration{
		Type: PSTypeNameType,
		Constructors: []objects.Method{
			partial("new(type type)", func(c *call) (value, error) {
				t, ok := objects.As[objects.RuntimeType](c.Args[0])
				if !ok {
					return objects.Null, objects.NullArgument("type")
				}
				return objects.Of(&PSTypeName{Name: t.Target.FullName, Known: t.Target}), nil
			}),
			total("new(string name)", func(c *call) value {
				known, _ := c.Types.Lookup(c.Str(0), nil)
				return objects.Of(&PSTypeName{Name: c.Str(0), Known: known})
			}),
		},
		Properties: []objects.Property{
			text("string Name {get;}", func(this value) string { return of(this).Name }),
			reads("type Type {get;}", func(this value) value {
				if of(this).Known == nil {
					return objects.Null
				}
				return objects.TypeValue(of(this).Known)
			}),
		},
	}
}
