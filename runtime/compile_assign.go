package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// assignment compiles an assignment that writes nothing.
func (cc *compiler) assignment(s *parser.AssignmentStatement) statement {
	if hot := cc.hotAssignment(s); hot != nil {
		return hot
	}
	assign := cc.assign(s)
	return func(f *frame) error {
		_, err := assign(f)
		return err
	}
}

// assignmentValue compiles an assignment whose value is used: $a = $b = 1. A
// variable gives what it holds then, which its type may have converted; any
// other target what was assigned.
func (cc *compiler) assignmentValue(s *parser.AssignmentStatement) expression {
	assign, left := cc.assign(s), cc.target(s.Left)
	switch left.(type) {
	case *variableTarget, *typedTarget:
	default:
		return assign
	}
	return func(f *frame) (objects.Value, error) {
		if _, err := assign(f); err != nil {
			return objects.Null, err
		}
		return left.get(f)
	}
}

// assign compiles an assignment to what gives the value assigned.
func (cc *compiler) assign(s *parser.AssignmentStatement) expression {
	right := cc.assigned(s.Right)
	if s.Operator == parser.TokenEquals {
		return cc.plainAssignment(s.Left, right)
	}
	left := cc.target(s.Left)
	if s.Operator == parser.TokenQuestionQuestionEquals {
		return assignIfNull(left, right)
	}
	apply := cc.binary(compoundOperator(s.Operator))
	return func(f *frame) (objects.Value, error) {
		place, err := placeOf(f, left)
		if err != nil {
			return objects.Null, err
		}
		old, err := place.before(f)
		if err != nil {
			return objects.Null, err
		}
		v, err := right(f)
		if err != nil {
			return objects.Null, err
		}
		if v, err = apply(f, old, v); err != nil {
			return objects.Null, err
		}
		return v, place.set(f, v)
	}
}

func (cc *compiler) plainAssignment(left parser.Expression, right expression) expression {
	if list, ok := left.(*parser.ArrayLiteral); ok {
		return cc.listAssignment(list, right)
	}
	t := cc.target(left)
	return func(f *frame) (objects.Value, error) {
		v, err := right(f)
		if err != nil {
			return objects.Null, err
		}
		return v, t.set(f, v)
	}
}

func assignIfNull(left target, right expression) expression {
	return func(f *frame) (objects.Value, error) {
		old, err := before(f, left)
		if err != nil || !old.IsNull() {
			return old, err
		}
		v, err := right(f)
		if err != nil {
			return objects.Null, err
		}
		return v, left.set(f, v)
	}
}

// listAssignment is $a, $b = …: each target gets one element, the last one
// what is left ("about_Assignment_Operators").
func (cc *compiler) listAssignment(list *parser.ArrayLiteral, right expression) expression {
	t := cc.listTarget(list)
	return func(f *frame) (objects.Value, error) {
		v, err := right(f)
		if err != nil {
			return objects.Null, err
		}
		return v, t.set(f, v)
	}
}

type listTarget struct{ targets []target }

func (cc *compiler) listTarget(list *parser.ArrayLiteral) target {
	t := &listTarget{targets: make([]target, len(list.Elements))}
	for i, e := range list.Elements {
		t.targets[i] = cc.target(e)
	}
	return t
}

func (t *listTarget) get(f *frame) (objects.Value, error) {
	items := make([]objects.Value, len(t.targets))
	for i, x := range t.targets {
		v, err := x.get(f)
		if err != nil {
			return objects.Null, err
		}
		items[i] = v
	}
	return objects.ArrayValue(items), nil
}

func (t *listTarget) set(f *frame, v objects.Value) error {
	items := elements(v)
	last := len(t.targets) - 1
	for i, x := range t.targets {
		if err := x.set(f, share(items, i, i == last)); err != nil {
			return err
		}
	}
	return nil
}

// share is what target i gets of the items; the last one gets all that is left.
func share(items []objects.Value, i int, last bool) objects.Value {
	switch {
	case i >= len(items):
		return objects.Null
	case last && len(items) > i+1:
		return objects.ArrayValue(append([]objects.Value(nil), items[i:]...))
	default:
		return items[i]
	}
}

// elements are the elements of a list, or the one value.
func elements(v objects.Value) []objects.Value {
	if x, ok := objects.As[objects.Indexed](v); ok {
		items := make([]objects.Value, x.Len())
		for i := range items {
			items[i] = x.At(i)
		}
		return items
	}
	if v.IsAutomationNull() {
		return nil
	}
	return []objects.Value{v}
}

// listed is [elements] to be read at once: the items of an array are not copied.
func listed(v objects.Value) []objects.Value {
	if a, ok := v.Ref().(*objects.Array); ok {
		return a.Items()
	}
	return elements(v)
}

// target compiles the left side of an assignment.
func (cc *compiler) target(e parser.Expression) target {
	switch e := e.(type) {
	case *parser.VariableExpression:
		return cc.variableTarget(e)
	case *parser.MemberExpression:
		return cc.memberTarget(e)
	case *parser.IndexExpression:
		return cc.indexTarget(e)
	case *parser.ConvertExpression, *parser.AttributedExpression:
		return cc.typedTarget(e)
	case *parser.ArrayLiteral:
		return cc.listTarget(e)
	case *parser.ParenExpression:
		if x := loneExpression(e.Pipeline); x != nil {
			return cc.target(x)
		}
	}
	return &noTarget{at: cc.extent(e)}
}

// noTarget stands for what the parser has already refused.
type noTarget struct{ at *ScriptExtent }

func (t *noTarget) get(*frame) (objects.Value, error) { return objects.Null, t.refuse() }

func (t *noTarget) set(*frame, objects.Value) error { return t.refuse() }

func (t *noTarget) refuse() error {
	r := newError(objects.RuntimeException, "InvalidLeftHandSide", ParserError, objects.Null,
		"The assignment expression is not valid. The input to an assignment operator must be an object that is able to accept assignments, such as a variable or a property.")
	r.Extent = t.at
	return r
}

// typedTarget is a variable with types and attributes before it, which it keeps
// for later assignments: [int]$x = "5"; $x = "6".
type typedTarget struct {
	variable    *variableTarget
	inner       target // where the innermost is no variable: only converted
	constraints func(f *frame) ([]Constraint, error)
}

func (cc *compiler) typedTarget(e parser.Expression) target {
	var attributes []parser.AttributeBase
	for {
		switch x := e.(type) {
		case *parser.ConvertExpression:
			attributes, e = append(attributes, x.Type), x.Child
			continue
		case *parser.AttributedExpression:
			attributes, e = append(attributes, x.Attribute), x.Child
			continue
		}
		break
	}
	t := &typedTarget{inner: cc.target(e)}
	name := ""
	if t.variable, _ = t.inner.(*variableTarget); t.variable != nil {
		name = t.variable.name
	}
	t.constraints = cc.constraints(attributes, name)
	return t
}

func (t *typedTarget) get(f *frame) (objects.Value, error) { return t.inner.get(f) }

func (t *typedTarget) set(f *frame, v objects.Value) error {
	list, err := t.constraints(f)
	if err != nil {
		return err
	}
	for _, c := range list {
		if v, err = declared(f.session, c, v); err != nil {
			return err
		}
	}
	if t.variable == nil {
		return t.inner.set(f, v)
	}
	s := f.scopeOf(t.variable.scope)
	if a := s.allScope(t.variable.folded); a != nil && a.Options&(ReadOnlyOption|ConstantOption) != 0 {
		return a.Assign(f.session, v)
	}
	if old := s.Variable(t.variable.name); old != nil {
		if old.Options&(ReadOnlyOption|ConstantOption) != 0 {
			return old.Assign(f.session, v)
		}
		old.Constraints = list
		old.value = v
		return nil
	}
	s.define(&Variable{Name: t.variable.name, Constraints: list, value: v})
	return nil
}
