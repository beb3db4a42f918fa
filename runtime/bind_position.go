package runtime

import (
	"slices"
)

// positional binds arguments without names to parameters with positions. Of the
// parameters of one position in several sets, those are tried that take the
// value as it is before those that must convert it, and each time the default
// set before the others. It gives back what is left, and why the last argument
// did not fit.
func (b *binder) positional(args []argument) (rest []argument, positionErr, err error) {
	if len(args) == 0 {
		return nil, nil, nil
	}
	ranks, err := b.positions()
	if err != nil || len(ranks) == 0 {
		return args, nil, err
	}
	next := 0
	for _, candidates := range ranks {
		if candidates = b.stillPossible(candidates); len(candidates) == 0 {
			continue
		}
		rest, next = passNamed(args, next, rest)
		if next == len(args) {
			break
		}
		a := &args[next]
		next++
		bound, why, err := b.bindPosition(candidates, a)
		if err != nil {
			return nil, nil, err
		}
		positionErr = why
		if !bound {
			rest = append(rest, *a)
		}
	}
	return append(rest, args[next:]...), positionErr, nil
}

// passNamed passes over names that no parameter has, each with the value after it.
func passNamed(args []argument, next int, rest []argument) ([]argument, int) {
	for next < len(args) && args[next].named() {
		rest = append(rest, args[next])
		if next++; next < len(args) && !args[next].named() {
			rest = append(rest, args[next])
			next++
		}
	}
	return rest, next
}

// positions are the unbound parameters by position: those that share one are
// together. Two of one set at one position are a mistake of the command.
func (b *binder) positions() ([][]*Parameter, error) {
	if len(b.choice.candidates) == 1 {
		return b.positionsOfSet(b.choice.candidates[0])
	}
	places := map[int][]*Parameter{}
	for _, set := range b.choice.candidates {
		for _, p := range set.positional {
			at := p.inSet[set.index].Position
			if !b.isBound(p) && !slices.Contains(places[at], p) {
				places[at] = append(places[at], p)
			}
		}
	}
	order := make([]int, 0, len(places))
	for at, shared := range places {
		if !b.choice.distinct(shared, at) {
			return nil, b.ambiguousPosition()
		}
		order = append(order, at)
	}
	slices.Sort(order)
	ranks := make([][]*Parameter, len(order))
	for i, at := range order {
		ranks[i] = inDeclaredOrder(b.table, places[at])
	}
	return ranks, nil
}

func (b *binder) positionsOfSet(set *parameterSet) ([][]*Parameter, error) {
	ranks := make([][]*Parameter, 0, len(set.positional))
	last := NoPosition
	for i, p := range set.positional {
		if b.isBound(p) {
			continue
		}
		if at := p.inSet[set.index].Position; at != last {
			last = at
		} else {
			return nil, b.ambiguousPosition()
		}
		ranks = append(ranks, set.positional[i:i+1])
	}
	return ranks, nil
}

func inDeclaredOrder(t *ParameterTable, some []*Parameter) []*Parameter {
	if len(some) < 2 {
		return some
	}
	ordered := make([]*Parameter, 0, len(some))
	for _, p := range t.Parameters {
		if slices.Contains(some, p) {
			ordered = append(ordered, p)
		}
	}
	return ordered
}

func (b *binder) ambiguousPosition() error {
	return b.fail(fault{id: "AmbiguousPositionalParameterNoName", message: "Cannot bind positional parameters because no names were given."})
}

// stillPossible leaves those parameters whose sets are still possible.
func (b *binder) stillPossible(parameters []*Parameter) []*Parameter {
	if !b.choice.narrowed {
		return parameters
	}
	return slices.DeleteFunc(slices.Clone(parameters), func(p *Parameter) bool {
		return !b.choice.has(p, func(in *ParameterInSet) bool { return in.Position != NoPosition })
	})
}

// bindPosition gives an argument to the parameters of one position; why is the
// error of the last attempt that is no reason to stop.
func (b *binder) bindPosition(candidates []*Parameter, a *argument) (bound bool, why, err error) {
	if len(candidates) == 1 {
		bound, why, err = b.bindPositionIn(candidates, nil, a, coerce|delayBlocks)
		return bound, why, err
	}
	standard := b.choice.standard(b.table)
	for _, mode := range [...]bindMode{delayBlocks, coerce | delayBlocks} {
		if standard != nil {
			if bound, _, err = b.bindPositionIn(candidates, standard, a, mode); bound || err != nil {
				return bound, nil, err
			}
		}
		if bound, why, err = b.bindPositionIn(candidates, nil, a, mode); bound || err != nil {
			return bound, nil, err
		}
	}
	return false, why, nil
}

// bindPositionIn tries the parameters of one set, or of all possible ones where
// set is nil. All that take the value get it, so that an argument which fits two
// sets leaves neither.
func (b *binder) bindPositionIn(candidates []*Parameter, set *parameterSet, a *argument, mode bindMode) (bound bool, why, err error) {
	for _, p := range candidates {
		if set != nil && p.inSet[set.index] == nil {
			continue
		}
		ok, err := b.bind(p, a, mode)
		switch {
		case err == nil:
			bound = bound || ok
		case isTransformation(err) || isValidation(err) || isFlow(err):
			return false, nil, err
		default:
			why = err
		}
	}
	return bound, why, nil
}
