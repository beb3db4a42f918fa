package utility

import (
	"sort"

	"github.com/csshell/csshell/cmdlets/calculated"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/runtime"
)

// SortObject sorts what it gets by its own order or by properties.
type SortObject struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Default"`

	Stable        runtime.SwitchParameter `param:"ParameterSetName=Default"`
	Descending    runtime.SwitchParameter `param:""`
	Unique        runtime.SwitchParameter `param:""`
	Top           int                     `param:"ParameterSetName=Top,Mandatory" validate:"Range=1:2147483647"`
	Bottom        int                     `param:"ParameterSetName=Bottom,Mandatory" validate:"Range=1:2147483647"`
	InputObject   objects.Value           `param:"ValueFromPipeline" type:"psobject"`
	Property      []objects.Value         `param:"Position=0"`
	Culture       string                  `param:""`
	CaseSensitive runtime.SwitchParameter `param:""`

	getters []*calculated.Getter
	order   order
	rows    []sortRow
}

// sortRow is an object with the keys it is sorted by.
type sortRow struct {
	value objects.Value
	keys  []sortKey
}

// sortKey is a key; missing ones stand apart from $null.
type sortKey struct {
	value   objects.Value
	missing bool
}

// order compares rows.
type order struct {
	types      *objects.TypeTable
	culture    *culture.Culture // of texts; nil for that of no language
	ignoreCase bool
	descending []bool // for each key
}

// newOrder is an order in which texts stand as in the language of a culture; its
// name may be "".
func newOrder(rt *runtime.CommandRuntime, name string, caseSensitive bool) (o order, err error) {
	o = order{types: rt.Types(), ignoreCase: !caseSensitive}
	if name != "" {
		o.culture, err = culture.Get(name)
	}
	return o, err
}

// inCulture compares two values of which the first is a text by the rules of the
// culture; ok is false where there is none or the first is no text.
func (o *order) inCulture(a, b objects.Value) (n int, ok bool) {
	if o.culture == nil {
		return 0, false
	}
	x, ok := a.Base().Str()
	if !ok || b.IsNull() {
		return 0, false
	}
	y, err := o.types.Text(b, " ")
	options := culture.CompareOptions(0)
	if o.ignoreCase {
		options = culture.IgnoreCase
	}
	return o.culture.Compare(x, y, options), err == nil
}

// BeginProcessing reads -Property.
func (c *SortObject) BeginProcessing(rt *runtime.CommandRuntime) error {
	properties, err := calculated.Parse(c.Property, calculated.Ascending|calculated.Descending)
	if err != nil {
		return err
	}
	c.getters = calculated.Getters(properties)
	if c.order, err = newOrder(rt, c.Culture, bool(c.CaseSensitive)); err != nil {
		return err
	}
	for _, g := range c.getters {
		c.order.descending = append(c.order.descending, descends(&g.Property, bool(c.Descending)))
	}
	if len(c.getters) == 0 {
		c.order.descending = []bool{bool(c.Descending)}
	}
	return nil
}

// descends is the direction of a key: its own, or that of the command.
func descends(p *calculated.Property, otherwise bool) bool {
	switch {
	case p.Ascending.Bound:
		return !p.Ascending.Value
	case p.Descending.Bound:
		return p.Descending.Value
	}
	return otherwise
}

// ProcessRecord keeps the object.
func (c *SortObject) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.InputObject.IsNull() {
		return nil
	}
	row := sortRow{value: c.InputObject}
	if len(c.getters) == 0 {
		row.keys = []sortKey{{value: c.InputObject}}
	} else {
		row.keys = make([]sortKey, len(c.getters))
	}
	for i, g := range c.getters {
		v, found, err := g.Value(rt, c.InputObject)
		if err != nil {
			return err
		}
		row.keys[i] = sortKey{v, !found}
	}
	c.rows = append(c.rows, row)
	return nil
}

// EndProcessing writes the objects in order.
func (c *SortObject) EndProcessing(rt *runtime.CommandRuntime) error {
	// The earlier object stands left: its type rules how two of different types compare.
	if c.Stable || c.Unique || c.Top > 0 || c.Bottom > 0 {
		sort.SliceStable(c.rows, func(i, j int) bool { return c.order.compare(c.rows[j].keys, c.rows[i].keys) > 0 })
	} else {
		introSort(c.rows, func(a, b *sortRow) int { return c.order.compare(a.keys, b.keys) })
	}
	rows := c.rows
	if c.Unique {
		rows = c.order.unique(rows)
	}
	if c.Top > 0 && c.Top < len(rows) {
		rows = rows[:c.Top]
	}
	if c.Bottom > 0 && c.Bottom < len(rows) {
		rows = rows[len(rows)-c.Bottom:]
	}
	for i := range rows {
		if err := rt.WriteObject(rows[i].value); err != nil {
			return err
		}
	}
	return nil
}

// compare orders by the keys in turn; objects without a property come last.
func (o *order) compare(a, b []sortKey) int {
	for i := range a {
		n := o.key(a[i], b[i])
		if n == 0 {
			continue
		}
		if o.descending[i] && !a[i].missing && !b[i].missing {
			return -n
		}
		return n
	}
	return 0
}

func (o *order) key(a, b sortKey) int {
	switch {
	case a.missing && b.missing:
		return 0
	case a.missing:
		return 1
	case b.missing:
		return -1
	}
	if isCustom(a.value) && isCustom(b.value) {
		return 0
	}
	if n, ok := o.inCulture(a.value, b.value); ok {
		return n
	}
	n, err := o.types.Compare(a.value, b.value, o.ignoreCase)
	if err == nil {
		return n
	}
	return o.byText(a.value, b.value)
}

// isCustom reports whether v is a [pscustomobject]: those have no order, and none differs
// from another.
func isCustom(v objects.Value) bool {
	p, ok := v.Ref().(*objects.PSObject)
	return ok && p.IsCustom()
}

// byText orders values of types that have no common order by their texts.
func (o *order) byText(a, b objects.Value) int {
	x, _ := o.types.Text(a, " ")
	y, _ := o.types.Text(b, " ")
	n, _ := o.types.Compare(objects.String(x), objects.String(y), o.ignoreCase)
	return n
}

// unique keeps the first of the rows with equal keys.
func (o *order) unique(rows []sortRow) []sortRow {
	var kept []sortRow
	for i := range rows {
		if i == 0 || o.compare(rows[i-1].keys, rows[i].keys) != 0 {
			kept = append(kept, rows[i])
		}
	}
	return kept
}

// Narrowing tells by which properties objects are sorted.
func (c *SortObject) Narrowing(*runtime.CommandRuntime) runtime.Narrowing {
	names, plain := calculated.Names(c.getters)
	return runtime.Narrowing{
		Reads: names, Passes: true, Open: !plain || len(names) == 0,
		Counts: bool(c.Unique) || c.Top > 0 || c.Bottom > 0,
	}
}
