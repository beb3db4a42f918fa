package culture

import (
	"strings"
	"testing"
)

func get(t testing.TB, name string) *Culture {
	t.Helper()
	c, err := Get(name)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestFacts(t *testing.T) {
	us, gb, de, fr, inv := get(t, "en-US"), get(t, "en-GB"), get(t, "DE-de"), get(t, "fr_FR"), get(t, "")
	months := func(names []string) string { return strings.Join(names, ",") }
	for _, row := range []struct{ what, got, want string }{
		{"name", de.Name, "de-DE"},
		{"native", de.NativeName, "Deutsch (Deutschland)"},
		{"english", de.EnglishName, "German (Germany)"},
		{"iso3", de.ISO3, "deu"}, {"iso2", de.ISO2(), "de"}, {"list", de.ListSeparator, ";"}, {"parent", gb.ParentName(), "en"},
		{"long date", us.DateTime.LongDate(), "dddd, MMMM d, yyyy"},
		{"short dates", strings.Join(us.DateTime.ShortDates, "|"), "M/d/yyyy|MMM d, yyyy|M/d/yy"},
		{"short time", us.DateTime.ShortTime(), "h:mm\u202ftt"},
		{"full", us.DateTime.FullDateTime(), "dddd, MMMM d, yyyy h:mm:ss\u202ftt"},
		{"month day", us.DateTime.MonthDay, "MMMM d"}, {"year month", us.DateTime.YearMonth, "MMMM yyyy"},
		{"date separator", us.DateTime.DateSeparator, "/"}, {"date separator", de.DateTime.DateSeparator, "."},
		{"shortest", strings.Join(us.DateTime.ShortestDays, ","), "Su,Mo,Tu,We,Th,Fr,Sa"},
		{"short date", gb.DateTime.ShortDate(), "dd/MM/yyyy"}, {"long date", gb.DateTime.LongDate(), "dddd, d MMMM yyyy"},
		{"months", months(gb.DateTime.AbbreviatedMonths), "Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sept,Oct,Nov,Dec"},
		{"months", months(de.DateTime.AbbreviatedMonths), "Jan,Feb,Mär,Apr,Mai,Jun,Jul,Aug,Sep,Okt,Nov,Dez"},
		{"full", de.DateTime.FullDateTime(), "dddd, d. MMMM yyyy HH:mm:ss"},
		{"days", strings.Join(fr.DateTime.AbbreviatedDays, ","), "dim.,lun.,mar.,mer.,jeu.,ven.,sam."},
		{"long date", inv.DateTime.LongDate(), "dddd, dd MMMM yyyy"},
		{"group", fr.Number.GroupSeparator, "\u202f"}, {"group", fr.Number.CurrencyGroupSeparator, "\u202f"},
		{"currency", gb.Number.CurrencySymbol, "£"}, {"currency", de.Number.CurrencySymbol, "€"}, {"currency", inv.Number.CurrencySymbol, "¤"},
		{"infinity", us.Number.NegativeInfinity, "-∞"}, {"infinity", inv.Number.NegativeInfinity, "-Infinity"},
		{"am", gb.DateTime.PM, "pm"}, {"era", us.DateTime.Era, "AD"}, {"chinese", get(t, "zh-CN").Number.CurrencySymbol, "¥"},
		{"swedish minus", get(t, "sv-SE").Number.NegativeSign, "\u2212"}, {"swiss group", get(t, "de-CH").Number.GroupSeparator, "’"},
		{"specific", get(t, "de").Specific().Name, "de-DE"}, {"specific", get(t, "en").Specific().Name, "en-US"}, {"specific", get(t, "zh-Hans").Specific().Name, "zh-Hans-CN"},
	} {
		if row.got != row.want {
			t.Errorf("%s: %q, want %q", row.what, row.got, row.want)
		}
	}
	for _, row := range []struct {
		what      string
		got, want int
	}{
		{"lcid", de.LCID, 1031}, {"lcid", inv.LCID, 127}, {"lcid", us.LCID, 1033},
		{"digits", us.Number.DecimalDigits, 3}, {"digits", us.Number.PercentDecimalDigits, 3}, {"digits", inv.Number.PercentDecimalDigits, 2},
		{"negative", us.Number.CurrencyNegative, 1}, {"positive", us.Number.CurrencyPositive, 0}, {"positive", de.Number.CurrencyPositive, 3},
		{"percent", us.Number.PercentPositive, 1}, {"percent", us.Number.PercentNegative, 1}, {"percent", inv.Number.PercentPositive, 0},
		{"first day", us.DateTime.FirstDayOfWeek, 0}, {"rule", int(us.DateTime.WeekRule), 0}, {"rule", int(de.DateTime.WeekRule), 2},
		{"yen digits", get(t, "ja-JP").Number.CurrencyDecimalDigits, 0},
	} {
		if row.got != row.want {
			t.Errorf("%s: %d, want %d", row.what, row.got, row.want)
		}
	}
	if !get(t, "de").Neutral || de.Neutral || get(t, "es-419").Neutral || !get(t, "zh-Hant").Neutral {
		t.Error("Neutral is wrong")
	}
	if c, err := GetByLCID(1031); err != nil || c.Name != "de-DE" {
		t.Errorf("GetByLCID: %v, %v", c, err)
	}
}

func TestNames(t *testing.T) {
	if _, err := Get("not a culture!"); err == nil || err.Error() != "Culture is not supported. (Parameter 'name')\nnot a culture! is an invalid culture identifier." {
		t.Errorf("Get: %v", err)
	}
	if c := get(t, "xx-nope"); c.Name != "xx-NOPE" && c.Name != "xx-Nope" || len(c.DateTime.Months) != 12 {
		t.Errorf("unknown culture %q with %d months", c.Name, len(c.DateTime.Months))
	}
	if c := get(t, "de-XX"); c.Number.DecimalSeparator != "," {
		t.Errorf("German of an unknown region has the separator %q", c.Number.DecimalSeparator)
	}
}

// TestAllComplete reads every culture and looks for holes.
func TestAllComplete(t *testing.T) {
	names := Names()
	if len(names) < 700 {
		t.Fatalf("only %d cultures", len(names))
	}
	for _, name := range names {
		c := get(t, name)
		n, d := &c.Number, &c.DateTime
		if len(d.Months) != 12 || len(d.AbbreviatedGenitiveMonths) != 12 || len(d.Days) != 7 || len(d.ShortestDays) != 7 {
			t.Errorf("%s: %d months, %d days", name, len(d.Months), len(d.Days))
		}
		if n.DecimalSeparator == "" || n.NegativeSign == "" || len(n.GroupSizes) == 0 || n.CurrencySymbol == "" {
			t.Errorf("%s: number format %+v", name, n)
		}
		if c.EnglishName == "" || d.ShortDate() == "" || d.ShortTime() == "" || d.TimeSeparator == "" || d.DateSeparator == "" || d.AM == "" || d.YearMonth == "" {
			t.Errorf("%s: date format %+v", name, d)
		}
	}
}

func BenchmarkFirstUse(b *testing.B) {
	for b.Loop() {
		readIndex().get("en-US")
	}
}
