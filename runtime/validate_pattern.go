package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/regex"
)

// ValidatePatternAttribute is [ValidatePattern()]: a regular expression that
// the argument's text must match, without regard to case unless Options says
// otherwise.
type ValidatePatternAttribute struct {
	Pattern      string
	Options      int // System.Text.RegularExpressions.RegexOptions
	ErrorMessage string
}

// NewValidatePattern makes the attribute with its usual option, IgnoreCase.
func NewValidatePattern(pattern string) *ValidatePatternAttribute {
	return &ValidatePatternAttribute{Pattern: pattern, Options: int(regex.IgnoreCase)}
}

// Type is System.Management.Automation.ValidatePatternAttribute.
func (*ValidatePatternAttribute) Type() *objects.Type { return validatePatternType }

// Validate matches the text of each element.
func (a *ValidatePatternAttribute) Validate(s *Session, v objects.Value) error {
	return validateElements(v, func(v objects.Value) error {
		text := elementText(s, v)
		matches, err := a.matches(s, text)
		if err != nil {
			return invalid("ValidatePatternFailure", errorText(err))
		}
		if matches {
			return nil
		}
		if a.ErrorMessage != "" {
			return invalid("ValidatePatternFailure", customMessage(s, a.ErrorMessage, text, a.Pattern))
		}
		return invalid("ValidatePatternFailure", `The argument "`+text+`" does not match the "`+a.Pattern+
			`" pattern. Supply an argument that matches "`+a.Pattern+`" and try the command again.`)
	})
}

func (a *ValidatePatternAttribute) matches(s *Session, text string) (bool, error) {
	r, err := s.regexes.Compile(a.Pattern, regex.Options(a.Options))
	if err != nil {
		return false, objects.Raised(err)
	}
	yes, err := r.IsMatch(s.ctx, text)
	return yes, objects.Raised(err)
}

func declareValidatePattern() *objects.Declaration {
	type attribute = ValidatePatternAttribute
	return &objects.Declaration{
		Type: validatePatternType,
		Constructors: []objects.Method{made("new(string regexPattern)", func(c *objects.Call) objects.Object {
			return NewValidatePattern(c.Str(0))
		})},
		Properties: []objects.Property{
			textField("string ErrorMessage {get;set;}", func(a *attribute) *string { return &a.ErrorMessage }),
			intField("System.Text.RegularExpressions.RegexOptions Options {get;set;}", func(a *attribute) *int { return &a.Options }),
			readOnly("string RegexPattern {get;}", func(this objects.Value) objects.Value {
				a, _ := objects.As[*attribute](this)
				return objects.String(a.Pattern)
			}),
		},
	}
}
