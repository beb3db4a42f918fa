package storetest

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/sample"
)

// Full is the environment variable that, set to anything, makes the tests of faults
// take their full counts: minutes of work, for a night or before a release.
const Full = "CSSHELL_TEST_FULL"

// Count returns how often a test is to make a fault: few times, or the full number
// where [Full] is set.
func Count(few, full int) int {
	if os.Getenv(Full) != "" {
		return full
	}
	return few
}

// Organisation imports made-up users, all of them homed, with two certificates each.
func Organisation(ctx context.Context, s store.Store, users int) error {
	_, err := s.Import(ctx, newChange("Import"), func(b store.Batch) error {
		for i, user := range sample.Users(users) {
			user.RegistrarPool = "pool.contoso.com"
			if err := b.AddUser(i+1, user); err != nil {
				return err
			}
		}
		for i, certificate := range sample.Certificates(users, 2) {
			if err := b.AddCertificate(i+1, certificate); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

// Sound returns what is wrong with a store after a fault: a trail that does not hold
// together, or a change that is only half there.
func Sound(ctx context.Context, s store.Store) error {
	_, err := store.Verify(s.Audit(ctx, 0))
	findings, failure := s.Check(ctx)
	for _, f := range findings {
		err = errors.Join(err, fmt.Errorf("%s: %s", f.Check, f.What))
	}
	return errors.Join(err, failure)
}
