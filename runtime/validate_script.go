package runtime

import (
	"github.com/csshell/csshell/objects"
)

// ValidateScriptAttribute is [ValidateScript()]: a script block that must give
// a true value for the argument, which is $_ in it.
type ValidateScriptAttribute struct {
	Script       *ScriptBlock
	ErrorMessage string
}

// Type is System.Management.Automation.ValidateScriptAttribute.
func (*ValidateScriptAttribute) Type() *objects.Type { return validateScriptType }

// Validate runs the block for each element; an error of the block is that of
// the validation.
func (a *ValidateScriptAttribute) Validate(s *Session, v objects.Value) error {
	return validateElements(v, func(v objects.Value) error {
		result, err := a.Script.withInput(s, v)
		if err != nil {
			if isFlow(err) {
				return err
			}
			return invalid("ValidateScriptFailure", errorText(err))
		}
		if s.Types.Truth(result) {
			return nil
		}
		text := elementText(s, v)
		if a.ErrorMessage != "" {
			return invalid("ValidateScriptFailure", customMessage(s, a.ErrorMessage, text, a.Script.Source()))
		}
		return invalid("ValidateScriptFailure", `The "`+a.Script.Source()+`" validation script for the argument with value "`+text+
			`" did not return a result of True. Determine why the validation script failed, and then try the command again.`)
	})
}

func declareValidateScript() *objects.Declaration {
	type attribute = ValidateScriptAttribute
	return &objects.Declaration{
		Type: validateScriptType,
		Constructors: []objects.Method{made("new(scriptblock scriptBlock)", func(c *objects.Call) objects.Object {
			block, _ := objects.As[*ScriptBlock](c.Args[0])
			return &attribute{Script: block}
		})},
		Properties: []objects.Property{
			textField("string ErrorMessage {get;set;}", func(a *attribute) *string { return &a.ErrorMessage }),
			readOnly("scriptblock ScriptBlock {get;}", func(this objects.Value) objects.Value {
				a, _ := objects.As[*attribute](this)
				return objects.Of(a.Script)
			}),
		},
	}
}
