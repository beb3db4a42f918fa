package syntax

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/collections"
	"github.com/csshell/csshell/parser"
)

// The classes of names of types.
var (
	typeNameIface       = &objects.Type{FullName: namespace + "ITypeName", Kind: objects.KindObject, Attributes: objects.AbstractAttr | objects.InterfaceAttr}
	TypeNameType        = &objects.Type{FullName: namespace + "TypeName", Kind: objects.KindObject, Attributes: objects.SealedAttr, Interfaces: []*objects.Type{typeNameIface}}
	GenericTypeNameType = &objects.Type{FullName: namespace + "GenericTypeName", Kind: objects.KindObject, Attributes: objects.SealedAttr, Interfaces: []*objects.Type{typeNameIface}}
	ArrayTypeNameType   = &objects.Type{FullName: namespace + "ArrayTypeName", Kind: objects.KindObject, Attributes: objects.SealedAttr, Interfaces: []*objects.Type{typeNameIface}}
	variablePathType    = &objects.Type{FullName: "System.Management.Automation.VariablePath", Kind: objects.KindObject}
)

// typeName is the name of a type as it is written.
type typeName struct {
	tree *Tree
	name parser.TypeReference
}

// Type is TypeName, GenericTypeName or ArrayTypeName.
func (n *typeName) Type() *objects.Type {
	switch n.name.(type) {
	case *parser.GenericTypeName:
		return GenericTypeNameType
	case *parser.ArrayTypeName:
		return ArrayTypeNameType
	}
	return TypeNameType
}

// Text is the full name.
func (n *typeName) Text() (string, error) { return n.name.String(), nil }

// typeNamed is the property TypeName.
func typeNamed[N parser.Node](get func(n N) parser.TypeReference) property[N] {
	return is(namespace+"ITypeName", "TypeName", func(t *Tree, n N) objects.Value { return objects.Of(&typeName{t, get(n)}) })
}

func typeNameEntries() []objects.TypeEntry {
	part := func(signature string, get func(n *typeName) objects.Value) objects.Property {
		return objects.Reads(signature, func(this objects.Value) objects.Value {
			if n, ok := objects.As[*typeName](this); ok {
				return get(n)
			}
			return objects.Null
		})
	}
	found := func(suffix string) func(c *objects.Call) objects.Value {
		return func(c *objects.Call) objects.Value {
			n, _ := objects.As[*typeName](c.This)
			for _, name := range [...]string{n.name.String(), n.name.String() + suffix} {
				if t, ok := c.Types.Lookup(name, nil); ok {
					return objects.TypeValue(t)
				}
			}
			return objects.Null
		}
	}
	all := func(t *objects.Type, more ...objects.Property) objects.TypeEntry {
		return objects.TypeEntry{Type: t, Declare: func() *objects.Declaration {
			return &objects.Declaration{
				Type: t,
				Properties: append([]objects.Property{
					part("string FullName {get;}", func(n *typeName) objects.Value { return objects.String(n.name.String()) }),
					part("string Name {get;}", func(n *typeName) objects.Value {
						name, _, _ := strings.Cut(n.name.String(), ", ")
						return objects.String(name)
					}),
					part("string AssemblyName {get;}", func(n *typeName) objects.Value {
						if plain, ok := n.name.(*parser.TypeName); ok {
							return wordOrNull(plain.Assembly)
						}
						return objects.Null
					}),
					part("bool IsArray {get;}", func(*typeName) objects.Value { return objects.Bool(t == ArrayTypeNameType) }),
					part("bool IsGeneric {get;}", func(*typeName) objects.Value { return objects.Bool(t == GenericTypeNameType) }),
					part(namespace+"IScriptExtent Extent {get;}", func(n *typeName) objects.Value { return n.tree.host.Extent(n.tree.source, n.name.Span()) }),
				}, more...),
				Methods: []objects.Method{
					objects.Total("type GetReflectionType()", found("")),
					objects.Total("type GetReflectionAttributeType()", found("Attribute")),
				},
			}
		}}
	}
	return []objects.TypeEntry{
		{Type: typeNameIface}, all(TypeNameType),
		all(GenericTypeNameType,
			part(namespace+"ITypeName TypeName {get;}", func(n *typeName) objects.Value {
				return objects.Of(&typeName{n.tree, n.name.(*parser.GenericTypeName).Name})
			}),
			part("System.Collections.ObjectModel.ReadOnlyCollection["+namespace+"ITypeName] GenericArguments {get;}", func(n *typeName) objects.Value {
				args := n.name.(*parser.GenericTypeName).Arguments
				items := make([]objects.Value, len(args))
				for i, a := range args {
					items[i] = objects.Of(&typeName{n.tree, a})
				}
				return objects.Of(objects.NewList(objects.MakeGeneric(collections.ReadOnlyCollectionType, typeNameIface), items))
			})),
		all(ArrayTypeNameType,
			part(namespace+"ITypeName ElementType {get;}", func(n *typeName) objects.Value {
				return objects.Of(&typeName{n.tree, n.name.(*parser.ArrayTypeName).Element})
			}),
			part("int Rank {get;}", func(n *typeName) objects.Value { return objects.Int(n.name.(*parser.ArrayTypeName).Rank) })),
	}
}

// variablePath is the name of a variable with its scope or drive
// (System.Management.Automation.VariablePath).
type variablePath struct{ of *parser.VariableExpression }

// Type is System.Management.Automation.VariablePath.
func (*variablePath) Type() *objects.Type { return variablePathType }

// Text is the path as it is written.
func (p *variablePath) Text() (string, error) { return p.of.Path, nil }

func declareVariablePath() *objects.Declaration {
	flag := func(name string, is func(v *parser.VariableExpression) bool) objects.Property {
		return objects.Reads("bool "+name+" {get;}", func(this objects.Value) objects.Value {
			p, ok := objects.As[*variablePath](this)
			return objects.Bool(ok && is(p.of))
		})
	}
	scope := func(name string, s parser.VariableScope) objects.Property {
		return flag(name, func(v *parser.VariableExpression) bool { return v.Scope == s })
	}
	return &objects.Declaration{
		Type: variablePathType,
		Properties: []objects.Property{
			objects.Reads("string UserPath {get;}", func(this objects.Value) objects.Value {
				p, _ := objects.As[*variablePath](this)
				return objects.String(p.of.Path)
			}),
			scope("IsGlobal", parser.ScopeGlobal), scope("IsLocal", parser.ScopeLocal), scope("IsPrivate", parser.ScopePrivate), scope("IsScript", parser.ScopeScript),
			flag("IsUnqualified", func(v *parser.VariableExpression) bool { return v.Scope == parser.ScopeNone }),
			flag("IsUnscopedVariable", func(v *parser.VariableExpression) bool {
				return v.Scope == parser.ScopeNone || v.Scope == parser.ScopeVariable
			}),
			flag("IsVariable", func(v *parser.VariableExpression) bool { return v.Scope != parser.ScopeDrive }),
			scope("IsDriveQualified", parser.ScopeDrive),
			objects.Reads("string DriveName {get;}", func(this objects.Value) objects.Value {
				p, _ := objects.As[*variablePath](this)
				if drive, _, ok := strings.Cut(p.of.Path, ":"); ok && p.of.Scope == parser.ScopeDrive {
					return objects.String(drive)
				}
				return objects.Null
			}),
		},
	}
}
