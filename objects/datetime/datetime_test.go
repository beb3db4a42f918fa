package datetime

import (
	"testing"
	"time"
)

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func at(t testing.TB, layout string) DateTime {
	t.Helper()
	for _, form := range []string{"2006-01-02 15:04:05.9999999", "2006-01-02 15:04", "2006-01-02"} {
		if v, err := time.Parse(form, layout); err == nil {
			return FromTime(v, Unspecified)
		}
	}
	t.Fatalf("bad time %q in the test", layout)
	return 0
}

func iso(t DateTime) string { return t.unix().Format("2006-01-02 15:04:05.9999999") }

func TestCalendarAgainstGo(t *testing.T) {
	for day := int64(0); day < daysTo10000; day += 13 {
		v := DateTime(day * TicksPerDay)
		want := time.Date(1, 1, 1+int(day), 0, 0, 0, 0, time.UTC)
		y, m, d := v.YearMonthDay()
		if y != want.Year() || m != int(want.Month()) || d != want.Day() || v.DayOfWeek() != int(want.Weekday()) || v.DayOfYear() != want.YearDay() {
			t.Fatalf("day %d: %d-%d-%d, weekday %d, day of year %d, want %v", day, y, m, d, v.DayOfWeek(), v.DayOfYear(), want)
		}
		if back := FromTime(want, Unspecified); back != v {
			t.Fatalf("FromTime(%v) = %d, want %d", want, back.Ticks(), v.Ticks())
		}
	}
}

func TestParts(t *testing.T) {
	v := at(t, "2014-03-05 17:06:07.1234567")
	got := [...]int{v.Year(), v.Month(), v.Day(), v.Hour(), v.Minute(), v.Second(), v.Millisecond(), v.Microsecond(), v.Nanosecond(), v.DayOfWeek(), v.DayOfYear()}
	if want := [...]int{2014, 3, 5, 17, 6, 7, 123, 456, 700, 3, 64}; got != want {
		t.Errorf("parts %v, want %v", got, want)
	}
	if v := at(t, "2014-03-05 17:06:07.25"); v.Ticks() != 635296359672500000 {
		t.Errorf("ticks %d", v.Ticks())
	}
	if v.WithKind(Local).Kind() != Local || v.WithKind(Local).Ticks() != v.Ticks() {
		t.Error("WithKind changes the ticks")
	}
	if MaxValue.Ticks() != 3155378975999999999 {
		t.Errorf("MaxValue %d", MaxValue.Ticks())
	}
}

func TestAdd(t *testing.T) {
	const outside = "The added or subtracted value results in an un-representable DateTime. (Parameter '"
	for _, row := range []struct {
		start string
		f     func(DateTime) (DateTime, error)
		want  string
	}{
		{"2014-03-05", func(v DateTime) (DateTime, error) { return v.AddDays(-30) }, "2014-02-03 00:00:00"},
		{"2014-03-05", func(v DateTime) (DateTime, error) { return v.AddDays(0.5) }, "2014-03-05 12:00:00"},
		{"2014-03-05", func(v DateTime) (DateTime, error) { return v.AddHours(1.5) }, "2014-03-05 01:30:00"},
		{"2014-03-05", func(v DateTime) (DateTime, error) { return v.AddMilliseconds(0.5) }, "2014-03-05 00:00:00.0005"},
		{"2014-03-05", func(v DateTime) (DateTime, error) { return v.AddDays(1e9) }, "Value to add was out of range. (Parameter 'value')"},
		{"0001-01-01", func(v DateTime) (DateTime, error) { return v.AddDays(-1) }, outside + "value')"},
		{"2014-01-31", func(v DateTime) (DateTime, error) { return v.AddMonths(1) }, "2014-02-28 00:00:00"},
		{"2016-01-31", func(v DateTime) (DateTime, error) { return v.AddMonths(1) }, "2016-02-29 00:00:00"},
		{"2014-01-31", func(v DateTime) (DateTime, error) { return v.AddMonths(-14) }, "2012-11-30 00:00:00"},
		{"0001-02-28", func(v DateTime) (DateTime, error) { return v.AddMonths(-2) }, outside + "months')"},
		{"0001-02-28", func(v DateTime) (DateTime, error) { return v.AddMonths(-1) }, "0001-01-28 00:00:00"},
		{"2014-01-31", func(v DateTime) (DateTime, error) { return v.AddMonths(120001) }, "Months value must be between +/-120000. (Parameter 'months')"},
		{"2016-02-29", func(v DateTime) (DateTime, error) { return v.AddYears(1) }, "2017-02-28 00:00:00"},
		{"2014-03-05", func(v DateTime) (DateTime, error) { return v.AddYears(8000) }, outside + "value')"},
		{"0001-01-01", func(v DateTime) (DateTime, error) { return v.Subtract(1) }, outside + "value')"},
		{"0001-01-01", func(v DateTime) (DateTime, error) { return v.Minus(MinSpan) }, outside + "t')"},
	} {
		v, err := row.f(at(t, row.start))
		got := iso(v)
		if err != nil {
			got = err.Error()
		}
		if got != row.want {
			t.Errorf("from %s: %s, want %s", row.start, got, row.want)
		}
	}
}

func TestZone(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Skip("no time zone data")
	}
	for _, row := range []struct{ local, utc string }{
		{"2014-01-15 12:00", "2014-01-15 11:00:00"},
		{"2014-07-15 12:00", "2014-07-15 10:00:00"},
		{"2014-03-30 01:59", "2014-03-30 00:59:00"},
		{"2014-03-30 02:30", "2014-03-30 01:30:00"}, // does not exist
		{"2014-03-30 03:00", "2014-03-30 01:00:00"},
		{"2014-10-26 02:30", "2014-10-26 01:30:00"}, // exists twice
		{"2014-10-26 03:00", "2014-10-26 02:00:00"},
	} {
		if got := iso(at(t, row.local).ToUniversalTime(berlin)); got != row.utc {
			t.Errorf("%s is %s in UTC, want %s", row.local, got, row.utc)
		}
	}
	for _, utc := range []string{"2014-10-26 00:30", "2014-10-26 01:30", "2014-07-01 00:00"} {
		v := at(t, utc).WithKind(UTC)
		if back := v.ToLocalTime(berlin).ToUniversalTime(berlin); back != v {
			t.Errorf("%s comes back as %s", utc, iso(back))
		}
	}
	if !at(t, "2014-07-05").IsDaylightSavingTime(berlin) || at(t, "2014-01-05").IsDaylightSavingTime(berlin) {
		t.Error("daylight-saving time is wrong")
	}
}

func TestFileTimeAndOLE(t *testing.T) {
	v := must[DateTime](t)(FromFileTimeUTC(130384800000000000))
	if iso(v) != "2014-03-05 08:00:00" || v.Kind() != UTC {
		t.Errorf("FromFileTimeUTC = %s %v", iso(v), v.Kind())
	}
	if _, err := FromFileTimeUTC(-1); err == nil || err.Error() != "Not a valid Win32 FileTime. (Parameter 'fileTime')" {
		t.Errorf("FromFileTimeUTC(-1): %v", err)
	}
	if got := must[int64](t)(at(t, "2014-03-05").ToFileTime(time.UTC)); got != 130384512000000000 {
		t.Errorf("ToFileTime = %d", got)
	}
	for _, row := range []struct {
		days float64
		want string
	}{{0, "1899-12-30 00:00:00"}, {41703.5, "2014-03-05 12:00:00"}, {-1.25, "1899-12-29 06:00:00"}} {
		v := must[DateTime](t)(FromOADate(row.days))
		if iso(v) != row.want {
			t.Errorf("FromOADate(%v) = %s, want %s", row.days, iso(v), row.want)
		}
		if back := must[float64](t)(v.ToOADate()); back != row.days {
			t.Errorf("ToOADate(%s) = %v, want %v", row.want, back, row.days)
		}
	}
	local := at(t, "2014-03-05").WithKind(Local)
	if back := must[DateTime](t)(FromBinary(local.ToBinary(time.UTC), time.UTC)); back != local {
		t.Errorf("FromBinary = %s", iso(back))
	}
}

func TestTimeSpan(t *testing.T) {
	for _, row := range []struct {
		span TimeSpan
		want string
	}{
		{0, "00:00:00"}, {1, "00:00:00.0000001"}, {-TicksPerHour - 30*TicksPerMinute, "-01:30:00"},
		{must[TimeSpan](t)(SpanOf(1, 2, 3, 4, 5)), "1.02:03:04.0050000"},
		{MaxSpan, "10675199.02:48:05.4775807"}, {MinSpan, "-10675199.02:48:05.4775808"},
		{must[TimeSpan](t)(SpanFrom(1.5, TicksPerDay)), "1.12:00:00"},
		{must[TimeSpan](t)(SpanFrom(0.1, TicksPerSecond)), "00:00:00.1000000"},
		{must[TimeSpan](t)(SpanOf(0, 25, 0, 0, 0)), "1.01:00:00"},
	} {
		if got := row.span.String(); got != row.want {
			t.Errorf("%d ticks = %s, want %s", row.span, got, row.want)
		}
	}
	if _, err := SpanOf(0, 999999999, 0, 0, 0); err == nil || err.Error() != tooLong {
		t.Errorf("SpanOf: %v", err)
	}
	for _, sum := range [][2]TimeSpan{{MaxSpan, 1}, {MinSpan, -1}} {
		if _, err := sum[0].Add(sum[1]); err == nil {
			t.Errorf("%d + %d does not overflow", sum[0], sum[1])
		}
		if _, err := sum[0].Subtract(-sum[1]); err == nil {
			t.Errorf("%d - %d does not overflow", sum[0], -sum[1])
		}
	}
	s := must[TimeSpan](t)(SpanOf(1, 2, 3, 4, 567))
	if got := s.Total(TicksPerHour); got != 26.051268611111112 {
		t.Errorf("TotalHours = %v", got)
	}
}

func TestDateTimeOffset(t *testing.T) {
	o := must[DateTimeOffset](t)(NewOffset(at(t, "2014-03-05 10:00"), 2*TicksPerHour))
	if iso(o.UTCDateTime()) != "2014-03-05 08:00:00" || iso(o.DateTime()) != "2014-03-05 10:00:00" {
		t.Errorf("%s, %s", iso(o.UTCDateTime()), iso(o.DateTime()))
	}
	moved := must[DateTimeOffset](t)(o.WithOffset(-5 * TicksPerHour))
	if iso(moved.DateTime()) != "2014-03-05 03:00:00" || moved.Compare(o) != 0 {
		t.Errorf("WithOffset = %s", iso(moved.DateTime()))
	}
	if got := o.Unix(TicksPerSecond); got != 1394006400 {
		t.Errorf("Unix = %d", got)
	}
	if _, err := NewOffset(at(t, "2014-03-05"), 15*TicksPerHour); err == nil || err.Error() != "Offset must be within plus or minus 14 hours. (Parameter 'offset')" {
		t.Errorf("NewOffset: %v", err)
	}
	if _, err := OffsetFromUnix(1e12, TicksPerSecond); err == nil || err.Error() != "Valid values are between -62135596800 and 253402300799, inclusive. (Parameter 'seconds')" {
		t.Errorf("OffsetFromUnix: %v", err)
	}
}

func TestDateOnlyTimeOnly(t *testing.T) {
	d := must[DateOnly](t)(NewDateOnly(2014, 3, 5))
	if d.DayNumber() != 735296 {
		t.Errorf("DayNumber = %d", d.DayNumber())
	}
	if next := must[DateOnly](t)(d.AddMonths(-1)); iso(next.DateTime(0, Unspecified)) != "2014-02-05 00:00:00" {
		t.Error("AddMonths")
	}
	nine := must[TimeOnly](t)(NewTimeOnly(9, 30, 0, 0))
	ten := must[TimeOnly](t)(NewTimeOnly(10, 0, 0, 0))
	if ten.Since(nine) != 30*TicksPerMinute || nine.Since(ten) != 23*TicksPerHour+30*TicksPerMinute {
		t.Error("Since")
	}
	if later, days := ten.Add(20 * TicksPerHour); later != 6*TicksPerHour || days != 1 {
		t.Errorf("Add = %d, %d", later, days)
	}
	if !nine.IsBetween(8*TicksPerHour, 18*TicksPerHour) || nine.IsBetween(18*TicksPerHour, 8*TicksPerHour) {
		t.Error("IsBetween")
	}
}
