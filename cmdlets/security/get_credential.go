package security

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/runtime"
)

// GetCredential asks for a user's name and password.
type GetCredential struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=CredentialSet,OutputType=System.Management.Automation.PSCredential"`

	Credential *automation.PSCredential `param:"ParameterSetName=CredentialSet,Position=0" validate:"NotNull" help:"A user's name, or a credential that is there already."`
	Message    string                   `param:"ParameterSetName=MessageSet" validate:"NotNullOrEmpty" help:"What the prompt says."`
	UserName   string                   `param:"ParameterSetName=MessageSet,Position=0" validate:"NotNullOrEmpty" help:"The user's name; only the password is asked for."`
	Title      string                   `param:"ParameterSetName=MessageSet" validate:"NotNullOrEmpty" help:"The line above the message."`
}

// TransformOf makes -Credential ask for the password of a name.
func (*GetCredential) TransformOf(parameter string) runtime.Transform {
	if parameter == "Credential" {
		return runtime.CredentialAttribute{}
	}
	return nil
}

// BeginProcessing asks, unless the credential is there.
func (c *GetCredential) BeginProcessing(rt *runtime.CommandRuntime) error {
	if c.Credential != nil {
		return rt.WriteObject(objects.Of(c.Credential))
	}
	title, message := runtime.CredentialCaption, runtime.CredentialMessage
	if c.Title != "" {
		title = c.Title
	}
	if c.Message != "" {
		message = c.Message
	}
	made, err := rt.Session().PromptForCredential(title, message, c.UserName)
	if err != nil {
		return err
	}
	return rt.WriteObject(objects.Of(made))
}

// ProcessRecord has nothing to do: the credential does not come from the pipeline.
func (*GetCredential) ProcessRecord(*runtime.CommandRuntime) error { return nil }
