package proof

import (
	"strconv"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// TestCsStore looks for damage to the store and for changes that the audit trail
// does not know.
type TestCsStore struct {
	_ struct{} `cmdlet:""`

	Quiet runtime.SwitchParameter `param:"" help:"Write $true or $false alone; a bad store fails the command, for the exit code."`

	source access.Source
}

// checks are what [store.Store.Check] looks at.
var checks = [...]string{"Integrity", "Certificates", "Names", "Revocations", "Journal"}

// ProcessRecord writes one object for each check.
func (c *TestCsStore) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, err := access.Open(rt, c.source)
	if err != nil {
		return err
	}
	entries, broken := store.Verify(s.Audit(rt.Context(), 0))
	if storeFailure := access.StoreError(broken); storeFailure != broken {
		return storeFailure
	}
	findings, err := s.Check(rt.Context())
	if err != nil {
		return access.StoreError(err)
	}
	if broken != nil {
		findings = append(findings, store.Finding{Check: "Chain", What: broken.Error()})
	}
	if c.Quiet {
		return quiet(rt, len(findings) == 0)
	}
	for _, check := range append(checks[:], "Chain") {
		detail := ""
		if check == "Chain" {
			detail = strconv.FormatInt(entries, 10) + " audit entries are as they were written"
		}
		passed := true
		for _, f := range findings {
			if f.Check == check {
				passed, detail = false, f.What
				break
			}
		}
		if err := rt.WriteObject(access.Object("Csshell.StoreCheck", access.Note("Check", objects.String(check)), access.Note("Passed", objects.Bool(passed)), access.Note("Detail", objects.String(detail)))); err != nil {
			return err
		}
	}
	return nil
}

// quiet writes an answer for monitoring; a bad one fails the command.
func quiet(rt *runtime.CommandRuntime, good bool) error {
	if !good {
		rt.Fail()
	}
	return rt.WriteObject(objects.Bool(good))
}
