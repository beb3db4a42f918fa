package runtime

import "time"

// interruptInterval is how long Ctrl+C may go unseen.
const interruptInterval = 50 * time.Millisecond

// Sleep waits until the time is over; an error tells that the pipeline stops.
func (rt *CommandRuntime) Sleep(d time.Duration) error {
	deadline := time.Now().Add(d)
	for {
		left := time.Until(deadline)
		if left <= 0 {
			return nil
		}
		timer := time.NewTimer(min(left, interruptInterval))
		rt.session.Aside(func() {
			select {
			case <-timer.C:
			case <-rt.Context().Done():
			}
		})
		timer.Stop()
		if rt.Context().Err() != nil {
			return errStopped
		}
		if err := rt.Stopping(); err != nil {
			return err
		}
	}
}
