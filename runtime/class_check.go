package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// refuse notes a mistake in a definition, which PowerShell tells as a
// ParseException before the block runs.
func (b *typeBuilder) refuse(id, message string, at parser.Extent) {
	b.errs = append(b.errs, parser.ParseError{ID: id, Message: message, Extent: at})
}

// checkClass refuses members that are defined twice, and constructors and
// methods that the class must have and has not.
func (b *typeBuilder) checkClass(c *class) {
	seen := map[string]bool{}
	constructors := 0
	for _, m := range c.def.Members {
		switch m := m.(type) {
		case *parser.PropertyMember:
			if key := fold(m.Name); seen[key] {
				b.refuse("MemberAlreadyDefined", "The member '"+m.Name+"' is already defined.", m.Extent)
			} else {
				seen[key] = true
			}
		case *parser.FunctionMember:
			if m.Constructor && m.Modifiers&parser.ModifierStatic == 0 {
				constructors++
			}
			b.checkMethod(m, seen)
		}
	}
	if constructors == 0 && c.base != nil && !c.base.constructibleBare() {
		b.refuse("BaseClassNoDefaultCtor", "Base class '"+c.base.def.Name+"' does not contain a parameterless constructor.", c.def.Extent)
	}
	for _, t := range c.typ.Interfaces {
		if name := missingMethod(c, t); name != "" {
			b.refuse("TypeCreationError", "Error during creation of type \""+c.def.Name+"\". Error message:\nMethod '"+name+"' in type '"+c.def.Name+
				"' from assembly 'PowerShell Class Assembly, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null' does not have an implementation.", c.def.Extent)
			return
		}
	}
}

func (b *typeBuilder) checkMethod(m *parser.FunctionMember, seen map[string]bool) {
	static := m.Modifiers&parser.ModifierStatic != 0
	if m.Constructor && static && len(m.Parameters) > 0 {
		b.refuse("StaticConstructorCantHaveParameters", "A static constructor cannot have any parameters.",
			parser.Extent{Start: m.Parameters[0].Start, End: m.Parameters[len(m.Parameters)-1].End})
		return
	}
	key := fold(m.Name) + "("
	if static && m.Constructor {
		key = "static " + key
	}
	for _, p := range m.Parameters {
		key += typeWritten(p.Attributes) + ","
	}
	if seen[key] {
		b.refuse("MemberAlreadyDefined", "The member '"+m.Name+"' is already defined.", m.NameExtent)
	}
	seen[key] = true
}

// typeWritten is the folded name of the type before a parameter.
func typeWritten(attributes []parser.AttributeBase) string {
	for _, a := range attributes {
		if k, ok := a.(*parser.TypeConstraint); ok {
			return fold(k.TypeName.String())
		}
	}
	return "object"
}

// constructibleBare reports whether objects of the class can be made without
// arguments.
func (c *class) constructibleBare() bool {
	any := false
	for _, m := range c.def.Members {
		if fn, ok := m.(*parser.FunctionMember); ok && fn.Constructor && fn.Modifiers&parser.ModifierStatic == 0 {
			if len(fn.Parameters) == 0 {
				return true
			}
			any = true
		}
	}
	return !any
}

// interfaceMethod is a method that an interface asks for.
type interfaceMethod struct {
	name       string
	parameters int
}

// interfaceMethods are the methods that classes have to have for the interfaces
// of .NET that scripts implement.
var interfaceMethods = []struct {
	iface   string
	methods []interfaceMethod
}{
	{"System.IComparable", []interfaceMethod{{"CompareTo", 1}}},
	{"System.IDisposable", []interfaceMethod{{"Dispose", 0}}},
	{"System.ICloneable", []interfaceMethod{{"Clone", 0}}},
	{"System.IFormattable", []interfaceMethod{{"ToString", 2}}},
	{"System.IEquatable`1", []interfaceMethod{{"Equals", 1}}},
	{"System.IComparable`1", []interfaceMethod{{"CompareTo", 1}}},
	{"System.Collections.IEnumerable", []interfaceMethod{{"GetEnumerator", 0}}},
	{"System.Collections.IEnumerator", []interfaceMethod{{"MoveNext", 0}, {"get_Current", 0}, {"Reset", 0}}},
	{"System.Collections.IComparer", []interfaceMethod{{"Compare", 2}}},
	{"System.Collections.IEqualityComparer", []interfaceMethod{{"Equals", 2}, {"GetHashCode", 1}}},
}

// missingMethod is a method of the interface that a class without a base that
// could have it lacks; "" for none.
func missingMethod(c *class, t *objects.Type) string {
	if t.Open != nil {
		t = t.Open
	}
	for _, i := range interfaceMethods {
		if i.iface != t.FullName {
			continue
		}
		for _, m := range i.methods {
			if !c.overrides(methodKey(m.name, m.parameters)) && c.typ.BaseType() == objects.ObjectType {
				return m.name
			}
		}
	}
	return ""
}
