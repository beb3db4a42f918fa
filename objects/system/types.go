package system

import "github.com/csshell/csshell/objects"

// Types are the types of this package for a TypeTable.
func Types() []objects.TypeEntry {
	entries := []objects.TypeEntry{
		{Type: objects.ObjectType, Declare: objectDeclaration},
		{Type: objects.ValueTypeType},
		{Type: objects.EnumType, Declare: withConversions(enumDeclaration)},
		{Type: objects.VoidType, Accelerators: []string{"void"}},
		{Type: objects.StringType, Accelerators: []string{"string"}, Declare: withConversions(stringDeclaration)},
		{Type: objects.CharType, Accelerators: []string{"char"}, Declare: withConversions(charDeclaration)},
		{Type: objects.BooleanType, Accelerators: []string{"bool"}, Declare: withConversions(booleanDeclaration)},
		{Type: objects.ArrayType, Accelerators: []string{"array"}, Declare: arrayDeclaration},
		{Type: objects.TypeType, Accelerators: []string{"type"}, Declare: typeDeclaration},
		{Type: objects.RuntimeTypeType},
		{Type: objects.DateTimeType, Accelerators: []string{"datetime"}, Declare: withConversions(dateTimeDeclaration)},
		{Type: objects.TimeSpanType, Accelerators: []string{"timespan"}, Declare: timeSpanDeclaration},
		{Type: objects.DateTimeOffsetType, Declare: offsetDeclaration},
		{Type: objects.DateOnlyType, Declare: dateOnlyDeclaration},
		{Type: objects.TimeOnlyType, Declare: timeOnlyDeclaration},
		{Type: TimeZoneInfoType, Declare: timeZoneDeclaration},
		{Type: objects.GuidType, Accelerators: []string{"guid"}, Declare: guidDeclaration},
		{Type: MathType, Declare: mathDeclaration},
		{Type: VersionType, Accelerators: []string{"version"}, Declare: versionDeclaration},
		{Type: ConvertType, Declare: convertDeclaration},
		{Type: EnvironmentType, Declare: environmentDeclaration},
		{Type: OperatingSystemType, Declare: operatingSystemDeclaration},
		{Type: RandomType, Declare: randomDeclaration},
		{Type: GCType, Declare: gcDeclaration},
		{Type: BitConverterType, Declare: bitConverterDeclaration},
		{Type: ActivatorType, Declare: activatorDeclaration},
		{Type: DBNullType, Declare: dbNullDeclaration},
		{Type: objects.BigIntegerType, Accelerators: []string{"bigint"}},
		{Type: objects.NullableOpenType},
		{Type: objects.IntPtrType, Declare: intPtrDeclaration},
		{Type: CharEnumeratorType, Declare: enumeratorDeclaration(CharEnumeratorType)},
		{Type: ArrayEnumeratorType, Declare: enumeratorDeclaration(ArrayEnumeratorType)},
		{Type: objects.FormatProviderIface}, {Type: objects.ComparableType}, {Type: objects.FormattableType}, {Type: objects.ConvertibleType}, {Type: objects.DisposableType},
		{Type: objects.EquatableOpenType}, {Type: objects.ComparableOpenType},
		{Type: objects.CloneableType},
	}
	entries = append(entries, delegates()...)
	entries = append(entries, tupleEntries()...)
	entries = append(entries, threadingEntries()...)
	entries = append(entries, reflectionEntries()...)
	entries = append(entries, assemblyEntries()...)
	entries = append(entries, smallEntries()...)
	entries = append(entries, numberTypes()...)
	entries = append(entries, exceptionTypes()...)
	return append(entries, enums()...)
}

func numberTypes() []objects.TypeEntry {
	var entries []objects.TypeEntry
	for _, n := range numerics() {
		accelerators := []string{n.name}
		switch n.typ {
		case objects.Int16Type, objects.Int32Type, objects.Int64Type, objects.UInt16Type, objects.UInt32Type, objects.UInt64Type, objects.SingleType:
			accelerators = append(accelerators, n.typ.Name())
		}
		entries = append(entries, objects.TypeEntry{Type: n.typ, Accelerators: accelerators, Declare: func() *objects.Declaration { return numberDeclaration(n) }})
	}
	return entries
}
