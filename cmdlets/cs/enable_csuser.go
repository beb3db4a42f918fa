package cs

import (
	"os"
	"strings"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// EnableCsUser gives accounts of the directory a server account.
type EnableCsUser struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`
	oneUser

	RegistrarPool            string `param:"" validate:"NotNullOrEmpty" help:"The pool that is home to the user."`
	SipAddress               string `param:"" validate:"NotNullOrEmpty" help:"The SIP address, with sip:."`
	SipAddressType           string `param:"" validate:"Set=FirstLastName|EmailAddress|UserPrincipalName|SAMAccountName|None" help:"What to make the SIP address of."`
	SipDomain                string `param:"" validate:"NotNullOrEmpty" help:"The domain of the SIP address, where its type does not have one."`
	HostingProviderProxyFqdn string `param:"Alias=HostingProvider" validate:"NotNullOrEmpty" help:"The hosting provider, in place of a pool."`
	ProxyPool                string `param:"" help:"Accepted; the store knows no proxies."`
}

// ProcessRecord enables one account.
func (c *EnableCsUser) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, err := access.Open(rt, c.editor.Source)
	if err != nil {
		return err
	}
	user, err := access.Account(rt, s, c.Identity)
	if err != nil {
		return access.UserError(rt, err, c.Identity)
	}
	pool := c.HostingProviderProxyFqdn
	if c.RegistrarPool != "" {
		if pool, err = access.Pool(rt, s, c.RegistrarPool); err != nil {
			return err
		}
	}
	if pool == "" {
		return access.Record("Enter a Registrar pool or a hosting provider.", "MissingPool", runtime.InvalidArgument, objects.Null)
	}
	c.editor.PassThru = bool(c.PassThru)
	return c.editor.Add(rt, user, func(user *cs.User) (access.Values, error) { return c.values(user, pool) })
}

// values are those of a new server account. One that there is already keeps all
// else.
func (c *EnableCsUser) values(user *cs.User, pool string) (access.Values, error) {
	address, err := c.address(user)
	if err != nil {
		return nil, err
	}
	values := access.Values{"SipAddress": address, "Enabled": "True"}
	if c.RegistrarPool != "" {
		values["RegistrarPool"], values["HostingProvider"] = pool, "SRV:"
	} else {
		values["HostingProvider"] = pool
	}
	if user.Enabled == cs.NullBool {
		for _, name := range [...]string{"EnterpriseVoiceEnabled", "ExUmEnabled", "AudioVideoDisabled", "RemoteCallControlTelephonyEnabled"} {
			values[name] = "False"
		}
	}
	return values, nil
}

// address is the SIP address that the parameters give a user.
func (c *EnableCsUser) address(user *cs.User) (string, error) {
	name := ""
	switch strings.ToLower(c.SipAddressType) {
	case "firstlastname":
		name = user.FirstName + "." + user.LastName + "@" + c.SipDomain
	case "samaccountname":
		name = user.SamAccountName + "@" + c.SipDomain
	case "emailaddress":
		name = user.WindowsEmailAddress
	case "userprincipalname":
		name = user.UserPrincipalName
	default:
		if c.SipAddress == "" {
			return "", access.Record("Enter a SIP address, or the type of one.", "MissingSipAddress", runtime.InvalidArgument, access.Output(user))
		}
		name = c.SipAddress
	}
	if !strings.HasPrefix(strings.ToLower(name), "sip:") {
		name = "sip:" + name
	}
	if !isSIP(name) || strings.HasPrefix(name, "sip:.") || strings.Contains(name, ".@") {
		return "", badURI("SipAddress", name, "sip:")
	}
	return name, nil
}

// DisableCsUser takes server accounts away, with all that the server knows of
// the users, their certificates among it.
type DisableCsUser struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`
	oneUser
}

// ProcessRecord disables one user.
func (c *DisableCsUser) ProcessRecord(rt *runtime.CommandRuntime) error {
	c.editor.Revoke, c.editor.With = true, withoutPin
	return c.change(rt, func(*cs.User) (access.Values, error) {
		values := access.Values{}
		for i := range cs.UserProperties {
			if p := &cs.UserProperties[i]; p.Server {
				values[p.Name] = ""
			}
		}
		return values, nil
	})
}

// withoutPin takes the PIN of a user away.
func withoutPin(rt *runtime.CommandRuntime, s store.Store, user *cs.User) ([]store.Edit, error) {
	pin, err := pinItem(rt, s, user)
	if err != nil || pin.before == "" {
		return nil, err
	}
	return []store.Edit{pin.edit("")}, nil
}

// MoveCsUser gives users another pool.
type MoveCsUser struct {
	_ struct{} `cmdlet:"SupportsShouldProcess,DefaultParameterSetName=Identity"`

	Identity                    cs.UserID               `param:"ParameterSetName=Identity,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"Microsoft.Rtc.Management.AD.UserIdParameter" help:"The user."`
	UserList                    string                  `param:"ParameterSetName=Users,Mandatory" validate:"NotNullOrEmpty" help:"A text file with one identity in each line."`
	Target                      string                  `param:"Position=1,Mandatory" validate:"NotNullOrEmpty" help:"The pool to move to."`
	Credential                  objects.Value           `param:"" type:"pscredential" help:"Accepted; the store knows one account."`
	Force                       runtime.SwitchParameter `param:"" help:"Accepted; a move loses nothing here."`
	MoveConferenceData          runtime.SwitchParameter `param:"" help:"Accepted; the store has no conferences."`
	IgnoreBackendStoreException runtime.SwitchParameter `param:"" help:"Accepted; there is one store."`
	UseLegacyMode               runtime.SwitchParameter `param:"" help:"Accepted."`
	ProxyPool                   string                  `param:"" help:"Accepted; the store knows no proxies."`
	Report                      string                  `param:"" help:"Accepted; Get-CsOperation tells what was done."`
	HostedMigrationOverrideUrl  string                  `param:"" help:"Accepted; there is no other service to move to."`
	DomainController            string                  `param:"" help:"Accepted; the store has no domain controllers."`
	PassThru                    runtime.SwitchParameter `param:"" help:"Write the users as they are then."`

	editor access.Editor
	pool   string
}

// BeginProcessing finds the pool.
func (c *MoveCsUser) BeginProcessing(rt *runtime.CommandRuntime) error {
	s, err := access.Open(rt, c.editor.Source)
	if err != nil {
		return err
	}
	c.editor.PassThru = bool(c.PassThru)
	c.pool, err = access.Pool(rt, s, c.Target)
	return err
}

// ProcessRecord moves one user, or those of the list.
func (c *MoveCsUser) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.UserList == "" {
		return c.move(rt, c.Identity)
	}
	path := rt.Session().FullPath(c.UserList)
	text, err := os.ReadFile(path)
	if err != nil {
		return pathNotFound(path)
	}
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if err := c.move(rt, cs.UserID(line)); err != nil {
			return err
		}
	}
	return nil
}

func (c *MoveCsUser) move(rt *runtime.CommandRuntime, id cs.UserID) error {
	s, err := access.Open(rt, c.editor.Source)
	if err != nil {
		return err
	}
	user, err := access.User(rt, s, id)
	if err != nil {
		return access.UserError(rt, err, id)
	}
	return c.editor.Add(rt, user, func(*cs.User) (access.Values, error) {
		return access.Values{"RegistrarPool": c.pool, "HomeServer": "", "HostingProvider": "SRV:"}, nil
	})
}

// EndProcessing makes the moves that wait.
func (c *MoveCsUser) EndProcessing(*runtime.CommandRuntime) error { return c.editor.Flush() }

// Close makes the moves that wait where the pipeline ended early.
func (c *MoveCsUser) Close() error { return c.editor.Flush() }
