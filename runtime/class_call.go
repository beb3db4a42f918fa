package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// call runs a method: its parameters are local variables, $this is the object,
// and errors leave it instead of ending a statement ("about_Classes_Methods").
func (m *member) call(c *objects.Call) (objects.Value, error) {
	s := m.class.session
	if s.depth >= maxCallDepth {
		return objects.Null, depthExceeded(m.class.typ.FullName)
	}
	p := m.code.compiled()
	a := &activation{call: call{code: m.code, method: m.name}, streams: *s.writing}
	m.class.enterMember(&a.scope, &a.call)
	scope := &a.scope
	a.caller = frame{session: s, scope: scope.parent}
	a.call.caller = &a.caller
	scope.layout = p.layout
	if n := len(p.layout.names); n <= len(a.slots) {
		scope.slots = a.slots[:n]
	} else {
		scope.slots = make([]slot, n)
	}
	scope.slots[slotThis] = slot{state: plain, value: c.This}
	for i := range m.code.params {
		m.bind(scope, i, c.Args[i])
	}
	a.streams[SuccessStream] = discard
	f := &a.frame
	*f = frame{session: s, scope: scope, streams: &a.streams, result: &a.result}
	outer, current := s.propagate, s.current
	s.propagate, s.current = true, scope
	s.depth++
	err := p.end.run(f)
	s.depth--
	s.propagate, s.current = outer, current
	if err != nil && err != errReturn {
		return objects.Null, err
	}
	if m.returns == nil || m.void {
		return objects.AutomationNull(), nil
	}
	return s.convertMember(a.result, m.returns)
}

// activation is what one call of a method needs, in one piece.
type activation struct {
	scope   Scope
	call    call
	frame   frame
	caller  frame
	streams Streams
	result  objects.Value
	slots   [fixedSlots + 3]slot // of a method with few variables
}

func discard(objects.Value) error { return nil }

// bind gives a parameter its value; a type before it stays with the variable.
func (m *member) bind(scope *Scope, i int, v objects.Value) {
	at := fixedSlots + i
	if t := m.types[i]; t != nil {
		scope.slots[at] = slot{state: boxed, cell: &Variable{Name: m.code.params[i].Name.Name, value: v, Constraints: m.constraints[i]}}
		return
	}
	scope.slots[at] = slot{state: plain, value: v}
}

// methodReturn is return in a method: the value is the method's, whole.
func (cc *compiler) methodReturn(p parser.PipelineBase) statement {
	value := cc.value(p)
	return func(f *frame) error {
		v, err := value(f)
		if err != nil {
			return err
		}
		if f.result != nil {
			*f.result = v
		}
		return errReturn
	}
}

// baseConstructor is the call of the base class's constructor, the first
// statement of every constructor.
func (cc *compiler) baseConstructor(e *parser.BaseCtorInvokeMemberExpression) expression {
	args := make([]expression, len(e.Arguments))
	for i, a := range e.Arguments {
		args[i] = cc.expression(a)
	}
	c := cc.class
	return func(f *frame) (objects.Value, error) {
		values := make([]objects.Value, len(args))
		for i, a := range args {
			v, err := a(f)
			if err != nil {
				return objects.Null, err
			}
			values[i] = v
		}
		return objects.AutomationNull(), c.constructBase(f.scope.fixed(slotThis), values)
	}
}
