package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/csshell/csshell/cmdlets/host"
)

// binding is a key that a profile has given another meaning: that of the key which
// does what the function says.
type binding struct {
	chord, function string
	key, means      keyPress
}

// EditorOptions are what profiles have set of the line editor.
func (c *console) EditorOptions() *host.EditorOptions { return &c.editing }

// BindKey makes a key do what a function of the editor does.
func (c *console) BindKey(chord, function string) error {
	key, ok := keyOfChord(chord)
	if !ok {
		return errors.New("The line editor does not know the key " + chord + ".")
	}
	c.bindings = slices.DeleteFunc(c.bindings, func(b binding) bool { return b.key == key })
	if function == "" {
		return nil
	}
	means, ok := keyOfFunction(function)
	if !ok {
		return errors.New("The line editor has no function " + function + ".")
	}
	c.bindings = append(c.bindings, binding{chord, function, key, means})
	return nil
}

// KeyBindings are the keys that were bound, with their functions.
func (c *console) KeyBindings() [][2]string {
	var list [][2]string
	for _, b := range c.bindings {
		list = append(list, [2]string{b.chord, b.function})
	}
	return list
}

// meaning is the key that counts for the one pressed.
func (c *console) meaning(key keyPress) keyPress {
	for i := range c.bindings {
		if c.bindings[i].key == key {
			return c.bindings[i].means
		}
	}
	return key
}

// keyOfChord is the key that a chord such as Ctrl+r or Shift+Tab names
// ("about_PSReadLine").
func keyOfChord(chord string) (keyPress, bool) {
	parts := strings.Split(strings.ToLower(chord), "+")
	name := parts[len(parts)-1]
	var control, alt, shift bool
	for _, p := range parts[:len(parts)-1] {
		switch p {
		case "ctrl", "control":
			control = true
		case "alt":
			alt = true
		case "shift":
			shift = true
		default:
			return keyPress{}, false
		}
	}
	for _, k := range [...]struct {
		name string
		kind keyKind
	}{
		{"tab", keyTab}, {"uparrow", keyUp}, {"downarrow", keyDown}, {"leftarrow", keyLeft}, {"rightarrow", keyRight}, {"home", keyHome}, {"end", keyEnd},
		{"delete", keyDelete}, {"backspace", keyBackspace}, {"enter", keyEnter}, {"escape", keyEscape}, {"pageup", keyPageUp}, {"pagedown", keyPageDown}, {"f1", keyF1},
	} {
		if k.name != name {
			continue
		}
		if k.kind == keyTab && shift {
			return keyPress{kind: keyBackTab}, true
		}
		return keyPress{kind: k.kind, modified: control || alt}, true
	}
	runes := []rune(name)
	switch {
	case len(runes) != 1:
		return keyPress{}, false
	case control:
		return keyPress{kind: keyControl, r: []rune(strings.ToUpper(name))[0]}, true
	case alt:
		return keyPress{kind: keyAlt, r: runes[0]}, true
	}
	return keyPress{r: []rune(parts[len(parts)-1])[0]}, true
}

// keyOfFunction is the key that does by itself what a function of PSReadLine does.
func keyOfFunction(function string) (keyPress, bool) {
	control := func(r rune) keyPress { return keyPress{kind: keyControl, r: r} }
	for _, f := range [...]struct {
		names string
		key   keyPress
	}{
		{"HistorySearchBackward", keyPress{kind: keyUp}}, {"HistorySearchForward", keyPress{kind: keyDown}},
		{"PreviousHistory", control('P')}, {"NextHistory", control('N')}, {"ReverseSearchHistory", control('R')},
		{"Complete MenuComplete TabCompleteNext PossibleCompletions", keyPress{kind: keyTab}}, {"TabCompletePrevious", keyPress{kind: keyBackTab}},
		{"BeginningOfLine", control('A')}, {"EndOfLine", control('E')}, {"BackwardChar", keyPress{kind: keyLeft}}, {"ForwardChar", keyPress{kind: keyRight}},
		{"BackwardWord ShellBackwardWord", keyPress{kind: keyLeft, modified: true}},
		{"ForwardWord NextWord ShellForwardWord ShellNextWord AcceptNextSuggestionWord", keyPress{kind: keyRight, modified: true}},
		{"KillLine ForwardDeleteLine ForwardDeleteInput", control('K')}, {"BackwardKillLine BackwardDeleteLine BackwardKillInput BackwardDeleteInput UnixLineDiscard", control('U')},
		{"BackwardKillWord UnixWordRubout ShellBackwardKillWord", control('W')}, {"KillWord ShellKillWord", keyPress{kind: keyAlt, r: 'd'}},
		{"Yank Paste", control('Y')}, {"YankPop", keyPress{kind: keyAlt, r: 'y'}}, {"YankLastArg", keyPress{kind: keyAlt, r: '.'}},
		{"Undo", control('Z')}, {"Redo", keyPress{kind: keyAlt, r: 'z'}}, {"RevertLine", keyPress{kind: keyEscape}}, {"ClearScreen", control('L')},
		{"AcceptLine ValidateAndAcceptLine", keyPress{kind: keyEnter}}, {"DeleteChar", keyPress{kind: keyDelete}}, {"BackwardDeleteChar", keyPress{kind: keyBackspace}},
		{"DeleteCharOrExit ViExit", control('D')}, {"CancelLine CopyOrCancelLine", control('C')}, {"SwapCharacters", control('T')},
		{"AcceptSuggestion", keyPress{kind: keyEnd}}, {"ShowCommandHelp ShowParameterHelp", keyPress{kind: keyF1}},
	} {
		for name := range strings.FieldsSeq(f.names) {
			if strings.EqualFold(name, function) {
				return f.key, true
			}
		}
	}
	return keyPress{}, false
}
