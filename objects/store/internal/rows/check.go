package rows

import (
	"bytes"
	"context"
	"fmt"

	"github.com/csshell/csshell/objects/store"
)

// Checks are queries for what must not be: each gives the numbers of bad rows,
// the first of them first. SCHEMA stands before the names of tables. An entry of an
// import counts certificates that came in, any other those that were revoked or put
// back into force.
var Checks = [...]struct{ Check, What, SQL string }{
	{"Certificates", "certificate %d belongs to no user", `SELECT c.id FROM SCHEMAcertificates c
		WHERE NOT EXISTS (SELECT 1 FROM SCHEMAusers u WHERE u.id = c.user_id) ORDER BY 1 LIMIT 1`},
	{"Names", "user %d cannot be found by a name", `SELECT id FROM SCHEMAusers
		EXCEPT SELECT user_id FROM SCHEMAuser_names ORDER BY 1 LIMIT 1`},
	{"Revocations", "certificate %d is revoked on account of no audit entry, or another user's", `SELECT r.certificate_id FROM SCHEMArevocations r
		WHERE NOT EXISTS (SELECT 1 FROM SCHEMAaudit a WHERE a.number = r.entry)
			OR NOT EXISTS (SELECT 1 FROM SCHEMAcertificates c WHERE c.id = r.certificate_id AND c.user_id = r.user_id) ORDER BY 1 LIMIT 1`},
	{"Revocations", "audit entry %d does not count the certificates that were revoked or restored on account of it", `SELECT a.number FROM SCHEMAaudit a
		LEFT JOIN (SELECT entry, count(*) AS n FROM (SELECT entry FROM SCHEMArevocations UNION ALL SELECT entry FROM SCHEMArestorations) e GROUP BY entry) r
			ON r.entry = a.number
		LEFT JOIN (SELECT restored_by, count(*) AS n FROM SCHEMArestorations GROUP BY restored_by) b ON b.restored_by = a.number
		WHERE coalesce(r.n, 0) + coalesce(b.n, 0) <> CASE WHEN a.action LIKE 'Import%' THEN 0 ELSE a.certificates END ORDER BY 1 LIMIT 1`},
	{"Journal", "the journal has edits of audit entry %d, which is not there", `SELECT j.entry FROM SCHEMAjournal j
		WHERE NOT EXISTS (SELECT 1 FROM SCHEMAaudit a WHERE a.number = j.entry) ORDER BY 1 LIMIT 1`},
}

// CheckJournal compares the edits of each entry of the audit trail with their sum.
func CheckJournal(ctx context.Context, s store.History) ([]store.Finding, error) {
	for entry, err := range s.Audit(ctx, 0) {
		if err != nil {
			return nil, err
		}
		if entry.Edits == 0 {
			continue
		}
		edits, err := s.Edits(ctx, entry.Number)
		if err != nil {
			return nil, err
		}
		if int64(len(edits)) != entry.Edits || !bytes.Equal(store.Detail(edits), entry.Detail) {
			return []store.Finding{{Check: "Journal", What: fmt.Sprintf("the edits of audit entry %d were changed", entry.Number)}}, nil
		}
	}
	return nil, nil
}
