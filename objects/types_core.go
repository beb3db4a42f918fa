package objects

// The types that the language itself knows. All others are declared in the
// packages below objects/ next to their members.

// The root types.
var (
	ObjectType    = &Type{FullName: "System.Object", Kind: KindObject}
	ValueTypeType = &Type{FullName: "System.ValueType", Kind: KindObject, Attributes: AbstractAttr}
	EnumType      = &Type{FullName: "System.Enum", Base: ValueTypeType, Kind: KindEnum, Attributes: AbstractAttr}
	VoidType      = &Type{FullName: "System.Void", Kind: KindWord, Attributes: ValueTypeAttr | SealedAttr, Interfaces: valueInterfaces}
)

// The interfaces that the language asks for.
var (
	ComparableType     = &Type{FullName: "System.IComparable", Kind: KindObject, Attributes: InterfaceAttr | AbstractAttr}
	FormattableType    = &Type{FullName: "System.IFormattable", Kind: KindObject, Attributes: InterfaceAttr | AbstractAttr}
	ConvertibleType    = &Type{FullName: "System.IConvertible", Kind: KindObject, Attributes: InterfaceAttr | AbstractAttr}
	EnumerableType     = &Type{FullName: "System.Collections.IEnumerable", Kind: KindObject, Attributes: InterfaceAttr | AbstractAttr}
	EnumeratorType     = &Type{FullName: "System.Collections.IEnumerator", Kind: KindObject, Attributes: InterfaceAttr | AbstractAttr}
	CollectionIface    = &Type{FullName: "System.Collections.ICollection", Kind: KindObject, Attributes: InterfaceAttr | AbstractAttr, Interfaces: []*Type{EnumerableType}}
	ListIface          = &Type{FullName: "System.Collections.IList", Kind: KindObject, Attributes: InterfaceAttr | AbstractAttr, Interfaces: []*Type{CollectionIface}}
	DictionaryIface    = &Type{FullName: "System.Collections.IDictionary", Kind: KindObject, Attributes: InterfaceAttr | AbstractAttr, Interfaces: []*Type{CollectionIface}}
	DisposableType     = &Type{FullName: "System.IDisposable", Kind: KindObject, Attributes: InterfaceAttr | AbstractAttr}
	CloneableType      = &Type{FullName: "System.ICloneable", Kind: KindObject, Attributes: InterfaceAttr | AbstractAttr}
	EquatableOpenType  = &Type{FullName: "System.IEquatable`1", Kind: KindObject, Attributes: InterfaceAttr | AbstractAttr | GenericAttr}
	ComparableOpenType = &Type{FullName: "System.IComparable`1", Kind: KindObject, Attributes: InterfaceAttr | AbstractAttr | GenericAttr}

	EnumerableOpenType      = &Type{FullName: "System.Collections.Generic.IEnumerable`1", Kind: KindObject, Attributes: InterfaceAttr | AbstractAttr | GenericAttr | collectionAttr, Interfaces: []*Type{EnumerableType}}
	CollectionOpenIface     = &Type{FullName: "System.Collections.Generic.ICollection`1", Kind: KindObject, Attributes: InterfaceAttr | AbstractAttr | GenericAttr | collectionAttr, Interfaces: []*Type{EnumerableOpenType}}
	ListOpenIface           = &Type{FullName: "System.Collections.Generic.IList`1", Kind: KindObject, Attributes: InterfaceAttr | AbstractAttr | GenericAttr | collectionAttr, Interfaces: []*Type{CollectionOpenIface}}
	ReadOnlyCollectionIface = &Type{FullName: "System.Collections.Generic.IReadOnlyCollection`1", Kind: KindObject, Attributes: InterfaceAttr | AbstractAttr | GenericAttr | collectionAttr, Interfaces: []*Type{EnumerableOpenType}}
	ReadOnlyListIface       = &Type{FullName: "System.Collections.Generic.IReadOnlyList`1", Kind: KindObject, Attributes: InterfaceAttr | AbstractAttr | GenericAttr | collectionAttr, Interfaces: []*Type{ReadOnlyCollectionIface}}
	DictionaryOpenIface     = &Type{FullName: "System.Collections.Generic.IDictionary`2", Kind: KindObject, Attributes: InterfaceAttr | AbstractAttr | GenericAttr, Interfaces: []*Type{EnumerableType}}
)

// valueInterfaces are what the value types implement.
var valueInterfaces = []*Type{ComparableType, FormattableType, ConvertibleType}

// The value types held in place.
var (
	BooleanType         = &Type{FullName: "System.Boolean", Kind: KindBoolean, Attributes: ValueTypeAttr | SealedAttr | PrimitiveAttr, Interfaces: valueInterfaces}
	CharType            = &Type{FullName: "System.Char", Kind: KindChar, Attributes: ValueTypeAttr | SealedAttr | PrimitiveAttr, Interfaces: valueInterfaces}
	SByteType           = &Type{FullName: "System.SByte", Kind: KindSByte, Attributes: ValueTypeAttr | SealedAttr | PrimitiveAttr, Interfaces: valueInterfaces}
	ByteType            = &Type{FullName: "System.Byte", Kind: KindByte, Attributes: ValueTypeAttr | SealedAttr | PrimitiveAttr, Interfaces: valueInterfaces}
	Int16Type           = &Type{FullName: "System.Int16", Kind: KindInt16, Attributes: ValueTypeAttr | SealedAttr | PrimitiveAttr, Interfaces: valueInterfaces}
	UInt16Type          = &Type{FullName: "System.UInt16", Kind: KindUInt16, Attributes: ValueTypeAttr | SealedAttr | PrimitiveAttr, Interfaces: valueInterfaces}
	Int32Type           = &Type{FullName: "System.Int32", Kind: KindInt32, Attributes: ValueTypeAttr | SealedAttr | PrimitiveAttr, Interfaces: valueInterfaces}
	UInt32Type          = &Type{FullName: "System.UInt32", Kind: KindUInt32, Attributes: ValueTypeAttr | SealedAttr | PrimitiveAttr, Interfaces: valueInterfaces}
	Int64Type           = &Type{FullName: "System.Int64", Kind: KindInt64, Attributes: ValueTypeAttr | SealedAttr | PrimitiveAttr, Interfaces: valueInterfaces}
	UInt64Type          = &Type{FullName: "System.UInt64", Kind: KindUInt64, Attributes: ValueTypeAttr | SealedAttr | PrimitiveAttr, Interfaces: valueInterfaces}
	SingleType          = &Type{FullName: "System.Single", Kind: KindSingle, Attributes: ValueTypeAttr | SealedAttr | PrimitiveAttr, Interfaces: valueInterfaces}
	DoubleType          = &Type{FullName: "System.Double", Kind: KindDouble, Attributes: ValueTypeAttr | SealedAttr | PrimitiveAttr, Interfaces: valueInterfaces}
	IntPtrType          = &Type{FullName: "System.IntPtr", Kind: KindWord, Attributes: ValueTypeAttr | SealedAttr | PrimitiveAttr, Interfaces: valueInterfaces}
	DateTimeType        = &Type{FullName: "System.DateTime", Kind: KindDateTime, Attributes: ValueTypeAttr | SealedAttr, Interfaces: valueInterfaces}
	TimeSpanType        = &Type{FullName: "System.TimeSpan", Kind: KindTimeSpan, Attributes: ValueTypeAttr | SealedAttr, Interfaces: valueInterfaces}
	DateOnlyType        = &Type{FullName: "System.DateOnly", Kind: KindWord, Attributes: ValueTypeAttr | SealedAttr, Interfaces: valueInterfaces}
	TimeOnlyType        = &Type{FullName: "System.TimeOnly", Kind: KindWord, Attributes: ValueTypeAttr | SealedAttr, Interfaces: valueInterfaces}
	SwitchParameterType = &Type{FullName: "System.Management.Automation.SwitchParameter", Kind: KindSwitch, Attributes: ValueTypeAttr | SealedAttr}
)

// The value types too large for a word: boxed references.
var (
	DecimalType        = &Type{FullName: "System.Decimal", Kind: KindObject, Attributes: ValueTypeAttr | SealedAttr, Interfaces: valueInterfaces}
	BigIntegerType     = &Type{FullName: "System.Numerics.BigInteger", Kind: KindObject, Attributes: ValueTypeAttr | SealedAttr, Interfaces: valueInterfaces}
	GuidType           = &Type{FullName: "System.Guid", Kind: KindObject, Attributes: ValueTypeAttr | SealedAttr, Interfaces: valueInterfaces}
	DateTimeOffsetType = &Type{FullName: "System.DateTimeOffset", Kind: KindObject, Attributes: ValueTypeAttr | SealedAttr, Interfaces: valueInterfaces}
)

// The reference types of the language.
var (
	StringType            = &Type{FullName: "System.String", Kind: KindString, Attributes: SealedAttr, Interfaces: []*Type{ComparableType, ConvertibleType, CloneableType, EnumerableType}}
	ArrayType             = &Type{FullName: "System.Array", Kind: KindObject, Attributes: AbstractAttr, Interfaces: []*Type{ListIface, CloneableType}}
	TypeType              = &Type{FullName: "System.Type", Kind: KindObject, Attributes: AbstractAttr}
	RuntimeTypeType       = &Type{FullName: "System.RuntimeType", Base: TypeType, Kind: KindObject, Attributes: SealedAttr}
	HashtableType         = &Type{FullName: "System.Collections.Hashtable", Kind: KindObject, Interfaces: []*Type{DictionaryIface, CloneableType}}
	ListDictionaryType    = &Type{FullName: "System.Collections.ListDictionaryInternal", Kind: KindObject, Interfaces: []*Type{DictionaryIface}} // of Exception.Data
	OrderedDictionaryType = &Type{FullName: "System.Collections.Specialized.OrderedDictionary", Kind: KindObject, Interfaces: []*Type{DictionaryIface}}
	DictionaryEntryType   = &Type{FullName: "System.Collections.DictionaryEntry", Kind: KindObject, Attributes: ValueTypeAttr | SealedAttr, Interfaces: valueInterfaces}
	ArrayListType         = &Type{FullName: "System.Collections.ArrayList", Kind: KindObject, Interfaces: []*Type{ListIface, CloneableType}}
	ListOpenType          = &Type{FullName: "System.Collections.Generic.List`1", Kind: KindObject, Attributes: GenericAttr, Interfaces: []*Type{ListOpenIface, ReadOnlyListIface, ListIface}}
	CollectionOpenType    = &Type{FullName: "System.Collections.ObjectModel.Collection`1", Kind: KindObject, Attributes: GenericAttr, Interfaces: []*Type{ListOpenIface, ReadOnlyListIface, ListIface}}
	DictionaryOpenType    = &Type{FullName: "System.Collections.Generic.Dictionary`2", Kind: KindObject, Attributes: GenericAttr, Interfaces: []*Type{DictionaryOpenIface, DictionaryIface}}
	PSObjectType          = &Type{FullName: "System.Management.Automation.PSObject", Kind: KindObject}
	PSCustomObjectType    = &Type{FullName: "System.Management.Automation.PSCustomObject", Kind: KindObject, Attributes: SealedAttr}
	ScriptBlockType       = &Type{FullName: "System.Management.Automation.ScriptBlock", Kind: KindObject}
	PSReferenceType       = &Type{FullName: "System.Management.Automation.PSReference", Kind: KindObject}
	NullableOpenType      = &Type{FullName: "System.Nullable`1", Kind: KindObject, Attributes: GenericAttr | ValueTypeAttr}
	DelegateType          = &Type{FullName: "System.Delegate", Kind: KindObject, Attributes: AbstractAttr}
)
