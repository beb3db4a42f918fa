package dotnet_test

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/dotnet"
)

var update = flag.Bool("update", false, "write testdata/missing.tsv anew")

// TestMembers compares the members that the types declare with those that .NET
// has, by name: testdata/members.tsv is a line for each type. A member that
// .NET does not have is an error; what is still missing stands in
// testdata/missing.tsv, which may only shrink.
func TestMembers(t *testing.T) {
	tt := objects.NewTypeTable(dotnet.Sources)
	known := read(t, "testdata/missing.tsv")
	var missing []string
	for name, real := range read(t, "testdata/members.tsv") {
		typ, ok := tt.Lookup(name, nil)
		if !ok {
			continue
		}
		ours := declared(tt, typ)
		for _, member := range ours {
			if !slices.Contains(real, member) && !slices.Contains(adapted, name+"."+member) && !slices.Contains(objectMembers, member) {
				t.Errorf("%s has no member %q", name, member)
			}
		}
		lacks := slices.DeleteFunc(slices.Clone(real), func(m string) bool { return slices.Contains(ours, m) })
		for _, m := range lacks {
			if !*update && !slices.Contains(known[name], m) {
				t.Errorf("%s lacks %q, which it had", name, m)
			}
		}
		for _, m := range known[name] {
			if !*update && !slices.Contains(lacks, m) {
				t.Errorf("%s has %q now: take it out of testdata/missing.tsv (-update)", name, m)
			}
		}
		if len(lacks) > 0 {
			missing = append(missing, name+"\t"+strings.Join(lacks, ",")+"\n")
		}
	}
	if *update {
		slices.Sort(missing)
		if err := os.WriteFile("testdata/missing.tsv", []byte(strings.Join(missing, "")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// objectMembers are what every object has.
var objectMembers = []string{"Equals", "GetHashCode", "GetType", "ToString", "static Equals", "static ReferenceEquals"}

// adapted are members that PowerShell's adapter shows though reflection does
// not: explicit implementations, what every array has, overrides, and what a type has as
// the TypeInfo it is too; and FriendlyName, which policies have that are texts here.
var adapted = []string{
	"System.Array.Count", "System.Array.Address", "System.Array.Get", "System.Array.Set", "System.Enum.value__", "System.Net.IPAddress.IPAddressToString",
	"System.Collections.Specialized.OrderedDictionary.IsFixedSize", "System.Collections.Specialized.OrderedDictionary.IsSynchronized",
	"System.Collections.Specialized.OrderedDictionary.SyncRoot", "System.Management.Automation.PSMemberInfo.ToString",
	"System.Management.Automation.PSPropertyInfo.ToString", "System.Type.ImplementedInterfaces", "System.String.FriendlyName",
}

// declared are the names of the type's members, but for explicit
// implementations and operators.
func declared(tt *objects.TypeTable, typ *objects.Type) []string {
	var names []string
	for _, r := range tt.Reflect(typ) {
		if r.Owner.Is(objects.InterfaceAttr) || strings.HasPrefix(r.Name, "op_") || r.Explicit {
			continue
		}
		name := r.Name
		if r.Static {
			name = "static " + name
		}
		names = append(names, name)
	}
	return names
}

// read reads lines of a name and what belongs to it.
func read(t *testing.T, path string) map[string][]string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lists := map[string][]string{}
	for line := range strings.Lines(string(b)) {
		name, list, _ := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		lists[name] = strings.Split(list, ",")
	}
	return lists
}
