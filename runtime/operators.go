package runtime

import (
	"sync"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// operator applies a binary operator to evaluated operands.
type operator func(f *frame, a, b objects.Value) (objects.Value, error)

// binaryOperators is the one table of what operators do ("about_Operators");
// the parser's table has their spelling and rank. -and, -or and ?? do not
// evaluate both sides and are compiled apart.
var binaryOperators = sync.OnceValue(func() []operator {
	return []operator{
		parser.TokenPlus:     arithmetic((*objects.TypeTable).Add),
		parser.TokenMinus:    arithmetic((*objects.TypeTable).Subtract),
		parser.TokenMultiply: arithmetic((*objects.TypeTable).Multiply),
		parser.TokenDivide:   arithmetic((*objects.TypeTable).Divide),
		parser.TokenRem:      arithmetic((*objects.TypeTable).Remainder),
		parser.TokenBand:     arithmetic((*objects.TypeTable).BitAnd),
		parser.TokenBor:      arithmetic((*objects.TypeTable).BitOr),
		parser.TokenBxor:     arithmetic((*objects.TypeTable).BitXor),
		parser.TokenShl:      arithmetic((*objects.TypeTable).ShiftLeft),
		parser.TokenShr:      arithmetic((*objects.TypeTable).ShiftRight),
		parser.TokenDotDot:   arithmetic((*objects.TypeTable).Range),
		parser.TokenFormat:   formatOperator,

		parser.TokenIeq: filter(equals(true)), parser.TokenCeq: filter(equals(false)),
		parser.TokenIne: filter(not(equals(true))), parser.TokenCne: filter(not(equals(false))),
		parser.TokenIgt: filter(ordered(true, func(n int) bool { return n > 0 })),
		parser.TokenCgt: filter(ordered(false, func(n int) bool { return n > 0 })),
		parser.TokenIge: filter(ordered(true, func(n int) bool { return n >= 0 })),
		parser.TokenCge: filter(ordered(false, func(n int) bool { return n >= 0 })),
		parser.TokenIlt: filter(ordered(true, func(n int) bool { return n < 0 })),
		parser.TokenClt: filter(ordered(false, func(n int) bool { return n < 0 })),
		parser.TokenIle: filter(ordered(true, func(n int) bool { return n <= 0 })),
		parser.TokenCle: filter(ordered(false, func(n int) bool { return n <= 0 })),

		parser.TokenIlike: filter(like(true)), parser.TokenClike: filter(like(false)),
		parser.TokenInotlike: filter(not(like(true))), parser.TokenCnotlike: filter(not(like(false))),
		parser.TokenImatch: matchOperator(true, true), parser.TokenCmatch: matchOperator(false, true),
		parser.TokenInotmatch: matchOperator(true, false), parser.TokenCnotmatch: matchOperator(false, false),
		parser.TokenIreplace: replaceOperator(true), parser.TokenCreplace: replaceOperator(false),
		parser.TokenIsplit: splitOperator(true), parser.TokenCsplit: splitOperator(false),
		parser.TokenJoin: joinOperator,

		parser.TokenIcontains: contains(true, true), parser.TokenCcontains: contains(false, true),
		parser.TokenInotcontains: contains(true, false), parser.TokenCnotcontains: contains(false, false),
		parser.TokenIin: swapped(contains(true, true)), parser.TokenCin: swapped(contains(false, true)),
		parser.TokenInotin: swapped(contains(true, false)), parser.TokenCnotin: swapped(contains(false, false)),

		parser.TokenIs: isOperator(true), parser.TokenIsNot: isOperator(false), parser.TokenAs: asOperator,
		parser.TokenXor: xorOperator,
	}
})

// arithmetic is an operator that the values know themselves.
func arithmetic(apply func(tt *objects.TypeTable, a, b objects.Value) (objects.Value, error)) operator {
	return func(f *frame, a, b objects.Value) (objects.Value, error) { return apply(f.session.Types, a, b) }
}

// test is a comparison of one value.
type test func(f *frame, a, b objects.Value) (bool, error)

// filter makes a comparison one that gives the matching elements where the
// left side is a list.
func filter(t test) operator {
	return func(f *frame, a, b objects.Value) (objects.Value, error) {
		list, ok := objects.Enumeration(a)
		if !ok {
			yes, err := t(f, a, b)
			return objects.Bool(yes), err
		}
		var c collector
		err := list.Enumerate(func(item objects.Value) error {
			yes, err := t(f, item, b)
			if err != nil || !yes {
				return err
			}
			return c.add(item)
		})
		return objects.ArrayValue(c.items), err
	}
}

func not(t test) test {
	return func(f *frame, a, b objects.Value) (bool, error) {
		yes, err := t(f, a, b)
		return !yes, err
	}
}

func equals(ignoreCase bool) test {
	return func(f *frame, a, b objects.Value) (bool, error) { return f.session.Types.Equal(a, b, ignoreCase), nil }
}

func ordered(ignoreCase bool, holds func(int) bool) test {
	return func(f *frame, a, b objects.Value) (bool, error) {
		n, err := f.session.Types.Compare(a, b, ignoreCase)
		return err == nil && holds(n) && !objects.Unordered(a, b), err
	}
}

// contains is -contains and -notcontains; -in and -notin swap the operands.
func contains(ignoreCase, wanted bool) operator {
	return func(f *frame, a, b objects.Value) (objects.Value, error) {
		list, ok := objects.Enumeration(a)
		if !ok {
			return objects.Bool(f.session.Types.Equal(a, b, ignoreCase) == wanted), nil
		}
		found := false
		err := list.Enumerate(func(item objects.Value) error {
			if f.session.Types.Equal(item, b, ignoreCase) {
				found = true
				return errLoopDone
			}
			return nil
		})
		if found {
			err = nil
		}
		return objects.Bool(found == wanted), err
	}
}

func swapped(o operator) operator {
	return func(f *frame, a, b objects.Value) (objects.Value, error) { return o(f, b, a) }
}

func xorOperator(f *frame, a, b objects.Value) (objects.Value, error) {
	return objects.Bool(f.session.Types.Truth(a) != f.session.Types.Truth(b)), nil
}

// isOperator is -is and -isnot: the right side is a type, or its name.
func isOperator(wanted bool) operator {
	return func(f *frame, a, b objects.Value) (objects.Value, error) {
		t, err := f.operandType(b)
		if err != nil {
			return objects.Null, err
		}
		return objects.Bool(isInstance(a, t) == wanted), nil
	}
}

// isInstance is -is: [psobject] and [pscustomobject] hold for what carries
// members of its own.
func isInstance(v objects.Value, t *objects.Type) bool {
	if v.IsNull() {
		return false
	}
	record := objects.NetType(v) == objects.PSCustomObjectType
	if _, ok := v.Ref().(*objects.PSObject); t == objects.PSObjectType && (ok || record) || t == objects.PSCustomObjectType {
		return t == objects.PSObjectType || record
	}
	return v.Type().DerivesFrom(t)
}

// operandType is the right side of -is and -as.
func (f *frame) operandType(v objects.Value) (*objects.Type, error) {
	if t, ok := objects.As[objects.RuntimeType](v); ok {
		return t.Target, nil
	}
	converted, err := f.session.Types.Convert(v, objects.TypeType)
	if err != nil {
		return nil, err
	}
	t, _ := objects.As[objects.RuntimeType](converted)
	return t.Target, nil
}

// asOperator is -as: $null where the conversion fails.
func asOperator(f *frame, a, b objects.Value) (objects.Value, error) {
	t, err := f.operandType(b)
	if err != nil {
		return objects.Null, err
	}
	v, err := f.session.Types.ConvertAs(a, t)
	if err != nil {
		return objects.Null, nil
	}
	return v, nil
}

// compoundOperators are the operators of +=, -= and their like.
func compoundOperator(assign parser.TokenKind) parser.TokenKind {
	switch assign {
	case parser.TokenPlusEquals:
		return parser.TokenPlus
	case parser.TokenMinusEquals:
		return parser.TokenMinus
	case parser.TokenMultiplyEquals:
		return parser.TokenMultiply
	case parser.TokenDivideEquals:
		return parser.TokenDivide
	default:
		return parser.TokenRem
	}
}

// binary is what an operator does; the parser lets no other kind through.
func (cc *compiler) binary(kind parser.TokenKind) operator {
	if table := binaryOperators(); int(kind) < len(table) && table[kind] != nil {
		return table[kind]
	}
	return func(*frame, objects.Value, objects.Value) (objects.Value, error) {
		return objects.Null, newError(objects.RuntimeException, "UnknownOperator", InvalidOperation, objects.Null,
			"The operator '"+kind.String()+"' is not known.")
	}
}
