package runtime

import (
	"github.com/csshell/csshell/objects"
)

// pipelineBinding is the state of binding objects from the pipeline.
type pipelineBinding struct {
	// only is the parameter that takes every object as it is; nil where it is
	// not as simple as that.
	only *Parameter
	// sets is the choice of sets that each object starts with.
	sets setChoice
	// saved puts back what parameters were before the pipeline bound them.
	saved []savedParameter
	// caches remember where objects keep the properties of the pipeline's
	// parameters, in the order of the table.
	caches []objects.PropertyCache
}

// savedParameter is a parameter that the pipeline has bound, with the way back.
type savedParameter struct {
	parameter *Parameter
	restore   func()
	bound     bool // by the object at work
}

// prepareInput keeps the choice of sets for each object, and finds out whether
// one parameter takes them all as they are.
func (b *binder) prepareInput() {
	if !b.expectsInput {
		return
	}
	b.input = &pipelineBinding{sets: b.choice}
	if len(b.delayed) > 0 || len(b.choice.candidates) != 1 || b.hasDefaults() {
		return
	}
	for _, p := range b.table.pipeline {
		in := p.inSet[b.choice.candidates[0].index]
		if in == nil || !fromPipeline(in) || b.isBound(p) {
			continue
		}
		if b.input.only != nil || !in.ValueFromPipeline || !p.plain {
			b.input.only = nil
			return
		}
		b.input.only = p
	}
	if b.input.only != nil && len(b.missingBesides(b.input.only)) > 0 {
		b.input.only = nil
	}
}

func (b *binder) missingBesides(taken *Parameter) []*Parameter {
	var missing []*Parameter
	for _, p := range b.missingNow() {
		if p != taken {
			missing = append(missing, p)
		}
	}
	return missing
}

// pipelineObject binds one object from the pipeline: the results of delayed
// script blocks, then the object itself and its properties, first without and
// then with conversion. What the object before it had bound is put back. The
// error is for this object alone (InputObjectNotBound, InputObjectMissingMandatory,
// AmbiguousParameterSet, or that of a value).
func (b *binder) pipelineObject(v objects.Value) error {
	if p := b.input.only; p != nil && !v.IsNull() {
		return b.bindOnly(p, v)
	}
	return b.bindInput(v)
}

// bindOnly is the fast path: one parameter takes the object as it is.
func (b *binder) bindOnly(p *Parameter, v objects.Value) error {
	if len(b.input.saved) == 0 {
		b.saveParameter(p)
	}
	if err := b.target.set(p, v); err != nil {
		return b.notSettable(p, &argument{value: v}, err)
	}
	if last := len(b.bound) - 1; b.shown == nil && last >= 0 && b.bound[last].parameter == p {
		b.bound[last].value = v
		return nil
	}
	b.record(p, v)
	return nil
}

func (b *binder) bindInput(v objects.Value) error {
	for i := range b.input.saved {
		b.input.saved[i].bound = false
		b.forget(b.input.saved[i].parameter)
	}
	b.choice = b.input.sets
	bound, err := b.bindDelayed(v)
	if err == nil && (bound || len(b.delayed) == 0) {
		var direct bool
		if direct, err = b.bindObject(v); direct {
			bound = true
		}
	}
	if err == nil {
		err = b.oneSet()
	}
	b.restoreUnbound(err != nil || !bound)
	switch {
	case err != nil:
		return b.aimed(err, v)
	case !bound:
		return b.aimed(b.fail(fault{id: "InputObjectNotBound", message: "The input object cannot be bound to any parameters for the command " +
			"either because the command does not take pipeline input or the input and its properties do not match any of the parameters that take pipeline input."}), v)
	}
	if missing := b.missingNow(); len(missing) > 0 {
		return b.aimed(b.fail(fault{id: "InputObjectMissingMandatory", parameter: nameList(missing),
			message: "The input object cannot be bound because it did not contain the information required to bind all mandatory parameters:  " + nameList(missing)[1:]}), v)
	}
	return nil
}

// aimed gives an error of binding the object that it was about.
func (b *binder) aimed(err error, v objects.Value) error {
	if r, ok := err.(*ErrorRecord); ok {
		r.Target = v
	}
	return err
}

// restoreUnbound puts back the values of the parameters that this object did not
// bind, or of all that the pipeline had bound.
func (b *binder) restoreUnbound(all bool) {
	for i := range b.input.saved {
		s := &b.input.saved[i]
		if !s.bound || all {
			s.restore()
			if all {
				b.forget(s.parameter)
			}
		}
	}
}

func (b *binder) saveParameter(p *Parameter) {
	for i := range b.input.saved {
		if b.input.saved[i].parameter == p {
			b.input.saved[i].bound = true
			return
		}
	}
	b.input.saved = append(b.input.saved, savedParameter{p, b.target.save(p), true})
}

// inputStep is one of the four attempts to bind an object.
type inputStep struct {
	byName bool
	mode   bindMode
}

var inputSteps = [...]inputStep{{false, 0}, {true, 0}, {false, coerce}, {true, coerce}}

// bindObject binds the object, and its properties, to the parameters of the
// possible sets that take them.
func (b *binder) bindObject(v objects.Value) (bound bool, err error) {
	if first := b.choice.first; first != nil {
		if bound, err = b.bindSteps(v, []*parameterSet{first}, false); err != nil {
			return bound, err
		}
		if len(b.choice.candidates) == 1 && b.choice.candidates[0] == first {
			_, err = b.chooseSet(false, true)
			return bound, err
		}
	}
	also, err := b.bindSteps(v, nil, true)
	if err != nil {
		return bound, err
	}
	_, err = b.chooseSet(false, true)
	return bound || also, err
}

// bindSteps makes the four attempts on the sets given, or the possible ones
// where sets is nil; choose narrows them down after each that bound something.
func (b *binder) bindSteps(v objects.Value, sets []*parameterSet, choose bool) (bound bool, err error) {
	for _, step := range inputSteps {
		if step.byName && v.IsNull() {
			continue
		}
		within := sets
		if within == nil {
			within = b.choice.candidates
		}
		done, err := b.bindStep(v, step, within)
		if err != nil {
			return bound, err
		}
		if !done {
			continue
		}
		bound = true
		if choose {
			if _, err := b.chooseSet(true, true); err != nil {
				return bound, err
			}
		}
	}
	return bound, nil
}

// bindStep makes one attempt: on the default set, then on the others.
func (b *binder) bindStep(v objects.Value, step inputStep, sets []*parameterSet) (bool, error) {
	standard := b.table.defaultSet
	if standard != nil {
		for i, set := range sets {
			if set != standard {
				continue
			}
			bound, err := b.bindInSets(v, step, sets[i:i+1])
			if bound || err != nil || len(sets) == 1 {
				return bound, err
			}
			others := make([]*parameterSet, 0, len(sets)-1)
			return b.bindInSets(v, step, append(append(others, sets[:i]...), sets[i+1:]...))
		}
	}
	return b.bindInSets(v, step, sets)
}

// bindInSets binds to the unbound parameters of the sets, the last declared
// first.
func (b *binder) bindInSets(v objects.Value, step inputStep, sets []*parameterSet) (bound bool, err error) {
	for i, p := range b.table.pipeline {
		if b.isBound(p) || !takesStep(p, step, sets) {
			continue
		}
		var ok bool
		if step.byName {
			ok, err = b.bindProperty(v, i, step.mode)
		} else {
			ok, err = b.bindWhole(v, p, step.mode)
		}
		if err != nil {
			return bound, err
		}
		bound = bound || ok
	}
	return bound, nil
}

func takesStep(p *Parameter, step inputStep, sets []*parameterSet) bool {
	for _, set := range sets {
		if in := p.inSet[set.index]; in != nil && (step.byName && in.ValueFromPipelineByPropertyName || !step.byName && in.ValueFromPipeline) {
			return true
		}
	}
	return false
}

// bindWhole binds the object itself; one that does not convert is left to other
// parameters.
func (b *binder) bindWhole(v objects.Value, p *Parameter, mode bindMode) (bool, error) {
	ok, err := b.bindFromInput(v, p, mode)
	if err != nil && isCastFailure(err) {
		return false, nil
	}
	return ok, err
}

// bindProperty binds the object's property of the parameter's name, or of one of
// its aliases.
func (b *binder) bindProperty(v objects.Value, index int, mode bindMode) (bool, error) {
	p := b.table.pipeline[index]
	if b.input.caches == nil {
		b.input.caches = make([]objects.PropertyCache, len(b.table.pipeline))
	}
	value, ok, err := b.inputProperty(&b.input.caches[index], v, p.Name)
	for i := 0; !ok && err == nil && i < len(p.Aliases); i++ {
		var once objects.PropertyCache
		value, ok, err = b.inputProperty(&once, v, p.Aliases[i])
	}
	if !ok || err != nil {
		return false, err
	}
	bound, err := b.bindFromInput(value, p, mode)
	if err != nil && mode&coerce == 0 && isCastFailure(err) {
		return false, nil
	}
	return bound, err
}

// inputProperty reads a property; the keys of a dictionary are none.
func (b *binder) inputProperty(cache *objects.PropertyCache, v objects.Value, name string) (objects.Value, bool, error) {
	if h, ok := objects.As[*objects.Hashtable](v); ok {
		if _, key := h.GetString(name); key {
			return objects.Null, false, nil
		}
	}
	return cache.Get(b.session.Types, v, name)
}

func (b *binder) bindFromInput(v objects.Value, p *Parameter, mode bindMode) (bool, error) {
	if v.IsAutomationNull() {
		return false, nil
	}
	known := len(b.input.saved)
	b.saveParameter(p)
	ok, err := b.bind(p, &argument{value: v, hasValue: true}, mode)
	if !ok || err != nil {
		b.unsave(p, known)
	}
	return ok, err
}

// unsave takes back that the object at work bound p.
func (b *binder) unsave(p *Parameter, known int) {
	if len(b.input.saved) > known {
		b.input.saved = b.input.saved[:known]
		return
	}
	for i := range b.input.saved {
		if b.input.saved[i].parameter == p {
			b.input.saved[i].bound = false
		}
	}
}
