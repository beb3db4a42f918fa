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
