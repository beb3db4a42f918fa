package runtime

import (
	"strconv"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/utf16"
)

// ValidateLengthAttribute is [ValidateLength()]: the least and the greatest
// number of characters (UTF-16 units) of a string.
type ValidateLengthAttribute struct{ Min, Max int }

// Type is System.Management.Automation.ValidateLengthAttribute.
func (*ValidateLengthAttribute) Type() *objects.Type { return validateLengthType }

// Validate checks the length of each string.
func (a *ValidateLengthAttribute) Validate(_ *Session, v objects.Value) error {
	return validateElements(v, func(v objects.Value) error {
		text, ok := v.Str()
		if !ok {
			return invalid("ValidateLengthNotString",
				"The ValidateLength attribute cannot be applied to a parameter that is not a string or string[] parameter. Make the parameter a string or string[] parameter.")
		}
		switch n := utf16.Len(text); {
		case n < a.Min:
			return invalid("ValidateLengthMinLengthFailure", "The character length ("+strconv.Itoa(n)+
				`) of the argument is too short. Specify an argument with a length that is greater than or equal to "`+strconv.Itoa(a.Min)+`", and then try the command again.`)
		case n > a.Max:
			return invalid("ValidateLengthMaxLengthFailure", "The character length of the "+strconv.Itoa(n)+
				` argument is too long. Shorten the character length of the argument so it is fewer than or equal to "`+strconv.Itoa(a.Max)+`" characters, and then try the command again.`)
		}
		return nil
	})
}

// ValidateCountAttribute is [ValidateCount()]: the least and the greatest
// number of elements of a list.
type ValidateCountAttribute struct{ Min, Max int }

// Type is System.Management.Automation.ValidateCountAttribute.
func (*ValidateCountAttribute) Type() *objects.Type { return validateCountType }

// Validate checks the number of elements.
func (a *ValidateCountAttribute) Validate(_ *Session, v objects.Value) error {
	n, ok := countOf(v)
	if !ok {
		return invalid("NotAnArrayParameter",
			"The ValidateCount attribute cannot be applied to a non-array parameter. Either remove the attribute from the parameter or make the parameter an array parameter.")
	}
	switch {
	case n >= a.Min && n <= a.Max:
		return nil
	case a.Min == a.Max:
		return invalid("ValidateCountExactFailure", "The parameter requires exactly "+strconv.Itoa(a.Max)+
			" value(s) - "+strconv.Itoa(n)+" value(s) were provided.")
	}
	return invalid("ValidateCountMinMaxFailure", "The parameter requires at least "+strconv.Itoa(a.Min)+" value(s) and no more than "+
		strconv.Itoa(a.Max)+" value(s) - "+strconv.Itoa(n)+" value(s) were provided.")
}

// countOf is the number of elements of a list or dictionary; null has none.
func countOf(v objects.Value) (n int, ok bool) {
	if v.IsNull() {
		return 0, true
	}
	switch x := v.Base().Ref().(type) {
	case objects.Indexed:
		return x.Len(), true
	case *objects.Hashtable:
		return x.Len(), true
	case objects.Enumerable:
		_ = x.Enumerate(func(objects.Value) error { n++; return nil })
		return n, true
	}
	return 0, false
}

// negativeSize refuses limits below zero or in the wrong order.
func checkSizes(low, high int, lowName, highName string, order error) error {
	switch {
	case low < 0:
		return outOfRange(lowName, strconv.Itoa(low))
	case high <= 0:
		return outOfRange(highName, strconv.Itoa(high))
	case high < low:
		return order
	}
	return nil
}

func declareValidateLength() *objects.Declaration {
	type attribute = ValidateLengthAttribute
	return &objects.Declaration{
		Type: validateLengthType,
		Constructors: []objects.Method{fallible("new(int minLength, int maxLength)", func(c *objects.Call) (objects.Value, error) {
			a := &attribute{c.Int(0), c.Int(1)}
			return objects.Of(a), checkSizes(a.Min, a.Max, "minLength", "maxLength", invalidMetadata("ValidateLengthMaxLengthSmallerThanMinLength",
				"The specified maximum argument length is smaller than the specified minimum argument length. Update the ValidateLength attribute for the parameter."))
		})},
		Properties: []objects.Property{
			intField("int MaxLength {get;}", func(a *attribute) *int { return &a.Max }),
			intField("int MinLength {get;}", func(a *attribute) *int { return &a.Min }),
		},
	}
}

func declareValidateCount() *objects.Declaration {
	type attribute = ValidateCountAttribute
	return &objects.Declaration{
		Type: validateCountType,
		Constructors: []objects.Method{fallible("new(int minLength, int maxLength)", func(c *objects.Call) (objects.Value, error) {
			a := &attribute{c.Int(0), c.Int(1)}
			return objects.Of(a), checkSizes(a.Min, a.Max, "minLength", "maxLength", invalidMetadata("ValidateRangeMaxLengthSmallerThanMinLength",
				"The specified maximum number of arguments for a parameter is fewer than the specified minimum number of arguments. Update the ValidateCount attribute for the parameter."))
		})},
		Properties: []objects.Property{
			intField("int MaxLength {get;}", func(a *attribute) *int { return &a.Max }),
			intField("int MinLength {get;}", func(a *attribute) *int { return &a.Min }),
		},
	}
}
