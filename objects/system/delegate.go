package system

import (
	"strconv"

	"github.com/csshell/csshell/objects"
)

// The delegates that methods take. Of the generic ones Func and Action exist
// for each number of parameters.
var (
	PredicateType        = delegateType("System.Predicate`1")
	ComparisonType       = delegateType("System.Comparison`1")
	ConverterType        = delegateType("System.Converter`2")
	ActionType           = delegateType("System.Action")
	EventHandlerType     = delegateType("System.EventHandler")
	EventHandlerOpenType = delegateType("System.EventHandler`1")
)

func delegateType(name string) *objects.Type {
	t := &objects.Type{FullName: name, Base: objects.DelegateType, Kind: objects.KindObject, Attributes: objects.SealedAttr}
	if name[len(name)-2] == '`' {
		t.Attributes |= objects.GenericAttr
	}
	return t
}

// maxFuncParameters is the greatest number of parameters that scripts use with
// Func and Action.
const maxFuncParameters = 8

// funcTypes and actionTypes are Func and Action by the number of parameters.
var (
	funcTypes = [maxFuncParameters + 1]*objects.Type{
		delegateType("System.Func`1"), delegateType("System.Func`2"), delegateType("System.Func`3"), delegateType("System.Func`4"), delegateType("System.Func`5"),
		delegateType("System.Func`6"), delegateType("System.Func`7"), delegateType("System.Func`8"), delegateType("System.Func`9"),
	}
	actionTypes = [maxFuncParameters]*objects.Type{
		delegateType("System.Action`1"), delegateType("System.Action`2"), delegateType("System.Action`3"), delegateType("System.Action`4"),
		delegateType("System.Action`5"), delegateType("System.Action`6"), delegateType("System.Action`7"), delegateType("System.Action`8"),
	}
)

// resultOf is the type of what the delegate gives; nil for nothing.
func resultOf(t *objects.Type) *objects.Type {
	switch open := t.Open; {
	case open == PredicateType:
		return objects.BooleanType
	case open == ComparisonType:
		return objects.Int32Type
	case open == ConverterType || open != nil && len(open.FullName) > 11 && open.FullName[:11] == "System.Func":
		return t.Args[len(t.Args)-1]
	}
	return nil
}

// parametersOf are the types of the delegate's parameters.
func parametersOf(t *objects.Type) []*objects.Type {
	args := t.Args
	switch t.Open {
	case ComparisonType:
		return []*objects.Type{args[0], args[0]}
	case PredicateType:
		return args
	}
	if resultOf(t) != nil {
		return args[:len(args)-1]
	}
	return args
}

// invoke calls the delegate with converted arguments and gives the result as
// its type.
func invoke(c *call) (value, error) {
	d, ok := objects.As[*objects.Delegate](c.This)
	if !ok {
		return objects.Null, objects.NullArgument("delegate")
	}
	args, params := c.Items(0), parametersOf(d.Type())
	if len(args) != len(params) && d.Type() != EventHandlerType {
		return objects.Null, objects.NewException(objects.MethodException, `Cannot find an overload for "Invoke" and the argument count: "`+strconv.Itoa(len(args))+`".`).
			WithID("MethodCountCouldNotFindBest")
	}
	converted := make([]value, len(args))
	for i, v := range args {
		converted[i] = v
		if i < len(params) {
			var err error
			if converted[i], err = c.Types.Convert(v, params[i]); err != nil {
				return objects.Null, err
			}
		}
	}
	v, err := d.CallWith(c.Context, objects.Null, converted)
	if t := resultOf(d.Type()); err == nil && t != nil {
		return c.Types.Convert(v, t)
	}
	return v, err
}

func delegateDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: objects.DelegateType,
		Methods: []objects.Method{
			{Signature: "System.Object Invoke(Params System.Object[] args)", Call: invoke, Script: true},
			{Signature: "System.Object DynamicInvoke(Params System.Object[] args)", Call: invoke},
		},
	}
}

// delegates are the entries of the types above.
func delegates() []objects.TypeEntry {
	all := []*objects.Type{PredicateType, ComparisonType, ConverterType, ActionType, EventHandlerType, EventHandlerOpenType}
	all = append(all, funcTypes[:]...)
	all = append(all, actionTypes[:]...)
	entries := []objects.TypeEntry{{Type: objects.DelegateType, Declare: delegateDeclaration}}
	for _, t := range all {
		entries = append(entries, objects.TypeEntry{Type: t})
	}
	return entries
}
