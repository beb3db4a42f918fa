package cs

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// GetCsClientCertificate writes the client certificates of a user.
type GetCsClientCertificate struct {
	_ struct{} `cmdlet:"SupportsShouldProcess,Class=Get-CsClientCertificate"`

	Identity cs.UserID `param:"Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"Microsoft.Rtc.Management.AD.UserIdParameter" help:"The user."`

	source Source
}

// ProcessRecord writes the certificates of one user. All are read before the
// first is written: a later command may revoke them meanwhile.
func (c *GetCsClientCertificate) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, err := c.source.Store(rt.Context())
	if err != nil {
		return storeError(err)
	}
	user, err := userOf(rt, s, c.Identity)
	if err != nil {
		return userError(rt, err, c.Identity)
	}
	if user.RegistrarPool == "" {
		return rt.WriteError(notHomed(user))
	}
	if yes, err := rt.ShouldProcess(user.SipAddress, ""); !yes {
		return err
	}
	var found []*cs.ClientCertificate
	for certificate, err := range s.Certificates(rt.Context(), store.CertificateQuery{Users: []int64{user.Key}}) {
		if err != nil {
			return storeError(err)
		}
		found = append(found, certificate)
	}
	for _, certificate := range found {
		if err := rt.WriteObject(output(certificate)); err != nil {
			return err
		}
	}
	return nil
}

// userOf is the user that an identity names; the user at work in the pipeline
// is not looked up again.
func userOf(rt *runtime.CommandRuntime, s store.Store, id cs.UserID) (*cs.User, error) {
	if u, ok := objects.As[*cs.User](rt.Input()); ok && string(id) == u.Identity && u.Key != 0 {
		return u, nil
	}
	return s.User(rt.Context(), id)
}
