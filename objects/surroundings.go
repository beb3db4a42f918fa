package objects

import (
	"context"
	"os"
	"time"

	"github.com/csshell/csshell/objects/culture"
)

// Surroundings are what values ask their session for when they are written as
// text or read from it. Each may be nil: the separator is then a blank, the
// zone and the clock are the machine's.
type Surroundings struct {
	// Separator is $OFS: what stands between the elements of a list in a string.
	Separator func() string
	// Zone is the local time zone (TimeZoneInfo.Local).
	Zone func() *time.Location
	// Now is the clock.
	Now func() time.Time
	// Environment are the environment variables of the session.
	Environment EnvironmentVariables
	// Context is the session's own, which methods of types reach it through.
	Context context.Context
	// Files are where programs write that nobody redirects; nil files are nowhere.
	Files func() (out, errors *os.File)
	// Pause lets a time pass while others may run; the error says that the code stops.
	Pause func(d time.Duration) error
	// Type finds the types that the running scopes define, by folded name.
	Type func(folded string) (*Type, bool)
}

// EnvironmentVariables are what $env: and System.Environment share.
type EnvironmentVariables interface {
	Get(name string) (value string, ok bool)
	Set(name, value string)
	Remove(name string)
	Names() []string
}

// SetSurroundings tells the table of the session that uses it.
func (tt *TypeTable) SetSurroundings(s Surroundings) { tt.surroundings = s }

// Environment are the environment variables of the session; none where it has no
// session.
func (tt *TypeTable) Environment() EnvironmentVariables {
	if tt.surroundings.Environment == nil {
		return noEnvironment{}
	}
	return tt.surroundings.Environment
}

// noEnvironment has no variables and takes none.
type noEnvironment struct{}

// Get finds no variable.
func (noEnvironment) Get(string) (string, bool) { return "", false }

// Set keeps nothing.
func (noEnvironment) Set(string, string) {}

// Remove has nothing to drop.
func (noEnvironment) Remove(string) {}

// Names are none.
func (noEnvironment) Names() []string { return nil }

// Context is the session's own; an empty one where the table has no session.
func (tt *TypeTable) Context() context.Context {
	if tt.surroundings.Context == nil {
		return context.Background()
	}
	return tt.surroundings.Context
}

// Files are where programs write that nobody redirects; nil for nowhere.
func (tt *TypeTable) Files() (out, errors *os.File) {
	if tt.surroundings.Files == nil {
		return nil, nil
	}
	return tt.surroundings.Files()
}

// Pause waits for a time, in which other sessions may run. The error says that the
// code has been told to stop.
func (tt *TypeTable) Pause(d time.Duration) error {
	if tt.surroundings.Pause == nil {
		time.Sleep(d)
		return nil
	}
	return tt.surroundings.Pause(d)
}

// pauseStep is how long a wait goes on before it looks again.
const pauseStep = 2 * time.Millisecond

// Await waits until done says so, or until the time is over where that is not
// negative; reached reports whether done has.
func (tt *TypeTable) Await(done func() bool, limit time.Duration) (reached bool, err error) {
	begun := time.Now()
	for !done() {
		step := pauseStep
		if limit >= 0 {
			if step = min(step, limit-time.Since(begun)); step <= 0 {
				return false, nil
			}
		}
		if err := tt.Pause(step); err != nil {
			return false, err
		}
	}
	return true, nil
}

// Separator is what stands between the elements of a list in a string ($OFS).
func (tt *TypeTable) Separator() string {
	if tt.surroundings.Separator == nil {
		return " "
	}
	return tt.surroundings.Separator()
}

// Culture is the culture of the session, which -f and ToString() write in
// (CultureInfo.CurrentCulture): en-US until SetCulture.
func (tt *TypeTable) Culture() *culture.Culture {
	if c := tt.culture.Load(); c != nil {
		return c
	}
	c, err := culture.Get("en-US")
	if err != nil {
		c = culture.Invariant()
	}
	tt.culture.CompareAndSwap(nil, c)
	return c
}

// SetCulture changes the culture of the session ([cultureinfo]::CurrentCulture).
func (tt *TypeTable) SetCulture(c *culture.Culture) { tt.culture.Store(c) }

// Zone is the local time zone.
func (tt *TypeTable) Zone() *time.Location {
	if tt.surroundings.Zone == nil {
		return time.Local
	}
	return tt.surroundings.Zone()
}

// Now is the time of the clock.
func (tt *TypeTable) Now() time.Time {
	if tt.surroundings.Now == nil {
		return time.Now()
	}
	return tt.surroundings.Now()
}
