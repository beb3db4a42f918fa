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
