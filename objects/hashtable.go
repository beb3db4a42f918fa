package objects

import (
	"slices"
	"strings"
)

// Hashtable is a dictionary: Hashtable, OrderedDictionary, Dictionary[K,V]
// and their like. It keeps the order of insertion; keys that are strings
// compare without case where FoldCase is set, as those of @{} and [ordered]@{}.
type Hashtable struct {
	typ      *Type
	FoldCase bool
	ReadOnly bool
	entries  []hashEntry
	index    *hashIndex // knows the places; nil while there are few
	removed  int        // entries that are holes
	version  int
	order    func(a, b Value) int // of the keys, where they are kept sorted
	derived
	Extension
}

// Derive makes the dictionary an object of a class that derives from its type.
func (h *Hashtable) Derive(class *Type, fields []Value) { h.typ, h.fields = class, fields }

// TakeOver gives the dictionary the entries of another.
func (h *Hashtable) TakeOver(from Object) {
	if o, ok := from.(*Hashtable); ok {
		own := h.derived
		typ := h.typ
		*h = *o
		h.typ, h.derived = typ, own
	}
}

type hashEntry struct {
	key, value Value
	used       bool
	hash       uint32 // of the key, where there is an index
}

// hashKey is the identity of a key that is not text: its reference and bits.
type hashKey struct {
	ref any
	num uint64
}

// NewHashtable makes an empty @{}.
func NewHashtable() *Hashtable { return &Hashtable{typ: HashtableType, FoldCase: true} }

// NewOrdered makes an empty [ordered]@{}.
func NewOrdered() *Hashtable { return &Hashtable{typ: OrderedDictionaryType, FoldCase: true} }

// NewDictionary makes an empty dictionary of the type.
func NewDictionary(t *Type, foldCase bool) *Hashtable { return &Hashtable{typ: t, FoldCase: foldCase} }

// NewSorted makes an empty dictionary of the type whose keys are kept in order
// (SortedList, SortedDictionary).
func NewSorted(t *Type, foldCase bool, order func(a, b Value) int) *Hashtable {
	return &Hashtable{typ: t, FoldCase: foldCase, order: order}
}

// Type is the dictionary's type.
func (h *Hashtable) Type() *Type { return h.typ }

// KeyHasher is an object with equality of its own (a Guid, a decimal, a
// script class with Equals): the key is equal to others that return the same.
type KeyHasher interface {
	HashKey() any
}

// keyOf is the identity of a key other than text.
func keyOf(v Value) hashKey {
	if k, ok := v.ref.(KeyHasher); ok {
		return hashKey{ref: k.HashKey()}
	}
	if v.ref == DateTimeType { // equal in spite of their Kinds
		return hashKey{v.ref, uint64(v.DateTime().Ticks())}
	}
	return hashKey(v)
}

// searched is how many entries are searched through, which is faster than to
// keep an index of them.
const searched = 8

// find is the place of a key.
func (h *Hashtable) find(key Value) (place int, ok bool) {
	key = key.Base()
	if order := h.order; order != nil { // there equal is what the order calls so
		return slices.BinarySearchFunc(h.entries, key, func(e hashEntry, key Value) int { return order(e.key, key) })
	}
	if h.index != nil {
		return h.index.find(h, key, h.index.hash(key))
	}
	if s, text := key.ref.(string); text {
		return h.searchText(s)
	}
	return h.search(keyOf(key))
}

func (h *Hashtable) searchText(s string) (place int, ok bool) {
	for i := range h.entries {
		if h.isText(i, s) {
			return i, true
		}
	}
	return 0, false
}

// isText reports whether the key of entry i is a text that equals s.
func (h *Hashtable) isText(i int, s string) bool {
	other, text := h.entries[i].key.Base().ref.(string)
	return text && (other == s || h.FoldCase && equalFolded(other, s))
}

func (h *Hashtable) search(key hashKey) (place int, ok bool) {
	for i := range h.entries {
		if h.isOther(i, key) {
			return i, true
		}
	}
	return 0, false
}

// isOther reports whether the key of entry i is no text, and is key.
func (h *Hashtable) isOther(i int, key hashKey) bool {
	e := &h.entries[i]
	if !e.used {
		return false
	}
	other := e.key.Base()
	_, text := other.ref.(string)
	return !text && keyOf(other) == key
}

// equalFolded reports whether foldKey makes the same of a and b.
func equalFolded(a, b string) bool {
	for i := 0; i < len(a) && i < len(b); i++ {
		c, d := a[i], b[i]
		if c >= 0x80 || d >= 0x80 {
			return foldKey(a) == foldKey(b)
		}
		if c != d && (c^d != 0x20 || !isAlphabetic(c)) {
			return false
		}
	}
	return len(a) == len(b) || foldKey(a) == foldKey(b)
}

func isAlphabetic(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// foldKey is s in one case; s itself where it has no capitals.
func foldKey(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 || 'A' <= c && c <= 'Z' {
			return strings.ToLower(s)
		}
	}
	return s
}

// Len is the number of entries.
func (h *Hashtable) Len() int { return len(h.entries) - h.removed }

// Get is the value of a key.
func (h *Hashtable) Get(key Value) (Value, bool) {
	i, ok := h.find(key)
	if !ok {
		return Null, false
	}
	return h.entries[i].value, true
}

// KeyOf is the key in the dictionary that is equal to key.
func (h *Hashtable) KeyOf(key Value) (Value, bool) {
	i, ok := h.find(key)
	if !ok {
		return Null, false
	}
	return h.entries[i].key, true
}

// GetString is the value of a key that is text.
func (h *Hashtable) GetString(key string) (Value, bool) { return h.Get(String(key)) }

// Grow makes room for n more entries.
func (h *Hashtable) Grow(n int) { h.entries = slices.Grow(h.entries, n) }

// Set adds or changes an entry.
func (h *Hashtable) Set(key, value Value) {
	if i, ok := h.find(key); ok {
		h.entries[i].value = value
		h.touch()
		return
	}
	h.version++
	if h.order != nil {
		h.insertSorted(key, value)
		return
	}
	h.entries = append(h.entries, hashEntry{key: key, value: value, used: true})
	switch {
	case h.index != nil:
		h.index.add(h, len(h.entries)-1)
	case len(h.entries) > searched:
		h.reindex()
	}
}

// Remove drops an entry and reports whether there was one.
func (h *Hashtable) Remove(key Value) bool {
	i, ok := h.find(key)
	if !ok {
		return false
	}
	if h.index != nil {
		h.index.forget(h, i)
	}
	h.entries[i] = hashEntry{}
	h.removed++
	h.touch()
	if h.order != nil || h.removed > 16 && h.removed > len(h.entries)/2 {
		h.compact()
	}
	return true
}

// touch counts a change that leaves a Dictionary[K,V] enumerable, and no other.
func (h *Hashtable) touch() {
	if len(h.typ.Args) == 0 || h.order != nil {
		h.version++
	}
}

// compact closes the holes that Remove left.
func (h *Hashtable) compact() {
	kept := h.entries[:0]
	for _, e := range h.entries {
		if e.used {
			kept = append(kept, e)
		}
	}
	clear(h.entries[len(kept):])
	h.entries, h.removed = kept, 0
	if h.index != nil {
		h.reindex()
	}
}

// Clear drops all entries.
func (h *Hashtable) Clear() {
	*h = Hashtable{typ: h.typ, FoldCase: h.FoldCase, version: h.version + 1, order: h.order}
}

// AtIndex is entry i in the order of insertion (OrderedDictionary's [int]).
func (h *Hashtable) AtIndex(i int) (key, value Value, ok bool) {
	if h.removed > 0 {
		h.compact()
	}
	if i < 0 || i >= len(h.entries) {
		return Null, Null, false
	}
	return h.entries[i].key, h.entries[i].value, true
}

// InsertAt puts an entry before entry i (OrderedDictionary.Insert); the key
// must be new.
func (h *Hashtable) InsertAt(i int, key, value Value) {
	if h.removed > 0 {
		h.compact()
	}
	h.Set(key, value)
	last := h.entries[len(h.entries)-1]
	copy(h.entries[i+1:], h.entries[i:len(h.entries)-1])
	h.entries[i] = last
	if h.index != nil {
		h.reindex()
	}
}

// insertSorted puts a new entry where its key belongs.
func (h *Hashtable) insertSorted(key, value Value) {
	if h.removed > 0 {
		h.compact()
	}
	order := h.order
	i, _ := slices.BinarySearchFunc(h.entries, key, func(e hashEntry, key Value) int { return order(e.key, key) })
	h.order = nil
	h.InsertAt(i, key, value)
	h.order = order
}

// Each calls f for the entries in order until it returns false; entries set or
// removed meanwhile are an error for scripts, which [Hashtable.Version] tells.
func (h *Hashtable) Each(f func(key, value Value) bool) {
	for i := 0; i < len(h.entries); i++ {
		if e := h.entries[i]; e.used && !f(e.key, e.value) {
			return
		}
	}
}

// Version changes with every change of the dictionary.
func (h *Hashtable) Version() int { return h.version }

// Keys are the keys in order.
func (h *Hashtable) Keys() []Value {
	keys := make([]Value, 0, h.Len())
	h.Each(func(k, _ Value) bool { keys = append(keys, k); return true })
	return keys
}

// Entries are the entries as an enumeration gives them.
func (h *Hashtable) Entries() []Value {
	entries := make([]Value, 0, h.Len())
	h.Each(func(key, value Value) bool {
		entries = append(entries, Of(&DictionaryEntry{key, value}))
		return true
	})
	return entries
}

// Values are the values in order.
func (h *Hashtable) Values() []Value {
	values := make([]Value, 0, h.Len())
	h.Each(func(_, v Value) bool { values = append(values, v); return true })
	return values
}

// DictionaryEntry is one entry of an enumerated dictionary.
type DictionaryEntry struct{ Key, Value Value }

// Type is System.Collections.DictionaryEntry.
func (*DictionaryEntry) Type() *Type { return DictionaryEntryType }
