package system

import (
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

func reflectedArray(elem *objects.Type, list []objects.Reflected) value {
	items := make([]value, len(list))
	for i, r := range list {
		items[i] = objects.Of(&reflected{r})
	}
	return objects.Of(objects.NewArray(elem, items))
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
		{Type: BindingFlagsType}, {Type: memberTypesType}, {Type: attributeTargetsType},
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
			reads("bool IsPublic {get;}", func(v value) value { return objects.Bool(reflectedOf(v).IsPublic()) }),
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
			partial("System.Object GetValue(System.Object obj)", getReflected),
			partial("System.Object GetValue(System.Object obj, System.Object[] index)", getReflected),
			does("void SetValue(System.Object obj, System.Object value)", setReflected),
			does("void SetValue(System.Object obj, System.Object value, System.Object[] index)", setReflected),
		},
	}
}

func getReflected(c *call) (value, error) { return reflectedOf(c.This).Get(c.Types, c.Args[0]) }

func setReflected(c *call) error { return reflectedOf(c.This).Set(c.Types, c.Args[0], c.Args[1]) }

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
