package parser

import (
	"unicode"
	"unicode/utf8"
)

// charClass says what a character can do in a token.
type charClass uint16

const (
	charBlank      charClass = 1 << iota
	charNewline              // CR or LF
	charNameStart            // may begin an identifier
	charName                 // may follow in an identifier
	charVariable             // may stand right after $
	charDigit                // 0-9
	charHex                  // 0-9 a-f
	charEnds                 // ends every token
	charEndsNumber           // ends a number in an expression
	charEndsSpec             // ends the name of an assembly
	charResolved             // a quote, $ or backtick, which does not stand for itself
)

// asciiClasses holds the classes of the characters below 128.
var asciiClasses = [128]charClass{
	0: charEnds | charEndsSpec, '\t': charBlank | charEnds, '\n': charNewline | charEnds | charEndsSpec,
	'\v': charBlank | charEnds, '\f': charBlank | charEnds, '\r': charNewline | charEnds | charEndsSpec, ' ': charBlank | charEnds,
	'!': charEndsNumber, '#': charEndsNumber, '"': charResolved, '$': charVariable | charResolved, '\'': charResolved, '%': charEndsNumber, '&': charEnds, '(': charEnds, ')': charEnds,
	'*': charEndsNumber, '+': charEndsNumber, ',': charEnds | charEndsSpec, '-': charEndsNumber, '.': charEndsNumber, '/': charEndsNumber,
	'0': digitClass, '1': digitClass, '2': digitClass, '3': digitClass, '4': digitClass,
	'5': digitClass, '6': digitClass, '7': digitClass, '8': digitClass, '9': digitClass,
	':': charVariable, ';': charEnds, '<': charEndsNumber, '=': charEndsSpec | charEndsNumber, '>': charEndsNumber, '?': charVariable,
	'A': hexLetterClass, 'B': hexLetterClass, 'C': hexLetterClass, 'D': hexLetterClass, 'E': hexLetterClass, 'F': hexLetterClass,
	'G': letterClass, 'H': letterClass, 'I': letterClass, 'J': letterClass, 'K': letterClass, 'L': letterClass, 'M': letterClass,
	'N': letterClass, 'O': letterClass, 'P': letterClass, 'Q': letterClass, 'R': letterClass, 'S': letterClass, 'T': letterClass,
	'U': letterClass, 'V': letterClass, 'W': letterClass, 'X': letterClass, 'Y': letterClass, 'Z': letterClass,
	'[': charEndsSpec, ']': charEndsSpec | charEndsNumber, '^': charVariable, '_': letterClass, '`': charResolved,
	'a': hexLetterClass, 'b': hexLetterClass, 'c': hexLetterClass, 'd': hexLetterClass, 'e': hexLetterClass, 'f': hexLetterClass,
	'g': letterClass, 'h': letterClass, 'i': letterClass, 'j': letterClass, 'k': letterClass, 'l': letterClass, 'm': letterClass,
	'n': letterClass, 'o': letterClass, 'p': letterClass, 'q': letterClass, 'r': letterClass, 's': letterClass, 't': letterClass,
	'u': letterClass, 'v': letterClass, 'w': letterClass, 'x': letterClass, 'y': letterClass, 'z': letterClass,
	'{': charEnds, '|': charEnds, '}': charEnds,
}

const (
	letterClass    = charNameStart | charName | charVariable
	hexLetterClass = letterClass | charHex
	digitClass     = charName | charVariable | charDigit | charHex
)

// classOf gives the classes of any character.
func classOf(r rune) charClass {
	if uint32(r) < 128 {
		return asciiClasses[r]
	}
	return wideClassOf(r)
}

// wideClassOf is classOf for the characters from 128 on. Those beyond the basic
// plane are two surrogates for .NET, and so no letters.
func wideClassOf(r rune) charClass {
	switch {
	case r == '\u0085' || unicode.In(r, unicode.Zs, unicode.Zl, unicode.Zp):
		return charBlank | charEnds
	case isDash(r):
		return charEndsNumber
	case r <= 0xFFFF && unicode.IsLetter(r):
		return letterClass
	case r <= 0xFFFF && unicode.IsDigit(r):
		return charName | charVariable
	}
	return 0
}

func (c charClass) is(want charClass) bool { return c&want != 0 }

// isDash reports whether r is a hyphen or one of the dashes that PowerShell
// takes for one.
func isDash(r rune) bool {
	return r == '-' || r == '\u2013' || r == '\u2014' || r == '\u2015'
}

// isSingleQuote reports whether r is an apostrophe or a typographic one.
func isSingleQuote(r rune) bool {
	return r == '\'' || r >= '\u2018' && r <= '\u201B'
}

// isDoubleQuote reports whether r is a quotation mark or a typographic one.
func isDoubleQuote(r rune) bool {
	return r == '"' || r >= '\u201C' && r <= '\u201E'
}

// runeAt gives the character at a byte offset of text and its length; the
// length is 0 at the end.
func runeAt(text string, at int) (rune, int) {
	if at >= len(text) {
		return 0, 0
	}
	if c := text[at]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(text[at:])
}
