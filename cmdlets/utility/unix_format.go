package utility

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/csshell/csshell/objects/datetime"
)

// unixFormat translates the format of -UFormat, that of the Unix command date,
// to a composite format of .NET for the date.
func unixFormat(format string, t datetime.DateTime, zone *time.Location) string {
	var b strings.Builder
	format = strings.TrimPrefix(format, "+")
	for i := 0; i < len(format); i++ {
		if format[i] != '%' || i+1 == len(format) {
			b.WriteByte(format[i])
			continue
		}
		i++
		b.WriteString(unixField(format[i], t, zone))
	}
	return b.String()
}

// unixField is what one letter after % stands for.
func unixField(letter byte, t datetime.DateTime, zone *time.Location) string {
	if s := unixPattern(letter); s != "" {
		return s
	}
	switch letter {
	case 'C':
		return strconv.Itoa(t.Year() / 100)
	case 'j':
		return fmt.Sprintf("%03d", t.DayOfYear())
	case 's':
		seconds := t.ToUniversalTime(zone).Since(datetime.UnixEpoch()).Total(datetime.TicksPerSecond)
		return strconv.FormatFloat(math.Round(seconds), 'f', 0, 64)
	case 'U', 'W':
		return strconv.Itoa(t.DayOfYear() / 7)
	case 'u':
		return strconv.Itoa((t.DayOfWeek()+6)%7 + 1)
	case 'w':
		return strconv.Itoa(t.DayOfWeek())
	}
	year, week := t.Time(time.UTC).ISOWeek()
	switch letter {
	case 'G':
		return fmt.Sprintf("%04d", year)
	case 'g':
		return fmt.Sprintf("%02d", year%100)
	case 'V':
		return fmt.Sprintf("%02d", week)
	}
	return string(letter)
}

// unixPattern is the .NET pattern of a letter that has one.
func unixPattern(letter byte) string {
	switch letter {
	case 'A':
		return "{0:dddd}"
	case 'a':
		return "{0:ddd}"
	case 'B':
		return "{0:MMMM}"
	case 'b', 'h':
		return "{0:MMM}"
	case 'c':
		return "{0:ddd dd MMM yyyy HH:mm:ss}"
	case 'D', 'x':
		return "{0:MM/dd/yy}"
	case 'd':
		return "{0:dd}"
	case 'e':
		return "{0,2:%d}"
	case 'F':
		return "{0:yyyy-MM-dd}"
	case 'H':
		return "{0:HH}"
	case 'I':
		return "{0:hh}"
	case 'k':
		return "{0,2:%H}"
	case 'l':
		return "{0,2:%h}"
	case 'M':
		return "{0:mm}"
	case 'm':
		return "{0:MM}"
	case 'n':
		return "\n"
	case 'p':
		return "{0:tt}"
	case 'R':
		return "{0:HH:mm}"
	case 'r':
		return "{0:hh:mm:ss tt}"
	case 'S':
		return "{0:ss}"
	case 'T', 'X':
		return "{0:HH:mm:ss}"
	case 't':
		return "\t"
	case 'Y':
		return "{0:yyyy}"
	case 'y':
		return "{0:yy}"
	case 'Z':
		return "{0:zz}"
	}
	return ""
}
