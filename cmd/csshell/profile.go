package main

import (
	"os"
	"path/filepath"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// profiles are the files that a shell runs before it does anything else, in
// their order ("about_Profiles"). The folder is $XDG_CONFIG_HOME/csshell.
func profiles(env *runtime.Environment) (allHosts, thisHost string) {
	config, ok := env.Get("XDG_CONFIG_HOME")
	if !ok || config == "" {
		home, _ := env.Get("HOME")
		config = filepath.Join(home, ".config")
	}
	dir := filepath.Join(config, "csshell")
	return filepath.Join(dir, "profile.ps1"), filepath.Join(dir, "Microsoft.PowerShell_profile.ps1")
}

// profileVariable is $PROFILE: the path of the user's profile of this host, with
// the others as properties.
func profileVariable(env *runtime.Environment) objects.Value {
	allHosts, thisHost := profiles(env)
	p := objects.Wrap(objects.String(thisHost))
	p.SetNote("AllUsersAllHosts", objects.String("/etc/csshell/profile.ps1"))
	p.SetNote("AllUsersCurrentHost", objects.String("/etc/csshell/Microsoft.PowerShell_profile.ps1"))
	p.SetNote("CurrentUserAllHosts", objects.String(allHosts))
	p.SetNote("CurrentUserCurrentHost", objects.String(thisHost))
	return objects.Of(p)
}

// loadProfiles runs the profiles that are there, unless -NoProfile.
func (sh *shell) loadProfiles() {
	if sh.options.noProfile {
		return
	}
	allHosts, thisHost := profiles(sh.session.Environment)
	for _, path := range [...]string{"/etc/csshell/profile.ps1", "/etc/csshell/Microsoft.PowerShell_profile.ps1", allHosts, thisHost} {
		if _, err := os.Stat(path); err != nil {
			continue
		}
		if err := sh.session.RunText(dotSource(path, nil)); err != nil && !runtime.Stopped(err) {
			_ = sh.session.ShowError(err)
		}
	}
}
