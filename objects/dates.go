package objects

import (
	"time"

	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/datetime"
	"github.com/csshell/csshell/objects/number"
)

// DateTimeOf makes a System.DateTime.
func DateTimeOf(t datetime.DateTime) Value { return Word(DateTimeType, uint64(t)) }

// TimeSpanOf makes a System.TimeSpan.
func TimeSpanOf(s datetime.TimeSpan) Value { return Word(TimeSpanType, uint64(s)) }

// DateOnlyOf makes a System.DateOnly.
func DateOnlyOf(d datetime.DateOnly) Value { return Word(DateOnlyType, uint64(int64(d))) }

// TimeOnlyOf makes a System.TimeOnly.
func TimeOnlyOf(t datetime.TimeOnly) Value { return Word(TimeOnlyType, uint64(t)) }

// DateTime is the date of a DateTime.
func (v Value) DateTime() datetime.DateTime { return datetime.DateTime(v.num) }

// TimeSpan is the span of a TimeSpan.
func (v Value) TimeSpan() datetime.TimeSpan { return datetime.TimeSpan(v.num) }

// DateOnly is the date of a DateOnly.
func (v Value) DateOnly() datetime.DateOnly { return datetime.DateOnly(v.num) }

// TimeOnly is the time of a TimeOnly.
func (v Value) TimeOnly() datetime.TimeOnly { return datetime.TimeOnly(v.num) }

// DateTimeOffset is a System.DateTimeOffset: too large to be held in place.
type DateTimeOffset struct{ T datetime.DateTimeOffset }

// DateTimeOffsetOf makes a System.DateTimeOffset.
func DateTimeOffsetOf(t datetime.DateTimeOffset) Value { return Of(&DateTimeOffset{t}) }

// Type is System.DateTimeOffset.
func (*DateTimeOffset) Type() *Type { return DateTimeOffsetType }

// HashKey is equal for the same moment, whatever the offset.
func (d *DateTimeOffset) HashKey() any { return d.T.UTCDateTime() }

// Equals reports whether the other is the same moment.
func (d *DateTimeOffset) Equals(other Value) bool {
	o, ok := other.ref.(*DateTimeOffset)
	return ok && d.T.Compare(o.T) == 0
}

// CompareTo orders two moments.
func (d *DateTimeOffset) CompareTo(other Value) (int, error) {
	if o, ok := other.ref.(*DateTimeOffset); ok {
		return d.T.Compare(o.T), nil
	}
	return 0, wrongComparand(DateTimeOffsetType)
}

// Text is the moment as the invariant culture writes it.
func (d *DateTimeOffset) Text() (string, error) { return d.Format("", culture.Invariant()) }

// Format is DateTimeOffset.ToString(format, culture).
func (d *DateTimeOffset) Format(format string, c *culture.Culture) (string, error) {
	return d.T.Format(format, &c.DateTime)
}

// dateToString is ToString of a date or time held in place.
func dateToString(v Value, t *Type, format string, c *culture.Culture, zone *time.Location) (string, error) {
	switch t {
	case DateTimeType:
		return v.DateTime().Format(format, &c.DateTime, zone)
	case TimeSpanType:
		return v.TimeSpan().Format(format, c.Number.DecimalSeparator)
	case DateOnlyType:
		return v.DateOnly().Format(format, &c.DateTime)
	case TimeOnlyType:
		return v.TimeOnly().Format(format, &c.DateTime)
	}
	return number.FormatInt(int64(v.num), 64, format, &c.Number)
}

// DateReader reads dates as a culture writes them.
func (tt *TypeTable) DateReader(c *culture.Culture, styles datetime.Styles) *datetime.Reader {
	return &datetime.Reader{
		Format: &c.DateTime, Styles: styles, Zone: tt.Zone(),
		Now: func() datetime.DateTime { return datetime.FromTime(tt.Now().In(tt.Zone()), datetime.Local) },
	}
}

// parseValue reads a value type from text in the invariant culture, as casts
// do; ok is false for other types.
func (tt *TypeTable) parseValue(s string, to *Type) (v Value, ok bool, err error) {
	invariant := culture.Invariant()
	switch to {
	case DateTimeType:
		t, err := tt.DateReader(invariant, 0).Parse(s)
		return DateTimeOf(t), true, err
	case DateTimeOffsetType:
		t, err := tt.DateReader(invariant, 0).ParseOffset(s)
		return DateTimeOffsetOf(t), true, err
	case DateOnlyType:
		d, err := tt.DateReader(invariant, 0).ParseDate(s)
		return DateOnlyOf(d), true, err
	case TimeOnlyType:
		t, err := tt.DateReader(invariant, 0).ParseTime(s)
		return TimeOnlyOf(t), true, err
	case TimeSpanType:
		t, err := datetime.ParseSpan(s, invariant.Number.DecimalSeparator)
		return TimeSpanOf(t), true, err
	case GuidType:
		g, err := ParseGuid(s)
		return GuidOf(g), true, err
	}
	return Null, false, nil
}
