package runtime

import (
	"github.com/csshell/csshell/objects"
)

// delayedBlock is a script block given to a parameter that the pipeline can
// fill: it runs for each object, which is $_ in it, and gives the argument
// ("about_Script_Blocks", delay-bind).
type delayedBlock struct {
	parameter *Parameter
	block     *ScriptBlock
	argument  argument
}

// isDelayed reports whether an argument is a script block to be put off: the
// parameter takes pipeline input and is not itself made for script blocks.
func (b *binder) isDelayed(p *Parameter, a *argument) bool {
	if p.plain || a.value.Kind() != objects.KindObject {
		return false
	}
	_, ok := objects.As[*ScriptBlock](a.value)
	return ok && !takesBlocks(p.Type) && b.choice.has(p, fromPipeline)
}

// takesBlocks reports whether a script block is an argument of the type as it is.
func takesBlocks(t *objects.Type) bool {
	if t.Elem != nil {
		t = t.Elem
	}
	return t == objects.ObjectType || t == objects.PSObjectType || t == objects.ScriptBlockType
}

// delay keeps a script block for the objects to come.
func (b *binder) delay(p *Parameter, a *argument) error {
	if !b.expectsInput {
		return b.fail(fault{id: "ScriptBlockArgumentNoInput", category: MetadataError, parameter: p.Name, argument: a,
			message: "Cannot evaluate parameter '" + p.Name + "' because its argument is specified as a script block and there is no input. " +
				"A script block cannot be evaluated without input."})
	}
	block, _ := objects.As[*ScriptBlock](a.value)
	b.delayed = append(b.delayed, delayedBlock{p, block, *a})
	b.choice.narrow(p)
	b.record(p, a.value)
	return nil
}

// bindDelayed runs the delayed script blocks on an object and binds what they
// give.
func (b *binder) bindDelayed(v objects.Value) (bool, error) {
	all := len(b.delayed) > 0
	for i := range b.delayed {
		d := &b.delayed[i]
		result, err := d.block.withInput(b.session, v)
		if err != nil {
			if isFlow(err) {
				return false, err
			}
			b.session.remember(asRecord(err, nil))
			return false, b.fail(fault{id: "ScriptBlockArgumentInvocationFailed", parameter: d.parameter.Name, argument: &d.argument, inner: err,
				message: "The input to the script block for parameter '" + d.parameter.Name + "' failed. " + errorText(err)})
		}
		if result.IsAutomationNull() {
			return false, b.fail(fault{id: "ScriptBlockArgumentNoOutput", parameter: d.parameter.Name, argument: &d.argument,
				message: "Cannot evaluate parameter '" + d.parameter.Name + "' because its argument input did not produce any output. An argument cannot be evaluated without some output."})
		}
		bound, err := b.bind(d.parameter, &argument{value: result, hasValue: true, at: d.argument.at, valueAt: d.argument.valueAt}, coerce)
		if err != nil {
			return false, err
		}
		all = all && bound
	}
	return all, nil
}

// withInput runs the block in a scope of its own with $_ being v and gives what
// it writes.
func (b *ScriptBlock) withInput(s *Session, v objects.Value) (objects.Value, error) {
	f := s.hostFrame()
	restore := f.setUnderscore(v)
	defer restore()
	return f.collect(func(inner *frame) error { return b.call(inner, nil, objects.Null, false) })
}
