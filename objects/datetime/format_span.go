package datetime

// Format writes s under c (also t, T and the empty string), g, G or a custom
// format, in which everything but the fields must be quoted or escaped. The
// point is the decimal separator that g and G use. An unknown format fails with
// [fault.Format].
func (s TimeSpan) Format(format, point string) (string, error) {
	var room [40]byte
	switch format {
	case "", "c", "t", "T":
		return s.String(), nil
	case "g":
		return string(s.general(room[:0], point, false)), nil
	case "G":
		return string(s.general(room[:0], point, true)), nil
	}
	if len(format) == 1 {
		return "", badFormat()
	}
	dst, err := s.custom(room[:0], format)
	return string(dst), err
}

// magnitude returns the ticks without their sign.
func (s TimeSpan) magnitude() uint64 {
	if s < 0 {
		return -uint64(s)
	}
	return uint64(s)
}

func (s TimeSpan) general(dst []byte, point string, long bool) []byte {
	ticks, width := s.magnitude(), 1
	if s < 0 {
		dst = append(dst, '-')
	}
	if long {
		width = 2
	}
	if days := ticks / TicksPerDay; days > 0 || long {
		dst = append(appendPadded(dst, days, 1), ':')
	}
	dst = append(appendPadded(dst, ticks/TicksPerHour%24, width), ':')
	dst = append(appendPadded(dst, ticks/TicksPerMinute%60, 2), ':')
	dst = appendPadded(dst, ticks/TicksPerSecond%60, 2)
	fraction := ticks % TicksPerSecond
	if fraction == 0 && !long {
		return dst
	}
	dst = append(dst, point...)
	dst, _ = appendFraction(dst, int64(fraction), 7, long, false)
	return dst
}

func (s TimeSpan) custom(dst []byte, format string) ([]byte, error) {
	ticks := s.magnitude()
	var err error
	for i := 0; i < len(format); {
		n := 1
		switch ch := format[i]; ch {
		case 'd', 'h', 'm', 's':
			n = run(format, i)
			dst, err = appendSpanField(dst, ch, n, ticks)
		case 'f', 'F':
			n = run(format, i)
			dst, err = appendFraction(dst, int64(ticks%TicksPerSecond), n, ch == 'f', false)
		case '\'', '"':
			dst, n, err = appendQuoted(dst, format[i:])
		case '%':
			n = 2
			if i+1 == len(format) || format[i+1] == '%' {
				return dst, badFormat()
			}
			dst, err = s.custom(dst, format[i+1:i+2])
		case '\\':
			n = 2
			dst, err = appendEscaped(dst, format[i+1:])
		default:
			err = badFormat()
		}
		if err != nil {
			return dst, err
		}
		i += n
	}
	return dst, nil
}

func appendSpanField(dst []byte, field byte, n int, ticks uint64) ([]byte, error) {
	limit, value := 2, uint64(0)
	switch field {
	case 'd':
		limit, value = 8, ticks/TicksPerDay
	case 'h':
		value = ticks / TicksPerHour % 24
	case 'm':
		value = ticks / TicksPerMinute % 60
	default:
		value = ticks / TicksPerSecond % 60
	}
	if n > limit {
		return dst, badFormat()
	}
	return appendPadded(dst, value, n), nil
}
