package runtime

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/clixml"
)

// serializerType is System.Management.Automation.PSSerializer: objects as texts.
var serializerType = &objects.Type{FullName: "System.Management.Automation.PSSerializer", Kind: objects.KindObject, Attributes: objects.AbstractAttr | objects.SealedAttr}

func serializerTypes() []objects.TypeEntry {
	return []objects.TypeEntry{{Type: serializerType, Declare: serializerDeclaration}}
}

func serializerDeclaration() *objects.Declaration {
	serialize := func(c *objects.Call) (objects.Value, error) {
		var text strings.Builder
		depth := 1
		if len(c.Args) > 1 {
			if depth = c.Int(1); depth < 1 {
				return objects.Null, objects.NegativeArgument("depth", depth)
			}
		}
		w := clixml.NewWriter(c.Context, c.Types, depth, func(s string) error { _, err := text.WriteString(s); return err })
		if err := w.Write(c.Args[0]); err != nil {
			return objects.Null, err
		}
		if err := w.Close(); err != nil {
			return objects.Null, err
		}
		return objects.String(text.String()), nil
	}
	read := func(c *objects.Call) (items []objects.Value, err error) {
		for v, err := range clixml.Read(c.Context, c.Types, c.Str(0)) {
			if err != nil {
				return nil, err
			}
			items = append(items, v)
		}
		return items, nil
	}
	return &objects.Declaration{Type: serializerType, Methods: []objects.Method{
		objects.Partial("static string Serialize(System.Object source)", serialize),
		objects.Partial("static string Serialize(System.Object source, int depth)", serialize),
		objects.Partial("static System.Object Deserialize(string source)", func(c *objects.Call) (objects.Value, error) {
			items, err := read(c)
			if err == nil && len(items) == 1 {
				return items[0], nil
			}
			return objects.ArrayValue(items), err
		}),
		objects.Partial("static System.Object[] DeserializeAsList(string source)", func(c *objects.Call) (objects.Value, error) {
			items, err := read(c)
			return objects.ArrayValue(items), err
		}),
	}}
}
