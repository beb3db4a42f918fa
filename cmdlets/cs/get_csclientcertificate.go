package cs

import (
	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// GetCsClientCertificate writes the client certificates of a user.
type GetCsClientCertificate struct {
	_ struct{} `cmdlet:"SupportsShouldProcess,OutputType=Microsoft.Rtc.Management.UserPinService.CertInfoDetails"`

	Identity cs.UserID `param:"Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"Microsoft.Rtc.Management.AD.UserIdParameter" help:"The user."`

	source access.Source
}

// ProcessRecord writes the certificates of one user. All are read before the
// first is written: a later command may revoke them meanwhile.
func (c *GetCsClientCertificate) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, err := c.source.Store(rt.Context())
	if err != nil {
		return access.StoreError(err)
	}
	user, err := access.User(rt, s, c.Identity)
	if err != nil {
		return access.UserError(rt, err, c.Identity)
	}
	if user.RegistrarPool == "" {
		return rt.WriteError(access.NotHomed(user))
	}
	if yes, err := rt.ShouldProcess(user.SipAddress, ""); !yes {
		return err
	}
	var found []*cs.ClientCertificate
	for certificate, err := range s.Certificates(rt.Context(), store.CertificateQuery{Users: []int64{user.Key}}) {
		if err != nil {
			return access.StoreError(err)
		}
		found = append(found, certificate)
	}
	for _, certificate := range found {
		if err := rt.WriteObject(access.Output(certificate)); err != nil {
			return err
		}
	}
	return nil
}

// Narrowing tells what is read of users.
func (c *GetCsClientCertificate) Narrowing(*runtime.CommandRuntime) runtime.Narrowing {
	return runtime.Narrowing{Reads: identifying()}
}
