package collections

import "github.com/csshell/csshell/objects"

// Types are the types of this package for a TypeTable.
func Types() []objects.TypeEntry {
	entries := []objects.TypeEntry{
		{Type: objects.HashtableType, Accelerators: []string{"hashtable"}, Declare: hashtableDeclaration},
		{Type: SyncHashtableType},
		{Type: objects.ListDictionaryType, Declare: listDictionaryDeclaration},
		{Type: objects.OrderedDictionaryType, Accelerators: []string{"ordered"}, Declare: orderedDeclaration},
		{Type: objects.ArrayListType, Declare: arrayListDeclaration},
		{Type: objects.ListOpenType, Declare: genericListDeclaration},
		{Type: objects.CollectionOpenType, Declare: collectionDeclaration},
		{Type: DataCollectionType, Declare: dataCollectionDeclaration},
		{Type: objects.DictionaryOpenType, Declare: genericDictionary(plainDictionary())},
		{Type: SortedDictionaryType, Declare: genericDictionary(dictionaryKind{SortedDictionaryType, sortedMake, sortedKeysType, sortedValuesType, "System.Collections.Generic.SortedDictionary`2"})},
		{Type: SortedListOpenType, Declare: genericDictionary(dictionaryKind{SortedListOpenType, sortedMake, sortedKeysType, sortedValuesType, "System.Collections.Generic.SortedList`2"})},
		{Type: ConcurrentDictionaryType, Declare: genericDictionary(concurrentDictionary())},
		{Type: KeyValuePairType, Declare: keyValuePairDeclaration},
		{Type: SortedListType, Declare: sortedListDeclaration},
		{Type: sortedListKeys, Declare: viewDeclaration(sortedListKeys)}, {Type: sortedListValues, Declare: viewDeclaration(sortedListValues)},
		{Type: dictionaryKeysType, Declare: viewDeclaration(dictionaryKeysType)}, {Type: dictionaryValuesType, Declare: viewDeclaration(dictionaryValuesType)},
		{Type: sortedKeysType, Declare: viewDeclaration(sortedKeysType)}, {Type: sortedValuesType, Declare: viewDeclaration(sortedValuesType)},
		{Type: dictionaryEnumeratorType, Declare: entryEnumeratorDeclaration(dictionaryEnumeratorType)},
		{Type: EnumeratorType, Declare: func() *objects.Declaration { return objects.EnumeratorDeclaration(EnumeratorType) }},
		{Type: HashSetType, Declare: setDeclaration(HashSetType)},
		{Type: SortedSetType, Declare: setDeclaration(SortedSetType)},
		{Type: StringComparerType, Declare: stringComparerDeclaration},
		{Type: ReadOnlyCollectionType, Declare: readOnlyDeclaration},
		{Type: HashtableKeysType, Declare: viewDeclaration(HashtableKeysType)},
		{Type: HashtableValuesType, Declare: viewDeclaration(HashtableValuesType)},
		{Type: OrderedKeysType, Declare: viewDeclaration(OrderedKeysType)},
		{Type: HashtableEnumeratorType, Declare: entryEnumeratorDeclaration(HashtableEnumeratorType)},
		{Type: OrderedEnumeratorType, Declare: entryEnumeratorDeclaration(OrderedEnumeratorType)},
		{Type: EqualityComparerIface}, {Type: ComparerIface}, {Type: EqualityComparerOpen}, {Type: ComparerOpen},
		{Type: objects.EnumerableType}, {Type: objects.EnumeratorType}, {Type: objects.CollectionIface}, {Type: objects.ListIface}, {Type: objects.DictionaryIface},
		{Type: objects.EnumerableOpenType}, {Type: objects.CollectionOpenIface}, {Type: objects.ListOpenIface}, {Type: objects.DictionaryOpenIface},
		{Type: objects.ReadOnlyCollectionIface}, {Type: objects.ReadOnlyListIface}, {Type: objects.DictionaryEntryType, Declare: dictionaryEntryDeclaration},
	}
	entries = append(entries,
		objects.TypeEntry{Type: BitArrayType, Declare: bitArrayDeclaration},
		objects.TypeEntry{Type: StringCollectionType, Declare: stringCollectionDeclaration},
		objects.TypeEntry{Type: nameBaseType},
		objects.TypeEntry{Type: NameValueCollectionType, Declare: nameValueDeclaration},
		objects.TypeEntry{Type: LinkedListType, Declare: linkedListDeclaration},
		objects.TypeEntry{Type: LinkedListNodeType, Declare: linkedNodeDeclaration},
		objects.TypeEntry{Type: ItemComparerType, Declare: itemComparerDeclaration},
		objects.TypeEntry{Type: foldingComparerType, Declare: itemComparerDeclaration})
	return append(entries, sequenceTypes()...)
}
