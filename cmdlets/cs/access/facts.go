package access

import (
	"os"
	"os/user"
	"time"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// FactsOf are what the audit trail keeps of a command: who runs it, when, and
// the statement with its place.
func FactsOf(rt *runtime.CommandRuntime, action string) store.Facts {
	f := store.Facts{At: cs.TicksOf(time.Now()), Action: action}
	if u, err := user.Current(); err == nil {
		f.Actor = u.Username
	}
	host, _ := os.Hostname()
	f.Client = f.Actor + "@" + host
	if at := rt.Invocation().Extent; at != nil {
		f.Command = at.Slice()
		f.Script = at.Source.File
		f.Line = at.Source.Position(at.Start).Line
	}
	return f
}
