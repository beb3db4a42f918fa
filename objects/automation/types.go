package automation

import (
	"slices"

	"github.com/csshell/csshell/objects"
)

// Types are the types of this package for a TypeTable.
func Types() []objects.TypeEntry {
	return append([]objects.TypeEntry{
		{Type: objects.PSObjectType, Accelerators: []string{"psobject", "pscustomobject"}, Declare: psobjectDeclaration},
		{Type: objects.PSCustomObjectType, Declare: customObjectDeclaration},
		{Type: objects.PSMemberInfoType, Declare: memberDeclaration},
		{Type: objects.PSPropertyInfoType, Declare: propertyDeclaration},
		{Type: objects.PSMethodInfoType, Declare: methodDeclaration},
		{Type: objects.PSNotePropertyType, Accelerators: []string{"psnoteproperty"}, Declare: noteDeclaration},
		{Type: objects.PSAliasPropertyType, Accelerators: []string{"psaliasproperty"}, Declare: aliasDeclaration},
		{Type: objects.PSScriptPropertyType, Accelerators: []string{"psscriptproperty"}, Declare: scriptPropertyDeclaration},
		{Type: objects.PSScriptMethodType, Accelerators: []string{"psscriptmethod"}, Declare: scriptMethodDeclaration},
		{Type: objects.PSCodePropertyType}, {Type: objects.PSPropertyType}, {Type: objects.PSAdaptedPropertyType}, {Type: objects.PSMethodType},
		{Type: objects.PSCodeMethodType}, {Type: objects.PSParameterizedType},
		{Type: objects.PSPropertySetType, Declare: propertySetDeclaration},
		{Type: objects.PSMemberSetType, Declare: memberSetDeclaration},
		{Type: objects.PSMemberCollectionType, Declare: memberCollectionDeclaration},
		{Type: objects.WhereModeType},
		{Type: objects.SwitchParameterType, Accelerators: []string{"switch"}, Declare: switchDeclaration},
		{Type: SemanticVersionType, Accelerators: []string{"semver"}, Declare: semverDeclaration},
		{Type: WildcardPatternType, Accelerators: []string{"WildcardPattern"}, Declare: wildcardDeclaration},
		{Type: WildcardPatternException},
		{Type: SecureStringType, Accelerators: []string{"securestring"}, Declare: secureStringDeclaration},
		{Type: PSCredentialType, Accelerators: []string{"pscredential"}, Declare: credentialDeclaration},
		{Type: NetworkCredentialType, Declare: networkCredentialDeclaration},
		{Type: LanguagePrimitivesType, Declare: primitivesDeclaration},
		{Type: PSTypeNameType, Declare: typeNameDeclaration},
		{Type: ModuleSpecificationType, Declare: moduleSpecificationDeclaration},
	}, slices.Concat(enums(), cmdletEnums(), namedTypes())...)
}
