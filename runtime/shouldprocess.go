package runtime

import (
	"github.com/csshell/csshell/objects"
)

// confirmState remembers the answers Yes to All and No to All for the rest of a
// command.
type confirmState struct{ yesToAll, noToAll bool }

// ShouldProcess asks whether the command may change the target: false under
// -WhatIf, which says what would be done, and where a person says no. action is
// what is done to it, "" for the command's name
// ("about_Functions_CmdletBindingAttribute", SupportsShouldProcess).
func (rt *CommandRuntime) ShouldProcess(target, action string) (bool, error) {
	if action == "" {
		action = rt.command.Name()
	}
	return rt.ShouldProcessText(`Performing the operation "`+action+`" on target "`+target+`".`, "", "")
}

// ShouldProcessText is ShouldProcess in the command's own words: description says
// what is done, for -WhatIf and -Verbose; warning is the question, and caption
// stands above it.
func (rt *CommandRuntime) ShouldProcessText(description, warning, caption string) (bool, error) {
	switch {
	case rt.confirm.yesToAll:
		return true, nil
	case rt.confirm.noToAll:
		return false, nil
	case rt.whatIf():
		return false, rt.session.Host.WriteHost("What if: "+description, "", "", true)
	}
	threshold := rt.confirmPreference()
	if threshold == ImpactNone || threshold > rt.impact() {
		return true, rt.WriteVerbose(description)
	}
	if warning == "" {
		warning = "Are you sure you want to perform this action?\n" + description
	}
	return rt.confirmed(caption, warning, &rt.confirm, &rt.confirm)
}

// ShouldContinue asks a question that no preference answers; the caller has its
// own -Force.
func (rt *CommandRuntime) ShouldContinue(query, caption string) (bool, error) {
	answer, err := rt.askChoice(caption, query, yesChoice, noChoice, suspendChoice)
	return answer == yesChoice, err
}

// ShouldContinueAll is ShouldContinue with Yes to All and No to All, which it
// keeps in the caller's variables and answers from then on.
func (rt *CommandRuntime) ShouldContinueAll(query, caption string, yesToAll, noToAll *bool) (bool, error) {
	switch {
	case *yesToAll:
		return true, nil
	case *noToAll:
		return false, nil
	}
	state := confirmState{}
	ok, err := rt.confirmed(caption, query, &state, &state)
	*yesToAll, *noToAll = state.yesToAll, state.noToAll
	return ok, err
}

// ShouldHalt asks what to do about an error or message under the preference
// Inquire: go on, or end the command.
func (rt *CommandRuntime) ShouldHalt(query, caption string) (halt bool, err error) {
	if rt.confirm.yesToAll {
		return false, nil
	}
	answer, err := rt.askChoice(caption, query, yesChoice, yesToAllChoice, haltChoice, suspendChoice)
	rt.confirm.yesToAll = answer == yesToAllChoice
	return answer == haltChoice, err
}

// confirmed asks with all five choices.
func (rt *CommandRuntime) confirmed(caption, query string, yes, no *confirmState) (bool, error) {
	answer, err := rt.askChoice(caption, query, yesChoice, yesToAllChoice, noChoice, noToAllChoice, suspendChoice)
	yes.yesToAll = answer == yesToAllChoice
	no.noToAll = answer == noToAllChoice
	return answer == yesChoice || answer == yesToAllChoice, err
}

// confirmChoice is an answer of a confirmation.
type confirmChoice uint8

const (
	noAnswer confirmChoice = iota
	yesChoice
	yesToAllChoice
	noChoice
	noToAllChoice
	haltChoice
	suspendChoice
)

func (c confirmChoice) choice() Choice {
	return [...]Choice{
		yesChoice:      {"&Yes", "Continue with only the next step of the operation."},
		yesToAllChoice: {"Yes to &All", "Continue with all the steps of the operation."},
		noChoice:       {"&No", "Skip this operation and proceed with the next operation."},
		noToAllChoice:  {"No to A&ll", "Skip this operation and all subsequent operations."},
		haltChoice:     {"&Halt Command", "Stop this command."},
		suspendChoice:  {"&Suspend", `Pause the current pipeline and return to the command prompt. Type "exit" to resume the pipeline.`},
	}[c]
}

// NestedPrompter is a host that can run commands while a command waits for an
// answer: it returns when the person types exit.
type NestedPrompter interface {
	EnterNestedPrompt() error
}

// askChoice asks until something other than Suspend is chosen, which opens a
// nested prompt.
func (rt *CommandRuntime) askChoice(caption, query string, offered ...confirmChoice) (confirmChoice, error) {
	if caption == "" {
		caption = "Confirm"
	}
	choices := make([]Choice, len(offered))
	for i, c := range offered {
		choices[i] = c.choice()
	}
	for {
		i, err := rt.session.PromptForChoice(caption, query, choices, 0)
		if err != nil {
			return noAnswer, err
		}
		if offered[i] != suspendChoice {
			return offered[i], nil
		}
		if n, ok := rt.session.Host.(NestedPrompter); ok {
			if err := n.EnterNestedPrompt(); err != nil {
				return noAnswer, err
			}
		}
	}
}

// whatIf reports whether the command only says what it would do: -WhatIf, else
// $WhatIfPreference.
func (rt *CommandRuntime) whatIf() bool {
	if rt.binder != nil && rt.binder.common.has(commonWhatIf) {
		return rt.binder.common.whatIf
	}
	v, ok := rt.preferenceScope().Get("WhatIfPreference")
	return ok && rt.session.Types.Truth(v)
}

// confirmPreference is the least impact that is asked about: -Confirm asks about
// all, -Confirm:$false about nothing, else $ConfirmPreference says.
func (rt *CommandRuntime) confirmPreference() ConfirmImpact {
	if rt.binder != nil && rt.binder.common.has(commonConfirm) {
		if rt.binder.common.confirm {
			return ImpactLow
		}
		return ImpactNone
	}
	v, ok := rt.preferenceScope().Get("ConfirmPreference")
	if !ok {
		return ImpactHigh
	}
	v, err := rt.session.Types.Convert(v, ConfirmImpactType)
	if err != nil {
		return ImpactHigh
	}
	return ConfirmImpact(v.Int64())
}

// impact is the impact that the command declares.
func (rt *CommandRuntime) impact() ConfirmImpact {
	if rt.binder == nil {
		return ImpactMedium
	}
	return rt.binder.table.ConfirmImpact
}

// preferenceScope is where preference variables are looked up: the scope of an
// advanced function, which may set its own; for a cmdlet that of its caller.
func (rt *CommandRuntime) preferenceScope() *Scope {
	if rt.inner != nil {
		return rt.inner
	}
	return rt.scope
}

// PagingParameters are -First, -Skip and -IncludeTotalCount of a command with
// SupportsPaging.
func (rt *CommandRuntime) PagingParameters() (first, skip uint64, total bool) {
	first = 1<<64 - 1
	c := rt.binder.common
	if c == nil {
		return first, 0, false
	}
	if c.has(commonFirst) {
		first = c.first
	}
	return first, c.skip, c.includeTotalCount
}

// action is what a common parameter says about a stream.
func (c *commonArguments) action(stream Stream) (ActionPreference, bool) {
	if c == nil {
		return SilentlyContinue, false
	}
	switch stream {
	case ErrorStream:
		return c.errorAction, c.has(commonErrorAction)
	case WarningStream:
		return c.warningAction, c.has(commonWarningAction)
	case InformationStream:
		return c.informationAction, c.has(commonInformationAction)
	case VerboseStream:
		return switchAction(c.verbose), c.has(commonVerbose)
	case DebugStream:
		return switchAction(c.debug), c.has(commonDebug)
	}
	return SilentlyContinue, false
}

func switchAction(on bool) ActionPreference {
	if on {
		return ContinueAction
	}
	return SilentlyContinue
}

// confirmImpactValue is an impact as $ConfirmPreference has it.
func confirmImpactValue(c ConfirmImpact) objects.Value {
	return objects.Word(ConfirmImpactType, uint64(c))
}
