package system

import (
	"fmt"
	"strings"

	"github.com/csshell/csshell/objects"
)

func target(v value) *objects.Type {
	if r, ok := objects.As[objects.RuntimeType](v); ok {
		return r.Target
	}
	return nil
}

func typeOrNull(t *objects.Type) value {
	if t == nil {
		return objects.Null
	}
	return objects.TypeValue(t)
}

func typeArray(types []*objects.Type) value {
	items := make([]value, len(types))
	for i, t := range types {
		items[i] = objects.TypeValue(t)
	}
	return objects.Of(objects.NewArray(objects.TypeType, items))
}

func typeDeclaration() *objects.Declaration {
	d := &objects.Declaration{Type: objects.TypeType, Properties: typeNames()}
	d.Properties = append(d.Properties, typeFacts()...)
	d.Methods = append(d.Methods, typeRelations()...)
	d.Methods = append(d.Methods, typeParts()...)
	d.Methods = append(d.Methods, typeMembers()...)
	return d
}

func typeNames() []objects.Property {
	name := func(signature string, of func(t *objects.Type) string) objects.Property {
		return reads(signature, func(this value) value { return objects.String(of(target(this))) })
	}
	return []objects.Property{
		name("string Name {get;}", (*objects.Type).Name),
		name("string FullName {get;}", (*objects.Type).QualifiedName),
		name("string Namespace {get;}", (*objects.Type).Namespace),
		name("string AssemblyQualifiedName {get;}", (*objects.Type).AssemblyQualifiedName),
		reads("System.Reflection.Assembly Assembly {get;}", func(this value) value { return objects.Of(&assembly{target(this).Assembly()}) }),
		reads("type BaseType {get;}", func(this value) value { return typeOrNull(target(this).BaseType()) }),
		reads("type UnderlyingSystemType {get;}", func(this value) value { return this }),
		reads("System.Collections.Generic.IEnumerable[type] ImplementedInterfaces {get;}", func(this value) value { return typeArray(allInterfaces(target(this), nil)) }),
		reads("type[] GenericTypeArguments {get;}", func(this value) value { return typeArray(target(this).Args) }),
	}
}

// typeFacts are the properties that are true or false.
func typeFacts() []objects.Property {
	var properties []objects.Property
	for _, f := range [...]struct {
		name string
		is   func(t *objects.Type) bool
	}{
		{"IsAbstract", func(t *objects.Type) bool { return t.Is(objects.AbstractAttr) }},
		{"IsArray", func(t *objects.Type) bool { return t.Elem != nil }},
		{"IsClass", func(t *objects.Type) bool { return !t.Is(objects.InterfaceAttr) && !isValueType(t) }},
		{"IsConstructedGenericType", func(t *objects.Type) bool { return t.Open != nil }},
		{"ContainsGenericParameters", func(t *objects.Type) bool { return t.Is(objects.GenericAttr) }},
		{"IsEnum", func(t *objects.Type) bool { return t.Enum != nil }},
		{"IsGenericType", func(t *objects.Type) bool { return t.Open != nil || t.Is(objects.GenericAttr) }},
		{"IsGenericTypeDefinition", func(t *objects.Type) bool { return t.Is(objects.GenericAttr) }},
		{"HasElementType", func(t *objects.Type) bool { return t.Elem != nil }},
		{"IsInterface", func(t *objects.Type) bool { return t.Is(objects.InterfaceAttr) }},
		{"IsNested", func(t *objects.Type) bool { return strings.Contains(t.FullName, "+") }},
		{"IsPrimitive", func(t *objects.Type) bool { return t.Is(objects.PrimitiveAttr) }},
		{"IsPublic", func(t *objects.Type) bool { return !strings.Contains(t.FullName, "+") }},
		{"IsSealed", func(t *objects.Type) bool { return t.Is(objects.SealedAttr) || t.Enum != nil }},
		{"IsValueType", isValueType},
		{"IsByRef", func(*objects.Type) bool { return false }},
		{"IsPointer", func(*objects.Type) bool { return false }},
		{"IsSerializable", func(t *objects.Type) bool { return !t.Is(objects.InterfaceAttr) }},
	} {
		properties = append(properties, reads("bool "+f.name+" {get;}", func(this value) value { return objects.Bool(f.is(target(this))) }))
	}
	return properties
}

func isValueType(t *objects.Type) bool { return t.Is(objects.ValueTypeAttr) || t.Enum != nil }

func typeRelations() []objects.Method {
	return []objects.Method{
		total("bool Equals(System.Object o)", func(c *call) value { return objects.Bool(target(c.This) == target(c.Args[0])) }),
		total("bool Equals(type o)", func(c *call) value { return objects.Bool(target(c.This) == target(c.Args[0])) }),
		total("bool IsAssignableFrom(type c)", func(c *call) value {
			return objects.Bool(c.Is(0) && target(c.Args[0]).DerivesFrom(target(c.This)))
		}),
		total("bool IsAssignableTo(type targetType)", func(c *call) value {
			return objects.Bool(c.Is(0) && target(c.This).DerivesFrom(target(c.Args[0])))
		}),
		total("bool IsInstanceOfType(System.Object o)", func(c *call) value {
			return objects.Bool(c.Is(0) && c.Args[0].Type().DerivesFrom(target(c.This)))
		}),
		total("bool IsSubclassOf(type c)", func(c *call) value {
			t, base := target(c.This), target(c.Args[0])
			return objects.Bool(base != nil && t != base && !base.Is(objects.InterfaceAttr) && t.DerivesFrom(base))
		}),
		total("bool IsEquivalentTo(type other)", func(c *call) value { return objects.Bool(target(c.This) == target(c.Args[0])) }),
		total("string ToString()", func(c *call) value { return objects.String(target(c.This).String()) }),
		total("static System.TypeCode GetTypeCode(type type)", func(c *call) value { return objects.Word(TypeCodeType, typeCodeOf(target(c.Args[0]))) }),
		total("static type GetType(string typeName)", findType),
		partial("static type GetType(string typeName, bool throwOnError)", func(c *call) (value, error) {
			t := findType(c)
			if t.IsNull() && c.Bool(1) {
				return t, objects.NewException(TypeLoadException, "Could not load type '"+c.Str(0)+"' from assembly 'System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35'.")
			}
			return t, nil
		}),
		total("static type GetType(string typeName, bool throwOnError, bool ignoreCase)", findType),
	}
}

// findType is Type.GetType: full names only, in the letters they are written with.
func findType(c *call) value {
	t, ok := c.Types.Lookup(c.Str(0), nil)
	name, _, _ := strings.Cut(c.Str(0), ",")
	if !ok || len(c.Args) < 3 && t.Open == nil && t.FullName != strings.TrimSpace(name) {
		return objects.Null
	}
	return objects.TypeValue(t)
}

func typeParts() []objects.Method {
	return []objects.Method{
		total("type GetElementType()", func(c *call) value { return typeOrNull(target(c.This).Elem) }),
		partial("int GetArrayRank()", func(c *call) (value, error) {
			if t := target(c.This); t.Elem != nil {
				return objects.Int(t.Rank), nil
			}
			return objects.Null, objects.NewException(objects.ArgumentException, "Must be an array type.")
		}),
		partial("type GetEnumUnderlyingType()", func(c *call) (value, error) {
			e, err := enumOf(target(c.This), "enumType")
			if err != nil {
				return objects.Null, err
			}
			return objects.TypeValue(e.UnderlyingType()), nil
		}),
		partial("string[] GetEnumNames()", func(c *call) (value, error) { return enumNames(target(c.This)) }),
		partial("array GetEnumValues()", func(c *call) (value, error) { return enumValues(target(c.This)) }),
		total("type[] GetGenericArguments()", func(c *call) value { return typeArray(target(c.This).Args) }),
		partial("type GetGenericTypeDefinition()", func(c *call) (value, error) {
			t := target(c.This)
			if t.Is(objects.GenericAttr) {
				return c.This, nil
			}
			if t.Open == nil {
				return objects.Null, objects.NewException(objects.InvalidOperationException, "This operation is only valid on generic types.")
			}
			return objects.TypeValue(t.Open), nil
		}),
		total("type[] GetInterfaces()", func(c *call) value { return typeArray(allInterfaces(target(c.This), nil)) }),
		total("type MakeArrayType()", func(c *call) value { return objects.TypeValue(objects.ArrayOf(target(c.This))) }),
		total("type MakeArrayType(int rank)", func(c *call) value { return objects.TypeValue(objects.ArrayOfRank(target(c.This), c.Int(0))) }),
		partial("type MakeGenericType(Params type[] typeArguments)", func(c *call) (value, error) {
			t := target(c.This)
			if !t.Is(objects.GenericAttr) {
				return objects.Null, objects.NewException(objects.InvalidOperationException, t.FullName+" is not a GenericTypeDefinition. MakeGenericType may only be called on a type for which Type.IsGenericTypeDefinition is true.")
			}
			args, err := genericArguments(t, c)
			if err != nil {
				return objects.Null, err
			}
			return objects.TypeValue(objects.MakeGeneric(t, args...)), nil
		}),
	}
}

// genericArguments are the arguments of a call of MakeGenericType, of which t takes
// a certain number.
func genericArguments(t *objects.Type, c *call) ([]*objects.Type, error) {
	if !c.Is(0) {
		return nil, objects.NullArgument("instantiation")
	}
	items := c.Items(0)
	args := make([]*objects.Type, len(items))
	for i, a := range items {
		if a.IsNull() {
			return nil, objects.NewException(objects.ArgumentNullException, "Value cannot be null.")
		}
		args[i] = target(a)
	}
	if n := objects.Arity(t); n != len(args) {
		return nil, objects.NewException(objects.ArgumentException, fmt.Sprintf("The type or method has %d generic parameter(s), but %d generic argument(s) were provided. "+
			"A generic argument must be provided for each generic parameter.", n, len(args)))
	}
	return args, nil
}

func allInterfaces(t *objects.Type, found []*objects.Type) []*objects.Type {
	for c := t; c != nil; c = c.BaseType() {
		for _, i := range c.Interfaces {
			if !contains(found, i) {
				found = allInterfaces(i, append(found, i))
			}
		}
	}
	return found
}

func contains(types []*objects.Type, t *objects.Type) bool {
	for _, x := range types {
		if x == t {
			return true
		}
	}
	return false
}
