package utility

import (
	"slices"
	"strings"

	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// GetVerb writes the verbs that commands may begin with.
type GetVerb struct {
	_ struct{} `cmdlet:"OutputType=System.Management.Automation.VerbInfo"`

	Verb  []string `param:"Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName" help:"The verbs."`
	Group []string `param:"Position=1,ValueFromPipeline,ValueFromPipelineByPropertyName" validate:"Set=Common|Communications|Data|Diagnostic|Lifecycle|Other|Security" help:"The groups of verbs."`
}

// VerbInfo is a verb (System.Management.Automation.VerbInfo).
type VerbInfo struct{ verb }

var verbInfoType = &objects.Type{FullName: "System.Management.Automation.VerbInfo", Kind: objects.KindObject}

// Type is System.Management.Automation.VerbInfo.
func (*VerbInfo) Type() *objects.Type { return verbInfoType }

func declareVerbInfo() *objects.Declaration {
	part := func(name string, of func(v *VerbInfo) string) objects.Property {
		return property("string "+name+" {get;set;}", func(v *VerbInfo) objects.Value { return objects.String(of(v)) })
	}
	return &objects.Declaration{Type: verbInfoType, Properties: []objects.Property{
		part("Verb", func(v *VerbInfo) string { return v.name }),
		part("AliasPrefix", func(v *VerbInfo) string { return v.prefix }),
		part("Group", func(v *VerbInfo) string { return v.group }),
		part("Description", func(v *VerbInfo) string { return v.description }),
	}}
}

// ProcessRecord writes the verbs that fit.
func (c *GetVerb) ProcessRecord(rt *runtime.CommandRuntime) error {
	names, err := argument.Patterns(c.Verb)
	if err != nil {
		return err
	}
	for _, v := range verbs() {
		inGroup := len(c.Group) == 0 || slices.ContainsFunc(c.Group, func(g string) bool { return strings.EqualFold(g, v.group) })
		fits := len(names) == 0 || slices.ContainsFunc(names, func(w *wildcard.Pattern) bool { return w.Match(v.name) })
		if !inGroup || !fits {
			continue
		}
		if err := rt.WriteObject(objects.Of(&VerbInfo{v})); err != nil {
			return err
		}
	}
	return nil
}

// IsApprovedVerb reports whether commands may begin with a verb.
func IsApprovedVerb(name string) bool {
	return slices.ContainsFunc(verbs(), func(v verb) bool { return objects.EqualFold(v.name, name) })
}
