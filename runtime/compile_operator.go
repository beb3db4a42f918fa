package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

func (cc *compiler) binaryExpression(e *parser.BinaryExpression) expression {
	switch e.Operator {
	case parser.TokenAnd, parser.TokenOr:
		return cc.logical(e)
	case parser.TokenQuestionQuestion:
		return cc.coalesce(e)
	}
	if hot := cc.hotBinary(e); hot != nil {
		return hot
	}
	left, right := cc.expression(e.Left), cc.rightOperand(e)
	apply := cc.binary(e.Operator)
	return func(f *frame) (objects.Value, error) {
		a, err := left(f)
		if err != nil {
			return objects.Null, err
		}
		b, err := right(f)
		if err != nil {
			return objects.Null, err
		}
		return apply(f, a, b)
	}
}

// rightOperand compiles what stands right of an operator. A list of constants is
// made once for an operator that only reads it: 'a', 'b' of -replace.
func (cc *compiler) rightOperand(e *parser.BinaryExpression) expression {
	right := cc.expression(e.Right)
	list, ok := e.Right.(*parser.ArrayLiteral)
	if !shapes || !ok {
		return right
	}
	switch e.Operator {
	case parser.TokenIreplace, parser.TokenCreplace, parser.TokenIsplit, parser.TokenCsplit, parser.TokenFormat,
		parser.TokenIin, parser.TokenCin, parser.TokenInotin, parser.TokenCnotin:
	default:
		return right
	}
	for _, x := range list.Elements {
		switch x.(type) {
		case *parser.StringConstantExpression, *parser.ConstantExpression:
		default:
			return right
		}
	}
	v, err := right(nil)
	if err != nil {
		return right
	}
	return constant(v)
}

// logical is -and and -or, which leave out the right side where the left decides.
func (cc *compiler) logical(e *parser.BinaryExpression) expression {
	test := cc.logicalTest(e)
	return func(f *frame) (objects.Value, error) {
		yes, err := test(f)
		return objects.Bool(yes), err
	}
}

func (cc *compiler) logicalTest(e *parser.BinaryExpression) func(f *frame) (bool, error) {
	left, right := cc.truth(e.Left), cc.truth(e.Right)
	decided := e.Operator == parser.TokenOr
	return func(f *frame) (bool, error) {
		yes, err := left(f)
		if err != nil || yes == decided {
			return yes, err
		}
		return right(f)
	}
}

func (cc *compiler) coalesce(e *parser.BinaryExpression) expression {
	left, right := cc.expression(e.Left), cc.expression(e.Right)
	return func(f *frame) (objects.Value, error) {
		v, err := left(f)
		if err != nil || !v.IsNull() {
			return v, err
		}
		return right(f)
	}
}

func (cc *compiler) unary(e *parser.UnaryExpression) expression {
	switch e.Operator {
	case parser.TokenNot, parser.TokenExclaim:
		test := cc.truth(e.Child)
		return func(f *frame) (objects.Value, error) {
			yes, err := test(f)
			return objects.Bool(!yes), err
		}
	case parser.TokenPlusPlus, parser.TokenMinusMinus, parser.TokenPostfixPlusPlus, parser.TokenPostfixMinusMinus:
		return cc.step(e)
	}
	child := cc.expression(e.Child)
	apply := unaryOperator(e.Operator)
	return func(f *frame) (objects.Value, error) {
		v, err := child(f)
		if err != nil {
			return objects.Null, err
		}
		return apply(f, v)
	}
}

func unaryOperator(kind parser.TokenKind) func(f *frame, v objects.Value) (objects.Value, error) {
	switch kind {
	case parser.TokenMinus:
		return func(f *frame, v objects.Value) (objects.Value, error) { return f.session.Types.Negate(v) }
	case parser.TokenBnot:
		return func(f *frame, v objects.Value) (objects.Value, error) { return f.session.Types.BitNot(v) }
	case parser.TokenJoin:
		return func(f *frame, v objects.Value) (objects.Value, error) { return joinOperator(f, v, objects.String("")) }
	case parser.TokenIsplit, parser.TokenCsplit:
		return splitOnBlanks
	default:
		return func(f *frame, v objects.Value) (objects.Value, error) { return f.session.Types.Plus(v) }
	}
}

// step is ++ and --, before or after their variable.
func (cc *compiler) step(e *parser.UnaryExpression) expression {
	by, name := objects.Int32(1), "++"
	if e.Operator == parser.TokenMinusMinus || e.Operator == parser.TokenPostfixMinusMinus {
		by, name = objects.Int32(-1), "--"
	}
	postfix := e.Operator == parser.TokenPostfixPlusPlus || e.Operator == parser.TokenPostfixMinusMinus
	general := cc.generalStep(e, by, name, postfix)
	if hot := cc.hotStep(e, by, postfix, general); hot != nil {
		return hot
	}
	return general
}

func (cc *compiler) generalStep(e *parser.UnaryExpression, by objects.Value, name string, postfix bool) expression {
	left := cc.target(e.Child)
	return func(f *frame) (objects.Value, error) {
		t, err := placeOf(f, left)
		if err != nil {
			return objects.Null, err
		}
		old, err := t.get(f)
		if err != nil {
			return objects.Null, err
		}
		if old.IsNull() {
			old = objects.Int32(0)
		}
		if !objects.IsNumber(old) && old.Kind() != objects.KindEnum {
			return objects.Null, newError(objects.RuntimeException, "OperatorRequiresNumber", InvalidOperation, objects.Null,
				"The '"+name+"' operator works only on numbers. The operand is a '"+old.Type().FullName+"'.")
		}
		v, err := f.session.Types.Add(old, by)
		if err != nil {
			return objects.Null, err
		}
		if err := t.set(f, v); err != nil {
			return objects.Null, err
		}
		if postfix {
			return old, nil
		}
		return v, nil
	}
}
