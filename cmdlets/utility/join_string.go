package utility

import (
	"strings"

	"github.com/csshell/csshell/cmdlets/calculated"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/runtime"
)

// JoinString joins the texts of the objects of the pipeline.
type JoinString struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=default,Class=Microsoft.PowerShell.Commands.Utility.JoinStringCommand"`

	Property     propertyArgument         `param:"Position=0" type:"pspropertyexpression"`
	Separator    runtime.Optional[string] `param:"Position=1" allow:"EmptyString"`
	OutputPrefix string                   `param:"Alias=op"`
	OutputSuffix string                   `param:"Alias=os"`
	SingleQuote  runtime.SwitchParameter  `param:"ParameterSetName=SingleQuote"`
	DoubleQuote  runtime.SwitchParameter  `param:"ParameterSetName=DoubleQuote"`
	FormatString string                   `param:"ParameterSetName=Format"`
	UseCulture   runtime.SwitchParameter  `param:""`
	InputObject  []objects.Value          `param:"ValueFromPipeline" type:"psobject[]"`

	getter  *calculated.Getter
	culture *culture.Culture
	text    strings.Builder
	started bool
}

// propertyArgument is the name of a property, or a block that computes one.
type propertyArgument struct{ value objects.Value }

// BindArgument keeps the argument as it is.
func (p *propertyArgument) BindArgument(v objects.Value) error {
	p.value = v
	return nil
}

// argumentValues are the arguments as they were given.
func argumentValues(list []propertyArgument) []objects.Value {
	values := make([]objects.Value, len(list))
	for i := range list {
		values[i] = list[i].value
	}
	return values
}

// BeginProcessing reads -Property and finds the separator: $OFS where none is
// given.
func (c *JoinString) BeginProcessing(rt *runtime.CommandRuntime) error {
	c.culture = culture.Invariant()
	if c.UseCulture {
		c.culture = rt.Types().Culture()
	}
	if !c.Separator.Bound {
		c.Separator.Value = ""
		if v, ok := rt.Scope().Get("OFS"); ok {
			s, err := rt.Types().Text(v, " ")
			if err != nil {
				return err
			}
			c.Separator.Value = s
		}
	}
	c.text.WriteString(c.OutputPrefix)
	if c.Property.value.IsNull() {
		return nil
	}
	properties, err := calculated.Parse([]objects.Value{c.Property.value}, 0)
	if err != nil {
		return err
	}
	c.getter = calculated.Getters(properties)[0]
	return nil
}

// ProcessRecord adds the texts of the objects; one without the property counts
// as empty.
func (c *JoinString) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, v := range c.InputObject {
		if v.IsNull() {
			continue
		}
		if c.getter != nil {
			value, _, err := c.getter.Value(rt, v)
			if err != nil {
				return err
			}
			v = value
		}
		if err := c.add(rt.Types(), v); err != nil {
			return err
		}
	}
	return nil
}

func (c *JoinString) add(tt *objects.TypeTable, v objects.Value) error {
	s, err := c.textOf(tt, v)
	if err != nil {
		return err
	}
	if c.started {
		c.text.WriteString(c.Separator.Value)
	}
	c.started = true
	c.text.WriteString(s)
	return nil
}

// textOf is the text of a value, quoted or put into the format; under
// -UseCulture numbers and dates are written as the culture does.
func (c *JoinString) textOf(tt *objects.TypeTable, v objects.Value) (s string, err error) {
	_, isList := objects.Enumeration(v)
	switch {
	case c.FormatString != "":
		return tt.CompositeIn(c.FormatString, []objects.Value{v.Base()}, c.culture)
	case bool(c.UseCulture) && !isList && !v.IsNull():
		s, err = tt.ToStringIn(v.Base(), "", c.culture)
	default:
		s, err = tt.Text(v, " ")
	}
	switch {
	case bool(c.SingleQuote):
		s = "'" + s + "'"
	case bool(c.DoubleQuote):
		s = "\"" + s + "\""
	}
	return s, err
}

// EndProcessing writes the joined text.
func (c *JoinString) EndProcessing(rt *runtime.CommandRuntime) error {
	c.text.WriteString(c.OutputSuffix)
	return rt.WriteObject(objects.String(c.text.String()))
}
