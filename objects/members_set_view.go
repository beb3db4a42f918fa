package objects

import (
	"context"
	"strings"
)

// The types of the views of an object's members.
var (
	PSMemberCollectionType = &Type{FullName: "System.Management.Automation.PSMemberInfoIntegratingCollection`1", Kind: KindObject,
		Attributes: GenericAttr, Interfaces: []*Type{EnumerableType}}
)

// MemberView is what $x.psobject, .psbase, .psadapted and .psextended give:
// the object seen by its members.
type MemberView struct {
	this  Value
	name  string
	types *TypeTable
}

// Type is System.Management.Automation.PSMemberSet.
func (*MemberView) Type() *Type { return PSMemberSetType }

// This is the object that is viewed.
func (m *MemberView) This() Value { return m.this }

// TypeNames is the list of the object's type names.
func (m *MemberView) TypeNames() Value { return m.types.typeNameList(m.this) }

// memberSet is one of the sets that every object has; ok is false for another
// name.
func (tt *TypeTable) memberSet(v Value, name string) (Value, bool) {
	switch strings.ToLower(name) {
	case "psobject", "psextended", "psadapted":
		return Of(&MemberView{this: v, name: strings.ToLower(name), types: tt}), true
	case "psbase":
		return PSBase(v.Base()), true
	case "pstypenames":
		return tt.typeNameList(v), true
	case "psstandardmembers":
		return tt.standardMembers(v)
	}
	return Null, false
}

// standardMembers is the set of settings that type data gives v; ok is false
// without any.
func (tt *TypeTable) standardMembers(v Value) (Value, bool) {
	names := tt.DisplayProperties(v)
	if names == nil {
		return Null, false
	}
	set := &PropertySetDef{Name: displaySetName, Names: names}
	return Of(&MemberSetDef{Name: "PSStandardMembers", Members: []OwnMember{{set.Name, PropertySetMember, Of(set)}}}), true
}

// BaseView is $x.psbase of an object whose data hide the members of its type: a
// dictionary, an XML element. It has the type's members alone.
type BaseView struct{ of Value }

// Type is System.Management.Automation.PSMemberSet.
func (*BaseView) Type() *Type { return PSMemberSetType }

// PSBase is $x.psbase: the object itself where no data hide the members of its type.
func PSBase(v Value) Value {
	switch v.ref.(type) {
	case *Hashtable, Adapted:
		return Of(&BaseView{v})
	}
	return v
}

// typeNameList is the list psobject.TypeNames, whose changes change the object.
func (tt *TypeTable) typeNameList(v Value) Value {
	names := TypeNames(v)
	items := make([]Value, len(names))
	for i, n := range names {
		items[i] = String(n)
	}
	l := NewList(MakeGeneric(CollectionOpenType, StringType), items)
	if p, ok := v.ref.(*PSObject); ok {
		l.changed = func() { p.typeNames = textsOf(l.items) }
	}
	return Of(l)
}

func textsOf(items []Value) []string {
	texts := make([]string, len(items))
	for i, v := range items {
		texts[i], _ = v.Str()
	}
	return texts
}

// MemberInfo is one member as an object: Name, Value, MemberType
// (System.Management.Automation.PSMemberInfo).
type MemberInfo struct {
	Member
	this  Value // $null for one that belongs to no object yet
	own   Value // the value or definition of one that belongs to no object
	types *TypeTable
}

// NewMemberInfo makes a member that belongs to no object: what
// [psnoteproperty]::new("name", value) gives.
func NewMemberInfo(tt *TypeTable, m OwnMember) *MemberInfo {
	return &MemberInfo{Member: Member{Name: m.Name, Kind: m.Kind, Definition: tt.ownDefinition(m)}, own: m.Value, types: tt}
}

// Type is the .NET type for the kind of the member.
func (m *MemberInfo) Type() *Type {
	switch m.Kind {
	case AliasPropertyMember:
		return PSAliasPropertyType
	case CodePropertyMember:
		return PSCodePropertyType
	case NotePropertyMember:
		return PSNotePropertyType
	case ScriptPropertyMember:
		return PSScriptPropertyType
	case PropertySetMember:
		return PSPropertySetType
	case ParameterizedPropertyMember:
		return PSParameterizedType
	case CodeMethodMember:
		return PSCodeMethodType
	case ScriptMethodMember:
		return PSScriptMethodType
	case MemberSetMember:
		return PSMemberSetType
	case MethodMember:
		return PSMethodType
	}
	return PSPropertyType
}

// Own is the member as an object carries it.
func (m *MemberInfo) Own() OwnMember {
	if m.this.IsNull() {
		return OwnMember{m.Name, m.Kind, m.own}
	}
	if p, ok := m.this.ref.(*PSObject); ok {
		if i := p.shape.Slot(m.Name); i >= 0 {
			return OwnMember{m.Name, m.Kind, p.slots[i]}
		}
	}
	if d, ok := m.types.typeDataMember(m.this, m.Name); ok {
		return d
	}
	return OwnMember{m.Name, m.Kind, Null}
}

// Value reads the member.
func (m *MemberInfo) Value() (Value, error) {
	if m.this.IsNull() {
		return m.own, nil
	}
	v, _, err := m.types.GetProperty(m.this, m.Name)
	return v, err
}

// SetValue assigns the member; the errors are those of a PSProperty
// ("ReadOnlyProperty").
func (m *MemberInfo) SetValue(v Value) error {
	if m.this.IsNull() {
		m.own = v
		return nil
	}
	if m.Kind == PropertyMember {
		base := m.this.Base()
		if p := m.types.info(base.Type()).property(strings.ToLower(m.Name)); p != nil && !p.settable() {
			return NewException(SetValueException, `"`+p.name+`" is a ReadOnly property.`).WithID("ReadOnlyProperty")
		}
	}
	return m.types.SetProperty(m.this, m.Name, v)
}

// IsInstance reports whether the object itself carries the member.
func (m *MemberInfo) IsInstance() bool {
	if m.this.IsNull() {
		return true
	}
	p, ok := m.this.ref.(*PSObject)
	return ok && p.shape.Slot(m.Name) >= 0
}

// IsSettable reports whether the member can be assigned.
func (m *MemberInfo) IsSettable() bool {
	if d, ok := m.definition().ref.(*ScriptPropertyDef); ok {
		return d.Setter != nil
	}
	if m.Kind == PropertyMember {
		p := m.types.info(m.this.Base().Type()).property(strings.ToLower(m.Name))
		return p == nil || p.settable()
	}
	return m.Kind == NotePropertyMember || m.Kind == AliasPropertyMember
}

// definition is what the object or type data says of the member; $null for a
// note and a declared member.
func (m *MemberInfo) definition() Value {
	if m.Kind == NotePropertyMember || m.Kind == PropertyMember {
		return Null
	}
	return m.Own().Value
}

// TypeNameOfValue is the name of the type of the member's value.
func (m *MemberInfo) TypeNameOfValue() string {
	switch m.Kind {
	case PropertyMember:
		if p := m.types.info(m.this.Base().Type()).property(strings.ToLower(m.Name)); p != nil {
			return m.types.propertyType(p).QualifiedName()
		}
	case NotePropertyMember, AliasPropertyMember:
		if v, err := m.Value(); err == nil && !v.IsNull() {
			return v.Type().QualifiedName()
		}
	}
	return ObjectType.FullName
}

// Overloads are the signatures of a method.
func (m *MemberInfo) Overloads() []string {
	if v, ok := m.method(); ok {
		return v.Overloads()
	}
	return []string{m.Definition}
}

// Invoke calls the member, a method.
func (m *MemberInfo) Invoke(ctx context.Context, args []Value) (Value, error) {
	return m.types.Invoke(ctx, m.this, Invocation{Name: m.Name, Args: args})
}

func (m *MemberInfo) method() (*MethodValue, bool) {
	v, err := m.Value()
	method, ok := v.ref.(*MethodValue)
	return method, ok && err == nil
}

// Text is the member as Get-Member defines it.
func (m *MemberInfo) Text() (string, error) { return m.Definition, nil }

// MemberCollection is psobject.Properties, .Methods or .Members.
type MemberCollection struct {
	this  Value
	which func(MemberKind) bool
	types *TypeTable
}

// Type is a PSMemberInfoIntegratingCollection.
func (c *MemberCollection) Type() *Type { return MakeGeneric(PSMemberCollectionType, PSMemberInfoType) }

// Items are the members in order.
func (c *MemberCollection) Items() []*MemberInfo {
	var items []*MemberInfo
	for _, m := range c.types.Members(c.this, false) {
		if c.which(m.Kind) && !m.Hidden {
			items = append(items, &MemberInfo{Member: m, this: c.this, types: c.types})
		}
	}
	return items
}

// Enumerate gives the members in order.
func (c *MemberCollection) Enumerate(yield func(Value) error) error {
	for _, m := range c.Items() {
		if err := yield(Of(m)); err != nil {
			return err
		}
	}
	return nil
}

// Named is the member of a name, without regard to case.
func (c *MemberCollection) Named(name string) (*MemberInfo, bool) {
	for _, m := range c.Items() {
		if EqualFold(m.Name, name) {
			return m, true
		}
	}
	return nil, false
}

// Add adds a member to the object, or replaces one where force is set.
func (c *MemberCollection) Add(m *MemberInfo, force bool) error {
	p, ok := c.this.ref.(*PSObject)
	if !ok {
		return nil
	}
	if _, taken := c.Named(m.Name); taken && !force {
		return NewException(ExtendedTypeSystemException, `The member "`+m.Name+`" is already present.`).WithID("AlreadyPresentPSMemberInfoInternalCollectionAdd")
	}
	p.SetMember(m.Name, m.Kind, m.own)
	return nil
}

// Remove drops a member that the object itself carries.
func (c *MemberCollection) Remove(name string) {
	if p, ok := c.this.ref.(*PSObject); ok {
		p.RemoveMember(name)
	}
}

// Properties, Methods and Members are the collections of the view.
func (m *MemberView) Properties() *MemberCollection {
	return &MemberCollection{this: m.this, types: m.types, which: func(k MemberKind) bool { return isPropertyKind(k) }}
}

// Methods are the methods of the view.
func (m *MemberView) Methods() *MemberCollection {
	return &MemberCollection{this: m.this, types: m.types, which: func(k MemberKind) bool { return k >= ParameterizedPropertyMember && k <= ScriptMethodMember }}
}

// Members are all members of the view.
func (m *MemberView) Members() *MemberCollection {
	return &MemberCollection{this: m.this, types: m.types, which: func(MemberKind) bool { return true }}
}
