package culture

import (
	_ "embed" // for the data
	"encoding/binary"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/csshell/csshell/objects/utf16"
)

// collationData holds the root collation of ICU 72 for the basic plane, written
// by scripts/culturedata. For each character that has one: the distance from
// the character before (varint), the number of collation elements (a byte), and
// for each element the primary weight as the difference from the one before
// (zigzag varint), the secondary (varint) and the tertiary (a byte).
//
//go:embed collation.bin
var collationData []byte

// element is a collation element: the weights of a character, or a part of one,
// at three levels. Strings are compared by all primary weights first, then by
// all secondary ones (accents), then by all tertiary ones (case); weights of 0
// do not take part.
type element struct {
	primary   uint32
	secondary uint8
	tertiary  uint8
}

// collation finds the elements of a character of the basic plane in pages of
// 256: the position of the first and the number of them.
type collation struct {
	pages    [256]*[256]uint32
	elements []element
}

// primaryShift leaves room between the weights of the data, for tailorings and
// for characters that are ordered by their code points.
const primaryShift = 18

const countBits = 5

var root struct {
	once sync.Once
	read *collation
}

func rootCollation() *collation {
	root.once.Do(func() { root.read = readCollation() })
	return root.read
}

func readCollation() *collation {
	c := &collation{elements: make([]element, 0, 24000)}
	data, char, primary := collationData, 0, int64(0)
	next := func() uint64 {
		v, n := binary.Uvarint(data)
		data = data[n:]
		return v
	}
	for len(data) > 0 {
		char += int(next())
		count := int(data[0])
		data = data[1:]
		page := c.pages[char>>8]
		if page == nil {
			page = new([256]uint32)
			c.pages[char>>8] = page
		}
		page[char&0xFF] = uint32(len(c.elements)<<countBits|count) + 1
		for range count {
			zigzag := next()
			primary += int64(zigzag>>1) ^ -int64(zigzag&1)
			secondary := next()
			c.elements = append(c.elements, element{uint32(primary) << primaryShift, uint8(secondary), data[0]})
			data = data[1:]
		}
	}
	return c
}

// lookUp returns the elements of a character; ok is false where there are none
// in the data.
func (c *collation) lookUp(r rune) (elements []element, ok bool) {
	if r > 0xFFFF {
		return nil, false
	}
	page := c.pages[r>>8]
	if page == nil || page[r&0xFF] == 0 {
		return nil, false
	}
	at := page[r&0xFF] - 1
	start := at >> countBits
	return c.elements[start : start+at&(1<<countBits-1)], true
}

// Weights of characters that are ordered by code point, behind all others.
const (
	hanWeight uint32 = (11300 + iota) << primaryShift
	rareHanWeight
	otherWeight
)

// The weights that most elements have.
const (
	commonSecondary = 1
	commonTertiary  = 2
	upperTertiary   = 12
)

// implicit returns the element of a character that the data does not have.
func (c *collation) implicit(r rune) element {
	weight, tertiary := otherWeight, uint8(commonTertiary)
	if lower := unicode.ToLower(r); lower != r {
		r, tertiary = lower, upperTertiary
	}
	switch {
	case r >= 0x4E00 && r <= 0x9FFF:
		weight = hanWeight
	case unicode.Is(unicode.Han, r):
		weight = rareHanWeight
	case unicode.Is(unicode.So, r) || unicode.Is(unicode.Sk, r):
		star, _ := c.lookUp('★') // pictures stand among the symbols
		weight = star[0].primary
	}
	return element{weight | uint32(r)&(1<<primaryShift-1), commonSecondary, tertiary}
}

// elementReader goes over the collation elements of a string.
type elementReader struct {
	rest      string
	tailoring *tailoring
	root      *collation
	single    element   // the first or only element of the character that was read
	pending   []element // the others, or all of them
	hangul    [3]rune   // the letters of a syllable, as far as they are to come
	options   CompareOptions
	skipping  bool // behind a symbol that is passed over
}

// next returns the next element that counts; ok is false at the end.
func (r *elementReader) next() (e element, ok bool) {
	for {
		switch {
		case r.single.primary != 0:
			e, r.single = r.single, element{}
		case len(r.pending) > 0:
			e, r.pending = r.pending[0], r.pending[1:]
		case !r.load():
			return element{}, false
		default:
			continue
		}
		if r.options&IgnoreSymbols == 0 || !r.skips(e) {
			return e, true
		}
	}
}

// done reports whether every element of the characters read so far is used.
func (r *elementReader) done() bool {
	return len(r.pending) == 0 && r.single.primary == 0 && r.hangul[0] == 0
}

// skips reports whether an element belongs to a symbol, or to an accent on one.
func (r *elementReader) skips(e element) bool {
	if e.primary != 0 {
		digit, _ := r.root.lookUp('0')
		r.skipping = e.primary < digit[0].primary
	}
	return r.skipping
}

// load reads the elements of the next character.
func (r *elementReader) load() bool {
	if char := r.hangul[0]; char != 0 {
		r.hangul = [3]rune{r.hangul[1], r.hangul[2]}
		r.pending, _ = r.root.lookUp(char)
		return true
	}
	if r.rest == "" {
		return false
	}
	if e, size := r.tailoring.match(r.rest); size > 0 {
		r.rest = r.rest[size:]
		r.single = e
		return true
	}
	char, size := utf16.DecodeRune(r.rest)
	r.rest = r.rest[size:]
	if char >= 0xAC00 && char <= 0xD7A3 {
		r.splitSyllable(char - 0xAC00)
		return true
	}
	var ok bool
	if r.pending, ok = r.root.lookUp(char); !ok {
		r.single = r.root.implicit(char)
	} else if distance := r.apart(char); distance > 0 && len(r.pending) > 0 {
		r.single = r.pending[0]
		r.single.primary += distance
		r.pending = r.pending[1:]
	}
	return true
}

// apart tells how far a character stands behind the one it is a form of, where
// .NET wants them apart although case does not count: the katakana behind the
// hiragana, the letters of another width behind the usual ones.
func (r *elementReader) apart(char rune) uint32 {
	switch {
	case r.options&(IgnoreCase|IgnoreNonSpace) == 0:
		return 0
	case char >= 0x30A1 && char <= 0x30F6 || char == 0x30FD || char == 0x30FE:
		if r.options&IgnoreKanaType == 0 {
			return 1
		}
	case char >= 0xFF01 && char <= 0xFFEE && r.options&IgnoreWidth == 0:
		return 0xFFFF - uint32(char)
	}
	return 0
}

// splitSyllable takes a Korean syllable apart into its two or three letters.
func (r *elementReader) splitSyllable(n rune) {
	r.hangul = [3]rune{0x1100 + n/588, 0x1161 + n%588/28}
	if last := n % 28; last > 0 {
		r.hangul[2] = 0x11A7 + last
	}
}

// level is one of the three levels of comparison.
type level uint8

const (
	primaryLevel level = iota
	secondaryLevel
	tertiaryLevel
)

func (e element) weight(l level) uint32 {
	switch l {
	case primaryLevel:
		return e.primary
	case secondaryLevel:
		return uint32(e.secondary)
	default:
		return uint32(e.tertiary)
	}
}

// compareElements compares two strings level by level.
func compareElements(a, b string, t *tailoring, options CompareOptions) int {
	a, b = cutCommon(a, b, t, options)
	if order := compareLevel(a, b, t, options, primaryLevel); order != 0 {
		return order
	}
	if options&IgnoreNonSpace == 0 {
		if order := compareLevel(a, b, t, options, secondaryLevel); order != 0 {
			return order
		}
	}
	if options&IgnoreCase == 0 {
		return compareLevel(a, b, t, options, tertiaryLevel)
	}
	return 0
}

// cutCommon takes off the characters that both strings begin with. One that
// may belong to the next stays.
func cutCommon(a, b string, t *tailoring, options CompareOptions) (string, string) {
	if options&IgnoreSymbols != 0 {
		return a, b
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && (n < len(a) && !utf8.RuneStart(a[n]) || n < len(b) && !utf8.RuneStart(b[n])) {
		n--
	}
	if t.starts != nil && n > 0 {
		_, size := utf8.DecodeLastRuneInString(a[:n])
		n -= size
	}
	return a[n:], b[n:]
}

func compareLevel(a, b string, t *tailoring, options CompareOptions, l level) int {
	root := rootCollation()
	left := elementReader{rest: a, tailoring: t, root: root, options: options}
	right := elementReader{rest: b, tailoring: t, root: root, options: options}
	for {
		x, y := left.nextWeight(l), right.nextWeight(l)
		switch {
		case x < y:
			return -1
		case x > y:
			return 1
		case x == 0:
			return 0
		}
	}
}

// nextWeight returns the next weight of a level, 0 at the end. Where accents do
// not count, neither does the case of nothing but an accent.
func (r *elementReader) nextWeight(l level) uint32 {
	for {
		e, ok := r.next()
		if !ok {
			return 0
		}
		if l == tertiaryLevel && r.options&IgnoreNonSpace != 0 && e.primary == 0 {
			continue
		}
		w := e.weight(l)
		if l == tertiaryLevel && r.tailoring.capitalFirst && w != 0 {
			w = capitalFirst(w)
		}
		if w != 0 {
			return w
		}
	}
}

// capitalFirst moves the tertiary weights of capitals before the others.
func capitalFirst(weight uint32) uint32 {
	if weight >= upperTertiary {
		return weight - upperTertiary + 1
	}
	return weight + 1<<8
}
