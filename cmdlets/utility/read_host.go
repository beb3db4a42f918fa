package utility

import (
	"errors"
	"io"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/runtime"
)

// ReadHost asks for a line.
type ReadHost struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=AsString"`

	Prompt         objects.Value           `param:"Position=0,ValueFromRemainingArguments" allow:"Null"`
	AsSecureString runtime.SwitchParameter `param:"ParameterSetName=AsSecureString"`
	MaskInput      runtime.SwitchParameter `param:"ParameterSetName=AsString"`
}

// ProcessRecord shows the prompt and writes what was typed.
func (c *ReadHost) ProcessRecord(rt *runtime.CommandRuntime) error {
	prompt := ""
	if !c.Prompt.IsNull() {
		s, err := joinText(rt, c.Prompt, " ")
		if err != nil {
			return err
		}
		prompt = s + ": "
	}
	line, err := rt.Session().ReadLine(prompt, bool(c.AsSecureString || c.MaskInput))
	if errors.Is(err, io.EOF) {
		return rt.WriteObject(objects.Null)
	}
	if err != nil {
		return err
	}
	if c.AsSecureString {
		return rt.WriteObject(objects.Of(automation.NewSecureString(line)))
	}
	return rt.WriteObject(objects.String(line))
}
