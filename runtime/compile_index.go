package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// index is $x[i], $x[i, j] and $x[-1].
func (cc *compiler) index(e *parser.IndexExpression) expression {
	object := cc.expression(e.Target)
	indexes := cc.indexes(e.Index)
	conditional := e.NullConditional
	if hot := cc.hotIndex(e, object); hot != nil {
		return hot
	}
	return func(f *frame) (objects.Value, error) {
		v, err := object(f)
		if err != nil {
			return objects.Null, err
		}
		if conditional && v.IsNull() {
			return objects.Null, nil
		}
		i, err := indexes(f)
		if err != nil {
			return objects.Null, err
		}
		return f.indexed(v, i)
	}
}

// indexes compiles what is between the brackets: one value, or the elements of
// a list.
func (cc *compiler) indexes(e parser.Expression) func(f *frame) ([]objects.Value, error) {
	if list, ok := e.(*parser.ArrayLiteral); ok {
		value := cc.arrayLiteral(list)
		return func(f *frame) ([]objects.Value, error) {
			v, err := value(f)
			if err != nil {
				return nil, err
			}
			return elements(v), nil
		}
	}
	value := cc.expression(e)
	return func(f *frame) ([]objects.Value, error) {
		v, err := value(f)
		if err != nil {
			return nil, err
		}
		return []objects.Value{v}, nil
	}
}

// indexTarget is $x[i] on the left of an assignment.
type indexTarget struct {
	object expression
	one    expression // the index; nil where there are several
	many   func(f *frame) ([]objects.Value, error)
}

func (cc *compiler) indexTarget(e *parser.IndexExpression) target {
	t := &indexTarget{object: cc.expression(e.Target)}
	if _, list := e.Index.(*parser.ArrayLiteral); list {
		t.many = cc.indexes(e.Index)
	} else {
		t.one = cc.expression(e.Index)
	}
	return t
}

func (t *indexTarget) get(f *frame) (objects.Value, error) {
	p, err := t.place(f)
	if err != nil {
		return objects.Null, err
	}
	return p.get(f)
}

func (t *indexTarget) set(f *frame, to objects.Value) error {
	p, err := t.place(f)
	if err != nil {
		return err
	}
	return p.set(f, to)
}

// place evaluates the object and the indexes.
func (t *indexTarget) place(f *frame) (place, error) {
	v, err := t.object(f)
	if err != nil {
		return place{}, err
	}
	if t.one == nil {
		many, err := t.many(f)
		return place{kind: itemsPlace, object: v, many: many}, err
	}
	i, err := t.one(f)
	return place{kind: itemPlace, object: v, index: i}, err
}
