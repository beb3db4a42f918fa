package security

import (
	"errors"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/objects/system"
	"github.com/csshell/csshell/runtime"
)

// ConvertToSecureString makes secure strings of plain or of encrypted texts.
type ConvertToSecureString struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Secure,OutputType=System.Security.SecureString"`

	String      string                   `param:"Position=0,Mandatory,ValueFromPipeline" help:"The text, plain or as ConvertFrom-SecureString wrote it."`
	AsPlainText runtime.SwitchParameter  `param:"ParameterSetName=PlainText,Position=1" help:"Take the text as it is."`
	Force       runtime.SwitchParameter  `param:"ParameterSetName=PlainText,Position=2" help:"Not needed any more."`
	SecureKey   *automation.SecureString `param:"ParameterSetName=Secure,Position=1" help:"The key as a secure string of 8, 12 or 16 characters."`
	Key         []byte                   `param:"ParameterSetName=Open" help:"The key: 16, 24 or 32 bytes."`
}

// ProcessRecord converts one text; one that is not encrypted is reported.
func (c *ConvertToSecureString) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.AsPlainText || rt.ParameterSet() == "PlainText" {
		return rt.WriteObject(objects.Of(automation.NewSecureString(c.String).Copy()))
	}
	key, err := keyOf(c.SecureKey, c.Key)
	if err != nil {
		return err
	}
	plain, err := unseal(c.String, key)
	if errors.Is(err, errPadding) {
		e := objects.NewException(system.CryptographicException, err.Error())
		return rt.WriteError(runtime.NewErrorRecord(e, "ImportSecureString_InvalidArgument_CryptographicError", runtime.InvalidArgument, objects.Null))
	}
	if errors.Is(err, errNotEncrypted) {
		e := objects.NewException(objects.PSArgumentException, `The parameter value "`+c.String+`" is not a valid encrypted string.`)
		return rt.WriteError(runtime.NewErrorRecord(e, "ImportSecureString_InvalidArgument", runtime.InvalidArgument, objects.Null))
	}
	if err != nil {
		return err
	}
	return rt.WriteObject(objects.Of(automation.NewSecureString(plain)))
}

// keyOf is the key given in one of two ways; nil where there is none.
func keyOf(secure *automation.SecureString, open []byte) ([]byte, error) {
	key := open
	if secure != nil {
		key = unicodeBytes(secure.Plain())
	}
	switch len(key) {
	case 16, 24, 32:
		return key, nil
	case 0:
		if key == nil {
			return nil, nil
		}
	}
	e := objects.NewException(objects.PSArgumentException, "The specified key is not valid. Valid key length settings are either 128 bits, 192 bits, or 256 bits.")
	return nil, runtime.NewErrorRecord(e, "Argument", runtime.InvalidArgument, objects.Null)
}

// ConvertFromSecureString writes secure strings as texts that can be kept.
type ConvertFromSecureString struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Secure,OutputType=System.String"`

	SecureString *automation.SecureString `param:"Position=0,Mandatory,ValueFromPipeline" help:"The secure string."`
	AsPlainText  runtime.SwitchParameter  `param:"ParameterSetName=AsPlainText" help:"Write the text itself."`
	SecureKey    *automation.SecureString `param:"ParameterSetName=Secure,Position=1" help:"The key as a secure string of 8, 12 or 16 characters."`
	Key          []byte                   `param:"ParameterSetName=Open" help:"The key: 16, 24 or 32 bytes."`
}

// ProcessRecord writes one secure string.
func (c *ConvertFromSecureString) ProcessRecord(rt *runtime.CommandRuntime) error {
	text := c.SecureString.Plain()
	if !c.AsPlainText {
		key, err := keyOf(c.SecureKey, c.Key)
		if err != nil {
			return err
		}
		if key == nil {
			return rt.WriteObject(objects.String(c.SecureString.Hex()))
		}
		if text, err = seal(text, key); err != nil {
			return err
		}
	}
	return rt.WriteObject(objects.String(text))
}
