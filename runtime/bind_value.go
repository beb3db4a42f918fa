package runtime

import (
	"slices"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
)

// bindMode says how an argument is bound.
type bindMode uint8

const (
	// coerce converts the argument to the parameter's type; without it only a
	// value of that type is bound.
	coerce bindMode = 1 << iota
	// delayBlocks puts script blocks for pipeline parameters off until there is
	// an object to run them on.
	delayBlocks
	// fromStandard is an argument of $PSDefaultParameterValues.
	fromStandard
)

// bind gives an argument to a parameter: attributes that change it, conversion,
// attributes that check it, then the command. bound is false where the value is
// not of the type and must not be converted.
func (b *binder) bind(p *Parameter, a *argument, mode bindMode) (bound bool, err error) {
	if mode&delayBlocks != 0 && b.isDelayed(p, a) {
		return true, b.delay(p, a)
	}
	v := a.value
	if !p.plain || v.IsNull() {
		if v, bound, err = b.prepared(p, a, mode); !bound || err != nil {
			return false, err
		}
	}
	if err := b.set(p, a, v); err != nil {
		return false, err
	}
	if !p.inEverySet() {
		b.choice.narrow(p)
	}
	b.record(p, v)
	if p.Refused != "" && (!p.IsSwitch || b.session.Types.Truth(v)) {
		return true, b.refused(p, a)
	}
	if p.Obsolete != nil && mode&fromStandard == 0 {
		return true, b.warnObsolete(p)
	}
	return true, nil
}

// set hands a value to the command, or keeps a common parameter's.
func (b *binder) set(p *Parameter, a *argument, v objects.Value) error {
	var err error
	if p.common != notCommon {
		if b.common == nil {
			b.common = new(commonArguments)
		}
		err = b.common.set(b.session.Types, p, v)
	} else {
		err = b.target.set(p, v)
	}
	switch err := err.(type) {
	case nil:
		return nil
	case refusal:
		if err.transformation {
			return b.transformFailed(p, a, err.error)
		}
		cast := objects.NewException(objects.PSInvalidCastException, err.Error()).Because(err.error)
		return b.notConvertible(p, a, cast)
	}
	return b.notSettable(p, a, err)
}

// prepared is the argument as the parameter wants it.
func (b *binder) prepared(p *Parameter, a *argument, mode bindMode) (v objects.Value, ok bool, err error) {
	if v, err = b.transformed(p, a, mode); err != nil {
		return v, false, err
	}
	if mode&coerce != 0 {
		v, err = b.coerced(p, p.Type, a, v)
		ok = true
	} else {
		v, ok = uncoerced(p.Type, v)
	}
	if err != nil || !ok {
		return v, false, err
	}
	if p.TypeName != "" {
		if err := b.checkTypeName(p, a, v); err != nil {
			return v, false, err
		}
	}
	for _, check := range p.Validators {
		if err := check.Validate(b.session, v); err != nil {
			return v, false, b.invalidArgument(p, a, err)
		}
	}
	if p.mandatorySomewhere() {
		err = b.checkEmpty(p, a, p.Type, v, true)
	}
	return v, true, err
}

// transformed runs the attributes that change the argument, the innermost first;
// types among them only where conversion is allowed.
func (b *binder) transformed(p *Parameter, a *argument, mode bindMode) (objects.Value, error) {
	v, text := a.value, a.text
	if len(p.Transforms) == 0 && p.casts == 0 {
		return v, nil
	}
	var err error
	for i := len(p.Attributes) - 1; i >= 0; i-- {
		switch t := p.Attributes[i].(type) {
		case *castAttribute:
			if mode&coerce != 0 {
				v, err = b.cast(v, text, t.to)
				text = ""
			}
		case Transform:
			if !v.IsNull() || p.mandatorySomewhere() {
				v, err = t.Transform(b.session, v)
				text = ""
			}
		}
		if err != nil {
			return v, b.transformFailed(p, a, err)
		}
	}
	return v, nil
}

// cast converts an argument of a function as a cast does, stricter where a
// Boolean is wanted; text is the source of a number.
func (b *binder) cast(v objects.Value, text string, to *objects.Type) (objects.Value, error) {
	reference, isReference := objects.As[objects.Reference](v)
	if to == objects.PSReferenceType {
		if !isReference {
			return v, objects.NewException(objects.PSInvalidCastException, "Reference type is expected in argument.")
		}
		return v, nil
	}
	if isReference {
		v, text = reference.Value(), ""
	}
	if to == objects.StringType {
		if text != "" {
			return objects.String(text), nil
		}
		if list, ok := objects.As[*objects.Array](v); ok && b.table.Advanced && list != nil {
			return v, objects.NewException(objects.PSInvalidCastException, "Cannot convert value to type System.String.")
		}
	}
	if isTruthType(to) {
		if err := checkTruthValue(v, to); err != nil {
			return v, err
		}
	} else if b.table.Advanced && to.Elem != nil && isTruthType(to.Elem) {
		for _, item := range elements(v) {
			if err := checkTruthValue(item, to.Elem); err != nil {
				return v, err
			}
		}
	}
	if t := v.Type(); t == to && v.Kind() != objects.KindObject {
		return v, nil
	}
	return b.session.Types.Convert(v, to)
}

func isTruthType(t *objects.Type) bool {
	return t == objects.BooleanType || t == objects.SwitchParameterType || isNullableBoolean(t)
}

func isNullableBoolean(t *objects.Type) bool {
	return t.Open == objects.NullableOpenType && t.Args[0] == objects.BooleanType
}

// checkTruthValue refuses what is neither a truth value nor a number for a
// Boolean parameter.
func checkTruthValue(v objects.Value, to *objects.Type) error {
	name := ""
	if t := v.Type(); t != nil {
		if isTruthType(t) || isNumberType(t) {
			return nil
		}
		name = netName(t)
	} else if to != objects.BooleanType {
		return nil
	}
	return objects.NewException(objects.PSInvalidCastException, `Cannot convert value "`+name+`" to type "`+netName(to)+
		`". Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0.`)
}

func isNumberType(t *objects.Type) bool { return slices.Contains(numberRanks[:], t) }

// uncoerced is the value for a parameter of the type without conversion: of that
// type, or, for a list parameter, its elements.
func uncoerced(to *objects.Type, v objects.Value) (objects.Value, bool) {
	t := v.Type()
	switch {
	case t == nil:
		return objects.Null, !to.Is(objects.ValueTypeAttr) && to != objects.StringType || to.Open == objects.NullableOpenType
	case isA(t, to):
		return v, true
	case to.Elem == nil || to.Rank != 1:
		return v, false
	}
	list, ok := objects.Enumeration(v)
	if !ok {
		return objects.Of(objects.NewArray(to.Elem, []objects.Value{v})), isA(t, to.Elem)
	}
	var items []objects.Value
	err := list.Enumerate(func(v objects.Value) error {
		if t := v.Type(); t != nil && !isA(t, to.Elem) {
			return errStopped
		}
		items = append(items, v)
		return nil
	})
	return objects.Of(objects.NewArray(to.Elem, items)), err == nil
}

// isA reports whether a value of type t is one of type to as it is.
func isA(t, to *objects.Type) bool {
	return t == to || to == objects.ObjectType || to == objects.PSObjectType || t.DerivesFrom(to)
}

// coerced converts an argument to the type of a cmdlet's parameter. Unlike a
// cast it makes no scalar of a list, and no truth value of a text.
func (b *binder) coerced(p *Parameter, to *objects.Type, a *argument, v objects.Value) (objects.Value, error) {
	t := v.Type()
	switch {
	case t == nil:
		return b.coercedNull(p, to, a)
	case isA(t, to) || p.bindsItself:
		return v, nil
	case a.text != "" && isNumberType(t) && readsText(to):
		v = objects.String(a.text) // 1.10 is written differently as a number
		if to == objects.StringType {
			return v, nil
		}
	case isTruthType(to):
		return b.coercedTruth(p, to, a, v)
	case to.Elem != nil && to.Rank == 1:
		return b.coercedList(p, to, a, v)
	}
	if _, list := v.Base().Ref().(objects.Indexed); list && !isList(to) && to.Enum == nil {
		return v, b.notScalar(p, a)
	}
	converted, err := b.session.Types.Convert(v, to)
	if err != nil {
		return v, b.notConvertible(p, a, err)
	}
	return converted, nil
}

// readsText reports whether a type is made of the text of a number rather than of its
// value.
func readsText(t *objects.Type) bool { return t == objects.StringType || t == system.VersionType }

// isList reports whether a type is a collection that grows.
func isList(t *objects.Type) bool {
	return t.DerivesFrom(objects.ListIface) || t == objects.ArrayType
}

func (b *binder) coercedNull(p *Parameter, to *objects.Type, a *argument) (objects.Value, error) {
	switch to {
	case objects.BooleanType:
		return objects.Null, b.empty(p, a, "Null", "null")
	case objects.SwitchParameterType:
		return objects.Word(objects.SwitchParameterType, 0), nil
	}
	return objects.Null, nil
}

func (b *binder) coercedTruth(p *Parameter, to *objects.Type, a *argument, v objects.Value) (objects.Value, error) {
	if err := checkTruthValue(v, to); err != nil {
		return v, b.fail(fault{id: "CannotConvertArgument", parameter: p.Name, wanted: to, given: v.Type(), argument: a, inner: err,
			message: "Cannot convert '" + netName(v.Type()) + "' to the type '" + netName(to) + "' required by parameter '" + p.Name + "'. "})
	}
	if to == objects.SwitchParameterType {
		return objects.Word(to, truthBit(b.session.Types.Truth(v))), nil
	}
	return objects.Bool(b.session.Types.Truth(v)), nil
}

func truthBit(truth bool) uint64 {
	if truth {
		return 1
	}
	return 0
}

// coercedList makes an array: of the converted elements of a list, or of the
// one converted value.
func (b *binder) coercedList(p *Parameter, to *objects.Type, a *argument, v objects.Value) (objects.Value, error) {
	items := []objects.Value{v}
	if list, ok := objects.Enumeration(v); ok {
		if _, indexed := list.(objects.Indexed); indexed {
			items = slices.Clone(elements(v))
		}
	}
	for i, item := range items {
		if t := item.Type(); t == nil || isA(t, to.Elem) {
			continue
		}
		converted, err := b.coerced(p, to.Elem, a, item)
		if err != nil {
			return v, err
		}
		items[i] = converted
	}
	return objects.Of(objects.NewArray(to.Elem, items)), nil
}

// checkEmpty refuses null, and empty text and lists, for a mandatory parameter
// that does not allow them.
func (b *binder) checkEmpty(p *Parameter, a *argument, t *objects.Type, v objects.Value, outer bool) error {
	if v.IsNull() {
		if p.AllowNull || isNullableBoolean(t) {
			return nil
		}
		return b.empty(p, a, "Null", "null")
	}
	if t == objects.StringType {
		if s, _ := v.Str(); s == "" && !p.AllowEmptyString {
			return b.empty(p, a, "EmptyString", "an empty string")
		}
		return nil
	}
	list, ok := objects.Enumeration(v)
	if !outer || !ok || t.Elem == nil && !isList(t) {
		return nil
	}
	return b.checkEmptyList(p, a, t, list)
}

func (b *binder) checkEmptyList(p *Parameter, a *argument, t *objects.Type, list objects.Enumerable) error {
	elem := objects.ObjectType
	if t.Elem != nil {
		elem = t.Elem
	}
	any := false
	err := list.Enumerate(func(v objects.Value) error {
		any = true
		if elem.Is(objects.ValueTypeAttr) {
			return nil
		}
		return b.checkEmpty(p, a, elem, v, false)
	})
	switch {
	case err != nil || any || p.AllowEmptyCollection:
		return err
	case t.Elem != nil:
		return b.empty(p, a, "EmptyArray", "an empty array")
	}
	return b.empty(p, a, "EmptyCollection", "an empty collection")
}

// checkTypeName refuses a value, or an element, without the type name that
// [PSTypeName()] asks for.
func (b *binder) checkTypeName(p *Parameter, a *argument, v objects.Value) error {
	values := []objects.Value{v}
	if p.Type.Elem != nil {
		values = elements(v)
	}
	for _, v := range values {
		if v.IsNull() || slices.ContainsFunc(objects.TypeNames(v), func(name string) bool { return objects.EqualFold(name, p.TypeName) }) {
			continue
		}
		cast := objects.NewException(objects.PSInvalidCastException, "the type name is missing")
		return b.fail(fault{id: "MismatchedPSTypeName", parameter: p.Name, wanted: p.Type, given: v.Type(), argument: a, inner: cast,
			message: "Cannot bind argument to parameter '" + p.Name + "', because PSTypeNames of the argument do not match the PSTypeName required by the parameter: " + p.TypeName + "."})
	}
	return nil
}

// refused is the error of a parameter that is declared because scripts know it and
// that csshell cannot have.
func (b *binder) refused(p *Parameter, a *argument) error {
	return b.fail(fault{id: "ParameterNotAvailable", category: NotImplemented, parameter: p.Name, wanted: p.Type, argument: a,
		message: "The parameter '" + p.Name + "' of " + b.command.Name() + " is not available in csshell: " + p.Refused + "."})
}

// warnObsolete tells that an obsolete parameter was used.
func (b *binder) warnObsolete(p *Parameter) error {
	return b.warn("Parameter '" + p.Name + "' is obsolete. " + *p.Obsolete)
}

// warn writes a warning of the binding itself.
func (b *binder) warn(text string) error {
	rt := newCommandRuntime(&frame{session: b.session, scope: b.scope}, b.session.hostFrame().streams, b.command, b, b.info)
	return rt.WriteWarning(text)
}

// convertDefault converts the default value of a function's parameter; it is
// not checked by the validation attributes.
func (b *binder) convertDefault(p *Parameter, v objects.Value) (objects.Value, error) {
	if len(p.Transforms) == 0 && p.casts == 0 {
		return v, nil
	}
	return b.transformed(p, &argument{value: v, hasValue: true}, coerce)
}

// zeroArgument is what a function's parameter is without an argument and without
// a default value: 0 for numbers, False, "" for text, else $null.
func zeroArgument(p *Parameter) objects.Value {
	switch t := p.Type; {
	case t == objects.StringType:
		return objects.String("")
	case t == objects.DecimalType:
		return objects.Int32(0)
	case isNumberType(t), t == objects.BooleanType, t == objects.SwitchParameterType:
		return objects.Word(t, 0)
	}
	return objects.Null
}
