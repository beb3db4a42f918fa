package runtime

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
)

// standardArgument is an entry of $PSDefaultParameterValues for the command at
// hand.
type standardArgument struct {
	parameter *Parameter
	value     objects.Value
}

// standards is $PSDefaultParameterValues; nil where it has no entry, or where its
// key Disabled is true ("about_Parameters_Default_Values").
func (b *binder) standards() *objects.Hashtable {
	v, ok := b.scope.Get("PSDefaultParameterValues")
	if !ok {
		return nil
	}
	h, ok := objects.As[*objects.Hashtable](v)
	if !ok || h.Len() == 0 {
		return nil
	}
	if off, ok := h.GetString("Disabled"); ok && b.session.Types.Truth(off) {
		return nil
	}
	return h
}

// hasDefaults reports whether $PSDefaultParameterValues may matter.
func (b *binder) hasDefaults() bool { return b.standards() != nil }

// applyDefaults gives unbound parameters the values of $PSDefaultParameterValues.
// A value that does not fit is passed over with a warning.
func (b *binder) applyDefaults() error {
	h := b.standards()
	if h == nil {
		return nil
	}
	for _, d := range b.standardArguments(h) {
		if b.isBound(d.parameter) || !b.choice.has(d.parameter, anywhere) {
			continue
		}
		value, err := b.standardValue(d.value)
		if err != nil {
			return err
		}
		before := b.choice
		_, err = b.bind(d.parameter, &argument{value: value, hasValue: true}, coerce|delayBlocks|fromStandard)
		if err != nil {
			b.choice = before
			if isFlow(err) {
				return err
			}
			continue
		}
		b.defaultsUsed = true
	}
	return nil
}

func anywhere(*ParameterInSet) bool { return true }

// standardValue is the value of an entry; a script block is run for it.
func (b *binder) standardValue(v objects.Value) (objects.Value, error) {
	block, ok := objects.As[*ScriptBlock](v)
	if !ok {
		return v, nil
	}
	v, err := block.CallWith(b.session.ctx, objects.Null, nil)
	if v.IsAutomationNull() {
		v = objects.Null
	}
	return v, err
}

// standardArguments are the entries whose key, "command:parameter" with
// wildcards in both, names the command and one of its parameters. A parameter
// that entries disagree about gets none.
func (b *binder) standardArguments(h *objects.Hashtable) []standardArgument {
	var list []standardArgument
	h.Each(func(k, v objects.Value) bool {
		key, ok := k.Str()
		if !ok {
			return true
		}
		command, parameter, ok := splitStandardKey(key)
		if ok && matchesName(command, b.command.Name()) {
			list = b.addStandard(list, parameter, v)
		}
		return true
	})
	return list
}

// splitStandardKey splits "command:parameter"; either may be quoted.
func splitStandardKey(key string) (command, parameter string, ok bool) {
	key = strings.TrimSpace(key)
	i := strings.LastIndexByte(key, ':')
	if i <= 0 {
		return "", "", false
	}
	clean := func(s string) string { return strings.Trim(strings.TrimSpace(s), `"'`) }
	command, parameter = clean(key[:i]), clean(key[i+1:])
	return command, parameter, command != "" && parameter != ""
}

func (b *binder) addStandard(list []standardArgument, name string, v objects.Value) []standardArgument {
	var found *Parameter
	if wildcard.ContainsWildcards(name) {
		for _, p := range b.table.Parameters {
			if !matchesName(name, p.Name) {
				continue
			}
			if found != nil {
				return list
			}
			found = p
		}
	} else if matches := b.table.Matches(name); len(matches) == 1 {
		found = matches[0]
	}
	if found == nil {
		return list
	}
	for i := range list {
		if list[i].parameter == found {
			return list
		}
	}
	return append(list, standardArgument{found, v})
}

// matchesName reports whether a pattern of $PSDefaultParameterValues means the
// name.
func matchesName(pattern, name string) bool {
	if !wildcard.ContainsWildcards(pattern) {
		return objects.EqualFold(pattern, name)
	}
	p, err := wildcard.Compile(pattern, true)
	return err == nil && p.Match(name)
}
