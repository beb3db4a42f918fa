package view

import (
	"context"

	"github.com/csshell/csshell/objects"
)

// Context is what the functions of a view may ask.
type Context struct {
	Types   *objects.TypeTable
	Context context.Context // cancelled by Ctrl+C
	// Limit is $FormatEnumerationLimit: how many elements of a list are shown
	// before the ellipsis; negative for all.
	Limit int
	// Location is the current directory; it may be nil.
	Location func() string
	// ErrorText is the text of an ErrorRecord as $ErrorView wants it; nil for
	// the record's own text.
	ErrorText func(v objects.Value) (string, error)
	// ErrorDetails is what Get-Error shows of an error; it may be nil.
	ErrorDetails func(v objects.Value) string
}

// Property is a property of v, $null where it has none. It is for views whose
// objects are few; columns name their properties and are faster.
func (c *Context) Property(v objects.Value, name string) (objects.Value, error) {
	value, _, err := c.Types.GetProperty(v, name)
	return value, err
}

// Path is a property of a property: Path(v, "Provider", "Name").
func (c *Context) Path(v objects.Value, names ...string) (objects.Value, error) {
	for _, name := range names {
		var err error
		if v, err = c.Property(v, name); err != nil || v.IsNull() {
			return objects.Null, err
		}
	}
	return v, nil
}
