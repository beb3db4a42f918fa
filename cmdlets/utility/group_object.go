package utility

import (
	"sort"
	"strings"

	"github.com/csshell/csshell/cmdlets/calculated"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// GroupObject gathers objects that have equal properties.
type GroupObject struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=HashTable"`

	NoElement     runtime.SwitchParameter `param:""`
	AsHashTable   runtime.SwitchParameter `param:"ParameterSetName=HashTable,Alias=AHT"`
	AsString      runtime.SwitchParameter `param:"ParameterSetName=HashTable"`
	InputObject   objects.Value           `param:"ValueFromPipeline" type:"psobject"`
	Property      []objects.Value         `param:"Position=0"`
	Culture       string                  `param:""`
	CaseSensitive runtime.SwitchParameter `param:""`

	getters []*calculated.Getter
	order   order
	groups  []*group
	byText  map[string][]*group
}

// group is the objects with one set of keys.
type group struct {
	keys  []sortKey
	text  string
	items []objects.Value
}

// BeginProcessing reads -Property.
func (c *GroupObject) BeginProcessing(rt *runtime.CommandRuntime) error {
	properties, err := calculated.Parse(c.Property, 0)
	if err != nil {
		return err
	}
	c.getters = calculated.Getters(properties)
	c.order = order{types: rt.Types(), ignoreCase: !bool(c.CaseSensitive), descending: make([]bool, max(1, len(properties)))}
	c.byText = map[string][]*group{}
	return nil
}

// ProcessRecord puts the object into its group.
func (c *GroupObject) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.InputObject.IsNull() {
		return nil
	}
	keys, err := c.keys(rt)
	if err != nil {
		return err
	}
	text, err := groupText(rt.Types(), keys)
	if err != nil {
		return err
	}
	folded := text
	if !c.CaseSensitive {
		folded = strings.ToLower(text)
	}
	for _, g := range c.byText[folded] {
		if c.order.same(g.keys, keys) {
			g.items = append(g.items, c.InputObject)
			return nil
		}
	}
	g := &group{keys: keys, text: text, items: []objects.Value{c.InputObject}}
	c.groups = append(c.groups, g)
	c.byText[folded] = append(c.byText[folded], g)
	return nil
}

func (c *GroupObject) keys(rt *runtime.CommandRuntime) ([]sortKey, error) {
	if len(c.getters) == 0 {
		return []sortKey{{value: c.InputObject}}, nil
	}
	keys := make([]sortKey, len(c.getters))
	for i, g := range c.getters {
		v, found, err := g.Value(rt, c.InputObject)
		if err != nil {
			return nil, err
		}
		keys[i] = sortKey{v, !found}
	}
	return keys, nil
}

// same reports whether two sets of keys are one group.
func (o *order) same(a, b []sortKey) bool {
	for i := range a {
		if a[i].missing != b[i].missing || !o.types.Equal(a[i].value, b[i].value, o.ignoreCase) {
			return false
		}
	}
	return true
}

// groupText is the name of a group: the texts of the keys.
func groupText(tt *objects.TypeTable, keys []sortKey) (string, error) {
	parts := make([]string, len(keys))
	for i, k := range keys {
		s, err := keyText(tt, k.value)
		if err != nil {
			return "", err
		}
		parts[i] = s
	}
	return strings.Join(parts, ", "), nil
}

// keyText is a key's text; a list shows its elements in braces.
func keyText(tt *objects.TypeTable, v objects.Value) (string, error) {
	list, ok := objects.Enumeration(v)
	if !ok {
		return tt.ToString(v, "")
	}
	var parts []string
	err := list.Enumerate(func(item objects.Value) error {
		s, err := tt.ToString(item, "")
		parts = append(parts, s)
		return err
	})
	return "{" + strings.Join(parts, ", ") + "}", err
}

// EndProcessing writes the groups in the order of their names, or a hashtable.
func (c *GroupObject) EndProcessing(rt *runtime.CommandRuntime) error {
	sort.SliceStable(c.groups, func(i, j int) bool { return c.order.compare(c.groups[i].keys, c.groups[j].keys) < 0 })
	if c.AsHashTable {
		return c.writeTable(rt)
	}
	for _, g := range c.groups {
		if err := rt.WriteObject(objects.Of(&GroupInfo{group: g, noElement: bool(c.NoElement)})); err != nil {
			return err
		}
	}
	return nil
}

func (c *GroupObject) writeTable(rt *runtime.CommandRuntime) error {
	if len(c.groups) == 0 {
		return nil
	}
	h := objects.NewDictionary(objects.HashtableType, !bool(c.CaseSensitive))
	for _, g := range c.groups {
		key := g.keys[0].value
		if bool(c.AsString) || len(g.keys) > 1 || key.IsNull() {
			key = objects.String(g.text)
		}
		h.Set(key, objects.Of(g.list()))
	}
	return rt.WriteObject(objects.Of(h))
}

func (g *group) list() *objects.List {
	return objects.NewList(objects.MakeGeneric(objects.CollectionOpenType, objects.PSObjectType), g.items)
}
