package datetime

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/csshell/csshell/objects/culture"
)

// word is a kind of word or sign in a date; the value goes with it.
type word struct {
	kind  wordKind
	value int
	size  int // in bytes
}

type wordKind uint8

const (
	unknownWord wordKind = iota
	monthWord
	weekdayWord
	markWord // AM, PM
	zoneWord // GMT, Z
	eraWord
	skippedWord // a comma, a word of the culture's patterns

	spaceSign // nothing but white space
	endSign   // the end of the text
	dateSign
	timeSign
	dateOrOffsetSign // a hyphen
	isoTimeSign      // T
	unitSign         // a unit of time of East Asia
)

// The values of unitSign.
const (
	yearUnit = iota
	monthUnit
	dayUnit
	hourUnit
	minuteUnit
	secondUnit
)

// lookup finds the longest of some texts that s begins with.
type lookup struct {
	s      string
	letter bool // s begins with a letter: a match must not end within a word
	best   word
}

func newLookup(s string) *lookup {
	r, _ := utf8.DecodeRuneInString(s)
	return &lookup{s: s, letter: unicode.IsLetter(r)}
}

func (l *lookup) try(text string, kind wordKind, value int) {
	text = strings.TrimSpace(text)
	if text == "" || len(text) <= l.best.size {
		return
	}
	size, ok := foldedPrefix(l.s, text)
	if !ok || size <= l.best.size {
		return
	}
	if next, _ := utf8.DecodeRuneInString(l.s[size:]); l.letter && unicode.IsLetter(next) {
		return
	}
	l.best = word{kind, value, size}
}

func (l *lookup) tryAll(texts []string, kind wordKind, first int) {
	for i, text := range texts {
		l.try(text, kind, first+i)
	}
}

// foldedPrefix reports whether s begins with prefix in any case, and how many
// bytes of s that are.
func foldedPrefix(s, prefix string) (size int, ok bool) {
	rest := s
	for len(prefix) > 0 {
		if len(rest) == 0 {
			return 0, false
		}
		a, n := utf8.DecodeRuneInString(rest)
		b, m := utf8.DecodeRuneInString(prefix)
		if a != b && unicode.ToLower(a) != unicode.ToLower(b) && !(isBlank(a) && isBlank(b)) {
			return 0, false
		}
		rest, prefix = rest[n:], prefix[m:]
	}
	return len(s) - len(rest), true
}

// isBlank reports white space that compares equal to a space.
func isBlank(r rune) bool { return r == ' ' || r == '\u00a0' || r == '\u202f' }

// names looks for the names of months and days, AM, PM and the other words
// that may begin a token: those of the culture and those of the invariant one.
func names(s string, f *culture.DateTimeFormat) word {
	l := newLookup(s)
	l.try(f.AM, markWord, int(markAM))
	l.try(f.PM, markWord, int(markPM))
	l.dateWords(f)
	l.dateNames(f)
	l.tryAll(f.GenitiveMonths, monthWord, 1)
	l.tryAll(f.AbbreviatedGenitiveMonths, monthWord, 1)
	l.try(f.Era, eraWord, 1)
	inv := &culture.Invariant().DateTime
	l.dateNames(inv)
	l.try(inv.AM, markWord, int(markAM))
	l.try(inv.PM, markWord, int(markPM))
	l.try("GMT", zoneWord, 0)
	l.try("Z", zoneWord, 0)
	if separator := strings.TrimSpace(f.TimeSeparator); l.best.size == 0 {
		if separator != "," {
			l.try(",", skippedWord, 0)
		}
		if separator != "." {
			l.try(".", skippedWord, 0)
		}
	}
	return l.best
}

func (l *lookup) dateNames(f *culture.DateTimeFormat) {
	l.tryAll(f.Months, monthWord, 1)
	l.tryAll(f.AbbreviatedMonths, monthWord, 1)
	l.tryAll(f.Days, weekdayWord, 0)
	l.tryAll(f.AbbreviatedDays, weekdayWord, 0)
}

// dateWords looks for the words that the patterns of a culture quote, like the
// "de" of "5 de marzo de 2014".
func (l *lookup) dateWords(f *culture.DateTimeFormat) {
	for _, patterns := range [...][]string{f.LongDates, f.ShortDates, {f.YearMonth, f.MonthDay}, f.LongTimes, f.ShortTimes} {
		for _, pattern := range patterns {
			for {
				_, quoted, ok := strings.Cut(pattern, "'")
				if !ok {
					break
				}
				quoted, pattern, _ = strings.Cut(quoted, "'")
				for _, text := range strings.Fields(quoted) {
					l.try(text, skippedWord, 0)
					l.try(strings.TrimSuffix(text, "."), skippedWord, 0)
				}
			}
		}
	}
}

// separator looks for what may stand behind a number or a name.
func separator(s string, f *culture.DateTimeFormat) word {
	l := newLookup(s)
	l.try(f.TimeSeparator, timeSign, 0)
	l.try(f.AM, markWord, int(markAM))
	l.try(f.PM, markWord, int(markPM))
	if !l.letter {
		l.try("-", dateOrOffsetSign, 0)
		if !endsWithSeparator(f) {
			l.try(f.DateSeparator, dateSign, 0)
		}
		l.try("/", dateSign, 0)
		l.try(":", timeSign, 0)
		return l.best
	}
	l.units(f)
	l.try(f.DateSeparator, dateSign, 0)
	inv := &culture.Invariant().DateTime
	l.try(inv.AM, markWord, int(markAM))
	l.try(inv.PM, markWord, int(markPM))
	l.try("T", isoTimeSign, 0)
	return l.best
}

// endsWithSeparator reports whether the culture writes its separator behind the
// whole date, too ("25. 2. 2014."). Such a separator means no more than a comma.
func endsWithSeparator(f *culture.DateTimeFormat) bool {
	sign := strings.TrimSpace(f.DateSeparator)
	return sign != "" && strings.HasSuffix(strings.TrimSpace(f.ShortDate()), sign)
}

// units looks for the characters that mark the parts of a date in Chinese,
// Japanese and Korean; a number may follow them at once.
func (l *lookup) units(f *culture.DateTimeFormat) {
	l.letter = false
	for unit, signs := range [...]string{"年년", "月월", "日일", "時时", "分", "秒"} {
		for _, sign := range signs {
			l.try(string(sign), unitSign, unit)
		}
	}
	if strings.Contains(f.LongDate(), "년") {
		for i, sign := range []string{"시", "분", "초"} {
			l.try(sign, unitSign, hourUnit+i)
		}
	}
	l.letter = true
}
