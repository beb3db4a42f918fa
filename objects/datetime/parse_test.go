package datetime

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/csshell/csshell/objects/culture"
)

// table reads a table of testdata.
func table(t testing.TB, name string) [][]string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for line := range strings.Lines(string(text)) {
		if !strings.HasPrefix(line, "#") {
			rows = append(rows, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
		}
	}
	return rows
}

func lookCulture(t testing.TB, name string) *culture.Culture {
	t.Helper()
	c, err := culture.Get(name)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// reader reads in UTC, on 2024-07-15.
func reader(t testing.TB, name string, styles Styles) *Reader {
	t.Helper()
	return &Reader{
		Format: &lookCulture(t, name).DateTime, Styles: styles, Zone: time.UTC,
		Now: func() DateTime { return at(t, "2024-07-15 12:34:56").WithKind(Local) },
	}
}

func stylesOf(t *testing.T, names string) (st Styles) {
	t.Helper()
	all := map[string]Styles{
		"None": 0, "RoundtripKind": RoundtripKind, "AdjustToUniversal": AdjustToUniversal, "AssumeUniversal": AssumeUniversal, "AssumeLocal": AssumeLocal,
		"NoCurrentDateDefault": NoCurrentDateDefault, "AllowTrailingWhite": AllowTrailingWhite, "AllowWhiteSpaces": AllowWhiteSpaces,
	}
	for name := range strings.SplitSeq(names, ", ") {
		if name != "" {
			value, ok := all[name]
			if !ok {
				t.Fatalf("no style %q", name)
			}
			st |= value
		}
	}
	return st
}

// show writes a value as the recorded tables do, or the error.
func show(t *testing.T, typ, kind, text, format, name string, styles Styles) string {
	t.Helper()
	r, c := reader(t, name, styles), lookCulture(t, name)
	us := &lookCulture(t, "en-US").DateTime
	var got string
	var err error
	switch typ {
	case "datetime":
		var v DateTime
		if kind == "parseexact" {
			v, err = r.ParseExact(text, format)
		} else {
			v, err = r.Parse(text)
		}
		got, _ = v.Format("o", us, time.UTC)
		got += " " + v.Kind().String()
	case "timespan":
		var v TimeSpan
		if kind == "parseexact" {
			v, err = ParseSpanExact(text, format, c.Number.DecimalSeparator, false)
		} else {
			v, err = ParseSpan(text, c.Number.DecimalSeparator)
		}
		got = v.String()
	case "datetimeoffset":
		var v DateTimeOffset
		if kind == "parseexact" {
			v, err = r.ParseOffsetExact(text, format)
		} else {
			v, err = r.ParseOffset(text)
		}
		got, _ = v.Format("", us)
	case "dateonly":
		var v DateOnly
		v, err = r.ParseDate(text)
		got, _ = v.Format("", us)
	case "timeonly":
		var v TimeOnly
		v, err = r.ParseTime(text)
		got, _ = v.Format("", us)
	}
	if err != nil {
		return "!" + err.Error()
	}
	return got
}

func TestRecordedParsing(t *testing.T) {
	for _, row := range table(t, "parse.tsv") {
		typ, kind, text, format, name, styles, want := row[0], row[1], row[2], row[3], row[4], row[5], row[6]
		if got := show(t, typ, kind, text, format, name, stylesOf(t, styles)); got != want {
			t.Errorf("%s %s %q (format %q, culture %q, %s) = %q, want %q", typ, kind, text, format, name, styles, got, want)
		}
	}
}

func TestRecordedFormats(t *testing.T) {
	for _, row := range table(t, "formats.tsv") {
		typ, value, name, format, want := row[0], row[1], row[2], row[3], row[4]
		r, c := reader(t, "", 0), lookCulture(t, name)
		df := &c.DateTime
		var got string
		var err error
		switch typ {
		case "datetime":
			var v DateTime
			if v, err = r.Parse(value); err == nil {
				got, err = v.Format(format, df, time.UTC)
			}
		case "datetimeoffset":
			var v DateTimeOffset
			if v, err = r.ParseOffset(value); err == nil {
				got, err = v.Format(format, df)
			}
		case "timespan":
			var v TimeSpan
			if v, err = ParseSpan(value, "."); err == nil {
				got, err = v.Format(format, c.Number.DecimalSeparator)
			}
		case "dateonly":
			var v DateOnly
			if v, err = r.ParseDate(value); err == nil {
				got, err = v.Format(format, df)
			}
		case "timeonly":
			var v TimeOnly
			if v, err = r.ParseTime(value); err == nil {
				got, err = v.Format(format, df)
			}
		}
		if err != nil {
			got = "!" + err.Error()
		}
		if got != want {
			t.Errorf("%s %q as %q in %q = %q, want %q", typ, value, format, name, got, want)
		}
	}
}

// TestParsing has what the recorded table does not.
func TestParsing(t *testing.T) {
	const bad = "bad"
	for _, row := range []struct{ text, culture, want string }{
		{"1/10 5 AM", "en-US", "2024-01-10T05:00:00"}, {"5 PM", "en-US", "2024-07-15T17:00:00"}, {"2014-03-01 5:06:07 pm", "", "2014-03-01T17:06:07"}, {"March 5", "", "2024-03-05T00:00:00"},
		{"5 March", "", "2005-03-01T00:00:00"}, {"5 March", "en-US", "2024-03-05T00:00:00"}, {"March 5", "en-GB", "2005-03-01T00:00:00"}, {"March 14 2014", "de-DE", "2014-03-14T00:00:00"}, {"5/6", "en-GB", "2024-06-05T00:00:00"}, {"5/6/7", "ja-JP", "2005-06-07T00:00:00"}, {"2014/3/5 7:08", "ja-JP", "2014-03-05T07:08:00"},
		{"2014年3月5日 17時06分", "ja-JP", "2014-03-05T17:06:00"}, {"5 de marzo de 2014", "es-ES", "2014-03-05T00:00:00"}, {"5. helmikuuta 2014", "fi-FI", "2014-02-05T00:00:00"}, {"5.2.2014 17.06", "fi-FI", "2014-02-05T17:06:00"}, {"5.3.2014.", "fi-FI", "2014-03-05T00:00:00"},
		{"#3/5/2014#", "en-US", "2014-03-05T00:00:00"}, {"3/5/2014#", "en-US", bad}, {"3/5/2014\x00", "en-US", "2014-03-05T00:00:00"}, {"2014-03-05 10:00 +02:00", "", "2014-03-05T08:00:00"}, {"2014-03-05 10:00:00.5-0330", "", "2014-03-05T13:30:00.5"},
		{"2014-03-05T10:00:00.123456789Z", "", "2014-03-05T10:00:00.1234568"}, {"2014-03-05T10:00+2", "", "2014-03-05T08:00:00"}, {"2014-03-05T10:00x", "", bad}, {"Thursday, March 5, 2014", "en-US", bad}, {"Wed, 5 March 2014", "en-US", "2014-03-05T00:00:00"},
		{"0:00 2/29/2023", "en-US", bad}, {"2/29/2024 23:59:59.9999999", "en-US", "2024-02-29T23:59:59.9999999"}, {"1:2:3:4", "en-US", bad}, {"12:00 AM AM", "en-US", bad}, {"13:00 AM", "en-US", bad}, {"13:00 PM", "en-US", "2024-07-15T13:00:00"}, {"March March", "", bad}, {"Mon Tue", "", bad},
		{"2014-03-05Z", "", "2014-03-05T00:00:00"}, {"5 Mrz 2014", "de-DE", bad}, {"5. Mär 2014", "de-DE", "2014-03-05T00:00:00"}, {"5. März 14", "de-DE", "2014-03-05T00:00:00"}, {"3/5/49", "en-US", "2049-03-05T00:00:00"}, {"0001-01-01", "", "0001-01-01T00:00:00"}, {"10000-01-01", "", bad},
	} {
		v, err := reader(t, row.culture, 0).Parse(row.text)
		got := strings.Replace(iso(v), " ", "T", 1)
		if err != nil {
			got = bad
		}
		if got != row.want {
			t.Errorf("%q in %q = %s, want %s (%v)", row.text, row.culture, got, row.want, err)
		}
	}
}

func TestExactParsing(t *testing.T) {
	for _, row := range []struct{ text, format, culture, want string }{
		{"5 7 14", "d M yy", "", "2014-07-05 00:00:00"}, {"20140705", "yyyyMMdd", "", "2014-07-05 00:00:00"}, {"Juli 2014", "MMMM yyyy", "de-DE", "2014-07-01 00:00:00"}, {"5 juli", "d MMMM", "de-DE", "2024-07-05 00:00:00"},
		{"12:30 a", "h:mm t", "en-US", "2024-07-15 00:30:00"}, {"12.5.14", "d.M.yy", "", "2014-05-12 00:00:00"}, {"10:00:00", "HH:mm:ss.FFF", "", "2024-07-15 10:00:00"}, {"13", "%H", "", "2024-07-15 13:00:00"}, {"2014-07-05T10:00:00+01:00", "yyyy-MM-ddTHH:mm:sszzz", "", "2014-07-05 09:00:00"},
		{"10h", "H'h'", "", "2024-07-15 10:00:00"}, {"Sat 5 Jul 2014", "ddd d MMM yyyy", "", "2014-07-05 00:00:00"}, {"Sun 5 Jul 2014", "ddd d MMM yyyy", "", "bad"}, {"5 5", "d M d", "", "bad"}, {"24:00", "HH:mm", "", "bad"}, {"10:00 GMT", "HH:mm GMT", "", "2024-07-15 10:00:00"}, {"x", "%", "", "bad"}, {"1.7", "s.ffffffff", "", "bad"},
		{"7/5/2014 5:06:07\u202fPM", "G", "en-US", "2014-07-05 17:06:07"}, {"2014-07-05 10:00:00Z", "u", "", "2014-07-05 10:00:00"}, {"5 10:00", "d HH:mm", "", "2024-01-05 10:00:00"},
	} {
		v, err := reader(t, row.culture, 0).ParseExact(row.text, row.format)
		got := iso(v)
		if err != nil {
			got = "bad"
		}
		if got != row.want {
			t.Errorf("%q as %q in %q = %s, want %s (%v)", row.text, row.format, row.culture, got, row.want, err)
		}
	}
	r := reader(t, "", AllowWhiteSpaces)
	if v, err := r.ParseExactAny("  2014 - 07 - 05 ", []string{"d", "yyyy-MM-dd"}); err != nil || iso(v) != "2014-07-05 00:00:00" {
		t.Errorf("ParseExactAny = %s, %v", iso(v), err)
	}
	if _, err := reader(t, "", 0).ParseDate("2014-07-05 10:00"); err == nil || err.Error() != "String '2014-07-05 10:00' contains parts which are not specific to the DateOnly." {
		t.Errorf("ParseDate: %v", err)
	}
	if v, err := reader(t, "", 0).ParseTimeExact("10-11", "HH-mm"); err != nil || v != 10*TicksPerHour+11*TicksPerMinute {
		t.Errorf("ParseTimeExact = %v, %v", v, err)
	}
}

func TestParseZones(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Skip("no time zone data")
	}
	for _, row := range []struct {
		text   string
		styles Styles
		want   string
	}{
		{"2014-07-05T10:00:00Z", 0, "2014-07-05T12:00:00.0000000+02:00"}, {"2014-07-05T10:00:00Z", RoundtripKind, "2014-07-05T10:00:00.0000000Z"}, {"2014-07-05T10:00:00", AssumeUniversal, "2014-07-05T12:00:00.0000000+02:00"},
		{"2014-07-05T10:00:00", AssumeLocal | AdjustToUniversal, "2014-07-05T08:00:00.0000000Z"}, {"10:00Z", 0, "2024-07-15T12:00:00.0000000+02:00"}, {"2014-10-26T00:30:00Z", 0, "2014-10-26T02:30:00.0000000+02:00"},
	} {
		r := reader(t, "", row.styles)
		r.Zone = berlin
		v, err := r.Parse(row.text)
		if err != nil {
			t.Errorf("%q: %v", row.text, err)
			continue
		}
		if got, _ := v.Format("o", r.Format, berlin); got != row.want {
			t.Errorf("%q = %s, want %s", row.text, got, row.want)
		}
	}
}

func TestAllFormats(t *testing.T) {
	us := &lookCulture(t, "en-US").DateTime
	all, err := at(t, "2014-12-25").AllFormats("", us, time.UTC)
	if err != nil || len(all) != 29 {
		t.Errorf("%d formats, %v", len(all), err)
	}
	short, _ := at(t, "2014-12-25").AllFormats("d", us, time.UTC)
	if got := strings.Join(short, "|"); got != "12/25/2014|Dec 25, 2014|12/25/14" {
		t.Errorf("short dates %s", got)
	}
}

// TestRoundTrip reads back what every culture writes. Left out are languages
// that write letters on to the name of the month, which no name ends before,
// and Canadian French, whose minutes have a sign that .NET's lexer passes over.
func TestRoundTrip(t *testing.T) {
	want := at(t, "2014-02-25 17:06:07")
	for _, name := range culture.Names() {
		r := reader(t, name, 0)
		language, _, _ := strings.Cut(name, "-")
		for _, format := range []string{"G", "F", "o", "s"} {
			if format == "G" && language == "ar" { // doubles its direction marks
				continue
			}
			if format == "F" && (language == "bo" || language == "eu" || language == "mn") {
				continue
			}
			text, err := want.Format(format, r.Format, time.UTC)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := r.ParseExact(text, format); err != nil || got != want {
				t.Errorf("%s: %q as %q: %s, %v", name, text, format, iso(got), err)
			}
			if name == "fr-CA" && (format == "G" || format == "F") {
				continue
			}
			if got, err := r.Parse(text); format != "F" && (err != nil || got != want) || format == "F" && mainLanguage(language) && err != nil {
				t.Errorf("%s: %q: %s, %v", name, text, iso(got), err)
			}
		}
	}
}

func mainLanguage(language string) bool {
	return strings.Contains(" en de fr es it nl sv nb da fi pt pl cs ru tr ja zh ko hu el ro ", " "+language+" ")
}

func FuzzParse(f *testing.F) {
	for _, row := range table(f, "parse.tsv") {
		f.Add(row[2], "yyyy-MM-dd HH:mm", uint8(0))
	}
	names := []string{"", "en-US", "de-DE", "fi-FI", "ja-JP", "ko-KR", "es-ES"}
	f.Fuzz(func(t *testing.T, text, format string, choice uint8) {
		r := reader(t, names[int(choice)%len(names)], Styles(choice)&AllowWhiteSpaces)
		if v, err := r.Parse(text); err == nil && v.Ticks() > maxTicks {
			t.Errorf("%q gives %d ticks", text, v.Ticks())
		}
		r.ParseOffset(text)
		r.ParseExact(text, format)
		ParseSpan(text, ",")
		ParseSpanExact(text, format, ",", false)
		if s, err := at(t, "2014-02-25 17:06:07").Format(format, r.Format, time.UTC); err == nil && len(format) > 1 {
			r.ParseExact(s, format)
		}
		TimeSpan(len(text)).Format(format, ",")
	})
}

func BenchmarkFormat(b *testing.B) {
	us, v, buf := &lookCulture(b, "en-US").DateTime, at(b, "2014-02-25 17:06:07"), make([]byte, 0, 64)
	for b.Loop() {
		buf, _ = v.AppendFormat(buf[:0], "yyyy-MM-dd HH:mm:ss", us, time.UTC)
	}
}

func BenchmarkFormatGeneral(b *testing.B) {
	us, v, buf := &lookCulture(b, "en-US").DateTime, at(b, "2014-02-25 17:06:07"), make([]byte, 0, 64)
	for b.Loop() {
		buf, _ = v.AppendFormat(buf[:0], "G", us, time.UTC)
	}
}

func BenchmarkParse(b *testing.B) {
	r := reader(b, "", 0)
	for b.Loop() {
		r.Parse("2014-02-25 17:06:07")
	}
}
