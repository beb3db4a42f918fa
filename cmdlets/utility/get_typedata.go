package utility

import (
	"sort"

	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// GetTypeData writes what was added to types.
type GetTypeData struct {
	_ struct{} `cmdlet:"OutputType=System.Management.Automation.PSObject"`

	TypeName []string `param:"Position=0,ValueFromPipeline" validate:"NotNullOrEmpty" help:"The types; all where it is not given."`
}

// TypeDataInfo is what was added to a type
// (System.Management.Automation.Runspaces.TypeData).
type TypeDataInfo struct{ *objects.TypeData }

var typeDataType = &objects.Type{FullName: "System.Management.Automation.Runspaces.TypeData", Kind: objects.KindObject}

// Type is System.Management.Automation.Runspaces.TypeData.
func (*TypeDataInfo) Type() *objects.Type { return typeDataType }

func declareTypeData() *objects.Declaration {
	return &objects.Declaration{Type: typeDataType, Properties: []objects.Property{
		property("string TypeName {get;}", func(d *TypeDataInfo) objects.Value { return objects.String(d.TypeName) }),
		property("System.Collections.Generic.Dictionary[string,System.Object] Members {get;}", (*TypeDataInfo).members),
		property("string DefaultDisplayProperty {get;set;}", func(d *TypeDataInfo) objects.Value { return textOrNull(d.DefaultDisplayProperty) }),
		property("string[] DefaultDisplayPropertySet {get;set;}", func(d *TypeDataInfo) objects.Value { return textsOrNull(d.DefaultDisplayPropertySet) }),
		property("string[] DefaultKeyPropertySet {get;set;}", func(d *TypeDataInfo) objects.Value { return textsOrNull(d.DefaultKeyPropertySet) }),
		property("uint SerializationDepth {get;set;}", func(d *TypeDataInfo) objects.Value {
			return objects.Word(objects.UInt32Type, uint64(d.SerializationDepth))
		}),
	}}
}

func textOrNull(s string) objects.Value {
	if s == "" {
		return objects.Null
	}
	return objects.String(s)
}

func textsOrNull(list []string) objects.Value {
	if list == nil {
		return objects.Null
	}
	return objects.Of(objects.Strings(list))
}

// members are the added members by name.
func (d *TypeDataInfo) members() objects.Value {
	table := objects.NewDictionary(objects.MakeGeneric(objects.DictionaryOpenType, objects.StringType, objects.ObjectType), true)
	for _, m := range d.Members {
		table.Set(objects.String(m.Name), m.Value)
	}
	return objects.Of(table)
}

// ProcessRecord writes the type data of each name, or all, by name.
func (c *GetTypeData) ProcessRecord(rt *runtime.CommandRuntime) error {
	names, err := argument.Patterns(c.TypeName)
	if err != nil {
		return err
	}
	all := rt.Types().AllTypeData()
	for _, name := range c.TypeName { // what is built in is known by name only
		if d := rt.Types().TypeDataOf(name); d != nil && !wildcard.ContainsWildcards(name) {
			all = append(all, d)
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].TypeName < all[j].TypeName })
	last := ""
	for _, d := range all {
		if d.TypeName == last || len(names) > 0 && !wildcard.MatchAny(names, d.TypeName) {
			continue
		}
		last = d.TypeName
		if err := rt.WriteObject(objects.Of(&TypeDataInfo{d})); err != nil {
			return err
		}
	}
	return nil
}
