package runtime

import (
	"github.com/csshell/csshell/objects"
)

var (
	sizeType        = &objects.Type{FullName: hostNamespace + "Size", Kind: objects.KindObject, Attributes: objects.ValueTypeAttr}
	coordinatesType = &objects.Type{FullName: hostNamespace + "Coordinates", Kind: objects.KindObject, Attributes: objects.ValueTypeAttr}
)

// hostSize is a width and height in cells (System.Management.Automation.Host.Size).
type hostSize struct{ width, height int }

// coordinates are a place in cells (System.Management.Automation.Host.Coordinates).
type coordinates struct{ x, y int }

// Type is System.Management.Automation.Host.Size.
func (*hostSize) Type() *objects.Type { return sizeType }

// Type is System.Management.Automation.Host.Coordinates.
func (*coordinates) Type() *objects.Type { return coordinatesType }

func declareSize() *objects.Declaration {
	return pairDeclaration(sizeType, "Width", "Height", func(s *hostSize) (*int, *int) { return &s.width, &s.height },
		func(a, b int) objects.Object { return &hostSize{a, b} })
}

func declareCoordinates() *objects.Declaration {
	return pairDeclaration(coordinatesType, "X", "Y", func(c *coordinates) (*int, *int) { return &c.x, &c.y },
		func(a, b int) objects.Object { return &coordinates{a, b} })
}

// pairDeclaration declares a type of two numbers.
func pairDeclaration[T objects.Object](t *objects.Type, first, second string, of func(T) (*int, *int), make func(a, b int) objects.Object) *objects.Declaration {
	member := func(name string, pick func(a, b *int) *int) objects.Property {
		field := func(this objects.Value) *int {
			o, _ := objects.As[T](this)
			return pick(of(o))
		}
		return objects.Property{
			Signature: "int " + name + " {get;set;}",
			Get:       func(this objects.Value) (objects.Value, error) { return objects.Int(*field(this)), nil },
			Set:       func(this, v objects.Value) error { *field(this) = int(v.Int64()); return nil },
		}
	}
	return &objects.Declaration{
		Type:       t,
		Properties: []objects.Property{member(first, func(a, _ *int) *int { return a }), member(second, func(_, b *int) *int { return b })},
		Constructors: []objects.Method{objects.Total("new(int a, int b)", func(c *objects.Call) objects.Value {
			return objects.Of(make(c.Int(0), c.Int(1)))
		})},
		Methods: []objects.Method{method("string ToString()", func(o T, c *objects.Call) (objects.Value, error) {
			a, b := of(o)
			text, err := c.Types.Format("{0},{1}", []objects.Value{objects.Int(*a), objects.Int(*b)})
			return objects.String(text), err
		})},
	}
}

func declareRawUI() *objects.Declaration {
	size := func(name string) objects.Property {
		return value("System.Management.Automation.Host.Size "+name+" {get;set;}", func(u *rawUI) objects.Value {
			width, height := u.session.Host.Size()
			return objects.Of(&hostSize{width, height})
		})
	}
	place := func(name string) objects.Property {
		return value("System.Management.Automation.Host.Coordinates "+name+" {get;set;}", func(*rawUI) objects.Value { return objects.Of(&coordinates{}) })
	}
	colour := func(name string) objects.Property {
		return value("System.ConsoleColor "+name+" {get;set;}", func(u *rawUI) objects.Value {
			v, err := u.session.Types.Convert(objects.Int(-1), objects.Int32Type)
			if err != nil {
				return objects.Null
			}
			return v
		})
	}
	return &objects.Declaration{
		Type: rawUIType,
		Properties: []objects.Property{
			size("BufferSize"), size("WindowSize"), size("MaxWindowSize"), size("MaxPhysicalWindowSize"),
			place("CursorPosition"), place("WindowPosition"), colour("ForegroundColor"), colour("BackgroundColor"),
			value("int CursorSize {get;set;}", func(*rawUI) objects.Value { return objects.Int(25) }),
			value("bool KeyAvailable {get;}", func(*rawUI) objects.Value { return objects.Bool(false) }),
			{
				Signature: "string WindowTitle {get;set;}",
				Get:       func(objects.Value) (objects.Value, error) { return objects.String(""), nil },
				Set: func(this, v objects.Value) error {
					u, _ := objects.As[*rawUI](this)
					title, _ := v.Str()
					return u.session.Host.SetTitle(title)
				},
			},
		},
		Methods: []objects.Method{
			method("void FlushInputBuffer()", func(*rawUI, *objects.Call) (objects.Value, error) { return none(), nil }),
		},
	}
}
