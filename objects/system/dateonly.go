package system

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
)

func onlyDate(d datetime.DateOnly, err error) (value, error) { return objects.DateOnlyOf(d), err }

func dateOnlyText() timed {
	return timed{
		name: "System.DateOnly", input: "s", provider: "provider", zero: objects.DateOnlyOf(0),
		free: func(r *datetime.Reader, s string) (value, error) { return onlyDate(r.ParseDate(s)) },
		exact: func(r *datetime.Reader, s, format string) (value, error) {
			return onlyDate(r.ParseDateExact(s, format))
		},
		any: func(r *datetime.Reader, s string, formats []string) (value, error) {
			return firstRead(formats, func(format string) (value, error) { return onlyDate(r.ParseDateExact(s, format)) })
		},
	}
}

// firstRead is what the first format that fits reads.
func firstRead(formats []string, read func(format string) (value, error)) (v value, err error) {
	for _, f := range formats {
		if v, err = read(f); err == nil {
			return v, nil
		}
	}
	return v, err
}

func dateOnlyDeclaration() *objects.Declaration {
	number := func(name string, of func(datetime.DateTime) int) objects.Property {
		return reads("int "+name+" {get;}", func(v value) value { return objects.Int(of(v.DateOnly().DateTime(0, datetime.Unspecified))) })
	}
	d := &objects.Declaration{
		Type: objects.DateOnlyType,
		Constructors: []objects.Method{
			total("new()", func(*call) value { return objects.DateOnlyOf(0) }),
			partial("new(int year, int month, int day)", func(c *call) (value, error) { return onlyDate(datetime.NewDateOnly(c.Int(0), c.Int(1), c.Int(2))) }),
		},
		Properties: []objects.Property{
			number("Year", datetime.DateTime.Year),
			number("Month", datetime.DateTime.Month),
			number("Day", datetime.DateTime.Day),
			reads("System.DayOfWeek DayOfWeek {get;}", func(v value) value {
				return objects.Word(DayOfWeekType, uint64((v.DateOnly().DayNumber()+1)%7))
			}),
			number("DayOfYear", datetime.DateTime.DayOfYear),
			reads("int DayNumber {get;}", func(v value) value { return objects.Int(v.DateOnly().DayNumber()) }),
			constant("static System.DateOnly MaxValue {get;}", objects.DateOnlyOf(datetime.MaxDate)),
			constant("static System.DateOnly MinValue {get;}", objects.DateOnlyOf(0)),
		},
	}
	d.Methods = append(dateOnlyMethods(), dateParsing(dateOnlyText())...)
	d.Methods = append(d.Methods, comparisons("System.DateOnly", "d", func(a, b value) int { return order(a.Int64(), b.Int64()) })...)
	return d
}

func dateOnlyMethods() []objects.Method {
	return []objects.Method{
		partial("System.DateOnly AddDays(int value)", func(c *call) (value, error) { return onlyDate(c.This.DateOnly().AddDays(c.Int(0))) }),
		partial("System.DateOnly AddMonths(int value)", func(c *call) (value, error) { return onlyDate(c.This.DateOnly().AddMonths(c.Int(0))) }),
		partial("System.DateOnly AddYears(int value)", func(c *call) (value, error) { return onlyDate(c.This.DateOnly().AddYears(c.Int(0))) }),
		total("int CompareTo(System.DateOnly value)", func(c *call) value { return objects.Int(order(c.This.Int64(), c.Args[0].Int64())) }),
		total("bool Equals(System.DateOnly value)", func(c *call) value { return objects.Bool(c.This.Int64() == c.Args[0].Int64()) }),
		partial("string ToLongDateString()", func(c *call) (value, error) {
			s, err := c.Types.ToString(c.This, "D")
			return objects.String(s), err
		}),
		partial("string ToShortDateString()", toText),
		partial("string ToString()", toText),
		partial("string ToString(string format)", toFormat),
		partial("string ToString(System.IFormatProvider provider)", toCulture),
		partial("string ToString(string format, System.IFormatProvider provider)", toFormatCulture),
		total("datetime ToDateTime(System.TimeOnly time)", func(c *call) value {
			return objects.DateTimeOf(c.This.DateOnly().DateTime(c.Args[0].TimeOnly(), datetime.Unspecified))
		}),
		total("datetime ToDateTime(System.TimeOnly time, System.DateTimeKind kind)", func(c *call) value {
			return objects.DateTimeOf(c.This.DateOnly().DateTime(c.Args[0].TimeOnly(), datetime.Kind(c.Int(1))))
		}),
		total("static System.DateOnly FromDateTime(datetime dateTime)", func(c *call) value { return objects.DateOnlyOf(c.Args[0].DateTime().DateOnly()) }),
		partial("static System.DateOnly FromDayNumber(int dayNumber)", func(c *call) (value, error) { return onlyDate(datetime.DateOnlyFromDayNumber(c.Int(0))) }),
	}
}

func onlyTime(t datetime.TimeOnly, err error) (value, error) { return objects.TimeOnlyOf(t), err }

func timeOnlyText() timed {
	return timed{
		name: "System.TimeOnly", input: "s", provider: "provider", zero: objects.TimeOnlyOf(0),
		free: func(r *datetime.Reader, s string) (value, error) { return onlyTime(r.ParseTime(s)) },
		exact: func(r *datetime.Reader, s, format string) (value, error) {
			return onlyTime(r.ParseTimeExact(s, format))
		},
		any: func(r *datetime.Reader, s string, formats []string) (value, error) {
			return firstRead(formats, func(format string) (value, error) { return onlyTime(r.ParseTimeExact(s, format)) })
		},
	}
}

func timeOnlyDeclaration() *objects.Declaration {
	number := func(name string, of func(datetime.TimeSpan) int) objects.Property {
		return reads("int "+name+" {get;}", func(v value) value { return objects.Int(of(datetime.TimeSpan(v.Int64()))) })
	}
	parts := func(c *call) (value, error) {
		var p [5]int
		for i := range c.Args {
			p[i] = c.Int(i)
		}
		t, err := datetime.NewTimeOnly(p[0], p[1], p[2], p[3])
		return objects.TimeOnlyOf(t + datetime.TimeOnly(p[4]*datetime.TicksPerMicrosecond)), err
	}
	d := &objects.Declaration{
		Type: objects.TimeOnlyType,
		Constructors: []objects.Method{
			total("new()", func(*call) value { return objects.TimeOnlyOf(0) }),
			partial("new(int hour, int minute)", parts),
			partial("new(int hour, int minute, int second)", parts),
			partial("new(int hour, int minute, int second, int millisecond)", parts),
			partial("new(int hour, int minute, int second, int millisecond, int microsecond)", parts),
			partial("new(long ticks)", func(c *call) (value, error) { return onlyTime(datetime.TimeOnlyFromTicks(c.Args[0].Int64())) }),
		},
		Properties: []objects.Property{
			number("Hour", datetime.TimeSpan.Hours),
			number("Minute", datetime.TimeSpan.Minutes),
			number("Second", datetime.TimeSpan.Seconds),
			number("Millisecond", datetime.TimeSpan.Milliseconds),
			number("Microsecond", datetime.TimeSpan.Microseconds),
			number("Nanosecond", datetime.TimeSpan.Nanoseconds),
			reads("long Ticks {get;}", func(v value) value { return objects.Int64(v.Int64()) }),
			constant("static System.TimeOnly MaxValue {get;}", objects.TimeOnlyOf(datetime.MaxTime)),
			constant("static System.TimeOnly MinValue {get;}", objects.TimeOnlyOf(0)),
		},
	}
	d.Methods = append(timeOnlyMethods(), dateParsing(timeOnlyText())...)
	d.Methods = append(d.Methods, comparisons("System.TimeOnly", "t", func(a, b value) int { return order(a.Int64(), b.Int64()) })...)
	return d
}

func timeOnlyMethods() []objects.Method {
	add := func(unit int64) func(c *call) (value, error) {
		return func(c *call) (value, error) {
			span, err := datetime.SpanFrom(c.Float(0), unit)
			t, _ := c.This.TimeOnly().Add(span)
			return objects.TimeOnlyOf(t), err
		}
	}
	return []objects.Method{
		total("System.TimeOnly Add(timespan value)", func(c *call) value {
			t, _ := c.This.TimeOnly().Add(c.Args[0].TimeSpan())
			return objects.TimeOnlyOf(t)
		}),
		partial("System.TimeOnly Add(timespan value, [ref] int wrappedDays)", func(c *call) (value, error) {
			t, days := c.This.TimeOnly().Add(c.Args[0].TimeSpan())
			return objects.TimeOnlyOf(t), c.Assign(1, objects.Int(days))
		}),
		partial("System.TimeOnly AddHours(double value)", add(datetime.TicksPerHour)),
		partial("System.TimeOnly AddMinutes(double value)", add(datetime.TicksPerMinute)),
		total("int CompareTo(System.TimeOnly value)", func(c *call) value { return objects.Int(order(c.This.Int64(), c.Args[0].Int64())) }),
		total("bool Equals(System.TimeOnly value)", func(c *call) value { return objects.Bool(c.This.Int64() == c.Args[0].Int64()) }),
		total("bool IsBetween(System.TimeOnly start, System.TimeOnly end)", func(c *call) value {
			return objects.Bool(c.This.TimeOnly().IsBetween(c.Args[0].TimeOnly(), c.Args[1].TimeOnly()))
		}),
		partial("string ToLongTimeString()", func(c *call) (value, error) {
			s, err := c.Types.ToString(c.This, "T")
			return objects.String(s), err
		}),
		partial("string ToShortTimeString()", toText),
		partial("string ToString()", toText),
		partial("string ToString(string format)", toFormat),
		partial("string ToString(System.IFormatProvider provider)", toCulture),
		partial("string ToString(string format, System.IFormatProvider provider)", toFormatCulture),
		total("timespan ToTimeSpan()", func(c *call) value { return objects.TimeSpanOf(datetime.TimeSpan(c.This.Int64())) }),
		total("static System.TimeOnly FromDateTime(datetime dateTime)", func(c *call) value { return objects.TimeOnlyOf(c.Args[0].DateTime().TimeOnly()) }),
		partial("static System.TimeOnly FromTimeSpan(timespan timeSpan)", func(c *call) (value, error) {
			return onlyTime(datetime.TimeOnlyFromTicks(c.Args[0].Int64()))
		}),
		total("static timespan op_Subtraction(System.TimeOnly t1, System.TimeOnly t2)", func(c *call) value {
			return objects.TimeSpanOf(c.Args[0].TimeOnly().Since(c.Args[1].TimeOnly()))
		}),
	}
}
