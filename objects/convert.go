package objects

// ConvertFrom is what the Class of a script's type may implement, to take
// values of other types itself; ok is false where it has nothing to say.
type ConvertFrom interface {
	ConvertFrom(tt *TypeTable, v Value) (converted Value, ok bool, err error)
}

// Convert converts v to the type as a cast does (LanguagePrimitives.ConvertTo
// with the invariant culture, "about_Type_Conversion"). The error is an
// InvalidCastException with the id that PowerShell gives; see [ScriptError].
func (tt *TypeTable) Convert(v Value, to *Type) (Value, error) {
	switch r := v.ref.(type) {
	case *Type:
		if r == to {
			return v, nil
		}
		if isPlainNumber(r.Kind) && isPlainNumber(to.Kind) {
			return tt.toNumber(v, to)
		}
	case string:
		if isPlainNumber(to.Kind) {
			return tt.stringToNumber(r, to)
		}
	}
	base := v.Base()
	if base.ref == nil {
		return tt.convertNull(base, to)
	}
	if from := base.Type(); from == to || from.DerivesFrom(to) {
		return assigned(v, base), nil
	}
	if class, ok := to.Class.(ConvertFrom); ok {
		if c, ok, err := class.ConvertFrom(tt, v); ok {
			return c, err
		}
	}
	return tt.convertTo(v, base, to)
}

// ConvertAs converts as -as does: like Convert, but a date or time is written
// in the culture of the session.
func (tt *TypeTable) ConvertAs(v Value, to *Type) (Value, error) {
	if base := v.Base(); to == StringType && !isNumber(base) {
		if s, ok, err := tt.localText(base, tt.Culture()); ok {
			return String(s), err
		}
	}
	return tt.Convert(v, to)
}

// isPlainNumber reports whether values of the kind are numbers held in place.
func isPlainNumber(k Kind) bool { return KindSByte <= k && k <= KindDouble }

// assigned is a value that needs no conversion: text and value types lose
// the PSObject around them, references keep it for its members.
func assigned(v, base Value) Value {
	if base.Kind() == KindObject {
		return v
	}
	return base
}

// convertTo chooses the conversion by the kind of the target.
func (tt *TypeTable) convertTo(v, base Value, to *Type) (Value, error) {
	switch to.Kind {
	case KindBoolean:
		return Bool(tt.Truth(base)), nil
	case KindString:
		s, err := tt.Text(v, tt.Separator())
		return String(s), err
	case KindChar:
		return tt.toChar(base)
	case KindSByte, KindByte, KindInt16, KindUInt16, KindInt32, KindUInt32, KindInt64, KindUInt64, KindSingle, KindDouble:
		return tt.toNumber(base, to)
	case KindEnum:
		return tt.toEnum(base, to)
	}
	switch {
	case to == DecimalType:
		return tt.toDecimal(base)
	case to == BigIntegerType:
		return tt.toBigInteger(base)
	case to.Elem != nil:
		return tt.toArray(base, to)
	case to == ArrayType:
		return tt.toArray(base, ArrayOf(ObjectType))
	case to.Open == NullableOpenType && len(to.Args) == 1:
		return tt.toNullable(v, to)
	case to == VoidType:
		return AutomationNull(), nil
	case to == IntPtrType && isNumber(base):
		n, err := tt.Convert(base, Int64Type)
		return Word(to, n.num), err
	}
	return tt.toObject(v, base, to)
}

// toNullable converts to the type that a Nullable holds.
func (tt *TypeTable) toNullable(v Value, to *Type) (Value, error) {
	c, err := tt.Convert(v, to.Args[0])
	if isFinal(err) {
		err = tt.noConversion(v, to)
	}
	return c, err
}

// convertNull is $null as a value of the type: zero for the simple value
// types, "" for a string, $null for a reference.
func (tt *TypeTable) convertNull(null Value, to *Type) (Value, error) {
	switch k := to.Kind; {
	case k == KindString:
		return String(""), nil
	case to == VoidType:
		return AutomationNull(), nil
	case to == DecimalType, to == BigIntegerType:
		return tt.Convert(Int32(0), to)
	case KindBoolean <= k && k <= KindDouble, k == KindSwitch:
		return Word(to, 0), nil
	case k == KindEnum && to.Enum != nil:
		return Null, undefinedEnum("nullToEnumInvalidCast", "null", to)
	case to.Is(ValueTypeAttr) && to.Open != NullableOpenType:
		return Null, tt.noConversion(Null, to)
	}
	return null, nil
}

// toNumber converts to a number type other than Decimal.
func (tt *TypeTable) toNumber(v Value, to *Type) (Value, error) {
	switch r := v.ref.(type) {
	case string:
		return tt.stringToNumber(r, to)
	case *BigInteger:
		return tt.bigToNumber(r, to)
	case *Decimal:
	case *Type:
		if r.Kind == KindTimeSpan || r.Kind == KindSwitch || r.Kind == KindWord {
			return Null, tt.noConversion(v, to)
		}
	default:
		if c, ok, err := tt.byOperator(v, to); ok {
			return c, err
		}
		return Null, tt.noConversion(v, to)
	}
	bits, err := numberBits(v, to)
	if err != nil {
		return Null, tt.cannotConvert("InvalidCastIConvertible", v, to, err)
	}
	return Word(to, bits), nil
}

// toChar converts to a Char: a string of one character, or its number.
func (tt *TypeTable) toChar(v Value) (Value, error) {
	if s, ok := v.ref.(string); ok {
		if c, ok := onlyChar(s); ok {
			return Char(c), nil
		}
		return Null, tt.cannotConvert("InvalidCastParseTargetInvocation", v, CharType,
			NewException(FormatException, "String must be exactly one character long."))
	}
	return tt.toNumber(v, CharType)
}
