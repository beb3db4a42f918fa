package runtime

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// ValidateSetAttribute is [ValidateSet()]: the values that an argument may
// have, without regard to case unless IgnoreCase is false.
type ValidateSetAttribute struct {
	Values       []string
	CaseMatters  bool
	ErrorMessage string
	// generator is the class whose GetValidValues() gives the values, or nil.
	generator *objects.Type
}

// Type is System.Management.Automation.ValidateSetAttribute.
func (*ValidateSetAttribute) Type() *objects.Type { return validateSetType }

// Validate checks that each element is one of the values.
func (a *ValidateSetAttribute) Validate(s *Session, v objects.Value) error {
	values, err := a.validValues(s)
	if err != nil {
		return err
	}
	return validateElements(v, func(v objects.Value) error {
		text := elementText(s, v)
		for _, value := range values {
			if value == text || !a.CaseMatters && strings.EqualFold(value, text) {
				return nil
			}
		}
		set := strings.Join(values, ",")
		if a.ErrorMessage != "" {
			return invalid("ValidateSetFailure", customMessage(s, a.ErrorMessage, text, set))
		}
		return invalid("ValidateSetFailure", `The argument "`+text+`" does not belong to the set "`+set+
			`" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.`)
	})
}

// validValues are the values, asked of the generator class where there is one
// (IValidateSetValuesGenerator).
func (a *ValidateSetAttribute) validValues(s *Session) ([]string, error) {
	if a.generator == nil {
		return a.Values, nil
	}
	made, err := s.Types.InvokeStatic(s.ctx, a.generator, objects.Invocation{Name: "new"})
	if err != nil {
		return nil, err
	}
	values, err := s.Types.Invoke(s.ctx, made, objects.Invocation{Name: "GetValidValues"})
	if err != nil {
		return nil, err
	}
	if values.IsNull() {
		return nil, invalidMetadata("ValidateSetGeneratedValidValuesListIsNull", "Valid values generator return a null value.")
	}
	list, err := s.Types.Convert(values, objects.ArrayOf(objects.StringType))
	return arrayOfStrings(list), err
}

func declareValidateSet() *objects.Declaration {
	type attribute = ValidateSetAttribute
	return &objects.Declaration{
		Type: validateSetType,
		Constructors: []objects.Method{
			fallible("new(Params string[] validValues)", func(c *objects.Call) (objects.Value, error) {
				values := stringItems(elements(c.Args[0]))
				if len(values) == 0 {
					return objects.Null, outOfRange("validValues", "System.String[]")
				}
				return objects.Of(&attribute{Values: values}), nil
			}),
			made("new(type valuesGeneratorType)", func(c *objects.Call) objects.Object {
				t, _ := objects.As[objects.RuntimeType](c.Args[0])
				return &attribute{generator: t.Target}
			}),
		},
		Properties: []objects.Property{
			property("bool IgnoreCase {get;set;}", func(a *attribute) objects.Value { return objects.Bool(!a.CaseMatters) },
				func(a *attribute, v objects.Value) { a.CaseMatters = !v.Base().Bool() }),
			textField("string ErrorMessage {get;set;}", func(a *attribute) *string { return &a.ErrorMessage }),
			readOnly("System.Collections.Generic.IList[string] ValidValues {get;}", func(this objects.Value) objects.Value {
				a, _ := objects.As[*attribute](this)
				return objects.Of(objects.Strings(a.Values))
			}),
		},
	}
}

// outOfRange is PSArgumentOutOfRangeException for an argument of a constructor.
func outOfRange(argument, actual string) error {
	return objects.NewException(objects.PSArgumentOutOfRange, `Cannot process argument because the value of argument "`+argument+
		`" is out of range. Change argument "`+argument+"\" to a value that is within range. (Parameter '"+argument+"')\nActual value was "+actual+".").
		WithID("ArgumentOutOfRange")
}

// Choices are the values that a parameter's argument may have: those of
// ValidateSet, else the names of its enum; none where anything goes.
func (p *Parameter) Choices(s *Session) []string {
	for _, v := range p.Validators {
		if set, ok := v.(*ValidateSetAttribute); ok {
			values, err := set.validValues(s)
			if err != nil {
				return nil
			}
			return values
		}
	}
	t := p.Type
	for t != nil && t.Elem != nil {
		t = t.Elem
	}
	if t != nil && t.Open == objects.NullableOpenType {
		t = t.Args[0]
	}
	if t != nil && t.Kind == objects.KindEnum {
		return t.Enum.Names
	}
	return nil
}
