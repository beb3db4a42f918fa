package runtime

import (
	"github.com/csshell/csshell/objects"
)

// maxCopyDepth bounds the copies of objects in objects; deeper ones are texts.
const maxCopyDepth = 16

// copied is a value as another process would have it after it was sent there
// ("about_Jobs"): containers and custom objects are copies, objects of classes are
// bags of their properties, blocks are texts.
func (s *Session) copied(v objects.Value, depth int) objects.Value {
	if v.Kind() != objects.KindObject {
		return v
	}
	if depth > maxCopyDepth {
		text, _ := s.Types.Text(v, " ")
		return objects.String(text)
	}
	switch o := v.Ref().(type) {
	case *objects.Array:
		return objects.Of(objects.NewArray(o.Elem(), s.copiedItems(elements(v), depth)))
	case *objects.List:
		return objects.ArrayValue(s.copiedItems(o.Items(), depth))
	case *objects.Hashtable:
		h := objects.NewHashtable()
		if o.Type() == objects.OrderedDictionaryType {
			h = objects.NewOrdered()
		}
		o.Each(func(key, value objects.Value) bool {
			h.Set(s.copied(key, depth+1), s.copied(value, depth+1))
			return true
		})
		return objects.Of(h)
	case *objects.PSObject:
		return s.bag(v, depth)
	case *ScriptBlock:
		return objects.String(o.Source())
	}
	if _, ok := instanceOf(v); ok {
		return s.bag(v, depth)
	}
	return v // what cannot be changed, or belongs to the whole process
}

func (s *Session) copiedItems(items []objects.Value, depth int) []objects.Value {
	out := make([]objects.Value, len(items))
	for i, v := range items {
		out[i] = s.copied(v, depth+1)
	}
	return out
}

// bag is a custom object with the properties of v.
func (s *Session) bag(v objects.Value, depth int) objects.Value {
	o := objects.NewCustomObject()
	for _, name := range s.Types.PropertyNames(v) {
		if p, ok, err := s.Types.GetProperty(v, name); ok && err == nil {
			o.SetMember(name, objects.NotePropertyMember, s.copied(p, depth+1))
		}
	}
	names := objects.TypeNames(v)
	sent := make([]string, len(names))
	for i, n := range names {
		sent[i] = "Deserialized." + n
	}
	o.SetTypeNames(sent)
	return objects.Of(o)
}
