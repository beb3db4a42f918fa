package runtime

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/objects/collections"
	"github.com/csshell/csshell/objects/system"
)

// recordedCmdlet is a command of cmdlets.json, the parameters of PowerShell's
// own cmdlets.
type recordedCmdlet struct {
	Name                  string
	DefaultSet            string
	SupportsShouldProcess bool
	SupportsPaging        bool
	CmdletBinding         bool
	Parameters            []recordedParameter
	Syntax                []string
}

type recordedParameter struct {
	Name    string
	Type    string
	Dynamic bool
	Aliases []string
	In      map[string]recordedPlace
	Limits  map[string]any
}

type recordedPlace struct {
	Position          *int
	Mandatory         bool
	ValueFromPipeline bool
	ByPropertyName    bool
	Remaining         bool
}

func recordedCmdlets(t *testing.T) []recordedCmdlet {
	t.Helper()
	data, err := os.ReadFile("../cmd/csshell/testdata/reference/cmdlets.json")
	if err != nil {
		t.Fatal(err)
	}
	var all struct{ Commands []recordedCmdlet }
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	return all.Commands
}

func testTypes() *objects.TypeTable {
	return objects.NewTypeTable(func() [][]objects.TypeEntry {
		return [][]objects.TypeEntry{system.Types(), collections.Types(), automation.Types(), Types()}
	})
}

// typeNamed is a type by its recorded name; one that is not here yet has just
// the name.
func typeNamed(types *objects.TypeTable, name string) *objects.Type {
	if elem, ok := strings.CutSuffix(name, "[]"); ok {
		return objects.ArrayOf(typeNamed(types, elem))
	}
	if inner, ok := strings.CutPrefix(name, "System.Nullable["); ok {
		return objects.MakeGeneric(objects.NullableOpenType, typeNamed(types, inner[:len(inner)-1]))
	}
	if t, ok := types.Lookup(name, nil); ok {
		return t
	}
	if open, arg, ok := strings.Cut(strings.TrimSuffix(name, "]"), "["); ok {
		return objects.MakeGeneric(&objects.Type{FullName: open + "`1"}, typeNamed(types, arg))
	}
	return &objects.Type{FullName: name, Base: objects.ObjectType, Kind: objects.KindObject}
}

// table makes the parameter table that the record describes.
func (c *recordedCmdlet) table(types *objects.TypeTable) (*ParameterTable, error) {
	t := &ParameterTable{Advanced: c.CmdletBinding, DefaultSet: c.DefaultSet, SupportsProcess: c.SupportsShouldProcess, SupportsPaging: c.SupportsPaging}
	for _, r := range c.Parameters {
		if c.SupportsPaging && slices.Contains([]string{"IncludeTotalCount", "Skip", "First"}, r.Name) {
			continue // comes with SupportsPaging
		}
		p := &Parameter{Name: r.Name, Type: typeNamed(types, r.Type), Dynamic: r.Dynamic}
		p.IsSwitch = p.Type == objects.SwitchParameterType
		for set, in := range r.In {
			a := NewParameterAttribute()
			if set != "*" {
				a.Set = set
			}
			if in.Position != nil {
				a.Position = *in.Position
			}
			a.Mandatory, a.ValueFromPipeline = in.Mandatory, in.ValueFromPipeline
			a.ValueFromPipelineByPropertyName, a.ValueFromRemainingArguments = in.ByPropertyName, in.Remaining
			p.add(a)
		}
		p.add(&AliasAttribute{r.Aliases})
		if other, _ := r.Limits["other"].([]any); slices.Contains(other, any("PSTypeName")) {
			p.add(&typeNameAttribute{"System.Diagnostics.Eventing.Reader.EventLogRecord"}) // the only one
		}
		t.Parameters = append(t.Parameters, p)
	}
	return t, t.finish()
}

// TestSyntax compares what Get-Command -Syntax prints with the record. The record
// does not keep the order of sets, but for the default one.
func TestSyntax(t *testing.T) {
	types := testTypes()
	for _, c := range recordedCmdlets(t) {
		table, err := c.table(types)
		if err != nil {
			t.Errorf("%s: %v", c.Name, err)
			continue
		}
		got := table.Syntax(types, c.Name)
		if c.DefaultSet != "" && strings.TrimSpace(got[0]) != c.Syntax[0] || sorted(got) != sorted(c.Syntax) {
			t.Errorf("%s\n got %s\nwant %s", c.Name, strings.Join(got, "\n     "), strings.Join(c.Syntax, "\n     "))
		}
	}
}

func sorted(lines []string) string {
	return strings.TrimSpace(strings.Join(slices.Sorted(slices.Values(lines)), "\n"))
}
