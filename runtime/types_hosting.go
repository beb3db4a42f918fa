package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/collections"
	"github.com/csshell/csshell/objects/system"
)

const runspaces = namespace + "Runspaces."

// The types of sessions that code makes, and of what runs in them.
var (
	powerShellType       = &objects.Type{FullName: namespace + "PowerShell", Kind: objects.KindObject, Attributes: objects.SealedAttr, Interfaces: []*objects.Type{objects.DisposableType}}
	psCommandType        = &objects.Type{FullName: namespace + "PSCommand", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	hostedCommandType    = &objects.Type{FullName: runspaces + "Command", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	commandParameterType = &objects.Type{FullName: runspaces + "CommandParameter", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	dataStreamsType      = &objects.Type{FullName: namespace + "PSDataStreams", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	progressRecordType   = &objects.Type{FullName: namespace + "ProgressRecord", Kind: objects.KindObject}
	stateInfoType        = &objects.Type{FullName: namespace + "PSInvocationStateInfo", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	asyncResultType      = &objects.Type{FullName: namespace + "PowerShellAsyncResult", Kind: objects.KindObject, Attributes: objects.SealedAttr, Interfaces: []*objects.Type{system.AsyncResultType}}
	runspaceType         = &objects.Type{FullName: runspaces + "Runspace", Kind: objects.KindObject, Attributes: objects.AbstractAttr, Interfaces: []*objects.Type{objects.DisposableType}}
	localRunspaceType    = &objects.Type{FullName: runspaces + "LocalRunspace", Base: runspaceType, Kind: objects.KindObject, Attributes: objects.SealedAttr}
	runspacePoolType     = &objects.Type{FullName: runspaces + "RunspacePool", Kind: objects.KindObject, Attributes: objects.SealedAttr, Interfaces: []*objects.Type{objects.DisposableType}}
	runspaceFactoryType  = &objects.Type{FullName: runspaces + "RunspaceFactory", Kind: objects.KindObject, Attributes: objects.AbstractAttr | objects.SealedAttr}
	spaceInfoType        = &objects.Type{FullName: runspaces + "RunspaceStateInfo", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	poolInfoType         = &objects.Type{FullName: namespace + "RunspacePoolStateInfo", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	stateProxyType       = &objects.Type{FullName: runspaces + "SessionStateProxy", Kind: objects.KindObject}
	initialStateType     = &objects.Type{FullName: runspaces + "InitialSessionState", Kind: objects.KindObject}
	stateEntriesType     = &objects.Type{FullName: runspaces + "InitialSessionStateEntryCollection`1", Kind: objects.KindObject, Attributes: objects.SealedAttr | objects.GenericAttr, Interfaces: []*objects.Type{objects.EnumerableType}}
	stateEntryType       = &objects.Type{FullName: runspaces + "InitialSessionStateEntry", Kind: objects.KindObject, Attributes: objects.AbstractAttr}
	constrainedEntryType = &objects.Type{FullName: runspaces + "ConstrainedSessionStateEntry", Base: stateEntryType, Kind: objects.KindObject, Attributes: objects.AbstractAttr}
	stateVariableType    = &objects.Type{FullName: runspaces + "SessionStateVariableEntry", Base: constrainedEntryType, Kind: objects.KindObject}
	stateCommandType     = &objects.Type{FullName: runspaces + "SessionStateCommandEntry", Base: constrainedEntryType, Kind: objects.KindObject, Attributes: objects.AbstractAttr}
	stateFunctionType    = &objects.Type{FullName: runspaces + "SessionStateFunctionEntry", Base: stateCommandType, Kind: objects.KindObject, Attributes: objects.SealedAttr}
	stateAliasType       = &objects.Type{FullName: runspaces + "SessionStateAliasEntry", Base: stateCommandType, Kind: objects.KindObject, Attributes: objects.SealedAttr}

	invocationStateType    = objects.ValuedEnum(namespace+"PSInvocationState", []int64{0, 1, 2, 3, 4, 5, 6}, "NotStarted", "Running", "Stopping", "Stopped", "Completed", "Failed", "Disconnected")
	runspaceStateType      = objects.ValuedEnum(runspaces+"RunspaceState", []int64{0, 1, 2, 3, 4, 5, 6, 7, 8}, "BeforeOpen", "Opening", "Opened", "Closed", "Closing", "Broken", "Disconnecting", "Disconnected", "Connecting")
	poolStateType          = objects.ValuedEnum(runspaces+"RunspacePoolState", []int64{0, 1, 2, 3, 4, 5, 6, 7, 8}, "BeforeOpen", "Opening", "Opened", "Closed", "Closing", "Broken", "Disconnecting", "Disconnected", "Connecting")
	availabilityType       = objects.ValuedEnum(runspaces+"RunspaceAvailability", []int64{0, 1, 2, 3, 4}, "None", "Available", "AvailableForNestedCommand", "Busy", "RemoteDebug")
	threadOptionsType      = objects.ValuedEnum(runspaces+"PSThreadOptions", []int64{0, 1, 2, 3}, "Default", "UseNewThread", "ReuseThread", "UseCurrentThread")
	runspaceModeType       = objects.ValuedEnum(namespace+"RunspaceMode", []int64{0, 1}, "CurrentRunspace", "NewRunspace")
	progressKindType       = objects.ValuedEnum(namespace+"ProgressRecordType", []int64{0, 1}, "Processing", "Completed")
	apartmentType          = system.ApartmentStateType
	invalidRunspaceState   = runtimeFailure(runspaces+"InvalidRunspaceStateException", objects.SystemException)
	invalidPoolState       = runtimeFailure(runspaces+"InvalidRunspacePoolStateException", objects.SystemException)
	invalidPowerShellState = runtimeFailure(namespace+"InvalidPowerShellStateException", objects.SystemException)
)

func runtimeFailure(name string, base *objects.Type) *objects.Type {
	return &objects.Type{FullName: name, Base: base, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
}

// hashSetType is System.Collections.Generic.HashSet.
func hashSetType() *objects.Type { return collections.HashSetType }

// hostingTypes make runspaces and their like known to a TypeTable.
func hostingTypes() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: powerShellType, Accelerators: []string{"powershell"}, Declare: declarePowerShell},
		{Type: psCommandType, Declare: declarePSCommand},
		{Type: hostedCommandType, Declare: declareHostedCommand},
		{Type: commandParameterType, Declare: declareCommandParameter},
		{Type: dataStreamsType, Declare: declareDataStreams},
		{Type: progressRecordType, Declare: declareProgressRecord},
		{Type: stateInfoType, Declare: declareStateInfo},
		{Type: asyncResultType, Declare: declareAsyncResult},
		{Type: runspaceType, Accelerators: []string{"runspace"}, Declare: declareRunspace}, {Type: localRunspaceType},
		{Type: runspacePoolType, Declare: declareRunspacePool},
		{Type: runspaceFactoryType, Accelerators: []string{"runspacefactory"}, Declare: declareRunspaceFactory},
		{Type: spaceInfoType, Declare: func() *objects.Declaration { return declareSpaceInfo(spaceInfoType, runspaceStateType) }},
		{Type: poolInfoType, Declare: func() *objects.Declaration { return declareSpaceInfo(poolInfoType, poolStateType) }},
		{Type: stateProxyType, Declare: declareStateProxy},
		{Type: initialStateType, Accelerators: []string{"initialsessionstate"}, Declare: declareInitialState},
		{Type: stateEntriesType, Declare: declareStateEntries}, {Type: stateEntryType, Declare: declareStateEntry}, {Type: constrainedEntryType},
		{Type: stateVariableType, Declare: declareStateVariable}, {Type: stateCommandType},
		{Type: stateFunctionType, Declare: declareStateFunction}, {Type: stateAliasType, Declare: declareStateAlias},
		{Type: invocationStateType}, {Type: runspaceStateType}, {Type: poolStateType}, {Type: availabilityType}, {Type: threadOptionsType},
		{Type: runspaceModeType}, {Type: progressKindType}, {Type: invalidRunspaceState}, {Type: invalidPoolState}, {Type: invalidPowerShellState},
	}
}

// caller is the session that calls a method.
func caller(c *objects.Call, owner *Session) *Session {
	if s, ok := sessionOf(c.Context); ok {
		return s
	}
	return owner
}

// created is an object that a static method or a constructor makes for the session
// that calls it.
func created[T objects.Object](signature string, create func(s *Session, c *objects.Call) (T, error)) objects.Method {
	return objects.Method{Signature: signature, Call: func(c *objects.Call) (objects.Value, error) {
		s, ok := sessionOf(c.Context)
		if !ok {
			return objects.Null, objects.NewException(objects.InvalidOperationException, "There is no session to make it in.")
		}
		o, err := create(s, c)
		if err != nil {
			return objects.Null, err
		}
		return objects.Of(o), nil
	}}
}

// effect is a method without a result on an object held as a Go type.
func effect[T objects.Object](signature string, call func(o T, c *objects.Call) error) objects.Method {
	return method(signature, func(o T, c *objects.Call) (objects.Value, error) { return none(), call(o, c) })
}

// variable is a property that an object keeps as it is assigned.
func variable[T objects.Object](signature string, of func(o T) *objects.Value) objects.Property {
	return objects.Slot(signature, of)
}

// assignable is a property with code for both ways.
func assignable[T objects.Object](signature string, get func(T) objects.Value, set func(T, objects.Value) error) objects.Property {
	p := value(signature, get)
	p.Set = func(this, v objects.Value) error {
		if o, ok := objects.As[T](this); ok {
			return set(o, v)
		}
		return nil
	}
	return p
}

// orNull is an object as a value; $null for none.
func orNull[T interface {
	comparable
	objects.Object
}](o T) objects.Value {
	var none T
	if o == none {
		return objects.Null
	}
	return objects.Of(o)
}
