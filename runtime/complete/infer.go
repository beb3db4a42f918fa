package complete

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
	"github.com/csshell/csshell/runtime"
)

// inferred is a type that an expression may have; properties are those that an
// object has on its own, methods those of a class that the text defines.
type inferred struct {
	t          *objects.Type
	properties []string
	methods    []string
}

// maxInference is how deep types are inferred from types of types.
const maxInference = 40

func of(types ...*objects.Type) []inferred {
	list := make([]inferred, len(types))
	for i, t := range types {
		list[i] = inferred{t: t}
	}
	return list
}

// infer gives the types that an expression may have; none where nothing is known.
func (c *completer) infer(e parser.Expression) []inferred {
	if c.inferring >= maxInference {
		return nil
	}
	c.inferring++
	defer func() { c.inferring-- }()
	switch e := e.(type) {
	case *parser.StringConstantExpression, *parser.ExpandableStringExpression:
		return of(objects.StringType)
	case *parser.ConstantExpression:
		return of(runtime.NumberType(e.Value))
	case *parser.VariableExpression:
		return c.inferVariable(e)
	case *parser.ConvertExpression:
		return c.inferConvert(e)
	case *parser.AttributedExpression:
		return c.infer(e.Child)
	case *parser.ParenExpression:
		return c.inferStatement(e.Pipeline)
	case *parser.SubExpression:
		return c.inferBlock(e.Body.Statements)
	case *parser.ArrayExpression, *parser.ArrayLiteral:
		return of(objects.ArrayOf(objects.ObjectType))
	case *parser.Hashtable:
		return of(objects.HashtableType)
	case *parser.ScriptBlockExpression:
		return of(objects.ScriptBlockType)
	case *parser.TypeExpression:
		return of(objects.RuntimeTypeType)
	case *parser.MemberExpression:
		return c.inferMember(e.Expression, e.Member, e.Static, false)
	case *parser.InvokeMemberExpression:
		return c.inferMember(e.Expression, e.Member, e.Static, true)
	case *parser.IndexExpression:
		if v, ok := e.Target.(*parser.VariableExpression); ok && strings.EqualFold(v.Name, "Error") {
			return of(runtime.ErrorRecordType)
		}
		return elements(c.infer(e.Target))
	case *parser.BinaryExpression:
		return c.inferBinary(e)
	case *parser.TernaryExpression:
		return append(c.infer(e.IfTrue), c.infer(e.IfFalse)...)
	}
	return nil
}

func (c *completer) inferConvert(e *parser.ConvertExpression) []inferred {
	if h, ok := e.Child.(*parser.Hashtable); ok {
		if name := strings.ToLower(typeName(e.Type.TypeName)); name == "pscustomobject" || name == "ordered" {
			return c.inferLiteral(h, name)
		}
	}
	if t, ok := c.typeOf(e.Type.TypeName); ok {
		return of(t)
	}
	return c.ownClass(typeName(e.Type.TypeName))
}

// inferLiteral is [pscustomobject]@{…}, which has its keys as properties, or
// [ordered]@{…}.
func (c *completer) inferLiteral(h *parser.Hashtable, name string) []inferred {
	if name == "ordered" {
		if t, ok := c.types.Lookup("System.Collections.Specialized.OrderedDictionary", nil); ok {
			return of(t)
		}
		return nil
	}
	return []inferred{{t: objects.PSObjectType, properties: constantKeys(h)}}
}

// constantKeys are the keys of a hashtable that are plain words.
func constantKeys(h *parser.Hashtable) []string {
	var keys []string
	for _, entry := range h.Entries {
		if s, ok := entry.Key.(*parser.StringConstantExpression); ok {
			keys = append(keys, s.Value)
		}
	}
	return keys
}

// inferMember is the type of a property, or of what a method gives.
func (c *completer) inferMember(object, member parser.Expression, static, call bool) []inferred {
	name, ok := member.(*parser.StringConstantExpression)
	if !ok {
		return nil
	}
	if t, ok := object.(*parser.TypeExpression); ok && static {
		target, known := c.typeOf(t.TypeName)
		if !known {
			if strings.EqualFold(name.Value, "new") {
				return c.ownClass(typeName(t.TypeName))
			}
			return nil
		}
		if strings.EqualFold(name.Value, "new") {
			return of(target)
		}
		return c.resultOf(c.types.Members(objects.TypeValue(target), true), name.Value)
	}
	if v, ok := c.constant(object); ok && !call {
		if value, found, err := c.types.GetProperty(v, name.Value); err == nil && found {
			return typesOf(value)
		}
	}
	var found []inferred
	for _, t := range c.infer(object) {
		if t.t != nil {
			found = append(found, c.resultOf(c.types.MembersOfType(t.t), name.Value)...)
		}
	}
	return found
}

// resultOf is the type that the definition of a member begins with.
func (c *completer) resultOf(members []objects.Member, name string) []inferred {
	for _, m := range members {
		if !strings.EqualFold(m.Name, name) {
			continue
		}
		word := strings.TrimPrefix(m.Definition, "static ")
		word, _, _ = strings.Cut(word, " ")
		if t, ok := c.types.Lookup(word, nil); ok {
			return of(t)
		}
	}
	return nil
}

// inferBinary is the type of an operator's result.
func (c *completer) inferBinary(e *parser.BinaryExpression) []inferred {
	switch e.Operator {
	case parser.TokenAs:
		if t, ok := e.Right.(*parser.TypeExpression); ok {
			if found, ok := c.typeOf(t.TypeName); ok {
				return of(found)
			}
		}
		return nil
	case parser.TokenDotDot, parser.TokenIsplit, parser.TokenCsplit:
		return of(objects.ArrayOf(objects.ObjectType))
	case parser.TokenFormat, parser.TokenJoin, parser.TokenIreplace, parser.TokenCreplace:
		return of(objects.StringType)
	case parser.TokenPlus, parser.TokenMinus, parser.TokenMultiply:
		return c.infer(e.Left)
	case parser.TokenDivide, parser.TokenRem:
		return c.infer(e.Left)
	}
	return of(objects.BooleanType)
}

// elements are the types of the elements of what is a list.
func elements(types []inferred) []inferred {
	var found []inferred
	for _, t := range types {
		switch {
		case t.t == nil:
		case t.t.Elem != nil && t.t.Elem != objects.ObjectType:
			found = append(found, inferred{t: t.t.Elem})
		case t.t.Elem == nil && t.t.Open != nil && len(t.t.Args) == 1:
			found = append(found, inferred{t: t.t.Args[0]})
		case t.t.Elem == nil:
			found = append(found, t)
		}
	}
	return found
}

// typesOf is the type of a value, with the properties of its own.
func typesOf(v objects.Value) []inferred {
	if v.IsNull() {
		return nil
	}
	if p, ok := objects.As[*objects.PSObject](v); ok && p.IsCustom() {
		t := inferred{t: objects.PSObjectType}
		for i := range p.Shape().Len() {
			t.properties = append(t.properties, p.Shape().Name(i))
		}
		return []inferred{t}
	}
	return of(v.Type())
}

// constant is the value of an expression that can be told without running code:
// a variable of the session, its members and elements.
func (c *completer) constant(e parser.Expression) (objects.Value, bool) {
	switch e := e.(type) {
	case *parser.StringConstantExpression:
		return objects.String(e.Value), true
	case *parser.VariableExpression:
		if e.Scope == parser.ScopeDrive || c.isLocal(e) {
			return objects.Null, false
		}
		v, ok := c.scope.Get(e.Name)
		if !ok {
			v, ok = c.session.AutomaticVariable(e.Name)
		}
		return v, ok && !v.IsNull()
	case *parser.MemberExpression:
		name, ok := e.Member.(*parser.StringConstantExpression)
		if !ok || e.Static {
			return objects.Null, false
		}
		v, ok := c.constant(e.Expression)
		if !ok {
			return objects.Null, false
		}
		value, found, err := c.types.GetProperty(v, name.Value)
		return value, found && err == nil && !value.IsNull()
	case *parser.IndexExpression:
		return c.constantElement(e)
	}
	return objects.Null, false
}

func (c *completer) constantElement(e *parser.IndexExpression) (objects.Value, bool) {
	v, ok := c.constant(e.Target)
	if !ok {
		return objects.Null, false
	}
	index, ok := e.Index.(*parser.ConstantExpression)
	if !ok {
		return objects.Null, false
	}
	list, ok := objects.Enumeration(v)
	if !ok {
		return objects.Null, false
	}
	n, at := int(index.Value.Bits), 0
	var found objects.Value
	_ = list.Enumerate(func(v objects.Value) error {
		if at == n {
			found = v
		}
		at++
		return nil
	})
	return found, !found.IsNull()
}
