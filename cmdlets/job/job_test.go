package job_test

import (
	"context"
	"strings"
	"testing"

	"github.com/csshell/csshell/cmdlets/core"
	"github.com/csshell/csshell/cmdlets/job"
	"github.com/csshell/csshell/cmdlets/utility"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/objects/collections"
	"github.com/csshell/csshell/objects/system"
	"github.com/csshell/csshell/runtime"
)

func types() *objects.TypeTable {
	return objects.NewTypeTable(func() [][]objects.TypeEntry {
		return [][]objects.TypeEntry{system.Types(), collections.Types(), automation.Types(), runtime.Types()}
	})
}

// outputOf runs a program in a session that can have jobs and gives the texts of
// what it writes.
func outputOf(t *testing.T, text string) string {
	t.Helper()
	commands := runtime.NewCommandTable(func() []runtime.Module {
		return []runtime.Module{{Name: "Microsoft.PowerShell.Core", Cmdlets: append(core.Cmdlets(utility.IsApprovedVerb), job.Cmdlets()...)}}
	})
	var out []string
	var s *runtime.Session
	options := runtime.Options{
		Commands: commands, Environment: runtime.NewEnvironment(nil), ErrorOutput: func(string) error { return nil },
		Output: func(objects.Value) error { return nil },
	}
	parent := options
	parent.Types = types()
	parent.Output = func(v objects.Value) error {
		text, err := s.Types.Text(v, ",")
		out = append(out, text)
		return err
	}
	parent.Spawn = func(ctx context.Context, known *objects.TypeTable, _ string) *runtime.Session {
		child := options
		if child.Types = known; known == nil {
			child.Types = types()
		}
		return runtime.NewSession(ctx, child)
	}
	s = runtime.NewSession(context.Background(), parent)
	if err := s.RunText("try { & {\n" + text + "\n} } catch { $_.FullyQualifiedErrorId }"); err != nil {
		t.Fatal(text, err)
	}
	return strings.Join(out, " ")
}

func TestJobs(t *testing.T) {
	for _, row := range []struct{ text, want string }{
		// A job has copies: what it changes stays there.
		{"$h = @{ n = 1 }; $j = Start-Job { $u = $using:h; $u.n = 5; $u.n }; Receive-Job $j -Wait; $h.n", "5 1"},
		{"$o = [pscustomobject]@{ a = 1 }; $j = Start-Job { param($x) $x.a; $x.psobject.TypeNames[0] } -ArgumentList $o; Receive-Job $j -Wait", "1 Deserialized.System.Management.Automation.PSCustomObject"},
		{"$j = Start-Job { $outer }; $outer = 1; \"[$(Receive-Job $j -Wait)]\"", "[]"},
		// Threads and parallel rounds share.
		{"$h = @{ n = 0 }; 1..40 | ForEach-Object -Parallel { ($using:h).n++ }; $h.n", "40"},
		{"$h = @{ n = 0 }; $j = Start-ThreadJob { ($using:h).n = 7 }; [void](Wait-Job $j); $h.n", "7"},
		// Code that never ends keeps nobody else from running.
		{"$j = Start-Job { while ($true) { } }; $sum = 0; foreach ($i in 1..1000) { $sum += $i }; $sum; Stop-Job $j; \"$($j.State)\"", "500500 Stopped"},
		{"1 | ForEach-Object -Parallel { while ($true) { } } -TimeoutSeconds 1; 'done'", "done"},
		// Errors, states, what is received once.
		{"$j = Start-Job { throw 'boom' }; [void](Wait-Job $j); \"$($j.State)\"", "Failed"},
		{"$j = Start-Job { 1; 2 }; [void](Wait-Job $j); Receive-Job $j -Keep; Receive-Job $j; @(Receive-Job $j).Count", "1 2 1 2 0"},
		{"$x = 4; $j = $x * 2 &; Receive-Job $j -Wait; $j.PSJobTypeName", "8 BackgroundJob"},
		{"$j = Start-Job { 1 } -Name Mine; [void](Wait-Job -Name Mine); (Get-Job -Name Mine).Id -eq $j.Id", "True"},
		{"$j = Start-Job { 1 }; Receive-Job $j -Wait -AutoRemoveJob; @(Get-Job).Count", "1 0"},
		{"@(1..3 | ForEach-Object -Parallel { $_ } -AsJob | Wait-Job | Receive-Job).Count", "3"},
		{"1..6 | ForEach-Object -Parallel { $_ } -ThrottleLimit 1", "1 2 3 4 5 6"},
	} {
		if got := outputOf(t, row.text); got != row.want {
			t.Errorf("%s\ngot  %s\nwant %s", row.text, got, row.want)
		}
	}
}
