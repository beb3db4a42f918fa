package automation

import "github.com/csshell/csshell/objects"

// sequence is the entry of an enum whose values count from 0.
func sequence(name string, members ...string) objects.TypeEntry {
	values := make([]int64, len(members))
	for i := range values {
		values[i] = int64(i)
	}
	return enumEntry(name, false, members, values)
}

// flags is the entry of an enum of flags.
func flags(name string, members []string, values ...int64) objects.TypeEntry {
	return enumEntry(name, true, members, values)
}

func enumEntry(name string, flags bool, members []string, values []int64) objects.TypeEntry {
	return objects.TypeEntry{Type: &objects.Type{
		FullName: name, Base: objects.EnumType, Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr,
		Enum: &objects.EnumInfo{Underlying: objects.Int32Type, Flags: flags, Names: members, Values: values},
	}}
}

// cmdletEnums are the types of parameters of cmdlets that choose one of several words.
func cmdletEnums() []objects.TypeEntry {
	const commands = "Microsoft.PowerShell.Commands."
	const automation = "System.Management.Automation."
	return []objects.TypeEntry{
		sequence(commands+"Language", "CSharp"),
		sequence(commands+"OutputAssemblyType", "Library", "ConsoleApplication", "WindowsApplication"),
		sequence(commands+"JsonDateKind", "Default", "Local", "Utc", "Offset", "String"),
		sequence(commands+"BaseCsvWritingCommand+QuoteKind", "Never", "Always", "AsNeeded"),
		sequence("Newtonsoft.Json.StringEscapeHandling", "Default", "EscapeNonAscii", "EscapeHtml"),
		sequence(automation+"Configuration.ConfigScope", "AllUsers", "CurrentUser"),
		sequence(automation+"Runspaces.AuthenticationMechanism", "Default", "Basic", "Negotiate", "NegotiateWithImplicitCredential", "Credssp", "Digest", "Kerberos"),
		sequence(commands+"ExportAliasFormat", "Csv", "Script"),
		sequence(automation+"JobState", "NotStarted", "Running", "Completed", "Failed", "Stopped", "Blocked", "Suspended", "Disconnected", "Suspending", "Stopping", "AtBreakpoint"),
		flags(automation+"PSMemberViewTypes", []string{"Extended", "Adapted", "Base", "All"}, 1, 2, 4, 7),
		sequence(commands+"BreakpointType", "Line", "Variable", "Command"),
		sequence(commands+"SessionFilterState", "All", "Opened", "Disconnected", "Closed", "Broken"),
		flags(automation+"Subsystem.SubsystemKind", []string{"CommandPredictor", "CrossPlatformDsc", "FeedbackProvider"}, 1, 2, 4),
		sequence(commands+"WebAuthenticationType", "None", "Basic", "Bearer", "OAuth"),
		flags(commands+"WebSslProtocol", []string{"Default", "Tls", "Tls11", "Tls12", "Tls13"}, 0, 192, 768, 3072, 12288),
		sequence(commands+"WebRequestMethod", "Default", "Get", "Head", "Post", "Put", "Delete", "Trace", "Options", "Merge", "Patch"),
		sequence("System.Reflection.ProcessorArchitecture", "None", "MSIL", "X86", "IA64", "Amd64", "Arm"),
		sequence(automation+"Remoting.SessionType", "Empty", "RestrictedRemoteServer", "Default"),
		sequence(automation+"Runspaces.OutputBufferingMode", "None", "Drop", "Block"),
		sequence(automation+"SessionStateEntryVisibility", "Public", "Private"),
		sequence(commands+"UpdateHelpScope", "CurrentUser", "AllUsers"),
		sequence(automation+"VariableAccessMode", "Read", "Write", "ReadWrite"),
		flags(automation+"PSTraceSourceOptions", []string{"None", "Constructor", "Dispose", "Finalizer", "Method", "Property", "Delegates", "Events", "Exception", "Lock", "Error",
			"Errors", "Warning", "Verbose", "WriteLine", "Data", "Scope", "ExecutionFlow", "Assert", "All"},
			0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 640, 1024, 2048, 4096, 6167, 8192, 8303, 16384, 32767),
		flags("System.Diagnostics.TraceOptions", []string{"None", "LogicalOperationStack", "DateTime", "Timestamp", "ProcessId", "ThreadId", "Callstack"}, 0, 1, 2, 4, 8, 16, 32),
	}
}
