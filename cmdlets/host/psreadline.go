package host

import (
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// LineEditor is a host with a line editor that profiles set up.
type LineEditor interface {
	// EditorOptions are what Set-PSReadLineOption has set; they may be changed.
	EditorOptions() *EditorOptions
	// BindKey makes a key do what a function of the editor does; an empty function
	// gives the key its own meaning back. The error says what is not known.
	BindKey(chord, function string) error
	// KeyBindings are the keys that were bound, with their functions.
	KeyBindings() [][2]string
}

// EditorOptions are the options of the line editor ("about_PSReadLine"). The zero
// value is what the editor does by itself.
type EditorOptions struct {
	NoPrediction bool // -PredictionSource None: no suggestion behind what is typed
	NoHistory    bool // -HistorySaveStyle SaveNothing: no line goes to the file
	Words        map[string]objects.Value
}

// ReadLineCmdlets are the cmdlets of the module PSReadLine.
func ReadLineCmdlets() []runtime.CmdletEntry {
	return []runtime.CmdletEntry{
		{Name: "Get-PSReadLineOption", New: func() runtime.Cmdlet { return new(GetPSReadLineOption) }},
		{Name: "Set-PSReadLineOption", New: func() runtime.Cmdlet { return new(SetPSReadLineOption) }},
		{Name: "Get-PSReadLineKeyHandler", New: func() runtime.Cmdlet { return new(GetPSReadLineKeyHandler) }},
		{Name: "Set-PSReadLineKeyHandler", New: func() runtime.Cmdlet { return new(SetPSReadLineKeyHandler) }},
		{Name: "Remove-PSReadLineKeyHandler", New: func() runtime.Cmdlet { return new(RemovePSReadLineKeyHandler) }},
	}
}

// SetPSReadLineOption changes how the line editor works. What it has no use for is
// kept for Get-PSReadLineOption.
type SetPSReadLineOption struct {
	EditMode                      string                          `param:"" validate:"Set=Windows|Emacs|Vi" help:"Which keys do what."`
	PredictionSource              string                          `param:"" validate:"Set=None|History|Plugin|HistoryAndPlugin" help:"Where suggestions come from."`
	PredictionViewStyle           string                          `param:"" validate:"Set=InlineView|ListView" help:"How suggestions are shown."`
	HistorySaveStyle              string                          `param:"" validate:"Set=SaveIncrementally|SaveAtExit|SaveNothing" help:"Whether lines are kept in a file."`
	BellStyle                     string                          `param:"" validate:"Set=None|Visual|Audible" help:"How mistakes are told."`
	ContinuationPrompt            runtime.Optional[string]        `param:"" help:"The prompt of further lines."`
	WordDelimiters                runtime.Optional[string]        `param:"" help:"What stands between words."`
	MaximumHistoryCount           runtime.Optional[int]           `param:"" help:"How many lines are remembered."`
	HistoryNoDuplicates           runtime.SwitchParameter         `param:"" help:"Each line once."`
	HistorySearchCursorMovesToEnd runtime.SwitchParameter         `param:"" help:"The cursor goes to the end of lines found."`
	HistorySearchCaseSensitive    runtime.SwitchParameter         `param:"" help:"Searches tell capitals."`
	ShowToolTips                  runtime.SwitchParameter         `param:"" help:"Completions are explained."`
	Colors                        runtime.Optional[objects.Value] `param:"" type:"System.Collections.Hashtable" help:"Colours of what is typed."`
	AddToHistoryHandler           runtime.Optional[objects.Value] `param:"" type:"System.Object" allow:"Null" help:"What decides about lines."`
	ViModeIndicator               string                          `param:"" help:"How the mode of Vi is shown."`
	ExtraPromptLineCount          runtime.Optional[int]           `param:"" help:"Lines of the prompt above the last."`
	CompletionQueryItems          runtime.Optional[int]           `param:"" help:"How many completions are shown unasked."`
}

// BeginProcessing changes the options. What the editor does not do is a warning.
func (c *SetPSReadLineOption) BeginProcessing(rt *runtime.CommandRuntime) error {
	editor, ok := rt.Host().(LineEditor)
	if !ok {
		return nil
	}
	o := editor.EditorOptions()
	if o.Words == nil {
		o.Words = map[string]objects.Value{}
	}
	for _, option := range []struct{ name, value string }{
		{"EditMode", c.EditMode}, {"PredictionSource", c.PredictionSource}, {"PredictionViewStyle", c.PredictionViewStyle},
		{"HistorySaveStyle", c.HistorySaveStyle}, {"BellStyle", c.BellStyle},
	} {
		if option.value != "" {
			o.Words[option.name] = objects.String(option.value)
		}
	}
	if c.PredictionSource != "" {
		o.NoPrediction = strings.EqualFold(c.PredictionSource, "None")
	}
	if c.HistorySaveStyle != "" {
		o.NoHistory = strings.EqualFold(c.HistorySaveStyle, "SaveNothing")
	}
	if strings.EqualFold(c.EditMode, "Vi") {
		return rt.WriteWarning("The line editor has no Vi mode: its keys stay those of Emacs.")
	}
	return nil
}

// ProcessRecord has nothing to do.
func (*SetPSReadLineOption) ProcessRecord(*runtime.CommandRuntime) error { return nil }

// GetPSReadLineOption writes the options of the line editor.
type GetPSReadLineOption struct{}

// ProcessRecord writes one object with all options.
func (*GetPSReadLineOption) ProcessRecord(rt *runtime.CommandRuntime) error {
	var set map[string]objects.Value
	if editor, ok := rt.Host().(LineEditor); ok {
		set = editor.EditorOptions().Words
	}
	made := objects.NewCustomObject()
	for _, option := range []struct{ name, value string }{
		{"EditMode", "Emacs"}, {"HistorySaveStyle", "SaveIncrementally"}, {"PredictionSource", "History"}, {"PredictionViewStyle", "InlineView"}, {"BellStyle", "None"},
	} {
		v := objects.String(option.value)
		if given, ok := set[option.name]; ok {
			v = given
		}
		made.SetNote(option.name, v)
	}
	return rt.WriteObject(objects.Of(made))
}

// SetPSReadLineKeyHandler makes keys do what functions of the editor do.
type SetPSReadLineKeyHandler struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Function"`

	Chord            []string      `param:"Position=0,Mandatory,Alias=Key" validate:"NotNullOrEmpty" help:"The keys, such as Ctrl+r."`
	Function         string        `param:"ParameterSetName=Function,Position=1,Mandatory" help:"What they do."`
	ScriptBlock      objects.Value `param:"ParameterSetName=ScriptBlock,Position=1,Mandatory" type:"System.Management.Automation.ScriptBlock" help:"Code that they run."`
	BriefDescription string        `param:"ParameterSetName=ScriptBlock" help:"What the code is called."`
	Description      string        `param:"ParameterSetName=ScriptBlock,Alias=LongDescription" help:"What the code does."`
	ViMode           string        `param:"" validate:"Set=Insert|Command" help:"The mode of Vi in which the keys count."`
}

// BeginProcessing binds the keys; keys and functions that the editor does not know are
// warnings, so that a profile goes on.
func (c *SetPSReadLineKeyHandler) BeginProcessing(rt *runtime.CommandRuntime) error {
	editor, ok := rt.Host().(LineEditor)
	if !ok {
		return nil
	}
	if rt.ParameterSet() == "ScriptBlock" {
		return rt.WriteWarning("The line editor runs no code of key handlers: " + strings.Join(c.Chord, ", ") + " keeps what it does.")
	}
	for _, chord := range c.Chord {
		if err := editor.BindKey(chord, c.Function); err != nil {
			if err := rt.WriteWarning(err.Error()); err != nil {
				return err
			}
		}
	}
	return nil
}

// ProcessRecord has nothing to do.
func (*SetPSReadLineKeyHandler) ProcessRecord(*runtime.CommandRuntime) error { return nil }

// RemovePSReadLineKeyHandler gives keys their own meaning back.
type RemovePSReadLineKeyHandler struct {
	Chord  []string `param:"Position=0,Mandatory,Alias=Key" validate:"NotNullOrEmpty" help:"The keys, such as Ctrl+r."`
	ViMode string   `param:"" validate:"Set=Insert|Command" help:"The mode of Vi in which the keys count."`
}

// ProcessRecord unbinds the keys.
func (c *RemovePSReadLineKeyHandler) ProcessRecord(rt *runtime.CommandRuntime) error {
	editor, ok := rt.Host().(LineEditor)
	if !ok {
		return nil
	}
	for _, chord := range c.Chord {
		if err := editor.BindKey(chord, ""); err != nil {
			if err := rt.WriteWarning(err.Error()); err != nil {
				return err
			}
		}
	}
	return nil
}

// GetPSReadLineKeyHandler writes the keys that were bound.
type GetPSReadLineKeyHandler struct {
	Chord   []string                `param:"Position=0,Alias=Key" validate:"NotNullOrEmpty" help:"The keys, such as Ctrl+r."`
	Bound   runtime.SwitchParameter `param:"" help:"Keys that do something."`
	Unbound runtime.SwitchParameter `param:"" help:"Functions without a key."`
}

// ProcessRecord writes an object for each key.
func (c *GetPSReadLineKeyHandler) ProcessRecord(rt *runtime.CommandRuntime) error {
	editor, ok := rt.Host().(LineEditor)
	if !ok {
		return nil
	}
	for _, b := range editor.KeyBindings() {
		if len(c.Chord) > 0 && !slices.ContainsFunc(c.Chord, func(chord string) bool { return strings.EqualFold(chord, b[0]) }) {
			continue
		}
		made := objects.NewCustomObject()
		made.SetNote("Key", objects.String(b[0]))
		made.SetNote("Function", objects.String(b[1]))
		if err := rt.WriteObject(objects.Of(made)); err != nil {
			return err
		}
	}
	return nil
}
