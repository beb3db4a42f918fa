package automation

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
)

// WildcardPatternType is System.Management.Automation.WildcardPattern.
var (
	WildcardPatternType      = class("System.Management.Automation.WildcardPattern", objects.ObjectType)
	WildcardPatternException = &objects.Type{FullName: "System.Management.Automation.WildcardPatternException", Base: objects.RuntimeException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
)

// wildcardIgnoreCase is WildcardOptions.IgnoreCase.
const wildcardIgnoreCase = 2

// Pattern is a WildcardPattern.
type Pattern struct{ compiled *wildcard.Pattern }

// Type is System.Management.Automation.WildcardPattern.
func (*Pattern) Type() *objects.Type { return WildcardPatternType }

// Matches reports whether the whole text fits the pattern.
func (p *Pattern) Matches(s string) bool { return p.compiled.Match(s) }

func newPattern(s string, options int) (*Pattern, error) {
	compiled, err := wildcard.Compile(s, options&wildcardIgnoreCase != 0)
	if err != nil {
		return nil, objects.NewException(WildcardPatternException, err.Error()).WithID("WildcardPattern_Invalid")
	}
	return &Pattern{compiled}, nil
}

func wildcardDeclaration() *objects.Declaration {
	made := func(c *call) (value, error) {
		options := 0
		if len(c.Args) > 1 {
			options = c.Int(1)
		}
		p, err := newPattern(c.Str(0), options)
		if err != nil {
			return objects.Null, err
		}
		return objects.Of(p), nil
	}
	return &objects.Declaration{
		Type: WildcardPatternType,
		Constructors: []objects.Method{
			partial("new(string pattern)", made),
			partial("new(string pattern, System.Management.Automation.WildcardOptions options)", made),
		},
		Methods: []objects.Method{
			total("bool IsMatch(string input)", func(c *call) value {
				p, _ := objects.As[*Pattern](c.This)
				return objects.Bool(p != nil && p.Matches(c.Str(0)))
			}),
			partial("static WildcardPattern Get(string pattern, System.Management.Automation.WildcardOptions options)", made),
			total("static string Escape(string pattern)", func(c *call) value { return objects.String(wildcard.Escape(c.Str(0), "")) }),
			total("static string Unescape(string pattern)", func(c *call) value { return objects.String(wildcard.Unescape(c.Str(0))) }),
			total("static bool ContainsWildcardCharacters(string pattern)", func(c *call) value {
				return objects.Bool(wildcard.ContainsWildcards(c.Str(0)))
			}),
		},
	}
}
