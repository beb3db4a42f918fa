package runtime_test

import (
	"context"
	"strings"
	"testing"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/dotnet"
	"github.com/csshell/csshell/runtime"
)

// hostingSession is a session that can make others, and where its output goes.
func hostingSession(t *testing.T) (*runtime.Session, *[]string) {
	t.Helper()
	var out []string
	types := func() *objects.TypeTable {
		return objects.NewTypeTable(func() [][]objects.TypeEntry { return append(dotnet.Sources(), runtime.Types()) })
	}
	options := runtime.Options{
		Types: types(), Commands: runtime.NewCommandTable(func() []runtime.Module { return nil }), Environment: runtime.NewEnvironment(nil),
		ErrorOutput: func(text string) error { out = append(out, text); return nil },
	}
	options.Spawn = func(ctx context.Context, known *objects.TypeTable, location string) *runtime.Session {
		child := options
		if child.Types = known; known == nil {
			child.Types = types()
		}
		child.Output = func(objects.Value) error { return nil }
		return runtime.NewSession(ctx, child)
	}
	var s *runtime.Session
	parent := options
	parent.Output = func(v objects.Value) error {
		text, err := s.Types.Text(v, ",")
		out = append(out, text)
		return err
	}
	s = runtime.NewSession(context.Background(), parent)
	return s, &out
}

func TestHosting(t *testing.T) {
	const create = "$p = [powershell]::Create(); "
	for _, row := range []struct{ text, want string }{
		{create + "$p.AddScript('param($a, $b) \"$a-$b\"').AddParameter('b', 2).AddArgument(1).Invoke()", "1-2"},
		{create + "$p.AddScript('$input').Invoke(@(1, 2)).Count", "2"},
		{create + "[void]$p.AddScript('$x = 5').Invoke(); $p.Commands.Clear(); $p.AddScript('$x').Invoke()", "5"},
		{create + "$p.AddScript('$x = 5', $true).AddStatement().AddScript('\"[$x]\"').Invoke()", "[]"},
		{create + "$p.AddScript('throw 1').AddStatement().AddScript('2').Invoke(); $p.HadErrors; $p.Streams.Error.Count", "2 True 1"},
		{create + "[void]$p.AddScript('1/0; 3').Invoke(); \"$($p.Streams.Error[0].FullyQualifiedErrorId)\"; \"$($p.InvocationStateInfo.State)\"", "RuntimeException Completed"},
		{create + "try { $p.AddScript('if (').Invoke() } catch { $_.FullyQualifiedErrorId }", "IncompleteParseException"},
		{create + "try { $p.Invoke() } catch { $_.FullyQualifiedErrorId }", "InvalidOperationException"},
		{create + "try { $p.AddArgument(1) } catch { $_.FullyQualifiedErrorId }", "InvalidOperationException"},
		{create + "$h = $p.AddScript('1; 2').BeginInvoke(); $p.EndInvoke($h).Count; $h.IsCompleted", "2 True"},
		{create + "$out = [System.Management.Automation.PSDataCollection[psobject]]::new(); $h = $p.AddScript('7').BeginInvoke($out, $out); [void]$h.AsyncWaitHandle.WaitOne(); $out.Count; $out.IsOpen", "1 False"},
		{create + "$h = $p.AddScript('while ($true) { }').BeginInvoke(); $p.Stop(); \"$($p.InvocationStateInfo.State)\"; try { $p.EndInvoke($h) } catch { $_.FullyQualifiedErrorId }", "Stopped PipelineStoppedException"},
		{create + "$t = $p.AddScript('8').InvokeAsync(); $t.Result; $t.IsCompleted", "8 True"},
		{"$l = [System.Collections.Generic.List[int]]::new(); [powershell]::Create().AddScript('\"4\"; 5').Invoke($null, $l); $l[0] + $l[1]", "9"},
		{"$b = { param($v) $v + 1 }; [powershell]::Create().AddScript('param($b) & $b 4').AddArgument($b).Invoke()", "5"},
		{"$r = [runspacefactory]::CreateRunspace(); try { $p = [powershell]::Create($r).AddScript('1'); $p.Invoke() } catch { $_.FullyQualifiedErrorId }", "InvalidRunspaceStateException"},
		{"$i = [initialsessionstate]::CreateDefault(); $i.Variables.Add([System.Management.Automation.Runspaces.SessionStateVariableEntry]::new('v', 3, '')); $q = [runspacefactory]::CreateRunspacePool(1, 2, $i, $Host); $q.Open(); " +
			"$all = 1..6 | & { process { $p = [powershell]::Create().AddScript('param($n) $n * $v').AddArgument($_); $p.RunspacePool = $q; @{ p = $p; h = $p.BeginInvoke() } } }; $all.foreach({ $_.p.EndInvoke($_.h)[0] }) -join ','; $q.Close()", "3,6,9,12,15,18"},
		{"$h = [hashtable]::Synchronized(@{ n = 0 }); $all = 1..3 | & { process { $p = [powershell]::Create().AddScript('param($h) foreach ($i in 1..200) { [System.Threading.Monitor]::Enter($h.SyncRoot); $h.n++; [System.Threading.Monitor]::Exit($h.SyncRoot) }').AddArgument($h); @{ p = $p; h = $p.BeginInvoke() } } }; " +
			"$all.foreach({ [void]$_.p.EndInvoke($_.h) }); $h.n", "600"},
		{"$e = [System.Threading.ManualResetEvent]::new($false); $h = [powershell]::Create().AddScript('param($e) [void]$e.WaitOne(); 6').AddArgument($e).BeginInvoke(); [void]$e.Set(); [System.Threading.WaitHandle]::WaitAll(@($h.AsyncWaitHandle), 5000)", "True"},
		{"[powershell]::Create().AddScript('param($d, $n) if ($n) { [powershell]::Create().AddScript($d).AddArgument($d).AddArgument($n - 1).Invoke() } else { 4 }').AddArgument('param($d, $n) if ($n) { [powershell]::Create().AddScript($d).AddArgument($d).AddArgument($n - 1).Invoke() } else { 4 }').AddArgument(3).Invoke()", "4"},
	} {
		checkOutput(t, row.text, row.want)
	}
}

// checkOutput runs a program and compares the texts of what it writes.
func checkOutput(t *testing.T, text, want string) {
	t.Helper()
	s, out := hostingSession(t)
	if err := s.RunText(text); err != nil {
		t.Errorf("%s: %v", text, err)
	}
	if got := strings.Join(*out, " "); got != want {
		t.Errorf("%s\ngives %s\nwants %s", text, got, want)
	}
}
