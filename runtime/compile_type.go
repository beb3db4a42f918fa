package runtime

import (
	"strings"
	"sync/atomic"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
	"github.com/csshell/csshell/runtime/syntax"
)

// typeReference compiles the name of a type to its Type, found once for
// each session; the classes of scripts may be defined anew and are looked up each
// time.
func (cc *compiler) typeReference(name parser.TypeReference) func(f *frame) (*objects.Type, error) {
	text := name.String()
	at := &ScriptExtent{cc.source, name.Span()}
	namespaces := cc.namespaces
	var found atomic.Pointer[foundType]
	return func(f *frame) (*objects.Type, error) {
		if t := found.Load(); t != nil && t.table == f.session.Types {
			return t.typ, nil
		}
		t, ok := f.session.Types.Lookup(text, namespaces)
		if !ok {
			return nil, typeNotFound(text, at)
		}
		if !t.OfScript() {
			found.Store(&foundType{f.session.Types, t})
		}
		return t, nil
	}
}

type foundType struct {
	table *objects.TypeTable
	typ   *objects.Type
}

func typeNotFound(name string, at *ScriptExtent) error {
	r := newError(objects.RuntimeException, "TypeNotFound", InvalidOperation, objects.Of(typeNameTarget(name)),
		"Unable to find type ["+name+"].")
	r.Extent = at
	return r
}

func (cc *compiler) typeLiteral(e *parser.TypeExpression) expression {
	find := cc.typeReference(e.TypeName)
	return func(f *frame) (objects.Value, error) {
		t, err := find(f)
		if err != nil {
			return objects.Null, err
		}
		return objects.TypeValue(t), nil
	}
}

// convert is a cast. [ordered] and [pscustomobject] before a hash literal keep
// its order; [ref] takes the variable itself.
func (cc *compiler) convert(e *parser.ConvertExpression) expression {
	name := fold(e.Type.TypeName.String())
	if literal, ok := e.Child.(*parser.Hashtable); ok {
		switch name {
		case "ordered":
			return cc.hashtable(literal, objects.NewOrdered)
		case "pscustomobject":
			return cc.customObject(literal)
		}
	}
	if name == "ref" {
		return cc.reference(e.Child)
	}
	find := cc.typeReference(e.Type.TypeName)
	if name == "pscustomobject" { // the same type as [psobject], but not the same cast
		find = func(*frame) (*objects.Type, error) { return objects.PSCustomObjectType, nil }
	}
	value := cc.expression(e.Child)
	return func(f *frame) (objects.Value, error) {
		t, err := find(f)
		if err != nil {
			return objects.Null, err
		}
		v, err := value(f)
		if err != nil {
			return objects.Null, err
		}
		if t == objects.VoidType {
			return objects.AutomationNull(), nil
		}
		if t == objects.StringType {
			s, err := f.text(v)
			return objects.String(s), err
		}
		return f.session.Types.Convert(v, t)
	}
}

// customObject is [pscustomobject]@{…}: where all keys are plain names, the
// objects of one place share their layout.
func (cc *compiler) customObject(e *parser.Hashtable) expression {
	names := make([]string, len(e.Entries))
	seen := map[string]bool{}
	values := make([]expression, len(e.Entries))
	for i, x := range e.Entries {
		k, ok := x.Key.(*parser.StringConstantExpression)
		if !ok || seen[fold(k.Value)] || objects.EqualFold(k.Value, "PSTypeName") {
			return cc.convertedObject(e)
		}
		seen[fold(k.Value)] = true
		names[i], values[i] = k.Value, cc.value(x.Value)
	}
	shape := objects.NewShape(names...)
	return func(f *frame) (objects.Value, error) {
		slots := make([]objects.Value, len(values))
		for i, value := range values {
			v, err := value(f)
			if err != nil {
				return objects.Null, err
			}
			if v.IsAutomationNull() {
				v = objects.Null
			}
			slots[i] = v
		}
		return objects.Of(objects.NewShaped(shape, slots)), nil
	}
}

// convertedObject makes the object from an ordered dictionary.
func (cc *compiler) convertedObject(e *parser.Hashtable) expression {
	dictionary := cc.hashtable(e, objects.NewOrdered)
	return func(f *frame) (objects.Value, error) {
		v, err := dictionary(f)
		if err != nil {
			return objects.Null, err
		}
		return f.session.Types.Convert(v, objects.PSCustomObjectType)
	}
}

// typeNameTarget is the name of a type as the target of an error
// (System.Management.Automation.Language.ITypeName).
type typeNameTarget string

// Type is the type of the names that the parser gives.
func (t typeNameTarget) Type() *objects.Type {
	switch {
	case strings.HasSuffix(string(t), "[]"):
		return syntax.ArrayTypeNameType
	case strings.Contains(string(t), "["):
		return syntax.GenericTypeNameType
	}
	return syntax.TypeNameType
}

// Text is the name.
func (t typeNameTarget) Text() (string, error) { return string(t), nil }
