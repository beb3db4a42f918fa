package system

import (
	"cmp"
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
)

// The types of reflection.
var (
	memberInfoType      = &objects.Type{FullName: "System.Reflection.MemberInfo", Kind: objects.KindObject, Attributes: objects.AbstractAttr}
	methodBaseType      = &objects.Type{FullName: "System.Reflection.MethodBase", Base: memberInfoType, Kind: objects.KindObject, Attributes: objects.AbstractAttr}
	MethodInfoType      = &objects.Type{FullName: "System.Reflection.MethodInfo", Base: methodBaseType, Kind: objects.KindObject, Attributes: objects.AbstractAttr}
	runtimeMethodType   = &objects.Type{FullName: "System.Reflection.RuntimeMethodInfo", Base: MethodInfoType, Kind: objects.KindObject}
	constructorInfoType = &objects.Type{FullName: "System.Reflection.RuntimeConstructorInfo", Base: methodBaseType, Kind: objects.KindObject}
	PropertyInfoType    = &objects.Type{FullName: "System.Reflection.PropertyInfo", Base: memberInfoType, Kind: objects.KindObject, Attributes: objects.AbstractAttr}
	runtimePropertyType = &objects.Type{FullName: "System.Reflection.RuntimePropertyInfo", Base: PropertyInfoType, Kind: objects.KindObject}
	reflectedParamType  = &objects.Type{FullName: "System.Reflection.RuntimeParameterInfo", Kind: objects.KindObject}
)

// reflected is a MethodInfo, ConstructorInfo or PropertyInfo.
type reflected struct{ objects.Reflected }

// Type is the class for the kind of member.
func (r *reflected) Type() *objects.Type {
	switch {
	case r.Property:
		return runtimePropertyType
	case r.Result == nil:
		return constructorInfoType
	}
	return runtimeMethodType
}

// Text is the member as reflection writes it: "Int32 IndexOf(System.String)".
func (r *reflected) Text() (string, error) {
	result := "Void"
	if r.Result != nil {
		result = plainName(r.Result)
	}
	if r.Property {
		return result + " " + r.Name, nil
	}
	params := make([]string, len(r.Params))
	for i, p := range r.Params {
		params[i] = plainName(p)
	}
	return result + " " + r.Name + "(" + strings.Join(params, ", ") + ")", nil
}

// plainName is short for the simple types.
func plainName(t *objects.Type) string {
	if t.Is(objects.PrimitiveAttr) || t == objects.VoidType {
		return t.Name()
	}
	return t.String()
}

func reflectedOf(v value) *reflected {
	if r, ok := objects.As[*reflected](v); ok {
		return r
	}
	return &reflected{}
}

// reflectedParam is one ParameterInfo.
type reflectedParam struct {
	name string
	typ  *objects.Type
	at   int
}

// Type is RuntimeParameterInfo.
func (*reflectedParam) Type() *objects.Type { return reflectedParamType }

// members are the methods or the properties of the type that is asked, sorted
// by name where .NET's order is not known.
func members(c *call, properties bool) []objects.Reflected {
	list := slices.DeleteFunc(c.Types.Reflect(target(c.This)), func(r objects.Reflected) bool { return r.Property != properties })
	if !properties {
		slices.SortStableFunc(list, func(a, b objects.Reflected) int {
			return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(len(a.Params), len(b.Params)))
		})
	}
	return list
}

func reflectedArray(elem *objects.Type, list []objects.Reflected) value {
	items := make([]value, len(list))
	for i, r := range list {
		items[i] = objects.Of(&reflected{r})
	}
	return objects.Of(objects.NewArray(elem, items))
}

// typeMembers are the methods of System.Type that find members.
func typeMembers() []objects.Method {
	method := func(c *call) (value, error) {
		found := slices.DeleteFunc(members(c, false), func(r objects.Reflected) bool {
			return r.Name != c.Str(0) || len(c.Args) > 1 && !slices.EqualFunc(r.Params, c.Items(1), func(t *objects.Type, v value) bool { return t == target(v) })
		})
		switch len(found) {
		case 0:
			return objects.Null, nil
		case 1:
			return objects.Of(&reflected{found[0]}), nil
		}
		return objects.Null, objects.NewException(AmbiguousMatchException, "Ambiguous match found for '"+target(c.This).String()+" "+c.Str(0)+"'.")
	}
	return []objects.Method{
		total("System.Reflection.MethodInfo[] GetMethods()", func(c *call) value { return reflectedArray(MethodInfoType, members(c, false)) }),
		partial("System.Reflection.MethodInfo GetMethod(string name)", method),
		partial("System.Reflection.MethodInfo GetMethod(string name, type[] types)", method),
		total("System.Reflection.PropertyInfo[] GetProperties()", func(c *call) value { return reflectedArray(PropertyInfoType, members(c, true)) }),
		total("System.Reflection.PropertyInfo GetProperty(string name)", func(c *call) value {
			for _, r := range members(c, true) {
				if r.Name == c.Str(0) {
					return objects.Of(&reflected{r})
				}
			}
			return objects.Null
		}),
		total("System.Reflection.ConstructorInfo[] GetConstructors()", func(c *call) value {
			return reflectedArray(constructorInfoType, c.Types.Constructors(target(c.This)))
		}),
	}
}

// AmbiguousMatchException is System.Reflection.AmbiguousMatchException.
var AmbiguousMatchException = &objects.Type{FullName: "System.Reflection.AmbiguousMatchException", Base: objects.SystemException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}

func reflectionEntries() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: memberInfoType, Declare: memberInfoDeclaration},
		{Type: methodBaseType, Declare: methodBaseDeclaration},
		{Type: MethodInfoType, Declare: methodInfoDeclaration},
		{Type: runtimeMethodType}, {Type: constructorInfoType},
		{Type: PropertyInfoType, Declare: propertyInfoDeclaration},
		{Type: runtimePropertyType},
		{Type: reflectedParamType, Declare: parameterInfoDeclaration},
		{Type: AmbiguousMatchException},
	}
}

func memberInfoDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: memberInfoType,
		Properties: []objects.Property{
			reads("type DeclaringType {get;}", func(v value) value { return typeOrNull(reflectedOf(v).Owner) }),
			reads("string Name {get;}", func(v value) value { return objects.String(reflectedOf(v).Name) }),
		},
		Methods: []objects.Method{partial("string ToString()", toText)},
	}
}

func methodBaseDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: methodBaseType,
		Properties: []objects.Property{
			reads("bool IsPublic {get;}", func(value) value { return objects.Bool(true) }),
			reads("bool IsStatic {get;}", func(v value) value { return objects.Bool(reflectedOf(v).Static) }),
			reads("bool IsConstructor {get;}", func(v value) value { return objects.Bool(reflectedOf(v).Result == nil) }),
		},
		Methods: []objects.Method{
			total("System.Reflection.ParameterInfo[] GetParameters()", func(c *call) value {
				r := reflectedOf(c.This)
				items := make([]value, len(r.Params))
				for i, t := range r.Params {
					items[i] = objects.Of(&reflectedParam{r.Names[i], t, i})
				}
				return objects.Of(objects.NewArray(reflectedParamType, items))
			}),
			partial("System.Object Invoke(System.Object obj, System.Object[] parameters)", func(c *call) (value, error) {
				r := reflectedOf(c.This)
				args := objects.Invocation{Name: r.Name, Args: c.Items(1)}
				if r.Static {
					return c.Types.InvokeStatic(c.Context, r.Owner, args)
				}
				return c.Types.Invoke(c.Context, c.Args[0], args)
			}),
		},
	}
}

func methodInfoDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type:       MethodInfoType,
		Properties: []objects.Property{reads("type ReturnType {get;}", func(v value) value { return typeOrNull(reflectedOf(v).Result) })},
	}
}

func propertyInfoDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: PropertyInfoType,
		Properties: []objects.Property{
			reads("bool CanRead {get;}", func(value) value { return objects.Bool(true) }),
			reads("bool CanWrite {get;}", func(v value) value { return objects.Bool(reflectedOf(v).Settable) }),
			reads("type PropertyType {get;}", func(v value) value { return typeOrNull(reflectedOf(v).Result) }),
		},
		Methods: []objects.Method{
			partial("System.Object GetValue(System.Object obj)", func(c *call) (value, error) {
				r := reflectedOf(c.This)
				if r.Static {
					v, _, err := c.Types.StaticProperty(r.Owner, r.Name)
					return v, err
				}
				v, _, err := c.Types.GetProperty(c.Args[0], r.Name)
				return v, err
			}),
			does("void SetValue(System.Object obj, System.Object value)", func(c *call) error {
				return c.Types.SetProperty(c.Args[0], reflectedOf(c.This).Name, c.Args[1])
			}),
		},
	}
}

func parameterInfoDeclaration() *objects.Declaration {
	of := func(v value) *reflectedParam {
		if p, ok := objects.As[*reflectedParam](v); ok {
			return p
		}
		return &reflectedParam{}
	}
	return &objects.Declaration{
		Type: reflectedParamType,
		Properties: []objects.Property{
			reads("string Name {get;}", func(v value) value { return objects.String(of(v).name) }),
			reads("type ParameterType {get;}", func(v value) value { return typeOrNull(of(v).typ) }),
			reads("int Position {get;}", func(v value) value { return objects.Int(of(v).at) }),
		},
	}
}
