package utility

import (
	"slices"

	"github.com/csshell/csshell/cmdlets/calculated"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// SelectObject picks properties of objects, or objects of a sequence.
type SelectObject struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=DefaultParameter"`

	InputObject     objects.Value           `param:"ValueFromPipeline" type:"psobject"`
	Property        []objects.Value         `param:"ParameterSetName=DefaultParameter,Position=0;ParameterSetName=SkipLastParameter,Position=0"`
	ExcludeProperty []string                `param:"ParameterSetName=DefaultParameter;ParameterSetName=SkipLastParameter"`
	ExpandProperty  string                  `param:"ParameterSetName=DefaultParameter;ParameterSetName=SkipLastParameter"`
	Unique          runtime.SwitchParameter `param:""`
	CaseInsensitive runtime.SwitchParameter `param:""`
	Last            int                     `param:"ParameterSetName=DefaultParameter" validate:"Range=0:2147483647"`
	First           int                     `param:"ParameterSetName=DefaultParameter" validate:"Range=0:2147483647"`
	Skip            int                     `param:"ParameterSetName=DefaultParameter;ParameterSetName=SkipLastParameter" validate:"Range=0:2147483647"`
	SkipLast        int                     `param:"ParameterSetName=SkipLastParameter" validate:"Range=0:2147483647"`
	Wait            runtime.SwitchParameter `param:"ParameterSetName=DefaultParameter;ParameterSetName=IndexParameter"`
	Index           []int                   `param:"ParameterSetName=IndexParameter" validate:"Range=0:2147483647"`
	SkipIndex       []int                   `param:"ParameterSetName=SkipIndexParameter" validate:"Range=0:2147483647"`

	getters []*calculated.Getter
	exclude []*wildcard.Pattern
	expand  objects.PropertyCache

	seen  int
	given int
	// table is the hashtable at work: its entries count before its properties.
	table *objects.Hashtable
	// spellings are the names of properties as types have them.
	spellings map[spelling]string
	tail      []objects.Value // for -Last and -SkipLast
	kept      []objects.Value // for -Unique
	first     bool
	last      bool
}

// spelling is a property of a type as it was asked for.
type spelling struct {
	of   *objects.Type
	name string
}

// BeginProcessing reads the properties.
func (c *SelectObject) BeginProcessing(rt *runtime.CommandRuntime) error {
	properties, err := calculated.Parse(c.Property, calculated.Label)
	if err != nil {
		return err
	}
	c.getters = calculated.Getters(properties)
	for _, p := range c.ExcludeProperty {
		w, err := wildcard.Compile(p, true)
		if err != nil {
			return err
		}
		c.exclude = append(c.exclude, w)
	}
	if len(c.getters) == 0 && (c.exclude != nil || rt.IsBound("Property")) {
		c.getters = calculated.Getters([]calculated.Property{{Name: "*"}})
	}
	c.first, c.last = rt.IsBound("First"), rt.IsBound("Last")
	return nil
}

// ProcessRecord passes on, keeps or drops the object by its place.
func (c *SelectObject) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.InputObject.IsNull() && !rt.IsBound("InputObject") && !rt.ExpectingInput() {
		return nil
	}
	at := c.seen
	c.seen++
	switch {
	case c.Index != nil:
		return c.byIndex(rt, at)
	case c.SkipIndex != nil:
		if slices.Contains(c.SkipIndex, at) {
			return nil
		}
		return c.write(rt, c.InputObject)
	case c.SkipLast > 0:
		return c.holdBack(rt, at)
	}
	return c.byPlace(rt, at)
}

func (c *SelectObject) byIndex(rt *runtime.CommandRuntime, at int) error {
	if slices.Contains(c.Index, at) {
		if err := c.write(rt, c.InputObject); err != nil {
			return err
		}
	}
	if at >= slices.Max(c.Index) && !bool(c.Wait) {
		return rt.StopUpstream()
	}
	return nil
}

// holdBack writes what is known not to be among the last.
func (c *SelectObject) holdBack(rt *runtime.CommandRuntime, at int) error {
	if at < c.Skip {
		return nil
	}
	c.tail = append(c.tail, c.InputObject)
	if len(c.tail) <= c.SkipLast {
		return nil
	}
	v := c.tail[0]
	c.tail = c.tail[1:]
	return c.write(rt, v)
}

// byPlace is -First, -Last and -Skip. With -Last, -Skip counts from the end.
func (c *SelectObject) byPlace(rt *runtime.CommandRuntime, at int) error {
	if c.last {
		if !c.first && c.Skip > 0 {
			c.keepTail(c.Last + c.Skip)
			return nil
		}
		if c.first && at < c.First {
			return c.write(rt, c.InputObject)
		}
		c.keepTail(c.Last)
		return nil
	}
	if at < c.Skip {
		return nil
	}
	if !c.first {
		return c.write(rt, c.InputObject)
	}
	if c.given < c.First {
		c.given++
		if err := c.write(rt, c.InputObject); err != nil {
			return err
		}
	}
	if c.given >= c.First && !bool(c.Wait) && !bool(c.Unique) {
		return rt.StopUpstream()
	}
	return nil
}

func (c *SelectObject) keepTail(n int) {
	c.tail = append(c.tail, c.InputObject)
	if len(c.tail) > n {
		c.tail = c.tail[len(c.tail)-n:]
	}
}

// EndProcessing writes the last ones, or the unique ones.
func (c *SelectObject) EndProcessing(rt *runtime.CommandRuntime) error {
	if c.last {
		end := len(c.tail)
		if !c.first {
			end = max(0, end-c.Skip)
		}
		for _, v := range c.tail[:end] {
			if err := c.write(rt, v); err != nil {
				return err
			}
		}
	}
	for _, v := range c.kept {
		if err := rt.WriteObject(v); err != nil {
			return err
		}
	}
	return nil
}

// write writes one object with the properties asked for.
func (c *SelectObject) write(rt *runtime.CommandRuntime, v objects.Value) error {
	if c.ExpandProperty != "" {
		return c.writeExpanded(rt, v)
	}
	if len(c.getters) == 0 {
		return c.pass(rt, v)
	}
	if v.IsNull() {
		return nil
	}
	from := v
	c.table = nil
	if h, ok := v.Base().Ref().(*objects.Hashtable); ok && h.Type() == objects.HashtableType {
		from, c.table = entriesOf(rt, h), h
	}
	p, err := c.selected(rt, from, objects.NewCustomObject())
	if err == nil {
		c.nameTypes(p, v)
	}
	if err != nil {
		return err
	}
	return c.pass(rt, objects.Of(p))
}

// selected gives into the properties asked for.
func (c *SelectObject) selected(rt *runtime.CommandRuntime, v objects.Value, into *objects.PSObject) (*objects.PSObject, error) {
	for _, g := range c.getters {
		if err := c.add(rt, into, g, v); err != nil {
			return nil, err
		}
	}
	return into, nil
}

// nameTypes says of which type's objects the properties are.
func (c *SelectObject) nameTypes(into *objects.PSObject, v objects.Value) {
	if t := objects.NetType(v.Base()); t != nil {
		into.SetTypeNames(append([]string{"Selected." + t.QualifiedName()}, objects.TypeNames(objects.Of(objects.NewCustomObject()))...))
	}
}

// entriesOf is an object whose properties are the entries of a hashtable.
func entriesOf(rt *runtime.CommandRuntime, h *objects.Hashtable) objects.Value {
	p := objects.NewCustomObject()
	h.Each(func(k, v objects.Value) bool {
		name, _ := rt.Types().Text(k, " ")
		p.SetNote(name, v)
		return true
	})
	return objects.Of(p)
}

func (c *SelectObject) add(rt *runtime.CommandRuntime, into *objects.PSObject, g *calculated.Getter, v objects.Value) error {
	if !g.IsPattern() {
		title := g.Title()
		if g.Block == nil && g.Label == "" {
			title = c.spelled(rt.Types(), v, title)
		}
		if c.excluded(title) {
			return nil
		}
		value, found, err := g.Value(rt, v)
		if err == nil && !found && c.table != nil {
			value, _, err = g.Value(rt, objects.Of(c.table))
		}
		if err != nil {
			return err
		}
		return c.note(rt, into, title, value)
	}
	names, err := g.Matching(rt.Types(), v)
	if err != nil {
		return err
	}
	if g.Label != "" {
		return c.rename(rt, into, g, v, names)
	}
	for _, n := range names {
		if c.excluded(n) {
			continue
		}
		value, _, err := rt.Types().GetProperty(v, n)
		if err != nil {
			if err := rt.Session().Overlook(err); err != nil {
				return err
			}
		}
		if err := c.note(rt, into, n, value); err != nil {
			return err
		}
	}
	return nil
}

// spelled is the name of a property as the object has it; the name itself where there is
// no such property.
func (c *SelectObject) spelled(tt *objects.TypeTable, v objects.Value, name string) string {
	if p, ok := v.Ref().(*objects.PSObject); ok {
		if i := p.Shape().Slot(name); i >= 0 {
			return p.Shape().Name(i)
		}
		if p.IsCustom() {
			return name
		}
	}
	key := spelling{v.Type(), name}
	found, known := c.spellings[key]
	if known {
		return found
	}
	found = name
	for _, n := range tt.PropertyNames(v) {
		if objects.EqualFold(n, name) {
			found = n
			break
		}
	}
	if c.spellings == nil {
		c.spellings = map[spelling]string{}
	}
	c.spellings[key] = found
	return found
}

// rename gives into the property that a pattern means under another name; several are
// an error.
func (c *SelectObject) rename(rt *runtime.CommandRuntime, into *objects.PSObject, g *calculated.Getter, v objects.Value, names []string) error {
	switch len(names) {
	case 0:
		return c.note(rt, into, g.Label, objects.Null)
	case 1:
		value, _, err := rt.Types().GetProperty(v, names[0])
		if err != nil {
			return rt.Session().Overlook(err)
		}
		return c.note(rt, into, g.Label, value)
	}
	e := objects.NewException(objects.InvalidOperationException, "Cannot rename multiple results.")
	return rt.WriteError(runtime.NewErrorRecord(e, "RenamingMultipleResults", runtime.InvalidOperation, objects.Null))
}

func (c *SelectObject) excluded(name string) bool {
	for _, w := range c.exclude {
		if w.Match(name) {
			return true
		}
	}
	return false
}

func (c *SelectObject) note(rt *runtime.CommandRuntime, into *objects.PSObject, name string, v objects.Value) error {
	if _, ok := into.Note(name); ok {
		e := objects.NewException(objects.PSArgumentException, "The property cannot be processed because the property \""+name+"\" already exists.")
		id := "AlreadyExistingUserSpecifiedPropertyNoExpand"
		if c.ExpandProperty != "" {
			id = "AlreadyExistingUserSpecifiedPropertyExpand"
		}
		return rt.WriteError(runtime.NewErrorRecord(e, id, runtime.InvalidOperation, objects.Null))
	}
	into.SetNote(name, v)
	return nil
}

// writeExpanded writes the elements of one property, each with the other
// properties asked for.
func (c *SelectObject) writeExpanded(rt *runtime.CommandRuntime, v objects.Value) error {
	name := c.ExpandProperty
	if wildcard.ContainsWildcards(name) {
		p := calculated.Property{Name: name}
		names, err := p.Matching(rt.Types(), v)
		if err != nil {
			return err
		}
		if len(names) > 1 {
			e := objects.NewException(objects.PSArgumentException, "Multiple properties cannot be expanded.")
			return rt.WriteError(runtime.NewErrorRecord(e, "MutlipleExpandProperties", runtime.InvalidArgument, v))
		}
		if len(names) == 1 {
			name = names[0]
		}
	}
	value, found, err := c.expand.Get(rt.Types(), v, name)
	if err != nil {
		return rt.WriteError(runtime.RecordOf(err))
	}
	if !found {
		e := objects.NewException(objects.PSArgumentException, "Property \""+c.ExpandProperty+"\" cannot be found.")
		return rt.WriteError(runtime.NewErrorRecord(e, "ExpandPropertyNotFound", runtime.InvalidArgument, v))
	}
	if value.IsNull() {
		return nil
	}
	list, ok := objects.Enumeration(value)
	if !ok {
		return c.writeElement(rt, v, value)
	}
	return list.Enumerate(func(item objects.Value) error { return c.writeElement(rt, v, item) })
}

func (c *SelectObject) writeElement(rt *runtime.CommandRuntime, v, item objects.Value) error {
	if len(c.getters) == 0 || item.IsNull() {
		return c.pass(rt, item)
	}
	p, err := c.selected(rt, v, objects.Wrap(item))
	if err != nil {
		return err
	}
	if p.IsCustom() {
		c.nameTypes(p, v)
	}
	return c.pass(rt, objects.Of(p))
}

// pass writes an object, or keeps it for -Unique.
func (c *SelectObject) pass(rt *runtime.CommandRuntime, v objects.Value) error {
	if !c.Unique {
		return rt.WriteObject(v)
	}
	if v.IsNull() {
		return nil
	}
	for _, k := range c.kept {
		if sameObject(rt.Types(), k, v, bool(c.CaseInsensitive)) {
			return nil
		}
	}
	c.kept = append(c.kept, v)
	return nil
}

// sameObject reports whether two objects are equal for -Unique: by value, or
// custom objects by their properties.
func sameObject(tt *objects.TypeTable, a, b objects.Value, ignoreCase bool) bool {
	x, custom := a.Ref().(*objects.PSObject)
	y, both := b.Ref().(*objects.PSObject)
	if !custom || !both || !x.IsCustom() || !y.IsCustom() {
		return tt.Equal(a, b, ignoreCase)
	}
	if x.Shape().Len() != y.Shape().Len() {
		return false
	}
	for i := 0; i < x.Shape().Len(); i++ {
		v, ok := y.Note(x.Shape().Name(i))
		if !ok || !tt.Equal(x.At(i), v, ignoreCase) {
			return false
		}
	}
	return true
}

// Narrowing tells which properties are read, where they are named.
func (c *SelectObject) Narrowing(*runtime.CommandRuntime) runtime.Narrowing {
	names, plain := calculated.Names(c.getters)
	n := runtime.Narrowing{Counts: true, Reads: names, Passes: len(names) == 0 && c.ExpandProperty == ""}
	n.Open = !plain || c.ExcludeProperty != nil || n.Passes && bool(c.Unique)
	if c.ExpandProperty != "" {
		n.Reads = append(n.Reads, c.ExpandProperty)
		n.Open = n.Open || wildcard.ContainsWildcards(c.ExpandProperty) || len(names) > 0
	}
	return n
}
