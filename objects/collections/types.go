package collections

import "github.com/csshell/csshell/objects"

// Types are the types of this package for a TypeTable.
func Types() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: objects.HashtableType, Accelerators: []string{"hashtable"}, Declare: hashtableDeclaration},
		{Type: objects.OrderedDictionaryType, Accelerators: []string{"ordered"}, Declare: orderedDeclaration},
		{Type: objects.ArrayListType, Declare: arrayListDeclaration},
		{Type: objects.ListOpenType, Declare: genericListDeclaration},
		{Type: objects.CollectionOpenType},
		{Type: objects.DictionaryOpenType},
		{Type: StringComparerType, Declare: stringComparerDeclaration},
		{Type: ReadOnlyCollectionType},
		{Type: HashtableKeysType, Declare: viewDeclaration(HashtableKeysType)},
		{Type: HashtableValuesType, Declare: viewDeclaration(HashtableValuesType)},
		{Type: OrderedKeysType, Declare: viewDeclaration(OrderedKeysType)},
		{Type: HashtableEnumeratorType, Declare: entryEnumeratorDeclaration(HashtableEnumeratorType)},
		{Type: OrderedEnumeratorType, Declare: entryEnumeratorDeclaration(OrderedEnumeratorType)},
		{Type: EqualityComparerIface}, {Type: ComparerIface}, {Type: EqualityComparerOpen}, {Type: ComparerOpen},
		{Type: objects.EnumerableType}, {Type: objects.EnumeratorType}, {Type: objects.CollectionIface}, {Type: objects.ListIface}, {Type: objects.DictionaryIface},
		{Type: objects.EnumerableOpenType}, {Type: objects.CollectionOpenIface}, {Type: objects.ListOpenIface}, {Type: objects.DictionaryOpenIface},
		{Type: objects.ReadOnlyCollectionIface}, {Type: objects.ReadOnlyListIface}, {Type: objects.DictionaryEntryType},
	}
}
