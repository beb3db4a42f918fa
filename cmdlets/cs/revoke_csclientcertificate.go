package cs

import (
	"fmt"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/cmdlets/cs/proof"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// RevokeCsClientCertificate revokes every client certificate of users. All users
// of a pipeline are one operation and one transaction: either all of them are
// revoked, or none.
type RevokeCsClientCertificate struct {
	_ struct{} `cmdlet:"SupportsShouldProcess,ConfirmImpact=Medium"`

	Identity  cs.UserID               `param:"Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"Microsoft.Rtc.Management.AD.UserIdParameter" help:"The user."`
	Force     runtime.SwitchParameter `param:"" help:"Pass over users without a registrar pool, and ask nothing."`
	PlanTo    string                  `param:"" validate:"NotNullOrEmpty" help:"Write a plan for Invoke-CsPlan into that file, and change nothing."`
	ChunkSize int                     `param:"" validate:"Range=1:100000" help:"Commit after so many users; Resume-CsOperation goes on after an interruption."`

	source  access.Source
	pending store.Keys // of the users to revoke
	planned []*cs.User // the same for a plan
	rt      *runtime.CommandRuntime
	reading *access.Meter
}

// ProcessRecord takes one user.
func (c *RevokeCsClientCertificate) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, err := access.Open(rt, c.source)
	if err != nil {
		return err
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
	c.rt = rt
	if c.PlanTo != "" {
		c.planned = append(c.planned, &cs.User{Key: user.Key, SipAddress: user.SipAddress})
		return nil
	}
	c.pending.Add(user.Key)
	if !rt.ExpectingInput() {
		return nil
	}
	if c.reading == nil {
		c.reading = access.NewMeter(rt, "Finding users", 0)
	}
	if c.pending.Count()%store.ChunkSize != 0 {
		return nil
	}
	return c.reading.Show(c.pending.Count())
}

// EndProcessing revokes the certificates, or writes the plan.
func (c *RevokeCsClientCertificate) EndProcessing(rt *runtime.CommandRuntime) error {
	if c.planned != nil {
		s, err := access.Open(rt, c.source)
		if err != nil {
			return err
		}
		return proof.WritePlan(rt, s, c.planned, c.PlanTo)
	}
	if yes, err := c.ask(rt); !yes {
		c.pending = store.Keys{}
		return err
	}
	return c.flush(rt)
}

// Close revokes what was asked for where the pipeline ended early: an error
// further up does not undo what came before it.
func (c *RevokeCsClientCertificate) Close() error {
	if c.pending.Count() == 0 {
		return nil
	}
	return c.flush(c.rt)
}

// manyUsers is the number of users above which a person at a terminal is asked.
const manyUsers = 100

// ask asks a person at a terminal about many users. Scripts are never asked.
func (c *RevokeCsClientCertificate) ask(rt *runtime.CommandRuntime) (bool, error) {
	onTerminal, _ := rt.Host().Colors()
	at := rt.Invocation().Extent
	if c.pending.Count() <= manyUsers || bool(c.Force) || !onTerminal || !rt.Host().Interactive() || at != nil && at.Source.File != "" {
		return true, nil
	}
	s, err := access.Open(rt, c.source)
	if err != nil {
		return false, err
	}
	certificates := 0
	for _, err := range s.Certificates(rt.Context(), store.CertificateQuery{Users: c.pending.List()}) {
		if err != nil {
			return false, access.StoreError(err)
		}
		certificates++
	}
	return rt.ShouldContinue(fmt.Sprintf("Revoke %d certificates of %d users?", certificates, c.pending.Count()), "Many users")
}

// flush does what waits: one step, or with -ChunkSize several.
func (c *RevokeCsClientCertificate) flush(rt *runtime.CommandRuntime) error {
	if c.pending.Count() == 0 {
		return nil
	}
	users := c.pending
	c.pending = store.Keys{}
	if c.reading != nil {
		if err := c.reading.Close(); err != nil {
			return err
		}
	}
	s, err := access.Open(rt, c.source)
	if err != nil {
		return err
	}
	if c.ChunkSize > 0 {
		return proof.Refused(proof.RevokeInChunks(rt, s, users.List(), c.ChunkSize))
	}
	meter := access.NewMeter(rt, "Revoking certificates", users.Count())
	_, err = s.Do(rt.Context(), access.NewChange(rt), store.Work{Revoke: users, Progress: func(done int) { _ = meter.Show(done) }})
	if closing := meter.Close(); err == nil {
		err = closing
	}
	return access.StoreError(err)
}

// Narrowing tells what is read of users.
func (c *RevokeCsClientCertificate) Narrowing(*runtime.CommandRuntime) runtime.Narrowing {
	return runtime.Narrowing{Reads: identifying()}
}

// identifying are the properties of a user that the cmdlets for certificates read.
func identifying() []string { return []string{"Identity", "SipAddress", "RegistrarPool"} }
