package complete

import (
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
	"github.com/csshell/csshell/runtime"
)

// argument completes an argument of a command by the parameter that it would
// bind to; where nothing is known of that, a path.
func (c *completer) argument(command *parser.Command, word, quote string) []Match {
	skip := c.here()
	if c.token != nil && c.token.Kind != parser.TokenComma {
		skip = c.token.Extent
	}
	b := c.bind(command, skip)
	if found, known := c.nativeCompleter(b, command, word); known {
		return found
	}
	if b.table == nil {
		return c.paths(pathRequest{word: word, quote: quote})
	}
	return c.value(b, word, quote)
}

// argumentOfColon completes the argument right behind -Name:.
func (c *completer) argumentOfColon(command *parser.Command) []Match {
	b := c.bind(command, parser.Extent{})
	if b.table == nil {
		return nil
	}
	name := strings.TrimSuffix(strings.TrimLeft(c.word(), "-–—―"), ":")
	if b.current = b.find(name); b.current == nil {
		return nil
	}
	b.open = true
	return c.value(b, "", "")
}

// value completes a value of the binding's current parameter.
func (c *completer) value(b *binding, word, quote string) []Match {
	p := b.current
	if p == nil {
		return c.paths(pathRequest{word: word, quote: quote})
	}
	if p.IsSwitch || p.Type == objects.BooleanType && b.open {
		return plainValues(word, quote, "$true", "$false")
	}
	if found, known := c.scriptCompleter(b, p, quote+word); known {
		if len(found) == 0 {
			return c.paths(pathRequest{word: word, quote: quote})
		}
		return found
	}
	if len(p.Completions) > 0 {
		return plainValues(word, quote, p.Completions...)
	}
	if known := knownValue(p.Name, b); known != nil {
		if found, ok := known(c, b, word, quote); ok {
			return found
		}
	}
	if found := c.suggested(b, word, quote); len(found) > 0 {
		return found
	}
	if choices := p.Choices(c.session); len(choices) > 0 {
		sorted := slices.Clone(choices)
		slices.SortFunc(sorted, func(a, b string) int { return objects.CompareCulture(a, b, true) })
		return plainValues(word, quote, sorted...)
	}
	return c.paths(pathRequest{word: word, quote: quote, literal: strings.EqualFold(p.Name, "LiteralPath")})
}

// suggested are the values that the command's module knows.
func (c *completer) suggested(b *binding, word, quote string) []Match {
	command, _ := c.commandOf(b.command)
	if command == nil || word == "" {
		return nil
	}
	var found []Match
	for _, s := range c.session.Suggest(command, b.current, word) {
		found = append(found, Match{Text: quoteIfNeeded(s.Text, quote), ListItem: s.ListItem, ToolTip: s.ToolTip, Kind: ParameterValueKind})
	}
	return found
}

// plainValues are the values that begin with what is typed, in quotes where one
// was opened.
func plainValues(word, quote string, values ...string) []Match {
	var found []Match
	for _, v := range values {
		if hasPrefixFold(v, word) {
			found = append(found, Match{Text: quoted(v, quote), ListItem: v, Kind: ParameterValueKind})
		}
	}
	return found
}

// scriptCompleter asks the completer of a parameter: [ArgumentCompleter()] or
// one registered in the session. known is false where there is none.
func (c *completer) scriptCompleter(b *binding, p *runtime.Parameter, word string) (found []Match, known bool) {
	completer := c.session.ArgumentCompleter(b.commandName(), p.Name)
	if completer.IsNull() {
		completer = p.Completer
	}
	block, ok := objects.As[*runtime.ScriptBlock](completer)
	if !ok {
		return nil, false
	}
	args := []objects.Value{objects.String(b.name), objects.String(p.Name), objects.String(word), objects.Null, objects.Of(b.values())}
	v, err := block.CallWith(c.session.Context(), objects.Null, args)
	if err != nil {
		return nil, true
	}
	return c.matchesOf(v), true
}

// nativeCompleter asks the completer registered for a program.
func (c *completer) nativeCompleter(b *binding, command *parser.Command, word string) (found []Match, known bool) {
	block, ok := objects.As[*runtime.ScriptBlock](c.session.NativeCompleter(b.name))
	if !ok {
		return nil, false
	}
	text := objects.String(c.source.Slice(command.Span()))
	v, err := block.CallWith(c.session.Context(), objects.Null, []objects.Value{objects.String(word), text, objects.Int(int(c.at))})
	if err != nil {
		return nil, true
	}
	return c.matchesOf(v), true
}

// nativeArguments completes a dashed word of a program.
func (c *completer) nativeArguments(command *parser.Command, word string) []Match {
	found, _ := c.nativeCompleter(c.bind(command, c.token.Extent), command, word)
	return found
}

// matchesOf are the matches that a script gives: texts and CompletionResults.
func (c *completer) matchesOf(v objects.Value) []Match {
	var found []Match
	add := func(v objects.Value) error {
		if r, ok := objects.As[*resultObject](v.Base()); ok {
			found = append(found, r.Match)
			return nil
		}
		text, err := c.types.Text(v, " ")
		if err == nil && text != "" {
			found = append(found, Match{Text: text, Kind: TextKind})
		}
		return nil
	}
	if e, ok := objects.Enumeration(v); ok {
		if e.Enumerate(add) != nil {
			return nil
		}
	} else if !v.IsNull() {
		_ = add(v)
	}
	return found
}

// values are the arguments so far whose values are known, as completers get them.
func (b *binding) values() *objects.Hashtable {
	h := objects.NewHashtable()
	for p, e := range b.bound {
		switch e := e.(type) {
		case nil:
			if p.IsSwitch {
				h.Set(objects.String(p.Name), objects.Bool(true))
			}
		default:
			if v, ok := b.c.constant(e); ok {
				h.Set(objects.String(p.Name), v)
			}
		}
	}
	return h
}

// commandName is the name of the command itself, not of an alias of it.
func (b *binding) commandName() string {
	if found, _ := b.c.commandOf(b.command); found != nil {
		return found.Name()
	}
	return b.name
}
