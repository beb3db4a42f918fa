package cs

import (
	"strings"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/runtime"
)

// oneUser is what cmdlets that change users have in common: the parameters, and
// the changes of one operation.
type oneUser struct {
	Identity         cs.UserID               `param:"Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"Microsoft.Rtc.Management.AD.UserIdParameter" help:"The user."`
	DomainController string                  `param:"" help:"Accepted; the store has no domain controllers."`
	PassThru         runtime.SwitchParameter `param:"" help:"Write the user as they are then."`

	editor access.Editor
}

// change changes the user that -Identity names.
func (c *oneUser) change(rt *runtime.CommandRuntime, revise access.Revision) error {
	s, err := access.Open(rt, c.editor.Source)
	if err != nil {
		return err
	}
	user, err := access.User(rt, s, c.Identity)
	if err != nil {
		return access.UserError(rt, err, c.Identity)
	}
	c.editor.PassThru = bool(c.PassThru)
	return c.editor.Add(rt, user, revise)
}

// EndProcessing makes the changes that wait.
func (c *oneUser) EndProcessing(*runtime.CommandRuntime) error { return c.editor.Flush() }

// Close makes the changes that wait where the pipeline ended early: an error
// further up does not undo what was asked for before it.
func (c *oneUser) Close() error { return c.editor.Flush() }

// SetCsUser changes properties of users.
type SetCsUser struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`
	oneUser

	SipAddress                        string        `param:"" help:"The new SIP address, with sip:."`
	Enabled                           bool          `param:"Alias=CsEnabled" help:"False disables the user for a time and keeps all else."`
	EnterpriseVoiceEnabled            bool          `param:"" help:"Whether the user has Enterprise Voice."`
	HostedVoiceMail                   bool          `param:"" help:"Whether voice mail is hosted."`
	AudioVideoDisabled                bool          `param:"" help:"Whether audio and video are off."`
	RemoteCallControlTelephonyEnabled bool          `param:"" help:"Whether the user controls a desk phone."`
	LineURI                           string        `param:"" allow:"Null,EmptyString" help:"The phone number: tel:+14255551297;ext=51297; $null takes it away."`
	LineServerURI                     string        `param:"" allow:"Null,EmptyString" help:"The URI of the gateway for remote call control."`
	PrivateLine                       string        `param:"" allow:"Null,EmptyString" help:"The number of the private line."`
	OnPremLineURI                     string        `param:"" allow:"Null,EmptyString" help:"Accepted for users online; the same as -LineURI here."`
	AcpInfo                           objects.Value `param:"" help:"Accepted; the store has no conferencing providers."`
	ExchangeArchivingPolicy           string        `param:"" validate:"Set=Uninitialized|UseLyncArchivingPolicy|ArchivingToExchange|NoArchiving" help:"Where conversations are archived."`
}

// ProcessRecord changes one user.
func (c *SetCsUser) ProcessRecord(rt *runtime.CommandRuntime) error {
	values := access.Values{}
	for name, value := range map[string]string{
		"SipAddress": c.SipAddress, "LineURI": c.LineURI, "LineServerURI": c.LineServerURI, "PrivateLine": c.PrivateLine,
		"ExchangeArchivingPolicy": c.ExchangeArchivingPolicy, "Enabled": access.Text(c.Enabled),
		"EnterpriseVoiceEnabled": access.Text(c.EnterpriseVoiceEnabled), "HostedVoiceMail": access.Text(c.HostedVoiceMail),
		"AudioVideoDisabled": access.Text(c.AudioVideoDisabled), "RemoteCallControlTelephonyEnabled": access.Text(c.RemoteCallControlTelephonyEnabled),
	} {
		if rt.IsBound(name) {
			values[name] = value
		}
	}
	if rt.IsBound("OnPremLineURI") {
		values["LineURI"] = c.OnPremLineURI
	}
	return c.change(rt, func(*cs.User) (access.Values, error) {
		for _, name := range [...]string{"LineURI", "PrivateLine"} {
			if uri := values[name]; uri != "" && !hasScheme(uri, "tel:") {
				return nil, badURI(name, uri, "tel:")
			}
		}
		if address, ok := values["SipAddress"]; ok && !isSIP(address) {
			return nil, badURI("SipAddress", address, "sip:")
		}
		return values, nil
	})
}

func hasScheme(uri, scheme string) bool {
	return len(uri) > len(scheme) && strings.EqualFold(uri[:len(scheme)], scheme)
}

// isSIP reports whether address is sip:USER@DOMAIN.
func isSIP(address string) bool {
	if !hasScheme(address, "sip:") {
		return false
	}
	user, domain, ok := strings.Cut(address[4:], "@")
	return ok && user != "" && domain != "" && !strings.ContainsAny(address, " \t\r\n\"<>")
}

func badURI(name, uri, scheme string) error {
	return access.Record("The value \""+uri+"\" of "+name+" is not valid: it must begin with \""+scheme+"\" and name someone.", "InvalidUri", runtime.InvalidArgument, objects.String(uri))
}
