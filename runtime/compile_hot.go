package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// The shapes that loops are made of get closures of their own: a variable in a
// slot against a constant or another, both Int32. They fall back to the general
// operator when the kinds differ. Without [shapes] there are none.

// operand is a side of a hot shape: a slot, or a constant.
type operand struct {
	slot  int
	value objects.Value
	isVar bool
}

func (cc *compiler) operand(e parser.Expression) (operand, bool) {
	switch e := e.(type) {
	case *parser.ConstantExpression:
		if e.Value.Kind == parser.NumberInt32 {
			return operand{value: numberValue(e.Value)}, true
		}
	case *parser.VariableExpression:
		if e.Scope != parser.ScopeNone || e.Splatted {
			return operand{}, false
		}
		if i, ok := cc.slot(e.Name); ok && i >= fixedSlots {
			return operand{slot: i, isVar: true}, true
		}
	}
	return operand{}, false
}

// int32 is the operand's number, where it is an Int32 that needs no look-up.
func (o *operand) int32(f *frame) (int64, bool) {
	v := o.value
	if o.isVar {
		s := &f.scope.slots[o.slot]
		if s.state != plain {
			return 0, false
		}
		v = s.value
	}
	return v.Int64(), v.IsInt32()
}

// hotPair compiles a binary expression whose operands may be hot; ok is false
// where neither side is.
func (cc *compiler) hotPair(e *parser.BinaryExpression) (a, b operand, ok bool) {
	a, ok = cc.operand(e.Left)
	if !ok {
		return a, b, false
	}
	b, ok = cc.operand(e.Right)
	return a, b, ok && (a.isVar || b.isVar)
}

// hotCondition is a comparison of two Int32 operands; nil for other shapes.
func (cc *compiler) hotCondition(e parser.Expression) func(f *frame) (bool, error) {
	if !shapes {
		return nil
	}
	switch e := e.(type) {
	case *parser.ParenExpression:
		if x := loneExpression(e.Pipeline); x != nil {
			return cc.hotCondition(x)
		}
	case *parser.UnaryExpression:
		if e.Operator == parser.TokenNot || e.Operator == parser.TokenExclaim {
			test := cc.truth(e.Child)
			return func(f *frame) (bool, error) {
				yes, err := test(f)
				return !yes, err
			}
		}
	case *parser.BinaryExpression:
		if e.Operator == parser.TokenAnd || e.Operator == parser.TokenOr {
			return cc.logicalTest(e)
		}
		return cc.hotComparison(e)
	}
	return nil
}

func (cc *compiler) hotComparison(e *parser.BinaryExpression) func(f *frame) (bool, error) {
	holds := comparison(e.Operator)
	if holds == nil {
		return nil
	}
	left, right, apply := cc.expression(e.Left), cc.expression(e.Right), cc.binary(e.Operator)
	slow := func(f *frame, a, b objects.Value) (bool, error) {
		v, err := apply(f, a, b)
		return err == nil && f.session.Types.Truth(v), err
	}
	if a, b, ok := cc.hotPair(e); ok {
		general := cc.generalComparison(left, right, holds, slow)
		return func(f *frame) (bool, error) {
			x, ok := a.int32(f)
			if ok {
				if y, ok := b.int32(f); ok {
					return holds(x, y), nil
				}
			}
			return general(f)
		}
	}
	return cc.generalComparison(left, right, holds, slow)
}

// generalComparison compares what two expressions give, Int32 at once.
func (cc *compiler) generalComparison(left, right expression, holds func(a, b int64) bool, slow func(*frame, objects.Value, objects.Value) (bool, error)) func(f *frame) (bool, error) {
	return func(f *frame) (bool, error) {
		a, err := left(f)
		if err != nil {
			return false, err
		}
		b, err := right(f)
		if err != nil {
			return false, err
		}
		if a.IsInt32() && b.IsInt32() {
			return holds(a.Int64(), b.Int64()), nil
		}
		return slow(f, a, b)
	}
}

// comparison is what an operator tells of two integers; nil for other operators.
func comparison(kind parser.TokenKind) func(a, b int64) bool {
	switch kind {
	case parser.TokenIeq, parser.TokenCeq:
		return func(a, b int64) bool { return a == b }
	case parser.TokenIne, parser.TokenCne:
		return func(a, b int64) bool { return a != b }
	case parser.TokenIlt, parser.TokenClt:
		return func(a, b int64) bool { return a < b }
	case parser.TokenIle, parser.TokenCle:
		return func(a, b int64) bool { return a <= b }
	case parser.TokenIgt, parser.TokenCgt:
		return func(a, b int64) bool { return a > b }
	case parser.TokenIge, parser.TokenCge:
		return func(a, b int64) bool { return a >= b }
	}
	return nil
}

// integer is + - * % of two Int32; ok is false where the result is none.
func integer(kind parser.TokenKind) func(a, b int64) (int64, bool) {
	switch kind {
	case parser.TokenPlus:
		return func(a, b int64) (int64, bool) { n := a + b; return n, n == int64(int32(n)) }
	case parser.TokenMinus:
		return func(a, b int64) (int64, bool) { n := a - b; return n, n == int64(int32(n)) }
	case parser.TokenMultiply:
		return func(a, b int64) (int64, bool) { n := a * b; return n, n == int64(int32(n)) }
	case parser.TokenRem:
		return func(a, b int64) (int64, bool) {
			if b == 0 {
				return 0, false
			}
			return a % b, true
		}
	}
	return nil
}

// hotBinary is arithmetic of Int32 operands; nil for other operators.
func (cc *compiler) hotBinary(e *parser.BinaryExpression) expression {
	if !shapes {
		return nil
	}
	if test := cc.hotComparisonOnly(e); test != nil {
		return test
	}
	whole := integer(e.Operator)
	if whole == nil {
		return nil
	}
	left, right, apply := cc.expression(e.Left), cc.expression(e.Right), cc.binary(e.Operator)
	general := func(f *frame) (objects.Value, error) {
		a, err := left(f)
		if err != nil {
			return objects.Null, err
		}
		b, err := right(f)
		if err != nil {
			return objects.Null, err
		}
		if a.IsInt32() && b.IsInt32() {
			if n, ok := whole(a.Int64(), b.Int64()); ok {
				return objects.Int32(int32(n)), nil
			}
		}
		return apply(f, a, b)
	}
	a, b, ok := cc.hotPair(e)
	if !ok {
		return general
	}
	return func(f *frame) (objects.Value, error) {
		x, ok := a.int32(f)
		if ok {
			if y, ok := b.int32(f); ok {
				if n, ok := whole(x, y); ok {
					return objects.Int32(int32(n)), nil
				}
			}
		}
		return general(f)
	}
}

// hotComparisonOnly is a comparison of slots and constants as a value.
func (cc *compiler) hotComparisonOnly(e *parser.BinaryExpression) expression {
	if _, _, ok := cc.hotPair(e); !ok || comparison(e.Operator) == nil {
		return nil
	}
	holds := comparison(e.Operator)
	a, b, _ := cc.hotPair(e)
	left, right, apply := cc.expression(e.Left), cc.expression(e.Right), cc.binary(e.Operator)
	return func(f *frame) (objects.Value, error) {
		x, ok := a.int32(f)
		if ok {
			if y, ok := b.int32(f); ok {
				return objects.Bool(holds(x, y)), nil
			}
		}
		va, err := left(f)
		if err != nil {
			return objects.Null, err
		}
		vb, err := right(f)
		if err != nil {
			return objects.Null, err
		}
		return apply(f, va, vb)
	}
}

// hotStep is ++ and -- of an Int32 in a slot; nil for other targets.
func (cc *compiler) hotStep(e *parser.UnaryExpression, by objects.Value, postfix bool, slow expression) expression {
	o, ok := cc.operand(e.Child)
	if !shapes || !ok || !o.isVar {
		return nil
	}
	delta := by.Int64()
	return func(f *frame) (objects.Value, error) {
		s := &f.scope.slots[o.slot]
		if s.state == plain && s.value.IsInt32() {
			old := s.value
			n := old.Int64() + delta
			if n == int64(int32(n)) {
				s.value = objects.Int32(int32(n))
				if postfix {
					return old, nil
				}
				return s.value, nil
			}
		}
		return slow(f)
	}
}

// hotAssignment is $x op= expression with Int32 on both sides; nil for other
// shapes.
func (cc *compiler) hotAssignment(s *parser.AssignmentStatement) statement {
	if !shapes || s.Operator == parser.TokenEquals || s.Operator == parser.TokenQuestionQuestionEquals {
		return nil
	}
	o, ok := cc.operand(s.Left)
	whole := integer(compoundOperator(s.Operator))
	if !ok || !o.isVar || whole == nil || s.Operator == parser.TokenDivideEquals {
		return nil
	}
	right := cc.value(s.Right)
	apply := cc.binary(compoundOperator(s.Operator))
	t := cc.target(s.Left)
	return func(f *frame) error {
		sl := &f.scope.slots[o.slot]
		var old objects.Value
		var err error
		if sl.state == plain && sl.value.IsInt32() {
			old = sl.value
		} else if old, err = before(f, t); err != nil {
			return err
		}
		v, err := right(f)
		if err != nil {
			return err
		}
		if sl.state == plain && old.IsInt32() && v.IsInt32() {
			if n, ok := whole(old.Int64(), v.Int64()); ok {
				sl.value = objects.Int32(int32(n))
				return nil
			}
		}
		if v, err = apply(f, old, v); err != nil {
			return err
		}
		return t.set(f, v)
	}
}

// hotIndex is $array[$i] with an Int32 inside the array; nil for other shapes.
func (cc *compiler) hotIndex(e *parser.IndexExpression, object expression) expression {
	if !shapes || e.NullConditional {
		return nil
	}
	if _, list := e.Index.(*parser.ArrayLiteral); list {
		return nil
	}
	index := cc.expression(e.Index)
	return func(f *frame) (objects.Value, error) {
		v, err := object(f)
		if err != nil {
			return objects.Null, err
		}
		i, err := index(f)
		if err != nil {
			return objects.Null, err
		}
		if a, ok := v.Ref().(*objects.Array); ok && i.IsInt32() {
			if n := int(i.Int64()); n >= 0 && n < a.Len() && a.Dims() == nil {
				return a.At(n), nil
			}
		}
		return f.item(v, i)
	}
}
