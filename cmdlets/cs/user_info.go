package cs

import (
	"time"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// userReader is what cmdlets that read something of one user have in common.
type userReader struct {
	Identity         cs.UserID               `param:"Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"Microsoft.Rtc.Management.AD.UserIdParameter" help:"The user."`
	Credential       objects.Value           `param:"" type:"pscredential" help:"Accepted; the store knows one account."`
	DomainController string                  `param:"" help:"Accepted; the store has no domain controllers."`
	ResultSize       string                  `param:"" help:"Accepted."`
	LocalStore       runtime.SwitchParameter `param:"" help:"Accepted; there is one store."`

	source access.Source
}

// user is the user that -Identity names; nil after an error that was written.
func (c *userReader) user(rt *runtime.CommandRuntime) (*cs.User, error) {
	s, err := access.Open(rt, c.source)
	if err != nil {
		return nil, err
	}
	user, err := access.User(rt, s, c.Identity)
	if err != nil {
		return nil, access.UserError(rt, err, c.Identity)
	}
	return user, nil
}

// GetCsUserPoolInfo writes where users are homed.
type GetCsUserPoolInfo struct {
	_ struct{} `cmdlet:""`
	userReader
}

// ProcessRecord writes that of one user.
func (c *GetCsUserPoolInfo) ProcessRecord(rt *runtime.CommandRuntime) error {
	user, err := c.user(rt)
	if user == nil || err != nil {
		return err
	}
	if user.RegistrarPool == "" {
		return rt.WriteError(access.NotHomed(user))
	}
	o := objects.NewCustomObject()
	o.SetNote("PrimaryPoolFqdn", objects.String(user.RegistrarPool))
	for _, name := range [...]string{"BackupPoolFqdn", "UserServicesPoolFqdn", "PrimaryPoolPrimaryRegistrar", "BackupPoolPrimaryRegistrar"} {
		o.SetNote(name, objects.Null)
	}
	for _, name := range [...]string{"PrimaryPoolMachinesInPreferredOrder", "BackupPoolMachinesInPreferredOrder"} {
		o.SetNote(name, objects.ArrayValue(nil))
	}
	return rt.WriteObject(objects.Of(o))
}

// GetCsEffectivePolicy writes which policies are in force for users: their own,
// or the global ones.
type GetCsEffectivePolicy struct {
	_ struct{} `cmdlet:""`
	userReader
}

// ProcessRecord writes those of one user.
func (c *GetCsEffectivePolicy) ProcessRecord(rt *runtime.CommandRuntime) error {
	user, err := c.user(rt)
	if user == nil || err != nil {
		return err
	}
	o := objects.NewCustomObject()
	o.SetNote("Identity", objects.String(user.Identity))
	for _, kind := range policyKinds {
		name := cs.UserProperties[cs.UserProperties.Find(kind.property)].Get(user)
		if name == "" {
			name = "Global"
		}
		o.SetNote(kind.property, objects.String(name))
	}
	return rt.WriteObject(objects.Of(o))
}

// TestCsClientAuth tells from the store whether a user could sign in with a
// certificate: whether they are enabled, homed, and have one in force.
type TestCsClientAuth struct {
	_ struct{} `cmdlet:""`

	TargetFqdn         string                  `param:"Position=0,Alias=t" help:"The pool; the user must be homed there."`
	UserSipAddress     string                  `param:"Mandatory,Alias=ua" validate:"NotNullOrEmpty" help:"The SIP address of the user."`
	UserCredential     objects.Value           `param:"Alias=uc" type:"pscredential" help:"Accepted; the store knows no passwords."`
	RegistrarPort      int                     `param:"Alias=rp" help:"Accepted; no server is asked."`
	TargetUri          string                  `param:"Alias=tu" help:"Accepted; no server is asked."`
	OutVerboseVariable string                  `param:"Alias=ovv" help:"Accepted."`
	Force              runtime.SwitchParameter `param:"" help:"Accepted."`

	source access.Source
}

// ProcessRecord writes the answer for one user.
func (c *TestCsClientAuth) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, err := access.Open(rt, c.source)
	if err != nil {
		return err
	}
	begun := time.Now()
	id := cs.UserID(c.UserSipAddress)
	user, err := s.User(rt.Context(), id)
	if err != nil {
		return access.UserError(rt, err, id)
	}
	reason, err := c.refusal(rt, s, user)
	if err != nil {
		return access.StoreError(err)
	}
	result := "Success"
	if reason != "" {
		result = "Failure"
	}
	o := objects.NewCustomObject()
	o.SetNote("TargetFqdn", objects.String(user.RegistrarPool))
	o.SetNote("Result", objects.String(result))
	o.SetNote("Latency", objects.Word(objects.TimeSpanType, uint64(time.Since(begun)/100)))
	o.SetNote("Error", objects.String(reason))
	o.SetNote("Diagnosis", objects.String(""))
	return rt.WriteObject(objects.Of(o))
}

// refusal is why a certificate of the user would not be accepted, or nothing.
func (c *TestCsClientAuth) refusal(rt *runtime.CommandRuntime, s store.Store, user *cs.User) (string, error) {
	switch {
	case user.Enabled != cs.True:
		return "The user is not enabled.", nil
	case user.RegistrarPool == "":
		return "The user is not assigned to a Registrar pool.", nil
	case c.TargetFqdn != "" && !objects.EqualFold(c.TargetFqdn, user.RegistrarPool):
		return "The user is homed in the pool \"" + user.RegistrarPool + "\".", nil
	}
	reason := "The user has no client certificate in force."
	for certificate, err := range s.Certificates(rt.Context(), store.CertificateQuery{Users: []int64{user.Key}}) {
		if err != nil {
			return "", err
		}
		if certificate.ExpirationTime > cs.TicksOf(time.Now()) {
			return "", nil
		}
		reason = "All client certificates of the user have expired."
	}
	return reason, nil
}
