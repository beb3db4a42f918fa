package runtime

import (
	"github.com/csshell/csshell/objects"
)

// The attributes that check arguments ("about_Functions_Advanced_Parameters",
// Validation attributes). Their texts are shown after "Cannot validate argument
// on parameter 'X'.".
var (
	validationType           = &objects.Type{FullName: namespace + "ValidateArgumentsAttribute", Base: metadataAttributeType, Kind: objects.KindObject, Attributes: objects.AbstractAttr}
	enumeratedValidationType = &objects.Type{FullName: namespace + "ValidateEnumeratedArgumentsAttribute", Base: validationType, Kind: objects.KindObject, Attributes: objects.AbstractAttr}

	validateSetType            = attributeType("ValidateSet", enumeratedValidationType)
	validateRangeType          = attributeType("ValidateRange", enumeratedValidationType)
	validateLengthType         = attributeType("ValidateLength", enumeratedValidationType)
	validatePatternType        = attributeType("ValidatePattern", enumeratedValidationType)
	validateScriptType         = attributeType("ValidateScript", enumeratedValidationType)
	validateCountType          = attributeType("ValidateCount", validationType)
	validateNotNullType        = attributeType("ValidateNotNull", validationType)
	validateNotNullOrEmptyType = attributeType("ValidateNotNullOrEmpty", validationType)
	validateNotNullOrWhiteType = attributeType("ValidateNotNullOrWhiteSpace", validationType)
	validateDriveType          = attributeType("ValidateDrive", validationType)
	validateUserDriveType      = attributeType("ValidateUserDrive", validateDriveType)
	validateTrustedType        = attributeType("ValidateTrustedData", validationType)
	validateVariableNameType   = attributeType("ValidateVariableName", validationType)
)

// invalid is the error of a validation attribute.
func invalid(id, message string) error {
	return objects.NewException(objects.ValidationMetadataException, message).WithID(id)
}

const emptyElement = "The argument is null, empty, or an element of the argument collection contains a null value. " +
	"Supply a collection that does not contain any null values and then try the command again."

// validateElements checks each element of a list, or the value itself
// (ValidateEnumeratedArgumentsAttribute).
func validateElements(v objects.Value, check func(objects.Value) error) error {
	if v.IsNull() {
		return invalid("ArgumentIsEmpty", emptyElement)
	}
	list, ok := objects.Enumeration(v)
	if !ok {
		return check(v)
	}
	return list.Enumerate(func(v objects.Value) error {
		if v.IsNull() {
			return invalid("ArgumentIsEmpty", emptyElement)
		}
		return check(v)
	})
}

// elementText is the text of an element in the message of a validation.
func elementText(s *Session, v objects.Value) string {
	text, err := s.Types.ToString(v.Base(), "")
	if err != nil {
		return v.Type().FullName
	}
	return text
}

// customMessage is the text of an attribute's ErrorMessage: {0} is the element,
// {1} what the attribute says.
func customMessage(s *Session, format, element, rule string) string {
	text, err := s.Types.Format(format, []objects.Value{objects.String(element), objects.String(rule)})
	if err != nil {
		return format
	}
	return text
}

// validationConstraint keeps checking what is assigned to a variable that was
// declared with a validation attribute.
type validationConstraint struct {
	name string
	Validator
}

// Apply refuses a value that the attribute does not let pass.
func (c validationConstraint) Apply(s *Session, v objects.Value) (objects.Value, error) {
	if err := c.Validate(s, v); err != nil {
		text := "$null"
		if !v.IsNull() {
			text = elementText(s, v)
		}
		return v, newError(objects.ValidationMetadataException, "ValidateSetFailure", MetadataError, objects.Null,
			"The variable cannot be validated because the value "+text+" is not a valid value for the "+c.name+" variable.")
	}
	return v, nil
}

// castConstraint converts what is assigned to a parameter with a type, with the
// error of the cast itself.
type castConstraint struct{ to *objects.Type }

// Apply converts as a cast does.
func (c castConstraint) Apply(s *Session, v objects.Value) (objects.Value, error) {
	if c.to == objects.PSReferenceType {
		return referenceTo(v), nil
	}
	return s.Types.Convert(v, c.to)
}

// declared applies a constraint to the value that a variable is declared with.
func declared(s *Session, c Constraint, v objects.Value) (objects.Value, error) {
	check, ok := c.(validationConstraint)
	if !ok {
		return c.Apply(s, v)
	}
	if err := check.Validate(s, v); err != nil {
		return v, newError(objects.ValidationMetadataException, "ValidateSetFailure", MetadataError, objects.Null,
			"The attribute cannot be added because variable "+check.name+" with value "+elementText(s, v)+" would no longer be valid.")
	}
	return v, nil
}

// transformConstraint runs an attribute that changes what is assigned.
type transformConstraint struct{ Transform }

// Apply runs the transformation.
func (c transformConstraint) Apply(s *Session, v objects.Value) (objects.Value, error) {
	return c.Transform.Transform(s, v)
}

// constraintsOf are what the variable of a function's parameter keeps: its
// types and attributes, the innermost first.
func constraintsOf(p *Parameter) []Constraint {
	var list []Constraint
	for i := len(p.Attributes) - 1; i >= 0; i-- {
		switch a := p.Attributes[i].(type) {
		case *castAttribute:
			list = append(list, castConstraint{a.to})
		case Transform:
			list = append(list, transformConstraint{a})
		}
	}
	for _, v := range p.Validators {
		list = append(list, validationConstraint{p.Name, v})
	}
	return list
}
