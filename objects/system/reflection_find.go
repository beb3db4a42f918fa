package system

import (
	"cmp"
	"slices"

	"github.com/csshell/csshell/objects"
)

// BindingFlagsType is System.Reflection.BindingFlags: which members reflection
// looks at.
var BindingFlagsType = &objects.Type{FullName: "System.Reflection.BindingFlags", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
	Flags: true,
	Names: []string{"Default", "IgnoreCase", "DeclaredOnly", "Instance", "Static", "Public", "NonPublic", "FlattenHierarchy", "InvokeMethod", "CreateInstance", "GetField", "SetField",
		"GetProperty", "SetProperty", "PutDispProperty", "PutRefDispProperty", "ExactBinding", "SuppressChangeType", "OptionalParamBinding", "IgnoreReturn", "DoNotWrapExceptions"},
	Values: []int64{0, 1, 2, 4, 8, 16, 32, 64, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536, 131072, 262144, 16777216, 33554432},
}}

// bindingFlags are flags of [BindingFlagsType].
type bindingFlags int64

const (
	ignoreCase bindingFlags = 1 << iota
	declaredOnly
	instanceMembers
	staticMembers
	publicMembers
	nonPublicMembers
)

// ordinary are the flags of the methods of System.Type that take none.
const ordinary = instanceMembers | staticMembers | publicMembers

// admit reports whether the flags let a member of the type be found.
func (b bindingFlags) admit(r *objects.Reflected, t *objects.Type) bool {
	static, public := instanceMembers, nonPublicMembers
	if r.Static {
		static = staticMembers
	}
	if r.IsPublic() {
		public = publicMembers
	}
	return b&static != 0 && b&public != 0 && (b&declaredOnly == 0 || r.Owner == t)
}

// named reports whether a member has the name that is looked for.
func (b bindingFlags) named(r *objects.Reflected, name string) bool {
	return r.Name == name || b&ignoreCase != 0 && objects.EqualFold(r.Name, name)
}

// members are the methods or the properties of the type that is asked, sorted
// by name where .NET's order is not known.
func members(c *call, properties bool, flags bindingFlags) []objects.Reflected {
	t := target(c.This)
	list := c.Types.Reflect(t)
	if flags&nonPublicMembers != 0 {
		list = append(list, c.Types.ReflectInternals(t)...)
	}
	list = slices.DeleteFunc(list, func(r objects.Reflected) bool { return r.Property != properties || !flags.admit(&r, t) })
	if !properties {
		slices.SortStableFunc(list, func(a, b objects.Reflected) int {
			return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(len(a.Params), len(b.Params)))
		})
	}
	return list
}

// flagsAt are the flags that argument i gives.
func flagsAt(c *call, i int) bindingFlags {
	if len(c.Args) <= i {
		return ordinary
	}
	return bindingFlags(c.Args[i].Int64())
}

// typeMembers are the methods of System.Type that find members.
func typeMembers() []objects.Method {
	return []objects.Method{
		total("System.Reflection.MethodInfo[] GetMethods()", findMethods),
		total("System.Reflection.MethodInfo[] GetMethods(System.Reflection.BindingFlags bindingAttr)", findMethods),
		partial("System.Reflection.MethodInfo GetMethod(string name)", func(c *call) (value, error) { return findMethod(c, ordinary, nil) }),
		partial("System.Reflection.MethodInfo GetMethod(string name, System.Reflection.BindingFlags bindingAttr)", func(c *call) (value, error) {
			return findMethod(c, flagsAt(c, 1), nil)
		}),
		partial("System.Reflection.MethodInfo GetMethod(string name, type[] types)", func(c *call) (value, error) { return findMethod(c, ordinary, c.Items(1)) }),
		partial("System.Reflection.MethodInfo GetMethod(string name, System.Reflection.BindingFlags bindingAttr, System.Object binder, type[] types, System.Object[] modifiers)", func(c *call) (value, error) {
			return findMethod(c, flagsAt(c, 1), c.Items(3))
		}),
		total("System.Reflection.PropertyInfo[] GetProperties()", findProperties),
		total("System.Reflection.PropertyInfo[] GetProperties(System.Reflection.BindingFlags bindingAttr)", findProperties),
		total("System.Reflection.PropertyInfo GetProperty(string name)", findProperty),
		total("System.Reflection.PropertyInfo GetProperty(string name, System.Reflection.BindingFlags bindingAttr)", findProperty),
		total("System.Reflection.ConstructorInfo[] GetConstructors()", func(c *call) value {
			return reflectedArray(constructorInfoType, c.Types.Constructors(target(c.This)))
		}),
		total("type GetInterface(string name)", findInterface),
		total("type GetInterface(string name, bool ignoreCase)", findInterface),
	}
}

func findMethods(c *call) value {
	return reflectedArray(MethodInfoType, members(c, false, flagsAt(c, 0)))
}

func findProperties(c *call) value {
	return reflectedArray(PropertyInfoType, members(c, true, flagsAt(c, 0)))
}

func findProperty(c *call) value {
	flags := flagsAt(c, 1)
	for _, r := range members(c, true, flags) {
		if flags.named(&r, c.Str(0)) {
			return objects.Of(&reflected{r})
		}
	}
	return objects.Null
}

// findMethod is the one method with a name and, where types are given, with
// parameters of these types.
func findMethod(c *call, flags bindingFlags, types []value) (value, error) {
	found := slices.DeleteFunc(members(c, false, flags), func(r objects.Reflected) bool {
		return !flags.named(&r, c.Str(0)) || types != nil && !slices.EqualFunc(r.Params, types, func(t *objects.Type, v value) bool { return t == target(v) })
	})
	switch len(found) {
	case 0:
		return objects.Null, nil
	case 1:
		return objects.Of(&reflected{found[0]}), nil
	}
	return objects.Null, objects.NewException(AmbiguousMatchException, "Ambiguous match found for '"+target(c.This).String()+" "+c.Str(0)+"'.")
}

// findInterface is the interface of the type with a name, short or full.
func findInterface(c *call) value {
	name := c.Str(0)
	for _, i := range allInterfaces(target(c.This), nil) {
		for _, n := range [...]string{i.Name(), i.FullName} {
			if n == name || len(c.Args) > 1 && c.Bool(1) && objects.EqualFold(n, name) {
				return objects.TypeValue(i)
			}
		}
	}
	return objects.Null
}
