package runtime

import (
	"fmt"
	"math/big"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// expression compiles any expression.
func (cc *compiler) expression(e parser.Expression) expression {
	switch e := e.(type) {
	case *parser.VariableExpression:
		return cc.variable(e)
	case *parser.ConstantExpression:
		return constant(numberValue(e.Value))
	case *parser.StringConstantExpression:
		return constant(objects.String(e.Value))
	case *parser.ExpandableStringExpression:
		return cc.expandable(e)
	case *parser.BinaryExpression:
		return cc.binaryExpression(e)
	case *parser.UnaryExpression:
		return cc.unary(e)
	case *parser.TernaryExpression:
		return cc.ternary(e)
	case *parser.ConvertExpression:
		return cc.convert(e)
	case *parser.AttributedExpression:
		return cc.expression(e.Child)
	case *parser.MemberExpression:
		return cc.member(e)
	case *parser.InvokeMemberExpression:
		return cc.invokeMember(e)
	case *parser.BaseCtorInvokeMemberExpression:
		return cc.baseConstructor(e)
	case *parser.IndexExpression:
		return cc.index(e)
	default:
		return cc.enclosing(e)
	}
}

// enclosing compiles the expressions that enclose others in brackets.
func (cc *compiler) enclosing(e parser.Expression) expression {
	switch e := e.(type) {
	case *parser.TypeExpression:
		return cc.typeLiteral(e)
	case *parser.ScriptBlockExpression:
		return cc.scriptBlock(e)
	case *parser.ParenExpression:
		return cc.paren(e)
	case *parser.SubExpression:
		return cc.subExpression(e)
	case *parser.ArrayExpression:
		return cc.arrayExpression(e)
	case *parser.ArrayLiteral:
		return cc.arrayLiteral(e)
	case *parser.Hashtable:
		return cc.hashtable(e, objects.NewHashtable)
	case *parser.UsingExpression:
		return cc.using(e)
	case *parser.ErrorExpression:
		return func(*frame) (objects.Value, error) { return objects.Null, (&noTarget{at: cc.extent(e)}).refuse() }
	default:
		panic(fmt.Sprintf("runtime: unknown expression %T", e))
	}
}

func constant(v objects.Value) expression {
	return func(*frame) (objects.Value, error) { return v, nil }
}

// numberValue is the value of a number in a script.
func numberValue(n parser.Number) objects.Value {
	switch n.Kind {
	case parser.NumberInt32:
		return objects.Int32(int32(n.Bits))
	case parser.NumberInt64:
		return objects.Int64(int64(n.Bits))
	case parser.NumberDouble:
		return objects.Word(objects.DoubleType, n.Bits)
	case parser.NumberSByte:
		return objects.Word(objects.SByteType, n.Bits)
	case parser.NumberByte:
		return objects.Word(objects.ByteType, n.Bits)
	case parser.NumberInt16:
		return objects.Word(objects.Int16Type, n.Bits)
	case parser.NumberUInt16:
		return objects.Word(objects.UInt16Type, n.Bits)
	case parser.NumberUInt32:
		return objects.Word(objects.UInt32Type, n.Bits)
	case parser.NumberUInt64:
		return objects.UInt64(n.Bits)
	case parser.NumberDecimal:
		d, _ := objects.ParseNumeral(n.Digits + "d")
		return d
	case parser.NumberBigInteger:
		i, _ := new(big.Int).SetString(n.Digits, 10)
		return objects.BigInt(i)
	}
	return objects.Null
}

func (cc *compiler) ternary(e *parser.TernaryExpression) expression {
	test, yes, no := cc.truth(e.Condition), cc.expression(e.IfTrue), cc.expression(e.IfFalse)
	return func(f *frame) (objects.Value, error) {
		ok, err := test(f)
		if err != nil {
			return objects.Null, err
		}
		if ok {
			return yes(f)
		}
		return no(f)
	}
}

// truth compiles an expression that is only asked for its truth.
func (cc *compiler) truth(e parser.Expression) func(*frame) (bool, error) {
	if test := cc.hotCondition(e); test != nil {
		return test
	}
	value := cc.expression(e)
	return func(f *frame) (bool, error) {
		v, err := value(f)
		if err != nil {
			return false, err
		}
		return f.session.Types.Truth(v), nil
	}
}

// paren is (pipeline): the value of an expression stays whole, what commands
// write is collected. An assignment in parentheses has its value.
func (cc *compiler) paren(e *parser.ParenExpression) expression {
	if u, ok := loneExpression(e.Pipeline).(*parser.UnaryExpression); ok && isStep(u.Operator) {
		return cc.step(u)
	}
	return cc.value(e.Pipeline)
}

func (cc *compiler) subExpression(e *parser.SubExpression) expression {
	body := cc.statementBlock(e.Body)
	if shapes && len(e.Body.Statements) == 1 && len(e.Body.Traps) == 0 {
		if x := loneExpression(e.Body.Statements[0]); x != nil && !isStepping(x) {
			return oneValue(body, cc.expression(x))
		}
	}
	return func(f *frame) (objects.Value, error) { return f.collect(body.run) }
}

func isStepping(e parser.Expression) bool {
	u, ok := e.(*parser.UnaryExpression)
	return ok && isStep(u.Operator)
}

// oneValue is $() around an expression, the only statement of body: a value that
// is no list needs no pipeline to collect it from.
func oneValue(body *block, value expression) expression {
	only := &body.statements[0]
	return func(f *frame) (objects.Value, error) {
		v, err := value(f)
		if err != nil {
			return objects.AutomationNull(), f.failed(body, only, err)
		}
		if only.succeeds {
			f.session.success = true
		}
		if v.Kind() != objects.KindObject {
			return v, nil
		}
		if _, list := objects.Enumeration(v); list {
			return f.collect(func(inner *frame) error { return inner.emit(v) })
		}
		return v, nil
	}
}

// arrayExpression is @(…): the elements of what it encloses. A literal array
// of elements is not made twice.
func (cc *compiler) arrayExpression(e *parser.ArrayExpression) expression {
	body := cc.statementBlock(e.Body)
	if len(e.Body.Statements) == 1 && len(e.Body.Traps) == 0 {
		if x := loneExpression(e.Body.Statements[0]); x != nil {
			return cc.arrayOf(x)
		}
	}
	return func(f *frame) (objects.Value, error) {
		items, err := f.collectAll(body.run)
		if err != nil {
			return objects.Null, err
		}
		return objects.ArrayValue(items), nil
	}
}

// arrayOf is @(expression): an object[] stays the array it is, as in
// PowerShell, any other list is copied into one.
func (cc *compiler) arrayOf(e parser.Expression) expression {
	value := cc.expression(e)
	return func(f *frame) (objects.Value, error) {
		v, err := value(f)
		if err != nil {
			return objects.Null, err
		}
		if a, ok := v.Ref().(*objects.Array); ok && a.Elem() == objects.ObjectType && a.Dims() == nil {
			return v, nil
		}
		var c collector
		list, ok := objects.Enumeration(v)
		switch {
		case ok:
			err = list.Enumerate(c.add)
		case !v.IsAutomationNull():
			err = c.add(v)
		}
		return objects.ArrayValue(c.items), err
	}
}

func (cc *compiler) arrayLiteral(e *parser.ArrayLiteral) expression {
	items := make([]expression, len(e.Elements))
	for i, x := range e.Elements {
		items[i] = cc.expression(x)
	}
	return func(f *frame) (objects.Value, error) {
		values := make([]objects.Value, len(items))
		for i, item := range items {
			v, err := item(f)
			if err != nil {
				return objects.Null, err
			}
			if v.IsAutomationNull() {
				v = objects.Null
			}
			values[i] = v
		}
		return objects.ArrayValue(values), nil
	}
}

// hashtable is @{…}; make makes the empty dictionary.
func (cc *compiler) hashtable(e *parser.Hashtable, make func() *objects.Hashtable) expression {
	type entry struct {
		key, value expression
		at         *ScriptExtent
	}
	var entries []entry
	for _, x := range e.Entries {
		entries = append(entries, entry{cc.expression(x.Key), cc.value(x.Value), cc.extent(x.Key)})
	}
	return func(f *frame) (objects.Value, error) {
		h := make()
		for _, x := range entries {
			k, err := x.key(f)
			if err != nil {
				return objects.Null, err
			}
			v, err := x.value(f)
			if err != nil {
				return objects.Null, err
			}
			if err := addEntry(h, k, v, x.at); err != nil {
				return objects.Null, err
			}
		}
		return objects.Of(h), nil
	}
}

func addEntry(h *objects.Hashtable, k, v objects.Value, at *ScriptExtent) error {
	if k.IsNull() {
		r := newError(objects.RuntimeException, "InvalidNullKey", InvalidOperation, objects.Null,
			"A null key is not allowed in a hash literal.")
		r.Extent = at
		return r
	}
	if _, ok := h.Get(k); ok {
		r := newError(objects.RuntimeException, "DuplicateKeyInHashLiteral", InvalidOperation, k,
			"Item has already been added. Key in dictionary: '"+keyText(k)+"'  Key being added: '"+keyText(k)+"'")
		r.Extent = at
		return r
	}
	if v.IsAutomationNull() {
		v = objects.Null
	}
	h.Set(k, v)
	return nil
}

func keyText(v objects.Value) string {
	if s, ok := v.Str(); ok {
		return s
	}
	if v.Kind() < objects.KindSingle && v.Kind() > objects.KindChar {
		return fmt.Sprint(v.Int64())
	}
	return v.Type().FullName
}

func (cc *compiler) scriptBlock(e *parser.ScriptBlockExpression) expression {
	c := newCode(e.ScriptBlock, cc.source)
	c.class, c.namespaces = cc.class, cc.namespaces
	return func(f *frame) (objects.Value, error) {
		return objects.Of(&ScriptBlock{code: c, session: f.session, state: f.scope.state}), nil
	}
}

// expandable is a string with expressions in it: each is turned to text with
// $OFS between the elements of lists.
func (cc *compiler) expandable(e *parser.ExpandableStringExpression) expression {
	type part struct {
		text  string
		value expression
	}
	parts := make([]part, len(e.Parts))
	for i, p := range e.Parts {
		parts[i].text = p.Text
		if p.Expression != nil {
			_, cc.inText = p.Expression.(*parser.VariableExpression)
			parts[i].value = cc.expression(p.Expression)
			cc.inText = false
		}
	}
	return func(f *frame) (objects.Value, error) {
		var buffer [128]byte
		text := buffer[:0]
		for i := range parts {
			if parts[i].value == nil {
				text = append(text, parts[i].text...)
				continue
			}
			v, err := parts[i].value(f)
			if err != nil {
				return objects.Null, err
			}
			s, err := f.text(v)
			if err != nil {
				return objects.Null, err
			}
			text = append(text, s...)
		}
		return objects.String(string(text)), nil
	}
}

// text is a value in an expandable string.
func (f *frame) text(v objects.Value) (string, error) {
	if s, ok := v.Ref().(string); ok {
		return s, nil
	}
	separator := " "
	if v.Kind() == objects.KindObject {
		separator = f.fieldSeparator()
	}
	return f.session.Types.Text(v, separator)
}

// fieldSeparator is $OFS, a blank where it is not set.
func (f *frame) fieldSeparator() string {
	v, ok := f.scope.Get("ofs")
	if !ok || v.IsNull() {
		return " "
	}
	s, err := f.session.Types.ToString(v, "")
	if err != nil {
		return " "
	}
	return s
}
