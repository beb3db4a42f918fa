package data

import (
	"errors"
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/utf16"
	"github.com/csshell/csshell/objects/wildcard"
)

// scope is what an expression is evaluated for: one row, or for an aggregate
// the rows of a group.
type scope struct {
	table *table
	row   *row
	rows  []*row
}

func evaluateError(message string) error { return objects.NewException(EvaluateErrorType, message) }

func knownFunction(name string) bool {
	return slices.Contains([]string{"len", "isnull", "iif", "trim", "substring", "convert", "sum", "avg", "min", "max", "count", "abs"}, name)
}

func (s scope) eval(e expr) (value, error) {
	switch e := e.(type) {
	case literal:
		return e.v, nil
	case column:
		return s.column(e.name)
	case unary:
		return s.unary(e)
	case binary:
		return s.binary(e)
	case among:
		return s.among(e)
	case isNull:
		v, err := s.eval(e.of)
		return truth(isDBNull(v) != e.not), err
	case funcCall:
		return s.call(e)
	}
	return truth(true), nil
}

// holds reports whether a filter is true for the row; nil holds for all.
func (s scope) holds(e expr) (bool, error) {
	if e == nil {
		return true, nil
	}
	v, err := s.eval(e)
	if err != nil || isDBNull(v) {
		return false, err
	}
	if v.Kind() != objects.KindBoolean {
		return false, evaluateError("Filter expression does not evaluate to a Boolean term.")
	}
	return v.Bool(), nil
}

func (s scope) column(name string) (value, error) {
	at := s.table.place(name)
	if at < 0 {
		return objects.Null, evaluateError("Cannot find column [" + name + "].")
	}
	if s.row == nil {
		return objects.Null, objects.NewException(SyntaxErrorType, "Syntax error in aggregate argument: Expecting a single column argument with possible 'Child' qualifier.")
	}
	return s.row.get(at), nil
}

func (s scope) unary(e unary) (value, error) {
	v, err := s.eval(e.of)
	if err != nil || isDBNull(v) {
		return v, err
	}
	if e.op == "not" {
		return truth(!s.table.types.Truth(v)), nil
	}
	return s.table.types.Subtract(objects.Int(0), v)
}

func (s scope) binary(e binary) (value, error) {
	left, err := s.eval(e.left)
	if err != nil {
		return objects.Null, err
	}
	switch e.op {
	case "and", "or":
		return s.logic(e, left)
	}
	right, err := s.eval(e.right)
	if err != nil || isDBNull(left) || isDBNull(right) {
		return null(), err
	}
	tt := s.table.types
	switch e.op {
	case "+":
		return tt.Add(left, right)
	case "-":
		return tt.Subtract(left, right)
	case "*":
		return tt.Multiply(left, right)
	case "/":
		return tt.Divide(left, right)
	case "%":
		return tt.Remainder(left, right)
	case "like":
		return s.like(left, right)
	}
	n, err := compareValues(tt, left, right)
	if err != nil {
		return objects.Null, evaluateError("Cannot perform '" + e.op + "' operation on " + left.Type().FullName + " and " + right.Type().FullName + ".")
	}
	return truth(ordered(e.op, n)), nil
}

// ordered reports whether the order of two values is what an operator asks.
func ordered(op string, n int) bool {
	switch op {
	case "=":
		return n == 0
	case "<>", "!=":
		return n != 0
	case "<":
		return n < 0
	case ">":
		return n > 0
	case "<=":
		return n <= 0
	}
	return n >= 0
}

// logic is AND and OR of three values: what is not known decides nothing.
func (s scope) logic(e binary, left value) (value, error) {
	decides := e.op == "or"
	if !isDBNull(left) && s.table.types.Truth(left) == decides {
		return truth(decides), nil
	}
	right, err := s.eval(e.right)
	switch {
	case err != nil:
		return objects.Null, err
	case !isDBNull(right) && s.table.types.Truth(right) == decides:
		return truth(decides), nil
	case isDBNull(left) || isDBNull(right):
		return null(), nil
	}
	return truth(!decides), nil
}

// like compares with a pattern whose * or % at the ends stand for any text.
func (s scope) like(left, pattern value) (value, error) {
	t, err := s.table.types.Text(left, " ")
	if err != nil {
		return objects.Null, err
	}
	words, err := s.table.types.Text(pattern, " ")
	if err != nil {
		return objects.Null, err
	}
	escaped := strings.NewReplacer("[*]", "`*", "[%]", "%", "[[]", "`[", "%", "*", "?", "`?", "`", "``").Replace(words)
	p, err := wildcard.Compile(escaped, true)
	if err != nil {
		return objects.Null, evaluateError("Error in Like operator: the string pattern '" + words + "' is invalid.")
	}
	return truth(p.Match(t)), nil
}

func (s scope) among(e among) (value, error) {
	v, err := s.eval(e.of)
	if err != nil || isDBNull(v) {
		return null(), err
	}
	for _, item := range e.list {
		x, err := s.eval(item)
		if err != nil {
			return objects.Null, err
		}
		if n, err := compareValues(s.table.types, v, x); err == nil && n == 0 {
			return truth(!e.not), nil
		}
	}
	return truth(e.not), nil
}

// compareValues orders two values of a table, texts without regard to case.
func compareValues(tt *objects.TypeTable, a, b value) (int, error) {
	switch {
	case isDBNull(a) && isDBNull(b):
		return 0, nil
	case isDBNull(a):
		return -1, nil
	case isDBNull(b):
		return 1, nil
	}
	x, ok := a.Str()
	y, also := b.Str()
	if ok && also {
		return objects.CompareCulture(x, y, true), nil
	}
	return tt.Compare(a, b, true)
}

func (s scope) call(f funcCall) (value, error) {
	switch f.name {
	case "sum", "avg", "min", "max", "count":
		return s.aggregate(f)
	case "iif":
		return s.choose(f)
	}
	args := make([]value, len(f.args))
	for i, a := range f.args {
		if f.name == "convert" && i == 1 {
			continue // the name of a type
		}
		v, err := s.eval(a)
		if err != nil {
			return objects.Null, err
		}
		args[i] = v
	}
	if len(args) == 0 {
		return objects.Null, evaluateError("Invalid number of arguments: function " + f.name + "().")
	}
	return s.apply(f, args)
}

func (s scope) choose(f funcCall) (value, error) {
	if len(f.args) != 3 {
		return objects.Null, evaluateError("Invalid number of arguments: function IIF().")
	}
	yes, err := s.holds(f.args[0])
	if err != nil {
		return objects.Null, err
	}
	if yes {
		return s.eval(f.args[1])
	}
	return s.eval(f.args[2])
}

func (s scope) apply(f funcCall, args []value) (value, error) {
	if f.name == "isnull" && len(args) == 2 {
		if isDBNull(args[0]) {
			return args[1], nil
		}
		return args[0], nil
	}
	if isDBNull(args[0]) {
		return null(), nil
	}
	t, err := s.table.types.Text(args[0], " ")
	if err != nil {
		return objects.Null, err
	}
	switch {
	case f.name == "len":
		return objects.Int(utf16.Len(t)), nil
	case f.name == "trim":
		return text(strings.TrimSpace(t)), nil
	case f.name == "abs":
		if n, err := s.table.types.Compare(args[0], objects.Int(0), false); err != nil || n >= 0 {
			return args[0], err
		}
		return s.table.types.Subtract(objects.Int(0), args[0])
	case f.name == "substring" && len(args) == 3:
		start, count := int(args[1].Int64())-1, int(args[2].Int64())
		if start < 0 || count < 0 || start > utf16.Len(t) {
			return text(""), nil
		}
		return text(utf16.Slice(t, start, min(count, utf16.Len(t)-start))), nil
	case f.name == "convert" && len(args) == 2:
		return s.convert(f, args[0])
	}
	return objects.Null, evaluateError("Invalid number of arguments: function " + f.name + "().")
}

func (s scope) convert(f funcCall, v value) (value, error) {
	name := ""
	switch t := f.args[1].(type) {
	case column:
		name = t.name
	case literal:
		name, _ = t.v.Str()
	}
	t, ok := s.table.types.Lookup(name, nil)
	if !ok {
		return objects.Null, evaluateError("Invalid type name '" + name + "'.")
	}
	return s.table.types.Convert(v, t)
}

// aggregate is a function of all rows of the scope; DBNull where there is
// nothing to add up.
func (s scope) aggregate(f funcCall) (value, error) {
	if len(f.args) != 1 {
		return objects.Null, errors.New("Syntax error in aggregate argument: Expecting a single column argument with possible 'Child' qualifier.")
	}
	var values []value
	for _, r := range s.rows {
		v, err := scope{table: s.table, row: r}.eval(f.args[0])
		if err != nil {
			return objects.Null, err
		}
		if !isDBNull(v) {
			values = append(values, v)
		}
	}
	if f.name == "count" {
		return objects.Int(len(values)), nil
	}
	if len(values) == 0 {
		return null(), nil
	}
	if f.name == "min" || f.name == "max" {
		return s.extreme(f.name == "max", values)
	}
	tt := s.table.types
	total, rest := objects.Int64(0), values
	if k := values[0].Kind(); k == objects.KindDouble || k == objects.KindSingle || values[0].Type() == objects.DecimalType {
		total, rest = values[0], values[1:]
	}
	for _, v := range rest {
		var err error
		if total, err = tt.Add(total, v); err != nil {
			return objects.Null, err
		}
	}
	if f.name == "sum" {
		return total, nil
	}
	mean, err := tt.Divide(total, objects.Int(len(values)))
	if err != nil || values[0].Kind() == objects.KindDouble || values[0].Type() == objects.DecimalType {
		return mean, err
	}
	return tt.Convert(mean, values[0].Type()) // .NET keeps the column's type
}

func (s scope) extreme(greatest bool, values []value) (value, error) {
	best := values[0]
	for _, v := range values[1:] {
		n, err := compareValues(s.table.types, v, best)
		if err != nil {
			return objects.Null, err
		}
		if n != 0 && (n > 0) == greatest {
			best = v
		}
	}
	return best, nil
}
