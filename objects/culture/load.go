package culture

import (
	_ "embed" // for the data
	"sort"
	"strconv"
	"strings"
	"sync"
)

// data holds a block of lines "Field=value" for each culture, begun by "@name"; no
// value has an @.
//
//go:embed cultures.txt
var data string

// rootName is the block of the formats that belong to no language.
const rootName = "und"

// index holds the cultures sorted by name, as the data is.
func index() table {
	cultures.once.Do(func() { cultures.all = readIndex() })
	return cultures.all
}

var cultures struct {
	once sync.Once
	all  table
}

type table []entry

// entry is a culture that is read at its first use.
type entry struct {
	name, block string
	once        sync.Once
	culture     *Culture
}

func readIndex() table {
	cultures := make(table, 0, strings.Count(data, "@"))
	_, rest, _ := strings.Cut(data, "@")
	for more := true; more; {
		var block string
		block, rest, more = strings.Cut(rest, "@")
		name, _, _ := strings.Cut(block, "\n")
		cultures = append(cultures, entry{name: name, block: block})
	}
	return cultures
}

// get returns the culture of a canonical name, or nil.
func (t table) get(name string) *Culture {
	i := sort.Search(len(t), func(i int) bool { return t[i].name >= name })
	if i == len(t) || t[i].name != name {
		return nil
	}
	e := &t[i]
	e.once.Do(func() { e.culture = load(name, e.block, t.base(name)) })
	return e.culture
}

// base returns the culture that a name begins with, or nil.
func (t table) base(name string) *Culture {
	for i := strings.LastIndexByte(name, '-'); i > 0; i = strings.LastIndexByte(name[:i], '-') {
		if c := t.get(name[:i]); c != nil {
			return c
		}
	}
	return nil
}

// Names returns the names of the cultures that there is data for, sorted; the
// invariant culture, which has none, is left out.
func Names() []string {
	names := make([]string, 0, len(index()))
	for i := range index() {
		if name := index()[i].name; name != rootName {
			names = append(names, name)
		}
	}
	return names
}

// load reads a block on top of the culture that its name begins with, if any.
func load(name, block string, base *Culture) *Culture {
	c := &Culture{Name: name, Neutral: isNeutral(name)}
	if base != nil {
		c.ISO3, c.Number, c.DateTime, c.CurrencyISO = base.ISO3, base.Number, base.DateTime, base.CurrencyISO
		c.EnglishName, c.NativeName = base.EnglishName, base.NativeName
	}
	for line := range strings.SplitSeq(block, "\n") {
		if field, value, ok := strings.Cut(line, "="); ok {
			c.set(field, value)
		}
	}
	if c.LCID == 0 {
		c.LCID = customLCID
	}
	c.ListSeparator = listSeparator(name)
	c.finish()
	c.setTailoring()
	return c
}

// unknown makes a culture of a name without data.
func unknown(name string) *Culture {
	base := index().base(name)
	c := load(name, "", base)
	if base != nil {
		return c
	}
	root := index().get(rootName)
	c.Number, c.DateTime = root.Number, root.DateTime
	language, region, _ := strings.Cut(name, "-")
	c.EnglishName, c.ISO3 = language, language
	if region != "" {
		c.EnglishName += " (" + region + ")"
	}
	c.NativeName = c.EnglishName
	return c
}

func (c *Culture) set(field, value string) {
	n, _ := strconv.Atoi(value)
	switch field {
	case "LCID":
		c.LCID = n
	case "ISO3":
		c.ISO3 = value
	case "EnglishName":
		c.EnglishName = value
	case "NativeName":
		c.NativeName = value
	case "CurrencyISO":
		c.CurrencyISO = value
	default:
		if !c.DateTime.set(field, value, n) {
			c.Number.set(field, value, n)
		}
	}
}

func (f *DateTimeFormat) set(field, value string, n int) bool {
	if list := f.list(field); list != nil {
		*list = strings.Split(value, "|")
		return true
	}
	switch field {
	case "ShortTime":
		f.ShortTimes = []string{value}
	case "LongTime":
		f.LongTimes = []string{value}
	case "YearMonth":
		f.YearMonth = value
	case "MonthDay":
		f.MonthDay = value
	case "AMPM":
		f.AM, f.PM, _ = strings.Cut(value, "|")
	case "Era":
		f.Era = value
	case "FirstDay":
		f.FirstDayOfWeek = n
	case "WeekRule":
		f.WeekRule = WeekRule(n)
	default:
		return false
	}
	return true
}

func (f *DateTimeFormat) list(field string) *[]string {
	switch field {
	case "Months":
		return &f.Months
	case "MonthsAbbr":
		return &f.AbbreviatedMonths
	case "MonthsGen":
		return &f.GenitiveMonths
	case "MonthsAbbrGen":
		return &f.AbbreviatedGenitiveMonths
	case "Days":
		return &f.Days
	case "DaysAbbr":
		return &f.AbbreviatedDays
	case "DaysShortest":
		return &f.ShortestDays
	case "ShortDates":
		return &f.ShortDates
	case "LongDates":
		return &f.LongDates
	default:
		return nil
	}
}

func (f *NumberFormat) set(field, value string, n int) {
	if text := f.text(field); text != nil {
		*text = value
		return
	}
	if number := f.number(field); number != nil {
		*number = n
		return
	}
	if field == "Sizes" {
		f.GroupSizes = nil
		for size := range strings.SplitSeq(value, "|") {
			n, _ := strconv.Atoi(size)
			f.GroupSizes = append(f.GroupSizes, n)
		}
	}
}

func (f *NumberFormat) text(field string) *string {
	switch field {
	case "Decimal":
		return &f.DecimalSeparator
	case "Group":
		return &f.GroupSeparator
	case "Plus":
		return &f.PositiveSign
	case "Minus":
		return &f.NegativeSign
	case "Percent":
		return &f.PercentSymbol
	case "PerMille":
		return &f.PerMilleSymbol
	case "NaN":
		return &f.NaN
	case "Infinity":
		return &f.PositiveInfinity
	case "Currency":
		return &f.CurrencySymbol
	case "CurrencyDecimal":
		return &f.CurrencyDecimalSeparator
	case "CurrencyGroup":
		return &f.CurrencyGroupSeparator
	default:
		return nil
	}
}

func (f *NumberFormat) number(field string) *int {
	switch field {
	case "Digits":
		return &f.DecimalDigits
	case "NumberNegative":
		return &f.NegativePattern
	case "CurrencyDigits":
		return &f.CurrencyDecimalDigits
	case "CurrencyNegative":
		return &f.CurrencyNegative
	case "CurrencyPositive":
		return &f.CurrencyPositive
	case "PercentNegative":
		return &f.PercentNegative
	case "PercentPositive":
		return &f.PercentPositive
	default:
		return nil
	}
}

// finish derives what .NET derives.
func (c *Culture) finish() {
	n := &c.Number
	n.CurrencyGroupSizes, n.PercentGroupSizes = n.GroupSizes, n.GroupSizes
	n.PercentDecimalSeparator, n.PercentGroupSeparator = n.DecimalSeparator, n.GroupSeparator
	n.PercentDecimalDigits = n.DecimalDigits
	n.NegativeInfinity = n.NegativeSign + n.PositiveInfinity
	d := &c.DateTime
	if len(d.ShortDates) > 0 && len(d.LongTimes) > 0 {
		d.DateSeparator = separatorOf(d.ShortDates[0], "dyM", "/")
		d.TimeSeparator = separatorOf(d.LongTimes[0], "Hhms", ":")
	}
}

// separatorOf returns what stands behind the first field of a pattern.
func separatorOf(pattern, fields, otherwise string) string {
	start := strings.IndexAny(pattern, fields)
	if start < 0 {
		return otherwise
	}
	rest := strings.TrimLeft(pattern[start:], pattern[start:start+1])
	end := strings.IndexAny(rest, fields)
	if end <= 0 {
		return otherwise
	}
	return strings.ReplaceAll(rest[:end], "'", "")
}
