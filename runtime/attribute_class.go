package runtime

import (
	"github.com/csshell/csshell/objects"
)

// classAttribute is what an attribute made from a class of a script does for a
// parameter: it checks arguments (ValidateArgumentsAttribute,
// ValidateEnumeratedArgumentsAttribute) or changes them
// (ArgumentTransformationAttribute). Any other object stays what it is.
func classAttribute(v objects.Value) objects.Object {
	i, ok := instanceOf(v)
	if !ok {
		object, _ := v.Base().Ref().(objects.Object)
		return object
	}
	switch t := i.class.typ; {
	case t.DerivesFrom(enumeratedValidationType):
		return &elementValidator{i}
	case t.DerivesFrom(validationType):
		return &classValidator{i}
	case t.DerivesFrom(TransformationType):
		return &classTransform{i}
	}
	return i
}

// classValidator checks a whole argument.
type classValidator struct{ *Instance }

// Validate runs the Validate of the class.
func (a *classValidator) Validate(s *Session, v objects.Value) error {
	_, err := a.invoke("Validate", v, s.engine())
	return refusedBy(err)
}

// elementValidator checks each element of an argument.
type elementValidator struct{ *Instance }

// Validate runs the ValidateElement of the class.
func (a *elementValidator) Validate(_ *Session, v objects.Value) error {
	return validateElements(v, func(v objects.Value) error {
		_, err := a.invoke("ValidateElement", v)
		return refusedBy(err)
	})
}

// refusedBy is what a check of a class threw, as the error of a validation.
func refusedBy(err error) error {
	if err == nil || isFlow(err) {
		return err
	}
	return invalid("ValidationMetadataException", errorText(err))
}

// classTransform changes an argument.
type classTransform struct{ *Instance }

// Transform runs the Transform of the class.
func (a *classTransform) Transform(s *Session, v objects.Value) (objects.Value, error) {
	return a.invoke("Transform", s.engine(), v)
}
