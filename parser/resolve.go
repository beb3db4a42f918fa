package parser

import "strings"

// resolver checks the names of types: those that classes use must be known when
// they are defined, and no scope may define one twice.
type resolver struct {
	*parser
	scopes []resolveScope
}

// resolveScope holds the types of a script block or the properties of a class.
type resolveScope struct {
	types  map[string]*TypeDefinition
	class  *TypeDefinition
	method bool
}

func (p *parser) resolve(tree *ScriptBlock) {
	for _, u := range tree.UsingStatements {
		if u.Kind == UsingNamespace && u.Name != nil {
			p.namespaces = append(p.namespaces, u.Name.Value)
		}
	}
	r := &resolver{parser: p}
	r.enter(tree, resolveScope{})
	children(tree, r.visit)
}

// enter opens a scope with the types that are defined right in it.
func (r *resolver) enter(n Node, scope resolveScope) {
	scope.types = map[string]*TypeDefinition{}
	Walk(n, func(child Node) bool {
		switch child := child.(type) {
		case *TypeDefinition:
			key := strings.ToLower(child.Name)
			if child != n && scope.types[key] != nil {
				r.report(child.Extent, memberAlreadyDefined, child.Name)
			} else if child != n {
				scope.types[key] = child
			}
		case *FunctionDefinition, *ScriptBlockExpression, *FunctionMember:
			return child == n
		}
		return true
	})
	r.scopes = append(r.scopes, scope)
}

func (r *resolver) visit(n Node) {
	depth := len(r.scopes)
	switch n := n.(type) {
	case *TypeDefinition:
		r.enter(n, resolveScope{class: n})
		r.underlyingType(n)
	case *ScriptBlockExpression:
		r.enter(n, resolveScope{})
	case *FunctionDefinition:
		r.enter(n, resolveScope{})
	case *FunctionMember:
		r.enter(n, resolveScope{method: true})
	case *AssignmentStatement:
		r.propertyAssignment(n.Left)
	case *TypeExpression:
		r.typeName(n.TypeName, false, 0)
	case *TypeConstraint:
		r.typeName(n.TypeName, false, 0)
	case *Attribute:
		r.typeName(n.TypeName, true, 0)
	case *UsingStatement:
		r.using(n)
	}
	children(n, r.visit)
	r.scopes = r.scopes[:depth]
}

// class gives the class that the visited node is in, or nil.
func (r *resolver) class() *TypeDefinition {
	for i := len(r.scopes) - 1; i >= 0; i-- {
		if c := r.scopes[i].class; c != nil {
			return c
		}
	}
	return nil
}

// typeName reports an unknown type within a class.
func (r *resolver) typeName(t TypeReference, attribute bool, arguments int) {
	switch t := t.(type) {
	case *ArrayTypeName:
		r.typeName(t.Element, false, 0)
	case *GenericTypeName:
		r.typeName(t.Name, false, len(t.Arguments))
		for _, a := range t.Arguments {
			r.typeName(a, false, 0)
		}
	case *TypeName:
		if r.class() == nil || r.environment.Type == nil || isNamed(t, "ordered") || arguments == 0 && r.defines(t.Name) {
			return
		}
		if _, known := r.typeOf(t, attribute, arguments); known {
			return
		}
		if attribute {
			r.report(t.Extent, customAttributeNotFound, t.Name)
		} else {
			r.report(t.Extent, typeNotFound, t.Name)
		}
	}
}

// defines reports whether the script itself defines a type that can be seen.
func (r *resolver) defines(name string) bool {
	for _, s := range r.scopes {
		if s.types[strings.ToLower(name)] != nil {
			return true
		}
	}
	return false
}

// underlyingType reports an enumeration of anything but integers.
func (r *resolver) underlyingType(d *TypeDefinition) {
	if d.Kind != TokenEnum || len(d.BaseTypes) == 0 {
		return
	}
	t := d.BaseTypes[0].TypeName
	if !isNamed(t, "byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong", "int16", "uint16", "int32", "uint32", "int64", "uint64",
		"System.Byte", "System.SByte", "System.Int16", "System.UInt16", "System.Int32", "System.UInt32", "System.Int64", "System.UInt64") {
		r.report(t.Span(), invalidUnderlyingType, t)
	}
}

// propertyAssignment reports an assignment in a method to a variable that has
// the name of a property.
func (r *resolver) propertyAssignment(e Expression) {
	if !r.scopes[len(r.scopes)-1].method {
		return
	}
	switch n := e.(type) {
	case *ArrayLiteral:
		for _, element := range n.Elements {
			r.propertyAssignment(element)
		}
	case *ParenExpression:
		if inner := loneExpression(n.Pipeline); inner != nil {
			r.propertyAssignment(inner)
		}
	case *ConvertExpression:
		r.propertyAssignment(n.Child)
	case *VariableExpression:
		r.propertyVariable(n)
	}
}

func (r *resolver) propertyVariable(v *VariableExpression) {
	class := r.class()
	if class == nil || v.Scope != ScopeNone && v.Scope != ScopeVariable {
		return
	}
	for _, m := range class.Members {
		property, ok := m.(*PropertyMember)
		if !ok || !strings.EqualFold(property.Name, v.Path) {
			continue
		}
		if property.Modifiers&ModifierStatic != 0 {
			r.report(v.Extent, missingTypeInStatic, "["+class.Name+"]::", property.Name)
		} else {
			r.report(v.Extent, missingThis, "$this.", property.Name)
		}
		return
	}
}

// using checks what a using statement names.
func (r *resolver) using(u *UsingStatement) {
	switch u.Kind {
	case UsingModule:
		r.usingModule(u)
	case UsingNamespace:
		if u.Name != nil && !isNamespace(u.Name.Value) {
			r.report(u.Name.Extent, invalidNamespace)
		}
	}
}

func (r *resolver) usingModule(u *UsingStatement) {
	name := ""
	if u.Name != nil {
		name = u.Name.Value
	}
	if u.ModuleSpecification != nil {
		if !isConstant(u.ModuleSpecification, constantRequired) {
			r.report(u.Extent, requiresConstant)
			return
		}
		module, err := moduleSpecification(r.constantValueOf(u.ModuleSpecification))
		if err != nil {
			r.report(u.Extent, requiresModule, err)
			return
		}
		name = module.Name
	}
	switch {
	case strings.ContainsAny(name, "*?["):
		r.report(u.Extent, wildcardModuleName)
	case r.environment.ModuleExists != nil && !r.environment.ModuleExists(name):
		text := name
		if u.ModuleSpecification != nil {
			text = r.source.Slice(u.ModuleSpecification.Extent)
		}
		r.report(u.Extent, moduleNotFound, text)
	}
}

// isNamespace reports whether text is words with dots between.
func isNamespace(text string) bool {
	for part := range strings.SplitSeq(text, ".") {
		for i, r := range part {
			if class := classOf(r); i == 0 && !class.is(charNameStart) || !class.is(charName) {
				return false
			}
		}
		if part == "" {
			return false
		}
	}
	return true
}

// usingAssembly reports an assembly that there is no file of.
func (p *parser) usingAssembly(name *StringConstantExpression) {
	if p.environment.AssemblyExists != nil && !p.environment.AssemblyExists(name.Value) {
		p.report(name.Extent, errorLoadingAssembly, name.Value)
	}
}
