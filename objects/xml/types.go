package xml

import "github.com/csshell/csshell/objects"

// Types are the types of this package for a TypeTable.
func Types() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: NodeType, Declare: nodeDeclaration},
		{Type: linkedType},
		{Type: characterType, Declare: characterDeclaration},
		{Type: DocumentType, Accelerators: []string{"xml"}, Declare: documentDeclaration},
		{Type: ElementType, Declare: elementDeclaration},
		{Type: AttributeType, Declare: attributeDeclaration},
		{Type: textType}, {Type: cdataType}, {Type: commentType}, {Type: whitespaceType}, {Type: significant},
		{Type: doctypeType}, {Type: entityRefType}, {Type: fragmentType},
		{Type: piType, Declare: piDeclaration},
		{Type: declType, Declare: xmlDeclarationDeclaration},
		{Type: KindType},
		{Type: NodeListType, Declare: nodeListDeclaration},
		{Type: childNodesType}, {Type: elementListType}, {Type: xpathListType}, {Type: namedNodeMapType},
		{Type: AttributeCollectionType, Declare: attributeCollectionDeclaration},
		{Type: enumeratorType, Declare: func() *objects.Declaration { return objects.EnumeratorDeclaration(enumeratorType) }},
		{Type: resolverIface},
		{Type: NamespaceManagerType, Declare: namespaceManagerDeclaration},
		{Type: nameTableBase},
		{Type: NameTableType, Declare: nameTableDeclaration},
		{Type: navigatorBase, Declare: navigatorDeclaration},
		{Type: navigatorType},
		{Type: iteratorType, Declare: func() *objects.Declaration { return objects.EnumeratorDeclaration(iteratorType) }},
		{Type: WriterType, Declare: writerDeclaration},
		{Type: TextWriterType, Declare: textWriterDeclaration},
		{Type: wellFormedType},
		{Type: WriterSettingsType, Declare: writerSettingsDeclaration},
		{Type: formattingType}, {Type: newLinesType}, {Type: conformanceType}, {Type: writeStateType},
		{Type: ReaderType, Declare: readerDeclaration},
		{Type: NodeReaderType, Declare: nodeReaderDeclaration},
		{Type: TextReaderType, Declare: textReaderDeclaration},
		{Type: textReaderImplType},
		{Type: ReaderSettingsType, Declare: readSettingsDeclaration},
		{Type: dtdType}, {Type: readStateType}, {Type: dateModeType},
		{Type: ConvertType, Declare: convertDeclaration},
		{Type: ExceptionType, Declare: exceptionDeclaration},
		{Type: XPathExceptionType},
	}
}

// exceptionDeclaration adds the place to what every exception has.
func exceptionDeclaration() *objects.Declaration {
	place := func(name string) objects.Property {
		return reads("int "+name+" {get;}", func(v value) value {
			if e, ok := objects.As[*objects.Exception](v); ok {
				return e.Fields[name]
			}
			return objects.Int(0)
		})
	}
	return &objects.Declaration{Type: ExceptionType, Properties: []objects.Property{place("LineNumber"), place("LinePosition")}}
}
