package runtime

import "time"

// interruptInterval is how long Ctrl+C may go unseen.
const interruptInterval = 50 * time.Millisecond

// Sleep waits until the time is over; an error tells that the pipeline stops.
func (rt *CommandRuntime) Sleep(d time.Duration) error { return rt.session.pause(d) }

// pause is Sleep for code that is no command.
func (s *Session) pause(d time.Duration) error {
	deadline := time.Now().Add(d)
	for {
		left := time.Until(deadline)
		if left <= 0 {
			return nil
		}
		timer := time.NewTimer(min(left, interruptInterval))
		s.Aside(func() {
			select {
			case <-timer.C:
			case <-s.ctx.Done():
			}
		})
		timer.Stop()
		if s.ctx.Err() != nil {
			return errStopped
		}
		if err := s.interrupted(); err != nil {
			return err
		}
	}
}
