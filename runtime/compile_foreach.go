package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// forEachStatement is foreach ($x in …): a list element by element, a single
// object once, $null not at all; $foreach is the enumerator, made only where
// the body asks for it.
func (cc *compiler) forEachStatement(s *parser.ForEachStatement) statement {
	l := &forEachLoop{label: s.Label, assign: cc.target(s.Variable), body: cc.statementBlock(s.Body)}
	if i, ok := cc.slot(s.Variable.Name); ok && s.Variable.Scope == parser.ScopeNone {
		l.slot, l.hasSlot, l.own = i, true, cc.own
	}
	asks := mentions(s.Body, "foreach") || listsVariables(s.Body)
	b := rangeOf(s.Condition)
	if b != nil && !asks {
		from, to := cc.expression(b.Left), cc.expression(b.Right)
		at := cc.extent(s.Condition)
		return func(f *frame) error { return placeError(l.overRange(f, from, to), at) }
	}
	value := cc.value(s.Condition)
	at := cc.extent(s.Condition)
	return func(f *frame) error {
		v, err := value(f)
		if err != nil {
			return placed(err, at)
		}
		if l.hasSlot && l.own && f.scope.slots[l.slot].state == unset {
			f.scope.slots[l.slot] = slot{state: plain} // the variable is there, whatever the list holds
		}
		if asks {
			return l.withEnumerator(f, v, b != nil)
		}
		return l.over(f, v)
	}
}

func placeError(err error, at *ScriptExtent) error {
	if err == nil {
		return nil
	}
	return placed(err, at)
}

// rangeOf is a..b where that is all the condition is.
func rangeOf(p parser.PipelineBase) *parser.BinaryExpression {
	b, ok := loneExpression(p).(*parser.BinaryExpression)
	if ok && b.Operator == parser.TokenDotDot {
		return b
	}
	return nil
}

// mentions reports whether a variable of that name is read in a block.
func mentions(n parser.Node, name string) bool {
	found := false
	parser.Walk(n, func(n parser.Node) bool {
		v, ok := n.(*parser.VariableExpression)
		found = found || ok && objects.EqualFold(v.Name, name)
		return !found
	})
	return found
}

// listsVariables reports whether a block has a command that lists the variables
// there are, $foreach among them.
func listsVariables(n parser.Node) bool {
	found := false
	parser.Walk(n, func(n parser.Node) bool {
		if c, ok := n.(*parser.Command); ok && len(c.Elements) > 0 {
			name, _ := c.Elements[0].(*parser.StringConstantExpression)
			found = found || name != nil && (objects.EqualFold(name.Value, "Get-Variable") || objects.EqualFold(name.Value, "TabExpansion2"))
		}
		return !found
	})
	return found
}

type forEachLoop struct {
	label   string
	slot    int
	hasSlot bool
	own     bool // the slot belongs to a scope of the block's own
	assign  target
	body    *block
}

// round runs the body for one element; done ends the loop, with the error.
func (l *forEachLoop) round(f *frame, v objects.Value) (done bool, err error) {
	if l.hasSlot && f.scope.slots[l.slot].state != boxed {
		f.scope.slots[l.slot] = slot{state: plain, value: v}
	} else if err := l.assign.set(f, v); err != nil {
		return true, err
	}
	if err := l.body.run(f); err != nil {
		again, out := loopEnd(err, l.label)
		if !again {
			return true, out
		}
	}
	if f.session.stop.Load() {
		return true, errStopped
	}
	return false, nil
}

func (l *forEachLoop) overRange(f *frame, from, to expression) error {
	a, err := from(f)
	if err != nil {
		return err
	}
	b, err := to(f)
	if err != nil {
		return err
	}
	first, last, chars, err := f.session.Types.RangeBounds(a, b)
	if err != nil {
		return err
	}
	step := int64(1)
	if last < first {
		step = -1
	}
	for n := first; ; n += step {
		v := objects.Int32(int32(n))
		if chars {
			v = objects.Char(uint16(n))
		}
		if done, err := l.round(f, v); done || n == last {
			return err
		}
	}
}

func (l *forEachLoop) over(f *frame, v objects.Value) error {
	e, list := objects.Enumeration(v)
	if !list {
		if v.IsNull() {
			return nil
		}
		_, err := l.round(f, v)
		return err
	}
	err := e.Enumerate(func(v objects.Value) error {
		done, err := l.round(f, v)
		if done && err == nil {
			return errLoopDone
		}
		return err
	})
	if err == errLoopDone {
		return nil
	}
	return err
}

// errLoopDone leaves an enumeration early; it never leaves the loop.
var errLoopDone = &flow{kind: breakFlow, label: "\x00"}

// withEnumerator is over with $foreach being the enumerator of the loop.
func (l *forEachLoop) withEnumerator(f *frame, v objects.Value, ofRange bool) error {
	if v.IsNull() {
		return nil
	}
	e := loopEnumerator(elements(v), ofRange)
	leave, err := f.enumerating("foreach", e)
	if err != nil {
		return err
	}
	defer leave()
	for e.MoveNext() {
		if done, err := l.round(f, e.Current()); done {
			return err
		}
	}
	return nil
}

// enumerating makes an enumerator the variable of its loop, until leave.
func (f *frame) enumerating(name string, e *inputEnumerator) (leave func(), err error) {
	old, had := f.scope.Get(name)
	if err := f.scope.Set(f.session, name, objects.Of(e)); err != nil {
		return nil, err
	}
	return func() {
		f.scope.Remove(name)
		if had {
			_ = f.scope.Set(f.session, name, old)
		}
	}, nil
}
