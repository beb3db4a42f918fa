package proof

import (
	"strings"
	"time"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// TestCsLeaver finds the users who should not be able to sign in any more: whose
// account is disabled in the directory and who still have certificates, or were
// issued some after their account was changed last, and enabled users without a
// pool.
type TestCsLeaver struct {
	_ struct{} `cmdlet:""`

	Quiet runtime.SwitchParameter `param:"" help:"Write $true or $false alone; leavers fail the command, for the exit code."`

	source access.Source
	found  bool
}

// leaversAtOnce is how many disabled accounts are looked up at once.
const leaversAtOnce = 1000

// ProcessRecord writes one object for each finding.
func (c *TestCsLeaver) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, err := access.Open(rt, c.source)
	if err != nil {
		return err
	}
	needed, err := cs.UserProperties.Set("DisplayName", "SipAddress", "RegistrarPool", "HomeServer", "Enabled", "UserAccountControl", "WhenChanged")
	if err != nil {
		return err
	}
	var disabled []*cs.User
	for u, err := range s.Users(rt.Context(), store.UserQuery{NeverEnabled: true, Properties: needed}) {
		if err != nil {
			return access.StoreError(err)
		}
		if u.Enabled == cs.True && u.RegistrarPool == "" && u.HomeServer == "" {
			if err := c.report(rt, "NoPool", u, 0); err != nil {
				return err
			}
		}
		if !strings.Contains(u.UserAccountControl, "AccountDisabled") {
			continue
		}
		if disabled = append(disabled, u); len(disabled) == leaversAtOnce {
			if err := c.holders(rt, s, disabled); err != nil {
				return err
			}
			disabled = disabled[:0]
		}
	}
	if err := c.holders(rt, s, disabled); err != nil {
		return err
	}
	if c.Quiet {
		return quiet(rt, !c.found)
	}
	return nil
}

// holders reports those of the disabled accounts that still have certificates.
func (c *TestCsLeaver) holders(rt *runtime.CommandRuntime, s store.Store, users []*cs.User) error {
	keys := []int64{}
	counts, later := map[int64]int{}, map[int64]int{}
	byKey := map[int64]*cs.User{}
	for _, u := range users {
		keys = append(keys, u.Key)
		byKey[u.Key] = u
	}
	now := cs.TicksOf(time.Now())
	for certificate, err := range s.Certificates(rt.Context(), store.CertificateQuery{Users: keys}) {
		if err != nil {
			return access.StoreError(err)
		}
		if certificate.ExpirationTime != 0 && certificate.ExpirationTime < now {
			continue
		}
		counts[certificate.UserKey]++
		if changed := byKey[certificate.UserKey].WhenChanged; changed != 0 && certificate.PublicationTime > changed {
			later[certificate.UserKey]++
		}
	}
	for _, u := range users {
		if n := counts[u.Key]; n > 0 {
			if err := c.report(rt, "DisabledWithCertificates", u, n); err != nil {
				return err
			}
		}
		if n := later[u.Key]; n > 0 {
			if err := c.report(rt, "IssuedAfterDisable", u, n); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *TestCsLeaver) report(rt *runtime.CommandRuntime, reason string, u *cs.User, certificates int) error {
	c.found = true
	if c.Quiet {
		return nil
	}
	return rt.WriteObject(access.Object("Csshell.Leaver", access.Note("Reason", objects.String(reason)), access.Note("DisplayName", objects.String(u.DisplayName)),
		access.Note("Identity", objects.String(u.SipAddress)), access.Note("Certificates", objects.Int(certificates)), access.Note("WhenChanged", u.WhenChanged.Value())))
}
