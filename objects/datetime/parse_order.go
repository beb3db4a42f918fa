package datetime

import "strings"

// carryOut turns the numbers of a complete shape into parts of the date or the
// time, and reports whether they make sense.
func (f *freeParser) carryOut(s shape) bool {
	if s >= timeOne {
		return f.setTime(s)
	}
	if f.haveDate {
		return false
	}
	n := func(i int) int {
		if i < len(f.numbers) {
			return f.numbers[i]
		}
		return missing
	}
	order := dateOrder(f.Format.ShortDate())
	switch s {
	case dateTwo:
		if dateOrder(f.Format.MonthDay) == "Md" {
			return f.setDate(f.currentYear(), n(0), n(1))
		}
		return f.setDate(f.currentYear(), n(1), n(0))
	case dateThree:
		return f.setThree(order, n(0), n(1), n(2))
	case dateMonthNumber:
		return f.setMonthNumber("dM", "My", n(0))
	case dateNumberMonth:
		return f.setMonthNumber("Md", "yM", n(0))
	case dateMonthTwo:
		return f.setMonthTwo(order, n(0), n(1))
	case dateYearTwo:
		if order == "ydM" {
			return f.setDate(f.yearNum, n(1), n(0))
		}
		return f.setDate(f.yearNum, n(0), n(1))
	case dateTwoYear:
		if order == "Mdy" || order == "yMd" {
			return f.setDate(f.yearNum, n(0), n(1))
		}
		return f.setDate(f.yearNum, n(1), n(0))
	case dateYearMonthNumber:
		return f.setDate(f.yearNum, f.monthNum, n(0))
	case dateYearNumber:
		return f.setDate(f.yearNum, n(0), 1)
	case dateYearMonth:
		return f.setDate(f.yearNum, f.monthNum, 1)
	default:
		return f.setUnits(s, n, order)
	}
}

func (f *freeParser) setDate(year, month, day int) bool {
	if !ValidDate(year, month, day) {
		return false
	}
	f.year, f.month, f.day, f.haveDate = year, month, day, true
	return true
}

// currentYear is the year of a date without one.
func (f *freeParser) currentYear() int {
	if f.Styles&NoCurrentDateDefault != 0 {
		return 1
	}
	return f.Now().Year()
}

func (f *freeParser) setThree(order string, a, b, c int) bool {
	switch order {
	case "yMd":
		return f.setDate(fullYear(a), b, c)
	case "Mdy":
		return f.setDate(fullYear(c), a, b)
	case "dMy":
		return f.setDate(fullYear(c), b, a)
	case "ydM":
		return f.setDate(fullYear(a), c, b)
	default:
		return false
	}
}

// setMonthNumber settles a month and one number: a year where the culture
// writes days on the other side of the month and years on this one, else a day.
func (f *freeParser) setMonthNumber(monthDay, yearMonth string, n int) bool {
	if dateOrder(f.Format.MonthDay) == monthDay && dateOrder(f.Format.YearMonth) == yearMonth {
		return f.setDate(fullYear(n), f.monthNum, 1)
	}
	return f.setDate(f.currentYear(), f.monthNum, n)
}

// setMonthTwo settles a month and two numbers, day and year in the order of the
// culture or else in the other.
func (f *freeParser) setMonthTwo(order string, a, b int) bool {
	switch order {
	case "Mdy", "dMy":
		return f.setDate(fullYear(b), f.monthNum, a) || f.setDate(fullYear(a), f.monthNum, b)
	case "yMd":
		return f.setDate(fullYear(a), f.monthNum, b) || f.setDate(fullYear(b), f.monthNum, a)
	default:
		return false
	}
}

// setTime settles the numbers of a time; a number by itself needs AM or PM.
func (f *freeParser) setTime(s shape) bool {
	if s == timeUnitsDone {
		return true
	}
	if f.haveTime || s == timeOne && f.mark == noMark {
		return false
	}
	f.haveTime = true
	f.hour = f.numbers[0]
	if s >= timeTwo {
		f.minute = f.numbers[1]
	}
	if s == timeThree {
		f.second = f.numbers[2]
	}
	return true
}

// unit takes a number with the sign of its unit.
func (f *freeParser) unit(value, unit int) error {
	part := [...]*int{&f.year, &f.month, &f.day, &f.hour, &f.minute, &f.second}[unit]
	if unit < hourUnit && *part != missing {
		return f.bad()
	}
	*part = value
	switch unit {
	case yearUnit:
		f.yearNum = value
	case monthUnit:
		f.monthNum = value
	}
	if unit >= hourUnit {
		f.haveTime = true
		return f.advance(f.shape.withTimeUnit())
	}
	return f.advance(f.shape.withDateUnit())
}

// setUnits settles numbers beside parts with units.
func (f *freeParser) setUnits(s shape, n func(int) int, order string) bool {
	switch s {
	case dateUnitsNumber:
		if len(f.numbers) != 1 || f.day != missing {
			return false
		}
		f.day = n(0)
	case dateNumberUnits:
		if f.month == missing || f.year != missing {
			return false
		}
		f.year, f.day = fullYear(n(0)), 1
	case dateTwoUnits:
		switch {
		case f.year != missing && f.month == missing && f.day == missing:
			return f.setDate(fullYear(f.yearNum), n(0), n(1))
		case f.year == missing && f.month != missing && f.day == missing && order == "yMd":
			return f.setDate(fullYear(n(0)), f.month, n(1))
		case f.year == missing && f.month != missing && f.day == missing:
			return f.setDate(fullYear(n(1)), f.month, n(0))
		default:
			return false
		}
	}
	return true
}

// dateOrder returns the order of year, month and day in a pattern as the first
// letters of its fields: "Mdy". A name of the day is none of them.
func dateOrder(pattern string) string {
	order := ""
	for i := 0; i < len(pattern); i++ {
		switch c := pattern[i]; c {
		case '\\', '%':
			i++
		case '\'', '"':
			if end := strings.IndexByte(pattern[i+1:], c); end >= 0 {
				i += end + 1
			}
		case 'y', 'M', 'd':
			n := run(pattern, i)
			i += n - 1
			if c != 'd' || n <= 2 {
				order += string(c)
			}
		}
	}
	return order
}
