package objects

import "errors"

// construct1 makes an object of the type by its constructor of one parameter,
// where that takes v as it is or widened (Type.GetConstructor); ok is false
// where there is none. The capacity of a collection does not count as one.
func (tt *TypeTable) construct1(v Value, to *Type) (made Value, ok bool, err error) {
	if isNumber(v) && to.DerivesFrom(CollectionIface) || to.Is(AbstractAttr) {
		return Null, false, nil
	}
	g := tt.info(to).constructors
	if g == nil {
		return Null, false, nil
	}
	from := typeOfValue(v)
	for _, o := range g.overloads {
		if s := o.params(); len(s.params) == 1 && !s.params[0].params && binds(from, s.params[0].typ) {
			made, err = tt.InvokeStatic(background(), to, Invocation{Name: "new", Args: []Value{v}})
			if err != nil {
				err = tt.cannotConvert("InvalidCastConstructorException", v, to, thrown(err))
			}
			return made, true, err
		}
	}
	return Null, false, nil
}

// thrown is the exception that a called method threw, without the one that
// tells of the call.
func thrown(err error) error {
	if e, ok := errors.AsType[*Exception](err); ok && e.typ == MethodInvocationException && e.Inner != nil {
		return e.Inner
	}
	return err
}

// binds reports whether .NET's default binder passes a value of one type as
// another: a derived type, or a number, character or enum widened.
func binds(from, to *Type) bool {
	switch {
	case from.Kind == KindEnum:
		return from == to || serves(underlyingType(from), to)
	case from == CharType:
		return to == CharType || to == UInt16Type || to.Kind >= KindInt32 && to.Kind <= KindDouble
	}
	return to != ObjectType && serves(from, to)
}

// fromString converts a string by the type's Parse, its constructor or cast
// operator, or as the only element of a list.
func (tt *TypeTable) fromString(s string, to *Type) (Value, bool, error) {
	if c, ok, err := tt.parse(s, to); ok {
		return c, true, err
	}
	if c, ok, err := tt.construct1(String(s), to); ok {
		return c, true, err
	}
	if c, ok, err := tt.byOperator(String(s), to); ok {
		return c, true, err
	}
	return tt.fromScalar(String(s), to)
}

// parse calls T.Parse(string), or T.Parse(string, IFormatProvider).
func (tt *TypeTable) parse(s string, to *Type) (Value, bool, error) {
	if c, ok, err := tt.parseValue(s, to); ok {
		if err != nil {
			err = tt.cannotConvert("InvalidCastParseTargetInvocationWithFormatProvider", String(s), to, err)
		}
		return c, true, err
	}
	g := tt.info(to).group("parse", true)
	if g == nil {
		return Null, false, nil
	}
	id := ""
	for _, o := range g.overloads {
		switch p := o.params().params; {
		case len(p) == 2 && p[0].typ == StringType && p[1].typ.FullName == "System.IFormatProvider":
			id = "InvalidCastParseTargetInvocationWithFormatProvider"
		case len(p) == 1 && p[0].typ == StringType && id == "":
			id = "InvalidCastParseTargetInvocation"
		}
	}
	if id == "" {
		return Null, false, nil
	}
	v, err := tt.InvokeStatic(background(), to, Invocation{Name: "Parse", Args: []Value{String(s)}})
	if err != nil {
		return Null, true, tt.cannotConvert(id, String(s), to, thrown(err))
	}
	return v, true, nil
}

// byOperator calls op_Implicit or op_Explicit of either type.
func (tt *TypeTable) byOperator(v Value, to *Type) (Value, bool, error) {
	from := typeOfValue(v)
	for _, name := range [...]string{"op_Implicit", "op_Explicit"} {
		for _, t := range [...]*Type{to, from} {
			o := tt.castOperator(t, name, from, to)
			if o == nil {
				continue
			}
			c := candidate{overload: o, sig: o.params()}
			made, err := tt.call(background(), target{this: TypeValue(t), typ: t}, &c, Invocation{Name: name, Args: []Value{v}})
			if err != nil {
				err = tt.cannotConvert("InvalidCastTargetInvocationException"+name, v, to, thrown(err))
			}
			return made, true, err
		}
	}
	return Null, false, nil
}

// castOperator is the cast of t from one type to another; nil for none.
func (tt *TypeTable) castOperator(t *Type, name string, from, to *Type) *overload {
	if t == nil {
		return nil
	}
	g := tt.info(t).group(foldKey(name), true)
	if g == nil {
		return nil
	}
	for _, o := range g.overloads {
		s := o.params()
		if len(s.params) == 1 && binds(from, s.params[0].typ) && tt.signatureType(s.result, o.owner, nil, nil) == to {
			return o
		}
	}
	return nil
}
