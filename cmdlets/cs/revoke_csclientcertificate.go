package cs

import (
	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// RevokeCsClientCertificate revokes every client certificate of a user.
type RevokeCsClientCertificate struct {
	_ struct{} `cmdlet:"SupportsShouldProcess,ConfirmImpact=Medium"`

	Identity cs.UserID               `param:"Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"Microsoft.Rtc.Management.AD.UserIdParameter" help:"The user."`
	Force    runtime.SwitchParameter `param:"" help:"Pass over users without a registrar pool."`

	source  access.Source
	change  store.Change
	pending []int64 // keys of users whose certificates the next step revokes
	rt      *runtime.CommandRuntime
}

// ProcessRecord takes one user. Users from a pipeline are revoked in steps of
// [store.ChunkSize], each of them one transaction with its audit entry.
func (c *RevokeCsClientCertificate) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, err := c.source.Store(rt.Context())
	if err != nil {
		return access.StoreError(err)
	}
	user, err := access.User(rt, s, c.Identity)
	if err != nil {
		return access.UserError(rt, err, c.Identity)
	}
	if user.RegistrarPool == "" {
		if c.Force {
			return nil
		}
		return rt.WriteError(access.NotHomed(user))
	}
	if yes, err := rt.ShouldProcess(user.SipAddress, ""); !yes {
		return err
	}
	c.rt, c.pending = rt, append(c.pending, user.Key)
	if len(c.pending) < store.ChunkSize {
		return nil
	}
	return c.flush(rt)
}

// EndProcessing revokes what is left.
func (c *RevokeCsClientCertificate) EndProcessing(rt *runtime.CommandRuntime) error {
	return c.flush(rt)
}

// Close revokes what is left where the pipeline ended early: an error further
// up does not undo what was asked for before it.
func (c *RevokeCsClientCertificate) Close() error {
	if len(c.pending) == 0 {
		return nil
	}
	return c.flush(c.rt)
}

// flush makes one step of the operation.
func (c *RevokeCsClientCertificate) flush(rt *runtime.CommandRuntime) error {
	if len(c.pending) == 0 {
		return nil
	}
	s, err := c.source.Store(rt.Context())
	if err != nil {
		return access.StoreError(err)
	}
	if c.change.Step == 0 {
		c.change = store.Change{Operation: store.NewOperationID(), Facts: access.FactsOf(rt, "Revoke-CsClientCertificate")}
	}
	c.change.Step++
	_, err = s.RevokeCertificates(rt.Context(), c.change, c.pending)
	c.pending = c.pending[:0]
	return access.StoreError(err)
}
