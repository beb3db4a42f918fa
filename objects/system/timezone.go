package system

import (
	"strings"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
)

// The types of time zones.
var (
	TimeZoneInfoType = &objects.Type{FullName: "System.TimeZoneInfo", Kind: objects.KindObject, Attributes: objects.SealedAttr}
)

// TimeZone is a time zone (System.TimeZoneInfo).
type TimeZone struct {
	*time.Location
	id string
}

// NewTimeZone makes the object of a zone; one that Go only calls local has the
// name "UTC" where it never differs from it.
func NewTimeZone(l *time.Location) *TimeZone {
	id := l.String()
	if id == "Local" || id == "" {
		if z := (&TimeZone{l, id}); z.base() == 0 && !z.shifts() {
			id = "UTC"
		}
	}
	return &TimeZone{l, id}
}

// Type is System.TimeZoneInfo.
func (*TimeZone) Type() *objects.Type { return TimeZoneInfoType }

// HashKey is equal for zones of one name.
func (z *TimeZone) HashKey() any { return z.id }

// Equals compares the names.
func (z *TimeZone) Equals(other value) bool {
	o, ok := objects.As[*TimeZone](other)
	return ok && o.id == z.id
}

// Text is the name that people see.
func (z *TimeZone) Text() (string, error) { return z.displayName(), nil }

// offsets are those of this year's winter and summer, in seconds.
func (z *TimeZone) offsets() (least, most int) {
	year := time.Now().Year()
	_, january := time.Date(year, 1, 1, 12, 0, 0, 0, z.Location).Zone()
	_, july := time.Date(year, 7, 1, 12, 0, 0, 0, z.Location).Zone()
	return min(january, july), max(january, july)
}

// base is the offset of standard time in seconds.
func (z *TimeZone) base() int {
	least, _ := z.offsets()
	return least
}

func (z *TimeZone) shifts() bool {
	least, most := z.offsets()
	return least != most
}

func (z *TimeZone) displayName() string {
	if z.id == "UTC" {
		return "(UTC) Coordinated Universal Time"
	}
	base := time.Duration(z.base()) * time.Second
	sign := "+"
	if base < 0 {
		sign, base = "-", -base
	}
	return "(UTC" + sign + time.Time{}.Add(base).Format("15:04") + ") " + z.standardName()
}

// standardName is the zone's name: that of the place, since the names of
// zones in words belong to ICU.
func (z *TimeZone) standardName() string {
	if z.id == "UTC" {
		return "Coordinated Universal Time"
	}
	return z.id
}

func zoneOf(v value) *TimeZone {
	if z, ok := objects.As[*TimeZone](v); ok {
		return z
	}
	return &TimeZone{time.UTC, "UTC"}
}

// FindTimeZone finds a zone by its IANA name or, where they are known, by the
// one that Windows has for it (TimeZoneInfo.FindSystemTimeZoneById).
func FindTimeZone(id string) (*TimeZone, error) {
	if strings.EqualFold(id, "UTC") {
		return &TimeZone{time.UTC, "UTC"}, nil
	}
	name := id
	for _, w := range windowsZones {
		if strings.EqualFold(w[0], id) {
			name = w[1]
		}
	}
	l, err := time.LoadLocation(name)
	if err != nil || name == "" || name == "Local" {
		return nil, objects.NewException(objects.TimeZoneNotFoundException, "The time zone ID '"+id+"' was not found on the local computer.")
	}
	return &TimeZone{l, id}, nil
}

// windowsZones are the names of Windows for the zones that administrators use
// most, each with a place (CLDR, windowsZones).
var windowsZones = [...][2]string{
	{"GMT Standard Time", "Europe/London"}, {"Greenwich Standard Time", "Atlantic/Reykjavik"}, {"W. Europe Standard Time", "Europe/Berlin"},
	{"Romance Standard Time", "Europe/Paris"}, {"Central Europe Standard Time", "Europe/Budapest"}, {"Central European Standard Time", "Europe/Warsaw"},
	{"E. Europe Standard Time", "Europe/Chisinau"}, {"FLE Standard Time", "Europe/Kiev"}, {"GTB Standard Time", "Europe/Bucharest"},
	{"Russian Standard Time", "Europe/Moscow"}, {"Turkey Standard Time", "Europe/Istanbul"}, {"Israel Standard Time", "Asia/Jerusalem"},
	{"Arabian Standard Time", "Asia/Dubai"}, {"Arab Standard Time", "Asia/Riyadh"}, {"India Standard Time", "Asia/Calcutta"}, {"China Standard Time", "Asia/Shanghai"},
	{"Singapore Standard Time", "Asia/Singapore"}, {"Tokyo Standard Time", "Asia/Tokyo"}, {"Korea Standard Time", "Asia/Seoul"},
	{"AUS Eastern Standard Time", "Australia/Sydney"}, {"New Zealand Standard Time", "Pacific/Auckland"}, {"Eastern Standard Time", "America/New_York"},
	{"Central Standard Time", "America/Chicago"}, {"Mountain Standard Time", "America/Denver"}, {"US Mountain Standard Time", "America/Phoenix"},
	{"Pacific Standard Time", "America/Los_Angeles"}, {"Alaskan Standard Time", "America/Anchorage"}, {"Hawaiian Standard Time", "Pacific/Honolulu"},
	{"Atlantic Standard Time", "America/Halifax"}, {"E. South America Standard Time", "America/Sao_Paulo"}, {"South Africa Standard Time", "Africa/Johannesburg"},
	{"Egypt Standard Time", "Africa/Cairo"},
}

// sourceZone is the zone that a date is of, its kind says which.
func sourceZone(c *call, t datetime.DateTime) *time.Location {
	if t.Kind() == datetime.UTC {
		return time.UTC
	}
	return c.Types.Zone()
}

// convert is a date of one zone as the clock of another shows it.
func convert(c *call, t datetime.DateTime, from, to *time.Location) value {
	kind := datetime.Unspecified
	switch {
	case to == time.UTC:
		kind = datetime.UTC
	case to == c.Types.Zone():
		kind = datetime.Local
	}
	return objects.DateTimeOf(datetime.FromTime(t.WithKind(datetime.Unspecified).Time(from).In(to), kind))
}

func timeZoneDeclaration() *objects.Declaration {
	span := func(seconds int) value {
		return objects.TimeSpanOf(datetime.TimeSpan(int64(seconds) * datetime.TicksPerSecond))
	}
	moment := func(c *call) time.Time {
		t := c.Args[0].DateTime()
		if t.Kind() == datetime.Unspecified {
			return t.Time(zoneOf(c.This).Location)
		}
		return t.Time(c.Types.Zone()).In(zoneOf(c.This).Location)
	}
	return &objects.Declaration{
		Type: TimeZoneInfoType,
		Properties: []objects.Property{
			reads("string Id {get;}", func(v value) value { return objects.String(zoneOf(v).id) }),
			reads("bool HasIanaId {get;}", func(v value) value { return objects.Bool(!strings.Contains(zoneOf(v).id, " ")) }),
			reads("string DisplayName {get;}", func(v value) value { return objects.String(zoneOf(v).displayName()) }),
			reads("string StandardName {get;}", func(v value) value { return objects.String(zoneOf(v).standardName()) }),
			reads("string DaylightName {get;}", func(v value) value { return objects.String(zoneOf(v).standardName()) }),
			reads("timespan BaseUtcOffset {get;}", func(v value) value { return span(zoneOf(v).base()) }),
			reads("bool SupportsDaylightSavingTime {get;}", func(v value) value { return objects.Bool(zoneOf(v).shifts()) }),
			{Signature: "static System.TimeZoneInfo Local {get;}", GetIn: func(tt *objects.TypeTable, _ value) (value, error) {
				return objects.Of(NewTimeZone(tt.Zone())), nil
			}},
			constant("static System.TimeZoneInfo Utc {get;}", objects.Of(&TimeZone{time.UTC, "UTC"})),
		},
		Methods: append([]objects.Method{
			total("bool Equals(System.TimeZoneInfo other)", func(c *call) value { return objects.Bool(zoneOf(c.This).Equals(c.Args[0])) }),
			total("timespan GetUtcOffset(datetime dateTime)", func(c *call) value {
				_, seconds := moment(c).Zone()
				return span(seconds)
			}),
			total("bool IsDaylightSavingTime(datetime dateTime)", func(c *call) value { return objects.Bool(moment(c).IsDST()) }),
			partial("string ToString()", toText),
		}, zoneConversions()...),
	}
}

func zoneConversions() []objects.Method {
	byID := func(c *call, i int) (*time.Location, error) {
		z, err := FindTimeZone(c.Str(i))
		if err != nil {
			return nil, err
		}
		return z.Location, nil
	}
	return []objects.Method{
		partial("static System.TimeZoneInfo FindSystemTimeZoneById(string id)", func(c *call) (value, error) {
			z, err := FindTimeZone(c.Str(0))
			if err != nil {
				return objects.Null, err
			}
			return objects.Of(z), nil
		}),
		partial("static bool TryFindSystemTimeZoneById(string id, [ref] System.TimeZoneInfo timeZoneInfo)", func(c *call) (value, error) {
			z, err := FindTimeZone(c.Str(0))
			if err != nil {
				return objects.Bool(false), c.Assign(1, objects.Null)
			}
			return objects.Bool(true), c.Assign(1, objects.Of(z))
		}),
		total("static datetime ConvertTime(datetime dateTime, System.TimeZoneInfo destinationTimeZone)", func(c *call) value {
			t := c.Args[0].DateTime()
			return convert(c, t, sourceZone(c, t), zoneOf(c.Args[1]).Location)
		}),
		total("static datetime ConvertTime(datetime dateTime, System.TimeZoneInfo sourceTimeZone, System.TimeZoneInfo destinationTimeZone)", func(c *call) value {
			return convert(c, c.Args[0].DateTime(), zoneOf(c.Args[1]).Location, zoneOf(c.Args[2]).Location)
		}),
		partial("static datetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string destinationTimeZoneId)", func(c *call) (value, error) {
			to, err := byID(c, 1)
			if err != nil {
				return objects.Null, err
			}
			t := c.Args[0].DateTime()
			return convert(c, t, sourceZone(c, t), to), nil
		}),
		partial("static datetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string sourceTimeZoneId, string destinationTimeZoneId)", func(c *call) (value, error) {
			from, err := byID(c, 1)
			if err != nil {
				return objects.Null, err
			}
			to, err := byID(c, 2)
			if err != nil {
				return objects.Null, err
			}
			return convert(c, c.Args[0].DateTime(), from, to), nil
		}),
		total("static datetime ConvertTimeFromUtc(datetime dateTime, System.TimeZoneInfo destinationTimeZone)", func(c *call) value {
			return convert(c, c.Args[0].DateTime(), time.UTC, zoneOf(c.Args[1]).Location)
		}),
		total("static datetime ConvertTimeToUtc(datetime dateTime)", func(c *call) value {
			t := c.Args[0].DateTime()
			return convert(c, t, sourceZone(c, t), time.UTC)
		}),
		total("static datetime ConvertTimeToUtc(datetime dateTime, System.TimeZoneInfo sourceTimeZone)", func(c *call) value {
			return convert(c, c.Args[0].DateTime(), zoneOf(c.Args[1]).Location, time.UTC)
		}),
		does("static void ClearCachedData()", func(*call) error { return nil }),
	}
}
