package runtime

// ActionPreference says what to do with what a stream carries
// (System.Management.Automation.ActionPreference).
type ActionPreference int8

// The preferences, with .NET's numbers.
const (
	SilentlyContinue ActionPreference = iota
	StopAction
	ContinueAction
	InquireAction
	IgnoreAction
	SuspendAction
	BreakAction
)

// preferences are what applies to one running command: the preference
// variables of its caller, overridden by its common parameters.
type preferences struct {
	err, warning, verbose, debug, information, progress ActionPreference
	whatIf                                              bool
	confirm                                             ConfirmImpact
}

// confirmState remembers the answers Yes to All and No to All.
type confirmState struct{ yesToAll, noToAll bool }

// call is one call of a function, script or script block.
type call struct {
	info *InvocationInfo
}
