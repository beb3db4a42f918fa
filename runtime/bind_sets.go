package runtime

import (
	"slices"
)

// setChoice is which parameter sets are still possible for a call
// ("about_Parameter_Sets").
type setChoice struct {
	candidates []*parameterSet
	// narrowed reports that something has ruled out, or chosen, a set.
	narrowed bool
	// name is the set that was chosen; "" before.
	name string
	// first is the set that objects from the pipeline are tried on before the
	// others; nil for none.
	first *parameterSet
}

// narrow leaves the sets that the parameter belongs to.
func (c *setChoice) narrow(p *Parameter) {
	if p.inEverySet() {
		return
	}
	c.keep(func(set *parameterSet) bool { return p.inSet[set.index] != nil })
}

// keep leaves the sets that fit.
func (c *setChoice) keep(fits func(*parameterSet) bool) {
	c.narrowed = true
	for i, set := range c.candidates {
		if fits(set) {
			continue
		}
		left := slices.Clone(c.candidates[:i])
		for _, set := range c.candidates[i+1:] {
			if fits(set) {
				left = append(left, set)
			}
		}
		c.candidates = left
		return
	}
}

// only chooses a set.
func (c *setChoice) only(set *parameterSet) {
	c.candidates, c.narrowed, c.name = []*parameterSet{set}, true, set.name
}

// widen takes up the sets of a table with dynamic parameters.
func (c *setChoice) widen(sets []*parameterSet) {
	if !c.narrowed {
		c.candidates = sets
		return
	}
	c.candidates = slices.DeleteFunc(slices.Clone(sets), func(set *parameterSet) bool {
		return !slices.ContainsFunc(c.candidates, func(old *parameterSet) bool { return old.name == set.name })
	})
}

// possible reports whether a set is still possible.
func (c *setChoice) possible(set *parameterSet) bool { return slices.Contains(c.candidates, set) }

// standard is the default set, while it is possible; else nil.
func (c *setChoice) standard(t *ParameterTable) *parameterSet {
	if t.defaultSet == nil || !c.possible(t.defaultSet) {
		return nil
	}
	return t.defaultSet
}

// has reports whether a parameter is something in a set that is still possible.
func (c *setChoice) has(p *Parameter, is func(*ParameterInSet) bool) bool {
	for _, set := range c.candidates {
		if in := p.inSet[set.index]; in != nil && is(in) {
			return true
		}
	}
	return false
}

// distinct reports whether no possible set has two of the parameters at a
// position.
func (c *setChoice) distinct(parameters []*Parameter, at int) bool {
	for _, set := range c.candidates {
		n := 0
		for _, p := range parameters {
			if in := p.inSet[set.index]; in != nil && in.Position == at {
				n++
			}
		}
		if n > 1 {
			return false
		}
	}
	return true
}

// parameterSet is the name of the set in use: "" while several are possible.
func (b *binder) parameterSet() string {
	if b.choice.name != "" {
		return b.choice.name
	}
	return b.currentSet()
}

// currentSet is the name of the one set that is left, or the default while
// nothing narrowed the choice.
func (b *binder) currentSet() string {
	switch {
	case !b.choice.narrowed && b.table.DefaultSet != "":
		return b.table.DefaultSet
	case !b.choice.narrowed:
		return AllParameterSets
	case len(b.choice.candidates) == 1:
		return b.choice.candidates[0].name
	}
	return ""
}

// chooseSet checks that a set is possible and, where several are, looks for the
// one that is meant: the default, where settle allows to choose it, else the only
// one without missing mandatory parameters. While await is set, sets that could
// be filled from the pipeline stay open. It gives the number of sets left.
func (b *binder) chooseSet(await, settle bool) (int, error) {
	c := &b.choice
	n := len(c.candidates)
	standard := c.standard(b.table)
	switch {
	case n == 0:
		return 0, b.ambiguousSet()
	case !c.narrowed && await && b.pipelineCouldBind():
	case n == 1 && (c.narrowed || standard == nil):
	case standard != nil:
		c.name = standard.name
		if settle {
			c.only(standard)
			n = 1
		}
		return n, nil
	case await && b.pipelineCouldBind():
	default:
		if !b.chooseByMandatory() {
			return 0, b.ambiguousSet()
		}
		n = 1
	}
	if n == 1 || !c.narrowed {
		c.name = b.currentSet()
	}
	return n, nil
}

// pipelineCouldBind reports whether some unbound parameter of a possible set
// takes its value from the pipeline.
func (b *binder) pipelineCouldBind() bool {
	for _, p := range b.table.pipeline {
		if !b.isBound(p) && b.choice.has(p, fromPipeline) {
			return true
		}
	}
	return false
}

func fromPipeline(in *ParameterInSet) bool {
	return in.ValueFromPipeline || in.ValueFromPipelineByPropertyName
}

func mandatory(in *ParameterInSet) bool { return in.Mandatory }

// chooseByMandatory chooses the only possible set that misses no mandatory
// parameter, if there is exactly one.
func (b *binder) chooseByMandatory() bool {
	var found *parameterSet
	for _, set := range b.choice.candidates {
		if b.misses(set) {
			continue
		}
		if found != nil {
			return false
		}
		found = set
	}
	if found == nil {
		return false
	}
	b.choice.only(found)
	return true
}

// misses reports whether a mandatory parameter of just this set is unbound.
func (b *binder) misses(set *parameterSet) bool {
	for _, p := range b.table.mandatory {
		if in := p.inSet[set.index]; in != nil && in.Mandatory && in.Set != AllParameterSets && !b.isBound(p) {
			return true
		}
	}
	return false
}

// keepPipelineSets leaves the sets that can take objects from the pipeline and
// reports whether that ruled one out. A parameter of all sets keeps them all.
func (b *binder) keepPipelineSets() bool {
	takes := make([]bool, len(b.table.sets))
	any := false
	mark := func(p *Parameter, set *parameterSet) { takes[set.index], any = true, true }
	for i := range b.delayed {
		for _, set := range b.choice.candidates {
			if p := b.delayed[i].parameter; !p.inEverySet() && p.inSet[set.index] != nil {
				mark(p, set)
			}
		}
	}
	for _, p := range b.table.pipeline {
		if b.isBound(p) {
			continue
		}
		for _, set := range b.choice.candidates {
			in := p.inSet[set.index]
			if in == nil || !fromPipeline(in) {
				continue
			}
			if in.Set == AllParameterSets {
				return false
			}
			mark(p, set)
		}
	}
	if !any {
		return false
	}
	before := len(b.choice.candidates)
	b.choice.keep(func(set *parameterSet) bool { return takes[set.index] })
	return len(b.choice.candidates) < before
}

// oneSet refuses a call for which no set was chosen, although there are several
// and no default.
func (b *binder) oneSet() error {
	if len(b.table.sets) < 2 || b.choice.narrowed {
		return nil
	}
	if b.table.defaultSet == nil {
		return b.ambiguousSet()
	}
	b.choice.only(b.table.defaultSet)
	return nil
}
