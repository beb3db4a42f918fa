package globalization

import (
	"strconv"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/system"
)

func dateFormatDeclaration() *objects.Declaration {
	d := &objects.Declaration{
		Type: DateTimeFormatType,
		Constructors: []objects.Method{
			total("new()", func(*call) value { return objects.Of(&info{DateTimeFormatType, copied(culture.Invariant())}) }),
		},
		Properties: []objects.Property{
			current("System.Globalization.DateTimeFormatInfo", DateTimeFormatType),
			reads("static System.Globalization.DateTimeFormatInfo InvariantInfo {get;}", func(value) value {
				return objects.Of(&info{DateTimeFormatType, culture.Invariant()})
			}),
			reads("System.DayOfWeek FirstDayOfWeek {get;}", func(this value) value {
				return objects.Word(system.DayOfWeekType, uint64(of(this).DateTime.FirstDayOfWeek))
			}),
			reads("System.Globalization.CalendarWeekRule CalendarWeekRule {get;}", func(this value) value {
				return objects.Word(system.CalendarWeekRuleType, uint64(of(this).DateTime.WeekRule))
			}),
			reads("System.Globalization.Calendar Calendar {get;}", func(value) value { return objects.Of(gregorian{}) }),
			reads("bool IsReadOnly {get;}", func(value) value { return objects.Bool(false) }),
			fixed("RFC1123Pattern", "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"),
			fixed("SortableDateTimePattern", "yyyy'-'MM'-'dd'T'HH':'mm':'ss"),
			fixed("UniversalSortableDateTimePattern", "yyyy'-'MM'-'dd HH':'mm':'ss'Z'"),
			fixed("NativeCalendarName", "Gregorian Calendar"),
		},
		Methods: append(dateNames(), clone(), instance("System.Globalization.DateTimeFormatInfo", "provider", DateTimeFormatType)),
	}
	d.Properties = append(d.Properties, datePatterns()...)
	d.Properties = append(d.Properties, dateLists()...)
	return d
}

func fixed(name, s string) objects.Property {
	return reads("string "+name+" {get;}", func(value) value { return objects.String(s) })
}

// datePatterns are the patterns and signs of a culture.
func datePatterns() []objects.Property {
	text := func(name string, get func(f *culture.DateTimeFormat) string, set func(f *culture.DateTimeFormat, s string)) objects.Property {
		return objects.Property{
			Signature: "string " + name + " {get;set;}",
			Get:       func(this value) (value, error) { return objects.String(get(&of(this).DateTime)), nil },
			Set: func(this, v value) error {
				s, _ := v.Str()
				return change(this, func(c *culture.Culture) { set(&c.DateTime, s) })
			},
		}
	}
	first := func(list []string, s string) []string { return append([]string{s}, list...) }
	return []objects.Property{
		text("AMDesignator", func(f *culture.DateTimeFormat) string { return f.AM }, func(f *culture.DateTimeFormat, s string) { f.AM = s }),
		text("PMDesignator", func(f *culture.DateTimeFormat) string { return f.PM }, func(f *culture.DateTimeFormat, s string) { f.PM = s }),
		text("DateSeparator", func(f *culture.DateTimeFormat) string { return f.DateSeparator }, func(f *culture.DateTimeFormat, s string) { f.DateSeparator = s }),
		text("TimeSeparator", func(f *culture.DateTimeFormat) string { return f.TimeSeparator }, func(f *culture.DateTimeFormat, s string) { f.TimeSeparator = s }),
		text("FullDateTimePattern", (*culture.DateTimeFormat).FullDateTime, func(*culture.DateTimeFormat, string) {}),
		text("LongDatePattern", (*culture.DateTimeFormat).LongDate, func(f *culture.DateTimeFormat, s string) { f.LongDates = first(f.LongDates, s) }),
		text("LongTimePattern", (*culture.DateTimeFormat).LongTime, func(f *culture.DateTimeFormat, s string) { f.LongTimes = first(f.LongTimes, s) }),
		text("ShortDatePattern", (*culture.DateTimeFormat).ShortDate, func(f *culture.DateTimeFormat, s string) { f.ShortDates = first(f.ShortDates, s) }),
		text("ShortTimePattern", (*culture.DateTimeFormat).ShortTime, func(f *culture.DateTimeFormat, s string) { f.ShortTimes = first(f.ShortTimes, s) }),
		text("MonthDayPattern", func(f *culture.DateTimeFormat) string { return f.MonthDay }, func(f *culture.DateTimeFormat, s string) { f.MonthDay = s }),
		text("YearMonthPattern", func(f *culture.DateTimeFormat) string { return f.YearMonth }, func(f *culture.DateTimeFormat, s string) { f.YearMonth = s }),
	}
}

// dateLists are the names of days and months; months have an empty 13th.
func dateLists() []objects.Property {
	list := func(name string, months bool, get func(f *culture.DateTimeFormat) []string) objects.Property {
		return reads("string[] "+name+" {get;}", func(this value) value {
			names := append([]string(nil), get(&of(this).DateTime)...)
			if months {
				names = append(names, "")
			}
			return objects.Of(objects.Strings(names))
		})
	}
	return []objects.Property{
		list("AbbreviatedDayNames", false, func(f *culture.DateTimeFormat) []string { return f.AbbreviatedDays }),
		list("ShortestDayNames", false, func(f *culture.DateTimeFormat) []string { return f.ShortestDays }),
		list("DayNames", false, func(f *culture.DateTimeFormat) []string { return f.Days }),
		list("AbbreviatedMonthNames", true, func(f *culture.DateTimeFormat) []string { return f.AbbreviatedMonths }),
		list("MonthNames", true, func(f *culture.DateTimeFormat) []string { return f.Months }),
		list("AbbreviatedMonthGenitiveNames", true, func(f *culture.DateTimeFormat) []string { return f.AbbreviatedGenitiveMonths }),
		list("MonthGenitiveNames", true, func(f *culture.DateTimeFormat) []string { return f.GenitiveMonths }),
	}
}

func dateNames() []objects.Method {
	day := func(name, param string, get func(f *culture.DateTimeFormat) []string) objects.Method {
		return partial("string "+name+"(System.DayOfWeek "+param+")", func(c *call) (value, error) {
			n := c.Int(0)
			if n < 0 || n > 6 {
				return objects.Null, objects.OutOfRange("Valid values are between Sunday and Saturday, inclusive.", param)
			}
			return objects.String(get(&of(c.This).DateTime)[n]), nil
		})
	}
	month := func(name string, get func(f *culture.DateTimeFormat) []string) objects.Method {
		return partial("string "+name+"(int month)", func(c *call) (value, error) {
			n := c.Int(0)
			if n < 1 || n > 13 {
				e := objects.OutOfRange("Valid values are between 1 and 13, inclusive.", "month")
				e.Message += "\nActual value was " + strconv.Itoa(n) + "."
				return objects.Null, e
			}
			if n == 13 {
				return objects.String(""), nil
			}
			return objects.String(get(&of(c.This).DateTime)[n-1]), nil
		})
	}
	return []objects.Method{
		day("GetAbbreviatedDayName", "dayofweek", func(f *culture.DateTimeFormat) []string { return f.AbbreviatedDays }),
		day("GetShortestDayName", "dayOfWeek", func(f *culture.DateTimeFormat) []string { return f.ShortestDays }),
		day("GetDayName", "dayofweek", func(f *culture.DateTimeFormat) []string { return f.Days }),
		month("GetAbbreviatedMonthName", func(f *culture.DateTimeFormat) []string { return f.AbbreviatedMonths }),
		month("GetMonthName", func(f *culture.DateTimeFormat) []string { return f.Months }),
	}
}
