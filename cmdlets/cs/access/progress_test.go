package access

import (
	"testing"
	"time"
)

func TestMeter(t *testing.T) {
	for _, row := range []struct {
		total, done      int
		took             time.Duration
		status           string
		percent, seconds int
	}{
		{1_000_000, 250_000, 2 * time.Second, "250000 of 1000000 users, 125000/s", 25, 6},
		{10, 10, time.Second, "10 of 10 users, 10/s", 100, 0},
		{10, 0, time.Second, "0 of 10 users, 0/s", 0, -1},
		{0, 5000, time.Second / 2, "5000 users, 10000/s", -1, -1},
	} {
		m := Meter{Activity: "x", Total: row.total}
		r := m.record(row.done, row.took)
		if r.Status != row.status || r.PercentComplete != row.percent || r.SecondsRemaining != row.seconds {
			t.Errorf("%d of %d in %v: %+v", row.done, row.total, row.took, r)
		}
	}
}
