package services

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/dotnet"
	"github.com/csshell/csshell/runtime"
)

// units are what the systemctl of the tests knows, and what it was told.
type units struct {
	state map[string]string // ActiveState by name
	told  []string
}

func (u *units) control(_ context.Context, args ...string) (string, error) {
	last := strings.TrimSuffix(args[len(args)-1], ".service")
	if args[0] != "show" {
		u.told = append(u.told, args[0]+" "+last)
		switch {
		case args[0] == "start" && last == "broken":
			return "", errors.New("Job for broken.service failed.")
		case args[0] == "start":
			u.state[last] = "active"
		case args[0] == "stop":
			u.state[last] = "inactive"
		}
		return "", nil
	}
	var b strings.Builder
	for _, name := range [...]string{"web", "db", "broken"} {
		if last != "*" && last != name {
			continue
		}
		b.WriteString("Id=" + name + ".service\nDescription=The " + name + "\nActiveState=" + u.state[name] + "\nUnitFileState=enabled\nLoadState=loaded\n")
		if name == "db" {
			b.WriteString("RequiredBy=web.service multi-user.target\n")
		}
		b.WriteString("\n")
	}
	if b.Len() == 0 {
		return "Id=" + last + ".service\nLoadState=not-found\n", nil
	}
	return b.String(), nil
}

// run runs a script over the units and gives the text of what it writes, and of
// what fails.
func (u *units) run(t *testing.T, script string) string {
	t.Helper()
	types := objects.NewTypeTable(func() [][]objects.TypeEntry { return append(dotnet.Sources(), runtime.Types(), Types()) })
	var out []string
	s := runtime.NewSession(context.Background(), runtime.Options{
		Types: types, Environment: runtime.NewEnvironment(nil), ErrorOutput: func(string) error { return nil },
		Commands: runtime.NewCommandTable(func() []runtime.Module {
			return []runtime.Module{{Name: "Microsoft.PowerShell.Management", Cmdlets: cmdletsOver(u.control)}}
		}),
		Output: func(v objects.Value) error {
			text, err := types.Text(v, " ")
			out = append(out, text)
			return err
		},
	})
	if err := s.RunText(script); err != nil {
		t.Errorf("%s: %v", script, err)
	}
	return strings.Join(out, ",")
}

func TestServices(t *testing.T) {
	for _, x := range [...]struct{ script, want, told string }{
		{"(Get-Service).Name", "broken,db,web", ""},
		{"(Get-Service w*).DisplayName", "The web", ""},
		{"(Get-Service -DisplayName 'the d*').Name; (Get-Service -Exclude b* -Include *b*).Name", "db,db,web", ""},
		{"\"$((Get-Service web).Status) $((Get-Service web).StartType) $((Get-Service db).Status)\"", "Stopped Automatic Running", ""},
		{"(Get-Service db -DependentServices).Name", "web", ""},
		{"try { Get-Service nothere -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }", "NoServiceFoundForGivenName,Microsoft.PowerShell.Commands.GetServiceCommand", ""},
		{"(Start-Service web -PassThru).Status", "Running", "start web"},
		{"try { Start-Service broken -ErrorAction Stop } catch { $_.Exception.Message }", "Failed to start service 'The broken (broken)'. Job for broken.service failed.", "start broken"},
		{"Get-Service db | Stop-Service; (Get-Service db).Status", "Stopped", "stop db"},
		{"Start-Service web; try { Stop-Service db -ErrorAction Stop } catch { $_.FullyQualifiedErrorId -replace ',.*' }", "ServiceHasDependentServices", "start web"},
		{"Start-Service web; Stop-Service db -Force", "", "start web;stop db"},
		{"Set-Service web -StartupType Disabled; Set-Service web -StartupType Automatic -Status Running", "", "disable web;mask web;unmask web;enable web;start web"},
		{"try { Suspend-Service web -ErrorAction Stop } catch { $_.Exception.Message }", "Service 'The web (web)' cannot be suspended because systemd pauses no services.", ""},
		{"Restart-Service web", "", "restart web"},
	} {
		u := &units{state: map[string]string{"web": "inactive", "db": "active", "broken": "failed"}}
		if got := u.run(t, x.script); got != x.want {
			t.Errorf("%s\ngot  %s\nwant %s", x.script, got, x.want)
		}
		if told := strings.Join(u.told, ";"); told != x.told {
			t.Errorf("%s\ntold %s\nwant %s", x.script, told, x.told)
		}
	}
}
