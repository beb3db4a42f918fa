package system

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
)

func dateOf(v value) datetime.DateTime { return v.DateTime() }
func spanOf(v value) datetime.TimeSpan { return v.TimeSpan() }

// clock is a static property that tells the time.
func clock(name string, of func(tt *objects.TypeTable) datetime.DateTime) objects.Property {
	return objects.Property{
		Signature: "static datetime " + name + " {get;}",
		GetIn:     func(tt *objects.TypeTable, _ value) (value, error) { return objects.DateTimeOf(of(tt)), nil },
	}
}

func localNow(tt *objects.TypeTable) datetime.DateTime {
	return datetime.FromTime(tt.Now().In(tt.Zone()), datetime.Local)
}

func dateTimeDeclaration() *objects.Declaration {
	d := &objects.Declaration{Type: objects.DateTimeType, Constructors: dateConstructors(), Properties: dateProperties(), Data: dateData()}
	d.Methods = append(d.Methods, dateArithmetic()...)
	d.Methods = append(d.Methods, dateConversions()...)
	d.Methods = append(d.Methods, dateStatic()...)
	d.Methods = append(d.Methods, dateParsing(dateText())...)
	return d
}

// dateData adds the property DateTime: the date, the time or both as the
// culture writes them in full, by the note DisplayHint.
func dateData() *objects.TypeData {
	return &objects.TypeData{TypeName: objects.DateTimeType.FullName, Members: []objects.OwnMember{
		{Name: "DateTime", Kind: objects.ScriptPropertyMember, Value: objects.Of(&objects.CodePropertyDef{Name: "DateTime", Getter: fullDate,
			Script: `"{0} {1}" -f $this.ToLongDateString(), $this.ToLongTimeString()`})},
	}}
}

func fullDate(tt *objects.TypeTable, this value) (value, error) {
	hint := ""
	if v, ok, _ := tt.GetProperty(this, "DisplayHint"); ok {
		hint, _ = tt.Text(v, " ")
	}
	date, err := tt.ToString(this.Base(), "D")
	if err != nil || strings.EqualFold(hint, "Date") {
		return objects.String(date), err
	}
	clock, err := tt.ToString(this.Base(), "T")
	if strings.EqualFold(hint, "Time") {
		return objects.String(clock), err
	}
	return objects.String(date + " " + clock), err
}

func dateConstructors() []objects.Method {
	// parts makes a date of n whole numbers, followed by a kind where there is one.
	parts := func(n int) func(c *call) (value, error) {
		return func(c *call) (value, error) {
			var p [8]int
			for i := 0; i < n; i++ {
				p[i] = c.Int(i)
			}
			kind := datetime.Unspecified
			if len(c.Args) > n {
				kind = datetime.Kind(c.Int(n))
			}
			t, err := datetime.New(p[0], p[1], p[2], p[3], p[4], p[5], p[6], kind)
			if err == nil && p[7] != 0 {
				t, err = t.AddMicroseconds(float64(p[7]))
			}
			return objects.DateTimeOf(t), err
		}
	}
	ticks := func(c *call) (value, error) {
		kind := datetime.Unspecified
		if len(c.Args) > 1 {
			kind = datetime.Kind(c.Int(1))
		}
		t, err := datetime.FromTicks(c.Args[0].Int64(), kind)
		return objects.DateTimeOf(t), err
	}
	const day, clock = "int year, int month, int day", ", int hour, int minute, int second"
	return []objects.Method{
		total("new()", func(*call) value { return objects.DateTimeOf(0) }),
		partial("new(long ticks)", ticks),
		partial("new(long ticks, System.DateTimeKind kind)", ticks),
		partial("new("+day+")", parts(3)),
		partial("new("+day+clock+")", parts(6)),
		partial("new("+day+clock+", System.DateTimeKind kind)", parts(6)),
		partial("new("+day+clock+", int millisecond)", parts(7)),
		partial("new("+day+clock+", int millisecond, System.DateTimeKind kind)", parts(7)),
		partial("new("+day+clock+", int millisecond, int microsecond)", parts(8)),
		partial("new("+day+clock+", int millisecond, int microsecond, System.DateTimeKind kind)", parts(8)),
	}
}

func dateProperties() []objects.Property {
	number := func(name string, of func(datetime.DateTime) int) objects.Property {
		return reads("int "+name+" {get;}", func(this value) value { return objects.Int(of(dateOf(this))) })
	}
	return []objects.Property{
		reads("datetime Date {get;}", func(this value) value { return objects.DateTimeOf(dateOf(this).Date()) }),
		number("Day", datetime.DateTime.Day),
		reads("System.DayOfWeek DayOfWeek {get;}", func(this value) value { return objects.Word(DayOfWeekType, uint64(dateOf(this).DayOfWeek())) }),
		number("DayOfYear", datetime.DateTime.DayOfYear),
		number("Hour", datetime.DateTime.Hour),
		reads("System.DateTimeKind Kind {get;}", func(this value) value { return objects.Word(DateTimeKindType, uint64(dateOf(this).Kind())) }),
		number("Millisecond", datetime.DateTime.Millisecond),
		number("Microsecond", datetime.DateTime.Microsecond),
		number("Nanosecond", datetime.DateTime.Nanosecond),
		number("Minute", datetime.DateTime.Minute),
		number("Month", datetime.DateTime.Month),
		number("Second", datetime.DateTime.Second),
		reads("long Ticks {get;}", func(this value) value { return objects.Int64(dateOf(this).Ticks()) }),
		reads("timespan TimeOfDay {get;}", func(this value) value { return objects.TimeSpanOf(dateOf(this).TimeOfDay()) }),
		number("Year", datetime.DateTime.Year),
		clock("Now", localNow),
		clock("Today", func(tt *objects.TypeTable) datetime.DateTime { return localNow(tt).Date() }),
		clock("UtcNow", func(tt *objects.TypeTable) datetime.DateTime { return datetime.FromTime(tt.Now().UTC(), datetime.UTC) }),
		constant("static datetime MaxValue {get;}", objects.DateTimeOf(datetime.MaxValue)),
		constant("static datetime MinValue {get;}", objects.DateTimeOf(0)),
		constant("static datetime UnixEpoch {get;}", objects.DateTimeOf(datetime.UnixEpoch())),
	}
}

// dated is a method whose result is a date.
func dated(signature string, f func(t datetime.DateTime, c *call) (datetime.DateTime, error)) objects.Method {
	return partial(signature, func(c *call) (value, error) {
		t, err := f(dateOf(c.This), c)
		return objects.DateTimeOf(t), err
	})
}

func dateArithmetic() []objects.Method {
	var methods []objects.Method
	for _, f := range [...]struct {
		name string
		add  func(datetime.DateTime, float64) (datetime.DateTime, error)
	}{
		{"AddDays", datetime.DateTime.AddDays}, {"AddHours", datetime.DateTime.AddHours}, {"AddMilliseconds", datetime.DateTime.AddMilliseconds},
		{"AddMicroseconds", datetime.DateTime.AddMicroseconds}, {"AddMinutes", datetime.DateTime.AddMinutes}, {"AddSeconds", datetime.DateTime.AddSeconds},
	} {
		methods = append(methods, dated("datetime "+f.name+"(double value)", func(t datetime.DateTime, c *call) (datetime.DateTime, error) {
			return f.add(t, c.Float(0))
		}))
	}
	return append(methods,
		dated("datetime Add(timespan value)", func(t datetime.DateTime, c *call) (datetime.DateTime, error) { return t.Add(spanOf(c.Args[0])) }),
		dated("datetime AddMonths(int months)", func(t datetime.DateTime, c *call) (datetime.DateTime, error) { return t.AddMonths(c.Int(0)) }),
		dated("datetime AddTicks(long value)", func(t datetime.DateTime, c *call) (datetime.DateTime, error) { return t.AddTicks(c.Args[0].Int64()) }),
		dated("datetime AddYears(int value)", func(t datetime.DateTime, c *call) (datetime.DateTime, error) { return t.AddYears(c.Int(0)) }),
		total("timespan Subtract(datetime value)", func(c *call) value { return objects.TimeSpanOf(dateOf(c.This).Since(dateOf(c.Args[0]))) }),
		dated("datetime Subtract(timespan value)", func(t datetime.DateTime, c *call) (datetime.DateTime, error) { return t.Subtract(spanOf(c.Args[0])) }),
		partial("int CompareTo(System.Object value)", func(c *call) (value, error) {
			if !c.Is(0) {
				return objects.Int(1), nil
			}
			if c.Args[0].Base().Type() != objects.DateTimeType {
				return objects.Null, objects.NewException(objects.ArgumentException, "Object must be of type DateTime.")
			}
			return objects.Int(dateOf(c.This).Compare(dateOf(c.Args[0].Base()))), nil
		}),
		total("int CompareTo(datetime value)", func(c *call) value { return objects.Int(dateOf(c.This).Compare(dateOf(c.Args[0]))) }),
		total("bool Equals(datetime value)", func(c *call) value { return objects.Bool(dateOf(c.This).Compare(dateOf(c.Args[0])) == 0) }),
	)
}

func dateConversions() []objects.Method {
	shown := func(signature, format string) objects.Method {
		return partial(signature, func(c *call) (value, error) {
			s, err := c.Types.ToString(c.This, format)
			return objects.String(s), err
		})
	}
	return []objects.Method{
		total("bool IsDaylightSavingTime()", func(c *call) value { return objects.Bool(dateOf(c.This).IsDaylightSavingTime(c.Types.Zone())) }),
		total("long ToBinary()", func(c *call) value { return objects.Int64(dateOf(c.This).ToBinary(c.Types.Zone())) }),
		partial("long ToFileTime()", func(c *call) (value, error) {
			n, err := dateOf(c.This).ToFileTime(c.Types.Zone())
			return objects.Int64(n), err
		}),
		partial("long ToFileTimeUtc()", func(c *call) (value, error) {
			n, err := dateOf(c.This).ToFileTimeUTC(c.Types.Zone())
			return objects.Int64(n), err
		}),
		total("datetime ToLocalTime()", func(c *call) value { return objects.DateTimeOf(dateOf(c.This).ToLocalTime(c.Types.Zone())) }),
		total("datetime ToUniversalTime()", func(c *call) value { return objects.DateTimeOf(dateOf(c.This).ToUniversalTime(c.Types.Zone())) }),
		partial("double ToOADate()", func(c *call) (value, error) {
			f, err := dateOf(c.This).ToOADate()
			return objects.Double(f), err
		}),
		shown("string ToLongDateString()", "D"),
		shown("string ToLongTimeString()", "T"),
		shown("string ToShortDateString()", "d"),
		shown("string ToShortTimeString()", "t"),
		partial("string ToString()", toText),
		partial("string ToString(string format)", toFormat),
		partial("string ToString(System.IFormatProvider provider)", toCulture),
		partial("string ToString(string format, System.IFormatProvider provider)", toFormatCulture),
		total("System.TypeCode GetTypeCode()", func(*call) value { return objects.Word(TypeCodeType, typeCodeOf(objects.DateTimeType)) }),
	}
}

func dateStatic() []objects.Method {
	methods := []objects.Method{
		total("static int Compare(datetime t1, datetime t2)", func(c *call) value { return objects.Int(dateOf(c.Args[0]).Compare(dateOf(c.Args[1]))) }),
		total("static bool Equals(datetime t1, datetime t2)", func(c *call) value { return objects.Bool(dateOf(c.Args[0]).Compare(dateOf(c.Args[1])) == 0) }),
		partial("static int DaysInMonth(int year, int month)", func(c *call) (value, error) {
			n, err := datetime.DaysInMonth(c.Int(0), c.Int(1))
			return objects.Int(n), err
		}),
		partial("static bool IsLeapYear(int year)", func(c *call) (value, error) {
			is, err := datetime.IsLeapYear(c.Int(0))
			return objects.Bool(is), err
		}),
		madeDate("static datetime FromBinary(long dateData)", func(c *call) (datetime.DateTime, error) {
			return datetime.FromBinary(c.Args[0].Int64(), c.Types.Zone())
		}),
		madeDate("static datetime FromFileTime(long fileTime)", func(c *call) (datetime.DateTime, error) {
			return datetime.FromFileTime(c.Args[0].Int64(), c.Types.Zone())
		}),
		madeDate("static datetime FromFileTimeUtc(long fileTime)", func(c *call) (datetime.DateTime, error) {
			return datetime.FromFileTimeUTC(c.Args[0].Int64())
		}),
		madeDate("static datetime FromOADate(double d)", func(c *call) (datetime.DateTime, error) { return datetime.FromOADate(c.Float(0)) }),
		total("static datetime SpecifyKind(datetime value, System.DateTimeKind kind)", func(c *call) value {
			return objects.DateTimeOf(dateOf(c.Args[0]).WithKind(datetime.Kind(c.Int(1))))
		}),
		madeDate("static datetime op_Addition(datetime d, timespan t)", func(c *call) (datetime.DateTime, error) {
			return dateOf(c.Args[0]).Plus(spanOf(c.Args[1]))
		}),
		madeDate("static datetime op_Subtraction(datetime d, timespan t)", func(c *call) (datetime.DateTime, error) {
			return dateOf(c.Args[0]).Minus(spanOf(c.Args[1]))
		}),
		total("static timespan op_Subtraction(datetime d1, datetime d2)", func(c *call) value { return objects.TimeSpanOf(dateOf(c.Args[0]).Since(dateOf(c.Args[1]))) }),
	}
	return append(methods, comparisons("datetime", "d", func(a, b value) int { return dateOf(a).Compare(dateOf(b)) })...)
}

func madeDate(signature string, f func(c *call) (datetime.DateTime, error)) objects.Method {
	return partial(signature, func(c *call) (value, error) {
		t, err := f(c)
		return objects.DateTimeOf(t), err
	})
}

// comparisons are the comparison operators of a type.
func comparisons(name, param string, compare func(a, b value) int) []objects.Method {
	var methods []objects.Method
	for _, op := range [...]struct {
		name string
		is   func(n int) bool
	}{
		{"op_Equality", func(n int) bool { return n == 0 }}, {"op_Inequality", func(n int) bool { return n != 0 }},
		{"op_LessThan", func(n int) bool { return n < 0 }}, {"op_LessThanOrEqual", func(n int) bool { return n <= 0 }},
		{"op_GreaterThan", func(n int) bool { return n > 0 }}, {"op_GreaterThanOrEqual", func(n int) bool { return n >= 0 }},
	} {
		methods = append(methods, total("static bool "+op.name+"("+name+" "+param+"1, "+name+" "+param+"2)", func(c *call) value {
			return objects.Bool(op.is(compare(c.Args[0], c.Args[1])))
		}))
	}
	return methods
}
