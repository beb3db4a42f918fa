package runtime

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/regex"
	objtext "github.com/csshell/csshell/objects/text"
)

// splitting is what stands right of -split: a pattern or a script block, how
// many pieces, and options ("about_Split").
type splitting struct {
	pattern objects.Value
	block   objects.ItemCallable
	count   int
	simple  bool
	options regex.Options
}

// splitOptions are the names of the options after the count.
var splitOptions = [...]struct {
	name string
	flag regex.Options
}{
	{"IgnoreCase", regex.IgnoreCase}, {"CultureInvariant", regex.CultureInvariant}, {"IgnorePatternWhitespace", regex.IgnorePatternWhitespace},
	{"Multiline", regex.Multiline}, {"Singleline", regex.Singleline}, {"ExplicitCapture", regex.ExplicitCapture},
	{"RegexMatch", 0}, {"SimpleMatch", 0},
}

func splitOperator(ignoreCase bool) operator {
	return func(f *frame, a, b objects.Value) (objects.Value, error) {
		s, err := f.splitting(listed(b), ignoreCase)
		if err != nil {
			return objects.Null, err
		}
		var c collector
		err = f.eachText(a, func(text string) error {
			pieces, err := f.splitText(s, text)
			c.items = slices.Grow(c.items, len(pieces))
			for _, p := range pieces {
				c.items = append(c.items, objects.String(p))
			}
			return err
		})
		return objects.Of(stringArray(c.items)), err
	}
}

func stringArray(items []objects.Value) *objects.Array {
	return objects.NewArray(objects.StringType, items)
}

// eachText calls use for a text, or for each element of a list.
func (f *frame) eachText(v objects.Value, use func(string) error) error {
	list, ok := objects.Enumeration(v)
	if !ok {
		text, err := f.text(v)
		if err != nil {
			return err
		}
		return use(text)
	}
	return list.Enumerate(func(item objects.Value) error {
		text, err := f.text(item)
		if err != nil {
			return err
		}
		return use(text)
	})
}

func (f *frame) splitting(args []objects.Value, ignoreCase bool) (*splitting, error) {
	s := &splitting{}
	if ignoreCase {
		s.options = regex.IgnoreCase
	}
	if len(args) == 0 {
		return s, nil
	}
	s.pattern = args[0]
	s.block, _ = objects.As[objects.ItemCallable](args[0])
	if len(args) > 1 {
		n, err := f.session.Types.Convert(args[1], objects.Int32Type)
		if err != nil {
			return nil, err
		}
		s.count = int(n.Int64())
	}
	if len(args) > 2 {
		return s, f.readSplitOptions(s, args[2])
	}
	return s, nil
}

func (f *frame) readSplitOptions(s *splitting, v objects.Value) error {
	text, err := f.text(v)
	if err != nil {
		return err
	}
	for _, word := range strings.FieldsFunc(text, func(c rune) bool { return c == ',' || c == ' ' }) {
		known := false
		for _, o := range splitOptions {
			if strings.EqualFold(word, o.name) {
				known = true
				s.options |= o.flag
			}
		}
		if !known {
			return newError(objects.RuntimeException, "InvalidSplitOptions", InvalidArgument, v, "Cannot convert value \""+text+"\" to type \"System.Management.Automation.SplitOptions\".")
		}
		s.simple = s.simple || strings.EqualFold(word, "SimpleMatch")
	}
	return nil
}

func (f *frame) splitText(s *splitting, text string) ([]string, error) {
	if s.block != nil {
		return f.splitByBlock(s, text)
	}
	pattern, err := f.text(s.pattern)
	if err != nil {
		return nil, err
	}
	if s.simple {
		pattern = regex.Escape(pattern)
	}
	options := s.options
	if s.count < 0 {
		options |= regex.RightToLeft
	}
	r, err := f.session.regexes.Compile(pattern, options)
	if err != nil {
		return nil, objtext.RaisedRegex(err)
	}
	pieces, err := r.Split(f.session.ctx, text, max(s.count, -s.count))
	return pieces, objects.Raised(err)
}

// splitByBlock cuts at the characters for which the block, with $_ being the
// character, holds.
func (f *frame) splitByBlock(s *splitting, text string) ([]string, error) {
	var pieces []string
	start := 0
	for i, c := range text {
		if s.count > 0 && len(pieces) == s.count-1 {
			break
		}
		v, err := f.itemValue(s.block, objects.String(string(c)))
		if err != nil {
			return nil, err
		}
		if f.session.Types.Truth(v) {
			pieces = append(pieces, text[start:i])
			start = i + utf8.RuneLen(c)
		}
	}
	return append(pieces, text[start:]), nil
}

// splitOnBlanks is -split without a pattern: words, of a text or of a list.
func splitOnBlanks(f *frame, v objects.Value) (objects.Value, error) {
	var c collector
	err := f.eachText(v, func(text string) error {
		for _, word := range strings.Fields(text) {
			c.items = append(c.items, objects.String(word))
		}
		return nil
	})
	return objects.Of(stringArray(c.items)), err
}
