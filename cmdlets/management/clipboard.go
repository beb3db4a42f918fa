package management

import (
	"encoding/base64"
	"os/exec"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// clipboardTools are the programs that reach the clipboard of a desktop, to read
// and to write it.
var clipboardTools = [...]struct{ read, write []string }{
	{[]string{"wl-paste", "--no-newline"}, []string{"wl-copy"}},
	{[]string{"xclip", "-selection", "clipboard", "-out"}, []string{"xclip", "-selection", "clipboard", "-in"}},
	{[]string{"xsel", "--clipboard", "--output"}, []string{"xsel", "--clipboard", "--input"}},
}

// clipboardProgram is a program that reads, or writes, the clipboard. The error
// tells that there is none.
func clipboardProgram(rt *runtime.CommandRuntime, write bool) (*exec.Cmd, error) {
	for _, tool := range clipboardTools {
		args := tool.read
		if write {
			args = tool.write
		}
		app, ok := rt.Session().External(args[0]).(*runtime.Application)
		if !ok {
			continue
		}
		cmd := exec.CommandContext(rt.Context(), app.Path, args[1:]...)
		cmd.Env = rt.Session().Environment.Pairs()
		return cmd, nil
	}
	e := objects.NewException(objects.PSNotSupportedException, "The clipboard is reached through one of the programs wl-copy, xclip and xsel, and none is installed.")
	return nil, runtime.NewErrorRecord(e, "ClipboardNotAvailable", runtime.NotInstalled, objects.Null)
}

// readClipboard is the text on the clipboard; an empty one has none.
func readClipboard(rt *runtime.CommandRuntime) (string, error) {
	cmd, err := clipboardProgram(rt, false)
	if err != nil {
		return "", err
	}
	text, err := cmd.Output()
	if err != nil {
		return "", nil // the programs fail where nothing was copied
	}
	return string(text), nil
}

// GetClipboard writes the text on the clipboard.
type GetClipboard struct {
	Raw       runtime.SwitchParameter `param:""`
	Delimiter []string                `param:""`
}

// ProcessRecord writes the text line by line, or at once.
func (c *GetClipboard) ProcessRecord(rt *runtime.CommandRuntime) error {
	text, err := readClipboard(rt)
	if err != nil {
		return rt.WriteProviderError(err)
	}
	if c.Raw {
		return rt.WriteObject(objects.String(text))
	}
	delimiters := c.Delimiter
	if len(delimiters) == 0 {
		text, delimiters = strings.ReplaceAll(text, "\r\n", "\n"), []string{"\n"}
	}
	for _, piece := range splitAny(text, delimiters) {
		if err := rt.WriteObject(objects.String(piece)); err != nil {
			return err
		}
	}
	return nil
}

// splitAny cuts a text at each of some delimiters.
func splitAny(text string, delimiters []string) []string {
	pieces := []string{text}
	for _, d := range delimiters {
		var next []string
		for _, p := range pieces {
			if d == "" {
				next = append(next, p)
			} else {
				next = append(next, strings.Split(p, d)...)
			}
		}
		pieces = next
	}
	return pieces
}

// SetClipboard puts text on the clipboard.
type SetClipboard struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`

	Value    []string                `param:"Mandatory,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName" allow:"Null,EmptyCollection,EmptyString"`
	Append   runtime.SwitchParameter `param:""`
	PassThru runtime.SwitchParameter `param:""`
	AsOSC52  runtime.SwitchParameter `param:"Alias=ToLocalhost"`

	lines []string
}

// ProcessRecord gathers the lines.
func (c *SetClipboard) ProcessRecord(rt *runtime.CommandRuntime) error {
	c.lines = append(c.lines, c.Value...)
	if !c.PassThru {
		return nil
	}
	for _, line := range c.Value {
		if err := rt.WriteObject(objects.String(line)); err != nil {
			return err
		}
	}
	return nil
}

// EndProcessing copies the lines: through a program, or through the terminal, which
// reaches the desktop of whoever is connected (OSC 52).
func (c *SetClipboard) EndProcessing(rt *runtime.CommandRuntime) error {
	text := strings.Join(c.lines, "\n")
	if c.Append {
		old, err := readClipboard(rt)
		if err != nil {
			return err
		}
		if old != "" {
			text = old + "\n" + text
		}
	}
	if yes, err := rt.ShouldProcess(text, "Set clipboard"); !yes {
		return err
	}
	if c.AsOSC52 {
		return rt.Host().WriteHost("\x1b]52;;"+base64.StdEncoding.EncodeToString([]byte(text))+"\a", "", "", false)
	}
	cmd, err := clipboardProgram(rt, true)
	if err != nil {
		return err
	}
	cmd.Stdin = strings.NewReader(text)
	return cmd.Run()
}
