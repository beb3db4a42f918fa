package system

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
)

func offsetOf(v value) datetime.DateTimeOffset {
	if d, ok := objects.As[*objects.DateTimeOffset](v); ok {
		return d.T
	}
	return datetime.DateTimeOffset{}
}

func madeOffset(signature string, f func(c *call) (datetime.DateTimeOffset, error)) objects.Method {
	return partial(signature, func(c *call) (value, error) {
		t, err := f(c)
		return objects.DateTimeOffsetOf(t), err
	})
}

const offsetName = "System.DateTimeOffset"

func offsetDeclaration() *objects.Declaration {
	d := &objects.Declaration{Type: objects.DateTimeOffsetType, Constructors: offsetConstructors(), Properties: offsetProperties()}
	d.Methods = append(d.Methods, offsetArithmetic()...)
	d.Methods = append(d.Methods, offsetStatic()...)
	d.Methods = append(d.Methods, dateParsing(offsetText())...)
	return d
}

func offsetConstructors() []objects.Method {
	parts := func(n int) func(c *call) (datetime.DateTimeOffset, error) {
		return func(c *call) (datetime.DateTimeOffset, error) {
			var p [7]int
			for i := 0; i < n; i++ {
				p[i] = c.Int(i)
			}
			t, err := datetime.New(p[0], p[1], p[2], p[3], p[4], p[5], p[6], datetime.Unspecified)
			if err != nil {
				return datetime.DateTimeOffset{}, err
			}
			return datetime.NewOffset(t, spanOf(c.Args[n]))
		}
	}
	const clock = "int year, int month, int day, int hour, int minute, int second"
	return []objects.Method{
		total("new()", func(*call) value { return objects.DateTimeOffsetOf(datetime.DateTimeOffset{}) }),
		madeOffset("new(datetime dateTime)", func(c *call) (datetime.DateTimeOffset, error) {
			return datetime.OffsetFrom(dateOf(c.Args[0]), c.Types.Zone())
		}),
		madeOffset("new(datetime dateTime, timespan offset)", func(c *call) (datetime.DateTimeOffset, error) {
			return datetime.NewOffset(dateOf(c.Args[0]), spanOf(c.Args[1]))
		}),
		madeOffset("new(long ticks, timespan offset)", func(c *call) (datetime.DateTimeOffset, error) {
			t, err := datetime.FromTicks(c.Args[0].Int64(), datetime.Unspecified)
			if err != nil {
				return datetime.DateTimeOffset{}, err
			}
			return datetime.NewOffset(t, spanOf(c.Args[1]))
		}),
		madeOffset("new("+clock+", timespan offset)", parts(6)),
		madeOffset("new("+clock+", int millisecond, timespan offset)", parts(7)),
	}
}

func offsetProperties() []objects.Property {
	clock := func(v value) datetime.DateTime { return offsetOf(v).DateTime() }
	number := func(name string, of func(datetime.DateTime) int) objects.Property {
		return reads("int "+name+" {get;}", func(this value) value { return objects.Int(of(clock(this))) })
	}
	now := func(tt *objects.TypeTable) datetime.DateTimeOffset {
		t, _ := datetime.OffsetFrom(datetime.FromTime(tt.Now().UTC(), datetime.UTC), tt.Zone())
		return t
	}
	return []objects.Property{
		reads("datetime Date {get;}", func(this value) value { return objects.DateTimeOf(clock(this).Date()) }),
		reads("datetime DateTime {get;}", func(this value) value { return objects.DateTimeOf(clock(this)) }),
		number("Day", datetime.DateTime.Day),
		reads("System.DayOfWeek DayOfWeek {get;}", func(this value) value { return objects.Word(DayOfWeekType, uint64(clock(this).DayOfWeek())) }),
		number("DayOfYear", datetime.DateTime.DayOfYear),
		number("Hour", datetime.DateTime.Hour),
		{Signature: "datetime LocalDateTime {get;}", GetIn: func(tt *objects.TypeTable, this value) (value, error) {
			return objects.DateTimeOf(offsetOf(this).LocalDateTime(tt.Zone())), nil
		}},
		number("Microsecond", datetime.DateTime.Microsecond),
		number("Millisecond", datetime.DateTime.Millisecond),
		number("Minute", datetime.DateTime.Minute),
		number("Month", datetime.DateTime.Month),
		number("Nanosecond", datetime.DateTime.Nanosecond),
		reads("timespan Offset {get;}", func(this value) value { return objects.TimeSpanOf(offsetOf(this).Offset()) }),
		number("Second", datetime.DateTime.Second),
		reads("long Ticks {get;}", func(this value) value { return objects.Int64(clock(this).Ticks()) }),
		reads("timespan TimeOfDay {get;}", func(this value) value { return objects.TimeSpanOf(clock(this).TimeOfDay()) }),
		reads("int TotalOffsetMinutes {get;}", func(this value) value {
			return objects.Int(int(offsetOf(this).Offset() / datetime.TicksPerMinute))
		}),
		reads("datetime UtcDateTime {get;}", func(this value) value { return objects.DateTimeOf(offsetOf(this).UTCDateTime()) }),
		reads("long UtcTicks {get;}", func(this value) value { return objects.Int64(offsetOf(this).UTCDateTime().Ticks()) }),
		number("Year", datetime.DateTime.Year),
		{Signature: "static " + offsetName + " Now {get;}", GetIn: func(tt *objects.TypeTable, _ value) (value, error) {
			return objects.DateTimeOffsetOf(now(tt).ToLocalTime(tt.Zone())), nil
		}},
		{Signature: "static " + offsetName + " UtcNow {get;}", GetIn: func(tt *objects.TypeTable, _ value) (value, error) {
			return objects.DateTimeOffsetOf(now(tt).ToUniversalTime()), nil
		}},
		reads("static "+offsetName+" MinValue {get;}", func(value) value { return objects.DateTimeOffsetOf(datetime.DateTimeOffset{}) }),
		reads("static "+offsetName+" MaxValue {get;}", func(value) value {
			t, _ := datetime.NewOffset(datetime.MaxValue, 0)
			return objects.DateTimeOffsetOf(t)
		}),
		reads("static "+offsetName+" UnixEpoch {get;}", func(value) value {
			t, _ := datetime.NewOffset(datetime.UnixEpoch(), 0)
			return objects.DateTimeOffsetOf(t)
		}),
	}
}

func offsetArithmetic() []objects.Method {
	var methods []objects.Method
	for _, f := range [...]struct {
		name, param string
		add         func(datetime.DateTime, float64) (datetime.DateTime, error)
	}{
		{"AddDays", "days", datetime.DateTime.AddDays}, {"AddHours", "hours", datetime.DateTime.AddHours}, {"AddMilliseconds", "milliseconds", datetime.DateTime.AddMilliseconds},
		{"AddMinutes", "minutes", datetime.DateTime.AddMinutes}, {"AddSeconds", "seconds", datetime.DateTime.AddSeconds},
	} {
		methods = append(methods, madeOffset(offsetName+" "+f.name+"(double "+f.param+")", func(c *call) (datetime.DateTimeOffset, error) {
			return offsetOf(c.This).Map(func(t datetime.DateTime) (datetime.DateTime, error) { return f.add(t, c.Float(0)) })
		}))
	}
	mapped := func(signature string, f func(t datetime.DateTime, c *call) (datetime.DateTime, error)) objects.Method {
		return madeOffset(signature, func(c *call) (datetime.DateTimeOffset, error) {
			return offsetOf(c.This).Map(func(t datetime.DateTime) (datetime.DateTime, error) { return f(t, c) })
		})
	}
	compare := func(c *call) value { return objects.Int(offsetOf(c.This).Compare(offsetOf(c.Args[0]))) }
	return append(methods,
		mapped(offsetName+" Add(timespan timeSpan)", func(t datetime.DateTime, c *call) (datetime.DateTime, error) { return t.Add(spanOf(c.Args[0])) }),
		mapped(offsetName+" AddMonths(int months)", func(t datetime.DateTime, c *call) (datetime.DateTime, error) { return t.AddMonths(c.Int(0)) }),
		mapped(offsetName+" AddTicks(long ticks)", func(t datetime.DateTime, c *call) (datetime.DateTime, error) { return t.AddTicks(c.Args[0].Int64()) }),
		mapped(offsetName+" AddYears(int years)", func(t datetime.DateTime, c *call) (datetime.DateTime, error) { return t.AddYears(c.Int(0)) }),
		mapped(offsetName+" Subtract(timespan value)", func(t datetime.DateTime, c *call) (datetime.DateTime, error) { return t.Subtract(spanOf(c.Args[0])) }),
		total("timespan Subtract("+offsetName+" value)", func(c *call) value { return objects.TimeSpanOf(offsetOf(c.This).Since(offsetOf(c.Args[0]))) }),
		total("int CompareTo("+offsetName+" other)", compare),
		total("bool Equals("+offsetName+" other)", func(c *call) value { return objects.Bool(offsetOf(c.This).Compare(offsetOf(c.Args[0])) == 0) }),
		total(offsetName+" ToLocalTime()", func(c *call) value { return objects.DateTimeOffsetOf(offsetOf(c.This).ToLocalTime(c.Types.Zone())) }),
		total(offsetName+" ToUniversalTime()", func(c *call) value { return objects.DateTimeOffsetOf(offsetOf(c.This).ToUniversalTime()) }),
		madeOffset(offsetName+" ToOffset(timespan offset)", func(c *call) (datetime.DateTimeOffset, error) { return offsetOf(c.This).WithOffset(spanOf(c.Args[0])) }),
		total("long ToUnixTimeMilliseconds()", func(c *call) value { return objects.Int64(offsetOf(c.This).Unix(datetime.TicksPerMillisecond)) }),
		total("long ToUnixTimeSeconds()", func(c *call) value { return objects.Int64(offsetOf(c.This).Unix(datetime.TicksPerSecond)) }),
		partial("string ToString()", toText),
		partial("string ToString(string format)", toFormat),
		partial("string ToString(System.IFormatProvider formatProvider)", toCulture),
		partial("string ToString(string format, System.IFormatProvider formatProvider)", toFormatCulture))
}

func offsetStatic() []objects.Method {
	methods := []objects.Method{
		madeOffset("static "+offsetName+" FromUnixTimeMilliseconds(long milliseconds)", func(c *call) (datetime.DateTimeOffset, error) {
			return datetime.OffsetFromUnix(c.Args[0].Int64(), datetime.TicksPerMillisecond)
		}),
		madeOffset("static "+offsetName+" FromUnixTimeSeconds(long seconds)", func(c *call) (datetime.DateTimeOffset, error) {
			return datetime.OffsetFromUnix(c.Args[0].Int64(), datetime.TicksPerSecond)
		}),
		total("static int Compare("+offsetName+" first, "+offsetName+" second)", func(c *call) value {
			return objects.Int(offsetOf(c.Args[0]).Compare(offsetOf(c.Args[1])))
		}),
		madeOffset("static "+offsetName+" op_Implicit(datetime dateTime)", func(c *call) (datetime.DateTimeOffset, error) {
			return datetime.OffsetFrom(dateOf(c.Args[0]), c.Types.Zone())
		}),
		madeOffset("static "+offsetName+" op_Addition("+offsetName+" dateTimeOffset, timespan timeSpan)", func(c *call) (datetime.DateTimeOffset, error) {
			return offsetOf(c.Args[0]).Map(func(t datetime.DateTime) (datetime.DateTime, error) { return t.Add(spanOf(c.Args[1])) })
		}),
		madeOffset("static "+offsetName+" op_Subtraction("+offsetName+" dateTimeOffset, timespan timeSpan)", func(c *call) (datetime.DateTimeOffset, error) {
			return offsetOf(c.Args[0]).Map(func(t datetime.DateTime) (datetime.DateTime, error) { return t.Subtract(spanOf(c.Args[1])) })
		}),
		total("static timespan op_Subtraction("+offsetName+" left, "+offsetName+" right)", func(c *call) value {
			return objects.TimeSpanOf(offsetOf(c.Args[0]).Since(offsetOf(c.Args[1])))
		}),
	}
	return append(methods, comparisons(offsetName, "t", func(a, b value) int { return offsetOf(a).Compare(offsetOf(b)) })...)
}
