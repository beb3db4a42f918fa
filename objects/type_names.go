package objects

import "strings"

// Namespace is what stands before the type's own name; "" for a type of a
// script.
func (t *Type) Namespace() string {
	for t.Elem != nil {
		t = t.Elem
	}
	if t.Open != nil {
		t = t.Open
	}
	name, _, _ := strings.Cut(t.FullName, "+")
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		return name[:i]
	}
	return ""
}

// coreAssembly is where most of .NET's types lie.
const coreAssembly = "System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e"

// Assembly is the name of the assembly of the type, as Assembly.FullName has it.
func (t *Type) Assembly() string {
	name := t.FullName
	for _, a := range [...]struct{ prefix, name string }{
		{"System.Management.Automation.", "System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35"},
		{"Microsoft.PowerShell.", "Microsoft.PowerShell.Commands.Utility, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35"},
		{"System.Text.RegularExpressions.", NetAssembly("System.Text.RegularExpressions")},
		{"System.Uri", NetAssembly("System.Private.Uri")},
		{"System.Net.Mail.", NetAssembly("System.Net.Mail")},
		{"System.Numerics.BigInteger", NetAssembly("System.Runtime.Numerics")},
		{"System.Collections.Specialized.", NetAssembly("System.Collections.Specialized")},
		{"System.Collections.Generic.Stack", NetAssembly("System.Collections")},
		{"System.Collections.Generic.Sorted", NetAssembly("System.Collections")},
		{"System.Collections.Generic.LinkedList", NetAssembly("System.Collections")},
		{"System.Collections.BitArray", NetAssembly("System.Collections")},
		{"System.Xml.", NetAssembly("System.Private.Xml")},
		{"System.", coreAssembly},
	} {
		if strings.HasPrefix(name, a.prefix) {
			return a.name
		}
	}
	return "PowerShell Class Assembly, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null"
}

// NetAssembly is the full name of an assembly that comes with .NET.
func NetAssembly(name string) string {
	return name + ", Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a"
}

// AssemblyQualifiedName is the name together with that of the assembly.
func (t *Type) AssemblyQualifiedName() string {
	inner := t
	for inner.Elem != nil {
		inner = inner.Elem
	}
	if inner.Open != nil {
		inner = inner.Open
	}
	return t.QualifiedName() + ", " + inner.Assembly()
}

// QualifiedName is Type.FullName: generic arguments with their assemblies.
func (t *Type) QualifiedName() string {
	if t.Elem != nil {
		return t.Elem.QualifiedName() + rankSuffix(t.Rank)
	}
	if t.Open == nil {
		return t.FullName
	}
	var b strings.Builder
	b.WriteString(t.Open.FullName + "[")
	for i, a := range t.Args {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("[" + a.AssemblyQualifiedName() + "]")
	}
	b.WriteByte(']')
	return b.String()
}

// Underlying is the number type of an enum, and any other type itself.
func (t *Type) Underlying() *Type {
	if t.Enum != nil {
		return t.Enum.UnderlyingType()
	}
	return t
}
