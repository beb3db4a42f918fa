package cs

import (
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// GetCsUser writes the users who have a server account.
type GetCsUser struct {
	_ struct{} `cmdlet:"OutputType=Microsoft.Rtc.Management.ADConnect.Schema.ADUser"`
	userSearch

	OnOfficeCommunicationServer runtime.SwitchParameter `param:"" help:"Only users homed on Office Communications Server."`
	OnModernServer              runtime.SwitchParameter `param:"Alias=OnLyncServer" help:"Only users homed in a pool."`
	UnAssignedUser              runtime.SwitchParameter `param:"" help:"Only users without a pool."`
}

// ProcessRecord writes the users that the parameters ask for.
func (c *GetCsUser) ProcessRecord(rt *runtime.CommandRuntime) error {
	return c.run(rt, c.base())
}

func (c *GetCsUser) base() store.UserQuery { return store.UserQuery{Homing: c.homing()} }

func (c *GetCsUser) homing() cs.Homing {
	switch {
	case bool(c.OnOfficeCommunicationServer):
		return cs.Legacy
	case bool(c.OnModernServer):
		return cs.Homed
	case bool(c.UnAssignedUser):
		return cs.Unassigned
	}
	return cs.AnyHoming
}

// GetCsAdUser writes the accounts of the directory, enabled for the server or
// not.
type GetCsAdUser struct {
	_ struct{} `cmdlet:""`
	userSearch
}

// ProcessRecord writes the accounts that the parameters ask for.
func (c *GetCsAdUser) ProcessRecord(rt *runtime.CommandRuntime) error {
	return c.run(rt, c.base())
}

func (c *GetCsAdUser) base() store.UserQuery { return store.UserQuery{NeverEnabled: true} }
