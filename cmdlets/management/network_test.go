package management

import (
	"context"
	"net"
	"strconv"
	"strings"
	"testing"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/dotnet"
	"github.com/csshell/csshell/runtime"
)

// outputOf runs a script with the cmdlets of the package and gives the texts that it
// writes.
func outputOf(t *testing.T, script string) string {
	t.Helper()
	types := objects.NewTypeTable(func() [][]objects.TypeEntry { return append(dotnet.Sources(), runtime.Types(), Types()) })
	var out []string
	s := runtime.NewSession(context.Background(), runtime.Options{
		Types: types, Environment: runtime.NewEnvironment(nil), ErrorOutput: func(string) error { return nil },
		Commands: runtime.NewCommandTable(func() []runtime.Module {
			return []runtime.Module{{Name: "Microsoft.PowerShell.Management", Cmdlets: Cmdlets()}}
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

// TestNetwork asks this computer: a port that listens, one that no longer does, and
// its own name.
func TestNetwork(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := strconv.Itoa(listener.Addr().(*net.TCPAddr).Port)
	for _, x := range [...]struct{ script, want string }{
		{"Test-NetConnection 127.0.0.1 -Port " + port + " -InformationLevel quiet", "True"},
		{"$r = Test-NetConnection 127.0.0.1 -Port " + port + "; $r.RemoteAddress; $r.RemotePort; $r.TcpTestSucceeded", "127.0.0.1," + port + ",True"},
		{"(Resolve-DnsName localhost -Type A).IPAddress", "127.0.0.1"},
		{"(Resolve-DnsName localhost -Type A).Type", "A"},
	} {
		if got := outputOf(t, x.script); got != x.want {
			t.Errorf("%s: got %s, want %s", x.script, got, x.want)
		}
	}
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	if got := outputOf(t, "(Test-NetConnection 127.0.0.1 -Port "+port+" -WarningAction Ignore).TcpTestSucceeded"); got != "False" {
		t.Errorf("a closed port: %s", got)
	}
}
