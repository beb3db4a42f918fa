package objects

// ValuedEnum makes an enum whose members have the values.
func ValuedEnum(fullName string, values []int64, names ...string) *Type {
	return &Type{FullName: fullName, Kind: KindEnum, Attributes: ValueTypeAttr | SealedAttr, Enum: &EnumInfo{Names: names, Values: values}}
}

// Class makes a type of .NET whose values are objects.
func Class(fullName string, base *Type, interfaces ...*Type) *Type {
	return &Type{FullName: fullName, Base: base, Kind: KindObject, Interfaces: interfaces}
}

// Does is a method without a result.
func Does(signature string, call func(c *Call) error) Method {
	return Method{Signature: signature, Call: func(c *Call) (Value, error) { return AutomationNull(), call(c) }}
}

// Constant is a property that is always the same.
func Constant(signature string, v Value) Property {
	return Property{Signature: signature, Get: func(Value) (Value, error) { return v, nil }}
}

// ConversionRefused is the error of a conversion that a type itself refuses.
func (tt *TypeTable) ConversionRefused(id string, v Value, to *Type, cause error) error {
	return tt.cannotConvert(id, v, to, cause)
}

// Slot is a property that objects of a Go type hold as it is assigned, converted
// to the type of the signature.
func Slot[T Object](signature string, of func(this T) *Value) Property {
	return Property{
		Signature: signature,
		Get: func(this Value) (Value, error) {
			if o, ok := As[T](this); ok {
				return *of(o), nil
			}
			return Null, nil
		},
		Set: func(this, v Value) error {
			if o, ok := As[T](this); ok {
				*of(o) = v
			}
			return nil
		},
	}
}
