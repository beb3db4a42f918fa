package cs_test

import (
	"strings"
	"testing"

	"github.com/csshell/csshell/objects/cs"
)

func TestPropertiesSetWhatTheyGet(t *testing.T) {
	text := func(p *cs.Property[cs.User]) string {
		switch {
		case p.Bool != nil:
			return "False"
		case p.Time != nil:
			return "2024-02-05T09:00:00.1234567Z"
		case p.GUID != nil:
			return "00000000-0000-0000-0000-000000000000"
		}
		return "text of " + p.Column
	}
	user := new(cs.User)
	for i := range cs.UserProperties {
		p := &cs.UserProperties[i]
		if got := p.Get(user); got != "" && p.Name != "DistinguishedName" {
			t.Errorf("%s is %q before it is set: it shares its field with another", p.Name, got)
		}
		if err := p.Set(user, text(p)); err != nil {
			t.Errorf("%s: %v", p.Name, err)
		}
	}
	for i := range cs.UserProperties {
		p := &cs.UserProperties[i]
		if got := p.Get(user); got != text(p) && p.Name != "DistinguishedName" {
			t.Errorf("%s is %q, want %q", p.Name, got, text(p))
		}
		if err := p.Set(user, ""); err != nil || p.Get(user) != "" {
			t.Errorf("%s cannot be emptied: %q, %v", p.Name, p.Get(user), err)
		}
	}
	if *user != (cs.User{}) {
		t.Errorf("emptied by its properties the user is not empty: %+v", user)
	}
}

func TestPropertyIndexesFitASet(t *testing.T) {
	if n := len(cs.UserProperties); n > 64 {
		t.Errorf("%d properties do not fit a PropertySet", n)
	}
	set, err := cs.UserProperties.Set("sipaddress", "GUID")
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range cs.UserProperties {
		if want := p.Name == "SipAddress" || p.Name == "Guid"; set.Has(i) != want {
			t.Errorf("the set has %s: %v", p.Name, !want)
		}
	}
	if _, err := cs.UserProperties.Set("Thumbprint"); err == nil || !strings.Contains(err.Error(), "Thumbprint") {
		t.Errorf("an unknown property gives the error %v", err)
	}
}

func TestParseTicks(t *testing.T) {
	rows := map[string]string{
		"2026-05-04T10:11:12Z":           "2026-05-04T10:11:12Z",
		"2026-05-04T10:11:12":            "2026-05-04T10:11:12Z",
		"2026-05-04T10:11:12.0000000Z":   "2026-05-04T10:11:12Z",
		"2026-05-04T12:11:12.5+02:00":    "2026-05-04T10:11:12.5Z",
		"2026-05-04 10:11:12Z":           "2026-05-04T10:11:12Z",
		"5/4/2026 10:11:12 AM":           "2026-05-04T10:11:12Z",
		"5/4/2026 10:11:12\u202fPM":      "2026-05-04T22:11:12Z",
		"12/31/2025 12:00:00 AM":         "2025-12-31T00:00:00Z",
		"05/04/2026 22:11:12":            "2026-05-04T22:11:12Z",
		"5/4/2026":                       "2026-05-04T00:00:00Z",
		"2026-05-04":                     "2026-05-04T00:00:00Z",
		"9999-12-31T23:59:59.9999999Z":   "9999-12-31T23:59:59.9999999Z",
		"":                               "",
		"13/1/2026":                      "error",
		"0001-01-01T00:00:00Z":           "error",
		"9999-12-31T23:59:59-01:00":      "error",
		"yesterday":                      "error",
		"2026-05-04T10:11:12Z and later": "error",
	}
	for text, want := range rows {
		ticks, err := cs.ParseTicks(text)
		got := ticks.String()
		if err != nil {
			got = "error"
		}
		if got != want {
			t.Errorf("ParseTicks(%q) = %q, %v, want %q", text, got, err, want)
		}
		if err == nil && ticks != 0 && cs.TicksOf(ticks.Time()) != ticks {
			t.Errorf("%q does not survive Time", text)
		}
	}
}

func TestParseGUIDRefuses(t *testing.T) {
	for _, text := range []string{"", "7cadc221", "{7cadc221-cf80-5433-9e01-bb39d52b1991", "(7cadc221-cf80-5433-9e01-bb39d52b1991}", "7cadc221-cf80-5433-9e01-bb39d52b199g", "7cadc22-1cf80-5433-9e01-bb39d52b1991"} {
		if guid, err := cs.ParseGUID(text); err == nil {
			t.Errorf("ParseGUID(%q) = %v", text, guid)
		}
	}
}
