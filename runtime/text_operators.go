package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/objects/wildcard"
)

// like is -like: the right side is a wildcard pattern.
func like(ignoreCase bool) test {
	return func(f *frame, a, b objects.Value) (bool, error) {
		text, err := f.text(a)
		if err != nil {
			return false, err
		}
		pattern, err := f.text(b)
		if err != nil {
			return false, err
		}
		return f.session.like(text, pattern, ignoreCase)
	}
}

func (s *Session) like(text, pattern string, ignoreCase bool) (bool, error) {
	p, err := s.wildcard(wildcardKey{pattern, ignoreCase})
	if err != nil {
		return false, objects.NewException(automation.WildcardPatternException, err.Error()).WithID("RuntimeException")
	}
	return p.Match(text), nil
}

type wildcardKey struct {
	pattern    string
	ignoreCase bool
}

// keptWildcards is how many patterns a session keeps compiled.
const keptWildcards = 64

func (s *Session) wildcard(key wildcardKey) (*wildcard.Pattern, error) {
	if p := s.wildcards[key]; p != nil {
		return p, nil
	}
	p, err := wildcard.Compile(key.pattern, key.ignoreCase)
	if err != nil {
		return nil, err
	}
	if s.wildcards == nil || len(s.wildcards) >= keptWildcards {
		s.wildcards = make(map[wildcardKey]*wildcard.Pattern)
	}
	s.wildcards[key] = p
	return p, nil
}

// joinOperator is -join: the elements' texts with the separator between.
func joinOperator(f *frame, a, b objects.Value) (objects.Value, error) {
	separator, err := f.text(b)
	if err != nil {
		return objects.Null, err
	}
	list, ok := objects.Enumeration(a)
	if !ok {
		s, err := f.text(a)
		return objects.String(s), err
	}
	s, err := f.session.Types.Join(list, separator)
	return objects.String(s), err
}

// formatOperator is -f. An array of objects gives an item for each of its elements;
// any other list, and an array of numbers, is one item.
func formatOperator(f *frame, a, b objects.Value) (objects.Value, error) {
	format, err := f.text(a)
	if err != nil {
		return objects.Null, err
	}
	args := []objects.Value{b}
	if array, ok := objects.As[*objects.Array](b); ok && !array.Type().Elem.Is(objects.ValueTypeAttr) {
		args = array.Items()
	}
	text, err := f.session.Types.Format(format, args)
	if err != nil {
		return objects.Null, err
	}
	return objects.String(text), nil
}
