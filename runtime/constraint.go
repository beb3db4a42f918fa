package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// constraints compiles the types and attributes before a variable. They apply
// from the innermost outwards.
func (cc *compiler) constraints(attributes []parser.AttributeBase, name string) func(f *frame) ([]Constraint, error) {
	makers := make([]func(f *frame) (Constraint, error), 0, len(attributes))
	for i := len(attributes) - 1; i >= 0; i-- {
		switch a := attributes[i].(type) {
		case *parser.TypeConstraint:
			find := cc.typeReference(a.TypeName)
			makers = append(makers, func(f *frame) (Constraint, error) {
				t, err := find(f)
				return typeConstraint{t, err == nil && f.castsLocally(t)}, err
			})
		case *parser.Attribute:
			makers = append(makers, func(f *frame) (Constraint, error) { return f.attributeConstraint(a, name, cc) })
		}
	}
	return func(f *frame) ([]Constraint, error) {
		list := make([]Constraint, 0, len(makers))
		for _, make := range makers {
			c, err := make(f)
			if err != nil {
				return nil, err
			}
			if c != nil {
				list = append(list, c)
			}
		}
		return list, nil
	}
}

// castsLocally reports whether a variable of the type that is declared here
// refuses a value as a cast does. PowerShell keeps such variables in slots of
// their block, with a conversion compiled in; those of the outermost scope or script, of
// a Nullable or of a type that the script itself defines are checked by an
// attribute, whose failure is an ArgumentTransformationMetadataException.
func (f *frame) castsLocally(t *objects.Type) bool {
	return f.scope != f.session.global && t.Class == nil && t.Open != objects.NullableOpenType && (t.Enum == nil || t.Namespace() != "")
}

// typeConstraint converts what is assigned: [int]$x.
type typeConstraint struct {
	typ   *objects.Type
	local bool // fails as a cast does
}

// Apply converts v; the error names the variable's type as a cast would.
func (c typeConstraint) Apply(s *Session, v objects.Value) (objects.Value, error) {
	if c.typ == objects.PSReferenceType {
		return referenceTo(v), nil
	}
	if c.typ == objects.StringType && v.IsNull() {
		return objects.String(""), nil
	}
	if !c.local && c.typ == objects.BooleanType {
		if err := checkTruthValue(v, c.typ); err != nil {
			return objects.Null, s.assignmentFailure(err)
		}
	}
	converted, err := s.Types.Convert(v, c.typ)
	switch {
	case err == nil:
		return converted, nil
	case c.local:
		return objects.Null, err
	}
	return objects.Null, s.assignmentFailure(err)
}

// assignmentFailure is the error of a value that a typed variable refuses
// (ArgumentTransformationMetadataException).
func (s *Session) assignmentFailure(err error) error {
	r := recordOf(err)
	e := objects.NewException(objects.ArgumentTransformation, r.Exception.Message).Because(err)
	out := NewErrorRecord(e, "RuntimeException", MetadataError, objects.Null)
	return out
}

// reference is [ref]$x: the variable itself, or a reference to a value.
func (cc *compiler) reference(e parser.Expression) expression {
	v, ok := e.(*parser.VariableExpression)
	if !ok || v.Scope == parser.ScopeNone && objects.EqualFold(v.Name, "null") {
		value := cc.expression(e)
		return func(f *frame) (objects.Value, error) {
			x, err := value(f)
			return referenceTo(x), err
		}
	}
	at := cc.extent(e)
	return func(f *frame) (objects.Value, error) {
		variable, _ := f.scopeOf(v.Scope).Find(v.Name)
		if variable == nil {
			return objects.Null, f.missingReference(v.Path, at)
		}
		return objects.Of(&Reference{session: f.session, variable: variable}), nil
	}
}

// referenceTo is a reference to a value of no variable, v itself where it is one.
func referenceTo(v objects.Value) objects.Value {
	if _, ok := objects.As[*Reference](v); ok {
		return v
	}
	held := v.Type()
	if held == nil {
		held = objects.ObjectType
	}
	return objects.Of(&Reference{variable: NewVariable("", v), typ: objects.MakeGeneric(referenceOpenType, held)})
}

func (f *frame) missingReference(name string, at *ScriptExtent) error {
	r := newError(objects.RuntimeException, "NonExistingVariableReference", InvalidOperation, objects.String(name),
		"[ref] cannot be applied to a variable that does not exist.")
	r.Extent = at
	return r
}

// Reference is a [ref] (System.Management.Automation.PSReference).
type Reference struct {
	session  *Session
	variable *Variable
	typ      *objects.Type // of a reference to a value; nil for one to a variable
}

// Type is System.Management.Automation.PSReference.
func (r *Reference) Type() *objects.Type {
	if r.typ != nil {
		return r.typ
	}
	return objects.PSReferenceType
}

var referenceOpenType = &objects.Type{
	FullName: "System.Management.Automation.PSReference`1", Base: objects.PSReferenceType, Kind: objects.KindObject, Attributes: objects.GenericAttr,
}

// Value is the value referred to.
func (r *Reference) Value() objects.Value { return r.variable.Value() }

// SetValue changes the value referred to.
func (r *Reference) SetValue(v objects.Value) error { return r.variable.Assign(r.session, v) }
