package argument

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/runtime"
)

// The words of a prompt for a credential where the caller has none of its own.
const (
	CredentialCaption = "PowerShell credential request"
	CredentialMessage = "Enter your credentials."
)

// Credential is the transformation of -Credential parameters: a user's name asks for
// the password (System.Management.Automation.CredentialAttribute).
type Credential struct{}

// Transform makes a credential of a name; a credential stays what it is.
func (Credential) Transform(s *runtime.Session, v objects.Value) (objects.Value, error) {
	if _, ok := objects.As[*automation.PSCredential](v); ok || v.IsNull() {
		return v, nil
	}
	name, ok := v.Str()
	if !ok {
		return v, nil
	}
	made, err := s.PromptForCredential(CredentialCaption, CredentialMessage, name)
	if err != nil {
		return objects.Null, err
	}
	return objects.Of(made), nil
}
