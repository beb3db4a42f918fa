package datetime

// shape is what has been read of a date or a time and is not yet understood:
// the kinds of its parts, in the order of the text. A new part either extends
// it to another shape or completes it, which is an action; everything else is
// no date.
type shape uint8

const (
	empty       shape = iota
	number            // 3, and a space
	numberDash        // 3/
	twoSpaced         // 3 4
	two               // 3/4
	twoDash           // 3/4/
	month             // March
	monthNumber       // March 4
	numberMonth       // 4 March
	monthDash         // March-4-, 4-March-
	year              // 2014
	yearNumber        // 2014-3
	yearDash          // 2014-3-
	yearMonth         // 2014 March
	yearMonthDash
	units     // 2014年3月
	unitsMore // 3 2014年
	timeUnits // 5時
	clock1    // 5:
	clock2    // 5:06:
	failed

	// The complete ones.
	dateTwo
	dateThree
	dateMonthNumber
	dateNumberMonth
	dateMonthTwo
	dateYearTwo
	dateTwoYear
	dateYearMonthNumber
	dateYearNumber
	dateYearMonth
	dateUnits
	dateUnitsNumber
	dateNumberUnits
	dateTwoUnits
	timeOne
	timeTwo
	timeThree
	timeUnitsDone
)

func (s shape) complete() bool { return s > failed }

// ending is what stands behind a part.
type ending uint8

const (
	atEnd ending = iota
	bySpace
	byMark // AM, PM
	byDate // a date separator
	byTime // a time separator
)

// choose picks the shape for an ending.
func choose(by ending, end, space, mark, date shape) shape {
	switch by {
	case atEnd:
		return end
	case bySpace:
		return space
	case byMark:
		return mark
	case byDate:
		return date
	default:
		return failed
	}
}

// withNumber extends a shape by a number of one or two digits.
func (s shape) withNumber(by ending) shape {
	if by == byTime {
		return s.withClockNumber()
	}
	switch s {
	case empty:
		return choose(by, failed, number, timeOne, numberDash)
	case number:
		return choose(by, dateTwo, twoSpaced, timeTwo, twoDash)
	case numberDash:
		return choose(by, dateTwo, two, failed, twoDash)
	case twoSpaced:
		return choose(by, dateThree, dateThree, timeThree, failed)
	case two:
		return choose(by, dateThree, dateThree, timeOne, failed)
	case twoDash:
		return choose(by, dateThree, dateThree, dateThree, failed)
	case month:
		return choose(by, dateMonthNumber, monthNumber, failed, monthDash)
	case monthNumber, numberMonth:
		return choose(by, dateMonthTwo, dateMonthTwo, dateMonthTwo, failed)
	case monthDash:
		return choose(by, dateMonthTwo, dateMonthTwo, failed, failed)
	case year:
		return choose(by, dateYearNumber, yearNumber, failed, yearDash)
	case yearNumber, yearDash:
		return choose(by, dateYearTwo, dateYearTwo, dateYearTwo, failed)
	case yearMonth, yearMonthDash:
		return choose(by, dateYearMonthNumber, dateYearMonthNumber, dateYearMonthNumber, failed)
	case units:
		return choose(by, dateUnitsNumber, clock1, timeOne, failed)
	case unitsMore:
		return choose(by, dateTwoUnits, dateTwoUnits, dateTwoUnits, failed)
	case timeUnits:
		return choose(by, timeUnitsDone, clock1, timeUnitsDone, numberDash)
	case clock1:
		return choose(by, timeTwo, timeTwo, timeTwo, failed)
	case clock2:
		return choose(by, timeThree, timeThree, timeThree, failed)
	default:
		return failed
	}
}

// withClockNumber extends a shape by a number with a time separator. Where a
// date lacks its year, .NET takes its numbers for those of the time.
func (s shape) withClockNumber() shape {
	switch s {
	case empty, twoSpaced, two, monthNumber, numberMonth, units, unitsMore:
		return clock1
	case clock1:
		return clock2
	default:
		return failed
	}
}

// withMonth extends a shape by the name of a month.
func (s shape) withMonth(by ending) shape {
	switch s {
	case empty:
		return choose(by, failed, month, failed, month)
	case number:
		return choose(by, dateNumberMonth, numberMonth, failed, monthDash)
	case numberDash:
		return choose(by, dateNumberMonth, monthNumber, failed, monthDash)
	case twoSpaced, two, twoDash:
		return choose(by, dateMonthTwo, dateMonthTwo, failed, failed)
	case year:
		return choose(by, dateYearMonth, yearMonth, failed, yearMonthDash)
	case yearNumber, yearDash:
		return choose(by, dateYearMonthNumber, dateYearMonthNumber, failed, failed)
	case clock1:
		return choose(by, dateNumberMonth, numberMonth, failed, failed)
	default:
		return failed
	}
}

// withYear extends a shape by a number of three digits or more.
func (s shape) withYear(by ending) shape {
	switch s {
	case empty:
		return choose(by, failed, year, failed, year)
	case number, numberDash:
		return choose(by, dateYearNumber, yearNumber, failed, yearDash)
	case twoSpaced, two, twoDash:
		return choose(by, dateTwoYear, dateTwoYear, failed, failed)
	case month:
		return choose(by, dateYearMonth, yearMonth, failed, yearMonthDash)
	case monthNumber, numberMonth, monthDash:
		return choose(by, dateYearMonthNumber, dateYearMonthNumber, failed, failed)
	default:
		return failed
	}
}

// withDateUnit extends a shape by a number with the sign of a year, a month or
// a day.
func (s shape) withDateUnit() shape {
	switch s {
	case empty, units, timeUnits:
		return units
	case number, unitsMore:
		return unitsMore
	case year:
		return yearMonth
	case two, twoDash, monthNumber, numberMonth:
		return dateUnits
	default:
		return failed
	}
}

// withTimeUnit extends a shape by a number with the sign of an hour, a minute
// or a second.
func (s shape) withTimeUnit() shape {
	switch s {
	case empty, twoSpaced, two, monthNumber, numberMonth, units, unitsMore, timeUnits, clock1, clock2:
		return timeUnits
	default:
		return failed
	}
}

// withWeekday and withEra put a word among the parts, which only a clock does
// not suffer.
func (s shape) withWeekday() shape {
	if s == clock1 {
		return failed
	}
	return s.withEra()
}

func (s shape) withEra() shape {
	switch s {
	case yearDash:
		return yearNumber
	case yearMonthDash:
		return yearMonth
	default:
		return s
	}
}

// withZone puts a time zone among the parts of a time.
func (s shape) withZone() shape {
	switch s {
	case empty, number, twoSpaced, timeUnits, clock1, clock2:
		return s
	default:
		return failed
	}
}

// withEnd ends the text.
func (s shape) withEnd() shape {
	switch s {
	case empty:
		return empty
	case twoSpaced, two:
		return dateTwo
	case monthNumber:
		return dateMonthNumber
	case numberMonth:
		return dateNumberMonth
	case unitsMore:
		return dateNumberUnits
	case yearNumber:
		return dateYearNumber
	case yearMonth:
		return dateYearMonth
	case units:
		return dateUnits
	case timeUnits:
		return timeUnitsDone
	default:
		return failed
	}
}
