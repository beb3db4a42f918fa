package objects

import "strings"

// TypeData is what Update-TypeData and built-in type data add to a type name
// ("about_Types.ps1xml").
type TypeData struct {
	TypeName                  string
	Members                   []OwnMember
	DefaultDisplayProperty    string
	DefaultDisplayPropertySet []string
	DefaultKeyPropertySet     []string
	SerializationDepth        int // levels that Export-Clixml goes down; 0 for its own choice
}

// Member finds an added member by name, without regard to case.
func (d *TypeData) Member(name string) (OwnMember, bool) {
	for _, m := range d.Members {
		if EqualFold(m.Name, name) {
			return m, true
		}
	}
	return OwnMember{}, false
}

// TypeDataOf is the type data of exactly that type name: what the session
// added, else what PowerShell adds; nil for none.
func (tt *TypeTable) TypeDataOf(typeName string) *TypeData {
	if d := tt.sessionTypeData(typeName); d != nil {
		return d
	}
	if t, ok := tt.known(strings.ToLower(typeName)); ok {
		if d := tt.declarationOf(t); d != nil {
			return d.Data
		}
	}
	return nil
}

// DisplayProperties are the names of the properties that lists show of v: its
// own PSStandardMembers, or the default display property set of type data; nil
// for all.
func (tt *TypeTable) DisplayProperties(v Value) []string {
	if p, ok := v.ref.(*PSObject); ok {
		if i := p.shape.Slot("PSStandardMembers"); i >= 0 {
			if set, ok := p.slots[i].ref.(*MemberSetDef); ok {
				return set.displaySet()
			}
		}
	}
	d := tt.TypeDataFor(v, func(d *TypeData) bool { return d.DefaultDisplayPropertySet != nil })
	if d == nil {
		return nil
	}
	return d.DefaultDisplayPropertySet
}

// displaySetName names the set of the properties that lists show.
const displaySetName = "DefaultDisplayPropertySet"

func (m *MemberSetDef) displaySet() []string {
	x, _ := m.member(displaySetName)
	if s, ok := x.Value.ref.(*PropertySetDef); ok {
		return s.Names
	}
	return nil
}

// member is one of the set's members by name.
func (m *MemberSetDef) member(name string) (member OwnMember, ok bool) {
	for _, x := range m.Members {
		if EqualFold(x.Name, name) {
			return x, true
		}
	}
	return OwnMember{}, false
}

// TypeDataFor is the first type data among the type names of v for which
// fits holds; nil for none.
func (tt *TypeTable) TypeDataFor(v Value, fits func(*TypeData) bool) *TypeData {
	for _, n := range TypeNames(v) {
		if d := tt.TypeDataOf(n); d != nil && fits(d) {
			return d
		}
	}
	return nil
}

// AllTypeData are all type data that the session added, in no order.
func (tt *TypeTable) AllTypeData() []*TypeData {
	tt.mu.RLock()
	defer tt.mu.RUnlock()
	all := make([]*TypeData, 0, len(tt.typeData))
	for _, d := range tt.typeData {
		all = append(all, d)
	}
	return all
}

// AddTypeData adds members and settings to a type name; force replaces members
// of the same name, without it they are an error ("TypesXmlError").
func (tt *TypeTable) AddTypeData(add *TypeData, force bool) error {
	builtIn := tt.TypeDataOf(add.TypeName)
	tt.mu.Lock()
	defer tt.mu.Unlock()
	key := strings.ToLower(add.TypeName)
	old := tt.typeData[key]
	if old == nil {
		old = &TypeData{TypeName: add.TypeName}
		if builtIn != nil {
			old = builtIn
		}
	}
	d := *old
	d.Members = append([]OwnMember(nil), old.Members...)
	for _, m := range add.Members {
		if err := d.add(m, force); err != nil {
			return err
		}
	}
	d.settings(add)
	tt.typeData[key] = &d
	tt.hasTypeData.Store(true)
	tt.newGeneration()
	return nil
}

func (d *TypeData) add(m OwnMember, force bool) error {
	for i := range d.Members {
		if !EqualFold(d.Members[i].Name, m.Name) {
			continue
		}
		if !force {
			return NewException(RuntimeException, `Error in TypeData "`+d.TypeName+`": The member `+m.Name+` is already present.`).
				WithID("TypesXmlUpdateException")
		}
		d.Members[i] = m
		return nil
	}
	d.Members = append(d.Members, m)
	return nil
}

func (d *TypeData) settings(from *TypeData) {
	if from.DefaultDisplayProperty != "" {
		d.DefaultDisplayProperty = from.DefaultDisplayProperty
	}
	if from.DefaultDisplayPropertySet != nil {
		d.DefaultDisplayPropertySet = from.DefaultDisplayPropertySet
	}
	if from.DefaultKeyPropertySet != nil {
		d.DefaultKeyPropertySet = from.DefaultKeyPropertySet
	}
	if from.SerializationDepth != 0 {
		d.SerializationDepth = from.SerializationDepth
	}
}

// RemoveTypeData drops all type data of a type name and reports whether there
// was any.
func (tt *TypeTable) RemoveTypeData(typeName string) bool {
	tt.mu.Lock()
	defer tt.mu.Unlock()
	key := strings.ToLower(typeName)
	_, ok := tt.typeData[key]
	delete(tt.typeData, key)
	tt.newGeneration()
	return ok
}
