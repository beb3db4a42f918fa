package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
	"github.com/csshell/csshell/runtime/complete"
)

// maxSimilar is how many similar commands are named.
const maxSimilar = 5

// feedback tells, after a line of the prompt that named a command which is not
// there, what may have been meant: a script of the current folder, or commands whose
// names differ in one letter ("about_Feedback_Providers").
func (sh *shell) feedback() error {
	errs := sh.session.Errors()
	if len(errs) == 0 || !sh.host.terminal() || !sh.host.ask {
		return nil
	}
	r, ok := objects.As[*runtime.ErrorRecord](errs[0])
	if !ok || r == sh.answered || r.ID != "CommandNotFoundException" {
		return nil
	}
	sh.answered = r
	name, _ := r.Target.Str()
	if script := scriptHere(sh.session.Location(), name); script != "" {
		return sh.writeFeedback([]string{
			`The command "` + name + `" was not found, but does exist in the current location.`,
			"PowerShell does not load commands from the current location by default (see 'Get-Help about_Command_Precedence').",
			"",
			"If you trust this command, run the following command instead:",
		}, []string{script})
	}
	similar := complete.SimilarCommands(sh.session, name)
	if len(similar) == 0 {
		return nil
	}
	return sh.writeFeedback([]string{"The most similar commands are:"}, similar[:min(len(similar), maxSimilar)])
}

// scriptHere is how the file of a folder that a name stands for is called; "" where
// there is none that could be run.
func scriptHere(dir, name string) string {
	if name == "" || strings.ContainsRune(name, '/') {
		return ""
	}
	if info, err := os.Stat(filepath.Join(dir, name)); err == nil && !info.IsDir() &&
		(info.Mode().Perm()&0o111 != 0 || strings.EqualFold(filepath.Ext(name), ".ps1")) {
		return "./" + name
	}
	if fileExists(filepath.Join(dir, name+".ps1")) {
		return "./" + name
	}
	return ""
}

// writeFeedback writes what is to be said and the commands that are recommended.
func (sh *shell) writeFeedback(text, actions []string) error {
	style := func(name string) string {
		if colours, _ := sh.host.Colors(); !colours {
			return ""
		}
		return sh.session.Style.Formatting(name)
	}
	end := func(on string) string {
		if on == "" {
			return ""
		}
		return "\x1b[0m"
	}
	name, say, action := style("FeedbackName"), style("FeedbackText"), style("FeedbackAction")
	frame, title := "", ""
	if name != "" {
		frame, title = "\x1b[97;2;3m", "\x1b[3m"+name
	}
	var b strings.Builder
	b.WriteString("\n" + frame + "[" + end(frame) + title + "General Feedback" + end(title) + frame + "]" + end(frame) + "\n")
	for _, line := range text {
		b.WriteString(say + "  " + line + end(say) + "\n")
	}
	b.WriteString("    " + say + "➤" + end(say) + " ")
	for i, a := range actions {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(action + a + end(action))
	}
	return sh.host.WriteOutput(b.String() + "\n\n")
}
