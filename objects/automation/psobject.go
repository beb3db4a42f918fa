package automation

import (
	"github.com/csshell/csshell/objects"
)

func viewOf(v value) *objects.MemberView {
	if m, ok := objects.As[*objects.MemberView](v); ok {
		return m
	}
	return &objects.MemberView{}
}

// memberSetDeclaration is what $x.psobject has.
func memberSetDeclaration() *objects.Declaration {
	const of = "System.Management.Automation.PSMemberInfoCollection[System.Management.Automation."
	return &objects.Declaration{
		Type: objects.PSMemberSetType,
		Constructors: []objects.Method{
			total("new(string name)", func(c *call) value { return memberSet(c, nil) }),
			total("new(string name, System.Collections.Generic.IEnumerable[System.Management.Automation.PSMemberInfo] members)", func(c *call) value {
				return memberSet(c, c.Items(1))
			}),
		},
		Properties: []objects.Property{
			reads(of+"PSMemberInfo] Members {get;}", func(this value) value { return objects.Of(viewOf(this).Members()) }),
			reads(of+"PSPropertyInfo] Properties {get;}", func(this value) value { return objects.Of(viewOf(this).Properties()) }),
			reads(of+"PSMethodInfo] Methods {get;}", func(this value) value { return objects.Of(viewOf(this).Methods()) }),
			reads("System.Object ImmediateBaseObject {get;}", func(this value) value { return viewOf(this).This().Base() }),
			reads("System.Object BaseObject {get;}", func(this value) value { return viewOf(this).This().Base() }),
			reads("System.Collections.ObjectModel.Collection[string] TypeNames {get;}", func(this value) value { return viewOf(this).TypeNames() }),
		},
		Methods: []objects.Method{
			total("psobject Copy()", func(c *call) value {
				v := viewOf(c.This).This()
				if p, ok := v.Ref().(*objects.PSObject); ok {
					return objects.Of(p.Copy())
				}
				return v
			}),
		},
	}
}

func memberSet(c *call, items []value) value {
	d := &objects.MemberSetDef{Name: c.Str(0)}
	for _, v := range items {
		if m, ok := objects.As[*objects.MemberInfo](v); ok {
			d.Members = append(d.Members, m.Own())
		}
	}
	return detached(c, objects.MemberSetMember, objects.Of(d))
}

func collectionOf(v value) *objects.MemberCollection {
	if m, ok := objects.As[*objects.MemberCollection](v); ok {
		return m
	}
	return &objects.MemberCollection{}
}

// memberCollectionDeclaration is what psobject.Properties and its like have.
func memberCollectionDeclaration() *objects.Declaration {
	add := func(c *call) (value, error) {
		m, ok := objects.As[*objects.MemberInfo](c.Args[0])
		if !ok {
			return objects.Null, objects.NullArgument("member")
		}
		return nothing(), collectionOf(c.This).Add(m, len(c.Args) > 1 && c.Bool(1))
	}
	return &objects.Declaration{
		Type: objects.PSMemberCollectionType,
		Methods: []objects.Method{
			partial("void Add(T member)", add),
			partial("void Add(T member, bool preValidated)", add),
			total("void Remove(string name)", func(c *call) value { collectionOf(c.This).Remove(c.Str(0)); return nothing() }),
			total("System.Collections.Generic.IEnumerator[T] GetEnumerator()", func(c *call) value { return c.This }),
			partial("System.Management.Automation.ReadOnlyPSMemberInfoCollection[T] Match(string name)", matching),
			total("T Item(string name) {get;}", func(c *call) value {
				if m, ok := collectionOf(c.This).Named(c.Str(0)); ok {
					return objects.Of(m)
				}
				return objects.Null
			}),
		},
	}
}

// matching are the members whose names a wildcard fits.
func matching(c *call) (value, error) {
	pattern, err := newPattern(c.Str(0), wildcardIgnoreCase)
	if err != nil {
		return objects.Null, err
	}
	var found []value
	for _, m := range collectionOf(c.This).Items() {
		if pattern.Matches(m.Name) {
			found = append(found, objects.Of(m))
		}
	}
	return objects.Of(objects.NewList(objects.MakeGeneric(objects.CollectionOpenType, objects.PSMemberInfoType), found)), nil
}

func psobjectDeclaration() *objects.Declaration {
	wrap := func(v value) value {
		if v.IsNull() {
			return objects.Of(objects.NewCustomObject())
		}
		return objects.Of(objects.Wrap(v))
	}
	return &objects.Declaration{
		Type: objects.PSObjectType,
		Properties: []objects.Property{
			objects.Reads("static string AdaptedMemberSetName {get;}", func(value) value { return objects.String("psadapted") }),
			objects.Reads("static string BaseObjectMemberSetName {get;}", func(value) value { return objects.String("psbase") }),
			objects.Reads("static string ExtendedMemberSetName {get;}", func(value) value { return objects.String("psextended") }),
		},
		Constructors: []objects.Method{
			total("new()", func(*call) value { return objects.Of(objects.NewCustomObject()) }),
			total("new(int instanceMemberCapacity)", func(*call) value { return objects.Of(objects.NewCustomObject()) }),
			total("new(System.Object obj)", func(c *call) value { return wrap(c.Args[0]) }),
		},
		Methods: []objects.Method{
			total("static psobject AsPSObject(System.Object obj)", func(c *call) value { return wrap(c.Args[0]) }),
		},
	}
}

func customObjectDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: objects.PSCustomObjectType,
		Methods: []objects.Method{
			partial("string ToString()", func(c *call) (value, error) {
				s, err := c.Types.ToString(c.This, "")
				return objects.String(s), err
			}),
		},
	}
}
