package runtime

import (
	"slices"
)

// need is what one parameter set still misses.
type need struct {
	set *parameterSet // nil for parameters that belong to every set
	// ask are the mandatory parameters that only a person can give.
	ask []*Parameter
	// byValue and byName tell that the pipeline may give others.
	byValue, byName bool
}

func (n *need) fromPipeline() bool { return n.byValue || n.byName }

// missing are the mandatory parameters to ask for. Where objects will come from
// the pipeline, those that they may fill are left to them, and of several sets
// the one is chosen that they can fill; count is the number of possible sets.
func (b *binder) missing(count int) ([]*Parameter, error) {
	if len(b.table.mandatory) == 0 {
		return nil, nil
	}
	if !b.expectsInput {
		return b.missingNow(), nil
	}
	needs := b.needs()
	if len(needs) == 0 {
		return nil, nil
	}
	sets := b.needySets(needs)
	if standard := b.choice.standard(b.table); count > 1 && standard != nil && !slices.Contains(sets, standard) &&
		!slices.ContainsFunc(needs, func(n need) bool { return n.set != nil && n.fromPipeline() }) {
		b.choice.keep(func(set *parameterSet) bool { return !slices.Contains(sets, set) })
		sets = b.choice.candidates
		if b.choice.first = standard; len(sets) == 1 {
			b.choice.name, b.choice.first = standard.name, nil
		}
	}
	switch {
	case len(sets) == 0:
		return nil, b.ambiguousSet()
	case len(sets) == 1:
		return asked(needs, sets[0]), nil
	case b.choice.first != nil:
		return nil, nil
	}
	return b.chooseNeedy(needs, sets)
}

// missingNow are the unbound parameters that a possible set asks for.
func (b *binder) missingNow() []*Parameter {
	var missing []*Parameter
	for _, p := range b.table.mandatory {
		if !b.isBound(p) && b.choice.has(p, mandatory) {
			missing = append(missing, p)
		}
	}
	return missing
}

// needs gathers the unbound mandatory parameters by set.
func (b *binder) needs() []need {
	var needs []need
	at := func(set *parameterSet) *need {
		for i := range needs {
			if needs[i].set == set {
				return &needs[i]
			}
		}
		needs = append(needs, need{set: set})
		return &needs[len(needs)-1]
	}
	for _, p := range b.table.mandatory {
		if b.isBound(p) {
			continue
		}
		for _, set := range b.choice.candidates {
			in := p.inSet[set.index]
			if in == nil || !in.Mandatory {
				continue
			}
			if in.Set == AllParameterSets {
				at(nil).add(p, in)
				break
			}
			at(set).add(p, in)
		}
	}
	return needs
}

func (n *need) add(p *Parameter, in *ParameterInSet) {
	n.byValue = n.byValue || in.ValueFromPipeline
	n.byName = n.byName || in.ValueFromPipelineByPropertyName
	if !fromPipeline(in) {
		n.ask = append(n.ask, p)
	}
}

// needySets are the sets that miss something: all possible ones where a
// parameter of every set is missing.
func (b *binder) needySets(needs []need) []*parameterSet {
	var sets []*parameterSet
	for i := range needs {
		if needs[i].set == nil {
			return b.choice.candidates
		}
		sets = append(sets, needs[i].set)
	}
	return sets
}

// asked are the parameters to ask for when set is chosen.
func asked(needs []need, set *parameterSet) []*Parameter {
	var list []*Parameter
	for i := range needs {
		if needs[i].set == nil || needs[i].set == set {
			list = append(list, needs[i].ask...)
		}
	}
	return list
}

// chooseNeedy chooses among several sets that miss parameters: the default,
// unless the pipeline can fill another one; else the only one that the pipeline
// fills; else those for which nothing need be asked.
func (b *binder) chooseNeedy(needs []need, sets []*parameterSet) ([]*Parameter, error) {
	if standard := b.choice.standard(b.table); standard != nil && slices.Contains(sets, standard) && prefersStandard(needs, standard) {
		b.choice.only(standard)
		return asked(needs, standard), nil
	}
	byValue := onlySet(needs, func(n *need) bool { return n.byValue })
	byName := onlySet(needs, func(n *need) bool { return n.byName })
	switch chosen := unique(byValue, byName); {
	case chosen != nil:
		return b.chooseFilled(needs, chosen), nil
	case !slices.ContainsFunc(needs, func(n need) bool { return len(n.ask) > 0 }):
		return nil, nil
	case byValue.set != nil:
		return b.chooseFilled(needs, byValue.set), nil
	case !byValue.several && !byName.several:
		return nil, b.ambiguousSet()
	}
	b.choice.keep(func(set *parameterSet) bool {
		return !slices.ContainsFunc(needs, func(n need) bool { return n.set == set && len(n.ask) > 0 })
	})
	if len(b.choice.candidates) == 0 {
		return nil, b.ambiguousSet()
	}
	if len(b.choice.candidates) == 1 {
		b.choice.name = b.choice.candidates[0].name
	}
	return nil, nil
}

// prefersStandard reports whether the default set is chosen at once: nothing
// else can be filled from the pipeline, or it can be and the others cannot.
func prefersStandard(needs []need, standard *parameterSet) bool {
	var otherFilled, otherByName bool
	var own, every *need
	for i := range needs {
		switch n := &needs[i]; n.set {
		case nil:
			every = n
		case standard:
			own = n
		default:
			otherFilled = otherFilled || n.fromPipeline() && len(n.ask) == 0
			otherByName = otherByName || n.byName
		}
	}
	return own != nil && own.byName && !otherByName || !otherFilled || every != nil && len(every.ask) > 0
}

// setCount is the set for which something holds, when it is the only one.
type setCount struct {
	set     *parameterSet
	several bool
}

func onlySet(needs []need, is func(*need) bool) setCount {
	var found setCount
	for i := range needs {
		if needs[i].set == nil || !is(&needs[i]) {
			continue
		}
		if found.set != nil {
			return setCount{several: true}
		}
		found.set = needs[i].set
	}
	return found
}

// unique is the set that is the only one to be filled by value or by name.
func unique(byValue, byName setCount) *parameterSet {
	value, name := byValue.set != nil || byValue.several, byName.set != nil || byName.several
	switch {
	case value && name && byValue.set == byName.set:
		return byValue.set
	case value != name && value:
		return byValue.set
	case value != name:
		return byName.set
	}
	return nil
}

// chooseFilled chooses a set that the pipeline fills. Sets that miss nothing
// stay possible behind it, unless it misses more than the pipeline gives.
func (b *binder) chooseFilled(needs []need, chosen *parameterSet) []*Parameter {
	ask := asked(needs, chosen)
	for i := range needs {
		if needs[i].set == chosen && len(needs[i].ask) > 0 {
			b.choice.only(chosen)
			return ask
		}
	}
	b.choice.keep(func(set *parameterSet) bool {
		return set == chosen || !slices.ContainsFunc(needs, func(n need) bool { return n.set == set })
	})
	if b.choice.name = b.currentSet(); len(b.choice.candidates) > 1 {
		b.choice.first = chosen
	}
	return ask
}
