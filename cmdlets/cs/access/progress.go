package access

import (
	"fmt"
	"time"

	"github.com/csshell/csshell/runtime"
)

// Meter shows how far a long change has come, how fast it is and how long it will take.
// It shows nothing of what is over soon, and nothing where there is no terminal.
type Meter struct {
	Activity string
	Total    int // 0 where it is not known

	rt          *runtime.CommandRuntime
	began, last time.Time
}

// The first record comes after patience, and each later one after interval.
const (
	patience = 500 * time.Millisecond
	interval = 100 * time.Millisecond
)

// NewMeter begins to measure.
func NewMeter(rt *runtime.CommandRuntime, activity string, total int) *Meter {
	return &Meter{Activity: activity, Total: total, rt: rt, began: time.Now()}
}

// Show tells that done users are done.
func (m *Meter) Show(done int) error {
	now := time.Now()
	if now.Sub(m.began) < patience || now.Sub(m.last) < interval {
		return nil
	}
	m.last = now
	r := m.record(done, now.Sub(m.began))
	return m.rt.WriteProgress(&r)
}

// record is the progress record of done users in that time.
func (m *Meter) record(done int, took time.Duration) runtime.ProgressRecord {
	rate := float64(done) / took.Seconds()
	r := runtime.ProgressRecord{ParentID: -1, Activity: m.Activity, PercentComplete: -1, SecondsRemaining: -1}
	if m.Total == 0 {
		r.Status = fmt.Sprintf("%d users, %.0f/s", done, rate)
		return r
	}
	r.Status = fmt.Sprintf("%d of %d users, %.0f/s", done, m.Total, rate)
	r.PercentComplete = min(100, 100*done/m.Total)
	if rate > 0 {
		r.SecondsRemaining = int(float64(m.Total-done)/rate + 0.5)
	}
	return r
}

// Close takes the record away.
func (m *Meter) Close() error {
	if m.last.IsZero() {
		return nil
	}
	return m.rt.WriteProgress(&runtime.ProgressRecord{ParentID: -1, Activity: m.Activity, Status: "Completed", PercentComplete: 100, SecondsRemaining: -1, Completed: true})
}
