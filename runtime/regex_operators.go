package runtime

import (
	"errors"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/regex"
	objtext "github.com/csshell/csshell/objects/text"
)

// expressionOf is the right side of -match and its like: a [regex] as it is,
// else the text as a pattern. The error is that of the expression itself.
func (f *frame) expressionOf(v objects.Value, ignoreCase bool) (*regex.Regex, error) {
	if r, ok := objects.As[*objtext.Regex](v); ok {
		return r.Expression(), nil
	}
	pattern, err := f.text(v)
	if err != nil {
		return nil, err
	}
	options := regex.Options(0)
	if ignoreCase {
		options = regex.IgnoreCase
	}
	r, err := f.session.regexes.Compile(pattern, options)
	return r, objtext.RaisedRegex(err)
}

// validExpression is expressionOf with the error of -replace and switch.
func (f *frame) validExpression(v objects.Value, ignoreCase bool) (*regex.Regex, error) {
	r, err := f.expressionOf(v, ignoreCase)
	if e, ok := errors.AsType[*objects.Exception](err); ok && e.Type() == objects.RegexParseException {
		pattern, err := f.text(v)
		if err != nil {
			return nil, err
		}
		return nil, newError(objects.RuntimeException, "InvalidRegularExpression", InvalidOperation, objects.String(pattern),
			"The regular expression pattern "+pattern+" is not valid.")
	}
	return r, err
}

// matchOperator is -match and -notmatch: of one value, a match fills $Matches;
// of a list, the elements that match are the result ("about_Regular_Expressions").
func matchOperator(ignoreCase, wanted bool) operator {
	one := func(f *frame, a, b objects.Value) (bool, error) {
		r, err := f.expressionOf(b, ignoreCase)
		if err != nil {
			return false, err
		}
		yes, err := f.matchText(r, a)
		return yes == wanted, err
	}
	each := filter(func(f *frame, a, b objects.Value) (bool, error) {
		r, err := f.expressionOf(b, ignoreCase)
		if err != nil {
			return false, err
		}
		text, err := f.text(a)
		if err != nil {
			return false, err
		}
		yes, err := r.IsMatch(f.session.ctx, text)
		return yes == wanted, objects.Raised(err)
	})
	return func(f *frame, a, b objects.Value) (objects.Value, error) {
		if _, list := objects.Enumeration(a); list {
			return each(f, a, b)
		}
		yes, err := one(f, a, b)
		return objects.Bool(yes), err
	}
}

// matchText matches one value and keeps the groups in $Matches.
func (f *frame) matchText(r *regex.Regex, v objects.Value) (bool, error) {
	text, err := f.text(v)
	if err != nil {
		return false, err
	}
	var groups *objects.Hashtable
	found, err := r.Groups(f.session.ctx, text, func(place int, value string) {
		if groups == nil {
			groups = objects.NewHashtable()
			groups.Grow(len(r.GroupNumbers()))
		}
		groups.Set(groupKey(r, place), objects.String(value))
	})
	if err != nil || !found {
		return false, objects.Raised(err)
	}
	return true, f.scope.Set(f.session, "Matches", objects.Of(groups))
}

// groupKey is the key of a group in $Matches: its name, or else its number.
func groupKey(r *regex.Regex, place int) objects.Value {
	if name := r.GroupNames()[place]; name != "" && (name[0] < '0' || name[0] > '9') {
		return objects.String(name)
	}
	return objects.Int(r.GroupNumbers()[place])
}

// replaceOperator is -replace: pattern and replacement, which may be a script
// block that gets the match as $_.
func replaceOperator(ignoreCase bool) operator {
	return func(f *frame, a, b objects.Value) (objects.Value, error) {
		args := listed(b)
		if len(args) > 2 {
			return objects.Null, newError(objects.RuntimeException, "BadReplaceArgument", InvalidOperation, b,
				"The -ireplace operator allows only two elements to follow it, not "+keyText(objects.Int(len(args)))+".")
		}
		pattern, replacement := objects.String(""), objects.String("")
		if len(args) > 0 {
			pattern = args[0]
		}
		if len(args) > 1 {
			replacement = args[1]
		}
		r, err := f.validExpression(pattern, ignoreCase)
		if err != nil {
			return objects.Null, err
		}
		replace, err := f.replacer(r, replacement)
		if err != nil {
			return objects.Null, err
		}
		return f.mapText(a, func(text string) (string, error) {
			s, err := replace(text)
			return s, objects.Raised(err)
		})
	}
}

func (f *frame) replacer(r *regex.Regex, replacement objects.Value) (func(string) (string, error), error) {
	if b, ok := objects.As[objects.ItemCallable](replacement); ok {
		return func(text string) (string, error) {
			return r.ReplaceFunc(f.session.ctx, text, -1, func(m *regex.Match) (string, error) {
				v, err := f.itemValue(b, objects.Of(objtext.NewMatch(m)))
				if err != nil {
					return "", err
				}
				return f.text(v)
			})
		}, nil
	}
	text, err := f.text(replacement)
	if err != nil {
		return nil, err
	}
	t := r.LatestTemplate(text)
	return func(s string) (string, error) { return r.ReplaceTemplate(f.session.ctx, s, t, -1) }, nil
}

// itemValue is what a block gives for an item, $_ being the item.
func (f *frame) itemValue(b objects.ItemCallable, item objects.Value) (objects.Value, error) {
	var c collector
	err := b.CallItem(f.session.ctx, item, nil, c.add)
	return c.value(), err
}

// mapText applies a change to a text, or to each element of a list.
func (f *frame) mapText(v objects.Value, change func(string) (string, error)) (objects.Value, error) {
	list, ok := objects.Enumeration(v)
	if !ok {
		text, err := f.text(v)
		if err != nil {
			return objects.Null, err
		}
		s, err := change(text)
		return objects.String(s), err
	}
	var c collector
	err := list.Enumerate(func(item objects.Value) error {
		text, err := f.text(item)
		if err != nil {
			return err
		}
		s, err := change(text)
		if err != nil {
			return err
		}
		return c.add(objects.String(s))
	})
	return objects.ArrayValue(c.items), err
}
