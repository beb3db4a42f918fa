package runtime

import (
	"slices"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime/syntax"
)

// Types are the types of running programs: errors, script blocks, commands,
// variables.
func Types() []objects.TypeEntry {
	entries := slices.Concat(attributeTypes(), engineTypes(), itemTypes(), codeTypes(), jobTypes(), exceptionTypes(), hostingTypes(), serializerTypes(), syntax.Types(syntaxHost()))
	entries = append(entries, objects.TypeEntry{Type: localVariableType}, objects.TypeEntry{Type: visibilityType}, objects.TypeEntry{Type: commandOriginType},
		objects.TypeEntry{Type: attributesType, Declare: func() *objects.Declaration {
			return &objects.Declaration{Type: attributesType, Properties: []objects.Property{
				value("int Count {get;}", func(l *objects.List) objects.Value { return objects.Int(l.Len()) }),
			}}
		}})
	return append(entries, []objects.TypeEntry{
		{Type: ErrorRecordType, Declare: declareErrorRecord},
		{Type: errorCategoryInfoType, Declare: declareErrorCategoryInfo},
		{Type: errorDetailsType, Declare: declareErrorDetails},
		{Type: ErrorCategoryType},
		{Type: InvocationInfoType, Declare: declareInvocationInfo},
		{Type: ActionPreferenceType}, {Type: nativePassingType},
		{Type: ConfirmImpactType},
		{Type: objects.ScriptBlockType, Accelerators: []string{"scriptblock"}, Declare: declareScriptBlock},
		{Type: objects.PSReferenceType, Accelerators: []string{"ref"}, Declare: declareReference},
		{Type: InformationalRecordType, Declare: declareMessageRecord},
		{Type: messageTypes[WarningStream]}, {Type: messageTypes[VerboseStream]}, {Type: messageTypes[DebugStream]},
		{Type: InformationRecordType, Declare: declareInformationRecord},
		{Type: hostMessageType, Declare: declareHostMessage},
		{Type: PSCmdletType, Declare: declarePSCmdlet}, {Type: commandRuntimeType}, {Type: cmdletBase, Declare: declareCmdlet}, {Type: psCmdletBase},
		{Type: PSVariableType, Accelerators: []string{"psvariable"}, Declare: declarePSVariable},
		{Type: ModuleInfoType, Accelerators: []string{"psmoduleinfo"}, Declare: declareModuleInfo},
		{Type: CommandInfoType, Declare: declareCommandInfo},
		{Type: FunctionInfoType, Declare: declareFunctionInfo},
		{Type: FilterInfoType}, {Type: scriptInfoType, Declare: declareScriptInfo}, {Type: CmdletInfoType, Declare: declareCmdletInfo}, {Type: ApplicationInfoType},
		{Type: moduleTypeType},
		{Type: AliasInfoType, Declare: declareAliasInfo},
		{Type: ExternalScriptInfoType, Declare: declareExternalScriptInfo},
		{Type: inputEnumeratorType, Declare: declareInputEnumerator},
		{Type: consoleType, Declare: declareConsole},
		{Type: consoleWriterType, Declare: declareConsoleWriter},
		{Type: consoleReaderType, Declare: declareConsoleReader},
		{Type: stackFrameType, Declare: declareStackFrame},
		{Type: eventArgsType, Declare: declareEventArgs}, {Type: eventSubscriberType, Declare: declareEventSubscriber},
		{Type: HistoryEntryType, Declare: declareHistoryEntry}, {Type: pipelineStateType},
		{Type: hostBase}, {Type: hostType, Declare: declareHost}, {Type: hostUIType, Declare: declareHostUI}, {Type: rawUIType, Declare: declareRawUI},
		{Type: choiceType, Declare: declareChoice}, {Type: fieldType, Declare: declareField}, {Type: hostColoursType},
		{Type: sizeType, Declare: declareSize}, {Type: coordinatesType, Declare: declareCoordinates},
		{Type: steppableType, Declare: declareSteppable}, {Type: rangeEnumeratorType}, {Type: arrayEnumeratorType},
		{Type: boundParametersType}, {Type: versionTableType},
		{Type: PathInfoType, Declare: declarePathInfo}, {Type: PathStackType, Declare: declarePathStack},
		{Type: PSDriveInfoType, Declare: declareDriveInfo},
		{Type: ProviderInfoType, Declare: declareProviderInfo},
		{Type: providerCapabilitiesType}, {Type: sessionStateCategoryType},
	}...)
}

// text is a property whose value is text.
func text[T objects.Object](signature string, get func(T) string) objects.Property {
	return value(signature, func(o T) objects.Value { return objects.String(get(o)) })
}

// value is a read-only property of an object held as a Go type.
func value[T objects.Object](signature string, get func(T) objects.Value) objects.Property {
	return objects.Property{Signature: signature, Get: func(this objects.Value) (objects.Value, error) {
		o, ok := objects.As[T](this)
		if !ok {
			return objects.Null, nil
		}
		return get(o), nil
	}}
}

// method is an overload on an object held as a Go type.
func method[T objects.Object](signature string, call func(o T, c *objects.Call) (objects.Value, error)) objects.Method {
	return objects.Method{Signature: signature, Call: func(c *objects.Call) (objects.Value, error) {
		o, _ := objects.As[T](c.This)
		return call(o, c)
	}}
}

// none is what a void method gives.
func none() objects.Value { return objects.AutomationNull() }
