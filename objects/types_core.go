package objects

// The types that the language itself knows. All others are declared in the
// packages below objects/ next to their members.

// The root types.
var (
	ObjectType    = &Type{FullName: "System.Object", Kind: KindObject}
	ValueTypeType = &Type{FullName: "System.ValueType", Kind: KindObject, Attributes: AbstractAttr}
	EnumType      = &Type{FullName: "System.Enum", Base: ValueTypeType, Kind: KindEnum, Attributes: AbstractAttr}
	VoidType      = valueType("System.Void", KindWord, 0)
)

// The interfaces that the language asks for.
var (
	ComparableType    = interfaceType("System.IComparable")
	FormattableType   = interfaceType("System.IFormattable")
	ConvertibleType   = interfaceType("System.IConvertible")
	EnumerableType    = interfaceType("System.Collections.IEnumerable")
	EnumeratorType    = interfaceType("System.Collections.IEnumerator")
	CollectionIface   = interfaceType("System.Collections.ICollection", EnumerableType)
	ListIface         = interfaceType("System.Collections.IList", CollectionIface)
	DictionaryIface   = interfaceType("System.Collections.IDictionary", CollectionIface)
	DisposableType    = interfaceType("System.IDisposable")
	CloneableType     = interfaceType("System.ICloneable")
	EquatableOpenType = interfaceType("System.IEquatable`1")

	EnumerableOpenType      = genericInterface("System.Collections.Generic.IEnumerable`1", EnumerableType)
	CollectionOpenIface     = genericInterface("System.Collections.Generic.ICollection`1", EnumerableOpenType)
	ListOpenIface           = genericInterface("System.Collections.Generic.IList`1", CollectionOpenIface)
	ReadOnlyCollectionIface = genericInterface("System.Collections.Generic.IReadOnlyCollection`1", EnumerableOpenType)
	ReadOnlyListIface       = genericInterface("System.Collections.Generic.IReadOnlyList`1", ReadOnlyCollectionIface)
	DictionaryOpenIface     = &Type{FullName: "System.Collections.Generic.IDictionary`2", Kind: KindObject, Attributes: InterfaceAttr | AbstractAttr | GenericAttr, Interfaces: []*Type{EnumerableType}}
)

// The value types held in place.
var (
	BooleanType         = valueType("System.Boolean", KindBoolean, PrimitiveAttr)
	CharType            = valueType("System.Char", KindChar, PrimitiveAttr)
	SByteType           = valueType("System.SByte", KindSByte, PrimitiveAttr)
	ByteType            = valueType("System.Byte", KindByte, PrimitiveAttr)
	Int16Type           = valueType("System.Int16", KindInt16, PrimitiveAttr)
	UInt16Type          = valueType("System.UInt16", KindUInt16, PrimitiveAttr)
	Int32Type           = valueType("System.Int32", KindInt32, PrimitiveAttr)
	UInt32Type          = valueType("System.UInt32", KindUInt32, PrimitiveAttr)
	Int64Type           = valueType("System.Int64", KindInt64, PrimitiveAttr)
	UInt64Type          = valueType("System.UInt64", KindUInt64, PrimitiveAttr)
	SingleType          = valueType("System.Single", KindSingle, PrimitiveAttr)
	DoubleType          = valueType("System.Double", KindDouble, PrimitiveAttr)
	IntPtrType          = valueType("System.IntPtr", KindWord, PrimitiveAttr)
	DateTimeType        = valueType("System.DateTime", KindDateTime, 0)
	TimeSpanType        = valueType("System.TimeSpan", KindTimeSpan, 0)
	DateOnlyType        = valueType("System.DateOnly", KindWord, 0)
	TimeOnlyType        = valueType("System.TimeOnly", KindWord, 0)
	SwitchParameterType = &Type{FullName: "System.Management.Automation.SwitchParameter", Base: ValueTypeType, Kind: KindSwitch, Attributes: ValueTypeAttr | SealedAttr}
)

// The value types too large for a word: boxed references.
var (
	DecimalType        = valueType("System.Decimal", KindObject, 0)
	BigIntegerType     = valueType("System.Numerics.BigInteger", KindObject, 0)
	GuidType           = valueType("System.Guid", KindObject, 0)
	DateTimeOffsetType = valueType("System.DateTimeOffset", KindObject, 0)
)

// The reference types of the language.
var (
	StringType            = &Type{FullName: "System.String", Kind: KindString, Attributes: SealedAttr, Interfaces: []*Type{ComparableType, ConvertibleType, CloneableType, EnumerableType}}
	ArrayType             = &Type{FullName: "System.Array", Kind: KindObject, Attributes: AbstractAttr, Interfaces: []*Type{ListIface, CloneableType}}
	TypeType              = &Type{FullName: "System.Type", Kind: KindObject, Attributes: AbstractAttr}
	RuntimeTypeType       = &Type{FullName: "System.RuntimeType", Base: TypeType, Kind: KindObject, Attributes: SealedAttr}
	HashtableType         = &Type{FullName: "System.Collections.Hashtable", Kind: KindObject, Interfaces: []*Type{DictionaryIface, CloneableType}}
	OrderedDictionaryType = &Type{FullName: "System.Collections.Specialized.OrderedDictionary", Kind: KindObject, Interfaces: []*Type{DictionaryIface}}
	DictionaryEntryType   = valueType("System.Collections.DictionaryEntry", KindObject, 0)
	ArrayListType         = &Type{FullName: "System.Collections.ArrayList", Kind: KindObject, Interfaces: []*Type{ListIface, CloneableType}}
	ListOpenType          = &Type{FullName: "System.Collections.Generic.List`1", Kind: KindObject, Attributes: GenericAttr, Interfaces: []*Type{ListOpenIface, ReadOnlyListIface, ListIface}}
	CollectionOpenType    = &Type{FullName: "System.Collections.ObjectModel.Collection`1", Kind: KindObject, Attributes: GenericAttr, Interfaces: []*Type{ListOpenIface, ReadOnlyListIface, ListIface}}
	DictionaryOpenType    = &Type{FullName: "System.Collections.Generic.Dictionary`2", Kind: KindObject, Attributes: GenericAttr, Interfaces: []*Type{DictionaryOpenIface, DictionaryIface}}
	PSObjectType          = &Type{FullName: "System.Management.Automation.PSObject", Kind: KindObject}
	PSCustomObjectType    = &Type{FullName: "System.Management.Automation.PSCustomObject", Kind: KindObject, Attributes: SealedAttr}
	ScriptBlockType       = &Type{FullName: "System.Management.Automation.ScriptBlock", Kind: KindObject}
	PSReferenceType       = &Type{FullName: "System.Management.Automation.PSReference", Kind: KindObject}
	NullableOpenType      = &Type{FullName: "System.Nullable`1", Base: ValueTypeType, Kind: KindObject, Attributes: GenericAttr | ValueTypeAttr}
	DelegateType          = &Type{FullName: "System.Delegate", Kind: KindObject, Attributes: AbstractAttr}
)

func valueType(name string, kind Kind, more TypeAttributes) *Type {
	return &Type{FullName: name, Base: ValueTypeType, Kind: kind, Attributes: ValueTypeAttr | SealedAttr | more,
		Interfaces: []*Type{ComparableType, FormattableType, ConvertibleType}}
}

func interfaceType(name string, bases ...*Type) *Type {
	return &Type{FullName: name, Kind: KindObject, Attributes: InterfaceAttr | AbstractAttr, Interfaces: bases}
}

func genericInterface(name string, bases ...*Type) *Type {
	t := interfaceType(name, bases...)
	t.Attributes |= GenericAttr | collectionAttr
	return t
}
