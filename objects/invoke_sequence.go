package objects

import (
	"context"
	"strings"
)

// SequenceMethod tells the methods that every value has, $null too, unless its type
// declares one of the name ("about_Arrays", ForEach and Where).
func SequenceMethod(name string) bool {
	return strings.EqualFold(name, "ForEach") || strings.EqualFold(name, "Where")
}

// collectionOfPSObject is the type that ForEach and Where give.
func collectionOfPSObject() *Type { return MakeGeneric(CollectionOpenType, PSObjectType) }

func (tt *TypeTable) invokeSequence(ctx context.Context, v Value, call Invocation) (Value, error) {
	s := sequence{types: tt, ctx: ctx, args: call.Args, typ: collectionOfPSObject()}
	run, usage := s.forEach, ".ForEach(expression [, arguments...])"
	if strings.EqualFold(call.Name, "Where") {
		run, usage = s.where, ".Where({ expression } [, mode [, numberToReturn]])"
	}
	if len(call.Args) == 0 {
		return Null, noOverload(Invocation{Name: usage})
	}
	if v.IsNull() {
		return AutomationNull(), nil
	}
	if err := run(v); err != nil {
		return Null, err
	}
	return Of(NewList(s.typ, s.out)), nil
}

// sequence is one call of ForEach or Where.
type sequence struct {
	types *TypeTable
	ctx   context.Context
	args  []Value
	typ   *Type // of the result
	out   []Value
}

func (s *sequence) write(v Value) error {
	if !v.IsAutomationNull() {
		s.out = append(s.out, v)
	}
	return nil
}

// each gives the items that v consists of; a value that is no collection is
// the only item.
func each(v Value, yield func(Value) error) error {
	if e, ok := Enumeration(v); ok {
		return e.Enumerate(yield)
	}
	return yield(v)
}

// forEach runs a script block for each item, converts each to a type, reads or
// assigns a property, or calls a method.
func (s *sequence) forEach(v Value) error {
	first := s.args[0].Base()
	if code, ok := first.ref.(ItemCallable); ok {
		return each(v, func(item Value) error { return code.CallItem(s.ctx, item, s.args[1:], s.write) })
	}
	if t, ok := first.ref.(RuntimeType); ok {
		return s.convertEach(v, t.Target)
	}
	name, err := s.types.Text(first, " ")
	if err != nil {
		return err
	}
	return each(v, func(item Value) error { return s.member(item, name) })
}

// convertEach is ForEach with a type: a Collection of that type, to which each
// item is added.
func (s *sequence) convertEach(v Value, t *Type) error {
	s.typ = MakeGeneric(CollectionOpenType, t)
	return each(v, func(item Value) error {
		converted, err := s.types.Convert(item, t)
		if err != nil {
			return s.types.argumentFailed("Add", "item", item, t, err)
		}
		return s.write(converted)
	})
}

// member is one step of ForEach with the name of a member.
func (s *sequence) member(item Value, name string) error {
	held, ok, err := s.types.GetProperty(item, name)
	if err != nil {
		return err
	}
	if _, method := held.ref.(*MethodValue); method || !ok {
		result, err := s.types.Invoke(s.ctx, item, Invocation{Name: name, Args: s.args[1:]})
		if err != nil {
			return err
		}
		return s.write(result)
	}
	if len(s.args) > 1 {
		return s.types.SetProperty(item, name, s.args[1])
	}
	return s.write(held)
}

// The modes of Where (System.Management.Automation.WhereOperatorSelectionMode).
const (
	whereDefault = iota
	whereFirst
	whereLast
	whereSkipUntil
	whereUntil
	whereSplit
)

// WhereModeType is the enum of the second argument of Where.
var WhereModeType = &Type{
	FullName: "System.Management.Automation.WhereOperatorSelectionMode", Kind: KindEnum, Attributes: ValueTypeAttr | SealedAttr,
	Enum: &EnumInfo{Names: []string{"Default", "First", "Last", "SkipUntil", "Until", "Split"}, Values: []int64{0, 1, 2, 3, 4, 5}},
}

// where keeps the items for which the script block is true, by the mode.
func (s *sequence) where(v Value) error {
	code, ok := s.args[0].Base().ref.(ItemCallable)
	if !ok {
		return NewException(PSInvalidOperationException, "The Where method requires a script block as its first argument.").WithID("WhereOperatorRequiresScriptBlock")
	}
	mode, limit, err := s.whereMode()
	if err != nil {
		return err
	}
	w := whereState{mode: mode, limit: limit}
	err = each(v, func(item Value) error {
		if w.done {
			return nil
		}
		matched, err := s.matches(code, item)
		if err == nil {
			w.take(item, matched)
		}
		return err
	})
	s.out = w.kept
	if mode == whereSplit {
		t := collectionOfPSObject()
		s.out = []Value{Of(NewList(t, w.kept)), Of(NewList(t, w.rest))}
	}
	return err
}

func (s *sequence) whereMode() (mode, limit int, err error) {
	if len(s.args) > 1 {
		m, err := s.types.Convert(s.args[1], WhereModeType)
		if err != nil {
			return 0, 0, err
		}
		mode = int(m.Int64())
	}
	if len(s.args) > 2 {
		n, err := s.types.Convert(s.args[2], Int32Type)
		if err != nil {
			return 0, 0, err
		}
		limit = int(n.Int64())
	}
	return mode, limit, nil
}

// matches is the truth of what the script block writes for the item.
func (s *sequence) matches(code ItemCallable, item Value) (bool, error) {
	var out []Value
	err := code.CallItem(s.ctx, item, nil, func(v Value) error { out = append(out, v); return nil })
	switch {
	case err != nil || len(out) == 0:
		return false, err
	case len(out) == 1:
		return s.types.Truth(out[0]), nil
	}
	return true, nil
}

// whereState is how far a Where has come.
type whereState struct {
	mode, limit int
	kept, rest  []Value
	found, done bool
}

func (w *whereState) take(item Value, matched bool) {
	w.found = w.found || matched
	switch w.mode {
	case whereLast:
		if matched {
			w.kept = append(w.kept, item)
			if n := max(1, w.limit); len(w.kept) > n {
				w.kept = w.kept[1:]
			}
		}
		return
	case whereUntil:
		if w.done = w.found; !w.done {
			w.kept = append(w.kept, item)
		}
	case whereSkipUntil:
		if w.found {
			w.kept = append(w.kept, item)
		}
	default:
		if matched && !(w.mode == whereSplit && w.limit > 0 && len(w.kept) >= w.limit) {
			w.kept = append(w.kept, item)
		} else {
			w.rest = append(w.rest, item)
		}
	}
	full := w.limit > 0 && len(w.kept) >= w.limit || w.mode == whereFirst && w.limit == 0 && len(w.kept) > 0
	w.done = w.done || full && w.mode != whereSplit
}
