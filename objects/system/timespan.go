package system

import (
	"math"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
)

func timeSpanDeclaration() *objects.Declaration {
	d := &objects.Declaration{Type: objects.TimeSpanType, Constructors: spanConstructors(), Properties: spanProperties()}
	d.Methods = append(d.Methods, spanArithmetic()...)
	d.Methods = append(d.Methods, spanStatic()...)
	d.Methods = append(d.Methods, spanOperators()...)
	d.Methods = append(d.Methods, spanParsing()...)
	return d
}

// madeSpan is a method whose result is a time span.
func madeSpan(signature string, f func(c *call) (datetime.TimeSpan, error)) objects.Method {
	return partial(signature, func(c *call) (value, error) {
		s, err := f(c)
		return objects.TimeSpanOf(s), err
	})
}

func spanConstructors() []objects.Method {
	// parts makes a span of days, hours and so on, the first being at place first.
	parts := func(first int) func(c *call) (datetime.TimeSpan, error) {
		return func(c *call) (datetime.TimeSpan, error) {
			var p [6]int
			for i := range c.Args {
				p[first+i] = c.Int(i)
			}
			s, err := datetime.SpanOf(p[0], p[1], p[2], p[3], p[4])
			if err != nil || p[5] == 0 {
				return s, err
			}
			return s.Add(datetime.TimeSpan(p[5]) * datetime.TicksPerMicrosecond)
		}
	}
	return []objects.Method{
		total("new()", func(*call) value { return objects.TimeSpanOf(0) }),
		total("new(long ticks)", func(c *call) value { return objects.TimeSpanOf(spanOf(c.Args[0])) }),
		madeSpan("new(int hours, int minutes, int seconds)", parts(1)),
		madeSpan("new(int days, int hours, int minutes, int seconds)", parts(0)),
		madeSpan("new(int days, int hours, int minutes, int seconds, int milliseconds)", parts(0)),
		madeSpan("new(int days, int hours, int minutes, int seconds, int milliseconds, int microseconds)", parts(0)),
	}
}

func spanProperties() []objects.Property {
	number := func(name string, of func(datetime.TimeSpan) int) objects.Property {
		return reads("int "+name+" {get;}", func(this value) value { return objects.Int(of(spanOf(this))) })
	}
	sum := func(name string, unit int64) objects.Property {
		return reads("double "+name+" {get;}", func(this value) value { return objects.Double(spanOf(this).Total(unit)) })
	}
	properties := []objects.Property{
		reads("long Ticks {get;}", func(this value) value { return objects.Int64(this.Int64()) }),
		number("Days", datetime.TimeSpan.Days),
		number("Hours", datetime.TimeSpan.Hours),
		number("Milliseconds", datetime.TimeSpan.Milliseconds),
		number("Microseconds", datetime.TimeSpan.Microseconds),
		number("Nanoseconds", datetime.TimeSpan.Nanoseconds),
		number("Minutes", datetime.TimeSpan.Minutes),
		number("Seconds", datetime.TimeSpan.Seconds),
		sum("TotalDays", datetime.TicksPerDay),
		sum("TotalHours", datetime.TicksPerHour),
		sum("TotalMilliseconds", datetime.TicksPerMillisecond),
		sum("TotalMicroseconds", datetime.TicksPerMicrosecond),
		reads("double TotalNanoseconds {get;}", func(this value) value { return objects.Double(spanOf(this).TotalNanoseconds()) }),
		sum("TotalMinutes", datetime.TicksPerMinute),
		sum("TotalSeconds", datetime.TicksPerSecond),
		constant("static timespan Zero {get;}", objects.TimeSpanOf(0)),
		constant("static timespan MaxValue {get;}", objects.TimeSpanOf(math.MaxInt64)),
		constant("static timespan MinValue {get;}", objects.TimeSpanOf(math.MinInt64)),
	}
	for _, p := range [...]struct {
		name  string
		ticks int64
	}{
		{"TicksPerDay", datetime.TicksPerDay}, {"TicksPerHour", datetime.TicksPerHour}, {"TicksPerMicrosecond", datetime.TicksPerMicrosecond},
		{"TicksPerMillisecond", datetime.TicksPerMillisecond}, {"TicksPerMinute", datetime.TicksPerMinute}, {"TicksPerSecond", datetime.TicksPerSecond},
		{"NanosecondsPerTick", 100}, {"MinutesPerDay", 1440}, {"MinutesPerHour", 60}, {"SecondsPerDay", 86400}, {"SecondsPerHour", 3600},
		{"SecondsPerMinute", 60}, {"MillisecondsPerDay", 86400000}, {"MillisecondsPerHour", 3600000}, {"MillisecondsPerMinute", 60000}, {"MillisecondsPerSecond", 1000},
	} {
		properties = append(properties, constant("static long "+p.name+" {get;}", objects.Int64(p.ticks)))
	}
	return append(properties, constant("static int HoursPerDay {get;}", objects.Int(24)))
}

func spanArithmetic() []objects.Method {
	return []objects.Method{
		madeSpan("timespan Add(timespan ts)", func(c *call) (datetime.TimeSpan, error) { return spanOf(c.This).Add(spanOf(c.Args[0])) }),
		partial("int CompareTo(System.Object value)", func(c *call) (value, error) {
			if !c.Is(0) {
				return objects.Int(1), nil
			}
			if c.Args[0].Base().Type() != objects.TimeSpanType {
				return objects.Null, objects.NewException(objects.ArgumentException, "Object must be of type TimeSpan.")
			}
			return objects.Int(order(c.This.Int64(), c.Args[0].Base().Int64())), nil
		}),
		total("int CompareTo(timespan value)", func(c *call) value { return objects.Int(order(c.This.Int64(), c.Args[0].Int64())) }),
		madeSpan("timespan Divide(double divisor)", func(c *call) (datetime.TimeSpan, error) { return spanOf(c.This).Divide(c.Float(0)) }),
		total("double Divide(timespan ts)", func(c *call) value { return objects.Double(spanOf(c.This).Ratio(spanOf(c.Args[0]))) }),
		madeSpan("timespan Duration()", func(c *call) (datetime.TimeSpan, error) { return spanOf(c.This).Duration() }),
		total("bool Equals(timespan obj)", func(c *call) value { return objects.Bool(c.This.Int64() == c.Args[0].Int64()) }),
		madeSpan("timespan Multiply(double factor)", func(c *call) (datetime.TimeSpan, error) { return spanOf(c.This).Multiply(c.Float(0)) }),
		madeSpan("timespan Negate()", func(c *call) (datetime.TimeSpan, error) { return spanOf(c.This).Negate() }),
		madeSpan("timespan Subtract(timespan ts)", func(c *call) (datetime.TimeSpan, error) { return spanOf(c.This).Subtract(spanOf(c.Args[0])) }),
		partial("string ToString()", toText),
		partial("string ToString(string format)", toFormat),
		partial("string ToString(string format, System.IFormatProvider formatProvider)", toFormatCulture),
	}
}

func spanStatic() []objects.Method {
	methods := []objects.Method{
		total("static int Compare(timespan t1, timespan t2)", func(c *call) value { return objects.Int(order(c.Args[0].Int64(), c.Args[1].Int64())) }),
		total("static bool Equals(timespan t1, timespan t2)", func(c *call) value { return objects.Bool(c.Args[0].Int64() == c.Args[1].Int64()) }),
		total("static timespan FromTicks(long value)", func(c *call) value { return objects.TimeSpanOf(spanOf(c.Args[0])) }),
	}
	for _, u := range [...]struct {
		name, whole string
		unit        int64
	}{
		{"Days", "int days", datetime.TicksPerDay}, {"Hours", "int hours", datetime.TicksPerHour}, {"Minutes", "long minutes", datetime.TicksPerMinute},
		{"Seconds", "long seconds", datetime.TicksPerSecond}, {"Milliseconds", "long milliseconds", datetime.TicksPerMillisecond},
		{"Microseconds", "long microseconds", datetime.TicksPerMicrosecond},
	} {
		methods = append(methods,
			madeSpan("static timespan From"+u.name+"(double value)", func(c *call) (datetime.TimeSpan, error) { return datetime.SpanFrom(c.Float(0), u.unit) }),
			madeSpan("static timespan From"+u.name+"("+u.whole+")", func(c *call) (datetime.TimeSpan, error) {
				return datetime.TimeSpan(u.unit).Multiply(float64(c.Args[0].Int64()))
			}))
	}
	return methods
}

func spanOperators() []objects.Method {
	methods := []objects.Method{
		madeSpan("static timespan op_Addition(timespan t1, timespan t2)", func(c *call) (datetime.TimeSpan, error) { return spanOf(c.Args[0]).Add(spanOf(c.Args[1])) }),
		madeSpan("static timespan op_Subtraction(timespan t1, timespan t2)", func(c *call) (datetime.TimeSpan, error) { return spanOf(c.Args[0]).Subtract(spanOf(c.Args[1])) }),
		madeSpan("static timespan op_Multiply(timespan timeSpan, double factor)", func(c *call) (datetime.TimeSpan, error) { return spanOf(c.Args[0]).Multiply(c.Float(1)) }),
		madeSpan("static timespan op_Multiply(double factor, timespan timeSpan)", func(c *call) (datetime.TimeSpan, error) { return spanOf(c.Args[1]).Multiply(c.Float(0)) }),
		madeSpan("static timespan op_Division(timespan timeSpan, double divisor)", func(c *call) (datetime.TimeSpan, error) { return spanOf(c.Args[0]).Divide(c.Float(1)) }),
		total("static double op_Division(timespan t1, timespan t2)", func(c *call) value { return objects.Double(spanOf(c.Args[0]).Ratio(spanOf(c.Args[1]))) }),
		madeSpan("static timespan op_UnaryNegation(timespan t)", func(c *call) (datetime.TimeSpan, error) { return spanOf(c.Args[0]).Negate() }),
		total("static timespan op_UnaryPlus(timespan t)", func(c *call) value { return c.Args[0] }),
	}
	return append(methods, comparisons("timespan", "t", func(a, b value) int { return order(a.Int64(), b.Int64()) })...)
}
