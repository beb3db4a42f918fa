package globalization

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
	"github.com/csshell/csshell/objects/system"
)

// The types of calendars.
var (
	CalendarType          = &objects.Type{FullName: "System.Globalization.Calendar", Kind: objects.KindObject, Attributes: objects.AbstractAttr, Interfaces: []*objects.Type{objects.CloneableType}}
	GregorianCalendarType = &objects.Type{FullName: "System.Globalization.GregorianCalendar", Base: CalendarType, Kind: objects.KindObject}
	ISOWeekType           = &objects.Type{FullName: "System.Globalization.ISOWeek", Kind: objects.KindObject, Attributes: objects.AbstractAttr | objects.SealedAttr | objects.StaticAttr}
)

// gregorian is a GregorianCalendar.
type gregorian struct{}

// Type is System.Globalization.GregorianCalendar.
func (gregorian) Type() *objects.Type { return GregorianCalendarType }

// weekOfYear is Calendar.GetWeekOfYear: the first week is that of the first
// day (0), the first whole one (1), or the first with four days (2).
func weekOfYear(t datetime.DateTime, rule, first int) int {
	day := t.DayOfYear() - 1
	january1 := t.DayOfWeek() - day%7
	offset := ((january1-first)%7 + 14) % 7 // days of January 1st's week before it
	switch rule {
	case 0:
		return (day+offset)/7 + 1
	case 1:
		offset = (7 - offset) % 7
	default:
		if offset = (7 - offset) % 7; offset >= 4 {
			offset -= 7
		}
	}
	if day >= offset {
		return (day-offset)/7 + 1
	}
	last, err := t.AddDays(float64(-day - 1))
	if err != nil {
		return 1
	}
	return weekOfYear(last, rule, first)
}

// isoWeek is the week and its year by ISO 8601.
func isoWeek(t datetime.DateTime) (year, week int) {
	weekday := (t.DayOfWeek() + 6) % 7
	thursday, err := t.AddDays(float64(3 - weekday))
	if err != nil {
		thursday = t
	}
	return thursday.Year(), (thursday.DayOfYear()-1)/7 + 1
}

func calendarDeclaration() *objects.Declaration {
	number := func(name string, of func(t datetime.DateTime) int) objects.Method {
		return total("int "+name+"(datetime time)", func(c *call) value { return objects.Int(of(c.Args[0].DateTime())) })
	}
	add := func(signature string, f func(t datetime.DateTime, n int) (datetime.DateTime, error)) objects.Method {
		return partial("datetime "+signature, func(c *call) (value, error) {
			t, err := f(c.Args[0].DateTime(), c.Int(1))
			return objects.DateTimeOf(t), err
		})
	}
	return &objects.Declaration{
		Type: CalendarType,
		Methods: []objects.Method{
			number("GetYear", datetime.DateTime.Year), number("GetMonth", datetime.DateTime.Month), number("GetDayOfMonth", datetime.DateTime.Day),
			number("GetDayOfYear", datetime.DateTime.DayOfYear), number("GetHour", datetime.DateTime.Hour), number("GetMinute", datetime.DateTime.Minute),
			number("GetSecond", datetime.DateTime.Second),
			total("System.DayOfWeek GetDayOfWeek(datetime time)", func(c *call) value {
				return objects.Word(system.DayOfWeekType, uint64(c.Args[0].DateTime().DayOfWeek()))
			}),
			total("int GetWeekOfYear(datetime time, System.Globalization.CalendarWeekRule rule, System.DayOfWeek firstDayOfWeek)", func(c *call) value {
				return objects.Int(weekOfYear(c.Args[0].DateTime(), c.Int(1), c.Int(2)))
			}),
			partial("int GetDaysInMonth(int year, int month)", func(c *call) (value, error) {
				n, err := datetime.DaysInMonth(c.Int(0), c.Int(1))
				return objects.Int(n), err
			}),
			partial("int GetDaysInYear(int year)", func(c *call) (value, error) {
				leap, err := datetime.IsLeapYear(c.Int(0))
				if leap {
					return objects.Int(366), err
				}
				return objects.Int(365), err
			}),
			partial("bool IsLeapYear(int year)", func(c *call) (value, error) {
				leap, err := datetime.IsLeapYear(c.Int(0))
				return objects.Bool(leap), err
			}),
			total("int GetMonthsInYear(int year)", func(*call) value { return objects.Int(12) }),
			add("AddDays(datetime time, int days)", func(t datetime.DateTime, n int) (datetime.DateTime, error) { return t.AddDays(float64(n)) }),
			add("AddWeeks(datetime time, int weeks)", func(t datetime.DateTime, n int) (datetime.DateTime, error) { return t.AddDays(7 * float64(n)) }),
			add("AddHours(datetime time, int hours)", func(t datetime.DateTime, n int) (datetime.DateTime, error) { return t.AddHours(float64(n)) }),
			add("AddMonths(datetime time, int months)", datetime.DateTime.AddMonths),
			add("AddYears(datetime time, int years)", datetime.DateTime.AddYears),
		},
	}
}

func isoWeekDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: ISOWeekType,
		Methods: []objects.Method{
			total("static int GetWeekOfYear(datetime date)", func(c *call) value { _, w := isoWeek(c.Args[0].DateTime()); return objects.Int(w) }),
			partial("static datetime ToDateTime(int year, int week, System.DayOfWeek dayOfWeek)", func(c *call) (value, error) {
				first, err := datetime.Date(c.Int(0), 1, 4) // always in the first week
				if err != nil {
					return objects.Null, err
				}
				monday := (first.DayOfWeek() + 6) % 7
				t, err := first.AddDays(float64(7*(c.Int(1)-1) - monday + (c.Int(2)+6)%7))
				return objects.DateTimeOf(t), err
			}),
			total("static int GetYear(datetime date)", func(c *call) value { y, _ := isoWeek(c.Args[0].DateTime()); return objects.Int(y) }),
		},
	}
}

// Types are the types of this package for a TypeTable.
func Types() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: CultureInfoType, Accelerators: []string{"cultureinfo"}, Declare: cultureInfoDeclaration},
		{Type: NumberFormatType, Declare: numberFormatDeclaration},
		{Type: DateTimeFormatType, Declare: dateFormatDeclaration},
		{Type: TextInfoType, Declare: textInfoDeclaration},
		{Type: CalendarType, Declare: calendarDeclaration},
		{Type: GregorianCalendarType, Declare: func() *objects.Declaration {
			return &objects.Declaration{Type: GregorianCalendarType, Constructors: []objects.Method{
				total("new()", func(*call) value { return objects.Of(gregorian{}) }),
			}}
		}},
		{Type: ISOWeekType, Declare: isoWeekDeclaration},
		{Type: CharUnicodeInfoType, Declare: charUnicodeInfoDeclaration}, {Type: UnicodeCategoryType},
	}
}
