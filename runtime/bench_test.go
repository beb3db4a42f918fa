package runtime_test

import (
	"context"
	"testing"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/collections"
	"github.com/csshell/csshell/objects/system"
	"github.com/csshell/csshell/runtime"
)

// newSession makes a session without a host that drops all output.
func newSession(b testing.TB) *runtime.Session {
	b.Helper()
	return runtime.NewSession(context.Background(), runtime.Options{
		Types: objects.NewTypeTable(func() [][]objects.TypeEntry {
			return [][]objects.TypeEntry{system.Types(), collections.Types(), runtime.Types()}
		}),
		Commands:    runtime.NewCommandTable(func() []runtime.Module { return nil }),
		Environment: runtime.NewEnvironment(nil),
		Output:      func(objects.Value) error { return nil },
		ErrorOutput: func(string) error { return nil },
	})
}

// benchmark runs a block that loops b.N times by itself.
func benchmark(b *testing.B, setup, body string) {
	s := newSession(b)
	if err := s.Global().Set(s, "n", objects.Int(b.N)); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.ResetTimer()
	if err := s.RunText("& { " + setup + "; for ($i = 0; $i -lt $n; $i++) { " + body + " } }"); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkLoop(b *testing.B) { benchmark(b, "$sum = 0", "if ($i % 3 -eq 0) { $sum += $i }") }
func BenchmarkCall(b *testing.B) {
	benchmark(b, "function Add-Pair($a, $b) { $a + $b }; $t = 0", "$t = Add-Pair $t 1")
}
func BenchmarkHash(b *testing.B)   { benchmark(b, "$h = @{}", "$h[\"k$($i % 500)\"] = $i") }
func BenchmarkMethod(b *testing.B) { benchmark(b, "$h = @{}", "[void]$h.ContainsKey('a')") }
func BenchmarkProperty(b *testing.B) {
	benchmark(b, "$o = [pscustomobject]@{ a = 1; b = 2 }", "[void]$o.b")
}
func BenchmarkClassMethod(b *testing.B) {
	benchmark(b, "class Counter { [int]$N; [int] Next([int]$by) { $this.N += $by; return $this.N } }; $c = [Counter]::new()", "[void]$c.Next(3)")
}
func BenchmarkCount(b *testing.B) { benchmark(b, "$h = @{}", "$h[$i % 500]++") }
