package runtime

import (
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
)

// named binds the arguments with names and gives back the others: values, and
// names that no parameter has. What is written out wins over what comes from a
// splatted hashtable.
func (b *binder) named(args []argument) ([]argument, error) {
	args, err := b.paired(args)
	if err != nil {
		return nil, err
	}
	rest, splats := args[:0:0], false
	for i := range args {
		a := &args[i]
		if a.splat && a.named() {
			splats = true
			continue
		}
		if rest, err = b.bindNamed(a, rest); err != nil {
			return nil, err
		}
	}
	if !splats {
		return rest, nil
	}
	explicit := len(b.bound)
	for i := range args {
		a := &args[i]
		if !a.splat || !a.named() {
			continue
		}
		if a.parameter != nil && b.boundBefore(a.parameter, explicit) {
			continue
		}
		if rest, err = b.bindNamed(a, rest); err != nil {
			return nil, err
		}
	}
	return rest, nil
}

func (b *binder) boundBefore(p *Parameter, n int) bool {
	for i := range b.bound[:n] {
		if b.bound[i].parameter == p {
			return true
		}
	}
	return false
}

// bindNamed binds one argument with a name, or appends it to rest.
func (b *binder) bindNamed(a *argument, rest []argument) ([]argument, error) {
	if !a.named() {
		return append(rest, *a), nil
	}
	p := a.parameter
	switch {
	case p == nil:
		return append(rest, *a), nil
	case b.isBound(p):
		return nil, b.alreadyBound(a, p)
	}
	_, err := b.bind(p, a, coerce|delayBlocks)
	return rest, err
}

// find is the parameter that an argument's name means; nil where there is none.
func (b *binder) find(a *argument) (*Parameter, error) {
	name := strings.TrimLeft(a.name, "-–—―")
	if p := b.table.Find(name); p != nil {
		return p, nil
	}
	if name == "" {
		return nil, nil
	}
	switch found := ownFirst(b.table.Matches(name)); len(found) {
	case 0:
		return nil, nil
	case 1:
		return found[0], nil
	default:
		return nil, b.ambiguousParameter(a, found)
	}
}

// ownFirst are the parameters among those found that the command always has: they are
// looked at before those that a provider adds.
func ownFirst(found []*Parameter) []*Parameter {
	if own := slices.DeleteFunc(slices.Clone(found), func(p *Parameter) bool { return p.Dynamic }); len(found) > 1 && len(own) > 0 {
		return own
	}
	return found
}

// paired gives each name its value: the next argument, unless the parameter is a
// switch. A name that no parameter has stays alone.
func (b *binder) paired(args []argument) ([]argument, error) {
	if !anyNamed(args) {
		return args, nil
	}
	out := make([]argument, 0, len(args))
	for i := 0; i < len(args); i++ {
		a := args[i]
		if !a.named() {
			out = append(out, a)
			continue
		}
		p, err := b.find(&a)
		if err != nil {
			return nil, err
		}
		if a.parameter = p; p == nil || a.hasValue {
			out = append(out, a)
			continue
		}
		if p.IsSwitch {
			a.value, a.hasValue = objects.Bool(true), true
			out = append(out, a)
			continue
		}
		i++
		if i == len(args) {
			return nil, b.missingArgument(&a, p)
		}
		if err := b.takeValue(&a, p, &args[i]); err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
}

func anyNamed(args []argument) bool {
	for i := range args {
		if args[i].named() {
			return true
		}
	}
	return false
}

// takeValue gives the name a the argument after it. A name there is text,
// unless a parameter has it.
func (b *binder) takeValue(a *argument, p *Parameter, next *argument) error {
	a.hasValue, a.valueAt = true, next.at
	if !next.named() {
		a.value, a.text = next.value, next.text
		return nil
	}
	other, err := b.find(next)
	if err != nil {
		return err
	}
	if other != nil || next.hasValue {
		return b.missingArgument(a, p)
	}
	a.value = objects.String("-" + next.name)
	return nil
}
