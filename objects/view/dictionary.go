package view

import (
	"github.com/csshell/csshell/objects"
)

// entries is a dictionary as a sequence of its entries: DictionaryEntry for
// those of the language, what its enumerator gives for generic ones.
func (c *Context) entries(h *objects.Hashtable) objects.Enumerable {
	if len(h.Type().Args) > 0 {
		v, err := c.Types.Invoke(c.Context, objects.Of(h), objects.Invocation{Name: "GetEnumerator"})
		if e, ok := objects.Enumeration(v); ok && err == nil {
			return e
		}
	}
	return dictionary{h}
}

// dictionary is a dictionary as a sequence.
type dictionary struct{ *objects.Hashtable }

// Enumerate gives the entries in order.
func (d dictionary) Enumerate(yield func(objects.Value) error) error {
	var err error
	d.Each(func(key, value objects.Value) bool {
		err = yield(objects.Of(&objects.DictionaryEntry{Key: key, Value: value}))
		return err == nil
	})
	return err
}

// entryText is DictionaryEntry.ToString().
func (c *Context) entryText(e *objects.DictionaryEntry) (string, error) {
	key, err := c.Types.ToString(e.Key, "")
	if err != nil {
		return "", err
	}
	value, err := c.Types.ToString(e.Value, "")
	return "[" + key + ", " + value + "]", err
}
