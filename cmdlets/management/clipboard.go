package management

import (
	"encoding/base64"
	"os/exec"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// clipboardPrograms are those that read and write a clipboard, the first that is there.
func clipboardPrograms() [][2][]string {
	return [][2][]string{
		{{"wl-paste", "--no-newline"}, {"wl-copy"}},
		{{"xclip", "-selection", "clipboard", "-out"}, {"xclip", "-selection", "clipboard", "-in"}},
		{{"xsel", "--clipboard", "--output"}, {"xsel", "--clipboard", "--input"}},
	}
}

// clipboardProgram is the program that reads (0) or writes (1) the clipboard.
func clipboardProgram(direction int) ([]string, error) {
	for _, pair := range clipboardPrograms() {
		if _, err := exec.LookPath(pair[direction][0]); err == nil {
			return pair[direction], nil
		}
	}
	e := objects.NewException(objects.PSInvalidOperationException, "There is no clipboard here: none of the programs wl-copy, xclip and xsel is installed.")
	return nil, runtime.NewErrorRecord(e, "ClipboardNotAvailable", runtime.NotInstalled, objects.Null)
}

// GetClipboard writes the text of the clipboard.
type GetClipboard struct {
	_ struct{} `cmdlet:"OutputType=System.String"`

	Raw       runtime.SwitchParameter `param:"" help:"Write one text instead of lines."`
	Delimiter []string                `param:"" help:"What ends a line."`
}

// ProcessRecord writes the lines, or the text.
func (c *GetClipboard) ProcessRecord(rt *runtime.CommandRuntime) error {
	program, err := clipboardProgram(0)
	if err != nil {
		return err
	}
	text, err := exec.CommandContext(rt.Context(), program[0], program[1:]...).Output()
	if err != nil {
		return err
	}
	if c.Raw {
		return rt.WriteObject(objects.String(string(text)))
	}
	lines := []string{string(text)}
	ends := c.Delimiter
	if len(ends) == 0 {
		ends = []string{"\r\n", "\n"}
	}
	for _, end := range ends {
		var split []string
		for _, line := range lines {
			split = append(split, strings.Split(line, end)...)
		}
		lines = split
	}
	for _, line := range lines {
		if err := rt.WriteObject(objects.String(line)); err != nil {
			return err
		}
	}
	return nil
}

// SetClipboard puts text into the clipboard.
type SetClipboard struct {
	_ struct{} `cmdlet:"SupportsShouldProcess,OutputType=System.String"`

	Value    []string                `param:"Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" allow:"Null,EmptyCollection,EmptyString" help:"The lines."`
	Append   runtime.SwitchParameter `param:"" help:"Keep what is there."`
	PassThru runtime.SwitchParameter `param:"" help:"Write the text too."`
	AsOSC52  runtime.SwitchParameter `param:"Alias=ToLocalhost" help:"Ask the terminal to do it, also over a remote connection."`

	lines []string
}

// ProcessRecord keeps the lines.
func (c *SetClipboard) ProcessRecord(*runtime.CommandRuntime) error {
	c.lines = append(c.lines, c.Value...)
	return nil
}

// EndProcessing sets the clipboard.
func (c *SetClipboard) EndProcessing(rt *runtime.CommandRuntime) error {
	text := strings.Join(c.lines, "\n")
	if yes, err := rt.ShouldProcess(text, "Set-Clipboard"); !yes {
		return err
	}
	if c.AsOSC52 {
		if err := rt.Host().WriteOutput("\x1b]52;;" + base64.StdEncoding.EncodeToString([]byte(text)) + "\a"); err != nil {
			return err
		}
	} else if err := c.set(rt, text); err != nil {
		return err
	}
	if c.PassThru {
		return rt.WriteObject(objects.String(text))
	}
	return nil
}

func (c *SetClipboard) set(rt *runtime.CommandRuntime, text string) error {
	program, err := clipboardProgram(1)
	if err != nil {
		return err
	}
	if c.Append {
		reading, err := clipboardProgram(0)
		if err != nil {
			return err
		}
		old, err := exec.CommandContext(rt.Context(), reading[0], reading[1:]...).Output()
		if err == nil && len(old) > 0 {
			text = string(old) + "\n" + text
		}
	}
	writing := exec.CommandContext(rt.Context(), program[0], program[1:]...)
	writing.Stdin = strings.NewReader(text)
	return writing.Run()
}
