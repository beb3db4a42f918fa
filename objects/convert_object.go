package objects

// toObject converts to a type that is neither simple nor an array: by what the
// type itself says, by reading a string, by a constructor or a cast operator,
// by the elements of a list or the properties of a dictionary
// ("about_Type_Conversion", "about_Casting").
func (tt *TypeTable) toObject(v, base Value, to *Type) (Value, error) {
	if d := tt.info(to).declaration; d != nil && d.Convert != nil {
		if c, ok, err := d.Convert(tt, v); ok {
			return c, err
		}
	}
	switch to {
	case SwitchParameterType:
		if base.ref == BooleanType {
			return Word(to, base.num), nil
		}
	case PSCustomObjectType, PSObjectType:
		if h, ok := base.ref.(*Hashtable); ok && to == PSCustomObjectType {
			return tt.customObject(h)
		}
		return v, nil
	case TypeType, RuntimeTypeType:
		if s, ok := tt.typeNameOf(base); ok {
			return tt.typeFromName(s, to)
		}
	}
	if d, ok := delegateOf(base, to); ok {
		return Of(d), nil
	}
	if c, ok, err := tt.byContent(v, base, to); ok {
		return c, err
	}
	return tt.lastResort(v, base, to)
}

// byContent tries the conversions that look at the kind of the source.
func (tt *TypeTable) byContent(v, base Value, to *Type) (Value, bool, error) {
	switch r := base.ref.(type) {
	case string:
		return tt.fromString(r, to)
	case *Hashtable:
		if c, ok, err := tt.construct1(base, to); ok {
			return c, true, err
		}
		return tt.fromDictionary(r, to)
	case *PSObject:
		return tt.fromCustomObject(r, to)
	case Enumerable:
		if c, ok, err := tt.construct1(base, to); ok {
			return c, true, err
		}
		return tt.fromList(r, base, to)
	}
	if c, ok, err := tt.construct1(base, to); ok {
		return c, true, err
	}
	if c, ok, err := tt.byOperator(base, to); ok {
		return c, true, err
	}
	if isNumber(base) {
		return tt.throughText(base, to)
	}
	if !takesPart(base.Type()) {
		return tt.fromScalar(base, to)
	}
	return Null, false, nil
}

// lastResort is the error where nothing fits: that of Convert.ChangeType for
// the types that take part in it.
func (tt *TypeTable) lastResort(v, base Value, to *Type) (Value, error) {
	if _, text := base.ref.(string); !text && takesPart(base.Type()) && !isNumber(base) && to != SwitchParameterType {
		from := base.Type()
		return Null, tt.cannotConvert("InvalidCastIConvertible", base, to, NewException(InvalidCastException,
			"Invalid cast from '"+convertibleName(from, to)+"' to '"+convertibleName(to, to)+"'."))
	}
	return Null, tt.noConversion(v, to)
}

// convertibleName is a type in the message of Convert: short for the targets
// that it has a method for.
func convertibleName(t, to *Type) string {
	if to == DateTimeType || to == DecimalType {
		return t.Name()
	}
	return t.QualifiedName()
}

// takesPart reports whether a type implements IConvertible.
func takesPart(t *Type) bool { return isConvertible(t) || t.Kind == KindEnum }

// throughText converts a number as the text that it is written by.
func (tt *TypeTable) throughText(number Value, to *Type) (Value, bool, error) {
	s, err := tt.Text(number, "")
	if err != nil {
		return Null, true, err
	}
	c, err := tt.Convert(String(s), to)
	if isFinal(err) {
		return Null, false, nil
	}
	return c, true, err
}

// typeNameOf is the name that a conversion to System.Type looks up.
func (tt *TypeTable) typeNameOf(v Value) (string, bool) {
	if s, ok := v.ref.(string); ok {
		return s, true
	}
	if isNumber(v) {
		return tt.shown(v), true
	}
	return "", false
}

func (tt *TypeTable) typeFromName(name string, to *Type) (Value, error) {
	if t, ok := tt.Lookup(name, nil); ok && to == TypeType {
		return TypeValue(t), nil
	}
	return Null, castError("InvalidCastFromStringToType",
		"Cannot convert the \""+name+"\" value of type \"System.String\" to type \""+to.String()+"\".")
}

// customObject is [pscustomobject]@{...}: the entries as note properties in
// their order; PSTypeName names a type of the object.
func (tt *TypeTable) customObject(h *Hashtable) (Value, error) {
	p := NewCustomObject()
	var err error
	h.Each(func(key, value Value) bool {
		var name string
		if name, err = tt.Text(key, tt.Separator()); err != nil {
			return false
		}
		if EqualFold(name, "PSTypeName") {
			var typeName string
			typeName, err = tt.Text(value, tt.Separator())
			p.SetTypeNames([]string{typeName, PSCustomObjectType.FullName, ObjectType.FullName})
			return err == nil
		}
		p.SetNote(name, value)
		return true
	})
	return Of(p), err
}
