// Package culture knows how languages and regions write numbers, money and
// dates, what they call days and months, and how they order and case text: the
// data behind .NET's CultureInfo on a machine with ICU.
package culture

import (
	"strings"
	"sync"

	"github.com/csshell/csshell/objects/fault"
)

// Culture is a CultureInfo. It is immutable; those who hand it out as an
// object that can be changed copy it first.
type Culture struct {
	Name        string // en-US; empty for the invariant culture
	EnglishName string
	NativeName  string
	LCID        int
	ISO3        string // ThreeLetterISOLanguageName
	Neutral     bool   // a language without a region
	CurrencyISO string // the currency of the region, EUR

	// ListSeparator stands between the items of a list.
	ListSeparator string

	Number   NumberFormat
	DateTime DateTimeFormat

	tailor func() *tailoring // nil for the root collation
}

// NumberFormat tells how numbers are written (NumberFormatInfo).
type NumberFormat struct {
	NegativeSign, PositiveSign            string
	DecimalSeparator, GroupSeparator      string
	CurrencySymbol                        string
	CurrencyDecimalSeparator              string
	CurrencyGroupSeparator                string
	PercentDecimalSeparator               string
	PercentGroupSeparator                 string
	PercentSymbol, PerMilleSymbol         string
	NaN, PositiveInfinity                 string
	NegativeInfinity                      string
	GroupSizes                            []int
	CurrencyGroupSizes, PercentGroupSizes []int
	DecimalDigits                         int
	CurrencyDecimalDigits                 int
	PercentDecimalDigits                  int
	NegativePattern                       int // NumberNegativePattern
	CurrencyPositive, CurrencyNegative    int // patterns, in .NET's numbering
	PercentPositive, PercentNegative      int
}

// DateTimeFormat tells how dates and times are written (DateTimeFormatInfo).
type DateTimeFormat struct {
	Months, AbbreviatedMonths                 []string // 12 each
	GenitiveMonths, AbbreviatedGenitiveMonths []string
	Days, AbbreviatedDays, ShortestDays       []string // 7, from Sunday
	AM, PM                                    string
	Era                                       string
	FirstDayOfWeek                            int // 0 for Sunday
	WeekRule                                  WeekRule

	// The first pattern of a list is the one that the standard formats use,
	// the others are parsed as well.
	ShortDates, LongDates []string
	ShortTimes, LongTimes []string
	YearMonth, MonthDay   string
	DateSeparator         string
	TimeSeparator         string
}

// WeekRule says which week of a year is the first (CalendarWeekRule).
type WeekRule int

// The members of CalendarWeekRule.
const (
	FirstDay WeekRule = iota
	FirstFullWeek
	FirstFourDayWeek
)

// ShortDate returns the pattern of the format d.
func (f *DateTimeFormat) ShortDate() string { return f.ShortDates[0] }

// LongDate returns the pattern of the format D.
func (f *DateTimeFormat) LongDate() string { return f.LongDates[0] }

// ShortTime returns the pattern of the format t.
func (f *DateTimeFormat) ShortTime() string { return f.ShortTimes[0] }

// LongTime returns the pattern of the format T.
func (f *DateTimeFormat) LongTime() string { return f.LongTimes[0] }

// FullDateTime returns the pattern of the format F.
func (f *DateTimeFormat) FullDateTime() string { return f.LongDate() + " " + f.LongTime() }

// DisplayName is the name of the culture in English, the language of the
// shell's own texts.
func (c *Culture) DisplayName() string { return c.EnglishName }

// ISO2 returns the two-letter code of the language (three letters where there
// is none of two).
func (c *Culture) ISO2() string {
	if c.Name == "" {
		return "iv"
	}
	language, _, _ := strings.Cut(c.Name, "-")
	return language
}

// ParentName returns the name of the culture that c is a case of.
func (c *Culture) ParentName() string {
	switch c.Name {
	case "zh-CN", "zh-SG":
		return "zh-Hans"
	case "zh-TW", "zh-HK", "zh-MO":
		return "zh-Hant"
	}
	i := strings.LastIndexByte(c.Name, '-')
	return c.Name[:max(i, 0)]
}

// Get returns the culture of a name in any case. A name that is well formed
// but unknown gets the formats that belong to no language, as ICU gives them.
// Other names fail with [fault.NotFound].
func Get(name string) (*Culture, error) {
	if name == "" {
		return Invariant(), nil
	}
	canonical, ok := canonicalName(name)
	if !ok {
		return nil, fault.New(fault.NotFound, "Culture is not supported. (Parameter 'name')\n"+name+" is an invalid culture identifier.")
	}
	if c := index().get(canonical); c != nil {
		return c, nil
	}
	return unknown(canonical), nil
}

// Known reports whether Get(name) finds data of the culture itself.
func Known(name string) bool {
	canonical, ok := canonicalName(name)
	return ok && index().get(canonical) != nil
}

// GetByLCID returns the culture of a Windows locale identifier, or fails with
// [fault.NotFound].
func GetByLCID(lcid int) (*Culture, error) {
	if lcid == invariantLCID {
		return Invariant(), nil
	}
	for _, name := range Names() {
		if c := index().get(name); c.LCID == lcid && lcid != customLCID {
			return c, nil
		}
	}
	return nil, fault.New(fault.NotFound, "Culture is not supported. (Parameter 'culture')\n"+lcidText(lcid)+" is an invalid culture identifier.")
}

// Specific returns the culture of a region: c itself, or for a language the
// culture of the region where it is mainly spoken (CreateSpecificCulture).
func (c *Culture) Specific() *Culture {
	if !c.Neutral || c.Name == "" {
		return c
	}
	if specific := index().get(c.Name + "-" + mainRegion(c.Name)); specific != nil {
		return specific
	}
	return c
}

// Invariant returns the culture of no country, in which machines write.
func Invariant() *Culture {
	invariant.once.Do(func() { invariant.made = newInvariant() })
	return invariant.made
}

var invariant struct {
	once sync.Once
	made *Culture
}

const (
	invariantLCID = 127
	customLCID    = 4096
)
