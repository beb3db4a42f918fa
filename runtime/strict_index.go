package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/utf16"
)

// indexed is v[index]; from version 3 of strict mode an index outside of an
// array, a list or a text is an error ("about_Strict_Mode", Set-StrictMode).
func (f *frame) indexed(v objects.Value, index []objects.Value) (objects.Value, error) {
	if f.scope.strictness() >= strict3 {
		if err := outside(v.Base(), index); err != nil {
			return objects.Null, err
		}
	}
	return f.session.Types.Index(v, index)
}

// item is indexed with one index.
func (f *frame) item(v, index objects.Value) (objects.Value, error) {
	if f.scope.strictness() >= strict3 {
		return f.indexed(v, []objects.Value{index})
	}
	return f.session.Types.Item(v, index)
}

// outside is the error of the first index that v has nothing at; nil where v is
// not indexed by numbers.
func outside(v objects.Value, index []objects.Value) error {
	length := 0
	list, isList := v.Ref().(objects.Indexed)
	text, isText := v.Str()
	switch {
	case isList:
		length = list.Len()
	case isText:
		length = utf16.Len(text)
	default:
		return nil
	}
	for _, i := range index {
		if inner, ok := objects.Enumeration(i); ok {
			items, err := objects.Collect(inner)
			if err == nil {
				err = outside(v, items)
			}
			if err != nil {
				return err
			}
			continue
		}
		if n, ok := i.AsInt(); ok && (n >= int64(length) || n < -int64(length)) {
			return indexOutside(v)
		}
	}
	return nil
}

// indexOutside is the error of the indexer of an array or a text, or of a list.
func indexOutside(v objects.Value) error {
	if _, isList := v.Ref().(*objects.List); isList {
		return objects.IndexOutOfRange("index")
	}
	return objects.NewException(objects.IndexOutOfRangeException, "Index was outside the bounds of the array.")
}
