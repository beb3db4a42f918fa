package objects

import (
	"strings"
	"sync"
)

// PSObject carries members that belong to one object: every [pscustomobject],
// and any other value that somebody added a member to, which it then wraps
// (System.Management.Automation.PSObject). Member names are laid out by a
// shared Shape, their values in slots.
type PSObject struct {
	base      Value // $null for a custom object
	shape     *Shape
	slots     []Value
	typeNames []string // where they differ from the base's; most derived first
}

// MemberKind says what a member is (PSMemberTypes).
type MemberKind uint8

// The kinds of members, in the order Get-Member lists them.
const (
	AliasPropertyMember MemberKind = iota
	CodePropertyMember
	NotePropertyMember
	PropertyMember
	ScriptPropertyMember
	PropertySetMember
	ParameterizedPropertyMember
	MethodMember
	CodeMethodMember
	ScriptMethodMember
	MemberSetMember
	EventMember
)

// Shape is the layout of instance members: names in order, and what each is.
// It never changes; adding a member leads to another Shape.
type Shape struct {
	names []string
	kinds []MemberKind
	index map[string]int // by folded name

	mu   sync.Mutex
	next map[shapeStep]*Shape
}

type shapeStep struct {
	name string
	kind MemberKind
}

// maxSteps bounds what a Shape remembers, so that objects with random names
// (parsed data) do not gather shapes for ever.
const maxSteps = 64

// NewShape is the layout of note properties with the names, for a producer
// that makes many alike. Names must differ without regard to case.
func NewShape(names ...string) *Shape {
	s := &Shape{names: names, kinds: make([]MemberKind, len(names)), index: make(map[string]int, len(names))}
	for i, n := range names {
		s.kinds[i] = NotePropertyMember
		s.index[foldKey(n)] = i
	}
	return s
}

// Len is the number of members.
func (s *Shape) Len() int { return len(s.names) }

// Name is the name of member i.
func (s *Shape) Name(i int) string { return s.names[i] }

// Kind is the kind of member i.
func (s *Shape) Kind(i int) MemberKind { return s.kinds[i] }

// Slot is the place of a name, without regard to case; -1 where it is not.
func (s *Shape) Slot(name string) int {
	if i, ok := s.index[foldKey(name)]; ok {
		return i
	}
	return -1
}

// with is the Shape with one more member.
func (s *Shape) with(name string, kind MemberKind) *Shape {
	step := shapeStep{name, kind}
	s.mu.Lock()
	defer s.mu.Unlock()
	if t, ok := s.next[step]; ok {
		return t
	}
	t := &Shape{
		names: append(s.names[:len(s.names):len(s.names)], name),
		kinds: append(s.kinds[:len(s.kinds):len(s.kinds)], kind),
		index: make(map[string]int, len(s.names)+1),
	}
	for i, n := range t.names {
		t.index[foldKey(n)] = i
	}
	if len(s.next) < maxSteps {
		if s.next == nil {
			s.next = make(map[shapeStep]*Shape)
		}
		s.next[step] = t
	}
	return t
}

// without is the Shape less member i.
func (s *Shape) without(i int) *Shape {
	t := &Shape{index: make(map[string]int, len(s.names))}
	for j, n := range s.names {
		if j != i {
			t.index[foldKey(n)] = len(t.names)
			t.names = append(t.names, n)
			t.kinds = append(t.kinds, s.kinds[j])
		}
	}
	return t
}

// noMembers is the root of the shapes that are reached member by member; it is
// a cache, bounded by maxSteps.
var noMembers = &Shape{}

// NewCustomObject makes an empty [pscustomobject].
func NewCustomObject() *PSObject { return &PSObject{shape: noMembers} }

// NewShaped makes a [pscustomobject] with the layout and the values of its
// properties, which it owns; there must be as many as names.
func NewShaped(s *Shape, slots []Value) *PSObject { return &PSObject{shape: s, slots: slots} }

// Extendable is an object that keeps the members that are added to it, so that
// they are there by whatever way a script gets to it: one of a script's class.
type Extendable interface {
	Object
	// OwnMembers is where it keeps what carries them; nil before the first.
	OwnMembers() **PSObject
}

// Extension is what an Extendable type embeds.
type Extension struct{ own *PSObject }

// OwnMembers is where the object keeps what carries the members added to it.
func (x *Extension) OwnMembers() **PSObject { return &x.own }

// Wrap makes a PSObject around v, to carry members of its own; v itself where
// it already is one.
func Wrap(v Value) *PSObject {
	if p, ok := v.ref.(*PSObject); ok {
		return p
	}
	made := &PSObject{base: v, shape: noMembers}
	if x, ok := v.ref.(Extendable); ok {
		if own := x.OwnMembers(); *own == nil {
			*own = made
		} else {
			made = *own
		}
	}
	return made
}

// extended is v with the members that were added to it.
func extended(v Value) Value {
	if x, ok := v.ref.(Extendable); ok {
		if own := *x.OwnMembers(); own != nil {
			return Value{ref: own}
		}
	}
	return v
}

// WrapShaped makes a PSObject around v with members of the layout and their
// values, which it owns. The members of a v that is a wrapper already stay: the
// new ones are added to a copy.
func WrapShaped(v Value, s *Shape, slots []Value) *PSObject {
	old, ok := v.ref.(*PSObject)
	if !ok {
		return &PSObject{base: v, shape: s, slots: slots}
	}
	p := old.Copy()
	for i, name := range s.names {
		p.SetNote(name, slots[i])
	}
	return p
}

// Type is the type of the wrapped value, or PSCustomObject.
func (p *PSObject) Type() *Type {
	if t := p.base.Type(); t != nil {
		return t
	}
	return PSCustomObjectType
}

// IsCustom reports whether p is a [pscustomobject] rather than a wrapper.
func (p *PSObject) IsCustom() bool { return p.base.ref == nil }

// BaseValue is the wrapped value; $null for a custom object.
func (p *PSObject) BaseValue() Value { return p.base }

// Shape is the layout of p's own members.
func (p *PSObject) Shape() *Shape { return p.shape }

// At is the value in slot i: a note's value, or the member itself (an Object)
// for the other kinds.
func (p *PSObject) At(i int) Value { return p.slots[i] }

// SetAt changes slot i.
func (p *PSObject) SetAt(i int, v Value) { p.slots[i] = v }

// Note is the value of a note property of p.
func (p *PSObject) Note(name string) (Value, bool) {
	if i := p.shape.Slot(name); i >= 0 && p.shape.kinds[i] == NotePropertyMember {
		return p.slots[i], true
	}
	return Null, false
}

// SetNote adds a note property, or changes the member of that name to one.
func (p *PSObject) SetNote(name string, v Value) { p.SetMember(name, NotePropertyMember, v) }

// SetMember adds a member, or replaces the one of that name.
func (p *PSObject) SetMember(name string, kind MemberKind, v Value) {
	i := p.shape.Slot(name)
	if i >= 0 && p.shape.kinds[i] == kind {
		p.slots[i] = v
		return
	}
	if i >= 0 {
		p.RemoveMember(name)
	}
	p.shape = p.shape.with(name, kind)
	p.slots = append(p.slots, v)
}

// RemoveMember drops a member and reports whether there was one.
func (p *PSObject) RemoveMember(name string) bool {
	i := p.shape.Slot(name)
	if i < 0 {
		return false
	}
	p.shape = p.shape.without(i)
	p.slots = append(p.slots[:i:i], p.slots[i+1:]...)
	return true
}

// Copy is a shallow copy (PSObject.Copy).
func (p *PSObject) Copy() *PSObject {
	c := *p
	c.slots = append([]Value(nil), p.slots...)
	c.typeNames = append([]string(nil), p.typeNames...)
	return &c
}

// OwnTypeNames are the type names that were given to p, most derived first;
// nil where the base's names hold.
func (p *PSObject) OwnTypeNames() []string { return p.typeNames }

// SetTypeNames gives p type names (PSTypeName, PSObject.TypeNames).
func (p *PSObject) SetTypeNames(names []string) { p.typeNames = names }

// TypeNames is the chain of names that views and type data are looked up by:
// given names, or the type's and its bases' (PSObject.TypeNames).
func TypeNames(v Value) []string {
	if p, ok := v.ref.(*PSObject); ok {
		if p.typeNames != nil {
			return p.typeNames
		}
		if !p.IsCustom() {
			return typeNamesOf(p.base)
		}
	}
	if x, ok := v.ref.(Extendable); ok {
		if own := *x.OwnMembers(); own != nil && own.typeNames != nil {
			return own.typeNames
		}
	}
	return typeNamesOf(v)
}

// typeNamesOf are the names of v's type and its bases.
func typeNamesOf(v Value) []string {
	var names []string
	for t := v.Type(); t != nil; t = t.BaseType() {
		names = append(names, t.QualifiedName())
	}
	return names
}

// NetType is the type that GetType() gives: that of the value, and for records,
// which have a name of their own for views and scripts, PSCustomObject.
func NetType(v Value) *Type {
	t := v.Type()
	for base := t; base != nil; base = base.BaseType() {
		if base == PSCustomObjectType {
			return base
		}
	}
	return t
}

// EqualFold reports whether two member or variable names are the same for
// PowerShell.
func EqualFold(a, b string) bool { return len(a) == len(b) && a == b || strings.EqualFold(a, b) }
