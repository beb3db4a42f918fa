package culture

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/csshell/csshell/objects/utf16"
)

// tailoring is what a language orders in another way than the root collation:
// letters, and pairs of letters, that have places of their own.
type tailoring struct {
	letters      map[string]element
	starts       map[rune]bool // the first characters of the letters
	changesASCII bool
	capitalFirst bool // capitals come before small letters
}

// rootTailoring changes nothing.
var rootTailoring = &tailoring{}

// match returns the element of the longest letter that s begins with, and its
// size; 0 for none.
func (t *tailoring) match(s string) (element, int) {
	if t.starts == nil {
		return element{}, 0
	}
	first, size := utf8.DecodeRuneInString(s)
	if !t.starts[first] {
		return element{}, 0
	}
	_, second := utf8.DecodeRuneInString(s[size:])
	if e, ok := t.letters[s[:size+second]]; ok && second > 0 {
		return e, size + second
	}
	if e, ok := t.letters[s[:size]]; ok {
		return e, size
	}
	return element{}, 0
}

// tailorings lists the languages with an order of their own (CLDR): after each
// letter, those that follow it. A = joins letters that differ as an accent does,
// a ~ those that differ as case does.
func tailorings(language string) string {
	switch language {
	case "sv", "fi":
		return "z: å ä=æ ö=ø"
	case "da", "nb", "nn", "no":
		return "z: æ=ä ø=ö å~aa"
	case "es", "gl", "eu", "ast", "fil":
		return "n: ñ"
	case "tr", "az":
		return "c: ç; g: ğ; h: ı; o: ö; s: ş; u: ü"
	case "pl":
		return "a: ą; c: ć; e: ę; l: ł; n: ń; o: ó; s: ś; z: ź ż"
	case "cs":
		return "c: č; h: ch; r: ř; s: š; z: ž"
	case "sk":
		return "a: ä; c: č; h: ch; o: ô; s: š; z: ž"
	case "sl":
		return "c: č ć; d: đ; s: š; z: ž"
	case "hr", "bs", "sr-Latn":
		return "c: č ć; d: dž đ; l: lj; n: nj; s: š; z: ž"
	case "hu":
		return "c: cs; d: dz; g: gy; l: ly; n: ny; o: ö=ő; s: sz; t: ty; u: ü=ű; z: zs"
	case "ro":
		return "a: ă â; i: î; s: ș; t: ț"
	case "et":
		return "s: š z ž; w: õ ä ö ü"
	case "lv":
		return "c: č; g: ģ; i: y; k: ķ; l: ļ; n: ņ; s: š; z: ž"
	case "lt":
		return "c: č; i: y; s: š; z: ž"
	case "is":
		return "a: á; d: ð; e: é; i: í; o: ó; u: ú; y: ý; z: þ æ=ä ö=ø å"
	default:
		return ""
	}
}

// tailoring returns the tailoring of the culture.
func (c *Culture) tailoring() *tailoring {
	if c.tailor == nil {
		return rootTailoring
	}
	return c.tailor()
}

// setTailoring prepares the tailoring of the language, to be built when it is
// first needed.
func (c *Culture) setTailoring() {
	language := c.ISO2()
	if strings.HasPrefix(c.Name, "sr-Latn") {
		language = "sr-Latn"
	}
	if rules := tailorings(language); rules != "" {
		c.tailor = sync.OnceValue(func() *tailoring { return buildTailoring(rules, language) })
	}
}

func buildTailoring(rules, language string) *tailoring {
	root := rootCollation()
	t := &tailoring{letters: map[string]element{}, starts: map[rune]bool{}}
	if language == "da" {
		t.capitalFirst, t.changesASCII = true, true
	}
	for rule := range strings.SplitSeq(rules, "; ") {
		after, places, _ := strings.Cut(rule, ": ")
		first, _ := utf8.DecodeRuneInString(after)
		base, _ := root.lookUp(first)
		for i, place := range strings.Fields(places) {
			e := element{base[0].primary + uint32(i+1), commonSecondary, commonTertiary}
			for letters := range strings.SplitSeq(place, "=") {
				t.addAll(strings.Split(letters, "~"), e)
				e.secondary += variantSecondary
			}
		}
	}
	if _, turkic := t.letters["ı"]; turkic { // its capital is the plain I of others, and theirs has a dot
		dotted, _ := root.lookUp('i')
		t.put("İ", element{dotted[0].primary, commonSecondary, upperTertiary})
	}
	return t
}

// variantSecondary is the distance between letters joined by =; it puts the
// second of them behind the first with any accent.
const variantSecondary = 100

// addAll gives letters their place, each in lower case, capitalised and in
// capitals.
func (t *tailoring) addAll(letters []string, e element) {
	lower := e.tertiary
	for i, letter := range letters {
		upper := uint8(upperTertiary)
		if i > 0 { // behind the capital of the letter before
			lower, upper = upperTertiary+1, upperTertiary+2
		}
		for k, form := range cases(letter) {
			e.tertiary = lower
			if k > 0 {
				e.tertiary = upper + uint8(k-1)
			}
			t.put(form, e)
		}
	}
}

// cases returns the ways to write a letter: small, with its second character
// in capitals, with its first, with both.
func cases(letter string) []string {
	first, size := utf8.DecodeRuneInString(letter)
	capital := string(unicode.ToUpper(first))
	switch {
	case letter == "ı":
		return []string{letter, "I"}
	case size == len(letter):
		return []string{letter, capital}
	default:
		rest := letter[size:]
		return []string{letter, letter[:size] + strings.ToUpper(rest), capital + rest, strings.ToUpper(letter)}
	}
}

func (t *tailoring) put(form string, e element) {
	if _, known := t.letters[form]; known {
		return
	}
	t.letters[form] = e
	start, _ := utf8.DecodeRuneInString(form)
	t.starts[start] = true
	t.changesASCII = t.changesASCII || utf16.IsASCII(form)
}
