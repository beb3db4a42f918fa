package system

import "github.com/csshell/csshell/objects"

// toCulture is ToString(provider).
func toCulture(c *call) (value, error) {
	s, err := c.Types.ToStringIn(c.This, "", c.Culture(0))
	return objects.String(s), err
}

// toFormatCulture is ToString(format, provider).
func toFormatCulture(c *call) (value, error) {
	s, err := c.Types.ToStringIn(c.This, c.Str(0), c.Culture(1))
	return objects.String(s), err
}
