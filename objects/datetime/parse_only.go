package datetime

// ParseDate reads a date without a time (DateOnly.Parse).
func (r *Reader) ParseDate(s string) (DateOnly, error) {
	p := r.dateReader().parser(s)
	if err := p.free(); err != nil {
		return 0, p.bad2("DateOnly")
	}
	return p.onlyDate()
}

// ParseDateExact is [Reader.ParseDate] with a format.
func (r *Reader) ParseDateExact(s, format string) (DateOnly, error) {
	switch format {
	case "o", "O":
		format = "yyyy'-'MM'-'dd"
	case "r", "R":
		format = "ddd, dd MMM yyyy"
	}
	p := r.dateReader().parser(s)
	if s == "" || p.exactly(format) != nil {
		return 0, p.bad2("DateOnly")
	}
	return p.onlyDate()
}

// ParseTime reads a time without a date (TimeOnly.Parse).
func (r *Reader) ParseTime(s string) (TimeOnly, error) {
	p := r.dateReader().parser(s)
	if err := p.free(); err != nil {
		return 0, p.bad2("TimeOnly")
	}
	return p.onlyTime()
}

// ParseTimeExact is [Reader.ParseTime] with a format.
func (r *Reader) ParseTimeExact(s, format string) (TimeOnly, error) {
	switch format {
	case "o", "O":
		format = "HH':'mm':'ss.fffffff"
	case "r", "R":
		format = "HH':'mm':'ss"
	}
	p := r.dateReader().parser(s)
	if s == "" || p.exactly(format) != nil {
		return 0, p.bad2("TimeOnly")
	}
	return p.onlyTime()
}

// dateReader returns a reader with the styles that make sense here.
func (r *Reader) dateReader() *Reader {
	only := *r
	only.Styles &= AllowWhiteSpaces
	return &only
}

func (p *parser) bad2(typ string) error {
	return p.fail("String '" + p.text + "' was not recognized as a valid " + typ + ".")
}

func (p *parser) foreignParts(typ string) error {
	return p.fail("String '" + p.text + "' contains parts which are not specific to the " + typ + ".")
}

func (p *parser) onlyDate() (DateOnly, error) {
	if p.haveTime || p.zoned {
		return 0, p.foreignParts("DateOnly")
	}
	return p.time.DateOnly(), nil
}

func (p *parser) onlyTime() (TimeOnly, error) {
	if !p.timeOnly || p.zoned {
		return 0, p.foreignParts("TimeOnly")
	}
	return p.time.TimeOnly(), nil
}
