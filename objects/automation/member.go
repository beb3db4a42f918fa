package automation

import (
	"slices"

	"github.com/csshell/csshell/objects"
)

func memberOf(v value) *objects.MemberInfo {
	if m, ok := objects.As[*objects.MemberInfo](v); ok {
		return m
	}
	return &objects.MemberInfo{}
}

// memberBits are the numbers of PSMemberTypes by [objects.MemberKind].
var memberBits = [...]uint64{
	objects.AliasPropertyMember: 1, objects.CodePropertyMember: 2, objects.NotePropertyMember: 8, objects.PropertyMember: 4,
	objects.ScriptPropertyMember: 16, objects.PropertySetMember: 32, objects.ParameterizedPropertyMember: 512, objects.MethodMember: 64,
	objects.CodeMethodMember: 128, objects.ScriptMethodMember: 256, objects.MemberSetMember: 1024, objects.EventMember: 2048,
}

// MemberTypeOf is the PSMemberTypes value of a kind.
func MemberTypeOf(k objects.MemberKind) value { return objects.Word(PSMemberTypesType, memberBits[k]) }

// memberProperties are those of every PSMemberInfo.
func memberProperties() []objects.Property {
	return []objects.Property{
		{
			Signature: "System.Object Value {get;set;}",
			Get:       func(this value) (value, error) { return memberOf(this).Value() },
			Set:       func(this, v value) error { return memberOf(this).SetValue(v) },
		},
		text("string Name {get;}", func(this value) string { return memberOf(this).Name }),
		reads("System.Management.Automation.PSMemberTypes MemberType {get;}", func(this value) value { return MemberTypeOf(memberOf(this).Kind) }),
		text("string TypeNameOfValue {get;}", func(this value) string { return memberOf(this).TypeNameOfValue() }),
		reads("bool IsInstance {get;}", func(this value) value { return objects.Bool(memberOf(this).IsInstance()) }),
	}
}

func memberDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type:       objects.PSMemberInfoType,
		Properties: memberProperties(),
		Methods: []objects.Method{
			total("System.Management.Automation.PSMemberInfo Copy()", func(c *call) value {
				m := *memberOf(c.This)
				return objects.Of(&m)
			}),
			total("string ToString()", func(c *call) value { return objects.String(memberOf(c.This).Definition) }),
		},
	}
}

func propertyDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: objects.PSPropertyInfoType,
		Properties: []objects.Property{
			reads("bool IsSettable {get;}", func(this value) value { return objects.Bool(memberOf(this).IsSettable()) }),
			reads("bool IsGettable {get;}", func(this value) value { return objects.Bool(true) }),
		},
	}
}

// detached makes a member that belongs to no object.
func detached(c *call, kind objects.MemberKind, definition objects.Value) value {
	return objects.Of(objects.NewMemberInfo(c.Types, objects.OwnMember{Name: c.Str(0), Kind: kind, Value: definition}))
}

func noteDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: objects.PSNotePropertyType,
		Constructors: []objects.Method{
			total("new(string name, System.Object value)", func(c *call) value { return detached(c, objects.NotePropertyMember, c.Args[1]) }),
		},
	}
}

func aliasDeclaration() *objects.Declaration {
	alias := func(c *call) *objects.AliasMember {
		m := &objects.AliasMember{Name: c.Str(0), Target: c.Str(1)}
		if len(c.Args) > 2 {
			if t, ok := objects.As[objects.RuntimeType](c.Args[2]); ok {
				m.Convert = t.Target
			}
		}
		return m
	}
	return &objects.Declaration{
		Type: objects.PSAliasPropertyType,
		Constructors: []objects.Method{
			total("new(string name, string referencedMemberName)", func(c *call) value { return detached(c, objects.AliasPropertyMember, objects.Of(alias(c))) }),
			total("new(string name, string referencedMemberName, type conversionType)", func(c *call) value {
				return detached(c, objects.AliasPropertyMember, objects.Of(alias(c)))
			}),
		},
		Properties: []objects.Property{
			text("string ReferencedMemberName {get;}", func(this value) string {
				a, _ := objects.As[*objects.AliasMember](memberOf(this).Own().Value)
				if a == nil {
					return ""
				}
				return a.Target
			}),
		},
	}
}

func scriptPropertyDeclaration() *objects.Declaration {
	part := func(of func(d *objects.ScriptPropertyDef) objects.Callable) func(this value) value {
		return func(this value) value {
			if d, ok := objects.As[*objects.ScriptPropertyDef](memberOf(this).Own().Value); ok {
				if code := of(d); code != nil {
					return objects.Of(code)
				}
			}
			return objects.Null
		}
	}
	return &objects.Declaration{
		Type: objects.PSScriptPropertyType,
		Constructors: []objects.Method{
			total("new(string name, scriptblock getterScript)", func(c *call) value {
				return detached(c, objects.ScriptPropertyMember, objects.Of(&objects.ScriptPropertyDef{Name: c.Str(0), Getter: c.Func(1)}))
			}),
			total("new(string name, scriptblock getterScript, scriptblock setterScript)", func(c *call) value {
				return detached(c, objects.ScriptPropertyMember, objects.Of(&objects.ScriptPropertyDef{Name: c.Str(0), Getter: c.Func(1), Setter: c.Func(2)}))
			}),
		},
		Properties: []objects.Property{
			reads("scriptblock SetterScript {get;}", part(func(d *objects.ScriptPropertyDef) objects.Callable { return d.Setter })),
			reads("scriptblock GetterScript {get;}", part(func(d *objects.ScriptPropertyDef) objects.Callable { return d.Getter })),
		},
	}
}

func scriptMethodDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: objects.PSScriptMethodType,
		Constructors: []objects.Method{
			total("new(string name, scriptblock script)", func(c *call) value {
				return detached(c, objects.ScriptMethodMember, objects.Of(&objects.ScriptMethodDef{Name: c.Str(0), Body: c.Func(1)}))
			}),
		},
		Properties: []objects.Property{
			reads("scriptblock Script {get;}", func(this value) value {
				if d, ok := objects.As[*objects.ScriptMethodDef](ownOf(this)); ok && d.Body != nil {
					return objects.Of(d.Body)
				}
				return objects.Null
			}),
		},
	}
}

// ownOf is the definition behind a member or a method's value.
func ownOf(v value) value {
	if m, ok := objects.As[*objects.MethodValue](v); ok {
		return m.Own()
	}
	return memberOf(v).Own().Value
}

// methodDeclaration is what a method has as a value.
func methodDeclaration() *objects.Declaration {
	overloads := func(this value) []string {
		if m, ok := objects.As[*objects.MethodValue](this); ok {
			return m.Overloads()
		}
		return memberOf(this).Overloads()
	}
	return &objects.Declaration{
		Type: objects.PSMethodInfoType,
		Properties: []objects.Property{
			reads("System.Collections.ObjectModel.Collection[string] OverloadDefinitions {get;}", func(this value) value {
				items := objects.Strings(overloads(this)).Items()
				return objects.Of(objects.NewList(objects.MakeGeneric(objects.CollectionOpenType, objects.StringType), slices.Clone(items)))
			}),
			reads("System.Management.Automation.PSMemberTypes MemberType {get;}", func(this value) value { return MemberTypeOf(kindOf(this)) }),
			text("string TypeNameOfValue {get;}", func(this value) string { return this.Type().FullName }),
			reads("System.Object Value {get;set;}", func(this value) value { return this }),
			text("string Name {get;}", func(this value) string {
				if m, ok := objects.As[*objects.MethodValue](this); ok {
					return m.Name()
				}
				return memberOf(this).Name
			}),
			reads("bool IsInstance {get;}", func(this value) value { return objects.Bool(!ownOf(this).IsNull()) }),
		},
		Methods: []objects.Method{
			{
				Signature: "System.Object Invoke(Params System.Object[] arguments)",
				Script:    true,
				Call: func(c *call) (value, error) {
					if m, ok := objects.As[*objects.MethodValue](c.This); ok {
						return m.Invoke(c.Context, slices.Clone(c.Items(0)))
					}
					return memberOf(c.This).Invoke(c.Context, slices.Clone(c.Items(0)))
				},
			},
			partial("string ToString()", func(c *call) (value, error) {
				s, err := c.Types.ToString(c.This, "")
				return objects.String(s), err
			}),
		},
	}
}

func kindOf(v value) objects.MemberKind {
	switch v.Type() {
	case objects.PSScriptMethodType:
		return objects.ScriptMethodMember
	case objects.PSCodeMethodType:
		return objects.CodeMethodMember
	case objects.PSParameterizedType:
		return objects.ParameterizedPropertyMember
	}
	return objects.MethodMember
}

func propertySetDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: objects.PSPropertySetType,
		Constructors: []objects.Method{
			total("new(string name, System.Collections.Generic.IEnumerable[string] referencedPropertyNames)", func(c *call) value {
				var names []string
				if e, ok := objects.Enumeration(c.Args[1]); ok {
					e.Enumerate(func(v value) error { s, _ := v.Str(); names = append(names, s); return nil })
				}
				return detached(c, objects.PropertySetMember, objects.Of(&objects.PropertySetDef{Name: c.Str(0), Names: names}))
			}),
		},
		Properties: []objects.Property{
			reads("System.Collections.ObjectModel.Collection[string] ReferencedPropertyNames {get;}", func(this value) value {
				var names []string
				if d, ok := objects.As[*objects.PropertySetDef](ownOf(this)); ok {
					names = d.Names
				} else if d, ok := objects.As[*objects.PropertySetDef](this); ok {
					names = d.Names
				}
				return objects.Of(objects.NewList(objects.MakeGeneric(objects.CollectionOpenType, objects.StringType), objects.Strings(names).Items()))
			}),
		},
	}
}
