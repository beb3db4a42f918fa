package view

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// displayProperty is the name of the property that stands for v: the one its
// type data names, or the first called like a name, an id or a key; "" where
// there is none.
func displayProperty(tt *objects.TypeTable, v objects.Value) string {
	if d := tt.TypeDataFor(v, func(d *objects.TypeData) bool { return d.DefaultDisplayProperty != "" }); d != nil {
		return d.DefaultDisplayProperty
	}
	names := tt.PropertyNames(v)
	for _, like := range [...]string{"name", "id", "key"} {
		for _, n := range names {
			if strings.EqualFold(n, like) {
				return n
			}
		}
	}
	for _, like := range [...]string{"key", "name", "id"} {
		for _, n := range names {
			if len(n) >= len(like) && strings.EqualFold(n[len(n)-len(like):], like) {
				return n
			}
		}
	}
	return ""
}
