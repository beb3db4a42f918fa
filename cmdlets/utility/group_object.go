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
	count int
	items []objects.Value // unless only their number is asked for
}

// BeginProcessing reads -Property.
func (c *GroupObject) BeginProcessing(rt *runtime.CommandRuntime) error {
	if bool(c.AsString) && !bool(c.AsHashTable) {
		return objects.NewException(objects.ArgumentException, "The command cannot be run because the AsString parameter requires that you specify the AsHashtable parameter.").WithID("ArgumentException")
	}
	properties, err := calculated.Parse(c.Property, 0)
	if err != nil {
		return err
	}
	c.getters = calculated.Getters(properties)
	if c.order, err = newOrder(rt, c.Culture, bool(c.CaseSensitive)); err != nil {
		return err
	}
	c.order.descending = make([]bool, max(1, len(properties)))
	c.byText = map[string][]*group{}
	return nil
}

// ProcessRecord puts the object into its group.
func (c *GroupObject) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.InputObject.IsNull() {
		return nil
	}
	g, err := c.groupOf(rt)
	if err != nil {
		return err
	}
	g.count++
	if !bool(c.NoElement) || bool(c.AsHashTable) {
		g.items = append(g.items, c.InputObject)
	}
	return nil
}

// groupOf is the group of the object at work, a new one where there is none.
func (c *GroupObject) groupOf(rt *runtime.CommandRuntime) (*group, error) {
	keys, err := c.keys(rt)
	if err != nil {
		return nil, err
	}
	text, err := groupText(rt.Types(), keys)
	if err != nil {
		return nil, err
	}
	folded := text
	switch {
	case c.order.culture != nil:
		folded = "" // what is equal in a language may differ in all letters
	case !bool(c.CaseSensitive):
		folded = strings.ToLower(text)
	}
	for _, g := range c.byText[folded] {
		if c.order.same(g.keys, keys) {
			return g, nil
		}
	}
	g := &group{keys: keys, text: text}
	c.groups = append(c.groups, g)
	c.byText[folded] = append(c.byText[folded], g)
	return g, nil
}

// Narrowing tells by which properties objects are grouped.
func (c *GroupObject) Narrowing(*runtime.CommandRuntime) runtime.Narrowing {
	names, plain := calculated.Names(c.getters)
	return runtime.Narrowing{Counts: true, Reads: names, Open: !plain || len(names) == 0 || !bool(c.NoElement) || bool(c.AsHashTable)}
}

// Tallies tells by which properties objects are counted, where the groups have no
// elements.
func (c *GroupObject) Tallies() (properties []string, ok bool) {
	names, plain := calculated.Names(c.getters)
	return names, plain && len(names) > 0 && bool(c.NoElement) && !bool(c.AsHashTable)
}

// Tally counts n objects for the group of v.
func (c *GroupObject) Tally(rt *runtime.CommandRuntime, v objects.Value, n int) error {
	c.InputObject = v
	g, err := c.groupOf(rt)
	if err == nil {
		g.count += n
	}
	return err
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

// same reports whether two sets of keys are one group: equal, or the same in order, as
// objects without an order are that have the same text.
func (o *order) same(a, b []sortKey) bool {
	for i := range a {
		if a[i].missing != b[i].missing {
			return false
		}
		n, ok := o.inCulture(a[i].value, b[i].value)
		if ok && n != 0 || !ok && !o.types.Equal(a[i].value, b[i].value, o.ignoreCase) && o.compare(a, b) != 0 {
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
