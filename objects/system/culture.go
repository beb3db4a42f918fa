package system

// toCulture and toFormatCulture are ToString with a format provider.
func toCulture(c *call) (value, error) { return toText(c) }

func toFormatCulture(c *call) (value, error) { return toFormat(c) }
