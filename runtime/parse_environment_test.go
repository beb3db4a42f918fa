package runtime

import (
	"testing"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// TestAmbiguousTypes has classes name types by the namespaces that a script uses:
// one that two of them have is not found, one that nobody knows is taken for
// granted.
func TestAmbiguousTypes(t *testing.T) {
	environment := ParseEnvironment(objects.NewTypeTable(func() [][]objects.TypeEntry { return nil }), nil, nil)
	for script, want := range map[string]string{
		"using namespace System.Timers; using namespace System.Threading; class C { [Timer]$a }":               "TypeNotFound",
		"using namespace System.Threading; using namespace System.Diagnostics; class C { [ThreadState]$a }":    "TypeNotFound",
		"using namespace System.Threading; class C { [Timer]$a }":                                              "",
		"using namespace System.Timers; using namespace System.Threading; class C { [Timers.Timer]$a }":        "",
		"using namespace System.Timers; using namespace System.Threading; class C { [ElapsedEventHandler]$a }": "",
	} {
		_, errs := parser.ParseSource(parser.NewSource(script, ""), environment)
		got := ""
		if len(errs) > 0 {
			got = errs[0].ID
		}
		if got != want {
			t.Errorf("%s: %q, want %q", script, got, want)
		}
	}
}
