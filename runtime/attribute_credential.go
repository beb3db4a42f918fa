package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
)

// The words of a prompt for a credential where the caller has none of its own.
const (
	CredentialCaption = "PowerShell credential request"
	CredentialMessage = "Enter your credentials."
)

// CredentialAttribute is the transformation of parameters for credentials: a user's
// name asks for the password (System.Management.Automation.CredentialAttribute). A
// function's parameter of the type has it without naming it.
type CredentialAttribute struct{}

var credentialAttributeType = attributeType("Credential", TransformationType)

// Type is System.Management.Automation.CredentialAttribute.
func (CredentialAttribute) Type() *objects.Type { return credentialAttributeType }

// Transform makes a credential of a name; a credential stays what it is.
func (CredentialAttribute) Transform(s *Session, v objects.Value) (objects.Value, error) {
	if _, ok := objects.As[*automation.PSCredential](v.Base()); ok || v.IsNull() {
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

func declareCredential() *objects.Declaration {
	return &objects.Declaration{Type: credentialAttributeType, Constructors: []objects.Method{
		made("new()", func(*objects.Call) objects.Object { return CredentialAttribute{} }),
	}}
}
