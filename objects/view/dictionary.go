package view

import "github.com/csshell/csshell/objects"

// dictionary is a dictionary as a sequence of its entries.
type dictionary struct{ *objects.Hashtable }

// Enumerate gives the entries as PowerShell shows them, in order.
func (d dictionary) Enumerate(yield func(objects.Value) error) error {
	var err error
	d.Each(func(key, value objects.Value) bool {
		err = yield(objects.Of(&objects.DictionaryEntry{Key: key, Value: value}))
		return err == nil
	})
	return err
}
