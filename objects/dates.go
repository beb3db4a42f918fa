package objects

import (
	"strconv"

	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/datetime"
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

// dateToString is ToString of a date or time held in place.
func dateToString(v Value, t *Type, format string, c *culture.Culture) (string, error) {
	switch t {
	case TimeSpanType:
		return v.TimeSpan().String(), nil
	}
	return strconv.FormatInt(int64(v.num), 10), nil
}
