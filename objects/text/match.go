package text

import (
	"slices"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/regex"
)

// The types of what regular expressions find.
var (
	CaptureType           = class("System.Text.RegularExpressions.Capture", objects.ObjectType)
	GroupType             = class("System.Text.RegularExpressions.Group", CaptureType)
	MatchType             = class("System.Text.RegularExpressions.Match", GroupType)
	CaptureCollectionType = class("System.Text.RegularExpressions.CaptureCollection", objects.ObjectType, objects.ListIface)
	GroupCollectionType   = class("System.Text.RegularExpressions.GroupCollection", objects.ObjectType, objects.ListIface)
	MatchCollectionType   = class("System.Text.RegularExpressions.MatchCollection", objects.ObjectType, objects.ListIface)
)

// captured is what Match, Group and Capture have in common.
type captured interface {
	objects.Object
	capture() regex.Capture
}

// Capture is one capture of a group.
type Capture struct{ at regex.Capture }

// Type is System.Text.RegularExpressions.Capture.
func (*Capture) Type() *objects.Type { return CaptureType }

// Text is the text that was captured.
func (c *Capture) Text() (string, error) { return c.at.Value, nil }

func (c *Capture) capture() regex.Capture { return c.at }

// Group is what a group matched.
type Group struct{ of regex.Group }

// Type is System.Text.RegularExpressions.Group.
func (*Group) Type() *objects.Type { return GroupType }

// Text is the text of the last capture.
func (g *Group) Text() (string, error) { return g.of.Value, nil }

func (g *Group) capture() regex.Capture { return g.of.Capture }

// Match is the result of a search; found is nil where nothing matched
// (Match.Empty).
type Match struct{ found *regex.Match }

// NewMatch makes the object of a match.
func NewMatch(m *regex.Match) *Match { return &Match{m} }

// Type is System.Text.RegularExpressions.Match.
func (*Match) Type() *objects.Type { return MatchType }

// Text is the text that matched.
func (m *Match) Text() (string, error) { return m.capture().Value, nil }

func (m *Match) capture() regex.Capture {
	if m.found == nil {
		return regex.Capture{}
	}
	return regex.Capture{Index: m.found.Index(), Length: m.found.Length(), Value: m.found.Value()}
}

func (m *Match) groups() []regex.Group {
	if m.found == nil {
		return []regex.Group{{Name: "0"}}
	}
	return m.found.Groups()
}

// MatchCollection is the result of Regex.Matches.
type MatchCollection struct{ items []value }

// Type is System.Text.RegularExpressions.MatchCollection.
func (*MatchCollection) Type() *objects.Type { return MatchCollectionType }

// list is a collection that is read by place: matches, groups or captures.
type list interface {
	objects.Object
	Len() int
	At(i int) value
}

// elementOf is the type of the items of one of the collections.
func elementOf(t *objects.Type) *objects.Type {
	switch t {
	case MatchCollectionType:
		return MatchType
	case GroupCollectionType:
		return GroupType
	}
	return CaptureType
}

// Len is the number of matches.
func (m *MatchCollection) Len() int { return len(m.items) }

// At is match i.
func (m *MatchCollection) At(i int) value { return m.items[i] }

// Set does nothing: the collection is read-only.
func (m *MatchCollection) Set(int, value) {}

// Elem is the type of the items.
func (m *MatchCollection) Elem() *objects.Type { return MatchType }

// Enumerate gives the matches in order.
func (m *MatchCollection) Enumerate(yield func(value) error) error { return eachOf(m, yield) }

// GroupCollection is Match.Groups.
type GroupCollection struct{ groups []value }

// Type is System.Text.RegularExpressions.GroupCollection.
func (*GroupCollection) Type() *objects.Type { return GroupCollectionType }

// Len is the number of groups, the whole match included.
func (g *GroupCollection) Len() int { return len(g.groups) }

// At is group i.
func (g *GroupCollection) At(i int) value { return g.groups[i] }

// Set does nothing: the collection is read-only.
func (g *GroupCollection) Set(int, value) {}

// Elem is the type of the items.
func (g *GroupCollection) Elem() *objects.Type { return GroupType }

// Enumerate gives the groups in order.
func (g *GroupCollection) Enumerate(yield func(value) error) error { return eachOf(g, yield) }

// Named is the group of a name or number; a group that did not match for
// another.
func (g *GroupCollection) Named(name string) (value, bool) {
	for _, v := range g.groups {
		if groupName(v) == name {
			return v, true
		}
	}
	return objects.Of(&Group{regex.Group{Name: name}}), false
}

// Item is the group of a name or a number; one that did not match for others.
func (g *GroupCollection) Item(tt *objects.TypeTable, index []value) (v value, ok bool, err error) {
	if name, ok := index[0].Str(); ok {
		v, _ := g.Named(name)
		return v, true, nil
	}
	n, err := tt.Convert(index[0], objects.Int32Type)
	if i := int(n.Int64()); err == nil && i >= 0 && i < len(g.groups) {
		return g.groups[i], true, nil
	}
	return objects.Of(&Group{}), err == nil, err
}

// SetItem is an error: the collection is read-only.
func (g *GroupCollection) SetItem(*objects.TypeTable, []value, value) error {
	return objects.NewException(objects.NotSupportedException, "Collection is read-only.")
}

func groupName(v value) string {
	switch r := v.Ref().(type) {
	case *Group:
		return r.of.Name
	case *Match:
		return "0"
	}
	return ""
}

// CaptureCollection is Group.Captures.
type CaptureCollection struct{ captures []regex.Capture }

// Type is System.Text.RegularExpressions.CaptureCollection.
func (*CaptureCollection) Type() *objects.Type { return CaptureCollectionType }

// Len is the number of captures.
func (c *CaptureCollection) Len() int { return len(c.captures) }

// At is capture i.
func (c *CaptureCollection) At(i int) value { return objects.Of(&Capture{c.captures[i]}) }

// Set does nothing: the collection is read-only.
func (c *CaptureCollection) Set(int, value) {}

// Elem is the type of the items.
func (c *CaptureCollection) Elem() *objects.Type { return CaptureType }

// Enumerate gives the captures in order.
func (c *CaptureCollection) Enumerate(yield func(value) error) error { return eachOf(c, yield) }

func eachOf(l list, yield func(value) error) error {
	for i := range l.Len() {
		if err := yield(l.At(i)); err != nil {
			return err
		}
	}
	return nil
}

func captureOf(v value) regex.Capture {
	if c, ok := objects.As[captured](v); ok {
		return c.capture()
	}
	return regex.Capture{}
}

func matchOf(v value) *Match {
	if m, ok := objects.As[*Match](v); ok {
		return m
	}
	return &Match{}
}

// groupOf is the group that a Group or a Match is.
func groupOf(v value) regex.Group {
	if g, ok := objects.As[*Group](v); ok {
		return g.of
	}
	return matchOf(v).groups()[0]
}

func captureDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: CaptureType,
		Properties: []objects.Property{
			reads("int Index {get;}", func(this value) value { return objects.Int(captureOf(this).Index) }),
			reads("int Length {get;}", func(this value) value { return objects.Int(captureOf(this).Length) }),
			reads("string Value {get;}", func(this value) value { return objects.String(captureOf(this).Value) }),
		},
		Methods: []objects.Method{
			total("string ToString()", func(c *call) value { return objects.String(captureOf(c.This).Value) }),
		},
	}
}

func groupDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: GroupType,
		Properties: []objects.Property{
			reads("bool Success {get;}", func(this value) value { return objects.Bool(groupOf(this).Success) }),
			reads("string Name {get;}", func(this value) value { return objects.String(groupOf(this).Name) }),
			reads("System.Text.RegularExpressions.CaptureCollection Captures {get;}", func(this value) value {
				return objects.Of(&CaptureCollection{groupOf(this).All})
			}),
		},
	}
}

func matchDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: MatchType,
		Properties: []objects.Property{
			reads("System.Text.RegularExpressions.GroupCollection Groups {get;}", func(this value) value {
				groups := &GroupCollection{}
				for i, g := range matchOf(this).groups() {
					if i == 0 {
						groups.groups = append(groups.groups, this.Base())
						continue
					}
					groups.groups = append(groups.groups, objects.Of(&Group{g}))
				}
				return objects.Of(groups)
			}),
			reads("static System.Text.RegularExpressions.Match Empty {get;}", func(value) value { return objects.Of(&Match{}) }),
		},
		Methods: []objects.Method{
			partial("System.Text.RegularExpressions.Match NextMatch()", func(c *call) (value, error) {
				m := matchOf(c.This)
				if m.found == nil {
					return c.This, nil
				}
				next, err := m.found.Next(c.Context)
				return objects.Of(&Match{next}), err
			}),
			partial("string Result(string replacement)", func(c *call) (value, error) {
				m := matchOf(c.This)
				if m.found == nil {
					return objects.Null, objects.NewException(objects.NotSupportedException, "Result cannot be called on a failed Match.")
				}
				return objects.String(m.found.Regex().Template(c.Str(0)).Expand(m.found)), nil
			}),
		},
	}
}

// listDeclaration is what the three collections have alike.
func listDeclaration(t *objects.Type, param string) func() *objects.Declaration {
	of := func(v value) list {
		if l, ok := objects.As[list](v); ok {
			return l
		}
		return &MatchCollection{}
	}
	item := elementOf(t).FullName
	return func() *objects.Declaration {
		d := &objects.Declaration{
			Type: t,
			Properties: []objects.Property{
				reads("int Count {get;}", func(this value) value { return objects.Int(of(this).Len()) }),
				reads("bool IsReadOnly {get;}", func(value) value { return objects.Bool(true) }),
				reads("bool IsSynchronized {get;}", func(value) value { return objects.Bool(false) }),
				reads("System.Object SyncRoot {get;}", func(this value) value { return this }),
			},
			Methods: []objects.Method{
				partial(item+" Item(int "+param+") {get;}", func(c *call) (value, error) {
					l, i := of(c.This), c.Int(0)
					if i < 0 || i >= l.Len() {
						if t == GroupCollectionType {
							return objects.Of(&Group{}), nil
						}
						return objects.Null, objects.IndexOutOfRange("i")
					}
					return l.At(i), nil
				}),
				total("System.Collections.IEnumerator GetEnumerator()", func(c *call) value {
					return objects.Of(objects.NewEnumerator(enumeratorType, itemsOf(of(c.This))))
				}),
			},
		}
		if t == GroupCollectionType {
			d.Properties = append(d.Properties, groupViews()...)
			d.Methods = append(d.Methods, groupNames()...)
		}
		return d
	}
}

// enumeratorType is what GetEnumerator of the collections gives.
var enumeratorType = class("System.Text.RegularExpressions.MatchCollection+Enumerator", objects.ObjectType, objects.EnumeratorType)

func itemsOf(l list) []value {
	items := make([]value, l.Len())
	for i := range items {
		items[i] = l.At(i)
	}
	return items
}

func groupsOf(v value) *GroupCollection {
	if g, ok := objects.As[*GroupCollection](v); ok {
		return g
	}
	return &GroupCollection{}
}

func groupViews() []objects.Property {
	return []objects.Property{
		reads("System.Collections.Generic.IEnumerable[string] Keys {get;}", func(this value) value {
			var names []string
			for _, g := range groupsOf(this).groups {
				names = append(names, groupName(g))
			}
			return objects.Of(objects.Strings(names))
		}),
		reads("System.Collections.Generic.IEnumerable[System.Text.RegularExpressions.Group] Values {get;}", func(this value) value {
			return objects.Of(objects.NewArray(GroupType, slices.Clone(groupsOf(this).groups)))
		}),
	}
}

func groupNames() []objects.Method {
	return []objects.Method{
		total("System.Text.RegularExpressions.Group Item(string groupname) {get;}", func(c *call) value {
			g, _ := groupsOf(c.This).Named(c.Str(0))
			return g
		}),
		total("bool ContainsKey(string key)", func(c *call) value {
			_, ok := groupsOf(c.This).Named(c.Str(0))
			return objects.Bool(ok)
		}),
		partial("bool TryGetValue(string key, [ref] System.Text.RegularExpressions.Group value)", func(c *call) (value, error) {
			g, ok := groupsOf(c.This).Named(c.Str(0))
			return objects.Bool(ok), c.Assign(1, g)
		}),
	}
}
